"""A real X display without a person: its keys by xdotool, its picture read from Xvfb's own memory file."""

import os
import select
import shutil
import struct
import subprocess
import threading
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pytest

WIDTH, HEIGHT = 1366, 768
TOP_BAR = 48
"""Rows at the top that no comparison looks at: a clock and ages of messages change there by themselves."""
STRIP = 680
"""The first row of the strip at the bottom, which flashes by itself while a new order waits and there is no sound."""
TILE = 32
"""The width, in pixels, of the pieces of a row that are compared."""
SCAN_DELAY_MS = 4
HAND_DELAY_MS = 180
"""xdotool waits half of its delay between two keys: a quick hand at 90 ms a key."""
CALM_SECONDS = 12.0
"""For so long is waited at most until nothing moves any more."""
DEADLINE_SECONDS = 30.0
LOOK_SECONDS = 0.05
CALM_LOOKS = 3


class Screen:
    """One display: press, scan and type on it; look at it."""

    def __init__(self, number: str, memory: Path, pictures: Path) -> None:
        self.number, self._memory, self._pictures = number, memory, pictures
        self._pace = threading.Event()
        self.environment = {**os.environ, "DISPLAY": number}

    # --- looking ---

    def grab(self) -> list[bytes]:
        """The rows of the picture, 4 bytes a pixel."""
        data = self._memory.read_bytes()
        header, width, height = struct.unpack(">I12xII", data[:24])
        row, colours = struct.unpack(">I", data[48:52])[0], struct.unpack(">I", data[76:80])[0]
        assert (width, height) == (WIDTH, HEIGHT)
        start = header + 12 * colours
        return [data[start + row * y : start + row * y + 4 * WIDTH] for y in range(HEIGHT)]

    @staticmethod
    def difference(one: list[bytes], two: list[bytes], *, top: int = TOP_BAR, strip: bool = True) -> int:
        """How many pieces of rows differ from `top` on, the strip with them or not; 31 000 for all."""
        step, end = 4 * TILE, HEIGHT if strip else STRIP
        return sum(
            a[x : x + step] != b[x : x + step]
            for a, b in zip(one[top:end], two[top:end], strict=True)
            if a != b
            for x in range(0, 4 * WIDTH, step)
        )

    def settle(self) -> list[bytes]:
        """Wait until some looks one after another show the same; the last one."""
        deadline = time.monotonic() + CALM_SECONDS
        last, same = self.grab(), 1
        while same < CALM_LOOKS and time.monotonic() < deadline:
            self._pace.wait(LOOK_SECONDS)
            now = self.grab()
            same = same + 1 if self.difference(last, now) == 0 else 1
            last = now
        return last

    def changes(self, act: Callable[[], object], what: str, *, least: int = 8, strip: bool = True) -> list[bytes]:
        """Do something and wait until the screen has changed by `least` pieces and is calm again."""
        before = self.settle()
        act()
        deadline = time.monotonic() + DEADLINE_SECONDS
        while self.difference(before, self.grab(), strip=strip) < least:
            if time.monotonic() > deadline:
                self.picture("nothing-changed")
                pytest.fail(f"nothing changed on the screen within {DEADLINE_SECONDS:.0f} s of: {what}")
            self._pace.wait(LOOK_SECONDS)
        return self.settle()

    def picture(self, name: str) -> Path:
        """Keep what the screen shows as a PNG."""
        rows = self.grab()
        pixels = b"".join(b"\0" + _rgb(row) for row in rows)
        chunks = [
            (b"IHDR", struct.pack(">IIBBBBB", WIDTH, HEIGHT, 8, 2, 0, 0, 0)),
            (b"IDAT", zlib.compress(pixels, 3)),
            (b"IEND", b""),
        ]
        self._pictures.mkdir(parents=True, exist_ok=True)
        path = self._pictures / f"{name}.png"
        path.write_bytes(
            b"\x89PNG\r\n\x1a\n"
            + b"".join(
                struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
                for kind, content in chunks
            )
        )
        return path

    # --- hands ---

    def xdotool(self, *words: str) -> None:
        """Run xdotool on this display."""
        subprocess.run(["xdotool", *words], env=self.environment, check=True, timeout=30)

    def give_focus(self, process: int) -> None:
        """Give the keys to the window of a program, as a window manager does; this display has none."""
        search = ["xdotool", "search", "--onlyvisible", "--pid", str(process)]
        deadline = time.monotonic() + DEADLINE_SECONDS
        while True:
            found = subprocess.run(
                search, env=self.environment, capture_output=True, text=True, timeout=30, check=False
            )
            windows = found.stdout.split()
            if windows or time.monotonic() > deadline:
                break
            self._pace.wait(LOOK_SECONDS)
        assert windows, f"the program {process} has no visible window: {found.stderr}"
        self.xdotool("windowfocus", windows[-1])
        self.xdotool("mousemove", str(WIDTH - 1), str(HEIGHT - 1))
        self.settle()

    def press(self, *keys: str) -> None:
        """Press keys one after another, as a hand does."""
        for key in keys:
            self.changes(partial(self.xdotool, "key", key), key)

    def tap(self, key: str) -> None:
        """Press a key that may change nothing, and wait until the screen is calm."""
        self.xdotool("key", key)
        self.settle()

    def write(self, text: str) -> None:
        """Type a text by hand."""
        self.changes(lambda: self.xdotool("type", "--delay", str(HAND_DELAY_MS), text), f"typing {text}", least=1)

    def scan(self, code: str) -> None:
        """Scan a code: a burst, then Enter. Whatever it does, it shows."""

        def burst() -> None:
            self.xdotool("type", "--delay", str(SCAN_DELAY_MS), code)
            self.xdotool("key", "Return")

        self.changes(burst, f"the scan of {code}")


def _rgb(row: bytes) -> bytes:
    """Three bytes a pixel of a row that has blue, green, red and one more."""
    out = bytearray(3 * WIDTH)
    out[0::3], out[1::3], out[2::3] = row[2::4], row[1::4], row[0::4]
    return bytes(out)


@contextmanager
def display(folder: Path, pictures: Path) -> Iterator[Screen]:
    """A display of its own for the programs of a test; skips where the tools are missing."""
    for tool in ("Xvfb", "xdotool"):
        if shutil.which(tool) is None:
            pytest.skip(f"{tool} is not installed: the acceptance run needs a display and hands")
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", f"{WIDTH}x{HEIGHT}x24", "-fbdir", str(folder)]
    command += ["-noreset", "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL) as server:
        try:
            os.close(writing)
            with os.fdopen(reading) as answer:
                ready = select.select([answer], [], [], 20)[0]
                number = answer.readline().strip() if ready else ""
            if not number:
                pytest.fail("Xvfb did not start")
            yield Screen(f":{number}", folder / "Xvfb_screen0", pictures)
        finally:
            server.terminate()
