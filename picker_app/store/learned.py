"""What the program learned of this counter's devices, as JSON under a name."""

import json
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, insert, select

from picker_app.store.schema import learned


def keep(connection: Connection, name: str, value: dict[str, Any], at: datetime) -> None:
    """Keep what was learned; an older value of the name gives way."""
    connection.execute(delete(learned).where(learned.c.name == name))
    connection.execute(insert(learned), {"name": name, "value": json.dumps(value), "at": at})


def read(connection: Connection, name: str) -> dict[str, Any] | None:
    """Return what was learned under a name, None if nothing was."""
    text = connection.scalar(select(learned.c.value).where(learned.c.name == name))
    return None if text is None else dict(json.loads(text))
