"""A simulated Deliveroo on loopback: sign-in, Promotions API and the store of files, each at an address of its own.

Written from the platform's page and its specification alone, with the standard library only. It keeps every request
with its headers, works jobs off promotion by promotion, and keeps in `violations` what the page forbids.
"""

import base64
import json
import secrets
import threading
import time
from collections import defaultdict, deque
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import formatdate
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any, Self
from urllib.parse import parse_qsl, unquote, urlsplit

from tests.blackbox.deliveroo_works import SITES, Works
from tests.blackbox.platform import Request
from tests.blackbox.promotion_rules import parsed, promotion_faults

Json = dict[str, Any]
Answer = tuple[int, Any]

AUTH, API, STORE = "auth", "api", "store"
EXPIRED = "<Error><Code>AccessDenied</Code><Message>Request has expired</Message></Error>"
TWO_WAYS = "<Error><Code>InvalidArgument</Code><Message>Only one auth mechanism allowed</Message></Error>"
MISMATCH = "<Error><Code>SignatureDoesNotMatch</Code></Error>"


@dataclass
class Call(Request):
    """A request with the server that got it, its target character by character, and its headers in lower case."""

    server: str = ""
    target: str = ""
    headers: dict[str, str] = field(default_factory=dict)


class DeliverooPlatform:
    """One brand; a context manager that serves until its end.

    `processing_polls`: how often a job is still worked on; `url_seconds`: how long the first addresses for a file live,
    those after them 900 s; `unknown_items`: what the catalogue does not have. `faults` by what is asked (`token`,
    `upload_url`, `upload`, `status`, `single`): `drop_before`, `drop_after`, `hold_before`, `hold_after` (no answer
    until `let_go`, before or after the act), `expired` (of `upload`), `occupied` (of `single`), or an HTTP status.
    """

    def __init__(
        self, *, processing_polls: int = 0, url_seconds: tuple[float, ...] = (), unknown_items: tuple[str, ...] = ()
    ) -> None:
        self.client_id = "shop client"
        self.client_secret = "cs:&+%" + secrets.token_hex(8)
        self.account = "deliveroo-brand"
        self.brand = "brand/7"
        self.url_seconds = deque(url_seconds)
        self.webhook = ""
        self.changed = threading.Condition()
        self.requests: list[Request] = []
        self.violations: list[str] = []
        self.works = Works(self.violations, processing_polls, set(unknown_items))
        self.faults: dict[str, deque[str]] = defaultdict(deque)
        self.tokens: set[str] = set()
        self._let_go = threading.Event()
        self._servers = {
            name: ThreadingHTTPServer(("127.0.0.1", 0), handler_of(self, name)) for name in (AUTH, API, STORE)
        }
        self._threads = [
            threading.Thread(target=server.serve_forever, args=(0.05,), name=f"deliveroo {name}")
            for name, server in self._servers.items()
        ]
        self.urls = {name: f"http://127.0.0.1:{server.server_port}" for name, server in self._servers.items()}

    def __enter__(self) -> Self:
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.let_go()
        for server in self._servers.values():
            server.shutdown()
            server.server_close()
        for thread in self._threads:
            thread.join()

    # --- what a test asks ---

    def calls(self, what: str = "") -> list[Call]:
        """The requests so far, all of them or those that ask for this (a key of `faults`)."""
        return [call for call in list(self.requests) if isinstance(call, Call) and what in ("", asked(call))]

    def puts(self, promotion: str, first: int = 0) -> list[Call]:
        """The PUTs of one promotion by itself, from a call on."""
        return [
            call for call in self.calls()[first:] if asked(call) == "single" and call.path.endswith(f"/{promotion}")
        ]

    def order(self, first: int = 0) -> list[str]:
        """What was asked, in its order, from a place on."""
        return [asked(call) for call in self.calls()[first:]]

    def files(self) -> list[bytes]:
        """Every file that reached the store, in its order."""
        return [call.body for call in self.calls("upload") if call.answer == 200]

    def wait_for(self, what: Callable[[], object], seconds: float = 30.0) -> bool:
        """Wait until something holds, looked at after each request; tell whether it came."""
        with self.changed:
            return bool(self.changed.wait_for(what, seconds))

    # --- signing in ---

    def token(self, call: Call) -> Answer:
        """Answer the sign-in: Basic with id and secret, and a form that asks for the scope."""
        basic = base64.b64encode(f"{self.client_id}:{self.client_secret}".encode()).decode()
        form = parse_qsl(call.body.decode(), keep_blank_values=True)
        if call.path != "/oauth2/token" or call.query:
            self.violations.append(f"token: {call.target}")
            return 404, {"error": "not_found"}
        if call.headers.get("content-type", "").partition(";")[0] != "application/x-www-form-urlencoded":
            self.violations.append("token: no form")
            return 400, {"error": "invalid_request"}
        if call.headers.get("authorization") != f"Basic {basic}":
            self.violations.append("token: another Authorization than Basic with id and secret")
            return 401, {"error": "invalid_client"}
        if sorted(form) != [("grant_type", "client_credentials"), ("scope", "promotions")]:
            self.violations.append(f"token: the form has {sorted(name for name, _ in form)} or wrong values")
            return 400, {"error": "invalid_scope"}
        token = "eyJ" + secrets.token_hex(40)
        self.tokens.add(token)
        return 200, {"access_token": token, "token_type": "Bearer", "expires_in": 3600, "scope": "promotions"}

    # --- the Promotions API ---

    def api(self, call: Call) -> Answer:
        """Check the token, then answer a call of the API."""
        scheme, _, token = call.headers.get("authorization", "").partition(" ")
        if scheme != "Bearer" or token not in self.tokens:
            return 401, {"message": "unauthorised"}
        parts = call.path.strip("/").split("/")
        if len(parts) < 4 or (parts[0], parts[2]) != ("brands", "promotions"):
            self.violations.append(f"no such route: {call.method} {call.path}")
            return 404, {"message": "no such route"}
        if unquote(parts[1]) != self.brand:
            self.violations.append(f"the brand {parts[1]}")
            return 403, {"message": "this brand is not allowed"}
        match call.method, asked(call):
            case "POST", "upload_url":
                return self.upload_url(call)
            case "GET", "status":
                return self.status(unquote(parts[4]))
            case "PUT", "single":
                return self.single(call, unquote(parts[3]))
        self.violations.append(f"no such route: {call.method} {call.path}")
        return 405, {"message": "no such route"}

    def upload_url(self, call: Call) -> Answer:
        """Begin a job and give an address for its file; the address has what must not be written otherwise."""
        if call.body:
            self.violations.append("upload_url: it has a body")
        signature = base64.b64encode(secrets.token_bytes(24)).decode()
        query = f"X-Amz-Credential=AK%2F20270601%2Feu&X-Amz-Signature={signature}+%2B%3D=&x-id=PutObject"
        job = self.works.begin_file(query, self.url_seconds.popleft() if self.url_seconds else 900)
        return 200, {
            "job_id": job.name,
            "upload_url": self.urls[STORE] + job.target,
            "expires_at": f"{job.expires:%Y-%m-%dT%H:%M:%SZ}",
        }

    def store(self, call: Call) -> Answer:
        """Answer the store: the file comes with its type and its length alone, in time, to the very address."""
        job = self.works.at(call.target)
        if "authorization" in call.headers:
            self.violations.append("the store was sent an Authorization")
            return 400, TWO_WAYS
        if call.method != "PUT" or job is None:
            self.violations.append(f"the store was asked {call.method} of an address that it did not give")
            return 403, MISMATCH
        if "content-length" not in call.headers or "transfer-encoding" in call.headers:
            self.violations.append("the file came without a length")
            return 411, "<Error><Code>MissingContentLength</Code></Error>"
        if call.headers.get("content-type") != "application/json":
            self.violations.append(f"the file came as {call.headers.get('content-type')!r}")
            return 403, MISMATCH
        self.violations += [f"the store was sent {name!r}" for name in ("cookie", "referer") if name in call.headers]
        if datetime.now(UTC) >= job.expires:
            self.violations.append("the file came after the address had expired")
            return 403, EXPIRED
        if job.worked or job.ended:
            self.violations.append("a file came again after its job had begun")
            return 403, EXPIRED
        self.works.take(job, call.body)
        return 200, None

    def status(self, name: str) -> Answer:
        """Answer how a job stands."""
        job = self.works.jobs.get(name)
        if job is None:
            self.violations.append(f"the status of a job that there is not: {name}")
            return 404, {"message": "no such job"}
        return 200, self.works.look(job)

    def single(self, call: Call, name: str) -> Answer:
        """Begin the change of one promotion: the whole of it, under its own id."""
        if call.headers.get("content-type", "").partition(";")[0] != "application/json":
            self.violations.append(f"single: Content-Type {call.headers.get('content-type')!r}")
        try:
            promotion = parsed(call.body)
        except ValueError as error:
            self.violations.append(f"single: no JSON: {error}")
            return 400, {"message": "no JSON"}
        if faults := promotion_faults(promotion, SITES):
            self.violations += faults
            return 400, {"message": "; ".join(faults)}
        if promotion["promotion_id"] != name:
            self.violations.append(f"single: {promotion['promotion_id']} at the path of {name}")
            return 400, {"message": "the ids differ"}
        if self.works.works_on(name):
            return 409, {"message": "a bulk upload is processing this promotion", "type": "JOB_IN_PROGRESS"}
        if name not in self.works.promotions:
            self.violations.append(f"single: {name} was never taken")
            return 404, {"message": "no such promotion"}
        job = self.works.begin_single("01HX9" + secrets.token_hex(4).upper(), promotion)
        return 202, {"job_id": job.name, "job_type": job.kind, "status": "pending"}

    # --- serving ---

    def answer(self, call: Call) -> Answer:
        """Answer a request at the server that got it."""
        return {AUTH: self.token, API: self.api, STORE: self.store}[call.server](call)

    def told(self, call: Call) -> None:
        """Remember that the end of a job was answered."""
        if asked(call) == "status" and call.answer == 200:
            job = self.works.jobs[unquote(call.path.split("/")[5])]
            job.told = job.ended

    def faulty(self, fault: str) -> Answer:
        """Answer with a fault instead of an act."""
        if fault == "occupied":
            return 409, {"errors": [{"code": "JOB_IN_PROGRESS"}]}
        return (403, EXPIRED) if fault == "expired" else (int(fault), {"message": "fault"})

    def hold_on(self) -> None:
        """Wait: a request is never answered."""
        self._let_go.wait()

    def let_go(self) -> None:
        """End the wait of all requests that are held, without an answer."""
        held, self._let_go = self._let_go, threading.Event()
        held.set()


