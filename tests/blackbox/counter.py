"""A counter with its running program, whichever platform it serves: it is started, worked by keys and scans, closed."""

import os
import re
import signal
import subprocess
import sys
import time
from abc import ABC, abstractmethod
from collections.abc import Callable
from pathlib import Path
from typing import Generic, Protocol, TypeVar

import pytest

from tests.blackbox.platform import Request
from tests.blackbox.screen import Screen

ROOT = Path(__file__).parents[2]
PICTURES = ROOT / "build" / "blackbox"
START_SECONDS = 40.0
STOP_SECONDS = 10.0


class Served(Protocol):
    """What a counter needs to know of the platform that it serves."""

    account: str
    requests: list[Request]
    violations: list[str]
    webhook: str

    def wait_for(self, what: Callable[[], object], seconds: float = ...) -> bool:
        """Wait until something holds; tell whether it came."""
        ...


P = TypeVar("P", bound=Served)


def command(*words: str) -> list[str]:
    """The program as it is installed beside this Python, else as a module."""
    script = Path(sys.executable).with_name("picker-app")
    return [str(script), *words] if script.exists() else [sys.executable, "-m", "picker_app", *words]


def surroundings(account: str, secrets: dict[str, str], home: Path, **more: str) -> dict[str, str]:
    """What the program is started with: an empty home, the secrets of its account, no keyring."""
    prefix = "PICKER_SECRET_" + re.sub(r"[^A-Z0-9]", "_", account.upper())
    places = {
        "HOME": home,
        "XDG_CONFIG_HOME": home / ".config",
        "XDG_DATA_HOME": home / ".local/share",
        "XDG_STATE_HOME": home / ".local/state",
        "XDG_CACHE_HOME": home / ".cache",
    }
    return {
        **os.environ,
        **{name: str(place) for name, place in places.items()},
        "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
        **{f"{prefix}_{name}": value for name, value in secrets.items()},
        **more,
    }


class Program:
    """The running program: what it prints, and its end."""

    def __init__(self, words: list[str], surroundings: dict[str, str], folder: Path) -> None:
        self.printed, self.complained = folder / "stdout.txt", folder / "stderr.txt"
        with self.printed.open("ab") as out, self.complained.open("ab") as err:
            self.process = subprocess.Popen(
                words, env=surroundings, stdin=subprocess.DEVNULL, stdout=out, stderr=err, cwd=folder
            )

    def line(self, pattern: str, seconds: float, *, after: int = 0) -> tuple[str, int]:
        """The first group of the first match on standard output at or behind a place, and the place behind it."""
        deadline = time.monotonic() + seconds
        while True:
            ended = self.process.poll() is not None
            text = self.printed.read_text("utf-8")
            if match := re.compile(pattern).search(text, after):
                return match[1], match.end()
            if ended or time.monotonic() > deadline:
                state = f"ended with {self.process.returncode}" if ended else f"did not say so in {seconds:.0f} s"
                pytest.fail(f"{pattern}: the program {state}\n{text}\n{self.complained.read_text('utf-8')[-4000:]}")
            try:
                self.process.wait(0.1)
            except subprocess.TimeoutExpired:
                continue

    def stop(self, sign: int = signal.SIGTERM) -> int:
        """End the program; its exit code, −9 where it had to be killed."""
        if self.process.poll() is None:
            self.process.send_signal(sign)
        try:
            return self.process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self.process.kill()
            return self.process.wait()


