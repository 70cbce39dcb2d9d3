"""Keeps the computer awake, from start to close: a shop that sleeps hears no new order."""

import logging
import os
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import ExitStack

if sys.platform == "win32":
    import ctypes
elif sys.platform == "linux":
    from picker_app.devices import awake_linux

log = logging.getLogger(__name__)

NAME = "picker-app"
CLOSE_SECONDS = 5.0
_CONTINUOUS, _SYSTEM_REQUIRED, _DISPLAY_REQUIRED = 0x80000000, 0x1, 0x2


class Awake:
    """Keeps the computer and its screen awake, from `start` to `close` or to the end of the program.

    `why` is shown to whoever looks for what keeps the computer awake. All is done on a thread of its own: a bus may
    make one wait, and Windows counts by thread. Nothing is raised: a computer that cannot be kept awake is said in the
    log, and `held` is empty.
    """

    def __init__(self, why: str) -> None:
        self._why = why
        self._end = threading.Event()
        self._asked = threading.Event()
        self._held: tuple[str, ...] = ()
        self._thread: threading.Thread | None = None

    @property
    def held(self) -> tuple[str, ...]:
        """Return by what the computer is kept awake; nothing before that is known, and where it is not."""
        return self._held

    def start(self) -> None:
        """Begin; returns at once."""
        if self._thread is None:
            self._end.clear()
            self._asked.clear()
            self._thread = threading.Thread(target=self._hold, name="awake", daemon=True)
            self._thread.start()

    def asked(self, seconds: float) -> bool:
        """Wait until the computer was asked; says whether it answered in time."""
        return self._asked.wait(seconds)

    def close(self) -> None:
        """Let the computer sleep again."""
        self._end.set()
        if self._thread is not None:
            self._thread.join(CLOSE_SECONDS)
            self._thread = None

    def _hold(self) -> None:
        with ExitStack() as stack:
            held, refused = [], []
            for name, way in WAYS.items():
                try:
                    way(NAME, self._why, stack)
                    held.append(name)
                except OSError as error:
                    refused.append(f"{name}: {error}")
            self._held = tuple(held)
            if not held:
                log.info("the computer is not kept awake: %s", "; ".join(refused) or "no way is known for this system")
            self._asked.set()
            self._end.wait()
            self._held = ()


def _windows(name: str, why: str, stack: ExitStack) -> None:
    """Tell Windows that this thread needs system and screen. Written from Microsoft's pages, not tried yet."""
    if sys.platform == "win32":
        tell = ctypes.windll.kernel32.SetThreadExecutionState
        if not tell(_CONTINUOUS | _SYSTEM_REQUIRED | _DISPLAY_REQUIRED):
            raise OSError("Windows said no")
        stack.callback(tell, _CONTINUOUS)


def _caffeinate(name: str, why: str, stack: ExitStack) -> None:
    """Have macOS's own program keep it awake; it ends with this one. Not tried yet."""
    program = subprocess.Popen(["caffeinate", "-d", "-i", "-w", str(os.getpid())], stdin=subprocess.DEVNULL)
    stack.callback(program.wait)
    stack.callback(program.terminate)


Way = Callable[[str, str, ExitStack], None]
"""Keeps the computer awake under a name and for a reason, until the stack is left; OSError if it does not."""
WAYS: dict[str, Way] = {}
if sys.platform == "linux":
    WAYS |= {"login manager": awake_linux.login_manager, "desktop": awake_linux.desktop}
elif sys.platform == "win32":
    WAYS["Windows"] = _windows
elif sys.platform == "darwin":
    WAYS["caffeinate"] = _caffeinate
