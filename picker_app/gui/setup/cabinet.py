"""What the pages of the settings are given: the file, the keyring, and what can be asked of program and computer."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from picker_app.catalog.importer import Renewal
from picker_app.intake import tunnel_words
from picker_app.intake.tunnel_row import State, TunnelRow
from picker_app.report import Found
from picker_app.settings import Account, Secrets, Settings


class Try(Protocol):
    """Signs in at an account's platform for real, with secrets by name that need not be saved yet."""

    async def __call__(self, account: Account, secrets: Mapping[str, str]) -> tuple[str, str]:
        """Return a code of setup.trial_words, "" where the platform let us in, and the other side's own words."""
        ...


class Presence(Protocol):
    """Whether the program is there: from the computer's start on, and after its window was closed."""

    @property
    def can_start_with_computer(self) -> bool:
        """Say whether the program knows how to start with this kind of computer."""
        ...

    def starts_with_computer(self) -> bool:
        """Say whether it does."""
        ...

    def start_with_computer(self, *, on: bool) -> None:
        """Start with the computer from now on, or no more; OSError if that cannot be written."""
        ...


class Catalogues(Protocol):
    """The local copies of the accounts' catalogues."""

    def state(self) -> Mapping[str, Renewal]:
        """Return, by account, how its copy stands."""
        ...

    def renew(self, account: str) -> None:
        """Read an account's catalogue now, in the background."""
        ...

    def stop(self, account: str) -> None:
        """Break that off; what was read stays."""
        ...


def _no_tunnel() -> TunnelRow:
    return TunnelRow(State.OFF, tunnel_words.OFF, tunnel_words.title(tunnel_words.OFF), "")


def _nothing() -> None:
    return None


@dataclass(frozen=True)
class Cabinet:
    """All that the pages of the settings may use.

    `chosen` is what the program runs with, `file` where it is written. `examine` makes the doctor's round: it tells
    each finding as it comes, on the window's thread, and ends early when it is cancelled. `again` starts the program
    again with what is written then. `catalogues` are read anew and stopped. `support` saves a support file and returns
    where it lies; OSError if it cannot be written. `training`: everything can be looked at and nothing saved.
    """

    file: Path
    chosen: Settings
    secrets: Secrets
    try_account: Try
    examine: Callable[[Callable[[Found], None]], Awaitable[None]]
    again: Callable[[], None] = _nothing
    tunnel: Callable[[], TunnelRow] = _no_tunnel
    check_tunnel: Callable[[], None] = _nothing
    start_tunnel_again: Callable[[], None] = _nothing
    listener: Callable[[], str] = field(default=lambda: "")
    presence: Presence | None = None
    support: Callable[[], Awaitable[Path]] | None = None
    catalogues: Catalogues | None = None
    training: bool = False
