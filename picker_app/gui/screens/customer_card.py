"""The card of the person who ordered: name, note, and the phone number only when it is asked for."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout

from picker_app.domain.said import Flow
from picker_app.gui import theme, words
from picker_app.gui.formats import Formats
from picker_app.gui.keys import Command
from picker_app.gui.widgets.button import Button
from picker_app.gui.widgets.labels import Card, label, set_text
from picker_app.picking.rows import OrderView


class CustomerCard(Card):
    """`show_phone` puts the number on the screen until another order is shown."""

    def __init__(self, act: Callable[[Command], None], formats: Formats) -> None:
        super().__init__("customer_card")
        self._formats = formats
        self._order: int | None = None
        self._asked = False
        self._phone_number = ""
        row = QHBoxLayout()
        self._name = label("customer_name", size=theme.LARGE, weight=600, wrap=True)
        self._call = Button("act_phone", self.tr("Call"), "F8", lambda: act(Command.PHONE), wide=False)
        row.addWidget(self._name, 1)
        row.addWidget(self._call)
        self.body.addLayout(row)
        self._phone = label("customer_phone", size=theme.TITLE, weight=700, wrap=True)
        self.body.addWidget(self._phone)
        self._document = label("customer_document", size=theme.SMALL, wrap=True)
        self.body.addWidget(self._document)
        self._address = label("customer_address", weight=600, wrap=True)
        self.body.addWidget(self._address)
        self._note = label("customer_note", size=theme.SMALL, wrap=True)
        self._note.setMaximumHeight(theme.px(54))
        self.body.addWidget(self._note)
        self._more = label("customer_more", size=theme.SMALL, ink=2, wrap=True)
        self.body.addWidget(self._more)

    def refresh(self, view: OrderView) -> None:
        """Show an order's customer."""
        if view.row.id != self._order:
            self._order = view.row.id
            self._asked = False
        customer = view.customer
        set_text(self._name, customer.name if customer and customer.name else self.tr("name not given"))
        self._phone_number = customer.phone if customer else ""
        self._call.setVisible(bool(self._phone_number) and not self._asked)
        set_text(self._phone, self._phone_number if self._asked else "")
        self._phone.setVisible(self._asked and bool(self._phone_number))
        document = customer.document if customer else ""
        set_text(self._document, self.tr("tax number {number}").format(number=document) if document else "")
        self._document.setVisible(bool(document))
        # Where the shop itself carries the goods, the address is work; else the rider knows it.
        own = view.row.flow is Flow.VENDOR_DELIVERY
        set_text(self._address, customer.address if customer and own else "")
        self._address.setVisible(bool(self._address.text()))
        notes = [view.row.note, customer.instructions if customer else ""]
        text = " · ".join(f"“{note}”" for note in notes if note)
        set_text(self._note, text)
        self._note.setToolTip(text)
        self._note.setVisible(bool(text))
        promised = self._formats.clock(view.promised_for) if view.promised_for else ""
        # Where it is told by statuses, who carries the goods decides what F9 tells.
        carried = "" if view.capabilities.carts else words.flow(view.row.flow)
        due = self.tr("promised for {time}").format(time=promised) if promised else ""
        more = " · ".join(part for part in (carried, due) if part)
        set_text(self._more, more)
        self._more.setVisible(bool(more))

    def show_phone(self) -> bool:
        """Put the phone number on the screen; False if there is none."""
        self._asked = bool(self._phone_number)
        self._phone.setText(self._phone_number)
        self._phone.setVisible(self._asked)
        self._call.setVisible(False)
        return self._asked
