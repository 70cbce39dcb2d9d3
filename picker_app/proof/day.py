"""One whole day of a shop, drawn from one seed: customers, pickers, riders, and everything that can go wrong."""

import asyncio
import hashlib
import json
import logging
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from pathlib import Path
from random import Random
from random import seed as seed_all
from tempfile import TemporaryDirectory
from typing import Any

from picker_app.proof import polled_day, trail, virtual_time
from picker_app.proof.checklist import AllRound
from picker_app.proof.lines import Weather
from picker_app.proof.owners import Owners
from picker_app.proof.picker import Book
from picker_app.proof.shop import Shop
from picker_app.proof.verdict import Evidence, Verdict, judge
from picker_app.services import Services
from picker_app.store.database import NotSaved
from picker_app.training.clock import stamp
from picker_app.training.delivery_hero import control
from picker_app.training.delivery_hero.world import Order

log = logging.getLogger(__name__)

HOUR = 3600.0
EVENING = 2 * HOUR
"""Shorter than the clock may be wrong: nothing may wait for the time that a wrong clock had."""
LOOKS = 30.0
PATIENCE = 600.0
MEMORY_FOLDER = Path("/dev/shm")
_OPEN = ("RECEIVED", "ACCEPTED")


@dataclass(frozen=True, slots=True)
class Plan:
    """How long a day is, in hours, and how much happens in it."""

    hours: float = 5
    orders: int = 40
    polled: int = 12
    pickers: int = 3
    troubles: int = 45
    most_lines: int = 6


SHORT = Plan(hours=1, orders=10, polled=4, pickers=2, troubles=20, most_lines=4)


@dataclass(frozen=True, slots=True)
class Day:
    """What a day came to. `history` is the same text, by its SHA-256, for the same seed."""

    seed: int
    orders: int
    scans: int
    acts: int
    requests: int
    faults: int
    verdict: Verdict
    history: str
    errors: tuple[str, ...]

    @property
    def good(self) -> bool:
        """Say whether nothing was lost, doubled or wrong."""
        return self.verdict.good and not self.errors

    def sentences(self) -> list[str]:
        """Return all that is wrong."""
        return [*self.verdict.sentences(), *(f"fault of the program: {words}" for words in self.errors)]


def live(seed: int, plan: Plan = SHORT) -> Day:
    """Live a day."""
    with TemporaryDirectory(dir=MEMORY_FOLDER if MEMORY_FOLDER.is_dir() else None) as place:
        return witness(seed, plan, Path(place) / "shop.sqlite3")[0]


def witness(seed: int, plan: Plan, file: Path, *, logged: bool = False) -> tuple[Day, Evidence]:
    """Live a day with its database in `file`, and return also what it was judged by; `logged`: its log goes on too."""
    file.write_bytes(new_file())
    seed_all(seed)  # the jitter of the program's own retries; that of the new file's day has nothing to do with it
    with only_errors(logging.INFO if logged else logging.ERROR) as errors:
        return virtual_time.run(_live(seed, plan, file, errors))


@cache
def new_file() -> bytes:
    """Return the database of a shop that has read its catalogue and has no order yet; made once in a process."""
    with TemporaryDirectory(dir=MEMORY_FOLDER if MEMORY_FOLDER.is_dir() else None) as place, only_errors():
        file = Path(place) / "new.sqlite3"
        virtual_time.run(_first_day(file))
        trail.lay(file)
        return file.read_bytes()


async def _first_day(file: Path) -> None:
    shop = Shop(file, Random(0), Owners(asyncio.get_running_loop()))
    await shop.open()
    await shop.start()
    await asyncio.sleep(60)
    await shop.close()


class Errors(logging.Handler):
    """Keeps what the program says of its own faults while it is up; outages are warnings and no faults."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.sentences: list[str] = []
        self.dying = False

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a sentence, with the exception behind it."""
        if not self.dying:
            cause = record.exc_info[1] if record.exc_info else None
            self.sentences.append(record.getMessage() + (f": {cause!r}" if cause else ""))


@contextmanager
def only_errors(level: int = logging.ERROR) -> Iterator[Errors]:
    """Hear the errors of the program's log; what is of a lower level, if asked for, goes where it always does."""
    logger, errors = logging.getLogger("picker_app"), Errors()
    before = logger.propagate, logger.level
    logger.propagate = level < logging.ERROR
    logger.setLevel(level)
    logger.addHandler(errors)
    try:
        yield errors
    finally:
        logger.removeHandler(errors)
        logger.propagate = before[0]
        logger.setLevel(before[1])


