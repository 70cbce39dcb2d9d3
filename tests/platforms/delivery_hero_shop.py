"""The shop of the Delivery Hero tests: its account, its samples, and how its orders are worked."""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

from picker_app.domain import order as desk
from picker_app.domain.cart import Command, Kind, command
from picker_app.domain.order import Order
from picker_app.domain.said import Pricing, SaidOrder
from picker_app.platforms import exact_json, fields
from picker_app.platforms.delivery_hero import AccountSettings, translate, wire
from picker_app.platforms.port import Heard, Priority

SAMPLES = Path(__file__).parent / "samples"
ORDER = "3f6b1c52-8a7e-4d0b-9c41-5e2d7a90f136"
MILK, BREAD, TOMATOES = (
    "0b7d4a10-52c3-4f6e-8d21-9a6c3e5b7f01",
    "6c1e9f38-7b24-4a5d-b0e7-2f8d4c6a1b02",
    "d94a2e67-1f5b-4c83-a6d9-7e0b3c5f2a03",
)
ACCOUNT = AccountSettings(
    name="foodora-centro",
    base_url="https://foodora.partner.deliveryhero.io",
    chain_id="e5a91d70-3c48-4b62-9f0d-8a2c6e4b7d05",
    vendor_id="cm7q",
    currency="EUR",
    secret={"client_secret": "training-secret", "api_token": "old-token"}.get,
    client_id="training-client",
)


def account(**changes: Any) -> AccountSettings:
    """The account with other settings."""
    return replace(ACCOUNT, **changes)


def sample(case: str, name: str = "event.json") -> bytes:
    """The bytes of a sample."""
    return (SAMPLES / case / name).read_bytes()


def decode(body: bytes, settings: AccountSettings = ACCOUNT) -> Heard:
    """Read an order as the client does."""
    return translate.heard(fields.read(wire.Order, exact_json.load(body)), body, settings)


def the_order() -> Order:
    """The order of section 6, untouched."""
    return desk.fold(decode(sample("the_order")).said, ())


def taken(order: Order, *keys: str) -> Order:
    """Take the lines of these keys as ordered, all of them if none is named."""
    for line in order.lines:
        if line.origin is not desk.Origin.ORDERED or (keys and line.key not in keys):
            continue
        if line.decision is not desk.Decision.UNDECIDED:
            continue
        if line.pricing is Pricing.KG:
            order, _ = desk.set_weight(order, line.key, line.ordered, yes=True)
        elif line.pricing is Pricing.FOREIGN:
            order, _ = desk.pick(order, line.key)
        else:
            order, _ = desk.set_quantity(order, line.key, line.ordered, yes=True)
    return order


def fulfil(order: Order) -> Command:
    """Finish the order and write the message."""
    order, _ = desk.finish(order)
    return command(order, Kind.FULFIL)


def sent(message: Command) -> Any:
    """The body of a message, parsed exactly."""
    return exact_json.load(translate.body(message))


def empty_order(**parts: Any) -> SaidOrder:
    """An order of the account of which only a few parts are known."""
    tree = {"order_id": ORDER, "status": "RECEIVED", **parts}
    return decode(exact_json.dump(tree)).said


class VirtualClock:
    """Time that passes only when it is told to."""

    def __init__(self) -> None:
        self.now = Decimal(1000)
        self._alarms: list[VirtualAlarm] = []

    def time(self) -> float:
        return float(self.now)

    def call_later(self, delay: float, callback: Callable[[], None]) -> "VirtualAlarm":
        alarm = VirtualAlarm(self.now + Decimal(repr(delay)), callback)
        self._alarms.append(alarm)
        return alarm

    @property
    def alarms(self) -> int:
        return len([alarm for alarm in self._alarms if not alarm.unset])

    async def pass_by(self, seconds: float) -> None:
        """Let so many seconds pass, with all alarms on the way, and let the woken tasks run."""
        end = self.now + Decimal(repr(seconds))
        while True:
            await settle()
            self._alarms = [alarm for alarm in self._alarms if not alarm.unset]
            due = min((alarm for alarm in self._alarms if alarm.at <= end), key=lambda alarm: alarm.at, default=None)
            if due is None:
                break
            self._alarms.remove(due)
            self.now = max(self.now, due.at)
            due.callback()
        self.now = end


class VirtualAlarm:
    """An alarm of the virtual clock."""

    def __init__(self, at: Decimal, callback: Callable[[], None]) -> None:
        self.at = at
        self.callback = callback
        self.unset = False

    def cancel(self) -> None:
        self.unset = True


class OpenPace:
    """A limiter that lets everything through and remembers what was asked of it."""

    def __init__(self) -> None:
        self.turns: list[Priority] = []
        self.shut_for: list[float] = []

    async def turn(self, priority: Priority) -> None:
        self.turns.append(priority)

    def shut(self, seconds: float) -> None:
        self.shut_for.append(seconds)


async def settle() -> None:
    """Give every ready task a few turns of the loop."""
    for _ in range(10):
        await asyncio.sleep(0)
