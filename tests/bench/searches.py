"""The search as one types, on a catalogue of 20,000 products; beside a bare look through as many names in memory."""

import asyncio
import tempfile
import time
from pathlib import Path

from picker_app.catalog.search import Catalog
from picker_app.catalog.words import search_words
from picker_app.store import products
from picker_app.store.database import Connection, Database, sqlite_url
from picker_app.store.products import Product
from tests.bench.scans import Figure, figure

PRODUCTS = 20_000
ROUNDS = 20
PROMISE_MS = 30
ACCOUNT = "bench"
TEXTS = ("m", "milk", "brand5 cof", "sku-1999", "0000001999")
SEARCH = f"search as one types, {PRODUCTS} products"
BARE = f"bare look through {PRODUCTS} names in memory"
_NOUNS = ("milk", "bread", "oat drink", "tomatoes", "coffee", "shampoo", "apple juice", "rice", "olive oil", "soap")


def measure() -> dict[str, Figure]:
    """Measure the search and the bare look in one run."""
    shelf = [_product(number) for number in range(PRODUCTS)]
    with tempfile.TemporaryDirectory() as folder:
        database = Database(sqlite_url(Path(folder) / "bench.sqlite3"))
        database.open()
        try:
            database.write(lambda connection: _fill(connection, shelf)).result()
            searched = asyncio.run(_searched(Catalog(database)))
        finally:
            database.close()
    return {SEARCH: figure(searched), BARE: figure(_looked(shelf))}


def _product(number: int) -> Product:
    name = f"Brand{number % 97} {_NOUNS[number % 10]} kind {number % 31} {number} g"
    sku = f"SKU-{number}"
    return Product(sku, name, search_words(name, sku), (f"{number:013}",))


def _fill(connection: Connection, shelf: list[Product]) -> None:
    for start in range(0, len(shelf), 500):
        products.put(connection, ACCOUNT, shelf[start : start + 500])


async def _searched(catalog: Catalog) -> list[float]:
    taken = []
    for _ in range(ROUNDS):
        for text in TEXTS:
            began = time.perf_counter()
            found = await catalog.search(ACCOUNT, text)
            taken.append(time.perf_counter() - began)
            if not found:
                raise RuntimeError(f"{text!r} finds nothing: the benchmark measures nothing")
    return taken


def _looked(shelf: list[Product]) -> list[float]:
    names = [product.name.casefold() for product in shelf]
    taken = []
    for _ in range(ROUNDS):
        for text in TEXTS:
            began = time.perf_counter()
            sum(text in name for name in names)
            taken.append(time.perf_counter() - began)
    return taken
