"""Judges what became of the promotions of the kill loop: none carried out twice, none forgotten, none run backwards.

Nothing of the program's own words is taken on trust: its record is held against what the platforms have and got.

What may be asked for again and is no doubling: a token; an address for a file (one that is not used costs nothing);
the status of a job; a file at the same address, after an answer of 5xx, or after its job had been read and showed
nothing of it (deliveroo_promotions.md section 4); the same bytes of one promotion after an answer that was lost, at
Deliveroo (section 9) and, once only, at Delivery Hero (delivery_hero.md section 13). An answer is lost where the line
or the platform failed, and where the program died, or could not write it down, before its next request.

What is a doubling: a promotion that stands alike in two files that arrived; bytes that came again though they had been
answered, without the look, or a third time at Delivery Hero; bytes from before that came again after other ones.
"""

import json
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

from picker_app.proof import promotion_trail
from picker_app.proof.promotion_script import BRAND, CHAIN, Stand, Word
from picker_app.proof.promotion_trail import Rows
from picker_app.proof.verdict import Verdict
from picker_app.training import exact_json
from picker_app.training.clock import read_stamp
from picker_app.training.deliveroo.jobs import promotions_of
from picker_app.training.deliveroo.world import BULK, SINGLE
from picker_app.training.deliveroo.world import World as Deliveroo
from picker_app.training.delivery_hero.promotions import identity
from picker_app.training.delivery_hero.world import World as DeliveryHero
from picker_app.training.journal import Entry, Journal

SENDS = 2
"""How often the same bytes may reach Delivery Hero."""
# Answers after which a platform certainly did nothing.
_NOT_DONE = (400, 401, 403, 404, 405, 409, 411, 413, 422, 423, 429)


@dataclass(slots=True)
class Evidence:
    """What a play is judged by: the file, both platforms, what was said to be done, and how all must stand.

    `losses` are the times at which an answer may have been lost with the program: how many requests Deliveroo and
    Delivery Hero had got by then. `ended` is when the play ended, by the platforms' clock.
    """

    file: Path
    brand: Deliveroo
    chain: DeliveryHero
    words: list[Word]
    stands: Mapping[str, Stand]
    losses: list[tuple[int, int]]
    ended: datetime


def judge(evidence: Evidence) -> Verdict:
    """Judge a play that is over."""
    verdict = Verdict()
    try:
        rows = promotion_trail.read(evidence.file)
    except sqlite3.DatabaseError as error:
        verdict.lost.append(f"the database is damaged: {error}")
        return verdict
    verdict.wrong += rows.backwards
    verdict.lost += _said(rows, evidence.words)
    verdict.lost += _open(rows)
    verdict.lost += _forgotten(rows, evidence)
    verdict.wrong += _disagreeing(rows, evidence)
    verdict.doubled += _arrived_twice(evidence.brand)
    for sends in _sent(evidence):
        verdict.doubled += sends.doubled()
        verdict.wrong += sends.wrong(rows)
    return verdict


# Forgotten.


def _said(rows: Rows, words: Sequence[Word]) -> Iterator[str]:
    """Name what was said to be done and is not in the file."""
    known = {row["id"] for row in rows.promotions}
    jobs: dict[int, set[int]] = {row["id"]: set() for row in rows.jobs}
    for row in rows.job_rows:
        jobs[row["job_id"]].add(row["promotion_id"])
    for word in words:
        yield from (f"promotion {number}: {word.verb}" for number in word.promotions if number not in known)
        for job in word.jobs:
            if not jobs.get(job, set()) & set(word.promotions):
                yield f"job {job}: {word.verb}"


def _open(rows: Rows) -> Iterator[str]:
    """Name what should have come to an end by now."""
    yield from (f"job {row['id']} is still {row['state']}" for row in rows.jobs if row["state"] != "ended")
    for row in rows.promotions:
        if row["job_id"] is not None:
            yield f"promotion {row['ref']} is still in job {row['job_id']}"
        if row["result"] == "unsure":
            yield f"promotion {row['ref']}: nobody knows what became of it"


