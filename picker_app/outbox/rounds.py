"""The life of one order's errand: round after round, until nothing is left to be done."""

import asyncio
import logging
from abc import ABC, abstractmethod
from datetime import datetime, timedelta

from picker_app.outbox.exchange import LONGEST_REST, Means
from picker_app.store.database import NotSaved

log = logging.getLogger(__name__)


class Rounds(ABC):
    """Works the messages of one order. `woken` makes it look at once, `closing` lets it end after its round."""

    def __init__(self, order_id: int, account: str, means: Means) -> None:
        self.order_id = order_id
        self.account = account
        self.woken = asyncio.Event()
        self.closing = False
        self._means = means
        self._told = False

    async def run(self) -> None:
        """Work until nothing is left or `closing` is set; a fault of this program or its database is tried again."""
        while not self.closing:
            self.woken.clear()
            try:
                until = await self._round()
                self._told = False
            except NotSaved as error:
                until = self._failed(f"what became of its messages could not be saved: {error}")
            except Exception as error:
                until = self._failed("its messages could not be worked on", error)
            if until is None and not self.woken.is_set():
                return
            await self._rest(until)

    @abstractmethod
    async def _round(self) -> datetime | None:
        """Do the one thing that is due, if any; return when to look again, None when nothing is left."""

    def _failed(self, words: str, error: Exception | None = None) -> datetime:
        if not self._told:
            log.error("order %d: %s", self.order_id, words, exc_info=error)
            self._told = True
        return self._means.now() + timedelta(seconds=self._means.delays.pause)

    async def _rest(self, until: datetime | None) -> None:
        left = LONGEST_REST if until is None else (until - self._means.now()).total_seconds()
        if left <= 0 or self.closing:
            return
        try:
            async with asyncio.timeout(min(left, LONGEST_REST)):
                await self.woken.wait()
        except TimeoutError:
            pass
