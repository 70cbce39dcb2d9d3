"""Turns what is typed into the form into a promotion and back, and says what could not be read."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from decimal import Decimal
from typing import Final
from zoneinfo import ZoneInfo

from picker_app.domain.mechanics import (
    ALCOHOL,
    AMOUNT_OFF,
    DISCOUNTS,
    FIXED_PRICE,
    FREE_QUANTITY,
    ITEMS,
    LIMIT_KEYS,
    MAX_DISCOUNT,
    MIN_ORDER,
    PERCENTAGE,
    QUANTITY,
    SHAPES,
)
from picker_app.domain.periods import LAST_SECOND, shown, typed
from picker_app.domain.problem import Problem, error
from picker_app.domain.promotion import (
    Condition,
    Discount,
    DiscountKind,
    Market,
    Mechanic,
    Period,
    Promotion,
    Reward,
)
from picker_app.domain.quantity import is_whole, parse_amount

WEEKS: Final = timedelta(days=28)
PIECES: Final = frozenset((QUANTITY, FREE_QUANTITY, "max_quantity", "limits.global_limit"))
LIMITS: Final = tuple(f"limits.{key}" for key in LIMIT_KEYS)
NUMBER_LIKE: Final = "2.50"
PIECES_LIKE: Final = "3"


@dataclass(frozen=True, slots=True)
class Row:
    """A discount row as it is typed."""

    kind: DiscountKind = DiscountKind.PERCENTAGE
    value: str = ""
    max_quantity: str = ""
    items: tuple[str, ...] = ()
    active: bool = True


@dataclass(frozen=True, slots=True)
class Typed:
    """The form as it is typed: `texts` by the names of fields, `items` of the condition, `rows` of Delivery Hero."""

    mechanic: Mechanic
    texts: Mapping[str, str]
    items: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()

    def text(self, name: str) -> str:
        """Return what is typed in a field."""
        return self.texts.get(name, "").strip()


def fresh(mechanic: Mechanic, zone: str, now: datetime, sites: tuple[str, ...]) -> Promotion:
    """Return an empty promotion that begins tomorrow and runs for four weeks on the shop's clocks."""
    there = ZoneInfo(zone)
    day = now.astimezone(there).date() + timedelta(days=1)
    start = datetime.combine(day, time(0), there)
    end = datetime.combine(day + WEEKS - timedelta(days=1), LAST_SECOND, there)
    period = Period(start.astimezone(ZoneInfo("UTC")), end.astimezone(ZoneInfo("UTC")), zone)
    made = Promotion("", mechanic, "", sites, period)
    if SHAPES[mechanic].market is Market.DELIVERY_HERO:
        return replace(made, audience="", fulfilment="")
    return made


def fields_of(mechanic: Mechanic) -> tuple[str, ...]:
    """Return the fields that a form for a mechanic has, those that every promotion has included."""
    shape = SHAPES[mechanic]
    own = tuple(name for name in shape.fields if name != DISCOUNTS)
    if shape.market is Market.DELIVERY_HERO:
        rows = ("kind", "value", "max_quantity", ITEMS)
        return ("name", *own, *rows, "start_at", "end_at", "sites", "promotion_id", "reason", "display_name", *LIMITS)
    own = (*(name for name in own if name != ITEMS), *(name for name in own if name == ITEMS))
    return ("name", *own, "start_at", "end_at", "sites", "user_target", "fulfillment_method", "promotion_id")


def typed_of(promotion: Promotion, number: Callable[[Decimal], str]) -> Typed:
    """Return a promotion as the form shows it; `number` writes a number as a person of this place types it."""
    condition, reward, zone = promotion.condition, promotion.reward, promotion.period.zone

    def written(value: Decimal | int | None) -> str:
        return "" if value is None else number(Decimal(value))

    alcohol = {None: "", True: "yes", False: "no"}[condition.alcohol]
    limits = dict(promotion.limits)
    texts = {
        "promotion_id": promotion.id,
        "name": promotion.name,
        "sites": " ".join(promotion.sites),
        "user_target": promotion.audience,
        "fulfillment_method": promotion.fulfilment,
        "start_at": _time(promotion.period.start, zone, time(0)),
        "end_at": _time(promotion.period.end, zone, LAST_SECOND),
        QUANTITY: written(condition.quantity),
        FREE_QUANTITY: written(reward.free_quantity),
        PERCENTAGE: written(reward.percentage),
        AMOUNT_OFF: written(reward.amount_off),
        FIXED_PRICE: written(reward.fixed_price),
        MIN_ORDER: written(condition.min_order),
        MAX_DISCOUNT: written(reward.max_discount),
        ALCOHOL: alcohol,
        "reason": promotion.reason,
        "display_name": "; ".join(f"{locale}: {text}" for locale, text in promotion.names),
        **{name: written(limits.get(name.partition(".")[2])) for name in LIMITS},
    }
    rows = tuple(
        Row(row.kind, written(row.value), written(row.max_quantity), row.items, row.active) for row in reward.discounts
    )
    return Typed(promotion.mechanic, texts, condition.items or (), rows)


