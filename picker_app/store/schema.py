"""The tables; each is written by one module and read by views."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    DateTime,
    Dialect,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
)


class UtcTime(TypeDecorator[datetime]):
    """An aware UTC datetime; a naive one is refused."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> Any:
        """Bring an aware time to UTC for the database."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a time without a zone cannot be stored")
        return value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        """Give a stored time its zone back."""
        return None if value is None else value.replace(tzinfo=UTC)


metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)

incoming = Table(
    "incoming",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("account", String(100), nullable=False),
    Column("event_key", String(300), nullable=False),
    # order | job | unreadable | event (one that was polled, of an order that is read by itself)
    Column("kind", String(20), nullable=False),
    # webhook | list | read | poll
    Column("source", String(20), nullable=False),
    Column("ref", String(200), nullable=False, default=""),
    Column("status", String(60), nullable=False, default=""),
    Column("body", LargeBinary, nullable=False),
    Column("received_at", UtcTime, nullable=False),
    # new | done | waiting (an order that could not be completed yet) | incident
    Column("state", String(20), nullable=False),
    Column("tries", Integer, nullable=False, default=0),
    Column("next_at", UtcTime),
    # Code of the incident and its details, for the person.
    Column("note", String(60), nullable=False, default=""),
    Column("details", Text, nullable=False, default=""),
    Column("order_id", Integer, ForeignKey("orders.id")),
    Column("done_at", UtcTime),
    # Of a polled event: the domain's Status that it means, when its platform says it happened, the id that is
    # acknowledged, and whether it is: owed | done | refused, nothing where it is not (yet) to be acknowledged.
    Column("meaning", String(30)),
    Column("told_at", UtcTime),
    Column("ack_id", String(300)),
    Column("ack", String(10)),
    UniqueConstraint("account", "event_key"),
    Index("ix_incoming_state", "state"),
)

orders = Table(
    "orders",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("account", String(100), nullable=False),
    Column("ref", String(200), nullable=False),
    Column("code", String(200), nullable=False),
    Column("status", String(30), nullable=False),
    # The domain's SaidOrder as JSON; see codec.
    Column("said", Text, nullable=False),
    # False: first seen when it was beyond picking ("not picked here").
    Column("ours", Boolean, nullable=False),
    # How it left the desk without the desk: "" | finished_elsewhere | cancelled | cancelled_after_pickup
    Column("ended_by", String(30), nullable=False, default=""),
    # JSON list of [line key, "new" | "gone" | "changed"] that the picker has to be told of.
    Column("flags", Text, nullable=False, default="[]"),
    Column("pick_by", UtcTime),
    Column("first_seen_at", UtcTime, nullable=False),
    Column("heard_at", UtcTime, nullable=False),
    Column("closed_at", UtcTime),
    UniqueConstraint("account", "ref"),
    Index("ix_orders_status", "status"),
)

picks = Table(
    "picks",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("order_id", Integer, ForeignKey("orders.id"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("kind", String(30), nullable=False),
    Column("fact", Text, nullable=False),
    Column("at", UtcTime, nullable=False),
    Column("picker", String(100), nullable=False, default=""),
    UniqueConstraint("order_id", "number"),
)

scans = Table(
    "scans",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("at", UtcTime, nullable=False),
    # The store's own day (its time zone), and the running number in it.
    Column("day", String(10), nullable=False),
    Column("number", Integer, nullable=False),
    Column("raw", Text, nullable=False),
    Column("code", String(200), nullable=False, default=""),
    Column("outcome", String(30), nullable=False),
    Column("reason", String(60), nullable=False, default=""),
    Column("order_id", Integer, ForeignKey("orders.id")),
    Column("line", String(200), nullable=False, default=""),
    Column("amount", String(30), nullable=False, default=""),
    # The running number of the fact in its order that the scan led to.
    Column("fact_number", Integer),
    Column("picker", String(100), nullable=False, default=""),
    # What it was taken for: product | label | order | command | unknown …; keyboard | serial
    Column("kind", String(20)),
    Column("source", String(20)),
    # Milliseconds between its characters.
    Column("gap_least", Integer),
    Column("gap_median", Integer),
    Column("gap_most", Integer),
    UniqueConstraint("day", "number"),
)

# A yes that a scan's question was given: the fact that it led to. A scan's own row never changes.
scan_answers = Table(
    "scan_answers",
    metadata,
    Column("scan_id", Integer, ForeignKey("scans.id"), primary_key=True),
    Column("order_id", Integer, ForeignKey("orders.id"), nullable=False),
    Column("fact_number", Integer, nullable=False),
    Column("at", UtcTime, nullable=False),
)

# The shop's own rules for the labels of its scale (barcodes_and_scanners.md section 9).
label_rules = Table(
    "label_rules",
    metadata,
    Column("name", String(60), primary_key=True),
    # JSON list
    Column("prefixes", Text, nullable=False),
    Column("pattern", String(12), nullable=False),
    # weight | price
    Column("measure", String(10), nullable=False),
    Column("decimals", Integer, nullable=False),
    Column("taught_at", UtcTime, nullable=False),
)

# The keys of labels that a person tied to a product.
tied_codes = Table(
    "tied_codes",
    metadata,
    Column("account", String(100), primary_key=True),
    Column("form", String(200), primary_key=True),
    Column("sku", String(200), nullable=False),
    Column("at", UtcTime, nullable=False),
)

# The shelf price of a kilogram that a person said yes to, for one product on one day of the store.
shelf_prices = Table(
    "shelf_prices",
    metadata,
    Column("account", String(100), primary_key=True),
    Column("sku", String(200), primary_key=True),
    Column("day", String(10), primary_key=True),
    Column("price", String(30), nullable=False),
)

# What the program learned of this counter's devices.
learned = Table(
    "learned",
    metadata,
    # scanner
    Column("name", String(60), primary_key=True),
    # JSON
    Column("value", Text, nullable=False),
    Column("at", UtcTime, nullable=False),
)

owed = Table(
    "owed",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("key", String(36), nullable=False, unique=True),
    Column("account", String(100), nullable=False),
    Column("order_id", Integer, ForeignKey("orders.id"), nullable=False),
    # The domain's Kind: FULFIL | CANCEL | CHECK
    Column("kind", String(20), nullable=False),
    Column("command", Text, nullable=False),
    # The running number of the fact that owes it; None for a check.
    Column("fact_number", Integer),
    Column("created_at", UtcTime, nullable=False),
    # Not before this time: a check that gathers more changes.
    Column("not_before", UtcTime),
    Column("withdrawn_at", UtcTime),
    Index("ix_owed_order_id", "order_id"),
)

deliveries = Table(
    "deliveries",
    metadata,
    Column("owed_id", Integer, ForeignKey("owed.id"), primary_key=True),
    # queued | sending | accepted | confirmed | refused | uncertain | dropped; no row at all: queued
    Column("state", String(20), nullable=False),
    # The exact bytes, stored before the first send.
    Column("body", LargeBinary),
    Column("sends", Integer, nullable=False, default=0),
    Column("reads", Integer, nullable=False, default=0),
    Column("failures", Integer, nullable=False, default=0),
    Column("first_sent_at", UtcTime),
    Column("sent_at", UtcTime),
    Column("next_at", UtcTime),
    Column("accepted_at", UtcTime),
    Column("ended_at", UtcTime),
    # When it was first told, by the platform's own clock: ours may be set between a message and its event.
    Column("told_at", UtcTime),
    # Since the last send: the first read-back that showed the order still open, and the first that did not find it.
    Column("open_seen_at", UtcTime),
    Column("missing_since", UtcTime),
    # It carried lines without the platform's id, and the order was not read back since.
    Column("unlearned", Boolean, nullable=False, default=False),
    # The last error: code of port's error, HTTP status, the platform's own words, JSON list of the lines it names.
    Column("error", String(30), nullable=False, default=""),
    Column("http_status", Integer),
    Column("words", Text, nullable=False, default=""),
    Column("lines", Text, nullable=False, default="[]"),
    # Platform's total of an accepted check, as decimal text; "" where it gave none.
    Column("total", String(30), nullable=False, default=""),
    # Code of an incident (carts differ, asked the person …) and its details.
    Column("note", String(60), nullable=False, default=""),
    Column("details", Text, nullable=False, default=""),
    Index("ix_deliveries_state", "state"),
)

products = Table(
    "products",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("account", String(100), nullable=False),
    Column("sku", String(200), nullable=False),
    Column("name", Text, nullable=False),
    # Lower-case words without accents, for the search as one types.
    Column("search", Text, nullable=False),
    Column("unit_price", String(30), nullable=False, default=""),
    Column("by_weight", Boolean, nullable=False, default=False),
    Column("active", Boolean, nullable=False, default=True),
    Column("renewed_at", UtcTime, nullable=False),
    UniqueConstraint("account", "sku"),
)

barcodes = Table(
    "barcodes",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("account", String(100), nullable=False),
    # GTIN-14 form where it is a GTIN, else the text as it is.
    Column("form", String(200), nullable=False),
    Column("sku", String(200), nullable=False),
    UniqueConstraint("account", "form", "sku"),
    Index("ix_barcodes_form", "form"),
)

# What the shop sets at a platform: prices, what is on sale, whether it is open.
shop_calls = Table(
    "shop_calls",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("account", String(100), nullable=False),
    # price | product | shop
    Column("kind", String(10), nullable=False),
    # What is set: a newer value for the same target takes the place of an older one that was not sent.
    Column("target", Text, nullable=False),
    # The values as JSON; see store.shop_calls.
    Column("call", Text, nullable=False),
    Column("created_at", UtcTime, nullable=False),
    Column("picker", String(100), nullable=False, default=""),
    # queued | sending | sent | refused | replaced
    Column("state", String(20), nullable=False),
    Column("tries", Integer, nullable=False, default=0),
    Column("next_at", UtcTime),
    Column("ended_at", UtcTime),
    # The last error: code of port's error, HTTP status, the platform's own words.
    Column("error", String(30), nullable=False, default=""),
    Column("http_status", Integer),
    Column("words", Text, nullable=False, default=""),
    Index("ix_shop_calls_state", "state"),
)

watermarks = Table(
    "watermarks",
    metadata,
    # orders:<account> | catalog:<account>
    Column("name", String(150), primary_key=True),
    Column("until", UtcTime, nullable=False),
    Column("details", Text, nullable=False, default=""),
)
