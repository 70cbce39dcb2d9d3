"""Reads a program's window as a screen reader does: over a D-Bus of its own, by names and states, without the program.

The protocol is that of AT-SPI: each widget is an object with a name, a state and a place on the screen.
"""

import shutil
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import pytest

from tests.blackbox.bus import Bus, Refused

ROOT: Final = "/org/a11y/atspi/accessible/root"
ACCESSIBLE: Final = "org.a11y.atspi.Accessible"
COMPONENT: Final = "org.a11y.atspi.Component"
TEXT: Final = "org.a11y.atspi.Text"
PROPERTIES: Final = "org.freedesktop.DBus.Properties"
SHOWING: Final = 25
FOCUSED: Final = 12
CONFIGURATION: Final = """<busconfig>
<type>session</type><listen>unix:path={path}</listen><auth>EXTERNAL</auth>
<policy context="default">
<allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/>
</policy>
</busconfig>"""
DEADLINE_SECONDS: Final = 30.0


@dataclass(frozen=True)
class Shown:
    """Something that is seen in the window: what a screen reader calls it, and where it is on the screen."""

    path: str
    name: str
    focused: bool = False


class Reader:
    """Reads the window of a program that was started with `environment`."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._bus: Bus | None = None
        self._program = ""
        self._pace = threading.Event()
        self.environment = {"AT_SPI_BUS_ADDRESS": f"unix:path={path}", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}

    def meet(self, process: int) -> None:
        """Wait until a program speaks on the bus."""
        self.close()
        self._bus = Bus(self._path)
        deadline = time.monotonic() + DEADLINE_SECONDS
        while not (found := self._bus.owner(process)):
            assert time.monotonic() < deadline, "the program does not speak to a screen reader"
            self._pace.wait(0.1)
        self._program = found

    def close(self) -> None:
        """Leave the bus."""
        if self._bus is not None:
            self._bus.close()
            self._bus = None

    def shown(self) -> list[Shown]:
        """All that is seen in the window, from the outside in."""
        while True:
            try:
                return self._look()
            except Refused:
                self._pace.wait(0.05)

    def _look(self) -> list[Shown]:
        found: list[Shown] = []
        level = [ROOT]
        while level:
            states = self._ask(level, ACCESSIBLE, "GetState")
            seen = [
                (path, bool(bits[0][0] >> FOCUSED & 1))
                for path, bits in zip(level, states, strict=True)
                if path == ROOT or bits[0][0] >> SHOWING & 1
            ]
            paths = [path for path, _ in seen]
            names = self._ask(paths, PROPERTIES, "Get", "ss", (ACCESSIBLE, "Name"))
            found += [Shown(path, name[0], focused) for (path, focused), name in zip(seen, names, strict=True)]
            children = self._ask(paths, ACCESSIBLE, "GetChildren")
            level = [path for answer in children for _, path in answer[0] if not path.endswith("/null")]
        return found

    def _ask(
        self, paths: list[str], interface: str, member: str, signature: str = "", values: tuple[Any, ...] = ()
    ) -> list[list[Any]]:
        assert self._bus is not None
        return self._bus.call([(self._program, path, interface, member, signature, values) for path in paths])

    def words(self) -> str:
        """All that can be read in the window, a line each."""
        return "\n".join(one.name for one in self.shown() if one.name)

    def named(self, name: str) -> Shown:
        """The innermost thing that is called so, perhaps with a number or a key behind."""
        shown = self.shown()
        found = [one for one in shown if one.name == name] or [one for one in shown if one.name.startswith(f"{name}, ")]
        if not found:
            pytest.fail(f"nothing is called {name!r} in\n{self.words()}")
        return found[-1]

    def place(self, name: str) -> tuple[int, int]:
        """The middle, on the screen, of what is called so."""
        x, y, width, height = self._ask([self.named(name).path], COMPONENT, "GetExtents", "u", (0,))[0][0]
        return x + width // 2, y + height // 2

    def text(self, name: str) -> str:
        """The text in the field that is called so."""
        return str(self._ask([self.named(name).path], TEXT, "GetText", "ii", (0, -1))[0][0])

    def until(self, text: str, seconds: float = DEADLINE_SECONDS) -> str:
        """Wait until a text can be read in the window; all that can be read then."""
        deadline = time.monotonic() + seconds
        while text not in (words := self.words()):
            if time.monotonic() > deadline:
                pytest.fail(f"{text!r} cannot be read within {seconds:.0f} s, but\n{words}")
            self._pace.wait(0.1)
        return words


@contextmanager
def reader() -> Iterator[Reader]:
    """A bus of its own for the programs of a test, and who reads on it; skips where there is no bus."""
    if shutil.which("dbus-daemon") is None:
        pytest.skip("dbus-daemon is not installed: the acceptance run needs it to read the window")
    with tempfile.TemporaryDirectory(prefix="reader-") as folder:
        path, file = f"{folder}/bus", Path(folder) / "bus.conf"
        file.write_text(CONFIGURATION.format(path=path), "utf-8")
        command = ["dbus-daemon", f"--config-file={file}", "--nofork", "--print-address"]
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as server:
            try:
                assert server.stdout is not None and server.stdout.readline(), "dbus-daemon did not start"
                made = Reader(path)
                yield made
                made.close()
            finally:
                server.terminate()
