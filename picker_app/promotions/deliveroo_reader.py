"""Reads Deliveroo's JSON file of promotions and names every fault at once, by promotion and field."""

import json
import re
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any, Final

from picker_app.domain import money
from picker_app.domain.mechanics import mechanics_of
from picker_app.domain.problem import Problem, error
from picker_app.domain.promotion import Condition, Market, Mechanic, Period, Promotion, Reward, Unknown
from picker_app.platforms import exact_json
from picker_app.platforms.exact_json import Garbage
from picker_app.promotions.reading import Read, of

KEYS: Final = (
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
)
CONDITION_KEYS: Final = ("items", "quantity", "min_order_value", "alcohol_allowed")
REWARD_KEYS: Final = ("percentage", "amount_off", "fixed_price", "quantity", "max_discount")
MECHANICS: Final = tuple(mechanic.value for mechanic in mechanics_of(Market.DELIVEROO))
LEVELS: Final = 32
_MOST_DIGITS: Final = 18
_HALF: Final = re.compile("[\ud800-\udfff]")
_TEXT, _TEXTS, _WHOLE, _NUMBER = "a text", "a list of texts", "a whole number", "a number"
_BOOLEAN, _OBJECT, _LIST = "true or false", "an object", "a list"


def read(body: bytes, currency: str, zone: str = "UTC") -> Read:
    """Read a file of promotions (deliveroo_promotions.md section 6).

    Money becomes Decimal in major units of `currency`; periods are given `zone`, in which they are shown. Fields that
    are not known are kept. Problems name promotion and field: `file_not_text`, `file_broken`, `file_shape`,
    `file_empty`, `wrong_type`, `missing`, `money_float`, `mechanic_unknown`, `no_time_zone`, `time_unreadable`,
    `number_unbounded`, `text_broken` and `garbage` (a name given twice, NaN).
    """
    try:
        tree = json.loads(
            body.decode("utf-8-sig"),
            parse_float=_number,
            parse_int=_integer,
            parse_constant=lambda name: Garbage(f"{name} is no number"),
            object_pairs_hook=_object,
        )
    except UnicodeDecodeError as fault:
        return Read(problems=(error("file_not_text", place=fault.start),))
    except json.JSONDecodeError as fault:
        place = f"line {fault.lineno}, column {fault.colno}"
        return Read(problems=(error("file_broken", place=place, reason=fault.msg),))
    except RecursionError:
        return Read(problems=(error("file_broken", place="its depth", reason="it is nested too deeply"),))
    if not isinstance(tree, dict) or not isinstance(tree.get("promotions"), list):
        return Read(problems=(error("file_shape"),))
    entries = tree["promotions"]
    if not entries:
        return Read(problems=(error("file_empty", "promotions"),))
    reader = _Reader(currency, zone)
    found = {index: reader.promotion(entry, index) for index, entry in enumerate(entries)}
    rest = reader.unknown("", tree, ("promotions",))
    reader.settle("", -1)
    taken = {index: one for index, one in found.items() if one is not None}
    return Read(tuple(taken.values()), tuple(reader.problems), tuple(taken), rest)


def _integer(digits: str) -> int | Garbage:
    return int(digits) if len(digits) <= _MOST_DIGITS else Garbage("a number beyond all bounds")


def _number(digits: str) -> Decimal | Garbage:
    found = exact_json.exact(digits)
    if isinstance(found, Decimal) and (len(digits) > 2 * _MOST_DIGITS or abs(found.adjusted()) > _MOST_DIGITS):
        return Garbage("a number beyond all bounds")
    return found


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        found |= {name: Garbage("given twice") for name in names if names.count(name) > 1}
    return found


def _kind(value: Any) -> str:
    match value:
        case None:
            return "null"
        case bool():
            return _BOOLEAN
        case str():
            return _TEXT
        case int() | Decimal():
            return exact_json.dump(value).decode()
        case list():
            return _LIST
        case _:
            return _OBJECT


Fields = tuple[Unknown, ...]


