"""How long the window pauses while a file of 25,000 promotions is read and brought in."""

import asyncio
import gc
import json
import tempfile
import time
from pathlib import Path

import qasync
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from picker_app.app import calm_collections
from picker_app.gui import theme
from picker_app.training.deliveroo.platform import TrainingDeliveroo
from picker_app.training.delivery_hero.platform import TrainingPlatform
from tests.bench.promotion_files import PROMOTIONS, promotion
from tests.bench.scans import Figure, figure
from tests.gui.promotion_office import PromotionOffice, in_may

BEAT_MS = 10
ROUNDS = 3
PROMISE_MS = 100
PAUSE = f"longest pause, {PROMOTIONS} promotions come in"


def measure() -> dict[str, Figure]:
    """Measure the longest pause of the window in each of a few rounds."""
    existing = QApplication.instance()
    application = existing if isinstance(existing, QApplication) else QApplication([])
    application.setQuitOnLastWindowClosed(False)
    theme.dress(application)
    before = gc.get_threshold()
    calm_collections()
    try:
        with qasync.QEventLoop(application) as loop:
            return {PAUSE: figure([loop.run_until_complete(_round()) for _ in range(ROUNDS)])}
    finally:
        gc.set_threshold(*before)


async def _round() -> float:
    """Return the longest time between two beats of the window's timer, less the time between two that are on time."""
    brand, chain = TrainingDeliveroo(clock=in_may), TrainingPlatform(clock=in_may)
    brand.start()
    chain.start()
    with tempfile.TemporaryDirectory() as folder:
        office = PromotionOffice(Path(folder), brand, chain)
        file = Path(folder) / "many.json"
        file.write_text(json.dumps({"promotions": [promotion(number) for number in range(PROMOTIONS)]}), "utf-8")
        try:
            await office.open()
            await office.catalogue_read()
            await office.type_path(file)
            if "deliveroo" not in office.hands.files.account.value:
                await office.press(Qt.Key.Key_Tab, Qt.Key.Key_Right)
            heart = Heart()
            await office.press(Qt.Key.Key_F5)
            await office.press(Qt.Key.Key_F9)
            await office.idle()
            heart.stop()
            if len(office.hands.office.rows) != PROMOTIONS:
                raise RuntimeError("they did not come in: the benchmark measures nothing")
            return heart.longest
        finally:
            await office.close()
            await asyncio.to_thread(brand.close)
            await asyncio.to_thread(chain.close)


class Heart:
    """Beats in the window's thread; `longest` is by how much a beat came late at most, in seconds."""

    def __init__(self) -> None:
        self.longest = 0.0
        self._before = time.perf_counter()
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(BEAT_MS)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def stop(self) -> None:
        """Beat no more."""
        self._timer.stop()

    def _beat(self) -> None:
        now = time.perf_counter()
        self.longest = max(self.longest, now - self._before - BEAT_MS / 1000)
        self._before = now
