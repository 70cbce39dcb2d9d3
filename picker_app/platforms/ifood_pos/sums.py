"""The arithmetic of an iFood order: what a line costs, what somebody else pays, and whether its sums hold together."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from picker_app.domain import money
from picker_app.domain.quantity import ZERO
from picker_app.platforms.ifood_pos import wire
from picker_app.platforms.ifood_pos.payment_codes import DISCOUNT, VOUCHER

# All by the table "Money" of ifood_pos.md section 5; None: a number that is needed was not given.


def of_part(part: wire.SubItem) -> Decimal | None:
    """Return what one unit of a part costs, as given; else what its price makes."""
    return _made(part) if part.total_price is None else part.total_price


def alone(item: wire.Item) -> Decimal | None:
    """Return what one item costs without its parts."""
    made, parts = _made(item), _parts(item)
    if made is None and parts is not None and item.total_price is not None:
        return item.total_price - parts
    return made


def discount(order: wire.Order) -> Decimal:
    """Return what the customer does not pay: a voucher that is given as payment and as benefit counts once."""
    lines = _known(payment.value for payment in order.payments if payment.code in (VOUCHER, DISCOUNT))
    return lines if _has_voucher(order) else lines + _benefits(order)


def differ(order: wire.Order, currency: str) -> bool:
    """Say whether a sum of the order is not what its parts make, or cannot be made; rounded at the end only."""
    return any(
        own is None or given is None or money.rounded(own, currency) != money.rounded(given, currency)
        for own, given in _sums(order)
    )


def _sums(order: wire.Order) -> Iterator[tuple[Decimal | None, Decimal | None]]:
    """Yield each sum of the order, as its parts make it and as it is given."""
    for item in order.items:
        for part in item.sub_items:
            yield _made(part), part.total_price
        parts = _parts(item) if item.sub_items_price is None else item.sub_items_price
        yield _parts(item), parts
        yield _sum((_made(item), parts)), item.total_price
    yield _sum(_times(item.quantity, item.total_price) for item in order.items), order.sub_total
    yield _sum((order.sub_total, order.delivery_fee or ZERO)), order.total_price
    left = ZERO if _has_voucher(order) else -_benefits(order)
    yield _known(payment.value for payment in order.payments), _sum((order.total_price, left))


def _made(item: wire.SubItem) -> Decimal | None:
    return _sum((item.price, item.addition or ZERO, -(item.discount or ZERO)))


def _parts(item: wire.Item) -> Decimal | None:
    return _sum(_times(part.quantity, of_part(part)) for part in item.sub_items)


def _has_voucher(order: wire.Order) -> bool:
    return any(payment.code == VOUCHER for payment in order.payments)


def _benefits(order: wire.Order) -> Decimal:
    return _known(benefit.value for benefit in order.benefits)


def _times(amount: Decimal, price: Decimal | None) -> Decimal | None:
    return None if price is None else amount * price


def _known(values: Iterable[Decimal | None]) -> Decimal:
    return sum((value for value in values if value is not None), ZERO)


def _sum(values: Iterable[Decimal | None]) -> Decimal | None:
    total = ZERO
    for value in values:
        if value is None:
            return None
        total += value
    return total
