"""Checks the scanner's page: examining the scanner, teaching a label, saving the command sheet, by keys and scans."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QWidget

from picker_app.devices.labels import Rule, shipped_rules
from picker_app.devices.scanner import Scan
from picker_app.devices.scanner_doctor import CODES
from picker_app.gui.scanner_hands import ScannerPage
from picker_app.picking.examined import Examined
from tests.devices.label_factory import printed
from tests.gui.conftest import Open, Till
from tests.gui.shop import NOW, stocked

K = Qt.Key
SE = next(rule for rule in shipped_rules() if rule.id == "se-23")
LABELS = (("001234", "0.527"), ("001234", "1.250"), ("047715", "0.304"), ("047715", "2.011"))


@pytest.fixture
async def till(open_till: Open) -> Till:
    till = await open_till(stocked())
    await till.chord(K.Key_L)
    return till


def page(till: Till) -> ScannerPage:
    found = till.window.findChild(ScannerPage, "scanner_page")
    assert found is not None
    return found


def words(till: Till) -> str:
    return "\n".join(label.text() for label in page(till).findChildren(QLabel) if label.isVisible())


async def scan(till: Till, code: str, **more: Any) -> None:
    till.shop.scanner.scanned.emit(replace(Scan(code, code, NOW, (4,) * (len(code) - 1), entered=True), **more))
    await till.window.tasks.idle()


def type_at(field: QWidget, text: str, gap_ms: int) -> None:
    for number, character in enumerate(text):
        event = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, character)
        event.setTimestamp(1000 + number * gap_ms)
        QCoreApplication.sendEvent(field, event)


async def test_the_page_says_how_the_scanner_stands_and_which_labels_are_read(till: Till) -> None:
    assert till.page == "scanner_page"
    assert "limit 60 ms" in words(till) and "weights are typed" in words(till)
    await till.press(K.Key_Escape)
    assert till.page == "inbox"


async def test_three_scans_and_a_few_keys_set_the_scanner(till: Till) -> None:
    await till.press(K.Key_Return)
    assert till.shop.scanner.examining[-1:] == [True]
    for code in CODES:
        await scan(till, code)
    assert till.shop.scanner.examining[-1:] == [False]
    type_at(page(till).doctor.field, "1234567890", 61)
    await till.press(K.Key_Return)
    assert "4 ms a key, limit 60; your fastest typing 61 ms: safe" in words(till)
    await till.press(K.Key_Return)
    assert till.shop.scanner.examined == Examined(60, "", "yes", "auto", 4, 61, "enter")
    assert "4 ms a key, limit 60; your fastest typing 61 ms: safe" in words(till)
    assert till.shop.desk.noted == ["sample"] * 3, "each of them is in the journal"


async def test_another_code_is_told_and_the_same_code_stays_shown(till: Till) -> None:
    await till.press(K.Key_Return)
    await scan(till, "9001234500017")
    assert till.window.strip.headline == "That is another code"
    assert page(till).doctor.bars.accessibleName() == CODES[0]


async def test_what_to_change_on_the_scanner_is_said(till: Till) -> None:
    await till.press(K.Key_Return)
    for code in CODES:
        await scan(till, code.replace("\x1d", ""), entered=False)
    await till.press(K.Key_Return)
    assert "switch on “send GS”" in words(till) and "It sends no Enter" in words(till)


async def test_leaving_by_any_way_goes_back_to_the_set_limits_and_keeps_nothing(till: Till) -> None:
    await till.press(K.Key_Return)
    await till.press(K.Key_F1)
    assert till.shop.scanner.examining[-1:] == [False]
    await till.press(K.Key_F1)
    assert till.shop.scanner.examining[-1:] == [True]
    await till.press(K.Key_Escape)
    await till.press(K.Key_Escape)
    assert (till.page, till.shop.scanner.examining[-1], till.shop.scanner.examined) == ("inbox", False, None)


async def teach(till: Till) -> None:
    await till.press(K.Key_Down, K.Key_Return)
    for item, value in LABELS:
        await scan(till, printed(SE, item, Decimal(value)))
        await till.press(value, K.Key_Return)


async def test_four_labels_teach_the_scale_and_the_rule_is_kept(till: Till) -> None:
    await teach(till)
    assert [sample.product for sample in page(till).teacher.samples] == ["A", "A", "B", "B"]
    assert "This is how your labels are read" in words(till)
    await till.press(K.Key_Return)
    assert till.shop.rules.taught == (Rule("shop-1", "", ("23",), SE.pattern, "weight", 3),)
    assert "shop-1" in words(till)


async def test_a_mistyped_label_is_named_and_taken_back(till: Till) -> None:
    await teach(till)
    await scan(till, printed(SE, "001234", Decimal("0.777")))
    await till.press("0.771", K.Key_Return)
    assert "Label 5 does not fit the others" in words(till)
    await till.press(K.Key_Return)
    assert till.shop.rules.taught == (), "nothing is kept while no rule is sure"
    await till.chord(K.Key_Z)
    assert page(till).teacher.rule is not None


async def test_the_product_of_a_label_can_be_said(till: Till) -> None:
    await till.press(K.Key_Down, K.Key_Return)
    await scan(till, printed(SE, "001234", Decimal("0.527")))
    await till.press("0.527", K.Key_Return)
    await scan(till, printed(SE, "047715", Decimal("0.304")))
    await till.press(K.Key_Up, "0.304", K.Key_Return)
    assert [sample.product for sample in page(till).teacher.samples] == ["A", "A"]


async def test_a_rule_that_contradicts_another_is_not_kept_and_both_are_named(till: Till) -> None:
    till.shop.rules.refusal = "Label rules gb-price and shop-1 read the same label differently: turn one off."
    await teach(till)
    await till.press(K.Key_Return)
    assert till.window.strip.detail == till.shop.rules.refusal
    assert page(till).currentWidget() is page(till).teacher


async def test_a_taught_rule_can_be_forgotten(till: Till) -> None:
    await teach(till)
    await till.press(K.Key_Return)
    await till.press(K.Key_Down, K.Key_Down, K.Key_Return)
    assert till.shop.rules.taught == ()


async def test_what_is_no_label_is_said_and_not_taken(till: Till) -> None:
    await till.press(K.Key_Down, K.Key_Return)
    await scan(till, "4821")
    assert till.window.strip.headline == "That is another code" and page(till).teacher.pending == ""


def saved(home: Path) -> bytes:
    (file,) = home.rglob("picker-commands.pdf")
    return file.read_bytes()


async def test_the_sheet_is_saved_among_the_documents(till: Till, home: Path) -> None:
    await till.press(K.Key_Down, K.Key_Down, K.Key_Return)
    assert till.window.strip.headline == "The sheet is saved"
    assert saved(home).startswith(b"%PDF")


async def test_an_order_is_opened_from_here_by_its_code(till: Till) -> None:
    await scan(till, "3081")
    assert till.shop.desk.asked[-1] == ("scan", "3081", None)
