"""What is known of each kind of tunnel: its command line, its token, where to get it, and what its output means."""

import json
import re
import shutil
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from urllib.parse import urlsplit

from picker_app.settings import Tunnel


class Fault(StrEnum):
    """What a tunnel's program said is wrong."""

    REFUSED = "refused"
    TOO_MANY = "too_many"
    IN_USE = "in_use"
    SERVER_UNKNOWN = "server_unknown"
    SERVER_CHANGED = "server_changed"
    PORT_TAKEN = "port_taken"
    NOT_REACHED = "server_not_reached"
    ELSEWHERE = "leads_elsewhere"


@dataclass(frozen=True, slots=True)
class Said:
    """What a line of the output means: the public address, that the tunnel stands, or what is wrong; mostly nothing."""

    address: str = ""
    stands: bool = False
    fault: Fault | None = None


_PROGRAMS = {"cloudflared": "cloudflared", "cloudflared_quick": "cloudflared", "ngrok": "ngrok", "ssh": "ssh"}
_TOKENS = {"cloudflared": "TUNNEL_TOKEN", "ngrok": "NGROK_AUTHTOKEN", "command": "PICKER_TUNNEL_TOKEN"}
_SOURCES = {
    "cloudflared": "https://developers.cloudflare.com/cloudflare-one/connections/connect-networks/downloads/ "
    "(Windows: winget install --id Cloudflare.cloudflared; macOS: brew install cloudflared)",
    "ngrok": "https://ngrok.com/download (Windows: winget install ngrok.ngrok; macOS: brew install ngrok)",
    "ssh": "your system (Debian and its like: sudo apt install openssh-client; Windows: Settings, Optional features, "
    "OpenSSH Client)",
}
_ADDRESS = re.compile(r"https://[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?::\d{1,5})?(?=[/\s\"'|,;)\]]|$)")
_PAGES = ("developers.cloudflare.com", "www.cloudflare.com", "github.com", "admin.localhost.run", "localhost.run")
"""Addresses of manuals, which tunnels print beside the public one."""
_QUICK = re.compile(r"https://(?!api\.)[a-z0-9-]+\.trycloudflare\.com")
_CONFIGURATION = re.compile(r'Updated to new configuration config="((?:[^"\\]|\\.)*)"')
_REGISTERED = re.compile(r"Registered tunnel connection|Connection \S+ registered")
_NGROK_STARTED = re.compile(r'msg="started tunnel".*\burl=(https://\S+)')
_NGROK_CODE = re.compile(r"ERR_NGROK_(\d+)")
_ALLOCATED = re.compile(r"Allocated port \d+ for remote forward")

_CLOUDFLARED = (
    ("Provided Tunnel token is not valid", Fault.REFUSED),
    ("Unauthorized", Fault.REFUSED),
    ("429 Too Many Requests", Fault.TOO_MANY),
)
_NGROK = {
    "105": Fault.REFUSED,
    "106": Fault.REFUSED,
    "107": Fault.REFUSED,
    "4018": Fault.REFUSED,
    "108": Fault.IN_USE,
    "334": Fault.IN_USE,
}
_SSH = (
    ("REMOTE HOST IDENTIFICATION HAS CHANGED", Fault.SERVER_CHANGED),
    ("Host key verification failed", Fault.SERVER_UNKNOWN),
    ("Permission denied (", Fault.REFUSED),
    ("Too many authentication failures", Fault.REFUSED),
    ("remote port forwarding failed", Fault.PORT_TAKEN),
    ("Could not resolve hostname", Fault.NOT_REACHED),
    ("ssh: connect to host", Fault.NOT_REACHED),
    ("Connection timed out", Fault.NOT_REACHED),
    ("not responding", Fault.NOT_REACHED),
)


def program(chosen: Tunnel) -> str:
    """Return what the tunnel's program is called, or where it is."""
    own = chosen.command[0] if chosen.kind == "command" else _PROGRAMS[chosen.kind]
    return chosen.program or own


def found(chosen: Tunnel) -> str:
    """Return where the tunnel's program is on this computer, "" where it is not."""
    return shutil.which(str(Path(program(chosen)).expanduser())) or ""


def source(chosen: Tunnel) -> str:
    """Return where the tunnel's program can be got, "" where nobody knows."""
    return "" if chosen.kind == "command" else _SOURCES[_PROGRAMS[chosen.kind]]


def token_variable(chosen: Tunnel) -> str:
    """Return the variable of the environment in which the tunnel's program looks for its token, "" if for none."""
    return _TOKENS.get(chosen.kind, "")


def needs_token(chosen: Tunnel) -> bool:
    """Say whether the tunnel cannot be without a token; ngrok may have been signed in on this computer."""
    return chosen.kind == "cloudflared" and not chosen.name


def is_temporary(chosen: Tunnel) -> bool:
    """Say whether the public address is another one after each start."""
    return chosen.kind == "cloudflared_quick"


