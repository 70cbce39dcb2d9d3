"""All of the program that needs no window: built in order, closed in reverse."""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Protocol
from urllib.parse import urlsplit

from picker_app import __version__
from picker_app.catalog.importer import Importer
from picker_app.catalog.search import Catalog
from picker_app.changes import Changes
from picker_app.devices.labels import load_rules
from picker_app.intake.climbing import Terms
from picker_app.intake.doorman import Doorman
from picker_app.intake.forgetting import Forgetting
from picker_app.intake.gap import Gap, Sending
from picker_app.intake.listener import AccountDoor, Listener
from picker_app.intake.poller import Heartbeat, PolledAccount, Poller
from picker_app.intake.reconcile import Checked, Reconcile
from picker_app.intake.tunnel import Tunnel
from picker_app.intake.tunnel_row import TunnelRow
from picker_app.masks import MASKS
from picker_app.outbox.courier import AccountState, Courier
from picker_app.outbox.shop_courier import ShopCourier
from picker_app.outbox.status_errand import Polls
from picker_app.picking.board import Board
from picker_app.picking.desk import Desk
from picker_app.picking.ledger import Ledger
from picker_app.picking.picture import Seller
from picker_app.picking.rereading import Rereading
from picker_app.picking.rows import AccountRow, Line
from picker_app.picking.scans import Scans
from picker_app.picking.shop_desk import ShopAccount, ShopDesk
from picker_app.picking.shop_rules import ShopRules
from picker_app.platforms.delivery_hero import AccountSettings
from picker_app.platforms.delivery_hero.client import DeliveryHero
from picker_app.platforms.ifood_pos import AccountSettings as IfoodPosSettings
from picker_app.platforms.ifood_pos.client import IfoodPos
from picker_app.platforms.network import Transport
from picker_app.platforms.pace import Limiter
from picker_app.platforms.port import Heard, Platform, Priority
from picker_app.platforms.sign_in import SignIns
from picker_app.promotions.workspace import Workspace
from picker_app.records.bundle import Subject, save_bundle
from picker_app.settings import (
    TUNNEL,
    TUNNEL_SECRETS,
    DeliveryHeroAccount,
    IfoodPosAccount,
    Secrets,
    Settings,
    TunnelKind,
)
from picker_app.store import figures
from picker_app.store.database import Database, NotSaved
from picker_app.store.safety import Loss, Safety

log = logging.getLogger(__name__)
COUNT_EVERY = 0.2
HIDDEN_AT_START = 500
"""The customers of so many orders are hidden in the log from the start on; of later ones, once they are heard of."""


