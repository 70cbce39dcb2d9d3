"""The scanner doctor: three codes to scan one after another, a few digits to type, and what came of it."""

from collections.abc import Callable

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from picker_app.devices.scanner import GS, Scan
from picker_app.devices.scanner_doctor import CODES, Finding, examine, is_expected, quickest_typing
from picker_app.devices.symbols import code_128, ean_13, gs1_128
from picker_app.gui import scanner_words, theme
from picker_app.gui.widgets.bars import Bars
from picker_app.gui.widgets.button import Button
from picker_app.gui.widgets.fields import Field
from picker_app.gui.widgets.labels import Card, KeyCap, Pill, clear, label, set_text
from picker_app.picking.examined import Examined

TO_TYPE = "1234567890"
_DRAWN = (ean_13(CODES[0]), code_128(CODES[1]), gs1_128(CODES[2]))


class TimedField(Field):
    """A field that remembers when each key was struck, in milliseconds."""

    def __init__(self, name: str, accessible: str) -> None:
        super().__init__(name, accessible)
        self.struck: list[int] = []

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Type, and take note of the time."""
        if event.text().isprintable() and event.text() and not event.isAutoRepeat():
            self.struck.append(event.timestamp())
        super().keyPressEvent(event)


class ScannerDoctor(QWidget):
    """Goes from code to code; `finding` is there once all were scanned and the typing was seen or left out."""

    def __init__(self, accept: Callable[[], None]) -> None:
        super().__init__()
        self.setObjectName("scanner_doctor")
        self.finding: Finding | None = None
        self._scans: list[Scan] = []
        outer = QVBoxLayout(self)
        outer.setContentsMargins(theme.px(22), theme.px(14), theme.px(22), theme.px(10))
        outer.setSpacing(theme.px(10))
        head = QHBoxLayout()
        self._title = label("doctor_title", size=theme.TITLE, weight=700)
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(KeyCap("doctor_back_key", "Esc"))
        head.addWidget(label("doctor_back_words", self.tr("leaves it as it was"), ink=2))
        outer.addLayout(head)
        self._hint = label("doctor_hint", size=theme.LARGE, ink=2, wrap=True)
        outer.addWidget(self._hint)
        self._steps = QStackedLayout()
        outer.addLayout(self._steps, 1)
        self._steps.addWidget(self._scanning())
        self._steps.addWidget(self._typing(accept))
        self._steps.addWidget(self._result(accept))

    def _scanning(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, theme.px(8), 0, 0)
        self.bars = Bars("doctor_bars")
        column.addStretch(1)
        column.addWidget(self.bars)
        column.addStretch(2)
        return page

    def _typing(self, accept: Callable[[], None]) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, theme.px(8), 0, 0)
        row = QHBoxLayout()
        self.field = TimedField("doctor_field", self.tr("What you type"))
        self.field.setMaxLength(40)
        row.addWidget(self.field, 1)
        row.addWidget(Button("doctor_typed", self.tr("Typed"), "Enter", accept, "main", wide=False))
        column.addLayout(row)
        column.addStretch(1)
        return page

    def _result(self, accept: Callable[[], None]) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, theme.px(8), 0, 0)
        column.setSpacing(theme.px(12))
        line = QHBoxLayout()
        line.setSpacing(theme.px(14))
        self._verdict = Pill("doctor_verdict")
        line.addWidget(self._verdict)
        self._margin = label("doctor_margin", size=theme.TITLE, weight=700, wrap=True)
        line.addWidget(self._margin, 1)
        column.addLayout(line)
        cards = QHBoxLayout()
        cards.setSpacing(theme.px(14))
        self._how, self._advice = QVBoxLayout(), QVBoxLayout()
        for name, title, body in (
            ("doctor_how", self.tr("How it is set"), self._how),
            ("doctor_advice", self.tr("What to change on the scanner"), self._advice),
        ):
            card = Card(name, title)
            card.body.addLayout(body)
            card.body.addStretch(1)
            cards.addWidget(card, 1)
        column.addLayout(cards)
        column.addWidget(Button("doctor_keep", self.tr("Go by this from now on"), "Enter", accept, "main"))
        column.addStretch(1)
        return page

    @property
    def scanning(self) -> bool:
        """Say whether a code is shown that is to be scanned."""
        return len(self._scans) < len(CODES)

    def begin(self) -> None:
        """Show the first code."""
        self.finding = None
        self._scans = []
        self._show()

    def take(self, scan: Scan) -> bool:
        """Take a scan of the code that is shown; False for another one."""
        if not self.scanning or not is_expected(scan, CODES[len(self._scans)]):
            return False
        self._scans.append(scan)
        self._show()
        return True

    def typed_in_a_burst(self, scan: Scan) -> None:
        """Take digits that were typed as quickly as a scanner types."""
        times = [sum(scan.gaps_ms[:n]) for n in range(len(scan.gaps_ms) + 1)]
        self._finish(quickest_typing(times))

    def typed(self) -> None:
        """End the typing; too few digits say nothing."""
        self._finish(quickest_typing(self.field.struck))

    def learned(self) -> Examined | None:
        """Return what is to be kept."""
        found = self.finding
        if found is None:
            return None
        return Examined(
            gap_ms=found.gap_ms,
            prefix=found.prefix,
            gs=found.gs,
            layout=found.layout,
            key_ms=found.key_ms,
            typing_ms=found.typing_ms,
            suffix=found.suffix,
        )

    def _show(self) -> None:
        number = len(self._scans)
        if self.scanning:
            words = self.tr("Scan this code: {number} of {all}")
            set_text(self._title, words.format(number=number + 1, all=len(CODES)))
            set_text(self._hint, self.tr("Hold the scanner a hand’s breadth from the screen, as bright as it goes."))
            self.bars.show_symbol(_DRAWN[number], CODES[number].replace(GS, " "))
            self._steps.setCurrentIndex(0)
            return
        set_text(self._title, self.tr("Now type {digits} by hand").format(digits=TO_TYPE))
        set_text(self._hint, self.tr("As quickly as you ever do; then Enter. It shows how far apart you and it are."))
        self._steps.setCurrentIndex(1)
        self.field.struck.clear()
        self.field.offer("")

    def _finish(self, typing_ms: int) -> None:
        self.finding = found = examine(self._scans, typing_ms)
        self.window().setFocus()
        set_text(self._title, self.tr("This is your scanner"))
        set_text(self._hint, self.tr("Scans and typing are told apart by their speed."))
        self._verdict.set_mark(scanner_words.verdict(found))
        set_text(self._margin, scanner_words.margin(found.key_ms, found.typing_ms, found.gap_ms, safe=found.safe))
        learned = self.learned()
        self._list(self._how, "doctor_how", scanner_words.settings(learned) if learned else ())
        advice = scanner_words.advice(found) or (self.tr("Nothing. Only switch off its own beep, if it has one."),)
        self._list(self._advice, "doctor_advice", advice)
        self._steps.setCurrentIndex(2)

    def _list(self, body: QVBoxLayout, name: str, texts: tuple[str, ...]) -> None:
        clear(body)
        for number, text in enumerate(texts):
            body.addWidget(label(f"{name}_{number}", text, size=theme.LARGE, wrap=True))
