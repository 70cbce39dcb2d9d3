"""The vendors' catalogues as they were last read, with what the search needs."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, case, delete, func, insert, or_, select, update

from picker_app.domain.said import OrderedLine
from picker_app.store import codec
from picker_app.store.schema import barcodes, orders, products

INCOMPLETE = datetime(1970, 1, 1, tzinfo=UTC)
"""The time of renewal of a product that came with a catalogue not yet read to its end."""
_AT_A_TIME = 500


@dataclass(frozen=True, slots=True)
class Product:
    """A product of an account's catalogue. `words` are those of its name and SKU, plain and parted by single blanks.

    `forms` are its barcodes as they are compared; `unit_price` is per piece or per kg.
    """

    sku: str
    name: str
    words: str = ""
    forms: tuple[str, ...] = ()
    unit_price: Decimal | None = None
    by_weight: bool = False
    active: bool = True


def put(connection: Connection, account: str, page: Sequence[Product]) -> None:
    """Write a page of a catalogue; what is new stands as incomplete until `finish`."""
    wanted = {product.sku: product for product in page}
    skus = list(wanted)
    known = set(
        connection.scalars(select(products.c.sku).where(products.c.account == account, products.c.sku.in_(skus)))
    )
    for sku in known:
        row = _row(wanted[sku])
        connection.execute(update(products).where(products.c.account == account, products.c.sku == sku).values(row))
    fresh = [
        {**_row(product), "account": account, "sku": product.sku, "renewed_at": INCOMPLETE}
        for product in wanted.values()
        if product.sku not in known
    ]
    if fresh:
        connection.execute(insert(products), fresh)
    connection.execute(delete(barcodes).where(barcodes.c.account == account, barcodes.c.sku.in_(skus)))
    codes = [
        {"account": account, "form": form, "sku": product.sku}
        for product in wanted.values()
        for form in dict.fromkeys(product.forms)
    ]
    if codes:
        connection.execute(insert(barcodes), codes)


def finish(connection: Connection, account: str, seen: Collection[str], at: datetime) -> None:
    """Write that a catalogue was read to its end at `at`: products that were not seen are gone."""
    known = connection.scalars(select(products.c.sku).where(products.c.account == account))
    gone = [sku for sku in known if sku not in seen]
    for start in range(0, len(gone), _AT_A_TIME):
        part = gone[start : start + _AT_A_TIME]
        connection.execute(delete(products).where(products.c.account == account, products.c.sku.in_(part)))
        connection.execute(delete(barcodes).where(barcodes.c.account == account, barcodes.c.sku.in_(part)))
    connection.execute(update(products).where(products.c.account == account).values(renewed_at=at))


def renewed_at(connection: Connection, account: str) -> datetime | None:
    """Return when the account's catalogue was last read to its end, None if never."""
    oldest: datetime | None = connection.scalar(
        select(func.min(products.c.renewed_at)).where(products.c.account == account)
    )
    return None if oldest in (None, INCOMPLETE) else oldest


def count(connection: Connection, account: str) -> int:
    """Return how many products the copy of an account's catalogue has."""
    return connection.execute(
        select(func.count()).select_from(products).where(products.c.account == account)
    ).scalar_one()


def search(connection: Connection, account: str, text: str, words: Sequence[str], limit: int) -> list[Product]:
    """Return the products that have, for each of the words, one that begins with it; the best first.

    Digits are looked for in the barcodes too. An SKU that is the `text` comes first, then names that begin with the
    words, active products before others, short names before long ones.
    """
    if not words:
        return []
    fits: ColumnElement[bool] = products.c.search.like(f"% {words[0]}%")
    for word in words[1:]:
        fits &= products.c.search.like(f"% {word}%")
    digits = words[0].lstrip("0") if len(words) == 1 and words[0].isdigit() else ""
    if len(digits) >= 4:
        of_code = select(barcodes.c.sku).where(barcodes.c.account == account, barcodes.c.form.like(f"%{digits}%"))
        fits |= products.c.sku.in_(of_code)
    query = (
        select(products)
        .where(products.c.account == account, fits)
        .order_by(
            case((func.lower(products.c.sku) == text.strip().lower(), 0), else_=1),
            case((products.c.search.like(f" {' '.join(words)}%"), 0), else_=1),
            products.c.active.desc(),
            func.length(products.c.name),
            products.c.name,
        )
        .limit(limit)
    )
    return _products(connection, account, connection.execute(query).all())


def with_skus(connection: Connection, account: str, skus: Collection[str]) -> list[Product]:
    """Return the products with one of these SKUs, active ones first."""
    query = (
        select(products)
        .where(products.c.account == account, products.c.sku.in_(skus))
        .order_by(products.c.active.desc(), products.c.sku)
    )
    return _products(connection, account, connection.execute(query).all())


def alike(
    connection: Connection, account: str, words: Sequence[str], *, by_weight: bool, without: Collection[str], limit: int
) -> list[Product]:
    """Return the active products that share the most of these words with a name, the most first."""
    if not words:
        return []
    has = [products.c.search.like(f"% {word} %") for word in words]
    shared = sum((case((one, 1), else_=0) for one in has[1:]), case((has[0], 1), else_=0))
    query = (
        select(products)
        .where(products.c.account == account, products.c.active, products.c.by_weight == by_weight, or_(*has))
        .where(products.c.sku.not_in(without))
        .order_by(shared.desc(), func.length(products.c.name), products.c.sku)
        .limit(limit)
    )
    return _products(connection, account, connection.execute(query).all())


def lines_of_orders(connection: Connection, account: str, newest: int) -> list[OrderedLine]:
    """Return the ordered lines of an account's newest orders: products where there is no catalogue."""
    texts = connection.scalars(
        select(orders.c.said).where(orders.c.account == account).order_by(orders.c.id.desc()).limit(newest)
    )
    return [line for text in texts for line in codec.load_said(text).lines]


def _row(product: Product) -> dict[str, Any]:
    return {
        "name": product.name,
        "search": f" {product.words} ",
        "unit_price": "" if product.unit_price is None else f"{product.unit_price:f}",
        "by_weight": product.by_weight,
        "active": product.active,
    }


def _products(connection: Connection, account: str, rows: Iterable[Row[Any]]) -> list[Product]:
    found = list(rows)
    forms: dict[str, list[str]] = {row.sku: [] for row in found}
    for code in connection.execute(
        select(barcodes.c.sku, barcodes.c.form)
        .where(barcodes.c.account == account, barcodes.c.sku.in_(list(forms)))
        .order_by(barcodes.c.id)
    ):
        forms[code.sku].append(code.form)
    return [
        Product(
            sku=row.sku,
            name=row.name,
            words=row.search.strip(),
            forms=tuple(forms[row.sku]),
            unit_price=Decimal(row.unit_price) if row.unit_price else None,
            by_weight=row.by_weight,
            active=row.active,
        )
        for row in found
    ]
