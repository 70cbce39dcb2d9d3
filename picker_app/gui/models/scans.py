"""The scans of the day as a Qt model: what became of each, in words with a shape and a colour."""

from collections.abc import Hashable, Mapping

from PySide6.QtCore import QCoreApplication

from picker_app.gui import scan_sentences, sentences
from picker_app.gui.formats import Formats
from picker_app.gui.marked import QT_TRANSLATE_NOOP
from picker_app.gui.models.keyed import KeyedModel
from picker_app.gui.theme import Tone
from picker_app.gui.widgets.line_delegate import LineCard
from picker_app.picking.commands import Commanded, read_command
from picker_app.picking.rows import Outcome, ScanRow

translate = QCoreApplication.translate

OUTCOMES = {
    Outcome.PICKED: QT_TRANSLATE_NOOP("Scans", "Picked"),
    Outcome.WEIGHT_SET: QT_TRANSLATE_NOOP("Scans", "Weight set"),
    Outcome.ALREADY_COMPLETE: QT_TRANSLATE_NOOP("Scans", "Was complete already"),
    Outcome.OVER_MAXIMUM: QT_TRANSLATE_NOOP("Scans", "Too much, nothing taken"),
    Outcome.OTHER_ORDER: QT_TRANSLATE_NOOP("Scans", "Needed by another order"),
    Outcome.NOT_NEEDED: QT_TRANSLATE_NOOP("Scans", "Needed by no open order"),
    Outcome.UNKNOWN: QT_TRANSLATE_NOOP("Scans", "Unknown code"),
    Outcome.AMBIGUOUS: QT_TRANSLATE_NOOP("Scans", "Two products fit"),
    Outcome.UNREADABLE: QT_TRANSLATE_NOOP("Scans", "Not readable"),
    Outcome.REFUSED: QT_TRANSLATE_NOOP("Scans", "Not taken"),
    Outcome.QUESTION: QT_TRANSLATE_NOOP("Scans", "Asked whether it is meant"),
    Outcome.WEIGH: QT_TRANSLATE_NOOP("Scans", "To be weighed"),
    Outcome.OPENED: QT_TRANSLATE_NOOP("Scans", "Order opened"),
    Outcome.CHOSEN: QT_TRANSLATE_NOOP("Scans", "Product chosen"),
    Outcome.COMMAND: QT_TRANSLATE_NOOP("Scans", "Command"),
    Outcome.REPEAT: QT_TRANSLATE_NOOP("Scans", "Scanned twice, counted once"),
    Outcome.IGNORED: QT_TRANSLATE_NOOP("Scans", "Scanner was off here"),
    Outcome.NOT_SAVED: QT_TRANSLATE_NOOP("Scans", "Not saved"),
}


class ScanModel(KeyedModel[ScanRow]):
    """Scan rows by number; `card` is a LineCard."""

    def __init__(self, formats: Formats) -> None:
        super().__init__()
        self._formats = formats
        self._codes: Mapping[int, str] = {}

    def name_orders(self, codes: Mapping[int, str]) -> None:
        """Take the short codes of the orders, by their ids."""
        self._codes = codes

    def key_of(self, row: ScanRow) -> Hashable:
        """Return the scan's number."""
        return row.number

    def text_of(self, row: ScanRow) -> str:
        """Return the scan in words."""
        card = self.card_of(row)
        return ", ".join(part for part in (card.amount, card.of, card.name, card.alert, *self._about(row)) if part)

    def card_of(self, row: ScanRow) -> LineCard:
        """Return what is painted: an act that was taken back is struck through and says so."""
        outcome = Outcome(row.outcome)
        tone, icon, _ = sentences.LOOK[outcome]
        alert = ""
        if row.undone:
            tone, icon, alert = Tone.IDLE, "undo", translate("Scans", "undone")
        elif row.confirmed:
            tone, icon, alert = Tone.GOOD, "check", translate("Scans", "said yes to")
        return LineCard(
            tile="",
            icon=icon,
            tile_tone=tone,
            name=self._named(row, outcome),
            struck=row.undone,
            below=" · ".join(part for part in self._about(row) if part),
            alert=alert,
            alert_tone=tone,
            mark=None,
            amount=str(row.number),
            of=self._formats.clock_with_seconds(row.at),
            quiet=row.undone,
            next=False,
        )

    def _named(self, row: ScanRow, outcome: Outcome) -> str:
        """Return what became of a scan: the command's own name, why it was refused, else the outcome."""
        command = read_command(row.raw) if outcome is Outcome.COMMAND else None
        if isinstance(command, Commanded):
            return scan_sentences.command_name(command.command, command.times)
        if outcome is Outcome.IGNORED and row.reason == "typed":
            return translate("Scans", "Typed, no code")
        reason = sentences.refusal(row.reason) if outcome is Outcome.REFUSED else ""
        return reason or translate("Scans", OUTCOMES[outcome])

    def _about(self, row: ScanRow) -> tuple[str, str]:
        code = self._codes.get(row.order_id or 0, "")
        return translate("Scans", "order {code}").format(code=code) if code else "", row.raw
