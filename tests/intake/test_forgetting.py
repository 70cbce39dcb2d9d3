"""Looks for people in the database after their time: in every row, and in the bytes of the files."""

import asyncio
import json
from datetime import UTC, datetime, timedelta

import httpx
import pytest
from sqlalchemy import select

from picker_app.domain.quantity import ZERO
from picker_app.intake import forgetting
from picker_app.intake.forgetting import Forgetting, Forgotten
from picker_app.store import orders as store_orders
from picker_app.store.database import Connection
from picker_app.store.schema import incoming, orders
from tests.conftest import ExpectedLog
from tests.intake.events import at, event, new_ref
from tests.outbox.shop import NAME, Shop
from tests.outbox.waiting import until

WEBHOOK = f"/webhooks/{NAME}"
PERSON = {
    "first_name": "Ottilie",
    "last_name": "Brandauer",
    "phone_number": "+43664998877",
    "delivery_address": {"street": "Ringwegsteig", "number": "4", "city": "Graz", "instructions": "Bell at the back"},
}
TELLING = (
    "Ottilie",
    "Brandauer",
    "664998877",
    "Ringwegsteig",
    "Bell at the back",
    "Ask for Benedikt",
    "gift for Cosima",
)
MONTH = timedelta(days=30)


def order(ref: str, status: str = "RECEIVED", moment: str = "2025-06-03T09:12:04Z") -> bytes:
    tree = json.loads(event(status, order_id=ref, customer=PERSON, comment="Ask for Benedikt", sys=at(moment)))
    tree["items"][0]["instructions"] = "gift for Cosima"
    return json.dumps(tree).encode()


def part(shop: Shop, *, ahead: timedelta = timedelta(0), tick: float = 600) -> Forgetting:
    return Forgetting(shop.database, shop.changes, now=lambda: datetime.now(UTC) + ahead, tick=tick)


async def ended(shop: Shop, caller: httpx.AsyncClient) -> int:
    """An order that was delivered; returns its id."""
    ref = new_ref()
    await caller.post(WEBHOOK, content=order(ref))
    number = await shop.known(ref)
    await caller.post(WEBHOOK, content=order(ref, "DELIVERED", "2025-06-03T10:12:04Z"))
    await shop.is_said(number, "DELIVERED")
    return number


async def everything(shop: Shop) -> str:
    """All that the database holds, as text."""

    def dump(connection: Connection) -> str:
        tables = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'").scalars().all()
        return repr([tuple(row) for name in tables for row in connection.exec_driver_sql(f"SELECT * FROM {name}")])  # noqa: S608 - names of our own tables

    return await shop.database.ask(dump)


async def test_after_its_time_nothing_tells_of_a_person_and_the_rows_are_still_there(
    shop: Shop, caller: httpx.AsyncClient
) -> None:
    number = await ended(shop, caller)
    await caller.post(WEBHOOK, content=b'{"Ottilie": "Brandauer"')
    before = await shop.arrivals()
    held = await everything(shop)
    assert all(word in held for word in TELLING)
    assert await part(shop, ahead=MONTH + timedelta(hours=1)).forget() == Forgotten(3, 1)
    found = await everything(shop)
    assert not [word for word in TELLING if word in found]
    assert await shop.arrivals() == before
    said = (await shop.order(number)).said
    assert said.customer is None and said.note == ""
    assert [line.name for line in said.lines] == ["Fresh milk 1 l", "Wholemeal bread", "Tomatoes, loose"]
    assert said.payment is not None and said.payment.total is not None and said.payment.total > ZERO


async def test_nothing_is_forgotten_before_its_time_nor_while_it_is_needed(
    shop: Shop, caller: httpx.AsyncClient
) -> None:
    await ended(shop, caller)
    await shop.doorman.close()
    await caller.post(WEBHOOK, content=order(new_ref()))
    waiting = await shop.arrivals()
    assert await part(shop, ahead=MONTH - timedelta(hours=1)).forget() == Forgotten(0, 0)
    assert await part(shop, ahead=MONTH + timedelta(hours=1)).forget() == Forgotten(2, 1)
    assert waiting[-1][2] == "new"
    bodies = await shop.database.ask(lambda c: list(c.scalars(select(incoming.c.body).order_by(incoming.c.id))))
    assert [bool(body) for body in bodies] == [False, False, True], "what was not applied yet is still whole"


