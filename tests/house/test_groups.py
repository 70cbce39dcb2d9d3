"""Tests that share something are run one after another, by one worker."""

import pytest


def test_what_is_of_a_group_is_given_to_one_worker(request: pytest.FixtureRequest) -> None:
    if not hasattr(request.config, "workerinput"):
        pytest.skip("there are no workers")
    grouped = [item for item in request.session.items if item.get_closest_marker("xdist_group")]
    assert grouped == [item for item in grouped if "@" in item.nodeid.rpartition("]")[2]]
