"""A file of 25,000 promotions, read and checked; beside a bare parse of the same JSON."""

import json
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from picker_app.devices.gtin import with_check_digit
from picker_app.domain.promotion import Market
from picker_app.promotions import files
from picker_app.promotions.checks import check
from picker_app.promotions.surroundings import Surroundings
from tests.bench.scans import Figure, figure

PROMOTIONS = 25_000
ITEMS = 10
SITES = 20
ROUNDS = 5
PROMISE_MS = 3000
CHECK = f"read and check a file of {PROMOTIONS} promotions"
BARE = f"bare JSON parse of {PROMOTIONS} promotions"
NOW = datetime(2027, 5, 1, tzinfo=UTC)
_SHELF = [with_check_digit(f"50123{number:07}") for number in range(20_000)]
# Mechanic, words of the name, what the condition has beside items, reward, whether it has items.
_KINDS: tuple[tuple[str, str, dict[str, Any], dict[str, Any], int], ...] = (
    ("PERCENTAGE_OFF_ON_ITEMS", "20% off", {}, {"percentage": 20}, ITEMS),
    ("AMOUNT_OFF_ON_ITEMS", "75p off", {}, {"amount_off": 75}, ITEMS),
    ("PERCENTAGE_OFF_ON_SECOND_ITEM", "Second one half price:", {"quantity": 2}, {"percentage": 50}, ITEMS),
    ("PERCENTAGE_OFF_ON_SINGLE_ITEM_MULTIBUY", "Buy 3, 30% off", {"quantity": 3}, {"percentage": 30}, 1),
    ("FIXED_PRICE_ON_SINGLE_ITEM_MULTIBUY", "2 for £2:", {"quantity": 2}, {"fixed_price": 200}, 1),
    ("FIXED_PRICE_ON_MULTIPLE_ITEM_MULTIBUY", "Any 3 for £4.50:", {"quantity": 3}, {"fixed_price": 450}, ITEMS),
    ("BUY_X_FOR_Y", "3 for 2 on", {"quantity": 3}, {"quantity": 1}, ITEMS),
    ("BUY_X_PLUS_SAVE_Y_PERCENT", "Buy 3 or more, save 15%:", {"quantity": 3}, {"percentage": 15}, ITEMS),
)


def measure() -> dict[str, Figure]:
    """Measure the checks and the bare parse in one run."""
    body = json.dumps({"promotions": [promotion(number) for number in range(PROMOTIONS)]}).encode()
    around = Surroundings(
        Market.DELIVEROO, "GBP", NOW, items=frozenset(_SHELF), sites=frozenset(f"site-{n}" for n in range(300))
    )

    def checked() -> None:
        found = files.read(body, "GBP", "Europe/London")
        problems = check(found.promotions, around)
        if len(found.promotions) != PROMOTIONS or any(problem.stops for problem in problems):
            raise RuntimeError("the file is not as it was meant: the benchmark measures nothing")

    return {CHECK: figure(_taken(checked)), BARE: figure(_taken(lambda: json.loads(body)))}


def _taken(act: Callable[[], object]) -> list[float]:
    taken = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        act()
        taken.append(time.perf_counter() - began)
    return taken


def promotion(number: int) -> dict[str, Any]:
    """Return one of many promotions, as the file of the platform holds it."""
    mechanic, words, condition, reward, pieces = _KINDS[number % len(_KINDS)]
    start = NOW + timedelta(days=7 + number // 2000 * 14)
    first = number * ITEMS % len(_SHELF)
    return {
        "promotion_id": f"OFFER-{number}-2027",
        "promotion_type": mechanic,
        "name": f"{words} brand {number % 997} of the week",
        "user_target": "ALL_CUSTOMERS",
        "sites": [f"site-{(number // 500 * 7 + place) % 300}" for place in range(SITES)],
        "fulfillment_method": "DELIVERY" if number % 3 else "COLLECTION",
        "start_at": f"{start:%Y-%m-%dT%H:%M:%SZ}",
        "end_at": f"{start + timedelta(days=13):%Y-%m-%dT%H:%M:%SZ}",
        "condition": {"items": _SHELF[first : first + pieces], **condition},
        "reward": reward,
    }
