"""Checks that a file for whoever helps the shop is saved by a key, and that the strip says where it lies or why not."""

from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from picker_app.gui.setup.support_file import support_file
from tests.gui.conftest import Open, Till
from tests.gui.test_settings import Office, memory, office, opened, words

__all__ = ["memory", "office"]
K = Qt.Key
AT = datetime(2026, 5, 4, 22, 7, tzinfo=UTC)
VIENNA = ZoneInfo("Europe/Vienna")
NAME = "picker-support-20260505-0007.zip"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A user with an empty home."""
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    return home


def offered(till: Till) -> bool:
    return till.window.findChild(QWidget, "round_support") is not None


@pytest.mark.parametrize("training", [False, True])
async def test_a_key_saves_a_support_file_and_the_strip_says_where(
    open_till: Open, office: Office, tmp_path: Path, *, training: bool
) -> None:
    written = tmp_path / NAME

    async def support() -> Path:
        written.write_bytes(b"zip")
        return written

    office.support, office.training = support, training
    till = await opened(open_till, office, "check")
    assert offered(till) and not written.exists()
    await till.press(K.Key_F7)
    assert written.exists()
    strip = till.window.strip
    assert strip.headline == "Support file saved"
    assert strip.detail == f"{written} · it holds no secret and no customer"
    assert f"Support file: {written}" in words(till.window).replace("\u200b", "")


async def test_it_says_why_a_support_file_could_not_be_written(open_till: Open, office: Office) -> None:
    async def support() -> Path:
        raise PermissionError(13, "Permission denied")

    office.support = support
    till = await opened(open_till, office, "check")
    await till.press(K.Key_F7)
    strip = till.window.strip
    assert (strip.headline, strip.detail) == (
        "Support file not saved",
        "It could not be written: Permission denied",
    )


async def test_where_nothing_can_be_saved_it_is_not_offered(open_till: Open, office: Office) -> None:
    till = await opened(open_till, office, "check")
    assert not offered(till)
    await till.press(K.Key_F7)
    assert till.window.strip.headline != "Support file saved"


def test_it_lies_among_the_downloads_under_the_shop_s_time(home: Path) -> None:
    (home / "Documents").mkdir()
    (home / "Downloads").mkdir()
    assert support_file(AT, VIENNA) == home / "Downloads" / NAME


def test_without_downloads_it_lies_among_the_documents_and_else_at_home(home: Path) -> None:
    assert support_file(AT, VIENNA) == home / NAME
    (home / "Documents").mkdir()
    assert support_file(AT, VIENNA) == home / "Documents" / NAME
