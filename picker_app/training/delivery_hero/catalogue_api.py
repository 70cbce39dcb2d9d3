"""The vendor's catalogue over HTTP (section 12): read page by page, change one product or many."""

import math
from collections.abc import Mapping

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from picker_app.training.answers import ExactResponse
from picker_app.training.delivery_hero import jobs
from picker_app.training.delivery_hero.answers import bad_request, not_found
from picker_app.training.delivery_hero.orders import read_object
from picker_app.training.delivery_hero.shelf import Listed, changed
from picker_app.training.delivery_hero.world import World
from picker_app.training.exact_json import JsonObject, as_decimal

DEFAULT_PAGE_SIZE = 50
MAX_PAGE_SIZE = 500
CHANGES = ("active", "price", "quantity")


def routes(world: World) -> list[Route]:
    """The catalogue and its jobs."""

    def check_path(request: Request) -> None:
        world.check_chain(request.path_params["chain_id"])
        if "vendor_id" in request.path_params:
            world.check_vendor(request.path_params["vendor_id"])

    async def get_catalogue(request: Request) -> Response:
        check_path(request)
        return ExactResponse(page_of_products(world, request.query_params))

    async def put_catalogue(request: Request) -> Response:
        check_path(request)
        body = read_object(request.headers, await request.body())
        answer = change_products(world, body.get("products"))
        return ExactResponse(answer, status_code=202 if "job_id" in answer else 200)

    async def get_job(request: Request) -> Response:
        check_path(request)
        return ExactResponse(jobs.read(world, "catalog", request.path_params["job_id"]))

    path = "/v2/chains/{chain_id}/vendors/{vendor_id}/catalog"
    return [
        Route(path, get_catalogue, methods=["GET"]),
        Route(path, put_catalogue, methods=["PUT"]),
        Route("/v2/chains/{chain_id}/catalog/jobs/{job_id}", get_job),
    ]


def page_of_products(world: World, query: Mapping[str, str]) -> JsonObject:
    """Return one page. `page_number` is ignored, as the real platform does, and so is every unknown parameter."""
    page = _number(query, "page", 1, 1_000_000)
    size = _number(query, "page_size", DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE)
    products = list(world.shelf.values())
    if "is_active" in query:
        products = [product for product in products if product.active == (query["is_active"] == "true")]
    if "category_global_ids" in query:
        wanted = query["category_global_ids"].split(",")
        products = [product for product in products if product.category in wanted]
    if query.get("query_term"):
        term = query["query_term"].casefold()
        products = [product for product in products if _found(product, term)]
    return {
        "page_number": page,
        "page_size": size,
        "total_pages": max(1, math.ceil(len(products) / size)),
        "products": [product.document() for product in products[(page - 1) * size : page * size]],
    }


def change_products(world: World, wanted: object) -> JsonObject:
    """Change one product at once, or queue a job for several; raises 400 or 404."""
    if not isinstance(wanted, list) or not wanted or not all(isinstance(item, dict) for item in wanted):
        raise bad_request("products is a list of at least one product")
    changes = [(_addressed(world, item), item) for item in wanted]
    if len(changes) == 1:
        product, change = changes[0]
        if product is None:
            raise not_found(f"product not found: {change.get('sku') or change.get('barcode')}")
        # The quantity of a one-product update is not looked at.
        world.shelf[product.sku] = changed(product, change, None)
        return {"sku": product.sku}
    return jobs.start(world, "catalog", lambda: _change_all(world, wanted))


def _change_all(world: World, wanted: list[JsonObject]) -> jobs.Outcome:
    missing = []
    for change in wanted:
        product = _addressed(world, change)
        if product is None:
            missing.append(change.get("sku") or change.get("barcode"))
        else:
            world.shelf[product.sku] = changed(product, change, world.switches.stock_buffer)
    return "COMPLETED", {"missing_skus": missing}


def _addressed(world: World, change: JsonObject) -> Listed | None:
    sku, barcode = change.get("sku"), change.get("barcode")
    name = sku or barcode
    if not isinstance(name, str) or not name:
        raise bad_request("each product needs sku or barcode")
    if not any(key in change for key in CHANGES):
        raise bad_request(f"product {name}: nothing to change, one of {', '.join(CHANGES)} is needed")
    if "active" in change and not isinstance(change["active"], bool):
        raise bad_request(f"product {name}: active must be true or false")
    for key in ("price", "quantity"):
        number = as_decimal(change.get(key))
        if key in change and (number is None or number < 0):
            raise bad_request(f"product {name}: {key} must be a number, 0 or more")
    price = as_decimal(change.get("price"))
    if price is not None and price != round(price, 3):
        raise bad_request(f"product {name}: price has at most 3 decimals")
    if sku is not None:
        return world.shelf.get(name)
    digits = name.zfill(14)
    return next((p for p in world.shelf.values() if any(code.zfill(14) == digits for code in p.barcodes)), None)


def _found(product: Listed, term: str) -> bool:
    texts = [product.sku, *product.titles.values(), *product.barcodes]
    return any(term in text.casefold() for text in texts)


def _number(query: Mapping[str, str], name: str, default: int, highest: int) -> int:
    text = query.get(name, str(default))
    if not text.isdecimal() or not 1 <= int(text) <= highest:
        raise bad_request(f"{name} must be a whole number from 1 to {highest}")
    return int(text)
