"""The promotions that the back office sends: Deliveroo's own example moved to today, and some of a chain."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

Json = dict[str, Any]

PAGE = Path(__file__).parents[1] / "promotions" / "samples" / "deliveroo_page.json"
"""The example file of Deliveroo's page, with its eleven promotions."""
FIRST_DAY = datetime(2026, 6, 1, tzinfo=UTC)
SITE = "grocer-gb-london-001"


def text(moment: datetime) -> str:
    """A moment as Deliveroo writes it."""
    return f"{moment:%Y-%m-%dT%H:%M:%SZ}"


def example() -> list[Json]:
    """The eleven promotions of the page, moved by whole days: the first of them began the day before yesterday."""
    days = timedelta((datetime.now(UTC) - timedelta(2) - FIRST_DAY).days)
    promotions: list[Json] = json.loads(PAGE.read_text("utf-8"))["promotions"]
    for promotion in promotions:
        for key in ("start_at", "end_at"):
            promotion[key] = text(datetime.fromisoformat(promotion[key]) + days)
    return promotions


def offer(number: int, **changes: Any) -> Json:
    """One promotion that began yesterday and runs for a month, unlike every other one."""
    day = datetime.now(UTC).replace(hour=0, minute=0, second=0, microsecond=0) - timedelta(1)
    return {
        "promotion_id": f"OFFER-{number}",
        "promotion_type": "PERCENTAGE_OFF_ON_ITEMS",
        "name": f"Offer {number}",
        "user_target": "ALL_CUSTOMERS",
        "sites": [SITE],
        "fulfillment_method": "DELIVERY",
        "start_at": text(day),
        "end_at": text(day + timedelta(30)),
        "condition": {"items": [f"{number:08}"]},
        "reward": {"percentage": 15},
        **changes,
    }


def file_of(*promotions: Json) -> bytes:
    """The file that holds these promotions, as another program would write it."""
    return json.dumps({"promotions": promotions}, indent=2, ensure_ascii=False).encode()


def campaigns(*rows: tuple[str, str, str, str]) -> bytes:
    """A spreadsheet of reduced prices at Delivery Hero: id, name, SKUs and percent of each."""
    head = (
        "promotion_id,promotion_type,name,sites,start_at,end_at,discount_kind,discount_value,items,reason,display_name"
    )
    day = datetime.now(UTC).replace(hour=0, minute=0, second=0, microsecond=0) - timedelta(1)
    lines = [
        f"{name},STRIKETHROUGH,{title},cm7q,{text(day)},{text(day + timedelta(7))},PERCENTAGE,{value},{skus},OVERSTOCK,"
        f'"{{""de_AT"": ""{title}""}}"'
        for name, title, skus, value in rows
    ]
    return "\n".join([head, *lines]).encode()
