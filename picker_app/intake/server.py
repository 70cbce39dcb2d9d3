"""Run an ASGI application in a thread of its own with a plain asyncio loop.

The thread installs no signal handler and touches no other event loop, so it may run beside a Qt loop in the main
thread.
"""

import asyncio
import os
import socket
import threading
from typing import Any

import h11
import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol

START_SECONDS = 10.0
REQUEST_SECONDS = 30.0
BACKLOG = 2048


class Connection(H11Protocol):
    """One connection that is cut when a request does not come in whole within `REQUEST_SECONDS`.

    uvicorn limits only the pause between two requests; without this a few idle sockets could use up
    `limit_concurrency` for ever.
    """

    _deadline: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as uvicorn declares it
        super().connection_made(transport)
        self._arm()

    def data_received(self, data: bytes) -> None:
        self._arm()
        super().data_received(data)
        if self.conn.their_state not in (h11.IDLE, h11.SEND_BODY):
            self._disarm()

    def connection_lost(self, exc: Exception | None) -> None:
        self._disarm()
        super().connection_lost(exc)

    def _arm(self) -> None:
        if self._deadline is None:
            self._deadline = self.loop.call_later(REQUEST_SECONDS, self.transport.abort)

    def _disarm(self) -> None:
        if self._deadline is not None:
            self._deadline.cancel()
            self._deadline = None


class _Server(uvicorn.Server):
    """A uvicorn server that tells when it has started."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.settled = threading.Event()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.settled.set()


class ThreadServer:
    """Serve `app` on `host`:`port` from a thread called `name`; port 0 takes any free port.

    `limit_concurrency`: connections and requests at once, 503 above it; None for no limit.
    `timeout_keep_alive`: seconds an idle connection is kept open between two requests.
    `max_head_bytes`: the longest request line with headers, 400 above it.
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
        limit_concurrency: int | None = None,
        timeout_keep_alive: int = 5,
        max_head_bytes: int = 64 * 1024,
        shutdown_seconds: int = 2,
        connection: type[Connection] = Connection,
    ) -> None:
        self._host = host
        self._wanted_port = port
        self._name = name
        self._config = uvicorn.Config(
            app,
            loop="asyncio",
            http=connection,
            ws="none",
            lifespan="auto",
            log_config=None,
            log_level="warning",
            access_log=False,
            proxy_headers=False,
            server_header=False,
            date_header=False,
            limit_concurrency=limit_concurrency,
            timeout_keep_alive=timeout_keep_alive,
            timeout_graceful_shutdown=shutdown_seconds,
            h11_max_incomplete_event_size=max_head_bytes,
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
        server = self._server = _Server(self._config)
        self._thread = threading.Thread(target=self._run, args=(server, bound), name=self._name, daemon=True)
        self._thread.start()
        server.settled.wait(START_SECONDS)
        if not server.started:
            self.close()
            raise RuntimeError(f"the server {self._name} did not start")

    def close(self) -> None:
        """Stop serving and wait for the thread to end; a second call does nothing."""
        if self._server is not None:
            self._server.should_exit = True
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
