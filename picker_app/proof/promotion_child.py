"""The program as a child process in which an office works the scripted promotions, killed at one of its steps."""

import asyncio
from dataclasses import dataclass
from multiprocessing.connection import Connection

from picker_app.platforms.network import Transport
from picker_app.proof.child import live, quick_clock
from picker_app.proof.promotion_script import BRAND, CHAIN, CURRENCY, Office
from picker_app.services import Services
from picker_app.settings import DeliverooPromotionsAccount, DeliveryHeroAccount, Secrets, Settings, Store
from picker_app.training.deliveroo.switches import Switches as BrandSwitches
from picker_app.training.delivery_hero.switches import Switches as ChainSwitches


@dataclass(frozen=True, slots=True)
class Task:
    """What a child is to do: on which file, with which platforms, since when, and at which step it dies.

    As `child.Task`; `brand` and `chain` are the addresses of Deliveroo and Delivery Hero.
    """

    url: str
    brand: str
    chain: str
    began: float
    kind: str = ""
    number: int = 0


def main(task: Task, parent: Connection) -> None:
    """Work the script to its end; tells the parent that it is here, each good verb, and at last its steps."""
    live(task.kind, task.number, parent, lambda transport: _work(task, parent, transport))


async def _work(task: Task, parent: Connection, transport: Transport) -> None:
    settings, secrets = configured(task.brand, task.chain)
    services = Services(
        settings,
        secrets,
        task.url,
        clock=lambda: quick_clock(task.began),
        seconds=asyncio.get_running_loop().time,
        transport=transport,
        listening=False,
    )

    async def ask(*question: str) -> bool | None:
        parent.send(question)
        answer: bool | None = await asyncio.to_thread(parent.recv)
        return answer

    async def please(wish: str) -> None:
        await ask("please", wish)

    parent.send(("here",))
    try:
        await services.start()
        office = Office(
            services.promotions,
            services.changes,
            lambda word: parent.send(("word", word)),
            please,
            lambda ref: ask("look", ref),
        )
        await office.work()
    finally:
        await services.close()


def configured(brand_url: str, chain_url: str) -> tuple[Settings, Secrets]:
    """Return the configuration of a shop with promotions at both platforms, with its secrets."""
    brand, chain = BrandSwitches(), ChainSwitches()
    at_brand = DeliverooPromotionsAccount(
        name=BRAND,
        platform="deliveroo_promotions",
        base_url=brand_url,
        auth_url=brand_url,
        client_id=brand.client_id,
        brand_id=brand.brand_id,
        currency=CURRENCY,
        requests_per_minute=600,
    )
    at_chain = DeliveryHeroAccount(
        name=CHAIN,
        platform="delivery_hero",
        base_url=chain_url,
        client_id=chain.client_id,
        chain_id=chain.chain_id,
        vendor_id=chain.vendor_id,
        currency="EUR",
        promotions=True,
    )
    settings = Settings(store=Store(name="Shop of the proof", time_zone="UTC"), accounts=(at_brand, at_chain))
    secrets = {(BRAND, "client_secret"): brand.client_secret, (CHAIN, "client_secret"): chain.client_secret}
    return settings, Secrets(secrets)
