"""What the database file tells of itself: a trail of every change of state, written by triggers, and the final rows.

It reads the file with SQLite alone and shares no code with the store.
"""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_TRIGGERS = """
CREATE TABLE proof_trail (id INTEGER PRIMARY KEY, what TEXT, of INTEGER, was TEXT, became TEXT);
CREATE TRIGGER proof_order AFTER UPDATE ON orders WHEN old.status <> new.status BEGIN
  INSERT INTO proof_trail (what, of, was, became) VALUES ('order', new.id, old.status, new.status);
END;
CREATE TRIGGER proof_delivery_begins AFTER INSERT ON deliveries BEGIN
  INSERT INTO proof_trail (what, of, was, became) VALUES ('delivery', new.owed_id, 'queued', new.state);
END;
CREATE TRIGGER proof_delivery AFTER UPDATE ON deliveries WHEN old.state <> new.state BEGIN
  INSERT INTO proof_trail (what, of, was, became) VALUES ('delivery', new.owed_id, old.state, new.state);
END;
CREATE TRIGGER proof_ended AFTER UPDATE ON deliveries WHEN old.ended_at IS NOT NULL AND new.ended_at IS NULL BEGIN
  INSERT INTO proof_trail (what, of, was, became) VALUES ('broken', new.owed_id, 'an end', 'taken back');
END;
CREATE TRIGGER proof_event AFTER UPDATE ON incoming WHEN old.state <> 'new' AND new.state = 'new' BEGIN
  INSERT INTO proof_trail (what, of, was, became) VALUES ('broken', new.id, 'event ' || old.state, 'new');
END;
CREATE TRIGGER proof_body AFTER UPDATE ON incoming WHEN old.body <> new.body BEGIN
  INSERT INTO proof_trail (what, of, was, became) VALUES ('broken', new.id, 'a raw body', 'changed');
END;
CREATE TRIGGER proof_fact AFTER UPDATE ON picks BEGIN
  INSERT INTO proof_trail (what, of, was, became) VALUES ('broken', new.id, 'a fact', 'changed');
END;
CREATE TRIGGER proof_scan AFTER UPDATE ON scans BEGIN
  INSERT INTO proof_trail (what, of, was, became) VALUES ('broken', new.id, 'a scan', 'changed');
END;
"""
_DELETED = """
CREATE TRIGGER proof_{table}_gone AFTER DELETE ON {table} BEGIN
  INSERT INTO proof_trail (what, of, was, became) VALUES ('broken', old.rowid, 'a row of {table}', 'deleted');
END;
"""
_KEPT = ("incoming", "orders", "picks", "scans", "owed", "deliveries")

_RANKS = {
    "RECEIVED": 0, "ACCEPTED": 0, "INTEGRATED": 1, "CONFIRMED": 2,
    "READY_FOR_PICKUP": 3, "DISPATCHED": 4, "DELIVERED": 5,
}  # fmt: skip
# What may become of a message (delivery_hero.md section 9, ifood_pos.md section 9); what is not here, or leads
# elsewhere, went backwards. An uncertain status is queued again only on a person's word. What was said once may be
# confirmed while it waits to be said again: an answer that it was not carried out was wrong. A status that was accepted
# is doubted after minutes without its event.
_MAY = {
    "queued": {"sending", "dropped", "refused", "queued"},
    "sending": {"queued", "accepted", "confirmed", "refused", "uncertain", "dropped"},
    "accepted": {"confirmed", "refused", "dropped", "uncertain"},
    "uncertain": {"queued", "sending", "confirmed", "refused", "dropped"},
    "refused": {"dropped"},
    "confirmed": set[str](),
    "dropped": set[str](),
}


@dataclass(frozen=True, slots=True)
class Rows:
    """The final rows of a file, each as a mapping from column to value, and what went backwards in its trail."""

    incoming: list[dict[str, Any]]
    orders: list[dict[str, Any]]
    picks: list[dict[str, Any]]
    scans: list[dict[str, Any]]
    owed: list[dict[str, Any]]
    deliveries: list[dict[str, Any]]
    backwards: list[str]


def lay(file: Path) -> None:
    """Have the file write down its own changes from now on."""
    with _open(file) as connection:
        connection.executescript(_TRIGGERS + "".join(_DELETED.format(table=table) for table in _KEPT))


def read(file: Path) -> Rows:
    """Return what the file holds, and its trail if one was laid; sqlite3.DatabaseError if it is damaged."""
    with _open(file) as connection:
        verdict = connection.execute("PRAGMA integrity_check").fetchone()[0]
        if verdict != "ok":
            raise sqlite3.DatabaseError(str(verdict))
        connection.row_factory = sqlite3.Row
        tables = {
            table: [dict(row) for row in connection.execute(f"SELECT * FROM {table} ORDER BY 1")]  # noqa: S608 - fixed names
            for table in _KEPT
        }
        laid = connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'proof_trail'").fetchone()
        select = "SELECT what, of, was, became FROM proof_trail ORDER BY id"
        trail = connection.execute(select).fetchall() if laid else []
    said = {of for what, of, _, became in trail if what == "delivery" and became == "sending"}
    backwards = [_backwards(what, of, was, became, said) for what, of, was, became in trail]
    return Rows(**tables, backwards=[words for words in backwards if words])


def not_taken_in(file: Path, ids: Sequence[str]) -> list[str]:
    """Return those of some polled events, by id, that are not in the file together with their order."""
    select = "SELECT 1 FROM incoming JOIN orders ON orders.id = incoming.order_id WHERE incoming.ack_id = ?"
    with _open(file) as connection:
        return [event_id for event_id in ids if connection.execute(select, (event_id,)).fetchone() is None]


def _backwards(what: str, of: int, was: str, became: str, said: set[int]) -> str:
    """Say how a change went backwards, "" if it did not; `said` are the messages that were sent at least once."""
    if what == "order":
        right = was != "CANCELLED" and (became == "CANCELLED" or _RANKS.get(became, -1) >= _RANKS.get(was, -1))
    elif what == "delivery":
        right = became in _MAY[was] or (was == "queued" and became == "confirmed" and of in said)
    else:
        right = False
    return "" if right else f"{what} {of}: {was} became {became}"


@contextmanager
def _open(file: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA busy_timeout=5000")
        with connection:
            yield connection
