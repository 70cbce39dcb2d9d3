"""Steps in before every statement of the database, after every commit, and around every request to the platform."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import httpx
from sqlalchemy import Engine, event

from picker_app.platforms.network import tls

COMMITTED = "committed"
WRITING = "BEGIN IMMEDIATE"
"""With this the store begins what writes."""
Step = Callable[[str, sqlite3.Connection], None]
"""Called with the statement that is about to run, or COMMITTED; what it raises is the database's answer."""


@contextmanager
def statements(step: Step) -> Iterator[None]:
    """Call `step` at each statement of every SQLite connection that is opened meanwhile."""

    class Cursor(sqlite3.Cursor):
        def execute(self, sql: str, parameters: Any = (), /) -> Any:
            step(sql, self.connection)
            return super().execute(sql, parameters)

        def executemany(self, sql: str, parameters: Any, /) -> Any:
            step(sql, self.connection)
            return super().executemany(sql, parameters)

    class Connection(sqlite3.Connection):
        def cursor(self, factory: Any = None) -> Any:
            return super().cursor(Cursor)

        def commit(self) -> None:
            if self.in_transaction:
                step("COMMIT", self)
                super().commit()
                step(COMMITTED, self)

        def rollback(self) -> None:
            if self.in_transaction:
                step("ROLLBACK", self)
                super().rollback()

    def connect(dialect: Any, record: Any, arguments: Any, options: dict[str, Any]) -> None:
        options["factory"] = Connection

    event.listen(Engine, "do_connect", connect)
    try:
        yield
    finally:
        event.remove(Engine, "do_connect", connect)


class Stepped(httpx.AsyncHTTPTransport):
    """The real network, with `step` called with "send" before each request and with "answer" before its answer."""

    def __init__(self, step: Callable[[str], None]) -> None:
        super().__init__(verify=tls(), trust_env=False)
        self._step = step

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Send a request."""
        self._step("send")
        response = await super().handle_async_request(request)
        self._step("answer")
        return response
