"""Each kind of tunnel: its command line without any secret, and what the lines that it prints mean.

The lines are as these programs were seen to print them; names, numbers and tokens are made up.
"""

from pathlib import Path

import pytest

from picker_app.intake import tunnel_presets, tunnel_words
from picker_app.intake.far_end import Way
from picker_app.intake.tunnel_presets import Fault, Said
from picker_app.settings import Tunnel

HERE = "127.0.0.1:8787"


def words(**chosen: object) -> list[str]:
    return list(tunnel_presets.words(Tunnel.model_validate(chosen), "/usr/bin/it", HERE))


def said(kind: str, line: str, **chosen: object) -> Said:
    return tunnel_presets.read(Tunnel.model_validate({"kind": kind, **chosen}), line, HERE)


# Command lines


def test_a_tunnel_of_cloudflare_gets_its_token_by_its_environment() -> None:
    assert words(kind="cloudflared") == ["/usr/bin/it", "tunnel", "--no-autoupdate", "run"]
    chosen = Tunnel(kind="cloudflared")
    assert tunnel_presets.token_variable(chosen) == "TUNNEL_TOKEN" and tunnel_presets.needs_token(chosen)


def test_a_tunnel_of_cloudflare_that_was_set_up_here_is_run_by_its_name() -> None:
    assert words(kind="cloudflared", name="shop") == [
        *("/usr/bin/it", "tunnel", "--no-autoupdate", "--url", "http://127.0.0.1:8787", "run", "shop")
    ]
    assert not tunnel_presets.needs_token(Tunnel(kind="cloudflared", name="shop"))


def test_a_quick_tunnel_needs_nothing_and_is_another_one_each_time() -> None:
    assert words(kind="cloudflared_quick") == [
        *("/usr/bin/it", "tunnel", "--no-autoupdate", "--url", "http://127.0.0.1:8787")
    ]
    chosen = Tunnel(kind="cloudflared_quick")
    assert tunnel_presets.is_temporary(chosen) and not tunnel_presets.needs_token(chosen)
    assert tunnel_presets.token_variable(chosen) == ""


def test_ngrok_is_asked_for_the_reserved_address() -> None:
    log = ["--log", "stdout", "--log-format", "json"]
    assert words(kind="ngrok") == ["/usr/bin/it", "http", *log, "http://127.0.0.1:8787"]
    assert words(kind="ngrok", public_url="https://shop.ngrok.app/") == [
        *("/usr/bin/it", "http", *log, "--url", "https://shop.ngrok.app", "http://127.0.0.1:8787")
    ]
    assert tunnel_presets.token_variable(Tunnel(kind="ngrok")) == "NGROK_AUTHTOKEN"


def test_ssh_asks_nobody_shares_nothing_and_ends_where_it_cannot_listen() -> None:
    line = words(kind="ssh", host="server.example", user="shop", port=2222, remote_port=8080, key_file="~/key")
    options = {line[place + 1] for place, word in enumerate(line) if word == "-o"}
    assert {"BatchMode=yes", "ExitOnForwardFailure=yes", "ControlMaster=no", "ControlPath=none"} <= options
    assert line[-1] == "server.example" and line[-3:-1] == ["-R", "8080:127.0.0.1:8787"]
    assert line[-7:-3] == ["-p", "2222", "-l", "shop"]
    assert line[line.index("-i") + 1] == str(Path.home() / "key")
    assert "-F" not in line and not [option for option in options if "StrictHostKeyChecking" in option]


def test_ssh_listens_where_it_is_told_to() -> None:
    def listens(remote_host: str) -> str:
        line = words(kind="ssh", host="s", remote_host=remote_host, ssh_config="/etc/mine")
        assert line[1:5] == ["-N", "-T", "-F", "/etc/mine"]
        return line[line.index("-R") + 1]

    assert listens("*") == "*:0:127.0.0.1:8787"
    assert listens("10.0.0.1") == "10.0.0.1:0:127.0.0.1:8787"
    assert listens("::1") == "[::1]:0:127.0.0.1:8787"


def test_an_own_command_is_told_where_the_webhook_is() -> None:
    line = words(kind="command", command=["frpc", "-l", "{port}", "--to={url}", "{other}"])
    assert line == ["/usr/bin/it", "-l", "8787", "--to=http://127.0.0.1:8787", "{other}"]
    assert tunnel_presets.program(Tunnel(kind="command", command=("frpc", "x"))) == "frpc"
    assert tunnel_presets.token_variable(Tunnel(kind="command", command=("frpc",))) == "PICKER_TUNNEL_TOKEN"


def test_a_program_is_found_by_its_name_or_its_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert tunnel_presets.found(Tunnel(kind="ngrok")) == ""
    there = tmp_path / "ngrok"
    there.write_text("#!/bin/sh\n")
    assert tunnel_presets.found(Tunnel(kind="ngrok")) == ""
    there.chmod(0o755)
    assert tunnel_presets.found(Tunnel(kind="ngrok")) == str(there)
    monkeypatch.setenv("PATH", "/nowhere")
    assert tunnel_presets.found(Tunnel(kind="ngrok")) == ""
    assert tunnel_presets.found(Tunnel(kind="ngrok", program=str(there))) == str(there)


def test_of_each_known_program_it_is_said_where_to_get_it() -> None:
    for kind, where in (("cloudflared", "cloudflare.com"), ("ngrok", "ngrok.com/download"), ("ssh", "openssh-client")):
        assert where in tunnel_presets.source(Tunnel.model_validate({"kind": kind, "host": "s"}))
    assert tunnel_presets.source(Tunnel(kind="command", command=("x",))) == ""


# What they print


def lines() -> list[tuple[str, str, Said]]:
    """The lines of the file beside this one: kind, line, and what it means."""
    found = []
    for row in Path(__file__).with_name("tunnel_lines.tsv").read_text("utf-8").splitlines()[1:]:
        kind, address, stands, fault, line = row.split("\t", 4)
        meant = Said(address.strip("-"), stands == "stands", None if fault == "-" else Fault(fault))
        found.append((kind, line, meant))
    return found


@pytest.mark.parametrize(("kind", "line", "wanted"), lines())
def test_a_line_means_what_it_says(kind: str, line: str, wanted: Said) -> None:
    assert said(kind, line, host="server.example") == wanted


def test_every_code_has_a_sentence_and_says_what_to_do() -> None:
    for code in (*Fault, *Way):
        assert tunnel_words.title(code).endswith(".")
        assert tunnel_words.advice(code, source="somewhere", listener=HERE).endswith(".") or code is Way.OPEN
    for code in tunnel_words.WORDS:
        assert "{" not in tunnel_words.title(code) + tunnel_words.advice(code, source="somewhere", listener=HERE)
    assert "whoever makes it" in tunnel_words.advice(tunnel_words.MISSING)
