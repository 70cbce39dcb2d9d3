"""Polled events with what they mean and their acknowledgment, and what the shop sets at a platform."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go forward."""
    op.add_column("incoming", sa.Column("meaning", sa.String(length=30), nullable=True))
    op.add_column("incoming", sa.Column("told_at", sa.DateTime(), nullable=True))
    op.add_column("incoming", sa.Column("ack_id", sa.String(length=300), nullable=True))
    op.add_column("incoming", sa.Column("ack", sa.String(length=10), nullable=True))
    op.create_table(
        "shop_calls",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("account", sa.String(length=100), nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("target", sa.Text(), nullable=False),
        sa.Column("call", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("picker", sa.String(length=100), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("next_at", sa.DateTime(), nullable=True),
        sa.Column("ended_at", sa.DateTime(), nullable=True),
        sa.Column("error", sa.String(length=30), nullable=False),
        sa.Column("http_status", sa.Integer(), nullable=True),
        sa.Column("words", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_shop_calls")),
    )
    with op.batch_alter_table("shop_calls") as batch_op:
        batch_op.create_index("ix_shop_calls_state", ["state"], unique=False)
