"""Reads the log as whoever helps the shop does: what stands in it, what never does, and that no fault ends silently."""

import asyncio
import io
import logging
import os
import re
import stat
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pydantic import BaseModel, ValidationError
from sqlalchemy import create_engine, text
from sqlalchemy.exc import DBAPIError

from picker_app import logs
from picker_app.domain.said import Customer
from picker_app.logs import Log
from picker_app.masks import HIDDEN, Masks

log = logging.getLogger("picker_app.intake.example")

Start = Callable[..., Log]


@pytest.fixture
def masks() -> Masks:
    return Masks()


@pytest.fixture
def start(tmp_path: Path, masks: Masks) -> Iterator[Start]:
    """Starts the log in the test's folder; what was started is closed."""
    started: list[Log] = []

    def starts(**how: object) -> Log:
        started.append(logs.start(tmp_path, masks=masks, **how))  # type: ignore[arg-type]  # only `screen`
        return started[-1]

    yield starts
    for one in started:
        one.close()


def written(folder: Path) -> str:
    return (folder / logs.NAME).read_text("utf-8")


# --- the file ---


def test_a_line_has_time_with_zone_level_part_and_words(tmp_path: Path, start: Start) -> None:
    running = start()
    log.info("order %s (%d): picked %s", "k7tm-3081-pexa", 7, "2 Fresh milk 1 l")
    running.close()
    line = written(tmp_path)
    assert re.fullmatch(
        r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}[+-]\d\d:\d\d INFO intake\.example: "
        r"order k7tm-3081-pexa \(7\): picked 2 Fresh milk 1 l\n",
        line,
    ), line


def test_an_event_is_one_line_whatever_a_platform_wrote_into_it(tmp_path: Path, start: Start) -> None:
    running = start()
    log.info("refused: %s", "a\nb\r\n2026-01-01 ERROR forged\x1b[31m\u2028c")
    running.close()
    assert len(written(tmp_path).splitlines()) == 1
    assert "\x1b" not in written(tmp_path)


def test_a_traceback_stands_below_its_line_and_is_set_in(
    tmp_path: Path, start: Start, expected_log: Callable[[str], None]
) -> None:
    expected_log("it failed")
    running = start()
    try:
        raise LookupError("no such shelf")
    except LookupError:
        log.exception("it failed")
    running.close()
    first, *rest = written(tmp_path).splitlines()
    assert first.endswith("ERROR intake.example: it failed")
    assert rest[-1] == "    LookupError: no such shelf" and all(line.startswith("    ") for line in rest)


@pytest.mark.skipif(os.name != "posix", reason="elsewhere a folder of the user is private by what it inherits")
def test_only_its_user_may_read_it_even_where_it_was_open_before(tmp_path: Path, start: Start) -> None:
    (tmp_path / logs.NAME).write_text("from before\n")
    (tmp_path / logs.NAME).chmod(0o644)
    running = start()
    log.info("now")
    running.close()
    assert stat.S_IMODE((tmp_path / logs.NAME).stat().st_mode) == 0o600


