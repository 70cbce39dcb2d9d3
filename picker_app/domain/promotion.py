"""A promotion as the shop composed it: mechanic, condition, reward, sites, audience and period."""

from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from zoneinfo import ZoneInfo

ALL_CUSTOMERS = "ALL_CUSTOMERS"
LOYALTY_CUSTOMER = "LOYALTY_CUSTOMER"
DELIVERY = "DELIVERY"
COLLECTION = "COLLECTION"
EVERY_SITE = "*"


class Market(StrEnum):
    """Where promotions run; the value is the account's `platform` in the configuration."""

    DELIVEROO = "deliveroo_promotions"
    DELIVERY_HERO = "delivery_hero"


class Mechanic(StrEnum):
    """How a promotion works; the value is the platform's own word.

    Eleven of Deliveroo (deliveroo_promotions.md section 7), then two of Delivery Hero (delivery_hero.md section 13).
    """

    PERCENTAGE_OFF_ON_ITEMS = "PERCENTAGE_OFF_ON_ITEMS"
    AMOUNT_OFF_ON_ITEMS = "AMOUNT_OFF_ON_ITEMS"
    PERCENTAGE_OFF_ON_SECOND_ITEM = "PERCENTAGE_OFF_ON_SECOND_ITEM"
    PERCENTAGE_OFF_ON_SINGLE_ITEM_MULTIBUY = "PERCENTAGE_OFF_ON_SINGLE_ITEM_MULTIBUY"
    FIXED_PRICE_ON_SINGLE_ITEM_MULTIBUY = "FIXED_PRICE_ON_SINGLE_ITEM_MULTIBUY"
    PERCENTAGE_OFF_ON_MULTIPLE_ITEM_MULTIBUY = "PERCENTAGE_OFF_ON_MULTIPLE_ITEM_MULTIBUY"
    FIXED_PRICE_ON_MULTIPLE_ITEM_MULTIBUY = "FIXED_PRICE_ON_MULTIPLE_ITEM_MULTIBUY"
    PERCENTAGE_OFF_ON_BASKET = "PERCENTAGE_OFF_ON_BASKET"
    FREE_DELIVERY = "FREE_DELIVERY"
    BUY_X_FOR_Y = "BUY_X_FOR_Y"
    BUY_X_PLUS_SAVE_Y_PERCENT = "BUY_X_PLUS_SAVE_Y_PERCENT"
    STRIKETHROUGH = "STRIKETHROUGH"
    SAME_ITEM_BUNDLE = "SAME_ITEM_BUNDLE"


class DiscountKind(StrEnum):
    """What the value of a Delivery Hero discount row is: the new price, money off, or percent off."""

    FINAL_PRICE = "FINAL_PRICE"
    ABSOLUTE = "ABSOLUTE"
    PERCENTAGE = "PERCENTAGE"


@dataclass(frozen=True, slots=True)
class Period:
    """From when to when a promotion runs, in aware UTC, and the IANA zone in which it was typed and is shown."""

    start: datetime
    end: datetime
    zone: str = "UTC"

    @property
    def local(self) -> tuple[datetime, datetime]:
        """Return start and end on the clocks of the zone; ZoneInfoNotFoundError if there is no such zone."""
        zone = ZoneInfo(self.zone)
        return self.start.astimezone(zone), self.end.astimezone(zone)


@dataclass(frozen=True, slots=True)
class Condition:
    """What must be in the basket; None is "not given", which is not the same as empty, 0 or False.

    `items` are opaque ids. `quantity` is how many pieces (Delivery Hero: `purchased_quantity`). `min_order` is in major
    units. `alcohol` says whether alcohol counts towards the basket.
    """

    items: tuple[str, ...] | None = None
    quantity: int | None = None
    min_order: Decimal | None = None
    alcohol: bool | None = None


@dataclass(frozen=True, slots=True)
class Discount:
    """A row of a Delivery Hero promotion: value in major units or percent, for these SKUs.

    A row with `active` False takes its SKUs out. `max_quantity` is the most pieces it holds for, None for all.
    """

    kind: DiscountKind
    value: Decimal
    items: tuple[str, ...]
    active: bool = True
    max_quantity: int | None = None


@dataclass(frozen=True, slots=True)
class Reward:
    """What the customer gets; None is "not given". Money in major units, percent as 20 for 20 %.

    `free_quantity` is how many of the pieces are reduced: free in BUY_X_FOR_Y ("3 for 2" is 3 and 1), at the rows'
    discount in SAME_ITEM_BUNDLE (`discounted_quantity`). `discounts` are the rows of the two Delivery Hero types.
    """

    percentage: Decimal | None = None
    amount_off: Decimal | None = None
    fixed_price: Decimal | None = None
    free_quantity: int | None = None
    max_discount: Decimal | None = None
    discounts: tuple[Discount, ...] = ()


@dataclass(frozen=True, slots=True)
class Unknown:
    """A field that a file had and this program does not know, kept as it came.

    `part` is "" for the promotion itself, "condition" or "reward"; `text` is the JSON text of the value.
    """

    part: str
    key: str
    text: str


@dataclass(frozen=True, slots=True)
class Promotion:
    """A promotion; what is wrong with it is told by `checks`, so that a draft may hold anything.

    `id` is ours; Delivery Hero never sees it. `sites` are site ids (Deliveroo) or vendor ids, `("*",)` for every vendor
    (Delivery Hero). `audience` and `fulfilment` are the platform's words; "" is no limit, which only Delivery Hero
    has. `reason`, `names` (locale, text), `limits` (key, number) and `active` are Delivery Hero's alone. The currency
    is the account's.
    """

    id: str
    mechanic: Mechanic
    name: str
    sites: tuple[str, ...]
    period: Period
    condition: Condition = field(default_factory=Condition)
    reward: Reward = field(default_factory=Reward)
    audience: str = ALL_CUSTOMERS
    fulfilment: str = DELIVERY
    reason: str = ""
    names: tuple[tuple[str, str], ...] = ()
    limits: tuple[tuple[str, Decimal], ...] = ()
    active: bool = True
    unknown: tuple[Unknown, ...] = ()

    @property
    def items(self) -> tuple[str, ...]:
        """Return the items of the condition and of all discount rows, in their order, repeats and all."""
        return (self.condition.items or ()) + tuple(item for row in self.reward.discounts for item in row.items)
