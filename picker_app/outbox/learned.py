"""Puts the ids that a platform gave to the desk's own lines into a message, without touching what was decided."""

from collections.abc import Iterable
from dataclasses import replace

from picker_app.domain.cart import CartLine, CartState, Command, Kind, command
from picker_app.domain.order import Order


def with_ids(owed: Command, order: Order) -> Command:
    """Return a message with the ids that the platform gave since it was owed (delivery_hero.md section 7).

    Decisions and amounts stay. A line of the desk's own that was taken back, and so is not in the message, is put in
    as not found once the platform knows it.
    """
    now = {line.key: line for line in command(order, owed.kind, owed.reason).lines}
    lines = [_with_id(line, now.get(line.key)) for line in owed.lines]
    named = {line.key for line in owed.lines}
    lines += [line for line in now.values() if line.key not in named and _taken_back(line)]
    return replace(owed, lines=tuple(lines))


def lacks_ids(message: Command) -> bool:
    """Say whether a message leaves open which ids the desk's own lines have.

    New ones get an id that only a read shows; one that was taken back may be gone from the platform's cart, and its id
    must not be sent once more.
    """
    return any(line.own and (line.platform_id is None or _taken_back(line)) for line in message.lines)


def leaves_behind(message: Command, checks: Iterable[Command]) -> bool:
    """Say whether a fulfil would leave own lines of these checks in the platform's cart: it does not name them."""
    named = {line.key for line in message.lines}
    own = (line for check in checks for line in check.lines if line.own)
    return message.kind is Kind.FULFIL and any(line.key not in named for line in own)


def same_content(message: Command, other: Command) -> bool:
    """Say whether two messages say the same of the cart, whether or not the platform gave its lines ids meanwhile."""
    return message.kind is other.kind and _content(message) == _content(other)


def _with_id(line: CartLine, now: CartLine | None) -> CartLine:
    if now is None or not line.own:
        return line
    return replace(line, platform_id=line.platform_id or now.platform_id, replaces=now.replaces)


def _taken_back(line: CartLine) -> bool:
    return line.own and line.platform_id is not None and line.state is CartState.NOT_FOUND


def _content(message: Command) -> list[CartLine]:
    lines = [line for line in message.lines if not _taken_back(line)]
    return [replace(line, platform_id=None) if line.own else line for line in lines]
