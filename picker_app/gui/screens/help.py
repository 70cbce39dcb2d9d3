"""The help: every key with what it does here, and how the scanner is used."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from picker_app.gui import theme
from picker_app.gui.widgets.labels import Card, KeyCap, label


class HelpScreen(QWidget):
    """Two cards of keys and one about the scanner."""

    def __init__(self, version: str) -> None:
        super().__init__()
        self.setObjectName("help_screen")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(theme.px(22), theme.px(14), theme.px(22), theme.px(10))
        outer.setSpacing(theme.px(10))
        top = QHBoxLayout()
        top.addWidget(label("help_title", self.tr("The keys"), size=theme.TITLE, weight=700))
        top.addSpacing(theme.px(16))
        top.addWidget(KeyCap("help_close_key", "Esc"))
        top.addWidget(label("help_close_words", self.tr("goes back"), ink=2))
        top.addStretch(1)
        top.addWidget(label("help_version", version, size=theme.SMALL, ink=3))
        outer.addLayout(top)
        page = QWidget()
        page.setObjectName("help_page")
        page.setAutoFillBackground(False)
        columns = QHBoxLayout(page)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(theme.px(14))
        columns.addWidget(_keys("help_inbox", self.tr("In the inbox"), self._inbox()), 4)
        columns.addWidget(_keys("help_order", self.tr("In an order"), self._order()), 5)
        columns.addWidget(self._scanner(), 4)
        scroll = QScrollArea()
        scroll.setObjectName("help_scroll")
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(page)
        scroll.viewport().setAutoFillBackground(False)
        outer.addWidget(scroll, 1)

    def _inbox(self) -> list[tuple[str, str]]:
        return [
            ("↑ ↓", self.tr("choose an order")),
            ("Enter", self.tr("open the chosen order")),
            ("← →", self.tr("another tab")),
            ("F5", self.tr("ask for orders now")),
            ("Ctrl F", self.tr("find an order by code or name")),
            ("F10", self.tr("the scans of today")),
            ("Ctrl M", self.tr("silence the alarm")),
            ("Ctrl L", self.tr("scanner, labels, command sheet")),
            ("Ctrl S", self.tr("the shop: prices, products, hours")),
            ("Ctrl ,", self.tr("the settings, the tunnel, check everything")),
            ("F1", self.tr("this help")),
        ]

    def _order(self) -> list[tuple[str, str]]:
        return [
            ("↑ ↓", self.tr("choose a line")),
            ("Enter", self.tr("accept what is shown")),
            ("Esc", self.tr("one step back; twice: the inbox")),
            ("F2", self.tr("quantity or weight of the line")),
            ("F3", self.tr("the line is not in the store")),
            ("F4", self.tr("replace the line by another product")),
            ("F5", self.tr("ask the platform whether it accepts the cart")),
            ("F6", self.tr("add an item, a carry bag")),
            ("F7", self.tr("price of the line: of one or of all")),
            ("F8", self.tr("show the customer's phone number")),
            ("Ctrl D", self.tr("all details of the order")),
            ("F9", self.tr("finish the order; Enter sends it")),
            ("F10", self.tr("the scans of today")),
            ("Ctrl Del", self.tr("cancel the order, with a reason")),
            ("Ctrl Z", self.tr("undo the last act")),
            ("Ctrl F", self.tr("find a line")),
        ]

    def _scanner(self) -> QWidget:
        card = Card("help_scanner", self.tr("The scanner"))
        texts = (
            self.tr("Scan at any time: where the cursor is makes no difference."),
            self.tr("In the inbox, the code of an order opens it."),
            self.tr("In an order, each scan picks one piece. The label of the scale sets the weight."),
            self.tr("While a product is looked for, the scan chooses it."),
            self.tr("The good sound means saved. What did not sound did not happen."),
            self.tr("The line at the bottom says what became of the last scan."),
            self.tr("Kilograms: point and comma are both the decimal mark."),
            self.tr("Switch off the scanner's own beep, so that only the program's sound counts."),
        )
        for number, text in enumerate(texts):
            card.body.addSpacing(theme.px(4))
            card.body.addWidget(label(f"help_scanner_{number}", text, wrap=True))
        card.body.addStretch(1)
        return card


def _keys(name: str, title: str, keys: list[tuple[str, str]]) -> QWidget:
    card = Card(name, title)
    grid = QGridLayout()
    grid.setHorizontalSpacing(theme.px(14))
    grid.setVerticalSpacing(theme.px(7))
    for number, (key, text) in enumerate(keys):
        caps = QHBoxLayout()
        caps.setSpacing(theme.px(4))
        for part in key.split() if key[0] in "↑←" else [key]:
            caps.addWidget(KeyCap(f"{name}_key_{number}_{part}", part))
        caps.addStretch(1)
        grid.addLayout(caps, number, 0)
        grid.addWidget(label(f"{name}_text_{number}", text, wrap=True), number, 1)
    grid.setColumnStretch(1, 1)
    card.body.addLayout(grid)
    card.body.addStretch(1)
    return card
