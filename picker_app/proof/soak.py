"""An hour of virtual shop traffic, twice in one process, and what it leaves: memory, tasks, alarms, threads, files."""

import asyncio
import gc
import os
import sys
import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from operator import sub
from pathlib import Path
from random import Random
from random import seed as seed_all
from tempfile import TemporaryDirectory

from picker_app.proof import polled_day, virtual_time
from picker_app.proof.checklist import AllRound
from picker_app.proof.day import HOUR, MEMORY_FOLDER, new_file, only_errors, put_right
from picker_app.proof.owners import Owners
from picker_app.proof.picker import Book
from picker_app.proof.shop import Shop
from picker_app.training.delivery_hero import control
from picker_app.training.ifood_pos import control as polled_control
from picker_app.training.ifood_pos.world import FINAL
from picker_app.training.journal import Journal

Say = Callable[[str], None]
FLAT = 0.05
"""How much memory may change after the warm-up, as a share of what it was then."""
NONES_COUNTED = sys.hexversion < 0x030C0000
"""From Python 3.12 on None is immortal, and nobody counts its references."""
OBJECTS = 100
"""How many more objects may live after a second time than after the first: one for each order would be hundreds."""
POLLED_EACH = 5
"""Each so-and-so-many-th order comes from the platform that is polled."""
_FILES = Path("/proc/self/fd")
_STATM = Path("/proc/self/statm")


@dataclass(frozen=True, slots=True)
class Traffic:
    """How long the traffic lasts, in hours, of which a share warms up, and the seconds between two orders."""

    hours: float = 1.5
    warm_up: float = 0.5
    between_orders: float = 40
    sample_every: float = 600


SHORT = Traffic(hours=0.25, warm_up=0.05, between_orders=30, sample_every=180)


@dataclass(slots=True)
class Left:
    """What is there after the shop has closed for the second time, beside what was there after the first.

    Nothing is counted before the same traffic has gone through once: every cache is as full then as it becomes.
    """

    tasks: int = 0
    alarms: int = 0
    threads: int = 0
    files: int = 0
    nones: int = 0
    objects: int = 0


@dataclass(slots=True)
class Soaked:
    """What the traffic came to. `samples` are the bytes held after the warm-up, one each few minutes."""

    orders: int = 0
    acts: int = 0
    requests: int = 0
    samples: list[int] = field(default_factory=list)
    left: Left = field(default_factory=Left)
    errors: list[str] = field(default_factory=list)

    @property
    def change(self) -> float:
        """Return by how much memory moved after the warm-up, as a share of the first sample."""
        return (max(self.samples) - min(self.samples)) / self.samples[0]

    @property
    def good(self) -> bool:
        """Say whether memory was flat and nothing is left."""
        left = self.left
        nothing = left.tasks == left.alarms == left.threads == left.files == 0
        nothing = nothing and left.nones == 0 and left.objects < OBJECTS
        return self.change <= FLAT and nothing and not self.errors


def run(*, short: bool = False, say: Say = print) -> bool:
    """Soak, and say what came of it; returns whether all was well."""
    began = time.monotonic()
    soaked = soak(SHORT if short else Traffic())
    left = soaked.left
    for error in soaked.errors:
        say(f"fault of the program: {error}")
    say(
        f"{(SHORT if short else Traffic()).hours:g} virtual hours, {soaked.orders:,} orders, {soaked.acts:,} acts, "
        f"{soaked.requests:,} requests: memory {soaked.samples[0] / 1e6:.1f} MB after the warm-up, moved by "
        f"{soaked.change:.1%}; left behind: {left.tasks} tasks, {left.alarms} alarms, {left.threads} threads, "
        f"{left.files} files, {left.objects:+,} objects; "
        f"{f'references to None {left.nones:+,}' if NONES_COUNTED else 'None is immortal here, nobody counts it'} "
        f"({time.monotonic() - began:,.0f} s)"
    )
    return soaked.good


