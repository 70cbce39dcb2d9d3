"""The tunnel, with OpenSSH's own client and server: orders come through it, and it comes back by itself."""

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from picker_app.changes import Changes
from picker_app.intake import tunnel_words
from picker_app.intake.far_end import Way, address
from picker_app.intake.tunnel import Pauses, Tunnel
from picker_app.intake.tunnel_presets import Fault
from picker_app.intake.tunnel_row import State
from picker_app.platforms.network import tls
from picker_app.settings import Tunnel as Chosen
from tests.conftest import ExpectedLog
from tests.intake.events import event, new_ref
from tests.intake.test_leash import gone
from tests.intake.tunnels import Authority, Server, Terminator, free_port, ssh_server, terminator
from tests.outbox.shop import NAME, SECRET, Shop
from tests.outbox.waiting import until

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="its leash is another one there")

QUICK = Pauses(again=(0.05, 0.1), person=0.1, look=0.1, good=0.1, bad=(0.05,), patience=5, meanwhile=0.3)
ENOUGH = 12.0


@pytest.fixture
def authority(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Authority]:
    """An authority that this computer trusts for the test, as its owner would have it do."""
    made = Authority(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(made.file))
    tls.cache_clear()
    yield made
    tls.cache_clear()


@pytest.fixture
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with ssh_server(tmp_path_factory.mktemp("server")) as made:
        yield made


@pytest.fixture
def far(authority: Authority) -> Iterator[Terminator]:
    """The public address: TLS, and behind it the port at which the server listens for the tunnel."""
    with terminator(authority.server(), free_port()) as made:
        yield made


class Counter:
    """A tunnel of the shop, and how often it had the platforms' lists read."""

    def __init__(self, chosen: Chosen, shop: Shop, pauses: Pauses = QUICK, token: str = "") -> None:
        self.changes = Changes()
        self.looks = self.announced = 0
        self.secret: str | None = SECRET
        self.token = token
        self.end = self.changes.subscribe(self.hear)
        self.tunnel = Tunnel(
            chosen,
            self.changes,
            listener=lambda: f"127.0.0.1:{shop.listener.port}",
            secrets={"unused": lambda: None, NAME: lambda: self.secret},
            token=lambda: self.token,
            look=self.look,
            pauses=pauses,
        )

    def hear(self, ids: frozenset[int]) -> None:
        self.announced += 1

    def look(self) -> None:
        self.looks += 1

    async def comes_to(self, state: State, code: str = "") -> None:
        async def there() -> bool:
            row = self.tunnel.row()
            return row.state is state and code in ("", row.code)

        await until(there)

    async def close(self) -> None:
        await self.tunnel.close()
        self.end()


Open = Callable[..., Awaitable[Counter]]


@pytest.fixture
async def opened(shop: Shop) -> AsyncIterator[Open]:
    """Open a tunnel of the shop; it is closed at the end."""
    made: list[Counter] = []

    async def begin(chosen: Chosen, **ways: Any) -> Counter:
        counter = Counter(chosen, shop, **ways)
        made.append(counter)
        await counter.tunnel.start()
        return counter

    yield begin
    for counter in made:
        await counter.close()


def through(server: Server, far: Terminator, **changes: Any) -> Chosen:
    """A tunnel by ssh through the server to the public address."""
    wanted = {
        "kind": "ssh",
        "host": "127.0.0.1",
        "port": server.port,
        "user": server.user,
        "remote_port": far.target,
        "public_url": far.url,
        "ssh_config": str(server.config),
    }
    return Chosen.model_validate(wanted | changes)


