"""Rules broken at the desk, each with a code for the screen and a sentence for a person."""

from decimal import Decimal

SENTENCES: dict[str, str] = {
    "above_ordered": "{ordered} were ordered. Take {amount} all the same?",
    "already_complete": "{name} is complete: {amount} of {ordered}.",
    "already_replaced": "{name} was replaced by another product.",
    "bad_price": "A price is a number above 0 with at most {digits} decimals.",
    "bad_reason": "Choose one of the reasons: {reasons}.",
    "below_minimum": "{name}: at least {minimum} {unit}. Take {minimum} or more, or mark it not found, or replace it.",
    "cancelled": "This order is cancelled.",
    "finished": "This order is finished.",
    "fixed_line": "{name} cannot be changed here: its price type {pricing} is not known.",
    "no_check": "This platform does not check carts.",
    "no_amount": "An amount above 0 is needed.",
    "not_ours": "This order is not picked here.",
    "not_a_weight": "{name} is counted in pieces, not weighed.",
    "not_pieces": "{name} is sold by weight: weigh it.",
    "not_whole": "{name} is counted in whole pieces.",
    "nothing_found": "Nothing of this order was found. Cancel it instead, with the reason ITEM_UNAVAILABLE.",
    "nothing_to_undo": "There is nothing to undo.",
    "odd_price": "{name}: {price} on the label cannot be right for what was ordered. Weigh it, then type the weight.",
    "over_maximum": "{name}: at most {maximum} {unit}.",
    "price_by_platform": "{name} is sold by weight: the platform computes its price.",
    "sent": "That was sent to the platform and cannot be undone here.",
    "short_of_minimum": "{name}: {amount} picked, at least {minimum} {unit} needed. Pick more, or mark it not found.",
    "too_heavy": "{amount} kg is over {maximum} kg: weigh again.",
    "two_prices": "Change the unit price or the total price of {name}, not both.",
    "undecided": "{count} lines are still to pick, first {name}.",
    "unknown_line": "This line is not part of the order.",
}
QUESTIONS = frozenset({"above_ordered"})


class RuleBroken(Exception):
    """An act that the order does not permit.

    `code` is a key of SENTENCES; `values` are the words and amounts of its sentence; `line` is the key of the line
    that is meant, "" for the order. A code in QUESTIONS may be answered with yes and tried again.
    """

    def __init__(self, code: str, line: str = "", **values: str | int | Decimal) -> None:
        self.code = code
        self.line = line
        self.values = values
        super().__init__(SENTENCES[code].format(**{name: _plain(value) for name, value in values.items()}))

    @property
    def is_question(self) -> bool:
        """Say whether a yes of the person permits the act."""
        return self.code in QUESTIONS


def _plain(value: str | int | Decimal) -> str:
    return f"{value:f}" if isinstance(value, Decimal) else str(value)
