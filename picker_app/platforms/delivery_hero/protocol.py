"""The requests to Delivery Hero and the meaning of every answer and every silence; no I/O in here."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any, Literal
from urllib.parse import quote, urlencode

from picker_app import __version__
from picker_app.platforms import exact_json, fields
from picker_app.platforms.answers import NO_JSON, Answer, parsed, wait, words
from picker_app.platforms.delivery_hero import AccountSettings, wire
from picker_app.platforms.port import (
    Accepted,
    Limited,
    LockedOut,
    Missing,
    PlatformError,
    Refused,
    Uncertain,
    Unreachable,
    Unreadable,
)
from picker_app.platforms.sign_in import Token

LIST_PATHS = ("/v2/chains/{chain_id}/vendors/{vendor_id}/orders", "/v2/chains/{chain_id}/vendors/{vendor_id}")
CATALOG_PATH = "/v2/chains/{chain_id}/vendors/{vendor_id}/catalog"
TOKEN_PATH = "/v2/oauth/token"
ORDERS_A_PAGE = 100
PRODUCTS_A_PAGE = 500
PAGES = 200
_LISTS = {"orders": ("order_id", ORDERS_A_PAGE), "products": ("sku", PRODUCTS_A_PAGE)}
USUAL_WAIT = 60.0
_CALLED_OUT = (("item not found", "item_not_found"), ("invalid cart update", "invalid_cart"))


@dataclass(frozen=True, slots=True)
class Request:
    """A request as it goes out, but for the token; `target` is the encoded path with its query."""

    method: Literal["GET", "PUT", "POST"]
    target: str
    body: bytes = field(default=b"", repr=False)
    content_type: str = ""

    def headers(self, token: str = "") -> dict[str, str]:
        """Return the headers of section 1, with the token where there is one."""
        headers = {"Accept": "application/json", "User-Agent": f"picker-app/{__version__}"}
        if token:
            headers["Authorization"] = f"Bearer {token}"
        if self.content_type:
            headers["Content-Type"] = self.content_type
        return headers


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a list: its entries, their names, and whether it is the last."""

    entries: tuple[Any, ...]
    names: tuple[str, ...]
    last: bool


# Requests.


def token_request(client_id: str, secret: str) -> Request:
    """Ask for a token with a form (delivery_hero.md section 2)."""
    form = {"grant_type": "client_credentials", "client_id": client_id, "client_secret": secret}
    return Request("POST", TOKEN_PATH, urlencode(form).encode(), "application/x-www-form-urlencoded")


def put_order(account: AccountSettings, ref: str, body: bytes) -> Request:
    """Send the whole cart of an order (section 8)."""
    return Request("PUT", _path(account, account.order_path, ref), body, "application/json")


def get_order(account: AccountSettings, ref: str, path: str = "") -> Request:
    """Read one order (section 10); `path` in place of the account's own form."""
    return Request("GET", _path(account, path or account.order_path, ref))


def list_paths(account: AccountSettings) -> tuple[str, ...]:
    """Return the paths of the list to try, in this order (section 10)."""
    return (account.orders_path,) if account.orders_path else LIST_PATHS


def get_list(
    account: AccountSettings, path: str, since: datetime, until: datetime, page: int, size: int = ORDERS_A_PAGE
) -> Request:
    """Read a page of the orders of a time range (section 10)."""
    query = {"start_time": _time(since), "end_time": _time(until), "page_size": size, "page": page}
    return Request("GET", f"{_path(account, path)}?{urlencode(query)}")


def get_catalog(account: AccountSettings, page: int) -> Request:
    """Read a page of the vendor's catalogue; the platform ignores any other name than `page` (section 12)."""
    return Request("GET", f"{_path(account, CATALOG_PATH)}?{urlencode({'page': page, 'page_size': PRODUCTS_A_PAGE})}")


def _path(account: AccountSettings, template: str, ref: str = "") -> str:
    values = {"{order_id}": ref, "{chain_id}": account.chain_id, "{vendor_id}": account.vendor_id}
    for name, value in values.items():
        template = template.replace(name, quote(value, safe=""))
    return template