async def test_an_order_that_is_never_closed_is_forgotten_when_nothing_was_heard_of_it(
    shop: Shop, caller: httpx.AsyncClient
) -> None:
    heard: list[frozenset[int]] = []

    async def announced() -> bool:
        return bool(heard)

    end = shop.changes.subscribe(heard.append)
    ref = new_ref()
    await caller.post(WEBHOOK, content=order(ref))
    number = await shop.known(ref)
    await until(announced)
    heard.clear()
    assert (await part(shop, ahead=MONTH + timedelta(hours=1)).forget()).orders == 1
    await until(announced)
    end()
    assert heard == [frozenset({number})], "a screen that shows it must not go on showing the customer"


async def test_a_repeat_of_a_forgotten_event_is_still_known_as_one(shop: Shop, caller: httpx.AsyncClient) -> None:
    ref = new_ref()
    await caller.post(WEBHOOK, content=order(ref))
    await shop.known(ref)
    await part(shop, ahead=MONTH + timedelta(hours=1)).forget()
    assert (await caller.post(WEBHOOK, content=order(ref))).status_code == 200
    await shop.nothing_waits()
    assert len(await shop.arrivals()) == 1 and await shop.incidents() == []


async def test_what_comes_late_is_forgotten_the_next_time(shop: Shop, caller: httpx.AsyncClient) -> None:
    number = await ended(shop, caller)
    later = part(shop, ahead=MONTH + timedelta(hours=1))
    await later.forget()
    ref = await shop.ref(number)
    await caller.post(WEBHOOK, content=order(ref, "DELIVERED", "2025-07-09T10:12:04Z"))

    async def refreshed() -> bool:
        return (await shop.order(number)).said.customer is not None

    await until(refreshed)
    assert await later.forget() == Forgotten(1, 1)


async def test_what_was_deleted_is_gone_from_the_files_too(shop: Shop, caller: httpx.AsyncClient) -> None:
    for _ in range(30):
        await ended(shop, caller)
    await part(shop, ahead=MONTH + timedelta(hours=1)).forget()
    await shop.stop()
    shop.database.close()
    files = [path for path in shop.folder.iterdir() if path.is_file()]
    assert files
    for path in files:
        found = path.read_bytes()
        assert not [word for word in TELLING if word.encode() in found], path.name


async def test_much_is_forgotten_in_small_transactions(
    shop: Shop, caller: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(forgetting, "LOOKED_AT", 7)
    monkeypatch.setattr(forgetting, "A_TIME", 3)
    number = await ended(shop, caller)

    def more(connection: Connection) -> None:
        one = connection.execute(select(orders).where(orders.c.id == number)).mappings().one()
        for copy in range(50):
            row = {**one, "id": 1000 + copy, "ref": f"copy-{copy}", "code": f"copy-{copy}"}
            connection.execute(orders.insert(), row)

    await shop.database.run(more)
    changed: list[int] = []
    forget = store_orders.forget

    def watched(connection: Connection, ids: list[int]) -> None:
        changed.append(len(ids))
        forget(connection, ids)

    monkeypatch.setattr(store_orders, "forget", watched)
    assert (await part(shop, ahead=MONTH + timedelta(hours=1)).forget()).orders == 51
    assert sum(changed) == 51 and max(changed) <= 3


async def test_it_forgets_at_the_start_and_again_a_day_later(shop: Shop, caller: httpx.AsyncClient) -> None:
    ahead = MONTH + timedelta(hours=1)
    running = Forgetting(shop.database, shop.changes, tick=0.01, now=lambda: datetime.now(UTC) + ahead)

    async def forgotten() -> bool:
        return "Ottilie" not in await everything(shop)

    await ended(shop, caller)
    await running.start()
    await until(forgotten)
    number = await ended(shop, caller)
    await asyncio.sleep(0)
    assert not await forgotten(), "not every minute"
    ahead += timedelta(days=1)
    await until(forgotten)
    await running.close()
    assert (await shop.order(number)).said.customer is None


async def test_a_database_that_refuses_is_said_once_and_tried_again(
    shop: Shop, caller: httpx.AsyncClient, expected_log: ExpectedLog
) -> None:
    words = "personal data could not be deleted"
    expected_log(words)
    await ended(shop, caller)
    refuse = "CREATE TRIGGER no BEFORE UPDATE ON incoming BEGIN SELECT RAISE(ABORT, 'not today'); END"
    await shop.database.run(lambda connection: connection.exec_driver_sql(refuse).close())
    running = part(shop, ahead=MONTH + timedelta(hours=1), tick=0.01)
    await running.start()

    async def said() -> bool:
        return expected_log.seen(words)

    async def forgotten() -> bool:
        return "Ottilie" not in await everything(shop)

    await until(said)
    await shop.database.run(lambda connection: connection.exec_driver_sql("DROP TRIGGER no").close())
    await until(forgotten)
    await running.close()
    assert len([record for record in expected_log.records if words in record.getMessage()]) == 1
