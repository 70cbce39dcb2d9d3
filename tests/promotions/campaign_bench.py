"""A shop's promotions against both training platforms over real HTTP, in a time that passes only when it is told to."""

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

from picker_app.changes import Changes
from picker_app.domain.promotion import Condition, Discount, DiscountKind, Market, Mechanic, Period, Promotion, Reward
from picker_app.platforms.deliveroo import BrandSettings
from picker_app.platforms.deliveroo.client import Deliveroo
from picker_app.platforms.delivery_hero import AccountSettings
from picker_app.platforms.delivery_hero.client import DeliveryHero
from picker_app.platforms.delivery_hero.promotions import DeliveryHeroPromotions
from picker_app.platforms.sign_in import SignIns
from picker_app.promotions.overview import Overview, PromotionRow, PromotionState
from picker_app.promotions.runner import Runner
from picker_app.promotions.shops import Shop
from picker_app.promotions.workshop import Outcome, Workshop
from picker_app.store.database import Database
from picker_app.training.deliveroo.platform import TrainingDeliveroo
from picker_app.training.delivery_hero.platform import TrainingPlatform
from tests.begun import begun
from tests.platforms.delivery_hero_shop import OpenPace

BRAND, CHAIN = "deliveroo-brand", "foodora-centro"
NOW = datetime(2026, 5, 20, 9, 0, tzinfo=UTC)
JUNE = Period(datetime(2026, 6, 1, tzinfo=UTC), datetime(2026, 6, 30, 23, 59, 59, tzinfo=UTC), "Europe/London")
RUNNING = Period(datetime(2026, 5, 1, tzinfo=UTC), datetime(2026, 6, 30, 23, 59, 59, tzinfo=UTC), "Europe/London")
MOST_ROUNDS = 400


