"""A database as the program's first start leaves it: made once, then copied. The migrations have tests of their own."""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from picker_app.store.database import Database, sqlite_url


def begun(path: Path) -> str:
    """Return the address of a database of the newest version; it is put at `path` if nothing is there yet."""
    if not path.exists():
        path.write_bytes(_file())
    return sqlite_url(path)


@cache
def _file() -> bytes:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "begun.sqlite"
        database = Database(sqlite_url(path))
        database.open()
        database.close()
        return path.read_bytes()
