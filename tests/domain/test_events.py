"""What an event changes in a known order: each row of the table "Applying an event" (delivery_hero.md section 5)."""

from dataclasses import replace
from decimal import Decimal

import pytest

from picker_app.domain.said import Cancellation, Customer, ExtraLine, OrderedLine, SaidOrder, Status
from picker_app.domain.status import Effect, Own, receive
from tests.domain.examples import BAG, BREAD, MILK, NOON, OAT, TOMATOES, after, d, paid, said

R, A, P, X, D, C, U = (
    Status.RECEIVED,
    Status.ACCEPTED,
    Status.READY_FOR_PICKUP,
    Status.DISPATCHED,
    Status.DELIVERED,
    Status.CANCELLED,
    Status.UNKNOWN,
)


@pytest.mark.parametrize(
    ("status", "effect"),
    [
        (R, Effect.NEW_WORK),
        (A, Effect.NEW_WORK),
        (P, Effect.NOT_OURS),
        (X, Effect.NOT_OURS),
        (D, Effect.NOT_OURS),
        (C, Effect.NOT_OURS),
        (U, Effect.INCIDENT),
    ],
)
def test_an_order_seen_for_the_first_time(status: Status, effect: Effect) -> None:
    event = said(status=status)
    received = receive(None, event)
    assert (received.effect, received.said, received.flags) == (effect, event, ())


def test_an_order_known_only_by_an_unknown_word_is_seen_for_the_first_time_again() -> None:
    assert receive(said(status=U), said()).effect is Effect.NEW_WORK


@pytest.mark.parametrize("late", [1, -60], ids=["in order", "late"])
@pytest.mark.parametrize(
    ("known", "own", "event", "effect", "now"),
    [
        # Higher rank: the status advances, whatever the time stamps say.
        (R, Own.NOTHING, P, Effect.FINISHED_ELSEWHERE, P),
        (R, Own.CANCEL, P, Effect.FINISHED_ELSEWHERE, P),
        (A, Own.NOTHING, X, Effect.FINISHED_ELSEWHERE, X),
        (R, Own.FULFIL, P, Effect.CONFIRMED, P),
        (A, Own.FULFIL, X, Effect.CONFIRMED, X),
        (R, Own.FULFIL, D, Effect.CONFIRMED, D),
        (P, Own.FULFIL, X, Effect.ADVANCED, X),
        (P, Own.NOTHING, X, Effect.ADVANCED, X),
        (X, Own.NOTHING, D, Effect.ADVANCED, D),
        # Lower rank: no change.
        (P, Own.FULFIL, R, Effect.NOTHING, P),
        (X, Own.NOTHING, P, Effect.NOTHING, X),
        (D, Own.NOTHING, A, Effect.NOTHING, D),
        # CANCELLED is always applied, and final.
        (R, Own.NOTHING, C, Effect.CANCELLED, C),
        (R, Own.CANCEL, C, Effect.CANCELLED, C),
        (P, Own.FULFIL, C, Effect.CANCELLED, C),
        (D, Own.NOTHING, C, Effect.CANCELLED, C),
        (C, Own.NOTHING, C, Effect.NOTHING, C),
        (C, Own.NOTHING, X, Effect.INCIDENT, C),
        (C, Own.FULFIL, R, Effect.INCIDENT, C),
        # An unknown status.
        (R, Own.NOTHING, U, Effect.INCIDENT, R),
        (C, Own.NOTHING, U, Effect.INCIDENT, C),
    ],
)
def test_the_table_of_events(known: Status, own: Own, event: Status, effect: Effect, now: Status, late: int) -> None:
    before = said(status=known)
    received = receive(before, said(status=event, updated_at=after(late)), own)
    assert (received.effect, received.said.status, received.flags) == (effect, now, ())


# The same rank


