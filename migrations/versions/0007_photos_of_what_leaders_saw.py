"""Photos of what leaders saw."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("suggestion") as batch_op:
        batch_op.add_column(sa.Column("photo", sa.String(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("suggestion") as batch_op:
        batch_op.drop_column("photo")
