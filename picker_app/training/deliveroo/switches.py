"""The settings of the training platform of Deliveroo, changed while it runs by `PUT /_sim/settings`."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from picker_app.training.switches import Switchboard


@dataclass
class Switches(Switchboard):
    """Every switch of the platform with its default."""

    choices: ClassVar[Mapping[str, tuple[object, ...]]] = {
        "bulk": ("adds", "replaces"),
        "single_unknown": ("404", "created"),
        "busy_status": (409, 400, 423),
        "busy_place": ("type", "code", "error.code", "text"),
        "error_body": ("json", "text", "empty", "html"),
        "retry_after": ("seconds", "date", "missing", "nonsense"),
    }
    secrets: ClassVar[tuple[str, ...]] = ("client_secret",)
    nullable: ClassVar[tuple[str, ...]] = ("token_seconds",)

    brand_id: str = "corner-market"
    client_id: str = "training-brand"
    client_secret: str = "training-secret"  # known to every training shop, protects nothing
    token_seconds: int | None = 3600  # null: the field is left out and a token lives 300
    token_scope: str = "promotions"  # what the token is said to be good for
    sites: tuple[str, ...] = ()  # the sites that the brand has; empty: any
    unknown_items: tuple[str, ...] = ()  # items that are not in the brand's catalogue
    url_seconds: int = 900
    processing_polls: int = 2  # so many reads of a job after its file came are answered "processing"
    new_statuses: bool = False  # two reads of each job are answered with a status that nobody knows
    job_hidden_reads: int = 0  # so many reads of a new job are answered 404
    bulk: str = "adds"
    single_unknown: str = "404"
    busy_status: int = 409
    busy_place: str = "type"
    requests_per_minute: int = 600
    error_body: str = "json"
    retry_after: str = "seconds"
