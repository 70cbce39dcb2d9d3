"""What scans come to that book nothing: questions, products nobody needs, codes nobody knows, and choices."""

from decimal import Decimal

from picker_app.devices.codes import Reading
from picker_app.devices.gtin import has_check_digit
from picker_app.devices.labels import Label
from picker_app.devices.readings import Ambiguous, OrderCode, ProductCode, Refused, Unknown, Unreadable
from picker_app.devices.scanner import Scan
from picker_app.domain.order import Line
from picker_app.domain.said import Pricing
from picker_app.picking import results
from picker_app.picking.rows import Act, Offer, Outcome, Result, ScanMode
from picker_app.picking.weighing import Weighing
from picker_app.platforms.port import CatalogProduct
from picker_app.store import views
from picker_app.store.database import Connection
from picker_app.store.views import Laid

_NOTHING: dict[type, Outcome] = {
    Unreadable: Outcome.UNREADABLE,
    Refused: Outcome.REFUSED,
    Ambiguous: Outcome.AMBIGUOUS,
    Unknown: Outcome.UNKNOWN,
}


def nothing(connection: Connection, reading: Reading) -> Result:
    """Return the result of a code that is no product: `values` name it, and the product inside where it is a carton."""
    outcome = _NOTHING[type(reading)]
    code, values = outcome.value, {"code": reading.code}
    if isinstance(reading, Unknown) and reading.piece:
        code, values["name"] = "carton", views.name_of(connection, (reading.piece,)) or reading.code
    elif isinstance(reading, Unreadable) and has_check_digit(reading.code):
        code = "misprinted"
    elif isinstance(reading, Refused):
        code = "unlike_rule"
    elif isinstance(reading, Ambiguous):
        values["name"] = ", ".join(reading.choices)
    return Result(outcome, code, good=False, values=values)


def unneeded(connection: Connection, reading: ProductCode | Label, laid: Laid | None, mode: ScanMode) -> Result:
    """Return the result of a product that no open order needs, or of a label that can be tied to the chosen line."""
    order_id = None if laid is None else laid.id
    if isinstance(reading, Label) and not reading.lookup:
        line = None if laid is None else next((line for line in laid.order.lines if line.key == mode.line), None)
        offer = None
        if laid is not None and line is not None and (line.pricing is Pricing.KG) == (reading.measure != "count"):
            offer = Offer(Act.TIE, laid.id, line.key, code=reading.key.zfill(14))
        code = "unknown_label" if offer else "unknown"
        values = {"code": reading.code, "name": line.name if line else ""}
        return Result(Outcome.UNKNOWN, code, good=False, values=values, order_id=order_id, offer=offer)
    lookups = reading.lookups if isinstance(reading, Label) else (reading.lookup,)
    values = {"code": reading.code, "name": views.name_of(connection, lookups)}
    return Result(Outcome.NOT_NEEDED, "not_needed", good=False, values=values, order_id=order_id)


def asked(laid: Laid, line: Line, code: str, act: Act, amount: Decimal, values: dict[str, str]) -> Result:
    """Return a question; nothing is changed until somebody says yes."""
    said = results.values_of(laid, line) | {"amount": f"{amount:f}"} | values
    offer = Offer(act, laid.id, line.key, amount)
    return Result(Outcome.QUESTION, code, good=False, values=said, order_id=laid.id, line=line.key, offer=offer)


def dates(reading: ProductCode | Label) -> dict[str, str]:
    expiry = reading.expiry if isinstance(reading, ProductCode) else None
    return {"ends": expiry.isoformat()} if expiry else {}


def prices(weighing: Weighing) -> dict[str, str]:
    said = {"price": weighing.price, "per_kg": weighing.price_per_kg}
    return {name: f"{value:f}" for name, value in said.items() if value is not None}


def is_words(scan: Scan, reading: Reading) -> bool:
    """Say whether a burst in a search is what is looked for: no code that is known, with a letter, no web address."""
    nothing = isinstance(reading, Unknown) and not (reading.gtin14 or reading.piece)
    words = scan.text.isprintable() and any(letter.isalpha() for letter in scan.text)
    return nothing and words and not scan.text.lower().startswith("http")


def chosen(reading: Reading, product: CatalogProduct | None) -> Result:
    values = {"code": reading.code, "name": product.name if product else ""}
    if product is not None:
        return Result(Outcome.CHOSEN, "chosen", good=True, values=values)
    if isinstance(reading, OrderCode):
        return Result(Outcome.REFUSED, "order_in_choice", good=False, values=values)
    if isinstance(reading, ProductCode | Label):
        return Result(Outcome.UNKNOWN, "not_in_catalog", good=False, values=values)
    outcome = _NOTHING[type(reading)]
    return Result(outcome, outcome.value, good=False, values=values)


def offered(connection: Connection, account: str, skus: list[str]) -> CatalogProduct | None:
    found = views.product(connection, account, skus)
    if found is None:
        return None
    return CatalogProduct(found.sku, found.name, found.forms, found.unit_price, found.by_weight, found.active)
