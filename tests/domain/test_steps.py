"""Orders of a platform that is told statuses: taken on, taken by parts, finished with what is short, handed back."""

from dataclasses import replace
from decimal import Decimal

import pytest

from picker_app.domain.facts import (
    Fact,
    LineNotFound,
    LinePicked,
    LinesTaken,
    OrderConfirmed,
    OrderDelivered,
    OrderFinished,
    OrderRejected,
)
from picker_app.domain.order import Decision, Order, Stage, finish, fold, pick
from picker_app.domain.rules import RuleBroken
from picker_app.domain.said import OrderedLine, Pricing, SaidOrder, Status
from picker_app.domain.steps import confirm, deliver, finish_as_picked, reject, shortages, take
from tests.domain.examples import d

RICE = OrderedLine("0", "ARZ/5", "Rice", Pricing.UNIT, d("2"), unit_price=d("27.90"))
BASKET = OrderedLine("1", "CST", "Fruit basket", Pricing.UNIT, d("3"), unit_price=d("4"))
APPLE = OrderedLine("1.0", "MAC", "Apple", Pricing.UNIT, d("6"), unit_price=d("1.75"), parent="1")
WRAPPER = OrderedLine("1.1", "", "Wrapper", Pricing.UNIT, d("3"), unit_price=d("0.80"), parent="1")
WATER = OrderedLine("2", "", "Water", Pricing.UNIT, d("1"), unit_price=d("3.49"))
SAID = SaidOrder("ifood", "740", "3310", Status.RECEIVED, "BRL", lines=(RICE, BASKET, APPLE, WRAPPER, WATER))


def order(*facts: Fact, status: Status = Status.RECEIVED, said: SaidOrder = SAID) -> Order:
    return fold(replace(said, status=status), enumerate(facts, 1))


def broken(verb: object, *args: object, **words: object) -> RuleBroken:
    with pytest.raises(RuleBroken) as rule:
        verb(*args, **words)  # type: ignore[operator]  # any verb of the module
    return rule.value


def test_an_order_is_taken_on_once() -> None:
    taken, fact = confirm(order())
    assert fact == OrderConfirmed() and taken.stage is Stage.NEW
    assert broken(confirm, order(status=Status.CONFIRMED)).code == "already_confirmed"
    assert broken(confirm, order(status=Status.CANCELLED)).code == "cancelled"
    assert broken(confirm, order(OrderFinished(), status=Status.DISPATCHED)).code == "finished"
    assert broken(confirm, order(OrderRejected("why"))).code == "with_platform"


def test_an_order_that_is_finished_here_can_be_taken_on_until_the_platform_has_that() -> None:
    taken, fact = confirm(order(OrderFinished()))
    assert fact == OrderConfirmed() and taken.stage is Stage.FINISHED


def test_a_line_is_taken_with_all_of_its_parts() -> None:
    taken, fact = take(order(), "1")
    assert fact == LinesTaken(("1", "1.0", "1.1"))
    assert [taken.line(key).amount for key in ("0", "1", "1.0", "1.1")] == [0, 3, 6, 3]
    assert taken.stage is Stage.PICKING
    assert broken(take, taken, "1").code == "already_complete"


def test_what_was_decided_of_a_part_stays_when_the_rest_is_taken() -> None:
    taken, fact = take(order(LineNotFound("1.1"), LinePicked("1.0", Decimal(2))), "1")
    assert fact == LinesTaken(("1", "1.0"))
    assert taken.line("1.1").decision is Decision.NOT_FOUND and taken.line("1.0").amount == 6


def test_a_part_is_taken_by_itself_too() -> None:
    taken, fact = take(order(), "1.0")
    assert fact == LinesTaken(("1.0",)) and not taken.line("1").complete
    assert broken(take, order(), "9").code == "unknown_line"


def test_a_line_that_costs_nothing_by_itself_is_only_the_name_of_its_parts() -> None:
    free = replace(SAID, lines=(replace(BASKET, unit_price=d("0.00")), APPLE, WRAPPER))
    begun = order(said=free)
    assert begun.line("1").heading and begun.next_line is begun.line("1.0")
    assert broken(pick, begun, "1").code == "heading"
    whole, fact = take(begun, "1")
    assert fact == LinesTaken(("1.0", "1.1"))
    assert finish(whole)[0].stage is Stage.FINISHED
    alone = order(said=replace(SAID, lines=(replace(WATER, unit_price=d("0")),)))
    assert not alone.line("2").heading


def test_shortages_are_what_is_not_in_the_bag_as_it_was_ordered() -> None:
    begun = order(LinePicked("0", Decimal(1)), LineNotFound("2"), LinesTaken(("1", "1.0")))
    assert [line.key for line in shortages(begun)] == ["0", "2"]


def test_an_order_with_a_shortage_is_finished_on_a_yes_only() -> None:
    begun = order(LinesTaken(("0", "1", "1.0", "1.1")), LineNotFound("2"))
    rule = broken(finish_as_picked, begun)
    assert (rule.code, rule.line, rule.values["count"]) == ("shortage", "2", 1)
    done, fact = finish_as_picked(begun, yes=True)
    assert fact == OrderFinished() and done.stage is Stage.FINISHED


def test_a_whole_order_is_finished_without_a_question_and_an_undecided_one_not_at_all() -> None:
    whole = order(LinesTaken(("0", "1", "1.0", "1.1", "2")))
    assert finish_as_picked(whole)[1] == OrderFinished()
    assert broken(finish_as_picked, order(), yes=True).code == "undecided"


def test_an_order_of_which_nothing_was_found_is_to_be_handed_back() -> None:
    empty = order(*(LineNotFound(line.key) for line in SAID.lines))
    assert broken(finish_as_picked, empty, yes=True).code == "nothing_found_here"


@pytest.mark.parametrize("status", [Status.RECEIVED, Status.INTEGRATED, Status.CONFIRMED])
def test_an_order_is_handed_back_with_a_text_and_is_neither_work_nor_cancelled(status: Status) -> None:
    back, fact = reject(order(status=status), "  no rice  ")
    assert fact == OrderRejected("no rice")
    assert (back.stage, back.reason, back.open) == (Stage.REJECTED, "no rice", True)
    assert broken(pick, back, "0").code == "with_platform"


@pytest.mark.parametrize("text", ["", "   ", "x" * 501])
def test_a_text_that_the_platform_does_not_take_is_refused(text: str) -> None:
    assert broken(reject, order(), text).code == "bad_details"
    assert reject(order(), "x" * 500)[1] == OrderRejected("x" * 500)


def test_an_order_that_left_or_is_over_is_not_handed_back() -> None:
    assert broken(reject, order(status=Status.DISPATCHED), "late").code == "finished"
    assert broken(reject, order(status=Status.CANCELLED), "late").code == "cancelled"
    assert broken(reject, order(OrderRejected("no rice")), "again").code == "with_platform"
    assert broken(reject, order(status=Status.ACCEPTED), "odd").code == "not_now"


def test_an_order_is_delivered_when_it_is_on_its_way() -> None:
    assert deliver(order(OrderFinished(), status=Status.DISPATCHED))[1] == OrderDelivered()
    assert broken(deliver, order(status=Status.CONFIRMED)).code == "not_now"
    assert broken(deliver, order(status=Status.CANCELLED)).code == "cancelled"
