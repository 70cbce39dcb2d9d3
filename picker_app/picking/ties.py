"""Ties a scanned code to a product that its platform gave no code for: by its name, once, for each of the shops."""

from picker_app.devices.codes import Reading
from picker_app.devices.gtin import normal_form
from picker_app.devices.readings import ProductCode, Unknown
from picker_app.domain.order import Line, Order
from picker_app.domain.said import Pricing, SaidOrder
from picker_app.picking import results
from picker_app.picking.rows import Act, Offer, Outcome, Result, ScanMode
from picker_app.store.views import Laid


def product_key(line: Line) -> str:
    """Return under which name codes are tied to a line: its SKU, else its name (ifood_pos.md section 5)."""
    return line.sku or f"name: {' '.join(line.name.split()).casefold()}"


def tied_in(said: SaidOrder, line: Line) -> str:
    """Return where codes are tied to a line: in the account, but names in the one shop of it that the order is of."""
    return said.account if line.sku else shop_of(said)


def shop_of(said: SaidOrder) -> str:
    """Return the name of an order's shop; no account can be called so."""
    return f"{said.account}/{said.store_id or said.store}"


def has_no_code(line: Line) -> bool:
    """Say whether nothing that is printed on a product could mean this line by itself."""
    return not line.sku and not line.barcodes and line.pricing is Pricing.UNIT and not line.heading


def tie_question(laid: Laid, reading: Reading, mode: ScanMode) -> Result | None:
    """Return the question whether an unneeded code is the product of a line without a code; None where none fits.

    It is asked of the chosen line, else of the first such line that is still to pick.
    """
    if not isinstance(reading, ProductCode | Unknown) or (isinstance(reading, Unknown) and reading.piece):
        return None
    line = _line_without_code(laid.order, mode.line)
    if line is None or not laid.ours or not laid.order.open:
        return None
    code = reading.gtin14 or normal_form(reading.code)
    values = results.values_of(laid, line) | {"code": reading.code}
    offer = Offer(Act.TIE, laid.id, line.key, code=code)
    return Result(
        Outcome.QUESTION, "tie_product", good=False, values=values, order_id=laid.id, line=line.key, offer=offer
    )


def _line_without_code(order: Order, chosen: str) -> Line | None:
    lines = [line for line in order.shown_lines if has_no_code(line) and not line.complete]
    return next((line for line in lines if line.key == chosen), lines[0] if lines else None)
