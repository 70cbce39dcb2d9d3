"""Order events as bytes, for the tests of the door."""

import json
import uuid
from typing import Any

from tests.platforms.delivery_hero_shop import sample


def event(status: str = "RECEIVED", **changes: Any) -> bytes:
    """The order of the specification in another status, with other fields; None leaves a field out."""
    tree = json.loads(sample("the_order")) | {"status": status} | changes
    return json.dumps({name: value for name, value in tree.items() if value is not None}).encode()


def at(moment: str) -> dict[str, str]:
    """The `sys` of an order changed at that moment."""
    return {"created_at": "2025-06-03T09:12:04.318Z", "updated_at": moment}


def new_ref() -> str:
    """An order id that nobody used."""
    return str(uuid.uuid4())
