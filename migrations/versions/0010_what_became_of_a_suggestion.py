"""Tickets of senders, and what they answered."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("suggestion") as batch_op:
        batch_op.add_column(sa.Column("ticket", sa.String(), nullable=True))
        batch_op.create_index(batch_op.f("ix_suggestion_ticket"), ["ticket"], unique=True)
    op.create_table(
        "answer",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("suggestion", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["suggestion"], ["suggestion.id"], name=op.f("fk_answer_suggestion_suggestion")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_answer")),
    )
    with op.batch_alter_table("answer") as batch_op:
        batch_op.create_index(batch_op.f("ix_answer_suggestion"), ["suggestion"], unique=False)


def downgrade() -> None:
    op.drop_table("answer")
    with op.batch_alter_table("suggestion") as batch_op:
        batch_op.drop_index(batch_op.f("ix_suggestion_ticket"))
        batch_op.drop_column("ticket")
