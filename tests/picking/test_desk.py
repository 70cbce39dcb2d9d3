"""Each verb of the desk: the fact and the message it owes stand together, or neither does."""

import sqlite3
from collections.abc import Awaitable, Callable
from dataclasses import replace

import pytest

from picker_app.domain.cart import CartState, Kind
from picker_app.domain.order import Stage
from picker_app.domain.said import ExtraLine, Status
from picker_app.picking.rows import Act, Outcome, Result
from tests.domain.examples import BREAD, MILK, TOMATOES, d, said, summary, without_bounds
from tests.picking.shop import BAG, OAT, VINE, Shop


async def pick_all(shop: Shop, order_id: int) -> None:
    """Put the whole order into the bag."""
    assert (await shop.desk.pick(order_id, "milk", d("2"))).good
    assert (await shop.desk.pick(order_id, "bread")).good
    assert (await shop.desk.set_amount(order_id, "tomatoes", d("1.2"))).good


# What an act comes to


async def test_a_pick_is_kept_and_says_what_is_left(shop: Shop) -> None:
    order_id = shop.order(said())
    result = await shop.desk.pick(order_id, "milk")
    assert (result.outcome, result.code, result.good, result.number) == (Outcome.PICKED, "picked", True, 1)
    assert (result.line, result.line_complete, result.order_complete) == ("milk", False, False)
    words = {"order": "3081", "name": "Milk", "amount": "1", "ordered": "2", "left": "1", "unit": "pieces"}
    assert result.values == words
    assert summary(shop.laid(order_id).order)["milk"] == "IN_CART 1"
    assert (await shop.desk.pick(order_id, "milk")).line_complete


async def test_the_last_line_completes_the_order(shop: Shop) -> None:
    order_id = shop.order(said(BREAD, TOMATOES))
    assert not (await shop.desk.set_amount(order_id, "tomatoes", d("1.2"))).order_complete
    assert (await shop.desk.pick(order_id, "bread")).order_complete


async def test_an_order_whose_other_lines_the_customer_took_out_is_complete(shop: Shop) -> None:
    order_id = shop.order(said(replace(MILK, gone=True), BREAD))
    assert (await shop.desk.pick(order_id, "bread")).order_complete


@pytest.mark.parametrize(
    ("act", "outcome", "code", "line", "word"),
    [
        (lambda s, o: s.desk.set_amount(o, "milk", d("1")), Outcome.COMMAND, "quantity_set", "milk", "IN_CART 1"),
        (lambda s, o: s.desk.set_amount(o, "milk", d("0")), Outcome.COMMAND, "not_found", "milk", "NOT_FOUND"),
        (
            lambda s, o: s.desk.set_amount(o, "tomatoes", d("1.1")),
            Outcome.WEIGHT_SET,
            "weight_set",
            "tomatoes",
            "IN_CART 1.100",
        ),
        (lambda s, o: s.desk.not_found(o, "bread"), Outcome.COMMAND, "not_found", "bread", "NOT_FOUND"),
        (lambda s, o: s.desk.replace(o, "milk", OAT, d("2")), Outcome.COMMAND, "replaced", "milk", "REPLACED"),
        (
            lambda s, o: s.desk.change_price(o, "milk", unit_price=d("1.19")),
            Outcome.COMMAND,
            "price_changed",
            "milk",
            "UNDECIDED",
        ),
    ],
)
async def test_each_verb_says_what_it_did(
    shop: Shop, act: Callable[[Shop, int], Awaitable[Result]], outcome: Outcome, code: str, line: str, word: str
) -> None:
    order_id = shop.order(said())
    result = await act(shop, order_id)
    assert (result.outcome, result.code, result.good, result.line) == (outcome, code, True, line)
    assert summary(shop.laid(order_id).order)[line] == word


