"""Checks on real disks that a full or read-only one takes nothing that was saved, and what the program says then."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]

BEGIN = """
import logging, pathlib, sys
from picker_app.store.database import NotSaved
from tests.store.damage import Till, row, overwrite
from picker_app.store import copies
logging.disable()
folder = pathlib.Path(sys.argv[1])
till = Till(folder)

def fill():
    with (folder / "film").open("wb", buffering=0) as film:
        try:
            while True:
                film.write(bytes(4096))
        except OSError:
            return

def free():
    (folder / "film").unlink()

def start():
    try:
        return till.open()
    except NotSaved as error:
        return str(error)

def save(name, size=0):
    try:
        till.database.write(row(name, size)).result(20)
        return "saved"
    except NotSaved as error:
        return str(error)
"""


def on_a_small_disk(namespace: list[str], folder: Path, script: str) -> None:
    """Run a script with a disk of 1.2 MB as its folder. It ends with "well"."""
    shell = 'set -e; mount -t tmpfs -o size=1200k tmpfs "$1"; "$2" -c "$3" "$1"'
    words: list[str | Path] = [*namespace, shell, "sh", folder, sys.executable, BEGIN + script + "\nprint('well')"]
    done = subprocess.run(words, capture_output=True, text=True, cwd=ROOT, timeout=50, check=False)
    assert done.stdout.splitlines()[-1:] == ["well"], done.stdout + done.stderr


def test_a_full_disk_keeps_what_is_saved_readable_and_work_goes_on_with_the_room(
    namespace: list[str], tmp_path: Path
) -> None:
    on_a_small_disk(
        namespace,
        tmp_path,
        """
assert start() == () and save("one") == "saved"
fill()
words = save("big", 300_000)
assert words.startswith("The disk is full"), words
assert save("small") == till.safety.trouble() == words
assert till.rows() == ["one"], "what is saved can be read"
free()
assert save("two") == "saved" and till.safety.trouble() == ""
assert till.rows() == ["one", "two"]
till.close()
assert start() == () and till.rows() == ["one", "two"]
till.close()
""",
    )


def test_a_start_on_a_full_disk_is_refused_by_a_sentence_and_changes_nothing(
    namespace: list[str], tmp_path: Path
) -> None:
    on_a_small_disk(
        namespace,
        tmp_path,
        """
assert start() == () and save("one") == "saved"
till.close()
fill()
before = till.file.read_bytes()
words = start()
assert words.startswith(f"The disk with {till.file} is full. Free some space, then start the program again"), words
till.close()
assert till.file.read_bytes() == before
free()
assert start() == () and till.rows() == ["one"]
till.close()
""",
    )


def test_a_damaged_database_on_a_full_disk_is_left_until_there_is_room_for_the_copy(
    namespace: list[str], tmp_path: Path
) -> None:
    on_a_small_disk(
        namespace,
        tmp_path,
        """
assert start() == () and save("one") == "saved"
copies.make(till.file, till.watch.at, reserve=0)
till.close()
overwrite(till.file)
fill()
words = start()
assert "is full. Free some space, then start the program again" in words, words
till.close()
assert till.file.exists() and till.aside() == []
free()
(loss,) = start()
assert till.rows() == ["one"] and till.aside() == [loss.aside]
till.close()
""",
    )


def test_a_copy_that_does_not_fit_is_given_up_and_leaves_its_room_to_the_desk(
    namespace: list[str], tmp_path: Path
) -> None:
    on_a_small_disk(
        namespace,
        tmp_path,
        """
assert start() == () and save("one") == "saved" and save("stock", 250_000) == "saved"
fill()
(folder / "film").open("r+b").truncate((folder / "film").stat().st_size - 100_000)
try:
    copies.make(till.file, till.watch.at, reserve=-10**9)
    raise AssertionError("there is no room for it")
except copies.NoCopy as error:
    assert "full" in str(error), error
assert list(copies.folder_of(till.file).iterdir()) == []
assert save("two") == "saved"
till.close()
""",
    )


def test_a_start_on_a_read_only_disk_is_refused_by_a_sentence(namespace: list[str], tmp_path: Path) -> None:
    script = """
words = start()
assert words == f"{till.file}: The database file cannot be opened: check the data folder.", words
till.close()
"""
    shell = 'set -e; mount -t tmpfs tmpfs "$1"; "$2" -c "$3" "$1"; mount -o remount,ro "$1"; exec "$2" -c "$4" "$1"'
    make = BEGIN + "start(); save('one'); till.close()"
    words: list[str | Path] = [
        *namespace,
        shell,
        "sh",
        tmp_path,
        sys.executable,
        make,
        BEGIN + script + "print('well')",
    ]
    done = subprocess.run(words, capture_output=True, text=True, cwd=ROOT, timeout=50, check=False)
    assert done.stdout.splitlines()[-1:] == ["well"], done.stdout + done.stderr