class Services:
    """The program without its window, between `start` and `close`, in one event loop.

    What it takes from the computer can be given instead: the date by `clock`, seconds that only grow by `seconds`, the
    `database` of an address, and the network: `transport` to the platforms, and no port where not `listening`.
    """

    def __init__(
        self,
        settings: Settings,
        secrets: Secrets,
        url: str,
        *,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
        seconds: Callable[[], float] = time.monotonic,
        database: Callable[[str], Database] = Database,
        transport: Transport | None = None,
        listening: bool = True,
    ) -> None:
        self._settings = settings
        self._secrets = secrets
        self._listening = listening
        self._stack = AsyncExitStack()
        self._clock = clock
        accounts = [account for account in settings.accounts if isinstance(account, DeliveryHeroAccount)]
        pace, sign_ins = Limiter(settings.delivery_hero.requests_per_minute), SignIns(seconds)
        listed = {
            account.name: _delivery_hero(account, secrets, pace, sign_ins, transport, clock) for account in accounts
        }
        doors = {account.name: _door(account, secrets, listed[account.name]) for account in accounts}
        asked = [account for account in settings.accounts if isinstance(account, IfoodPosAccount)]
        polled = {account.name: _ifood_pos(account, secrets, seconds, transport, clock) for account in asked}
        self._listed = listed
        self.platforms: dict[str, Platform] = {**listed, **polled}
        sellers = {name: Seller(platform.title, platform.capabilities) for name, platform in listed.items()}
        sellers |= {
            name: Seller(platform.title, platform.capabilities, _ahead(platform)) for name, platform in polled.items()
        }
        rules = load_rules(settings.labels.region, settings.labels.rules)
        self._zone = zone = settings.store.zone
        self.changes = Changes()
        self.database = database(url)
        self.safety = Safety(self.database, now=clock)
        self.rereading = Rereading(
            self.database, self.changes, {name: _reader(platform) for name, platform in polled.items()}, clock
        )
        self.board = Board(self.database, self.changes, sellers, zone, clock, rules, reread=self.rereading.found)
        ledger = Ledger(self.database, self.changes, sellers, zone, clock)
        max_weight = settings.labels.max_weight_kg
        self.label_rules = ShopRules(ledger, rules)
        self.label_rules.changed = self.board.read_labels_by
        self.ledger = ledger
        self.scans = Scans(
            ledger,
            self.board.needs,
            max_weight_kg=max_weight,
            rules=self.label_rules,
            layout=settings.scanner.layout,
            gs=settings.scanner.gs,
        )
        self.desk = Desk(ledger, self.scans, max_weight_kg=max_weight, reread=self.rereading.ask)
        self.shop_desk = ShopDesk(ledger, {account.name: _shop(account, polled[account.name]) for account in asked})
        self._doorman = Doorman(self.database, self.changes, doors, now=clock)
        self.listener = Listener(
            self.database,
            self.changes,
            doors,
            host=settings.webhook.host,
            port=settings.webhook.port,
            version=__version__,
            arrived=self._doorman.wake,
            now=clock,
        )
        self.reconcile = Reconcile(
            self.database,
            self.changes,
            self._listed,
            self._doorman,
            seconds={account.name: account.reconcile_seconds for account in accounts},
            now=clock,
        )
        self.tunnel = Tunnel(
            settings.tunnel,
            self.changes,
            listener=lambda: _reached_at(self.listener.url),
            secrets={account.name: partial(secrets.get, account.name, "webhook_secret") for account in accounts},
            token=lambda: _token(settings.tunnel.kind, secrets),
            look=self.reconcile.wake,
            now=clock,
            seconds=seconds,
        )
        self.poller = Poller(
            self.database,
            self.changes,
            {account.name: self._polled(account, polled[account.name]) for account in asked},
            worked=lambda account: self.courier.polled(account),
            now=clock,
            seconds=seconds,
        )
        self.courier = Courier(
            self.database,
            self.changes,
            self.platforms,
            hear=self._hear,
            reopen=self.desk.reopen,
            polls=Polls(self.poller.polls_since, self.poller.ask, lambda account: polled[account].server_clock),
            now=clock,
        )
        self.shop_courier = ShopCourier(self.database, self.changes, polled, now=clock)
        self.catalog = Catalog(self.database)
        self.importer = Importer(self.database, self.changes, self._listed, now=clock)
        self.promotions = Workspace(
            settings,
            secrets,
            self.database,
            self.changes,
            {name: line for name, line in self.platforms.items() if isinstance(line, DeliveryHero)},
            clock=clock,
            seconds=seconds,
            transport=transport,
        )
        self._forgetting = Forgetting(self.database, self.changes, now=clock)
        self._waiting: dict[str, AccountState] = {}
        self._up_since: dict[str, datetime] = {}
        self._asking: asyncio.Task[None] | None = None
        self._ask = asyncio.Event()

    async def start(self) -> None:
        """Open the database, listen, and go on with what an earlier run left.

        NotSaved if the database cannot be used, OSError if the webhook's address is taken.
        """
        self._stack.callback(self.database.close)
        losses = await asyncio.to_thread(self.safety.open)
        for customer in await self.database.ask(lambda connection: figures.customers(connection, HIDDEN_AT_START)):
            MASKS.hide_person(customer.name, customer.phone, customer.address, customer.private)
        for platform in self.platforms.values():
            self._stack.push_async_callback(platform.close)
        await self.label_rules.start()
        await self._begin(self.board)
        self._stack.callback(self.changes.subscribe(lambda ids: self._ask.set()))
        await self._begin(self._doorman)
        await self._begin(self._gap(losses))
        await self._begin(self.courier)
        self._asking = asyncio.create_task(self._ask_what_waits(), name="what waits")
        self._stack.push_async_callback(_stop, self._asking)
        await self._begin(self.reconcile)
        await self._begin(self.rereading)
        await self._begin(self.poller)
        await self._begin(self.shop_courier)
        await self._begin(self.importer)
        self._stack.push_async_callback(self.promotions.close)
        await self.promotions.start(restored=bool(losses))
        await self._begin(self._forgetting)
        if self._listening:
            self._stack.push_async_callback(asyncio.to_thread, self.listener.close)
            await asyncio.to_thread(self.listener.start)
            await self._begin(self.tunnel)

    async def close(self) -> None:
        """Close everything in reverse order."""
        await self._stack.aclose()

    def accounts(self) -> tuple[AccountRow, ...]:
        """Return how each account stands, for the top bar."""
        checked, beats = self.reconcile.state(), self.poller.state()
        tunnel = self.tunnel.row()
        listed = [_through(tunnel, self._account(name, checked[name])) for name in self._listed]
        return (*listed, *(self._asked(beat) for beat in beats.values()))

    async def check_for_orders(self) -> None:
        """Read the lists of the platforms and ask for events now."""
        await asyncio.gather(self.reconcile.check_now(), self.poller.poll_now())

    async def dismiss(self, incident: str) -> bool:
        """Take an incident, by the key of its row, as seen to; an event that waited for that is acknowledged then.

        False if there is none, or where a person must decide in the order what is sent; NotSaved if it cannot be kept.
        """
        kind, _, number = incident.partition("-")
        if not number.isdigit():
            return False
        if kind == "out":
            return await self.courier.dismiss(int(number))
        return await self.poller.dismiss(int(number)) or await self._doorman.dismiss(int(number))

    def trouble(self) -> str:
        """Return why nothing can be saved now, in a sentence; "" while all is well."""
        return self.safety.trouble()

    async def save_support_bundle(self, data_dir: Path, target: Path) -> Path:
        """Save what helps to find out why something went wrong, without secrets and customers; as `save_bundle`."""
        subject = Subject(data_dir, self._settings, self._secrets, self.database)
        return await asyncio.to_thread(save_bundle, target, subject)

    def _gap(self, losses: tuple[Loss, ...]) -> Gap:
        courier = self.courier
        return Gap(
            losses,
            self.database,
            self.changes,
            self._listed,
            self._doorman,
            Sending(courier.hold, courier.take_back, courier.release),
            checked=self.reconcile.state,
            settled=self.safety.settled,
            zone=self._zone,
            now=self._clock,
        )

    async def _begin(self, part: "Part") -> None:
        self._stack.push_async_callback(part.close)
        await part.start()

    async def _hear(self, heard: Heard) -> None:
        await self._doorman.take_in(heard.said.account, heard, "read")

    async def _ask_what_waits(self) -> None:
        told = False
        while True:
            self._ask.clear()
            try:
                self._waiting = await self.courier.state()
                told = False
            except NotSaved as error:
                if not told:
                    log.warning("what waits could not be counted: %s", error)
                told = True
            await self._ask.wait()
            # Nobody reads a count more often than this, and what is under the hand comes first.
            await asyncio.sleep(COUNT_EVERY)

    def _polled(self, account: IfoodPosAccount, platform: IfoodPos) -> PolledAccount:
        terms = Terms(
            account.name,
            auto_confirm=account.confirm == "auto",
            confirm_minutes=account.confirm_minutes,
            quantities=platform.capabilities.quantities,
            back=self.desk.back_from_platform,
        )
        return PolledAccount(platform, account.poll_seconds, terms)

    def _asked(self, beat: Heartbeat) -> AccountRow:
        """Return how an account stands whose platform is asked for its events."""
        row = self._account(beat.account, beat)
        line = Line.OFF if beat.silent_since is not None and row.line is not Line.LOCKED_OUT else row.line
        return replace(
            row,
            line=line,
            since=beat.silent_since or row.since,
            asked_at=beat.asked_at,
            polled=True,
            silent_since=beat.silent_since,
            support=beat.support,
        )

    def _account(self, name: str, checked: Checked | Heartbeat) -> AccountRow:
        sending = self._waiting.get(name, AccountState(name))
        trouble = sending if sending.code else checked
        line = _line(trouble.code, started=checked.last_success is not None or bool(checked.code))
        since = trouble.since
        if line is Line.CONNECTED:
            since = self._up_since.setdefault(name, self._clock())
        else:
            self._up_since.pop(name, None)
        return AccountRow(
            account=name,
            platform=self.platforms[name].title,
            line=line,
            since=since,
            retry_at=trouble.retry_at,
            waiting=sending.waiting,
            oldest=sending.oldest,
            words=trouble.words,
        )


