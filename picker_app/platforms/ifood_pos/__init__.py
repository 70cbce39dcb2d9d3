"""How iFood's POS API speaks: the settings of one account, which may have several shops."""

from collections.abc import Callable
from dataclasses import dataclass, field

from picker_app.platforms.addresses import guard, is_here
from picker_app.settings import IfoodPosAccount


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
        guard(self.name, "base_url", self.base_url)

    @classmethod
    def of(cls, account: IfoodPosAccount, secret: Callable[[str], str | None]) -> "AccountSettings":
        """Return the settings of an account of the configuration."""
        return cls(
            name=account.name,
            base_url=account.base_url,
            client_id=account.client_id,
            username=account.username,
            merchant_ids=account.merchant_ids,
            currency=account.currency,
            secret=secret,
            poll_seconds=account.poll_seconds,
            confirm_minutes=account.confirm_minutes,
        )

    @property
    def on_this_computer(self) -> bool:
        """Say whether `base_url` is a loopback address."""
        return is_here(self.base_url)

    @property
    def stores(self) -> frozenset[str]:
        """Return the ids of the account's shops as orders write them: as text."""
        return frozenset(map(str, self.merchant_ids))
