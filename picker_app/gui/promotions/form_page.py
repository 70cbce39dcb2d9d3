"""The form of a promotion: what its mechanic needs at the left; sentence, example basket and problems at the right."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from picker_app.domain.basket_example import Example
from picker_app.domain.mechanics import ALCOHOL, AMOUNT_OFF, FIXED_PRICE, ITEMS, MAX_DISCOUNT, MIN_ORDER, REASONS
from picker_app.domain.promotion import (
    ALL_CUSTOMERS,
    COLLECTION,
    DELIVERY,
    LOYALTY_CUSTOMER,
    DiscountKind,
    Market,
    Mechanic,
)
from picker_app.gui import theme
from picker_app.gui.formats import Formats
from picker_app.gui.keys import Command
from picker_app.gui.promotions import words
from picker_app.gui.promotions.composer import fields_of
from picker_app.gui.promotions.form_fields import Entry, ItemsEntry, SwitchEntry, TextEntry
from picker_app.gui.theme import Tone
from picker_app.gui.widgets.button import Button
from picker_app.gui.widgets.labels import Card, CutLabel, Pill, clear, label, set_text, set_tone
from picker_app.gui.widgets.paint import Mark
from picker_app.store.goods import Good

translate = QCoreApplication.translate
WIDE = frozenset(("name", "sites", ITEMS, "display_name"))
MONEY = frozenset((AMOUNT_OFF, FIXED_PRICE, MIN_ORDER, MAX_DISCOUNT, "limits.max_discount_per_order"))
MOST_PROBLEMS = 6


class _Scroll(QScrollArea):
    """A scrolled ground that leaves the arrow keys to the window."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Use no key."""
        event.ignore()