@pytest.mark.parametrize("status", [R, A])
def test_newer_data_of_the_same_rank_refreshes_the_order(status: Status) -> None:
    received = receive(said(), said(status=status, note="Ring twice", updated_at=after(1)))
    assert received.effect is Effect.REFRESHED
    assert (received.said.status, received.said.note, received.said.updated_at) == (status, "Ring twice", after(1))


def test_older_data_of_the_same_rank_changes_nothing_but_may_fill_what_is_empty() -> None:
    known = said(note="Ring twice")
    assert receive(known, said(note="Knock", updated_at=after(-1))).effect is Effect.NOTHING
    filled = receive(known, said(note="Knock", customer=Customer("Ana"), updated_at=after(-1)))
    assert filled.effect is Effect.REFRESHED
    assert filled.said == replace(known, customer=Customer("Ana"))


@pytest.mark.parametrize("stamp", [NOON, None])
@pytest.mark.parametrize("status", [R, P, D, C])
def test_the_same_event_twice_changes_nothing_the_second_time(status: Status, stamp: object) -> None:
    event = said(status=status, updated_at=stamp)
    assert receive(receive(None, event).said, event).effect is Effect.NOTHING


def test_an_event_without_a_time_is_not_newer_than_one_with_a_time() -> None:
    assert receive(said(), said(note="Knock", updated_at=None)).said.note == "Knock"
    assert receive(said(note="Ring"), said(note="Knock", updated_at=None)).effect is Effect.NOTHING


def test_newer_data_without_a_customer_or_payment_does_not_take_them_away() -> None:
    known = said(customer=Customer("Ana"), payment=paid("11"))
    refreshed = receive(known, said(updated_at=after(1)))
    assert refreshed.said.customer == Customer("Ana") and refreshed.said.payment == paid("11")


def test_an_order_of_which_only_the_envelope_was_known_is_completed_even_by_older_data() -> None:
    envelope = replace(said(partial=True, code="ref-1"), lines=())
    received = receive(envelope, said(updated_at=after(-5)))
    assert received.effect is Effect.REFRESHED and received.flags == ()
    assert not received.said.partial and received.said.lines == (MILK, BREAD, TOMATOES)
    assert received.said.code == "k7tm-3081" and received.said.updated_at == NOON


def test_an_order_not_picked_here_is_completed_too() -> None:
    envelope = replace(said(status=P, partial=True, code="ref-1"), lines=())
    received = receive(envelope, said(status=P))
    assert received.said.code == "k7tm-3081" and received.said.lines and not received.said.partial


def test_newer_data_without_lines_keeps_the_lines() -> None:
    event = replace(said(updated_at=after(1), customer=Customer("Ana"), partial=True), lines=())
    received = receive(said(), event)
    assert received.said.lines == (MILK, BREAD, TOMATOES) and received.flags == ()
    assert received.said.customer == Customer("Ana") and not received.said.partial


# What the customer changed under the hand


def change(*lines: OrderedLine, **fields: object) -> SaidOrder:
    """A newer event with these lines."""
    return said(*lines, updated_at=after(1), **fields)


def test_new_gone_and_changed_lines_are_flagged() -> None:
    extra = replace(BREAD, key="roll", sku="ROL", platform_id="id-roll")
    received = receive(said(), change(replace(MILK, amount=d("1")), TOMATOES, extra))
    assert set(received.flags) == {("milk", "changed"), ("bread", "gone"), ("roll", "new")}
    lines = {line.key: line for line in received.said.lines}
    assert lines["milk"].amount == 1 and lines["bread"].gone and lines["roll"] == extra


def test_a_line_that_is_gone_is_flagged_once_and_can_come_back() -> None:
    once = receive(said(), change(MILK, TOMATOES))
    twice = receive(once.said, said(MILK, TOMATOES, updated_at=after(2)))
    assert once.flags == (("bread", "gone"),) and twice.flags == ()
    back = receive(twice.said, said(updated_at=after(3)))
    assert back.flags == () and not any(line.gone for line in back.said.lines)


