"""What the inbox and the order screens show: tabs, words, order of rows, finding, and that it follows every change."""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from picker_app.domain.cart import CartDifference, Differs
from picker_app.domain.said import Cancellation, Customer, ExtraLine, Pricing, SaidOrder, Status
from picker_app.picking.picture import UNKNOWN_SELLER, order_view, short_code
from picker_app.picking.rows import Check, LineWord, Tab, Word
from picker_app.store.codec import dump_differences
from tests.conftest import ExpectedLog
from tests.domain.examples import BREAD, MILK, TOMATOES, after, d, said
from tests.picking.shop import BAG, OAT, PATIENCE, SELLERS, Shop


class Watcher:
    """Follows the board, and waits for what it shows."""

    def __init__(self, shop: Shop) -> None:
        self.shop = shop
        self.calls: list[frozenset[int]] = []
        self.news = asyncio.Event()
        self.end = shop.board.subscribe(self._heard)

    def _heard(self, ids: frozenset[int]) -> None:
        self.calls.append(ids)
        self.news.set()

    async def until(self, condition: Callable[[], bool]) -> None:
        """Wait until the board shows it."""
        async with asyncio.timeout(PATIENCE):
            while not condition():
                await self.news.wait()
                self.news.clear()


@pytest.fixture
def watch(shop: Shop) -> Watcher:
    """A subscriber of the board."""
    return Watcher(shop)


async def shown(shop: Shop, watch: Watcher, order_id: int) -> None:
    """Wait until the board has read what stands in the database."""
    shop.changes.announce(frozenset({order_id}))
    laid = shop.laid(order_id)
    seller = SELLERS.get(laid.order.said.account, UNKNOWN_SELLER)
    await watch.until(lambda: shop.board.order(order_id) == order_view(laid, seller))


# Tabs and words


@pytest.mark.parametrize(
    ("words", "fields", "tab", "word"),
    [
        ({}, {}, Tab.TO_PICK, Word.NEW),
        ({"status": Status.ACCEPTED}, {}, Tab.TO_PICK, Word.NEW),
        ({"status": Status.READY_FOR_PICKUP}, {"ours": False}, Tab.DONE, Word.NOT_OURS),
        ({"status": Status.READY_FOR_PICKUP}, {"ended_by": "finished_elsewhere"}, Tab.DONE, Word.ELSEWHERE),
        ({"status": Status.READY_FOR_PICKUP}, {}, Tab.DONE, Word.CONFIRMED),
        ({"status": Status.DISPATCHED}, {}, Tab.DONE, Word.DISPATCHED),
        ({"status": Status.DELIVERED}, {}, Tab.DONE, Word.DELIVERED),
        ({"status": Status.CANCELLED}, {}, Tab.DONE, Word.CANCELLED),
    ],
)
async def test_each_order_stands_under_one_tab_with_one_word(
    shop: Shop, watch: Watcher, words: dict[str, Any], fields: dict[str, Any], tab: Tab, word: Word
) -> None:
    order_id = shop.order(said(**words), **fields)
    await shown(shop, watch, order_id)
    row = shop.view(order_id).row
    assert (row.tab, row.word) == (tab, word)
    assert shop.board.counts() == {other: int(other is tab) for other in Tab}
    assert [row.id for row in shop.board.rows(tab)] == [order_id]


@pytest.mark.parametrize(
    ("state", "fields", "word", "banner"),
    [
        ("queued", {}, Word.SAVED, None),
        ("sending", {}, Word.SENDING, None),
        ("accepted", {}, Word.SENT, None),
        ("confirmed", {}, Word.SENT, None),
        ("uncertain", {}, Word.UNCERTAIN, "uncertain"),
        ("uncertain", {"note": "ask"}, Word.ASK, "ask"),
        ("refused", {}, Word.REFUSED, None),
    ],
)
async def test_a_finished_order_says_how_far_its_message_is(
    shop: Shop, watch: Watcher, state: str, fields: dict[str, Any], word: Word, banner: str | None
) -> None:
    order_id = shop.order(said(BREAD))
    await shop.desk.pick(order_id, "bread")
    await shop.desk.finish(order_id)
    shop.send(order_id, state, **fields)
    await shown(shop, watch, order_id)
    view = shop.view(order_id)
    assert (view.row.tab, view.row.word, view.workable) == (Tab.WAITING, word, False)
    assert (view.banner.code if view.banner else None) == banner


