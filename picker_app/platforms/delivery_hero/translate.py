"""Delivery Hero's words and the domain's, each put into the other; no network, no clock."""

import hashlib
from collections.abc import Iterable
from datetime import timedelta
from decimal import Decimal
from typing import Any

from picker_app.domain.cart import CartLine, CartState, Command, Kind, SeenLine
from picker_app.domain.quantity import ZERO, Bounds
from picker_app.domain.said import (
    Cancellation,
    Customer,
    ExtraLine,
    Flow,
    OrderedLine,
    Payment,
    Pricing,
    SaidOrder,
    Status,
)
from picker_app.platforms import exact_json
from picker_app.platforms.delivery_hero import AccountSettings, wire
from picker_app.platforms.port import CatalogProduct, Envelope, Heard

# Codes of SaidOrder.notices: what a person should hear of, though the order can be worked.
UNKNOWN_STATUS = "unknown_status"
UNKNOWN_PRICING = "unknown_pricing"
OTHER_STORE = "other_store"
ONE = Decimal(1)
_STATUSES = ("RECEIVED", "ACCEPTED", "READY_FOR_PICKUP", "DISPATCHED", "DELIVERED", "CANCELLED")


# From the platform to the domain.


def envelope(head: wire.Head, body: bytes) -> Envelope:
    """Name an event: `order_id`, status and the instant of its last change (delivery_hero.md section 4).

    Where `sys.updated_at` is missing or unreadable the SHA-256 of the body takes its place.
    """
    changed = head.sys.updated_at if head.sys else None
    moment = changed.isoformat() if changed else hashlib.sha256(body).hexdigest()
    return Envelope(f"{head.order_id}|{head.status}|{moment}", head.order_id, head.status, stores(head))


def stores(head: wire.Head) -> tuple[str, ...]:
    """Return the ids under which the event names its store: the platform's own and the partner's."""
    client = head.client or wire.Client()
    return tuple(name for name in (client.store_id, client.external_partner_config_id) if name)


def heard(order: wire.Order, body: bytes, account: AccountSettings) -> Heard:
    """Put a whole order into the domain's words."""
    return Heard(envelope(order, body), said_order(order, account), seen_lines(order), body)


def said_order(order: wire.Order, account: AccountSettings) -> SaidOrder:
    """Translate an order object (delivery_hero.md section 6).

    Lines with a `replaced_id` or of status ADDITION are the desk's own and go to `extra`. The pick-by time is the
    promised delivery less `lead_minutes`, else the estimated one less it, else the creation plus it (section 1).
    """
    word = order.status.strip().upper()
    status = Status(word) if word in _STATUSES else Status.UNKNOWN
    lines = tuple(_ordered_line(line, key) for line, key in _keyed(order.items) if not _is_own(line))
    notices = []
    if status is Status.UNKNOWN:
        notices.append(UNKNOWN_STATUS)
    if any(line.pricing is Pricing.FOREIGN for line in lines):
        notices.append(UNKNOWN_PRICING)
    if stores(order) and account.vendor_id not in stores(order):
        notices.append(OTHER_STORE)
    lead = timedelta(minutes=account.lead_minutes)
    created = order.sys.created_at if order.sys else None
    promised = order.promised_for or order.accepted_for
    by_creation = created + lead if created else None
    client = order.client or wire.Client()
    return SaidOrder(
        account=account.name,
        ref=order.order_id,
        code=order.order_code or order.external_order_id or order.order_id[:8],
        status=status,
        currency=account.currency,
        raw_status=order.status if status is Status.UNKNOWN else "",
        number=order.external_order_id,
        flow=_flow(order),
        preorder=order.preorder,
        created_at=created,
        updated_at=order.sys.updated_at if order.sys else None,
        promised_for=promised,
        pick_by=promised - lead if promised else by_creation,
        note=order.comment.strip(),
        store=client.name or next(iter(stores(order)), ""),
        customer=_customer(order.customer) if order.customer else None,
        payment=_payment(order.payment) if order.payment else None,
        cancellation=_cancellation(order.cancellation) if order.cancellation else None,
        lines=lines,
        extra=tuple(
            ExtraLine(line.id, line.sku, line.replaced_id) for line in order.items if _is_own(line) and line.id
        ),
        notices=tuple(notices),
    )


