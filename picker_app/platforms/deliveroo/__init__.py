"""How Deliveroo speaks of promotions: the settings of one brand at its Promotions API."""

from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from picker_app.platforms.addresses import guard, is_here
from picker_app.settings import DeliverooPromotionsAccount


@dataclass(frozen=True, slots=True)
class BrandSettings:
    """One brand at Deliveroo (deliveroo_promotions.md section 1).

    `secret` gives the account's `client_secret`, or None where it is not stored. ValueError: `base_url` or `auth_url`
    would carry secrets in the clear.
    """

    name: str
    base_url: str
    auth_url: str
    client_id: str
    brand_id: str
    currency: str
    secret: Callable[[str], str | None] = field(repr=False)
    title: str = "Deliveroo"

    def __post_init__(self) -> None:
        """Refuse what would put a secret on an open line."""
        guard(self.name, "base_url", self.base_url)
        guard(self.name, "auth_url", self.auth_url)

    @classmethod
    def of(cls, account: DeliverooPromotionsAccount, secret: Callable[[str], str | None]) -> "BrandSettings":
        """Return the settings of an account of the configuration."""
        return cls(
            name=account.name,
            base_url=account.base_url,
            auth_url=account.auth_url,
            client_id=account.client_id,
            brand_id=account.brand_id,
            currency=account.currency,
            secret=secret,
        )

    @property
    def on_this_computer(self) -> bool:
        """Say whether `base_url` is a loopback address."""
        return is_here(self.base_url)

    @property
    def open_line(self) -> bool:
        """Say whether files may go over plain http: only where the API itself does, in training."""
        return urlsplit(self.base_url).scheme == "http"
