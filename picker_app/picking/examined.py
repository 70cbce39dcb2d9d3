"""What the scanner doctor learned of this counter's scanner, kept in the database."""

from dataclasses import asdict, dataclass
from typing import Any, Final, Literal

from picker_app.picking.ledger import Ledger
from picker_app.store import learned

_NAME: Final = "scanner"
_LAYOUTS: Final = ("auto", "text", "keys")


@dataclass(frozen=True, slots=True)
class Examined:
    """The `[scanner]` keys as they were found out, and how the scanner was: its median gap in ms, its suffix."""

    gap_ms: int
    prefix: str
    gs: str
    layout: Literal["auto", "text", "keys"]
    key_ms: int
    typing_ms: int
    suffix: str


async def read(ledger: Ledger) -> Examined | None:
    """Return what was learned, None if nothing was or it is of no use; NotSaved if it cannot be read."""
    kept = await ledger.ask(lambda connection: learned.read(connection, _NAME))
    return None if kept is None else _examined(kept)


async def keep(ledger: Ledger, examined: Examined) -> None:
    """Keep what was learned; NotSaved if that is not possible."""
    await ledger.run(lambda connection: learned.keep(connection, _NAME, asdict(examined), ledger.now()))


def _examined(kept: dict[str, Any]) -> Examined | None:
    try:
        found = Examined(**kept)
    except TypeError:
        return None
    numbers = (found.gap_ms, found.key_ms, found.typing_ms)
    texts = (found.prefix, found.gs, found.suffix)
    right = all(isinstance(number, int) for number in numbers) and all(isinstance(text, str) for text in texts)
    return found if right and 20 <= found.gap_ms <= 200 and found.layout in _LAYOUTS else None