async def _live(seed: int, plan: Plan, file: Path, errors: Errors) -> tuple[Day, Evidence]:
    chance = Random(seed)
    owners = Owners(asyncio.get_running_loop())
    shop = Shop(
        file,
        Random(chance.getrandbits(64)),
        owners,
        switches=_switches(chance),
        ifood_switches=polled_day.switches(chance),
        confirm=chance.choice(("manual", "auto")),
    )
    book = Book()
    await shop.open()
    await shop.start()
    people = [owners.begin("people", _customers(shop, plan, Random(chance.getrandbits(64))))]
    people.append(owners.begin("people", _riders(shop, Random(chance.getrandbits(64)))))
    for _ in range(plan.pickers):
        picker = AllRound(shop, book, Random(chance.getrandbits(64)))
        people.append(owners.begin("people", picker.work()))
    people.append(owners.begin("people", AllRound(shop, book, Random(chance.getrandbits(64))).see_to()))
    trouble = Trouble(shop, Random(chance.getrandbits(64)), errors)
    await trouble.happen(plan)
    await put_right(shop)
    broken = [str(error) for task in people if task.done() and (error := task.exception())]
    await owners.kill("people")
    await shop.close()
    notes = list(book.notes.values())
    evidence = Evidence(file, shop.world, shop.acknowledged, book.beeps, notes, shop.ifood, shop.now(), shop.early)
    verdict = judge(evidence)
    verdict.wrong += [f"a person of the day gave up: {words}" for words in broken]
    day = Day(
        seed=seed,
        orders=len(shop.world.orders) + len(shop.ifood.orders),
        scans=book.scans,
        acts=len(book.beeps),
        requests=shop.world.journal.total + shop.ifood.journal.total,
        faults=_faults(shop),
        verdict=verdict,
        history=_history(shop, book),
        errors=tuple(errors.sentences),
    )
    return day, evidence


def _switches(chance: Random) -> dict[str, Any]:
    """Draw what kind of platform it is (delivery_hero.md section 15)."""
    return {
        "keep_cart": chance.choice(("no", "match", "append")),
        "echo_cancel": chance.random() < 0.5,
        "echo_fulfil": chance.random() < 0.9,
        "glovo_echo": chance.random() < 0.2,
        "repeated_fulfil": chance.choice((200, 409)),
        "item_not_found_status": chance.choice((400, 404, 422)),
        "error_body": chance.choice(("json", "text", "empty", "html")),
        "retry_after": chance.choice(("seconds", "missing", "nonsense")),
        "list_shape": chance.choice(("paged", "array")),
        "list_by": chance.choice(("created", "updated")),
        "list_path_orders": chance.random() < 0.8,
        "expires_in": chance.choice((7200, 600, None)),
    }


# The people.


async def _customers(shop: Shop, plan: Plan, chance: Random) -> None:
    """Order at drawn times; some change their mind."""
    times = [(chance.uniform(0, plan.hours * HOUR), polled) for polled in _platforms(plan)]
    for at, polled in sorted(times):
        await _until(at)
        if polled:
            reference = polled_day.place(shop, plan.most_lines, chance)
            if chance.random() < 0.08:
                shop.owners.begin("people", polled_day.regret(shop, reference, chance))
            continue
        wish: dict[str, Any] = {"lines": chance.randint(1, plan.most_lines)}
        if chance.random() < 0.03:
            wish["status"] = "READY_FOR_PICKUP"  # picked on the platform's own device
        order_id = str(control.create_order(shop.world, wish)["order_id"])
        if chance.random() < 0.08:
            shop.owners.begin("people", _regret(shop, order_id, chance))


def _platforms(plan: Plan) -> list[bool]:
    """Return for each order whether it comes from the platform that is polled."""
    return [False] * plan.orders + [True] * plan.polled


async def _regret(shop: Shop, order_id: str, chance: Random) -> None:
    await asyncio.sleep(chance.uniform(1, 600))
    order = shop.world.orders[order_id.lower()]
    if order.status in _OPEN:
        if chance.random() < 0.2:
            control.advance(shop.world, order_id, {"to": "READY_FOR_PICKUP"})  # finished on a tablet
        else:
            control.advance(shop.world, order_id, {"to": "CANCELLED", "push": chance.random() < 0.8})


async def _riders(shop: Shop, chance: Random) -> None:
    """Take what is ready, and bring it."""
    while True:
        await asyncio.sleep(60)
        polled_day.bring(shop, chance)
        for order in list(shop.world.orders.values()):
            if order.status == "READY_FOR_PICKUP" and chance.random() < 0.2:
                control.advance(shop.world, order.order_id, {"to": "DISPATCHED"})
            elif order.status == "DISPATCHED" and chance.random() < 0.1:
                if chance.random() < 0.05:
                    control.advance(shop.world, order.order_id, {"to": "CANCELLED", "post_picked_up": True})
                else:
                    control.advance(shop.world, order.order_id, {"to": "DELIVERED"})


