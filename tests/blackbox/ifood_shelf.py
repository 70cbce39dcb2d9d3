"""The shelf of the simulated iFood platform: prices, what is on sale and whether a shop is open, each by its rules."""

import re
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any
from urllib.parse import unquote

from tests.blackbox.platform import Request, read

Json = dict[str, Any]

AVAILABLE, UNAVAILABLE = "AVAILABLE", "UNAVAILABLE"
PATHS = {
    "price": ("PATCH", re.compile(r"/v1\.0/skus/([^/]+)/prices")),
    "shop": ("PUT", re.compile(r"/v1\.0/merchants/([^/]+)/statuses")),
    "sku": ("PATCH", re.compile(r"/v1\.0/merchants/([^/]+)/skus/([^/]+)")),
}
SECOND_SCHEDULE = "Ja existe um agendamento para este item"
STORE_ZONE_HOURS = 14
"""No zone is farther from UTC: a price may begin on what is today somewhere."""


class Broken(Exception):
    """A rule was broken; the status to answer with."""

    def __init__(self, words: str, status: int = 400) -> None:
        super().__init__(words)
        self.status = status


@dataclass
class Shelf:
    """What was set. `merchants` are those of the user; `unknown` are codes that the platform does not know."""

    merchants: tuple[str, ...]
    unknown: set[str] = field(default_factory=set)
    shops: dict[str, str] = field(default_factory=dict)
    products: dict[tuple[str, str], str] = field(default_factory=dict)
    schedules: set[tuple[int, str]] = field(default_factory=set)

    def answer(self, request: Request, violations: list[str]) -> tuple[int, str] | None:
        """Status and words for a call of the shop; None where a request is none. What is bad is a violation, too."""
        name, parts = kind_of(request)
        if not name:
            return None
        try:
            body = read(request.body)
            if not isinstance(body, dict):
                raise Broken("no object")
            self._set(name, parts, body)
        except (ValueError, Broken) as error:
            status = error.status if isinstance(error, Broken) else 400
            if status == 400 and str(error) != SECOND_SCHEDULE:
                violations.append(f"{name}: {error}: {request.path} {request.body.decode()}")
            return status, str(error)
        return 200, ""

    def _set(self, name: str, parts: tuple[str, ...], body: Json) -> None:
        if name == "price":
            self._price(parts[0], body)
            return
        merchant, status = parts[0], body.get("status")
        self._of_the_user([merchant])
        if status not in (AVAILABLE, UNAVAILABLE):
            raise Broken(f"the status {status!r}")
        closing = name == "shop" and status == UNAVAILABLE
        if body.keys() != ({"status", "reason"} if closing else {"status"}):
            raise Broken(f"the keys {sorted(body)}")
        if closing and not (isinstance(body["reason"], str) and body["reason"].strip()):
            raise Broken("no reason")
        if name == "shop":
            self.shops[merchant] = status
        else:
            self._known(parts[1])
            self.products[merchant, parts[1]] = status

    def _price(self, code: str, body: Json) -> None:
        needed = {"merchantIds", "externalCode", "price"}
        if not needed <= body.keys() <= needed | {"startDate"}:
            raise Broken(f"the keys {sorted(body)}")
        merchants, price = body["merchantIds"], body["price"]
        if not merchants or not all(type(one) is int for one in merchants):
            raise Broken("merchantIds is no list of integers")
        self._of_the_user([str(one) for one in merchants])
        if body["externalCode"] != code:
            raise Broken("another code than in the path")
        number = Decimal(price) if type(price) is int else price
        if not isinstance(number, Decimal) or not 0 < number == number.quantize(Decimal("0.01")):
            raise Broken(f"the price {price!r}")
        self._known(code)
        if "startDate" in body:
            self._schedule(day_of(body["startDate"]), {(one, code) for one in merchants})

    def _schedule(self, begin: date, wanted: set[tuple[int, str]]) -> None:
        if begin < (datetime.now(UTC) - timedelta(hours=STORE_ZONE_HOURS)).date():
            raise Broken("a day that is past")
        if wanted & self.schedules:
            raise Broken(SECOND_SCHEDULE)
        self.schedules |= wanted

    def _of_the_user(self, merchants: list[str]) -> None:
        if not set(merchants) <= set(self.merchants):
            raise Broken("Access denied", 403)

    def _known(self, code: str) -> None:
        if code in self.unknown:
            raise Broken("Not Found", 404)


def day_of(text: object) -> date:
    """The day that is written as 2026-11-22; ValueError for anything else."""
    if not isinstance(text, str) or not re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        raise ValueError(f"the day {text!r}")
    return date.fromisoformat(text)


def kind_of(request: Request) -> tuple[str, tuple[str, ...]]:
    """What a request sets (price, shop, sku) and the parts of its path, decoded; "" for no call of the shop."""
    for name, (method, path) in PATHS.items():
        match = path.fullmatch(request.path) if request.method == method else None
        if match is not None:
            return name, tuple(unquote(part) for part in match.groups())
    return "", ()
