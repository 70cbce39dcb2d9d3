"""Checks scans at the real desk: labels, prices, dates, guards, ×n, rescue, undo; each is one row of the journal."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

import pytest

from picker_app.devices.gtin import with_check_digit
from picker_app.devices.labels import load_rules
from picker_app.devices.scanner import Scan
from picker_app.domain.said import OrderedLine
from picker_app.picking.commands import ScanCommand, code_of
from picker_app.picking.desk import Desk
from picker_app.picking.rows import Act, Outcome, Result, ScanMode
from picker_app.picking.scans import Scans
from picker_app.store.journal import ScanRow
from tests.domain.examples import BREAD, MILK, TOMATOES, d, said, without_bounds
from tests.picking.shop import Shop

NOW = datetime(2025, 6, 3, 12, 0, tzinfo=UTC)
MILK_CODE, BREAD_CODE = with_check_digit("900123450001"), with_check_digit("900123450009")
ITEM = "12345"
PRICE_RULES = load_rules("", ("br-price-3",))


def label(grams: int) -> str:
    """A Danish label of the tomatoes."""
    return with_check_digit(f"27{ITEM}{grams:05d}")


def price_label(cents: int) -> str:
    """A Brazilian label of the tomatoes with a price."""
    return with_check_digit(f"2{ITEM}0{cents:05d}")


def with_code(line: OrderedLine, *codes: str) -> OrderedLine:
    return replace(line, barcodes=codes)


GOODS = (with_code(MILK, MILK_CODE), with_code(BREAD, BREAD_CODE), with_code(TOMATOES, ITEM))


class Counter:
    """A desk that knows the labels of a scale, and one order that is open."""

    def __init__(self, shop: Shop, region: str = "DK") -> None:
        self.shop = shop
        self.rules = load_rules(region) if region else PRICE_RULES
        self.desk = Desk(shop.ledger, Scans(shop.ledger, shop.board.needs, rules=lambda: self.rules))

    async def open(self, *lines: OrderedLine, ref: str = "ref-1", code: str = "k7tm-3081") -> int:
        order = self.shop.order(said(*(lines or GOODS), ref=ref, code=code))
        await self.know(order)
        return order

    async def know(self, order: int) -> None:
        heard: list[int] = []
        end = self.shop.board.subscribe(lambda ids: heard.append(1))
        self.shop.changes.announce(frozenset({order}))
        while not heard or self.shop.board.order(order) is None:
            await self.desk.may_finish(order)
        end()

    async def scan(self, code: str, order: int | None, **mode: object) -> Result:
        scan = Scan(code, code, NOW, gaps_ms=(3, 4, 9), entered=True)
        return await self.desk.scan(scan, order, ScanMode(**mode))  # type: ignore[arg-type]  # a mode by its names

    def amount(self, order: int, line: str) -> Decimal:
        return self.shop.laid(order).order.line(line).amount

    async def journal(self) -> list[ScanRow]:
        return list(reversed(await self.shop.board.scans()))


@pytest.fixture
def counter(shop: Shop) -> Counter:
    return Counter(shop)


async def test_a_label_sets_the_weight_replaces_it_and_says_when_it_is_the_same(counter: Counter) -> None:
    order = await counter.open()
    first, second = await counter.scan(label(1200), order), await counter.scan(label(984), order)
    again = await counter.scan(label(984), order)
    assert [r.code for r in (first, second, again)] == ["weight_set", "weight_replaced", "same_label"]
    assert second.values["before"] == "1.200" and again.number is None
    await counter.desk.undo(order)
    assert counter.amount(order, "tomatoes") == d("1.200"), "undo brings the first weight back"


async def test_add_pack_puts_the_next_label_on_top(counter: Counter) -> None:
    order = await counter.open()
    await counter.scan(label(700), order)
    result = await counter.scan(label(700), order, add_pack=True)
    assert (result.outcome, counter.amount(order, "tomatoes")) == (Outcome.WEIGHT_SET, d("1.4"))


@pytest.mark.parametrize(
    ("grams", "outcome", "code"),
    [
        (88_000, Outcome.REFUSED, "too_heavy"),
        (0, Outcome.REFUSED, "no_weight"),
        (2600, Outcome.OVER_MAXIMUM, "over_maximum"),
        (300, Outcome.REFUSED, "below_minimum"),
    ],
)
async def test_an_impossible_weight_changes_nothing_says_why_and_is_not_made_possible_by_a_second_scan(
    counter: Counter, grams: int, outcome: Outcome, code: str
) -> None:
    order = await counter.open()
    for _ in range(2):
        result = await counter.scan(label(grams), order)
        assert (result.outcome, result.code, result.offer) == (outcome, code, None)
    assert counter.amount(order, "tomatoes") == 0


async def test_a_weight_far_from_what_was_asked_is_a_question_that_the_same_label_does_not_answer(
    counter: Counter,
) -> None:
    order = await counter.open(with_code(without_bounds(TOMATOES), ITEM))
    asked, again = await counter.scan(label(500), order), await counter.scan(label(500), order)
    assert {(one.outcome, one.code) for one in (asked, again)} == {(Outcome.QUESTION, "far_off")}
    assert counter.amount(order, "tomatoes") == 0
    assert again.offer is not None
    await counter.desk.accept(again.offer)
    assert counter.amount(order, "tomatoes") == d("0.5")
    assert [row.confirmed for row in await counter.journal()] == [False, True]


async def test_the_first_price_label_of_a_day_asks_and_the_next_ones_do_not(shop: Shop) -> None:
    counter = Counter(shop, region="")
    order = await counter.open()
    asked = await counter.scan(price_label(384), order)
    assert (asked.outcome, asked.code, asked.values["amount"]) == (Outcome.QUESTION, "label_price", "1.200")
    assert asked.offer is not None and counter.amount(order, "tomatoes") == 0
    await counter.desk.accept(asked.offer)
    assert counter.amount(order, "tomatoes") == d("1.2")
    assert (await counter.scan(price_label(320), order)).outcome is Outcome.WEIGHT_SET
    assert counter.amount(order, "tomatoes") == d("1")
    shop.wait(86_400)
    assert (await counter.scan(price_label(384), order)).outcome is Outcome.QUESTION, "another day, another price"


async def test_the_shelfs_own_price_is_kept_for_the_day(shop: Shop) -> None:
    counter = Counter(shop, region="")
    order = await counter.open()
    asked = await counter.scan(price_label(400), order)
    assert asked.offer is not None
    await counter.desk.accept(asked.offer, price_per_kg=d("4.00"))
    assert counter.amount(order, "tomatoes") == d("1")
    await counter.scan(price_label(600), order)
    assert counter.amount(order, "tomatoes") == d("1.5")


async def test_an_odd_price_is_a_question_and_a_price_of_nothing_refused(shop: Shop) -> None:
    counter = Counter(shop, region="")
    order = await counter.open()
    assert (await counter.scan(price_label(0), order)).code == "no_price"
    odd = await counter.scan(price_label(80), order)
    assert (odd.outcome, odd.code) == (Outcome.REFUSED, "below_minimum"), "the bounds come before the doubt"
    free = await counter.open(with_code(without_bounds(TOMATOES), ITEM), ref="free", code="free-1")
    assert (await counter.scan(price_label(80), free)).code == "odd_price"
    assert counter.amount(free, "tomatoes") == 0


async def test_an_expired_piece_waits_for_a_yes_and_one_that_ends_soon_is_told(counter: Counter) -> None:
    order = await counter.open()
    gone, soon = f"010{MILK_CODE}17250602", f"010{MILK_CODE}17250605"
    asked = await counter.scan(gone, order)
    assert (asked.outcome, asked.code, asked.values["ends"]) == (Outcome.QUESTION, "expired_piece", "2025-06-02")
    assert counter.amount(order, "milk") == 0
    told = await counter.scan(soon, order)
    assert (told.outcome, told.notes, told.values["ends"]) == (Outcome.PICKED, ("ends_soon",), "2025-06-05")
    assert asked.offer is not None and asked.offer.act is Act.PICK_EXPIRED
    await counter.desk.accept(asked.offer)
    assert counter.amount(order, "milk") == 2


async def test_times_takes_so_many_and_nothing_where_that_is_too_many(counter: Counter) -> None:
    order = await counter.open()
    too_many = await counter.scan(MILK_CODE, order, times=3)
    assert too_many.outcome is Outcome.OVER_MAXIMUM and counter.amount(order, "milk") == 0
    await counter.scan(MILK_CODE, order, times=2)
    assert counter.amount(order, "milk") == 2


async def test_a_product_of_another_order_changes_nothing_until_a_yes_and_is_then_booked_once(counter: Counter) -> None:
    here = await counter.open(GOODS[1])
    there = await counter.open(GOODS[0], ref="ref-2", code="b-4821")
    told = await counter.scan(MILK_CODE, here)
    assert (told.outcome, told.values["order"], told.values["platform"]) == (Outcome.OTHER_ORDER, "4821", "foodora")
    assert counter.amount(there, "milk") == 0
    by_scan = counter.desk.by(Scan(code_of(ScanCommand.CONFIRM), "", NOW))
    assert told.offer is not None
    await by_scan.accept(told.offer)
    assert counter.amount(there, "milk") == 1
    rows = await counter.journal()
    assert [(row.outcome, row.confirmed, row.order_id) for row in rows] == [
        ("other_order", True, there),
        ("command", False, there),
    ]


async def test_a_line_that_was_not_found_is_found_after_all_and_a_replaced_one_is_complete(counter: Counter) -> None:
    order = await counter.open()
    await counter.desk.not_found(order, "bread")
    assert (await counter.scan(BREAD_CODE, order)).notes == ("found_after_all",)


async def test_an_unknown_label_is_tied_to_the_chosen_line_once_for_the_account(counter: Counter) -> None:
    order = await counter.open(GOODS[0], TOMATOES)
    asked = await counter.scan(label(984), order, line="tomatoes")
    assert (asked.outcome, asked.code) == (Outcome.UNKNOWN, "unknown_label")
    assert asked.offer is not None and asked.offer.act is Act.TIE
    assert (await counter.scan(label(984), order, line="milk")).offer is None, "milk is not weighed"
    assert (await counter.desk.accept(asked.offer)).code == "tied"
    assert (await counter.scan(label(984), order)).outcome is Outcome.WEIGHT_SET
    assert counter.amount(order, "tomatoes") == d("0.984")


async def test_each_scan_is_one_row_with_what_it_was_its_speed_and_its_fate(counter: Counter) -> None:
    order = await counter.open()
    await counter.scan(MILK_CODE, order)
    await counter.scan("9917000157", order)
    await counter.desk.by(Scan(code_of(ScanCommand.UNDO), "", NOW)).undo(order)
    milk, bad, undo = await counter.journal()
    assert (milk.outcome, milk.kind, milk.code, milk.gaps, milk.undone) == (
        "picked",
        "product",
        "0" + MILK_CODE,
        (3, 4, 9),
        True,
    )
    assert (bad.outcome, undo.outcome, undo.reason, undo.undone) == ("unreadable", "command", "undone", False)


async def test_a_scanned_command_without_an_act_is_one_row_and_a_refused_one_too(counter: Counter) -> None:
    order = await counter.open()
    nothing = counter.desk.by(Scan(code_of(ScanCommand.UNDO), "", NOW))
    assert (await nothing.undo(order)).code == "nothing_to_undo"
    await nothing.note(order, "undo")
    await counter.desk.by(Scan(code_of(ScanCommand.REPLACE), "", NOW)).note(order, "replace")
    rows = await counter.journal()
    assert [(row.outcome, row.reason) for row in rows] == [("command", "nothing_to_undo"), ("command", "replace")]


async def test_letters_in_a_search_are_typed_and_known_codes_are_scans(counter: Counter) -> None:
    order = await counter.open()
    assert (await counter.scan("oat drink", order, searching=True)).code == "typed"
    assert (await counter.scan(MILK_CODE, order, searching=True)).outcome is Outcome.PICKED
    assert (await counter.scan("oat drink", order)).outcome is Outcome.UNKNOWN
    assert [row.outcome for row in await counter.journal()] == ["ignored", "picked", "unknown"]


@contextmanager
def locked(shop: Shop) -> Iterator[None]:
    """The database is held by somebody else: nothing can be committed."""
    with closing(sqlite3.connect(shop.path)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.rollback()


@pytest.mark.expected_log("database|locked|saved")
async def test_what_could_not_be_saved_is_written_down_when_it_can_be_and_took_nothing(counter: Counter) -> None:
    order = await counter.open()
    with locked(counter.shop):
        lost = [await counter.scan(MILK_CODE, order), await counter.scan(BREAD_CODE, order)]
    assert [result.outcome for result in lost] == [Outcome.NOT_SAVED] * 2
    assert counter.amount(order, "milk") == 0
    await counter.scan(BREAD_CODE, order)
    assert [row.outcome for row in await counter.journal()] == ["not_saved", "not_saved", "picked"]


async def test_a_carton_names_what_is_in_it_and_a_misprinted_label_asks_for_a_new_one(counter: Counter) -> None:
    order = await counter.open()
    carton = with_check_digit("1" + MILK_CODE[:12])
    assert (await counter.scan(carton, order)).code == "carton"
    germans = Counter(counter.shop, region="DE")
    assert (await germans.scan(with_check_digit("291234300527"), order)).code == "misprinted"
