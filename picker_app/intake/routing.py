"""Finds the account that an event is meant for, when several stores of a chain share one webhook."""

from collections.abc import Mapping, Sequence

from picker_app.intake.listener import AccountDoor


def account_of(url_account: str, stores: Sequence[str], accounts: Mapping[str, AccountDoor]) -> str:
    """Return the account of the same chain to which one of the named stores belongs, else the one of the address.

    (delivery_hero.md section 4, "Which account".) An event that names no store is for the account of the address.
    """
    own = accounts[url_account]
    named = frozenset(stores)
    if not named or own.stores & named:
        return url_account
    others = (name for name, door in accounts.items() if door.group == own.group and door.stores & named)
    return next(others, url_account)
