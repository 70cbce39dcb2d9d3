"""Which addresses are of this computer, and on which a secret may go: over https, or to this computer itself."""

import ipaddress
from urllib.parse import urlsplit


def is_here(address: str) -> bool:
    """Say whether an address names this computer."""
    host = urlsplit(address).hostname or ""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def guard(account: str, key: str, address: str) -> None:
    """Refuse what would put a secret of an account on an open line: ValueError that names the `key`."""
    scheme = urlsplit(address).scheme
    if scheme != "https" and not (scheme == "http" and is_here(address)):
        raise ValueError(f"account {account}: {key} must begin with https:// (http:// only on this computer)")
