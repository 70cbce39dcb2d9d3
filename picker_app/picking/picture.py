"""Turns a laid order into the frozen rows of the screens."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta

from picker_app.domain import cart
from picker_app.domain.cart import CartState, Command, Kind
from picker_app.domain.order import Decision, Line, Order, Origin, Stage
from picker_app.domain.said import Pricing, Status
from picker_app.domain.steps import shortages
from picker_app.picking.rows import (
    Banner,
    Check,
    CheckRow,
    LineRow,
    LineWord,
    OrderRow,
    OrderView,
    Reread,
    ShortageRow,
    Tab,
    Word,
)
from picker_app.picking.status_rows import ACTS, acts, confirming, is_left, is_returned, status_banner
from picker_app.platforms.port import Capabilities
from picker_app.store.codec import load_command
from picker_app.store.views import Laid, Message

_SENT = {
    "queued": Word.SAVED,
    "sending": Word.SENDING,
    "accepted": Word.SENT,
    "confirmed": Word.SENT,
    "uncertain": Word.UNCERTAIN,
    "refused": Word.REFUSED,
    "dropped": Word.CANCELLED,
}
_CHECKS = {
    "queued": Check.WAITING,
    "sending": Check.SENDING,
    "accepted": Check.GOOD,
    "confirmed": Check.GOOD,
    "refused": Check.REFUSED,
    "uncertain": Check.UNCERTAIN,
}
# What a check that was not sent has as its details.
_LINE_DOWN = "line_down"
_SAME_CART = "same_as_last_good"
_ASKS = ("ask", "ask_status", "check_portal")
_STATUSES = {
    Status.READY_FOR_PICKUP: Word.CONFIRMED,
    Status.DISPATCHED: Word.DISPATCHED,
    Status.DELIVERED: Word.DELIVERED,
    Status.CANCELLED: Word.CANCELLED,
}


@dataclass(frozen=True, slots=True)
class Seller:
    """How an account is called, what its platform lets the desk do, and how far the platform's clock is ahead."""

    title: str
    capabilities: Capabilities
    ahead: Callable[[], timedelta] = lambda: timedelta(0)


UNKNOWN_SELLER = Seller("", Capabilities(False, False, False, False, False, ()))


def short_code(code: str) -> str:
    """Return the part of an order code that a rider says: its first group of 3 to 6 digits, else its end.

    >>> short_code("k7tm-3081-pexa")
    '3081'
    """
    found = re.search(r"(?<![0-9A-Za-z])[0-9]{3,6}(?![0-9A-Za-z])", code)
    if found:
        return found.group()
    return code if len(code) <= 8 else re.split(r"[^0-9A-Za-z]", code)[-1][-8:] or code[-8:]


def _last_act(laid: Laid) -> Message | None:
    """Return the newest message that stands for what the desk did with the whole order."""
    return next((message for message in reversed(laid.messages) if message.kind in ACTS), None)


def _is_unsent(laid: Laid) -> bool:
    act = _last_act(laid)
    return act is not None and act.state == "queued"


def tab_of(laid: Laid) -> Tab:
    """Say under which tab of the inbox an order stands."""
    if not laid.ours or not laid.order.open:
        return Tab.DONE
    return {Stage.NEW: Tab.TO_PICK, Stage.PICKING: Tab.PICKING}.get(laid.order.stage, Tab.WAITING)


def word_of(laid: Laid) -> Word:
    """Say in one word where an order stands."""
    order, act = laid.order, _last_act(laid)
    if not laid.ours:
        return Word.NOT_OURS
    if not order.open:
        if laid.ended_by == "finished_elsewhere":
            return Word.ELSEWHERE
        after_pickup = order.said.cancellation is not None and order.said.cancellation.after_pickup
        if order.said.status is Status.CANCELLED and order.stage is not Stage.CANCELLED and not after_pickup:
            return Word.PUT_BACK if any(line.in_cart for line in order.shown_lines) else Word.CANCELLED
        return _STATUSES.get(order.said.status, Word.CONFIRMED)
    if order.stage is Stage.NEW:
        return Word.NEW
    if order.stage is Stage.PICKING:
        return Word.REFUSED if act is not None and act.state == "refused" else Word.PICKING
    if act is None:
        return Word.SAVED
    if order.stage is Stage.REJECTED and (act.ended_at is not None or act.state == "accepted"):
        return Word.WITH_PLATFORM
    if act.state == "uncertain" and (act.note in _ASKS or is_left(act)):
        return Word.SENT if is_left(act) else Word.ASK
    return _SENT.get(act.state, Word.SAVED)


