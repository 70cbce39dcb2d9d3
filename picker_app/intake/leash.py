"""Runs a program that cannot outlive this one, whatever ends it, and hands on what it prints line by line."""

import asyncio
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import cast

if sys.platform == "win32":
    from picker_app.intake.leash_windows import Job

GRACE_SECONDS = 2.0
LONGEST_LINE = 16 * 1024
# The guard is the program's group. It reads a pipe whose other end this process alone holds: the end of the pipe is the
# end of this process, at whatever moment and by whatever signal it comes, and then the whole group is killed. A line in
# the pipe asks the program to end by itself first. (PR_SET_PDEATHSIG would be lost in programs that start with other
# rights, as those from snaps do, and is for Linux only.)
_GUARD = """
exec 3<&0
"$@" </dev/null 3<&- &
program=$!
{ read -r line <&3 && kill -TERM "$program" && read -r line <&3; kill -KILL -$$; } 2>/dev/null &
wait "$program" 2>/dev/null
code=$?
trap '' TERM
kill -TERM -$$ 2>/dev/null
exit "$code"
"""


class Leashed(asyncio.SubprocessProtocol):
    """A running program; what it prints is handed to `heard`, on both outputs, until it ends."""

    def __init__(self, heard: Callable[[str], None]) -> None:
        self._heard = heard
        self._rest = b""
        self._gone = asyncio.Event()
        self._silent = asyncio.Event()
        self._transport: asyncio.SubprocessTransport | None = None
        self.cut: Callable[[], None] = self._let_go

    async def ended(self) -> int:
        """Wait until the program ended by itself; returns its exit code. What it started is ended too."""
        await self._gone.wait()
        await self._finish()
        code = self._transport.get_returncode() if self._transport else None
        return -1 if code is None else code

    async def stop(self) -> None:
        """End the program: it is asked, and killed after 2 s with all that it started."""
        try:
            pipe = self._pipe()
            if pipe is not None and not self._gone.is_set():
                pipe.write(b"stop\n")
                async with asyncio.timeout(GRACE_SECONDS):
                    await self._gone.wait()
        except TimeoutError:
            pass
        finally:
            self.cut()
        await self._gone.wait()
        await self._finish()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast(asyncio.SubprocessTransport, transport)

    def pipe_data_received(self, fd: int, data: bytes) -> None:
        """Hand on each line without its end; of one that is too long the first 16 KiB or so."""
        *whole, rest = (self._rest + data).split(b"\n")
        self._rest = rest[:LONGEST_LINE]
        for line in whole:
            self._heard(line.decode("utf-8", "replace").rstrip("\r"))

    def pipe_connection_lost(self, fd: int, exc: Exception | None) -> None:
        if fd == 1:
            if self._rest:
                self._heard(self._rest.decode("utf-8", "replace"))
            self._silent.set()

    def process_exited(self) -> None:
        self._gone.set()

    async def _finish(self) -> None:
        """Take in what was printed last; whoever still holds the other end by then is not waited for."""
        self.cut()
        try:
            async with asyncio.timeout(GRACE_SECONDS):
                await self._silent.wait()
        except TimeoutError:
            pass
        if self._transport is not None:
            self._transport.close()

    def _pipe(self) -> asyncio.WriteTransport | None:
        found = self._transport.get_pipe_transport(0) if self._transport else None
        return cast(asyncio.WriteTransport | None, found)

    def _let_go(self) -> None:
        pipe = self._pipe()
        if pipe is not None:
            pipe.close()


async def start(words: Sequence[str], environment: Mapping[str, str], heard: Callable[[str], None]) -> Leashed:
    """Start a program; OSError if it cannot be started. It has no input, and no terminal of its own.

    `heard` is called for each line that it prints, until `ended` or `stop` is through.
    """
    run = partial(
        asyncio.get_running_loop().subprocess_exec,
        lambda: Leashed(heard),
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
        env=dict(environment),
    )
    if sys.platform == "win32":
        job = Job()
        transport, program = await run(*words, stdin=asyncio.subprocess.DEVNULL, creationflags=Job.FLAGS)
        program.cut = job.close
        job.take(transport.get_pid())
    else:
        guarded = ("/bin/sh", "-c", _GUARD, "picker-app-tunnel", *words)
        transport, program = await run(*guarded, stdin=asyncio.subprocess.PIPE, start_new_session=True)
    return program


def surroundings(more: Mapping[str, str]) -> dict[str, str]:
    """Return this process's environment without the secrets of the program, and with `more`."""
    return {name: value for name, value in os.environ.items() if not name.startswith("PICKER_SECRET_")} | dict(more)