async def test_an_order_moves_from_tab_to_tab_as_it_is_worked(shop: Shop, watch: Watcher) -> None:
    order_id = shop.order(said(BREAD))
    await shown(shop, watch, order_id)
    assert shop.view(order_id).workable and not shop.view(order_id).undoable
    await shop.desk.pick(order_id, "bread")
    await watch.until(lambda: shop.view(order_id).row.tab is Tab.PICKING)
    row = shop.view(order_id).row
    assert (row.word, row.done, row.total, row.pending) == (Word.PICKING, 1, 1, 0)
    await shop.desk.finish(order_id)
    await watch.until(lambda: shop.view(order_id).row.tab is Tab.WAITING)
    assert (shop.view(order_id).row.word, shop.view(order_id).row.pending) == (Word.SAVED, 1)
    shop.send(order_id, "refused", words="item not found: BRD-WW", lines='["BRD-WW"]')
    await shop.desk.reopen(order_id)
    await watch.until(lambda: shop.view(order_id).row.tab is Tab.PICKING)
    view = shop.view(order_id)
    assert (view.row.word, view.workable) == (Word.REFUSED, True)
    assert view.banner is not None and view.banner.code == "refused"
    assert view.banner.values == (("words", "item not found: BRD-WW"),)
    assert [line.refusal for line in view.lines] == ["item not found: BRD-WW"]


@pytest.mark.parametrize(
    ("picked", "after_pickup", "word", "banner"),
    [
        (True, False, Word.PUT_BACK, "put_back"),
        (True, True, Word.CANCELLED, "cancelled_after_pickup"),
        (False, False, Word.CANCELLED, "cancelled"),
    ],
)
async def test_a_cancelled_order_asks_to_put_back_what_is_still_in_the_shop(
    shop: Shop, watch: Watcher, picked: bool, after_pickup: bool, word: Word, banner: str
) -> None:
    order_id = shop.order(said())
    if picked:
        await shop.desk.pick(order_id, "milk")
    why = Cancellation("CHANGED_MIND", "CUSTOMER", after_pickup)
    shop.say(order_id, said(status=Status.CANCELLED, cancellation=why), closed_at=shop.now)
    await shown(shop, watch, order_id)
    view = shop.view(order_id)
    assert (view.row.tab, view.row.word) == (Tab.DONE, word)
    assert view.banner is not None and view.banner.code == banner
    assert dict(view.banner.values) == {"reason": "CHANGED_MIND", "by": "CUSTOMER"}


async def test_an_order_cancelled_at_the_desk_needs_no_banner(shop: Shop, watch: Watcher) -> None:
    order_id = shop.order(said())
    await shop.desk.pick(order_id, "milk")
    await shop.desk.cancel(order_id, "CLOSED")
    shop.say(order_id, said(status=Status.CANCELLED), closed_at=shop.now)
    await shown(shop, watch, order_id)
    assert (shop.view(order_id).banner, shop.view(order_id).row.word) == (None, Word.CANCELLED)
    assert shop.view(order_id).reason == "CLOSED"


# The rows


async def test_what_is_due_first_stands_first_and_done_ones_newest_first(shop: Shop, watch: Watcher) -> None:
    late = shop.order(said(ref="late", pick_by=after(900)))
    never = shop.order(said(ref="never"))
    soon = shop.order(said(ref="soon", pick_by=after(300)))
    first = shop.order(said(ref="first", status=Status.DELIVERED))
    shop.wait(60)
    second = shop.order(said(ref="second", status=Status.DISPATCHED))
    await watch.until(lambda: len(shop.board.rows(Tab.TO_PICK)) == 3 and len(shop.board.rows(Tab.DONE)) == 2)
    assert [row.id for row in shop.board.rows(Tab.TO_PICK)] == [soon, late, never]
    assert [row.id for row in shop.board.rows(Tab.DONE)] == [second, first]
    assert list(shop.board.needs())[:2] == [soon, late]


async def test_a_row_tells_what_the_picker_has_to_know(shop: Shop, watch: Watcher) -> None:
    words = {"number": "550417", "note": "No plastic", "preorder": True, "customer": Customer("Ana M.")}
    order_id = shop.order(said(pick_by=after(60), **words), flags='[["milk", "changed"]]')
    await shop.desk.add(order_id, BAG, d("1"))
    await shown(shop, watch, order_id)
    row = shop.view(order_id).row
    assert (row.code, row.short_code, row.number, row.platform) == ("k7tm-3081", "3081", "550417", "foodora")
    assert (row.customer, row.note, row.preorder, row.flagged) == ("Ana M.", "No plastic", True, 1)
    assert (row.lines, row.weighed, row.done, row.total) == (3, 1, 1, 4)
    assert (row.came_at, row.pick_by, row.closed_at) == (shop.now, after(60), None)
    banner = shop.view(order_id).banner
    assert banner is not None and (banner.code, banner.values) == ("flags", (("count", "1"),))


