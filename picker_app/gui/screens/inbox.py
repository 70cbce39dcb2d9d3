"""The inbox: tabs with counts, the queue of orders, and what to do when there is none."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import QItemSelectionModel, QModelIndex
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from picker_app.gui import theme, words
from picker_app.gui.formats import Formats
from picker_app.gui.keys import Command
from picker_app.gui.models.incidents import IncidentModel
from picker_app.gui.models.orders import OrderModel
from picker_app.gui.screens.empty import EmptyInbox
from picker_app.gui.screens.panels import FindPanel
from picker_app.gui.surroundings import Board
from picker_app.gui.widgets.button import Button
from picker_app.gui.widgets.line_delegate import LineDelegate
from picker_app.gui.widgets.queue_delegate import QueueDelegate
from picker_app.gui.widgets.row_list import RowList
from picker_app.gui.widgets.tab_button import TabButton
from picker_app.picking.rows import AccountRow, IncidentRow, OrderRow, Tab

INCIDENTS = "INCIDENTS"
PLACES: tuple[str, ...] = (Tab.TO_PICK, Tab.PICKING, Tab.WAITING, Tab.DONE, INCIDENTS)
_WORK = (Tab.TO_PICK, Tab.PICKING)


class Inbox(QWidget):
    """Shows one tab at a time. Orders that come never take the choice or the scroll position away."""

    def __init__(
        self, board: Board, act: Callable[[Command], None], formats: Formats, clock: Callable[[], datetime]
    ) -> None:
        super().__init__()
        self.setObjectName("inbox")
        self._board = board
        self.place: str = Tab.TO_PICK
        self._chosen: dict[str, int] = {}
        # Whether the program chose the tab: one that a person chose stays, also when it is empty.
        self._led = True
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(20), theme.px(12), theme.px(20), theme.px(8))
        column.setSpacing(theme.px(10))
        top = QHBoxLayout()
        top.setSpacing(theme.px(6))
        self._tabs: dict[str, TabButton] = {}
        for place in PLACES:
            title = words.tab(place) if isinstance(place, Tab) else self.tr("Incidents")
            button = TabButton(f"tab_{place.lower()}", title, partial(self._go, place))
            self._tabs[place] = button
            top.addWidget(button)
        top.addStretch(1)
        self._dismiss = Button(
            "incident_dismiss", self.tr("Seen to"), "Ctrl Del", lambda: act(Command.CANCEL), wide=False
        )
        self._dismiss.hide()
        top.addWidget(self._dismiss)
        find = Button("inbox_find_open", self.tr("Find"), "Ctrl F", lambda: act(Command.FIND), wide=False)
        top.addWidget(find)
        column.addLayout(top)
        self.finder = FindPanel("order_find", self.tr("Find an order"), lambda: act(Command.ENTER))
        self.finder.hide()
        column.addWidget(self.finder)
        self.model = OrderModel(formats, clock)
        self.model.setParent(self)
        self.orders = RowList("inbox_orders", self.model, QueueDelegate())
        self.orders.setAccessibleName(self.tr("Orders"))
        self.orders.opened.connect(lambda index: act(Command.ENTER))
        self.incidents_model = IncidentModel(formats, clock)
        self.incidents_model.setParent(self)
        self.incidents = RowList("inbox_incidents", self.incidents_model, LineDelegate())
        self.incidents.setAccessibleName(self.tr("Incidents"))
        self.incidents.opened.connect(lambda index: act(Command.ENTER))
        self._empty = EmptyInbox(formats)
        pages = QWidget()
        self._pages = QStackedLayout(pages)
        for page in (self.orders, self.incidents, self._empty):
            self._pages.addWidget(page)
        column.addWidget(pages, 1)

    def refresh(self) -> None:
        """Ask the board and show what differs; a tab that the program chose and that is empty gives way to work."""
        counts = self._board.counts()
        if self._led and self.place in _WORK and not counts.get(Tab(self.place)):
            self.place = next((tab for tab in _WORK if counts.get(tab)), self.place)
        incidents = self._board.incidents()
        for place, button in self._tabs.items():
            count = len(incidents) if place == INCIDENTS else counts.get(Tab(place), 0)
            button.set_state(count, chosen=place == self.place, alarming=place == INCIDENTS and count > 0)
        if self.place == INCIDENTS:
            self.incidents_model.update(incidents)
        else:
            self.model.update(self._board.rows(Tab(self.place)))
        self._settle()

    def show_place(self, place: str) -> None:
        """Show another tab."""
        if place != self.place:
            self._remember()
            self.place = place
            self.model.show(())
        self.refresh()

    def next_place(self, steps: int) -> None:
        """Show the tab beside this one."""
        self._go(PLACES[(PLACES.index(self.place) + steps) % len(PLACES)])

    def chosen_order(self) -> int | None:
        """Return the id of the chosen order, or of the order that the chosen incident is about.

        Where a tab shows nothing to choose it is the most urgent order.
        """
        if self.place == INCIDENTS and self.incidents_model.rowCount():
            incident = self.incidents_model.at(self.incidents.chosen_row())
            return incident.order_id if incident else None
        row = self._row() or self._most_urgent()
        return row.id if row else None

    def chosen_incident(self) -> IncidentRow | None:
        """Return the chosen incident, None where none is seen."""
        return self.incidents_model.at(self.incidents.chosen_row()) if self.place == INCIDENTS else None

    def urgent_code(self) -> str:
        """Return the short code of the order that Enter opens, "" if there is none."""
        if self.place == INCIDENTS and self.incidents_model.rowCount():
            return ""
        row = self._row() or self._most_urgent()
        return row.short_code if row else ""

    def choose(self, order_id: int) -> bool:
        """Choose an order in whichever tab it is; False if it is in none."""
        for tab in Tab:
            if any(row.id == order_id for row in self._board.rows(tab)):
                self.show_place(tab)
                self.orders.choose_row(self.model.row_of(order_id))
                return True
        return False

    def choose_most_urgent(self) -> None:
        """Choose the first order that is to pick, or else one that is being picked."""
        counts = self._board.counts()
        self._led = True
        self.show_place(Tab.TO_PICK if counts.get(Tab.TO_PICK) or not counts.get(Tab.PICKING) else Tab.PICKING)
        self.orders.choose_row(0)

    def step(self, steps: int) -> None:
        """Choose the row so many steps further; from an empty tab the most urgent order."""
        if self._pages.currentWidget() is self._empty:
            self.choose_most_urgent()
            return
        (self.incidents if self.place == INCIDENTS else self.orders).step(steps)

    def choose_number(self, number: int) -> bool:
        """Choose the n-th order of the tab, from 1; False if there are not so many."""
        there = self.place != INCIDENTS and number <= self.model.rowCount()
        if there:
            self.orders.choose_row(number - 1)
        return there

    def find_order(self, text: str) -> bool:
        """Choose the first order with this text in its code, number or customer; False if there is none."""
        found = self._board.find_orders(text) if text else ()
        return any(self.choose(order_id) for order_id in found[:1])

    def show_accounts(self, accounts: tuple[AccountRow, ...], now: datetime) -> None:
        """Tell the empty page how the accounts stand."""
        if self._pages.currentWidget() is self._empty:
            self._empty.refresh(self.place, accounts, now)

    def tick(self) -> None:
        """Let the time run in the rows that are seen."""
        if self._pages.currentWidget() is not self._empty:
            (self.incidents if self.place == INCIDENTS else self.orders).viewport().update()

    def _settle(self) -> None:
        shown = self.incidents if self.place == INCIDENTS else self.orders
        self._dismiss.setVisible(shown is self.incidents and shown.model().rowCount() > 0)
        if shown.model().rowCount() == 0:
            self._pages.setCurrentWidget(self._empty)
            self._empty.refresh(self.place, (), None)
            return
        self._pages.setCurrentWidget(shown)
        if shown.chosen_row() < 0:
            known = self._chosen.get(self.place)
            row = self.model.row_of(known) if known is not None and shown is self.orders else 0
            index = shown.model().index(max(0, row), 0)
            shown.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def _go(self, place: str) -> None:
        self._led = False
        self.show_place(place)

    def _row(self) -> OrderRow | None:
        return self.model.at(self.orders.chosen_row()) if self.place != INCIDENTS else None

    def _most_urgent(self) -> OrderRow | None:
        return next((row for tab in _WORK for row in self._board.rows(tab)), None)

    def _remember(self) -> None:
        row = self._row()
        if row is not None:
            self._chosen[self.place] = row.id
        self.orders.setCurrentIndex(QModelIndex())
