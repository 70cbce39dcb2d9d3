"""Checks every scanner profile of the specification on every layout, with any focus ("Barcodes and scanners", 14).

What is read is judged as the shop would: by the codes that it knows.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Final

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QMenu, QMessageBox

from picker_app.devices.codes import KnownCodes, interpret
from picker_app.devices.readings import ProductCode
from picker_app.devices.scanner import Numbers, Scan
from tests.gui.keyboard import ALT, CTRL, GS, KEYPAD, LAYOUTS, Keyboard, Stroke, strokes
from tests.gui.scanned_desk import Desk, open_desk
from tests.gui.test_any_burst import wait

MILK: Final = "7891000315507"
UPC: Final = "036000291452"
SHOP: Final = "Milk-LT1"
LOT: Final = f"01{'0' + MILK}10LOT7{GS}17261231"
KNOWN: Final = KnownCodes.of(products=[MILK, UPC, SHOP, "94011"])
FOCUS: Final = ("text", "quantity", "button", "combo", "table", "nothing", "box", "menu")
F12: Final = Qt.Key.Key_F12.value

Send = Callable[[Keyboard, str], None]


@dataclass(frozen=True)
class Profile:
    """What a scanner sends, and the products that the shop must take it for."""

    send: Send
    products: tuple[str, ...] = (MILK,)
    numbers: Numbers = field(default_factory=Numbers)
    gs: str = "auto"
    focus: tuple[str, ...] = FOCUS
    check: Callable[[list[Scan]], bool] = lambda scans: True


def sends(code: str, *, gap: int = 2, suffix: str = "\r", times: int = 1, pause: int = 500, **locks: bool) -> Send:
    def send(keyboard: Keyboard, layout: str) -> None:
        for number in range(times):
            keyboard.burst(strokes(code, layout, **locks), gap=gap, suffix=suffix, pause=500 if number == 0 else pause)

    return send


def jittering(keyboard: Keyboard, layout: str) -> None:
    keyboard.now += 500
    for number, stroke in enumerate(strokes(MILK, layout)):
        keyboard.strike(stroke, after=15 + 5 * (number % 3))
    keyboard.press("\r", after=20)


def slow(keyboard: Keyboard, layout: str) -> None:
    keyboard.now += 500
    for number, stroke in enumerate(strokes(MILK, layout)):
        keyboard.strike(stroke, after=45 + 5 * (number % 2))
    keyboard.press("\r", after=50)


def with_a_pause(keyboard: Keyboard, layout: str) -> None:
    keyboard.now += 500
    for number, stroke in enumerate(strokes(MILK, layout)):
        keyboard.strike(stroke, after=120 if number == 6 else 8)
    keyboard.press("\r", after=8)


def with_a_late_enter(keyboard: Keyboard, layout: str) -> None:
    keyboard.burst(strokes(MILK, layout), gap=8, suffix="")
    keyboard.press("\r", after=120)


def at_once(keyboard: Keyboard, layout: str) -> None:
    """All keys with one stamp; a doubled digit is marked as a repeat, as X11 does."""
    keyboard.now += 500
    before = None
    for stroke in strokes(MILK, layout):
        again = before is not None and stroke.place == before.place
        keyboard.press(
            stroke.text, after=0, key=stroke.key, position=stroke.place, modifiers=stroke.modifiers, repeat=again
        )
        before = stroke
    keyboard.press("\r", after=0)


def prefixed(key: str) -> Send:
    def send(keyboard: Keyboard, layout: str) -> None:
        if key == "STX":
            keyboard.press("\x02", after=500, key=Qt.Key.Key_B.value, position=48, modifiers=CTRL)
        else:
            keyboard.press("", after=500, key=F12, position=88)
        for stroke in strokes(MILK, layout):
            keyboard.strike(stroke, after=80)
        keyboard.press("\r", after=80)

    return send


def interleaved(keyboard: Keyboard, layout: str) -> None:
    keyboard.now += 500
    for one, other in zip(strokes(MILK, layout), strokes("0" + UPC, layout), strict=True):
        keyboard.strike(one, after=3)
        keyboard.strike(other, after=3)
    keyboard.press("\r", after=3)


def in_alt_mode(keyboard: Keyboard, layout: str) -> None:
    keyboard.now += 500
    for digit in "055056057048":
        place = {"0": 82, "4": 75, "5": 76, "6": 77, "7": 71, "8": 72}[digit]
        keyboard.strike(Stroke("", place, ALT | KEYPAD, Qt.Key.Key_Insert.value), after=3)
    keyboard.press("\r", after=3)


def lots(scans: list[Scan], gs: str) -> list[tuple[str, bool]]:
    """The lot of each scan, and whether its date was read."""
    read = [interpret(scan.text, scan.keys, KNOWN, gs=gs) for scan in scans]
    return [(one.lot, one.expiry is not None) for one in read if isinstance(one, ProductCode)]


PROFILES: Final[dict[str, Profile]] = {
    "1 by cable": Profile(sends(MILK)),
    "2 with one stamp": Profile(at_once),
    "3 cheap": Profile(jittering),
    "4 slow": Profile(slow),
    "4 slow and short": Profile(sends("94011", gap=48), ("94011",), Numbers(gap_ms=100)),
    "5 with a pause": Profile(with_a_pause),
    "6 with a late Enter": Profile(with_a_late_enter),
    "7 Tab": Profile(sends(MILK, suffix="\t")),
    "8 Enter twice": Profile(sends(MILK, suffix="\r\r")),
    "9 no suffix": Profile(sends(MILK, suffix=""), focus=("text", "button")),
    "10 STX": Profile(prefixed("STX"), numbers=Numbers(prefix="STX")),
    "10 F12": Profile(prefixed("F12"), numbers=Numbers(prefix="F12")),
    "11 identifier": Profile(sends("]E0" + MILK)),
    "12 keypad": Profile(sends(MILK, keypad=True)),
    "13 Caps Lock": Profile(sends(SHOP, caps=True), (SHOP,)),
    "14 double trigger": Profile(
        sends(MILK, times=2, pause=15), (MILK, MILK), check=lambda scans: [s.repeat for s in scans] == [False, True]
    ),
    "15 the same again": Profile(
        sends(MILK, times=2, pause=60), (MILK, MILK), check=lambda scans: not any(s.repeat for s in scans)
    ),
    "16 separator": Profile(sends("]C1" + LOT), check=lambda scans: lots(scans, "auto") == [("LOT7", True)]),
    "17 separator dropped": Profile(
        sends("]C1" + LOT.replace(GS, "")), check=lambda scans: lots(scans, "auto") == [("", False)]
    ),
    "18 separator replaced": Profile(
        sends("]C1" + LOT.replace(GS, "|")), gs="|", check=lambda scans: lots(scans, "|") == [("LOT7", True)]
    ),
    "19 zero dropped": Profile(sends(UPC[1:]), (UPC,)),
    "20 check digit dropped": Profile(sends(MILK[:-1])),
    "21 ALT mode": Profile(in_alt_mode, ("",), check=lambda scans: [scan.alt_mode for scan in scans] == [True]),
    "22 two at once": Profile(interleaved, ("",)),
}


@contextmanager
def focused(desk: Desk, name: str) -> Iterator[None]:
    """The focus on a widget, or an error box or a menu over the window."""
    if name == "box":
        box = QMessageBox(QMessageBox.Icon.Warning, "No", "The platform does not answer", parent=desk.window)
        box.open()
        wait(box.isActiveWindow, "the box")
        yield
        assert box.isVisible(), "a scan has closed the box"
        box.close()
        box.deleteLater()
    elif name == "menu":
        menu = QMenu(desk.window)
        menu.addAction("&7 cancel the order", lambda: desk.done.append("menu"))
        menu.popup(QPoint(0, 0))
        wait(lambda: QApplication.activePopupWidget() is menu, "the menu")
        yield
        assert menu.isVisible(), "a scan has closed the menu"
        menu.close()
        menu.deleteLater()
    else:
        desk.focus(name)
        yield
        return
    desk.window.activateWindow()
    wait(desk.window.isActiveWindow, "the window")


def read(scan: Scan, gs: str) -> str:
    """The product that a scan means, as one of the codes of the shop; "" if it means none."""
    reading = interpret(scan.text, scan.keys, KNOWN, gs=gs)
    if scan.alt_mode or not isinstance(reading, ProductCode):
        return ""
    return next((code for code in (MILK, UPC, SHOP, "94011") if code.zfill(14) == reading.lookup.zfill(14)), SHOP)


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
@pytest.mark.parametrize("name", PROFILES)
def test_a_profile_is_read_on_every_layout_with_any_focus_and_touches_nothing(qapp: QApplication, name: str) -> None:
    profile = PROFILES[name]
    with open_desk(qapp, profile.numbers) as desk:
        for layout in LAYOUTS:
            for focus in profile.focus:
                desk.scans.clear()
                with focused(desk, focus):
                    profile.send(desk.keyboard, layout)
                    wait(lambda: len(desk.scans) == len(profile.products), f"{name}, {layout}, {focus}")
                assert tuple(read(scan, profile.gs) for scan in desk.scans) == profile.products, (layout, focus)
                assert profile.check(desk.scans), (layout, focus)
                assert (desk.leaks.seen, desk.done, desk.text.text()) == ("", [], "half"), (layout, focus)
                assert desk.quantity.value() == 0, (layout, focus)


def test_a_slow_scanner_with_a_short_code_comes_back_whole_unless_it_is_allowed(qapp: QApplication) -> None:
    with open_desk(qapp) as desk:
        desk.focus("text")
        desk.reject.setDefault(False)
        desk.keyboard.scan("94011", gap=48)
        assert (desk.text.text(), desk.scans) == ("half94011", [])


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_hand_is_a_hand_on_every_layout(qapp: QApplication, layout: str) -> None:
    with open_desk(qapp) as desk:
        desk.focus("text")
        desk.text.clear()
        desk.reject.setDefault(False)
        keys = [stroke for stroke in strokes("12.5", layout) if stroke.text]
        desk.keyboard.now += 500
        for number, stroke in enumerate(keys):
            desk.keyboard.strike(stroke, after=30 if number == 1 else 70 + 40 * number)
        desk.keyboard.press("\r", after=120)
        assert (desk.text.text(), desk.scans) == ("".join(stroke.text for stroke in keys), [])