@pytest.mark.parametrize(
    ("code", "short"),
    [
        ("k7tm-3081-pexa", "3081"),
        ("3081", "3081"),
        ("AB12", "AB12"),
        ("12-345678-9", "345678"),
        ("3f6b1c52-8a7e-4d0b-9c41-5e2d7a90f136", "7a90f136"),
        ("ABCDEFGHIJKL", "EFGHIJKL"),
        ("ABCDEFGHI-", "CDEFGHI-"),
        ("1234567", "1234567"),
    ],
)
def test_the_short_code_is_what_a_rider_says(code: str, short: str) -> None:
    assert short_code(code) == short


async def test_orders_are_found_by_a_part_of_code_number_or_name_open_ones_first(shop: Shop, watch: Watcher) -> None:
    done = shop.order(said(ref="a", code="aaaa-7777", status=Status.DELIVERED))
    late = shop.order(said(ref="b", code="bbbb-7777", pick_by=after(900)))
    soon = shop.order(said(ref="c", code="cccc-1", number="99-7777", pick_by=after(300)))
    ana = shop.order(said(ref="d", code="dddd-2", customer=Customer("Ana Müller")))
    await watch.until(lambda: sum(shop.board.counts().values()) == 4)
    assert shop.board.find_orders("7777") == (soon, late, done)
    assert shop.board.find_orders(" MÜLL ") == (ana,)
    assert shop.board.find_orders("") == shop.board.find_orders("  ") == shop.board.find_orders("nobody") == ()


# Lines, totals and checks


async def test_each_line_has_its_word_price_and_difference(shop: Shop, watch: Watcher) -> None:
    eggs = replace(MILK, key="eggs", sku="EGG", name="Eggs", platform_id="id-eggs")
    cheese = replace(BREAD, key="cheese", sku="CHE", name="Cheese", platform_id="id-cheese", gone=True)
    order_id = shop.order(said(MILK, BREAD, TOMATOES, eggs, cheese), flags='[["cheese", "gone"]]')
    await shop.desk.pick(order_id, "milk")
    await shop.desk.replace(order_id, "bread", OAT, d("1"))
    await shop.desk.set_amount(order_id, "eggs", d("1"))
    await shop.desk.add(order_id, BAG, d("2"))
    await shown(shop, watch, order_id)
    view = shop.view(order_id)
    assert [(line.name, line.word, line.complete) for line in view.lines] == [
        ("Milk", LineWord.MORE, False),
        ("Bread", LineWord.REPLACED, True),
        ("Oat drink", LineWord.REPLACEMENT, True),
        ("Tomatoes", LineWord.WEIGH, False),
        ("Eggs", LineWord.FEWER, True),
        ("Cheese", LineWord.GONE, True),
        ("Bag", LineWord.ADDED, True),
    ]
    assert view.next_line == "milk"
    bread, oat, eggs_row, gone = view.lines[1], view.lines[2], view.lines[4], view.lines[5]
    assert (bread.replaced_by, oat.replaces, oat.replaces_name) == ("Oat drink", "bread", "Bread")
    assert (bread.difference, oat.difference, eggs_row.difference, gone.difference) == (
        d("-2.40"),
        d("1.49"),
        d("-1.29"),
        d("0"),
    )
    assert gone.flag == "gone"
    assert view.totals.difference == sum(line.difference for line in view.lines)


async def test_the_words_of_the_other_decisions(shop: Shop, watch: Watcher) -> None:
    order_id = shop.order(said())
    await shown(shop, watch, order_id)
    assert [line.word for line in shop.view(order_id).lines] == [LineWord.TO_PICK, LineWord.TO_PICK, LineWord.WEIGH]
    await shop.desk.pick(order_id, "milk", d("2"))
    await shop.desk.not_found(order_id, "bread")
    await shop.desk.set_amount(order_id, "tomatoes", d("0.6"))
    await shown(shop, watch, order_id)
    words = [line.word for line in shop.view(order_id).lines]
    assert words == [LineWord.PICKED, LineWord.NOT_FOUND, LineWord.PICKED]


