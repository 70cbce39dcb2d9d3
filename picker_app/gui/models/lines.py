"""The lines of an order as a Qt model, and how each is worded."""

from collections.abc import Hashable, Sequence

from PySide6.QtCore import QCoreApplication

from picker_app.domain.quantity import ZERO
from picker_app.domain.said import Pricing
from picker_app.gui import words
from picker_app.gui.formats import Formats
from picker_app.gui.models.keyed import KeyedModel
from picker_app.gui.theme import Tone
from picker_app.gui.widgets.line_delegate import LineCard
from picker_app.picking.rows import LineRow, LineWord

translate = QCoreApplication.translate
_TILES = {
    LineWord.PICKED: ("check", Tone.GOOD),
    LineWord.FEWER: ("minus", Tone.ATTENTION),
    LineWord.NOT_FOUND: ("cross", Tone.BAD),
    LineWord.GONE: ("cross", Tone.BAD),
    LineWord.REPLACED: ("swap", Tone.IDLE),
    LineWord.REPLACEMENT: ("check", Tone.GOOD),
    LineWord.ADDED: ("plus", Tone.GOOD),
}


def bounds_text(line: LineRow, formats: Formats) -> str:
    """Return the amounts the platform allows, "" where it binds nothing."""
    low, high = line.bounds.minimum or None, line.bounds.maximum
    if low is None and high == line.ordered and line.pricing is not Pricing.KG:
        return ""
    if low is not None and high is not None:
        return translate("Lines", "between {low} and {high}").format(
            low=formats.amount(low, line.pricing), high=formats.with_unit(high, line.pricing)
        )
    if low is not None:
        return translate("Lines", "at least {low}").format(low=formats.with_unit(low, line.pricing))
    if high is not None:
        return translate("Lines", "at most {high}").format(high=formats.with_unit(high, line.pricing))
    return ""


def price_text(line: LineRow, formats: Formats, currency: str) -> str:
    """Return the price of a unit or a kilogram, and the desk's own price where it changed one."""
    if line.changed_total_price is not None:
        return translate("Lines", "new price {price} in all").format(
            price=formats.money(line.changed_total_price, currency)
        )
    if line.changed_unit_price is not None:
        return translate("Lines", "new price {price} each").format(
            price=formats.money(line.changed_unit_price, currency)
        )
    if line.unit_price is None:
        return ""
    price = formats.money(line.unit_price, currency)
    return translate("Lines", "{price} / kg").format(price=price) if line.pricing is Pricing.KG else price


class LineModel(KeyedModel[LineRow]):
    """Line rows by key; `card` is a LineCard."""

    def __init__(self, formats: Formats) -> None:
        super().__init__()
        self._formats = formats
        self._currency = ""
        self._next = ""
        self._details = True
        self._cards: dict[str, tuple[LineRow, bool, LineCard]] = {}

    def key_of(self, row: LineRow) -> Hashable:
        """Return the line's key."""
        return row.key

    def text_of(self, row: LineRow) -> str:
        """Return the line in words."""
        card = self.card_of(row)
        mark = card.mark.word if card.mark else ""
        wish = f"“{row.note}”" if row.note else ""
        amount = f"{card.amount} {card.of}".strip()
        return ", ".join(part for part in (row.name, wish, mark, amount, card.below) if part)

    def tip_of(self, row: LineRow) -> str:
        """Return the whole name and all details."""
        details = [f"{name}: {value}" for name, value in row.details]
        barcode = translate("Lines", "barcode {code}").format(code=row.barcode) if row.barcode else ""
        note = f"“{row.note}”" if row.note else ""
        return "\n".join(part for part in (row.name, note, row.sku, barcode, row.refusal, *details) if part)

    def set_next(self, key: str, currency: str, *, details: bool = True) -> None:
        """Say which line is to be picked next; the one before and the new one are painted anew.

        `details`: the fields that are only shown stand under each line.
        """
        self._currency = currency
        self._details = details
        if key == self._next:
            return
        before, self._next = self._next, key
        for changed in (before, key):
            number = self.row_of(changed)
            if number >= 0:
                index = self.index(number, 0)
                self.dataChanged.emit(index, index)

    def card_of(self, row: LineRow) -> LineCard:
        """Return what is painted; made once for each state of a line."""
        is_next = row.key == self._next
        known = self._cards.get(row.key)
        if known is not None and known[0] is row and known[1] == is_next:
            return known[2]
        card = self._card(row, is_next)
        self._cards[row.key] = (row, is_next, card)
        return card

    def show(self, rows: Sequence[LineRow]) -> None:
        """Show the lines of another order."""
        self._cards.clear()
        super().show(rows)

    def _card(self, row: LineRow, is_next: bool) -> LineCard:
        kg = row.pricing is Pricing.KG
        icon, tone = _TILES.get(row.word, ("", Tone.ACCENT if is_next else Tone.IDLE))
        if row.heading and row.complete:
            icon, tone = _TILES[LineWord.PICKED]
        letter = "kg" if kg else row.name.strip()[:1].upper()
        amount = "—" if kg and row.amount == ZERO else self._formats.amount(row.amount, row.pricing)
        of = translate("Lines", "of {amount}").format(amount=self._formats.with_unit(row.ordered, row.pricing))
        if row.word in (LineWord.ADDED, LineWord.REPLACEMENT) or row.ordered == ZERO:
            of = "kg" if kg else ""
        if row.heading:
            amount, of = "", f"× {self._formats.amount(row.ordered, row.pricing)}"
        return LineCard(
            tile="" if icon else letter,
            icon=icon,
            tile_tone=tone,
            name=row.name,
            struck=row.word in (LineWord.NOT_FOUND, LineWord.REPLACED, LineWord.GONE),
            below=self._below(row),
            alert=row.refusal or (words.word(words.FLAGS[row.flag]) if row.flag in words.FLAGS else ""),
            alert_tone=Tone.BAD if row.refusal or row.flag == "gone" else Tone.ATTENTION,
            mark=words.line_mark(row, self._formats),
            amount=amount,
            of=of,
            quiet=row.complete,
            next=is_next,
            part=bool(row.parent),
            wish=row.note,
        )

    def _below(self, row: LineRow) -> str:
        parts = []
        if row.replaced_by:
            parts.append(translate("Lines", "replaced by {name}").format(name=row.replaced_by))
        if row.replaces_name:
            parts.append(translate("Lines", "instead of {name}").format(name=row.replaces_name))
        if not row.complete or row.pricing is Pricing.KG:
            parts.append(bounds_text(row, self._formats))
        if not row.heading:
            parts.append(price_text(row, self._formats, self._currency))
        if row.barcode:
            parts.append(f"…{row.barcode[-4:]}")
        parts += [f"{name} {value}" for name, value in row.details if self._details]
        if row.difference and row.complete:
            parts.append(self._formats.difference(row.difference, self._currency))
        return " · ".join(part for part in parts if part)
