"""Where sheets hang, and how often codes are opened."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "hanging",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("territory", sa.String(), nullable=False),
        sa.Column("query", sa.Text(), nullable=False),
        sa.Column("spot", sa.Text(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("printed", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hanging")),
    )
    with op.batch_alter_table("hanging", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_hanging_territory"), ["territory"], unique=False)
    op.create_table(
        "scan",
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("code", "day", name=op.f("pk_scan")),
    )


def downgrade() -> None:
    op.drop_table("scan")
    with op.batch_alter_table("hanging", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_hanging_territory"))
    op.drop_table("hanging")
