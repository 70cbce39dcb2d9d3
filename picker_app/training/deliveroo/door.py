"""How the training platform of Deliveroo meets a request: limited, signed in at the API, signed by its address."""

import re

from picker_app.training.answers import HTML, JSON, LOGIN_PAGE, Answer, RefusedError, retry_after
from picker_app.training.deliveroo import api, jobs
from picker_app.training.deliveroo.answers import error_answer, xml_answer
from picker_app.training.deliveroo.faults import EXPIRE_URL, KINDS
from picker_app.training.deliveroo.world import World
from picker_app.training.door import NO_ROUTE, Visit
from picker_app.training.faults import Fault

MAX_FILE = 100 * 1024 * 1024
_ROUTES = (
    ("token", "POST", re.compile(r"/oauth2/token")),
    ("upload_url", "POST", re.compile(r"/brands/[^/]+/promotions/upload_url")),
    ("status", "GET", re.compile(r"/brands/[^/]+/promotions/jobs/[^/]+/status")),
    ("single", "PUT", re.compile(r"/brands/[^/]+/promotions/[^/]+")),
)
_HALF = b'{"job_id": "0192a4d1-7c55-7b0e-8f21-4f0d6a9b3c77", "status": "comp'


class ApiVisit(Visit[World]):
    """One request to the API."""

    kinds = KINDS

    def route_name(self, method: str, raw_path: str) -> str:
        """Return the route a request belongs to."""
        for name, verb, pattern in _ROUTES:
            if method == verb and pattern.fullmatch(raw_path):
                return name
        return NO_ROUTE

    def turned_away(self) -> Answer | None:
        """Count the request against the limit."""
        world, switches = self._world, self._world.switches
        wait = world.journal.take(world.clock(), switches.requests_per_minute)
        if not wait:
            return None
        told = f"more than {switches.requests_per_minute} requests in 60 s"
        return self.refused(
            RefusedError(429, "TOO_MANY_REQUESTS", told, retry_after(switches.retry_after, wait, world.clock()))
        )

    def signed_in(self) -> None:
        """Check bearer and brand; raises 401 or 403."""
        if self.route == "token":
            return
        api.check_bearer(self._world, self.headers.get("authorization", ""))
        if self.scope["path"].split("/")[2] != self._world.switches.brand_id:
            raise RefusedError(403, "FORBIDDEN", "this client may not write promotions of that brand")

    def refused(self, error: RefusedError) -> Answer:
        """Refuse in the style that is set."""
        return error_answer(error, self._world.switches.error_body, self._world.switches.busy_place)

    def garbled(self, fault: Fault) -> Answer:
        """Answer 200 with garbage."""
        if fault.value in ("broken", "half"):
            return Answer(200, b'{"job_id": nobody}' if fault.value == "broken" else _HALF, JSON)
        return Answer(200, b"", {}) if fault.value == "empty" else Answer(200, LOGIN_PAGE, HTML)

    def wait_style(self) -> str:
        """Return the style of Retry-After that is set."""
        return self._world.switches.retry_after


class FileVisit(Visit[World]):
    """One request to the store of files, on a port of its own (section 4, step 3)."""

    kinds = KINDS
    most_body = MAX_FILE

    def route_name(self, method: str, raw_path: str) -> str:
        """Return `upload` for what is put where files go."""
        return "upload" if method == "PUT" and raw_path.startswith("/p/") else NO_ROUTE

    def turned_away(self) -> Answer | None:
        """Turn nobody away: files are not counted."""
        return None

    def signed_in(self) -> None:
        """Raise nothing: `carry_out` looks at the address itself."""
        return

    async def carry_out(self) -> Answer:
        """Keep the file, if all is as the address was signed for."""
        world, headers = self._world, self.headers
        if "authorization" in headers:
            return xml_answer(RefusedError(400, "InvalidArgument", "Only one auth mechanism allowed"))
        if "chunked" in headers.get("transfer-encoding", "").lower() or "content-length" not in headers:
            return xml_answer(RefusedError(411, "MissingContentLength", "You must provide the Content-Length header."))
        job = world.jobs.get(self.scope["path"].removeprefix("/p/"))
        if world.faults.strike("upload", (EXPIRE_URL,)) and job is not None:
            job.expires_at = world.clock()
        if job is None or headers.get("content-type") != "application/json" or self._query() != job.signature:
            said = "The request signature we calculated does not match the signature you provided."
            return xml_answer(RefusedError(403, "SignatureDoesNotMatch", said))
        if job.expires_at is None or job.expires_at <= world.clock() or job.file is not None:
            return xml_answer(RefusedError(403, "AccessDenied", "Request has expired"))
        jobs.file_came(world, job, self.body)
        return Answer(200, b"", {"etag": '"0"'})

    def _query(self) -> str:
        query = self.scope["query_string"].decode("latin-1")
        begin = f"X-Amz-Expires={self._world.switches.url_seconds}&X-Amz-Signature="
        return query.removeprefix(begin) if query.startswith(begin) else ""

    def refused(self, error: RefusedError) -> Answer:
        """Refuse in XML."""
        return xml_answer(error)

    def garbled(self, fault: Fault) -> Answer:
        """Answer 200 with garbage."""
        return Answer(200, b"" if fault.value == "empty" else LOGIN_PAGE, HTML)

    def wait_style(self) -> str:
        """Return the style of Retry-After that is set."""
        return self._world.switches.retry_after