class Counter(ABC, Generic[P]):
    """A counter: the program in its window, the platform it serves, and what a person at it does."""

    def __init__(self, platform: P, screen: Screen, folder: Path, name: str) -> None:
        self.platform, self.screen, self.folder, self.name = platform, screen, folder, name
        self._program: Program | None = None
        self._read_to = 0
        self._steps = 0
        self._report = name

    # --- what each platform says for itself ---

    @abstractmethod
    def configuration(self) -> str:
        """The file of the shop."""

    @abstractmethod
    def account_secrets(self) -> dict[str, str]:
        """The secrets of the account, by the end of the variable's name."""

    @abstractmethod
    def reading(self) -> Callable[[], object]:
        """Called before a start: the question whether the program has since read what it reads at its start."""

    @abstractmethod
    def secrets(self) -> list[str]:
        """What must never be written down."""

    @abstractmethod
    def happened(self) -> list[str]:
        """What the report tells of the platform, a line each."""

    def begin(self, name: str) -> None:
        """Go back to the inbox for the next test, whose pictures have this name."""
        self.name, self._steps = name, 0
        self.platform.violations.clear()
        self.home()

    # --- the program ---

    @property
    def program(self) -> Program:
        """The program that runs."""
        assert self._program is not None
        return self._program

    def open(self) -> None:
        """Start the program and wait until it listens, has read the platform and shows a window at rest."""
        self.folder.mkdir(parents=True, exist_ok=True)
        file = self.folder / "shop.toml"
        file.write_text(self.configuration(), "utf-8")
        words = command("--config", str(file), "--data-dir", str(self.folder / "data"))
        around = surroundings(
            self.platform.account,
            self.account_secrets(),
            self.folder / "home",
            DISPLAY=self.screen.number,
            QT_QPA_PLATFORM="xcb",
        )
        has_read = self.reading()

        def start() -> None:
            self._program = Program(words, around, self.folder)
            pattern = r"webhook listening on (http://[^\s/]+:\d+)"
            self.platform.webhook, self._read_to = self.program.line(pattern, START_SECONDS, after=self._read_to)

        self.screen.changes(start, "the start of the program", least=2000)
        self.screen.give_focus(self.program.process.pid)
        assert self.platform.wait_for(has_read, 20), "the program has not read the platform within 20 s of its start"
        self.screen.settle()

    def close(self) -> None:
        """End the program and keep what it printed and what the platform was asked."""
        if self._program is None:
            return
        self.picture("end")
        ended = self.program.stop()
        complained = self.program.complained.read_text("utf-8")
        report = [f"ended with {ended}", "--- stderr", complained, "--- requests"]
        for request in self.platform.requests:
            said = "" if "token" in request.path else f"?{request.query} {request.body.decode()}"
            report.append(f"{request.at:.3f} {request.method} {request.path}{said} -> {request.answer}")
        report += [*self.happened(), "--- violations", *self.platform.violations]
        PICTURES.mkdir(parents=True, exist_ok=True)
        (PICTURES / f"{self._report}.txt").write_text("\n".join(report), "utf-8")

    def check_manners(self) -> None:
        """What holds at the end of every journey: no rule broken, no trace of a crash, no secret written down."""
        assert self.platform.violations == []
        assert self.program.process.poll() is None, "the program has ended by itself"
        files = [self.program.printed, self.program.complained, *(self.folder / "data").rglob("*.log*")]
        for file in files:
            text = file.read_text("utf-8", errors="replace")
            assert "Traceback" not in text, f"{file.name}:\n{text[-4000:]}"
            for secret in self.secrets():
                assert secret not in text, f"a secret or a phone number stands in {file.name}"

    # --- what a person does ---

    def picture(self, what: str) -> None:
        """Keep a picture of this step."""
        self._steps += 1
        self.screen.picture(f"{self.name}-{self._steps:02}-{what}")

    def scan(self, *codes: str) -> None:
        """Scan codes one after another, each after the one before was answered."""
        for code in codes:
            self.screen.scan(code)

    def press(self, *keys: str) -> None:
        """Press keys, each of which shows an effect."""
        self.screen.press(*keys)

    def type(self, text: str) -> None:
        """Type by hand, without Enter."""
        self.screen.write(text)

    def open_chosen(self) -> None:
        """Open the order that is chosen in the inbox, by Enter; the screen becomes another one."""
        self.screen.changes(lambda: self.screen.xdotool("key", "Return"), "Enter in the inbox", least=1000, strip=False)

    def choose(self, part: str) -> None:
        """Make the line (or order) with this part of its name or code the chosen one: Ctrl+F, text, Enter."""
        self.press("ctrl+f")
        self.type(part)
        self.screen.tap("Return")

    def home(self) -> None:
        """Go to the inbox from anywhere: Esc twice."""
        self.screen.tap("Escape")
        self.screen.tap("Escape")

    def finish(self) -> None:
        """F9, then Enter."""
        self.press("F9")
        self.picture("finish")
        self.screen.tap("Return")
