"""Checks what is sent of promotions against the pages of the two platforms; knows nothing of the program.

`file_faults` and `promotion_faults` are Deliveroo's, `campaign_faults` Delivery Hero's. A fault is a sentence.
"""

import json
import re
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from tests.blackbox.rules import is_number, nulls

Json = dict[str, Any]

KEYS = {
    "promotion_id",
    "promotion_type",
    "name",
    "user_target",
    "sites",
    "fulfillment_method",
    "start_at",
    "end_at",
    "condition",
    "reward",
}
ITEMS, BASKET = {"items"}, {"min_order_value", "alcohol_allowed"}
SEVERAL = ITEMS | {"quantity"}
MECHANICS: dict[str, tuple[set[str], set[str]]] = {
    "PERCENTAGE_OFF_ON_ITEMS": (ITEMS, {"percentage"}),
    "AMOUNT_OFF_ON_ITEMS": (ITEMS, {"amount_off"}),
    "PERCENTAGE_OFF_ON_SECOND_ITEM": (SEVERAL, {"percentage"}),
    "PERCENTAGE_OFF_ON_SINGLE_ITEM_MULTIBUY": (SEVERAL, {"percentage"}),
    "FIXED_PRICE_ON_SINGLE_ITEM_MULTIBUY": (SEVERAL, {"fixed_price"}),
    "PERCENTAGE_OFF_ON_MULTIPLE_ITEM_MULTIBUY": (SEVERAL, {"percentage"}),
    "FIXED_PRICE_ON_MULTIPLE_ITEM_MULTIBUY": (SEVERAL, {"fixed_price"}),
    "PERCENTAGE_OFF_ON_BASKET": (BASKET, {"percentage"}),
    "FREE_DELIVERY": (BASKET, set()),
    "BUY_X_FOR_Y": (SEVERAL, {"quantity"}),
    "BUY_X_PLUS_SAVE_Y_PERCENT": (SEVERAL, {"percentage"}),
}
"""The keys of condition and reward in the examples of Deliveroo's page."""
ALLOWED = {"PERCENTAGE_OFF_ON_BASKET": {"max_discount"}}
WHOLE = ("quantity", "amount_off", "fixed_price", "min_order_value", "max_discount")
INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
INSTANT_WITH_MILLISECONDS = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z")

CAMPAIGN_KEYS = {"vendors", "type", "active", "reason", "display_name", "conditions", "discount"}
CAMPAIGN_REASONS = {"COMPETITIVENESS", "OVERSTOCK", "DELISTING", "EXPIRING_SOON", "NMR", "TRADING"}
DISCOUNTS = {"FINAL_PRICE", "ABSOLUTE", "PERCENTAGE"}


def parsed(body: bytes) -> Any:
    """Parse JSON as strictly as a platform may: UTF-8, no key twice, no NaN, no exponent; numbers as Decimal."""

    def once(pairs: list[tuple[str, Any]]) -> Json:
        found = dict(pairs)
        if len(found) != len(pairs):
            raise ValueError(f"a key twice in {sorted(key for key, _ in pairs)}")
        return found

    def plain(text: str) -> Decimal:
        if "e" in text.lower():
            raise ValueError(f"number with an exponent: {text}")
        return Decimal(text)

    def never(text: str) -> None:
        raise ValueError(f"no JSON: {text}")

    return json.loads(body.decode("utf-8"), object_pairs_hook=once, parse_float=plain, parse_constant=never)


def instant(text: str) -> datetime:
    """The moment that a text of a platform means."""
    return datetime.fromisoformat(text).astimezone(UTC)


def file_faults(body: bytes, sites: set[str]) -> list[str]:
    """Say what is wrong with a file: its form, each promotion, and an id twice."""
    try:
        file = parsed(body)
    except ValueError as error:
        return [f"the file is no JSON: {error}"]
    if not isinstance(file, dict) or file.keys() != {"promotions"} or not isinstance(file["promotions"], list):
        return ["the file is no object with promotions alone"]
    promotions = file["promotions"]
    found = [] if promotions else ["the file has no promotion"]
    ids = [one.get("promotion_id") for one in promotions if isinstance(one, dict)]
    found += [f"{name} stands twice in the file" for name in sorted(set(map(str, ids))) if ids.count(name) > 1]
    return found + [fault for one in promotions for fault in promotion_faults(one, sites)]


def promotion_faults(promotion: object, sites: set[str]) -> list[str]:
    """Say what is wrong with one promotion in itself; `sites` are those that Deliveroo knows."""
    if not isinstance(promotion, dict):
        return ["a promotion is no object"]
    name = promotion.get("promotion_id")
    if promotion.keys() != KEYS:
        return [f"{name}: the keys are {sorted(promotion)}"]
    found = [f"null at {place}" for place in nulls(promotion, "promotion")]
    texts = ("promotion_id", "name", "user_target")
    found += [f"{key} is no text" for key in texts if not isinstance(promotion[key], str) or not promotion[key].strip()]
    if promotion["fulfillment_method"] not in ("DELIVERY", "COLLECTION"):
        found.append(f"fulfillment_method {promotion['fulfillment_method']!r}")
    found += list_faults("sites", promotion["sites"])
    if isinstance(promotion["sites"], list):
        found += [f"the site {site} is not registered" for site in promotion["sites"] if site not in sites]
    for key in ("start_at", "end_at"):
        if not isinstance(promotion[key], str) or not INSTANT.fullmatch(promotion[key]):
            found.append(f"{key} {promotion[key]!r} is no UTC time in whole seconds")
    return [f"{name}: {fault}" for fault in found + mechanic_faults(promotion)]


