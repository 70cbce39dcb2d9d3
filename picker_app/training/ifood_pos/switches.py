"""The settings of the training platform, changed while it runs by `PUT /_sim/settings`."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from picker_app.training.switches import Switchboard

DESKS = ("nothing", "confirm", "cancel")


@dataclass
class Switches(Switchboard):
    """Every switch with its default; seconds are seconds of the platform's own clock."""

    choices: ClassVar[Mapping[str, tuple[object, ...]]] = {
        "desk": DESKS,
        "retry_after": ("seconds", "date", "missing", "nonsense"),
        "repeated_status": (202, 400),
        "accepted": (200, 201, 202),
    }
    secrets: ClassVar[tuple[str, ...]] = ("client_secret", "password")
    nullable: ClassVar[tuple[str, ...]] = ("token_ttl_s", "confirm_s", "conclude_s")

    # Who calls: the software house, and the group of stores of one user. The first store has the orders that name none.
    client_id: str = "training-software-house"
    client_secret: str = "training-secret"  # known to every training shop, protects nothing
    username: str = "training-stores"
    password: str = "training & pass+word#1"  # as above; it must be percent-encoded
    merchant_ids: tuple[str, ...] = ("255001", "137086", "10487")
    merchant_name: str = "Mercado Modelo"
    time_zone: str = "America/Sao_Paulo"
    # Signing in.
    token_ttl_s: int | None = 3599  # null: `expires_in` is left out, and a token lives 3600
    expires_in_text: bool = False  # `expires_in` as a text
    # Polling: strict refuses what comes sooner than `min_poll_s`, and statuses out of order.
    strict: bool = True
    min_poll_s: Decimal = Decimal(4)  # a little under the 5 s that a person's own wish to poll waits
    retry_after: str = "seconds"
    accepted: int = 202  # the answer to what was taken in
    repeated_status: int = 202  # the answer to a status that the order has already; strict only
    # What happens by itself: an order is concluded so long after it left or was delivered, and goes to the platform's
    # desk when it was not confirmed in `confirm_s`; null: never. The desk acts `desk_s` after it was called.
    conclude_s: Decimal | None = Decimal(7200)
    confirm_s: Decimal | None = None
    desk: str = "nothing"
    desk_s: Decimal = Decimal(60)
