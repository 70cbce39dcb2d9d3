"""The drawer of today's scans: it lies over the right of the page and takes nothing from it but the arrow keys."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHBoxLayout, QWidget

from picker_app.gui import theme
from picker_app.gui.formats import Formats
from picker_app.gui.models.scans import ScanModel
from picker_app.gui.widgets.labels import KeyCap, column, label
from picker_app.gui.widgets.line_delegate import LineDelegate
from picker_app.gui.widgets.row_list import RowList
from picker_app.picking.rows import ScanRow

WIDTH = 560


class JournalDrawer(QFrame):
    """Shows each scan of the day and what became of it, the newest first. It never has the focus."""

    def __init__(self, parent: QWidget, formats: Formats) -> None:
        super().__init__(parent)
        self.setObjectName("journal")
        self.setAccessibleName(self.tr("Scans of today"))
        layout = column(self, margin=theme.px(16))
        head = QHBoxLayout()
        head.addWidget(label("journal_title", self.tr("Scans of today"), size=theme.TITLE, weight=700))
        head.addStretch(1)
        head.addWidget(KeyCap("journal_close_key", "Esc"))
        head.addWidget(label("journal_close_words", self.tr("closes"), ink=2))
        layout.addLayout(head)
        layout.addWidget(
            label("journal_hint", self.tr("Each scan has its outcome. Scanning goes on meanwhile."), ink=2, wrap=True)
        )
        self.model = ScanModel(formats)
        self.model.setParent(self)
        self.list = RowList("journal_scans", self.model, LineDelegate())
        self.list.setAccessibleName(self.tr("Scans of today"))
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        layout.addWidget(self.list, 1)
        self._empty = label(
            "journal_empty", self.tr("Nothing was scanned today. Each scan will stand here."), size=theme.LARGE,
            ink=2, wrap=True,
        )  # fmt: skip
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._empty, 1)
        self.show_scans((), {})
        self.hide()

    def show_scans(self, rows: Sequence[ScanRow], codes: Mapping[int, str]) -> None:
        """Show the scans; `codes` are the short codes of the orders that are known, by their ids."""
        self.model.name_orders(codes)
        self.model.update(rows)
        self.list.setVisible(bool(rows))
        self._empty.setVisible(not rows)

    @property
    def newest(self) -> int:
        """Return the number of the newest scan that is shown, 0 for none."""
        return max((row.number for row in self.model.rows()[:1]), default=0)

    def step(self, steps: int) -> None:
        """Read on, so many scans further."""
        bar = self.list.verticalScrollBar()
        bar.setValue(bar.value() + steps * theme.px(theme.ROW_LINE))

    def place(self, page: QRect) -> None:
        """Lie over the right of a page."""
        width = min(theme.px(WIDTH), page.width())
        self.setGeometry(page.right() + 1 - width, page.top(), width, page.height())
