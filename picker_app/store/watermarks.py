"""Up to when something was read completely, by name."""

from datetime import datetime

from sqlalchemy import Connection, insert, select, update

from picker_app.store.schema import watermarks


def until(connection: Connection, name: str) -> datetime | None:
    """Return up to when that was read completely, None if never."""
    return connection.scalar(select(watermarks.c.until).where(watermarks.c.name == name))


def advance(connection: Connection, name: str, at: datetime, details: str = "") -> None:
    """Write that everything up to `at` was read and stored."""
    written = connection.execute(
        update(watermarks).where(watermarks.c.name == name).values(until=at, details=details)
    ).rowcount
    if not written:
        connection.execute(insert(watermarks), {"name": name, "until": at, "details": details})