class HandClock:
    """A clock that stands until it is moved."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now

    def move(self, **by: float) -> None:
        self.now += timedelta(**by)


def percent(ref: str = "PASTA-20PCT-2026W23", value: int = 20, *items: str, **changes: Any) -> Promotion:
    """A promotion of Deliveroo: so many percent off some items."""
    whole: dict[str, Any] = {
        "id": ref,
        "mechanic": Mechanic.PERCENTAGE_OFF_ON_ITEMS,
        "name": f"{value}% off selected pasta",
        "sites": ("grocer-gb-london-001",),
        "period": JUNE,
        "condition": Condition(items=items or ("5000169816246", "5000169816247")),
        "reward": Reward(percentage=Decimal(value)),
    }
    return Promotion(**{**whole, **changes})


def struck(ref: str = "JUNE-OFFER", price: str = "0.99", *skus: str, **changes: Any) -> Promotion:
    """A promotion of Delivery Hero: some products at another price."""
    row = Discount(DiscountKind.FINAL_PRICE, Decimal(price), skus or ("MLK-1L", "OAT-1L"))
    whole: dict[str, Any] = {
        "id": ref,
        "mechanic": Mechanic.STRIKETHROUGH,
        "name": "Juni Angebot",
        "sites": ("cm7q",),
        "period": JUNE,
        "reward": Reward(discounts=(row,)),
        "audience": "",
        "fulfilment": "",
        "reason": "EXPIRING_SOON",
        "names": (("de_AT", "Juni Angebot"),),
    }
    return Promotion(**{**whole, **changes})


@dataclass
class Bench:
    """One brand at Deliveroo and one chain at Delivery Hero; parts are built anew by `restart`."""

    folder: Path
    brand: TrainingDeliveroo
    clock: HandClock
    chain: TrainingPlatform | None = None
    bulk: str = "new"
    clients: list[Any] = field(default_factory=list)
    pace: OpenPace = field(default_factory=OpenPace)

    def __post_init__(self) -> None:
        self.changes = Changes()
        self.database = Database(begun(self.folder / "promotions.sqlite"))
        self.database.open()
        self.build()

    def build(self) -> None:
        """Put the parts together, as a new start of the program does."""

        def seconds() -> float:
            return self.clock.now.timestamp()

        deliveroo = Deliveroo(
            BrandSettings(
                name=BRAND,
                base_url=self.brand.url,
                auth_url=self.brand.url,
                client_id="training-brand",
                brand_id="corner-market",
                currency="GBP",
                secret={"client_secret": "training-secret"}.get,
            ),
            self.pace,
            seconds,
            now=self.clock,
        )
        shops = {BRAND: Shop(BRAND, Market.DELIVEROO, "GBP", "Deliveroo", "all" if self.bulk == "all" else "new")}
        chains: dict[str, DeliveryHeroPromotions] = {}
        self.clients.append(deliveroo)
        if self.chain is not None:
            orders = self._orders(self.chain, seconds)
            self.clients.append(orders)
            chains[CHAIN] = DeliveryHeroPromotions(orders)
            shops[CHAIN] = Shop(CHAIN, Market.DELIVERY_HERO, "EUR", "foodora")
        self.runner = Runner(
            self.database, self.changes, {BRAND: deliveroo}, chains, now=self.clock, chance=lambda: 0.0
        )
        self.workshop = Workshop(self.database, self.changes, shops, now=self.clock)
        self.overview = Overview(self.database, shops, sent=self.runner.sent, now=self.clock)

    def _orders(self, chain: TrainingPlatform, seconds: Callable[[], float]) -> DeliveryHero:
        settings = AccountSettings(
            name=CHAIN,
            base_url=chain.url,
            chain_id="e5a91d70-3c48-4b62-9f0d-8a2c6e4b7d05",
            vendor_id="cm7q",
            currency="EUR",
            secret={"client_secret": "training-secret"}.get,
            client_id="training-client",
        )
        return DeliveryHero(settings, self.pace, SignIns(seconds))

    async def restart(self) -> None:
        """Begin anew with what the record holds."""
        self.build()
        await self.runner.take_up()

    async def close(self) -> None:
        for client in self.clients:
            await client.close()
        self.database.close()

    # What a person does.

    async def submitted(self, account: str, *promotions: Promotion) -> list[int]:
        """Compose, check and submit; returns the numbers of the promotions."""
        numbers = [(await good(self.workshop.compose(account, one))).promotions[0] for one in promotions]
        await good(self.workshop.check(numbers))
        await good(self.workshop.submit(numbers))
        return numbers

    async def live(self, account: str, *promotions: Promotion) -> list[int]:
        """Compose and submit, and follow to the end."""
        numbers = await self.submitted(account, *promotions)
        await self.run(account)
        return numbers

    async def resubmitted(self, number: int, promotion: Promotion) -> Outcome:
        """Change, check and submit a promotion."""
        await good(self.workshop.change(number, promotion))
        await good(self.workshop.check([number]))
        return await good(self.workshop.submit([number]))

    # What the program does.

    async def step(self, account: str = BRAND) -> datetime | None:
        """Let the program do what is due now; then the clock stands at the next thing that is due."""
        due = await self.runner.work(account)
        if due is not None:
            self.clock.now = max(self.clock.now, due)
        return due

    async def run(self, account: str = BRAND, rounds: int = MOST_ROUNDS) -> None:
        """Let the program work until nothing waits for a time any more."""
        for _ in range(rounds):
            if await self.step(account) is None:
                return
        raise AssertionError("it came to no end")

    # What is seen.

    async def state(self, number: int) -> PromotionState:
        return (await self.row(number)).state

    async def row(self, number: int) -> PromotionRow:
        return next(row for row in await self.overview.rows() if row.id == number)

    def asked(self, route: str) -> list[dict[str, Any]]:
        """Return the requests of a route that reached Deliveroo."""
        return [entry for entry in self.brand.state()["requests"] if entry["route"] == route]

    def routes(self) -> list[str]:
        """Return the routes of all requests that reached Deliveroo, in their order."""
        return [entry["route"] for entry in self.brand.state()["requests"]]

    def sent(self) -> list[dict[str, Any]]:
        """Return the promotions that reached Delivery Hero, in their order."""
        assert self.chain is not None
        return [entry for entry in self.chain.state()["requests"] if entry["route"] == "promotion"]


async def good(verb: Any) -> Outcome:
    """Await a verb that must be done."""
    outcome: Outcome = await verb
    assert outcome.good, outcome
    return outcome


async def until(found: Callable[[], bool]) -> None:
    """Let the other tasks work until something is so; fails after a deadline."""
    never = asyncio.Event()
    deadline = time.monotonic() + 10
    while not found():
        assert time.monotonic() < deadline, "it did not come about"
        try:
            await asyncio.wait_for(never.wait(), 0.005)
        except TimeoutError:
            continue
