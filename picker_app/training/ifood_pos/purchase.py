"""What a customer in Brazil orders and how it is paid: drawn by chance, or as an exercise wishes."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from picker_app.training.brazil import Brazil, Good
from picker_app.training.orders import Customer, draw_customer

MAX_LINES = 40
TYPES = ("DELIVERY", "TOGO")
PAYMENTS = ("online", "cash", "change", "machine", "meal", "split")
VOUCHERS = ("none", "payment", "benefit", "both")
QUIRKS = {
    "strings": 0.08,
    "prepaid_text": 0.08,
    "no_codes": 0.06,
    "same_code": 0.05,
    "null_subitems": 0.08,
    "sums_differ": 0.05,
    "masked_phone": 0.3,
    "unknown_payment": 0.03,
    "later_fields": 0.2,
    "bare": 0.04,
}
"""What can be odd about an order, and how often it is. `bare`: every field that may be missing is."""
COMPOSED_SHARE = 0.25
STORE_SHARE = 0.4
OBSERVED_SHARE = 0.2


@dataclass(frozen=True)
class Line:
    """A good in a customer's cart, and what was written beside it."""

    good: Good
    quantity: int
    observation: str = ""


@dataclass(frozen=True)
class Purchase:
    """A whole order before it is written down."""

    lines: tuple[Line, ...]
    customer: Customer
    type: str
    payment: str
    voucher: str
    quirks: frozenset[str]


def draw_purchase(
    brazil: Brazil,
    store: Sequence[Good],
    chance: random.Random,
    *,
    lines: int | None = None,
    composed: int | None = None,
    goods: Sequence[tuple[Good, int]] | None = None,
    type_: str | None = None,
    payment: str | None = None,
    voucher: str | None = None,
    quirks: Sequence[str] | None = None,
) -> Purchase:
    """Draw a purchase; the same `chance` gives the same ones again. What is None is left to chance.

    `lines`: 1 to 40, of which `composed` have parts; or `goods` with their quantities. `type_`, `payment`, `voucher`
    and `quirks` are of those above. Raises `ValueError` for anything else.
    """
    for name, value, known in (("type", type_, TYPES), ("payment", payment, PAYMENTS), ("voucher", voucher, VOUCHERS)):
        if value is not None and value not in known:
            raise ValueError(f"{name} is one of {', '.join(known)}")
    if quirks is not None and not set(quirks) <= QUIRKS.keys():
        raise ValueError(f"quirks are some of {', '.join(QUIRKS)}")
    drawn = _draw_goods(brazil, store, chance, lines, composed) if goods is None else goods
    customer = draw_customer(chance, "pt_BR", "full")
    if customer is None:
        raise AssertionError("a full customer is one")
    return Purchase(
        lines=tuple(Line(good, quantity, _observation(brazil, chance, good)) for good, quantity in drawn),
        customer=customer,
        type=chance.choices(TYPES, (85, 15))[0] if type_ is None else type_,
        payment=chance.choices(PAYMENTS, (45, 8, 12, 20, 8, 7))[0] if payment is None else payment,
        voucher=chance.choices(VOUCHERS, (75, 10, 8, 7))[0] if voucher is None else voucher,
        quirks=frozenset(
            [name for name, often in QUIRKS.items() if chance.random() < often] if quirks is None else quirks
        ),
    )


def _draw_goods(
    brazil: Brazil, store: Sequence[Good], chance: random.Random, lines: int | None, composed: int | None
) -> list[tuple[Good, int]]:
    count = chance.choices((1, 2, 3, 5, 8, 12, 20), (15, 20, 20, 20, 15, 7, 3))[0] if lines is None else lines
    if not 1 <= count <= MAX_LINES:
        raise ValueError(f"lines is a number from 1 to {MAX_LINES}")
    most = min(count, len(brazil.composed))
    drawn = min(sum(chance.random() < COMPOSED_SHARE for _ in range(count)), 2, most)
    with_parts = drawn if composed is None else composed
    if not 0 <= with_parts <= most:
        raise ValueError(f"composed is a number from 0 to the number of lines, at most {len(brazil.composed)}")
    plain = count - with_parts
    foreign = sum(chance.random() < STORE_SHARE for _ in range(plain))
    goods = [
        *chance.sample(brazil.composed, with_parts),
        *chance.sample(store, foreign),
        *chance.sample(brazil.plain, plain - foreign),
    ]
    chance.shuffle(goods)
    return [(good, _quantity(chance, good)) for good in goods]


def _quantity(chance: random.Random, good: Good) -> int:
    if good.parts:
        return chance.choices((1, 2, 3), (80, 15, 5))[0]
    dear = good.price > Decimal(20)
    return chance.choices((1, 2, 3, 4, 6, 12), (70, 20, 10, 0, 0, 0) if dear else (50, 24, 10, 6, 6, 4))[0]


def _observation(brazil: Brazil, chance: random.Random, good: Good) -> str:
    if chance.random() >= OBSERVED_SHARE:
        return ""
    kind = "composed" if good.parts else "any" if good.code else "fresh"
    return chance.choice(brazil.observations[kind])
