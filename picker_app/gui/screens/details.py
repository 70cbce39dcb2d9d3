"""The drawer with everything that a platform told of an order: also the fields that have no place on the screen."""

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from picker_app.gui import theme, words
from picker_app.gui.formats import Formats
from picker_app.gui.screens.pays_card import payment_words
from picker_app.gui.widgets.labels import KeyCap, clear, column, label
from picker_app.picking.rows import LineRow, OrderView

WIDTH = 640
Fields = Sequence[tuple[str, str]]


class DetailsDrawer(QFrame):
    """Lies over the right of the order. It never has the focus; the arrow keys read on."""

    def __init__(self, parent: QWidget, formats: Formats) -> None:
        super().__init__(parent)
        self.setObjectName("details")
        self.setAccessibleName(self.tr("All details of the order"))
        self._formats = formats
        self._shown: OrderView | None = None
        layout = column(self, margin=theme.px(16))
        head = QHBoxLayout()
        head.addWidget(label("details_title", self.tr("All details"), size=theme.TITLE, weight=700))
        head.addStretch(1)
        head.addWidget(KeyCap("details_close_key", "Esc"))
        head.addWidget(label("details_close_words", self.tr("closes"), ink=2))
        layout.addLayout(head)
        self._rows = QVBoxLayout()
        self._rows.setContentsMargins(0, 0, theme.px(8), 0)
        self._rows.setSpacing(theme.px(6))
        self._rows.setAlignment(Qt.AlignmentFlag.AlignTop)
        inside = QWidget()
        inside.setObjectName("details_rows")
        inside.setLayout(self._rows)
        inside.setAutoFillBackground(False)
        self._scroll = QScrollArea()
        self._scroll.setObjectName("details_scroll")
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(inside)
        self._scroll.viewport().setAutoFillBackground(False)
        layout.addWidget(self._scroll, 1)
        self.hide()

    def show_order(self, view: OrderView) -> None:
        """Show an order; also when it changes while it is looked at."""
        if view == self._shown:
            return
        self._shown = view
        clear(self._rows)
        self._group("order", self.tr("Order"), self._of_order(view))
        self._group("customer", self.tr("The customer"), self._of_customer(view))
        self._group("payment", self.tr("Payment"), self._of_payment(view))
        for number, line in enumerate(view.lines):
            self._group(f"line_{number}", line.name, self._of_line(line, view.currency))

    def step(self, steps: int) -> None:
        """Read on."""
        bar = self._scroll.verticalScrollBar()
        bar.setValue(bar.value() + steps * theme.px(theme.ROW_LINE))

    def place(self, page: QRect) -> None:
        """Lie over the right of a page."""
        width = min(theme.px(WIDTH), page.width())
        self.setGeometry(page.right() + 1 - width, page.top(), width, page.height())

    def _group(self, name: str, title: str, fields: Fields) -> None:
        told = [(what, text) for what, text in fields if text]
        if not told:
            return
        self._rows.addWidget(label(f"details_{name}", title, weight=700, wrap=True))
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, theme.px(8))
        grid.setHorizontalSpacing(theme.px(16))
        grid.setVerticalSpacing(theme.px(4))
        for number, (what, text) in enumerate(told):
            first = label(f"details_{name}_{number}_name", what, size=theme.SMALL, ink=2, wrap=True)
            second = label(f"details_{name}_{number}", text, size=theme.SMALL, wrap=True)
            for part in (first, second):
                part.setAlignment(Qt.AlignmentFlag.AlignTop)
            grid.addWidget(first, number, 0)
            grid.addWidget(second, number, 1)
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 3)
        self._rows.addWidget(holder)

    def _of_order(self, view: OrderView) -> Fields:
        row = view.row
        return (
            (self.tr("code"), row.code),
            (self.tr("number"), row.number),
            (self.tr("platform"), row.platform),
            (self.tr("shop"), view.store),
            (self.tr("who carries it"), words.flow(row.flow)),
            (self.tr("ordered at"), self._moment(view.created_at)),
            (self.tr("came at"), self._moment(row.came_at)),
            (self.tr("due at"), self._moment(view.promised_for)),
            (self.tr("note"), row.note),
            *view.details,
        )

    def _moment(self, moment: datetime | None) -> str:
        """Write a time with its day, to the second."""
        if moment is None:
            return ""
        day = self._formats.day(moment.astimezone(self._formats.zone).date())
        return f"{day} {self._formats.clock_with_seconds(moment)}"

    def _of_customer(self, view: OrderView) -> Fields:
        customer = view.customer
        if customer is None:
            return ()
        return (
            (self.tr("name"), customer.name),
            (self.tr("tax number"), customer.document),
            (self.tr("phone"), customer.phone),
            (self.tr("e-mail"), customer.email),
            (self.tr("address"), customer.address),
            (self.tr("how to find it"), customer.instructions),
            *customer.details,
        )

    def _of_payment(self, view: OrderView) -> Fields:
        payment, currency = view.payment, view.currency

        def amount(value: Decimal | None) -> str:
            return self._formats.money(value, currency) if value is not None else ""

        forms = [
            (line.code, " ".join(text for text, _ in payment_words(line, self._formats, currency)))
            for line in view.payments
        ]
        if payment is None:
            return forms
        return (
            (self.tr("goods"), amount(payment.subtotal)),
            (self.tr("delivery"), amount(payment.delivery_fee)),
            (self.tr("discount"), amount(payment.discount)),
            (self.tr("total"), amount(payment.total)),
            (self.tr("to collect"), amount(payment.collect)),
            *forms,
        )

    def _of_line(self, line: LineRow, currency: str) -> Fields:
        formats = self._formats
        return (
            (self.tr("the shop's code"), line.sku),
            (self.tr("barcode"), line.barcode),
            (self.tr("ordered"), formats.with_unit(line.ordered, line.pricing)),
            (self.tr("price"), formats.money(line.unit_price, currency) if line.unit_price is not None else ""),
            (self.tr("of the line"), formats.money(line.price, currency) if line.price is not None else ""),
            (self.tr("wish"), line.note),
            *line.details,
        )
