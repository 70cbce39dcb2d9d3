"""What the database file tells of its promotions: a trail of their changes, written by triggers, and the final rows.

It reads the file with SQLite alone and shares no code with the store.
"""

import sqlite3
from collections.abc import Collection, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_NOTE = "BEGIN INSERT INTO proof_promotions (what, of, was, became) VALUES ({}); END;"
_TABLES = ("promotions", "promotion_versions", "promotion_jobs", "promotion_job_rows", "promotion_events")
_TRIGGERS = {
    "job_begins": ("INSERT ON promotion_jobs", "'job', new.id, '', new.state"),
    "job": ("UPDATE ON promotion_jobs WHEN old.state <> new.state", "'job', new.id, old.state, new.state"),
    "verdict": (
        "UPDATE ON promotion_jobs WHEN old.verdict <> '' AND old.verdict <> new.verdict",
        "'broken', new.id, 'the verdict of a job', 'changed'",
    ),
    "body": (
        "UPDATE ON promotion_jobs WHEN old.body IS NOT NULL AND old.body IS NOT new.body",
        "'broken', new.id, 'the body of a job', 'changed'",
    ),
    "result": (
        "UPDATE ON promotion_job_rows WHEN old.result <> '' AND old.result <> new.result",
        "'broken', new.promotion_id, 'what became of a promotion', 'changed'",
    ),
    "row_body": (
        "UPDATE ON promotion_job_rows WHEN old.body IS NOT NULL AND old.body IS NOT new.body",
        "'broken', new.promotion_id, 'the body of a promotion in a job', 'changed'",
    ),
    "record": (
        "UPDATE ON promotions WHEN old.accepted_version > ifnull(new.accepted_version, 0)",
        "'broken', new.id, 'the record', 'an older one'",
    ),
    "end": (
        "UPDATE ON promotions WHEN old.ended_at IS NOT NULL AND new.ended_at IS NULL",
        "'broken', new.id, 'an end', 'taken back'",
    ),
    "version": ("UPDATE ON promotion_versions", "'broken', new.id, 'a version', 'changed'"),
    **{table: (f"DELETE ON {table}", f"'broken', old.rowid, 'a row of {table}', 'deleted'") for table in _TABLES},
}
# What may become of a job (deliveroo_promotions.md section 4 and delivery_hero.md section 13, decision 11). A file goes
# back to an address that is still good, or to a new one; a PUT that was certainly not carried out waits once more.
_MAY: Mapping[str, Collection[str]] = {
    "": ("frozen",),
    "frozen": ("leave", "sending", "ended"),
    "leave": ("sending", "frozen", "ended"),
    "sending": ("leave", "frozen", "unsure", "following", "ended"),
    "unsure": ("leave", "following", "ended"),
    "following": ("ended",),
    "ended": (),
}


@dataclass(frozen=True, slots=True)
class Rows:
    """The final rows of a file, each as a mapping from column to value, and what went backwards in its trail."""

    promotions: list[dict[str, Any]]
    jobs: list[dict[str, Any]]
    job_rows: list[dict[str, Any]]
    backwards: list[str]


def lay(file: Path) -> None:
    """Have the file write down the changes of its promotions from now on."""
    script = "CREATE TABLE proof_promotions (id INTEGER PRIMARY KEY, what TEXT, of INTEGER, was TEXT, became TEXT);"
    for name, (when, values) in _TRIGGERS.items():
        script += f"CREATE TRIGGER proof_promotions_{name} AFTER {when} {_NOTE.format(values)}"
    with closing(sqlite3.connect(file)) as connection:
        connection.executescript(script)


def read(file: Path) -> Rows:
    """Return what the file holds of promotions, and its trail; sqlite3.DatabaseError if it is damaged."""
    with closing(sqlite3.connect(file)) as connection:
        verdict = connection.execute("PRAGMA integrity_check").fetchone()[0]
        if verdict != "ok":
            raise sqlite3.DatabaseError(str(verdict))
        trail = connection.execute("SELECT what, of, was, became FROM proof_promotions ORDER BY id").fetchall()
        connection.row_factory = sqlite3.Row
        promotions, jobs, job_rows = (
            [dict(row) for row in connection.execute(f"SELECT * FROM {table} ORDER BY 1")]  # noqa: S608 - fixed names
            for table in ("promotions", "promotion_jobs", "promotion_job_rows")
        )
    return Rows(promotions, jobs, job_rows, [words for row in trail if (words := _backwards(*row))])


def _backwards(what: str, of: int, was: str, became: str) -> str:
    """Say how a change went backwards, "" if it did not."""
    if what == "job" and became in _MAY[was]:
        return ""
    return f"{what} {of}: {was or 'nothing'} became {became}"
