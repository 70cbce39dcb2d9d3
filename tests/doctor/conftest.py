"""What the tests of the doctor share: a training platform, and a shop with its secrets."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from picker_app.training.delivery_hero.platform import TrainingPlatform
from tests.doctor.rounds import CLIENT_SECRET, WEBHOOK_SECRET, Doctor


@pytest.fixture
def platform() -> Iterator[TrainingPlatform]:
    with TrainingPlatform() as training:
        yield training


@pytest.fixture
def doctor(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Doctor:
    monkeypatch.setenv("PICKER_SECRET_CENTRO_CLIENT_SECRET", CLIENT_SECRET)
    monkeypatch.setenv("PICKER_SECRET_CENTRO_WEBHOOK_SECRET", WEBHOOK_SECRET)
    return Doctor(tmp_path, capsys)