async def test_the_newest_check_tells_its_state_the_acts_since_and_the_platforms_words(
    shop: Shop, watch: Watcher
) -> None:
    order_id = shop.order(said())
    await shown(shop, watch, order_id)
    assert shop.view(order_id).check is None
    await shop.desk.add(order_id, BAG, d("1"))
    await shown(shop, watch, order_id)
    check = shop.view(order_id).check
    assert check is not None and (check.state, check.changes_since, check.at) == (Check.WAITING, 0, None)
    shop.send(order_id, "accepted", accepted_at=after(4), total="9.02")
    await shop.desk.pick(order_id, "milk")
    await shown(shop, watch, order_id)
    check = shop.view(order_id).check
    assert check is not None
    assert (check.state, check.at, check.changes_since, check.total) == (Check.GOOD, after(4), 1, d("9.02"))
    shop.send(order_id, "refused", words="item not found: BAG-01", lines='["BAG-01"]', ended_at=after(5))
    await shown(shop, watch, order_id)
    check = shop.view(order_id).check
    assert check is not None and (check.state, check.at) == (Check.REFUSED, after(5))
    assert check.lines == (("Milk", ""), ("Bread", ""), ("Tomatoes", ""), ("Bag", "item not found: BAG-01"))


async def test_a_check_that_the_line_did_not_let_out_is_told_as_not_asked(shop: Shop, watch: Watcher) -> None:
    order_id = shop.order(said())
    await shop.desk.check(order_id)
    shop.send(order_id, "dropped", details="line_down", ended_at=after(4))
    await shown(shop, watch, order_id)
    check = shop.view(order_id).check
    assert check is not None and (check.state, check.at, check.said_at) == (Check.NO_LINE, after(4), after(4))


async def test_a_check_of_the_very_cart_that_was_accepted_is_answered_without_asking(
    shop: Shop, watch: Watcher
) -> None:
    order_id = shop.order(said())
    await shop.desk.check(order_id)
    shop.send(order_id, "accepted", accepted_at=after(4), ended_at=after(4))
    await shop.desk.pick(order_id, "milk")
    await shop.desk.undo(order_id)
    shop.now = after(60)
    await shop.desk.check(order_id)
    shop.send(order_id, "dropped", details="same_as_last_good", ended_at=after(70))
    await shown(shop, watch, order_id)
    check = shop.view(order_id).check
    assert check is not None and (check.state, check.at, check.said_at) == (Check.GOOD, after(4), after(70))


async def test_a_refusal_that_names_a_line_by_its_id_marks_that_line(shop: Shop, watch: Watcher) -> None:
    order_id = shop.order(said(extra=(ExtraLine("x-bag", "BAG-01"),)))
    await shop.desk.add(order_id, BAG, d("1"))
    shop.send(order_id, "refused", words="no", lines='["x-bag", "id-milk"]')
    await shown(shop, watch, order_id)
    assert [line.refusal for line in shop.view(order_id).lines] == ["no", "", "", "no"]


# The board follows


async def test_the_board_shows_what_was_there_when_it_started_and_what_came_since(shop: Shop, watch: Watcher) -> None:
    assert shop.board.rows(Tab.TO_PICK) == () and shop.board.order(1) is None and shop.board.ref(1) == ""
    order_id = shop.order(said())
    await watch.until(lambda: [row.id for row in shop.board.rows(Tab.TO_PICK)] == [order_id])
    assert shop.board.ref(order_id) == "ref-1"
    assert all(order_id in ids for ids in watch.calls)


async def test_a_subscriber_that_ended_hears_nothing(shop: Shop, watch: Watcher) -> None:
    other = Watcher(shop)
    other.end()
    shop.order(said())
    await watch.until(lambda: bool(watch.calls))
    assert other.calls == []


async def test_an_order_closed_before_today_leaves_the_board(shop: Shop, watch: Watcher) -> None:
    order_id = shop.order(said(status=Status.DELIVERED))
    await watch.until(lambda: shop.board.order(order_id) is not None)
    shop.wait(24 * 3600)
    shop.changes.announce(frozenset({order_id}))
    await watch.until(lambda: shop.board.order(order_id) is None)
    assert shop.board.counts()[Tab.DONE] == 0 and not shop.board.needs()


@pytest.mark.expected_log("the picture of the orders could not be read")
async def test_a_board_that_could_not_be_read_is_read_again_without_another_change(
    shop: Shop, watch: Watcher, expected_log: ExpectedLog
) -> None:
    shop.write(lambda connection: connection.exec_driver_sql("ALTER TABLE incoming RENAME TO away"))
    order_id = shop.order(said())
    async with asyncio.timeout(PATIENCE):
        while not expected_log.seen("could not be read"):  # noqa: ASYNC110 - a log has no event
            await asyncio.sleep(0)
    shop.write(lambda connection: connection.exec_driver_sql("ALTER TABLE away RENAME TO incoming"))
    await watch.until(lambda: shop.board.order(order_id) is not None)


