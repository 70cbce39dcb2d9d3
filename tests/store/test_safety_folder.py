"""Checks that one program works in a data folder, with real processes, and that nobody else can read it."""

import os
import signal
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from picker_app.store.folder import DataFolder, FolderTaken, FolderUnusable, make_private

HOLD = (
    "import sys, pathlib; from picker_app.store.folder import DataFolder;"
    "f = DataFolder(pathlib.Path(sys.argv[1])); f.hold(); print('holds', flush=True); sys.stdin.read()"
)
ROOT = Path(__file__).parents[2]


@contextmanager
def another_program(folder: Path) -> Iterator[subprocess.Popen[str]]:
    """A process that holds the folder."""
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, folder], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT
    ) as process:
        assert process.stdout is not None and process.stdout.readline() == "holds\n"
        try:
            yield process
        finally:
            process.communicate()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "shop"


def test_a_second_program_is_told_which_folder_is_taken_and_how_to_go_on(folder: Path) -> None:
    with another_program(folder), pytest.raises(FolderTaken) as taken:
        DataFolder(folder).hold()
    assert taken.value.folder == folder
    for words in (str(folder), "use its window", "--data-dir"):
        assert words in str(taken.value)


@pytest.mark.parametrize("sign", [signal.SIGKILL, signal.SIGTERM])
def test_a_program_that_was_killed_holds_nothing(folder: Path, sign: signal.Signals) -> None:
    with another_program(folder) as other:
        other.send_signal(sign)
        other.wait()
        with closing(DataFolder(folder)) as mine:
            mine.hold()


def test_a_program_that_ended_holds_nothing_and_another_folder_is_free(folder: Path, tmp_path: Path) -> None:
    with another_program(folder), closing(DataFolder(tmp_path / "other")) as other:
        other.hold()
    with closing(DataFolder(folder)) as mine:
        mine.hold()
        with pytest.raises(FolderTaken):
            DataFolder(folder).hold()
    with closing(DataFolder(folder)) as again:
        again.hold()


def test_the_folder_and_what_is_in_it_become_its_user_s_own(folder: Path) -> None:
    (folder / "copies").mkdir(parents=True, mode=0o755)
    folder.chmod(0o755)
    files = ["picker.sqlite3", "picker.sqlite3-wal", "picker.log", "damaged-1.sqlite3", "copies/1.sqlite3", "notes.txt"]
    for name in files:
        (folder / name).touch()
        (folder / name).chmod(0o644)
    with closing(DataFolder(folder)) as mine:
        mine.hold()
    modes = {name: stat.S_IMODE((folder / name).stat().st_mode) for name in [*files, ".", "copies", "picker.lock"]}
    assert modes.pop("notes.txt") == 0o644, "a file that is none of the program's"
    assert {mode for name, mode in modes.items() if name in files or name == "picker.lock"} == {0o600}
    assert (modes["."], modes["copies"]) == (0o700, 0o700)


def test_a_folder_for_everyone_stays_one(tmp_path: Path) -> None:
    tmp_path.chmod(0o1777)
    make_private(tmp_path)
    assert stat.S_IMODE(tmp_path.stat().st_mode) == 0o1777


def test_a_file_in_the_place_of_the_folder_is_said(folder: Path) -> None:
    folder.write_text("")
    with pytest.raises(FolderUnusable, match="there is a file of that name"):
        DataFolder(folder).hold()
    with pytest.raises(FolderUnusable, match="shop"):
        DataFolder(folder / "below").hold()


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path, namespace: list[str]) -> None:
    script = (
        "import sys, pathlib\n"
        "from picker_app.store.folder import DataFolder, FolderUnusable\n"
        "try: DataFolder(pathlib.Path(sys.argv[1])).hold()\n"
        "except FolderUnusable as error: print(error)\n"
    )
    mount = 'mount -t tmpfs -o ro tmpfs "$1" && exec "$2" -c "$3" "$1/shop"'
    words: list[str | Path] = [*namespace, mount, "sh", tmp_path, sys.executable, script]
    done = subprocess.run(words, capture_output=True, text=True, cwd=ROOT, check=True)
    assert f"The data folder {tmp_path / 'shop'} cannot be written: Read-only file system." in done.stdout


def test_a_second_start_of_the_program_ends_with_a_sentence_and_1(folder: Path, home: Path) -> None:
    with another_program(folder):
        done = subprocess.run(
            [sys.executable, "-m", "picker_app", "--training", "--data-dir", folder],
            capture_output=True,
            text=True,
            cwd=ROOT,
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
            timeout=30,
            check=False,
        )
    assert done.returncode == 1
    assert f"already runs with the data folder {folder}" in done.stderr and "Traceback" not in done.stderr
    assert not (folder / "picker.log").exists(), "the second program has touched the log of the first"