def composed(form: Typed, base: Promotion) -> tuple[Promotion, tuple[Problem, ...]]:
    """Return the promotion that is typed, and what of it could not be read; `base` holds what the form does not show.

    Only what the mechanic has is taken over; a time that cannot be read stays as it was.
    """
    reading = _Reading(form, fields_of(form.mechanic))
    period = base.period
    times = {name: typed(form.text(name), period.zone, name) for name in ("start_at", "end_at")}
    reading.problems += [at for at in times.values() if isinstance(at, Problem)]
    start, end = (at if isinstance(at, datetime) else old for at, old in zip(times.values(), period.local, strict=True))
    # What was not touched keeps its part of a second, and the hour that it means where an hour exists twice.
    if form.text("start_at") == _time(period.start, period.zone, time(0)):
        start = period.start
    if form.text("end_at") == _time(period.end, period.zone, LAST_SECOND):
        end = period.end
    has = frozenset(SHAPES[form.mechanic].fields)
    condition = Condition(
        items=(form.items or None) if ITEMS in has else None,
        quantity=reading.pieces(QUANTITY),
        min_order=reading.number(MIN_ORDER),
        alcohol={"yes": True, "no": False}.get(form.text(ALCOHOL)) if ALCOHOL in has else None,
    )
    reward = Reward(
        percentage=reading.number(PERCENTAGE),
        amount_off=reading.number(AMOUNT_OFF),
        fixed_price=reading.number(FIXED_PRICE),
        free_quantity=reading.pieces(FREE_QUANTITY),
        max_discount=reading.number(MAX_DISCOUNT),
        discounts=reading.rows() if DISCOUNTS in has else (),
    )
    chain = SHAPES[form.mechanic].market is Market.DELIVERY_HERO
    limits = tuple((name.partition(".")[2], value) for name in LIMITS if (value := reading.number(name)) is not None)
    made = replace(
        base,
        id=form.text("promotion_id"),
        mechanic=form.mechanic,
        name=form.text("name"),
        sites=tuple(form.text("sites").replace(",", " ").replace(";", " ").split()),
        period=replace(period, start=start, end=end),
        condition=condition,
        reward=reward,
        audience=form.text("user_target"),
        fulfilment=form.text("fulfillment_method"),
        reason=form.text("reason") if chain else "",
        names=reading.names() if chain else (),
        limits=(*(pair for pair in base.limits if f"limits.{pair[0]}" not in LIMITS), *limits) if chain else (),
    )
    return made, tuple(reading.problems)


class _Reading:
    """Reads fields one after another; `problems` are what could not be read."""

    def __init__(self, form: Typed, fields: tuple[str, ...]) -> None:
        self._form = form
        self._fields = frozenset(fields)
        self.problems: list[Problem] = []

    def number(self, name: str) -> Decimal | None:
        """Read a number; None where the field is not shown, or empty, or cannot be read."""
        return self._number(name, self._form.text(name)) if name in self._fields else None

    def pieces(self, name: str) -> int | None:
        """Read a number of pieces."""
        value = self.number(name)
        return None if value is None else int(value)

    def rows(self) -> tuple[Discount, ...]:
        """Read the discount rows; a row without a value is missing."""
        made = []
        for at, row in enumerate(self._form.rows):
            place = f"{DISCOUNTS}[{at}]."
            value = self._number(place + "discount_value", row.value.strip())
            most = self._number(place + "max_quantity", row.max_quantity.strip(), whole=True)
            if not row.value.strip():
                self.problems.append(error("missing", place + "discount_value"))
            if not row.items:
                self.problems.append(error("empty", place + "sku"))
            if value is not None:
                pieces = None if most is None else int(most)
                made.append(Discount(row.kind, value, row.items, row.active, pieces))
        return tuple(made)

    def names(self) -> tuple[tuple[str, str], ...]:
        """Read names as `de_AT: Angebot; en: Offer`."""
        made = []
        for part in filter(None, map(str.strip, self._form.text("display_name").split(";"))):
            locale, mark, text = part.partition(":")
            if not mark or not text.strip():
                example = "de_AT: Angebot; en: Offer"
                self.problems.append(error("wrong_type", "display_name", accepted=example, found=part))
                continue
            made.append((locale.strip(), text.strip()))
        return tuple(made)

    def _number(self, name: str, text: str, *, whole: bool = False) -> Decimal | None:
        whole = whole or name in PIECES
        if not text:
            return None
        value = parse_amount(text)
        if value is None or (whole and not is_whole(value)):
            self.problems.append(error("wrong_type", name, accepted=PIECES_LIKE if whole else NUMBER_LIKE, found=text))
            return None
        return value


def _time(at: datetime, zone: str, usual: time) -> str:
    """Write a time as a person types it: a date alone where it begins, or ends, with the day."""
    text = shown(at, zone)
    return text.removesuffix(f" {usual.isoformat()}")
