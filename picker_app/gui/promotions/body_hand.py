"""Shows the exact bytes that go to a platform, or that it answered."""

import re
from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from picker_app.devices.scanner import Scan
from picker_app.gui import theme
from picker_app.gui.keys import Command
from picker_app.gui.order_hands import STEPS
from picker_app.gui.promotions.office import Office
from picker_app.gui.widgets.button import Button
from picker_app.gui.widgets.labels import label, set_text

translate = QCoreApplication.translate
MOST_SHOWN = 2_000_000
_TOKENS = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\],:]|[^\s"{}\[\],:]+')


class BodyHand:
    """A page of text that can be read and copied, not changed."""

    def __init__(self, office: Office, act: Callable[[Command], object]) -> None:
        self._office = office
        self.page = QWidget()
        self.page.setObjectName("promotion_body")
        column = QVBoxLayout(self.page)
        column.setContentsMargins(theme.px(20), theme.px(12), theme.px(20), theme.px(10))
        column.setSpacing(theme.px(theme.GRID))
        head = QHBoxLayout()
        head.setSpacing(theme.px(12))
        back = translate("Promotions", "Back")
        head.addWidget(Button("promotion_body_back", back, "Esc", lambda: act(Command.BACK), wide=False))
        self._title = label("promotion_body_title", size=theme.TITLE, weight=700)
        head.addWidget(self._title)
        head.addStretch(1)
        column.addLayout(head)
        self.text = QPlainTextEdit()
        self.text.setObjectName("promotion_body_text")
        self.text.setReadOnly(True)
        self.text.document().setDocumentMargin(theme.px(14))
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self.text.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.text.setFont(theme.font(theme.TEXT))
        self.text.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        column.addWidget(self.text, 1)

    def show(self, title: str, parts: Sequence[tuple[str, bytes | None]]) -> None:
        """Show (heading, bytes) one after another; what is JSON is laid out, its values as they are."""
        set_text(self._title, title)
        self.text.setAccessibleName(title)
        shown = [f"{heading}\n\n{laid_out(body)}" for heading, body in parts if body]
        self.text.setPlainText("\n\n\n".join(shown) or translate("Promotions", "Nothing yet."))
        self._office.show(self)

    def come(self) -> None:
        """Say what this is."""
        self._office.hint(translate("Promotions", "Word for word"))

    def refresh(self) -> None:
        """Bytes do not change."""

    def command(self, command: Command) -> bool:
        """Scroll."""
        if command not in STEPS:
            return False
        bar = self.text.verticalScrollBar()
        bar.setValue(bar.value() + STEPS[command] * 3)
        return True

    async def scan(self, scan: Scan) -> bool:
        """A scan means here what it means in the inbox."""
        return False


def laid_out(body: bytes) -> str:
    """Write bytes for a person: JSON with line breaks, every value as it stands; anything else as it is."""
    text = body.decode("utf-8", "replace")
    if len(text) > MOST_SHOWN:
        return text[:MOST_SHOWN] + "\n…"
    if text[:1] not in "{[":
        return text
    lines, depth = [""], 0
    for token in _TOKENS.findall(text):
        if token in "}]":
            depth = max(0, depth - 1)
            lines.append("  " * depth)
        lines[-1] += ": " if token == ":" else token
        if token in "{[":
            depth += 1
        if token in "{[,":
            lines.append("  " * depth)
    return "\n".join(lines)
