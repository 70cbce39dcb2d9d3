"""Reads what the catalogues say of the ids that promotions have for products: SKUs and barcodes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from sqlalchemy import Connection, select

from picker_app.store.schema import barcodes, products

AT_A_TIME = 400
LENGTHS = (8, 12, 13)


@dataclass(frozen=True, slots=True)
class Good:
    """A product by the name of the catalogue; `price` is of one piece, None where it is weighed or not known."""

    name: str
    price: Decimal | None


def has_catalogue(connection: Connection, account: str) -> bool:
    """Say whether there is a copy of an account's catalogue."""
    return connection.execute(select(products.c.sku).where(products.c.account == account).limit(1)).first() is not None


def by_ids(connection: Connection, account: str, ids: Sequence[str]) -> dict[str, Good]:
    """Return those of the ids that an account's catalogue knows: an SKU, or a barcode with leading zeros or without."""
    forms = {id_: _forms(id_) for id_ in ids}
    skus: dict[str, str] = {}
    for part in _parts(sorted({form for those in forms.values() for form in those})):
        query = select(barcodes.c.form, barcodes.c.sku).where(barcodes.c.account == account)
        skus |= {row.form: row.sku for row in connection.execute(query.where(barcodes.c.form.in_(part)))}
    known: dict[str, Good] = {}
    for part in _parts(sorted({*ids, *skus.values()})):
        rows = select(products.c.sku, products.c.name, products.c.unit_price, products.c.by_weight).where(
            products.c.account == account, products.c.sku.in_(part)
        )
        for row in connection.execute(rows):
            price = Decimal(row.unit_price) if row.unit_price and not row.by_weight else None
            known[row.sku] = Good(row.name, price)
    found = {}
    for id_, those in forms.items():
        sku = id_ if id_ in known else next((skus[form] for form in those if form in skus), "")
        if sku in known:
            found[id_] = known[sku]
    return found


def _forms(id_: str) -> tuple[str, ...]:
    bare = id_.lstrip("0")
    return tuple(dict.fromkeys((id_, bare, *(bare.zfill(length) for length in LENGTHS if len(bare) <= length))))


def _parts(values: Sequence[str]) -> Iterable[Sequence[str]]:
    return (values[at : at + AT_A_TIME] for at in range(0, len(values), AT_A_TIME))
