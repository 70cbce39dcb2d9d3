"""The configuration with which the program serves the training platforms, and the secrets of its accounts."""

from collections.abc import Mapping
from typing import Any

from picker_app.settings import (
    DeliverooPromotionsAccount,
    DeliveryHeroAccount,
    IfoodPosAccount,
    Labels,
    Secrets,
    Settings,
    Store,
    Webhook,
)
from picker_app.training.deliveroo.platform import TrainingDeliveroo
from picker_app.training.deliveroo.switches import Switches as DeliverooSwitches
from picker_app.training.delivery_hero.platform import TrainingPlatform
from picker_app.training.delivery_hero.switches import Switches
from picker_app.training.ifood_pos.platform import TrainingIfood
from picker_app.training.ifood_pos.switches import Switches as IfoodSwitches

DELIVERY_HERO = "foodora-training"
IFOOD = "ifood-training"
DELIVEROO = "deliveroo-training"
IFOOD_DAY: Mapping[str, Any] = {"min_poll_s": 2, "confirm_s": 900, "desk": "confirm", "desk_s": 180, "conclude_s": 900}
"""How the training platform of iFood is set for a shop's day: its desk confirms what the shop forgot."""
POLL_SECONDS = 5


def training_settings(
    platform: TrainingPlatform, ifood: TrainingIfood | None = None, deliveroo: TrainingDeliveroo | None = None
) -> tuple[Settings, Secrets]:
    """Return a configuration for the training platforms that run, with its secrets."""
    access = Switches()
    account = DeliveryHeroAccount(
        name=DELIVERY_HERO,
        platform="delivery_hero",
        base_url=platform.url,
        client_id=access.client_id,
        chain_id=access.chain_id,
        vendor_id=access.vendor_id,
        currency="EUR",
        promotions=True,
    )
    secrets = {
        (DELIVERY_HERO, "client_secret"): access.client_secret,
        (DELIVERY_HERO, "webhook_secret"): DELIVERY_HERO,
    }
    at_ifood, ifood_secrets = _at_ifood(ifood)
    at_deliveroo, deliveroo_secrets = _at_deliveroo(deliveroo)
    chosen = Settings(
        store=Store(name="Training shop", time_zone="Europe/Vienna"),
        webhook=Webhook(port=0),
        labels=Labels(region="DK"),
        accounts=(account, *at_ifood, *at_deliveroo),
    )
    return chosen, Secrets(secrets | ifood_secrets | deliveroo_secrets)


def _at_ifood(ifood: TrainingIfood | None) -> tuple[tuple[IfoodPosAccount, ...], dict[tuple[str, str], str]]:
    if ifood is None:
        return (), {}
    access = IfoodSwitches()
    account = IfoodPosAccount(
        name=IFOOD,
        platform="ifood_pos",
        base_url=ifood.url,
        client_id=access.client_id,
        username=access.username,
        merchant_ids=tuple(int(merchant) for merchant in access.merchant_ids),
        poll_seconds=POLL_SECONDS,
        currency="BRL",
    )
    return (account,), {(IFOOD, "client_secret"): access.client_secret, (IFOOD, "password"): access.password}


def _at_deliveroo(
    deliveroo: TrainingDeliveroo | None,
) -> tuple[tuple[DeliverooPromotionsAccount, ...], dict[tuple[str, str], str]]:
    if deliveroo is None:
        return (), {}
    access = DeliverooSwitches()
    account = DeliverooPromotionsAccount(
        name=DELIVEROO,
        platform="deliveroo_promotions",
        base_url=deliveroo.url,
        auth_url=deliveroo.url,
        client_id=access.client_id,
        brand_id=access.brand_id,
        currency="GBP",
    )
    return (account,), {(DELIVEROO, "client_secret"): access.client_secret}