class _Reader:
    """Reads promotions out of a JSON tree and keeps what is wrong with them."""

    def __init__(self, currency: str, zone: str) -> None:
        self.problems: list[Problem] = []
        self._currency = currency
        self._zone = zone
        self._found: list[Problem] = []

    def settle(self, promotion: str, index: int) -> bool:
        """Keep what was found as of this promotion; say whether it was nothing."""
        clean = not self._found
        if not clean:
            self.problems += of(self._found, promotion, index)
            self._found = []
        return clean

    def promotion(self, tree: Any, index: int) -> Promotion | None:
        """Read a promotion; None when anything is wrong with it."""
        if not isinstance(tree, dict):
            self._wrong(f"promotions[{index}]", tree, _OBJECT)
            self.settle("", index)
            return None
        name = tree.get("promotion_id")
        known = name if isinstance(name, str) else ""
        word = self._text(tree, "promotion_type")
        if word is not None and word not in MECHANICS:
            self._found.append(error("mechanic_unknown", "promotion_type", found=word, accepted=MECHANICS))
            word = None
        texts = {key: self._text(tree, key) for key in ("promotion_id", "name", "user_target", "fulfillment_method")}
        sites = self._texts(tree["sites"], "sites") if "sites" in tree else self._lacks("sites")
        start, end = self._time(tree, "start_at"), self._time(tree, "end_at")
        told, strange = self._part(tree, "condition", CONDITION_KEYS)
        given, stranger = self._part(tree, "reward", REWARD_KEYS)
        condition, reward = self._condition(told), self._reward(given)
        unknown = self.unknown("", tree, KEYS) + strange + stranger
        if not self.settle(known, index) or word is None or start is None or end is None:
            return None
        return Promotion(
            id=texts["promotion_id"] or "",
            mechanic=Mechanic(word),
            name=texts["name"] or "",
            sites=sites,
            period=Period(start, end, self._zone),
            condition=condition,
            reward=reward,
            audience=texts["user_target"] or "",
            fulfilment=texts["fulfillment_method"] or "",
            unknown=unknown,
        )

    def unknown(self, part: str, tree: Mapping[str, Any], known: Iterable[str]) -> Fields:
        """Return the fields that are not known."""
        found: list[Unknown] = []
        for key in sorted(tree.keys() - set(known)):
            field = f"{part}.{key}" if part else key
            if _HALF.search(key):
                self._found.append(error("text_broken", part))
            elif self._readable(tree[key], field):
                found.append(Unknown(part, key, exact_json.dump(tree[key]).decode()))
        return tuple(found)

    def _readable(self, value: Any, field: str) -> bool:
        """Look through a value that is only kept: no garbage in it, no text that was cut."""
        open_parts, before = [(value, 1)], len(self._found)
        while open_parts:
            part, depth = open_parts.pop()
            match part:
                case Garbage(reason):
                    self._found.append(error("garbage", field, reason=reason))
                case str() if _HALF.search(part):
                    self._found.append(error("text_broken", field))
                case dict() | list() if depth > LEVELS:
                    self._found.append(error("garbage", field, reason=f"nested deeper than {LEVELS} levels"))
                case dict():
                    open_parts += [(inner, depth + 1) for pair in part.items() for inner in pair]
                case list():
                    open_parts += [(inner, depth + 1) for inner in part]
                case _:
                    pass
        return len(self._found) == before

    def _wrong(self, field: str, value: Any, accepted: str) -> None:
        if isinstance(value, Garbage):
            self._found.append(error("garbage", field, reason=value.reason))
        else:
            self._found.append(error("wrong_type", field, accepted=accepted, found=_kind(value)))

    def _text(self, tree: Mapping[str, Any], key: str) -> str | None:
        if key not in tree:
            self._found.append(error("missing", key))
            return None
        value = tree[key]
        if not isinstance(value, str):
            self._wrong(key, value, _TEXT)
            return None
        if not value.isascii() and _HALF.search(value):
            self._found.append(error("text_broken", key))
        return value

    def _texts(self, value: Any, field: str) -> tuple[str, ...]:
        if not isinstance(value, list):
            self._wrong(field, value, _TEXTS)
            return ()
        strangers = [(place, one) for place, one in enumerate(value) if not isinstance(one, str)]
        for place, one in strangers:
            self._wrong(f"{field}[{place}]", one, _TEXT)
        if strangers:
            return ()
        whole = "".join(value)
        if not whole.isascii() and _HALF.search(whole):
            self._found.append(error("text_broken", field))
        return tuple(value)

    def _lacks(self, key: str) -> tuple[str, ...]:
        self._found.append(error("missing", key))
        return ()

    def _time(self, tree: Mapping[str, Any], key: str) -> datetime | None:
        text = self._text(tree, key)
        if text is None:
            return None
        try:
            at = datetime.fromisoformat(text)
            if at.tzinfo is not None:
                return at.astimezone(UTC)
            self._found.append(error("no_time_zone", key))
        except (ValueError, OverflowError):
            self._found.append(error("time_unreadable", key, found=text[:60]))
        return None

    def _part(self, tree: Mapping[str, Any], key: str, known: Iterable[str]) -> tuple[dict[str, Any], Fields]:
        """Return the object of that name, and its fields that are not known."""
        if key not in tree:
            self._found.append(error("missing", key))
            return {}, ()
        value = tree[key]
        if not isinstance(value, dict):
            self._wrong(key, value, _OBJECT)
            return {}, ()
        return value, self.unknown(key, value, known)

    def _condition(self, tree: Mapping[str, Any]) -> Condition:
        return Condition(
            items=self._texts(tree["items"], "condition.items") if "items" in tree else None,
            quantity=self._whole(tree, "quantity", "condition.quantity"),
            min_order=self._money(tree, "min_order_value", "condition.min_order_value"),
            alcohol=self._boolean(tree, "alcohol_allowed", "condition.alcohol_allowed"),
        )

    def _reward(self, tree: Mapping[str, Any]) -> Reward:
        return Reward(
            percentage=self._number(tree, "percentage", "reward.percentage"),
            amount_off=self._money(tree, "amount_off", "reward.amount_off"),
            fixed_price=self._money(tree, "fixed_price", "reward.fixed_price"),
            free_quantity=self._whole(tree, "quantity", "reward.quantity"),
            max_discount=self._money(tree, "max_discount", "reward.max_discount"),
        )

    def _whole(self, tree: Mapping[str, Any], key: str, field: str) -> int | None:
        if key not in tree:
            return None
        value = tree[key]
        if isinstance(value, int) and not isinstance(value, bool):
            return value
        self._wrong(field, value, _WHOLE)
        return None

    def _money(self, tree: Mapping[str, Any], key: str, field: str) -> Decimal | None:
        if isinstance(tree.get(key), Decimal):
            self._found.append(error("money_float", field, found=tree[key]))
            return None
        units = self._whole(tree, key, field)
        return None if units is None else money.from_minor(units, self._currency)

    def _number(self, tree: Mapping[str, Any], key: str, field: str) -> Decimal | None:
        if key not in tree:
            return None
        value = tree[key]
        if isinstance(value, int | Decimal) and not isinstance(value, bool):
            return Decimal(value)
        self._wrong(field, value, _NUMBER)
        return None

    def _boolean(self, tree: Mapping[str, Any], key: str, field: str) -> bool | None:
        if key not in tree or isinstance(tree[key], bool):
            return tree.get(key)
        self._wrong(field, tree[key], _BOOLEAN)
        return None