def order_row(laid: Laid, seller: Seller) -> OrderRow:
    """Return the order's row in the inbox."""
    order, said = laid.order, laid.order.said
    lines = [line for line in order.shown_lines if not line.gone and not line.heading]
    ordered = [line for line in lines if line.origin is Origin.ORDERED]
    # That an order is here is told by the program itself: it is nobody's change.
    changes = [m for m in laid.messages if m.kind not in (Kind.CHECK, Kind.INTEGRATE) and m.ended_at is None]
    acts = [m for m in changes if m.state in ("queued", "sending", "uncertain")]
    clock = confirming(laid, seller.capabilities, seller.ahead())
    return OrderRow(
        id=laid.id,
        account=said.account,
        platform=seller.title or said.account,
        code=said.code,
        short_code=short_code(said.code),
        number=said.number,
        tab=tab_of(laid),
        word=word_of(laid),
        status=said.status,
        stage=order.stage,
        flow=said.flow,
        preorder=said.preorder,
        customer=said.customer.name if said.customer else "",
        note=said.note,
        lines=len(ordered),
        weighed=sum(line.pricing is Pricing.KG for line in ordered),
        done=sum(line.complete for line in lines),
        total=len(lines),
        pending=len(acts),
        flagged=len(laid.flags),
        came_at=laid.first_seen_at,
        pick_by=laid.pick_by,
        closed_at=laid.closed_at,
        confirm_from=clock.begin,
        confirm_by=clock.end,
        confirming=clock.message,
        returned=is_returned(laid),
    )


def order_view(laid: Laid, seller: Seller, reread: Reread | None = None) -> OrderView:
    """Return the order whole, with what reading it again came to."""
    order, said = laid.order, laid.order.said
    workable = laid.ours and order.open and order.stage in (Stage.NEW, Stage.PICKING)
    lines = _line_rows(laid)
    return OrderView(
        row=order_row(laid, seller),
        currency=said.currency,
        lines=lines,
        next_line=next((line.key for line in lines if not line.complete), ""),
        customer=said.customer,
        payment=said.payment,
        promised_for=said.promised_for,
        totals=cart.totals(order),
        check=_check(laid),
        banner=(None if seller.capabilities.carts else status_banner(laid)) or _banner(laid),
        capabilities=seller.capabilities,
        workable=workable,
        undoable=laid.ours and order.open and bool(order.undoable) and (workable or _is_unsent(laid)),
        reason=order.reason,
        acts=acts(laid, seller.capabilities),
        shortages=() if seller.capabilities.carts else _shortages(order),
        payments=said.payments,
        details=said.details,
        reread=reread,
        store=said.store,
        notices=said.notices,
        created_at=said.created_at,
    )


def _shortages(order: Order) -> tuple[ShortageRow, ...]:
    return tuple(ShortageRow(line.key, line.name, line.ordered, line.amount) for line in shortages(order))


def _line_rows(laid: Laid) -> tuple[LineRow, ...]:
    order = laid.order
    flags = dict(laid.flags)
    names = {line.key: line.name for line in order.lines}
    replaced_by = {
        line.replaces: line.name for line in order.lines if line.replaces and line.decision is not Decision.TAKEN_BACK
    }
    refused = _refused_words(laid)
    return tuple(_line_row(order, line, flags, names, replaced_by, refused) for line in order.shown_lines)


def _refused_words(laid: Laid) -> dict[str, str]:
    """Return the platform's words for the lines that its newest refusal names."""
    newest = laid.messages[-1] if laid.messages else None
    if newest is None or newest.state != "refused":
        return {}
    return dict.fromkeys(newest.lines, newest.words)


def _line_row(
    order: Order,
    line: Line,
    flags: Mapping[str, str],
    names: Mapping[str, str],
    replaced_by: Mapping[str, str],
    refused: Mapping[str, str],
) -> LineRow:
    currency = order.said.currency
    return LineRow(
        key=line.key,
        sku=line.sku,
        name=line.name,
        barcode=line.barcodes[0] if line.barcodes else "",
        pricing=line.pricing,
        origin=line.origin,
        decision=line.decision,
        word=_line_word(line),
        ordered=line.ordered,
        amount=line.amount,
        bounds=line.bounds,
        unit_price=line.unit_price,
        price=cart.line_total(line, currency),
        changed_unit_price=line.new_unit_price,
        changed_total_price=line.new_total_price,
        difference=cart.line_difference(line, currency),
        note=line.note,
        details=line.details,
        complete=_is_complete(order, line),
        replaces=line.replaces or "",
        replaces_name=names.get(line.replaces or "", ""),
        replaced_by=replaced_by.get(line.key, ""),
        flag=flags.get(line.key, ""),
        refusal=refused.get(line.sku) or refused.get(line.platform_id or "") or "",
        parent=line.parent or "",
        heading=line.heading,
    )


