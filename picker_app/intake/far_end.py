"""Asks the public address of the webhook whether it leads to this program: the whole way, over verified TLS."""

import hmac
import socket
import ssl
import time
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import urlsplit

import httpx

from picker_app.intake import way_in
from picker_app.platforms.network import tls

SECONDS = 8.0
_NO_TUNNEL = {404, 502, 503, 504, 521, 522, 523, 524, 530}
"""With these, services in front say that nothing is behind them at the moment."""


class Way(StrEnum):
    """What became of a question to the public address; `OPEN` is the only good one."""

    OPEN = "open"
    NO_NAME = "no_name"
    NOT_REACHED = "not_reached"
    NO_ANSWER = "no_answer"
    CERTIFICATE = "certificate"
    NOTHING_BEHIND = "nothing_behind"
    REDIRECTED = "redirected"
    SOMEBODY_ELSE = "somebody_else"
    HEADER_LOST = "header_lost"
    PROXY = "proxy"


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of a question: `words` are the other side's or the system's, for support; `seconds` it took."""

    way: Way
    words: str = ""
    seconds: float = 0.0


def address(public_url: str, account: str) -> str:
    """Return the exact address of an account's webhook, to be entered at the platform."""
    return f"{public_url.rstrip('/')}/webhooks/{account}"


async def ask(public_url: str, account: str, secret: str, *, seconds: float = SECONDS) -> Answer:
    """Ask the public address for a nonce that only this program can sign. Takes `seconds` at most.

    The way is the one that the platforms are asked by: through the proxy of the system's settings, if there is one.
    """
    begun = time.monotonic()
    nonce = way_in.new_nonce()
    headers = {
        "Authorization": way_in.question(account, secret, nonce),
        "User-Agent": "picker-app",
        # Without it ngrok may show a page of its own first.
        "ngrok-skip-browser-warning": "1",
    }
    limits = httpx.Timeout(seconds)
    try:
        _ = urlsplit(public_url).port  # a ValueError where it is no port
        async with (
            httpx.AsyncClient(verify=tls(), timeout=limits, follow_redirects=False) as client,
            client.stream("GET", address(public_url, account), headers=headers) as response,
        ):
            way = _read(response, way_in.answer(account, secret, nonce))
            words = "" if way is Way.OPEN else f"{response.status_code} {response.headers.get('server', '')}".strip()
    except httpx.TimeoutException:
        way, words = Way.NO_ANSWER, ""
    except httpx.ProxyError as error:
        way, words = Way.PROXY, str(error)
    except (httpx.HTTPError, httpx.InvalidURL, OSError, ValueError) as error:
        way, words = _failed(error)
    return Answer(way, words[:300], time.monotonic() - begun)


def _read(response: httpx.Response, wanted: str) -> Way:
    if hmac.compare_digest(response.headers.get(way_in.ANSWER, "").encode(), wanted.encode()):
        return Way.OPEN
    if response.status_code == 405 and response.headers.get("allow") == "POST":
        # As the listener answers a GET without a question.
        return Way.HEADER_LOST
    if response.status_code in _NO_TUNNEL:
        return Way.NOTHING_BEHIND
    return Way.REDIRECTED if response.is_redirect else Way.SOMEBODY_ELSE


def _failed(error: BaseException) -> tuple[Way, str]:
    found: BaseException | None = error
    while found is not None:
        if isinstance(found, ssl.SSLCertVerificationError):
            return Way.CERTIFICATE, found.verify_message
        if isinstance(found, socket.gaierror):
            return Way.NO_NAME, str(found.strerror)
        found = found.__cause__ or found.__context__
    return Way.NOT_REACHED, str(error)
