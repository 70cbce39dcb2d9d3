"""Which open order and which of its lines a scanned code means."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from picker_app.devices.codes import KnownCodes
from picker_app.devices.gtin import normal_form
from picker_app.devices.labels import Label, Rule, matches
from picker_app.devices.readings import ProductCode
from picker_app.domain.order import Line
from picker_app.picking.picture import short_code
from picker_app.picking.ties import product_key, shop_of
from picker_app.store import views
from picker_app.store.database import Connection
from picker_app.store.views import Laid


@dataclass(frozen=True, slots=True)
class Needs:
    """What an open order can be asked for by a scan: its own codes, its lines' codes, and its account."""

    order_id: int
    account: str
    codes: KnownCodes
    open: bool


def needs_of(laid: Laid, rules: tuple[Rule, ...]) -> Needs:
    """Return what scans may mean in an order; made for each change of it."""
    said = laid.order.said
    own = tuple(code for code in (said.code, said.number, said.ref, short_code(said.code)) if code)
    lines = (line for line in laid.order.shown_lines if not line.gone)
    codes = tuple(code for line in lines for code in (*line.barcodes, line.sku) if code)
    return Needs(laid.id, said.account, _known(own, codes, rules), laid.ours and laid.order.open)


@lru_cache(maxsize=1000)
def _known(orders: tuple[str, ...], products: tuple[str, ...], rules: tuple[Rule, ...]) -> KnownCodes:
    # Most changes of an order leave its codes as they were, and bringing codes to their forms takes its time.
    return KnownCodes.of(orders, products, rules)


class Shop:
    """All that a scan may mean: the open orders, and the catalogue that is asked while the scan is worked."""

    def __init__(self, needs: Mapping[int, Needs], connection: Connection) -> None:
        self._needs = needs
        self._connection = connection

    def order(self, code: str) -> bool:
        """Say whether an open order has this code."""
        return self.order_id(code) is not None

    def order_id(self, code: str) -> int | None:
        """Return the order that has this code."""
        return next((order_id for order_id, need in self._needs.items() if need.codes.order(code)), None)

    def product(self, code: str) -> bool:
        """Say whether a product of an open order or of the catalogue has this code."""
        if any(need.codes.product(code) for need in self._needs.values()):
            return True
        return bool(views.skus(self._connection, (code,)))


def skus_of(connection: Connection, reading: ProductCode | Label, account: str) -> frozenset[str]:
    """Return the SKUs that the account's catalogue knows for a code."""
    lookups = reading.lookups if isinstance(reading, Label) else (reading.lookup,)
    return frozenset(views.skus(connection, lookups, account))


def skus_in(connection: Connection, reading: ProductCode | Label, laid: Laid) -> frozenset[str]:
    """Return the products that a code means in an order: those of its account, and names tied to it in its shop."""
    said = laid.order.said
    return skus_of(connection, reading, said.account) | skus_of(connection, reading, shop_of(said))


def line_for(laid: Laid, reading: ProductCode | Label, skus: frozenset[str]) -> Line | None:
    """Return the line that a code means: the first one not complete, else the first one, in the order shown."""
    shown = [line for line in laid.order.shown_lines if not line.gone]
    lines = [line for line in shown if product_key(line) in skus or _is(line, reading)]
    return next((line for line in lines if not line.complete), lines[0] if lines else None)


def _is(line: Line, reading: ProductCode | Label) -> bool:
    codes = tuple(code for code in (*line.barcodes, line.sku) if code)
    if isinstance(reading, Label):
        return matches(reading, codes)
    wanted = reading.lookup.casefold()
    return any(wanted in (normal_form(code).casefold(), code.casefold()) for code in codes)
