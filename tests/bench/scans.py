"""From the Enter of a scan to the painted line, with 200 open orders; beside a bare commit and a bare repaint."""

import asyncio
import sqlite3
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, cast

import qasync
from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt, QTimer
from PySide6.QtWidgets import QApplication, QListView, QWidget

from picker_app.app import Launch, Program
from picker_app.demo import Hands
from picker_app.picking.rows import OrderView, Tab

ORDERS = 200
LINES = 60
SCANS = 300
PROMISE_MS = 50
SCAN = f"scan to painted line, {ORDERS} open orders"
BARE = "bare SQLite commit and bare repaint"
COMMIT = "bare SQLite commit (WAL, FULL)"
PAINT = f"bare repaint of {LINES} rows"


@dataclass(frozen=True, slots=True)
class Figure:
    """Milliseconds of many runs."""

    median_ms: float
    p99_ms: float
    most_ms: float
    count: int


def figure(seconds: list[float]) -> Figure:
    """Return the figure of a row of measurements in seconds."""
    ordered = sorted(second * 1000 for second in seconds)
    return Figure(
        ordered[len(ordered) // 2], ordered[min(len(ordered) - 1, len(ordered) * 99 // 100)], ordered[-1], len(ordered)
    )


def measure() -> dict[str, Figure]:
    """Measure everything in one program."""
    existing = QApplication.instance()
    application = existing if isinstance(existing, QApplication) else QApplication([])
    # The loop ends with its own work, not with a window.
    application.setQuitOnLastWindowClosed(False)
    with tempfile.TemporaryDirectory() as folder, qasync.QEventLoop(application) as loop:
        scans = loop.run_until_complete(_scans(application, Path(folder)))
        commits = _commits(Path(folder) / "bare.sqlite3")
        paints = loop.run_until_complete(_paints())
    both = [commit + paint for commit, paint in zip(commits, paints, strict=True)]
    return {SCAN: figure(scans), BARE: figure(both), COMMIT: figure(commits), PAINT: figure(paints)}


class Painted(QObject):
    """Counts how often a widget was painted, and when last."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__()
        self.count = 0
        self.at = 0.0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note a paint once it is done: the zero timer comes after it."""
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, self, self._done)
        return False

    def beyond(self, count: int) -> bool:
        """Say whether it was painted more often than so."""
        return self.count > count

    def _done(self) -> None:
        self.count += 1
        self.at = time.perf_counter()


async def _scans(application: QApplication, folder: Path) -> list[float]:
    program = Program(Launch(folder / "none.toml", folder, training=True, demo=True), application)
    await program.start()
    try:
        for number in range(ORDERS - 1):
            program.platform.create_order(lines=5 + number % 20)
        items = [{"sku": sku, "quantity": SCANS // LINES} for sku in _pieces(LINES)]
        ref = str(program.platform.create_order(items=items, language="en")["order_id"])
        await _until(lambda: program.board.counts()[Tab.TO_PICK] == ORDERS)
        await _until(lambda: program.catalogue_ready)
        row = next(row for row in program.board.rows(Tab.TO_PICK) if program.board.ref(row.id) == ref)
        hands = Hands(program.window)
        await hands.scan(row.code)
        lines = cast(QListView, program.window.findChild(QListView, "order_lines"))
        await _until(lines.isVisible)
        painted = Painted(lines.viewport())
        return [
            await _timed(program, hands, row.id, line.barcode, line.key, painted)
            for _ in range(SCANS // LINES)
            for line in _view(program, row.id).lines
        ]
    finally:
        await program.close()


def _pieces(count: int) -> list[str]:
    return [f"{200007 + 7 * step}" for step in range(count)]


def _view(program: Program, order_id: int) -> OrderView:
    view = program.board.order(order_id)
    if view is None:
        raise RuntimeError("the order is not on the board")
    return view


async def _timed(program: Program, hands: Hands, order_id: int, code: str, key: str, painted: Painted) -> float:
    """Scan once; returns the seconds from the scanner's Enter to the painted line."""

    def amount() -> Any:
        return next(line.amount for line in _view(program, order_id).lines if line.key == key)

    before, shown = amount(), asyncio.get_running_loop().create_future()

    def changed(ids: frozenset[int]) -> None:
        if not shown.done() and amount() == before + 1:
            shown.set_result(time.perf_counter())

    end = program.board.subscribe(changed)
    hands.burst(code)
    began = time.perf_counter()
    hands.strike(Qt.Key.Key_Return, after_ms=3)
    asked = await asyncio.wait_for(shown, 10)
    # The window asked to be painted when the board changed; the paint itself comes after it.
    await _until(lambda: painted.at >= asked)
    end()
    # A hand brings the next product to the scanner; the courier and the board have their time meanwhile.
    taken = painted.at - began
    await asyncio.sleep(0.03)
    return taken


async def _until(holds: Callable[[], bool], seconds: float = 60) -> None:
    deadline = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > deadline:
            raise RuntimeError("waited in vain")
        await asyncio.sleep(0.001)


def _commits(path: Path) -> list[float]:
    """Commit one row as often as there are scans."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("CREATE TABLE scans (code TEXT)")
    taken = []
    for number in range(SCANS):
        began = time.perf_counter()
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("INSERT INTO scans VALUES (?)", (str(number),))
        connection.execute("COMMIT")
        taken.append(time.perf_counter() - began)
    connection.close()
    return taken


async def _paints() -> list[float]:
    """Change one row of a bare list and wait for its paint, as often as there are scans."""
    model = QStringListModel([f"row {number}" for number in range(LINES)])
    view = QListView()
    view.setModel(model)
    view.resize(1366, 768)
    view.show()
    painted = Painted(view.viewport())
    await _until(lambda: painted.count > 0)
    taken = []
    for number in range(SCANS):
        began = time.perf_counter()
        count = painted.count
        model.setData(model.index(number % 10), f"row {number} again")
        await _until(partial(painted.beyond, count))
        taken.append(painted.at - began)
    view.close()
    return taken
