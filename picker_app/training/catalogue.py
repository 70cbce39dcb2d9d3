"""The goods of the training shop, made the same each time from `resources/training/catalogue.toml`."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from typing import Any

from picker_app import resources

LANGUAGES = ("en", "pt_BR", "es")

# GS1 keeps 952 for demonstrations, so no real product carries such a code. The shop's own brand begins with a zero, as
# American codes do: platforms drop it.
DEMO_PREFIX = "952"
OWN_BRAND_PREFIX = "0952"
LABEL_PREFIX = "27"
PRICE_LEVELS = (Decimal("1.15"), Decimal(1), Decimal("0.82"))
DEFAULT_WEIGHT = Decimal(1)


@dataclass(frozen=True)
class Product:
    """One product: `price` per piece, or per kilogram where `weighed`.

    `names` by language. `barcodes`: EAN-13; for weighed goods the code of a label without a weight, and the item code
    of the scale. `portion`: about how many kilograms are bought at once. Products of one `kin` may replace one another.
    """

    sku: str
    names: Mapping[str, str]
    barcodes: tuple[str, ...]
    price: Decimal
    weighed: bool
    category: str
    aisle: str
    kin: str
    item_code: str = ""
    portion: Decimal = DEFAULT_WEIGHT


@dataclass(frozen=True)
class Store:
    """The whole shop; `categories` gives the name of each category by language."""

    products: tuple[Product, ...]
    categories: Mapping[str, Mapping[str, str]]

    def by_sku(self) -> dict[str, Product]:
        """The products by SKU."""
        return {product.sku: product for product in self.products}


@cache
def load_store() -> Store:
    """Return the training shop: over 2,000 products, always the same ones with the same codes."""
    data = tomllib.loads(resources.path("training", "catalogue.toml").read_text(encoding="utf-8"))
    products = (*_packed(data), *_weighed(data), *_single(data))
    categories = {key: _by_language(row[1:]) for key, row in data["categories"].items()}
    return Store(products, categories)


def check_digit(digits: str) -> str:
    """Return the GS1 check digit for all digits of a code but the last."""
    total = sum(int(digit) * (3 if place % 2 == 0 else 1) for place, digit in enumerate(reversed(digits)))
    return str(-total % 10)


def with_check_digit(digits: str) -> str:
    """Return `digits` with their GS1 check digit."""
    return digits + check_digit(digits)


def weight_label(item_code: str, kilograms: Decimal) -> str:
    """Return the label a scale prints: `27`, five digits of item, five of grams, check digit.

    Raises `ValueError` for a weight that is not 0 to 99.999 kg in whole grams or an item code not of five digits.
    """
    grams = kilograms * 1000
    if grams != int(grams) or not 0 <= grams <= 99_999:
        raise ValueError(f"{kilograms} kg does not fit on a label: whole grams up to 99.999 kg")
    if len(item_code) != 5 or not item_code.isdecimal():
        raise ValueError(f"{item_code!r} is no item code of five digits")
    return with_check_digit(f"{LABEL_PREFIX}{item_code}{int(grams):05d}")


def _packed(data: Mapping[str, Any]) -> Iterator[Product]:
    number = 0
    for family in data["families"]:
        brands = data["brands"][family["b"]]
        for variant in family["v"].split():
            words = ("", "", "") if variant == "-" else data["words"][variant]
            for size in family["s"].split("|"):
                amount, price = size.split("=")
                for brand, level in zip(brands, PRICE_LEVELS, strict=True):
                    number += 1
                    prefix = OWN_BRAND_PREFIX if brand == brands[2] and brand == "Korbin" else DEMO_PREFIX
                    yield Product(
                        sku=str(200_000 + number * 7),
                        names=_packed_names(family["n"], words, brand, _sizes(data, amount)),
                        barcodes=(with_check_digit(prefix + str(number * 37).zfill(12 - len(prefix))),),
                        price=_shelf_price(Decimal(price) * level),
                        weighed=False,
                        category=family["c"],
                        aisle=data["categories"][family["c"]][0],
                        kin=family["n"][0],
                    )


def _packed_names(nouns: list[str], words: Sequence[str], brand: str, sizes: list[str]) -> dict[str, str]:
    # English puts "strawberry" before the noun and "in olive oil" after it; the other two put all of it after.
    english = (words[0], nouns[0]) if not words[0].startswith(("in ", "size ")) else (nouns[0], words[0])
    orders = [
        (brand, *english, sizes[0]),
        (nouns[1], words[1], brand, sizes[1]),
        (nouns[2], words[2], brand, sizes[2]),
    ]
    return _by_language([" ".join(part for part in order if part) for order in orders])


def _sizes(data: Mapping[str, Any], amount: str) -> list[str]:
    number, _, unit = amount.rpartition(" ")
    words = data["units"].get(unit, [unit] * len(LANGUAGES))
    return [f"{number} {word}" for word in words]


def _shelf_price(price: Decimal) -> Decimal:
    """Round to a price as shops write them: ending in 9."""
    return (price * 10).quantize(Decimal(1), ROUND_HALF_UP) / 10 - Decimal("0.01")


def _weighed(data: Mapping[str, Any]) -> Iterator[Product]:
    for category, rows in data["weighed"].items():
        for item_code, *names, price, portion in rows:
            yield _by_weight(data, f"W-{item_code}", category, item_code, names, price, portion)
    for sku, category, item_code, *names, price, portion in data["single"]["weighed"]:
        yield _by_weight(data, sku, category, item_code, names, price, portion)


def _by_weight(
    data: Mapping[str, Any], sku: str, category: str, item_code: str, names: list[str], price: str, portion: str
) -> Product:
    return Product(
        sku=sku,
        names=_by_language(names),
        barcodes=(weight_label(item_code, Decimal(0)), item_code),
        price=Decimal(price),
        weighed=True,
        category=category,
        aisle=data["categories"][category][0],
        kin=category,
        item_code=item_code,
        portion=Decimal(portion),
    )


def _single(data: Mapping[str, Any]) -> Iterator[Product]:
    for number, (sku, category, *names, price) in enumerate(data["single"]["goods"], 1):
        yield Product(
            sku=sku,
            names=_by_language(names),
            barcodes=(with_check_digit(f"{DEMO_PREFIX}9{number:08d}"),),
            price=Decimal(price),
            weighed=False,
            category=category,
            aisle=data["categories"][category][0],
            kin=category,
        )


def _by_language(texts: list[str]) -> dict[str, str]:
    return dict(zip(LANGUAGES, texts, strict=True))
