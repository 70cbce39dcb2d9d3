"""What the doctor says of this computer, and that it leaves everything on it as it was."""

import os
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.responses import JSONResponse, Response

from picker_app import __version__
from picker_app.changes import Changes
from picker_app.doctor import computer
from picker_app.intake.listener import Listener
from picker_app.intake.server import ThreadServer
from picker_app.store import copies, orders
from picker_app.store.database import Database, sqlite_url
from picker_app.store.folder import DataFolder
from picker_app.training.delivery_hero.platform import TrainingPlatform
from tests.doctor.rounds import Doctor, said, served, shop

# This computer.


def test_a_file_in_the_place_of_the_data_folder_fails(doctor: Doctor) -> None:
    doctor.data.write_text("no folder")
    doctor.round(training=True)
    assert doctor.code == 1 and "is a file" in doctor.of("data folder")[0]


@pytest.mark.skipif(os.name == "nt", reason="permissions are inherited there")
def test_a_data_folder_that_others_may_read_is_warned_of(doctor: Doctor) -> None:
    doctor.data.mkdir(mode=0o755)
    doctor.data.chmod(0o755)
    doctor.round(training=True)
    assert doctor.code == 0 and doctor.of("data folder")[0].startswith("warn: others on this computer may read")
    doctor.data.chmod(0o700)
    doctor.round(training=True)
    assert doctor.of("data folder")[0].startswith("ok: ")


def state(folder: Path) -> dict[str, bytes]:
    """All that is in a folder."""
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.fixture
def file(doctor: Doctor) -> Path:
    """The shop's database, made and closed."""
    doctor.data.mkdir(mode=0o700)
    path = doctor.data / "picker.sqlite3"
    with closing(Database(sqlite_url(path))) as database:
        database.open()
    return path


def test_a_round_leaves_the_data_folder_as_it_was(doctor: Doctor, file: Path) -> None:
    before = state(doctor.data)
    doctor.round(training=True)
    assert doctor.of("database")[0].startswith(f"ok: {file} is whole, version ")
    assert state(doctor.data) == before


def test_a_round_can_be_made_while_the_program_works_in_the_folder(doctor: Doctor, file: Path) -> None:
    folder = DataFolder(doctor.data)
    folder.hold()
    now = datetime.now(UTC)
    with closing(folder), closing(Database(sqlite_url(file))) as database:
        database.open()
        database.write(lambda c: orders.add(c, said("one"), now, ours=True)).result(10)
        doctor.round(training=True)
        assert doctor.code == 0 and doctor.of("database")[0].startswith("ok: ")
        database.write(lambda c: orders.add(c, said("two"), now, ours=True)).result(10)


def test_a_damaged_database_fails_and_is_left_to_the_program(doctor: Doctor, file: Path) -> None:
    whole = file.read_bytes()
    file.write_bytes(whole[:4096] + b"\xff" * 4096 + whole[8192:])
    before = state(doctor.data)
    doctor.round(training=True)
    assert doctor.code == 1 and doctor.of("database")[0].startswith(f"fail: {file} is damaged")
    assert state(doctor.data) == before


@pytest.mark.parametrize(("version", "level"), [("9999", "fail"), ("", "warn")])
def test_tables_of_another_version_are_told(doctor: Doctor, file: Path, version: str, level: str) -> None:
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = ?", [version])
        connection.commit()
    doctor.round(training=True)
    (line,) = doctor.of("database")
    assert line.startswith(f"{level}: ") and ("update the program" in line if version else "version none" in line)


def test_a_database_that_is_gone_while_copies_are_there_fails(doctor: Doctor, file: Path) -> None:
    copies.make(file, datetime.now(UTC))
    file.unlink()
    doctor.round(training=True)
    assert doctor.code == 1 and doctor.of("database")[0] == (
        f"fail: {file} is gone. Start the program: it opens the last good copy."
    )


def test_a_free_port_is_well_and_left_free(doctor: Doctor, platform: TrainingPlatform) -> None:
    with served(lambda request: Response()) as before:
        port = before.port
    doctor.write(shop(platform.url, head=f"[webhook]\nport = {port}\n"))
    doctor.round()
    assert doctor.of("webhook")[0].startswith(f"ok: 127.0.0.1 port {port} is free;")
    assert "/webhooks/centro" in doctor.of("webhook")[0]
    again = ThreadServer(Starlette(), port=port, name="again")
    again.start()
    again.close()


@pytest.mark.parametrize(("version", "level"), [(__version__, "ok"), ("0.0.1", "warn")])
def test_a_port_at_which_our_own_program_listens_is_well(doctor: Doctor, file: Path, version: str, level: str) -> None:
    with closing(Database(sqlite_url(file))) as database:
        database.open()
        listener = Listener(database, Changes(), {}, port=0, version=version)
        listener.start()
        doctor.write(f"[webhook]\nport = {listener.port}\n")
        doctor.round()
        listener.close()
    assert doctor.code == 0 and doctor.of("webhook")[0].startswith(f"{level}: ")


def test_a_port_that_another_program_has_fails(doctor: Doctor) -> None:
    with served(lambda request: JSONResponse({"status": "fine"})) as other:
        doctor.write(f"[webhook]\nport = {other.port}\n")
        doctor.round()
        assert doctor.code == 1 and doctor.of("webhook")[0].startswith("fail: cannot listen on 127.0.0.1 port ")


def test_the_rules_for_labels_are_told(doctor: Doctor) -> None:
    doctor.write('[webhook]\nport = 0\n[labels]\nregion = "SE"\n')
    doctor.round()
    assert "rules for region SE" in doctor.of("labels")[0]
    doctor.write('[webhook]\nport = 0\n[labels]\nregion = "XX"\n')
    doctor.round()
    assert doctor.of("labels") == ["ok: none for region XX: weights are typed"]


# What the self-test finds.


def test_what_the_self_test_finds_wanting_is_told(doctor: Doctor) -> None:
    lines = r"print('ok    fonts: 4\nwarn  keyring: none\nfail  sounds: wrong missing\nnoise'); raise SystemExit(1)"
    doctor.round(training=True, self_test=("-c", lines))
    assert doctor.code == 1 and not doctor.of("self-test, fonts")
    assert doctor.of("self-test, keyring") == ["warn: none"]
    assert doctor.of("self-test, sounds") == ["fail: wrong missing"]


@pytest.mark.parametrize("code", ["print('ok    fonts: 4'); raise SystemExit(3)", "pass"])
def test_a_self_test_that_breaks_off_fails(doctor: Doctor, code: str) -> None:
    doctor.round(training=True, self_test=("-c", code))
    assert doctor.code == 1 and "Run picker-app self-test" in doctor.of("self-test")[0]


def test_a_self_test_that_does_not_end_is_ended(doctor: Doctor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(computer, "SELF_TEST_SECONDS", 0.5)
    doctor.round(training=True, self_test=("-c", "import threading; threading.Event().wait()"))
    assert doctor.code == 1 and "did not end within" in doctor.of("self-test")[0]


def test_the_self_test_is_given_no_secret(doctor: Doctor) -> None:
    code = "import os; print('warn  given:', [n for n in os.environ if n.startswith('PICKER_SECRET')])"
    doctor.round(training=True, self_test=("-c", code))
    assert doctor.of("self-test, given") == ["warn: []"]
