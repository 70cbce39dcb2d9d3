"""The program as a child process that works the script and is killed at the n-th statement or request."""

import asyncio
import logging
import multiprocessing
import os
import signal
import sqlite3
import threading
import time
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from datetime import datetime, timedelta
from multiprocessing.connection import Connection
from typing import Any

from picker_app.platforms.network import Transport
from picker_app.proof import steps
from picker_app.proof.hasty_time import SPEED, HastyLoop
from picker_app.proof.script import Worker
from picker_app.proof.shop import OPENS, configured
from picker_app.services import Services

POLL_SECONDS = 5


@dataclass(frozen=True, slots=True)
class Task:
    """What a child is to do: on which file, with which platforms, since when, and at which step it dies.

    `kind` is "statement", "write" or "request"; `number` counts from 1, 0 for a child that is not killed. `began` is
    the second of the machine's clock at which the day began.
    """

    url: str
    platform: str
    ifood: str
    began: float
    kind: str = ""
    number: int = 0


def quick_clock(began: float) -> datetime:
    """Return the time of a day that began at that second of the machine's clock and passes `SPEED` times as fast."""
    return OPENS + timedelta(seconds=(time.time() - began) * SPEED)


class Fuse:
    """Counts steps and kills this process at one of them."""

    def __init__(self, number: int) -> None:
        self._left = number
        self._lock = threading.Lock()
        self.count = 0

    def step(self) -> None:
        """Count a step; the last one is never taken."""
        with self._lock:
            self.count += 1
            if self.count == self._left:
                os.kill(os.getpid(), signal.SIGKILL)
                signal.pause()


def main(task: Task, parent: Connection) -> None:
    """Work the script to its end; tells the parent its port, each good act, and at last how many steps it had."""
    live(task.kind, task.number, parent, lambda transport: _work(task, parent, transport))


def end_with_parent() -> None:
    """Let this process end where the one that started it does: its platforms are gone then, and nobody hears of it."""
    parent = multiprocessing.parent_process()
    if parent is None:
        return

    def end() -> None:
        parent.join()
        os._exit(1)

    threading.Thread(target=end, name="parent", daemon=True).start()


def live(kind: str, number: int, parent: Connection, work: Callable[[Transport], Coroutine[Any, Any, None]]) -> None:
    """Do the work of a child, and die at its n-th step of a kind; at last the parent hears how many steps it had.

    A "write" is a statement of a transaction that writes, its beginning and its end among them. What only reads leaves
    the file as it was: a kill there is one after the write before it, or around the request before or after it.
    """
    end_with_parent()
    logging.getLogger("picker_app").setLevel(logging.CRITICAL)
    statements = Fuse(number if kind == "statement" else 0)
    writes = Fuse(number if kind == "write" else 0)
    requests = Fuse(number if kind == "request" else 0)
    writers: set[sqlite3.Connection] = set()

    def at_statement(sql: str, connection: sqlite3.Connection) -> None:
        statements.step()
        if sql == steps.WRITING:
            writers.add(connection)
        if connection in writers:
            writes.step()

    with steps.statements(at_statement), asyncio.Runner(loop_factory=HastyLoop) as runner:
        runner.run(work(steps.Stepped(lambda place: requests.step())))
    parent.send(("end", statements.count, requests.count))


async def _work(task: Task, parent: Connection, transport: Transport) -> None:
    settings, secrets = configured(task.platform, task.ifood, poll_seconds=POLL_SECONDS)
    services = Services(
        settings,
        secrets,
        task.url,
        clock=lambda: quick_clock(task.began),
        seconds=asyncio.get_running_loop().time,
        transport=transport,
    )
    try:
        await services.start()
        parent.send(("port", services.listener.port))
        refs = await asyncio.to_thread(parent.recv)
        worker = Worker(
            services, refs, lambda beep: parent.send(("beep", beep)), lambda wish: parent.send(("please", wish))
        )
        await worker.work()
        await _quiet(services)
    finally:
        await services.close()


async def _quiet(services: Services) -> None:
    """Wait until no message waits and the catalogue is here."""

    def busy() -> bool:
        renewals = services.importer.state().values()
        return any(row.waiting for row in services.accounts()) or any(
            renewal.running or renewal.renewed_at is None for renewal in renewals
        )

    while busy():  # noqa: ASYNC110 - there is no event for all of it
        await asyncio.sleep(0.2)
