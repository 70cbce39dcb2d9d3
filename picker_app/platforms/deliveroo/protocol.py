"""The requests to Deliveroo and the meaning of every answer and every silence; no I/O in here."""

import base64
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, Literal
from urllib.parse import parse_qsl, quote, urlencode, urlsplit

from picker_app import __version__
from picker_app.platforms import answers
from picker_app.platforms.addresses import is_here
from picker_app.platforms.answers import Answer, ahead, parsed, wait
from picker_app.platforms.deliveroo import BrandSettings, wire
from picker_app.platforms.port import (
    Limited,
    LockedOut,
    Missing,
    PlatformError,
    Refused,
    Uncertain,
    Unreachable,
    Unreadable,
)
from picker_app.platforms.promotion_jobs import Ticket
from picker_app.platforms.sign_in import Token

SCOPE = "promotions"
TOKEN_PATH = "/oauth2/token"
SILENT_LIFETIME = 300.0
STEPS_WHEN_LIMITED = (5.0, 10.0, 20.0, 40.0, 80.0, 160.0, 300.0)
SHOWN_OF_A_PAGE = 2048
_IN_PROGRESS = b"JOB_IN_PROGRESS"
_WORDS = ("message", "type", "code", "error", "errors")


class Occupied(Unreachable):
    """A promotion that Deliveroo still works on (`JOB_IN_PROGRESS`): not carried out, to be sent again later."""

    code = "job_in_progress"
    title = "Deliveroo is still working on this promotion."
    advice = "The change waits here and is sent as soon as that work is done."


class NotAllowed(LockedOut):
    """The account may not do this (403): nothing is sent until a person has seen to it."""

    code = "not_allowed"
    title = "The brand is not on Deliveroo's list for promotions, or the scope is missing."
    advice = "Ask Deliveroo to allow this brand, then press try again. What you submitted waits here."


class FileRefused(Refused):
    """The store of files did not take the file. Kinds: `expired`, `too_large`, `file`; `page` is what it answered.

    `expired`: the address is dead, a new one may do.
    """

    code = "file_refused"
    title = "The store of Deliveroo did not take the file."
    advice = "Look at its answer in the history. If the file is too large, split it."

    def __init__(self, words: str = "", *, status: int | None = None, kind: str = "file", page: str = "") -> None:
        super().__init__(words, status=status, kind=kind)
        self.page = page


@dataclass(frozen=True, slots=True)
class Request:
    """A request as it goes out, but for the token; `target` is the encoded path."""

    method: Literal["GET", "PUT", "POST"]
    target: str
    body: bytes = field(default=b"", repr=False)
    content_type: str = ""
    authorization: str = field(default="", repr=False)

    def headers(self, token: str = "") -> dict[str, str]:
        """Return the headers of section 1, with the token where there is one."""
        headers = {"Accept": "application/json", "User-Agent": f"picker-app/{__version__}"}
        if self.authorization or token:
            headers["Authorization"] = self.authorization or f"Bearer {token}"
        if self.content_type:
            headers["Content-Type"] = self.content_type
        if self.method == "POST" and not self.body:
            headers["Content-Length"] = "0"
        return headers


# Requests.


def token_request(client_id: str, secret: str) -> Request:
    """Ask for a token (section 2): client id and secret as Basic, the scope in the form."""
    pair = base64.b64encode(f"{client_id}:{secret}".encode()).decode("ascii")
    form = urlencode({"grant_type": "client_credentials", "scope": SCOPE})
    return Request("POST", TOKEN_PATH, form.encode(), "application/x-www-form-urlencoded", f"Basic {pair}")


def ask_url(account: BrandSettings) -> Request:
    """Ask for leave to send a file (section 4, step 2)."""
    return Request("POST", f"{_brand(account)}/upload_url")


def read_job(account: BrandSettings, job: str) -> Request:
    """Read the status of a job (section 5)."""
    return Request("GET", f"{_brand(account)}/jobs/{quote(job, safe='')}/status")


def put_promotion(account: BrandSettings, promotion: str, body: bytes) -> Request:
    """Change or end one promotion with the whole of it (section 9)."""
    return Request("PUT", f"{_brand(account)}/{quote(promotion, safe='')}", body, "application/json")


def _brand(account: BrandSettings) -> str:
    return f"/brands/{quote(account.brand_id, safe='')}/promotions"


# Answers of the API.


def token(answer: Answer) -> Token:
    """Read the answer to a token request (section 2); LockedOut, Limited or Unreachable."""
    if 200 <= answer.status < 300:
        given = wire.read(wire.TokenAnswer, parsed(answer))
        text = given.access_token
        if not text or not text.isascii() or not text.isprintable() or " " in text:
            raise Unreachable("the sign-in was answered without a token", status=answer.status)
        if given.scope and SCOPE not in given.scope.replace(",", " ").split():
            raise LockedOut(f"this client has no {SCOPE} scope", status=answer.status)
        return Token(text, given.expires_in or SILENT_LIFETIME)
    _raise_limited(answer)
    if answer.status in (400, 401, 403):
        raise LockedOut(words(answer) or "Deliveroo does not accept client id or secret", status=answer.status)
    raise Unreachable(words(answer), status=answer.status, retry_after=wait(answer))


