"""What differs in an order that was read again is told thing by thing."""

from dataclasses import replace

from picker_app.domain.rereading import Difference, reread_differences
from picker_app.domain.said import Customer, Payment, PaymentLine, SaidOrder, Status
from tests.domain.examples import BREAD, MILK, NOON, TOMATOES, after, d

KNOWN = SaidOrder(
    "ifood",
    "740",
    "3310",
    Status.CONFIRMED,
    "BRL",
    lines=(MILK, BREAD),
    promised_for=NOON,
    note="ring",
    customer=Customer("Ana", "11 4000", "R Exemplo, 10"),
    payment=Payment(total=d("5.0"), delivery_fee=d("7.90"), discount=d("1")),
    payments=(PaymentLine("DIN", "DINHEIRO", d("5.0"), prepaid=False),),
)


def test_the_same_order_does_not_differ_however_its_numbers_are_written() -> None:
    payment = Payment(total=d("5.00"), delivery_fee=d("7.9"), discount=d("1.0"))
    again = replace(KNOWN, status=Status.RECEIVED, payment=payment)
    assert reread_differences(KNOWN, again) == ()


def test_lines_that_came_went_or_changed_are_named() -> None:
    milk = replace(MILK, amount=d("3"), unit_price=d("1.5"), note="cold", name="Whole milk")
    assert reread_differences(KNOWN, replace(KNOWN, lines=(milk, TOMATOES))) == (
        Difference("product", "Milk", "Milk MLK-1L", "Whole milk MLK-1L"),
        Difference("amount", "Milk", "2", "3"),
        Difference("price", "Milk", "1.29", "1.5"),
        Difference("line_note", "Milk", "", "cold"),
        Difference("line_gone", "Bread", "1"),
        Difference("line_new", "Tomatoes", now="1.2"),
    )


def test_a_price_that_is_there_no_more_differs_too() -> None:
    free = replace(KNOWN, lines=(replace(MILK, unit_price=None), BREAD))
    assert reread_differences(KNOWN, free) == (Difference("price", "Milk", "1.29", ""),)


def test_the_head_of_the_order_is_compared_too() -> None:
    fresh = replace(
        KNOWN,
        promised_for=after(600),
        note="",
        customer=None,
        payment=None,
        payments=(),
        store="255001",
    )
    found = {difference.what: (difference.before, difference.now) for difference in reread_differences(KNOWN, fresh)}
    assert found.keys() == {
        "total", "delivery_fee", "discount", "payments", "note", "customer", "address", "phone", "due", "store"
    }  # fmt: skip
    assert found["payments"] == ("DIN 5", "") and found["customer"] == ("Ana", "")
    back = {difference.what for difference in reread_differences(fresh, replace(fresh, promised_for=None))}
    assert back == {"due"}
