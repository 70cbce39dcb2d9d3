"""A list of painted rows in which one is chosen; new rows never move what the hand is at."""

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyledItemDelegate

from picker_app.gui import theme


class RowList(QListView):
    """Shows rows. `opened` is emitted with the row's index on a double click or a second click.

    All are of one height, unless some are `taller` than others.
    """

    opened = Signal(QModelIndex)
    picked = Signal(QModelIndex)

    def __init__(
        self, name: str, model: QAbstractItemModel, delegate: QStyledItemDelegate, *, taller: bool = False
    ) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setModel(model)
        self._delegate = delegate
        delegate.setParent(self)
        self.setItemDelegate(delegate)
        self.setUniformItemSizes(not taller)
        if taller:
            self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().setSingleStep(theme.px(theme.GRID * 3))
        self.setMouseTracking(False)
        self.viewport().setAutoFillBackground(False)
        self._fetching = False
        self._anchor: tuple[QPersistentModelIndex, int] | None = None
        for signal in (model.rowsAboutToBeInserted, model.rowsAboutToBeRemoved, model.rowsAboutToBeMoved):
            signal.connect(self._remember)
        for signal in (model.rowsInserted, model.rowsRemoved, model.rowsMoved):
            signal.connect(self._restore)

    def minimumSizeHint(self) -> QSize:
        """Return room for one row."""
        return QSize(theme.px(280), theme.px(80))

    def chosen_row(self) -> int:
        """Return the number of the chosen row, -1 for none."""
        return self.currentIndex().row()

    def choose_row(self, row: int) -> None:
        """Choose a row and bring it into sight."""
        self._fetch_to(row)
        index = self.model().index(row, 0)
        if index.isValid() and index != self.currentIndex():
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def step(self, steps: int) -> None:
        """Choose the row so many steps further."""
        wanted = max(0, self.chosen_row() + steps)
        self._fetch_to(wanted)
        count = self.model().rowCount()
        if count:
            self.choose_row(min(count - 1, wanted))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose with one click."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid():
            self.picked.emit(index)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open with two."""
        super().mouseDoubleClickEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid():
            self.opened.emit(index)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the chosen row in sight when a panel or banner takes room."""
        index = self.currentIndex()
        before = QRect(0, 0, event.oldSize().width(), event.oldSize().height())
        seen = index.isValid() and before.intersects(self.visualRect(index))
        super().resizeEvent(event)
        if seen:
            self.scrollTo(index)

    def _fetch_to(self, row: int) -> None:
        """Have the model tell of its rows up to this one; they are laid out once, when all of them are told."""
        model = self.model()
        self._fetching = True
        while row >= model.rowCount() and model.canFetchMore(QModelIndex()):
            model.fetchMore(QModelIndex())
        self._fetching = False

    def _remember(self) -> None:
        if self._fetching:
            self._anchor = None
            return
        index = self.currentIndex()
        if not index.isValid() or not self.viewport().rect().intersects(self.visualRect(index)):
            index = self.indexAt(self.viewport().rect().topLeft())
        self._anchor = (QPersistentModelIndex(index), self.visualRect(index).top()) if index.isValid() else None

    def _restore(self) -> None:
        if self._anchor is None:
            return
        index, top = self._anchor
        if index.isValid():
            self.executeDelayedItemsLayout()
            moved = self.visualRect(self.model().index(index.row(), 0)).top() - top
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + moved)
