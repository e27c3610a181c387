"""The desk: people, their invitations and sign-ins, attempts, decisions."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "person",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("territories", sa.String(), nullable=False),
        sa.Column("password", sa.String(), nullable=True),
        sa.Column("added_at", sa.DateTime(), nullable=False),
        sa.Column("revoked_at", sa.DateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person")),
        sa.UniqueConstraint("name", name=op.f("uq_person_name")),
    )
    op.create_table(
        "attempt",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("who", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attempt")),
    )
    _index("attempt", "who", "at")
    op.create_table(
        "invitation",
        sa.Column("hash", sa.String(), nullable=False),
        sa.Column("person", sa.Integer(), nullable=False),
        sa.Column("expires_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["person"], ["person.id"], name=op.f("fk_invitation_person_person")),
        sa.PrimaryKeyConstraint("hash", name=op.f("pk_invitation")),
    )
    _index("invitation", "person")
    op.create_table(
        "sign_in",
        sa.Column("hash", sa.String(), nullable=False),
        sa.Column("person", sa.Integer(), nullable=False),
        sa.Column("signed_in_at", sa.DateTime(), nullable=False),
        sa.Column("expires_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["person"], ["person.id"], name=op.f("fk_sign_in_person_person")),
        sa.PrimaryKeyConstraint("hash", name=op.f("pk_sign_in")),
    )
    _index("sign_in", "person")
    op.create_table(
        "decision",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("person", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("suggestion", sa.Integer(), nullable=True),
        sa.Column("place", sa.String(), nullable=True),
        sa.Column("was", sa.String(), nullable=True),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=True),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("undone_by", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["person"], ["person.id"], name=op.f("fk_decision_person_person")),
        sa.ForeignKeyConstraint(["suggestion"], ["suggestion.id"], name=op.f("fk_decision_suggestion_suggestion")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_decision")),
    )
    _index("decision", "at", "person", "suggestion")
    with op.batch_alter_table("change") as batch_op:
        batch_op.add_column(sa.Column("decision", sa.Integer(), nullable=True))
        batch_op.create_index(batch_op.f("ix_change_decision"), ["decision"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("change") as batch_op:
        batch_op.drop_index(batch_op.f("ix_change_decision"))
        batch_op.drop_column("decision")
    for table in ("decision", "sign_in", "invitation", "attempt", "person"):
        op.drop_table(table)


def _index(table: str, *names: str) -> None:
    with op.batch_alter_table(table) as batch_op:
        for name in names:
            batch_op.create_index(batch_op.f(f"ix_{table}_{name}"), [name], unique=False)
