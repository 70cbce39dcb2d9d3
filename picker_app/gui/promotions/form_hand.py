"""What keys and scans do in the form of a promotion: live sentence, basket and problems; rows, products, saving."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from picker_app.devices.scanner import Scan
from picker_app.domain.basket_example import example
from picker_app.domain.mechanics import DISCOUNTS, ITEMS
from picker_app.domain.problem import Problem
from picker_app.domain.promotion import EVERY_SITE, DiscountKind, Market, Mechanic, Promotion
from picker_app.domain.promotion_id import proposed
from picker_app.gui.keys import Command
from picker_app.gui.promotions import customer_words, problem_words, words
from picker_app.gui.promotions.composer import Row, Typed, composed, fresh, typed_of
from picker_app.gui.promotions.counts import counts
from picker_app.gui.promotions.form_fields import TextEntry
from picker_app.gui.promotions.form_page import FormPage
from picker_app.gui.promotions.items_hand import ItemsHand
from picker_app.gui.promotions.mechanic_hand import MechanicHand
from picker_app.gui.promotions.office import Office
from picker_app.promotions.checks import check
from picker_app.promotions.overview import Whole
from picker_app.promotions.surroundings import Surroundings
from picker_app.promotions.workshop import Outcome
from picker_app.store.goods import Good

translate = QCoreApplication.translate
ROW_FIELDS = ("kind", "value", "max_quantity", ITEMS)
MOST_LOOKED_UP = 300


class FormHand:
    """`saved` is told the number of a promotion that was kept. `number` is None for a new one."""

    def __init__(
        self, office: Office, act: Callable[[Command], object], items: ItemsHand, saved: Callable[[int], object]
    ) -> None:
        self._office = office
        self._items = items
        self._saved = saved
        self._mechanics = MechanicHand(office, act, self._other_mechanic)
        self.page = FormPage(act, self._edited, office.formats)
        self.number: int | None = None
        self._account = ""
        self._base: Promotion | None = None
        self._typed = Typed(Mechanic.PERCENTAGE_OFF_ON_ITEMS, {})
        self._row = 0
        self._goods: dict[str, Good] = {}
        self._has_catalogue = False
        self._own_id = False
        self._kept: Promotion | None = None
        self._warned = False

    @property
    def draft(self) -> Promotion | None:
        """Return the promotion as it is typed."""
        return None if self._base is None else self._read()[0]

    def begin(self, account: str, mechanic: Mechanic) -> None:
        """Compose a new promotion, at the sites of the newest one of the account."""
        zone = self._office.means.given.time_zone.key
        self._open(account, None, fresh(mechanic, zone, self._office.now, ()))
        self._office.show(self)
        self.page.focus_entry("name")
        self._office.means.tasks.beside("newest sites", self._like_the_newest)

    def edit(self, whole: Whole, field: str = "") -> None:
        """Change a promotion; `field` is where to begin."""
        self._open(whole.row.account, whole, whole.draft)
        self._office.show(self)
        self.page.focus_entry(field if field in self.page.entries else "name")

    def come(self) -> None:
        """Show the form as it was left."""
        self._office.hint(
            translate("Promotions", "Compose a promotion"),
            translate("Promotions", "saves it here, nothing is sent"),
            "F9",
        )
        self._show()

    def refresh(self) -> None:
        """What is typed does not change by itself."""

    def command(self, command: Command) -> bool:
        """Move between entries and rows, choose products, save."""
        warned, self._warned = self._warned, False
        if command is Command.FINISH:
            self._office.means.tasks.act("save promotion", self._save)
        elif command is Command.BACK:
            return self._leave(warned=warned)
        elif command in (Command.ENTER, Command.DOWN):
            self.page.step(1)
        elif command is Command.UP:
            self.page.step(-1)
        elif command is Command.REPLACE:
            self._mechanics.ask(self._account)
        elif command is Command.ADD and ITEMS in self.page.entries:
            self._items.ask(self._account, self._shown_items(), self._take_items)
        elif command in (Command.NOT_FOUND, Command.AMOUNT, Command.PRICE) and "kind" in self.page.entries:
            self._turn_row(command)
        else:
            return False
        return True

    async def scan(self, scan: Scan) -> bool:
        """A scanned product opens the page of products with it."""
        if ITEMS not in self.page.entries:
            return False
        self.command(Command.ADD)
        return await self._items.scan(scan)

    def _open(self, account: str, whole: Whole | None, promotion: Promotion) -> None:
        self._account, self._base = account, promotion
        self.number = None if whole is None else whole.row.id
        self._row, self._goods, self._warned = 0, {}, False
        formats = self._office.formats
        self._typed = typed_of(
            promotion, lambda value: formats.number(value).replace(formats.locale.groupSeparator(), "")
        )
        if words.market(promotion.mechanic) is Market.DELIVERY_HERO and not self._typed.rows:
            self._typed = replace(self._typed, rows=(Row(),))
        self._own_id = bool(promotion.id)
        self._kept = promotion if whole is not None else None
        self._build(sent=whole is not None and (whole.row.accepted_at is not None or whole.row.job is not None))
        if whole is None:
            title, mark = translate("Promotions", "New at {platform}"), None
        else:
            title, mark = translate("Promotions", "Change at {platform}"), words.state_mark(whole.row)
            self.page.touch_all()
        self.page.name_it(title.format(platform=self._office.given.shops[account].title), mark)

    def _build(self, *, sent: bool) -> None:
        self.page.build(self._typed.mechanic, self._office.currency(self._account))
        own = self.page.entries["promotion_id"]
        if isinstance(own, TextEntry):
            own.fix(fixed=sent)
        self._fill()
        self._learn()

    def _fill(self) -> None:
        """Write what is typed into the entries."""
        typed = self._typed
        if "kind" in self.page.entries:
            self.page.show_row(self._row, len(typed.rows))
            row = typed.rows[self._row]
            own = {"kind": row.kind.value, "value": row.value, "max_quantity": row.max_quantity}
        else:
            own = {}
        for name, entry in self.page.entries.items():
            if name != ITEMS:
                entry.offer(own[name] if name in own else typed.texts.get(name, ""))
        self._show_items()

    def _show_items(self) -> None:
        entry = self.page.entries.get(ITEMS)
        if entry is not None:
            items = self._shown_items()
            names = tuple(self._goods[one].name if one in self._goods else one for one in items)
            entry.offer(
                f"{counts.products(len(items))}: {problem_words.listed(names)}"
                if items
                else translate("Promotions", "None yet")
            )

    def _shown_items(self) -> tuple[str, ...]:
        return self._typed.rows[self._row].items if "kind" in self.page.entries else self._typed.items

    def _take_items(self, items: tuple[str, ...], goods: Mapping[str, Good]) -> None:
        self._goods |= goods
        self._change(items=items)
        self.page.entries[ITEMS].touched = True
        self._show_items()

    def _change(self, *, items: tuple[str, ...] | None = None) -> None:
        """Take over what stands in the entries, and products where they are given."""
        texts = dict(self._typed.texts)
        rows = list(self._typed.rows)
        for name, entry in self.page.entries.items():
            if name not in ROW_FIELDS or (name == "max_quantity" and "kind" not in self.page.entries):
                texts[name] = entry.text()
        if "kind" in self.page.entries:
            entries = self.page.entries
            rows[self._row] = replace(
                rows[self._row],
                kind=DiscountKind(entries["kind"].text()),
                value=entries["value"].text(),
                max_quantity=entries["max_quantity"].text(),
                items=rows[self._row].items if items is None else items,
            )
        own = self._typed.items if items is None or rows else items
        self._typed = Typed(self._typed.mechanic, texts, own, tuple(rows))

    def _edited(self, name: str) -> None:
        """Show at once what the change means."""
        self._warned = False
        if name == "promotion_id":
            self._own_id = bool(self.page.entries[name].text().strip())
        self._change()
        if not self._own_id and name != "promotion_id":
            draft = self.draft
            if draft is not None:
                taken = {row.ref for row in self._office.rows if row.account == self._account}
                self.page.entries["promotion_id"].offer(proposed(draft, taken))
                self._change()
        self._show()

    def _turn_row(self, command: Command) -> None:
        self._change()
        rows = list(self._typed.rows)
        if command is Command.AMOUNT:
            rows.append(Row(kind=rows[self._row].kind))
            self._row = len(rows) - 1
        elif command is Command.PRICE and len(rows) > 1:
            del rows[self._row]
            self._row = min(self._row, len(rows) - 1)
        elif command is Command.NOT_FOUND:
            self._row = (self._row + 1) % len(rows)
        self._typed = replace(self._typed, rows=tuple(rows))
        self._fill()
        self._show()

    def _other_mechanic(self, account: str, mechanic: Mechanic) -> None:
        """Go on with another mechanic: what both have in common stays typed."""
        self._change()
        self._typed = replace(self._typed, mechanic=mechanic)
        self._office.back()
        own = self.page.entries["promotion_id"]
        self._build(sent=isinstance(own, TextEntry) and own.field.isReadOnly())
        self._edited("promotion_type")

    def _read(self) -> tuple[Promotion, tuple[Problem, ...]]:
        if self._base is None:
            raise RuntimeError("no promotion is open")
        return composed(self._typed, self._base)

    def _show(self) -> None:
        """Show sentence, basket and problems of what is typed."""
        if self._base is None:
            return
        draft, unread = self._read()
        formats, currency = self._office.formats, self._office.currency(self._account)
        self.page.show_sentence(customer_words.lines(draft, self._goods, currency, formats))
        prices = {item: good.price for item, good in self._goods.items() if good.price is not None}
        self.page.show_example(example(draft, prices, currency), self._goods, currency)
        around = Surroundings(
            market=self._office.given.shops[self._account].market,
            currency=currency,
            now=self._office.now,
            items=frozenset(self._goods) if self._has_catalogue and len(draft.items) <= MOST_LOOKED_UP else None,
            prices=prices,
        )
        places = {problem.field for problem in unread}
        found = [problem for problem in check([draft], around) if problem.field not in places]
        shown = []
        for problem in (*unread, *found):
            text = problem_words.sentence(problem, formats)
            shown.append((self._place(problem.field), text, problem.stops))
        self.page.show_problems(shown)

    def _place(self, field: str) -> str:
        """Return the entry that a problem belongs to; one of another row keeps its number."""
        whole, _, rest = field.partition("[")
        if whole == DISCOUNTS and "kind" in self.page.entries:
            number, _, part = rest.partition("].")
            own = words.ROW_PARTS.get(part.partition("[")[0], "value")
            return own if not number or int(number) == self._row else field
        return whole if whole in self.page.entries else field

    def _learn(self) -> None:
        """Look the products up beside everything else."""
        draft = self._base

        async def run() -> None:
            goods = self._office.given.goods
            self._has_catalogue = bool(await goods.catalogue(self._account))
            if draft is not None:
                self._goods |= await goods.find(self._account, draft.items[:MOST_LOOKED_UP])
            self._show_items()
            self._show()

        self._office.means.tasks.beside("promotion goods", run)

    async def _like_the_newest(self) -> None:
        """Offer the sites of the newest promotion of the account."""
        if not self._office.rows and not await self._office.read():
            return
        newest = next((row for row in self._office.rows if row.account == self._account), None)
        if newest is None or self.number is not None or self._typed.text("sites"):
            return
        drafts = await self._office.given.overview.drafts([newest.id])
        sites = drafts[newest.id].sites if newest.id in drafts else ()
        if sites and sites != (EVERY_SITE,) and not self._typed.text("sites"):
            self.page.entries["sites"].offer(" ".join(sites))
            self._change()
            self._show()

    async def _save(self) -> None:
        self._change()
        draft, unread = self._read()
        self.page.touch_all()
        self._show()
        if unread:
            first = unread[0]
            place = self._place(first.field)
            self.page.focus_entry(place)
            self._office.wrong(
                translate("Promotions", "Not saved"),
                f"{words.field(place)}: {problem_words.sentence(first, self._office.formats)}",
            )
            return
        if not draft.id:
            self.page.focus_entry("promotion_id")
            self._office.wrong(translate("Promotions", "Not saved"), translate("Promotions", "It needs an id."))
            return
        outcome = await self._keep(draft)
        if outcome.good:
            self._base = self._kept = draft
            self._saved(outcome.promotions[0])
        self._office.told(outcome, translate("Promotions", "Saved here"), translate("Promotions", "nothing is sent"))

    async def _keep(self, draft: Promotion) -> Outcome:
        workshop = self._office.given.workshop
        if self.number is None:
            return await workshop.compose(self._account, draft)
        return await workshop.change(self.number, draft)

    def _leave(self, *, warned: bool) -> bool:
        """Leave the form; what is typed and not saved asks for a second Esc."""
        self._change()
        draft = self.draft
        nothing = self._kept is None and not (draft and (draft.name or draft.items))
        if draft == self._kept or nothing or warned:
            return self._office.back()
        self._warned = True
        self._office.tell(
            translate("Promotions", "Not saved yet"),
            translate("Promotions", "F9 saves it, Esc again leaves it"),
            key="F9",
        )
        return True
