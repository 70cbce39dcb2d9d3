"""What the shop sets at its platform leaves with the newest value and is repeated until it is answered."""

import asyncio
import json
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from functools import partial
from typing import Any

import pytest

from picker_app.picking.rows import Outcome
from picker_app.picking.shop_desk import ShopCallRow
from picker_app.store.shop_calls import CallState, Setting
from tests.outbox.status_shop import NAME, StatusShop
from tests.outbox.waiting import until

STORES = ["255001", "137086"]


async def row(shop: StatusShop, found: Callable[[ShopCallRow], bool]) -> ShopCallRow:
    """Wait until the newest call stands in a certain way."""

    async def there() -> ShopCallRow | None:
        rows = await shop.shop_desk.rows()
        return rows[0] if rows and found(rows[0]) else None

    found_row = await until(there)
    assert isinstance(found_row, ShopCallRow)
    return found_row


def sent(row: ShopCallRow) -> bool:
    return row.state is CallState.SENT


async def test_a_price_goes_to_several_shops_with_its_whole_code(shop: StatusShop) -> None:
    result = await shop.shop_desk.set_price(NAME, STORES, "ARZ/5", Decimal("28.49"))
    assert (result.code, result.values["name"]) == ("shop_owed", "ARZ/5")
    done = await row(shop, sent)
    assert (done.setting, done.price, done.start, done.platform) == (Setting.PRICE, Decimal("28.49"), None, "iFood")
    assert done.ended_at is not None and done.words == ""
    request = shop.requests("price")[0]
    assert "ARZ%2F5" in request["path"]
    assert shop.body("price") == {"merchantIds": [255001, 137086], "externalCode": "ARZ/5", "price": 28.49}


async def test_a_price_of_a_later_day_says_the_day(shop: StatusShop) -> None:
    start = date.fromisoformat(shop.board.day()) + timedelta(days=3)
    assert (await shop.shop_desk.set_price(NAME, STORES[:1], "ARZ/5", Decimal("28.49"), start=start)).good
    await row(shop, sent)
    assert shop.body("price")["startDate"] == start.isoformat()
    again = partial(shop.shop_desk.set_price, NAME, STORES, "ARZ/5", Decimal(27), start=start + timedelta(days=1))
    asked = await again()
    assert (asked.outcome, asked.code, asked.values["start"]) == (
        Outcome.QUESTION,
        "price_scheduled",
        start.isoformat(),
    )
    assert (await again(yes=True)).good
    assert (await shop.shop_desk.set_price(NAME, STORES, "OTHER", Decimal(27), start=start)).good, "another product"


@pytest.mark.parametrize("price", ["0", "-1", "1.005"])
async def test_a_price_that_cannot_be_one_is_refused_here(shop: StatusShop, price: str) -> None:
    assert (await shop.shop_desk.set_price(NAME, STORES, "ARZ/5", Decimal(price))).code == "bad_price"
    assert await shop.shop_desk.rows() == ()


async def test_a_day_that_is_over_and_a_shop_that_is_not_ours_are_refused_here(shop: StatusShop) -> None:
    yesterday = date.fromisoformat(shop.board.day()) - timedelta(days=1)
    desk = shop.shop_desk
    codes = [
        (await desk.set_price(NAME, STORES, "ARZ/5", Decimal(1), start=yesterday)).code,
        (await desk.set_price(NAME, ["999"], "ARZ/5", Decimal(1))).code,
        (await desk.set_price(NAME, [], "ARZ/5", Decimal(1))).code,
        (await desk.set_price("nobody", STORES, "ARZ/5", Decimal(1))).code,
        (await desk.set_product(NAME, "255001", " ", available=True)).code,
        (await desk.set_shop(NAME, "255001", available=False, reason=" ")).code,
    ]
    assert codes == ["bad_start", "no_shop", "no_shop", "no_shop", "no_shop", "reason_needed"]


async def test_a_product_and_the_shop_are_opened_and_closed(shop: StatusShop) -> None:
    await shop.shop_desk.set_product(NAME, "255001", "ARZ/5", available=False)
    await row(shop, sent)
    assert shop.body("sku") == {"status": "UNAVAILABLE"}
    await shop.shop_desk.set_shop(NAME, "255001", available=False, reason="Falta de energia")
    done = await row(shop, sent)
    assert (done.reason, done.available) == ("Falta de energia", False)
    assert shop.body("shop") == {"status": "UNAVAILABLE", "reason": "Falta de energia"}
    await shop.shop_desk.set_shop(NAME, "255001", available=True)
    await row(shop, lambda row: sent(row) and row.available)
    assert shop.body("shop")["status"] == "AVAILABLE"


async def test_a_code_that_the_platform_does_not_know_is_refused_with_its_answer(shop: StatusShop) -> None:
    await shop.fault("sku", "status", value=404)
    await shop.shop_desk.set_product(NAME, "255001", "NOBODY", available=True)
    done = await row(shop, lambda row: row.state is CallState.REFUSED)
    assert done.error == "missing" and len(shop.requests("sku")) == 1


@pytest.mark.parametrize("kind", ["drop_before", "drop_after", "garbage"])
async def test_a_lost_answer_is_asked_for_again_as_it_was(shop: StatusShop, kind: str) -> None:
    await shop.fault("price", kind, times=2)
    await shop.shop_desk.set_price(NAME, STORES, "ARZ/5", Decimal("28.49"))
    await row(shop, sent)
    bodies = [entry["body"] for entry in shop.requests("price")]
    assert len(bodies) == 3 and len(set(bodies)) == 1


async def test_a_newer_value_takes_the_place_of_one_that_was_not_sent(closed_shop: StatusShop) -> None:
    shop = closed_shop
    await shop.start(courier=False)
    for price in ("1", "2", "3"):
        await shop.shop_desk.set_price(NAME, STORES, "ARZ/5", Decimal(price))
    await shop.shop_desk.set_price(NAME, STORES, "MAC", Decimal(9))
    await shop.shop_courier.start()

    async def all_ended() -> bool:
        rows = await shop.shop_desk.rows()
        return all(row.ended_at is not None for row in rows)

    await until(all_ended)
    rows = await shop.shop_desk.rows()
    assert [(row.code, row.price, row.state.value) for row in rows] == [
        ("MAC", Decimal(9), "sent"),
        ("ARZ/5", Decimal(3), "sent"),
        ("ARZ/5", Decimal(2), "replaced"),
        ("ARZ/5", Decimal(1), "replaced"),
    ]
    assert [body_price(entry) for entry in shop.requests("price")] == ["9", "3"], "the newest first"


def body_price(entry: dict[str, Any]) -> str:
    return f"{Decimal(str(json.loads(entry['body'])['price'])):.0f}"


async def test_what_was_being_sent_at_a_stop_is_sent_again(
    closed_shop: StatusShop, monkeypatch: pytest.MonkeyPatch
) -> None:
    shop = closed_shop
    await shop.start()
    reached = asyncio.Event()

    async def hangs(*args: Any) -> Any:
        reached.set()
        await asyncio.Event().wait()

    with monkeypatch.context() as patched:
        patched.setattr(shop.client, "set_product", hangs)
        await shop.shop_desk.set_product(NAME, "255001", "ARZ/5", available=False)
        await reached.wait()
        await shop.stop()
    assert (await shop.shop_desk.rows())[0].state is CallState.SENDING
    shop.build()
    await shop.start()
    await row(shop, sent)
