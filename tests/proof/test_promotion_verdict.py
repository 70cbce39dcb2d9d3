"""The judge is shown promotions that were doubled, forgotten or ran backwards, and must see it."""

import os
import shutil
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from copy import copy, deepcopy
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import pytest

from picker_app.proof.kills import Kills, Play
from picker_app.proof.promotion_platforms import Platforms, promotions_file
from picker_app.proof.promotion_script import COFFEE, HONEY, MILK, TEA, Word
from picker_app.proof.promotion_verdict import Evidence, judge
from picker_app.proof.verdict import Verdict
from picker_app.training.deliveroo.world import BULK
from picker_app.training.journal import Entry, Journal

pytestmark = pytest.mark.skipif(os.name != "posix", reason="only here a process can be killed without a last word")


@dataclass
class Played(Evidence):
    """A good play with all that the judge is given; a test spoils it."""

    def sql(self, statement: str) -> None:
        """Change the file behind the program's back."""
        with closing(sqlite3.connect(self.file)) as connection, connection:
            assert connection.execute(statement).rowcount

    def judged(self) -> Verdict:
        """What the judge says now."""
        return judge(self)

    def again(self, route: str, *, nth: int = -1, at: int | None = None) -> None:
        """Have the n-th request of a route come once more: at last, or right after it with the answer `at`."""
        journal = self.journal(route)
        entries = list(journal.entries)
        entry = [entry for entry in entries if entry.route == route][nth]
        place = len(entries) if at is None else entries.index(entry) + 1
        spoilt = {"number": entries[place - 1].number, "answer": at or 202, "fault": None}
        journal.entries.insert(place, Entry(**vars(entry) | spoilt))

    def journal(self, route: str) -> Journal:
        """The requests of the platform that knows a route."""
        return self.chain.journal if route == "promotion" else self.brand.journal


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Evidence:
    file = tmp_path_factory.mktemp("play") / "shop.sqlite3"
    file.write_bytes(promotions_file())
    world, play = Platforms(time.time()), Play("", 0)
    Kills().act(play, world, file)
    assert play.verdict.good and not play.killed
    return world.evidence(file)


@pytest.fixture
def played(good: Evidence, tmp_path: Path) -> Played:
    file = tmp_path / "shop.sqlite3"
    shutil.copy(good.file, file)
    brand, chain = copy(good.brand), copy(good.chain)
    for world in (brand, chain):
        world.journal = deepcopy(world.journal)
    brand.jobs, brand.promotions = deepcopy(good.brand.jobs), deepcopy(good.brand.promotions)
    chain.jobs, chain.promotions = deepcopy(good.chain.jobs), deepcopy(good.chain.promotions)
    return Played(file, brand, chain, list(good.words), good.stands, [], good.ended)


def test_a_good_play_is_found_good(played: Played) -> None:
    assert played.judged().sentences() == []
    assert [word.verb for word in played.words].count("submit") == 4 and len(played.brand.promotions) == 3


def second_file(play: Played) -> None:
    """The first file arrived at another address too."""
    job = next(job for job in play.brand.jobs.values() if job.kind == BULK)
    play.brand.jobs["another"] = replace(job, job_id="another")


DOUBLED: dict[str, Callable[[Played], object]] = {
    f"promotion {COFFEE} arrived in 2 files": second_file,
    f"promotion {HONEY} was sent again though it was answered": lambda p: p.again("single"),
    "was sent again without a look": lambda p: p.again("upload", nth=0, at=200),
    "was sent again though it was answered": lambda p: p.again("promotion"),
    "was sent 3 times": lambda p: p.again("promotion"),
    "what was sent before was sent again after something else": lambda p: p.again("promotion", nth=0),
}


@pytest.mark.parametrize("words", DOUBLED)
def test_what_is_doubled_is_seen(played: Played, words: str) -> None:
    DOUBLED[words](played)
    assert any(words in sentence for sentence in played.judged().doubled)


def test_what_was_lost_with_the_program_may_come_once_more(played: Played) -> None:
    played.again("single")
    entries = [entry.number for entry in played.brand.journal.entries if entry.route == "single"]
    played.losses.append((entries[-2], 0))
    played.brand.journal.entries[-1].number += 1
    assert played.judged().doubled == []


