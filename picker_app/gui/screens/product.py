"""The panel that asks for a product and then for its amount: to replace a line (F4) or to add an item (F6)."""

from collections.abc import Callable, Sequence
from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from picker_app.catalog.search import Suggestion
from picker_app.domain.said import Pricing
from picker_app.gui import theme
from picker_app.gui.formats import Formats
from picker_app.gui.models.products import ProductModel
from picker_app.gui.screens.panels import AmountPanel
from picker_app.gui.widgets.fields import Field
from picker_app.gui.widgets.labels import KeyCap, label, set_text
from picker_app.gui.widgets.line_delegate import LineDelegate
from picker_app.gui.widgets.row_list import RowList
from picker_app.picking.rows import LineRow
from picker_app.platforms.port import CatalogProduct


class ProductPanel(QWidget):
    """`line` is the line to replace, None for an addition; `chosen` the product, None while it is looked for."""

    def __init__(self, accept: Callable[[], None], look: Callable[[str], None], formats: Formats) -> None:
        super().__init__()
        self.setObjectName("product_panel")
        self.line: LineRow | None = None
        self.chosen: CatalogProduct | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, theme.px(8), 0, 0)
        layout.setSpacing(theme.px(theme.GRID))
        self._title = label("product_panel_title", size=theme.TITLE, weight=700)
        self._hint = label("product_panel_hint", ink=2, wrap=True)
        layout.addWidget(self._title)
        layout.addWidget(self._hint)
        row = QHBoxLayout()
        self.field = Field("product_panel_field", self.tr("Name or code of the product"))
        self.field.setPlaceholderText(self.tr("Type a name or code, or scan the product"))
        self.field.setMaxLength(100)
        self.field.textEdited.connect(look)
        row.addWidget(self.field, 1)
        self._enter = KeyCap("product_panel_enter", "Enter")
        self._enter_words = label("product_panel_enter_words", self.tr("takes the marked one"), ink=2)
        row.addWidget(self._enter)
        row.addWidget(self._enter_words)
        layout.addLayout(row)
        self.amounts = AmountPanel("product_amount", accept, formats)
        layout.addWidget(self.amounts)
        self.model = ProductModel(formats)
        self.model.setParent(self)
        self.list = RowList("product_list", self.model, LineDelegate())
        self.list.setAccessibleName(self.tr("Products"))
        self.list.picked.connect(lambda index: accept())
        layout.addWidget(self.list, 1)
        self._empty = label("product_panel_empty", size=theme.LARGE, ink=2, wrap=True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._empty, 1)

    def ask(self, line: LineRow | None, currency: str) -> None:
        """Start looking for a product."""
        self.line = line
        self.chosen = None
        if line is None:
            set_text(self._title, self.tr("Add an item"))
            set_text(self._hint, self.tr("A carry bag, or what the customer asks for as well."))
        else:
            set_text(self._title, self.tr("Replace {name}").format(name=line.name))
            set_text(self._hint, self.tr("Ask the customer first: F8 shows the phone number."))
        self.model.compare_with(line, currency)
        self.model.show(())
        self._searching(on=True)
        self._empty.setText(self.tr("Type a part of the name, or scan the product in your hand."))
        self.show()
        self.field.offer("")

    @property
    def text(self) -> str:
        """Return what is typed."""
        return self.field.text().strip()

    def show_found(self, found: Sequence[Suggestion]) -> None:
        """Show the products that fit, the first one marked."""
        if self.chosen is not None:
            return
        self.model.show(found)
        self.list.choose_row(0)
        self.list.setVisible(bool(found))
        self._empty.setVisible(not found)
        if self.text and not found:
            self._empty.setText(
                self.tr("Nothing fits “{text}”. Try a shorter part of the name.").format(text=self.text)
            )

    def marked(self) -> CatalogProduct | None:
        """Return the marked product, None if there is none."""
        row = self.model.at(self.list.chosen_row())
        return row.product if row is not None else None

    def is_shown(self, found: Sequence[Suggestion]) -> bool:
        """Say whether these are the products that are shown."""
        return self.model.rows() == tuple(found)

    def choose(self, product: CatalogProduct, weight: Decimal | None) -> None:
        """Take a product and ask how much of it."""
        self.chosen = product
        self._searching(on=False)
        self.amounts.ask_product(product.name, product.sku, self._offered(product, weight), by_weight=product.by_weight)

    def step(self, steps: int) -> None:
        """Mark another product."""
        if self.chosen is None:
            self.list.step(steps)

    def choose_number(self, number: int) -> bool:
        """Mark the n-th product of the list, from 1; False if there are not so many."""
        there = number <= self.model.rowCount()
        if there:
            self.list.choose_row(number - 1)
        return there

    def _offered(self, product: CatalogProduct, weight: Decimal | None) -> Decimal:
        """Offer the label's weight, else what is missing of the line where both are counted alike, else one piece."""
        if weight is not None:
            return weight
        line = self.line
        if line is not None and (line.pricing is Pricing.KG) == product.by_weight:
            return line.ordered
        return Decimal(0) if product.by_weight else Decimal(1)

    def _searching(self, *, on: bool) -> None:
        for widget in (self.field, self._enter, self._enter_words):
            widget.setVisible(on)
        self.amounts.setVisible(not on)
        self.list.setVisible(False)
        self._empty.setVisible(on)
        if not on:
            self._empty.setVisible(True)
            self._empty.setText("")
