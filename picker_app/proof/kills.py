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

from picker_app.proof import child
from picker_app.proof.child import Task, quick_clock
from picker_app.proof.day import MEMORY_FOLDER, new_file
from picker_app.proof.hasty_time import SPEED
from picker_app.proof.notes import Beep, Notes
from picker_app.proof.script import BAGS, ORDERS, POLLED, WISH
from picker_app.proof.shop import ACCOUNT, SECRET
from picker_app.proof.verdict import Evidence, Verdict, judge
from picker_app.store.database import sqlite_url
from picker_app.training.ifood_pos.platform import TrainingIfood
from picker_app.training.platform import TrainingPlatform

KINDS = ("statement", "request")
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
    new: bool
    killed: bool = False
    statements: int = 0
    requests: int = 0
    beeps: list[Beep] = field(default_factory=list)
    verdict: Verdict = field(default_factory=Verdict)


class Kills:
    """Plays the script again and again.

    `every` leaves kill points out: only each so-and-so-many-th statement is taken, and of the requests ten times more.
    """

    def __init__(self, *, every: int = 1, workers: int | None = None, say: Say = print) -> None:
        self._every = every
        self._workers = workers or PLAYS_A_CORE * (os.cpu_count() or 1)
        self._say = say
        self._context = multiprocessing.get_context("forkserver")
        self._context.set_forkserver_preload([*PRELOADED])
        self.points = 0

    def run(self) -> bool:
        """Run until no kill fires any more; returns whether all was there every time."""
        began, good = time.monotonic(), True
        new_file()  # once, before many threads ask for it
        for new in (True, False):
            for kind in KINDS:
                points, bad = self._loop(kind, new=new)
                self.points += points
                good = good and not bad
                where = "first start" if new else "shop day"
                self._say(f"{where}: killed at {points:,} of its {kind}s, {bad} times something was missing")
        self._say(
            f"{self.points:,} kill points"
            + (f" (each {self._every}th)" if self._every > 1 else "")
            + f", all invariants {'hold' if good else 'DO NOT HOLD'} ({time.monotonic() - began:,.0f} s)"
        )
        return good

    def _loop(self, kind: str, *, new: bool) -> tuple[int, int]:
        """Kill at the 1st, 2nd, 3rd … step of a kind; returns how many kills fired and how many were bad."""
        points = bad = 0
        number, last = 1, False
        # There are far fewer requests than statements.
        step = self._every if kind == "statement" else 1 + self._every // 10
        with ThreadPoolExecutor(self._workers) as pool:
            running: set[Future[Play]] = set()
            while running or not last:
                while not last and len(running) < self._workers:
                    running.add(pool.submit(self.play, kind, number, new=new))
                    number += step
                done, running = wait(running, return_when="FIRST_COMPLETED")
                for future in done:
                    play = future.result()
                    last = last or not play.killed
                    points += play.killed
                    if not play.verdict.good:
                        bad += 1
                        self._tell(play)
        return points, bad

    def _tell(self, play: Play) -> None:
        self._say(f"killed at {play.kind} {play.number}{' of the first start' if play.new else ''}:")
        for sentence in play.verdict.sentences():
            self._say(f"  {sentence}")

    def play(self, kind: str, number: int, *, new: bool) -> Play:
        """Play the script once, with a kill at that step, and judge it."""
        play = Play(kind, number, new)
        folder = MEMORY_FOLDER if MEMORY_FOLDER.is_dir() else None
        with TemporaryDirectory(dir=folder) as place:
            file = Path(place) / "shop.sqlite3"
            if not new:
                file.write_bytes(new_file())
            began = time.time()
            world = _World(began, new=new)
            try:
                for life in range(DEATHS):
                    mine = number if life == 0 else 0
                    task = Task(sqlite_url(file), world.platform.url, world.ifood.url, began, kind, mine)
                    if self._live(task, world, play):
                        break
                    play.killed = True
                else:
                    play.verdict.wrong.append("the program did not come to the end of the script")
            finally:
                world.close()
            found = judge(world.evidence(file, play.beeps))
            play.verdict.lost += found.lost
            play.verdict.doubled += found.doubled
            play.verdict.wrong += found.wrong
        return play

    def _live(self, task: Task, world: "_World", play: Play) -> bool:
        """Have one child live; returns whether it came to its end by itself."""
        ours, theirs = self._context.Pipe()
        process = self._context.Process(target=child.main, args=(task, theirs), daemon=True)
        process.start()
        theirs.close()
        try:
            ended = self._serve(ours, world, play)
        finally:
            ours.close()
            process.join(LONGEST)
            if process.is_alive():
                process.kill()
                process.join()
                play.verdict.wrong.append("the program hangs")
        return ended

    def _serve(self, ours: Connection, world: "_World", play: Play) -> bool:
        deadline = time.monotonic() + LONGEST
        while ours.poll(max(0.0, deadline - time.monotonic())):
            try:
                message = ours.recv()
            except (EOFError, ConnectionResetError):
                return False
            match message:
                case ("port", int(port)):
                    try:
                        ours.send(world.opened(port))
                    except BrokenPipeError:
                        return False
                case ("please", str(wish)):
                    world.grant(wish)
                case ("beep", Beep() as beep):
                    play.beeps.append(beep)
                case ("end", int(statements), int(requests)):
                    play.statements, play.requests = statements, requests
                    return True
        play.verdict.wrong.append("the program does not go on")
        return False


class _World:
    """The platforms of one play, and what their customers do."""

    def __init__(self, began: float, *, new: bool) -> None:
        self._began = began
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

    def close(self) -> None:
        """Close the platforms."""
        self.platform.close()
        self.ifood.close()

    def evidence(self, file: Path, beeps: list[Beep]) -> Evidence:
        """Return what the play is judged by; to be asked for after `close`."""
        world, ended = self.platform.world, quick_clock(self._began)
        return Evidence(file, world, self._acknowledged(), beeps, self._notes(), self.ifood.world, ended)

    def opened(self, port: int) -> dict[str, str]:
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

    def grant(self, wish: str) -> None:
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
