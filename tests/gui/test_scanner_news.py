"""Checks what is told of the scanners: unplugged and back, drifted, another layout, not here, silent for long."""

import pytest
from PySide6.QtCore import Qt

from picker_app.picking.rows import Outcome, Result
from tests.gui.conftest import Open, Till
from tests.gui.shop import stocked

K = Qt.Key
MENDED = Result(Outcome.PICKED, "picked", True, {"name": "Milk"}, 1, "milk", notes=("by_keys",))


@pytest.fixture
async def till(open_till: Open) -> Till:
    return await open_till(stocked())


async def test_a_serial_scanner_that_is_unplugged_is_told_and_so_is_its_return(till: Till) -> None:
    till.shop.scanner.serial_port, till.shop.scanner.serial_trouble = "/dev/ttyACM0", "unplugged"
    till.window.tick()
    assert till.window.strip.headline == "The serial scanner is not there"
    assert "/dev/ttyACM0" in till.window.strip.detail and till.shop.ears.heard[-1] == "fault"
    till.shop.scanner.serial_trouble = ""
    till.window.tick()
    assert till.window.strip.headline == "The serial scanner is back"


async def test_a_scanner_that_drifted_is_told_once(till: Till) -> None:
    till.shop.scanner.changed = "slower"
    till.window.tick()
    assert till.window.strip.headline == "The scanner has become slow"
    heard = len(till.shop.ears.heard)
    till.window.tick()
    assert len(till.shop.ears.heard) == heard


async def test_three_scans_in_a_row_that_only_their_keys_made_readable_offer_the_doctor(till: Till) -> None:
    await till.press(K.Key_Return)
    till.shop.desk.answers["scan"] = MENDED
    for _ in range(2):
        await till.scan("7891000315507")
    till.window.tick()
    assert till.window.strip.headline == "Milk"
    await till.scan("7891000315507")
    till.window.tick()
    assert till.window.strip.headline == "The scanner’s layout is not this computer’s"


async def test_twenty_minutes_without_a_scan_in_an_order_are_a_quiet_hint(till: Till) -> None:
    await till.press(K.Key_Return)
    till.window.tick()
    heard = list(till.shop.ears.heard)
    till.shop.watch.move(minutes=21)
    till.window.tick()
    assert till.window.strip.headline == "No scan for 20 minutes"
    assert till.shop.ears.heard == heard, "without a sound"


async def test_the_title_says_while_picking_that_another_program_has_the_scanner(till: Till) -> None:
    news = till.window.hands.news
    assert news.title(here=False, in_order=False) == news.title(here=True, in_order=True) == "Mercado Centro"
    assert news.title(here=False, in_order=True) == "Mercado Centro: the scanner is not here"
