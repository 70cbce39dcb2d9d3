"""What keys and scans do while a product is looked for: search, suggestions, the choice, and its amount."""

from collections.abc import Awaitable, Callable

from picker_app.catalog.search import Reason, Suggestion
from picker_app.devices.scanner import Scan
from picker_app.domain.said import Pricing
from picker_app.gui.screens.order import OrderScreen, Panel
from picker_app.gui.surroundings import Desk, Surroundings
from picker_app.gui.tasks import Tasks
from picker_app.gui.telling import Telling
from picker_app.gui.widgets.fields import Field
from picker_app.picking.rows import LineRow, Outcome, Result
from picker_app.platforms.port import CatalogProduct

SHOWN = 20


class ProductHands:
    """The two steps of F4 and F6: first the product, then how much of it."""

    def __init__(
        self,
        given: Surroundings,
        order: OrderScreen,
        tasks: Tasks,
        telling: Telling,
        enter_value: Callable[[str, Field, Callable[[], Awaitable[Result]]], None],
    ) -> None:
        self._given = given
        self._order = order
        self._tasks = tasks
        self._telling = telling
        self._enter_value = enter_value

    def replace(self, line: LineRow | None) -> None:
        """Look for a product in the place of a line; suggestions come by themselves."""
        self._order.open_product(line)
        self.look("")

    def look(self, text: str) -> None:
        """Search beside everything else; a newer text stops an older search."""

        async def run() -> None:
            found = await self._found(text.strip())
            if self._order.panel is Panel.PRODUCT and self._order.product.text == text.strip():
                self._order.product.show_found(found)

        self._tasks.beside("search", run)

    def enter(self, desk: Desk) -> None:
        """Take the marked product, or the amount that is shown."""
        panel = self._order.product
        if panel.chosen is None:
            # What is typed next belongs to the amount, not to the search.
            self._order.window().setFocus()
            self._tasks.act("choose product", self._choose_first)
            return
        amount, product, line, view = panel.amounts.amount(), panel.chosen, panel.line, self._order.view
        if amount is None or amount <= 0 or view is None:
            self._telling.result(Result(Outcome.REFUSED, "no_amount", good=False))
            panel.amounts.field.selectAll()
            return
        order_id, field = view.row.id, panel.amounts.field
        if line is None:
            self._enter_value("add", field, lambda: desk.add(order_id, product, amount))
        else:
            key = line.key
            self._enter_value("replace", field, lambda: desk.replace(order_id, key, product, amount))

    async def scan(self, scan: Scan, account: str) -> Result:
        """Choose the scanned product, with the weight of its label; returns what became of the scan."""
        searching = self._order.product.chosen is None
        found = await self._given.desk.identify(scan, account, searching=searching)
        if found.product is not None:
            self._order.product.choose(found.product, found.weight)
        return found.result

    async def _choose_first(self) -> None:
        panel = self._order.product
        found = await self._found(panel.text)
        # The search beside may have shown the same meanwhile, and then the first of them is marked.
        marked = panel.marked() if panel.is_shown(found) else next((row.product for row in found), None)
        if marked is None:
            self._telling.result(Result(Outcome.UNKNOWN, "not_in_catalog", good=False, values={"code": panel.text}))
            panel.field.setFocus()
            return
        panel.choose(marked, None)

    async def _found(self, text: str) -> tuple[Suggestion, ...]:
        view, line = self._order.view, self._order.product.line
        if view is None:
            return ()
        account = view.row.account
        suggestions: tuple[Suggestion, ...] = ()
        if line is not None and not text:
            suggestions = await self._given.catalog.suggest(
                account,
                line.name,
                by_weight=line.pricing is Pricing.KG,
                unit_price=line.unit_price,
                without=tuple(other.sku for other in view.lines),
            )
        if not text:
            return suggestions
        products = await self._given.catalog.search(account, text, SHOWN)
        found = [Suggestion(product, ()) for product in products if line is None or product.sku != line.sku]
        if all(text != product.sku for product in products) and " " not in text:
            found.append(Suggestion(CatalogProduct(sku=text, name=text), (Reason("as_it_is"),)))
        return tuple(found)