async def put_right(shop: Shop) -> None:
    """Put everything right, and give the program and the pickers time to settle what is open."""
    shop.world.faults.clear()
    shop.ifood.faults.clear()
    shop.weather = shop.tunnel = Weather.FINE
    shop.clock_error = timedelta(0)
    if shop.services is None:
        await shop.start()
    loop = asyncio.get_running_loop()
    deadline = loop.time() + EVENING
    # Two readings of the platform's list, at least.
    await asyncio.sleep(300)
    quiet = 0
    while loop.time() < deadline and quiet < 3:
        await asyncio.sleep(LOOKS)
        still = all(order.status not in _OPEN for order in shop.world.orders.values())
        still = still and not any(polled_day.is_open(order) for order in shop.ifood.orders.values())
        quiet = quiet + 1 if still and await shop.ask(_settled) else 0


async def _settled(services: Services) -> bool:
    """Say whether nothing waits in the program."""
    try:
        return not await services.database.ask(_open_work)
    except NotSaved:
        return False


def _open_work(connection: Any) -> bool:
    found = connection.exec_driver_sql(
        "SELECT EXISTS (SELECT 1 FROM incoming WHERE state IN ('new', 'waiting')) OR EXISTS (SELECT 1 FROM owed"
        " LEFT JOIN deliveries ON owed_id = owed.id WHERE withdrawn_at IS NULL AND ended_at IS NULL)"
    )
    return bool(found.scalar())


async def _until(at: float) -> None:
    await asyncio.sleep(max(0.0, at - asyncio.get_running_loop().time()))


# What goes wrong.


