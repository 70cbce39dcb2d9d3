"""Tells whether two JSON bodies say the same, however they are written."""

from datetime import UTC, datetime
from typing import Any

from picker_app.platforms import exact_json
from picker_app.platforms.port import Unreadable


def same(body: bytes, other: bytes) -> bool:
    """Compare two JSON bodies: numbers by value, times as instants, members in any order.

    A body that cannot be read is the same as none but itself.
    """
    if body == other:
        return True
    try:
        return bool(_plain(exact_json.load(body)) == _plain(exact_json.load(other)))
    except Unreadable:
        return False


def _plain(tree: Any) -> Any:
    if isinstance(tree, dict):
        return {name: _plain(part) for name, part in tree.items()}
    if isinstance(tree, list):
        return [_plain(part) for part in tree]
    if isinstance(tree, str) and len(tree) >= 19 and tree[10] == "T":
        try:
            moment = datetime.fromisoformat(tree)
        except ValueError:
            return tree
        return moment.replace(tzinfo=moment.tzinfo or UTC).timestamp()
    return tree
