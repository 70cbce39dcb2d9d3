"""From the last byte of a webhook to its 200, one after another and 300 at once; beside a bare application's 200."""

import asyncio
import json
import tempfile
import time
import uuid
from collections.abc import Sequence
from pathlib import Path

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from picker_app.intake.server import ThreadServer
from picker_app.training.delivery_hero.platform import TrainingPlatform
from tests.bench.scans import Figure, figure
from tests.intake.events import event
from tests.outbox.shop import NAME, SECRET, Shop

CALLERS = 8
WEBHOOKS = 2000
AT_ONCE = 300
PROMISE_MS = 250
STEADY = f"webhook to its 200, {CALLERS} connections"
BARE_STEADY = f"bare Starlette 200, {CALLERS} connections"
BURST = f"webhook to its 200, {AT_ONCE} at once"
BARE_BURST = f"bare Starlette 200, {AT_ONCE} at once"


def measure() -> dict[str, Figure]:
    """Measure a shop's door and a bare one."""
    return asyncio.run(_measure())


async def _measure() -> dict[str, Figure]:
    bare = ThreadServer(Starlette(routes=[Route(f"/webhooks/{NAME}", _taken, methods=["POST"])]), name="bare")
    bare.start()
    bare_steady, bare_burst = await _steady(bare.port), await _burst(bare.port)
    bare.close()
    platform = TrainingPlatform(requests_per_minute=100_000, token_calls_per_minute=100_000)
    platform.start()
    with tempfile.TemporaryDirectory() as folder:
        shop = Shop(Path(folder), platform)
        shop.database.open()
        await shop.start(webhook=False, courier=False)
        steady, burst = await _steady(shop.listener.port), await _burst(shop.listener.port)
        await shop.close()
        platform.close()
    rows = {STEADY: steady, BARE_STEADY: bare_steady, BURST: burst, BARE_BURST: bare_burst}
    return {name: figure(seconds) for name, seconds in rows.items()}


async def _taken(request: Request) -> Response:
    await request.body()
    return Response()


async def _steady(port: int) -> list[float]:
    share = [_webhooks(WEBHOOKS // CALLERS) for _ in range(CALLERS)]
    taken = await asyncio.gather(*(_call(port, webhooks) for webhooks in share))
    return [seconds for part in taken for seconds in part]


async def _burst(port: int) -> list[float]:
    taken = await asyncio.gather(*(_call(port, [webhook]) for webhook in _webhooks(AT_ONCE)))
    return [seconds for part in taken for seconds in part]


def _webhooks(count: int) -> list[bytes]:
    order = json.loads(event())
    made = []
    for _ in range(count):
        body = json.dumps(order | {"order_id": str(uuid.uuid4())}).encode()
        head = f"POST /webhooks/{NAME} HTTP/1.1\r\nHost: here\r\nAuthorization: {SECRET}\r\nContent-Length: {len(body)}"
        made.append(f"{head}\r\n\r\n".encode() + body)
    return made


async def _call(port: int, webhooks: Sequence[bytes]) -> list[float]:
    """Send webhooks over one connection; returns the seconds of each, those for connecting in the first."""
    taken = []
    began = time.perf_counter()
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    for webhook in webhooks:
        writer.write(webhook)
        answer = await reader.readuntil(b"\r\n\r\n")
        if not answer.startswith(b"HTTP/1.1 200"):
            raise RuntimeError(f"answered {answer!r}")
        taken.append(time.perf_counter() - began)
        began = time.perf_counter()
    writer.close()
    await writer.wait_closed()
    return taken
