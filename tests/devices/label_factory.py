"""Prints labels as a scale does, by any rule, and damages them as scanners and printers do."""

import random
from decimal import Decimal

from biip.checksums import gs1_price_weight_check_digit

from picker_app.devices.gtin import with_check_digit
from picker_app.devices.labels import Rule
from picker_app.devices.teaching import Sample

HEAVIEST = {"weight": Decimal(15), "price": Decimal(150)}


def printed(rule: Rule, item: str, value: Decimal, prefix: str = "") -> str:
    """The label of an item; its digits are as many as the rule's `I`, its value fits the field."""
    width = rule.pattern.count("V")
    digits = f"{int(value.scaleb(rule.decimals)):0{width}d}"
    assert len(digits) == width and len(item) == rule.pattern.count("I")
    places = {
        "P": iter(prefix or rule.prefixes[0]),
        "I": iter(item),
        "V": iter(digits),
        "C": iter(str(gs1_price_weight_check_digit(digits)) if "C" in rule.pattern else ""),
        "0": iter("0" * 12),
        "?": iter("0" * 12),
    }
    return with_check_digit("".join(next(places[place]) for place in rule.pattern))


class Scale:
    """A shop's scale that prints by one rule, with products and values drawn from a seed."""

    def __init__(self, rule: Rule, draw: random.Random) -> None:
        self.rule = rule
        self._draw = draw
        self._prefix = draw.choice(rule.prefixes)
        self._known: set[str] = set()

    def item(self) -> str:
        """The number of a product that was not drawn before."""
        digits = self.rule.pattern.count("I")
        item = f"{self._draw.randrange(1, 10**digits):0{digits}d}"
        if item in self._known:
            return self.item()
        self._known.add(item)
        return item

    def value(self) -> Decimal:
        """A weight or price as it is printed, above 0."""
        most = min(HEAVIEST[self.rule.measure].scaleb(self.rule.decimals), 10 ** self.rule.pattern.count("V") - 1)
        return Decimal(self._draw.randint(1, int(most))).scaleb(-self.rule.decimals)

    def label(self, item: str, value: Decimal) -> str:
        """The label of a product."""
        return printed(self.rule, item, value, self._prefix)

    def lesson(self, count: int) -> tuple[list[Sample], list[str]]:
        """So many labels of two products, one of them at least twice, three values at least; and the products."""
        items = [self.item(), self.item()]
        products = [items[n % 2] for n in range(count)]
        values = [self.value() for _ in products]
        while len(set(values)) < 3:
            values = [self.value() for _ in products]
        samples = [
            Sample(self.label(item, value), "AB"[items.index(item)], value)
            for item, value in zip(products, values, strict=True)
        ]
        return samples, items


def with_wrong_digit(label: str, place: int, by: int) -> str:
    """A label of which one digit was misread."""
    return label[:place] + str((int(label[place]) + by) % 10) + label[place + 1 :]
