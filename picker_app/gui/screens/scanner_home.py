"""The page of the scanner: how it stands, which labels are read, and what can be done about both."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from picker_app.devices.labels import Rule
from picker_app.devices.scanner_doctor import is_safe
from picker_app.gui import scanner_words, theme
from picker_app.gui.surroundings import Counter
from picker_app.gui.theme import Tone
from picker_app.gui.widgets.button import Button
from picker_app.gui.widgets.choices import Choices
from picker_app.gui.widgets.labels import Card, KeyCap, Pill, clear, label
from picker_app.gui.widgets.paint import Mark

EXAMINE, TEACH, SHEET = range(3)
SHOWN_RULES = 6


class ScannerHome(QWidget):
    """Offers what can be done; `chosen` is its number: EXAMINE, TEACH, SHEET, then a taught rule to forget each."""

    def __init__(self, counter: Counter, accept: Callable[[], None]) -> None:
        super().__init__()
        self.setObjectName("scanner_home")
        self._counter = counter
        self._shown: tuple[object, ...] = ()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(theme.px(22), theme.px(14), theme.px(22), theme.px(10))
        outer.setSpacing(theme.px(12))
        head = QHBoxLayout()
        head.addWidget(label("scanner_title", self.tr("The scanner"), size=theme.TITLE, weight=700))
        head.addStretch(1)
        head.addWidget(KeyCap("scanner_back_key", "Esc"))
        head.addWidget(label("scanner_back_words", self.tr("goes back"), ink=2))
        outer.addLayout(head)
        columns = QHBoxLayout()
        columns.setSpacing(theme.px(18))
        outer.addLayout(columns, 1)
        left = QVBoxLayout()
        left.setSpacing(theme.px(theme.GRID))
        self.choices = Choices("scanner")
        left.addWidget(self.choices)
        left.addWidget(Button("scanner_begin", self.tr("Begin"), "Enter", accept, "main"))
        left.addStretch(1)
        columns.addLayout(left, 1)
        right = QVBoxLayout()
        right.setSpacing(theme.px(12))
        self._stands = Card("scanner_stands", self.tr("How it stands"))
        self._read = Card("scanner_rules", self.tr("Labels of the scale that are read"))
        for card in (self._stands, self._read):
            right.addWidget(card)
        self._facts, self._rules = QVBoxLayout(), QVBoxLayout()
        self._stands.body.addLayout(self._facts)
        self._read.body.addLayout(self._rules)
        right.addStretch(1)
        columns.addLayout(right, 1)

    @property
    def chosen(self) -> int:
        """Return the number of what is chosen."""
        return self.choices.chosen

    def forgotten(self) -> Rule | None:
        """Return the taught rule that is chosen to be forgotten, None if something else is chosen."""
        number = self.chosen - (SHEET + 1)
        return self._counter.rules.taught[number] if 0 <= number < len(self._counter.rules.taught) else None

    def refresh(self) -> None:
        """Show how things stand; what is chosen stays chosen."""
        before = max(0, self.chosen)
        offers = [
            (self.tr("Examine the scanner"), self.tr("Scan three codes on the screen; the program sets itself.")),
            (self.tr("Teach a label"), self.tr("Four to eight labels of your scale, and what is printed on each.")),
            (self.tr("Save the command sheet"), self.tr("A PDF to print: work a whole order with the scanner alone.")),
        ]
        forget = self.tr("Forget the rule {name}")
        offers += [(forget.format(name=rule.id), scanner_words.rule(rule)) for rule in self._counter.rules.taught]
        self.choices.offer(offers)
        self.choices.step(before)
        self.show_facts()
        self._show_rules(self._counter.rules())

    def show_facts(self) -> None:
        """Show what is known of the scanners, where that has changed."""
        scanners = self._counter.scanners
        shown = (scanners.examined, scanners.gap_ms, scanners.serial_trouble)
        if shown == self._shown:
            return
        self._shown = shown
        clear(self._facts)
        known = scanners.examined
        if known is None:
            mark = Mark("half-circle", self.tr("Not examined yet"), Tone.IDLE)
            self._fact(
                mark, self.tr("It is told from typing by its speed: limit {limit} ms.").format(limit=scanners.gap_ms)
            )
        else:
            safe = is_safe(known.key_ms, known.typing_ms, scanners.gap_ms, known.prefix)
            mark = (
                Mark("check", self.tr("Examined"), Tone.GOOD)
                if safe
                else Mark("warning", self.tr("Close"), Tone.ATTENTION)
            )
            self._fact(mark, scanner_words.margin(known.key_ms, known.typing_ms, scanners.gap_ms, safe=safe))
            for number, words in enumerate(scanner_words.settings(known)):
                self._facts.addWidget(label(f"scanner_fact_{number}", words, wrap=True))
        if scanners.serial_port:
            gone = bool(scanners.serial_trouble)
            mark = (
                Mark("warning", self.tr("Not there"), Tone.BAD) if gone else Mark("check", self.tr("There"), Tone.GOOD)
            )
            self._fact(mark, self.tr("Serial scanner at {port}").format(port=scanners.serial_port), "serial")

    def _fact(self, mark: Mark, words: str, name: str = "keyboard") -> None:
        row = QWidget()
        inner = QHBoxLayout(row)
        inner.setContentsMargins(0, 0, 0, theme.px(2))
        inner.setSpacing(theme.px(10))
        inner.addWidget(Pill(f"scanner_pill_{name}", mark))
        inner.addWidget(label(f"scanner_words_{name}", words, wrap=True), 1)
        self._facts.addWidget(row)

    def _show_rules(self, rules: Sequence[Rule]) -> None:
        clear(self._rules)
        if not rules:
            words = self.tr("None: weights are typed. Teach your scale, or set the country of its labels.")
            self._rules.addWidget(label("scanner_no_rule", words, ink=2, wrap=True))
        for number, rule in enumerate(rules[:SHOWN_RULES]):
            self._rules.addWidget(label(f"scanner_rule_{number}", rule.id, weight=600))
            self._rules.addWidget(label(f"scanner_rule_words_{number}", scanner_words.rule(rule), ink=2, wrap=True))
        if len(rules) > SHOWN_RULES:
            more = self.tr("and %n more", "", len(rules) - SHOWN_RULES)
            self._rules.addWidget(label("scanner_more_rules", more, ink=2))
