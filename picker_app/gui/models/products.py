"""Products to choose from as a Qt model: suggestions first, each with why it is offered."""

from collections.abc import Hashable
from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from picker_app.catalog.search import PRICE_DIFFERENCE, Suggestion
from picker_app.gui import words
from picker_app.gui.formats import Formats
from picker_app.gui.models.keyed import KeyedModel
from picker_app.gui.theme import Tone
from picker_app.gui.widgets.line_delegate import LineCard
from picker_app.gui.widgets.paint import Mark
from picker_app.picking.rows import LineRow

translate = QCoreApplication.translate


class ProductModel(KeyedModel[Suggestion]):
    """Suggestions by SKU and reason; `card` is a LineCard with the price and how it differs from the line's."""

    def __init__(self, formats: Formats) -> None:
        super().__init__()
        self._formats = formats
        self._line: LineRow | None = None
        self._currency = ""

    def compare_with(self, line: LineRow | None, currency: str) -> None:
        """Say for which line a replacement is looked for; None for an addition."""
        self._line = line
        self._currency = currency

    def key_of(self, row: Suggestion) -> Hashable:
        """Return SKU and reason."""
        return row.product.sku, row.reasons

    def text_of(self, row: Suggestion) -> str:
        """Return the product in words."""
        card = self.card_of(row)
        mark = card.mark.word if card.mark else ""
        return ", ".join(part for part in (card.name, card.amount, mark, card.below) if part)

    def card_of(self, row: Suggestion) -> LineCard:
        """Return what is painted."""
        product = row.product
        price = product.unit_price
        code = f"…{product.barcodes[0][-4:]}" if product.barcodes else ""
        below = " · ".join(part for part in (*self._why(row), product.sku, code) if part)
        return LineCard(
            tile="kg" if product.by_weight else product.name.strip()[:1].upper(),
            icon="",
            tile_tone=Tone.ACCENT if row.reasons else Tone.IDLE,
            name=product.name,
            struck=False,
            below=below,
            alert="",
            alert_tone=Tone.ATTENTION,
            mark=self._mark(row),
            amount=self._formats.money(price, self._currency) if price is not None else "",
            of="/ kg" if product.by_weight and price is not None else "",
            quiet=not product.active,
            next=False,
        )

    @staticmethod
    def _why(row: Suggestion) -> list[str]:
        # The difference in price stands in the pill.
        return [words.why(reason) for reason in row.reasons if reason.code != PRICE_DIFFERENCE]

    def _mark(self, row: Suggestion) -> Mark | None:
        product, line = row.product, self._line
        if not product.active:
            return Mark("minus", translate("Products", "not on sale now"), Tone.IDLE)
        if line is None or line.unit_price is None or product.unit_price is None:
            return None
        if product.by_weight != (line.pricing.value == "KG"):
            return None
        more = product.unit_price - line.unit_price
        price = self._formats.money(abs(more), self._currency)
        if more < Decimal(0):
            return Mark("check", translate("Products", "{price} cheaper").format(price=price), Tone.GOOD)
        if more > Decimal(0):
            return Mark("price", translate("Products", "{price} dearer").format(price=price), Tone.ATTENTION)
        return Mark("check", translate("Products", "same price"), Tone.GOOD)
