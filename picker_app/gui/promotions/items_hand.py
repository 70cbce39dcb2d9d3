"""Chooses the products of a promotion: by search, by scan, or from a pasted list; unknown ones are named."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication

from picker_app.devices.gtin import is_digits
from picker_app.devices.scanner import Scan
from picker_app.domain.promotion import Market
from picker_app.gui import theme
from picker_app.gui.keys import Command
from picker_app.gui.order_hands import STEPS
from picker_app.gui.promotions import problem_words
from picker_app.gui.promotions.card_page import CardPage, Key, card
from picker_app.gui.promotions.counts import counts
from picker_app.gui.promotions.office import Office
from picker_app.gui.theme import Tone
from picker_app.gui.widgets.fields import Field
from picker_app.gui.widgets.labels import label, set_text, set_tone
from picker_app.gui.widgets.line_delegate import LineCard
from picker_app.gui.widgets.paint import Mark
from picker_app.picking.rows import Outcome
from picker_app.platforms.port import CatalogProduct
from picker_app.store.goods import Good

translate = QCoreApplication.translate
SHOWN: Final = 20
_BETWEEN: Final = re.compile(r"[\s,;]+")


class ListField(Field):
    """A field that takes a pasted list as a list: with line breaks between its entries."""

    def __init__(self, name: str, accessible: str, pasted: Callable[[str], bool]) -> None:
        super().__init__(name, accessible)
        self._pasted = pasted

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give what is pasted to the list; a single word is typed as usual."""
        if event.matches(QKeySequence.StandardKey.Paste) and self._pasted(QApplication.clipboard().text()):
            return
        super().keyPressEvent(event)


@dataclass(frozen=True, slots=True)
class _Row:
    """A product that was found or is chosen already; `id` is what the promotion calls it."""

    id: str
    good: Good | None
    chosen: bool
    active: bool = True


def ids_in(text: str) -> tuple[str, ...]:
    """Return the ids of a pasted list, each once: separated by blanks, commas, semicolons or line breaks."""
    return tuple(dict.fromkeys(part for part in _BETWEEN.split(text.strip().strip('"')) if part))


