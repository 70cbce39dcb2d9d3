"""How iFood's POS API speaks: the settings of one account, which may have several shops."""

import ipaddress
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import urlsplit


@dataclass(frozen=True, slots=True)
class AccountSettings:
    """The shops of one user at iFood's POS API (ifood_pos.md section 1).

    `secret` gives the account's `client_secret` and `password`, or None where one is not stored. `merchant_ids` are
    the shops' ids. `poll_seconds` lie between two polls; `confirm_minutes` are what the platform leaves the shop for
    confirming an order. ValueError: `base_url` would carry secrets in the clear.
    """

    name: str
    base_url: str
    client_id: str
    username: str
    merchant_ids: tuple[int, ...]
    currency: str
    secret: Callable[[str], str | None] = field(repr=False)
    poll_seconds: int = 45
    confirm_minutes: int = 15
    title: str = "iFood"

    def __post_init__(self) -> None:
        """Refuse what would put a secret on an open line."""
        address = urlsplit(self.base_url)
        if address.scheme != "https" and not (address.scheme == "http" and self.on_this_computer):
            raise ValueError(f"account {self.name}: base_url must begin with https:// (http:// only on this computer)")

    @property
    def on_this_computer(self) -> bool:
        """Say whether `base_url` is a loopback address."""
        host = urlsplit(self.base_url).hostname or ""
        try:
            return ipaddress.ip_address(host).is_loopback
        except ValueError:
            return host == "localhost"

    @property
    def stores(self) -> frozenset[str]:
        """Return the ids of the account's shops as orders write them: as text."""
        return frozenset(map(str, self.merchant_ids))
