"""What the platform does with a file or a single promotion: it works for a while, then judges one by one."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import Any, TypeAlias

from picker_app.training import exact_json
from picker_app.training.clock import read_stamp
from picker_app.training.deliveroo import rules
from picker_app.training.deliveroo.world import BULK, Job, Promotion, World
from picker_app.training.exact_json import JsonObject, NotJsonError

ITEM_NOT_FOUND, PROMOTION_OVERLAP = "ITEM_NOT_FOUND", "PROMOTION_OVERLAP"
NEW_STATUS = "warming_up"


def file_came(world: World, job: Job, file: bytes) -> None:
    """Take a file: the job works on all the promotions in it."""
    job.file = file
    job.named = frozenset(filter(None, map(rules.name_of, promotions_of(file) or ())))
    _move(world, job, "processing")


def promotions_of(file: bytes) -> list[Any] | None:
    """Return the promotions of a file, None where it is no JSON object with a list of at least one."""
    try:
        tree = exact_json.read(file)
    except NotJsonError:
        return None
    found = tree.get("promotions") if isinstance(tree, dict) and set(tree) == {"promotions"} else None
    return found if isinstance(found, list) and found else None


def polled(world: World, job: Job) -> None:
    """Let a job go on by one read of its status."""
    if job.ended or job.status == "pending_upload":
        return
    job.polls += 1
    switches = world.switches
    if job.polls <= switches.processing_polls:
        if job.status == "pending" and job.polls > 1:
            _move(world, job, "processing")
        return
    if switches.new_statuses and job.polls <= switches.processing_polls + 2:
        _move(world, job, NEW_STATUS)
        return
    _judge(world, job)


def _judge(world: World, job: Job) -> None:
    """Judge the promotions of a job one by one, take over what is sound, and end the job."""
    found: list[Any] | None = promotions_of(job.file or b"") if job.kind == BULK else [job.single]
    if found is None:
        _move(world, job, "failed")
        return
    times = Counter(map(rules.name_of, found))
    replaced = job.kind == BULK and world.switches.bulk == "replaces"
    standing = _Standing(() if replaced else world.promotions.values())
    taken: list[Promotion] = []
    items = failed_items = 0
    for promotion in found:
        name = rules.name_of(promotion)
        errors = _of_itself(world, promotion, twice=times[name] > 1)
        left: tuple[str, ...] | None = None
        if not errors:
            errors = _of_items(world, promotion, standing)
            wrong = {item for _, named in errors for item in named}
            asked = rules.items_of(promotion)
            items += len(asked)
            failed_items += len(wrong)
            left = tuple(item for item in asked if item not in wrong)
        if left is not None and (not errors or (left and job.kind != BULK)):
            one = Promotion(promotion, left, world.clock())
            taken.append(one)
            standing.add(one)
        if errors:
            told = [{"type": kind, "item_ids": list(named)} for kind, named in errors]
            job.errors.append({"promotion_id": name, "errors": told})
    if replaced:
        world.promotions.clear()
    for one in taken:
        world.promotions[one.body["promotion_id"]] = one
    _count(world, job, len(found), taken, items, failed_items)


Errors: TypeAlias = list[tuple[str, tuple[str, ...]]]


def _of_itself(world: World, promotion: Any, *, twice: bool) -> Errors:
    """Return the errors that speak of no item."""
    if twice or _of_another_type(world, promotion):
        return [(rules.INVALID_FIELD, ())]
    return [(kind, ()) for kind in dict.fromkeys(rules.broken(promotion))]


def _of_items(world: World, promotion: JsonObject, standing: "_Standing") -> Errors:
    """Return the errors that name items."""
    unknown = tuple(item for item in rules.items_of(promotion) if item in world.switches.unknown_items)
    found = [(ITEM_NOT_FOUND, unknown), (PROMOTION_OVERLAP, standing.overlapping(promotion))]
    return [(kind, named) for kind, named in found if named]


def _count(world: World, job: Job, total: int, taken: list[Promotion], items: int, failed_items: int) -> None:
    over = len([one for one in taken if one.window[1] <= world.clock()])
    failed = len(job.errors) if job.kind == BULK else total - len(taken)
    job.counters = {
        "total_promotions": total,
        "live_promotions": len(taken) - over,
        "completed_promotions": over,
        "failed_promotions": failed,
        "total_promotion_items": items,
        "succeeded_promotion_items": items - failed_items,
        "failed_promotion_items": failed_items,
    }
    _move(world, job, "failed" if not taken else "partial_success" if job.errors else "completed")


def _of_another_type(world: World, promotion: Any) -> bool:
    known = world.promotions.get(rules.name_of(promotion))
    return known is not None and bool(known.body["promotion_type"] != promotion.get("promotion_type"))


def _move(world: World, job: Job, status: str) -> None:
    job.status = status
    job.updated_at = world.clock()


class _Standing:
    """The promotions that stand, by site and item: to find those that a new one lies over."""

    def __init__(self, promotions: Iterable[Promotion]) -> None:
        self._by_item: dict[tuple[str, str], list[Promotion]] = defaultdict(list)
        for promotion in promotions:
            self.add(promotion)

    def add(self, promotion: Promotion) -> None:
        """Let one more stand."""
        for site in promotion.body["sites"]:
            for item in promotion.items:
                self._by_item[site, item].append(promotion)

    def overlapping(self, promotion: JsonObject) -> tuple[str, ...]:
        """Return the items for which another one stands at the same site, in the same way, at the same time."""
        start, end = read_stamp(promotion["start_at"]), read_stamp(promotion["end_at"])
        found: dict[str, None] = {}
        for site in promotion["sites"]:
            for item in rules.items_of(promotion):
                for other in self._by_item.get((site, item), ()):
                    if other.body["promotion_id"] == promotion["promotion_id"]:
                        continue
                    same = other.body["fulfillment_method"] == promotion["fulfillment_method"]
                    if same and other.window[0] <= end and start <= other.window[1]:
                        found[item] = None
        return tuple(found)
