"""Run an ASGI application in a thread of its own with a plain asyncio loop.

The thread installs no signal handler and touches no other event loop, so it may run beside a Qt loop in the main
thread.
"""

import asyncio
import logging
import os
import socket
import threading
from functools import partial
from typing import Any, cast

import uvicorn

from picker_app.intake.gate import Connection, Gate, Limits

log = logging.getLogger(__name__)

START_SECONDS = 10.0
LOOK_SECONDS = 0.01
BACKLOG = 2048


class _Server(uvicorn.Server):
    """A uvicorn server that tells when it has started, and ends when it is told.

    uvicorn itself looks ten times a second whether it shall end, and ten times a second whether it has.
    """

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.settled = threading.Event()
        self._ending = asyncio.Event()
        self._loop: asyncio.AbstractEventLoop | None = None

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        self._loop = asyncio.get_running_loop()
        await super().startup(sockets)
        self.settled.set()

    def end(self) -> None:
        """Have the server end; from any thread, also when it has ended by itself."""
        self.should_exit = True
        if self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._ending.set)

    async def main_loop(self) -> None:
        await self.on_tick(0)  # sets the headers of all answers
        await self._ending.wait()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        for server in self.servers:
            server.close()
        for bound in sockets or []:
            bound.close()
        state = self.server_state
        try:
            async with asyncio.timeout(self.config.timeout_graceful_shutdown):
                while state.connections or state.tasks:
                    self._let_go()
                    await asyncio.sleep(LOOK_SECONDS)
        except TimeoutError:
            # What is left without a task is only a caller who does not take what was sent.
            if state.tasks:
                log.error("%d answers were not out in time and are dropped", len(state.tasks))
            for task in state.tasks:
                task.cancel()
        await self.lifespan.shutdown()

    def _let_go(self) -> None:
        """Close each connection, one that answers once it has."""
        for connection in list(self.server_state.connections):
            if not connection.transport.is_closing():
                connection.shutdown()


class ThreadServer:
    """Serve `app` on `host`:`port` from a thread called `name`; port 0 takes any free port.

    `limits`: what callers may use up; without them any number of connections, and each some time.
    `timeout_keep_alive`: seconds an idle connection is kept open between two requests.
    `shutdown_seconds`: how long `close` waits for answers under way before it drops them.
    `connection`: the class of each connection.
    No access log is written; answers carry neither a Server nor a Date header.
    """

    def __init__(
        self,
        app: Any,  # any ASGI application; uvicorn and starlette describe that type differently
        host: str = "127.0.0.1",
        port: int = 0,
        *,
        name: str,
        limits: Limits | None = None,
        timeout_keep_alive: int = 5,
        shutdown_seconds: int = 2,
        connection: type[Connection] = Connection,
    ) -> None:
        self._host = host
        self._wanted_port = port
        self._name = name
        self._configure = partial(
            _configuration, app, limits or Limits(), connection, timeout_keep_alive, shutdown_seconds
        )
        self._socket: socket.socket | None = None
        self._server: _Server | None = None
        self._thread: threading.Thread | None = None
        self._port = 0

    @property
    def port(self) -> int:
        """The port really bound; 0 while not started."""
        return self._port

    @property
    def url(self) -> str:
        """The address without a slash at its end, for example `http://127.0.0.1:8787`."""
        host = f"[{self._host}]" if ":" in self._host else self._host
        return f"http://{host}:{self._port}"

    def start(self) -> None:
        """Bind, start the thread and return once requests are answered.

        Raises `OSError` naming host and port if the address cannot be bound, `RuntimeError` if the application
        does not start or the server is already running.
        """
        if self._thread is not None:
            raise RuntimeError(f"the server {self._name} is already running")
        try:
            bound = _bind(self._host, self._wanted_port)
        except OSError as error:
            reason = error.strerror or str(error)
            raise OSError(error.errno, f"cannot listen on {self._host} port {self._wanted_port}: {reason}") from error
        self._socket = bound
        self._port = int(bound.getsockname()[1])
        server = self._server = _Server(self._configure())
        self._thread = threading.Thread(target=self._run, args=(server, bound), name=self._name, daemon=True)
        self._thread.start()
        server.settled.wait(START_SECONDS)
        if not server.started:
            self.close()
            raise RuntimeError(f"the server {self._name} did not start")

    def close(self) -> None:
        """Stop serving and wait for the thread to end; a second call does nothing."""
        if self._server is not None:
            self._server.end()
        if self._thread is not None:
            self._thread.join()
        if self._socket is not None:
            self._socket.close()
        self._server = self._thread = self._socket = None
        self._port = 0

    @staticmethod
    def _run(server: _Server, bound: socket.socket) -> None:
        try:
            server.run(sockets=[bound])
        except SystemExit:
            pass  # uvicorn leaves this way when the application did not start; `start` reports it
        finally:
            server.settled.set()


def _configuration(
    app: Any, limits: Limits, connection: type[Connection], keep_alive_seconds: int, shutdown_seconds: int
) -> uvicorn.Config:
    gate = Gate(limits)
    return uvicorn.Config(
        gate.guard(app),
        loop="asyncio",
        # uvicorn only calls it, once for each connection.
        http=cast(type[asyncio.Protocol], partial(connection, gate=gate)),
        ws="none",
        lifespan="auto",
        log_config=None,
        # Strangers cause its warnings; they are counted at the gate, not written down one by one.
        log_level="error",
        access_log=False,
        proxy_headers=False,
        server_header=False,
        date_header=False,
        timeout_keep_alive=keep_alive_seconds,
        timeout_graceful_shutdown=shutdown_seconds,
        h11_max_incomplete_event_size=limits.head_bytes,
    )


def _bind(host: str, port: int) -> socket.socket:
    """Return a bound socket, with the protocol named.

    asyncio switches Nagle's delay off only where the socket says that it is TCP; `socket.create_server` leaves that
    unsaid, and each answer would then come 40 ms late.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    bound = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        if os.name == "posix":
            # Elsewhere this option would let two programs share one port.
            bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        bound.bind((host, port))
        # Before another program can bind the same address for listening.
        bound.listen(BACKLOG)
    except OSError:
        bound.close()
        raise
    return bound
