"""iFood's words and the domain's, each put into the other; no network, no clock."""

import hashlib
from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal

from picker_app.domain.cart import CartState, Command, Kind, SeenLine
from picker_app.domain.quantity import ZERO
from picker_app.domain.said import Customer, Flow, OrderedLine, Payment, PaymentLine, Pricing, SaidOrder, Status
from picker_app.platforms import exact_json, fields
from picker_app.platforms.ifood_pos import AccountSettings, details, sums, wire
from picker_app.platforms.ifood_pos.payment_codes import FORMS, Form
from picker_app.platforms.port import Envelope, Heard, PolledEvent, Unreadable

# Codes of SaidOrder.notices: what a person should hear of, though the order can be worked.
SUMS_DIFFER = "sums_differ"
UNKNOWN_PAYMENT = "unknown_payment"
FOREIGN_STORE = "foreign_store"

STATUSES = {
    "PLACED": Status.RECEIVED,
    "INTEGRATED": Status.INTEGRATED,
    "CONFIRMED": Status.CONFIRMED,
    "DISPATCHED": Status.DISPATCHED,
    "DELIVERED": Status.DELIVERED,
    "CONCLUDED": Status.DELIVERED,
    "CANCELLED": Status.CANCELLED,
}
_FLOWS = {"DELIVERY": Flow.VENDOR_DELIVERY, "TOGO": Flow.PICKUP, "TAKEOUT": Flow.PICKUP}
LONGEST_REASON = 500


# Events.


def events(body: bytes) -> tuple[PolledEvent | Unreadable, ...]:
    """Read the answer to a poll; an event that cannot be read stands as its error, with its bytes.

    Unreadable: the whole is no list.
    """
    try:
        entries = exact_json.entries(body)
    except Unreadable as error:
        raise Unreadable(error.words, raw=body) from None
    found: list[PolledEvent | Unreadable] = []
    for entry in entries:
        try:
            found.append(event(entry))
        except Unreadable as error:
            found.append(error)
    return tuple(found)


def event(body: bytes) -> PolledEvent:
    """Read one event (ifood_pos.md section 3); Unreadable: it is no object, or says neither id, code nor order.

    Without an id the SHA-256 of `code|correlationId|createdAt` is its key (section 4).
    """
    try:
        said = fields.read(wire.Event, exact_json.load(body))
    except Unreadable as error:
        raise Unreadable(error.words, raw=body) from None
    named = said.id if said.id.strip() else ""
    if not (named or said.code.strip() or said.correlation_id.strip()):
        raise Unreadable("an event without id, code and correlationId", raw=body)
    digest = hashlib.sha256(f"{said.code}|{said.correlation_id}|{said.created_at}".encode()).hexdigest()
    return PolledEvent(
        key=named or digest,
        id=named,
        ref=said.correlation_id.strip(),
        status=STATUSES.get(said.code.strip().upper(), Status.UNKNOWN),
        code=said.code.strip(),
        created_at=fields.instant(said.created_at),
        raw=body,
    )


def envelope(body: bytes) -> Envelope:
    """Name what was kept: an event by its key, an order, which names its shop, by its digest."""
    tree = exact_json.load(body)
    if isinstance(tree, dict) and "reference" in tree:
        return order_envelope(fields.read(wire.Order, tree), body)
    said = event(body)
    return Envelope(said.key, said.ref, said.code)


def order_envelope(order: wire.Order, body: bytes) -> Envelope:
    """Name an order as it was read; it holds no status."""
    return Envelope(f"{order.reference}|{hashlib.sha256(body).hexdigest()}", order.reference, "", stores(order))


def stores(order: wire.Order) -> tuple[str, ...]:
    """Return the ids under which the order names its shop: that of the API, and a later revision's."""
    merchant = order.merchant or wire.Merchant()
    return tuple(name for name in (merchant.id.strip(), merchant.short_id.strip()) if name)


# Orders.


def heard(order: wire.Order, body: bytes, account: AccountSettings) -> Heard:
    """Put a whole order into the domain's words."""
    return Heard(order_envelope(order, body), said_order(order, account), seen_lines(order), body)


def said_order(order: wire.Order, account: AccountSettings) -> SaidOrder:
    """Translate an order object (section 5): its status is RECEIVED, for only events tell it.

    Each part of an item is a line of its own below it. What has no place of its own is in the `details` of the order,
    of the customer where it tells of a person, or of the line.
    """
    flow = _flow(order)
    merchant = order.merchant or wire.Merchant()
    return SaidOrder(
        account=account.name,
        ref=order.reference,
        code=order.short_reference or order.reference,
        status=Status.RECEIVED,
        currency=account.currency,
        number=order.reference,
        flow=flow,
        preorder=order.scheduled is True,
        created_at=order.created_at,
        promised_for=order.delivery_date_time,
        pick_by=order.delivery_date_time,
        store=merchant.name or next(iter(stores(order)), ""),
        store_id=next(iter(stores(order)), ""),
        customer=_customer(order),
        payment=_payment(order),
        lines=tuple(_lines(order)),
        notices=tuple(_notices(order, account)),
        payments=tuple(_payment_line(payment) for payment in order.payments),
        confirm_by=order.created_at + timedelta(minutes=account.confirm_minutes) if order.created_at else None,
        details=details.of_order(order),
    )


