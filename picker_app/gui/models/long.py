"""A list model of very many frozen rows: Qt is told of the first ones, and of more as they come into sight."""

from collections.abc import Sequence
from typing import TypeVar

from PySide6.QtCore import QModelIndex

from picker_app.gui.models.keyed import Index, KeyedModel

Row = TypeVar("Row")
MANY = 1000
"""So many rows are told at first. Longer lists are not looked through row by row when newer ones come."""
FEW = 60


class LongModel(KeyedModel[Row]):
    """A view lays out every row that it knows of, which takes a tenth of a second with tens of thousands."""

    def __init__(self) -> None:
        super().__init__()
        self._most = MANY

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return how many rows Qt knows of; `rows` has all of them."""
        return min(super().rowCount(parent), self._most)

    def canFetchMore(self, parent: Index) -> bool:
        """Say whether there are rows of which Qt does not know yet."""
        return not parent.isValid() and len(self._rows) > self._most

    def fetchMore(self, parent: Index) -> None:
        """Tell of twice as many."""
        if self.canFetchMore(parent):
            self.beginInsertRows(QModelIndex(), self._most, min(len(self._rows), 2 * self._most) - 1)
            self._most *= 2
            self.endInsertRows()

    def show(self, rows: Sequence[Row]) -> None:
        """Show other rows altogether, from the first ones on."""
        self.beginResetModel()
        self._rows, self._most = list(rows), MANY
        self.endResetModel()

    def take(self, rows: Sequence[Row]) -> bool:
        """Take newer rows; False if so many came, went or moved that the list was built anew."""
        before, now = [self.key_of(row) for row in self._rows], [self.key_of(row) for row in rows]
        come, gone = set(now).difference(before), set(before).difference(now)
        if len(come) + len(gone) > FEW:
            self.show(rows)
            return False
        if max(len(before), len(now)) <= MANY:
            while self.canFetchMore(QModelIndex()):
                self.fetchMore(QModelIndex())
            self._most = max(self._most, MANY)
            self.update(rows)
            return True
        if [key for key in before if key not in gone] != [key for key in now if key not in come]:
            self.show(rows)
            return False
        for number in [number for number, key in enumerate(before) if key in gone][::-1]:
            self._take_out(number)
        for number in [number for number, key in enumerate(now) if key in come]:
            self._put_in(number, rows[number])
        # Which of so many say something else is not worth looking for: what is seen is painted anew.
        self._rows = list(rows)
        self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, 0))
        return True

    def _take_out(self, number: int) -> None:
        if number >= self.rowCount():
            del self._rows[number]
            return
        self.beginRemoveRows(QModelIndex(), number, number)
        # Of those behind what Qt knows none comes forward by itself.
        self._most -= len(self._rows) > self._most
        del self._rows[number]
        self.endRemoveRows()

    def _put_in(self, number: int, row: Row) -> None:
        if number >= self.rowCount() and self.canFetchMore(QModelIndex()):
            self._rows.insert(number, row)
            return
        self.beginInsertRows(QModelIndex(), number, number)
        self._most += len(self._rows) >= self._most
        self._rows.insert(number, row)
        self.endInsertRows()
