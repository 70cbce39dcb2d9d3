"""Ring the partner's webhook as the platform does (section 4): a POST, five more tries, and the faults of it."""

import asyncio
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import httpx

from picker_app.training.background import Background
from picker_app.training.delivery_hero.switches import Switches
from picker_app.training.faults import Faults

RETRIES = 5
OVERSIZE_BYTES = 1_100_000


@dataclass
class Push:
    """One event on its way: `result` is waiting, delivered, given up, lost, held back or no webhook."""

    number: int
    time: datetime
    url: str
    subject: str
    status: str
    body: bytes
    result: str = "waiting"
    attempts: list[dict[str, Any]] = field(default_factory=list)

    def shown(self) -> dict[str, Any]:
        """The push for `GET /_sim/state`."""
        return vars(self) | {"time": self.time.isoformat(), "body": self.body.decode("utf-8")}


class Bell:
    """Sends events; each subject's first tries go out in order, retries when their time comes."""

    def __init__(
        self, switches: Switches, faults: Faults, background: Background, now: Callable[[], datetime], kept: int
    ) -> None:
        self.pushes: deque[Push] = deque(maxlen=kept)
        self._switches = switches
        self._faults = faults
        self._background = background
        self._now = now
        self._count = 0
        self._client: httpx.AsyncClient | None = None
        self._order: dict[str, asyncio.Lock] = {}
        self._held: dict[str, Push] = {}

    async def open(self, transport: httpx.AsyncBaseTransport | None = None) -> None:
        """Make ready to send; `transport` takes the place of the network."""
        self._client = httpx.AsyncClient(trust_env=False, timeout=None, follow_redirects=False, transport=transport)

    async def close(self) -> None:
        """Drop everything that has not been delivered."""
        await self._background.close()
        if self._client is not None:
            await self._client.aclose()

    async def ring(self, subject: str, status: str, body: bytes, *, job: bool = False) -> None:
        """Send an event, and return after its first try."""
        url = self._switches.webhook_url
        if job:
            url = self._switches.jobs_webhook_url or (url and f"{url}/jobs")
        self._count += 1
        push = Push(self._count, self._now(), url, subject, status, body)
        self.pushes.append(push)
        if not url:
            push.result = "no webhook"
            return
        fault = self._faults.strike("webhook", ("duplicate", "reorder", "lose", "slow"))
        kind = fault.kind if fault else None
        if kind == "lose":
            push.result = "lost"
            return
        if kind == "reorder" and subject not in self._held:
            push.result = "held back"
            self._held[subject] = push
            self._background.start(self._release_later(subject, push))
            return
        if fault and kind == "slow":
            await asyncio.sleep(fault.seconds)
        if fault and kind == "duplicate" and fault.value == "at once":
            await asyncio.gather(self._try(push), self._try(push))
        else:
            async with self._order.setdefault(subject, asyncio.Lock()):
                await self._try(push)
            if kind == "duplicate":
                await self._try(push)
        if push.result == "waiting":
            self._background.start(self._try_again(push))
        await self._release(subject)

    def ring_soon(self, subject: str, status: str, body: bytes, *, job: bool = False) -> None:
        """Send an event without waiting for it."""
        self._background.start(self.ring(subject, status, body, job=job))

    def _pause(self) -> float:
        return float(self._switches.push_pause * self._switches.time_scale)

    async def _release(self, subject: str) -> None:
        held = self._held.pop(subject, None)
        if held is not None:
            await self._try(held)
            if held.result != "delivered":
                self._background.start(self._try_again(held))

    async def _release_later(self, subject: str, push: Push) -> None:
        await asyncio.sleep(self._pause())
        if self._held.get(subject) is push:
            await self._release(subject)

    async def _try_again(self, push: Push) -> None:
        for _ in range(RETRIES):
            await asyncio.sleep(self._pause())
            await self._try(push)
            if push.result == "delivered":
                return
        push.result = "given up"

    async def _try(self, push: Push) -> None:
        if self._client is None:
            raise RuntimeError("the training platform is not running")
        body, secret = push.body, self._switches.webhook_secret
        fault = self._faults.strike("webhook", ("garbage", "wrong_secret", "oversize"))
        if fault and fault.kind == "garbage":
            body = str(fault.value).encode() if fault.value is not None else push.body[: len(push.body) // 2]
        elif fault and fault.kind == "wrong_secret":
            secret = "not-the-secret"  # meant to be wrong
        elif fault and fault.kind == "oversize":
            size = int(fault.value or OVERSIZE_BYTES)
            body = push.body[:-1] + b', "padding": "' + b"x" * size + b'"}'
        headers = {b"content-type": b"application/json"}
        if secret:
            headers[b"authorization"] = secret.encode()
        attempt: dict[str, Any] = {"time": self._now().isoformat(), "fault": fault.kind if fault else None}
        push.attempts.append(attempt)
        try:
            async with asyncio.timeout(float(self._switches.push_timeout * self._switches.time_scale)):
                answer = await self._client.post(push.url, content=body, headers=headers)
        except TimeoutError:
            attempt["answer"] = "time-out"
        except (httpx.HTTPError, httpx.InvalidURL, OSError) as error:
            attempt["answer"] = type(error).__name__
        else:
            attempt["answer"] = answer.status_code
            if answer.is_success:
                push.result = "delivered"
