"""Opens the support bundle and looks in every file of it for what must not be there, by value."""

import asyncio
import json
import os
import stat
import subprocess
import sys
import zipfile
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx
import pytest

from picker_app import logs
from picker_app.domain.cart import Kind
from picker_app.masks import HIDDEN, Masks
from picker_app.records.__main__ import main
from picker_app.records.bundle import Subject, save_bundle
from picker_app.settings import BadConfiguration, Secrets, Settings, parse
from picker_app.store import figures
from picker_app.store.database import Database, sqlite_url
from picker_app.training.delivery_hero.platform import TrainingPlatform
from picker_app.wording import say
from tests.intake.events import event, new_ref
from tests.outbox.shop import NAME, SECRET, Shop

CUSTOMER = {
    "first_name": "Ottilie",
    "last_name": "Brandauer-Šimek",
    "phone_number": "+43 664 998877",
    "delivery_address": {
        "street": "Ringwegsteig",
        "number": "4",
        "city": "Bad Gleichenberg",
        "zipcode": "8344",
        "instructions": "Glocke hinten",
        "formattedAddress": "Ringwegsteig 4, 8344 Bad Gleichenberg",
    },
}
PERSONAL = (
    "Ottilie",
    "Brandauer",
    "Šimek",
    "998877",
    "Ringwegsteig",
    "8344 Bad Gleichenberg",
    "Glocke hinten",
    "for Cosima",
    "benedikt@mail.example",
    "shop.user@mail.example",
    "123.456.789-09",
)
CLIENT_SECRET = "hunter22-of-the-client"
SECRETS = (SECRET, CLIENT_SECRET, "pass-of-the-database", "pass-of-ifood", "abcdefTOKEN123")
SETTINGS: dict[str, Any] = {
    "store": {"name": "Corner Market", "time_zone": "Europe/Vienna"},
    "accounts": [
        {
            "name": NAME,
            "platform": "delivery_hero",
            "base_url": "https://foodora.example",
            "client_id": "client-1",
            "chain_id": "chain-1",
            "vendor_id": "cm7q",
            "currency": "EUR",
        },
        {
            "name": "ifood-centro",
            "platform": "ifood_pos",
            "base_url": "https://pos.example",
            "client_id": "client-2",
            "username": "shop.user@mail.example",
            "merchant_ids": [1],
            "currency": "BRL",
        },
    ],
}


@pytest.fixture
def platform() -> Iterator[TrainingPlatform]:
    with TrainingPlatform(requests_per_minute=100_000, token_calls_per_minute=100_000, time_scale=0.01) as training:
        yield training


@pytest.fixture
async def shop(no_task_left: None, tmp_path: Path, platform: TrainingPlatform) -> AsyncIterator[Shop]:
    """A shop that has had a day: an order picked and sent, one waiting, garbage at the door, and a log of it all."""
    shop = Shop(tmp_path, platform)
    shop.database.open()
    running = logs.start(tmp_path, masks=Masks())
    await shop.start()
    yield shop
    await shop.close()
    await asyncio.to_thread(running.close)


async def a_day(shop: Shop) -> None:
    finished = await shop.new_order()
    await shop.finish(finished)
    await shop.is_said(finished, "READY_FOR_PICKUP")
    async with httpx.AsyncClient(headers={"authorization": SECRET}, trust_env=False) as caller:
        url = f"{shop.listener.url}/webhooks/{NAME}"
        ref = new_ref()
        await caller.post(url, content=event(order_id=ref, customer=CUSTOMER, comment="for Cosima"))
        await caller.post(url, content=b'{"Ottilie": "Brandauer", "for Cosima": ')
        await shop.known(ref)
    await shop.add_bag(await shop.known(ref))
    older = shop.folder / f"{logs.NAME}.1"
    older.write_text(
        "2026-11-22T07:12:37.993+00:00 INFO intake: as an older version wrote it: Ottilie Brandauer-Šimek, "
        f"+43 664 998877, Ringwegsteig 4, 8344 Bad Gleichenberg, {SECRET}, {CLIENT_SECRET}, pass-of-ifood\n"
        "    ValueError: OTTILIE, phone 43664998877, Bearer abcdefTOKEN123, benedikt@mail.example, 123.456.789-09\n"
        "    Glocke hinten; postgresql://shop:pass-of-the-database@db/shop\n"
        "2026-11-22T07:12:38.000+00:00 INFO intake: order k7tm-3081-pexa (1): accepted\n",
        "utf-8",
    )


def subject(shop: Shop) -> Subject:
    secrets = Secrets(
        {
            (NAME, "webhook_secret"): SECRET,
            (NAME, "client_secret"): CLIENT_SECRET,
            (NAME, "api_token"): "",
            ("ifood-centro", "password"): "pass-of-ifood",
        }
    )
    table = SETTINGS | {"database": {"url": "postgresql://shop:pass-of-the-database@db/shop"}}
    return Subject(shop.folder, parse(table, "config.toml"), secrets, shop.database)


def opened(path: Path) -> dict[str, str]:
    """The files of a bundle, by name."""
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