def received(answer: Answer, about: Literal["brand", "job", "promotion"]) -> Any:
    """Return the parsed body of an answer of the API (section 10), {} where a 2xx has none that can be read.

    Raises Limited, LockedOut, NotAllowed, Occupied, Refused, Missing or Unreachable. `about` is what a 404 speaks of.
    """
    if 200 <= answer.status < 300:
        tree = parsed(answer)
        return tree if isinstance(tree, dict) else {}
    _raise_limited(answer)
    said = words(answer)
    if not 400 <= answer.status < 500 or answer.status == 408:
        raise Unreachable(said, status=answer.status, retry_after=wait(answer))
    if _IN_PROGRESS in answer.body:
        raise Occupied(said, status=answer.status)
    if answer.status == 401:
        raise LockedOut(said, status=401)
    if answer.status == 403:
        raise NotAllowed(said, status=403)
    if answer.status == 404:
        raise Missing(said or f"Deliveroo does not know this {about}", status=404)
    raise Refused(said, status=answer.status)


def ticket(answer: Answer, account: BrandSettings) -> Ticket:
    """Read the leave to send a file; Unreachable where the answer has none: it costs nothing to ask again."""
    given = wire.read(wire.UploadAnswer, received(answer, "brand"))
    if not given.job_id or not given.upload_url:
        raise Unreachable("the answer names no job_id and upload_url", status=answer.status)
    problem = bad_address(given.upload_url, account)
    if problem:
        raise Refused(problem, status=answer.status)
    return Ticket(given.job_id, given.upload_url, given.expires_at, ahead(answer) or timedelta(0))


def bad_address(url: str, account: BrandSettings) -> str:
    """Say what is wrong with the address for a file, without naming its secret parts; "" where it may be used."""
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname, parts.port
    except ValueError:
        return "the address for the file cannot be read"
    if not url.isascii() or not url.isprintable() or " " in url or not host:
        return "the address for the file cannot be read"
    if parts.scheme == "https" or (parts.scheme == "http" and account.open_line and is_here(url)):
        return ""
    return f"the address for the file is not https: {shown(url)}"


def shown(url: str) -> str:
    """Return an address as it may be shown: host and path only, for the rest of it is a secret."""
    parts = urlsplit(url)
    return f"{parts.hostname}{parts.path}"


def job_of(answer: Answer) -> wire.JobAnswer:
    """Read the answer to a single PUT (section 9); Uncertain: a 2xx that names no job."""
    given = wire.read(wire.JobAnswer, received(answer, "promotion"))
    if not given.job_id:
        raise Uncertain("the answer names no job", status=answer.status)
    return given


def status_of(answer: Answer) -> wire.JobAnswer:
    """Read the status of a job (section 5); Unreadable: a 2xx without a status."""
    given = wire.read(wire.JobAnswer, received(answer, "job"))
    if not given.status:
        raise Unreadable(words(answer) or "an answer without a status", status=answer.status)
    return given


# The store of files.


def stored(answer: Answer, url: str) -> None:
    """Read the answer of the store of files (section 4, step 3); Unreachable or FileRefused unless it took the file."""
    if 200 <= answer.status < 300:
        return
    if answer.status in (408, 429) or answer.status >= 500:
        raise Unreachable(
            f"the store of files answered {answer.status}", status=answer.status, retry_after=wait(answer)
        )
    page = page_of(answer, url)
    kinds = {401: "expired", 403: "expired", 413: "too_large"}
    raise FileRefused(
        f"{shown(url)} answered {answer.status}", status=answer.status, kind=kinds.get(answer.status, "file"), page=page
    )


def page_of(answer: Answer, url: str) -> str:
    """Return the first 2 kB of what the store of files answered, without the secrets of the address."""
    page = answer.body[: 4 * SHOWN_OF_A_PAGE].decode("utf-8", "replace")
    secrets = [part for pair in urlsplit(url).query.split("&") for part in pair.split("=")[1:]]
    secrets += [value for _, value in parse_qsl(urlsplit(url).query)]
    for secret in sorted({secret for secret in secrets if len(secret) >= 4}, key=len, reverse=True):
        page = page.replace(secret, "…")
    return page[:SHOWN_OF_A_PAGE]


# Silence, limits, words.


def not_sent(reason: str) -> PlatformError:
    """Classify a failure before the first byte was sent: certainly not carried out."""
    return Unreachable(reason)


def no_answer(method: str, reason: str) -> PlatformError:
    """Classify a failure after the first byte may have been sent: only a PUT changes anything (section 10)."""
    return Uncertain(reason) if method == "PUT" else Unreachable(reason)


def shut_for(answer: Answer, attempts: int) -> float | None:
    """Return for how many seconds the account may send nothing after 429, the `attempts`-th in a row from 0 on."""
    if answer.status != 429:
        return None
    return wait(answer) or STEPS_WHEN_LIMITED[min(attempts, len(STEPS_WHEN_LIMITED) - 1)]


def words(answer: Answer) -> str:
    """Return the platform's own words (section 10)."""
    return answers.words(answer, _WORDS)


def _raise_limited(answer: Answer) -> None:
    if answer.status == 429:
        raise Limited(words(answer), status=429, retry_after=wait(answer))
