"""What scans led to, the shop's own label rules, tied codes, shelf prices, and what was learned of the scanner."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go forward."""
    op.add_column("scans", sa.Column("kind", sa.String(length=20), nullable=True))
    op.add_column("scans", sa.Column("source", sa.String(length=20), nullable=True))
    for name in ("gap_least", "gap_median", "gap_most"):
        op.add_column("scans", sa.Column(name, sa.Integer(), nullable=True))
    op.create_table(
        "scan_answers",
        sa.Column("scan_id", sa.Integer(), nullable=False),
        sa.Column("order_id", sa.Integer(), nullable=False),
        sa.Column("fact_number", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["scan_id"], ["scans.id"], name=op.f("fk_scan_answers_scan_id")),
        sa.ForeignKeyConstraint(["order_id"], ["orders.id"], name=op.f("fk_scan_answers_order_id")),
        sa.PrimaryKeyConstraint("scan_id", name=op.f("pk_scan_answers")),
    )
    op.create_table(
        "label_rules",
        sa.Column("name", sa.String(length=60), nullable=False),
        sa.Column("prefixes", sa.Text(), nullable=False),
        sa.Column("pattern", sa.String(length=12), nullable=False),
        sa.Column("measure", sa.String(length=10), nullable=False),
        sa.Column("decimals", sa.Integer(), nullable=False),
        sa.Column("taught_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_label_rules")),
    )
    op.create_table(
        "tied_codes",
        sa.Column("account", sa.String(length=100), nullable=False),
        sa.Column("form", sa.String(length=200), nullable=False),
        sa.Column("sku", sa.String(length=200), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("account", "form", name=op.f("pk_tied_codes")),
    )
    op.create_table(
        "shelf_prices",
        sa.Column("account", sa.String(length=100), nullable=False),
        sa.Column("sku", sa.String(length=200), nullable=False),
        sa.Column("day", sa.String(length=10), nullable=False),
        sa.Column("price", sa.String(length=30), nullable=False),
        sa.PrimaryKeyConstraint("account", "sku", "day", name=op.f("pk_shelf_prices")),
    )
    op.create_table(
        "learned",
        sa.Column("name", sa.String(length=60), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_learned")),
    )
