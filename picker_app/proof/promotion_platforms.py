"""The platforms of one play of promotions, the answers that get lost there, and what a person sees who looks."""

from collections.abc import Callable
from functools import cache, partial
from multiprocessing.connection import Connection
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from picker_app.proof import promotion_child, promotion_trail
from picker_app.proof.child import quick_clock
from picker_app.proof.day import MEMORY_FOLDER, new_file
from picker_app.proof.hasty_time import SPEED
from picker_app.proof.promotion_child import Task
from picker_app.proof.promotion_script import HONEY, MILK, NOT_LISTED, STANDS, Word
from picker_app.proof.promotion_verdict import Evidence, judge
from picker_app.proof.verdict import Verdict
from picker_app.store.database import sqlite_url
from picker_app.training.deliveroo.platform import TrainingDeliveroo
from picker_app.training.delivery_hero.platform import TrainingPlatform
from picker_app.training.delivery_hero.world import World

JOB_SECONDS = 8
"""Longer than the program's first wait, so that a job is once read before it has ended."""


@cache
def promotions_file() -> bytes:
    """Return the database of a shop that has no promotion yet and writes its changes down; made once in a process."""
    with TemporaryDirectory(dir=MEMORY_FOLDER if MEMORY_FOLDER.is_dir() else None) as place:
        file = Path(place) / "new.sqlite3"
        file.write_bytes(new_file())
        promotion_trail.lay(file)
        return file.read_bytes()


class Platforms:
    """Deliveroo as `brand`, Delivery Hero as `chain`; the day began at that second of the machine's clock."""

    def __init__(self, began: float) -> None:
        clock = partial(quick_clock, began)
        self._began = began
        self._granted: set[str] = set()
        self._words: list[Word] = []
        self._lives: list[tuple[int, int]] = []
        self.brand = TrainingDeliveroo(
            clock=clock, requests_per_minute=100_000, processing_polls=1, unknown_items=[NOT_LISTED]
        )
        self.chain = TrainingPlatform(
            clock=clock,
            time_scale=1 / SPEED,
            job_seconds=JOB_SECONDS,
            requests_per_minute=100_000,
            token_calls_per_minute=100_000,
        )
        self.brand.start()
        self.chain.start()

    def close(self) -> None:
        """Close the platforms."""
        self.brand.close()
        self.chain.close()

    def task(self, file: Path, kind: str, number: int) -> tuple[Callable[[Any, Connection], None], Any]:
        """Return what a child runs, and its task."""
        return promotion_child.main, Task(sqlite_url(file), self.brand.url, self.chain.url, self._began, kind, number)

    def hear(self, message: Any, answer: Callable[[Any], None]) -> None:
        """Take in what a child says: it is here, has a wish, looks at the platform, or a verb was done."""
        match message:
            case ("here",):
                # By now all has come in that a child that died had sent.
                self._lives.append((_requests(self.brand), _requests(self.chain)))
            case ("please", str(wish)):
                self._grant(wish)
                answer(None)
            case ("look", str(ref)):
                answer(self.chain.ask(lambda: runs(self.chain.world, ref)))
            case ("word", Word() as word):
                self._words.append(word)

    def evidence(self, file: Path) -> Evidence:
        """Return what the play is judged by; to be asked for after `close`."""
        brand, chain, ended = self.brand.world, self.chain.world, quick_clock(self._began)
        return Evidence(file, brand, chain, self._words, STANDS, self._lives[1:], ended)

    def judged(self, file: Path) -> Verdict:
        """Judge the play, after `close`."""
        return judge(self.evidence(file))

    def _grant(self, wish: str) -> None:
        """Let the answer to the next such request get lost after the act, once for each wish of the script."""
        if wish in self._granted:
            return
        self._granted.add(wish)
        if wish in ("upload", "single"):
            self.brand.fault(wish, "drop_after")
        elif wish in ("create", f"end {MILK}"):
            self.chain.fault("promotion", "drop_after")
        elif wish != f"end {HONEY}":
            raise ValueError(wish)


def runs(chain: World, ref: str) -> bool | None:
    """Say whether the promotion at Delivery Hero runs, None while a job is under way there; what a person sees."""
    if ref != MILK:
        raise ValueError(f"nobody can be unsure of {ref}")
    if any(job.kind == "promotion" and job.status == "QUEUED" for job in chain.jobs.values()):
        return None
    return any(one.body["active"] for one in chain.promotions.values())


def _requests(platform: TrainingDeliveroo | TrainingPlatform) -> int:
    return platform.ask(lambda: platform.world.journal.total)
