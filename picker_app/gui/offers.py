"""Which keys mean something in an order: what its platform cannot be told of is not offered."""

from picker_app.domain.cart import Kind
from picker_app.gui.keys import Command
from picker_app.picking.rows import OrderView, Word


def offers(view: OrderView, command: Command) -> bool:
    """Say whether the platform of an order can be told of what a key asks for.

    Fewer pieces than ordered can be noted everywhere; a platform that takes no carts cannot be told of them.
    """
    can = view.capabilities
    known = {
        Command.AMOUNT: can.quantities or not can.carts,
        Command.REPLACE: can.replacements,
        Command.ADD: can.additions,
        Command.PRICE: can.prices,
        Command.CANCEL: Kind.REJECT in view.acts if can.rejects else bool(can.reasons),
    }
    return known.get(command, True)


def accepts(view: OrderView) -> bool:
    """Say whether Enter takes the order on."""
    return view.workable and Kind.CONFIRM in view.acts


def delivers(view: OrderView) -> bool:
    """Say whether the order is on its way, and that it arrived can still be told."""
    return not view.workable and Kind.DELIVER in view.acts


def asks_person(view: OrderView) -> bool:
    """Say whether a status was refused or stayed without proof, and the person decides whether it is said again."""
    unproven = view.banner is not None and view.banner.code in ("ask_status", "check_portal")
    return unproven or refused_confirmation(view)


def refused_confirmation(view: OrderView) -> bool:
    """Say whether the platform refused that the order is taken on, and that can be said anew."""
    return view.banner is not None and view.banner.code == "confirmation_refused" and Kind.CONFIRM in view.acts


def comes_back(view: OrderView) -> bool:
    """Say whether Enter brings an order back that was sent in vain."""
    return view.row.word is Word.ASK and view.capabilities.carts