def seen_lines(order: wire.Order) -> tuple[SeenLine, ...]:
    """Return the lines of the order as a cart, for comparisons."""
    return tuple(
        SeenLine(
            sku=line.sku,
            state=CartState.IN_CART,
            pricing=line.pricing,
            amount=line.amount,
            unit_price=line.unit_price,
            total_price=line.total_price,
        )
        for line in _lines(order)
    )


def _flow(order: wire.Order) -> Flow:
    # A customer who comes; else the shop says itself when the order left.
    words = (order.type, order.delivery_method.mode if order.delivery_method else "")
    known = next((word for word in (word.strip().upper() for word in words) if word in _FLOWS), "DELIVERY")
    return _FLOWS[known]


def _notices(order: wire.Order, account: AccountSettings) -> Iterator[str]:
    if sums.differ(order, account.currency):
        yield SUMS_DIFFER
    if any(payment.code not in FORMS for payment in order.payments):
        yield UNKNOWN_PAYMENT
    named = stores(order)
    if named and account.stores.isdisjoint(named):
        yield FOREIGN_STORE


def _lines(order: wire.Order) -> Iterator[OrderedLine]:
    """Yield each item and below it its parts, named by their positions; all of them together cost the subtotal."""
    for index, item in enumerate(order.items):
        yield _line(item, str(index), None, item.quantity, sums.alone(item))
        for number, part in enumerate(item.sub_items):
            yield _line(part, f"{index}.{number}", str(index), item.quantity * part.quantity, sums.of_part(part))


def _line(item: wire.SubItem, key: str, parent: str | None, amount: Decimal, unit_price: Decimal | None) -> OrderedLine:
    return OrderedLine(
        key=key,
        sku=item.external_code,
        name=item.name.strip() or item.external_code or key,
        pricing=Pricing.UNIT,
        amount=amount,
        pieces=amount,
        unit_price=unit_price,
        total_price=None if unit_price is None else unit_price * amount,
        note=item.observations.strip(),
        details=details.of_line(item, unit_price),
        parent=parent,
    )


# Money.


def _payment(order: wire.Order) -> Payment:
    lines = [_payment_line(payment) for payment in order.payments]
    return Payment(
        kind=" + ".join(dict.fromkeys(line.name for line in lines)),
        total=order.total_price,
        delivery_fee=order.delivery_fee or ZERO,
        discount=sums.discount(order),
        collect=sum((line.value for line in lines if not line.prepaid), ZERO),
        subtotal=order.sub_total,
    )


def _payment_line(payment: wire.Payment) -> PaymentLine:
    """Translate a form of payment (section 6): `prepaid` decides, and where it is missing the table of codes."""
    form = FORMS.get(payment.code) or Form(payment.code)
    prepaid = form.online if payment.prepaid is None else payment.prepaid
    return PaymentLine(
        code=payment.code,
        name=payment.name.strip() or form.name,
        value=payment.value or ZERO,
        prepaid=prepaid,
        change_for=payment.change_for,
        machine=form.machine and not prepaid,
        issuer=payment.issuer.strip(),
    )


# Persons.


def _customer(order: wire.Order) -> Customer | None:
    person, home = order.customer or wire.Customer(), order.delivery_address or wire.Address()
    written = home.formatted_address.strip() or f"{home.street_name} {home.street_number}".strip()
    parts = (written, home.complement, home.neighborhood, home.city)
    customer = Customer(
        name=person.name.strip(),
        phone=_phone(person.phone.strip(), order.localizer.id.strip() if order.localizer else ""),
        address=" · ".join(part.strip() for part in parts if part.strip()),
        instructions=home.reference.strip(),
        document=person.tax_payer_identification_number.strip(),
        email=person.email.strip(),
        details=details.of_person(order),
    )
    return None if customer == Customer() else customer


def _phone(number: str, localizer: str) -> str:
    """Write what is to be dialled: the number, and behind it the code that leads on to a masked customer."""
    return f"{number} ID: {localizer}".strip() if localizer and localizer not in number else number


# From the domain to the platform.


def body(command: Command) -> bytes:
    """Write the body of a status message (section 7): only a rejection has one. ValueError: it gives no reason."""
    if command.kind is not Kind.REJECT:
        return b""
    if not command.reason.strip():
        raise ValueError("a rejection needs a reason")
    return exact_json.dump({"details": command.reason.strip()[:LONGEST_REASON]})
