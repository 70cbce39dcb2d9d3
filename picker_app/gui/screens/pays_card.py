"""The card of what the customer pays: before and after the desk's work, or as the platform gave it, form by form."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from picker_app.domain.said import PaymentLine
from picker_app.gui import theme
from picker_app.gui.formats import Formats
from picker_app.gui.theme import Tone
from picker_app.gui.widgets.labels import Card, Pill, clear, label, set_text, set_tone
from picker_app.gui.widgets.paint import Mark
from picker_app.picking.rows import OrderView

translate = QCoreApplication.translate
ODD = ("sums_differ", "unknown_payment")


class PaysCard(Card):
    """Where the platform is told carts: as ordered, now, and the difference. Else its own totals and payments."""

    def __init__(self, formats: Formats) -> None:
        super().__init__("pays_card", "")
        self._formats = formats
        self._shown: tuple[object, ...] | None = None
        self.body.addWidget(label("pays_title", self.tr("Customer pays"), size=theme.SMALL, ink=2, weight=600))
        self._carts, carts = _part("pays_of_cart")
        self._ordered = _line(carts, "pays_ordered", self.tr("ordered"), theme.SMALL, 400, 2)
        self._now = _line(carts, "pays_now", self.tr("now"), theme.TITLE, 700, 1)
        self._difference = _line(carts, "pays_difference", self.tr("difference"), theme.SMALL, 400, 2)
        self._given, given = _part("pays_as_given")
        self._goods = _line(given, "pays_goods", self.tr("goods"), theme.SMALL, 400, 2)
        self._delivery = _line(given, "pays_delivery", self.tr("delivery"), theme.SMALL, 400, 2)
        self._discount = _line(given, "pays_discount", self.tr("discount"), theme.SMALL, 400, 2)
        self._total = _line(given, "pays_total", self.tr("total"), theme.LARGE, 700, 1)
        self._collect = Pill("pays_collect")
        given.addWidget(self._collect)
        self._payments = QVBoxLayout()
        self._payments.setSpacing(theme.px(2))
        given.addLayout(self._payments)
        self.body.addWidget(self._carts)
        self.body.addWidget(self._given)
        self._warning = label("pays_warning", size=theme.SMALL, weight=600, wrap=True)
        set_tone(self._warning, Tone.ATTENTION)
        self.body.addWidget(self._warning)

    def refresh(self, view: OrderView) -> None:
        """Show an order's totals and what is special about its payment."""
        carts = view.capabilities.carts
        self._carts.setVisible(carts)
        self._given.setVisible(not carts)
        if carts:
            self._show_cart(view)
        else:
            self._show_given(view)

    def _show_cart(self, view: OrderView) -> None:
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
        self._warn(warnings)

    def _show_given(self, view: OrderView) -> None:
        """Show what the platform gave, to the cent; a sum of our own is told, never put in its place."""
        formats, currency, payment = self._formats, view.currency, view.payment
        goods = payment.subtotal if payment else None
        for widget, amount in (
            (self._goods, goods),
            (self._delivery, payment.delivery_fee if payment and payment.delivery_fee else None),
            (self._discount, -payment.discount if payment and payment.discount else None),
            (self._total, payment.total if payment else None),
        ):
            set_text(widget, formats.money(amount, currency) if amount is not None else "")
            row = widget.parentWidget()
            if row is not None:
                row.setVisible(amount is not None)
        self._collect.set_mark(collect_mark(view, formats))
        if self._shown != (view.payments, currency):
            self._shown = (view.payments, currency)
            clear(self._payments)
            for number, line in enumerate(view.payments):
                for part, (text, tone) in enumerate(payment_words(line, formats, currency)):
                    size = theme.SMALL if part == 0 else theme.TEXT
                    words = label(f"pays_line_{number}_{part}", text, size=size, weight=600 if part else 400, wrap=True)
                    set_tone(words, tone)
                    self._payments.addWidget(words)
        told = {
            "sums_differ": self.tr("The sums do not add up: these are {platform}’s own.").format(
                platform=view.row.platform
            ),
            "unknown_payment": self.tr("A form of payment is not known here: ask before it is collected."),
        }
        self._warn([told[code] for code in ODD if code in view.notices])

    def _warn(self, warnings: list[str]) -> None:
        set_text(self._warning, " ".join(warnings))
        self._warning.setVisible(bool(warnings))


def collect_mark(view: OrderView, formats: Formats) -> Mark | None:
    """Return what is to be collected at the door, or that all is paid; None where nothing is known of it."""
    payment = view.payment
    if payment is None or not view.payments:
        return None
    if payment.collect > 0:
        words = translate("PaysCard", "collect {amount} at the door")
        return Mark("cash", words.format(amount=formats.money(payment.collect, view.currency)), Tone.ATTENTION)
    return Mark("check", translate("PaysCard", "paid online: nothing to collect"), Tone.GOOD)


def payment_words(line: PaymentLine, formats: Formats, currency: str) -> list[tuple[str, Tone | None]]:
    """Return a form of payment in words, and what has to go along with it: change, the card machine."""
    amount = formats.money(line.value, currency)
    name = " · ".join(part for part in (line.name or line.code, line.issuer) if part)
    how = translate("PaysCard", "paid") if line.prepaid else translate("PaysCard", "to collect")
    words: list[tuple[str, Tone | None]] = [(f"{name}: {amount} · {how}", None)]
    if line.change > 0 and line.change_for is not None and not line.prepaid:
        change = translate("PaysCard", "Bring {change} of change for {note}.")
        note = formats.money(line.change_for, currency)
        words.append((change.format(change=formats.money(line.change, currency), note=note), Tone.ATTENTION))
    if line.machine:
        words.append((translate("PaysCard", "Take the card machine along."), Tone.ATTENTION))
    return words


def _part(name: str) -> tuple[QWidget, QVBoxLayout]:
    part = QWidget()
    part.setObjectName(name)
    layout = QVBoxLayout(part)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(theme.px(4))
    return part, layout


def _line(layout: QVBoxLayout, name: str, title: str, size: int, weight: int, ink: int) -> QLabel:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(label(f"{name}_title", title, size=size, weight=weight, ink=ink))
    row.addStretch(1)
    value = label(name, size=size, weight=weight, ink=ink)
    row.addWidget(value)
    layout.addWidget(holder)
    return value
