"""The last look before an order is sent: what the customer gets and pays compared with what was ordered."""

from collections.abc import Callable
from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from picker_app.domain.cart import Kind
from picker_app.domain.order import Origin
from picker_app.domain.said import Flow, Pricing
from picker_app.gui import theme, words
from picker_app.gui.formats import Formats
from picker_app.gui.keys import Command
from picker_app.gui.offers import accepts
from picker_app.gui.screens.pays_card import collect_mark, payment_words
from picker_app.gui.screens.status_panels import Warned
from picker_app.gui.theme import Tone
from picker_app.gui.widgets.button import Button
from picker_app.gui.widgets.labels import Pill, clear, label, rule, set_text, set_tone
from picker_app.gui.widgets.paint import Mark
from picker_app.picking.rows import Check, LineRow, LineWord, OrderView

FACTS = 5


class FinishScreen(QWidget):
    """Shows `view`; Enter sends, Esc and every scan go back to picking."""

    def __init__(self, act: Callable[[Command], None], formats: Formats) -> None:
        super().__init__()
        self.setObjectName("finish_screen")
        self.view: OrderView | None = None
        self._formats = formats
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        left = QVBoxLayout()
        left.setContentsMargins(theme.px(22), theme.px(12), theme.px(22), theme.px(8))
        left.setSpacing(theme.px(6))
        back = Button("finish_back", self.tr("Back to picking"), "Esc", lambda: act(Command.BACK), wide=False)
        left.addWidget(back)
        left.addSpacing(theme.px(6))
        self._title = label("finish_title", size=theme.TITLE, weight=700)
        self._same = label("finish_same", ink=2, wrap=True)
        left.addWidget(self._title)
        left.addWidget(self._same)
        self._rows = QVBoxLayout()
        self._rows.setContentsMargins(0, theme.px(6), theme.px(6), 0)
        self._rows.setSpacing(0)
        self._rows.setAlignment(Qt.AlignmentFlag.AlignTop)
        inside = QWidget()
        inside.setObjectName("finish_rows")
        inside.setLayout(self._rows)
        self._scroll = QScrollArea()
        self._scroll.setObjectName("finish_scroll")
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(inside)
        self._scroll.viewport().setAutoFillBackground(False)
        inside.setAutoFillBackground(False)
        left.addWidget(self._scroll, 1)
        row.addLayout(left, 1)
        row.addWidget(self._side(act), 1)

    def _side(self, act: Callable[[Command], None]) -> QWidget:
        side = QFrame()
        side.setObjectName("finish_side")
        column = QVBoxLayout(side)
        column.setContentsMargins(theme.px(24), theme.px(18), theme.px(24), theme.px(16))
        column.setSpacing(theme.px(6))
        column.addWidget(label("finish_customer_title", self.tr("The customer"), size=theme.TITLE, weight=700))
        self._customer = label("finish_customer", ink=2, wrap=True)
        column.addWidget(self._customer)
        column.addSpacing(theme.px(10))
        prices = QHBoxLayout()
        prices.setSpacing(theme.px(16))
        self._now = label("finish_now", size=theme.HUGE, weight=700)
        self._ordered = label("finish_ordered", size=theme.TITLE, ink=3)
        struck = self._ordered.font()
        struck.setStrikeOut(True)
        self._ordered.setFont(struck)
        self._difference = Pill("finish_difference")
        for widget in (self._now, self._ordered, self._difference):
            prices.addWidget(widget)
        prices.addStretch(1)
        column.addLayout(prices)
        column.addSpacing(theme.px(8))
        self._pills = [Pill(f"finish_fact_{n}") for n in range(FACTS)]
        self._texts = [label(f"finish_fact_text_{n}", wrap=True) for n in range(FACTS)]
        for pill, text in zip(self._pills, self._texts, strict=True):
            fact = QHBoxLayout()
            fact.setSpacing(theme.px(10))
            fact.addWidget(pill)
            fact.addWidget(text, 1)
            column.addLayout(fact)
        column.addSpacing(theme.px(12))
        self._short = Warned("finish_short", Tone.ATTENTION)
        column.addWidget(self._short)
        self._phone = label("finish_phone", size=theme.TITLE, weight=700, wrap=True)
        column.addWidget(self._phone)
        self._send = Button("finish_send", "", "Enter", lambda: act(Command.ENTER), "main")
        column.addWidget(self._send)
        self._reject = Button("finish_reject", "", "Ctrl Del", lambda: act(Command.CANCEL), "danger")
        column.addWidget(self._reject)
        self._then = label("finish_then", size=theme.SMALL, ink=2, wrap=True)
        column.addWidget(self._then)
        column.addStretch(1)
        return side

    def show_order(self, view: OrderView) -> None:
        """Show an order; also when it changes while it is looked at."""
        self.view = view
        formats, currency = self._formats, view.currency
        changed = [line for line in view.lines if not line.heading and self._mark(line) is not None]
        set_text(self._title, self.tr("Finish order {order}").format(order=view.row.short_code))
        lines = [line for line in view.lines if not line.heading]
        same = sum(line.origin is Origin.ORDERED and not self._is_changed(line) for line in lines)
        same_text = self.tr("%n line(s) as ordered.", "", same)
        changed_text = self.tr("What changed against the order.")
        set_text(self._same, f"{changed_text} {same_text}" if changed else same_text)
        clear(self._rows)
        for line in changed:
            # A replacement changes the price by what comes and by what goes.
            gone = sum((other.difference for other in view.lines if other.key == line.replaces), Decimal(0))
            self._rows.addWidget(self._row(line, line.difference + gone, currency))
            self._rows.addWidget(rule())
        customer = view.customer.name if view.customer and view.customer.name else self.tr("name not given")
        set_text(self._customer, f"{customer} · {view.row.platform} · {words.flow(view.row.flow)}")
        totals = view.totals
        carts = view.capabilities.carts
        # A platform that takes no carts charges what was ordered, whatever is in the bag.
        set_text(self._now, formats.money(totals.now if carts else totals.ordered, currency))
        set_text(self._ordered, formats.money(totals.ordered, currency))
        self._ordered.setVisible(carts and totals.difference != 0)
        amount = formats.money(abs(totals.difference), currency)
        if not carts:
            self._difference.set_mark(collect_mark(view, formats))
        elif totals.difference < 0:
            self._difference.set_mark(Mark("minus", self.tr("{amount} less").format(amount=amount), Tone.GOOD))
        elif totals.difference > 0:
            self._difference.set_mark(Mark("plus", self.tr("{amount} more").format(amount=amount), Tone.ATTENTION))
        else:
            self._difference.set_mark(Mark("check", self.tr("as ordered"), Tone.GOOD))
        self._show_facts(view)
        send = {
            Flow.PLATFORM_DELIVERY: self.tr("Send as ready for pickup"),
            Flow.VENDOR_DELIVERY: self.tr("Send as dispatched"),
            Flow.PICKUP: self.tr("Send as ready"),
        }
        if not carts and view.row.flow is Flow.PICKUP:
            send[Flow.PICKUP] = self.tr("Handed over to the customer")
        self._send.set_words(self.tr("Finish all the same") if view.shortages else send[view.row.flow])
        self._show_short(view)
        self._send.setEnabled(view.workable)
        then = self.tr("Then it waits for {platform} to confirm. Without a connection it is saved here and sent later.")
        set_text(self._then, then.format(platform=view.row.platform))

    def _show_short(self, view: OrderView) -> None:
        """Say what the platform cannot be told: what it still charges, and whom to phone."""
        platform, customer = view.row.platform, view.customer
        total = self._formats.money(view.totals.ordered, view.currency)
        words = self.tr("{platform} still charges {total}: agree with the customer by phone.")
        self._short.say(words.format(platform=platform, total=total) if view.shortages else "")
        phone = customer.phone if customer and view.shortages else ""
        set_text(self._phone, phone or self.tr("no phone number given"))
        self._phone.setVisible(bool(view.shortages))
        self._reject.set_words(self.tr("Reject: {platform} will phone").format(platform=platform))
        self._reject.setVisible(bool(view.shortages) and Kind.REJECT in view.acts)

    def _show_facts(self, view: OrderView) -> None:
        facts: list[tuple[Tone, str, str]] = []
        platform, check = view.row.platform, view.check
        if check is not None and check.state is Check.GOOD and check.changes_since == 0:
            facts.append((Tone.GOOD, "check", self.tr("{platform} accepted this very cart").format(platform=platform)))
        elif check is not None and check.state is Check.REFUSED:
            text = self.tr("{platform} refused the cart: {words}").format(platform=platform, words=check.words)
            facts.append((Tone.BAD, "cross", text))
        elif view.capabilities.check:
            text = self.tr("{platform} has not checked this cart yet").format(platform=platform)
            facts.append((Tone.IDLE, "clock", text))
        open_lines = [line for line in view.lines if not line.complete and not line.heading]
        if open_lines:
            text = self.tr("%n line(s) with fewer than ordered", "", len(open_lines))
            facts.append((Tone.ATTENTION, "warning", text))
        else:
            facts.append((Tone.GOOD, "check", self.tr("Every line is decided")))
        if accepts(view):
            text = self.tr("This also accepts the order at {platform}").format(platform=platform)
            facts.append((Tone.IDLE, "check", text))
        for payment in view.payments:
            for text, tone in payment_words(payment, self._formats, view.currency)[1:]:
                facts.append((tone or Tone.ATTENTION, "cash", text))
        if view.payment is not None and view.payment.collect > 0 and not view.payments:
            amount = self._formats.money(view.payment.collect, view.currency)
            facts.append(
                (Tone.ATTENTION, "price", self.tr("The rider collects {amount} in cash").format(amount=amount))
            )
        if view.row.flagged:
            facts.append((Tone.ATTENTION, "warning", self.tr("The customer changed this order while it was picked")))
        for number, (pill, said) in enumerate(zip(self._pills, self._texts, strict=True)):
            fact = facts[number] if number < len(facts) else None
            pill.set_mark(Mark(fact[1], self._fact_word(fact[0]), fact[0]) if fact else None)
            set_text(said, fact[2] if fact else "")
            said.setVisible(fact is not None)

    def _fact_word(self, tone: Tone) -> str:
        return {
            Tone.GOOD: self.tr("good"),
            Tone.BAD: self.tr("refused"),
            Tone.ATTENTION: self.tr("note"),
        }.get(tone, self.tr("not yet"))

    def _is_changed(self, line: LineRow) -> bool:
        return self._mark(line) is not None or line.word in (LineWord.REPLACED, LineWord.GONE)

    def _mark(self, line: LineRow) -> Mark | None:
        mark = words.line_mark(line, self._formats)
        if line.word in (LineWord.PICKED, LineWord.TO_PICK):
            unchanged = line.amount == line.ordered or line.word is LineWord.TO_PICK
            priced = line.changed_unit_price is not None or line.changed_total_price is not None
            if unchanged and not priced:
                return None
            if line.amount < line.ordered:
                return Mark("scale", self.tr("Weighed less"), Tone.IDLE)
            if line.amount > line.ordered and line.pricing is Pricing.KG:
                return Mark("scale", self.tr("Weighed more"), Tone.IDLE)
            if line.amount > line.ordered:
                return Mark("plus", self.tr("More"), Tone.ATTENTION)
            return Mark("price", self.tr("New price"), Tone.ATTENTION)
        return None if line.word is LineWord.REPLACED and line.replaced_by else mark

    def _row(self, line: LineRow, change: Decimal, currency: str) -> QWidget:
        formats = self._formats
        frame = QFrame()
        frame.setObjectName(f"finish_line_{line.key}")
        row = QHBoxLayout(frame)
        row.setContentsMargins(0, theme.px(8), 0, theme.px(8))
        row.setSpacing(theme.px(14))
        pill = Pill(f"finish_pill_{line.key}", self._mark(line))
        holder = QWidget()
        holder.setFixedWidth(theme.px(150))
        inner = QHBoxLayout(holder)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(pill)
        inner.addStretch(1)
        row.addWidget(holder)
        text = QVBoxLayout()
        text.setSpacing(0)
        name = f"{line.replaces_name} → {line.name}" if line.replaces_name else line.name
        text.addWidget(label(f"finish_name_{line.key}", name, weight=600, wrap=True))
        got = formats.with_unit(line.amount, line.pricing)
        ordered = formats.with_unit(line.ordered, line.pricing)
        if line.word in (LineWord.ADDED, LineWord.REPLACEMENT):
            under = self.tr("{amount} in the bag").format(amount=got)
        else:
            under = self.tr("{ordered} ordered, {amount} in the bag").format(ordered=ordered, amount=got)
        text.addWidget(label(f"finish_under_{line.key}", under, size=theme.SMALL, ink=2, wrap=True))
        row.addLayout(text, 1)
        difference = label(f"finish_money_{line.key}", weight=600)
        if change != 0 and self.view is not None and self.view.capabilities.carts:
            set_text(difference, formats.difference(change, currency))
        set_tone(difference, None)
        row.addWidget(difference)
        return frame
