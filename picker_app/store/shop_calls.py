"""What the shop sets at a platform: prices, what is on sale, whether it is open; the newest value of a thing wins."""

import json
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, Row, bindparam, func, insert, or_, select, update

from picker_app.store.schema import shop_calls


class Setting(StrEnum):
    """What is set: a product's price, whether it is on sale, whether the shop is open."""

    PRICE = "price"
    PRODUCT = "product"
    SHOP = "shop"


class CallState(StrEnum):
    """How far a call has come; `sent` is the platform's 2xx, which nothing can be read back of."""

    QUEUED = "queued"
    SENDING = "sending"
    SENT = "sent"
    REFUSED = "refused"
    REPLACED = "replaced"


@dataclass(frozen=True, slots=True)
class ShopCall:
    """A value to set. `stores` are the shop's ids at the platform, `code` is the shop's own code of a product.

    PRICE has `price` in major units and `start`, None for at once; PRODUCT and SHOP have `available`, SHOP a `reason`.
    """

    setting: Setting
    stores: tuple[str, ...]
    code: str = ""
    price: Decimal | None = None
    start: date | None = None
    available: bool = True
    reason: str = ""

    @property
    def target(self) -> str:
        """Return the name of the thing that is set; a price of now and a future one are two things."""
        when = "later" if self.start else ""
        return json.dumps([self.setting.value, sorted(self.stores), self.code, when])


@dataclass(frozen=True, slots=True)
class CallRow:
    """A call with what became of it. `ended_at` is when it was answered, `words` are the platform's own."""

    id: int
    account: str
    call: ShopCall
    created_at: datetime
    picker: str
    state: CallState
    tries: int
    next_at: datetime | None
    ended_at: datetime | None
    error: str
    http_status: int | None
    words: str


_OPEN = (CallState.QUEUED.value, CallState.SENDING.value)
_OF_ACCOUNTS = shop_calls.c.account.in_(bindparam("accounts", expanding=True))
# Asked at every change; to build a question anew costs many times what its answer does.
_DUE = (
    select(shop_calls)
    .where(_OF_ACCOUNTS, shop_calls.c.state.in_(_OPEN))
    .where(or_(shop_calls.c.next_at.is_(None), shop_calls.c.next_at <= bindparam("now")))
    .order_by(shop_calls.c.id.desc())
)
_NEXT_DUE = select(func.min(shop_calls.c.next_at)).where(_OF_ACCOUNTS, shop_calls.c.state.in_(_OPEN))


def add(connection: Connection, account: str, call: ShopCall, at: datetime, picker: str = "") -> int:
    """Owe a platform a value; an older one for the same thing that was not sent is replaced. Returns the call's id."""
    connection.execute(
        update(shop_calls)
        .where(shop_calls.c.account == account, shop_calls.c.target == call.target, shop_calls.c.state.in_(_OPEN))
        .values(state=CallState.REPLACED.value, next_at=None, ended_at=at)
    )
    row = {
        "account": account,
        "kind": call.setting.value,
        "target": call.target,
        "call": _dump(call),
        "created_at": at,
        "picker": picker,
        "state": CallState.QUEUED.value,
        "next_at": at,
    }
    number: int = connection.execute(insert(shop_calls).returning(shop_calls.c.id), row).scalar_one()
    return number


def scheduled(connection: Connection, account: str, call: ShopCall, today: date) -> CallRow | None:
    """Return the newest price of the same product in one of these shops that begins after today, None if none does."""
    rows = connection.execute(
        select(shop_calls)
        .where(shop_calls.c.account == account, shop_calls.c.kind == Setting.PRICE.value)
        .where(shop_calls.c.state.in_((*_OPEN, CallState.SENT.value)))
        .order_by(shop_calls.c.id.desc())
    )
    for row in map(_row, rows):
        same = row.call.code == call.code and set(row.call.stores) & set(call.stores)
        if same and row.call.start is not None and row.call.start > today:
            return row
    return None


def due(connection: Connection, accounts: Collection[str], now: datetime) -> list[CallRow]:
    """Return the calls whose turn it is, the newest values first; one that was being sent is sent again."""
    return [_row(row) for row in connection.execute(_DUE, {"accounts": list(accounts), "now": now})]


def next_due(connection: Connection, accounts: Collection[str]) -> datetime | None:
    """Return when the next call is to be sent, None if none waits."""
    found: datetime | None = connection.scalar(_NEXT_DUE, {"accounts": list(accounts)})
    return found


def begin(connection: Connection, call_id: int) -> bool:
    """Write that a call is being sent; False if a newer value took its place."""
    return bool(
        connection.execute(
            update(shop_calls)
            .where(shop_calls.c.id == call_id, shop_calls.c.state.in_(_OPEN))
            .values(state=CallState.SENDING.value, tries=shop_calls.c.tries + 1)
        ).rowcount
    )


def end(
    connection: Connection, call_id: int, state: CallState, at: datetime, error: str, status: int | None, words: str
) -> None:
    """Write how the platform answered a call."""
    values = {"state": state.value, "next_at": None, "ended_at": at, "error": error, "http_status": status}
    connection.execute(update(shop_calls).where(shop_calls.c.id == call_id).values(words=words, **values))


def postpone(
    connection: Connection, call_id: int, next_at: datetime, error: str, status: int | None, words: str
) -> None:
    """Let a call that was not answered be sent again later, unless a newer value took its place."""
    values = {"state": CallState.QUEUED.value, "next_at": next_at, "error": error, "http_status": status}
    connection.execute(
        update(shop_calls)
        .where(shop_calls.c.id == call_id, shop_calls.c.state.in_(_OPEN))
        .values(words=words, **values)
    )


def newest(connection: Connection, limit: int) -> tuple[CallRow, ...]:
    """Return the newest calls, the newest first."""
    rows = connection.execute(select(shop_calls).order_by(shop_calls.c.id.desc()).limit(limit))
    return tuple(_row(row) for row in rows)


def _dump(call: ShopCall) -> str:
    return json.dumps(
        {
            "stores": call.stores,
            "code": call.code,
            "price": None if call.price is None else f"{call.price:f}",
            "start": call.start.isoformat() if call.start else None,
            "available": call.available,
            "reason": call.reason,
        }
    )


def _row(row: Row[Any]) -> CallRow:
    said = json.loads(row.call)
    call = ShopCall(
        Setting(row.kind),
        tuple(said["stores"]),
        said["code"],
        None if said["price"] is None else Decimal(said["price"]),
        date.fromisoformat(said["start"]) if said["start"] else None,
        said["available"],
        said["reason"],
    )
    return CallRow(
        id=row.id,
        account=row.account,
        call=call,
        created_at=row.created_at,
        picker=row.picker,
        state=CallState(row.state),
        tries=row.tries,
        next_at=row.next_at,
        ended_at=row.ended_at,
        error=row.error,
        http_status=row.http_status,
        words=row.words,
    )
