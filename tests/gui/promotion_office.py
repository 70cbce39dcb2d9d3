"""The workspace of promotions in a real window, over real services and both training platforms."""

import asyncio
import json
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QWidget

from picker_app.devices.scanner import Scan
from picker_app.gui.main_window import MainWindow
from picker_app.gui.promotion_hands import PromotionHands
from picker_app.gui.surroundings import Surroundings
from picker_app.gui.widgets.line_delegate import LineCard
from picker_app.services import Services
from picker_app.store.database import sqlite_url
from picker_app.training.accounts import DELIVERY_HERO, training_settings
from picker_app.training.deliveroo.platform import TrainingDeliveroo
from picker_app.training.delivery_hero.platform import TrainingPlatform
from tests.gui.shop import Ears, HandScanner

K = Qt.Key
BEGAN = datetime.now(UTC)
MAY = datetime(2026, 5, 20, 9, 0, tzinfo=UTC)
PAGE = Path(__file__).parent.parent / "promotions" / "samples" / "deliveroo_page.json"
PATIENCE = 30


def in_may() -> datetime:
    """A clock that runs, and began in May 2026: before the promotions of the example file."""
    return MAY + (datetime.now(UTC) - BEGAN)


class PromotionOffice:
    """Hands at the keyboard of the workspace."""

    def __init__(self, folder: Path, brand: TrainingDeliveroo, chain: TrainingPlatform) -> None:
        self.folder, self.brand, self.chain = folder, brand, chain
        chosen, secrets = training_settings(chain, None, brand)
        self.zone = chosen.store.zone
        self.services = Services(chosen, secrets, sqlite_url(folder / "shop.sqlite3"), clock=in_may, listening=False)
        self.scanner = HandScanner()
        self.ears = Ears()

    async def open(self, speak: str = "en", size: tuple[int, int] | None = None) -> None:
        """Start the services and open the window on the workspace."""
        services = self.services
        await services.start()
        self.window = MainWindow(
            Surroundings(
                board=services.board,
                desk=services.desk,
                catalog=services.catalog,
                scans=self.scanner,
                sounds=self.ears,
                accounts=services.accounts,
                check_for_orders=services.check_for_orders,
                give_back=services.courier.give_back,
                clock=in_may,
                store_name="Training shop",
                time_zone=self.zone,
                language=speak,
                promotions=services.promotions,
            )
        )
        if size is not None:
            self.window.resize(*size)
        self.window.show()
        self.window.hands.to_workspace("promotions")
        await self.idle()

    async def close(self) -> None:
        """Shut the window and the services."""
        await self.window.shut()
        self.window.deleteLater()
        await self.services.close()

    @property
    def hands(self) -> PromotionHands:
        workspace = self.window.pages.workspace
        assert workspace is not None and isinstance(workspace.work, PromotionHands)
        return workspace.work

    @property
    def page(self) -> str:
        """The name of the page of promotions that is seen."""
        seen = self.hands.page.currentWidget()
        return seen.objectName() if seen is not None else ""

    async def idle(self) -> None:
        """Wait until nothing is done any more: an act may ask for a look-up, and that for another one."""
        for _ in range(4):
            await self.window.tasks.idle()
            await asyncio.sleep(0)

    def _target(self) -> QWidget:
        focus: QWidget | None = self.window.focusWidget()
        return self.window if focus is None else focus

    async def press(self, *keys: Qt.Key | str) -> None:
        """Press keys one after another; text is typed."""
        for key in keys:
            if isinstance(key, str):
                QTest.keyClicks(self._target(), key)
            else:
                QTest.keyClick(self._target(), key)
            await self.idle()

    async def chord(self, key: Qt.Key) -> None:
        """Press a key with Ctrl."""
        QTest.keyClick(self._target(), key, Qt.KeyboardModifier.ControlModifier)
        await self.idle()

    async def scan(self, code: str) -> None:
        """Scan a code."""
        self.scanner.scanned.emit(Scan(code, code, in_may(), (4,) * (len(code) - 1), entered=True))
        await self.idle()

    async def until(self, found: Callable[[], bool]) -> None:
        """Let the program work until something is so; fails after a deadline."""
        never, deadline = asyncio.Event(), time.monotonic() + PATIENCE
        while not found():
            assert time.monotonic() < deadline, f"it did not come about: {self.words()}"
            try:
                await asyncio.wait_for(never.wait(), 0.02)
            except TimeoutError:
                self.window.tick()

    async def catalogue_read(self) -> None:
        """Wait until the catalogue of the chain is here."""
        importer = self.services.importer
        await self.until(lambda: importer.state()[DELIVERY_HERO].renewed_at is not None)

    def words(self) -> str:
        """All words of labels that are seen on the page, and the strip's headline."""
        seen = self.hands.page.currentWidget()
        labels = seen.findChildren(QLabel) if seen is not None else []
        return "\n".join([*(one.text() for one in labels if one.isVisible()), self.window.strip.headline])

    def text(self) -> str:
        """The text that is shown word for word."""
        seen = self.hands.page.currentWidget()
        assert seen is not None
        found = seen.findChild(QPlainTextEdit, "promotion_body_text")
        assert found is not None
        return found.toPlainText()

    def cards(self) -> list[LineCard]:
        """The cards of the list that is seen."""
        model = self.hands.office.seen.page.model  # type: ignore[attr-defined]  # a page of cards is seen
        return [model.card_of(row) for row in model.rows()]

    async def type_path(self, path: Path) -> None:
        """Open the page of files and type a path."""
        await self.press(K.Key_F4)
        field = self.hands.files.path
        field.clear()
        await self.press(str(path))

    async def bring_in(self, path: Path) -> None:
        """Bring a file in at Deliveroo."""
        await self.type_path(path)
        files = self.hands.files
        if "deliveroo" not in files.account.value:
            await self.press(K.Key_Tab, K.Key_Right)
        await self.press(K.Key_F5, K.Key_F9)


def page_file() -> dict[str, Any]:
    """The example of Deliveroo's page."""
    tree: dict[str, Any] = json.loads(PAGE.read_text(encoding="utf-8"))
    return tree
