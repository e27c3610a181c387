"""How much of what is handed out on a day."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "use",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("territory", sa.String(), nullable=False),
        sa.Column("lang", sa.String(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("day", "kind", "territory", "lang", name=op.f("pk_use")),
    )


def downgrade() -> None:
    op.drop_table("use")
