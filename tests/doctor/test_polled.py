"""What the doctor says of an account whose platform is asked for its events."""

from collections.abc import Iterator

import pytest

from picker_app.training.ifood_pos.platform import TrainingIfood
from picker_app.training.ifood_pos.switches import Switches
from tests.doctor.rounds import Doctor

ACCESS = Switches()


@pytest.fixture
def platform() -> Iterator[TrainingIfood]:
    with TrainingIfood() as training:
        yield training


@pytest.fixture(autouse=True)
def _secrets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PICKER_SECRET_POS_CLIENT_SECRET", ACCESS.client_secret)
    monkeypatch.setenv("PICKER_SECRET_POS_PASSWORD", ACCESS.password)


def account(url: str, *, username: str = ACCESS.username, poll_seconds: int = 45) -> str:
    return f"""
[webhook]
port = 0
[[accounts]]
name = "pos"
platform = "ifood_pos"
base_url = "{url}"
client_id = "{ACCESS.client_id}"
username = "{username}"
merchant_ids = [255001]
poll_seconds = {poll_seconds}
currency = "BRL"
"""


def test_a_user_is_let_in_and_no_event_is_asked_for(doctor: Doctor, platform: TrainingIfood) -> None:
    doctor.write(account(platform.url))
    doctor.round()
    assert doctor.code == 0, doctor.failed
    assert doctor.of("pos, sign-in") == ["ok: the platform takes the username and the secrets"]
    assert doctor.of("pos, poll_seconds") == ["ok: events are asked for every 45 s"]
    assert doctor.of("clock")[0].startswith("ok: ")
    assert {entry["route"] for entry in platform.state()["requests"]} == {"token"}
    assert ACCESS.password not in "\n".join(doctor.lines)


def test_an_interval_that_the_platform_does_not_like_is_warned_of(doctor: Doctor, platform: TrainingIfood) -> None:
    doctor.write(account(platform.url, poll_seconds=5))
    doctor.round()
    assert doctor.code == 0
    (line,) = doctor.of("pos, poll_seconds")
    assert line.startswith("warn: 5 is meant for a simulator")


def test_a_wrong_user_fails_with_what_to_check_and_without_a_secret(doctor: Doctor, platform: TrainingIfood) -> None:
    doctor.write(account(platform.url, username="somebody"))
    doctor.round()
    (line,) = doctor.of("pos, sign-in")
    assert doctor.code == 1 and "username" in line
    assert ACCESS.client_secret not in "\n".join(doctor.lines) and ACCESS.password not in "\n".join(doctor.lines)


def test_missing_secrets_and_a_dead_line_fail(
    doctor: Doctor, platform: TrainingIfood, monkeypatch: pytest.MonkeyPatch
) -> None:
    doctor.write(account(platform.url))
    platform.close()
    doctor.round()
    assert doctor.code == 1 and "base_url" in doctor.of("pos, sign-in")[0]
    monkeypatch.delenv("PICKER_SECRET_POS_PASSWORD")
    doctor.round()
    (line,) = doctor.of("pos, secrets")[1:]
    assert line.startswith("fail: password is missing")