def _is_complete(order: Order, line: Line) -> bool:
    """Say whether nothing is left to do for a line; for a heading, for its parts."""
    if not line.heading:
        return line.complete or line.gone
    return all(part.complete for part in order.shown_lines if part.parent == line.key)


def _line_word(line: Line) -> LineWord:
    if line.gone:
        return LineWord.GONE
    if line.heading:
        return LineWord.HEADING
    if line.decision is Decision.UNDECIDED:
        return LineWord.WEIGH if line.pricing is Pricing.KG else LineWord.TO_PICK
    if line.decision is not Decision.IN_CART:
        return LineWord.NOT_FOUND if line.decision is Decision.NOT_FOUND else LineWord.REPLACED
    if line.origin is not Origin.ORDERED:
        return LineWord.REPLACEMENT if line.origin is Origin.REPLACEMENT else LineWord.ADDED
    if line.pricing is Pricing.KG or line.amount >= line.ordered:
        return LineWord.PICKED
    return LineWord.FEWER if line.settled else LineWord.MORE


def _check(laid: Laid) -> CheckRow | None:
    checks = [message for message in laid.messages if message.kind is Kind.CHECK]
    check = next((message for message in reversed(checks) if _check_state(message) is not None), None)
    state = None if check is None else _check_state(check)
    if check is None or state is None:
        return None
    again = checks[-1] if checks[-1].details == _SAME_CART else check
    named = dict.fromkeys(check.lines, check.words)
    lines = tuple(
        (line.name, named.get(line.sku) or named.get(line.platform_id or "") or "") for line in laid.order.shown_lines
    )
    return CheckRow(
        state=state,
        at=check.accepted_at or check.ended_at or check.first_sent_at,
        said_at=again.accepted_at or again.ended_at,
        changes_since=_changes_since(laid, check),
        words=check.words,
        total=check.total,
        lines=lines,
    )


def _check_state(check: Message) -> Check | None:
    """Return what became of a check; None where it was not sent and something later or earlier counts."""
    if check.state == "dropped" and check.details == _LINE_DOWN:
        return Check.NO_LINE
    return _CHECKS.get(check.state)


def _changes_since(laid: Laid, check: Message) -> int:
    """Count the acts after a check; 0 where they left the cart as it was checked."""
    acts = sum(number > check.fact_number for number in laid.acts)
    if not acts or _content(load_command(check.command)) == _content(cart.command(laid.order, Kind.CHECK)):
        return 0
    return acts


def _content(command: Command) -> list[tuple[object, ...]]:
    return [
        (line.key, line.state, line.amount, line.new_unit_price, line.new_total_price)
        for line in command.lines
        if not (line.own and line.state is CartState.NOT_FOUND)
    ]


def _banner(laid: Laid) -> Banner | None:
    said, act = laid.order.said, _last_act(laid)
    if not laid.ours:
        return Banner("not_ours")
    if said.status is Status.CANCELLED:
        if laid.order.stage is Stage.CANCELLED:
            return None
        gone = said.cancellation is not None and said.cancellation.after_pickup
        put_back = not gone and any(line.in_cart for line in laid.order.shown_lines)
        values = (
            ("reason", said.cancellation.reason if said.cancellation else ""),
            ("by", said.cancellation.by if said.cancellation else ""),
        )
        return Banner("cancelled_after_pickup" if gone else "put_back" if put_back else "cancelled", values)
    if laid.ended_by == "finished_elsewhere":
        return Banner("elsewhere")
    if laid.order.open and act is not None:
        if act.state == "refused" and laid.order.stage is Stage.PICKING:
            return Banner("refused", (("words", act.words),))
        if act.state == "uncertain" and not is_left(act):
            return Banner("ask" if act.note == "ask" else "uncertain")
    return Banner("flags", (("count", str(len(laid.flags))),)) if laid.flags and laid.order.open else None
