"""What every client has of the network: how secure lines are made, and which failures mean that nothing left."""

import functools
import ssl

import httpx

Transport = httpx.AsyncBaseTransport

# Raised before the first byte of the request has left.
BEFORE = (
    httpx.ConnectError,
    httpx.ConnectTimeout,
    httpx.InvalidURL,
    httpx.PoolTimeout,
    httpx.ProxyError,
    httpx.UnsupportedProtocol,
)
FAILURES = (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError, httpx.CookieConflict, TimeoutError)

WHOLE_SECONDS = 30.0
"""How long an answer may take, from the first byte of its request to its own last one."""


def connections(transport: Transport | None, *, connect_seconds: float, on_this_computer: bool) -> httpx.AsyncClient:
    """Return what carries the requests of an account; `transport` takes the place of the network."""
    return httpx.AsyncClient(
        timeout=httpx.Timeout(WHOLE_SECONDS, connect=connect_seconds, pool=connect_seconds),
        follow_redirects=False,
        verify=tls(),
        # A proxy of the environment is for the way out, not for this computer.
        trust_env=not on_this_computer,
        transport=transport,
    )


async def body_of(response: httpx.Response, most: int) -> bytes:
    """Read an answer; what is longer than any answer of the platform is cut off, and so is unreadable later."""
    body = bytearray()
    async for part in response.aiter_bytes():
        body += part
        if len(body) > most:
            break
    return bytes(body)


@functools.cache
def tls() -> ssl.SSLContext:
    """Return how secure connections are made: with the root certificates that come along with the program."""
    # Reading the root certificates takes long enough to be felt; all accounts share them.
    return httpx.create_ssl_context()
