"""Kills the program at each statement of its database and around each request, and looks what is there afterwards."""

import multiprocessing
import os
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, field
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Protocol

from picker_app.proof import child
from picker_app.proof.child import Task, quick_clock
from picker_app.proof.day import MEMORY_FOLDER, new_file
from picker_app.proof.hasty_time import SPEED
from picker_app.proof.notes import Beep, Notes
from picker_app.proof.promotion_platforms import Platforms, promotions_file
from picker_app.proof.script import BAGS, ORDERS, POLLED, WISH
from picker_app.proof.shop import ACCOUNT, SECRET
from picker_app.proof.verdict import Evidence, Verdict, judge
from picker_app.store.database import sqlite_url
from picker_app.training.delivery_hero.platform import TrainingPlatform
from picker_app.training.ifood_pos.platform import TrainingIfood

STEPS = {"statement": "statements", "write": "statements that write", "request": "requests"}
"""The kinds of steps at which a child dies, and how they are called."""
ONLY = ("orders", "promotions", "first-start", "shop-day")
"""What can be played without the other."""
PRELOADED = ("picker_app.proof.command", "picker_app.proof.warmed")
"""What children find loaded; the first is what the command line loads, and each of them with it."""
PLAYS_A_CORE = 4
"""So many plays go on at once for each core: a play mostly waits."""
LONGEST = 60.0
"""Seconds that a child may take; a longer one hangs."""
DEATHS = 3
ON_FIRST_DAY = "offline"
"""The one order of the play that begins without a database; the others would only be killed at the same places."""
Say = Callable[[str], None]


@dataclass(slots=True)
class Play:
    """One play of the script: how it was killed, and what was there afterwards."""

    kind: str
    number: int
    killed: bool = False
    statements: int = 0
    requests: int = 0
    beeps: list[Beep] = field(default_factory=list)
    verdict: Verdict = field(default_factory=Verdict)


Once = Callable[[str, int], Play]
"""Plays a script once, with a kill at the n-th step of a kind."""


class World(Protocol):
    """The world around the program in one play: what a child is told, and what its words lead to."""

    def task(self, file: Path, kind: str, number: int) -> tuple[Callable[[Any, Connection], None], Any]:
        """Return what a child runs, and its task: on which file, and at which step it dies."""
        ...

    def hear(self, message: Any, answer: Callable[[Any], None]) -> None:
        """Take in what a child says, and answer what waits for one; BrokenPipeError if it is dead."""
        ...

    def close(self) -> None:
        """Close the platforms."""
        ...

    def judged(self, file: Path) -> Verdict:
        """Judge the play, after `close`."""
        ...


class Kills:
    """Plays the scripts again and again: the orders' on a first day and on any other, and the promotions'.

    `every` leaves kill points out: only each so-and-so-many-th statement is taken, and of the requests ten times more.
    `only`: one of `ONLY`, "" for all; the orders' script is played on a first start and on any other day.
    """

    def __init__(self, *, every: int = 1, workers: int | None = None, say: Say = print, only: str = "") -> None:
        self._every = every
        self._only = only
        self._workers = workers or PLAYS_A_CORE * (os.cpu_count() or 1)
        self._say = say
        self._context = multiprocessing.get_context("forkserver")
        self._context.set_forkserver_preload([*PRELOADED])
        self.points = 0

    def run(self) -> bool:
        """Run until no kill fires any more; returns whether all was there every time."""
        began, good = time.monotonic(), True
        new_file()  # once, before many threads ask for it
        loops: dict[str, tuple[Once, tuple[str, ...]]] = {
            "first start": (partial(self.play, new=True), ("statement", "request")),
            "shop day": (partial(self.play, new=False), ("statement", "request")),
            "promotions": (self.play_promotions, ("write", "request")),
        }
        wanted = {"": [*loops], "orders": ["first start", "shop day"]}
        for where in wanted.get(self._only, [self._only.replace("-", " ")]):
            play, kinds = loops[where]
            for kind in kinds:
                points, bad = self._loop(kind, where, play)
                self.points += points
                good = good and not bad
                self._say(f"{where}: killed at {points:,} of its {STEPS[kind]}, {bad} times something was missing")
        self._say(
            f"{self.points:,} kill points"
            + (f" (each {self._every}th)" if self._every > 1 else "")
            + f", all invariants {'hold' if good else 'DO NOT HOLD'} ({time.monotonic() - began:,.0f} s)"
        )
        return good

    def _loop(self, kind: str, where: str, once: Once) -> tuple[int, int]:
        """Kill at the 1st, 2nd, 3rd … step of a kind; returns how many kills fired and how many were bad."""
        points = bad = 0
        number, last = 1, False
        # There are far fewer requests than statements.
        step = 1 + self._every // 10 if kind == "request" else self._every
        with ThreadPoolExecutor(self._workers) as pool:
            running: set[Future[Play]] = set()
            while running or not last:
                while not last and len(running) < self._workers:
                    running.add(pool.submit(once, kind, number))
                    number += step
                done, running = wait(running, return_when="FIRST_COMPLETED")
                for future in done:
                    play = future.result()
                    last = last or not play.killed
                    points += play.killed
                    if not play.verdict.good:
                        bad += 1
                        self._tell(play, where)
        return points, bad

    def _tell(self, play: Play, where: str) -> None:
        self._say(f"{where}, killed at {play.kind} {play.number}:")
        for sentence in play.verdict.sentences():
            self._say(f"  {sentence}")

    def play(self, kind: str, number: int, *, new: bool) -> Play:
        """Play the orders' script once, with a kill at that step, and judge it."""
        play = Play(kind, number)
        return self._played(play, _World(time.time(), play.beeps, new=new), b"" if new else new_file())

    def play_promotions(self, kind: str, number: int) -> Play:
        """Play the promotions' script once, with a kill at that step, and judge it."""
        return self._played(Play(kind, number), Platforms(time.time()), promotions_file())

    def _played(self, play: Play, world: World, content: bytes) -> Play:
        """Play with a database of that content, none if it is empty."""
        with TemporaryDirectory(dir=MEMORY_FOLDER if MEMORY_FOLDER.is_dir() else None) as place:
            file = Path(place) / "shop.sqlite3"
            if content:
                file.write_bytes(content)
            self.act(play, world, file)
            found = world.judged(file)
            play.verdict.lost += found.lost
            play.verdict.doubled += found.doubled
            play.verdict.wrong += found.wrong
        return play

    def act(self, play: Play, world: World, file: Path) -> None:
        """Let children live one after the other until one has come to the end of the script; closes the world."""
        try:
            for life in range(DEATHS):
                main, task = world.task(file, play.kind, play.number if life == 0 else 0)
                if self._live(main, task, world, play):
                    break
                play.killed = True
            else:
                play.verdict.wrong.append("the program did not come to the end of the script")
        finally:
            world.close()

    def _live(self, main: Callable[[Any, Connection], None], task: Any, world: World, play: Play) -> bool:
        """Have one child live; returns whether it came to its end by itself."""
        ours, theirs = self._context.Pipe()
        process = self._context.Process(target=main, args=(task, theirs), daemon=True)
        process.start()
        theirs.close()
        try:
            ended = _listen(ours, world, play)
        finally:
            ours.close()
            process.join(LONGEST)
            if process.is_alive():
                process.kill()
                process.join()
                play.verdict.wrong.append("the program hangs")
        return ended


