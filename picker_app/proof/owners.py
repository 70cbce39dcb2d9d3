"""Knows whose every task is, so that the program alone can be killed, as a process is, while the world goes on."""

import asyncio
from collections.abc import Coroutine, Generator
from contextvars import Context, ContextVar, copy_context
from typing import Any, TypeVar

T = TypeVar("T")

WORLD = "world"
_owner: ContextVar[str] = ContextVar("owner", default=WORLD)


class Owners:
    """The tasks of an event loop by owner; a task belongs to whoever began it, and so do those that it begins."""

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self._loop = loop
        self._tasks: dict[str, dict[asyncio.Task[Any], None]] = {}
        loop.set_task_factory(self._make)

    def begin(self, owner: str, work: Coroutine[Any, Any, T]) -> asyncio.Task[T]:
        """Begin a task of this owner."""
        context = copy_context()
        context.run(_owner.set, owner)
        return self._loop.create_task(work, context=context)

    def tasks(self, owner: str) -> list[asyncio.Task[Any]]:
        """Return the tasks of an owner that have not ended, in the order they began."""
        return list(self._tasks.get(owner, {}))

    async def kill(self, owner: str) -> None:
        """Cancel every task of an owner, also those that the dying ones begin."""
        while tasks := self.tasks(owner):
            for task in tasks:
                task.cancel()
            await asyncio.wait(tasks)
        self._tasks.pop(owner, None)

    def _make(
        self,
        loop: asyncio.AbstractEventLoop,
        work: Coroutine[Any, Any, Any] | Generator[Any, None, Any],
        context: Context | None = None,
        **more: Any,
    ) -> asyncio.Task[Any]:
        task: asyncio.Task[Any] = asyncio.Task(work, loop=loop, context=context, **more)
        owner = _owner.get() if context is None else context.get(_owner, WORLD)
        tasks = self._tasks.setdefault(owner, {})
        tasks[task] = None

        def ended(task: asyncio.Task[Any]) -> None:
            tasks.pop(task, None)

        task.add_done_callback(ended)
        return task
