"""Far ends for the tests of the tunnel: a server of OpenSSH, and a terminator of TLS with a certificate of its own."""

import asyncio
import getpass
import os
import shutil
import socket
import ssl
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
import trustme

PLACES = os.pathsep.join([os.environ.get("PATH", ""), "/usr/sbin", "/sbin", "/usr/local/sbin"])
SSHD = shutil.which("sshd", path=PLACES) or ""
NAME = "localhost"
"""The name in the certificate, by which the public address is known here."""


def free_port() -> int:
    """A port of this computer that nobody listens at."""
    with socket.create_server(("127.0.0.1", 0)) as found:
        return int(found.getsockname()[1])


class Authority:
    """A certificate authority that is trusted only where the standard settings name it."""

    def __init__(self, folder: Path) -> None:
        self._authority = trustme.CA()
        self.file = folder / "authority.pem"
        self._authority.cert_pem.write_to_path(str(self.file))

    def server(self, name: str = NAME) -> ssl.SSLContext:
        """How a server speaks that has a certificate for this name."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self._authority.issue_cert(name).configure_cert(context)
        return context


class Terminator:
    """What stands at a public address: takes TLS off and passes the bytes on to a port of this computer."""

    def __init__(self, context: ssl.SSLContext, target: int) -> None:
        self.target = target
        self._context = context
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._listening.getsockname()[1])
        self.url = f"https://{NAME}:{self.port}"
        self._loop = asyncio.new_event_loop()
        self._end = asyncio.Event()
        self._thread = threading.Thread(target=self._serve, name="terminator", daemon=True)
        self._thread.start()

    def close(self) -> None:
        self._loop.call_soon_threadsafe(self._end.set)
        self._thread.join()
        self._loop.close()

    def _serve(self) -> None:
        self._loop.run_until_complete(self._listen())

    async def _listen(self) -> None:
        server = await asyncio.start_server(self._pass_on, sock=self._listening, ssl=self._context)
        await self._end.wait()
        server.close()
        await asyncio.sleep(0)  # what was accepted last begins, so that it can be told to end
        passing = asyncio.all_tasks() - {asyncio.current_task()}
        for task in passing:
            task.cancel()
        await asyncio.gather(*passing, return_exceptions=True)

    async def _pass_on(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            inside = await asyncio.open_connection("127.0.0.1", self.target)
            try:
                await asyncio.gather(_pump(reader, inside[1]), _pump(inside[0], writer))
            finally:
                inside[1].transport.abort()
        except (OSError, asyncio.CancelledError):
            pass  # the streams of asyncio complain of a task that was cancelled
        finally:
            writer.transport.abort()


async def _pump(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Hand bytes on until one side ends; the end is an OSError."""
    while data := await reader.read(65536):
        writer.write(data)
        await writer.drain()
    raise ConnectionResetError


@contextmanager
def terminator(context: ssl.SSLContext, target: int) -> Iterator[Terminator]:
    """A terminator that is closed at the end."""
    made = Terminator(context, target)
    try:
        yield made
    finally:
        made.close()


class Server:
    """A server of OpenSSH on loopback, with keys of its own, for the user of the tests."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.port = free_port()
        self.user = getpass.getuser()
        for name in ("host", "user", "stranger"):
            command = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(folder / name)]
            subprocess.run(command, check=True, stdin=subprocess.DEVNULL)
        (folder / "allowed").write_bytes((folder / "user.pub").read_bytes())
        host_key = " ".join((folder / "host.pub").read_text().split()[:2])
        (folder / "known").write_text(f"[127.0.0.1]:{self.port} {host_key}\n")
        self.config = folder / "ssh_config"
        self.config.write_text(f"UserKnownHostsFile {folder}/known\nIdentityFile {folder}/user\nIdentitiesOnly yes\n")
        lines = [
            f"Port {self.port}",
            "ListenAddress 127.0.0.1",
            # Else a port that is taken would still be free at ::1, and the tunnel would stand there.
            "AddressFamily inet",
            f"HostKey {folder}/host",
            f"AuthorizedKeysFile {folder}/allowed",
            f"PidFile {folder}/pid",
            "PasswordAuthentication no",
            "KbdInteractiveAuthentication no",
            "PermitRootLogin prohibit-password",
            "UsePAM no",
            # The folders of tests belong to whoever runs them, below one that belongs to everybody.
            "StrictModes no",
        ]
        (folder / "sshd_config").write_text("\n".join(lines) + "\n")
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Listen; returns once connections are taken."""
        if os.geteuid() == 0:
            # Where the system's own service never ran, its folder is not there.
            Path("/run/sshd").mkdir(mode=0o755, exist_ok=True)
        with (self.folder / "log").open("ab") as log:
            command = [SSHD, "-D", "-e", "-f", str(self.folder / "sshd_config")]
            self._process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stderr=log, start_new_session=True)
        while True:
            with suppress(ConnectionRefusedError), socket.create_connection(("127.0.0.1", self.port)) as line:
                line.settimeout(10)
                assert line.recv(4) == b"SSH-"
                return
            if self._process.poll() is not None:
                pytest.skip(f"sshd does not run here: {(self.folder / 'log').read_text()[-300:]}")

    def close(self) -> None:
        """End the server and every session of it."""
        if self._process is not None:
            self._process.terminate()
            self._process.wait(10)
            self._process = None


@contextmanager
def ssh_server(folder: Path) -> Iterator[Server]:
    """A server of OpenSSH, closed at the end; the test is skipped where there is none."""
    if not SSHD or shutil.which("ssh") is None:
        pytest.skip("OpenSSH's server or client is not installed: make test says how")
    made = Server(folder)
    try:
        made.start()
        yield made
    finally:
        made.close()
