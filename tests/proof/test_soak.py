"""The soak in short: a quarter of an hour of virtual traffic leaves nothing behind."""

from picker_app.proof import soak
from picker_app.proof.soak import FLAT, Left, Soaked


def test_traffic_leaves_nothing_behind_and_memory_stays_flat() -> None:
    said: list[str] = []
    assert soak.run(short=True, say=said.append), said
    assert "left behind: 0 tasks, 0 alarms, 0 threads, 0 files" in said[0]


def test_each_thing_left_behind_is_seen() -> None:
    assert Soaked(samples=[100, 104]).good
    assert not Soaked(samples=[100, 100 + int(100 * FLAT) + 1]).good
    assert not Soaked(samples=[100], errors=["x"]).good
    for left in (Left(tasks=1), Left(alarms=1), Left(threads=1), Left(files=1), Left(nones=-9000), Left(objects=9000)):
        assert not Soaked(samples=[100], left=left).good
