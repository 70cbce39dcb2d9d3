"""Checks promotions before anything is sent: all that is wrong or suspected, at once, each with its place."""

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from picker_app.domain.mechanics import adapted, expressible, shape_problems
from picker_app.domain.problem import Problem, error, warning
from picker_app.domain.promotion import Market, Promotion
from picker_app.promotions import deliveroo_rules, delivery_hero_rules
from picker_app.promotions.common_rules import id_rules, name_rules, period_rules
from picker_app.promotions.limits import Limits, limits
from picker_app.promotions.overlaps import Overlap, overlaps
from picker_app.promotions.reading import of
from picker_app.promotions.surroundings import Surroundings
from picker_app.promotions.without_pauses import without_pauses

_STRIDE: Final = 256


class Stopped(Exception):
    """The person stopped the checks."""


def check(
    promotions: Sequence[Promotion],
    around: Surroundings,
    step: Callable[[int, int], bool] = lambda _done, _all: True,
    bounds: Limits | None = None,
) -> tuple[Problem, ...]:
    """Judge promotions that shall be sent to one platform, together; problems stand in the order of the promotions.

    Nothing may be sent while one of them `stops`. `step` is called with how many are done and how many there are, and
    Stopped is raised when it returns False. `bounds` are the suspected limits, those of the table unless given.
    deliveroo_promotions.md section 8, delivery_hero.md section 13.
    """
    if not promotions:
        return (error("file_empty", "promotions"),)
    with without_pauses():
        return _checked(promotions, around, step, bounds or limits())


def _checked(
    promotions: Sequence[Promotion], around: Surroundings, step: Callable[[int, int], bool], bounds: Limits
) -> tuple[Problem, ...]:
    total = len(promotions)
    found: dict[int, list[Problem]] = {}
    own = [adapted(promotion, around.market) for promotion in promotions]

    def counted(done: int) -> None:
        if done % _STRIDE == 0 and not step(done, total):
            raise Stopped

    for index, (promotion, said) in enumerate(zip(own, promotions, strict=True)):
        counted(index)
        problems = _judged(promotion, said, around, bounds)
        if problems:
            found[index] = of(problems, said.id, index)
    for index, problem in (*_twice(own, around), *_overlapping(own, around, lambda: counted(0))):
        found.setdefault(index, []).extend(of([problem], promotions[index].id, index))
    whole = []
    if total > bounds.file_promotions and around.market is Market.DELIVEROO:
        whole.append(warning("file_count", "promotions", count=total, limit=bounds.file_promotions))
    step(total, total)
    return (*whole, *(problem for index in sorted(found) for problem in found[index]))


def check_size(size: int, bounds: Limits | None = None) -> tuple[Problem, ...]:
    """Judge the size of a file in bytes; `bounds` as in `check`."""
    most = (bounds or limits()).file_bytes
    return (warning("file_size", size=size, limit=most),) if size > most else ()


def _judged(promotion: Promotion, said: Promotion, around: Surroundings, bounds: Limits) -> list[Problem]:
    problems = [*id_rules(promotion, around, bounds), *name_rules(promotion, bounds)]
    problems += period_rules(promotion, around, bounds)
    lacks = expressible(said, around.market)
    problems += lacks
    if any(problem.code == "mechanic_elsewhere" for problem in lacks):
        return problems
    problems += shape_problems(promotion)
    rules = deliveroo_rules.rules if around.market is Market.DELIVEROO else delivery_hero_rules.rules
    return problems + rules(promotion, around, bounds)


def _twice(promotions: Sequence[Promotion], around: Surroundings) -> Iterator[tuple[int, Problem]]:
    """Name each promotion whose id, or identity at the platform, an earlier one has; numbers count from 1."""
    firsts: dict[object, int] = {}
    for index, promotion in enumerate(promotions):
        if promotion.id and firsts.setdefault(promotion.id, index) != index:
            yield index, error("id_twice", "promotion_id", first=firsts[promotion.id] + 1)
        if around.market is Market.DELIVERY_HERO:
            first = firsts.setdefault(delivery_hero_rules.identity(promotion), index)
            if first != index:
                yield index, error("identity_twice", "display_name", platform="Delivery Hero", first=first + 1)


def _overlapping(
    promotions: Sequence[Promotion], around: Surroundings, step: Callable[[], None]
) -> Iterator[tuple[int, Problem]]:
    """Warn of each promotion that meets others, of this set or accepted before; one warning for all that it meets."""
    ids = {promotion.id for promotion in promotions}
    before = [promotion for promotion in around.accepted.values() if promotion.id not in ids]
    whole = [*promotions, *(adapted(promotion, around.market) for promotion in before)]
    timed = [place for place, one in enumerate(whole) if one.period.start.tzinfo and one.period.end.tzinfo]
    met: dict[int, list[Overlap]] = {}
    for overlap in overlaps([whole[place] for place in timed], around.market, step):
        for place in (timed[overlap.first], timed[overlap.second]):
            if place < len(promotions):
                met.setdefault(place, []).append(overlap)
    for place, those in met.items():
        others = [timed[one.second if timed[one.first] == place else one.first] for one in those]
        names = tuple(dict.fromkeys(whole[other].id for other in others))
        entries = tuple(dict.fromkeys(item for one in those for item in one.items or one.sites))
        field = "condition.items" if those[0].items else "sites"
        yield place, warning("overlap", field, others=names, entries=entries)
