"""Runs the tunnel to the webhook: starts it, asks the public address, starts it again, and says how it stands."""

import asyncio
import logging
import re
import time
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from picker_app.changes import EVERYTHING, Changes
from picker_app.intake import far_end, leash, tunnel_presets, tunnel_words
from picker_app.intake.far_end import Answer, Way
from picker_app.intake.tunnel_presets import Fault
from picker_app.intake.tunnel_row import State, TunnelRow
from picker_app.masks import MASKS
from picker_app.settings import Tunnel as Chosen

log = logging.getLogger(__name__)

LINES_KEPT = 40
BREAK_OFF_SECONDS = 1.0
UNSTEADY_ENDS, UNSTEADY_SECONDS = 3, 600.0
_CONTROL = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]|[\x00-\x08\x0b-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class Pauses:
    """Waiting times in seconds; the last of a row holds for all that follow.

    `again`: before the program of the tunnel is started again, shortest after a run that was `settled`; `person`: the
    same where a person has to do something; `look`: until it is looked again for what is missing. `good`, `bad`:
    between two questions to the public address. `patience`: how long a start may take. `meanwhile`: how often the
    platforms' lists are read while the way is lost.
    """

    again: tuple[float, ...] = (0.5, 1, 2, 4, 8, 15, 30, 60)
    settled: float = 60
    person: float = 30
    look: float = 10
    good: float = 30
    bad: tuple[float, ...] = (0.5, 0.5, 1, 1, 2, 2, 4, 8, 15)
    patience: float = 20
    meanwhile: float = 30


PERSONS = {Fault.REFUSED, Fault.TOO_MANY, Fault.IN_USE, Fault.SERVER_UNKNOWN, Fault.SERVER_CHANGED}
"""Faults of which a quick new start would make nothing better."""
HANGING = {Way.NOT_REACHED, Way.NO_ANSWER, Way.NOTHING_BEHIND}


class Tunnel:
    """The chosen tunnel, from `start` to `close`; where only a public address is chosen, that is asked and no more.

    `listener` returns where the webhook listens, as host and port; `secrets` the webhook secret of each account by its
    name; `token` that of the tunnel. `look` is called when the way is lost, every 30 s until it is back, and then: the
    platforms' lists are to be read. `changes` hears of every change of the row.
    """

    def __init__(
        self,
        chosen: Chosen,
        changes: Changes,
        *,
        listener: Callable[[], str],
        secrets: Mapping[str, Callable[[], str | None]],
        token: Callable[[], str | None] = lambda: None,
        look: Callable[[], None] = lambda: None,
        pauses: Pauses | None = None,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        seconds: Callable[[], float] = time.monotonic,
    ) -> None:
        self._chosen = chosen
        self._changes = changes
        self._listener = listener
        self._secrets = dict(secrets)
        self._token = token
        self._look_for_orders = look
        self._pauses = pauses or Pauses()
        self._now = now
        self._seconds = seconds
        self._task: asyncio.Task[None] | None = None
        self._poke = asyncio.Event()
        self._hurry = asyncio.Event()
        self._hung = asyncio.Event()
        self._said: deque[str] = deque(maxlen=LINES_KEPT)
        self._ended_at: deque[float] = deque(maxlen=UNSTEADY_ENDS)
        self._ends = self._short_runs = self._failures = self._run_number = 0
        self._begun = self._looked = 0.0
        self._opened: float | None = None
        self._running = self._told = False
        self._blocked = ""
        self._address = chosen.public_url
        self._answer: Answer | None = None
        self._fault: Fault | None = None
        self._asked_at: datetime | None = None
        self._retry_at: datetime | None = None
        self._state, self._code = State.OFF, tunnel_words.OFF
        self._since: datetime | None = None

    async def start(self) -> None:
        """Begin, if a tunnel or a public address is chosen."""
        if self._chosen.kind or self._chosen.public_url:
            self._settle()
            self._task = asyncio.create_task(self._run(), name="tunnel")

    async def close(self) -> None:
        """End the tunnel; nothing of it is left."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)
            self._task = None

    def check_now(self) -> None:
        """Ask the public address now, and do not wait for what is due later."""
        self._poke.set()
        self._hurry.set()

    def start_again(self) -> None:
        """End the tunnel's program and start it again: after another token was stored, say."""
        self._short_runs = 0
        self._hung.set()
        self.check_now()

    def row(self) -> TunnelRow:
        """Return how the tunnel stands."""
        chosen, url = self._chosen, self._address
        advice = tunnel_words.advice(
            self._code,
            source=tunnel_presets.source(chosen) if self._code == tunnel_words.MISSING else "",
            listener=self._listener(),
        )
        return TunnelRow(
            self._state,
            self._code,
            tunnel_words.title(self._code),
            advice,
            chosen.kind,
            words=self._answer.words if self._answer else "",
            public_url=url,
            addresses=tuple((name, far_end.address(url, name)) for name in self._secrets) if url else (),
            temporary=tunnel_presets.is_temporary(chosen),
            since=self._since,
            retry_at=self._retry_at,
            asked_at=self._asked_at,
            ends=self._ends,
            said=tuple(self._said),
        )

    # The program of the tunnel.

    async def _run(self) -> None:
        watching = asyncio.create_task(self._watch(), name="tunnel's far end")
        try:
            while self._chosen.kind:
                await self._run_once()
            await watching
        finally:
            watching.cancel()
            await asyncio.gather(watching, return_exceptions=True)

    async def _run_once(self) -> None:
        """Run the tunnel's program until it ends or hangs, and wait until it is time for the next try."""
        chosen = self._chosen
        where = await asyncio.to_thread(tunnel_presets.found, chosen)
        token = self._token() or ""
        MASKS.hide([token])
        self._blocked = ""
        if not where:
            self._blocked = tunnel_words.MISSING
        elif tunnel_presets.needs_token(chosen) and not token:
            self._blocked = tunnel_words.NO_TOKEN
        if self._blocked:
            await self._wait(self._pauses.look)
            return
        self._begin()
        variable = tunnel_presets.token_variable(chosen)
        surroundings = leash.surroundings({variable: token} if variable and token else {})
        words = tunnel_presets.words(chosen, where, self._listener())
        try:
            program = await leash.start(words, surroundings, self._hear)
        except OSError as error:
            self._hear(str(error))
        else:
            await self._until_it_ends(program)
        self._end()
        wait = self._pauses.again[min(self._short_runs, len(self._pauses.again) - 1)]
        await self._wait(max(wait, self._pauses.person) if self._fault in PERSONS else wait)

    async def _until_it_ends(self, program: leash.Leashed) -> None:
        tasks = {asyncio.create_task(program.ended()), asyncio.create_task(self._hung.wait())}
        try:
            self._poke.set()
            await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
            await program.stop()

    def _begin(self) -> None:
        self._run_number += 1
        self._begun = self._seconds()
        self._opened = None
        self._failures = 0
        self._answer = self._fault = self._retry_at = None
        self._address = self._chosen.public_url
        self._hung.clear()
        self._running = True
        self._settle()

    def _end(self) -> None:
        self._running = False
        self._ends += 1
        ended = self._seconds()
        self._ended_at.append(ended)
        settled = self._opened is not None and ended - self._opened >= self._pauses.settled
        self._short_runs = 0 if settled or self._ends == 1 else self._short_runs + 1

    async def _wait(self, seconds: float) -> None:
        """Wait before the next try; `check_now` ends it."""
        self._retry_at = self._now() + timedelta(seconds=seconds)
        self._hurry.clear()
        self._settle()
        try:
            async with asyncio.timeout(seconds):
                await self._hurry.wait()
        except TimeoutError:
            pass

    def _hear(self, line: str) -> None:
        """Take in a line of the tunnel's program."""
        plain = _CONTROL.sub("", line).strip()
        if plain:
            self._said.append(MASKS.cover(plain)[:1000])
        said = tunnel_presets.read(self._chosen, plain, self._listener())
        if said.fault is not None:
            self._fault = self._fault or said.fault  # the first one says why
        elif said.stands:
            self._fault = None
        if said.address and not self._chosen.public_url and said.address.rstrip("/") != self._address:
            self._address, self._answer = said.address.rstrip("/"), None
        if said != tunnel_presets.Said():
            self._settle()
            self._poke.set()

    # The far end.

    async def _watch(self) -> None:
        while True:
            self._poke.clear()
            wait = await self._ask()
            self._settle()
            if self._told and self._seconds() - self._looked >= self._pauses.meanwhile:
                self._look()
            try:
                async with asyncio.timeout(min(wait, self._pauses.meanwhile)):
                    await self._poke.wait()
            except TimeoutError:
                pass

    async def _ask(self) -> float:
        """Ask the public address, if there is something to ask; returns after how many seconds to ask again."""
        here, secret = self._asked()
        if (self._chosen.kind and not self._running) or not self._address or not secret:
            return 1.0 if self._running else self._pauses.meanwhile
        run, address = self._run_number, self._address
        asking = asyncio.create_task(far_end.ask(address, here, secret))
        try:
            answer = await asyncio.shield(asking)
        except asyncio.CancelledError:
            # Broken off within its handshake, httpcore would leave the connection to the garbage collector.
            await asyncio.wait({asking}, timeout=BREAK_OFF_SECONDS)
            asking.cancel()
            await asyncio.gather(asking, return_exceptions=True)
            raise
        if (run, address) != (self._run_number, self._address):
            return 0.0
        self._answer, self._asked_at = answer, self._now()
        if answer.way is Way.OPEN:
            self._failures = 0
            self._opened = self._opened or self._seconds()
            return self._pauses.good
        self._failures += 1
        if self._opened is not None and self._failures >= 4 and answer.way in HANGING:
            self._hung.set()
        return self._pauses.bad[min(self._failures, len(self._pauses.bad)) - 1]

    def _asked(self) -> tuple[str, str]:
        """Return the account for whose webhook is asked, and its secret; "" where there is none."""
        return next(((name, found) for name, secret in self._secrets.items() if (found := secret() or "")), ("", ""))

    # What is so.

    def _settle(self) -> None:
        """Find out how things stand; tell it where it changed."""
        state, code = self._judge()
        if (state, code) == (self._state, self._code):
            return
        if state is not self._state:
            self._since = self._now()
        self._state, self._code = state, code
        if state is State.LOST and not self._told:
            self._told = True
            log.warning("the tunnel does not lead here: %s", tunnel_words.title(code))
            self._look()
        elif state is State.OPEN and self._told:
            # One that ends every minute is said once.
            self._told = self._unsteady()
            if not self._told:
                log.info("the tunnel leads here again")
            self._look()
        self._changes.announce(EVERYTHING)

    def _judge(self) -> tuple[State, str]:
        if self._blocked:
            return State.LOST, self._blocked
        if self._chosen.kind and not self._running:
            if not self._ends:
                return State.STARTING, tunnel_words.STARTING
            return State.LOST, self._fault or (tunnel_words.UNSTEADY if self._unsteady() else tunnel_words.ENDED)
        answer, patient = self._answer, self._seconds() - self._begun < self._pauses.patience
        if answer is not None and (answer.way is Way.OPEN or (self._opened is not None and self._failures < 2)):
            return State.OPEN, tunnel_words.UNSTEADY if self._unsteady() else tunnel_words.OPEN
        if self._fault is not None:
            return State.LOST, self._fault
        if not self._address:
            return (State.STARTING, tunnel_words.STARTING) if patient else (State.LOST, tunnel_words.NO_ADDRESS)
        if not self._asked()[1]:
            return State.UNTESTED, tunnel_words.UNTESTED
        if answer is None or (self._opened is None and patient and self._chosen.kind):
            return State.STARTING, tunnel_words.STARTING
        return State.LOST, answer.way

    def _unsteady(self) -> bool:
        ended = self._ended_at
        return len(ended) == UNSTEADY_ENDS and self._seconds() - ended[0] < UNSTEADY_SECONDS

    def _look(self) -> None:
        self._looked = self._seconds()
        self._look_for_orders()
