"""A window on a shop held in memory, and hands that press its keys."""

from collections.abc import AsyncIterator, Awaitable, Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from picker_app.gui import language, theme
from picker_app.gui.main_window import MainWindow
from tests.gui.shop import Shop

CTRL = Qt.KeyboardModifier.ControlModifier


class Till:
    """A shop with its window open."""

    def __init__(self, shop: Shop, window: MainWindow) -> None:
        self.shop = shop
        self.window = window

    def focused(self) -> QWidget:
        focus: QWidget | None = self.window.focusWidget()
        return self.window if focus is None else focus

    async def press(self, *keys: Qt.Key | str) -> None:
        """Press keys one after another, each after the work of the one before; text is typed."""
        for key in keys:
            if isinstance(key, str):
                QTest.keyClicks(self.focused(), key)
            else:
                QTest.keyClick(self.focused(), key)
            await self.window.tasks.idle()

    def strike(self, *keys: Qt.Key | str) -> None:
        """Press keys without waiting for anything, as fast hands and scripts do."""
        for key in keys:
            if isinstance(key, str):
                QTest.keyClicks(self.focused(), key)
            else:
                QTest.keyClick(self.focused(), key)

    async def chord(self, key: Qt.Key) -> None:
        """Press a key with Ctrl."""
        QTest.keyClick(self.focused(), key, CTRL)
        await self.window.tasks.idle()

    async def scan(self, text: str, *, entered: bool = True) -> None:
        """Scan and wait for what it does."""
        self.shop.scanner.scan(text, entered=entered)
        await self.window.tasks.idle()

    @property
    def page(self) -> str:
        """The name of the page that is seen."""
        page = self.window.pages.currentWidget()
        return page.objectName() if page is not None else ""

    @property
    def chosen_line(self) -> str:
        """The key of the chosen line."""
        line = self.window.pages.order.chosen()
        return line.key if line else ""


Open = Callable[..., Awaitable[Till]]


@pytest.fixture
async def open_till(qapp: QApplication) -> AsyncIterator[Open]:
    """Open a window on a shop; it is shut after the test."""
    if not qapp.styleSheet():
        theme.dress(qapp)
    language.speak(qapp, "en")
    windows = []

    async def open_it(shop: Shop, speak: str = "en") -> Till:
        language.speak(qapp, speak)
        window = MainWindow(shop.surroundings(speak))
        windows.append(window)
        window.show()
        return Till(shop, window)

    yield open_it
    for window in windows:
        await window.shut()
        window.deleteLater()
    language.speak(qapp, "en")
