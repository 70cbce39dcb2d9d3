"""The program without its window: how the tunnel stands is told with the accounts that need it."""

from pathlib import Path

import pytest

from picker_app.intake import tunnel_words
from picker_app.intake.tunnel_row import State
from picker_app.picking.rows import Line
from picker_app.services import Services
from picker_app.settings import DeliveryHeroAccount, Secrets, Settings, Tunnel, Webhook
from picker_app.store.database import sqlite_url
from picker_app.training.delivery_hero.switches import Switches
from picker_app.training.platform import TrainingPlatform
from tests.conftest import ExpectedLog
from tests.outbox.shop import until

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
