"""When a platform was told a message, by its own clock: ours may be set meanwhile."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go forward."""
    op.add_column("deliveries", sa.Column("told_at", sa.DateTime(), nullable=True))
