"""The configuration as one typed model, and the secrets that never stand in it."""

from picker_app.settings.model import (
    Account,
    DatabaseTable,
    DeliverooPromotionsAccount,
    DeliveryHeroAccount,
    DeliveryHeroTable,
    IfoodPosAccount,
    Labels,
    Scanner,
    Settings,
    Store,
    Webhook,
)
from picker_app.settings.reading import BadConfiguration, load, parse
from picker_app.settings.secrets import SECRETS, SERVICE, Secrets, variable

__all__ = [
    "SECRETS",
    "SERVICE",
    "Account",
    "BadConfiguration",
    "DatabaseTable",
    "DeliverooPromotionsAccount",
    "DeliveryHeroAccount",
    "DeliveryHeroTable",
    "IfoodPosAccount",
    "Labels",
    "Scanner",
    "Secrets",
    "Settings",
    "Store",
    "Webhook",
    "load",
    "parse",
    "variable",
]
