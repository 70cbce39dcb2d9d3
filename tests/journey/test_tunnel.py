"""The whole program behind a real tunnel of OpenSSH: orders come through, it comes back, and nothing of it is left."""

import os
import re
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest

from picker_app.platforms.network import tls
from picker_app.training.delivery_hero.platform import TrainingPlatform
from picker_app.training.delivery_hero.switches import Switches
from tests.intake.events import event, new_ref
from tests.intake.test_leash import alive
from tests.intake.tunnels import Authority, Server, Terminator, free_port, ssh_server, terminator

SECRET = "webhook-secret-of-the-shop"
BACK_SECONDS = 10.0
START_SECONDS = 40.0
ACCESS = Switches()


def until(found: Callable[[], Any], seconds: float, process: subprocess.Popen[bytes]) -> Any:
    """Return what `found` gives once it is true; fail after so many seconds, or when the program ended."""
    deadline = time.monotonic() + seconds
    while not (value := found()):
        assert time.monotonic() < deadline, f"it did not come about in {seconds:.0f} s"
        try:
            process.wait(0.05)
        except subprocess.TimeoutExpired:
            continue
    return value


def below(pid: int) -> dict[int, str]:
    """The programs that a process started, and those that they started: number and name."""
    parents: dict[int, tuple[int, str]] = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            head, _, tail = stat.read_text().rpartition(")")
        except (FileNotFoundError, ProcessLookupError):
            continue
        if tail.split()[0] != "Z":
            parents[int(stat.parent.name)] = int(tail.split()[1]), head.partition("(")[2]
    found: dict[int, str] = {}
    more = {pid}
    while more:
        more = {child for child, (parent, _) in parents.items() if parent in more}
        found |= {child: parents[child][1] for child in more}
    return found


class Counter:
    """The program of a shop whose webhook is reached through a server of OpenSSH."""

    def __init__(
        self, folder: Path, platform: TrainingPlatform, server: Server, far: Terminator, trusted: Path
    ) -> None:
        self._folder, self._far = folder, far
        (folder / "shop.toml").write_text(
            f"""
[webhook]
port = 0
[tunnel]
kind = "ssh"
host = "127.0.0.1"
port = {server.port}
user = "{server.user}"
remote_port = {far.target}
ssh_config = "{server.config}"
public_url = "{far.url}"
[[accounts]]
name = "centro"
platform = "delivery_hero"
base_url = "{platform.url}"
client_id = "{ACCESS.client_id}"
chain_id = "{ACCESS.chain_id}"
vendor_id = "{ACCESS.vendor_id}"
currency = "EUR"
reconcile_seconds = 3600
"""
        )
        self.output = folder / "output.txt"
        surroundings = {
            "PICKER_SECRET_CENTRO_CLIENT_SECRET": ACCESS.client_secret,
            "PICKER_SECRET_CENTRO_WEBHOOK_SECRET": SECRET,
            "SSL_CERT_FILE": str(trusted),
        }
        words = [sys.executable, "-m", "picker_app", "--config", "shop.toml", "--data-dir", "data"]
        with self.output.open("wb") as output:
            self.process = subprocess.Popen(
                words,
                cwd=folder,
                env={**os.environ, **surroundings},
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
            )

    def wait(self, found: Callable[[], Any], seconds: float) -> Any:
        try:
            return until(found, seconds, self.process)
        except AssertionError as error:
            raise AssertionError(f"{error}\n{self.output.read_text()[-3000:]}") from None

    def send(self, ref: str) -> bool:
        """Bring an event of an order to the far end; says whether it was taken."""
        try:
            answer = httpx.post(
                f"{self._far.url}/webhooks/centro",
                content=event(order_id=ref),
                headers={"authorization": SECRET},
                verify=tls(),
                timeout=5,
            )
        except httpx.HTTPError:
            return False
        assert answer.status_code == 200
        return True

    def has(self, ref: str) -> bool:
        """Say whether the shop has an order."""
        file = self._folder / "data" / "picker.sqlite3"
        with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as database:
            return bool(database.execute("SELECT 1 FROM orders WHERE ref = ?", [ref]).fetchone())

    def tunnel(self) -> int:
        """The number of the client of OpenSSH that the program runs, 0 while there is none."""
        return next((pid for pid, name in below(self.process.pid).items() if name == "ssh"), 0)


@contextmanager
def opened(*parts: Any) -> Iterator[Counter]:
    made = Counter(*parts)
    try:
        made.wait(lambda: re.search(r"webhook listening on http://", made.output.read_text()), START_SECONDS)
        yield made
    finally:
        made.process.kill()
        made.process.wait()


@pytest.mark.skipif(sys.platform != "linux", reason="it looks for the programs in /proc")
@pytest.mark.timeout(120)
def test_orders_come_through_a_tunnel_that_comes_back_and_ends_with_the_program(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    authority = Authority(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(authority.file))
    tls.cache_clear()
    platform = TrainingPlatform()
    platform.start()
    with (
        closing(platform),
        ssh_server(tmp_path_factory.mktemp("server")) as server,
        terminator(authority.server(), free_port()) as far,
        opened(tmp_path, platform, server, far, authority.file) as counter,
    ):
        sent = new_ref()
        counter.wait(lambda: counter.send(sent), BACK_SECONDS)
        counter.wait(lambda: counter.has(sent), BACK_SECONDS)

        first = counter.tunnel()
        os.kill(first, signal.SIGKILL)
        killed = time.monotonic()
        missed = platform.create_order(lines=2)["order_id"]
        counter.wait(lambda: counter.tunnel() not in (0, first), BACK_SECONDS)
        again = new_ref()
        counter.wait(lambda: counter.send(again), killed + BACK_SECONDS - time.monotonic())
        counter.wait(lambda: counter.has(again), BACK_SECONDS)
        counter.wait(lambda: counter.has(missed), killed + BACK_SECONDS - time.monotonic())

        left = below(counter.process.pid)
        assert "ssh" in left.values() and len(left) >= 2
        counter.process.kill()
        counter.process.wait()
        deadline = time.monotonic() + 5
        while any(map(alive, left)):
            assert time.monotonic() < deadline, left
    assert SECRET not in counter.output.read_text()
    tls.cache_clear()