def test_after_an_error_of_the_store_a_file_may_go_to_its_address_again_without_a_look(played: Played) -> None:
    played.again("upload", at=200)
    entry = next(
        entry for entry in reversed(played.brand.journal.entries) if entry.route == "upload" and entry.fault is None
    )
    first = next(one for one in played.brand.journal.entries if one.path == entry.path)
    first.answer, first.fault = 500, "status"
    assert played.judged().doubled == []


def runs_on(play: Played) -> None:
    """The promotion whose end was taken is on again at Delivery Hero."""
    for promotion in play.chain.promotions.values():
        promotion.body["active"] = True


def only_here(play: Played) -> None:
    """A job of which the platform never heard."""
    play.words.append(Word("submit", (1,), (99,)))


LOST: dict[str, Callable[[Played], object]] = {
    "is damaged": lambda p: p.file.write_bytes(p.file.read_bytes()[:20_000]),
    "job 99: submit": only_here,
    "promotion 99: compose": lambda p: p.words.append(Word("compose", (99,))),
    "is still following": lambda p: p.sql("UPDATE promotion_jobs SET state = 'following'"),
    "is still in job 2": lambda p: p.sql("UPDATE promotions SET job_id = 2"),
    "nobody knows what became of it": lambda p: p.sql("UPDATE promotions SET result = 'unsure'"),
    f"{TEA} is not known here": lambda p: p.sql("DELETE FROM promotions WHERE id = 3"),
    f"{TEA} was never submitted": lambda p: p.sql("DELETE FROM promotion_job_rows"),
    f"{TEA} was submitted and stands as a draft": lambda p: p.sql(
        "UPDATE promotions SET accepted_at = NULL, result = ''"
    ),
    f"{TEA}: the platform does not know it": lambda p: p.brand.promotions.pop(TEA),
    f"{COFFEE} stands as": lambda p: p.brand.promotions[COFFEE].body.update(name="15% off ground coffee"),
    f"{MILK} runs on at the platform": runs_on,
    f"{TEA} is over at the platform": lambda p: p.brand.promotions[TEA].body.update(end_at="2026-03-01T00:00:01Z"),
}


@pytest.mark.parametrize("words", LOST)
def test_what_is_forgotten_is_seen(played: Played, words: str) -> None:
    LOST[words](played)
    assert any(words in sentence for sentence in played.judged().lost)


def late_job(play: Played) -> None:
    """The jobs of Delivery Hero ended only after all was sent."""
    for job in play.chain.jobs.values():
        job.updated_at += timedelta(days=1)


def stranger(play: Played) -> None:
    """A promotion that only the platform knows."""
    play.brand.promotions["STRANGER"] = play.brand.promotions[COFFEE]


WRONG: dict[str, Callable[[Played], object]] = {
    "ended became frozen": lambda p: p.sql("UPDATE promotion_jobs SET state = 'frozen'"),
    "the verdict of a job became changed": lambda p: p.sql("UPDATE promotion_jobs SET verdict = 'failed'"),
    "the body of a job became changed": lambda p: p.sql("UPDATE promotion_jobs SET body = x'7b7d'"),
    "what became of a promotion became changed": lambda p: p.sql("UPDATE promotion_job_rows SET result = 'partly'"),
    "the record became an older one": lambda p: p.sql("UPDATE promotions SET accepted_version = NULL"),
    "an end became taken back": lambda p: p.sql("UPDATE promotions SET ended_at = NULL"),
    "a version became changed": lambda p: p.sql("UPDATE promotion_versions SET draft = '{}'"),
    "a row of promotion_events became deleted": lambda p: p.sql("DELETE FROM promotion_events"),
    "what was sent is not stored": lambda p: p.sql("UPDATE promotion_jobs SET body = x'7b7d'"),
    "something else was sent before its job had ended": late_job,
    "the record is not what the platform has": lambda p: p.brand.promotions[TEA].body.update(name="tea"),
    "the record does not say rightly whether it is over": lambda p: p.sql("UPDATE promotions SET ended_at = NULL"),
    "promotion STRANGER of deliveroo-proof is in no record": stranger,
}


@pytest.mark.parametrize("words", WRONG)
def test_what_goes_wrong_is_seen(played: Played, words: str) -> None:
    WRONG[words](played)
    assert any(words in sentence for sentence in played.judged().wrong)
