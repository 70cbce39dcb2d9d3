"""A product of the vendor's catalogue as the training platform keeps it."""

from dataclasses import dataclass, replace
from decimal import Decimal

from picker_app.training.catalogue import Product, Store
from picker_app.training.exact_json import JsonObject, as_decimal

LOCALES = {"en": "en_GB", "pt_BR": "pt_BR", "es": "es_ES"}


@dataclass(frozen=True)
class Listed:
    """One product on sale: `weighed` goods have a price per kg, others per piece."""

    sku: str
    titles: dict[str, str]
    barcodes: tuple[str, ...]
    price: Decimal
    weighed: bool
    active: bool
    category: str

    @property
    def name(self) -> str:
        """The first title."""
        return next(iter(self.titles.values()), self.sku)

    def document(self) -> JsonObject:
        """The product as section 12 shows it; the platform drops leading zeros of barcodes."""
        return {
            "sku": self.sku,
            "barcodes": [code.lstrip("0") for code in self.barcodes],
            "title": self.titles,
            "price": self.price,
            "active": self.active,
            "is_sold_by_weight": self.weighed,
            "category_global_id": self.category,
        }


def listed(product: Product) -> Listed:
    """Put a product of the training shop on sale."""
    return Listed(
        sku=product.sku,
        titles={LOCALES[language]: name for language, name in product.names.items()},
        barcodes=product.barcodes,
        price=product.price,
        weighed=product.weighed,
        active=True,
        category=product.category,
    )


def shop_shelf(store: Store) -> dict[str, Listed]:
    """The whole shop by SKU."""
    return {product.sku: listed(product) for product in store.products}


def read_listed(wanted: JsonObject) -> Listed:
    """Read a product posted to `/_sim/products`; raises `ValueError`."""
    sku, price = wanted.get("sku"), as_decimal(wanted.get("price"))
    if not isinstance(sku, str) or not sku or price is None or price < 0:
        raise ValueError("a product needs sku (text) and price (number)")
    title = wanted.get("title", wanted.get("name", sku))
    return Listed(
        sku=sku,
        titles=title if isinstance(title, dict) else {"en_GB": str(title)},
        barcodes=tuple(str(code) for code in wanted.get("barcodes", [])),
        price=price,
        weighed=bool(wanted.get("is_sold_by_weight", False)),
        active=bool(wanted.get("active", True)),
        category=str(wanted.get("category_global_id", "")),
    )


def changed(product: Listed, change: JsonObject, stock_buffer: int | None) -> Listed:
    """Apply one product of a catalogue PUT (section 12); `stock_buffer` None: the quantity is not looked at."""
    price, quantity = as_decimal(change.get("price")), as_decimal(change.get("quantity"))
    active = change.get("active", product.active)
    if stock_buffer is not None and quantity is not None:
        active = active and quantity > stock_buffer
    return replace(product, price=product.price if price is None else price, active=active)
