"""The program without its window: how the tunnel stands is told, and what went wrong can be taken as seen to."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from picker_app.changes import EVERYTHING
from picker_app.domain.cart import Command, Kind
from picker_app.domain.said import SaidOrder, Status
from picker_app.intake import tunnel_words
from picker_app.intake.tunnel_row import State
from picker_app.picking.rows import Line
from picker_app.services import Services
from picker_app.settings import DeliveryHeroAccount, Secrets, Settings, Tunnel, Webhook
from picker_app.store import deliveries, incoming, orders, owed
from picker_app.store.database import Connection, sqlite_url
from picker_app.store.deliveries import Delivery
from picker_app.store.deliveries import State as Sent
from picker_app.store.incoming import Message
from picker_app.training.delivery_hero.platform import TrainingPlatform
from picker_app.training.delivery_hero.switches import Switches
from tests.conftest import ExpectedLog
from tests.outbox.waiting import until

ACCESS = Switches()


@pytest.mark.parametrize(
    ("tunnel", "state", "line"),
    [
        (Tunnel(), State.OFF, Line.CONNECTED),
        (Tunnel(kind="command", command=("/nowhere/tunnel",)), State.LOST, Line.SLOW),
    ],
)
async def test_an_account_whose_way_in_is_lost_is_slow_and_says_why(
    no_task_left: None, tmp_path: Path, expected_log: ExpectedLog, tunnel: Tunnel, state: State, line: Line
) -> None:
    if state is State.LOST:
        expected_log("the tunnel does not lead here: The program of the tunnel is not on this computer.")
    platform = TrainingPlatform()
    platform.start()
    account = DeliveryHeroAccount(
        name="centro",
        platform="delivery_hero",
        base_url=platform.url,
        client_id=ACCESS.client_id,
        chain_id=ACCESS.chain_id,
        vendor_id=ACCESS.vendor_id,
        currency="EUR",
    )
    secrets = Secrets({("centro", "client_secret"): ACCESS.client_secret, ("centro", "webhook_secret"): "secret"})
    services = Services(
        Settings(webhook=Webhook(port=0), tunnel=tunnel, accounts=(account,)),
        secrets,
        sqlite_url(tmp_path / "picker.sqlite3"),
    )
    await services.start()

    async def told() -> bool:
        return services.accounts()[0].line is line and services.tunnel.row().state is state

    await until(told)
    row = services.tunnel.row()
    if state is State.LOST:
        assert row.code == tunnel_words.MISSING and services.accounts()[0].words == row.title
        assert services.accounts()[0].since == row.since
    await services.close()
    platform.close()


async def test_incidents_are_taken_as_seen_to_whatever_they_are_about(no_task_left: None, tmp_path: Path) -> None:
    services = Services(
        Settings(webhook=Webhook(port=0)), Secrets({}), sqlite_url(tmp_path / "picker.sqlite3"), listening=False
    )
    await services.start()
    now = datetime.now(UTC)
    said = SaidOrder("centro", "r1", "k7tm-3081", Status.DELIVERED, "EUR")

    def go_wrong(connection: Connection) -> None:
        lost = Message("", "loss|1", b"lost", "list", state=incoming.INCIDENT, note="database_lost")
        incoming.keep(connection, lost, now)
        order_id = orders.add(connection, said, now, ours=True)
        owed_id = owed.add(connection, order_id, Command(Kind.FULFIL, "centro", "r1", said.flow, ()), now)
        differing = Delivery(Sent.CONFIRMED, ended_at=now, note="carts_differ", details="MLK-1L: 2 sent")
        deliveries.save(connection, owed_id, differing)

    await services.database.run(go_wrong)
    services.changes.announce(EVERYTHING)

    async def shown(number: int) -> bool:
        return len(services.board.incidents()) == number

    await until(lambda: shown(2))
    for row in services.board.incidents():
        assert await services.dismiss(row.key)
        assert not await services.dismiss(row.key), "it was already"
    await until(lambda: shown(0))
    assert not await services.dismiss("out-999999") and not await services.dismiss("out-x")
    await services.close()