def words(chosen: Tunnel, where: str, listener: str) -> tuple[str, ...]:
    """Return the command line: the program at `where`, leading to the `listener`, an address with its port.

    No secret is in it.
    """
    here = f"http://{listener}"
    match chosen.kind:
        case "cloudflared" if not chosen.name:
            return where, "tunnel", "--no-autoupdate", "run"
        case "cloudflared":
            return where, "tunnel", "--no-autoupdate", "--url", here, "run", chosen.name
        case "cloudflared_quick":
            return where, "tunnel", "--no-autoupdate", "--url", here
        case "ngrok":
            reserved = ("--url", chosen.public_url) if chosen.public_url else ()
            return where, "http", "--log", "stdout", "--log-format", "json", *reserved, here
        case "ssh":
            return _ssh(chosen, where, listener)
        case _:
            rest = chosen.command[1:]
            return where, *(word.replace("{port}", listener.rpartition(":")[2]).replace("{url}", here) for word in rest)


def _ssh(chosen: Tunnel, where: str, listener: str) -> tuple[str, ...]:
    options = (
        # It must ask nobody, end when the way does not come about, and notice in 30 s that the line is dead.
        *("BatchMode=yes", "ExitOnForwardFailure=yes", "ConnectTimeout=10"),
        *("ServerAliveInterval=10", "ServerAliveCountMax=3", "TCPKeepAlive=yes"),
        # A shared connection would live on without this program.
        "ControlMaster=no",
        "ControlPath=none",
    )
    listens = f"[{chosen.remote_host}]:" if ":" in chosen.remote_host else f"{chosen.remote_host}:"
    return (
        *(where, "-N", "-T"),
        *(("-F", str(Path(chosen.ssh_config).expanduser())) if chosen.ssh_config else ()),
        *(word for option in options for word in ("-o", option)),
        *(("-i", str(Path(chosen.key_file).expanduser())) if chosen.key_file else ()),
        *("-p", str(chosen.port)),
        *(("-l", chosen.user) if chosen.user else ()),
        *("-R", f"{listens if chosen.remote_host else ''}{chosen.remote_port}:{listener}"),
        chosen.host,
    )


def read(chosen: Tunnel, line: str, listener: str) -> Said:
    """Say what a line of the tunnel's output means; `listener` as in `words`."""
    match chosen.kind:
        case "cloudflared" | "cloudflared_quick":
            return _cloudflared(line, listener, quick=chosen.kind == "cloudflared_quick")
        case "ngrok":
            return _ngrok(line)
        case "ssh":
            return _shell(line)
        case _:
            return Said(_any_address(line))


def _cloudflared(line: str, listener: str, *, quick: bool) -> Said:
    if _REGISTERED.search(line):
        return Said(stands=True)
    if quick and (address := _QUICK.search(line)):
        return Said(address[0])
    if configuration := _CONFIGURATION.search(line):
        return _ingress(configuration[1], listener)
    bad = re.search(r"\b(ERR|FTL|WRN)\b", line) is not None or " is not valid" in line
    return Said(fault=next((fault for words, fault in _CLOUDFLARED if bad and words in line), None))


def _ingress(escaped: str, listener: str) -> Said:
    """Read the rules that Cloudflare's page holds for a tunnel: which names lead to which service."""
    host, _, port = listener.rpartition(":")
    try:
        rules = json.loads(json.loads(f'"{escaped}"')).get("ingress", [])
        named = {rule["hostname"]: urlsplit(rule["service"]) for rule in rules if rule.get("hostname")}
        leads_here = [
            name
            for name, service in named.items()
            if service.hostname in ("127.0.0.1", "localhost", host.strip("[]")) and str(service.port or 80) == port
        ]
    except (ValueError, TypeError, KeyError, AttributeError):
        return Said()
    if leads_here:
        return Said(f"https://{leads_here[0]}")
    return Said(fault=Fault.ELSEWHERE)


def _ngrok(line: str) -> Said:
    if code := _NGROK_CODE.search(line):
        return Said(fault=_NGROK.get(code[1]))
    try:
        told = json.loads(line)
    except ValueError:
        started = _NGROK_STARTED.search(line)
        return Said(started[1].rstrip('"'), stands=True) if started else Said()
    if isinstance(told, dict) and told.get("msg") == "started tunnel" and isinstance(told.get("url"), str):
        return Said(told["url"], stands=True)
    return Said()


def _shell(line: str) -> Said:
    if _ALLOCATED.search(line):
        return Said(stands=True)
    fault = next((fault for words, fault in _SSH if words in line), None)
    return Said(fault=fault) if fault else Said(_any_address(line))


def _any_address(line: str) -> str:
    """Return the last https address of a line that is none of a manual, "" if there is none."""
    return next((one for one in reversed(_ADDRESS.findall(line)) if urlsplit(one).hostname not in _PAGES), "")
