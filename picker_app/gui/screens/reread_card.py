"""The card that shows what differs when an order is read again: the platform's word now, and what is known here."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel

from picker_app.domain.rereading import Difference
from picker_app.gui import theme, words
from picker_app.gui.formats import Formats
from picker_app.gui.keys import Command
from picker_app.gui.marked import QT_TRANSLATE_NOOP
from picker_app.gui.theme import Tone
from picker_app.gui.widgets.button import Button
from picker_app.gui.widgets.labels import Card, Pill, label, set_text, set_tone
from picker_app.gui.widgets.paint import Mark
from picker_app.picking.rows import OrderView, Reread, RereadState

translate = QCoreApplication.translate
SHOWN = 6
WHAT = {
    "line_new": QT_TRANSLATE_NOOP("RereadCard", "new line"),
    "line_gone": QT_TRANSLATE_NOOP("RereadCard", "line gone"),
    "amount": QT_TRANSLATE_NOOP("RereadCard", "amount"),
    "product": QT_TRANSLATE_NOOP("RereadCard", "product"),
    "price": QT_TRANSLATE_NOOP("RereadCard", "price"),
    "line_note": QT_TRANSLATE_NOOP("RereadCard", "wish"),
    "total": QT_TRANSLATE_NOOP("RereadCard", "total"),
    "delivery_fee": QT_TRANSLATE_NOOP("RereadCard", "delivery"),
    "discount": QT_TRANSLATE_NOOP("RereadCard", "discount"),
    "payments": QT_TRANSLATE_NOOP("RereadCard", "payment"),
    "note": QT_TRANSLATE_NOOP("RereadCard", "note"),
    "customer": QT_TRANSLATE_NOOP("RereadCard", "customer"),
    "address": QT_TRANSLATE_NOOP("RereadCard", "address"),
    "phone": QT_TRANSLATE_NOOP("RereadCard", "phone"),
    "due": QT_TRANSLATE_NOOP("RereadCard", "due time"),
    "flow": QT_TRANSLATE_NOOP("RereadCard", "delivery or take-away"),
    "store": QT_TRANSLATE_NOOP("RereadCard", "shop"),
}


class RereadCard(Card):
    """Reading, nothing differs, what differs, or why it could not be read."""

    def __init__(self, act: Callable[[Command], None], formats: Formats) -> None:
        super().__init__("reread_card")
        self._formats = formats
        top = QHBoxLayout()
        top.addWidget(Button("act_reread", self.tr("Read again"), "F5", lambda: act(Command.CHECK), wide=False))
        top.addStretch(1)
        self._pill = Pill("reread_pill")
        top.addWidget(self._pill)
        self.body.addLayout(top)
        self._lines: list[QLabel] = []
        for number in range(SHOWN):
            line = label(f"reread_line_{number}", size=theme.SMALL, wrap=True)
            self._lines.append(line)
            self.body.addWidget(line)
        self._under = label("reread_under", size=theme.SMALL, ink=2, wrap=True)
        self.body.addWidget(self._under)

    def refresh(self, view: OrderView) -> None:
        """Show the newest answer."""
        self.setVisible(view.capabilities.rereads)
        read = view.reread
        self._pill.set_mark(_mark(read) if read else None)
        texts = [difference_words(one) for one in read.differences] if read else []
        if len(texts) > SHOWN:
            texts[SHOWN - 1 :] = [self.tr("and %n more", "", len(texts) - SHOWN + 1)]
        for number, widget in enumerate(self._lines):
            widget.setVisible(number < len(texts))
            if number < len(texts):
                set_text(widget, texts[number])
                set_tone(widget, Tone.ATTENTION)
        under = ""
        if read is not None and read.state is RereadState.FAILED:
            under = " ".join(
                part for part in (words.platform_error(read.code) if read.code else "", read.words) if part
            )
        elif read is not None and read.at is not None:
            under = self.tr("read at {time}").format(time=self._formats.clock(read.at))
        set_text(self._under, under)
        self._under.setVisible(bool(under))


def difference_words(one: Difference) -> str:
    """Return one difference in words."""
    what = translate("RereadCard", WHAT[one.what]) if one.what in WHAT else one.what
    head = f"{one.name}: {what}" if one.name else what
    change = " → ".join(part or "–" for part in (one.before, one.now))
    return f"{head} {change}"


def _mark(read: Reread) -> Mark:
    if read.state is RereadState.READING:
        return Mark("send", translate("RereadCard", "reading"), Tone.ACCENT)
    if read.state is RereadState.FAILED:
        return Mark("cross", translate("RereadCard", "not read"), Tone.BAD)
    if read.differences:
        return Mark("warning", translate("RereadCard", "differs"), Tone.ATTENTION)
    return Mark("check", translate("RereadCard", "nothing differs"), Tone.GOOD)
