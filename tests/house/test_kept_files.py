"""Guards what is under version control: no secret, no machine's path, no package address, no giant."""

import re
from pathlib import Path

import pytest

from tests.house import source

MAX_BYTES = 5 * 1024 * 1024
SECRETS = {
    "a private key": re.compile(r"-----BEGIN [A-Z ]*PRIVATE KEY-----"),
    "a token of three parts": re.compile(r"\beyJ[\w-]{15,}\.[\w-]{15,}\.[\w-]{15,}"),
    "a cloud key": re.compile(r"\bAKIA[0-9A-Z]{16}\b"),
}
MACHINE_PATHS = re.compile(r"(?<![\w.])/(?:work|root|home/\w+|Users/\w+)/[\w.]+")
PACKAGE_ADDRESS = re.compile(
    r"https?://\S*(?:pypi|pythonhosted|npmjs|/simple\b)|--(?:extra-)?index-url|--find-links", re.IGNORECASE
)
PIN = re.compile(r'[A-Za-z0-9_.-]+==[A-Za-z0-9.+]+(; python_version (?:<|>=) "3\.\d+")?')


def texts() -> list[tuple[Path, str]]:
    """Every kept file that is text, but for this one, which names what it looks for."""
    found = []
    for file in source.kept_files():
        if file == Path(__file__):
            continue
        try:
            found.append((file, file.read_text("utf-8")))
        except UnicodeDecodeError:
            continue
    return found


@pytest.mark.parametrize("what", SECRETS)
def test_no_kept_file_holds_a_secret(what: str) -> None:
    assert not [source.place(file) for file, text in texts() if SECRETS[what].search(text)]


def test_no_kept_file_names_a_path_of_somebodys_machine() -> None:
    assert not {source.place(file): match[0] for file, text in texts() if (match := MACHINE_PATHS.search(text))}


def test_no_kept_file_says_where_packages_come_from() -> None:
    assert not {source.place(file): match[0] for file, text in texts() if (match := PACKAGE_ADDRESS.search(text))}


def test_the_constraints_are_names_and_versions_only() -> None:
    lines = (source.ROOT / "constraints.txt").read_text("utf-8").splitlines()
    assert not [line for line in lines if not PIN.fullmatch(line)]
    assert lines == sorted(lines, key=str.lower)


def test_no_kept_file_is_a_giant() -> None:
    assert not [source.place(file) for file in source.kept_files() if file.stat().st_size > MAX_BYTES]
