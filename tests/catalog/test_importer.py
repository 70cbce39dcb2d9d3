"""Checks that the copy of a catalogue is whole, is renewed, and is never lost to a half-read one."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from picker_app.catalog.importer import Importer, Rhythm
from picker_app.catalog.search import Catalog
from picker_app.platforms.port import Turn
from picker_app.store import products
from picker_app.store.products import Product
from tests.outbox.shop import NAME, Shop
from tests.outbox.waiting import until

SHORT = Rhythm(retries=(0.02,))


@pytest.fixture
async def importer(shop: Shop) -> AsyncIterator[Importer]:
    made = Importer(shop.database, shop.changes, {NAME: shop.client}, rhythm=SHORT, now=shop.now)
    yield made
    await made.close()


async def renewed(importer: Importer) -> int:
    """Wait until the catalogue is there; returns how many products it has."""

    async def done() -> bool:
        state = importer.state()[NAME]
        return state.renewed_at is not None and not state.running

    await until(done)
    return importer.state()[NAME].products


async def test_the_whole_catalogue_is_read_page_by_page(shop: Shop, importer: Importer) -> None:
    await importer.start()
    number = await renewed(importer)
    assert number > 2000
    pages = [entry["query"] for entry in shop.requests("catalog")]
    assert [f"page={page}&" in query for page, query in enumerate(pages, 1)] == [True] * len(pages)
    assert len(pages) == -(-number // 500)
    (bag,) = await Catalog(shop.database).search(NAME, "bag-01")
    assert bag.name == "Carry bag, paper"


async def test_a_barcode_whose_zeros_the_platform_dropped_finds_its_product(shop: Shop, importer: Importer) -> None:
    listed = {"sku": "ZERO", "name": "Leading zeros", "barcodes": ["0078910003155"], "price": 1}
    await asyncio.to_thread(shop.platform.add_products, listed)
    await importer.start()
    await renewed(importer)
    assert [found.sku for found in await Catalog(shop.database).search(NAME, "0078910003155")] == ["ZERO"]


async def test_it_says_how_far_it_is(shop: Shop, importer: Importer) -> None:
    seen: list[int] = []

    def look(ids: frozenset[int]) -> None:
        state = importer.state()[NAME]
        if state.running:
            seen.append(state.products)

    end = shop.changes.subscribe(look)
    await importer.start()
    number = await renewed(importer)
    end()
    assert any(0 < count < number for count in seen)


async def test_products_that_are_gone_leave_the_copy_and_new_ones_come(shop: Shop, importer: Importer) -> None:
    old = Product("GONE", "Gone since yesterday", "gone since yesterday", ("00009001234500",))
    await shop.database.run(lambda c: products.put(c, NAME, [old]))
    await importer.start()
    await renewed(importer)
    assert await Catalog(shop.database).search(NAME, "gone since") == ()
    assert await Catalog(shop.database).search(NAME, "00009001234500") == ()
    await asyncio.to_thread(shop.platform.add_products, {"sku": "FRESH", "name": "Quite fresh thing", "price": 2})
    shop.move(minutes=1)
    before = importer.state()[NAME].renewed_at
    importer.renew(NAME)

    async def again() -> bool:
        return importer.state()[NAME].renewed_at != before

    await until(again)
    assert [found.sku for found in await Catalog(shop.database).search(NAME, "quite fresh")] == ["FRESH"]


async def test_a_half_read_catalogue_takes_nothing_away_and_is_read_again(shop: Shop, importer: Importer) -> None:
    kept = Product("KEPT", "Kept from before", "kept from before")
    await shop.database.run(lambda c: products.put(c, NAME, [kept]))
    await shop.fault("catalog", "slow", value=0)
    await shop.fault("catalog", "status", value=500, times=None)
    await importer.start()

    async def failed() -> bool:
        return importer.state()[NAME].code == "unreachable"

    await until(failed)
    state = importer.state()[NAME]
    assert (state.turn, state.renewed_at) == (Turn.PROGRAM, None)
    assert state.next_at is not None
    assert await Catalog(shop.database).search(NAME, "kept from")
    shop.platform.clear_faults()
    await renewed(importer)
    assert importer.state()[NAME].code == ""
    assert await Catalog(shop.database).search(NAME, "kept from") == ()


async def test_a_renewal_can_be_stopped(shop: Shop, importer: Importer) -> None:
    await shop.fault("catalog", "slow", value=0)
    await shop.fault("catalog", "slow", value=20)
    await importer.start()

    async def half() -> bool:
        return importer.state()[NAME].products == 500

    await until(half)
    importer.stop(NAME)

    async def stopped() -> bool:
        return not importer.state()[NAME].running

    await until(stopped)
    state = importer.state()[NAME]
    assert (state.code, state.renewed_at, state.products) == ("", None, 500)


async def test_a_network_that_is_late_at_the_start_does_not_keep_the_catalogue_away_for_a_minute(shop: Shop) -> None:
    """A picker finds nothing in a search without it, and a computer that was just switched on has no network yet."""
    await shop.fault("catalog", "drop_before")
    importer = Importer(shop.database, shop.changes, {NAME: shop.client}, now=shop.now)
    started = shop.now()
    await importer.start()

    async def failed() -> bool:
        return bool(importer.state()[NAME].code)

    await until(failed)
    again = importer.state()[NAME].next_at
    await importer.close()
    assert again is not None
    assert again - started < timedelta(seconds=20)


async def test_a_copy_of_today_is_not_read_again_and_one_of_yesterday_is(shop: Shop, importer: Importer) -> None:
    await importer.start()
    await renewed(importer)
    calls = len(shop.requests("catalog"))
    await importer.close()
    later = Importer(shop.database, shop.changes, {NAME: shop.client}, rhythm=SHORT, now=shop.now)
    await later.start()
    assert later.state()[NAME].products > 2000
    assert later.state()[NAME].next_at is not None
    await later.close()
    assert len(shop.requests("catalog")) == calls
    shop.ahead += timedelta(days=1, minutes=1)
    tomorrow = Importer(shop.database, shop.changes, {NAME: shop.client}, rhythm=SHORT, now=shop.now)
    await tomorrow.start()

    async def read_again() -> bool:
        return len(shop.requests("catalog")) == 2 * calls

    await until(read_again)
    await tomorrow.close()


async def test_without_a_catalogue_the_products_of_earlier_orders_are_found(shop: Shop, importer: Importer) -> None:
    await shop.start(courier=False)
    await shop.new_order({"sku": "200007", "quantity": 2})
    await shop.fault("catalog", "status", value=404, times=None)
    await importer.start()

    async def there() -> bool:
        return importer.state()[NAME].products == 1 and not importer.state()[NAME].running

    await until(there)
    (found,) = await Catalog(shop.database).search(NAME, "200007")
    assert found.barcodes
    assert importer.state()[NAME].renewed_at is None
