"""Sends what the shop sets at its platforms, the newest values first, until each is answered."""

import asyncio
import logging
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta

from picker_app.changes import EVERYTHING, Changes
from picker_app.platforms.port import LockedOut, PlatformError, Refused, Storefront, Unreachable
from picker_app.store import shop_calls
from picker_app.store.database import Database
from picker_app.store.shop_calls import CallRow, CallState, Setting

log = logging.getLogger(__name__)

ANSWERED = (5.0, 10.0, 20.0, 40.0, 80.0, 160.0, 300.0)
"""Before a call is said again of which nobody knows whether it arrived, or that was put off, in seconds."""
UNSENT = (2.0, 4.0, 8.0, 16.0, 32.0, 60.0)
"""Before a call that never left is tried again, in seconds."""
FAULT = 5.0


class ShopCourier:
    """Sends the shop's own settings, one at a time for each account, from `start` to `close`, in one event loop.

    Each call sets a value, so one whose answer was lost is said again as it is (ifood_pos.md section 9, 7).
    """

    def __init__(
        self,
        database: Database,
        changes: Changes,
        fronts: Mapping[str, Storefront],
        *,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        pauses: tuple[tuple[float, ...], tuple[float, ...]] = (ANSWERED, UNSENT),
    ) -> None:
        """`pauses`: after an answer that leaves it open, and after a call that never left."""
        self._database = database
        self._changes = changes
        self._fronts = dict(fronts)
        self._now = now
        self._answered, self._unsent = pauses
        self._bells = {account: asyncio.Event() for account in self._fronts}
        self._tasks: list[asyncio.Task[None]] = []
        self._end: Callable[[], None] | None = None

    async def start(self) -> None:
        """Take up what an earlier run left, and follow the change feed."""
        self._end = self._changes.subscribe(self._changed)
        self._tasks = [
            asyncio.create_task(self._follow(account), name=f"shop calls {account}") for account in self._fronts
        ]

    async def close(self) -> None:
        """Stop; a call that is cut off is said again at the next start."""
        if self._end is not None:
            self._end()
            self._end = None
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        self._tasks = []

    def _changed(self, ids: frozenset[int]) -> None:
        if ids & EVERYTHING:
            for bell in self._bells.values():
                bell.set()

    async def _follow(self, account: str) -> None:
        bell, told = self._bells[account], False
        while True:
            bell.clear()
            try:
                wait = await self._send_all(account)
                told = False
            except Exception as error:
                if not told:
                    log.error("%s: what the shop sets could not be worked on: %s", account, error)
                told = True
                await asyncio.sleep(FAULT)
                continue
            try:
                async with asyncio.timeout(wait):
                    await bell.wait()
            except TimeoutError:
                pass

    async def _send_all(self, account: str) -> float | None:
        """Send what is due; returns after how many seconds something is due again, None if nothing waits."""
        while due := await self._database.ask(lambda c: shop_calls.due(c, [account], self._now())):
            await self._send(account, due[0])
        next_at = await self._database.ask(lambda c: shop_calls.next_due(c, [account]))
        return None if next_at is None else max(0.05, (next_at - self._now()).total_seconds())

    async def _send(self, account: str, row: CallRow) -> None:
        if not await self._database.run(lambda c: shop_calls.begin(c, row.id)):
            return
        try:
            await self._call(self._fronts[account], row)
        except Refused as error:
            await self._ended(row, CallState.REFUSED, error)
        except PlatformError as error:
            await self._postponed(row, error)
        except ValueError as error:
            # The client cannot write it: no answer will ever change that.
            log.exception("%s: a setting of the shop could not be written", account)
            await self._ended(row, CallState.REFUSED, Refused(str(error)))
        else:
            await self._ended(row, CallState.SENT, None)
        self._changes.announce(EVERYTHING)

    async def _call(self, front: Storefront, row: CallRow) -> None:
        call = row.call
        if call.setting is Setting.PRICE and call.price is not None:
            await front.set_price(call.stores, call.code, call.price, call.start)
        elif call.setting is Setting.PRODUCT:
            await front.set_product(call.stores[0], call.code, call.available)
        else:
            await front.set_shop(call.stores[0], call.available, call.reason)

    async def _ended(self, row: CallRow, state: CallState, error: PlatformError | None) -> None:
        now = self._now()
        code, status, words = (error.code, error.status, error.words) if error else ("", None, "")
        await self._database.run(lambda c: shop_calls.end(c, row.id, state, now, code, status, words))
        log.info("%s: %s of %s: %s", row.account, row.call.setting, row.call.code or "the shop", state)

    async def _postponed(self, row: CallRow, error: PlatformError) -> None:
        unsent = isinstance(error, Unreachable | LockedOut) and error.status is None
        steps = self._unsent if unsent else self._answered
        wait = max(steps[min(row.tries, len(steps) - 1)], error.retry_after or 0)
        next_at = self._now() + timedelta(seconds=wait)
        await self._database.run(
            lambda c: shop_calls.postpone(c, row.id, next_at, error.code, error.status, error.words)
        )
