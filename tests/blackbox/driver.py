"""Works the program as a person would at a counter of Delivery Hero, by keys and scans alone."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from tests.blackbox import goods
from tests.blackbox.counter import Counter, surroundings
from tests.blackbox.platform import Platform, Request
from tests.blackbox.screen import Screen

Json = dict[str, Any]


def configuration(platform: Platform) -> str:
    """The file of a shop with one account on the simulated platform."""
    orders = "/v2/chains/{chain_id}/orders/{order_id}" if platform.long_paths else "/v2/orders/{order_id}"
    return f"""
language = "en"
[store]
name = "Centro"
time_zone = "Europe/Vienna"
[webhook]
host = "127.0.0.1"
port = 0
[database]
url = ""
[[accounts]]
name = "{platform.account}"
platform = "delivery_hero"
base_url = "{platform.url}"
client_id = "{platform.client_id}"
chain_id = "{goods.CHAIN}"
vendor_id = "{goods.VENDOR}"
order_path = "{orders}"
currency = "EUR"
promotions = false
"""


def account_secrets(platform: Platform) -> dict[str, str]:
    """The secrets of the account, by the end of the variable's name."""
    return {"CLIENT_SECRET": platform.client_secret, "WEBHOOK_SECRET": platform.webhook_secret}


def environment(platform: Platform, home: Path, **more: str) -> dict[str, str]:
    """What the program is started with: an empty home, its secrets, no keyring."""
    return surroundings(platform.account, account_secrets(platform), home, **more)


class Shop(Counter[Platform]):
    """A counter that serves the simulated platform of Delivery Hero."""

    def configuration(self) -> str:
        """The file of the shop."""
        return configuration(self.platform)

    def account_secrets(self) -> dict[str, str]:
        """The secrets of the account."""
        return account_secrets(self.platform)

    def reading(self) -> Callable[[], object]:
        """The list of orders and the catalogue."""
        lists = len(self.lists())
        return lambda: len(self.lists()) > lists and bool(self.platform.seen("GET", "/catalog"))

    def lists(self) -> list[Request]:
        """The readings of the list of orders that were answered well."""
        vendor = f"/vendors/{goods.VENDOR}"
        asked = self.platform.seen("GET", vendor) + self.platform.seen("GET", vendor + "/orders")
        return [request for request in asked if request.answer == 200]

    def secrets(self) -> list[str]:
        """What must never be written down."""
        return [self.platform.client_secret, self.platform.webhook_secret, goods.PHONE, *self.platform.tokens]

    def happened(self) -> list[str]:
        """The events that were pushed."""
        return ["--- deliveries", *map(str, self.platform.deliveries)]

    # --- what the platform sees ---

    def receive(self, order: Json) -> str:
        """Let an order come in by webhook and wait until the inbox shows it; its id."""
        name = ""

        def come() -> None:
            nonlocal name
            name = self.receive_behind(order)

        self.screen.changes(come, f"order {order['order_code']}", strip=False)
        return name

    def receive_behind(self, order: Json) -> str:
        """Let an order come in by webhook, shown or not; its id."""
        delivery = self.platform.receive(order)
        assert delivery is not None
        assert self.platform.wait_for(lambda: delivery.done, 10), f"the webhook was answered {delivery.answers}"
        self.screen.settle()
        return str(order["order_id"])

    def check(self, order_id: str, items: list[Json]) -> Request:
        """Press F5 until the newest UPDATE_CART has exactly these lines; at most three times."""

        def exact() -> bool:
            newest = self.platform.puts(order_id, "UPDATE_CART")[-1:]
            return bool(newest) and lines(newest[0]) == canonical(items)

        for _ in range(3):
            self.screen.tap("F5")
            if self.platform.wait_for(exact, 4):
                self.screen.settle()
                return self.platform.puts(order_id, "UPDATE_CART")[-1]
        self.picture("check-missing")
        seen = "\n".join(str(lines(r)) for r in self.platform.puts(order_id, "UPDATE_CART"))
        return pytest.fail(f"no UPDATE_CART with\n{canonical(items)}\nbut\n{seen}")

    def ask_for_orders(self) -> None:
        """Press F5 in the inbox until the list of orders is read; it is read at most once in 10 s."""
        before = len(self.lists())
        for _ in range(8):
            self.screen.tap("F5")
            if self.platform.wait_for(lambda: len(self.lists()) > before, 2):
                self.screen.settle()
                return
        self.picture("list-not-read")
        pytest.fail("F5 in the inbox has not read the list of orders within 16 s")

    def sent(self, order_id: str, status: str, seconds: float = 10) -> Json:
        """The body of the one PUT with a final status; fails when none or two come."""
        came = self.platform.wait_for(lambda: self.platform.puts(order_id, status), seconds)
        if not came:
            self.picture("nothing-sent")
            pytest.fail(f"no {status} within {seconds} s, but {self.platform.puts(order_id)}")
        self.screen.settle()
        found = self.platform.puts(order_id, status)
        assert len(found) == 1, found
        assert found[0].answer == 200, found
        body: Json = found[0].json
        return body

    def reads_back(self, order_id: str) -> bool:
        """Wait until the program has read one order; tell whether it did."""
        return self.platform.wait_for(lambda: self.platform.seen("GET", order_id))

    def is_fulfilled(self, order_id: str) -> bool:
        """Wait until the platform has the order as ready for pickup; tell whether it has."""
        return self.platform.wait_for(lambda: self.platform.orders[order_id]["status"] == "READY_FOR_PICKUP")

    def confirmed(self, order_id: str, status: str) -> None:
        """Wait until the program has taken the platform's confirmation of a status."""

        def taken() -> bool:
            return any(d.order_id == order_id and d.status == status and d.done for d in self.platform.deliveries)

        assert self.platform.wait_for(taken), self.platform.deliveries
        self.screen.settle()


def canonical(items: list[Json]) -> list[str]:
    """Lines in an order and a writing of their own, so that two lists can be compared; 1.10 is 1.1."""

    def plain(value: object) -> float:
        return float(str(value))

    return sorted(json.dumps(item, sort_keys=True, default=plain) for item in items)


def as_sent(line: Json, status: str = "IN_CART", amount: str | int | None = None, **price: str) -> Json:
    """An ordered line as it must be sent; as ordered, or with an amount and a price of its own."""
    ordered = line["pricing"]
    pricing: Json = {"pricing_type": ordered["pricing_type"], "quantity": ordered["quantity"]}
    if ordered["pricing_type"] == "KG":
        pricing["weight"] = ordered["weight"] if amount is None else Decimal(amount)
    else:
        pricing["quantity"] = ordered["quantity"] if amount is None else amount
        pricing |= {key: Decimal(value) for key, value in price.items()} or {"unit_price": ordered["unit_price"]}
    return {"_id": line["_id"], "sku": line["sku"], "status": status, "pricing": pricing}


def lines(request: Request) -> list[str]:
    """The lines of a PUT, to be compared."""
    return canonical(request.json["items"])


@contextmanager
def shop(platform: Platform, screen: Screen, folder: Path, name: str) -> Iterator[Shop]:
    """A counter that is open; closed and reported at the end."""
    made = Shop(platform, screen, folder, name)
    try:
        made.open()
        yield made
        made.check_manners()
    finally:
        made.close()