class Trouble:
    """Everything that can go wrong in a shop's day, at drawn times."""

    def __init__(self, shop: Shop, chance: Random, errors: Errors) -> None:
        self._shop = shop
        self._chance = chance
        self._errors = errors
        self._kinds: list[tuple[Callable[[], Awaitable[None]], int]] = [
            (self._platform_fault, 30),
            (self._polled_fault, 25),
            (self._webhook_fault, 20),
            (self._line, 8),
            (self._tunnel, 6),
            (self._clock, 4),
            (self._restart, 4),
            (self._kill, 6),
            (lambda: self._kill_at("send"), 10),
            (lambda: self._kill_at("event"), 6),
            (self._stray_event, 6),
            (self._tokens, 3),
        ]

    async def happen(self, plan: Plan) -> None:
        """Let so many troubles happen, one after another."""
        for at in sorted(self._chance.uniform(0, plan.hours * HOUR) for _ in range(plan.troubles)):
            await _until(at)
            kinds, weights = zip(*self._kinds, strict=True)
            await self._chance.choices(kinds, weights)[0]()
        await _until(plan.hours * HOUR)

    async def _platform_fault(self) -> None:
        route = self._chance.choices(("put_order", "get_order", "list", "token", "any"), (60, 15, 10, 5, 10))[0]
        for _ in range(self._chance.choice((1, 1, 2, 3))):
            self._shop.world.order_fault({"route": route, **self._spoiling(route)})

    async def _polled_fault(self) -> None:
        polled_day.fault(self._shop, self._chance)

    def _spoiling(self, route: str) -> dict[str, Any]:
        kind = self._chance.choice(
            ("drop_before", "drop_after", "late", "slow", "status", "status", "status", "garbage", "block_page")
        )
        if self._shop.world.switches.keep_cart == "append" and route != "list":
            # Such a platform adds a line without an id once more whenever it hears of it. A check that comes late, or
            # an order that cannot be read twice before its fulfil, doubles it there; the program tells it then.
            kind = {"late": "drop_after", "status": "drop_before", "garbage": "drop_after"}.get(kind, kind)
        if kind == "late":
            return {"kind": kind, "value": round(self._chance.uniform(0.5, 90), 3)}
        if kind == "slow":
            return {"kind": kind, "value": round(self._chance.uniform(0.5, 45), 3)}
        if kind == "garbage":
            return {"kind": kind, "value": self._chance.choice(("html", "broken", "empty"))}
        if kind == "status":
            status = self._chance.choice((400, 401, 403, 404, 408, 409, 422, 429, 500, 502, 503))
            done = status >= 500 and self._chance.random() < 0.5
            return {"kind": kind, "value": status, "carried_out": done}
        return {"kind": kind, "times": self._chance.choice((1, 1, 2, 4))}

    async def _webhook_fault(self) -> None:
        kind = self._chance.choice(
            ("duplicate", "reorder", "lose", "lose", "early_echo", "garbage", "wrong_secret", "oversize", "slow")
        )
        wanted: dict[str, Any] = {"route": "webhook", "kind": kind, "times": self._chance.choice((1, 1, 2, 3))}
        if kind == "duplicate" and self._chance.random() < 0.5:
            wanted["value"] = "at once"
        if kind == "slow":
            wanted["value"] = round(self._chance.uniform(0.5, 60), 3)
        self._shop.world.order_fault(wanted)

    async def _line(self) -> None:
        self._shop.weather = self._chance.choice((Weather.REFUSED, Weather.DEAD, Weather.CUT_BEFORE, Weather.CUT_AFTER))
        await asyncio.sleep(self._chance.expovariate(1 / 120))
        self._shop.weather = Weather.FINE

    async def _tunnel(self) -> None:
        self._shop.tunnel = self._chance.choice((Weather.REFUSED, Weather.DEAD, Weather.CUT_BEFORE, Weather.CUT_AFTER))
        await asyncio.sleep(self._chance.expovariate(1 / 200))
        self._shop.tunnel = Weather.FINE

    async def _clock(self) -> None:
        """Set the computer's clock wrong by some minutes or hours, or right again."""
        self._shop.counts.clock_jumps += 1
        far = self._chance.choice((0, 600, 3 * HOUR))
        self._shop.clock_error = timedelta(seconds=self._chance.uniform(-far, far))

    async def _restart(self) -> None:
        self._errors.dying = True
        await self._shop.stop()
        self._errors.dying = False
        self._shop.counts.restarts += 1
        await asyncio.sleep(self._chance.uniform(0.5, 60))
        await self._shop.start()

    async def _kill_at(self, place: str) -> None:
        """Kill while a PUT is under way, or the moment an event was answered; in vain if there is none for long."""
        loop, sprung = asyncio.get_running_loop(), asyncio.Event()
        delay = self._chance.uniform(0, 0.5) if place == "send" else 0.0

        def spring() -> None:
            if not sprung.is_set():
                self._errors.dying = True
                self._shop.cut()
                sprung.set()

        def trap(where: str) -> None:
            if where == place and not delay:
                spring()
            elif where == place:
                loop.call_later(delay, spring)

        self._shop.trap = trap
        try:
            async with asyncio.timeout(PATIENCE):
                await sprung.wait()
        except TimeoutError:
            sprung.set()
            return
        finally:
            self._shop.trap = lambda where: None
        await self._kill()

    async def _kill(self) -> None:
        self._errors.dying = True
        await self._shop.kill()
        self._errors.dying = False
        self._shop.counts.kills += 1
        await asyncio.sleep(self._chance.expovariate(1 / 60))
        await self._shop.start()

    async def _stray_event(self) -> None:
        order = self._any_order()
        if order is None:
            return
        wanted: dict[str, Any] = {"to": self._chance.choice(("RECEIVED", "ACCEPTED", "UNASSIGNED")), "push_only": True}
        if self._chance.random() < 0.7:
            wanted["updated_at"] = stamp(order.created_at + timedelta(milliseconds=self._chance.randint(0, 3000)))
        control.advance(self._shop.world, order.order_id, wanted)

    async def _tokens(self) -> None:
        self._shop.world.tokens.expire()

    def _any_order(self) -> Order | None:
        orders = list(self._shop.world.orders.values())
        return self._chance.choice(orders) if orders else None


def _faults(shop: Shop) -> int:
    """Count the faults that really struck."""
    counts = shop.counts
    entries = (*shop.world.journal.entries, *shop.ifood.journal.entries)
    requests = sum(entry.fault is not None for entry in entries)
    pushes = 0
    for push in shop.world.bell.pushes:
        pushes += push.result in ("lost", "held back")
        pushes += sum(attempt.get("answer") != 200 for attempt in push.attempts)
    return requests + pushes + counts.spoilt_requests + counts.restarts + counts.kills + counts.clock_jumps


def _history(shop: Shop, book: Book) -> str:
    """Return a digest of all that happened: requests, events, beeps and the end of every order."""
    told = {
        "requests": [
            [entry.time.isoformat(), entry.method, entry.path, entry.query, entry.body, entry.answer, entry.fault]
            for entry in (*shop.world.journal.entries, *shop.ifood.journal.entries)
        ],
        "pushes": [[push.time.isoformat(), push.status, push.result, push.attempts] for push in shop.world.bell.pushes],
        "beeps": [[beep.order_id, beep.number, beep.scan, beep.outcome] for beep in book.beeps],
        "orders": [[order.order_id, order.history] for order in shop.world.orders.values()],
        "polled": [[order.reference, order.history] for order in shop.ifood.orders.values()],
    }
    return hashlib.sha256(json.dumps(told).encode()).hexdigest()
