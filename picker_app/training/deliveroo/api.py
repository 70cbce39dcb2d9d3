"""The calls of the Promotions API (sections 2 to 5 and 9): token, address for a file, status, single PUT."""

import base64
import binascii
import secrets
from collections.abc import Mapping
from datetime import timedelta
from typing import Any
from urllib.parse import parse_qs

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from picker_app.training import exact_json
from picker_app.training.answers import ExactResponse, RefusedError
from picker_app.training.deliveroo import jobs, rules
from picker_app.training.deliveroo.answers import IN_PROGRESS, instant, shown
from picker_app.training.deliveroo.faults import EXPIRE_URL, OF_STATUS
from picker_app.training.deliveroo.world import BULK, SINGLE, Job, World
from picker_app.training.exact_json import JsonObject, NotJsonError

SILENT_LIFETIME = 300


def routes(world: World) -> list[Route]:
    """The paths of the API."""

    async def token(request: Request) -> Response:
        return ExactResponse(give_token(world, request.headers, await request.body()))

    async def upload_url(request: Request) -> Response:
        if await request.body():
            raise RefusedError(400, "INVALID_REQUEST", "this call has no body")
        return ExactResponse(announce(world))

    async def status(request: Request) -> Response:
        return ExactResponse(read_job(world, request.path_params["job_id"]))

    async def single(request: Request) -> Response:
        if request.headers.get("content-type", "").split(";")[0].strip() != "application/json":
            raise RefusedError(400, "INVALID_CONTENT_TYPE", "Content-Type must be application/json")
        return ExactResponse(put(world, request.path_params["promotion_id"], await request.body()), status_code=202)

    brand = "/brands/{brand_id}/promotions"
    return [
        Route("/oauth2/token", token, methods=["POST"]),
        Route(f"{brand}/upload_url", upload_url, methods=["POST"]),
        Route(f"{brand}/jobs/{{job_id}}/status", status, methods=["GET"]),
        Route(f"{brand}/{{promotion_id}}", single, methods=["PUT"]),
    ]


def give_token(world: World, headers: Mapping[str, str], body: bytes) -> JsonObject:
    """Answer `POST /oauth2/token`; raises `RefusedError` with 400 or 401."""
    switches = world.switches
    if headers.get("content-type", "").split(";")[0].strip() != "application/x-www-form-urlencoded":
        raise RefusedError(400, "invalid_request", "the body must be a form")
    form = parse_qs(body.decode("utf-8", "replace"))
    if form.get("grant_type") != ["client_credentials"]:
        raise RefusedError(400, "unsupported_grant_type", "grant_type must be client_credentials")
    if form.get("scope") != ["promotions"]:
        raise RefusedError(400, "invalid_scope", "scope must be promotions")
    scheme, _, pair = headers.get("authorization", "").partition(" ")
    try:
        given = base64.b64decode(pair, validate=True).decode() if scheme.lower() == "basic" else ""
    except (binascii.Error, UnicodeDecodeError):
        given = ""
    if given != f"{switches.client_id}:{switches.client_secret}":
        raise RefusedError(401, "invalid_client", "client authentication failed")
    text = world.new_token()
    seconds = SILENT_LIFETIME if switches.token_seconds is None else switches.token_seconds
    world.tokens[text] = world.clock() + timedelta(seconds=seconds)
    answer: JsonObject = {"access_token": text, "token_type": "Bearer"}
    if switches.token_seconds is not None:
        answer["expires_in"] = switches.token_seconds
    if switches.token_scope:
        answer["scope"] = switches.token_scope
    return answer


def check_bearer(world: World, authorization: str) -> None:
    """Raise 401 unless `authorization` is a bearer token that is alive."""
    scheme, _, text = authorization.partition(" ")
    end = world.tokens.get(text)
    if scheme.lower() != "bearer" or end is None or end <= world.clock():
        raise RefusedError(401, "UNAUTHORIZED", "the token is missing, unknown or has expired")


def announce(world: World) -> JsonObject:
    """Announce a job and give the address for its file."""
    now = world.clock()
    # What an address of a store of files can hold: it must come back character by character.
    signature = secrets.token_hex(8) + "%2Fa+b%3D=" + secrets.token_hex(4)
    dead = world.faults.strike("upload_url", (EXPIRE_URL,)) is not None
    expires = now + timedelta(seconds=world.switches.url_seconds)
    job = Job(world.new_id(), BULK, now, now, "pending_upload", signature, now if dead else expires)
    world.jobs[job.job_id] = job
    url = f"{world.files_url}/p/{job.job_id}?X-Amz-Expires={world.switches.url_seconds}&X-Amz-Signature={signature}"
    return {"job_id": job.job_id, "upload_url": url, "expires_at": instant(expires)}


def read_job(world: World, job_id: str) -> JsonObject:
    """Return the status of a job, and let it go on; with the faults of the answer. Raises 404."""
    job = world.jobs.get(job_id)
    if job is None:
        raise RefusedError(404, "NOT_FOUND", "job not found")
    job.reads += 1
    if job.reads <= world.switches.job_hidden_reads:
        raise RefusedError(404, "NOT_FOUND", "job not found")
    fault = world.faults.strike("status", OF_STATUS)
    kind = fault.kind if fault else ""
    was_ended = job.ended
    if kind not in ("stuck", "stale"):
        jobs.polled(world, job)
    told: dict[str, Any] = shown(job)
    if kind == "stale" and job.told:
        return job.told[0]
    if kind == "backwards" and was_ended:
        return {**told, "status": "processing"}
    if kind == "duplicate_errors":
        told["errors"] = [*told["errors"], *told["errors"]]
    elif kind == "foreign_ids":
        stranger = {"type": "ITEM_NOT_FOUND", "item_ids": ["4006381333931"]}
        told["errors"] = [*told["errors"], {"promotion_id": "NOT-SENT-FROM-HERE", "errors": [stranger]}]
    elif kind == "null_fields":
        told = {key: value if key in ("job_id", "status") or value else None for key, value in told.items()}
        told["errors"] = told["errors"] or None
    elif kind == "text_numbers":
        told = {key: str(value) if isinstance(value, int) else value for key, value in told.items()}
    job.told.append(told)
    return told


def put(world: World, promotion_id: str, raw: bytes) -> JsonObject:
    """Begin the change of one promotion (section 9); raises 400, 404, or what is set for a promotion under way."""
    try:
        body = exact_json.read(raw)
    except NotJsonError as error:
        raise RefusedError(400, "INVALID_REQUEST", f"the body is not JSON: {error}") from None
    if not isinstance(body, dict) or body.get("promotion_id") != promotion_id:
        raise RefusedError(400, "INVALID_REQUEST", "promotion_id of path and body are not the same")
    if world.bulk_of(promotion_id) is not None:
        raise RefusedError(world.switches.busy_status, IN_PROGRESS, "a bulk job is processing this promotion")
    if promotion_id not in world.promotions and world.switches.single_unknown == "404":
        raise RefusedError(404, "NOT_FOUND", "promotion not found")
    if set(body) != set(rules.KEYS):
        raise RefusedError(400, "INVALID_FIELD", "the whole promotion is needed, and nothing else")
    now = world.clock()
    job = Job(world.new_id(), SINGLE, now, now, "pending", single=body, named=frozenset({promotion_id}))
    world.jobs[job.job_id] = job
    return {"job_id": job.job_id, "job_type": SINGLE, "status": "pending"}