class Part(Protocol):
    """A part of the program with a life of its own."""

    async def start(self) -> None:
        """Begin."""
        ...

    async def close(self) -> None:
        """End, and leave nothing behind."""
        ...


_LINES = {"locked_out": Line.LOCKED_OUT, "unreachable": Line.OFF}


def _line(code: str, *, started: bool) -> Line:
    if code:
        return _LINES.get(code, Line.SLOW)
    return Line.CONNECTED if started else Line.STARTING


def _through(tunnel: TunnelRow, account: AccountRow) -> AccountRow:
    """Return the row of an account whose events come by the webhook; without its way they come by the list only."""
    if not tunnel.lost or account.line is not Line.CONNECTED:
        return account
    return replace(account, line=Line.SLOW, since=tunnel.since, words=tunnel.title)


def _token(kind: TunnelKind, secrets: Secrets) -> str | None:
    return secrets.get(TUNNEL, TUNNEL_SECRETS[kind]) if kind in TUNNEL_SECRETS else None


def _reached_at(url: str) -> str:
    """Return where a program of this computer reaches the listener, as host and port."""
    return urlsplit(url).netloc.replace("0.0.0.0:", "127.0.0.1:").replace("[::]:", "[::1]:")


async def _stop(task: asyncio.Task[None]) -> None:
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


