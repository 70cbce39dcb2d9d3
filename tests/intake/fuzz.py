"""Bodies that nobody would send, the same for the same seed, and the door that has to bear them.

`python -m tests.intake.fuzz [NUMBER] [SEED]` sends any number of them (10,000 if none is given) to a shop of its own.
"""

import asyncio
import contextlib
import copy
import hashlib
import json
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random
from typing import Any

from sqlalchemy import select

from picker_app.store.schema import incoming
from picker_app.training.delivery_hero.platform import TrainingPlatform
from tests.intake.events import event
from tests.outbox.shop import NAME, SECRET, Shop

CALLERS = 16
LARGEST = 1024 * 1024
_STRANGE: tuple[Any, ...] = (
    None,
    True,
    0,
    -1,
    1e308,
    -0.0,
    10**40,
    "",
    " ",
    "null",
    "\x00",
    "\ud800",
    "\U0001f95d" * 50,
    "x" * 5000,
    "2025-13-45T99:99:99Z",
    "0001-01-01T00:00:00+23:59",
    "9999-12-31T23:59:59-23:59",
    "'; DROP TABLE orders; --",
    "../../etc/passwd",
    "{{7*7}}",
    "%s%n%x",
    [],
    {},
    [[]],
    [None] * 200,
    {"": ""},
    {"a": {"b": {"c": []}}},
)
_WORDS = (b"NaN", b"Infinity", b"-Infinity", b"1e999999999", b"-", b"0x10", b"1_000", b"'a'", b"\xef\xbb\xbf", b"\x00")


def bodies(number: int, seed: int) -> list[bytes]:
    """Return so many bodies."""
    chance = Random(seed)
    makers: Sequence[Callable[[Random], bytes]] = (_strange_values, _strange_values, _cut, _flipped, _spliced, _noise)
    return [chance.choice(makers)(chance) for _ in range(number)]


def is_event(body: bytes) -> bool | None:
    """Say by the contract's table whether a body is an order event; None where the table leaves it open.

    Open is what JSON leaves open: names given twice, numbers that are none, and no end of nesting.
    """
    doubtful = False

    def pairs(found: list[tuple[str, Any]]) -> dict[str, Any]:
        nonlocal doubtful
        doubtful |= len(dict(found)) < len(found)
        return dict(found)

    def constant(name: str) -> None:
        nonlocal doubtful
        doubtful = True

    try:
        text = body.decode("utf-8-sig")
        tree = json.loads(text, object_pairs_hook=pairs, parse_constant=constant, parse_int=float)
    except UnicodeDecodeError:
        return False
    except RecursionError:
        return None
    except ValueError:
        return False
    if not isinstance(tree, dict):
        return False
    good = all(isinstance(tree.get(name), str) and tree[name] for name in ("order_id", "status"))
    blank = good and not all(tree[name].strip() for name in ("order_id", "status"))
    huge = "e9999" in text
    deep = text.count("[") + text.count("{") > 60
    halves = "\\ud8" in text
    return None if good and (doubtful or blank or huge or deep or halves) else good


async def strike(shop: Shop, sent: Sequence[bytes], path: str = f"/webhooks/{NAME}") -> Counter[int]:
    """Send every body to the shop's door, many at once; returns how often each status was answered.

    AssertionError if one was answered in another way than the table says.
    """
    waiting = list(enumerate(sent))
    answered: dict[int, int] = {}

    async def caller() -> None:
        line = await _Line.to(shop.listener.port)
        while waiting:
            number, body = waiting.pop()
            status, closed = await line.post(path, body)
            answered[number] = status
            if closed:
                await line.close()
                line = await _Line.to(shop.listener.port)
        await line.close()

    await asyncio.gather(*(caller() for _ in range(CALLERS)))
    for number, body in enumerate(sent):
        expected = {413} if len(body) > LARGEST else {True: {200}, False: {400}, None: {200, 400}}[is_event(body)]
        assert answered[number] in expected, f"body {number} was answered {answered[number]}: {body[:300]!r}"
    return Counter(answered.values())


async def nothing_is_missing(shop: Shop, sent: Sequence[bytes]) -> None:
    """Assert that each body was kept as the table says: an event under its key, anything else under its SHA-256."""
    table = incoming
    rows = await shop.database.ask(lambda c: c.execute(select(table.c.event_key, table.c.body, table.c.kind)).all())
    unreadable = {row.event_key for row in rows if row.kind == "unreadable"}
    kept = {row.body for row in rows}
    refs = {_ref(row.body) for row in rows}
    for body in sent:
        if len(body) > LARGEST:
            assert body not in kept
        elif is_event(body) is False:
            assert f"sha256|{hashlib.sha256(body).hexdigest()}" in unreadable
        elif is_event(body):
            assert body in kept or _ref(body) in refs


