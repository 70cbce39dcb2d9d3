"""The kill loop of promotions in short, and a play in which only a person can say what became of a promotion."""

import os
import time
from pathlib import Path

import pytest

from picker_app.proof.kills import Kills, Play
from picker_app.proof.promotion_platforms import Platforms, promotions_file

pytestmark = pytest.mark.skipif(os.name != "posix", reason="only here a process can be killed without a last word")


@pytest.mark.timeout(180)
def test_no_promotion_is_sent_twice_and_none_forgotten_after_a_kill() -> None:
    said: list[str] = []
    kills = Kills(every=160, workers=2, say=said.append, only="promotions")
    assert kills.run(), "\n".join(said)
    assert kills.points > 4
    assert said[0].startswith("promotions: killed at ") and "of its statements that write" in said[0]
    assert said[-1].startswith(f"{kills.points} kill points (each 160th), all invariants hold")


@pytest.mark.timeout(120)
def test_what_stays_unsure_is_settled_by_a_person_who_looks(tmp_path: Path) -> None:
    file = tmp_path / "shop.sqlite3"
    file.write_bytes(promotions_file())
    world, play = Platforms(time.time()), Play("", 0)
    world.chain.fault("promotion", "drop_after")
    Kills().act(play, world, file)
    assert play.verdict.good and world.judged(file).sentences() == []
    assert "say" in [word.verb for word in world.evidence(file).words]
