"""How Delivery Hero speaks: the settings of one account at the Partner API v2."""

import ipaddress
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import urlsplit

ORDER_PATH = "/v2/orders/{order_id}"
CHAIN_ORDER_PATH = "/v2/chains/{chain_id}/orders/{order_id}"
_HOME = ".partner.deliveryhero.io"
_SPELLINGS = {
    "glovo": "Glovo",
    "hungerstation": "HungerStation",
    "pedidosya": "PedidosYa",
    "yemeksepeti": "Yemeksepeti",
}


@dataclass(frozen=True, slots=True)
class AccountSettings:
    """One store of a chain at Delivery Hero (delivery_hero.md section 1).

    `secret` gives the account's `client_secret` (`api_token` with `auth` "static"), or None where it is not stored.
    `lead_minutes` is what lies between the pick-by time and the promised delivery. ValueError: `base_url` would carry
    secrets in the clear, or `auth` is neither "oauth" nor "static".
    """

    name: str
    base_url: str
    chain_id: str
    vendor_id: str
    currency: str
    secret: Callable[[str], str | None] = field(repr=False)
    client_id: str = ""
    order_path: str = ORDER_PATH
    orders_path: str = ""
    lead_minutes: int = 20
    auth: str = "oauth"
    title: str = ""

    def __post_init__(self) -> None:
        """Refuse what would put a secret on an open line."""
        address = urlsplit(self.base_url)
        if address.scheme != "https" and not (address.scheme == "http" and self.on_this_computer):
            raise ValueError(f"account {self.name}: base_url must begin with https:// (http:// only on this computer)")
        if self.auth not in ("oauth", "static"):
            raise ValueError(f'account {self.name}: auth must be "oauth" or "static"')

    @property
    def on_this_computer(self) -> bool:
        """Say whether `base_url` is a loopback address."""
        host = urlsplit(self.base_url).hostname or ""
        try:
            return ipaddress.ip_address(host).is_loopback
        except ValueError:
            return host == "localhost"

    @property
    def brand(self) -> str:
        """Return the name for the screen: `title`, else the brand in the host's name, else the account's name."""
        host = urlsplit(self.base_url).hostname or ""
        brand = host.removesuffix(_HOME) if host.endswith(_HOME) else self.name
        return self.title or _SPELLINGS.get(brand, brand)
