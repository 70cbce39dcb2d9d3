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
    Sounds,
    Store,
    Tunnel,
    TunnelKind,
    Webhook,
)
from picker_app.settings.reading import BadConfiguration, load, parse
from picker_app.settings.secrets import SECRETS, SERVICE, TUNNEL, TUNNEL_SECRETS, NoKeyring, Secrets, variable

__all__ = [
    "SECRETS",
    "SERVICE",
    "TUNNEL",
    "TUNNEL_SECRETS",
    "Account",
    "BadConfiguration",
    "DatabaseTable",
    "DeliverooPromotionsAccount",
    "DeliveryHeroAccount",
    "DeliveryHeroTable",
    "IfoodPosAccount",
    "Labels",
    "NoKeyring",
    "Scanner",
    "Secrets",
    "Settings",
    "Sounds",
    "Store",
    "Tunnel",
    "TunnelKind",
    "Webhook",
    "load",
    "parse",
    "variable",
]
