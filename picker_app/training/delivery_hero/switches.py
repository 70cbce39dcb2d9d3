"""The settings of the training platform, changed while it runs by `PUT /_sim/settings`."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from picker_app.training.switches import Switchboard

CHOICES: Mapping[str, tuple[object, ...]] = {
    "list_shape": ("paged", "array"),
    "list_by": ("created", "updated"),
    "keep_cart": ("no", "match", "append"),
    "repeated_fulfil": (200, 409),
    "item_not_found_status": (400, 404, 422),
    "error_body": ("json", "text", "empty", "html"),
    "retry_after": ("seconds", "date", "missing", "nonsense"),
    "job_outcome": ("auto", "QUEUED", "COMPLETED", "FAILED", "DUPLICATE"),
}


@dataclass
class Switches(Switchboard):
    """Every switch of section 15 with its default; seconds are real seconds, times `time_scale` where said."""

    choices: ClassVar[Mapping[str, tuple[object, ...]]] = CHOICES
    secrets: ClassVar[tuple[str, ...]] = ("client_secret", "static_token", "webhook_secret")
    nullable: ClassVar[tuple[str, ...]] = ("expires_in",)

    # Who the shop is.
    chain_id: str = "e5a91d70-3c48-4b62-9f0d-8a2c6e4b7d05"
    vendor_id: str = "cm7q"
    external_partner_config_id: str = "CM-007"
    store_name: str = "Corner Market Centro"
    country_code: str = "at"
    currency_digits: int = 2
    # Signing in: the OAuth pair, and an older static token where not empty.
    client_id: str = "training-client"
    client_secret: str = "training-secret"  # known to every training shop, protects nothing
    static_token: str = ""
    expires_in: int | None = 7200  # seconds; null: the field is left out and a token lives 3600
    # Where events go; empty: nowhere. Job reports go to `jobs_webhook_url`, or to `webhook_url` + "/jobs".
    webhook_url: str = ""
    webhook_secret: str = ""
    jobs_webhook_url: str = ""
    push_timeout: Decimal = Decimal(10)  # seconds, times `time_scale`
    push_pause: Decimal = Decimal(10)  # seconds between the tries, times `time_scale`
    time_scale: Decimal = Decimal(1)  # stretches the two above, and `job_seconds`
    # Limits.
    requests_per_minute: int = 60
    token_calls_per_minute: int = 50
    retry_after: str = "seconds"
    # Paths that can be switched off, then 404.
    order_path_short: bool = True  # /v2/orders/{order_id}
    order_path_chain: bool = True  # /v2/chains/{chain_id}/orders/{order_id}
    list_path_orders: bool = True  # …/vendors/{vendor_id}/orders
    list_path_vendor: bool = True  # …/vendors/{vendor_id}
    list_shape: str = "paged"
    list_by: str = "created"
    # How orders behave.
    keep_cart: str = "no"
    echo_fulfil: bool = True
    echo_cancel: bool = False
    glovo_echo: bool = False  # vendor delivery is confirmed by READY_FOR_PICKUP
    repeated_fulfil: int = 200
    item_not_found_status: int = 400
    error_body: str = "json"
    # Catalogue, promotions, store.
    stock_buffer: int = 0
    job_seconds: Decimal = Decimal(5)  # from QUEUED to the end, times `time_scale`
    job_outcome: str = "auto"
    job_hidden_reads: int = 0  # so many reads of a new job are answered 404
    job_result: bool = True  # whether `result` is given
    within_opening_hours: bool = True
