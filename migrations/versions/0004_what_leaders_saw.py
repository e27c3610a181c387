"""What leaders saw at the stops of a walk, and how many came."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("suggestion") as batch_op:
        batch_op.add_column(sa.Column("seen", sa.String(), nullable=True))
        batch_op.add_column(sa.Column("stop", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("came", sa.JSON(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("suggestion") as batch_op:
        for name in ("came", "stop", "seen"):
            batch_op.drop_column(name)
