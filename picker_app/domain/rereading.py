"""How an order that was read again differs from what is known of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from picker_app.domain.said import OrderedLine, SaidOrder


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that differs: `what` is a code, `name` the line's name or "", `before` and `now` as plain text.

    Codes: line_new, line_gone, amount, product, price, line_note; total, delivery_fee, discount, payments, note,
    customer, address, phone, due, flow, store.
    """

    what: str
    name: str = ""
    before: str = ""
    now: str = ""


def reread_differences(known: SaidOrder, fresh: SaidOrder) -> tuple[Difference, ...]:
    """Compare an order as it is known with the same one read again; its status, which events tell, is left out."""
    return (*_lines(known, fresh), *_head(known, fresh))


def _lines(known: SaidOrder, fresh: SaidOrder) -> Iterator[Difference]:
    now = {line.key: line for line in fresh.lines}
    for line in known.lines:
        other = now.pop(line.key, None)
        if other is None:
            yield Difference("line_gone", line.name, _text(line.amount))
            continue
        for what, before, after in _of_line(line, other):
            if before != after:
                yield Difference(what, line.name, before, after)
    for line in now.values():
        yield Difference("line_new", line.name, now=_text(line.amount))


def _of_line(line: OrderedLine, other: OrderedLine) -> tuple[tuple[str, str, str], ...]:
    return (
        ("product", " ".join((line.name, line.sku)).strip(), " ".join((other.name, other.sku)).strip()),
        ("amount", _text(line.amount), _text(other.amount)),
        ("price", _text(line.unit_price), _text(other.unit_price)),
        ("line_note", line.note, other.note),
    )


def _head(known: SaidOrder, fresh: SaidOrder) -> Iterator[Difference]:
    before, after = _words(known), _words(fresh)
    for what, text in before.items():
        if text != after[what]:
            yield Difference(what, before=text, now=after[what])


def _words(said: SaidOrder) -> dict[str, str]:
    payment, customer = said.payment, said.customer
    payments = (f"{line.code} {_text(line.value)}" for line in said.payments)
    return {
        "total": _text(payment.total) if payment else "",
        "delivery_fee": _text(payment.delivery_fee) if payment else "",
        "discount": _text(payment.discount) if payment else "",
        "payments": ", ".join(payments),
        "note": said.note,
        "customer": customer.name if customer else "",
        "address": customer.address if customer else "",
        "phone": customer.phone if customer else "",
        "due": said.promised_for.isoformat() if said.promised_for else "",
        "flow": said.flow.value,
        "store": said.store,
    }


def _text(value: Decimal | None) -> str:
    """Write an amount so that 7.5 and 7.50 are the same."""
    if value is None:
        return ""
    return f"{value.normalize():f}"