class ItemsHand:
    """Shows what is chosen, and what is found while something is typed. `taken` is told the products at the end."""

    def __init__(self, office: Office, act: Callable[[Command], object]) -> None:
        self._office = office
        self._account = ""
        self._catalogue = ""
        self._items: list[str] = []
        self._found: tuple[CatalogProduct, ...] = ()
        self.goods: dict[str, Good] = {}
        self._taken: Callable[[tuple[str, ...], Mapping[str, Good]], object] = lambda items, goods: None
        keys = (
            Key("remove", translate("Promotions", "Take out"), Command.NOT_FOUND),
            Key("clear", translate("Promotions", "Take all out"), Command.CANCEL, "danger"),
            Key("done", translate("Promotions", "These are all"), Command.FINISH, "main"),
        )
        self.page = CardPage(
            "promotion_items",
            keys,
            act,
            key=lambda row: (row.id, row.chosen),
            make=self._card,
            back=translate("Promotions", "Back"),
        )
        self.field = ListField(
            "promotion_items_field", translate("Promotions", "Name or code of a product"), self.paste
        )
        self.field.setPlaceholderText(translate("Promotions", "Type a name or code, scan a product, or paste a list"))
        self.field.setMaxLength(200)
        self.field.textEdited.connect(lambda: self._look())
        self.page.above.addWidget(self.field)
        self.unknown = label("promotion_items_unknown", size=theme.TEXT, weight=600, wrap=True)
        set_tone(self.unknown, Tone.ATTENTION)
        self.unknown.hide()
        self.page.above.addWidget(self.unknown)

    def ask(
        self, account: str, items: Sequence[str], taken: Callable[[tuple[str, ...], Mapping[str, Good]], object]
    ) -> None:
        """Choose products, beginning with these."""
        self._account, self._items, self._taken = account, list(items), taken
        self._found, self.goods = (), {}
        self.field.clear()
        self._office.show(self)

    def come(self) -> None:
        """Look up what is chosen."""
        self.field.setFocus()
        self._show()
        self._office.hint(
            translate("Promotions", "Scan a product"), translate("Promotions", "takes the marked one"), "Enter"
        )
        self._office.means.tasks.beside("promotion goods", self._learn)

    def refresh(self) -> None:
        """What is chosen does not change by itself."""

    def command(self, command: Command) -> bool:
        """Step, take, take out, be done."""
        if command in STEPS:
            self.page.list.step(STEPS[command])
        elif command is Command.ENTER:
            self._enter()
        elif command is Command.NOT_FOUND:
            self._remove()
        elif command is Command.CANCEL:
            self._items.clear()
            self._show()
        elif command in (Command.FINISH, Command.BACK):
            if command is Command.BACK and self.field.text():
                self.field.clear()
                self._look()
                return True
            self._taken(tuple(self._items), self.goods)
            self._office.back()
        else:
            return False
        return True

    async def scan(self, scan: Scan) -> bool:
        """Take the product that was scanned; without a catalogue the digits of the code are its id."""
        desk, telling = self._office.means.given.desk, self._office.means.telling
        code = scan.text.strip()
        if not self._catalogue:
            good = is_digits(code) and not scan.secret
            outcome = Outcome.CHOSEN if good else Outcome.REFUSED
            result = await desk.refuse(scan, None, "sample" if good else "unknown", outcome)
            if result.outcome is Outcome.NOT_SAVED:
                telling.result(result)
            elif good:
                self._add(code, None)
            else:
                self._office.wrong(translate("Promotions", "That is no code of a product"), code)
            return True
        found = await desk.identify(scan, self._catalogue)
        telling.result(found.result)
        if found.product is not None:
            self._take(found.product)
        return True

    def paste(self, text: str) -> bool:
        """Take a list of ids; False for a single word, which is typed."""
        ids = ids_in(text)
        if len(ids) < 2:
            return False
        new = [one for one in ids if one not in set(self._items)]
        self._items += new
        self._office.means.tasks.beside("promotion goods", self._learn)
        self._office.tell(counts.added(len(new)), tone=Tone.GOOD, icon="check", sound="accepted")
        self._show()
        return True

    async def _learn(self) -> None:
        goods = self._office.given.goods
        self._catalogue = await goods.catalogue(self._account)
        self.goods |= await goods.find(self._account, [one for one in self._items if one not in self.goods])
        self._show()

    def _look(self) -> None:
        text = self.field.text().strip()

        async def search() -> None:
            catalog = self._office.means.given.catalog
            found = await catalog.search(self._catalogue, text, SHOWN) if self._catalogue else ()
            if self.field.text().strip() == text:
                self._found = found
                self._show()

        if text:
            self._office.means.tasks.beside("promotion search", search)
        else:
            self._found = ()
            self._show()

    def _enter(self) -> None:
        row: _Row | None = self.page.chosen()
        text = self.field.text().strip()
        if not text:
            self.command(Command.FINISH)
        elif row is not None and not row.chosen:
            self._add(row.id, row.good)
        elif self.paste(text):
            self.field.clear()
        elif " " not in text:
            self._add(text, None)

    def _take(self, product: CatalogProduct) -> None:
        self._add(self._id_of(product), _good(product))

    def _add(self, item: str, good: Good | None) -> None:
        known = item in self._items
        if not known:
            self._items.insert(0, item)
        if good is not None:
            self.goods[item] = good
        self.field.clear()
        self._found = ()
        self._show()
        name = good.name if good is not None else item
        words = translate("Promotions", "is chosen already") if known else translate("Promotions", "added")
        self._office.tell(name, words, Tone.GOOD, "check", "accepted")

    def _remove(self) -> None:
        row: _Row | None = self.page.chosen()
        if row is not None and row.id in self._items:
            self._items.remove(row.id)
            self._show()

    def _id_of(self, product: CatalogProduct) -> str:
        """Return what the platform calls a product: Delivery Hero the SKU, Deliveroo, [example], the barcode."""
        market = self._office.given.shops[self._account].market
        codes = [code for code in product.barcodes if is_digits(code)]
        return codes[0] if market is Market.DELIVEROO and codes else product.sku

    def _show(self) -> None:
        chosen = set(self._items)
        offered = [_Row(self._id_of(one), _good(one), chosen=False, active=one.active) for one in self._found]
        rows = [row for row in offered if row.id not in chosen]
        rows += [_Row(item, self.goods.get(item), chosen=True) for item in self._items]
        self.page.name_it(counts.products(len(self._items)))
        empty = translate("Promotions", "Nothing is chosen yet. Scan the products one after another, or type a name.")
        self.page.show_rows(rows, empty)
        unknown = tuple(item for item in self._items if item not in self.goods) if self._catalogue else ()
        words = translate("Promotions", "Not in the catalogue: {items}")
        set_text(self.unknown, words.format(items=problem_words.listed(unknown)))
        self.unknown.setVisible(bool(unknown))

    def _card(self, row: _Row) -> LineCard:
        formats, currency = self._office.formats, self._office.currency(self._account)
        price = row.good.price if row.good is not None else None
        mark = Mark("plus", translate("Promotions", "Enter takes it"), Tone.ACCENT)
        if row.chosen:
            mark = Mark("check", translate("Promotions", "Chosen"), Tone.GOOD)
            if row.good is None and self._catalogue:
                mark = Mark("warning", translate("Promotions", "Not in the catalogue"), Tone.ATTENTION)
        return card(
            row.good.name if row.good is not None else row.id,
            row.id if row.good is not None else "",
            mark,
            amount=formats.money(price, currency) if price is not None else "",
            quiet=not row.active,
        )


def _good(product: CatalogProduct) -> Good:
    return Good(product.name, None if product.by_weight else product.unit_price)
