"""Has the doctor make its round as a program of its own, and hands on each line as it comes."""

import asyncio
import os
import subprocess
from collections.abc import Callable, Sequence

from picker_app.report import AS_PARTS, Found, read

CLOSE_SECONDS = 5.0


async def examine(words: Sequence[str], tell: Callable[[Found], None]) -> None:
    """Run a command that prints the doctor's lines; `tell` is called in this loop. Ends the program when cancelled.

    OSError if it cannot be started.
    """
    loop = asyncio.get_running_loop()
    process = await asyncio.to_thread(_start, words)

    def listen() -> None:
        with process:
            for line in process.stdout or ():
                found = read(line.rstrip("\n"))
                if found is not None:
                    loop.call_soon_threadsafe(tell, found)

    listening = asyncio.ensure_future(asyncio.to_thread(listen))
    try:
        await asyncio.shield(listening)
    finally:
        if process.poll() is None:
            process.terminate()
            await asyncio.wait([listening], timeout=CLOSE_SECONDS)


def _start(words: Sequence[str]) -> subprocess.Popen[str]:
    return subprocess.Popen(
        words,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, AS_PARTS: "1"},
        encoding="utf-8",
        errors="replace",
    )
