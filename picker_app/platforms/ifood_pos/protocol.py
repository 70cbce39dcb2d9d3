"""The requests to iFood's POS API and the meaning of every answer and every silence; no I/O in here."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any, Literal, NoReturn
from urllib.parse import quote, urlencode

from picker_app import __version__
from picker_app.domain.cart import Kind
from picker_app.platforms import exact_json, fields
from picker_app.platforms.answers import NO_JSON, Answer, parsed, wait, words
from picker_app.platforms.ifood_pos import AccountSettings, wire
from picker_app.platforms.port import (
    Accepted,
    Limited,
    LockedOut,
    Missing,
    PlatformError,
    Refused,
    Unanswered,
    Uncertain,
    Unreachable,
    Unreadable,
)
from picker_app.platforms.sign_in import Token

TOKEN_PATH = "/oauth/token"
POLL_PATH = "/v1.0/events%3Apolling"
ACKNOWLEDGMENT_PATH = "/v1.0/events/acknowledgment"
STATUSES = {
    Kind.INTEGRATE: "integration",
    Kind.CONFIRM: "confirmation",
    Kind.DISPATCH: "dispatch",
    Kind.DELIVER: "delivery",
    Kind.REJECT: "rejection",
}
IDS_A_CALL = 500
LONGEST_PAUSE = 360.0
HIGHEST_PRICE = 1_000_000
SILENT_LIFETIME = 3599.0
_CENT = Decimal("0.01")
_PAUSES = (1, 2, 4, 8)
_REFUSED_RESTS = (60.0, 300.0, 900.0)
_ANSWERED_RESTS = (5.0, 10.0, 20.0, 40.0, 80.0, 160.0, 300.0)
_LOST_RESTS = (2.0, 4.0, 8.0, 16.0, 32.0, 60.0)
_NAMES = ("code", "message", "error_description", "error", "errors")
_NO_ROUTE = b"no route matched"


@dataclass(frozen=True, slots=True)
class Request:
    """A request as it goes out, but for the token; `target` is the encoded path, `query` what no log may hold.

    `acts`: without an answer it is uncertain whether it was carried out.
    """

    method: Literal["GET", "POST", "PATCH", "PUT"]
    target: str
    body: bytes = field(default=b"", repr=False)
    query: str = field(default="", repr=False)
    acts: bool = False

    def headers(self, token: str = "") -> dict[str, str]:
        """Return the headers of section 1, with the token where there is one."""
        headers = {"Accept": "application/json", "User-Agent": f"picker-app/{__version__}"}
        if token:
            headers["Authorization"] = f"Bearer {token}"
        if self.body:
            headers["Content-Type"] = "application/json"
        elif self.method != "GET":
            headers["Content-Length"] = "0"
        return headers


# Requests.


def token_request(account: AccountSettings, client_secret: str, password: str) -> Request:
    """Sign in (ifood_pos.md section 2): all five values stand in the query, the body is empty."""
    values = {
        "client_id": account.client_id,
        "client_secret": client_secret,
        "username": account.username,
        "password": password,
        "grant_type": "password",
    }
    return Request("POST", TOKEN_PATH, query=urlencode(values, safe="", quote_via=quote))


def poll() -> Request:
    """Ask for all events that were not acknowledged (section 3)."""
    return Request("GET", POLL_PATH)


def acknowledgment(ids: Sequence[str]) -> Request:
    """Acknowledge events by their ids (section 4), at most `IDS_A_CALL` of them."""
    return Request("POST", ACKNOWLEDGMENT_PATH, exact_json.dump([{"id": name} for name in ids]))


def get_order(ref: str) -> Request:
    """Read an order (section 5)."""
    return Request("GET", f"/v1.0/orders/{_part(ref)}")


def post_status(kind: Kind, ref: str, body: bytes) -> Request:
    """Send a status message (section 7)."""
    return Request("POST", f"/v1.0/orders/{_part(ref)}/statuses/{STATUSES[kind]}", body, acts=True)


def patch_price(stores: Sequence[str], code: str, price: Decimal, start: date | None) -> Request:
    """Set a product's price for several shops, at once or from a day on (section 8).

    ValueError: no shop, one whose id is no number, or a price that is not above 0, too high, or below a cent exact.
    """
    if not stores or not all(store.isascii() and store.isdigit() for store in stores):
        raise ValueError("a price is for one or more shops, each named by its number at iFood")
    if not (price.is_finite() and 0 < price <= HIGHEST_PRICE and price == price.quantize(_CENT)):
        raise ValueError(f"a price is above 0, at most {HIGHEST_PRICE}, and has at most 2 decimals")
    ids = [int(store) for store in stores]
    tree: dict[str, Any] = {"merchantIds": ids, "externalCode": code, "price": price.quantize(_CENT)}
    if start is not None:
        tree["startDate"] = start.isoformat()
    return Request("PATCH", f"/v1.0/skus/{_part(code)}/prices", exact_json.dump(tree), acts=True)


def patch_product(store: str, code: str, available: bool) -> Request:
    """Show or hide a product (section 8)."""
    body = exact_json.dump({"status": _available(available)})
    return Request("PATCH", f"/v1.0/merchants/{_part(store)}/skus/{_part(code)}", body, acts=True)


def put_shop(store: str, available: bool, reason: str) -> Request:
    """Open or close the shop (section 8). ValueError: it is closed without a reason."""
    tree = {"status": _available(available)}
    if not available:
        if not reason.strip():
            raise ValueError("closing the shop needs a reason")
        tree["reason"] = reason.strip()
    return Request("PUT", f"/v1.0/merchants/{_part(store)}/statuses", exact_json.dump(tree), acts=True)


def _available(available: bool) -> str:
    return "AVAILABLE" if available else "UNAVAILABLE"


def _part(name: str) -> str:
    """Encode a part of a path completely; Missing where there is none: the path would mean something else."""
    if not name.strip():
        raise Missing("it has no name at the platform")
    encoded = quote(name, safe="")
    return encoded.replace(".", "%2E") if encoded in (".", "..") else encoded


# Answers.


def token(answer: Answer) -> Token:
    """Read the answer to a sign-in (section 2); LockedOut, Limited or Unreachable."""
    if 200 <= answer.status < 300:
        tree = parsed(answer)
        given = fields.read(wire.TokenAnswer, tree if isinstance(tree, dict) else {})
        text = given.access_token
        if not text or not text.isascii() or not text.isprintable() or " " in text:
            raise Unreachable("the sign-in was answered without a token", status=answer.status)
        seconds = given.expires_in
        return Token(text, float(seconds) if seconds and seconds > 0 else SILENT_LIFETIME)
    _raise_if_limited(answer)
    said = words(answer, _NAMES)
    if answer.status < 500:
        raise LockedOut(f"{_to_check(answer)}: {said or answer.status}", status=answer.status)
    raise Unreachable(said, status=answer.status, retry_after=wait(answer))


def _to_check(answer: Answer) -> str:
    """Name the keys and secrets that a person is to look at, in words of no language."""
    if answer.status == 404 or answer.status < 400:
        return "base_url"
    if b"invalid_client" in answer.body:
        return "client_id, client_secret"
    return "username, password" if b"invalid_grant" in answer.body else "client_secret, password"


def polled(answer: Answer) -> bytes:
    """Return the list of events that a poll was answered with, `[]` for none (section 3); else errors as of received.

    Missing: nothing of iFood is at this address.
    """
    if answer.status == 404:
        if _NO_ROUTE in answer.body.lower():
            raise Missing(f"base_url: {words(answer, _NAMES)}", status=404)
        return b"[]"
    if 200 <= answer.status < 300 and not answer.body.strip():
        return b"[]"
    return received(answer)


def acknowledged(answer: Answer) -> None:
    """Read the answer to an acknowledgment (section 4): any 2xx is good; else errors as of received."""
    if not 200 <= answer.status < 300:
        _raise(answer)


def received(answer: Answer) -> bytes:
    """Return the body of the answer to a GET by the table of section 9.

    Raises Limited, LockedOut, Refused, Missing, Unreachable, or Unreadable for a page for a person or nothing at all.
    """
    if 200 <= answer.status < 300:
        if answer.is_html or not answer.body.strip():
            raise Unreadable(words(answer) or "an empty answer", status=answer.status, raw=answer.body)
        return answer.body
    return _raise(answer)


def accepted(answer: Answer) -> Accepted:
    """Read the answer to a status message or a call of the shop by the table of section 9.

    Raises Limited, LockedOut or Unreachable (not carried out), Refused, Missing, or Uncertain.
    """
    if 200 <= answer.status < 300:
        if answer.body.strip() and parsed(answer) is NO_JSON:
            raise Uncertain(words(answer), status=answer.status)
        return Accepted(answer.body, words(answer, _NAMES))
    if answer.status >= 500 and answer.status != 503:
        raise Uncertain(words(answer, _NAMES), status=answer.status, retry_after=wait(answer))
    return _raise(answer)


def _raise(answer: Answer) -> NoReturn:
    _raise_if_limited(answer)
    said = words(answer, _NAMES)
    if answer.status >= 500:
        raise Unreachable(said, status=answer.status, retry_after=wait(answer))
    if answer.status == 401:
        raise LockedOut(said, status=401)
    if answer.status == 404:
        raise Missing(said, status=404)
    kind = "not_allowed" if answer.status == 403 else "refused"
    raise Refused(said or f"HTTP {answer.status}", status=answer.status, kind=kind)


def _raise_if_limited(answer: Answer) -> None:
    error = limited(answer)
    if error is not None:
        raise error


# Silence and waiting.


def not_sent(reason: str) -> PlatformError:
    """Classify a failure before the first byte was sent: certainly not carried out."""
    return Unreachable(reason)


def no_answer(request: Request, reason: str) -> PlatformError:
    """Classify a failure after the first byte may have been sent (section 9)."""
    return Uncertain(reason) if request.acts else Unanswered(reason)


def limited(answer: Answer, before: int = 0, poll_seconds: int = 45) -> Limited | None:
    """Return the error of a 429 (section 9), after `before` others in a row; None for any other answer.

    Every call of the account waits for its `retry_after`: as long as the answer says, else 1, 2, 4, 8 times the time
    between two polls, at most 6 minutes.
    """
    if answer.status != 429:
        return None
    pause = min(float(poll_seconds * _PAUSES[min(before, len(_PAUSES) - 1)]), LONGEST_PAUSE)
    return Limited(words(answer, _NAMES), status=429, retry_after=wait(answer) or pause)


def rests(error: PlatformError) -> tuple[float, ...]:
    """Return for how long a sign-in that failed rests, failure after failure (sections 2 and 9)."""
    if isinstance(error, LockedOut):
        return _REFUSED_RESTS
    return _LOST_RESTS if error.status is None else _ANSWERED_RESTS
