"""How the tunnel stands, as the screens and the doctor are told of it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from picker_app.settings import TunnelKind


class State(StrEnum):
    """How the way from the public address to this program stands."""

    OFF = "off"
    STARTING = "starting"
    OPEN = "open"
    UNTESTED = "untested"
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class TunnelRow:
    """How the tunnel stands, for the screen; times are aware UTC.

    `code` is one of tunnel_words.WORDS; `title` and `advice` are its sentences in English, `words` what the other side
    or the system said. `addresses` are the exact addresses to enter at the platforms, by account; `temporary` says that
    they are others after the next start. `said` are the last lines of the tunnel's program, without secrets. `ends`
    counts how often it ended by itself since the program's start.
    """

    state: State
    code: str
    title: str
    advice: str
    kind: TunnelKind = ""
    words: str = ""
    public_url: str = ""
    addresses: tuple[tuple[str, str], ...] = ()
    temporary: bool = False
    since: datetime | None = None
    retry_at: datetime | None = None
    asked_at: datetime | None = None
    ends: int = 0
    said: tuple[str, ...] = ()

    @property
    def lost(self) -> bool:
        """Say whether calls of the platforms do not arrive."""
        return self.state is State.LOST
