"""How Delivery Hero speaks: the settings of one account at the Partner API v2."""

from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from picker_app.platforms.addresses import guard, is_here
from picker_app.settings import DeliveryHeroAccount

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
        guard(self.name, "base_url", self.base_url)
        if self.auth not in ("oauth", "static"):
            raise ValueError(f'account {self.name}: auth must be "oauth" or "static"')

    @classmethod
    def of(cls, account: DeliveryHeroAccount, secret: Callable[[str], str | None]) -> "AccountSettings":
        """Return the settings of an account of the configuration."""
        return cls(
            name=account.name,
            base_url=account.base_url,
            chain_id=account.chain_id,
            vendor_id=account.vendor_id,
            currency=account.currency,
            secret=secret,
            client_id=account.client_id,
            order_path=account.order_path,
            orders_path=account.orders_path,
            lead_minutes=account.lead_minutes,
            auth=account.auth,
        )

    @property
    def on_this_computer(self) -> bool:
        """Say whether `base_url` is a loopback address."""
        return is_here(self.base_url)

    @property
    def brand(self) -> str:
        """Return the name for the screen: `title`, else the brand in the host's name, else the account's name."""
        host = urlsplit(self.base_url).hostname or ""
        brand = host.removesuffix(_HOME) if host.endswith(_HOME) else self.name
        return self.title or _SPELLINGS.get(brand, brand)
