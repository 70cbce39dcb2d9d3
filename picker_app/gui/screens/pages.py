"""The pages of the window and which one is seen: inbox, order, finish, help, and the other workspaces."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from picker_app.gui.formats import Formats
from picker_app.gui.keys import Command
from picker_app.gui.screens.details import DetailsDrawer
from picker_app.gui.screens.finish import FinishScreen
from picker_app.gui.screens.help import HelpScreen
from picker_app.gui.screens.inbox import Inbox
from picker_app.gui.screens.journal import JournalDrawer
from picker_app.gui.screens.order import OrderScreen, Panel
from picker_app.gui.surroundings import Board
from picker_app.gui.widgets.fields import Field
from picker_app.gui.workspace import Workspace
from picker_app.picking.rows import OrderView


class Pages(QStackedWidget):
    """Shows one page; what lies below the help comes back as it was left."""

    def __init__(
        self,
        board: Board,
        act: Callable[[Command], None],
        look: Callable[[str], None],
        formats: Formats,
        clock: Callable[[], datetime],
        version: str,
    ) -> None:
        super().__init__()
        self.setObjectName("pages")
        self._board = board
        self.inbox = Inbox(board, act, formats, clock)
        self.order = OrderScreen(act, look, formats, clock)
        self.finish = FinishScreen(act, formats)
        self.help = HelpScreen(version)
        self._below: QWidget = self.inbox
        self._workspaces: dict[str, Workspace] = {}
        for page in (self.inbox, self.order, self.finish, self.help):
            self.addWidget(page)
        # A child that is no page: it lies over whichever page is seen.
        self.details = DetailsDrawer(self, formats)
        self.journal = JournalDrawer(self, formats)
        self.currentChanged.connect(self._page_changed)

    @property
    def seen(self) -> QWidget:
        """Return the page that is worked on: the one that is seen, or the one below the help."""
        page = self.currentWidget()
        return self._below if page is None or page is self.help else page

    @property
    def order_id(self) -> int | None:
        """Return the order that is seen, also below the help; None in the inbox."""
        view = self.order.view
        return view.row.id if self.seen in (self.order, self.finish) and view is not None else None

    @property
    def in_inbox(self) -> bool:
        """Say whether the inbox is seen."""
        return self.currentWidget() is self.inbox

    @property
    def workspace(self) -> Workspace | None:
        """Return the workspace that is seen, also below the help; None among the orders."""
        return next((one for one in self._workspaces.values() if one.page is self.seen), None)

    def add_workspace(self, workspace: Workspace) -> None:
        """Give a workspace its page."""
        self._workspaces[workspace.name] = workspace
        self.addWidget(workspace.page)

    def show_workspace(self, name: str) -> None:
        """Show a workspace; the order that was open stays as it was left."""
        workspace = self._workspaces[name]
        self.order.close_panel()
        self.close_find()
        workspace.work.enter()
        self.setCurrentWidget(workspace.page)
        self.window().setFocus()

    def refresh(self, ids: frozenset[int]) -> OrderView | None:
        """Show what changed; returns the order's view if the order that is seen stopped being workable."""
        page = self.seen
        if page is self.inbox:
            self.inbox.refresh()
            return None
        if self.workspace is not None:
            self.workspace.work.changed(ids)
            return None
        order_id = self.order_id
        if order_id is None or order_id not in ids:
            return None
        view = self._board.order(order_id)
        if view is None:
            return None
        was = self.order.view.workable if self.order.view else False
        self.order.refresh(view)
        if self.details.isVisible():
            self.details.show_order(view)
        if page is self.finish:
            self.finish.show_order(view)
        return view if was and not view.workable else None

    def open_order(self, order_id: int) -> bool:
        """Show an order; False if it is not known."""
        view = self._board.order(order_id)
        if view is None:
            return False
        self.setCurrentWidget(self.order)
        self.details.hide()
        self.order.open(view)
        self.window().setFocus()
        return True

    def show_finish(self) -> None:
        """Show the last look at the order."""
        view = self.order.view
        if view is not None:
            self.order.close_panel()
            self.finish.show_order(view)
            self.setCurrentWidget(self.finish)
            self.window().setFocus()

    def show_order(self) -> None:
        """Go back to the lines of the order."""
        self.setCurrentWidget(self.order)
        self.window().setFocus()

    def show_inbox(self) -> None:
        """Go back to the inbox, to where the order is now."""
        left = self.order_id
        self.order.close_panel()
        self.close_find()
        self.setCurrentWidget(self.inbox)
        self.inbox.refresh()
        if left is None or not self.inbox.choose(left):
            self.inbox.choose_most_urgent()
        self.window().setFocus()

    def show_help(self) -> None:
        """Show the help, or go back to what was seen before it."""
        if self.currentWidget() is self.help:
            self.setCurrentWidget(self._below)
            if self._below is self.order and self.order.panel is not Panel.NONE:
                self.order.focus_panel()
            elif self._below is self.inbox:
                self.inbox.refresh()
            return
        self._below = self.currentWidget() or self.inbox
        self.setCurrentWidget(self.help)
        self.window().setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the drawer at the right."""
        super().resizeEvent(event)
        self.journal.place(self.rect())
        self.details.place(self.rect())

    def turn_details(self) -> None:
        """Show or hide everything that the platform told of the order that is seen."""
        view = self.order.view
        if self.details.isVisible():
            self.details.hide()
        elif view is not None and self.currentWidget() in (self.order, self.finish):
            self.details.show_order(view)
            self.details.show()
            self.details.raise_()

    def _page_changed(self) -> None:
        if self.currentWidget() not in (self.order, self.finish):
            self.details.hide()
        self.journal.raise_()

    def open_find(self) -> None:
        """Ask which order is looked for."""
        self.inbox.finder.ask()

    def close_find(self) -> bool:
        """Ask no longer; False if nothing was asked."""
        was = not self.inbox.finder.isHidden()
        self.inbox.finder.hide()
        if was:
            self.window().setFocus()
        return was

    @property
    def finding(self) -> bool:
        """Say whether an order is being looked for."""
        return not self.inbox.finder.isHidden()

    @property
    def amount_field(self) -> Field | None:
        """Return the field of the amount or price entry that is open and seen, None if there is none."""
        order = self.order
        fields = {Panel.AMOUNT: order.amount.field, Panel.PRICE: order.price.field}
        if order.product.chosen is not None:
            fields[Panel.PRODUCT] = order.product.amounts.field
        return fields.get(order.panel) if self.currentWidget() is order else None

    @property
    def search_field(self) -> Field | None:
        """Return the field of the search that is open and seen, None if there is none."""
        order = self.order
        if self.in_inbox:
            return self.inbox.finder.field if self.finding else None
        fields = {Panel.FIND: order.finder.field}
        if order.product.chosen is None:
            fields[Panel.PRODUCT] = order.product.field
        return fields.get(order.panel) if self.currentWidget() is order else None

    def tick(self) -> None:
        """Let the time run on the page that is seen."""
        page = self.currentWidget()
        if page is self.inbox:
            self.inbox.tick()
        elif page is self.order:
            self.order.tick()
        elif self.workspace is not None:
            self.workspace.work.tick()
