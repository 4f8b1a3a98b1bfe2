"""The tables, for SQLite and PostgreSQL alike. Only `corpus.store` imports this module.

Ids are made from content, so a row that is written twice is the same row. What can be derived (vectors, words) is not
here but in a generation folder; what people decide is append-only.
"""

from sqlalchemy import (
    JSON,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
)

HEAD = "0001"  # the newest migration

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)

documents = Table(
    "documents",
    metadata,
    Column("id", String(16), primary_key=True),
    Column("sha256", String(64), nullable=False, unique=True),
    Column("source", Text, nullable=False),
    Column("pages", Integer, nullable=False),
    Column("title", Text),
    Column("kind", String(32), nullable=False),
    Column("reference", Text),
    Column("register_id", Text),
    Column("issuer", Text),
    Column("date", String(10)),
    Column("language", String(8)),
    Column("cycle", String(9)),
    Column("marking", String(32)),
    Column("marking_rank", Integer, nullable=False),
    Column("subject_codes", JSON, nullable=False),
    Column("text_hash", String(64), nullable=False),
    Column("provenance", Text, nullable=False),
    Column("added_at", String(32), nullable=False),
    Index(None, "text_hash"),
)

records = Table(
    "records",
    metadata,
    Column("id", String(16), primary_key=True),
    Column("document_id", String(16), ForeignKey("documents.id", ondelete="CASCADE"), nullable=False),
    Column("ordinal", Integer, nullable=False),
    Column("type", String(16), nullable=False),
    Column("number", Text),
    Column("title", Text),
    Column("text", Text, nullable=False),
    Column("parent", String(16)),
    Column("fields", JSON, nullable=False),
    Column("confidence", Float, nullable=False),
    Column("spans", JSON, nullable=False),
    Index(None, "document_id"),
    Index(None, "type"),
)

notices = Table(
    "notices",
    metadata,
    Column("document_id", String(16), ForeignKey("documents.id", ondelete="CASCADE"), nullable=False),
    Column("ordinal", Integer, nullable=False),
    Column("code", String(48), nullable=False),
    Column("message", Text, nullable=False),
    Column("page", Integer),
    Column("box", JSON),
    PrimaryKeyConstraint("document_id", "ordinal"),
)

passages = Table(
    "passages",
    metadata,
    Column("id", String(20), primary_key=True),
    Column("document_id", String(16), ForeignKey("documents.id", ondelete="CASCADE"), nullable=False),
    Column("ordinal", Integer, nullable=False),
    Column("record_id", String(16)),
    Column("type", String(16)),
    Column("text", Text, nullable=False),
    Column("context", JSON, nullable=False),
    Column("spans", JSON, nullable=False),
    Index(None, "document_id"),
)

vectors = Table(
    "vectors",
    metadata,
    Column("passage_id", String(20), ForeignKey("passages.id", ondelete="CASCADE"), nullable=False),
    Column("model", String(96), nullable=False),
    Column("data", LargeBinary, nullable=False),
    PrimaryKeyConstraint("passage_id", "model"),
)

ledger = Table(
    "ledger",
    metadata,
    Column("path", Text, primary_key=True),
    Column("sha256", String(64)),
    Column("size", Integer),
    Column("outcome", String(16), nullable=False),
    Column("class", String(16)),
    Column("reason", Text),
    Column("document_id", String(16)),
    Column("kind", String(32)),
    Column("marking", String(32)),
    Column("marking_rank", Integer, nullable=False),
    Column("pages", Integer),
    Column("records", JSON, nullable=False),
    Column("warnings", Integer, nullable=False),
    Column("seconds", Float, nullable=False),
    Column("provenance", Text, nullable=False),
    Column("at", String(32), nullable=False),
    Index(None, "sha256"),
)

links = Table(
    "links",
    metadata,
    Column("action_id", String(16), ForeignKey("records.id", ondelete="CASCADE"), nullable=False),
    Column("clause_id", String(16), ForeignKey("records.id", ondelete="CASCADE"), nullable=False),
    Column("aim_id", String(16), nullable=False),
    Column("level", Integer, nullable=False),
    Column("probability", Float, nullable=False),
    Column("evidence", JSON, nullable=False),
    Column("model", String(96), nullable=False),
    PrimaryKeyConstraint("action_id", "clause_id"),
    Index(None, "clause_id"),
)

# What people decided about a link: append-only, and kept when a document is read again. The words of both ends go with
# it, so that the decision finds its place when ids change with the text.
decisions = Table(
    "decisions",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=True),
    Column("at", String(32), nullable=False),
    Column("actor", Text, nullable=False),
    Column("action_id", String(16), nullable=False),
    Column("clause_id", String(16), nullable=False),
    Column("action_document", String(16), nullable=False),
    Column("clause_document", String(16), nullable=False),
    Column("action_text", Text, nullable=False),
    Column("clause_text", Text, nullable=False),
    Column("status", String(16), nullable=False),
    Column("level", Integer),
    Column("reason", Text),
    Index(None, "action_id"),
)

# Every write that readers of derived files must follow, in order.
changes = Table(
    "changes",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=True),
    Column("at", String(32), nullable=False),
    Column("what", String(32), nullable=False),
    Column("document_id", String(16)),
    Column("detail", Text),
)
