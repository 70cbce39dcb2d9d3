"""Closes the gap that a damaged database leaves: tells the person, reads every open order back, then lets sends go."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from picker_app.changes import Changes
from picker_app.intake import reconcile
from picker_app.intake.doorman import Doorman
from picker_app.intake.reconcile import Checked
from picker_app.platforms.port import Platform, PlatformError, Priority, Refused, Unreadable
from picker_app.store import orders, watermarks
from picker_app.store.database import Connection, Database, NotSaved
from picker_app.store.safety import Loss

log = logging.getLogger(__name__)

RESTORED, BEGUN_ANEW = "database_restored", "database_lost"
"""The notes of the incident: a copy was opened; there was none, and a new database was begun."""


@dataclass(frozen=True, slots=True)
class Pauses:
    """Waiting times in seconds: `apart` between the two readings of an order, `retry` after a fault."""

    apart: float = 30
    retry: float = 15


@dataclass(frozen=True, slots=True)
class Sending:
    """What is done with the messenger, by account: `hold` it, `take_back` what it owed before a time, `release` it."""

    hold: Callable[[str], None]
    take_back: Callable[[str, datetime], Awaitable[None]]
    release: Callable[[str], None]


class Gap:
    """Closes the gap of some losses, from `start` to `close`; without a loss it does nothing.

    Nobody knows what was sent in the gap. So nothing is sent for an account until its list was read after the loss,
    and then each of its open orders twice, so far apart that a message which was under way has arrived: only an order
    that is still open then can be changed by a message that says something else (delivery_hero.md section 9, "A
    changed body"). The desk works meanwhile, and what it owes waits. `settled` is called for each loss at the end.
    """

    def __init__(
        self,
        losses: Collection[Loss],
        database: Database,
        changes: Changes,
        platforms: Mapping[str, Platform],
        doorman: Doorman,
        sending: Sending,
        *,
        checked: Callable[[], Mapping[str, Checked]],
        settled: Callable[[Loss], None],
        zone: ZoneInfo,
        pauses: Pauses | None = None,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._losses = tuple(losses)
        self._database = database
        self._changes = changes
        self._platforms = dict(platforms)
        self._doorman = doorman
        self._sending = sending
        self._checked = checked
        self._settled = settled
        self._zone = zone
        self._pauses = pauses or Pauses()
        self._now = now
        self._listed = asyncio.Event()
        self._task: asyncio.Task[None] | None = None
        self._end: Callable[[], None] | None = None

    async def start(self) -> None:
        """Hold what would be sent, before the messenger begins; tell the person; go on in the background."""
        if not self._losses:
            return
        for account in self._platforms:
            self._sending.hold(account)
        found = max(loss.found for loss in self._losses)
        for loss in self._losses:
            await self._tell(loss)
        for account in self._platforms:
            await self._read_from_the_beginning(account)
            await self._sending.take_back(account, found)
        self._end = self._changes.subscribe(lambda ids: self._listed.set())
        self._task = asyncio.create_task(self._close_all(found), name="gap")

    async def close(self) -> None:
        """Stop; a gap that is not closed is taken up at the next start."""
        if self._end is not None:
            self._end()
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    async def _tell(self, loss: Loss) -> None:
        until = loss.found.astimezone(self._zone)
        since = loss.since.astimezone(self._zone) if loss.since else None
        times = f"{since:%Y-%m-%d %H:%M} – {until:%Y-%m-%d %H:%M}" if since else f"– {until:%Y-%m-%d %H:%M}"
        note = RESTORED if since else BEGUN_ANEW
        details = " · ".join(part for part in (times, loss.aside) if part)
        await self._doorman.incident("", f"loss|{loss.key}", note, details)

    async def _read_from_the_beginning(self, account: str) -> None:
        """Let a new database read the list as far back as it goes; a copy knows up to when it had read it."""
        if all(loss.since is not None for loss in self._losses):
            return
        farthest = self._now() - reconcile.FARTHEST
        await self._database.run(lambda connection: _mark_if_new(connection, account, farthest))

    async def _close_all(self, found: datetime) -> None:
        await asyncio.gather(*(self._close_account(account, found) for account in self._platforms))
        for loss in self._losses:
            self._settled(loss)
        log.info("the gap in the database is closed: every open order was read back")

    async def _close_account(self, account: str, found: datetime) -> None:
        while True:
            self._listed.clear()
            last = self._checked()[account].last_success
            if last is not None and last >= found:
                break
            await self._listed.wait()
        await self._read_open_orders(account)
        await asyncio.sleep(self._pauses.apart)
        await self._read_open_orders(account)
        self._sending.release(account)

    async def _read_open_orders(self, account: str) -> None:
        """Read each open order once, however long it takes until the platform can be asked."""
        platform, read = self._platforms[account], set[str]()
        since = self._now() - reconcile.FARTHEST
        while True:
            try:
                refs = await self._database.ask(lambda connection: orders.open_refs(connection, account, since))
                left = [ref for ref in refs if ref not in read]
                for ref in left:
                    await self._read(platform, ref)
                    read.add(ref)
                if not left:
                    return
                continue
            except (PlatformError, NotSaved) as error:
                log.info("%s: the open orders could not all be read back, it is tried again: %s", account, error)
            except Exception:
                log.exception("%s: the open orders could not all be read back, it is tried again", account)
            await asyncio.sleep(self._pauses.retry)

    async def _read(self, platform: Platform, ref: str) -> None:
        try:
            heard = await platform.read(ref, Priority.READ)
        except (Refused, Unreadable) as error:
            log.warning("%s: an open order cannot be read back: %s", platform.account, error.title)
        else:
            await self._doorman.take_in(platform.account, heard, "read")


def _mark_if_new(connection: Connection, account: str, at: datetime) -> None:
    name = reconcile.mark(account)
    if watermarks.until(connection, name) is None:
        watermarks.advance(connection, name, at)