async def all_applied(shop: Shop) -> None:
    """Return once the doorman has taken every event to its order, or found it to be an incident."""
    never = asyncio.Event()
    while any(state == "new" for _, _, state in await shop.arrivals()):
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(never.wait(), 0.05)


def _ref(body: bytes) -> str:
    """Name the event that a body tells of; two bodies that differ in their writing alone are kept once."""
    with contextlib.suppress(ValueError, RecursionError):
        tree = json.loads(body.decode("utf-8-sig"))
        return f"{tree.get('order_id')} {tree.get('status')}" if isinstance(tree, dict) else ""
    return ""


class _Line:
    """One connection that is used again and again, without a library that would mend anything."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader = reader
        self._writer = writer

    @classmethod
    async def to(cls, port: int) -> "_Line":
        return cls(*await asyncio.open_connection("127.0.0.1", port))

    async def post(self, path: str, body: bytes) -> tuple[int, bool]:
        """Return the status of the answer, and whether the connection is closed after it."""
        head = f"POST {path} HTTP/1.1\r\nHost: here\r\nAuthorization: {SECRET}\r\nContent-Length: {len(body)}\r\n\r\n"
        self._writer.write(head.encode() + body)
        answer = (await asyncio.wait_for(self._reader.readuntil(b"\r\n\r\n"), 30)).decode("latin-1").lower()
        length = next((line.split(":")[1] for line in answer.splitlines() if line.startswith("content-length")), "0")
        await self._reader.readexactly(int(length))
        return int(answer.split()[1]), "connection: close" in answer

    async def close(self) -> None:
        self._writer.close()
        await self._writer.wait_closed()


def _strange_values(chance: Random) -> bytes:
    """An order with strange values at one to five places."""
    tree = json.loads(event())
    tree["order_id"] = f"fuzz-{chance.randrange(10**9)}"
    for _ in range(chance.randint(1, 5)):
        holder: Any = tree
        while True:
            places = list(holder) if isinstance(holder, dict) else list(range(len(holder)))
            if not places:
                break
            place = chance.choice(places)
            if isinstance(holder[place], dict | list) and holder[place] and chance.random() < 0.7:
                holder = holder[place]
                continue
            if isinstance(holder, dict) and chance.random() < 0.2:
                del holder[place]
            else:
                holder[place] = copy.deepcopy(chance.choice(_STRANGE))
            break
    return json.dumps(tree, ensure_ascii=chance.random() < 0.5).encode("utf-8", "surrogatepass")


def _cut(chance: Random) -> bytes:
    body = event()
    return body[: chance.randrange(len(body))]


def _flipped(chance: Random) -> bytes:
    body = bytearray(event())
    for _ in range(chance.randint(1, 8)):
        body[chance.randrange(len(body))] = chance.randrange(256)
    return bytes(body)


def _spliced(chance: Random) -> bytes:
    """Pieces of an order put together anew, or with something in between that is no JSON."""
    body = event()
    at, to = sorted(chance.sample(range(len(body)), 2))
    middle = chance.choice((*_WORDS, b"", body[at:to] * 2, b"[" * chance.randint(1, 3000), b'{"a":' * 100))
    return body[:at] + middle + body[to:]


def _noise(chance: Random) -> bytes:
    size = chance.choice((0, 1, 10, 1000, 20_000)) if chance.random() < 0.99 else LARGEST + chance.randint(-1, 1)
    return chance.randbytes(size)


async def _main(number: int, seed: int) -> None:
    sent = bodies(number, seed)
    platform = TrainingPlatform(requests_per_minute=100_000, token_calls_per_minute=100_000, time_scale=0.01)
    platform.start()
    with tempfile.TemporaryDirectory() as folder:
        shop = Shop(Path(folder), platform)
        shop.database.open()
        await shop.start(webhook=False, courier=False)
        try:
            answers = await strike(shop, sent)
            await nothing_is_missing(shop, sent)
            await all_applied(shop)
        finally:
            await shop.close()
            platform.close()
    told = ", ".join(f"{count} × {status}" for status, count in sorted(answers.items()))
    print(f"{number} bodies of seed {seed}: {told}; every one kept or refused as the table says")


if __name__ == "__main__":
    numbers = [int(word) for word in sys.argv[1:3]]
    asyncio.run(_main(*(numbers + [10_000, 1][len(numbers) :])))
