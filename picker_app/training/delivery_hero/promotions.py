"""Promotions over HTTP (section 13): submitted as jobs, found again by name, vendors and dates."""

import hashlib
from datetime import datetime
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from picker_app.training import exact_json
from picker_app.training.answers import ExactResponse
from picker_app.training.clock import read_stamp, stamp
from picker_app.training.delivery_hero import jobs
from picker_app.training.delivery_hero.answers import bad_request
from picker_app.training.delivery_hero.orders import read_object
from picker_app.training.delivery_hero.world import Promotion, World
from picker_app.training.exact_json import JsonObject, as_decimal

TYPES = ("STRIKETHROUGH", "SAME_ITEM_BUNDLE")
REASONS = ("COMPETITIVENESS", "OVERSTOCK", "DELISTING", "EXPIRING_SOON", "NMR", "TRADING")
SUBTYPES = ("FINAL_PRICE", "ABSOLUTE", "PERCENTAGE")
MAX_REACH = 2_000_000


def routes(world: World) -> list[Route]:
    """Submitting a promotion, and reading its job."""

    async def put_promotion(request: Request) -> Response:
        world.check_chain(request.path_params["chain_id"])
        body = read_object(request.headers, await request.body())
        check(body)
        return ExactResponse(jobs.start(world, "promotion", lambda: apply(world, body)), status_code=202)

    async def get_job(request: Request) -> Response:
        world.check_chain(request.path_params["chain_id"])
        return ExactResponse(jobs.read(world, "promotion", request.path_params["job_id"]))

    return [
        Route("/v2/chains/{chain_id}/promotion", put_promotion, methods=["PUT"]),
        Route("/v2/chains/{chain_id}/promotion/jobs/{job_id}", get_job),
    ]


def check(body: JsonObject) -> None:
    """Raise 400 naming the first field that is not as section 13 says."""
    vendors = _texts(body.get("vendors"), "vendors")
    _one_of(body, "type", TYPES)
    _one_of(body, "reason", REASONS)
    if not isinstance(body.get("active"), bool):
        raise bad_request("active must be true or false")
    names = body.get("display_name")
    if not isinstance(names, dict) or not names or not all(isinstance(name, str) and name for name in names.values()):
        raise bad_request("display_name must give a text for at least one locale")
    conditions = body.get("conditions")
    if not isinstance(conditions, dict):
        raise bad_request("conditions are required")
    if _instant(conditions, "start_time") >= _instant(conditions, "end_time"):
        raise bad_request("conditions.start_time must be before end_time")
    if body["type"] == "SAME_ITEM_BUNDLE":
        for name in ("purchased_quantity", "discounted_quantity"):
            number = as_decimal(conditions.get(name))
            if number is None or number < 1:
                raise bad_request(f"conditions.{name} is required for SAME_ITEM_BUNDLE")
    rows = body.get("discount")
    if not isinstance(rows, list) or not rows or not all(isinstance(row, dict) for row in rows):
        raise bad_request("discount must be a list of at least one row")
    limits = body.get("limits", {})
    if not isinstance(limits, dict) or not all(_above_0(number) for number in limits.values()):
        raise bad_request("limits must be an object of numbers above 0")
    skus = [sku for row in rows for sku in _row_skus(row)]
    if len(set(skus)) != len(skus):
        twice = next(sku for sku in skus if skus.count(sku) > 1)
        raise bad_request(f"sku {twice} stands twice in the promotion")
    if len(skus) * len(vendors) > MAX_REACH:
        raise bad_request(f"more than {MAX_REACH} products times vendors")


def identity(body: JsonObject) -> str:
    """What makes two submissions the same promotion: name, vendors, start and end."""
    conditions = body["conditions"]
    key: list[Any] = [body["display_name"], body["vendors"], conditions["start_time"], conditions["end_time"]]
    return exact_json.write(key).decode()


def apply(world: World, body: JsonObject) -> jobs.Outcome:
    """Take a promotion over: new, changed, or DUPLICATE when nothing differs from the last submission."""
    raw = exact_json.write(body)
    digest = hashlib.sha256(raw).hexdigest()
    known = world.promotions.get(identity(body))
    if known is not None and known.body_sha256 == digest:
        return "DUPLICATE", {}
    switches = world.switches
    own = (switches.vendor_id, switches.external_partner_config_id)
    invalid = [vendor for vendor in body["vendors"] if vendor not in (*own, "*")]
    missing = [
        sku for row in body["discount"] for sku in row["sku"] if sku not in world.shelf or not world.shelf[sku].active
    ]
    if len(invalid) < len(body["vendors"]):
        world.promotions[identity(body)] = Promotion(body, digest, world.clock())
    return "COMPLETED", {
        "invalid_vendors": invalid,
        "missing_skus": {switches.vendor_id: missing} if missing else {},
        "invalid_discounted_skus": {},
    }


def _row_skus(row: JsonObject) -> list[str]:
    _one_of(row, "discount_subtype", SUBTYPES)
    value = as_decimal(row.get("discount_value"))
    if value is None or value <= 0:
        raise bad_request("discount_value must be a number above 0")
    if row["discount_subtype"] == "PERCENTAGE" and not 1 <= value <= 100:
        raise bad_request("discount_value of PERCENTAGE must be from 1 to 100")
    if not isinstance(row.get("active"), bool):
        raise bad_request("active of a discount must be true or false")
    if "max_quantity" in row and not _above_0(row["max_quantity"]):
        raise bad_request("max_quantity must be a number above 0")
    return _texts(row.get("sku"), "sku")


def _above_0(value: object) -> bool:
    number = as_decimal(value)
    return number is not None and number > 0


def _texts(value: object, name: str) -> list[str]:
    if not isinstance(value, list) or not value or not all(isinstance(text, str) and text for text in value):
        raise bad_request(f"{name} must be a list of at least one text")
    if len(set(value)) != len(value):
        raise bad_request(f"{name} holds the same text twice")
    return value


def _one_of(body: JsonObject, name: str, accepted: tuple[str, ...]) -> None:
    if body.get(name) not in accepted:
        raise bad_request(f"{name} must be one of {', '.join(accepted)}")


def _instant(conditions: JsonObject, name: str) -> datetime:
    text = conditions.get(name)
    try:
        instant = read_stamp(text)
    except ValueError as error:
        raise bad_request(f"conditions.{name}: {error}") from None
    if stamp(instant) != text:
        raise bad_request(f"conditions.{name} must be UTC with milliseconds and Z")
    return instant
