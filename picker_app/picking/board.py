"""Answers the questions of the screens from a picture of the open orders that the change feed keeps fresh."""

import asyncio
import logging
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from picker_app.changes import Changes
from picker_app.devices.labels import Rule
from picker_app.picking import picture
from picker_app.picking.needs import Needs, needs_of
from picker_app.picking.picture import Seller
from picker_app.picking.rows import IncidentRow, OrderRow, OrderView, Reread, Tab
from picker_app.store import journal, views
from picker_app.store.codec import load_differences
from picker_app.store.database import Connection, Database
from picker_app.store.journal import ScanRow
from picker_app.store.views import Incident, Laid

log = logging.getLogger(__name__)

Clock = Callable[[], datetime]
AGAIN_AFTER = 1.0
_LATEST = datetime.max.replace(tzinfo=UTC)


class Board:
    """The picture of the inbox and its orders. Every answer is immediate; nothing here waits for the disk.

    The picture is read again, order by order, whenever the change feed says so, on a reader thread; then the
    subscribers are called in the loop that `start` was called in.
    """

    def __init__(
        self,
        database: Database,
        changes: Changes,
        sellers: Mapping[str, Seller],
        zone: ZoneInfo,
        clock: Clock,
        rules: tuple[Rule, ...] = (),
        reread: Callable[[int], Reread | None] = lambda order_id: None,
    ) -> None:
        """`reread` says what reading an order again came to."""
        self._database = database
        self._changes = changes
        self._sellers = sellers
        self._zone = zone
        self._clock = clock
        self._rules = rules
        self._reread = reread
        self._laid: dict[int, Laid] = {}
        self._rows: dict[int, OrderRow] = {}
        self._needs: dict[int, Needs] = {}
        self._incidents: tuple[Incident, ...] = ()
        self._scans = 0
        self._dirty: set[int] = set()
        self._wake = asyncio.Event()
        self._subscribers: dict[int, Callable[[frozenset[int]], None]] = {}
        self._next = 0
        self._task: asyncio.Task[None] | None = None
        self._end: Callable[[], None] | None = None

    async def start(self) -> None:
        """Read the picture for the first time and follow the change feed."""
        self._end = self._changes.subscribe(self._changed)
        await self._refresh(await self._database.ask(lambda c: views.shown_ids(c, self._today())))
        self._task = asyncio.create_task(self._follow(), name="board")

    async def close(self) -> None:
        """Stop following."""
        if self._end is not None:
            self._end()
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    def subscribe(self, subscriber: Callable[[frozenset[int]], None]) -> Callable[[], None]:
        """Call `subscriber(ids)` after the picture changed; 0 among the ids means more than single orders."""
        number = self._next
        self._next += 1
        self._subscribers[number] = subscriber
        return lambda: self._subscribers.pop(number, None) and None

    def rows(self, tab: Tab) -> tuple[OrderRow, ...]:
        """Return the orders under a tab: what is due first stands first; done ones newest first."""
        rows = [row for row in self._rows.values() if row.tab is tab]
        if tab is Tab.DONE:
            return tuple(sorted(rows, key=lambda row: (row.closed_at or row.came_at, row.id), reverse=True))
        return tuple(sorted(rows, key=lambda row: (_due(row), row.came_at, row.id)))

    def counts(self) -> dict[Tab, int]:
        """Return how many orders stand under each tab."""
        counts = dict.fromkeys(Tab, 0)
        for row in self._rows.values():
            counts[row.tab] += 1
        return counts

    def incidents(self) -> tuple[IncidentRow, ...]:
        """Return the incidents of today, newest first."""
        return tuple(self._incident_row(incident) for incident in self._incidents)

    def order(self, order_id: int) -> OrderView | None:
        """Return an order whole."""
        laid = self._laid.get(order_id)
        if laid is None:
            return None
        return picture.order_view(laid, self._seller(laid.order.said.account), self._reread(order_id))

    def ref(self, order_id: int) -> str:
        """Return the platform's own id of an order, "" for an unknown one."""
        laid = self._laid.get(order_id)
        return "" if laid is None else laid.order.said.ref

    def needs(self) -> Mapping[int, Needs]:
        """Return what the open orders can be asked for by a scan, the most urgent order first; a copy to keep."""
        order = sorted(self._needs, key=lambda key: (_due(self._rows[key]), self._rows[key].came_at, key))
        return {key: self._needs[key] for key in order}

    def read_labels_by(self, rules: tuple[Rule, ...]) -> None:
        """Look anew at what the orders' codes are as labels of these rules."""
        self._rules = rules
        self._changed(frozenset(self._laid))

    def scan_count(self) -> int:
        """Return how many scans the store's day has; each has its outcome."""
        return self._scans

    async def scans(self) -> tuple[ScanRow, ...]:
        """Return the scans of the store's day and what became of each, newest first."""
        day = self.day()
        return await self._database.ask(lambda connection: journal.of_day(connection, day))

    def find_orders(self, text: str) -> tuple[int, ...]:
        """Return the orders of which a code, number or customer's name has this part, open ones first."""
        wanted = text.strip().casefold()
        if not wanted:
            return ()
        found = [
            row
            for row in self._rows.values()
            if any(wanted in part.casefold() for part in (row.code, row.number, row.customer))
        ]
        found.sort(key=lambda row: (row.tab is Tab.DONE, _due(row), row.id))
        return tuple(row.id for row in found)

    def _seller(self, account: str) -> Seller:
        return self._sellers.get(account, picture.UNKNOWN_SELLER)

    def _today(self) -> datetime:
        now = self._clock().astimezone(self._zone)
        return now.replace(hour=0, minute=0, second=0, microsecond=0).astimezone(UTC)

    def day(self) -> str:
        """Return the store's day, as 2025-06-03."""
        return self._clock().astimezone(self._zone).date().isoformat()

    def _changed(self, ids: frozenset[int]) -> None:
        self._dirty |= ids
        self._wake.set()

    async def _follow(self) -> None:
        told = False
        while True:
            await self._wake.wait()
            self._wake.clear()
            ids, self._dirty = frozenset(self._dirty), set()
            if not ids:
                continue
            try:
                gone = await self._refresh(ids)
            except Exception:
                if not told:
                    log.exception("the picture of the orders could not be read; it is tried again")
                told = True
                self._dirty |= ids
                await asyncio.sleep(AGAIN_AFTER)
                self._wake.set()
                continue
            told = False
            for subscriber in list(self._subscribers.values()):
                subscriber(ids | gone)

    async def _refresh(self, ids: frozenset[int] | list[int]) -> frozenset[int]:
        """Read these orders again; returns the ids of yesterday's orders that left the picture with it."""
        since, day = self._today(), self.day()
        known = {order_id: self._laid.get(order_id) for order_id in ids if order_id}

        def read(connection: Connection) -> tuple[dict[int, Laid | None], tuple[Incident, ...], int]:
            laid = {order_id: views.laid(connection, order_id, before) for order_id, before in known.items()}
            return laid, views.incidents(connection, since), journal.count(connection, day)

        laid, self._incidents, self._scans = await self._database.ask(read)
        for order_id, found in laid.items():
            if found is None:
                self._forget(order_id)
            else:
                self._laid[order_id] = found
                self._rows[order_id] = picture.order_row(found, self._seller(found.order.said.account))
                self._needs[order_id] = needs_of(found, self._rules)
        gone = [key for key, known in self._laid.items() if known.closed_at is not None and known.closed_at < since]
        for order_id in gone:
            self._forget(order_id)
        return frozenset(gone)

    def _forget(self, order_id: int) -> None:
        for picture_of in (self._laid, self._rows, self._needs):
            picture_of.pop(order_id, None)

    def _incident_row(self, incident: Incident) -> IncidentRow:
        row = self._rows.get(incident.order_id or 0)
        laid = self._laid.get(incident.order_id or 0)
        differing = load_differences(incident.details) if incident.code == "carts_differ" else ()
        return IncidentRow(
            key=incident.key,
            at=incident.at,
            account=incident.account,
            platform=self._seller(incident.account).title or incident.account,
            code=incident.code,
            order_id=incident.order_id,
            order_code=row.short_code if row else "",
            details="" if differing else incident.details,
            differences=differing,
            currency=laid.order.said.currency if laid else "",
        )


def _due(row: OrderRow) -> datetime:
    """Return until when a person has to do the next thing with an order: accept it, else pick it."""
    if row.confirm_by is not None and row.confirming != "accepted":
        return min(row.confirm_by, row.pick_by or _LATEST)
    return row.pick_by or _LATEST
