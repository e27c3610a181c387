"""A digest a row, and a history.

Digests of rows that are already there are computed here, by the rule of this release: whatever a later one does,
this step stays what it was.
"""

import hashlib
import json

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

CONTENT = {
    "territory": ["id", "document"],
    "place": ["id", "document"],
    "walk": ["id", "document"],
    "category": ["id", "document"],
    "entry": ["id", "document"],
    "calendar": ["id", "known_until", "timezone"],
    "public_holiday": ["day", "name"],
    "school_holiday": ["first", "id", "label", "last", "zone"],
    "plan": ["id", "document"],
    "translation": ["by", "key", "language", "note", "on", "source", "state", "words"],
    "code": ["code", "id", "kind"],
}
"""Each table of content, and what its digest covers, in that order."""


def upgrade() -> None:
    for name in [*CONTENT, "source_file"]:
        with op.batch_alter_table(name) as batch_op:
            batch_op.add_column(sa.Column("digest", sa.String(), nullable=True))
    total = sum(_digest_rows(name, said) for name, said in CONTENT.items())
    _digest_files()
    for name in [*CONTENT, "source_file"]:
        with op.batch_alter_table(name) as batch_op:
            batch_op.alter_column("digest", existing_type=sa.String(), nullable=False)
            if name in RANKED:
                batch_op.alter_column("rank", existing_type=sa.Integer(), type_=sa.Double(), existing_nullable=False)
    op.get_bind().execute(sa.text("UPDATE revision SET digest = :digest"), {"digest": f"{total % 2**256:064x}"})
    _make_tables()


def downgrade() -> None:
    op.drop_table("unfiled")
    op.drop_table("change")
    op.drop_table("loading")
    for name in [*CONTENT, "source_file"]:
        with op.batch_alter_table(name) as batch_op:
            batch_op.drop_column("digest")
            if name in RANKED:
                batch_op.alter_column("rank", existing_type=sa.Double(), type_=sa.Integer(), existing_nullable=False)


RANKED = {"territory", "place", "walk", "category", "entry", "school_holiday", "translation", "code"}


def _digest_rows(name: str, said: list[str]) -> int:
    """Give each row of a table its digest; return the sum of what they add to the library's."""
    table = sa.table(name, *map(sa.column, {*said, "rank", "digest"} if name in RANKED else {*said, "digest"}))
    keys = sa.inspect(op.get_bind()).get_pk_constraint(name)["constrained_columns"]
    total, digested = 0, []
    for row in op.get_bind().execute(sa.select(table)).mappings().all():
        words = json.dumps([name, *(row[each] for each in said)], ensure_ascii=False, default=str)
        digest = hashlib.sha256(words.encode()).hexdigest()
        rank = float(row["rank"]) if name in RANKED else None
        total += int(hashlib.sha256(f"{digest} {rank}".encode()).hexdigest(), 16)
        digested.append({f"key_{key}": row[key] for key in keys} | {"digest": digest})
    _store(table, keys, digested)
    return total


def _digest_files() -> None:
    table = sa.table("source_file", sa.column("path"), sa.column("data"), sa.column("digest"))
    rows = op.get_bind().execute(sa.select(table.c.path, table.c.data)).all()
    _store(table, ["path"], [{"key_path": path, "digest": hashlib.sha256(data).hexdigest()} for path, data in rows])


def _store(table: sa.TableClause, keys: list[str], rows: list[dict[str, object]]) -> None:
    is_row = sa.and_(*(table.c[key] == sa.bindparam(f"key_{key}") for key in keys))
    if rows:
        op.get_bind().execute(sa.update(table).where(is_row).values(digest=sa.bindparam("digest")), rows)


def _make_tables() -> None:
    op.create_table(
        "loading",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("program", sa.String(), nullable=False),
        sa.Column("warnings", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_loading")),
    )
    op.create_table(
        "change",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("field", sa.String(), nullable=False),
        sa.Column("before", sa.Text(), nullable=True),
        sa.Column("after", sa.Text(), nullable=True),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("why", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_change")),
    )
    with op.batch_alter_table("change", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_change_at"), ["at"], unique=False)
        batch_op.create_index("ix_change_subject", ["kind", "subject"], unique=False)
    op.create_table(
        "unfiled",
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("filed", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("kind", "subject", name=op.f("pk_unfiled")),
    )
