"""The demonstration plays the main job in the real window, and would notice if the platform ended otherwise."""

import os
import subprocess
import sys
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from picker_app.demo import Expected, differences

FULFILLED = Expected("one", "READY_FOR_PICKUP", (("MLK-1L", Decimal(2)), ("TOM-KG", Decimal("1.184"))))


def line(sku: str, quantity: int, weight: str | None = None) -> dict[str, Any]:
    return {"sku": sku, "quantity": quantity, "weight": None if weight is None else Decimal(weight)}


def play(folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "picker_app", "demo", "--data-dir", str(folder / "data")],
        cwd=folder,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=170,
    )


@pytest.mark.timeout(180)
def test_the_main_job_plays_from_the_first_order_to_the_last_comparison(tmp_path: Path) -> None:
    played = play(tmp_path)
    assert played.returncode == 0, played.stderr[-2000:]
    assert "The platform ended with what was picked" in played.stdout
    pictures = sorted((tmp_path / "build/demo").glob("*.png"))
    assert len(pictures) >= 10 and all(picture.stat().st_size > 10_000 for picture in pictures)


def test_where_no_picture_can_be_written_it_says_so_and_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "build").write_text("no folder")
    played = play(tmp_path)
    assert played.returncode == 1
    assert "Start it in another folder" in played.stderr and "Traceback" not in played.stderr


def test_the_same_end_is_no_difference() -> None:
    carts = {"one": [line("TOM-KG", 1, "1.184"), line("MLK-1L", 2)]}
    assert differences([FULFILLED], {"one": "READY_FOR_PICKUP"}, carts) == []


@pytest.mark.parametrize(
    ("status", "cart"),
    [
        ("RECEIVED", [line("TOM-KG", 1, "1.184"), line("MLK-1L", 2)]),
        ("READY_FOR_PICKUP", [line("TOM-KG", 1, "1.185"), line("MLK-1L", 2)]),
        ("READY_FOR_PICKUP", [line("TOM-KG", 1, "1.184"), line("MLK-1L", 1)]),
        ("READY_FOR_PICKUP", [line("TOM-KG", 1, "1.184")]),
        ("READY_FOR_PICKUP", [line("TOM-KG", 1, "1.184"), line("MLK-1L", 2), line("BAG-01", 1)]),
    ],
)
def test_another_status_amount_or_line_at_the_platform_is_named(status: str, cart: list[dict[str, Any]]) -> None:
    (wrong,) = differences([FULFILLED], {"one": status}, {"one": cart})
    assert wrong.startswith("order one: ")
