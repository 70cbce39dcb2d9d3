"""Teaching a label: each is scanned, what is printed on it is typed, and the rule is shown once it is sure."""

from collections.abc import Callable
from decimal import Decimal

from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from picker_app.devices.labels import Rule
from picker_app.devices.teaching import MOST, Lesson, Sample, Taught, label_digits, learn, readings
from picker_app.gui import scanner_words, theme
from picker_app.gui.formats import Formats
from picker_app.gui.widgets.button import Button
from picker_app.gui.widgets.choices import Choice
from picker_app.gui.widgets.fields import AmountField
from picker_app.gui.widgets.labels import Card, KeyCap, clear, label, set_text

_HEAD = 7
"""So many digits at the front of a label are the same for one product, whatever the rule is."""


class ScannerTeacher(QWidget):
    """Collects `samples` of one kind of label and shows what the `lesson` came to."""

    def __init__(self, accept: Callable[[], None], formats: Formats) -> None:
        super().__init__()
        self.setObjectName("scanner_teacher")
        self._formats = formats
        self.samples: list[Sample] = []
        self.lesson = Lesson("labels")
        self.pending = ""
        self._measure: Taught = "weight"
        self._name = ""
        self._product = 0
        self._shipped = False
        outer = QVBoxLayout(self)
        outer.setContentsMargins(theme.px(22), theme.px(14), theme.px(22), theme.px(10))
        outer.setSpacing(theme.px(10))
        head = QHBoxLayout()
        head.addWidget(label("teacher_title", self.tr("Teach a label of your scale"), size=theme.TITLE, weight=700))
        head.addSpacing(theme.px(20))
        self._weight = Choice("teacher_weight", self.tr("Weight"), lambda: self.measure("weight"))
        self._price = Choice("teacher_price", self.tr("Price"), lambda: self.measure("price"))
        head.addWidget(self._weight)
        head.addWidget(self._price)
        head.addWidget(KeyCap("teacher_measure_key", "← →"))
        head.addStretch(1)
        head.addWidget(KeyCap("teacher_undo_key", "Ctrl Z"))
        head.addWidget(label("teacher_undo_words", self.tr("takes the last one back"), ink=2))
        head.addSpacing(theme.px(12))
        head.addWidget(KeyCap("teacher_back_key", "Esc"))
        head.addWidget(label("teacher_back_words", self.tr("leaves"), ink=2))
        outer.addLayout(head)
        self._wanted = label("teacher_wanted", size=theme.LARGE, weight=600, wrap=True)
        outer.addWidget(self._wanted)
        card = Card("teacher_labels", self.tr("The labels so far"))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(theme.px(28))
        self._grid.setVerticalSpacing(theme.px(6))
        card.body.addLayout(self._grid)
        outer.addWidget(card)
        outer.addWidget(self._dock(accept))
        outer.addWidget(self._found(accept))
        outer.addStretch(1)

    def _dock(self, accept: Callable[[], None]) -> QWidget:
        self._ask = QFrame()
        self._ask.setObjectName("teacher_ask")
        self._ask.setProperty("kind", "dock")
        row = QHBoxLayout(self._ask)
        row.setContentsMargins(theme.px(20), theme.px(12), theme.px(16), theme.px(12))
        row.setSpacing(theme.px(12))
        texts = QVBoxLayout()
        self._ask_title = label("teacher_ask_title", size=theme.LARGE, weight=600)
        self._ask_hint = label("teacher_ask_hint", ink=2, wrap=True)
        texts.addWidget(self._ask_title)
        texts.addWidget(self._ask_hint)
        row.addLayout(texts, 1)
        self._letter = label("teacher_product", size=theme.HUGE, weight=700)
        row.addWidget(self._letter)
        row.addWidget(KeyCap("teacher_product_key", "↑ ↓"))
        self.field = AmountField("teacher_field", self.tr("What is printed on the label"))
        self.field.setFixedWidth(theme.px(190))
        row.addWidget(self.field)
        self._unit = label("teacher_unit", size=theme.LARGE, ink=2)
        row.addWidget(self._unit)
        row.addWidget(Button("teacher_take", self.tr("Take"), "Enter", accept, "main", wide=False))
        return self._ask

    def _found(self, accept: Callable[[], None]) -> QWidget:
        self._rule = Card("teacher_rule", self.tr("The rule"))
        self._own = Choice("teacher_own", "", lambda: self.choose(shipped=False), " ", enter=True)
        self._known = Choice("teacher_shipped", "", lambda: self.choose(shipped=True), " ", enter=True)
        self._difference = label("teacher_difference", ink=2, wrap=True)
        for widget in (self._own, self._known, self._difference):
            self._rule.body.addWidget(widget)
        self._rule.body.addWidget(Button("teacher_keep", self.tr("Read labels like this"), "Enter", accept, "main"))
        return self._rule

    @property
    def rule(self) -> Rule | None:
        """Return the rule that is chosen to be kept, None while none is sure or a label waits for its value."""
        if self.pending or self.lesson.rule is None:
            return None
        shipped = self.lesson.shipped
        if self._shipped and shipped is not None:
            return Rule(self._name, "", shipped.prefixes, shipped.pattern, shipped.measure, shipped.decimals)
        return self.lesson.rule

    def begin(self, name: str) -> None:
        """Begin a lesson; the rule will have this name."""
        self._name = name
        self.samples = []
        self.pending = ""
        self.measure("weight")

    def measure(self, measure: Taught) -> None:
        """Teach weights or prices; not changed once a label is there."""
        if not self.samples and not self.pending:
            self._measure = measure
        self._weight.setChecked(self._measure == "weight")
        self._price.setChecked(self._measure == "price")
        self.refresh()

    def turn_measure(self) -> None:
        """Teach the other of weight and price."""
        self.measure("price" if self._measure == "weight" else "weight")

    def take_label(self, *readings_of_scan: str) -> bool:
        """Take a scanned label and ask what is printed on it; False if it is none, or if there are enough."""
        digits = next((found for reading in readings_of_scan if (found := label_digits(reading))), None)
        if digits is None or len(self.samples) >= MOST:
            return False
        self.pending = digits
        known = next((s.product for s in self.samples if (label_digits(s.code) or "")[:_HEAD] == digits[:_HEAD]), "")
        self._product = ord(known) - ord("A") if known else len({sample.product for sample in self.samples})
        self.refresh()
        self.field.offer("")
        return True

    def step(self, steps: int) -> None:
        """Say that the label is of another product, or choose the other rule."""
        if self.pending:
            most = len({sample.product for sample in self.samples})
            self._product = min(most, max(0, self._product + steps))
            self.refresh()
        elif self.lesson.shipped is not None:
            self.choose(shipped=not self._shipped)

    def choose(self, *, shipped: bool) -> None:
        """Choose the program's own rule or the one that was found."""
        self._shipped = shipped
        self._own.setChecked(not shipped)
        self._known.setChecked(shipped)

    def take_value(self) -> bool:
        """Take what is typed for the label that waits; False if it is no amount above 0."""
        value = self.field.amount()
        if value is None or value <= 0:
            self.field.selectAll()
            return False
        self.samples.append(Sample(self.pending, chr(ord("A") + self._product), value))
        self.pending = ""
        self.window().setFocus()
        self.refresh()
        return True

    def take_back(self) -> None:
        """Forget the label that waits, else the last one."""
        if self.pending:
            self.pending = ""
            self.window().setFocus()
        elif self.samples:
            self.samples.pop()
        self.refresh()

    def refresh(self) -> None:
        """Show the labels, what is asked, and the rule if it is sure."""
        self.lesson = learn(self.samples, self._measure, self._name)
        set_text(self._wanted, self._words())
        self._wanted.setVisible(not self.pending)
        self._ask.setVisible(bool(self.pending))
        set_text(self._ask_title, self.tr("What does {label} say?").format(label=self.pending))
        self._ask_hint.setText(self.tr("The letter is the product: labels of one product have one letter."))
        set_text(self._letter, chr(ord("A") + self._product))
        set_text(self._unit, "kg" if self._measure == "weight" else self.tr("price"))
        self._show_labels()
        self._show_rule()

    def _words(self) -> str:
        left = max(0, 4 - len(self.samples))
        odd = (self.lesson.odd or 0) + 1
        return {
            "labels": self.tr("Scan a label: %n more at least, of two products.", "", left),
            "products": self.tr("Scan a label of another product."),
            "values": self.tr("Scan a label with another weight or price: three different ones are needed."),
            "same_product": self.tr("Scan another label of one of these products."),
            "another_value": self.tr("Two rules fit still. Scan one more label of product A with another value."),
            "odd_label": self.tr(
                "Label {number} does not fit the others: was it typed right? Ctrl Z takes back."
            ).format(number=odd),
            "nothing_fits": self.tr("No rule fits these labels. Are they all of one kind?"),
            "": self.tr("This is how your labels are read. Check each line, then Enter."),
        }[self.lesson.wanted]

    def _show_labels(self) -> None:
        clear(self._grid)
        heads = ("", self.tr("Label"), self.tr("Product"), self.tr("Printed"), self.tr("Is read as"))
        rule = self.lesson.rule
        read = readings(self.samples, rule) if rule is not None else (None,) * len(self.samples)
        for column, words in enumerate(heads):
            self._grid.addWidget(label(f"teacher_head_{column}", words, size=theme.SMALL, ink=3), 0, column)
        for row, (sample, value) in enumerate(zip(self.samples, read, strict=True), 1):
            odd = self.lesson.odd == row - 1
            shown = self._value(value) if value is not None else "–"
            for column, words in enumerate((str(row), sample.code, sample.product, self._value(sample.value), shown)):
                weight = 700 if odd or column == 4 else 400
                self._grid.addWidget(label(f"teacher_cell_{row}_{column}", words, weight=weight), row, column)
        self._grid.setColumnStretch(len(heads), 1)

    def _show_rule(self) -> None:
        rule, shipped = self.lesson.rule, self.lesson.shipped
        self._rule.setVisible(rule is not None and not self.pending)
        if rule is None:
            return
        self._own.set_words(
            self.tr("As these labels are: {pattern}").format(pattern=rule.pattern), scanner_words.rule(rule)
        )
        self._known.setVisible(shipped is not None)
        self._difference.setVisible(shipped is not None)
        if shipped is not None:
            words = self.tr("As {name} has it: {pattern}").format(name=shipped.id, pattern=shipped.pattern)
            self._known.set_words(words, scanner_words.rule(shipped))
            self._difference.setText(
                self.tr("The second reads heavier or dearer labels than these as well; the first refuses them.")
            )
        self.choose(shipped=self._shipped and shipped is not None)

    def _value(self, value: Decimal) -> str:
        text = self._formats.number(value, 3 if self._measure == "weight" else 2)
        return f"{text}\u00a0kg" if self._measure == "weight" else text
