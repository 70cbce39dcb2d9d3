"""Checks what stops the start, what the program says then, and its doctor, from outside."""

import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.blackbox import driver
from tests.blackbox.counter import PICTURES, command
from tests.blackbox.platform import Platform
from tests.blackbox.screen import Screen

pytestmark = pytest.mark.timeout(90)


@pytest.fixture
def platform() -> Iterator[Platform]:
    with Platform() as served:
        yield served


Run = Callable[..., tuple[int, str]]


@pytest.fixture
def run(platform: Platform, tmp_path: Path) -> Run:
    """Start the program with a configuration; its exit code and all it printed."""

    def started(text: str, *words: str, **more: str) -> tuple[int, str]:
        file = tmp_path / "shop.toml"
        file.write_text(text, "utf-8")
        done = subprocess.run(
            command("--config", str(file), "--data-dir", str(tmp_path / "data"), *words),
            env=driver.environment(platform, tmp_path / "home", QT_QPA_PLATFORM="offscreen", **more),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            timeout=30,
            check=False,
        )
        return done.returncode, done.stdout

    return started


WRONG: dict[str, tuple[tuple[str, str], list[str]]] = {
    "unknown key": (('language = "en"', 'language = "en"\nlangauge = "en"'), ["langauge"]),
    "unknown key of an account": (('currency = "EUR"', 'currency = "EUR"\ncolour = "red"'), ["colour"]),
    "unknown table": (("[store]", "[shelf]\n[store]"), ["shelf"]),
    "missing key of an account": (("vendor_id", "#vendor_id"), ["vendor_id"]),
    "another missing key of an account": (("base_url", "#base_url"), ["base_url"]),
    "bad language": (('language = "en"', 'language = "fr"'), ["language", "en", "pt_BR", "es"]),
    "bad port": (("port = 0", "port = 70000"), ["port", "65535"]),
    "bad time zone": (("Europe/Vienna", "Europe/Entenhausen"), ["time_zone"]),
    "bad platform": (('"delivery_hero"', '"delivery_zero"'), ["platform", "delivery_hero", "ifood_pos"]),
    "bad reconcile_seconds": (
        ('currency = "EUR"', 'currency = "EUR"\nreconcile_seconds = 5'),
        ["reconcile_seconds", "30"],
    ),
    "a secret in the file": (
        ('currency = "EUR"', 'currency = "EUR"\nclient_secret = "sesame-9"'),
        ["client_secret"],
    ),
    "no TOML": (("[store]", "[store"), []),
}


@pytest.mark.parametrize(("change", "words"), WRONG.values(), ids=WRONG)
def test_a_wrong_configuration_stops_the_start_by_a_sentence(
    platform: Platform, run: Run, change: tuple[str, str], words: list[str]
) -> None:
    good = driver.configuration(platform)
    assert change[0] in good
    code, printed = run(good.replace(change[0], change[1], 1))
    assert code not in (0, -9)
    for word in ["shop.toml", *words]:
        assert word in printed, printed
    assert "Traceback" not in printed
    assert "sesame-9" not in printed, "the value of a secret is printed"
    assert platform.requests == []


def test_who_started_it_by_its_icon_reads_in_a_window_why_it_does_not_run(
    platform: Platform, screen: Screen, tmp_path: Path
) -> None:
    file = tmp_path / "shop.toml"
    file.write_text(driver.configuration(platform).replace("port = 0", "port = 70000", 1), "utf-8")
    before = screen.settle()
    with subprocess.Popen(
        command("--config", str(file), "--data-dir", str(tmp_path / "data")),
        env=driver.environment(
            platform, tmp_path / "home", DISPLAY=screen.number, QT_QPA_PLATFORM="xcb", PICKER_APP_BY_ICON="1"
        ),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    ) as started:
        try:
            screen.give_focus(started.pid)
            assert screen.difference(before, screen.settle()) > 8, "nothing is to be seen"
            screen.picture("not-started")
            screen.xdotool("key", "Return")
            _, printed = started.communicate(timeout=30)
        finally:
            started.kill()
    assert started.returncode == 2 and "65535" in printed


def test_a_configuration_that_is_not_there_stops_the_start(platform: Platform, tmp_path: Path) -> None:
    done = subprocess.run(
        command("--config", str(tmp_path / "none.toml"), "--data-dir", str(tmp_path / "data")),
        env=driver.environment(platform, tmp_path, QT_QPA_PLATFORM="offscreen"),
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )
    assert done.returncode != 0
    assert "none.toml" in done.stdout + done.stderr and "Traceback" not in done.stderr


def test_the_doctor_signs_in_and_prints_no_secret(platform: Platform, run: Run) -> None:
    _, printed = run(driver.configuration(platform), "doctor")
    assert platform.seen("POST", "/v2/oauth/token") and platform.seen("POST", "/v2/oauth/token")[0].answer == 200
    assert len(printed.splitlines()) >= 6
    for secret in (platform.client_secret, platform.webhook_secret, *platform.tokens):
        assert secret not in printed
    assert platform.violations == []
    PICTURES.mkdir(parents=True, exist_ok=True)
    (PICTURES / "doctor.txt").write_text(printed, "utf-8")


def test_the_doctor_fails_with_a_wrong_secret(platform: Platform, run: Run) -> None:
    code, printed = run(driver.configuration(platform), "doctor", PICKER_SECRET_FOODORA_CENTRO_CLIENT_SECRET="sesame-9")
    assert code == 1
    assert platform.account in printed and "sesame-9" not in printed
    assert {request.answer for request in platform.requests} == {401}


def test_the_doctor_fails_while_the_platform_is_away(run: Run) -> None:
    with Platform() as away:
        text = driver.configuration(away)
    code, printed = run(text, "doctor")
    assert code == 1
    assert "Traceback" not in printed
