"""How many suggestions a network sends, and decisions that were taken at once."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "sending",
        sa.Column("who", sa.String(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("hour", sa.Integer(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("who", "day", "hour", name=op.f("pk_sending")),
    )
    with op.batch_alter_table("sending") as batch_op:
        batch_op.create_index(batch_op.f("ix_sending_day"), ["day"], unique=False)
    with op.batch_alter_table("decision") as batch_op:
        batch_op.add_column(sa.Column("together", sa.Integer(), nullable=True))
        batch_op.create_index(batch_op.f("ix_decision_together"), ["together"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("decision") as batch_op:
        batch_op.drop_index(batch_op.f("ix_decision_together"))
        batch_op.drop_column("together")
    op.drop_table("sending")