def soak(traffic: Traffic) -> Soaked:
    """Let the traffic through a shop twice; the second time counts."""
    new_file()
    soaked = _through(traffic)
    before = _counted()
    soaked = _through(traffic)
    after = _counted()
    soaked.left.threads, soaked.left.files, soaked.left.nones, soaked.left.objects = map(sub, after, before)
    return soaked


def _counted() -> tuple[int, int, int, int]:
    """Count threads, open files, references to None and objects; tasks and alarms end with their loop."""
    gc.collect()
    return threading.active_count(), _files(), sys.getrefcount(None), len(gc.get_objects())


def _through(traffic: Traffic) -> Soaked:
    """Let the traffic through a shop of its own, the same each time."""
    seed_all(1)
    folder = MEMORY_FOLDER if MEMORY_FOLDER.is_dir() else None
    with TemporaryDirectory(dir=folder) as place, only_errors() as errors:
        file = Path(place) / "shop.sqlite3"
        file.write_bytes(new_file())
        soaked = virtual_time.run(_traffic(traffic, file))
        soaked.errors += errors.sentences
    return soaked


async def _traffic(traffic: Traffic, file: Path) -> Soaked:
    soaked, book, loop = Soaked(), Book(), asyncio.get_running_loop()
    owners = Owners(loop)
    switches = {"keep_cart": "match", "requests_per_minute": 60}
    shop = Shop(file, Random(1), owners, switches=switches, ifood_switches={"desk": "cancel"})
    await shop.open()
    shop.world.journal, shop.world.bell.pushes = Journal(100), deque(maxlen=100)
    shop.ifood.journal = Journal(100)
    await shop.start()
    for seed in (2, 3):
        owners.begin("people", AllRound(shop, book, Random(seed), haste=4).work())
    chance = Random(4)
    next_sample = traffic.warm_up * HOUR
    while loop.time() < traffic.hours * HOUR:
        if soaked.orders % POLLED_EACH:
            control.create_order(shop.world, {"lines": chance.randint(1, 5)})
        else:
            polled_day.place(shop, 5, chance)
        soaked.orders += 1
        await asyncio.sleep(traffic.between_orders)
        _move_on(shop, book, soaked)
        if loop.time() >= next_sample:
            next_sample += traffic.sample_every
            soaked.samples.append(_memory())
    await put_right(shop)
    soaked.requests = shop.world.journal.total + shop.ifood.journal.total
    await owners.kill("people")
    await shop.close()
    soaked.left.tasks = len(asyncio.all_tasks()) - 1
    soaked.left.alarms = _alarms(loop)
    return soaked


def _move_on(shop: Shop, book: Book, soaked: Soaked) -> None:
    """Bring what is ready, and let the world forget what is over: only the program's memory is looked at."""
    soaked.acts += len(book.beeps)
    book.beeps.clear()
    shop.acknowledged.clear()
    for ref, order in list(shop.world.orders.items()):
        if order.status in ("READY_FOR_PICKUP", "DISPATCHED"):
            control.advance(shop.world, ref, {"to": "DELIVERED"})
        elif order.status in ("DELIVERED", "CANCELLED"):
            del shop.world.orders[ref]
            book.notes.pop(ref, None)
    for ref, polled in list(shop.ifood.orders.items()):
        if polled.state == "DISPATCHED":
            polled_control.advance(shop.ifood, ref, {"code": "CONCLUDED"})
        elif polled.state in FINAL and ref not in shop.ifood.queue:
            del shop.ifood.orders[ref]
            book.notes.pop(ref, None)


def _memory() -> int:
    """Return the bytes of memory that the process holds now; 1 where the system does not tell."""
    gc.collect()
    return int(_STATM.read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") if _STATM.exists() else 1


def _files() -> int:
    """Return how many files are open; 0 where the system does not tell."""
    return len(os.listdir(_FILES)) if _FILES.is_dir() else 0


def _alarms(loop: asyncio.AbstractEventLoop) -> int:
    """Return how many alarms of a loop are still set."""
    return sum(not handle.cancelled() for handle in getattr(loop, "_scheduled", ()))
