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


@functools.cache
def tls() -> ssl.SSLContext:
    """Return how secure connections are made: with the root certificates that come along with the program."""
    # Reading the root certificates takes long enough to be felt; all accounts share them.
    return httpx.create_ssl_context()