def mechanic_faults(promotion: Json) -> list[str]:
    """Say what is wrong with the condition and the reward."""
    kind, condition, reward = promotion["promotion_type"], promotion["condition"], promotion["reward"]
    if kind not in MECHANICS:
        return [f"promotion_type {kind!r}"]
    if not isinstance(condition, dict) or not isinstance(reward, dict):
        return ["condition or reward is no object"]
    wanted, rewards = MECHANICS[kind]
    if condition.keys() != wanted:
        return [f"the condition has {sorted(condition)}"]
    if not rewards <= reward.keys() <= rewards | ALLOWED.get(kind, set()):
        return [f"the reward has {sorted(reward)}"]
    found = list_faults("items", condition["items"]) if "items" in condition else []
    for place, part in (("condition", condition), ("reward", reward)):
        for key in WHOLE:
            if key in part and (type(part[key]) is not int or part[key] < (0 if key == "min_order_value" else 1)):
                found.append(f"{place}.{key} {part[key]!r} is no whole number over 0")
    if "percentage" in reward and not (is_number(reward["percentage"]) and 0 < reward["percentage"] <= 100):
        found.append(f"percentage {reward['percentage']!r}")
    if "alcohol_allowed" in condition and not isinstance(condition["alcohol_allowed"], bool):
        found.append(f"alcohol_allowed {condition['alcohol_allowed']!r}")
    if kind == "BUY_X_FOR_Y" and not found and reward["quantity"] >= condition["quantity"]:
        found.append("as many pieces free as bought")
    return found


def list_faults(key: str, found: object) -> list[str]:
    """Say what is wrong with a list of ids: texts, at least one, none twice."""
    if not isinstance(found, list) or not found or not all(isinstance(one, str) and one for one in found):
        return [f"{key} {found!r} is no list of texts"]
    return [f"{key} has an entry twice"] if len(set(found)) != len(found) else []


def campaign_faults(body: bytes, vendors: set[str], skus: set[str]) -> list[str]:
    """Say what is wrong with a promotion of Delivery Hero; `vendors` are those of the chain, `skus` its products."""
    try:
        promotion = parsed(body)
    except ValueError as error:
        return [f"no JSON: {error}"]
    if not isinstance(promotion, dict) or not CAMPAIGN_KEYS <= promotion.keys() <= CAMPAIGN_KEYS | {"limits"}:
        return [f"the keys are {sorted(promotion)}"]
    found = [f"null at {place}" for place in nulls(promotion, "promotion")]
    found += list_faults("vendors", promotion["vendors"])
    found += [f"the vendor {one} is not of this chain" for one in promotion["vendors"] if one not in vendors | {"*"}]
    if promotion["type"] not in ("STRIKETHROUGH", "SAME_ITEM_BUNDLE"):
        found.append(f"type {promotion['type']!r}")
    if promotion["reason"] not in CAMPAIGN_REASONS:
        found.append(f"reason {promotion['reason']!r}")
    if not isinstance(promotion["active"], bool):
        found.append(f"active {promotion['active']!r}")
    names = promotion["display_name"]
    if not isinstance(names, dict) or not names or not all(re.fullmatch("[a-z]{2}_[A-Z]{2}", key) for key in names):
        found.append(f"display_name {names!r}")
    times = [promotion["conditions"].get(key) for key in ("start_time", "end_time")]
    if not all(isinstance(time, str) and INSTANT_WITH_MILLISECONDS.fullmatch(time) for time in times):
        found.append(f"the times {times} are no UTC times with milliseconds")
    elif instant(times[0]) >= instant(times[1]):
        found.append("it ends before it begins")
    return found + discount_faults(promotion["discount"], skus)


def discount_faults(rows: object, skus: set[str]) -> list[str]:
    """Say what is wrong with the rows of discounts."""
    if not isinstance(rows, list) or not rows:
        return ["discount is no list of rows"]
    found = []
    for row in rows:
        value = row.get("discount_value")
        if not {"discount_subtype", "discount_value", "active", "sku"} <= row.keys():
            found.append(f"a row has {sorted(row)}")
        elif row["discount_subtype"] not in DISCOUNTS or not is_number(value) or value <= 0:
            found.append(f"{row['discount_subtype']} of {value!r}")
        elif row["discount_subtype"] == "PERCENTAGE" and not 1 <= value <= 100:
            found.append(f"{value} %")
        else:
            found += list_faults("sku", row["sku"])
            found += [f"{sku} is not in the catalogue" for sku in row["sku"] if sku not in skus]
    every = [sku for row in rows for sku in row.get("sku", [])]
    return found + (["a SKU stands twice in the promotion"] if len(set(every)) != len(every) else [])
