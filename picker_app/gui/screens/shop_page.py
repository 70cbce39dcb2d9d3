"""The page of the shop itself: one question after another at the left, what was set and its answers at the right."""

from collections.abc import Callable, Sequence
from datetime import datetime
from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from picker_app.catalog.search import Suggestion
from picker_app.gui import theme
from picker_app.gui.formats import Formats
from picker_app.gui.models.products import ProductModel
from picker_app.gui.models.shop_calls import ShopCallModel
from picker_app.gui.widgets.button import Button
from picker_app.gui.widgets.choices import Choices
from picker_app.gui.widgets.fields import AmountField, Field
from picker_app.gui.widgets.labels import KeyCap, label, set_text
from picker_app.gui.widgets.line_delegate import LineDelegate
from picker_app.gui.widgets.row_list import RowList
from picker_app.gui.widgets.ticks import Ticks
from picker_app.picking.shop_desk import ShopCallRow


class Step(Enum):
    """Which question is asked."""

    HOME = "home"
    ACCOUNT = "account"
    PRODUCT = "product"
    SHOPS = "shops"
    PRICE = "price"
    START = "start"
    REASON = "reason"
    REPLACE = "replace"


class ShopPage(QWidget):
    """Asks; what is answered is read from `choices`, `field`, `amount`, `ticks` or the marked product."""

    def __init__(
        self,
        accept: Callable[[], None],
        look: Callable[[str], None],
        formats: Formats,
        clock: Callable[[], datetime],
        currencies: dict[str, str],
    ) -> None:
        super().__init__()
        self.setObjectName("shop_page")
        self.step_shown = Step.HOME
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(22), theme.px(14), theme.px(22), theme.px(10))
        row.setSpacing(theme.px(24))
        left = QVBoxLayout()
        left.setSpacing(theme.px(theme.GRID))
        head = QHBoxLayout()
        self._title = label("shop_title", size=theme.TITLE, weight=700, wrap=True)
        head.addWidget(self._title, 1)
        head.addWidget(KeyCap("shop_back_key", "Esc"))
        head.addWidget(label("shop_back_words", self.tr("goes back"), ink=2))
        left.addLayout(head)
        self._so_far = label("shop_so_far", size=theme.LARGE, weight=600, wrap=True)
        left.addWidget(self._so_far)
        self._hint = label("shop_hint", ink=2, wrap=True)
        left.addWidget(self._hint)
        self.choices = Choices("shop")
        self.ticks = Ticks("shop")
        self.field = Field("shop_field", self.tr("What is asked for"))
        self.field.textEdited.connect(look)
        self.amount = AmountField("shop_price", self.tr("Price"))
        self.model = ProductModel(formats)
        self.model.setParent(self)
        self.products = RowList("shop_products", self.model, LineDelegate())
        self.products.setAccessibleName(self.tr("Products"))
        self.products.picked.connect(lambda index: accept())
        for part in (self.choices, self.ticks, self.field, self.amount):
            left.addWidget(part)
        left.addWidget(self.products, 1)
        self._take = Button("shop_take", self.tr("Go on"), "Enter", accept, "main")
        left.addWidget(self._take)
        self._rest = QWidget()
        left.addWidget(self._rest, 1)
        row.addLayout(left, 1)
        right = QVBoxLayout()
        right.setSpacing(theme.px(theme.GRID))
        right.addWidget(label("shop_history_title", self.tr("What was set"), size=theme.TITLE, weight=700))
        hint = self.tr("The platform does not tell what holds now: this is what was sent to it.")
        right.addWidget(label("shop_history_hint", hint, ink=2, wrap=True))
        self.calls = ShopCallModel(formats, clock, currencies)
        self.calls.setParent(self)
        self.history = RowList("shop_history", self.calls, LineDelegate())
        self.history.setAccessibleName(self.tr("What was set"))
        right.addWidget(self.history, 1)
        empty = self.tr("Nothing was set yet. Each change will stand here with its answer.")
        self._empty = label("shop_history_empty", empty, size=theme.LARGE, ink=2, wrap=True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        right.addWidget(self._empty, 1)
        row.addLayout(right, 1)
        self.show_calls(())

    def ask(self, step: Step, title: str, hint: str, so_far: str = "", *, act: str = "") -> None:
        """Ask a question; `so_far` says what was answered before, `act` what Enter does."""
        self.step_shown = step
        for label_, text in ((self._title, title), (self._hint, hint), (self._so_far, so_far)):
            set_text(label_, text)
            label_.setVisible(bool(text))
        self.choices.setVisible(step in (Step.HOME, Step.ACCOUNT))
        self.ticks.setVisible(step is Step.SHOPS)
        self.field.setVisible(step in (Step.PRODUCT, Step.START, Step.REASON))
        self.amount.setVisible(step is Step.PRICE)
        self.products.setVisible(step is Step.PRODUCT)
        self._rest.setVisible(step is not Step.PRODUCT)
        self._take.set_words(act or self.tr("Go on"))
        if step in (Step.HOME, Step.ACCOUNT, Step.SHOPS, Step.REPLACE):
            self.window().setFocus()

    def show_found(self, found: Sequence[Suggestion]) -> None:
        """Show the products that fit, the first one marked."""
        self.model.show(found)
        self.products.choose_row(0)

    def marked(self) -> Suggestion | None:
        """Return the marked product, None if there is none."""
        return self.model.at(self.products.chosen_row())

    def show_calls(self, rows: Sequence[ShopCallRow]) -> None:
        """Show what was set, the newest first; what was just set comes into sight."""
        before = self.calls.at(0)
        self.calls.update(rows)
        if rows and (before is None or before.id != rows[0].id):
            self.history.scrollToTop()
        self.history.setVisible(bool(rows))
        self._empty.setVisible(not rows)

    def step(self, steps: int) -> None:
        """Choose another answer."""
        if self.step_shown is Step.PRODUCT:
            self.products.step(steps)
        elif self.step_shown is Step.SHOPS:
            self.ticks.step(steps)
        elif self.step_shown in (Step.HOME, Step.ACCOUNT):
            self.choices.step(steps)
