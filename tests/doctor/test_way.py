"""What the doctor says of the tunnel, of the whole way in, and of a certificate that cannot be trusted."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, cast

import pytest
from starlette.responses import Response

from picker_app import __version__
from picker_app.changes import Changes
from picker_app.doctor import certificate
from picker_app.intake.listener import AccountDoor, Listener
from picker_app.platforms.network import tls
from picker_app.store.database import Database, sqlite_url
from picker_app.training.delivery_hero.platform import TrainingPlatform
from tests.doctor.rounds import WEBHOOK_SECRET, Doctor, served, shop
from tests.intake.tunnels import Authority, free_port, terminator


@pytest.fixture
def authority(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Authority]:
    """An authority that this computer trusts for the test."""
    made = Authority(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(made.file))
    tls.cache_clear()
    yield made
    tls.cache_clear()


@contextmanager
def running(folder: Path) -> Iterator[int]:
    """The door of a running program; its port."""
    with closing(Database(sqlite_url(folder / "other.sqlite3"))) as database:
        database.open()
        # A question is answered before the platform of an account has to read anything.
        doors = {"centro": AccountDoor(cast(Any, None), lambda: WEBHOOK_SECRET)}
        listener = Listener(database, Changes(), doors, port=0, version=__version__)
        listener.start()
        try:
            yield listener.port
        finally:
            listener.close()


def written(doctor: Doctor, platform: TrainingPlatform, tunnel: str, port: int = 0) -> None:
    doctor.write(shop(platform.url, head=f"[webhook]\nport = {port}\n[tunnel]\n{tunnel}\n"))
    doctor.round()


def test_a_shop_without_a_tunnel_is_told_so(doctor: Doctor, platform: TrainingPlatform) -> None:
    written(doctor, platform, "")
    assert doctor.of("tunnel")[0].startswith("ok: none is set up") and doctor.of("way in") == []


@pytest.mark.parametrize(
    ("tunnel", "said"),
    [
        ('kind = "ngrok"', "fail: ngrok is not on this computer. Get it from https://ngrok.com/download"),
        ('kind = "command"\ncommand = ["frpc"]', "fail: frpc is not on this computer. Get it from whoever makes it"),
        ('kind = "ssh"\nhost = "s"\nkey_file = "/nowhere/key"', "fail: key_file: there is no file /nowhere/key"),
        ('kind = "ssh"\nhost = "s"\nssh_config = "/nowhere/x"', "fail: ssh_config: there is no file /nowhere/x"),
        ('kind = "cloudflared"\nprogram = "/bin/sh"', "fail: cloudflared_token is missing. Store it in the keyring"),
        ('kind = "cloudflared_quick"\nprogram = "/bin/sh"', "warn: its address is another one after each start"),
        ('kind = "command"\ncommand = ["sh"]', "ok: command, /"),
    ],
)
def test_what_the_tunnel_lacks_is_told_with_what_to_do(
    doctor: Doctor, platform: TrainingPlatform, tunnel: str, said: str
) -> None:
    written(doctor, platform, tunnel)
    assert [line for line in doctor.of("tunnel") if line.startswith(said)]
    assert doctor.of("way in")[0].startswith("warn: not tried: the address is known only to the running program")


def test_the_token_of_the_tunnel_is_found_and_not_printed(
    doctor: Doctor, platform: TrainingPlatform, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PICKER_SECRET_TUNNEL_CLOUDFLARED_TOKEN", "token-of-the-tunnel")
    written(doctor, platform, 'kind = "cloudflared"\nprogram = "/bin/sh"')
    assert doctor.of("tunnel") == ["ok: cloudflared, /bin/sh"]
    assert "token-of-the-tunnel" not in "\n".join(doctor.lines)


def test_while_the_program_does_not_run_the_way_is_not_tried(
    doctor: Doctor, platform: TrainingPlatform, authority: Authority
) -> None:
    written(doctor, platform, 'public_url = "https://localhost:1"', port=free_port())
    assert doctor.of("way in") == ["warn: not tried: the program does not run. Start it, then ask again."]


def test_a_way_that_leads_to_the_running_program_is_well(
    doctor: Doctor, platform: TrainingPlatform, authority: Authority, tmp_path: Path
) -> None:
    with running(tmp_path) as port, terminator(authority.server(), port) as far:
        written(doctor, platform, f'public_url = "{far.url}"', port=port)
        assert doctor.of("centro, way in")[0].startswith(f"ok: {far.url}/webhooks/centro leads to the running program")
        assert doctor.code == 0 and WEBHOOK_SECRET not in "\n".join(doctor.lines)


def test_a_way_that_leads_elsewhere_fails_with_what_to_do(
    doctor: Doctor, platform: TrainingPlatform, authority: Authority, tmp_path: Path
) -> None:
    with (
        running(tmp_path) as port,
        served(lambda request: Response("a page")) as other,
        terminator(authority.server(), other.port) as far,
    ):
        written(doctor, platform, f'public_url = "{far.url}"', port=port)
        (line,) = doctor.of("centro, way in")
        assert line.startswith(f"fail: {far.url}/webhooks/centro: Something else answers")
        assert f"passes /webhooks/ on to http://127.0.0.1:{port}" in line and doctor.code == 1


def test_a_certificate_that_cannot_be_trusted_is_told_with_its_issuer(
    doctor: Doctor, platform: TrainingPlatform, authority: Authority, tmp_path_factory: pytest.TempPathFactory
) -> None:
    stranger = Authority(tmp_path_factory.mktemp("stranger"))
    with running(tmp_path_factory.mktemp("program")) as port, terminator(stranger.server(), port) as far:
        written(doctor, platform, f'public_url = "{far.url}"', port=port)
    (line,) = doctor.of("centro, way in")
    assert "The certificate of the public address cannot be trusted." in line
    assert 'it was issued by "trustme' in line and 'for "localhost"' in line and "exempt this address" in line


def test_a_proxy_that_opens_the_line_to_the_platform_is_told_with_its_certificate(
    doctor: Doctor, platform: TrainingPlatform
) -> None:
    with terminator(Authority(doctor.config.parent).server(), free_port()) as proxy:
        doctor.write(shop(proxy.url))
        doctor.round()
        (line,) = doctor.of("centro, sign-in")
    assert line.startswith("fail: ") and "Look for a proxy or virus scanner that opens secure connections" in line
    assert 'The certificate that is shown here: it was issued by "trustme' in line
    assert platform.state()["requests"] == []


def test_where_no_certificate_is_shown_nothing_is_said_of_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert certificate.seen(f"https://localhost:{free_port()}") == ""
    with terminator(Authority(tmp_path).server(), free_port()) as far:
        assert "trustme" in certificate.seen(far.url)
        monkeypatch.setenv("HTTPS_PROXY", "http://127.0.0.1:1")
        assert certificate.seen(far.url) == ""