@pytest.mark.skipif(os.name != "posix", reason="elsewhere a folder of the user is private by what it inherits")
def test_it_turns_over_and_keeps_a_few_files_all_private(
    tmp_path: Path, start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(logs, "LARGEST", 2000)
    before = os.umask(0)
    try:
        running = start()
        for number in range(400):
            log.info("line %d of a long day", number)
        running.close()
    finally:
        os.umask(before)
    found = logs.files(tmp_path)
    assert [path.name for path in found] == ["picker.log", *(f"picker.log.{number}" for number in range(1, 6))]
    assert all(path.stat().st_size <= 2000 and stat.S_IMODE(path.stat().st_mode) == 0o600 for path in found)
    assert "line 399 of" in found[0].read_text("utf-8")


def test_a_log_that_cannot_be_written_is_said_once_and_the_program_goes_on(
    tmp_path: Path, start: Start, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / logs.NAME).mkdir()
    running = start()
    for _ in range(3):
        log.info("nobody reads this")
    running.close()
    said = capsys.readouterr().err
    assert said.count("cannot be written") == 1 and "Traceback" not in said


def test_warnings_are_also_said_on_the_screen_and_covered_there(
    start: Start, masks: Masks, expected_log: Callable[[str], None]
) -> None:
    expected_log("the line")
    masks.hide(["s3cret"])
    screen = io.StringIO()
    running = start(screen=screen)
    log.info("nothing")
    log.warning("the line of s3cret is down")
    running.close()
    assert screen.getvalue().endswith(f"the line of {HIDDEN} is down\n") and screen.getvalue().count("\n") == 1


def test_closing_writes_what_is_left_and_gives_everything_back(tmp_path: Path, start: Start) -> None:
    hooks = (sys.excepthook, threading.excepthook, sys.unraisablehook)
    level, handlers = logging.getLogger().level, list(logging.getLogger().handlers)
    running = start()
    assert sys.excepthook is not hooks[0]
    for number in range(500):
        log.info("line %d", number)
    running.close()
    running.close()
    assert written(tmp_path).count("\n") == 500
    assert (sys.excepthook, threading.excepthook, sys.unraisablehook) == hooks
    assert (logging.getLogger().level, logging.getLogger().handlers) == (level, handlers)


# --- what nobody caught ---


PROGRAM = """
import sys, threading
from pathlib import Path
from picker_app import logs
from picker_app.masks import MASKS

MASKS.hide(["s3cret-token"])
running = logs.start(Path(sys.argv[1]), screen=sys.stderr)
{body}
"""


def fails(folder: Path, body: str) -> tuple[str, str]:
    """Run a program that ends by a fault; returns its log and what it said on the screen."""
    script = folder / "program.py"
    script.write_text(PROGRAM.format(body=body), "utf-8")
    ended = subprocess.run(
        [sys.executable, str(script), str(folder)],
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(Path(logs.__file__).parent.parent)},
        check=False,
        timeout=30,
    )
    return written(folder), ended.stderr


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (
            "import atexit; atexit.register(running.close)\nraise ValueError('bad s3cret-token')",
            "a fault that nobody caught",
        ),
        (
            "def work(): raise ValueError('bad s3cret-token')\n"
            "thread = threading.Thread(target=work, name='worker'); thread.start(); thread.join(); running.close()",
            "the thread worker ended by a fault",
        ),
        (
            "class Odd:\n    def __del__(self): raise ValueError('bad s3cret-token')\n"
            "odd = Odd(); del odd; running.close()",
            "Odd.__del__",
        ),
    ],
    ids=["main thread", "another thread", "where nothing can be raised"],
)
def test_what_nobody_caught_is_written_covered_and_said(tmp_path: Path, body: str, words: str) -> None:
    for text_ in fails(tmp_path, body):
        assert words in text_
        assert f"ValueError: bad {HIDDEN}" in text_
        assert "s3cret" not in text_


async def test_what_a_loop_could_give_to_nobody_is_written_with_its_task(
    tmp_path: Path, start: Start, expected_log: Callable[[str], None]
) -> None:
    expected_log("never retrieved")
    running, loop = start(), asyncio.get_running_loop()
    before = loop.get_exception_handler()
    loop.set_exception_handler(logs.loop_failed)

    async def fail() -> None:
        raise LookupError("no such shelf")

    task = asyncio.create_task(fail(), name="lonely")
    await asyncio.wait([task])
    del task
    loop.set_exception_handler(before)
    await asyncio.to_thread(running.close)
    assert "never retrieved: lonely" in written(tmp_path) and "LookupError: no such shelf" in written(tmp_path)


# --- what must not be written ---


@pytest.mark.parametrize(
    "words",
    [
        "call +43 664 1234567 now",
        "call +4366412345678",
        "call +55 (11) 98765-4321",
        "call 0043 664 1234567",
        "call (11) 98765-4321",
        "call 11 98765-4321",
        "phone 11 - 40000001",
        "call 0664 1234567",
        "call 0664/123 45 67",
        "call 06641234567",
        "call 11987654321",
        "masked +43*******18",
        "write to ottilie.brandauer+shop@mail.example.at!",
        "tax 123.456.789-09",
        "tax 12.345.678/0001-95",
        "Authorization: Bearer abcDEF123.-_~+/=",
        "sent Basic dXNlcjpwYXNz as header",
        "token eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.c2lnbmF0dXJl",
        '{"access_token": "abc def", "expires_in": 7200}',
        "client_secret=hunter22&grant_type=client_credentials",
        "postgresql://shop:hunter22@db.example:5432/shop",
        '{"first_name": "Ottilie", "n": 1}',
        "{'phone_number': '66412', 'n': 1}",
        '{"latitude": 47.07}',
    ],
)
def test_what_looks_like_a_person_or_a_secret_is_covered(masks: Masks, words: str) -> None:
    covered = masks.cover(words)
    assert HIDDEN in covered
    secret = r"\d{3,}|Ottilie|brandauer|hunter22|abcDEF|dXNl|eyJ|abc def|47\.07|\*\*18|66412"
    kept = {"7200", "5432"}
    assert not [found for found in re.findall(secret, covered) if found not in kept], covered


