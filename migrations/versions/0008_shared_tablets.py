"""Tablets that a team shares: a short sign-in there, opened again with a few digits."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "tablet_pin",
        sa.Column("tablet", sa.String(), nullable=False),
        sa.Column("person", sa.Integer(), sa.ForeignKey("person.id"), nullable=False),
        sa.Column("pin", sa.String(), nullable=False),
        sa.Column("wrong", sa.Integer(), nullable=False),
        sa.Column("used_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("tablet", "person"),
    )
    with op.batch_alter_table("sign_in") as batch_op:
        batch_op.add_column(sa.Column("tablet", sa.String(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("sign_in") as batch_op:
        batch_op.drop_column("tablet")
    op.drop_table("tablet_pin")