def _delivery_hero(
    account: DeliveryHeroAccount,
    secrets: Secrets,
    pace: Limiter,
    sign_ins: SignIns,
    transport: Transport | None,
    now: Callable[[], datetime],
) -> DeliveryHero:
    settings = AccountSettings.of(account, partial(secrets.get, account.name))
    return DeliveryHero(settings, pace, sign_ins, transport, now)


def _door(account: DeliveryHeroAccount, secrets: Secrets, platform: DeliveryHero) -> AccountDoor:
    return AccountDoor(
        platform,
        lambda: secrets.get(account.name, "webhook_secret"),
        frozenset({account.vendor_id}),
        f"{urlsplit(account.base_url).hostname}/{account.chain_id}",
    )


def _ifood_pos(
    account: IfoodPosAccount,
    secrets: Secrets,
    seconds: Callable[[], float],
    transport: Transport | None,
    now: Callable[[], datetime],
) -> IfoodPos:
    settings = IfoodPosSettings.of(account, partial(secrets.get, account.name))
    return IfoodPos(settings, clock=seconds, transport=transport, now=now)


def _ahead(platform: IfoodPos) -> Callable[[], timedelta]:
    return lambda: platform.server_clock


def _reader(platform: IfoodPos) -> Callable[[str], Awaitable[Heard]]:
    return lambda ref: platform.read(ref, Priority.READ)


def _shop(account: IfoodPosAccount, platform: IfoodPos) -> ShopAccount:
    return ShopAccount(platform.title, account.currency, tuple(map(str, account.merchant_ids)))
