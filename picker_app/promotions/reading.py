"""What was read from a file of promotions: those that could be read, and all that is wrong with the others."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from picker_app.domain.problem import Problem
from picker_app.domain.promotion import Promotion, Unknown


@dataclass(frozen=True, slots=True)
class Read:
    """The promotions of a file in its order; one with a problem is not among them.

    `positions` are their positions in the file, from 0, as the `index` of problems counts. `unknown` are the fields
    of the file itself that this program does not know.
    """

    promotions: tuple[Promotion, ...] = ()
    problems: tuple[Problem, ...] = ()
    positions: tuple[int, ...] = ()
    unknown: tuple[Unknown, ...] = ()


class CannotWrite(Exception):
    """Promotions that a file has no words for; `problems` name each with its place."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__(" ".join(f"{one.promotion} {one.field}: {one.sentence}" for one in self.problems[:5]))


def of(problems: Iterable[Problem], promotion: str, index: int) -> list[Problem]:
    """Return the problems as those of a promotion."""
    return [replace(problem, promotion=promotion, index=index) for problem in problems]
