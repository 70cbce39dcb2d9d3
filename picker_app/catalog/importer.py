"""Renews the local copies of the catalogues in the background: daily, and on a person's wish."""

import asyncio
import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from picker_app.catalog.words import search_words
from picker_app.changes import EVERYTHING, Changes
from picker_app.devices.gtin import normal_form
from picker_app.domain.said import OrderedLine, Pricing
from picker_app.platforms.port import CatalogProduct, Platform, PlatformError, Turn
from picker_app.store import products
from picker_app.store.database import Connection, Database
from picker_app.store.products import Product

log = logging.getLogger(__name__)

ORDERS_LOOKED_AT = 200
LONGEST_REST = 600.0


@dataclass(frozen=True, slots=True)
class Renewal:
    """How the copy of an account's catalogue stands, for the screen; times are aware UTC.

    `products` are those read so far while `running`, else those of the copy. `code` is "" unless the last renewal
    failed; then the error's, with the sentences for a person, whose `turn` it is, and when the program tries again.
    """

    account: str
    running: bool = False
    products: int = 0
    renewed_at: datetime | None = None
    code: str = ""
    title: str = ""
    advice: str = ""
    turn: Turn | None = None
    next_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Rhythm:
    """Waiting times in seconds: between two renewals, and after failed ones (the last holds for all that follow)."""

    every: float = 24 * 3600
    retries: tuple[float, ...] = (5, 15, 60, 300, 1800, 3600)


class Importer:
    """Keeps a copy of each account's catalogue, from `start` to `close`, in one event loop."""

    def __init__(
        self,
        database: Database,
        changes: Changes,
        platforms: Mapping[str, Platform],
        *,
        rhythm: Rhythm | None = None,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._database = database
        self._changes = changes
        self._platforms = dict(platforms)
        self._rhythm = rhythm or Rhythm()
        self._now = now
        self._renewals = {account: Renewal(account) for account in self._platforms}
        self._wanted = {account: asyncio.Event() for account in self._platforms}
        self._failures = dict.fromkeys(self._platforms, 0)
        self._tasks: list[asyncio.Task[None]] = []
        self._readings: dict[str, asyncio.Task[None]] = {}

    async def start(self) -> None:
        """Renew what is older than a day, in the background, and go on."""
        for account in self._platforms:
            await self._take_stock(account)
        self._tasks = [
            asyncio.create_task(self._follow(account), name=f"catalogue {account}") for account in self._platforms
        ]

    async def close(self) -> None:
        """Stop; a half-read catalogue is read again at the next start."""
        for task in (*self._tasks, *self._readings.values()):
            task.cancel()
        await asyncio.gather(*self._tasks, *self._readings.values(), return_exceptions=True)
        self._tasks = []

    def renew(self, account: str) -> None:
        """Renew an account's catalogue now, in the background."""
        self._wanted[account].set()

    def stop(self, account: str) -> None:
        """Break a renewal off; the copy keeps what was read, and nothing is taken out of it."""
        reading = self._readings.get(account)
        if reading is not None:
            reading.cancel()

    def state(self) -> dict[str, Renewal]:
        """Return, by account, how its copy stands."""
        return dict(self._renewals)

    async def _follow(self, account: str) -> None:
        while True:
            renewal = self._renewals[account]
            now = self._now()
            if self._wanted[account].is_set() or renewal.next_at is None or renewal.next_at <= now:
                self._wanted[account].clear()
                await self._renew(account)
                continue
            try:
                # Timers stand still while the computer sleeps, its clock does not.
                wait = min(LONGEST_REST, (renewal.next_at - now).total_seconds())
                async with asyncio.timeout(wait):
                    await self._wanted[account].wait()
            except TimeoutError:
                pass

    async def _renew(self, account: str) -> None:
        reading = self._readings[account] = asyncio.create_task(self._read(account), name=f"reading {account}")
        self._say(account, running=True, products=0)
        await asyncio.wait({reading})
        del self._readings[account]
        error = None if reading.cancelled() else reading.exception()
        if error is None:
            if self._failures[account]:
                log.info("%s: the catalogue can be read again", account)
            self._failures[account] = 0
            wait = self._rhythm.every
        else:
            step = min(self._failures[account], len(self._rhythm.retries) - 1)
            self._failures[account] += 1
            wait = self._rhythm.retries[step]
            if isinstance(error, PlatformError):
                if self._failures[account] == 1:
                    log.info("%s: the catalogue cannot be read: %s", account, error.title)
                wait = max(wait, error.retry_after or 0)
            else:
                log.error("%s: the catalogue could not be renewed", account, exc_info=error)
        known = error if isinstance(error, PlatformError) else None
        self._renewals[account] = replace(
            self._renewals[account],
            code=known.code if known else "fault" if error else "",
            title=known.title if known else "",
            advice=known.advice if known else "",
            turn=known.turn if known else Turn.OURS if error else None,
            next_at=self._now() + timedelta(seconds=wait),
        )
        await self._take_stock(account)

    async def _read(self, account: str) -> None:
        """Read the catalogue page by page into the copy; only a whole one takes anything out of it."""
        started = self._now()
        seen: set[str] = set()
        try:
            async for page in self._platforms[account].catalog():
                rows = [_kept(product) for product in page]
                await self._put(account, rows)
                seen |= {row.sku for row in rows}
                self._say(account, running=True, products=len(seen))
        except PlatformError:
            await self._put_ordered(account)
            raise
        if seen:
            await self._database.run(lambda c: products.finish(c, account, seen, started))
        else:
            await self._put_ordered(account)

    async def _put(self, account: str, rows: list[Product]) -> None:
        await self._database.run(lambda c: products.put(c, account, rows))

    async def _put_ordered(self, account: str) -> None:
        """Where no catalogue was ever read, know at least the products that were ordered before."""
        if await self._database.ask(lambda c: products.renewed_at(c, account)) is None:
            lines = await self._database.ask(lambda c: products.lines_of_orders(c, account, ORDERS_LOOKED_AT))
            await self._put(account, [_ordered(line) for line in reversed(lines) if line.sku])

    async def _take_stock(self, account: str) -> None:
        def look(connection: Connection) -> tuple[int, datetime | None]:
            return products.count(connection, account), products.renewed_at(connection, account)

        there, renewed_at = await self._database.ask(look)
        next_at = self._renewals[account].next_at
        if next_at is None and renewed_at is not None:
            next_at = renewed_at + timedelta(seconds=self._rhythm.every)
        self._renewals[account] = replace(self._renewals[account], renewed_at=renewed_at, next_at=next_at)
        self._say(account, running=False, products=there)

    def _say(self, account: str, *, running: bool, products: int) -> None:
        self._renewals[account] = replace(self._renewals[account], running=running, products=products)
        self._changes.announce(EVERYTHING)


def _kept(product: CatalogProduct) -> Product:
    return Product(
        sku=product.sku,
        name=product.name,
        words=search_words(product.name, product.sku),
        forms=tuple(normal_form(barcode) for barcode in product.barcodes),
        unit_price=product.unit_price,
        by_weight=product.by_weight,
        active=product.active,
    )


def _ordered(line: OrderedLine) -> Product:
    return Product(
        sku=line.sku,
        name=line.name,
        words=search_words(line.name, line.sku),
        forms=tuple(normal_form(barcode) for barcode in line.barcodes),
        unit_price=line.unit_price,
        by_weight=line.pricing is Pricing.KG,
    )