def seen_lines(order: wire.Order) -> tuple[SeenLine, ...]:
    """Return the cart as the platform shows it, lines of the desk's own with it."""
    return tuple(
        SeenLine(
            sku=line.sku,
            state=line.status.strip().upper(),
            pricing=_kind(line),
            amount=_amount(line),
            platform_id=line.id,
            replaces=line.replaced_id,
            unit_price=_pricing(line).unit_price,
            total_price=_pricing(line).total_price,
        )
        for line in order.items
    )


def _flow(order: wire.Order) -> Flow:
    # Vendor delivery decides with which status an order is fulfilled (section 5), so it goes before pick-up.
    if order.transport_type.strip().upper() == "VENDOR_DELIVERY":
        return Flow.VENDOR_DELIVERY
    return Flow.PICKUP if order.order_type.strip().upper() == "PICKUP" else Flow.PLATFORM_DELIVERY


def _is_own(line: wire.Line) -> bool:
    return line.replaced_id is not None or line.status.strip().upper() == CartState.ADDITION


def _keyed(lines: Iterable[wire.Line]) -> list[tuple[wire.Line, str]]:
    """Name every line: by its id, else by its SKU and a running number; no name twice."""
    keys: list[str] = []
    keyed = []
    for line in lines:
        name, number = line.id or f"{line.sku}#1", 1
        while name in keys:
            number += 1
            name = f"{line.id or line.sku}#{number}"
        keys.append(name)
        keyed.append((line, name))
    return keyed


def _pricing(line: wire.Line) -> wire.Pricing:
    return line.pricing or wire.Pricing()


def _kind(line: wire.Line) -> Pricing:
    """Say how a line is counted (the rule for a missing or unknown `pricing_type` at the end of section 6)."""
    pricing = _pricing(line)
    word = pricing.pricing_type.strip().upper()
    if not word:
        return Pricing.KG if pricing.weight and pricing.quantity is None else Pricing.UNIT
    return Pricing(word) if word in ("UNIT", "KG") else Pricing.FOREIGN


def _amount(line: wire.Line) -> Decimal:
    pricing = _pricing(line)
    if _kind(line) is Pricing.KG:
        return pricing.weight or ZERO
    return ONE if pricing.quantity is None else pricing.quantity


def _ordered_line(line: wire.Line, key: str) -> OrderedLine:
    pricing, kind = _pricing(line), _kind(line)
    return OrderedLine(
        key=key,
        sku=line.sku,
        name=line.name or line.sku or key,
        pricing=kind,
        amount=_amount(line),
        platform_id=line.id,
        pieces=ONE if pricing.quantity is None else pricing.quantity,
        barcodes=line.barcode,
        unit_price=pricing.unit_price,
        total_price=pricing.total_price,
        # A maximum of 0 would forbid what was ordered: it is no bound.
        bounds=Bounds(pricing.min_quantity, pricing.max_quantity or None),
        note=line.instructions.strip(),
        details=_details(line),
        raw_pricing=exact_json.dump(pricing.raw).decode() if kind is Pricing.FOREIGN else None,
    )


def _details(line: wire.Line) -> tuple[tuple[str, str], ...]:
    """Collect what is only shown: pieces, tax, promotions and unknown texts, such as a wish for a replacement."""
    pricing = _pricing(line)
    unknown: dict[str, Any] = line.model_extra or {}
    return (
        *((name, text) for name, text in unknown.items() if isinstance(text, str) and text.strip()),
        *(
            (name, f"{number:f}")
            for name, number in (("weighted_pieces", pricing.weighted_pieces), ("vat_percent", pricing.vat_percent))
            if number is not None
        ),
        *(("promotion", name) for name in line.promotion),
    )


