"""Puts the promotions of all accounts together: record, verbs, questions, and what carries them to the platforms."""

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial

from picker_app.changes import Changes
from picker_app.domain.promotion import Market
from picker_app.platforms.deliveroo import BrandSettings
from picker_app.platforms.deliveroo.client import Deliveroo
from picker_app.platforms.delivery_hero.client import DeliveryHero
from picker_app.platforms.delivery_hero.promotions import DeliveryHeroPromotions
from picker_app.platforms.network import Transport
from picker_app.platforms.pace import Limiter
from picker_app.promotions.goods import Goods
from picker_app.promotions.overview import Overview
from picker_app.promotions.runner import Runner
from picker_app.promotions.shops import Shop
from picker_app.promotions.workshop import Workshop
from picker_app.settings import DeliverooPromotionsAccount, DeliveryHeroAccount, Secrets, Settings
from picker_app.store.database import Database

FEWEST, MOST = 1, 600


class Workspace:
    """The promotions of the program, between `start` and `close`: `workshop`, `overview`, `goods` and `runner`.

    `lines` are the accounts at Delivery Hero: their promotions go over the line of their orders.
    """

    def __init__(
        self,
        settings: Settings,
        secrets: Secrets,
        database: Database,
        changes: Changes,
        lines: Mapping[str, DeliveryHero],
        *,
        clock: Callable[[], datetime],
        seconds: Callable[[], float],
        transport: Transport | None = None,
    ) -> None:
        brands = [account for account in settings.accounts if isinstance(account, DeliverooPromotionsAccount)]
        chains = [
            account for account in settings.accounts if isinstance(account, DeliveryHeroAccount) and account.promotions
        ]
        self.brands = {account.name: brand(account, secrets, seconds, clock, transport) for account in brands}
        shops = {
            account.name: Shop(
                account.name, Market.DELIVEROO, account.currency, self.brands[account.name].title, account.bulk
            )
            for account in brands
        }
        for chain in chains:
            title = lines[chain.name].title
            shops[chain.name] = Shop(chain.name, Market.DELIVERY_HERO, chain.currency, title)
        self.runner = Runner(
            database,
            changes,
            self.brands,
            {account.name: DeliveryHeroPromotions(lines[account.name]) for account in chains},
            poll_most={account.name: account.poll_max_seconds for account in brands},
            now=clock,
        )
        self.workshop = Workshop(database, changes, shops, now=clock)
        self.overview = Overview(database, shops, sent=self.runner.sent, now=clock)
        self.goods = Goods(database, shops)

    @property
    def shops(self) -> Mapping[str, Shop]:
        """Return the accounts with promotions, by name; without any there is no workspace to show."""
        return self.workshop.shops

    async def start(self, *, restored: bool = False) -> None:
        """Go on with what an earlier run left. `restored`: the database was put back to an earlier state."""
        if self.shops:
            await self.runner.start(restored=restored)

    async def close(self) -> None:
        """Stop, and close the connections that are the promotions' own."""
        await self.runner.close()
        for platform in self.brands.values():
            await platform.close()


def brand(
    account: DeliverooPromotionsAccount,
    secrets: Secrets,
    seconds: Callable[[], float],
    clock: Callable[[], datetime],
    transport: Transport | None = None,
) -> Deliveroo:
    """Return a client for an account at Deliveroo, with a limiter of its own."""
    settings = BrandSettings.of(account, partial(secrets.get, account.name))
    pace = Limiter(account.requests_per_minute, fewest=FEWEST, most=MOST)
    return Deliveroo(settings, pace, seconds, transport, now=clock)