@pytest.mark.parametrize(
    "words",
    [
        "order k7tm-3081-pexa (7): FULFIL 9b26b8bc-545f-4339-b6dc-efcee2bcb513: accepted",
        "order 00000000-1111-4222-8333-444444444444: RECEIVED by webhook",
        "the line is back after 1234 s, since 2026-11-22T07:17:26.230+00:00",
        "scan 9001234500017 of 2026-11-22 07:17:26",
        "webhook listening on http://127.0.0.1:8787",
        "200 order events, 1048576 bytes, 12.50 EUR, 1.184 kg",
        "line 14 column 3: Expecting value",
        "items[2].pricing.weight: a number is expected",
        "job 9e4c: COMPLETED (429), again in 60 s",
        "sha256|3f2b8d1c9e0a4b5c6d7e8f9012345678",
    ],
)
def test_what_helps_is_not_covered(masks: Masks, words: str) -> None:
    assert masks.cover(words) == words


def test_a_person_is_covered_by_name_by_each_word_of_it_by_number_and_by_address(masks: Masks) -> None:
    masks.hide_person("Ottilie Brandauer-Šimek", "+43 664 9988", "Ringweg 4/12, 8010 Graz", ["Bell 12, at the back"])
    covered = masks.cover(
        "OTTILIE said: Mrs brandauer-šimek, Šimek; 436649988; in Ringweg 4/12 or 8010 Graz; Bell 12, at the back. "
        "Ottilienstraße 8010 is open"
    )
    assert covered.lower() == (
        f"{HIDDEN} said: mrs {HIDDEN}-{HIDDEN}, {HIDDEN}; {HIDDEN}; in {HIDDEN} or {HIDDEN}; {HIDDEN}. "
        "ottilienstraße 8010 is open"
    )


def test_a_secret_is_covered_also_within_a_word_and_a_longer_one_first(masks: Masks) -> None:
    masks.hide(["abc", "abcdef", "", None, "x"])
    assert masks.cover("key=abcdef; xabcx; x") == f"key={HIDDEN}; x{HIDDEN}x; x"


def test_of_persons_only_the_latest_are_remembered(masks: Masks) -> None:
    few = Masks(most=2)
    for name in ("Ottilie", "Benedikt", "Ottilie", "Cosima"):
        few.hide_person(name)
    assert few.cover("Ottilie Benedikt Cosima") == f"{HIDDEN} Benedikt {HIDDEN}"


def test_letters_that_grow_when_they_are_made_small_move_no_mask(masks: Masks) -> None:
    masks.hide_person("Ottilie")
    assert masks.cover("İİİİ Ottilie, still here") == f"İİİİ {HIDDEN}, still here"


def test_what_libraries_say_of_their_values_is_covered(masks: Masks) -> None:
    class Order(BaseModel):
        phone: int

    with pytest.raises(ValidationError) as wrong:
        Order.model_validate({"phone": {"of": "Ottilie, Ringweg"}})
    engine = create_engine("sqlite://")
    with engine.connect() as connection, pytest.raises(DBAPIError) as failed:
        connection.execute(text("SELECT :name FROM nowhere"), {"name": "Ottilie Ringweg"})
    engine.dispose()
    customer = Customer("Ottilie (the first)", "+43", "Ringweg 4", "don't ring")
    for words in (str(wrong.value), str(failed.value), f"SaidOrder(note='', customer={customer!r}, payment=None)"):
        assert "Ottilie" in words
        covered = masks.cover(words)
        assert "Ottilie" not in covered and "Ringweg" not in covered, covered
    assert masks.cover(f"x {customer!r}, payment=None)") == f"x Customer({HIDDEN}), payment=None)"


def test_the_home_of_the_user_is_a_tilde(tmp_path: Path, start: Start, home: Path) -> None:
    running = start()
    log.info("the copy is in %s", home / "copies")
    running.close()
    assert written(tmp_path).endswith("the copy is in ~/copies\n")


def test_thousands_of_persons_make_no_line_slow(masks: Masks) -> None:
    for number in range(2000):
        masks.hide_person(f"Name{number} Family{number}", f"+43664{number:07}", f"Street{number} 1, 8010 Graz")
    began = time.monotonic()
    for number in range(2000):
        assert masks.cover(f"order k7tm of Name{number}: accepted") == f"order k7tm of {HIDDEN}: accepted"
    assert time.monotonic() - began < 5, "each word is looked up, not each person: that would take minutes"