def children(name: str) -> list[int]:
    """The running programs of this name below this process."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            head, _, tail = stat.read_text().rpartition(")")
            group = int(tail.split()[2])
            parent = Path(f"/proc/{group}/stat").read_text().rpartition(")")[2].split()[1]
        except (FileNotFoundError, ProcessLookupError):
            continue
        if head.partition("(")[2] == name and tail.split()[0] != "Z" and int(parent) == os.getpid():
            found.append(int(stat.parent.name))
    return found


def command_lines() -> list[str]:
    """The words of every running program."""
    found = []
    for one in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            found.append(one.read_bytes().decode(errors="replace"))
        except (FileNotFoundError, ProcessLookupError):
            continue
    assert found
    return found


# By ssh


async def test_an_event_sent_to_the_far_end_becomes_an_order(
    shop: Shop, server: Server, far: Terminator, authority: Authority, opened: Open
) -> None:
    counter = await opened(through(server, far))
    await counter.comes_to(State.OPEN)
    row = counter.tunnel.row()
    assert (row.code, row.public_url, row.kind, row.ends) == (tunnel_words.OPEN, far.url, "ssh", 0)
    assert (NAME, f"{far.url}/webhooks/{NAME}") in row.addresses and row.asked_at is not None and not row.temporary
    ref = new_ref()
    async with httpx.AsyncClient(headers={"authorization": SECRET}, timeout=10) as platform:
        answer = await platform.post(address(row.public_url, NAME), content=event(order_id=ref))
    assert (answer.status_code, answer.content) == (200, b"")
    assert (await shop.order(await shop.known(ref))).lines


@pytest.mark.expected_log("the tunnel does not lead here: The tunnel ended.")
async def test_a_tunnel_that_was_killed_is_told_at_once_and_comes_back(
    server: Server, far: Terminator, opened: Open
) -> None:
    counter = await opened(through(server, far), pauses=Pauses(again=(1.0,)))
    await counter.comes_to(State.OPEN)
    (ssh,) = children("ssh")
    assert counter.looks == 0
    async with asyncio.timeout(ENOUGH):
        os.kill(ssh, signal.SIGKILL)
        await counter.comes_to(State.LOST)
        row = counter.tunnel.row()
        assert (row.code, row.ends, counter.looks) == (tunnel_words.ENDED, 1, 1) and row.retry_at is not None
        await counter.comes_to(State.OPEN)
    assert counter.looks == 2
    assert children("ssh") != [ssh]


@pytest.mark.expected_log("the tunnel does not lead here")
async def test_a_server_that_went_and_came_back_is_found_again(server: Server, far: Terminator, opened: Open) -> None:
    counter = await opened(through(server, far))
    await counter.comes_to(State.OPEN)
    server.close()
    (session,) = children("ssh")
    os.kill(session, signal.SIGKILL)
    await counter.comes_to(State.LOST, Fault.NOT_REACHED)
    assert "127.0.0.1" in counter.tunnel.row().said[-1]
    server.start()
    await counter.comes_to(State.OPEN)
    looks = counter.looks
    assert looks >= 2
    await counter.comes_to(State.OPEN)


async def test_at_the_end_nothing_of_the_tunnel_is_left(server: Server, far: Terminator, opened: Open) -> None:
    counter = await opened(through(server, far))
    await counter.comes_to(State.OPEN)
    pids = children("ssh") + children("sh")
    assert len(pids) >= 2
    await counter.close()
    await gone(*pids)
    assert counter.tunnel.row().said == () or "Killed" not in counter.tunnel.row().said[-1]


async def test_a_server_that_chooses_the_port_names_it(server: Server, far: Terminator, opened: Open) -> None:
    counter = await opened(through(server, far, remote_port=0))

    async def named() -> int:
        words = " ".join(counter.tunnel.row().said)
        return int(words.partition("Allocated port ")[2].partition(" ")[0] or 0)

    far.target = await until(named)
    await counter.comes_to(State.OPEN)


@pytest.mark.expected_log("the tunnel does not lead here")
@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"key_file": "{server}/stranger", "ssh_config": "{server}/bare"}, Fault.REFUSED),
        ({"ssh_config": "{server}/empty"}, Fault.SERVER_UNKNOWN),
        ({"ssh_config": "{server}/other"}, Fault.SERVER_CHANGED),
        ({"port": 1}, Fault.NOT_REACHED),
    ],
)
async def test_what_is_wrong_with_the_server_has_a_sentence(
    server: Server, far: Terminator, opened: Open, changes: dict[str, Any], code: Fault
) -> None:
    known = (server.folder / "known").read_text()
    (server.folder / "bare").write_text(f"UserKnownHostsFile {server.folder}/known\nIdentitiesOnly yes\n")
    (server.folder / "empty").write_text(f"UserKnownHostsFile {server.folder}/nothing\n")
    stranger = " ".join((server.folder / "stranger.pub").read_text().split()[:2])
    (server.folder / "wrong").write_text(f"{known.split(' ')[0]} {stranger}\n")
    (server.folder / "other").write_text(f"UserKnownHostsFile {server.folder}/wrong\n")
    put = {
        key: value.format(server=server.folder) if isinstance(value, str) else value for key, value in changes.items()
    }
    counter = await opened(through(server, far, **put))
    await counter.comes_to(State.LOST, code)

    async def put_off() -> bool:
        return counter.tunnel.row().retry_at is not None

    await until(put_off)
    row = counter.tunnel.row()
    assert row.title.endswith(".") and row.advice.endswith(".") and row.code == code


@pytest.mark.expected_log("The server does not let the tunnel listen")
async def test_a_port_that_is_taken_at_the_server_is_told(server: Server, far: Terminator, opened: Open) -> None:
    with terminator(far._context, 1) as other:
        counter = await opened(through(server, far, remote_port=other.port))
        await counter.comes_to(State.LOST, Fault.PORT_TAKEN)


# By other programs


def program(folder: Path, words: str) -> str:
    """A program of the shell that stands for a tunnel."""
    file = folder / "tunnel"
    file.write_text(f"#!/bin/sh\n{words}\n")
    file.chmod(0o755)
    return str(file)


def command(folder: Path, words: str, **more: Any) -> Chosen:
    return Chosen.model_validate({"kind": "command", "command": [program(folder, words), "{port}"], **more})


async def test_the_address_is_read_from_what_the_program_prints(
    tmp_path: Path, shop: Shop, far: Terminator, opened: Open
) -> None:
    far.target = shop.listener.port
    chosen = command(tmp_path, f"echo '\033[32myour url is: {far.url}\033[0m'; exec sleep 1000")
    counter = await opened(chosen)
    await counter.comes_to(State.OPEN)
    row = counter.tunnel.row()
    assert row.public_url == far.url and row.said == (f"your url is: {far.url}",)


async def test_an_address_without_a_tunnel_is_asked_too(shop: Shop, far: Terminator, opened: Open) -> None:
    far.target = shop.listener.port
    counter = await opened(Chosen(public_url=far.url))
    await counter.comes_to(State.OPEN)
    assert counter.tunnel.row().kind == ""


async def test_nothing_runs_where_nothing_is_chosen(opened: Open) -> None:
    counter = await opened(Chosen())
    row = counter.tunnel.row()
    assert (row.state, row.code, row.addresses, counter.announced) == (State.OFF, tunnel_words.OFF, (), 0)


@pytest.mark.expected_log("The public address answers, and nothing is behind it|is not reached")
async def test_a_way_that_is_lost_while_the_program_runs_is_told_and_its_return(
    tmp_path: Path, shop: Shop, far: Terminator, opened: Open
) -> None:
    far.target = shop.listener.port
    counter = await opened(command(tmp_path, "exec sleep 1000", public_url=far.url))
    await counter.comes_to(State.OPEN)
    far.target = free_port()
    await counter.comes_to(State.LOST)
    assert counter.tunnel.row().code in (Way.NOT_REACHED, Way.NOTHING_BEHIND) and counter.looks == 1
    far.target = shop.listener.port
    await counter.comes_to(State.OPEN)
    assert counter.looks >= 2


@pytest.mark.expected_log("the tunnel does not lead here")
async def test_a_program_that_hangs_is_started_again(tmp_path: Path, shop: Shop, far: Terminator, opened: Open) -> None:
    far.target = shop.listener.port
    counter = await opened(command(tmp_path, f"echo x >> {tmp_path}/starts; exec sleep 1000", public_url=far.url))
    await counter.comes_to(State.OPEN)
    far.target = free_port()

    async def again() -> bool:
        return len((tmp_path / "starts").read_text().split()) > 1

    await until(again)


@pytest.mark.expected_log("the tunnel does not lead here: The program of the tunnel is not on this computer.")
async def test_a_program_that_is_missing_says_where_to_get_it_and_starts_once_it_is_there(
    tmp_path: Path, shop: Shop, far: Terminator, opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = os.environ["PATH"]
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    counter = await opened(Chosen(kind="ngrok", public_url=far.url))
    await counter.comes_to(State.LOST, tunnel_words.MISSING)
    assert "https://ngrok.com/download" in counter.tunnel.row().advice
    far.target = shop.listener.port
    monkeypatch.setenv("PATH", f"{tmp_path}/bin:{path}")
    (tmp_path / "bin").mkdir()
    os.rename(program(tmp_path, "exec sleep 1000"), tmp_path / "bin" / "ngrok")
    await counter.comes_to(State.OPEN)


@pytest.mark.expected_log("the tunnel does not lead here: The token of the tunnel is missing.")
async def test_a_token_reaches_the_program_by_its_environment_only(
    tmp_path: Path, shop: Shop, far: Terminator, opened: Open
) -> None:
    far.target = shop.listener.port
    token = "very-secret-token-of-the-tunnel"
    words = 'echo "token $TUNNEL_TOKEN"; echo "words $*"; exec sleep 1000'
    chosen = Chosen(kind="cloudflared", public_url=far.url, program=program(tmp_path, words))
    counter = await opened(chosen)
    await counter.comes_to(State.LOST, tunnel_words.NO_TOKEN)
    counter.token = token
    counter.tunnel.start_again()
    await counter.comes_to(State.OPEN)

    async def both() -> bool:
        return len(counter.tunnel.row().said) == 2

    await until(both)
    assert counter.tunnel.row().said == ("token ***", "words tunnel --no-autoupdate run")
    assert not [line for line in command_lines() if token in line]


async def test_without_a_webhook_secret_the_way_is_not_tested_until_there_is_one(
    tmp_path: Path, shop: Shop, far: Terminator, opened: Open
) -> None:
    far.target = shop.listener.port
    chosen = command(tmp_path, "exec sleep 1000", public_url=far.url)
    counter = await opened(chosen)
    await counter.close()
    counter.secret = None
    await counter.tunnel.start()
    await counter.comes_to(State.UNTESTED)
    counter.secret = SECRET
    counter.tunnel.check_now()
    await counter.comes_to(State.OPEN)


@pytest.mark.expected_log("The tunnel runs, and its public address is not known")
async def test_a_program_that_names_no_address_in_time_is_told(tmp_path: Path, opened: Open) -> None:
    counter = await opened(command(tmp_path, "exec sleep 1000"), pauses=Pauses(patience=0.2))
    await counter.comes_to(State.STARTING)
    await counter.comes_to(State.LOST, tunnel_words.NO_ADDRESS)


async def test_a_tunnel_that_ends_again_and_again_is_said_once(
    tmp_path: Path, shop: Shop, far: Terminator, opened: Open, expected_log: ExpectedLog
) -> None:
    expected_log("the tunnel does not lead here")
    far.target = shop.listener.port
    stay = tmp_path / "stay"
    words = f"test -e {stay} && exec sleep 1000; exec sleep 0.2"
    counter = await opened(command(tmp_path, words, public_url=far.url))

    async def unsteady() -> bool:
        return counter.tunnel.row().code == tunnel_words.UNSTEADY and counter.tunnel.row().ends > 4

    await until(unsteady)
    stay.touch()
    await counter.comes_to(State.OPEN, tunnel_words.UNSTEADY)
    # Each time it was open before it was known to be unsteady it was said; from then on no more.
    assert len(expected_log.records) <= 3
    assert counter.tunnel.row().advice.startswith("Look at what it says below")


@pytest.mark.expected_log("the tunnel does not lead here")
async def test_a_program_that_cannot_be_started_is_tried_again(tmp_path: Path, far: Terminator, opened: Open) -> None:
    counter = await opened(command(tmp_path, "echo no licence; exit 3", public_url=far.url))

    async def several() -> bool:
        return counter.tunnel.row().ends >= 2

    await until(several)
    assert "no licence" in counter.tunnel.row().said