def _listen(ours: Connection, world: World, play: Play) -> bool:
    """Hear what a child says until it ends; returns whether it came to its end by itself."""
    deadline = time.monotonic() + LONGEST
    while ours.poll(max(0.0, deadline - time.monotonic())):
        try:
            message = ours.recv()
            if message[0] == "end":
                _, play.statements, play.requests = message
                return True
            world.hear(message, ours.send)
        except (EOFError, ConnectionResetError, BrokenPipeError):
            return False
    play.verdict.wrong.append("the program does not go on")
    return False


class _World:
    """The platforms of one play, and what their customers do."""

    def __init__(self, began: float, beeps: list[Beep], *, new: bool) -> None:
        self._began = began
        self._beeps = beeps
        self._new = new
        self._refs: dict[str, str] = {}
        self._granted: set[str] = set()
        self.platform = TrainingPlatform(
            clock=partial(quick_clock, began),
            time_scale=1 / SPEED,
            requests_per_minute=100_000,
            token_calls_per_minute=100_000,
            webhook_secret=SECRET,
            echo_cancel=True,
            keep_cart="append",
        )
        self.ifood = TrainingIfood(clock=partial(quick_clock, began), min_poll_s=1, conclude_s=None)
        self.platform.start()
        self.ifood.start()

    def task(self, file: Path, kind: str, number: int) -> tuple[Callable[[Any, Connection], None], Any]:
        """Return what a child runs, and its task."""
        return child.main, Task(sqlite_url(file), self.platform.url, self.ifood.url, self._began, kind, number)

    def hear(self, message: Any, answer: Callable[[Any], None]) -> None:
        """Take in what a child says: it listens at a port, has a wish, or an act was good."""
        match message:
            case ("port", int(port)):
                answer(self._opened(port))
            case ("please", str(wish)):
                self._grant(wish)
            case ("beep", Beep() as beep):
                self._beeps.append(beep)

    def close(self) -> None:
        """Close the platforms."""
        self.platform.close()
        self.ifood.close()

    def judged(self, file: Path) -> Verdict:
        """Judge the play, after `close`."""
        world, ended = self.platform.world, quick_clock(self._began)
        return judge(Evidence(file, world, self._acknowledged(), self._beeps, self._notes(), self.ifood.world, ended))

    def _opened(self, port: int) -> dict[str, str]:
        """The shop listens: ring there from now on, and order what was not ordered yet; returns the orders' ids."""
        self.platform.change_settings(webhook_url=f"http://127.0.0.1:{port}/webhooks/{ACCOUNT}")
        if not self._refs:
            self.platform.fault("webhook", "duplicate", value="at once")
            self._refs = {
                name: str(self.platform.create_order(**({"vendor_delivery": False} | wish))["order_id"])
                for name, wish in ORDERS.items()
                if not self._new or name == ON_FIRST_DAY
            }
            if not self._new:
                self._refs[POLLED] = str(self.ifood.create_order(**WISH)["reference"])
        return self._refs

    def _grant(self, wish: str) -> None:
        """Do what the script asks of the world, once."""
        if wish in self._granted:
            return
        self._granted.add(wish)
        if wish == "cancel regretted":
            self.platform.advance(self._refs["regretted"], "CANCELLED")
        elif wish == "outage":
            self.platform.fault("put_order", "drop_before", times=1)
            self.platform.fault("put_order", "drop_after", times=1)
            self.ifood.fault("dispatch", "drop_after", times=1)

    def _acknowledged(self) -> list[bytes]:
        """Return the events that were answered 200."""
        pushes = self.platform.world.bell.pushes
        return [push.body for push in pushes if any(attempt.get("answer") == 200 for attempt in push.attempts)]

    def _notes(self) -> list[Notes]:
        """Return how the script must end."""
        return [
            Notes(
                ref,
                0,
                finished=[BAGS[name]] if name in BAGS else [],
                sealed="finished" if name in BAGS else "cancelled" if name == "nothing" else "",
            )
            for name, ref in self._refs.items()
        ]
