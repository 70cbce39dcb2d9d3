"""Checks the shop's own label rules and what was learned of the scanner: kept, read again, and in use at once."""

from decimal import Decimal
from pathlib import Path

import pytest

from picker_app.devices.gtin import with_check_digit
from picker_app.devices.labels import Rule, load_rules
from picker_app.devices.scanner import Numbers, Scan
from picker_app.picking import examined
from picker_app.picking.desk import Desk
from picker_app.picking.examined import Examined, in_use
from picker_app.picking.rows import Outcome
from picker_app.picking.scans import Scans
from picker_app.picking.shop_rules import ShopRules
from picker_app.settings import Scanner
from tests.domain.examples import NOON, TOMATOES, said
from tests.picking.shop import Shop
from tests.picking.test_scans import with_code

RULE = Rule("shop-1", "", ("27",), "PPIIIIIVVVVV", "weight", 3)
SCANNER = Examined(80, "F12", "no", "keys", 12, 61, "tab")


async def test_a_taught_rule_reads_the_next_label_and_is_there_after_a_restart(shop: Shop) -> None:
    rules = ShopRules(shop.ledger, ())
    rules.changed = shop.board.read_labels_by
    desk = Desk(shop.ledger, Scans(shop.ledger, shop.board.needs, rules=rules))
    order = shop.order(said(with_code(TOMATOES, "12345")))
    label = Scan(with_check_digit("271234500984"), "", NOON)
    assert (await desk.scan(label, order)).outcome is not Outcome.WEIGHT_SET
    assert (rules.free_name(), await rules.teach(RULE)) == ("shop-1", "")
    assert (await desk.scan(label, order)).outcome is Outcome.WEIGHT_SET
    assert shop.laid(order).order.line("tomatoes").amount == Decimal("0.984")
    again = ShopRules(shop.ledger, ())
    await again.start()
    assert again() == (RULE,) and again.free_name() == "shop-2"
    await again.forget("shop-1")
    await again.start()
    assert again() == ()


async def test_a_rule_that_contradicts_one_that_is_on_is_not_kept_and_both_are_named(shop: Shop) -> None:
    rules = ShopRules(shop.ledger, load_rules("DK"))
    clash = Rule("shop-1", "", ("27",), "PPIIIIVVVVVV", "weight", 3)
    words = await rules.teach(clash)
    assert "dk-27" in words and "shop-1" in words
    await rules.start()
    assert rules.taught == ()


async def test_what_was_learned_of_the_scanner_is_there_after_a_restart(shop: Shop) -> None:
    assert await examined.read(shop.ledger) is None
    assert await examined.keep(shop.ledger, SCANNER) == ""
    assert await examined.read(shop.ledger) == SCANNER


def test_a_key_of_the_file_wins_over_what_was_learned(tmp_path: Path) -> None:
    assert in_use(Scanner(), None) == (Numbers(), "auto", "auto")
    assert in_use(Scanner(), SCANNER) == (Numbers(80, 4, "F12"), "keys", "no")
    chosen = Scanner(gap_ms=50, gs="yes", min_chars=5)
    assert in_use(chosen, SCANNER) == (Numbers(50, 5, "F12"), "keys", "yes")


@pytest.mark.expected_log("a rule of the shop is passed over")
async def test_a_rule_that_makes_no_sense_any_more_stops_nothing(shop: Shop) -> None:
    rules = ShopRules(shop.ledger, ())
    await rules.teach(RULE)
    update = "UPDATE label_rules SET pattern = 'nonsense'"
    shop.write(lambda connection: connection.exec_driver_sql(update))
    await rules.start()
    assert rules() == ()
