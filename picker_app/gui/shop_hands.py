"""What keys and scans do on the page of the shop: answer after answer, until a price, product or shop is set."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from enum import Enum

from PySide6.QtCore import QCoreApplication

from picker_app.catalog.search import Reason, Suggestion
from picker_app.devices.scanner import Scan
from picker_app.gui import typed_bursts
from picker_app.gui.keys import Command
from picker_app.gui.means import Means
from picker_app.gui.notices import Notice
from picker_app.gui.screens.shop_page import ShopPage, Step
from picker_app.gui.shop_floor import ShopFloor
from picker_app.picking.rows import Outcome, Result
from picker_app.platforms.port import CatalogProduct

translate = QCoreApplication.translate
SHOWN = 20
LONGEST_REASON = 200
_STEPS = {Command.UP: -1, Command.DOWN: 1, Command.PAGE_UP: -6, Command.PAGE_DOWN: 6}
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_DAY_FIRST = re.compile(r"(\d{1,2})[./-](\d{1,2})(?:[./-](\d{4}|\d{2}))?\.?")


class Task(Enum):
    """What is to be set."""

    PRICE = "price"
    OFF = "off"
    ON = "on"
    CLOSE = "close"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Plan:
    """What was answered so far."""

    task: Task
    account: str = ""
    code: str = ""
    name: str = ""
    stores: tuple[str, ...] = ()
    price: Decimal | None = None
    start: date | None = None


def day_of(text: str, today: date) -> date | None:
    """Return the day that a person typed: 25/11, 25.11.2026 or 2026-11-25; None if it is none.

    Without a year it is the next such day.
    """
    iso, short = _ISO.fullmatch(text.strip()), _DAY_FIRST.fullmatch(text.strip())
    try:
        if iso:
            return date(int(iso[1]), int(iso[2]), int(iso[3]))
        if short is None:
            return None
        if short[3]:
            return date(int(short[3]) + (2000 if len(short[3]) == 2 else 0), int(short[2]), int(short[1]))
        found = date(today.year, int(short[2]), int(short[1]))
        return found if found >= today else found.replace(year=today.year + 1)
    except ValueError:
        return None


class ShopHands:
    """The work of the shop's page."""

    def __init__(self, means: Means, floor: ShopFloor) -> None:
        self._means = means
        self._floor = floor
        self._plan = Plan(Task.PRICE)
        currencies = {name: account.currency for name, account in floor.accounts.items()}
        self.page = ShopPage(lambda: self._enter(), self._look, means.formats, means.given.clock, currencies)

    # What the window asks of a workspace.

    def enter(self) -> None:
        """Begin anew."""
        self._home()
        self._means.telling.loudly(Notice(translate("Shop", "The shop")))
        self._read()

    def changed(self, ids: frozenset[int]) -> None:
        """Show what came of what was set."""
        if 0 in ids:
            self._read()

    def tick(self) -> None:
        """Nothing here runs with the time."""

    def command(self, command: Command) -> bool:
        """Do what a key asks for; False if it means nothing here."""
        page = self.page
        if command is Command.ENTER:
            self._enter()
        elif command is Command.BACK and page.step_shown is not Step.HOME:
            self._home()
        elif command in _STEPS:
            page.step(_STEPS[command])
        elif command in (Command.LEFT, Command.RIGHT) and page.step_shown is Step.SHOPS:
            page.ticks.turn()
        else:
            return False
        return True

    async def scan(self, scan: Scan) -> bool:
        """Take a scan, or what was typed as fast, for the answer to what is asked."""
        page = self.page
        typed = {Step.START: True, Step.REASON: typed_bursts.is_words(scan), Step.PRICE: typed_bursts.is_amount(scan)}
        if scan.secret or page.step_shown is Step.HOME:
            return False
        if page.step_shown is Step.PRODUCT:
            noted = await self._means.given.desk.refuse(scan, None, "chosen", Outcome.CHOSEN)
        elif typed.get(page.step_shown, False):
            noted = await self._means.given.desk.refuse(scan, None, "typed", Outcome.IGNORED)
        else:
            self._means.telling.result(await self._means.given.desk.refuse(scan, None, "choosing_reason"))
            return True
        if noted.outcome is Outcome.NOT_SAVED:
            self._means.telling.result(noted)
            return True
        field = page.amount if page.step_shown is Step.PRICE else page.field
        if page.step_shown is Step.PRODUCT:
            field.setText(scan.text)
        else:
            field.insert(scan.text)
        if page.step_shown is Step.PRODUCT:
            page.show_found(await self._found(scan.text.strip()))
        if scan.entered:
            self._enter()
        return True

    # The questions.

    def _home(self) -> None:
        page = self.page
        page.choices.offer(
            [
                (translate("Shop", "Price of a product"), translate("Shop", "At once, or from a day on.")),
                (translate("Shop", "Take a product off sale"), translate("Shop", "Customers no longer see it.")),
                (translate("Shop", "Put a product on sale"), translate("Shop", "Customers see it again.")),
                (translate("Shop", "Close the shop"), translate("Shop", "No new orders come, for a reason.")),
                (translate("Shop", "Open the shop"), translate("Shop", "Orders come again.")),
            ]
        )
        title, hint = translate("Shop", "The shop"), translate("Shop", "What do you want to set at the platform?")
        page.ask(Step.HOME, title, hint)

    def _enter(self) -> None:
        steps: dict[Step, Callable[[], None]] = {
            Step.HOME: self._take_task,
            Step.ACCOUNT: self._take_account,
            Step.PRODUCT: self._take_product,
            Step.SHOPS: self._take_shops,
            Step.PRICE: self._take_price,
            Step.START: self._take_start,
            Step.REASON: self._take_reason,
            Step.REPLACE: lambda: self._set(yes=True),
        }
        steps[self.page.step_shown]()

    def _take_task(self) -> None:
        task = list(Task)[max(0, self.page.choices.chosen)]
        accounts = list(self._floor.accounts)
        self._plan = Plan(task, accounts[0] if len(accounts) == 1 else "")
        if len(accounts) > 1:
            named = [(self._floor.accounts[name].title, name) for name in accounts]
            self.page.choices.offer(named)
            self.page.ask(Step.ACCOUNT, self._title(), translate("Shop", "At which platform?"))
        else:
            self._after_account()

    def _take_account(self) -> None:
        account = list(self._floor.accounts)[max(0, self.page.choices.chosen)]
        self._plan = replace(self._plan, account=account)
        self._after_account()

    def _after_account(self) -> None:
        if self._plan.task in (Task.CLOSE, Task.OPEN):
            self._ask_shops()
            return
        self.page.model.compare_with(None, self._currency)
        self.page.show_found(())
        hint = translate("Shop", "Scan it, or type a part of its name or its code at the platform.")
        self.page.ask(Step.PRODUCT, self._title(), hint)
        self.page.field.setMaxLength(100)
        self.page.field.offer("")

    def _look(self, text: str) -> None:
        if self.page.step_shown is not Step.PRODUCT:
            return

        async def run() -> None:
            found = await self._found(text.strip())
            if self.page.step_shown is Step.PRODUCT and self.page.field.text().strip() == text.strip():
                self.page.show_found(found)

        self._means.tasks.beside("shop search", run)

    async def _found(self, text: str) -> tuple[Suggestion, ...]:
        """Find products in the catalogues of all accounts; what is typed can be the code itself."""
        if not text:
            return ()
        accounts = dict.fromkeys((self._plan.account, *(row.account for row in self._means.given.accounts())))
        products: dict[str, CatalogProduct] = {}
        for account in accounts:
            for product in await self._means.given.catalog.search(account, text, SHOWN):
                products.setdefault(product.sku, product)
        found = [Suggestion(product, ()) for product in products.values()][:SHOWN]
        if text not in products:
            found.append(Suggestion(CatalogProduct(sku=text, name=text), (Reason("as_it_is"),)))
        return tuple(found)

    def _take_product(self) -> None:
        text = self.page.field.text().strip()

        async def run() -> None:
            found = await self._found(text)
            marked = self.page.marked() if self.page.model.rows() == found else next(iter(found), None)
            if marked is None:
                unknown = Result(Outcome.UNKNOWN, "not_in_catalog", good=False, values={"code": text})
                self._means.telling.result(unknown)
                return
            self._plan = replace(self._plan, code=marked.product.sku, name=marked.product.name)
            self._ask_shops()

        self.page.window().setFocus()
        self._means.tasks.act("choose product", run)

    def _ask_shops(self) -> None:
        stores = self._stores
        if len(stores) == 1:
            self._plan = replace(self._plan, stores=stores)
            self._after_shops()
            return
        self.page.ticks.offer([translate("Shop", "Shop {id}").format(id=store) for store in stores])
        hint = translate("Shop", "In which shops? → takes one out or in again.")
        self.page.ask(Step.SHOPS, self._title(), hint, self._so_far())

    def _take_shops(self) -> None:
        stores = tuple(self._stores[number] for number in self.page.ticks.ticked)
        if not stores:
            self._means.telling.result(Result(Outcome.REFUSED, "no_shop", good=False))
            return
        self._plan = replace(self._plan, stores=stores)
        self._after_shops()

    def _after_shops(self) -> None:
        task, page = self._plan.task, self.page
        if task is Task.PRICE:
            hint = translate("Shop", "The price of one, in {currency}.").format(currency=self._currency)
            page.ask(Step.PRICE, self._title(), hint, self._so_far())
            page.amount.offer("")
        elif task is Task.CLOSE:
            hint = translate("Shop", "Why? The platform keeps these words.")
            page.ask(Step.REASON, self._title(), hint, self._so_far(), act=translate("Shop", "Close the shop"))
            page.field.setMaxLength(LONGEST_REASON)
            page.field.offer(translate("Shop", "Closed for a short time"))
        else:
            self._set()

    def _take_price(self) -> None:
        price = self.page.amount.amount()
        if price is None or price <= 0:
            self._means.telling.result(Result(Outcome.REFUSED, "no_amount", good=False))
            self.page.amount.selectAll()
            return
        self._plan = replace(self._plan, price=price)
        # As it can be typed: the day first, in every language.
        tomorrow = f"{self._today + timedelta(days=1):%d/%m}"
        hint = translate("Shop", "From when on? Enter: at once. Or type a day, such as {day}.").format(day=tomorrow)
        self.page.ask(Step.START, self._title(), hint, self._so_far(), act=translate("Shop", "Set the price"))
        self.page.field.setMaxLength(10)
        self.page.field.offer("")

    def _take_start(self) -> None:
        text = self.page.field.text().strip()
        start = day_of(text, self._today) if text else None
        if text and (start is None or start < self._today):
            self._means.telling.result(Result(Outcome.REFUSED, "bad_start", good=False))
            self.page.field.selectAll()
            return
        self._plan = replace(self._plan, start=start)
        self._set()

    def _take_reason(self) -> None:
        if not self.page.field.text().strip():
            self._means.telling.result(Result(Outcome.REFUSED, "reason_needed", good=False))
            return
        self._set()

    # The acts.

    def _set(self, *, yes: bool = False) -> None:
        plan, reason = self._plan, self.page.field.text().strip()
        self.page.window().setFocus()

        async def run() -> None:
            results = await self._done(plan, reason, yes=yes)
            failed = next((result for result in results if not result.good), None)
            result = failed or results[-1]
            self._means.telling.result(result)
            if result.code == "price_scheduled":
                self.page.ask(
                    Step.REPLACE,
                    self._title(),
                    translate("Shop", "Another price of this product is to come already: only one can wait there."),
                    self._so_far(),
                    act=translate("Shop", "Put this one in its place"),
                )
            elif failed is None:
                self._home()
            await self._show_calls()

        self._means.tasks.act("set", run)

    async def _done(self, plan: Plan, reason: str, *, yes: bool) -> list[Result]:
        floor = self._floor
        if plan.task is Task.PRICE:
            price = plan.price or Decimal(0)
            return [await floor.set_price(plan.account, plan.stores, plan.code, price, start=plan.start, yes=yes)]
        results = []
        for store in plan.stores:
            if plan.task in (Task.ON, Task.OFF):
                on = plan.task is Task.ON
                results.append(await floor.set_product(plan.account, store, plan.code, available=on))
            else:
                is_open = plan.task is Task.OPEN
                why = "" if is_open else reason
                results.append(await floor.set_shop(plan.account, store, available=is_open, reason=why))
        return results

    def _read(self) -> None:
        self._means.tasks.beside("shop calls", self._show_calls)

    async def _show_calls(self) -> None:
        self.page.show_calls(await self._floor.rows())

    # What was answered.

    @property
    def _stores(self) -> tuple[str, ...]:
        return self._floor.accounts[self._plan.account].stores

    @property
    def _currency(self) -> str:
        return self._floor.accounts[self._plan.account].currency

    @property
    def _today(self) -> date:
        return self._means.given.clock().astimezone(self._means.given.time_zone).date()

    def _title(self) -> str:
        return {
            Task.PRICE: translate("Shop", "Price of a product"),
            Task.OFF: translate("Shop", "Take a product off sale"),
            Task.ON: translate("Shop", "Put a product on sale"),
            Task.CLOSE: translate("Shop", "Close the shop"),
            Task.OPEN: translate("Shop", "Open the shop"),
        }[self._plan.task]

    def _so_far(self) -> str:
        plan = self._plan
        price = self._means.formats.money(plan.price, self._currency) if plan.price is not None else ""
        start = self._means.formats.day(plan.start) if plan.start is not None else ""
        code = "" if plan.code == plan.name else plan.code
        shops = ", ".join(plan.stores) if len(self._stores) > 1 else ""
        return " · ".join(part for part in (plan.name, code, shops, price, start) if part)