def _forgotten(rows: Rows, evidence: Evidence) -> Iterator[str]:
    """Name what does not stand at its platform as it was submitted."""
    taken = _taken(evidence)
    submitted = {row["promotion_id"] for row in rows.job_rows}
    for ref, stand in evidence.stands.items():
        row = next((row for row in rows.promotions if (row["account"], row["ref"]) == (stand.account, ref)), None)
        if row is None:
            yield f"promotion {ref} is not known here"
            continue
        if row["id"] not in submitted:
            yield f"promotion {ref} was never submitted"
        if row["id"] in submitted and row["accepted_at"] is None and not row["result"]:
            yield f"promotion {ref} was submitted and stands as a draft"
        there = taken.get((stand.account, _name(stand.account, stand.value)))
        if there is None:
            yield f"promotion {ref}: the platform does not know it"
        elif _without_end(there) != _without_end(stand.value):
            yield f"promotion {ref} stands as {json.dumps(there, default=str)} at the platform"
        elif stand.over is not _is_over(there, evidence.ended):
            yield f"promotion {ref} {'runs on' if stand.over else 'is over'} at the platform"


def _disagreeing(rows: Rows, evidence: Evidence) -> Iterator[str]:
    """Name where the record and the platforms do not have the same."""
    taken = _taken(evidence)
    recorded: set[tuple[str, str]] = set()
    for row in rows.promotions:
        if row["accepted_body"] is None:
            continue
        body = exact_json.read(row["accepted_body"])
        key = (row["account"], _name(row["account"], body))
        recorded.add(key)
        if taken.get(key) != body:
            yield f"promotion {row['ref']}: the record is not what the platform has"
        elif (row["ended_at"] is not None) is not _is_over(body, evidence.ended):
            yield f"promotion {row['ref']}: the record does not say rightly whether it is over"
    yield from (
        f"promotion {name} of {account} is in no record" for account, name in taken if (account, name) not in recorded
    )


def _taken(evidence: Evidence) -> dict[tuple[str, str], dict[str, Any]]:
    """Return what the platforms have, by account and the name that it has there."""
    found = {(BRAND, name): one.body for name, one in evidence.brand.promotions.items()}
    return found | {(CHAIN, name): one.body for name, one in evidence.chain.promotions.items()}


def _name(account: str, body: dict[str, Any]) -> str:
    """Return by what a platform knows a promotion."""
    return str(body["promotion_id"]) if account == BRAND else identity(body)


def _is_over(body: dict[str, Any], now: datetime) -> bool:
    return read_stamp(body["end_at"]) <= now if "end_at" in body else not body["active"]


def _without_end(body: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in body.items() if key not in ("end_at", "active")}


# Doubled.


def _arrived_twice(brand: Deliveroo) -> Iterator[str]:
    """Name the promotions that stand alike in two files that arrived."""
    files = (promotions_of(job.file) or () for job in brand.jobs.values() if job.kind == BULK and job.file is not None)
    counts = Counter(exact_json.write(promotion) for file in files for promotion in file)
    for promotion, count in counts.items():
        if count > 1:
            yield f"promotion {exact_json.read(promotion)['promotion_id']} arrived in {count} files"