class FormPage(QWidget):
    """`entries` are those that the mechanic has, by field, in the order of Tab. `changed` is told the field."""

    def __init__(self, act: Callable[[Command], object], changed: Callable[[str], object], formats: Formats) -> None:
        super().__init__()
        self.setObjectName("promotion_form")
        self._act = act
        self._changed = changed
        self._formats = formats
        self.entries: dict[str, Entry] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        left = QVBoxLayout()
        left.setContentsMargins(theme.px(20), theme.px(12), theme.px(12), theme.px(10))
        left.setSpacing(theme.px(theme.GRID))
        head = QHBoxLayout()
        head.setSpacing(theme.px(12))
        leave = translate("Promotions", "Back")
        head.addWidget(Button("promotion_form_back", leave, "Esc", lambda: act(Command.BACK), wide=False))
        self._title = CutLabel("promotion_form_title", size=theme.TITLE, weight=700)
        self._mark = Pill("promotion_form_mark")
        head.addWidget(self._title)
        head.addWidget(self._mark)
        head.addStretch(1)
        self._mechanic = Button("promotion_form_mechanic", "", "F4", lambda: act(Command.REPLACE), wide=False)
        head.addWidget(self._mechanic)
        left.addLayout(head)
        self._rows = self._row_keys(act)
        left.addWidget(self._rows)
        self._scroll = _Scroll()
        self._scroll.setObjectName("promotion_form_scroll")
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        left.addWidget(self._scroll, 1)
        row.addLayout(left, 1)
        row.addWidget(self._side(act))

    def _row_keys(self, act: Callable[[Command], object]) -> QWidget:
        made = QWidget()
        line = QHBoxLayout(made)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.px(theme.GRID))
        self._row_number = label("promotion_row", size=theme.LARGE, weight=600)
        line.addWidget(self._row_number)
        line.addStretch(1)
        for name, text, command in (
            ("promotion_row_next", translate("Promotions", "Next discount"), Command.NOT_FOUND),
            ("promotion_row_add", translate("Promotions", "Another discount"), Command.AMOUNT),
            ("promotion_row_remove", translate("Promotions", "Remove it"), Command.PRICE),
        ):
            line.addWidget(Button(name, text, command.value, partial(act, command), wide=False))
        return made

    def _side(self, act: Callable[[Command], object]) -> QFrame:
        side = QFrame()
        side.setObjectName("side")
        side.setFixedWidth(theme.px(theme.SIDE))
        column = QVBoxLayout(side)
        column.setContentsMargins(theme.px(16), theme.px(14), theme.px(16), theme.px(10))
        column.setSpacing(theme.px(10))
        reads = Card("promotion_sentence_card", translate("Promotions", "What the customer reads"))
        self.sentence = label("promotion_sentence", size=theme.LARGE, weight=600, wrap=True)
        self._more = label("promotion_sentence_more", ink=2, wrap=True)
        reads.body.addWidget(self.sentence)
        reads.body.addWidget(self._more)
        column.addWidget(reads)
        example = Card("promotion_example_card", translate("Promotions", "An example basket"))
        self._basket = QVBoxLayout()
        self._basket.setSpacing(theme.px(2))
        example.body.addLayout(self._basket)
        self.saved = label("promotion_example_saved", size=theme.TITLE, weight=700)
        self._assumed = label("promotion_example_assumed", size=theme.SMALL, ink=2, wrap=True)
        example.body.addWidget(self.saved)
        example.body.addWidget(self._assumed)
        column.addWidget(example)
        wrong = Card("promotion_problems_card", translate("Promotions", "To mend"))
        self._problems = QVBoxLayout()
        self._problems.setSpacing(theme.px(4))
        wrong.body.addLayout(self._problems)
        column.addWidget(wrong)
        column.addStretch(1)
        save = translate("Promotions", "Save")
        column.addWidget(Button("promotion_form_save", save, "F9", lambda: act(Command.FINISH), "main"))
        return side

    def build(self, mechanic: Mechanic, currency: str) -> None:
        """Show the entries of a mechanic."""
        body = QWidget()
        body.setObjectName("ground")
        grid = QGridLayout(body)
        grid.setContentsMargins(0, 0, theme.px(12), 0)
        grid.setHorizontalSpacing(theme.px(12))
        grid.setVerticalSpacing(theme.px(10))
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self.entries = {}
        line = column = 0
        for name in fields_of(mechanic):
            entry = self._entry(name, mechanic, currency)
            self.entries[name] = entry
            wide = name in WIDE
            if wide and column:
                line, column = line + 1, 0
            grid.addWidget(entry, line, column, 1, 2 if wide else 1)
            line, column = (line + 1, 0) if wide or column else (line, 1)
        grid.setRowStretch(line + 1, 1)
        self._scroll.setWidget(body)
        self._mechanic.set_words(words.mechanic(mechanic.value))
        self._rows.setVisible("kind" in self.entries)

    def _entry(self, name: str, mechanic: Mechanic, currency: str) -> Entry:
        title = words.field(name)
        if name in MONEY:
            title = f"{title} ({currency})"
        if name == ITEMS:
            choose = translate("Promotions", "Choose the products")
            return ItemsEntry(name, title, lambda: self._act(Command.ADD), choose, Command.ADD.value)
        choices = _choices(name)
        if choices:
            entry = SwitchEntry(name, title, self._changed)
            entry.set_choices([(code, words.word(words.KINDS[DiscountKind(code)]) if name == "kind"
                                else words.choice(code)) for code in choices])  # fmt: skip
            return entry
        under = {
            "sites": translate("Promotions", "ids with blanks between; * is every site")
            if Market.DELIVERY_HERO is words.market(mechanic)
            else translate("Promotions", "ids with blanks between"),
            "start_at": "2027-06-07 08:30",
            "end_at": "2027-06-30",
            "display_name": "de_AT: Angebot; en: Offer",
        }
        return TextEntry(name, title, self._changed, under=under.get(name, ""))

    def name_it(self, title: str, mark: Mark | None) -> None:
        """Show whose form it is."""
        set_text(self._title, title)
        self._mark.set_mark(mark)

    def show_row(self, number: int, count: int) -> None:
        """Show which discount is seen."""
        text = translate("Promotions", "Discount {number} of {count}")
        set_text(self._row_number, text.format(number=number + 1, count=count))

    def show_sentence(self, lines: Sequence[str]) -> None:
        """Show what the customer reads."""
        set_text(self.sentence, lines[0] if lines else "")
        set_text(self._more, "\n".join(lines[1:]))
        self._more.setVisible(len(lines) > 1)

    def show_example(self, example: Example | None, goods: Mapping[str, Good], currency: str) -> None:
        """Show the smallest basket that the promotion helps, and what it costs without and with it."""
        clear_deep(self._basket)
        formats = self._formats
        if example is None:
            set_text(self.saved, "–")
            set_text(self._assumed, translate("Promotions", "It appears as soon as nothing is missing."))
            return
        cost = example.cost
        for number, charged in enumerate(cost.lines[:5]):
            item = charged.line.item
            name = goods[item].name if item in goods else item or translate("Promotions", "Goods of any kind")
            piece = f"{charged.line.quantity} × {name}" if charged.line.quantity != 1 else name
            self._basket.addLayout(
                _money_line(f"promotion_example_{number}", piece, formats.money(charged.after, currency))
            )
        if cost.delivery_before:
            fee = translate("Promotions", "Delivery")
            self._basket.addLayout(
                _money_line("promotion_example_fee", fee, formats.money(cost.delivery_after, currency))
            )
        without = translate("Promotions", "without the promotion")
        self._basket.addLayout(_money_line("promotion_example_before", without, formats.money(cost.before, currency)))
        now = translate("Promotions", "{after}, {saved} less")
        text = now.format(after=formats.money(cost.after, currency), saved=formats.money(cost.saved, currency))
        set_text(self.saved, text)
        made_up = translate("Promotions", "Some prices are made up: the catalogue does not know them.")
        set_text(self._assumed, made_up if example.assumed else "")
        self._assumed.setVisible(bool(self._assumed.text()))

    def show_problems(self, problems: Sequence[tuple[str, str, bool]]) -> None:
        """Show (field, sentence, whether it stops) all at once at the right, and beside the entries that were typed."""
        clear(self._problems)
        beside: dict[str, tuple[list[str], bool]] = {}
        for number, (field, text, stops) in enumerate(problems):
            known = beside.setdefault(field, ([], False))
            beside[field] = ([*known[0], text], known[1] or stops)
            if number < MOST_PROBLEMS:
                self._problems.addWidget(_problem(number, f"{words.field(field)}: {text}", stops=stops))
        rest = len(problems) - MOST_PROBLEMS
        if rest > 0:
            more = translate("Promotions", "and {count} more").format(count=rest)
            self._problems.addWidget(label("promotion_problem_more", more, size=theme.SMALL, ink=2))
        if not problems:
            none = label("promotion_problem_none", translate("Promotions", "Nothing"), weight=500)
            set_tone(none, Tone.GOOD)
            self._problems.addWidget(none)
        for name, entry in self.entries.items():
            texts, stops = beside.get(name, ([], False))
            entry.say(" ".join(texts) if entry.touched else "", stops=stops)

    def touch_all(self) -> None:
        """Have all problems shown beside their entries from now on."""
        for entry in self.entries.values():
            entry.touched = True

    def focus_entry(self, name: str) -> None:
        """Go to an entry."""
        entry = self.entries.get(name)
        if entry is not None:
            entry.take_focus()
            self._scroll.ensureWidgetVisible(entry)

    def step(self, steps: int) -> None:
        """Go to the entry so many further that takes keys."""
        typed = [entry for entry in self.entries.values() if not isinstance(entry, ItemsEntry)]
        focus: QWidget | None = self.window().focusWidget()
        focus = self if focus is None else focus
        at = next((n for n, entry in enumerate(typed) if entry.isAncestorOf(focus)), None)
        wanted = 0 if at is None else min(len(typed) - 1, max(0, at + steps))
        self.focus_entry(typed[wanted].name)


