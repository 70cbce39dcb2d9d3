"""The right side of the order screen: the customer, what they pay, the cart check, and the acts with their keys."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from picker_app.domain.said import Pricing
from picker_app.gui import theme
from picker_app.gui.formats import Formats
from picker_app.gui.keys import Command
from picker_app.gui.screens.check_card import CheckCard
from picker_app.gui.screens.customer_card import CustomerCard
from picker_app.gui.widgets.button import Button
from picker_app.gui.widgets.labels import Card, label, set_text, set_tone
from picker_app.picking.rows import Check, LineRow, OrderView


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
        for card in (self.customer, self.pays, self.check):
            self._cards.addWidget(card)
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
        grid = QGridLayout()
        grid.setSpacing(theme.px(theme.GRID))
        for number, button in enumerate(self._buttons.values()):
            grid.addWidget(button, number // 2, number % 2)
        self._finish = Button("act_finish", self.tr("Finish"), "F9", lambda: act(Command.FINISH), "main")
        grid.addWidget(self._finish, len(self._buttons) // 2, len(self._buttons) % 2)
        grid.setRowMinimumHeight(len(self._buttons) // 2, self._finish.sizeHint().height())
        outer.addLayout(grid)

    def refresh(self, view: OrderView) -> None:
        """Show an order's newer state."""
        self.customer.refresh(view)
        self.pays.refresh(view)
        self.check.refresh(view)
        # What the platform refuses is read first; everything else has its fixed place.
        refused = view.check is not None and view.check.state is Check.REFUSED
        self._cards.insertWidget(0 if refused else 2, self.check)
        can = view.capabilities
        allowed = {
            Command.AMOUNT: can.quantities,
            Command.REPLACE: can.replacements,
            Command.ADD: can.additions,
            Command.PRICE: can.prices,
        }
        for command, button in self._buttons.items():
            button.setEnabled(view.workable and allowed.get(command, True))
        self._buttons[Command.UNDO].setEnabled(view.undoable)
        self._finish.setEnabled(view.workable)

    def show_line(self, line: LineRow | None) -> None:
        """Name the amount's act after how the chosen line is counted."""
        weighed = line is not None and line.pricing is Pricing.KG
        self._amount.set_words(self.tr("Weight") if weighed else self.tr("Quantity"))


class PaysCard(Card):
    """What the customer pays: as ordered, now, and the difference."""

    def __init__(self, formats: Formats) -> None:
        super().__init__("pays_card", "")
        self._formats = formats
        self.body.addWidget(label("pays_title", self.tr("Customer pays"), size=theme.SMALL, ink=2, weight=600))
        self._ordered = self._line("pays_ordered", self.tr("ordered"), theme.SMALL, 400, 2)
        self._now = self._line("pays_now", self.tr("now"), theme.TITLE, 700, 1)
        self._difference = self._line("pays_difference", self.tr("difference"), theme.SMALL, 400, 2)
        self._warning = label("pays_warning", size=theme.SMALL, weight=600, wrap=True)
        set_tone(self._warning, theme.Tone.ATTENTION)
        self.body.addWidget(self._warning)

    def _line(self, name: str, title: str, size: int, weight: int, ink: int) -> QLabel:
        row = QHBoxLayout()
        row.addWidget(label(f"{name}_title", title, size=size, weight=weight, ink=ink))
        row.addStretch(1)
        value = label(name, size=size, weight=weight, ink=ink)
        row.addWidget(value)
        self.body.addLayout(row)
        return value

    def refresh(self, view: OrderView) -> None:
        """Show an order's totals and what is special about its payment."""
        formats, currency = self._formats, view.currency
        set_text(self._ordered, formats.money(view.totals.ordered, currency))
        set_text(self._now, formats.money(view.totals.now, currency))
        set_text(self._difference, formats.difference(view.totals.difference, currency))
        warnings = []
        if view.payment is not None:
            if view.payment.collect > 0:
                amount = formats.money(view.payment.collect, currency)
                warnings.append(self.tr("The rider collects {amount} in cash.").format(amount=amount))
            if view.payment.discount > 0:
                amount = formats.money(view.payment.discount, currency)
                warnings.append(self.tr("A discount of {amount} is in it.").format(amount=amount))
        set_text(self._warning, " ".join(warnings))
        self._warning.setVisible(bool(warnings))
