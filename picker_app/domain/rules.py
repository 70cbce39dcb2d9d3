"""Rules broken at the desk, each with a code for the screen and a sentence for a person."""

from decimal import Decimal

SENTENCES: dict[str, str] = {
    "above_ordered": "{ordered} were ordered. Take {amount} all the same?",
    "already_confirmed": "This order is confirmed already.",
    "already_complete": "{name} is complete: {amount} of {ordered}.",
    "already_replaced": "{name} was replaced by another product.",
    "bad_details": "Say why, in 1 to {most} characters.",
    "bad_price": "A price is a number above 0 with at most {digits} decimals.",
    "bad_reason": "Choose one of the reasons: {reasons}.",
    "bad_start": "A price begins today or on a later day.",
    "below_minimum": "{name}: at least {minimum} {unit}. Take {minimum} or more, or mark it not found, or replace it.",
    "cancelled": "This order is cancelled.",
    "finished": "This order is finished.",
    "fixed_line": "{name} cannot be changed here: its price type {pricing} is not known.",
    "heading": "{name} is made of the lines below it: take those.",
    "no_check": "This platform does not check carts.",
    "no_amount": "An amount above 0 is needed.",
    "not_ours": "This order is not picked here.",
    "not_a_weight": "{name} is counted in pieces, not weighed.",
    "not_pieces": "{name} is sold by weight: weigh it.",
    "not_now": "This cannot be done with the order as it stands.",
    "not_on_this_platform": "This platform cannot be told of that: agree with the customer by phone.",
    "not_whole": "{name} is counted in whole pieces.",
    "nothing_found_here": "Nothing of this order was found. Reject it instead, and say what is missing.",
    "nothing_found": "Nothing of this order was found. Cancel it instead, with the reason ITEM_UNAVAILABLE.",
    "nothing_to_undo": "There is nothing to undo.",
    "no_price": "{name}: the price on the label is 0. Print the label again.",
    "no_weight": "{name}: the weight on the label is 0. Weigh it again.",
    "no_shop": "Choose an account and a shop of it whose prices and products can be set from here.",
    "over_maximum": "{name}: at most {maximum} {unit}.",
    "price_by_platform": "{name} is sold by weight: the platform computes its price.",
    "price_scheduled": "A price for {name} is set from {start} on. Put this one in its place?",
    "reason_needed": "Say why the shop closes.",
    "sent": "That was sent to the platform and cannot be undone here.",
    "shortage": "{count} lines are not as ordered, and the customer still pays for them. Finish all the same?",
    "short_of_minimum": "{name}: {amount} picked, at least {minimum} {unit} needed. Pick more, or mark it not found.",
    "too_heavy": "{amount} kg is over {maximum} kg: weigh again.",
    "two_prices": "Change the unit price or the total price of {name}, not both.",
    "undecided": "{count} lines are still to pick, first {name}.",
    "unknown_line": "This line is not part of the order.",
    "with_platform": "This order is with the platform's own desk, which will phone.",
}


class RuleBroken(Exception):
    """An act that the order does not permit.

    `code` is a key of SENTENCES; `values` are the words and amounts of its sentence; `line` is the key of the line
    that is meant, "" for the order. A sentence that asks may be answered with yes: then the act is tried again.
    """

    def __init__(self, code: str, line: str = "", **values: str | int | Decimal) -> None:
        self.code = code
        self.line = line
        self.values = values
        super().__init__(SENTENCES[code].format(**{name: _plain(value) for name, value in values.items()}))


def _plain(value: str | int | Decimal) -> str:
    return f"{value:f}" if isinstance(value, Decimal) else str(value)
