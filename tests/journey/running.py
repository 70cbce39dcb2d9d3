"""The whole program in training, running in the test's own loop, and the patience with it."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from pathlib import Path

from PySide6.QtWidgets import QApplication

from picker_app.app import Launch, Program

SECONDS = 30


async def until(program: Program, holds: Callable[[], bool], what: str) -> None:
    """Let the program go on until something holds; fail with what its strip says if that takes too long."""
    deadline = asyncio.get_running_loop().time() + SECONDS
    never = asyncio.Event()
    while not holds():
        said = program.window.strip.accessibleName()
        assert asyncio.get_running_loop().time() < deadline, f"waited in vain for {what}: {said}"
        # Windows and timers of Qt get their turn, and asyncio its own; the other threads too, between two rounds.
        QApplication.processEvents()
        with suppress(TimeoutError):
            async with asyncio.timeout(0.005):
                await never.wait()


@asynccontextmanager
async def running(application: QApplication, folder: Path, *, demo: bool = False) -> AsyncIterator[Program]:
    """Start the program in training, with its catalogue read, and close it again, also where a test fails."""
    program = Program(Launch(folder / "none.toml", folder, training=True, demo=demo), application)
    try:
        await program.start()
        await until(program, lambda: program.catalogue_ready, "the catalogue")
        yield program
    finally:
        await program.close()