def test_amounts_that_the_desk_sent_in_a_check_are_no_change() -> None:
    received = receive(
        said(), change(replace(MILK, amount=d("1")), BREAD, TOMATOES), own_amounts={"milk": frozenset({d("1")})}
    )
    assert received.flags == () and received.said.lines[0] == MILK


def test_lines_that_the_desk_added_are_learned_and_not_new() -> None:
    bag = replace(BREAD, key="id-bag", sku=BAG.sku, platform_id="id-bag")
    other = replace(bag, key="id-bag2", platform_id="id-bag2")
    received = receive(said(), change(MILK, BREAD, TOMATOES, bag, other), own_skus=(BAG.sku,))
    assert received.said.extra == (ExtraLine("id-bag", BAG.sku),)
    assert received.flags == (("id-bag2", "new"),)


def test_a_replaced_line_that_the_platform_took_out_of_its_cart_is_not_gone() -> None:
    new = ExtraLine("x-oat", OAT.sku, "id-milk")
    received = receive(said(), change(BREAD, TOMATOES, extra=(new,)))
    assert received.flags == () and received.said.lines == (MILK, BREAD, TOMATOES)
    assert received.said.extra == (new,)


def test_a_line_that_the_desk_sent_as_not_found_is_not_gone_if_the_platform_leaves_it_out() -> None:
    received = receive(said(), change(BREAD, TOMATOES), own_amounts={"milk": frozenset({d("2"), Decimal(0)})})
    assert received.flags == () and received.said.lines == (MILK, BREAD, TOMATOES)


def test_the_payment_follows_the_customers_changes_and_not_the_desks() -> None:
    known = said(payment=paid("8.82"))
    own = change(replace(MILK, amount=d("1")), BREAD, TOMATOES, payment=paid("7.53"))
    assert receive(known, own, own_amounts={"milk": frozenset({d("1")})}).said.payment == paid("8.82")
    assert receive(known, own).said.payment == paid("7.53")


def test_new_lines_have_the_ids_that_the_platform_showed_last() -> None:
    first = receive(said(), change(MILK, BREAD, TOMATOES, extra=(ExtraLine("x-bag", BAG.sku),))).said
    second = receive(first, said(updated_at=after(2), extra=(ExtraLine("x-oat", OAT.sku, "id-milk"),))).said
    assert [extra.platform_id for extra in second.extra] == ["x-oat"]  # the bag is no longer in its cart
    late = receive(second, said(updated_at=after(-1), extra=(ExtraLine("x-oat", OAT.sku, "id-bread"),)))
    assert late.effect is Effect.NOTHING


def test_the_confirmed_cart_is_no_change_by_the_customer() -> None:
    echo = said(replace(MILK, amount=d("1")), TOMATOES, status=P, updated_at=after(1), payment=paid("5"))
    confirmed = receive(said(payment=paid("8.82")), echo, Own.FULFIL)
    again = receive(confirmed.said, replace(echo, updated_at=after(2)), Own.FULFIL)
    for received in (confirmed, again):
        assert received.said.lines == (MILK, BREAD, TOMATOES) and received.flags == ()
        assert received.said.payment == paid("8.82")
    assert again.said.updated_at == after(2)


def test_the_cart_of_a_fulfil_teaches_the_ids_of_new_lines() -> None:
    bag = replace(BREAD, key="id-bag", sku=BAG.sku, platform_id="id-bag")
    confirmed = receive(said(), said(MILK, BREAD, TOMATOES, bag, status=P), Own.FULFIL)
    assert confirmed.said.extra == (ExtraLine("id-bag", BAG.sku),)


@pytest.mark.parametrize("after_pickup", [False, True])
def test_a_cancellation_says_who_and_why_and_whether_the_goods_are_gone(after_pickup: bool) -> None:
    why = Cancellation("CHANGED_MIND", "CUSTOMER", after_pickup)
    received = receive(said(), said(status=C, cancellation=why, updated_at=None))
    assert received.said.cancellation == why and received.said.updated_at == NOON
    assert received.said.lines == (MILK, BREAD, TOMATOES)
