"""What the shop taught of its labels: rules of its own, keys tied to products, and prices of a kilogram for a day."""

import json
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from sqlalchemy import Connection, delete, insert, select

from picker_app.store.schema import label_rules, shelf_prices, tied_codes


@dataclass(frozen=True, slots=True)
class TaughtRule:
    """A label rule that a person taught; the fields of devices.labels.Rule that differ from rule to rule."""

    name: str
    prefixes: tuple[str, ...]
    pattern: str
    measure: str
    decimals: int


def add_rule(connection: Connection, rule: TaughtRule, at: datetime) -> None:
    """Keep a rule; one of the same name gives way."""
    remove_rule(connection, rule.name)
    row = {
        "name": rule.name,
        "prefixes": json.dumps(rule.prefixes),
        "pattern": rule.pattern,
        "measure": rule.measure,
        "decimals": rule.decimals,
        "taught_at": at,
    }
    connection.execute(insert(label_rules), row)


def remove_rule(connection: Connection, name: str) -> None:
    """Forget a rule; an unknown name changes nothing."""
    connection.execute(delete(label_rules).where(label_rules.c.name == name))


def rules(connection: Connection) -> tuple[TaughtRule, ...]:
    """Return the shop's own rules, the oldest first."""
    rows = connection.execute(select(label_rules).order_by(label_rules.c.taught_at, label_rules.c.name))
    return tuple(
        TaughtRule(row.name, tuple(json.loads(row.prefixes)), row.pattern, row.measure, row.decimals) for row in rows
    )


def tie(connection: Connection, account: str, form: str, sku: str, at: datetime) -> None:
    """Remember that a code, in its normal form, is a product of an account; an older tie of the code gives way."""
    key = (tied_codes.c.account == account, tied_codes.c.form == form)
    connection.execute(delete(tied_codes).where(*key))
    connection.execute(insert(tied_codes), {"account": account, "form": form, "sku": sku, "at": at})


def keep_price(connection: Connection, account: str, sku: str, day: str, price: Decimal) -> None:
    """Keep the shelf price of a kilogram of a product for a day of the store; an older one gives way."""
    key = (shelf_prices.c.account == account, shelf_prices.c.sku == sku, shelf_prices.c.day == day)
    connection.execute(delete(shelf_prices).where(*key))
    connection.execute(insert(shelf_prices), {"account": account, "sku": sku, "day": day, "price": f"{price:f}"})


def price(connection: Connection, account: str, sku: str, day: str) -> Decimal | None:
    """Return the shelf price of a kilogram that was kept for the day, None if none was."""
    kept = connection.scalar(
        select(shelf_prices.c.price).where(
            shelf_prices.c.account == account, shelf_prices.c.sku == sku, shelf_prices.c.day == day
        )
    )
    return None if kept is None else Decimal(kept)