async def test_an_addition_is_the_line_that_is_meant_and_taking_it_back_says_so(shop: Shop) -> None:
    order_id = shop.order(said())
    added = await shop.desk.add(order_id, BAG, d("1"))
    assert (added.code, added.values["name"]) == ("added", "Bag")
    assert shop.laid(order_id).order.line(added.line).sku == "BAG-01"
    taken = await shop.desk.not_found(order_id, added.line)
    assert (taken.code, taken.good) == ("taken_back", True)


async def test_a_replacement_is_named_and_weighed_by_its_own_kind(shop: Shop) -> None:
    order_id = shop.order(said())
    result = await shop.desk.replace(order_id, "milk", VINE, d("1.2344"))
    assert result.values["name"] == "Vine tomatoes"
    new = shop.laid(order_id).order.lines[1]
    assert (new.sku, new.amount, new.unit_price, new.replaces) == ("TOM-VINE", d("1.234"), d("4.00"), "milk")


# What is refused leaves no row


@pytest.mark.parametrize(
    ("act", "outcome", "code"),
    [
        (lambda s, o: s.desk.pick(o, "milk", d("3")), Outcome.OVER_MAXIMUM, "over_maximum"),
        (lambda s, o: s.desk.pick(o, "tomatoes"), Outcome.WEIGH, "not_pieces"),
        (lambda s, o: s.desk.pick(o, "caviar"), Outcome.REFUSED, "unknown_line"),
        (lambda s, o: s.desk.set_amount(o, "tomatoes", d("0.499")), Outcome.REFUSED, "below_minimum"),
        (lambda s, o: s.desk.set_amount(o, "tomatoes", d("30.001")), Outcome.REFUSED, "too_heavy"),
        (lambda s, o: s.desk.add(o, VINE, d("30.001")), Outcome.REFUSED, "too_heavy"),
        (lambda s, o: s.desk.add(o, BAG, d("0")), Outcome.REFUSED, "no_amount"),
        (lambda s, o: s.desk.change_price(o, "tomatoes", unit_price=d("1")), Outcome.REFUSED, "price_by_platform"),
        (lambda s, o: s.desk.finish(o), Outcome.REFUSED, "undecided"),
        (lambda s, o: s.desk.may_finish(o), Outcome.REFUSED, "undecided"),
        (lambda s, o: s.desk.cancel(o, "NO_REASON"), Outcome.REFUSED, "bad_reason"),
        (lambda s, o: s.desk.undo(o), Outcome.REFUSED, "nothing_to_undo"),
        (lambda s, o: s.desk.pick(o + 1, "milk"), Outcome.REFUSED, "not_ours"),
    ],
)
async def test_a_refused_act_says_why_and_leaves_no_row(
    shop: Shop, act: Callable[[Shop, int], Awaitable[Result]], outcome: Outcome, code: str
) -> None:
    order_id = shop.order(said())
    result = await act(shop, order_id)
    assert (result.outcome, result.code, result.good, result.number) == (outcome, code, False, None)
    assert shop.rows() == (0, 0)


async def test_an_order_that_was_not_picked_here_takes_no_act(shop: Shop) -> None:
    order_id = shop.order(said(status=Status.READY_FOR_PICKUP), ours=False)
    assert (await shop.desk.pick(order_id, "milk")).code == "not_ours"


async def test_an_order_that_the_customer_cancelled_takes_no_act_and_no_undo(shop: Shop) -> None:
    order_id = shop.order(said())
    await shop.desk.pick(order_id, "milk")
    shop.say(order_id, said(status=Status.CANCELLED))
    assert (await shop.desk.pick(order_id, "milk")).code == "cancelled"
    assert (await shop.desk.undo(order_id)).code == "cancelled"


