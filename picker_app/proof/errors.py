"""Lets each statement of the database and each request to the platform fail once, in every way, and judges the end.

It is the loop of `kills` without a kill: the program must go on by itself.
"""

import asyncio
import multiprocessing
import os
import sqlite3
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from random import seed as seed_all
from tempfile import TemporaryDirectory
from typing import Any

from picker_app.proof import steps, virtual_time
from picker_app.proof.child import end_with_parent
from picker_app.proof.day import MEMORY_FOLDER, new_file, only_errors, put_right
from picker_app.proof.lines import Weather
from picker_app.proof.notes import Beep, Notes
from picker_app.proof.owners import Owners
from picker_app.proof.script import BAGS, ORDERS, POLLED, WISH, Worker
from picker_app.proof.shop import IFOOD_PORT, Shop
from picker_app.proof.verdict import Evidence, Verdict, judge
from picker_app.store.database import NotSaved
from picker_app.training.delivery_hero import control
from picker_app.training.ifood_pos import control as polled_control

Say = Callable[[str], None]
Once = Callable[[str, int], tuple[bool, Verdict]]
"""Plays a script once, with the n-th fault of a kind; returns whether it struck, and what was there at the end."""
LONGEST = 2 * 3600.0
"""Virtual seconds in which the script must come to its end."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """How the database refuses: its words, whether it takes the whole transaction back, and how often in a row."""

    words: str
    takes_back: bool = False
    times: int = 1


DATABASE = {
    "disk I/O error": Refusal("disk I/O error"),
    "disk I/O error, rolled back": Refusal("disk I/O error", takes_back=True),
    "disk full, rolled back": Refusal("database or disk is full", takes_back=True),
    "disk full for 40 statements": Refusal("database or disk is full", takes_back=True, times=40),
    "database locked": Refusal("database is locked"),
}
LINE = {
    "refused": Weather.REFUSED,
    "reset": Weather.CUT_BEFORE,
    "dropped after the act": Weather.CUT_AFTER,
    "hang": Weather.DEAD,
}
PLATFORM: dict[str, dict[str, Any]] = {
    "401": {"kind": "status", "value": 401},
    "429 with Retry-After": {"kind": "status", "value": 429, "retry_after": "seconds"},
    "429 with nonsense in it": {"kind": "status", "value": 429, "retry_after": "nonsense"},
    "500": {"kind": "status", "value": 500},
    "500 after the act": {"kind": "status", "value": 500, "carried_out": True},
    "503": {"kind": "status", "value": 503},
    "a page of HTML": {"kind": "garbage", "value": "html"},
    "broken JSON after the act": {"kind": "garbage", "value": "broken"},
    "slow": {"kind": "slow", "value": 20},
    "slower than the time-out": {"kind": "slow", "value": 45},
    "late": {"kind": "late", "value": 40},
    "block page": {"kind": "block_page"},
}
POLLED_PLATFORM: dict[str, dict[str, Any]] = {
    "500 after the act": {"kind": "status", "value": 500, "acted": True},
    "block page": {"kind": "garbage", "value": "html"},
}
"""The same at the platform that is polled, where it is ordered in other words."""
KINDS = (*DATABASE, *LINE, *PLATFORM)


@dataclass(slots=True)
class Errors:
    """The faults of one kind: how many struck, and the plays that did not end well."""

    kind: str
    points: int = 0
    bad: list[tuple[int, list[str]]] = field(default_factory=list)


@dataclass(slots=True)
class Fault:
    """One fault on its way: it strikes at the n-th statement or request."""

    kind: str
    number: int
    count: int = 0
    struck: bool = False

    def statement(self, sql: str, connection: sqlite3.Connection) -> None:
        """Take a statement; raises what the database would."""
        refusal = DATABASE.get(self.kind)
        if refusal is None or sql == steps.COMMITTED or sql == "ROLLBACK":
            return
        self.count += 1
        if self.number <= self.count < self.number + refusal.times:
            self.struck = True
            if refusal.takes_back and connection.in_transaction:
                sqlite3.Connection.rollback(connection)
            raise sqlite3.OperationalError(refusal.words)

    def request(self, shop: Shop, port: int | None) -> Weather:
        """Take a request to the platform at a port; returns how the line is for it."""
        if self.kind in DATABASE:
            return Weather.FINE
        self.count += 1
        if self.count != self.number:
            return Weather.FINE
        self.struck = True
        if self.kind in LINE:
            return LINE[self.kind]
        if port == IFOOD_PORT:
            shop.ifood.order_fault({"route": "any", **POLLED_PLATFORM.get(self.kind, PLATFORM[self.kind])})
        else:
            shop.world.order_fault({"route": "any", **PLATFORM[self.kind]})
        return Weather.FINE


def run(*, every: int = 1, kinds: tuple[str, ...] = KINDS, say: Say = print, once: Once | None = None) -> bool:
    """Run until no fault of any kind strikes any more; returns whether every play ended well.

    `once` plays another script than that of the orders; other processes must find it by its name.
    """
    began, points, bad = time.monotonic(), 0, 0
    workers = min(len(kinds), os.cpu_count() or 1)
    if workers == 1:
        told = map(_Loop(every, once or play), kinds)
        points, bad = _tell_all(told, say)
    else:
        with multiprocessing.get_context("spawn").Pool(workers, end_with_parent) as pool:
            points, bad = _tell_all(pool.imap_unordered(_Loop(every, once or play), kinds, chunksize=1), say)
    say(
        f"{points:,} faults" + (f" (each {every}th)" if every > 1 else "") + f" of {len(kinds)} kinds, "
        f"all invariants {'DO NOT HOLD' if bad else 'hold'} ({time.monotonic() - began:,.0f} s)"
    )
    return not bad


def _tell_all(told: Any, say: Say) -> tuple[int, int]:
    points = bad = 0
    for errors in told:
        points += errors.points
        bad += len(errors.bad)
        say(f"{errors.kind}: struck at {errors.points:,} places, {len(errors.bad)} times something was missing")
        for number, sentences in errors.bad:
            say(f"  at {number}: " + "; ".join(sentences))
    return points, bad


@dataclass(frozen=True, slots=True)
class _Loop:
    """What a worker does with a kind of fault."""

    every: int
    once: Once

    def __call__(self, kind: str) -> Errors:
        errors, number = Errors(kind), 1
        # There are far fewer requests than statements.
        step = self.every if kind in DATABASE else 1 + self.every // 10
        while True:
            struck, verdict = self.once(kind, number)
            if not verdict.good:
                errors.bad.append((number, verdict.sentences()))
            if not struck:
                return errors
            errors.points += 1
            number += step


def play(kind: str, number: int) -> tuple[bool, Verdict]:
    """Play the script with one fault; returns whether it struck, and what was there at the end."""
    template = new_file()
    seed_all(number)
    fault = Fault(kind, number)
    with TemporaryDirectory(dir=MEMORY_FOLDER if MEMORY_FOLDER.is_dir() else None) as place, only_errors():
        file = Path(place) / "shop.sqlite3"
        file.write_bytes(template)
        with steps.statements(fault.statement):
            verdict = virtual_time.run(_play(file, fault))
    return fault.struck, verdict


async def _play(file: Path, fault: Fault) -> Verdict:
    owners = Owners(asyncio.get_running_loop())
    beeps: list[Beep] = []
    granted: set[str] = set()
    # The append cart doubles what is told twice without an id; what that means is for the days and the kills.
    shop = Shop(file, Random(fault.number), owners, switches={"echo_cancel": True, "keep_cart": "match"})
    shop.spoil = lambda request: fault.request(shop, request.url.port)
    await shop.open()
    await _start(shop)
    refs = {
        name: str(control.create_order(shop.world, {"vendor_delivery": False} | wish)["order_id"])
        for name, wish in ORDERS.items()
    }

    refs[POLLED] = str(polled_control.create_order(shop.ifood, WISH)["reference"])

    def please(wish: str) -> None:
        if wish not in granted and wish == "cancel regretted":
            control.advance(shop.world, refs["regretted"], {"to": "CANCELLED"})
        granted.add(wish)

    verdict = Verdict()
    try:
        async with asyncio.timeout(LONGEST):
            await shop.ask(lambda services: Worker(services, refs, beeps.append, please).work())
            await put_right(shop)
    except TimeoutError:
        verdict.wrong.append("the script did not come to its end")
    except Exception as error:
        verdict.wrong.append(f"the script broke off: {error!r}")
    await shop.close()
    notes = _notes(refs)
    found = judge(Evidence(file, shop.world, shop.acknowledged, beeps, notes, shop.ifood, shop.now(), shop.early))
    return Verdict([*verdict.lost, *found.lost], found.doubled, [*verdict.wrong, *found.wrong])


async def _start(shop: Shop) -> None:
    """Start the program; one that cannot open its database is started again, as a person would."""
    while shop.services is None:
        try:
            await shop.start()
        except NotSaved:
            await asyncio.sleep(5)


def _notes(refs: dict[str, str]) -> list[Notes]:
    notes = [Notes(refs[name], 0, finished=[bag], sealed="finished") for name, bag in BAGS.items()]
    return [*notes, Notes(refs["nothing"], 0, sealed="cancelled"), Notes(refs["regretted"], 0)]
