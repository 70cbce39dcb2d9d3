"""Says which certificate a server shows where it cannot be trusted: a proxy or virus scanner is known by its issuer."""

import contextlib
import socket
import ssl
from typing import Any
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

from picker_app.wording import Words, say, tr

SECONDS = 5.0


def seen(url: str) -> Words:
    """Return who issued the certificate that a server shows, for whom and until when; "" where that is not known.

    Nothing is sent to the server. The certificate is read by a connection that trusts it alone.
    """
    parts = urlsplit(url)
    host, port = parts.hostname or "", parts.port or 443
    if "https" in getproxies() and not proxy_bypass(host):
        return say("")  # the way goes through a proxy that is known: it was not this one that opened the connection
    try:
        shown = ssl.get_server_certificate((host, port), timeout=SECONDS)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        context.check_hostname = False
        context.verify_flags |= ssl.VERIFY_X509_PARTIAL_CHAIN
        context.load_verify_locations(cadata=shown)
        with (
            socket.create_connection((host, port), timeout=SECONDS) as line,
            contextlib.closing(context.wrap_socket(line, server_hostname=host)) as secure,
        ):
            return _told(secure.getpeercert() or {})
    except (OSError, ValueError):
        return say("")


def _told(certificate: dict[str, Any]) -> Words:
    issuer, subject = _name(certificate.get("issuer", ())), _name(certificate.get("subject", ()))
    names = [value for kind, value in certificate.get("subjectAltName", ()) if kind in ("DNS", "IP Address")]
    whom = names[0] if names else subject
    until = str(certificate.get("notAfter", ""))
    if not issuer:
        return say("")
    return say(tr('it was issued by "{issuer}" for "{whom}", until {day}'), issuer=issuer, whom=whom, day=until)


def _name(parts: Any) -> str:
    """Return the name in an issuer or a subject: its organization, and what it is called."""
    found = {key: str(value) for part in parts for key, value in part}
    words = [found[key] for key in ("organizationName", "commonName") if key in found]
    return ", ".join(dict.fromkeys(words))