async def test_the_orders_of_yesterday_leave_the_board_with_the_first_change_of_the_new_day(
    shop: Shop, watch: Watcher
) -> None:
    closed = shop.order(said(status=Status.DELIVERED))
    left_open = shop.order(said(ref="ref-2"))
    await watch.until(lambda: shop.board.order(left_open) is not None)
    shop.wait(24 * 3600)
    new = shop.order(said(ref="ref-3"))
    await watch.until(lambda: shop.board.order(new) is not None)
    assert shop.board.order(closed) is None and shop.board.counts()[Tab.DONE] == 0
    assert set(shop.board.needs()) == {left_open, new}


async def test_the_day_is_the_stores_own(shop: Shop) -> None:
    shop.wait(14 * 3600)
    assert shop.board.day() == "2025-06-03"
    shop.wait(2 * 3600)
    assert shop.board.day() == "2025-06-04"


async def test_how_a_cart_differs_is_shown_product_by_product_and_in_the_orders_currency(
    shop: Shop, watch: Watcher
) -> None:
    order_id = shop.order(said(BREAD))
    await shop.desk.pick(order_id, "bread")
    await shop.desk.finish(order_id)
    found = (CartDifference(Differs.AMOUNT, "BRD-WW", Pricing.UNIT, (d("1"),), (), "Bread"),)
    shop.send(order_id, "confirmed", note="carts_differ", details=dump_differences(found), ended_at=after(4))
    await watch.until(lambda: bool(shop.board.incidents()))
    (incident,) = shop.board.incidents()
    assert (incident.differences, incident.details, incident.currency) == (found, "", "EUR")


async def test_incidents_of_messages_are_shown_with_their_order(shop: Shop, watch: Watcher) -> None:
    order_id = shop.order(said(BREAD))
    await shop.desk.pick(order_id, "bread")
    await shop.desk.finish(order_id)
    shop.send(order_id, "confirmed", note="carts_differ", details="BRD-WW: 1 sent")
    await watch.until(lambda: bool(shop.board.incidents()))
    (incident,) = shop.board.incidents()
    assert (incident.code, incident.order_id, incident.order_code, incident.platform) == (
        "carts_differ",
        order_id,
        "3081",
        "foodora",
    )
    assert incident.details == "BRD-WW: 1 sent" and incident.account == "shop"


async def test_an_order_of_an_account_that_is_not_configured_any_more_is_still_shown(
    shop: Shop, watch: Watcher
) -> None:
    order_id = shop.order(unconfigured())
    await shown(shop, watch, order_id)
    assert shop.view(order_id).row.platform == "closed-shop"
    assert not shop.view(order_id).capabilities.check


def unconfigured() -> SaidOrder:
    """An order of an account that is gone from the configuration."""
    return said(account="closed-shop")


async def test_a_picture_that_cannot_be_read_is_read_again_with_the_next_change(
    shop: Shop, watch: Watcher, expected_log: ExpectedLog
) -> None:
    trouble = "the picture of the orders could not be read"
    expected_log(trouble)
    first = shop.order(said(ref="a"))
    await shown(shop, watch, first)
    text = shop.write(lambda c: c.exec_driver_sql("SELECT said FROM orders").scalar_one())
    shop.write(lambda c: c.exec_driver_sql("UPDATE orders SET said = '{}'"))
    shop.changes.announce(frozenset({first}))
    async with asyncio.timeout(PATIENCE):
        while not expected_log.seen(trouble):
            await shop.database.ask(lambda connection: None)
    shop.write(lambda c: c.exec_driver_sql("UPDATE orders SET said = ?", (text,)))
    heard = len(watch.calls)
    second = shop.order(said(ref="b"))
    await watch.until(lambda: shop.board.order(second) is not None)
    assert first in frozenset().union(*watch.calls[heard:])


async def test_picking_what_was_checked_as_ordered_leaves_the_check_good(shop: Shop, watch: Watcher) -> None:
    order_id = shop.order(said())
    await shop.desk.check(order_id)
    shop.send(order_id, "accepted", accepted_at=after(4))
    for picked, changes in (("milk", 1), ("milk", 0), ("bread", 0)):
        await shop.desk.pick(order_id, picked)
        await shown(shop, watch, order_id)
        check = shop.view(order_id).check
        assert check is not None and check.changes_since == changes
