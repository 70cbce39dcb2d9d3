"""Orders of a platform that is told statuses and no carts, by hand: lines with parts, payments, the clock."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from picker_app.domain.cart import Kind, Totals
from picker_app.domain.order import Decision
from picker_app.domain.quantity import Bounds
from picker_app.domain.said import Customer, Flow, Payment, PaymentLine
from picker_app.picking.rows import LineRow, LineWord, OrderRow, OrderView, Outcome, Result, ShortageRow, Tab, Word
from picker_app.picking.shop_desk import CallState, Setting, ShopAccount, ShopCallRow
from picker_app.platforms.port import Capabilities
from tests.gui.shop import NOW, line, order_row, order_view

STATUSES = Capabilities(
    quantities=False, prices=False, replacements=False, additions=False, check=False, reasons=(), carts=False,
    confirms=True, rejects=True, rereads=True, shop=True, lists=False, catalog=False, polled=True,
)  # fmt: skip
TO_ACCEPT = (Kind.CONFIRM, Kind.DISPATCH, Kind.REJECT)
CONFIRMED = (Kind.DISPATCH, Kind.REJECT)


def one(key: str, name: str, ordered: str, price: str, **changes: Any) -> LineRow:
    """A line that cannot be told in other amounts."""
    bounds = Bounds(None, Decimal(ordered))
    given: dict[str, Any] = {"sku": "", "barcode": "", "unit_price": Decimal(price), "bounds": bounds}
    return line(key, name, ordered, **(given | changes))


def lines() -> list[LineRow]:
    """The complete example of ifood_pos.md section 5."""
    return [
        one("0", "Arroz tipo 1 5 kg", "2", "27.90", sku="ARZ/5"),
        one("1", "Cesta de frutas", "3", "4.00", sku="CST", note="MAÇÃS BEM MADURAS"),
        one("1.0", "Maçã", "6", "1.75", sku="MAC", parent="1", details=(("addition", "0.25"),)),
        one("1.1", "Embalagem", "3", "0.80", parent="1"),
        one("2", "Água mineral 1,5 l", "1", "3.49"),
        one("3", "Monte seu sanduíche", "1", "0", word=LineWord.HEADING, heading=True),
        one("3.0", "Pão francês", "1", "5.00", parent="3"),
    ]


def taken(row: LineRow) -> LineRow:
    """The line, wholly in the bag."""
    return replace(row, amount=row.ordered, word=LineWord.PICKED, decision=Decision.IN_CART, complete=True)


def row(order_id: int = 1, **changes: Any) -> OrderRow:
    """An order of iFood that is to be accepted within 12 minutes."""
    given: dict[str, Any] = {
        "account": "ifood-centro",
        "platform": "iFood",
        "code": "3310",
        "short_code": "3310",
        "number": "7402218855301020",
        "flow": Flow.VENDOR_DELIVERY,
        "customer": "Cliente Exemplo",
        "lines": 4,
        "total": 6,
        "pick_by": NOW + timedelta(minutes=30),
        "confirm_from": NOW - timedelta(minutes=3),
        "confirm_by": NOW + timedelta(minutes=12),
    }
    return order_row(order_id, **(given | changes))


def view(made: OrderRow | None = None, rows: list[LineRow] | None = None, **changes: Any) -> OrderView:
    """The order whole."""
    given: dict[str, Any] = {
        "currency": "BRL",
        "capabilities": STATUSES,
        "acts": TO_ACCEPT,
        "customer": Customer(
            "Cliente Exemplo", "0800 000 0000 ID: 12345678", "R Exemplo, 200 · apto 12 · CENTRO · SAO PAULO",
            "portão azul", "000.000.000-00", "cliente@example.com", (("customer.ordersCountOnRestaurant", "2"),),
        ),
        "payment": Payment("DINHEIRO", Decimal("92.09"), Decimal("7.90"), Decimal(0), Decimal("82.09"),
                           Decimal("84.19")),
        "payments": (
            PaymentLine("VOUCHER", "Voucher", Decimal(10), prepaid=True, issuer="Voucher"),
            PaymentLine("DIN", "DINHEIRO", Decimal("82.09"), prepaid=False, change_for=Decimal(100)),
        ),
        "totals": Totals(Decimal("92.09"), Decimal("92.09")),
        "promised_for": NOW + timedelta(minutes=30),
        "details": (("id", "ff80808199aa01"), ("merchant.id", "255001"), ("payments[0].collector", "IFood")),
        "store": "Mercado Modelo",
    }  # fmt: skip
    return order_view(made or row(), rows if rows is not None else lines(), **(given | changes))


def short() -> OrderView:
    """The order with all lines decided, of which one is missing and one is not whole."""
    rows = [taken(entry) for entry in lines() if not entry.heading]
    rows[0] = replace(rows[0], amount=Decimal(1), word=LineWord.FEWER)
    rows[3] = replace(rows[3], amount=Decimal(0), word=LineWord.NOT_FOUND, decision=Decision.NOT_FOUND)
    made = row(tab=Tab.PICKING, word=Word.PICKING, confirm_from=None, confirm_by=None, done=6)
    shortages = (
        ShortageRow("0", "Arroz tipo 1 5 kg", Decimal(2), Decimal(1)),
        ShortageRow("1.1", "Embalagem", Decimal(3), Decimal(0)),
    )
    return view(made, rows, acts=CONFIRMED, shortages=shortages, next_line="")


class HandFloor:
    """A shop whose calls are kept in memory; `answers` are given first."""

    def __init__(self, *stores: str) -> None:
        self.accounts = {"ifood-centro": ShopAccount("iFood", "BRL", stores or ("255001",))}
        self.asked: list[tuple[object, ...]] = []
        self.answers: list[Result] = []
        self.calls: tuple[ShopCallRow, ...] = ()

    def _said(self, *asked: object) -> Result:
        self.asked.append(asked)
        return self.answers.pop(0) if self.answers else Result(Outcome.COMMAND, "shop_owed", good=True)

    async def set_price(
        self, account: str, stores: Sequence[str], code: str, price: Decimal, *, start: date | None = None,
        yes: bool = False,
    ) -> Result:  # fmt: skip
        return self._said("price", account, tuple(stores), code, price, start, yes)

    async def set_product(self, account: str, store: str, code: str, *, available: bool) -> Result:
        return self._said("product", account, store, code, available)

    async def set_shop(self, account: str, store: str, *, available: bool, reason: str = "") -> Result:
        return self._said("shop", account, store, available, reason)

    async def rows(self, limit: int = 200) -> tuple[ShopCallRow, ...]:
        return self.calls[:limit]


def call(number: int, **changes: Any) -> ShopCallRow:
    """A price that was sent a minute ago."""
    given: dict[str, Any] = {
        "id": number, "account": "ifood-centro", "platform": "iFood", "setting": Setting.PRICE, "stores": ("255001",),
        "code": "ARZ/5", "price": Decimal("28.49"), "start": None, "available": True, "reason": "",
        "created_at": NOW - timedelta(minutes=1), "state": CallState.SENT, "ended_at": NOW, "retry_at": None,
        "error": "", "words": "",
    }  # fmt: skip
    return ShopCallRow(**(given | changes))