def _time(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S")


# Answers.


def token(answer: Answer) -> Token:
    """Read the answer to a token request (section 2); LockedOut, Limited or Unreachable."""
    if 200 <= answer.status < 300:
        tree = parsed(answer)
        text = tree.get("access_token") if isinstance(tree, dict) else None
        if not isinstance(text, str) or not text.isascii() or not text.isprintable() or " " in text or not text:
            raise Unreachable("the sign-in was answered without a token", status=answer.status)
        lifetime = fields.read(wire.Lifetime, tree).expires_in
        return Token(text, float(lifetime) if lifetime and lifetime > 0 else 3600.0)
    _raise_limited(answer)
    if 400 <= answer.status < 500 and answer.status != 408:
        raise LockedOut(words(answer), status=answer.status)
    raise Unreachable(words(answer), status=answer.status, retry_after=wait(answer))


def accepted(answer: Answer, names: Iterable[str] = ()) -> Accepted:
    """Read the answer to a PUT by the table of section 9.

    Raises Limited or LockedOut (not carried out), Refused, or Uncertain. `names` are the SKUs and ids of the lines that
    were sent: those found in the words of a refusal are its `lines`.
    """
    if 200 <= answer.status < 300:
        if not answer.body.strip():
            return Accepted(answer.body)
        tree = parsed(answer)
        if tree is NO_JSON:
            raise Uncertain(words(answer), status=answer.status)
        return Accepted(answer.body, words(answer), _total(tree))
    _raise_limited(answer)
    if answer.status in (408, 409) or not 400 <= answer.status < 500:
        raise Uncertain(words(answer), status=answer.status, retry_after=wait(answer))
    raise _refusal(answer, names)


def received(answer: Answer) -> bytes:
    """Return the body of the answer to a GET (section 11).

    Raises Limited, LockedOut, Refused, Missing, Unreachable, or Unreadable for a page for a person.
    """
    if 200 <= answer.status < 300:
        if answer.is_html or not answer.body.strip():
            raise Unreadable(words(answer) or "an empty answer", status=answer.status)
        return answer.body
    _raise_limited(answer)
    if answer.status in (408, 409) or not 400 <= answer.status < 500:
        raise Unreachable(words(answer), status=answer.status, retry_after=wait(answer))
    raise _refusal(answer, ())


def not_sent(reason: str) -> PlatformError:
    """Classify a failure before the first byte was sent: certainly not carried out."""
    return Unreachable(reason)


def no_answer(request: Request, reason: str) -> PlatformError:
    """Classify a failure after the first byte may have been sent (section 9)."""
    return Uncertain(reason) if request.method == "PUT" else Unreachable(reason)


def shut_for(answer: Answer) -> float | None:
    """Return for how many seconds nothing may be sent (section 3): after 429, or 403 with the edge's block page."""
    if answer.status == 429 or (answer.status == 403 and answer.is_html):
        return wait(answer) or USUAL_WAIT
    return None


def _total(tree: Any) -> Decimal | None:
    """Return what the customer pays, where the answer to a PUT says it."""
    payment = tree.get("payment", tree) if isinstance(tree, dict) else None
    return fields.read(wire.Payment, payment).order_total if isinstance(payment, dict) else None


def _raise_limited(answer: Answer) -> None:
    seconds = shut_for(answer)
    if seconds is not None:
        raise Limited(words(answer), status=answer.status, retry_after=seconds)


def _refusal(answer: Answer, names: Iterable[str]) -> PlatformError:
    said = words(answer)
    if answer.status == 401:
        return LockedOut(said, status=401)
    body = answer.body.decode("utf-8", "replace")
    plain = re.sub(r"[\s_-]+", " ", body.lower())
    kind = next((kind for phrase, kind in _CALLED_OUT if phrase in plain), "")
    lines = tuple(dict.fromkeys(name for name in names if _stands_in(name, body)))
    if answer.status == 404 and not kind:
        return Missing(said, status=404, lines=lines)
    if answer.status == 403 and not kind:
        kind = "not_allowed"
    return Refused(said, status=answer.status, kind=kind or "refused", lines=lines)


def _stands_in(name: str, text: str) -> bool:
    """Say whether a SKU or id stands in a text as a word of its own, not as a part of a longer one."""
    return re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", text) is not None


# Lists.


def read_page(body: bytes, member: str, number: int, before: Page | None) -> Page:
    """Read page `number` of the list in `member` ("orders" or "products"), or of a bare array (section 10).

    The last page is that of `total_pages`; without it the first that is not full. Unreadable: no JSON, no list, or the
    page repeats the one before.
    """
    tree = exact_json.load(body)
    entries = tree.get(member) if isinstance(tree, dict) else tree
    if not isinstance(entries, list):
        raise Unreadable(f"page {number} holds no list of {member}")
    name, size = _LISTS[member]
    counts = fields.read(wire.Counts, tree if isinstance(tree, dict) else {})
    names = tuple(str(entry.get(name)) if isinstance(entry, dict) else "" for entry in entries)
    if before is not None and names and names == before.names:
        raise Unreadable(f"page {number} of {member} repeats page {number - 1}")
    if counts.total_pages is not None and counts.total_pages > 0:
        last = number >= counts.total_pages
    else:
        # A server may give fewer than it was asked for, and says so.
        full = counts.page_size if counts.page_size is not None and counts.page_size > 0 else size
        last = len(entries) < min(size, full)
    return Page(tuple(entries), names, last)


def next_page(page: Page, number: int) -> int | None:
    """Return the number of the page after `number`, None after the last; Unreadable after page `PAGES`."""
    if page.last:
        return None
    if number >= PAGES:
        raise Unreadable(f"more than {PAGES} pages")
    return number + 1
