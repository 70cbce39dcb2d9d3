"""Finds products in the local copies of the catalogues, by what is typed or to replace a line."""

from dataclasses import dataclass
from decimal import Decimal

from picker_app.catalog.words import plain_words
from picker_app.platforms.port import CatalogProduct
from picker_app.store import products
from picker_app.store.database import Connection, Database
from picker_app.store.products import Product

CANDIDATES = 60
LEAST_ALIKE = Decimal("0.2")
SAME_BRAND, SIMILAR_NAME, PRICE_DIFFERENCE = "same_brand", "similar_name", "price_difference"


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a product is suggested: a code and the values of its sentence.

    `same_brand` (`brand`), `similar_name` (`words`), `price_difference` (`amount`: how much more one piece or kg costs,
    with its sign).
    """

    code: str
    values: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A product that may stand in for a line, and why."""

    product: CatalogProduct
    reasons: tuple[Reason, ...]


class Catalog:
    """The questions to the catalogues; all are answered from the local copy."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def search(self, account: str, text: str, limit: int = 20) -> tuple[CatalogProduct, ...]:
        """Return the products with words that begin as those typed, in any order and without regard to accents.

        An SKU and digits of a barcode are found too.
        """
        words = plain_words(text)
        found = await self._database.ask(lambda c: products.search(c, account, text, words, limit))
        return tuple(map(_offered, found))

    async def suggest(
        self,
        account: str,
        name: str,
        *,
        by_weight: bool,
        unit_price: Decimal | None = None,
        without: tuple[str, ...] = (),
        limit: int = 5,
    ) -> tuple[Suggestion, ...]:
        """Return what may stand in for a product of this name, the best first.

        It is counted in the same way (pieces or kg) and none of the SKUs in `without`. What shares more words comes
        first, then what costs nearly the same.
        """
        words = _telling(name)

        def ask(connection: Connection) -> list[Product]:
            return products.alike(connection, account, words, by_weight=by_weight, without=without, limit=CANDIDATES)

        found = await self._database.ask(ask)
        rated = [(_likeness(words, product), _nearness(unit_price, product), product) for product in found]
        rated = [row for row in rated if row[0] >= LEAST_ALIKE]
        rated.sort(key=lambda row: (-row[0] - row[1] / 4, row[2].name))
        return tuple(
            Suggestion(_offered(product), _reasons(name, words, unit_price, product)) for _, _, product in rated[:limit]
        )


def _offered(product: Product) -> CatalogProduct:
    return CatalogProduct(
        sku=product.sku,
        name=product.name,
        barcodes=product.forms,
        unit_price=product.unit_price,
        by_weight=product.by_weight,
        active=product.active,
    )


def _telling(name: str) -> tuple[str, ...]:
    """Return the words that tell what a thing is: no numbers, no units, none of one or two letters."""
    words = dict.fromkeys(word for word in plain_words(name) if len(word) > 2 and not word[0].isdigit())
    return tuple(words)


def _likeness(words: tuple[str, ...], product: Product) -> Decimal:
    """Return the share of the words of both names that they have in common, 0 to 1."""
    theirs = frozenset(_telling(product.name))
    ours = frozenset(words)
    return Decimal(len(ours & theirs)) / max(1, len(ours | theirs))


def _nearness(unit_price: Decimal | None, product: Product) -> Decimal:
    """Return how near two prices are, 0 to 1; 0 where one is unknown."""
    if not unit_price or not product.unit_price:
        return Decimal(0)
    return min(unit_price, product.unit_price) / max(unit_price, product.unit_price)


def _reasons(name: str, words: tuple[str, ...], unit_price: Decimal | None, product: Product) -> tuple[Reason, ...]:
    reasons = []
    brand = _shared_brand(name, product.name)
    if brand:
        reasons.append(Reason(SAME_BRAND, (("brand", brand),)))
    shared = [word for word in words if word in _telling(product.name) and word not in plain_words(brand)]
    if shared:
        reasons.append(Reason(SIMILAR_NAME, (("words", " ".join(shared)),)))
    if unit_price is not None and product.unit_price is not None:
        difference = product.unit_price - unit_price
        reasons.append(Reason(PRICE_DIFFERENCE, (("amount", f"{difference:+f}"),)))
    return tuple(reasons)


def _shared_brand(name: str, other: str) -> str:
    """Guess the brand that two names share: a word with a capital, one inside the name rather than its first.

    No catalogue says brands; where all words or none have capitals, nothing is guessed.
    """
    words, others = ([word for word in text.split() if len(word) > 2 and word[0].isalpha()] for text in (name, other))
    if all(word[0].isupper() for word in words) or all(word[0].isupper() for word in others):
        return ""
    shared = [word for word in words if word[0].isupper() and word in others]
    inside = [word for word in shared if word != words[0]]
    return next(iter(inside or shared), "")