async def test_no_file_of_the_bundle_holds_a_secret_or_a_person(shop: Shop, tmp_path: Path) -> None:
    await a_day(shop)
    files = opened(await asyncio.to_thread(save_bundle, tmp_path / "bundle.zip", subject(shop)))
    for name, content in files.items():
        held = f"{name}\n{content}".lower()
        assert not [value for value in (*PERSONAL, *SECRETS) if value.lower() in held], name
    customers = await shop.database.ask(figures.customers)
    assert len(customers) == 2
    for customer in customers:
        for value in filter(None, (customer.name, customer.phone, customer.address)):
            assert not [name for name, content in files.items() if value in content], value


async def test_the_bundle_tells_what_helps(shop: Shop, tmp_path: Path) -> None:
    await a_day(shop)
    made = datetime(2026, 11, 22, 14, 5, 33, tzinfo=UTC)
    path = await asyncio.to_thread(lambda: save_bundle(tmp_path, subject(shop), now=made))
    assert path == tmp_path / "picker-support-20261122T140533Z.zip"
    files = opened(path)
    told = {name: json.loads(content) for name, content in files.items() if name.endswith(".json")}
    assert told["about.json"]["picker_app"] and told["about.json"]["libraries"]["uvicorn"][0].isdigit()
    configuration = told["configuration.json"]
    assert configuration["settings"]["accounts"][0]["vendor_id"] == "cm7q"
    assert configuration["settings"]["accounts"][1]["username"] == HIDDEN
    assert configuration["settings"]["database"]["url"] == f"postgresql://shop:{HIDDEN}@db/shop"
    assert configuration["secrets"][NAME] == {
        "client_secret": "there",
        "api_token": "missing",
        "webhook_secret": "there",
    }
    database = told["database.json"]
    assert database["schema"] and database["rows"]["orders"] == 2
    assert database["states"]["incoming"]["unreadable incident"] == 1
    assert [incident["code"] for incident in told["incidents.json"]] == ["unreadable"]
    fulfil = next(message for message in told["outbox.json"] if message["kind"] == "FULFIL")
    assert fulfil["state"] in ("accepted", "confirmed") and fulfil["sends"] == 1
    assert any(entry["name"] == "shop.sqlite" and entry["bytes"] > 0 for entry in told["folder.json"])
    assert f"FULFIL {fulfil['key']}: accepted" in files["log/picker.log"]
    assert "order k7tm-3081-pexa (1): accepted" in files["log/picker.log.1"]
    assert sorted(files) == sorted((*told, "README.txt", "log/picker.log", "log/picker.log.1"))
    assert all(name in files["README.txt"] for name in told)


@pytest.mark.skipif(os.name != "posix", reason="elsewhere a file of the user is private by what it inherits")
async def test_only_its_user_may_read_the_bundle_and_nothing_is_left_beside_it(shop: Shop, tmp_path: Path) -> None:
    folder = tmp_path / "target"
    folder.mkdir()
    path = await asyncio.to_thread(save_bundle, folder, subject(shop))
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(folder.iterdir()) == [path]


def test_what_cannot_be_read_is_told_in_its_place(tmp_path: Path) -> None:
    (tmp_path / "picker.sqlite3").write_bytes(b"this is no database" * 500)
    database = Database(sqlite_url(tmp_path / "picker.sqlite3"))
    wrong = BadConfiguration(say("config.toml: language: accepted is one of 'en', 'pt_BR', 'es'."))
    files = opened(save_bundle(tmp_path / "bundle.zip", Subject(tmp_path, wrong, Secrets(), database)))
    database.close()
    assert json.loads(files["configuration.json"]) == {"error": str(wrong)}
    assert "damaged" in json.loads(files["database.json"])["error"]
    nothing = opened(save_bundle(tmp_path / "none.zip", Subject(tmp_path, Settings(), Secrets(), None)))
    assert json.loads(nothing["database.json"]) == {"error": "There is no database."}


def test_a_target_that_cannot_be_written_is_an_error_and_leaves_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(tmp_path), str(tmp_path / "missing" / "bundle.zip")]) == 1
    assert "the bundle cannot be written" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


async def test_it_is_saved_from_the_command_line_beside_the_running_program(shop: Shop, tmp_path: Path) -> None:
    await a_day(shop)
    (tmp_path / "picker.sqlite3").symlink_to(tmp_path / "shop.sqlite")
    command = [sys.executable, "-m", "picker_app.records", str(tmp_path), str(tmp_path / "bundle.zip")]
    environment = os.environ | {"PYTHONPATH": str(Path(logs.__file__).parent.parent)}
    ended = await asyncio.to_thread(
        lambda: subprocess.run(command, capture_output=True, text=True, env=environment, check=False, timeout=40)
    )
    assert (ended.returncode, ended.stdout.strip()) == (0, str(tmp_path / "bundle.zip")), ended.stderr
    files = opened(tmp_path / "bundle.zip")
    assert json.loads(files["database.json"])["rows"]["orders"] == 2
    assert not [name for name, content in files.items() if "Ottilie" in content or "998877" in content]
    assert len(await shop.jobs(await shop.known((await shop.order(1)).said.ref), Kind.FULFIL)) == 1, "nothing changed"
