"""The order screen: its lines at the left, all about them at the right, and one panel at a time docked below."""

from collections.abc import Callable
from datetime import datetime
from enum import Enum

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from picker_app.gui import theme
from picker_app.gui.formats import Formats
from picker_app.gui.keys import Command
from picker_app.gui.models.lines import LineModel
from picker_app.gui.screens.order_head import OrderHead
from picker_app.gui.screens.order_side import OrderSide
from picker_app.gui.screens.panels import AmountPanel, FindPanel, PricePanel, ReasonPanel
from picker_app.gui.screens.product import ProductPanel
from picker_app.gui.screens.status_panels import DecidePanel, RejectPanel
from picker_app.gui.search_text import fits
from picker_app.gui.widgets.fields import Field
from picker_app.gui.widgets.line_delegate import LineDelegate
from picker_app.gui.widgets.row_list import RowList
from picker_app.picking.rows import LineRow, OrderView


class Panel(Enum):
    """Which panel is open."""

    NONE = "none"
    AMOUNT = "amount"
    PRICE = "price"
    PRODUCT = "product"
    REASON = "reason"
    REJECT = "reject"
    DECIDE = "decide"
    FIND = "find"


class OrderScreen(QWidget):
    """Shows one order. Keys come in as commands; what they ask of the desk goes out through `act`."""

    def __init__(
        self,
        act: Callable[[Command], None],
        look: Callable[[str], None],
        formats: Formats,
        clock: Callable[[], datetime],
    ) -> None:
        super().__init__()
        self.setObjectName("order_screen")
        self.view: OrderView | None = None
        self.panel = Panel.NONE
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        left = QVBoxLayout()
        left.setContentsMargins(theme.px(20), theme.px(10), theme.px(14), theme.px(8))
        left.setSpacing(theme.px(theme.GRID))
        row.addLayout(left, 1)
        self.head = OrderHead(lambda: act(Command.BACK), formats, clock)
        left.addWidget(self.head)
        self.model = LineModel(formats)
        self.model.setParent(self)
        self.lines = RowList("order_lines", self.model, LineDelegate(), taller=True)
        self.lines.setAccessibleName(self.tr("Lines of the order"))
        self.lines.opened.connect(lambda index: act(Command.AMOUNT))
        self.lines.selectionModel().currentChanged.connect(lambda now, before: self._line_changed())
        left.addWidget(self.lines, 1)

        def accept() -> None:
            act(Command.ENTER)

        self.amount = AmountPanel("amount_panel", accept, formats)
        self.price = PricePanel(accept, formats)
        self.finder = FindPanel("line_find", self.tr("Find a line"), accept)
        self.product = ProductPanel(accept, look, formats)
        self.reasons = ReasonPanel(accept)
        self.rejecting = RejectPanel(accept, formats)
        self.deciding = DecidePanel(accept)
        self._panels: dict[Panel, QWidget] = {
            Panel.AMOUNT: self.amount,
            Panel.PRICE: self.price,
            Panel.FIND: self.finder,
            Panel.PRODUCT: self.product,
            Panel.REASON: self.reasons,
            Panel.REJECT: self.rejecting,
            Panel.DECIDE: self.deciding,
        }
        for panel in self._panels.values():
            panel.hide()
            left.addWidget(panel, 1 if self._is_large(panel) else 0)
        self.side = OrderSide(act, formats)
        row.addWidget(self.side)

    def open(self, view: OrderView) -> None:
        """Show an order from its next line on."""
        self.close_panel()
        self.view = view
        self._set_next(view)
        self.model.show(view.lines)
        self.head.refresh(view)
        self.side.refresh(view)
        number = self.model.row_of(view.next_line)
        self.lines.choose_row(max(0, number))
        self._line_changed()

    def refresh(self, view: OrderView) -> None:
        """Show the newer state of the same order; the chosen line and the open panel stay."""
        stopped = self.view is not None and self.view.workable and not view.workable
        self.view = view
        self._set_next(view)
        self.model.update(view.lines)
        if self.lines.chosen_row() < 0:
            self.lines.choose_row(0)
        self.head.refresh(view)
        self.side.refresh(view)
        if stopped:
            self.close_panel()
        self._line_changed()

    def chosen(self) -> LineRow | None:
        """Return the chosen line."""
        return self.model.at(self.lines.chosen_row())

    def line(self, key: str) -> LineRow | None:
        """Return a line by its key."""
        return self.model.at(self.model.row_of(key))

    def choose(self, key: str) -> None:
        """Choose a line by its key; an unknown one changes nothing."""
        number = self.model.row_of(key)
        if number >= 0:
            self.lines.choose_row(number)

    def choose_next_after(self, key: str) -> None:
        """Choose the first line that is still to do, apart from this one, which is done now with all of its parts."""
        done = self.line(key)
        above = done.parent if done else ""
        left = (line for line in self.model.rows() if not line.complete and key not in (line.key, line.parent))
        following = next((line.key for line in left if not (line.heading and line.key == above)), key)
        self.choose(following)

    def step(self, steps: int) -> None:
        """Choose another line, product, reason or kind of price, whatever the arrows mean now."""
        if self.panel is Panel.PRODUCT:
            self.product.step(steps)
        elif self.panel is Panel.REASON:
            self.reasons.step(steps)
        elif self.panel is Panel.REJECT:
            self.rejecting.step(steps)
        elif self.panel is Panel.DECIDE:
            self.deciding.step(steps)
        elif self.panel is Panel.PRICE:
            self.price.choose(total=not self.price.total)
        elif self.panel is not Panel.AMOUNT:
            self.lines.step(steps)

    def choose_number(self, number: int) -> bool:
        """Choose the n-th of the open list, from 1, or offer so many pieces; False where neither is asked for."""
        if self.panel is Panel.PRODUCT and self.product.chosen is None:
            return self.product.choose_number(number)
        if self.panel is Panel.REASON:
            return self.reasons.choose_number(number)
        if self.panel is Panel.REJECT:
            return self.rejecting.choose_number(number)
        amounts = {Panel.AMOUNT: self.amount, Panel.PRODUCT: self.product.amounts}.get(self.panel)
        return amounts is not None and amounts.offer_pieces(number)

    def open_panel(self, panel: Panel) -> None:
        """Open one panel in place of another; those that need the room hide the lines."""
        for kind, widget in self._panels.items():
            if kind is not panel:
                widget.hide()
        self.panel = panel
        self.lines.setVisible(not self._is_large(self._panels.get(panel)))
        line = self.chosen()
        view = self.view
        if panel is Panel.AMOUNT and line is not None and view is not None:
            self.amount.ask_line(line, view.currency)
        elif panel is Panel.PRICE and line is not None and view is not None:
            self.price.ask(line, view.currency)
        elif panel is Panel.REASON and view is not None:
            self.reasons.ask(view.row.short_code, view.capabilities.reasons)
            self.window().setFocus()
        elif panel is Panel.REJECT and view is not None:
            self.rejecting.ask(view)
        elif panel is Panel.DECIDE and view is not None:
            self.deciding.ask(view)
            self.window().setFocus()
        elif panel is Panel.FIND:
            self.finder.ask()
        if line is not None and self.lines.isVisible():
            self.lines.scrollTo(self.lines.currentIndex())

    def open_product(self, line: LineRow | None) -> None:
        """Open the panel that looks for a product."""
        self.open_panel(Panel.PRODUCT)
        self.product.ask(line, self.view.currency if self.view else "")

    def fields(self) -> tuple[Field, ...]:
        """Return all fields to type in."""
        product = (self.product.field, self.product.amounts.field)
        return (self.amount.field, self.price.field, self.finder.field, *product, self.rejecting.field)

    def focus_panel(self) -> None:
        """Go on typing where the open panel was left."""
        for field in self.fields():
            if field.isVisibleTo(self):
                field.setFocus()

    def close_panel(self) -> None:
        """Close whatever panel is open; the lines are seen again."""
        had = self.panel is not Panel.NONE
        self.panel = Panel.NONE
        if had:
            self.window().setFocus()
        for widget in self._panels.values():
            widget.hide()
        self.lines.setVisible(True)

    def find_line(self, text: str) -> bool:
        """Choose the next line with this text in its name or codes; False if there is none."""
        rows = self.model.rows()
        found = [n for n, line in enumerate(rows) if fits(text, line.name, line.sku, line.barcode)]
        if not found:
            return False
        self.lines.choose_row(found[0])
        return True

    def tick(self) -> None:
        """Let the time run."""
        self.head.tick()

    def _set_next(self, view: OrderView) -> None:
        # Where a platform takes carts its details are words (a colour, a size), else they are fields of its own.
        self.model.set_next(view.next_line, view.currency, details=view.capabilities.carts)

    def _is_large(self, panel: QWidget | None) -> bool:
        """Say whether a panel needs the room of the lines."""
        return panel in (self.product, self.reasons, self.rejecting, self.deciding)

    def _line_changed(self) -> None:
        self.side.show_line(self.chosen())