def _customer(customer: wire.Customer) -> Customer:
    home = customer.delivery_address or wire.Address()
    street = f"{home.street} {home.number}".strip()
    town = f"{home.zipcode or home.postal_code} {home.city}".strip()
    address = home.formatted or ", ".join(part for part in (street, town) if part)
    return Customer(
        name=f"{customer.first_name} {customer.last_name}".strip(),
        phone=customer.phone_number.strip(),
        address=" · ".join(part for part in (address, home.building, home.apartment, home.floor) if part),
        instructions=home.instructions.strip(),
    )


def _payment(payment: wire.Payment) -> Payment:
    return Payment(
        kind=payment.type.strip(),
        total=payment.order_total,
        delivery_fee=payment.delivery_fee or ZERO,
        discount=abs(payment.discount or ZERO),
        collect=payment.collect_at_pickup or ZERO,
    )


def _cancellation(cancellation: wire.Cancellation) -> Cancellation:
    return Cancellation(cancellation.reason.strip(), cancellation.cancelled_by.strip(), cancellation.post_picked_up)


def product(entry: wire.Product) -> CatalogProduct:
    """Translate a product of the catalogue (delivery_hero.md section 12); one that does not say is active."""
    said = [flag for flag in (entry.active, entry.is_active) if isinstance(flag, bool)]
    return CatalogProduct(
        sku=entry.sku,
        name=entry.name or entry.title or entry.sku,
        barcodes=tuple(dict.fromkeys((*entry.barcodes, *entry.barcode))),
        unit_price=entry.price,
        by_weight=entry.is_sold_by_weight,
        active=said[0] if said else True,
    )


# From the domain to the platform.


def body(command: Command) -> bytes:
    """Write the body of a PUT: the whole list, no line left out (delivery_hero.md section 8)."""
    known = {line.platform_id for line in command.lines if line.platform_id}
    tree: dict[str, Any] = {"order_id": command.ref, "status": status_to_send(command)}
    if command.kind is Kind.CANCEL:
        tree["cancellation"] = {"reason": command.reason}
    tree["items"] = [_line_to_send(line, known) for line in command.lines]
    return exact_json.dump(tree)


def status_to_send(command: Command) -> str:
    """Return the order status that a command stands for; it depends on who delivers (section 5)."""
    if command.kind is Kind.CANCEL:
        return "CANCELLED"
    if command.kind is Kind.CHECK:
        return "UPDATE_CART"
    return "DISPATCHED" if command.flow is Flow.VENDOR_DELIVERY else "READY_FOR_PICKUP"


def _line_to_send(line: CartLine, known: set[str]) -> dict[str, Any]:
    tree: dict[str, Any] = {}
    if line.platform_id:
        tree["_id"] = line.platform_id
    if line.sku:
        tree["sku"] = line.sku
    # A line taken back replaces nothing any more, and a line without an id cannot be pointed at.
    if line.state is CartState.IN_CART and line.replaces in known:
        tree["replaced_id"] = line.replaces
    tree["status"] = line.state.value
    tree["pricing"] = _pricing_to_send(line)
    return tree


def _pricing_to_send(line: CartLine) -> Any:
    if line.raw_pricing is not None:
        return exact_json.load(line.raw_pricing.encode())
    if line.pricing is Pricing.KG:
        return {"pricing_type": "KG", "quantity": line.pieces, "weight": line.amount}
    return {"pricing_type": "UNIT", **_price_to_send(line), "quantity": line.amount}


def _price_to_send(line: CartLine) -> dict[str, Decimal]:
    """Choose the one price of a UNIT line, or none (delivery_hero.md section 7)."""
    in_cart = line.state in (CartState.IN_CART, CartState.ADDITION)
    if in_cart and line.new_unit_price is not None:
        return {"unit_price": line.new_unit_price}
    if in_cart and line.new_total_price is not None:
        return {"total_price": line.new_total_price}
    if line.said_unit_price is not None:
        return {"unit_price": line.said_unit_price}
    if line.said_total_price is not None and line.amount == line.ordered:
        return {"total_price": line.said_total_price}
    return {}
