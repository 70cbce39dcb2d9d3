"""The right side of the order screen: the customer, what they pay, the cart check, and the acts with their keys."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from picker_app.domain.said import Flow, Pricing
from picker_app.gui import theme
from picker_app.gui.formats import Formats
from picker_app.gui.keys import Command
from picker_app.gui.offers import accepts, asks_person, delivers, offers
from picker_app.gui.screens.check_card import CheckCard
from picker_app.gui.screens.customer_card import CustomerCard
from picker_app.gui.screens.pays_card import PaysCard
from picker_app.gui.screens.reread_card import RereadCard
from picker_app.gui.widgets.button import Button
from picker_app.picking.rows import Check, LineRow, OrderView

translate = QCoreApplication.translate
_OF_CARTS = (Command.REPLACE, Command.ADD, Command.PRICE)


class OrderSide(QFrame):
    """Cards that scroll above acts that do not."""

    def __init__(self, act: Callable[[Command], None], formats: Formats) -> None:
        super().__init__()
        self.setObjectName("side")
        self.setFixedWidth(theme.px(theme.SIDE))
        self._formats = formats
        outer = QVBoxLayout(self)
        outer.setContentsMargins(theme.px(16), theme.px(14), theme.px(16), theme.px(14))
        outer.setSpacing(theme.px(10))
        cards = QWidget()
        cards.setObjectName("side_cards")
        self._cards = QVBoxLayout(cards)
        self._cards.setContentsMargins(0, 0, 0, 0)
        self._cards.setSpacing(theme.px(10))
        self.customer = CustomerCard(act, formats)
        self.pays = PaysCard(formats)
        self.check = CheckCard(act, formats)
        self._reread = RereadCard(act, formats)
        for card in (self.customer, self.pays, self.check, self._reread):
            self._cards.addWidget(card)
        self._cards.addWidget(Button("act_details", self.tr("All details"), "Ctrl D", lambda: act(Command.DETAILS)))
        self._cards.addStretch(1)
        scroll = QScrollArea()
        scroll.setObjectName("side_scroll")
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(cards)
        scroll.viewport().setAutoFillBackground(False)
        cards.setAutoFillBackground(False)
        outer.addWidget(scroll, 1)
        self._amount = Button("act_amount", self.tr("Quantity"), "F2", lambda: act(Command.AMOUNT))
        self._buttons = {
            Command.AMOUNT: self._amount,
            Command.NOT_FOUND: Button("act_not_found", self.tr("Not found"), "F3", lambda: act(Command.NOT_FOUND)),
            Command.REPLACE: Button("act_replace", self.tr("Replace"), "F4", lambda: act(Command.REPLACE)),
            Command.ADD: Button("act_add", self.tr("Add item"), "F6", lambda: act(Command.ADD)),
            Command.PRICE: Button("act_price", self.tr("Price"), "F7", lambda: act(Command.PRICE)),
            Command.UNDO: Button("act_undo", self.tr("Undo"), "Ctrl Z", lambda: act(Command.UNDO)),
            Command.CANCEL: Button("act_cancel", self.tr("Cancel"), "Ctrl Del", lambda: act(Command.CANCEL), "danger"),
        }
        self._grid = QGridLayout()
        self._grid.setSpacing(theme.px(theme.GRID))
        for side in (0, 1):
            self._grid.setColumnStretch(side, 1)
        self._accept = Button("act_accept", self.tr("Accept"), "Enter", lambda: act(Command.ENTER))
        self._finish = Button("act_finish", self.tr("Finish"), "F9", lambda: act(Command.FINISH), "main")
        self._all = (*self._buttons.values(), self._accept, self._finish)
        for button in self._all:
            button.setParent(self)
        self._seen: tuple[Button, ...] = ()
        self._fewer = ""
        outer.addLayout(self._grid)

    def refresh(self, view: OrderView) -> None:
        """Show an order's newer state."""
        self.customer.refresh(view)
        self.pays.refresh(view)
        self.check.refresh(view)
        self._reread.refresh(view)
        # What the platform refuses is read first; everything else has its fixed place.
        refused = view.check is not None and view.check.state is Check.REFUSED
        self._cards.insertWidget(0 if refused else 2, self.check)
        self._show_acts(view)

    def show_line(self, line: LineRow | None) -> None:
        """Name the amount's act after how the chosen line is counted."""
        weighed = line is not None and line.pricing is Pricing.KG
        self._amount.set_words(self._fewer or (self.tr("Weight") if weighed else self.tr("Quantity")))

    def _show_acts(self, view: OrderView) -> None:
        """Show the acts of this platform, two in a row; the one that Enter does and the last one stand out."""
        can = view.capabilities
        seen = [button for command, button in self._buttons.items() if can.carts or command not in _OF_CARTS]
        if not can.carts:
            seen.insert(0, self._accept)
        for button in self._all:
            button.setVisible(button in seen or button is self._finish)
        for command, button in self._buttons.items():
            button.setEnabled(view.workable and offers(view, command))
        self._buttons[Command.UNDO].setEnabled(view.undoable)
        self._fewer = "" if can.carts else self.tr("Fewer")
        self._buttons[Command.CANCEL].set_words(self.tr("Reject") if can.rejects else self.tr("Cancel"))
        self._accept.set_words(_enter_act(view))
        self._accept.setEnabled(view.workable or asks_person(view))
        # What comes next is the filled one: first the order is accepted, then it is sent on its way.
        first = accepts(view) or asks_person(view)
        self._accept.set_kind("main" if first else "plain")
        self._finish.set_kind("plain" if first else "main")
        self._finish.set_words(_next_act(view))
        self._finish.setEnabled(view.workable or delivers(view))
        shown = tuple(seen)
        if shown != self._seen:
            self._seen = shown
            for number, button in enumerate((*shown, self._finish)):
                self._grid.addWidget(button, number // 2, number % 2)


def _enter_act(view: OrderView) -> str:
    """Say what Enter does where no carts are told."""
    if accepts(view):
        return translate("OrderSide", "Accept")
    return translate("OrderSide", "Decide") if asks_person(view) else translate("OrderSide", "Take line")


def _next_act(view: OrderView) -> str:
    """Say what F9 does."""
    if delivers(view):
        return translate("OrderSide", "Delivered")
    if view.capabilities.carts:
        return translate("OrderSide", "Finish")
    hands_over = view.row.flow is Flow.PICKUP
    return translate("OrderSide", "Hand over") if hands_over else translate("OrderSide", "Dispatch")