def clear_deep(layout: QVBoxLayout) -> None:
    """Take rows of labels out of a layout."""
    while (item := layout.takeAt(0)) is not None:
        inner = item.layout()
        if inner is not None:
            clear(inner)


def _choices(name: str) -> tuple[str, ...]:
    return {
        "user_target": (ALL_CUSTOMERS, LOYALTY_CUSTOMER),
        "fulfillment_method": (DELIVERY, COLLECTION),
        ALCOHOL: ("", "yes", "no"),
        "reason": ("", *REASONS),
        "kind": tuple(kind.value for kind in DiscountKind),
    }.get(name, ())


def _money_line(name: str, text: str, amount: str) -> QHBoxLayout:
    line = QHBoxLayout()
    words_ = label(f"{name}_name", text, size=theme.SMALL, ink=2, wrap=True)
    line.addWidget(words_, 1)
    line.addWidget(label(f"{name}_amount", amount, size=theme.SMALL))
    return line


def _problem(number: int, text: str, *, stops: bool) -> QLabel:
    mark = "✕" if stops else "!"
    made = label(f"promotion_problem_{number}", f"{mark} {text}", size=theme.SMALL, weight=500, wrap=True)
    set_tone(made, Tone.BAD if stops else Tone.ATTENTION)
    return made
