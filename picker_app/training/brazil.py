"""The goods of a Brazilian shop and its customers' words, always the same, from `resources/training/brazil.toml`."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from typing import Any

from picker_app import resources
from picker_app.training.catalogue import Store, with_check_digit

# GS1 gives 789 and 790 to Brazil; the top of the range is kept, so that no product on a real shelf is likely to match.
GTIN_PREFIX = "7899999"
PART_NUMBERS = 50_000
NO_CODE = "-"
REAIS_PER_EURO = 5


@dataclass(frozen=True)
class Part:
    """A part of a composed good: its price in reais is `price` + `addition` − `discount`, `quantity` for one whole."""

    name: str
    ean: str
    code: str
    price: Decimal
    addition: Decimal
    discount: Decimal
    quantity: int

    @property
    def total(self) -> Decimal:
        """The price of one."""
        return self.price + self.addition - self.discount


@dataclass(frozen=True)
class Good:
    """One product of the shop: `ean` stands on it, `code` is the shop's own for it, "" where it has given none.

    `price` in reais is without the `parts`; 0 where the good is only a heading.
    """

    name: str
    ean: str
    code: str
    price: Decimal
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True)
class Brazil:
    """The goods, plain and composed, and the words that customers use; `observations` by kind: any, fresh, composed."""

    plain: tuple[Good, ...]
    composed: tuple[Good, ...]
    districts: Sequence[str]
    landmarks: Sequence[str]
    complements: Sequence[str]
    observations: Mapping[str, Sequence[str]]

    def by_code(self) -> dict[str, Good]:
        """The goods by the shop's code, else by their EAN."""
        return {good.code or good.ean: good for good in (*self.plain, *self.composed)}


@cache
def load_brazil() -> Brazil:
    """Return the Brazilian shop: some sixty goods and some put together from parts."""
    data = tomllib.loads(resources.path("training", "brazil.toml").read_text(encoding="utf-8"))
    return Brazil(
        plain=tuple(_good(number, *row) for number, row in enumerate(data["goods"], 1)),
        composed=tuple(_composed(number, table) for number, table in enumerate(data["composed"], 1)),
        districts=data["people"]["districts"],
        landmarks=data["people"]["landmarks"],
        complements=data["people"]["complements"],
        observations=data["observations"],
    )


def sold_here(store: Store) -> dict[str, Good]:
    """Return the training shop's goods sold by the piece, by SKU: in Portuguese and reais, with the SKU as the code."""
    return {
        product.sku: Good(product.names["pt_BR"], product.barcodes[0], product.sku, _in_reais(product.price))
        for product in store.products
        if not product.weighed
    }


def _in_reais(price: Decimal) -> Decimal:
    return (price * REAIS_PER_EURO).quantize(Decimal("0.01"), ROUND_HALF_UP)


def _good(number: int, code: str, name: str, price: str, parts: tuple[Part, ...] = ()) -> Good:
    ean = _gtin(number)
    return Good(name, ean, _code(code, ean), Decimal(price), parts)


def _composed(number: int, table: Mapping[str, Any]) -> Good:
    first = PART_NUMBERS + 100 * number
    parts = tuple(_part(first + place, *row) for place, row in enumerate(table["parts"], 1))
    code, name, price = table["whole"]
    return _good(first, code, name, price, parts)


def _part(number: int, code: str, name: str, price: str, addition: str, discount: str, quantity: int) -> Part:
    ean = _gtin(number)
    return Part(name, ean, _code(code, ean), Decimal(price), Decimal(addition), Decimal(discount), quantity)


def _gtin(number: int) -> str:
    return with_check_digit(f"{GTIN_PREFIX}{number:05d}")


def _code(code: str, ean: str) -> str:
    return "" if code == NO_CODE else code or ean