def asked(call: Call) -> str:
    """What a request asks for: `token`, `upload_url`, `upload`, `status`, `single`."""
    if call.server != API:
        return {AUTH: "token", STORE: "upload"}[call.server]
    parts = call.path.strip("/").split("/")
    if parts[3:] == ["upload_url"]:
        return "upload_url"
    return "status" if parts[3:4] == ["jobs"] and parts[5:] == ["status"] else "single" if len(parts) == 4 else "?"


def handler_of(platform: DeliverooPlatform, server: str) -> type[BaseHTTPRequestHandler]:
    """The class that serves one of the addresses. HTTP/1.0: each connection and its thread end with their answer."""

    class Handler(BaseHTTPRequestHandler):
        def log_message(self, *arguments: object) -> None:
            """Say nothing."""

        def handle_any(self) -> None:
            path = urlsplit(self.path)
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            headers = {key.lower(): value for key, value in self.headers.items()}
            call = Call(
                time.monotonic(), self.command, path.path, path.query, body,
                server=server, target=self.path, headers=headers,
            )  # fmt: skip
            with platform.changed:
                platform.requests.append(call)
                waiting = platform.faults[asked(call)]
                fault = waiting.popleft() if waiting else ""
                status, value = 0, None
                if fault.isdigit() or fault in ("expired", "occupied"):
                    status, value = platform.faulty(fault)
                elif fault not in ("drop_before", "hold_before"):
                    status, value = platform.answer(call)
                call.answer = 0 if fault.startswith(("drop", "hold")) else status
                platform.told(call)
                platform.changed.notify_all()
            if fault.startswith("hold"):
                platform.hold_on()
            if call.answer:
                self.reply(status, value)

        def reply(self, status: int, value: Any) -> None:
            """Send an answer; the clock of the platform stands on it."""
            xml = isinstance(value, str)
            answer = b"" if value is None else value.encode() if xml else json.dumps(value).encode()
            try:
                self.send_response_only(status)
                self.send_header("Date", formatdate(usegmt=True))
                self.send_header("Content-Type", "application/xml" if xml else "application/json")
                self.send_header("Content-Length", str(len(answer)))
                if status in (429, 503):
                    self.send_header("Retry-After", "1")
                self.end_headers()
                self.wfile.write(answer)
            except OSError:
                return  # the program was killed

        do_GET = do_PUT = do_POST = do_DELETE = do_PATCH = handle_any

    return Handler
