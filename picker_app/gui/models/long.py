"""A list model of very many frozen rows: Qt is told of the first ones, and of more as they come into sight."""

from collections.abc import Sequence
from typing import TypeVar

from PySide6.QtCore import QModelIndex

from picker_app.gui.models.keyed import Index, KeyedModel

Row = TypeVar("Row")
MANY = 1000
"""So many rows are told at first, and looked through one by one when newer ones come."""
FEW = 60


class LongModel(KeyedModel[Row]):
    """A view lays out every row that it knows of, which takes a tenth of a second with tens of thousands."""

    def __init__(self) -> None:
        super().__init__()
        self._told = MANY

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return how many rows Qt knows of; `rows` has all of them."""
        return min(super().rowCount(parent), self._told)

    def canFetchMore(self, parent: Index) -> bool:
        """Say whether there are rows of which Qt does not know yet."""
        return not parent.isValid() and len(self._rows) > self._told

    def fetchMore(self, parent: Index) -> None:
        """Tell of twice as many."""
        if self.canFetchMore(parent):
            self.beginInsertRows(QModelIndex(), self._told, min(len(self._rows), 2 * self._told) - 1)
            self._told *= 2
            self.endInsertRows()

    def show(self, rows: Sequence[Row]) -> None:
        """Show other rows altogether, from the first ones on."""
        self.beginResetModel()
        self._rows, self._told = list(rows), MANY
        self.endResetModel()

    def take(self, rows: Sequence[Row]) -> bool:
        """Take newer rows; False if so many came or went that the list was built anew."""
        before, now = [self.key_of(row) for row in self._rows], [self.key_of(row) for row in rows]
        if max(len(before), len(now)) <= MANY:
            if len(set(before) ^ set(now)) <= FEW:
                self.update(rows)
                return True
        elif before == now:
            self._rows = list(rows)
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, 0))
            return True
        self.show(rows)
        return False
