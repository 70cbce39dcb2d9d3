"""What a picker remembers of an order: each act that was said to be good, and the bag that must come of it."""

from collections import Counter
from dataclasses import dataclass, field
from decimal import Decimal

from picker_app.domain.order import Decision
from picker_app.picking.rows import LineRow, OrderView

Cart = dict[str, tuple[str, Decimal]]
"""By line: the SKU in the bag and its pieces or kilograms. The stand-in for a line has the key `for:<line>`."""
Goods = Counter[tuple[str, Decimal]]


@dataclass(frozen=True, slots=True)
class Beep:
    """An act that was said to be good: a fact with its number in the order, or a scan that is written down.

    A scan has the number of the fact that it led to, None where it led to none.
    """

    order_id: int | None
    number: int | None
    scan: str = ""
    outcome: str = ""


@dataclass(slots=True)
class Notes:
    """One order in a picker's head.

    `past` are the bags before each fact that can be undone. `finished` are the bags that the order was finished with;
    `sealed` is "finished", "cancelled" or "rejected" while that holds, "unsure" where nothing was heard of the last
    such act. `unsure` are the bags that acts of which nothing was heard would have led to. `asked_back`: the program
    said that it sent in vain, and the person wanted to change the order. `delivered`: the customer has it, and the
    platform was to be told so. `said_again`: the person had a status said again of which nobody knew the fate.
    """

    ref: str
    order_id: int
    cart: Cart = field(default_factory=dict)
    past: list[Cart] = field(default_factory=list)
    finished: list[Goods] = field(default_factory=list)
    sealed: str = ""
    asked_back: bool = False
    delivered: bool = False
    said_again: bool = False
    unsure: list[Cart] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    def change(self, cart: Cart) -> None:
        """Take down the bag after one more fact."""
        self.past.append(self.cart)
        self.cart = cart

    def undo(self) -> None:
        """Go back to the bag before the last fact."""
        self.cart = self.past.pop()

    def doubt(self, cart: Cart) -> None:
        """An act that would lead to this bag was not heard of: it holds or not, and what to undo is not known."""
        self.unsure.append(cart)
        self.past = []

    def agrees(self, view: OrderView) -> bool:
        """Say whether the order on the screen is the one remembered; an act that was not heard of may be there or not.

        What is found there then counts.
        """
        shown = _shown(view)
        # The key of an added line is not known before its result is.
        added = any("" in cart and goods(cart) == goods(shown) for cart in self.unsure)
        if shown != self.cart and shown not in self.unsure and not added:
            return False
        self.unsure, self.cart = [], shown
        return True

    def give_in(self, view: OrderView) -> None:
        """Write down that the order does not show what was beeped, and go on with what it shows."""
        self.faults.append(f"order {self.order_id} shows {_shown(view)}, beeped was {self.cart}")
        self.unsure, self.past, self.cart = [], [], _shown(view)


def _shown(view: OrderView) -> Cart:
    return {
        line_name(line): (line.sku, line.amount)
        for line in view.lines
        if line.decision is Decision.IN_CART and line.amount > 0
    }


def line_name(line: LineRow) -> str:
    """Return the name of a line in the notes."""
    return f"for:{line.replaces}" if line.replaces else line.key


def goods(cart: Cart) -> Goods:
    """Return what is in a bag, whichever line it stands for."""
    return Counter((sku, amount.normalize()) for sku, amount in cart.values())
