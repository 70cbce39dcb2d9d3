"""Lets each statement that writes promotions and each request about them fail once, in every way, and judges the end.

It is the promotions' part of `errors`, in virtual time: the program must go on by itself.
"""

import asyncio
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from random import seed as seed_all
from tempfile import TemporaryDirectory
from typing import Any

from starlette.types import ASGIApp

from picker_app.proof import steps, virtual_time
from picker_app.proof.day import MEMORY_FOLDER, only_errors
from picker_app.proof.errors import DATABASE, LINE, LONGEST, PLATFORM, Fault
from picker_app.proof.lines import Fork, Line, Weather
from picker_app.proof.one_thread import OneThread
from picker_app.proof.owners import Owners
from picker_app.proof.promotion_child import configured
from picker_app.proof.promotion_platforms import JOB_SECONDS, promotions_file, runs
from picker_app.proof.promotion_script import NOT_LISTED, STANDS, Office, Word
from picker_app.proof.promotion_verdict import Evidence, judge
from picker_app.proof.shop import OPENS
from picker_app.proof.verdict import Verdict
from picker_app.services import Services
from picker_app.store.database import NotSaved, sqlite_url
from picker_app.training.catalogue import load_store
from picker_app.training.deliveroo.application import application as brand_application
from picker_app.training.deliveroo.application import files
from picker_app.training.deliveroo.switches import Switches as BrandSwitches
from picker_app.training.deliveroo.world import World as Brand
from picker_app.training.delivery_hero.application import application as chain_application
from picker_app.training.delivery_hero.shelf import shop_shelf
from picker_app.training.delivery_hero.switches import Switches as ChainSwitches
from picker_app.training.delivery_hero.world import World as Chain

CHAIN_PORT, BRAND_PORT, FILES_PORT = 2, 4, 5
START_AGAIN = 5.0
LATE: dict[str, Any] = {"kind": "late", "value": 4}
"""What comes so late that other wishes came first holds all the same: neither platform can be told of an order."""
AT_BRAND: dict[str, dict[str, Any]] = {"block page": {"kind": "garbage", "value": "html"}, "late": LATE}
AT_CHAIN: dict[str, dict[str, Any]] = {"late": LATE}


def play(kind: str, number: int) -> tuple[bool, Verdict]:
    """Play the promotions' script with one fault; returns whether it struck, and what was there at the end."""
    seed_all(number)
    template = promotions_file()
    fault = Fault(kind, number)
    with TemporaryDirectory(dir=MEMORY_FOLDER if MEMORY_FOLDER.is_dir() else None) as place, only_errors():
        file = Path(place) / "shop.sqlite3"
        file.write_bytes(template)
        verdict = virtual_time.run(_play(file, fault))
    return fault.struck, verdict


async def _play(file: Path, fault: Fault) -> Verdict:
    stage = _Stage(fault, asyncio.get_running_loop().time)
    words: list[Word] = []
    verdict = Verdict()
    with steps.statements(stage.statement):
        services = await stage.start(file)
        office = Office(services.promotions, services.changes, words.append, _no_wish, stage.look)
        try:
            async with asyncio.timeout(LONGEST):
                await office.work()
        except TimeoutError:
            verdict.wrong.append("the script did not come to its end")
        except Exception as error:
            verdict.wrong.append(f"the script broke off: {error!r}")
        await services.close()
    await stage.close()
    found = judge(Evidence(file, stage.brand, stage.chain, words, STANDS, stage.losses, stage.now()))
    return Verdict(found.lost, found.doubled, [*verdict.wrong, *found.wrong])


@dataclass(slots=True)
class _Stage:
    """Both platforms in virtual time, and the lines and statements that one fault strikes."""

    fault: Fault
    seconds: Callable[[], float]
    losses: list[tuple[int, int]] = field(default_factory=list)
    brand: Brand = field(init=False)
    chain: Chain = field(init=False)
    _doors: dict[int, ASGIApp] = field(init=False)
    _owners: Owners = field(init=False)
    _writers: set[sqlite3.Connection] = field(default_factory=set)

    def __post_init__(self) -> None:
        """Set up the platforms."""
        brand, chain = BrandSwitches(), ChainSwitches()
        brand.change({"requests_per_minute": 100_000, "processing_polls": 1, "unknown_items": [NOT_LISTED]})
        chain.change({"requests_per_minute": 100_000, "job_seconds": JOB_SECONDS})
        self.brand = Brand(brand, self.fault.number, self.now)
        self.brand.files_url = f"http://127.0.0.1:{FILES_PORT}"
        self.chain = Chain(chain, shop_shelf(load_store()), self.fault.number, self.now)
        self._owners = Owners(asyncio.get_running_loop())
        self._doors = {
            CHAIN_PORT: chain_application(self.chain, lambda: None),
            BRAND_PORT: brand_application(self.brand, lambda: None),
            FILES_PORT: files(self.brand),
        }

    def now(self) -> datetime:
        """Return the time."""
        return OPENS + timedelta(seconds=self.seconds())

    async def start(self, file: Path) -> Services:
        """Start the program; one that cannot open its database is started again, as a person would."""
        while True:
            services = self._services(file)
            try:
                await services.start()
            except NotSaved:
                await services.close()
                await asyncio.sleep(START_AGAIN)
            else:
                return services

    def _services(self, file: Path) -> Services:
        chance = Random(self.fault.number)
        lines = {port: self._line(port, door, chance) for port, door in self._doors.items()}
        return Services(
            *configured(f"http://127.0.0.1:{BRAND_PORT}", f"http://127.0.0.1:{CHAIN_PORT}"),
            sqlite_url(file),
            clock=self.now,
            seconds=self.seconds,
            database=lambda url: OneThread(url, lambda: chance.uniform(0.0005, 0.02)),
            transport=Fork(lines),
            listening=False,
        )

    def _line(self, port: int, door: ASGIApp, chance: Random) -> Line:
        return Line(lambda: door, self._owners, chance, weather=lambda request: self._weather(port))

    async def close(self) -> None:
        """Close the platforms."""
        for world in (self.brand, self.chain):
            world.background.closing.set()
            await world.background.close()

    def statement(self, sql: str, connection: sqlite3.Connection) -> None:
        """Take a statement; one that writes may fail."""
        if sql == steps.WRITING:
            self._writers.add(connection)
        if connection not in self._writers:
            return
        try:
            self.fault.statement(sql, connection)
        except sqlite3.OperationalError:
            self._lose(0)
            raise

    async def look(self, ref: str) -> bool | None:
        """Look whether a promotion runs at its platform."""
        return runs(self.chain, ref)

    def _weather(self, port: int) -> Weather:
        fault = self.fault
        if fault.kind in DATABASE:
            return Weather.FINE
        fault.count += 1
        if fault.count != fault.number:
            return Weather.FINE
        fault.struck = True
        self._lose(1)
        if fault.kind in LINE:
            return LINE[fault.kind]
        at_chain = port == CHAIN_PORT
        own = AT_CHAIN if at_chain else AT_BRAND
        wanted = {"route": "any", **own.get(fault.kind, PLATFORM[fault.kind])}
        (self.chain if at_chain else self.brand).faults.add(wanted)
        return Weather.FINE

    def _lose(self, more: int) -> None:
        """Note that the answer to the last request, or to the one that is about to arrive, may get lost."""
        self.losses.append((self.brand.journal.total + more, self.chain.journal.total + more))


async def _no_wish(wish: str) -> None:
    """Grant no wish: there is one fault in a play."""