@pytest.mark.expected_log("could not commit: Another program holds the database")
async def test_what_cannot_be_saved_is_said_and_leaves_no_row(shop: Shop) -> None:
    order_id = shop.order(said())
    other = sqlite3.connect(shop.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    result = await shop.desk.pick(order_id, "milk")
    assert (result.outcome, result.code, result.good) == (Outcome.NOT_SAVED, "not_saved", False)
    assert "Another program holds the database" in result.values["words"]
    other.execute("ROLLBACK")
    other.close()
    assert shop.rows() == (0, 0)
    assert (await shop.desk.pick(order_id, "milk")).good


# Questions


async def test_more_than_ordered_is_offered_and_taken_after_a_yes(shop: Shop) -> None:
    order_id = shop.order(said(without_bounds(MILK)))
    await shop.desk.pick(order_id, "milk", d("2"))
    full = await shop.desk.pick(order_id, "milk")
    assert (full.outcome, full.offer and full.offer.act) == (Outcome.ALREADY_COMPLETE, Act.PICK_MORE)
    assert full.offer is not None and (await shop.desk.accept(full.offer)).good
    assert summary(shop.laid(order_id).order)["milk"] == "IN_CART 3"

    question = await shop.desk.set_amount(order_id, "milk", d("5"))
    assert (question.outcome, question.code) == (Outcome.QUESTION, "above_ordered")
    assert question.offer is not None and question.offer.act is Act.SET_AMOUNT
    assert (await shop.desk.accept(question.offer)).good
    assert summary(shop.laid(order_id).order)["milk"] == "IN_CART 5"


async def test_nothing_is_offered_where_the_maximum_is_reached(shop: Shop) -> None:
    order_id = shop.order(said())
    await shop.desk.pick(order_id, "milk", d("2"))
    full = await shop.desk.pick(order_id, "milk")
    assert (full.outcome, full.offer) == (Outcome.ALREADY_COMPLETE, None)


# Finishing, cancelling and the message they owe


async def test_finishing_owes_the_whole_cart_in_the_same_transaction(shop: Shop) -> None:
    order_id = shop.order(said())
    await pick_all(shop, order_id)
    may = await shop.desk.may_finish(order_id)
    assert (may.good, may.code) == (True, "may_finish") and shop.laid(order_id).order.stage is Stage.PICKING
    result = await shop.desk.finish(order_id)
    assert (result.good, result.code) == (True, "finished")
    assert shop.messages(order_id) == [("FULFIL", "queued")]
    assert shop.message(order_id).fact_number == result.number == 4
    sent = shop.command(order_id)
    assert [(line.key, line.state, line.amount) for line in sent.lines] == [
        ("milk", CartState.IN_CART, d("2")),
        ("bread", CartState.IN_CART, d("1")),
        ("tomatoes", CartState.IN_CART, d("1.2")),
    ]


async def test_cancelling_owes_the_reason(shop: Shop) -> None:
    order_id = shop.order(said())
    assert (await shop.desk.cancel(order_id, "TOO_BUSY")).code == "cancelled_here"
    sent = shop.command(order_id)
    assert (sent.kind, sent.reason, {line.state for line in sent.lines}) == (
        Kind.CANCEL,
        "TOO_BUSY",
        {CartState.NOT_FOUND},
    )


async def test_an_act_whose_message_cannot_be_owed_is_not_kept_either(shop: Shop) -> None:
    order_id = shop.order(said(BREAD))
    await shop.desk.pick(order_id, "bread")
    # The table of messages takes no more rows: the fact of the same transaction must not stay.
    shop.write(
        lambda c: c.exec_driver_sql(
            "CREATE TRIGGER no_more BEFORE INSERT ON owed BEGIN SELECT RAISE(ABORT, 'disk is full'); END"
        )
    )
    result = await shop.desk.finish(order_id)
    assert (result.outcome, result.good) == (Outcome.NOT_SAVED, False)
    assert shop.rows() == (1, 0) and shop.laid(order_id).order.stage is Stage.PICKING


# Undo


async def test_undo_takes_back_the_last_act_and_names_its_line(shop: Shop) -> None:
    order_id = shop.order(said())
    await shop.desk.pick(order_id, "milk")
    await shop.desk.not_found(order_id, "bread")
    result = await shop.desk.undo(order_id)
    assert (result.code, result.line, result.good) == ("undone", "bread", True)
    assert summary(shop.laid(order_id).order) == {"milk": "IN_CART 1", "bread": "UNDECIDED", "tomatoes": "UNDECIDED"}


@pytest.mark.parametrize("state", [None, "queued"])
async def test_undo_of_a_finish_that_waits_withdraws_its_message(shop: Shop, state: str | None) -> None:
    order_id = shop.order(said(BREAD))
    await shop.desk.pick(order_id, "bread")
    await shop.desk.finish(order_id)
    if state:
        shop.send(order_id, state)
    assert (await shop.desk.undo(order_id)).code == "undone"
    assert shop.messages(order_id) == [] and shop.laid(order_id).order.stage is Stage.PICKING
    assert (await shop.desk.finish(order_id)).good
    assert shop.messages(order_id) == [("FULFIL", "queued")]


@pytest.mark.parametrize("state", ["sending", "accepted", "uncertain", "refused"])
async def test_undo_of_a_finish_that_was_sent_is_refused(shop: Shop, state: str) -> None:
    order_id = shop.order(said(BREAD))
    await shop.desk.pick(order_id, "bread")
    await shop.desk.finish(order_id)
    shop.send(order_id, state)
    rows = shop.rows()
    result = await shop.desk.undo(order_id)
    assert (result.code, result.good) == ("sent", False)
    assert shop.rows() == rows and shop.messages(order_id) == [("FULFIL", state)]


async def test_undo_of_a_cancel_that_waits_withdraws_it(shop: Shop) -> None:
    order_id = shop.order(said())
    await shop.desk.cancel(order_id, "CLOSED")
    assert (await shop.desk.undo(order_id)).good
    assert shop.messages(order_id) == [] and shop.laid(order_id).order.stage is Stage.NEW


async def test_an_undone_addition_that_the_platform_knows_is_told_to_it(shop: Shop) -> None:
    order_id = shop.order(said(BREAD))
    await shop.desk.pick(order_id, "bread")
    await shop.desk.add(order_id, BAG, d("1"))
    shop.send(order_id, "accepted")
    shop.say(order_id, said(BREAD, extra=(ExtraLine("x-bag", "BAG-01"),)))
    await shop.desk.undo(order_id)
    await shop.desk.finish(order_id)
    bag = shop.command(order_id).lines[-1]
    assert (bag.sku, bag.platform_id, bag.state) == ("BAG-01", "x-bag", CartState.NOT_FOUND)


# The platform refused what was sent


async def test_a_refused_order_is_back_at_the_desk_and_can_be_finished_again(shop: Shop) -> None:
    order_id = shop.order(said(BREAD))
    await shop.desk.pick(order_id, "bread")
    await shop.desk.finish(order_id)
    shop.send(order_id, "refused", words="item not found: BRD-WW", lines='["BRD-WW"]')
    await shop.desk.reopen(order_id)
    assert shop.laid(order_id).order.stage is Stage.PICKING
    assert (await shop.desk.replace(order_id, "bread", OAT, d("1"))).good
    assert (await shop.desk.finish(order_id)).good
    assert [kind for kind, state in shop.messages(order_id) if state == "queued"] == ["FULFIL"]


async def test_only_what_left_the_desk_is_brought_back(shop: Shop) -> None:
    order_id = shop.order(said(BREAD))
    await shop.desk.reopen(order_id)
    await shop.desk.pick(order_id, "bread")
    await shop.desk.reopen(order_id)
    await shop.desk.reopen(order_id + 1)
    assert shop.rows() == (1, 0)
    await shop.desk.finish(order_id)
    shop.say(order_id, said(BREAD, status=Status.READY_FOR_PICKUP))
    await shop.desk.reopen(order_id)
    assert shop.rows() == (2, 1)
