"""The accounts that carry promotions, as composing and sending need to know them, and how bodies are made for each."""

from dataclasses import dataclass
from typing import Literal

from picker_app.domain.mechanics import adapted
from picker_app.domain.promotion import Market, Promotion
from picker_app.platforms.delivery_hero import promotions_translate
from picker_app.promotions import deliveroo_json


@dataclass(frozen=True, slots=True)
class Shop:
    """An account with promotions. `title` is the platform's name; `bulk`: what a file at Deliveroo holds."""

    account: str
    market: Market
    currency: str
    title: str
    bulk: Literal["new", "all"] = "new"


def body(promotion: Promotion, shop: Shop) -> bytes:
    """Write the exact body of a promotion for an account; CannotWrite names what the platform has no words for."""
    if shop.market is Market.DELIVEROO:
        return deliveroo_json.body(promotion, shop.currency)
    return promotions_translate.body(adapted(promotion, Market.DELIVERY_HERO))