@dataclass(frozen=True, slots=True)
class _Sends:
    """What was sent of one thing, in its order: to the address of a file, or of one promotion.

    `losses`: after how many requests to the platform an answer may have been lost. `settled` says whether what a
    request asked for had come to its end before another one. `looks`: the reads of the file's job, None where the same
    bytes may come again without one. `most`: how often the same bytes may come, None for any number.
    """

    name: str
    entries: list[Entry]
    losses: list[int]
    settled: Callable[[Entry, Entry], bool] = lambda last, entry: False
    looks: list[int] | None = None
    most: int | None = None

    def doubled(self) -> Iterator[str]:
        """Name what was sent once too often."""
        counts: Counter[str] = Counter()
        last: Entry | None = None
        for entry in self.entries:
            counts[entry.body_sha256] += 1
            if last is not None:
                yield from self._again(last, entry, counts[entry.body_sha256])
            last = entry
        if self.most is not None:
            yield from (f"{self.name} was sent {count} times" for count in counts.values() if count > self.most)

    def _again(self, last: Entry, entry: Entry, count: int) -> Iterator[str]:
        where = f"{last.number} and {entry.number}"
        if last.body_sha256 != entry.body_sha256:
            if count > 1:
                yield f"{self.name}: what was sent before was sent again after something else, {where}"
        elif last.fault is None and not any(last.number <= loss < entry.number for loss in self.losses):
            yield f"{self.name} was sent again though it was answered, {where}"
        elif self.looks is not None and not _failed(last) and not self._looked(last, entry):
            yield f"{self.name} was sent again without a look, {where}"

    def _looked(self, last: Entry, entry: Entry) -> bool:
        return any(last.number < look < entry.number for look in self.looks or ())

    def wrong(self, rows: Rows) -> Iterator[str]:
        """Name what was sent and is not stored, and what was sent before the job of the one before had ended."""
        stored = {sha256(row["body"]).hexdigest() for row in rows.jobs if row["body"] is not None}
        last: Entry | None = None
        for entry in self.entries:
            if entry.body_sha256 not in stored:
                yield f"{self.name}: what was sent is not stored, {entry.number}"
            if last is not None and last.body_sha256 != entry.body_sha256 and not self.settled(last, entry):
                yield f"{self.name}: something else was sent before its job had ended, {entry.number}"
            last = entry


def _sent(evidence: Evidence) -> Iterator[_Sends]:
    brand, chain = evidence.brand, evidence.chain
    at_brand, at_chain = ([loss[place] for loss in evidence.losses] for place in (0, 1))

    def ended_at_brand(last: Entry, entry: Entry) -> bool:
        wanted = _body(last)
        jobs = [job for job in brand.jobs.values() if job.kind == SINGLE and job.single == wanted]
        return any(job.ended and job.updated_at <= entry.time for job in jobs)

    def ended_at_chain(last: Entry, entry: Entry) -> bool:
        jobs = [job for job in chain.jobs.values() if job.kind == "promotion" and job.created_at < entry.time]
        return all(job.status != "QUEUED" and job.updated_at <= entry.time for job in jobs)

    for path, entries in _carried(brand.journal, "upload", lambda entry: entry.path).items():
        job = path.removeprefix("/p/")
        looks = [entry.number for entry in brand.journal.entries if entry.route == "status" and job in entry.path]
        yield _Sends(f"the file of job {job}", entries, at_brand, looks=looks)
    for path, entries in _carried(brand.journal, "single", lambda entry: entry.path).items():
        yield _Sends(f"promotion {path.rpartition('/')[2]}", entries, at_brand, ended_at_brand)
    for name, entries in _carried(chain.journal, "promotion", lambda entry: identity(_body(entry))).items():
        yield _Sends(f"promotion {name}", entries, at_chain, ended_at_chain, most=SENDS)


def _failed(entry: Entry) -> bool:
    """Say whether a platform said itself that it could not do what was asked for."""
    return isinstance(entry.answer, int) and entry.answer >= 500


def _body(entry: Entry) -> dict[str, Any]:
    body: dict[str, Any] = exact_json.read(entry.body.encode())
    return body


def _carried(journal: Journal, route: str, name: Callable[[Entry], str]) -> dict[str, list[Entry]]:
    """Return the requests of a route that the platform may have carried out, by what they are for."""
    found: dict[str, list[Entry]] = {}
    for entry in journal.entries:
        if entry.route == route and entry.answer not in _NOT_DONE:
            found.setdefault(name(entry), []).append(entry)
    return found
