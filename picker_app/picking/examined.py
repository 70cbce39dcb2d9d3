"""What the scanner doctor learned of this counter's scanner, kept in the database."""

from dataclasses import asdict, dataclass
from typing import Any, Final

from picker_app.devices.codes import Layout
from picker_app.devices.scanner import Numbers
from picker_app.picking.ledger import Ledger
from picker_app.settings import Scanner
from picker_app.store import learned
from picker_app.store.database import NotSaved

_NAME: Final = "scanner"
_LAYOUTS: Final = ("auto", "text", "keys")


@dataclass(frozen=True, slots=True)
class Examined:
    """The `[scanner]` keys as they were found out, and how the scanner was: its median gap in ms, its suffix."""

    gap_ms: int
    prefix: str
    gs: str
    layout: Layout
    key_ms: int
    typing_ms: int
    suffix: str


async def read(ledger: Ledger) -> Examined | None:
    """Return what was learned, None if nothing was or it is of no use; NotSaved if it cannot be read."""
    kept = await ledger.ask(lambda connection: learned.read(connection, _NAME))
    return None if kept is None else _examined(kept)


async def keep(ledger: Ledger, examined: Examined) -> str:
    """Keep what was learned; returns "" or, in a sentence, why that is not possible."""
    try:
        await ledger.run(lambda connection: learned.keep(connection, _NAME, asdict(examined), ledger.now()))
    except NotSaved as error:
        return str(error)
    return ""


def in_use(chosen: Scanner, examined: Examined | None) -> tuple[Numbers, Layout, str]:
    """Return the numbers, the layout and the separator that hold: a key in the file wins over what was learned."""
    named = chosen.model_fields_set
    gap_ms, gs, layout = chosen.gap_ms, chosen.gs, chosen.layout
    prefix: str = chosen.prefix
    if examined is not None:
        gap_ms = gap_ms if "gap_ms" in named else examined.gap_ms
        prefix = prefix if "prefix" in named else examined.prefix
        gs = gs if "gs" in named else examined.gs
        layout = layout if "layout" in named else examined.layout
    return Numbers(gap_ms, chosen.min_chars, prefix), layout, gs


def _examined(kept: dict[str, Any]) -> Examined | None:
    try:
        found = Examined(**kept)
    except TypeError:
        return None
    numbers = (found.gap_ms, found.key_ms, found.typing_ms)
    texts = (found.prefix, found.gs, found.suffix)
    right = all(isinstance(number, int) for number in numbers) and all(isinstance(text, str) for text in texts)
    return found if right and 20 <= found.gap_ms <= 200 and found.layout in _LAYOUTS else None
