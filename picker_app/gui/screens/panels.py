"""The panels docked in the order screen that ask for one value: an amount, a price, a text to find, a reason."""

from collections.abc import Callable
from decimal import Decimal

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from picker_app.domain.quantity import ZERO
from picker_app.domain.said import Pricing
from picker_app.gui import theme, words
from picker_app.gui.formats import Formats
from picker_app.gui.models.lines import bounds_text, price_text
from picker_app.gui.widgets.button import Button
from picker_app.gui.widgets.choices import Choice, Choices
from picker_app.gui.widgets.fields import AmountField, Field
from picker_app.gui.widgets.labels import KeyCap, label, set_text
from picker_app.picking.rows import LineRow, Offer


class _Dock(QFrame):
    """The framed ground of a panel: title and hints at the left, the field at the right."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("kind", "dock")
        self.words = QVBoxLayout()
        self.words.setSpacing(theme.px(2))
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(theme.px(20), theme.px(12), theme.px(16), theme.px(12))
        self.row.setSpacing(theme.px(12))
        self.row.addLayout(self.words, 1)


class AmountPanel(_Dock):
    """Asks for pieces or kilograms of a line (F2), or of a product that is put in (F4, F6)."""

    def __init__(self, name: str, accept: Callable[[], None], formats: Formats) -> None:
        super().__init__(name)
        self._formats = formats
        self._kg = False
        self.line = ""
        self._title = label(f"{name}_title", size=theme.LARGE, weight=600, wrap=True)
        self._hint = label(f"{name}_hint", size=theme.TEXT, ink=2, wrap=True)
        self.words.addWidget(self._title)
        self.words.addWidget(self._hint)
        self.field = AmountField(f"{name}_field", self.tr("Amount"))
        self.field.setMinimumWidth(theme.px(130))
        self.field.setMaximumWidth(theme.px(190))
        self._unit = label(f"{name}_unit", size=theme.LARGE, ink=2)
        self.row.addWidget(self.field)
        self.row.addWidget(self._unit)
        take = Button(f"{name}_take", self.tr("Take"), "Enter", accept, "main", wide=False)
        self.row.addWidget(take)

    def ask_line(self, line: LineRow, currency: str) -> None:
        """Offer what is in the bag, or what was ordered where nothing is yet."""
        self.line = line.key
        kg = line.pricing is Pricing.KG
        title = self.tr("Weight of {name}") if kg else self.tr("Quantity of {name}")
        ordered = self.tr("{amount} ordered").format(amount=self._formats.with_unit(line.ordered, line.pricing))
        details = [f"{name} {value}" for name, value in line.details]
        note = f"“{line.note}”" if line.note else ""
        hints = [ordered, bounds_text(line, self._formats), price_text(line, self._formats, currency), note, *details]
        value = line.amount if line.amount > ZERO else line.ordered
        self._ask(title.format(name=line.name), " · ".join(hint for hint in hints if hint), value, line.pricing)

    def ask_product(self, name: str, hint: str, value: Decimal, *, by_weight: bool) -> None:
        """Offer an amount of a product."""
        self.line = ""
        title = self.tr("Weight of {name}") if by_weight else self.tr("Quantity of {name}")
        self._ask(title.format(name=name), hint, value, Pricing.KG if by_weight else Pricing.UNIT)

    def amount(self) -> Decimal | None:
        """Return what is typed or offered, None if it is no amount."""
        return self.field.amount()

    def offer_pieces(self, count: int) -> bool:
        """Offer so many pieces; False where kilograms are asked for."""
        if not self._kg:
            self.field.offer(str(count))
        return not self._kg

    def _ask(self, title: str, hint: str, value: Decimal, pricing: Pricing) -> None:
        self._kg = pricing is Pricing.KG
        set_text(self._title, title)
        set_text(self._hint, hint)
        set_text(self._unit, "kg" if pricing is Pricing.KG else self.tr("pieces"))
        text = self._formats.amount(value, pricing) if value > ZERO else ""
        self.show()
        self.field.offer(text.replace(self._formats.locale.groupSeparator(), ""))


class PricePanel(_Dock):
    """Asks for the price of one unit or of the whole line (F7); F7, Up or Down changes which."""

    def __init__(self, accept: Callable[[], None], formats: Formats) -> None:
        super().__init__("price_panel")
        self._formats = formats
        self.line = ""
        self.total = False
        self.offer: Offer | None = None
        self._values: tuple[str, str] = ("", "")
        self._title = label("price_panel_title", size=theme.LARGE, weight=600, wrap=True)
        self.words.addWidget(self._title)
        which = QHBoxLayout()
        self._unit = Choice("price_panel_unit", self.tr("Price of one"), lambda: self.choose(total=False))
        self._total = Choice("price_panel_total", self.tr("Price of all"), lambda: self.choose(total=True))
        self._key = KeyCap("price_panel_key", "F7")
        for part in (self._unit, self._total, self._key):
            which.addWidget(part)
        which.addStretch(1)
        self.words.addLayout(which)
        self.field = AmountField("price_panel_field", self.tr("Price"))
        self.field.setMinimumWidth(theme.px(130))
        self.field.setMaximumWidth(theme.px(190))
        self._currency = label("price_panel_currency", size=theme.LARGE, ink=2)
        self.row.addWidget(self.field)
        self.row.addWidget(self._currency)
        take = Button("price_panel_take", self.tr("Take"), "Enter", accept, "main", wide=False)
        self.row.addWidget(take)

    def ask(self, line: LineRow, currency: str) -> None:
        """Offer the unit price as it is now."""
        self.line, self.offer = line.key, None
        self._show_choices(on=True)
        set_text(self._title, self.tr("Price of {name}").format(name=line.name))
        set_text(self._currency, currency)
        unit = line.changed_unit_price if line.changed_unit_price is not None else line.unit_price
        whole = line.changed_total_price if line.changed_total_price is not None else line.price
        self._values = (
            self._formats.plain_price(unit, currency) if unit is not None else "",
            self._formats.plain_price(whole, currency) if whole is not None else "",
        )
        self.show()
        self.choose(total=False)

    def ask_per_kg(self, name: str, currency: str, offer: Offer) -> None:
        """Ask what a kilogram costs at the shelf, to answer the question of a price label."""
        self.line, self.offer = offer.line, offer
        self._show_choices(on=False)
        set_text(self._title, self.tr("What does a kilogram of {name} cost at the shelf?").format(name=name))
        set_text(self._currency, currency)
        price = offer.price_per_kg
        self._values = (self._formats.plain_price(price, currency) if price is not None else "",) * 2
        self.show()
        self.choose(total=False)

    def _show_choices(self, *, on: bool) -> None:
        for part in (self._unit, self._total, self._key):
            part.setVisible(on)

    def choose(self, *, total: bool) -> None:
        """Ask for the one or the other price."""
        self.total = total
        self._unit.setChecked(not total)
        self._total.setChecked(total)
        self.field.offer(self._values[1 if total else 0])

    def amount(self) -> Decimal | None:
        """Return what is typed or offered, None if it is no number."""
        return self.field.amount()


class FindPanel(_Dock):
    """Asks for a part of a name or code (Ctrl+F)."""

    def __init__(self, name: str, title: str, accept: Callable[[], None]) -> None:
        super().__init__(name)
        self.row.setContentsMargins(theme.px(16), theme.px(6), theme.px(12), theme.px(6))
        self.words.addWidget(label(f"{name}_title", title, size=theme.TEXT, weight=600))
        self.field = Field(f"{name}_field", title)
        self.field.setMinimumWidth(theme.px(260))
        self.field.setMaxLength(100)
        self.row.addWidget(self.field, 2)
        self.row.addWidget(Button(f"{name}_take", self.tr("Find"), "Enter", accept, wide=False))

    def ask(self) -> None:
        """Start with an empty text."""
        self.show()
        self.field.offer("")


class ReasonPanel(QWidget):
    """The reasons for which an order may be cancelled, the first one chosen (Ctrl+Delete)."""

    def __init__(self, accept: Callable[[], None]) -> None:
        super().__init__()
        self.setObjectName("reason_panel")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, theme.px(8), 0, 0)
        layout.setSpacing(theme.px(theme.GRID))
        self._title = label("reason_panel_title", size=theme.TITLE, weight=700)
        layout.addWidget(self._title)
        layout.addWidget(
            label("reason_panel_hint", self.tr("Say why. Esc goes back, and nothing is cancelled."), ink=2, wrap=True)
        )
        self.choices = Choices("reason")
        layout.addWidget(self.choices)
        layout.addWidget(Button("reason_panel_take", self.tr("Cancel the order"), "Enter", accept, "danger"))
        layout.addStretch(1)
        self._reasons: tuple[str, ...] = ()

    def ask(self, order: str, reasons: tuple[str, ...]) -> None:
        """Offer the reasons."""
        set_text(self._title, self.tr("Cancel order {order}?").format(order=order))
        self._reasons = reasons
        self.choices.offer([words.reason(code) for code in reasons])
        self.show()

    def step(self, steps: int) -> None:
        """Choose another reason."""
        self.choices.step(steps)

    def choose_number(self, number: int) -> bool:
        """Choose the n-th reason, from 1; False if there are not so many."""
        if number <= len(self._reasons):
            self.choices.step(number - 1 - self.choices.chosen)
        return number <= len(self._reasons)

    def reason(self) -> str:
        """Return the code of the chosen reason, "" if there is none."""
        number = self.choices.chosen
        return self._reasons[number] if 0 <= number < len(self._reasons) else ""
