"""How Deliveroo speaks of promotions: the settings of one brand at its Promotions API."""

import ipaddress
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import urlsplit


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
        for key, address in (("base_url", self.base_url), ("auth_url", self.auth_url)):
            if urlsplit(address).scheme != "https" and not is_here(address):
                raise ValueError(f"account {self.name}: {key} must begin with https:// (http:// only on this computer)")

    @property
    def on_this_computer(self) -> bool:
        """Say whether `base_url` is a loopback address."""
        return is_here(self.base_url)

    @property
    def open_line(self) -> bool:
        """Say whether files may go over plain http: only where the API itself does, in training."""
        return urlsplit(self.base_url).scheme == "http"


def is_here(address: str) -> bool:
    """Say whether an address names this computer."""
    host = urlsplit(address).hostname or ""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
