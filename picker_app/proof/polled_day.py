"""The part of a shop's day that comes from a platform that is polled: its customers, its riders, and its faults."""

import asyncio
from random import Random
from typing import Any

from picker_app.proof.shop import Shop
from picker_app.training.ifood_pos import control
from picker_app.training.ifood_pos.world import FINAL, Order

DESK = ("nothing", "confirm", "cancel")
_STATUSES = ("integration", "confirmation", "dispatch", "delivery", "rejection")


def switches(chance: Random) -> dict[str, Any]:
    """Draw what kind of platform it is (ifood_pos.md section 11)."""
    return {
        "token_ttl_s": chance.choice((3599, 600, None)),
        "expires_in_text": chance.random() < 0.3,
        "strict": chance.random() < 0.8,
        "retry_after": chance.choice(("seconds", "date", "missing", "nonsense")),
        "accepted": chance.choice((200, 201, 202)),
        "repeated_status": chance.choice((202, 400)),
        "conclude_s": chance.choice((None, 600, 7200)),
        "confirm_s": chance.choice((None, 900)),
        "desk": chance.choice(DESK),
    }


def place(shop: Shop, most_lines: int, chance: Random) -> str:
    """Let a customer order; returns the order's reference."""
    wish = {"lines": chance.randint(1, most_lines), "merchant": chance.choice(shop.ifood.switches.merchant_ids)}
    return str(control.create_order(shop.ifood, wish)["reference"])


async def regret(shop: Shop, reference: str, chance: Random) -> None:
    """Let a customer change their mind some minutes later."""
    await asyncio.sleep(chance.uniform(1, 900))
    if shop.ifood.orders[reference].state not in FINAL:
        control.advance(shop.ifood, reference, {"code": "CANCELLED"})


def bring(shop: Shop, chance: Random) -> None:
    """Let the platform's riders bring some of what is on its way."""
    for order in list(shop.ifood.orders.values()):
        if order.state == "DISPATCHED" and chance.random() < 0.1:
            control.advance(
                shop.ifood, order.reference, {"code": chance.choice(("DELIVERED", "CONCLUDED", "CANCELLED"))}
            )
        elif order.state == "CONFIRMED" and not order.to_go and chance.random() < 0.004:
            control.advance(shop.ifood, order.reference, {"code": "DISPATCHED"})  # said on another device


def fault(shop: Shop, chance: Random) -> None:
    """Let something go wrong at the platform that is polled."""
    if chance.random() < 0.05:
        shop.ifood.tokens.expire()
        return
    route = chance.choices(("poll", "ack", "order", "token", *_STATUSES), (25, 12, 15, 5, 8, 8, 12, 4, 4))[0]
    for _ in range(chance.choice((1, 1, 2, 3))):
        shop.ifood.order_fault({"route": route, **_spoiling(route, chance)})


def _spoiling(route: str, chance: Random) -> dict[str, Any]:
    kinds = ["drop_before", "drop_after", "late", "slow", "status", "status", "status", "garbage"]
    if route == "poll":
        kinds += ["duplicate", "shuffle", "stale", "no_id", "unknown_code", "extra_fields"]
    if route == "order":
        kinds += ["not_yet", "not_yet", "null_subitems", "strings", "missing_field"]
    kind = chance.choice(kinds)
    match kind:
        case "late" | "slow":
            return {"kind": kind, "value": round(chance.uniform(0.5, 90 if kind == "late" else 45), 3)}
        case "garbage":
            return {"kind": kind, "value": chance.choice(("html", "broken", "half", "empty"))}
        case "status":
            statuses = [401, 429, 500, 502, 503, 503]
            if route in _STATUSES:
                statuses += [400, 403, 408, 409]
            status = chance.choice([*statuses, 404] if route in ("poll", "order") else statuses)
            return {"kind": kind, "value": status, "acted": status >= 500 and chance.random() < 0.5}
    return {"kind": kind, "times": chance.choice((1, 1, 2, 4))}


def is_open(order: Order) -> bool:
    """Say whether the shop still has an order in hand; one that it handed to the platform's desk is not."""
    handed = bool(order.statuses) and order.statuses[-1]["status"] == "rejection"
    return order.state in ("PLACED", "INTEGRATED", "CONFIRMED") and not handed
