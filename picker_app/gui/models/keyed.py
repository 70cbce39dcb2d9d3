"""A list model of frozen rows with keys: an update tells Qt only which rows came, went, moved or changed."""

from collections.abc import Hashable, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QByteArray, QModelIndex, QObject, QPersistentModelIndex, Qt

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex
KEY = Qt.ItemDataRole.UserRole + 1
ROW = Qt.ItemDataRole.UserRole + 2
CARD = Qt.ItemDataRole.UserRole + 3


class KeyedModel(QAbstractListModel, Generic[Row]):
    """Rows with the roles `key`, `row` (the frozen row) and `card` (what a delegate paints)."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []

    def key_of(self, row: Row) -> Hashable:
        """Return what makes a row the same row after an update."""
        raise NotImplementedError

    def card_of(self, row: Row) -> object:
        """Return what the delegate paints."""
        raise NotImplementedError

    def text_of(self, row: Row) -> str:
        """Return the row in words, for screen readers."""
        raise NotImplementedError

    def tip_of(self, row: Row) -> str:
        """Return what a hovering mouse is told: what may be cut off in the row."""
        return self.text_of(row)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return how many rows there are; rows have no children."""
        return 0 if parent.isValid() else len(self._rows)

    def roleNames(self) -> dict[int, QByteArray]:
        """Return the roles by name."""
        names = {KEY: b"key", ROW: b"row", CARD: b"card"}
        return super().roleNames() | {int(role): QByteArray(name) for role, name in names.items()}

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return one thing about a row."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == CARD:
            return self.card_of(row)
        if role == KEY:
            return self.key_of(row)
        if role == ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.text_of(row)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.tip_of(row)
        return None

    def rows(self) -> tuple[Row, ...]:
        """Return the rows as they stand."""
        return tuple(self._rows)

    def row_of(self, key: Hashable) -> int:
        """Return the number of the row with a key, -1 for none."""
        return next((n for n, row in enumerate(self._rows) if self.key_of(row) == key), -1)

    def at(self, number: int) -> Row | None:
        """Return a row by its number."""
        return self._rows[number] if 0 <= number < len(self._rows) else None

    def show(self, rows: Sequence[Row]) -> None:
        """Show other rows altogether, because the person asked for it."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def update(self, rows: Sequence[Row]) -> None:
        """Take the newer rows; selection and scrolling of the views stay at the rows they are at."""
        if not self._rows:
            if rows:
                self.beginInsertRows(QModelIndex(), 0, len(rows) - 1)
                self._rows = list(rows)
                self.endInsertRows()
            return
        self._remove_missing({self.key_of(row) for row in rows})
        for number, row in enumerate(rows):
            self._put(number, row)

    def _remove_missing(self, wanted: set[Hashable]) -> None:
        number = len(self._rows) - 1
        while number >= 0:
            if self.key_of(self._rows[number]) in wanted:
                number -= 1
                continue
            last = number
            while number > 0 and self.key_of(self._rows[number - 1]) not in wanted:
                number -= 1
            self.beginRemoveRows(QModelIndex(), number, last)
            del self._rows[number : last + 1]
            self.endRemoveRows()
            number -= 1

    def _put(self, number: int, row: Row) -> None:
        key = self.key_of(row)
        if number >= len(self._rows) or self.key_of(self._rows[number]) != key:
            old = next((n for n in range(number + 1, len(self._rows)) if self.key_of(self._rows[n]) == key), None)
            if old is None:
                self.beginInsertRows(QModelIndex(), number, number)
                self._rows.insert(number, row)
                self.endInsertRows()
                return
            self.beginMoveRows(QModelIndex(), old, old, QModelIndex(), number)
            self._rows.insert(number, self._rows.pop(old))
            self.endMoveRows()
        if self._rows[number] != row:
            self._rows[number] = row
            index = self.index(number, 0)
            self.dataChanged.emit(index, index)
