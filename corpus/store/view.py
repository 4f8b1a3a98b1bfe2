"""What may be read: every query carries the reader's clearance, counts included.

What may not be seen is answered like what is not held.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property

from sqlalchemy import ColumnElement, Connection, Select, and_, func, not_, or_, select

from corpus.errors import NotHeld
from corpus.markings import Clearance, Marking
from corpus.records import Decision, Document, LedgerEntry, Notice, Pair, Passage, Record, storable
from corpus.schema import changes, decisions, documents, ledger, links, notices, passages, records, vectors
from corpus.store import rows

_MANY = 500  # ids in one query: below SQLite's limit of variables


class View:
    """All readers of one connection and one clearance."""

    def __init__(self, connection: Connection, clearance: Clearance) -> None:
        self._connection = connection
        self.clearance = clearance

    @cached_property
    def documents(self) -> "DocumentReader":
        return DocumentReader(self._connection, self.clearance)

    @cached_property
    def records(self) -> "RecordReader":
        return RecordReader(self._connection, self.clearance)

    @cached_property
    def passages(self) -> "PassageReader":
        return PassageReader(self._connection, self.clearance)

    @cached_property
    def links(self) -> "LinkReader":
        return LinkReader(self._connection, self.clearance)

    @cached_property
    def ledger(self) -> "LedgerReader":
        return LedgerReader(self._connection, self.clearance)

    def newest_change_of_passages(self) -> int:
        """The number of the last write that touched what is searched."""
        touching = changes.c.what.in_(("document", "deleted", "vectors"))
        return int(self._connection.execute(select(func.max(changes.c.seq)).where(touching)).scalar() or 0)

    def links_are_current(self, model: str) -> bool:
        """Whether the links were judged by this model after the last document was written or deleted."""
        about = select(changes.c.seq, changes.c.detail).where(changes.c.what == "links")
        judged = self._connection.execute(about.order_by(changes.c.seq.desc()).limit(1)).first()
        written = select(func.max(changes.c.seq)).where(changes.c.what.in_(("document", "deleted")))
        newest = int(self._connection.execute(written).scalar() or 0)
        return judged is not None and judged.detail == model and judged.seq > newest


class _Reader:
    def __init__(self, connection: Connection, clearance: Clearance) -> None:
        self._connection = connection
        self._rank = clearance.rank


class DocumentReader(_Reader):
    """Documents, in the order of their ids."""

    def _seen(self) -> Select[tuple[object, ...]]:
        return select(documents).where(documents.c.marking_rank <= self._rank).order_by(documents.c.id)

    def all(self) -> list[Document]:
        return [rows.document_value(row) for row in self._connection.execute(self._seen()).mappings()]

    def page(self, after: str | None, limit: int) -> list[Document]:
        """Documents behind one id, at most `limit` of them."""
        query = self._seen().limit(limit)
        if after is not None:
            query = query.where(documents.c.id > after)
        return [rows.document_value(row) for row in self._connection.execute(query).mappings()]

    def find(self, document: str) -> Document | None:
        row = self._connection.execute(self._seen().where(documents.c.id == document)).mappings().first()
        return None if row is None else rows.document_value(row)

    def get(self, document: str) -> Document:
        """Raises NotHeld where there is none, or none that may be seen."""
        found = self.find(document)
        if found is None:
            raise NotHeld(f"No document {document!r} is held.", remedy="aimtrace status lists what is held.")
        return found

    def named(self, name: str) -> list[Document]:
        """Documents by what a user would call them: id or its beginning, file name, stem, number in either form."""
        wanted = " ".join(name.split()).casefold()
        found = []
        for document in self.all():
            names = {document.id, document.source, document.source.rsplit(".", 1)[0]}
            names |= {n for n in (document.reference, document.register_id) if n}
            if wanted in {n.casefold() for n in names} or (len(wanted) >= 6 and document.id.startswith(wanted)):
                found.append(document)
        return found

    def count(self) -> int:
        seen = documents.c.marking_rank <= self._rank
        return int(self._connection.execute(select(func.count()).select_from(documents).where(seen)).scalar() or 0)

    def notices(self, document: str) -> list[Notice]:
        query = (
            select(notices)
            .join(documents, documents.c.id == notices.c.document_id)
            .where(notices.c.document_id == document, documents.c.marking_rank <= self._rank)
            .order_by(notices.c.ordinal)
        )
        return [rows.notice_value(row) for row in self._connection.execute(query).mappings()]

    def provenance(self, document: str) -> str | None:
        seen = documents.c.marking_rank <= self._rank
        query = select(documents.c.provenance).where(documents.c.id == document, seen)
        return self._connection.execute(query).scalar()

    def made_by(self) -> dict[str, tuple[str, str]]:
        """(id, provenance) of every document, by the hash of its file."""
        columns = (documents.c.sha256, documents.c.id, documents.c.provenance)
        query = select(*columns).where(documents.c.marking_rank <= self._rank)
        return {str(sha256): (str(document), str(made)) for sha256, document, made in self._connection.execute(query)}

    def with_text(self, text_hash: str) -> Document | None:
        """The document that says the same words."""
        row = self._connection.execute(self._seen().where(documents.c.text_hash == text_hash)).mappings().first()
        return None if row is None else rows.document_value(row)


class RecordReader(_Reader):
    """Records of documents that may be seen, in the order of their documents and places."""

    def _seen(self) -> Select[tuple[object, ...]]:
        return (
            select(records)
            .join(documents, documents.c.id == records.c.document_id)
            .where(documents.c.marking_rank <= self._rank)
            .order_by(records.c.document_id, records.c.ordinal)
        )

    def of(self, document: str) -> list[Record]:
        query = self._seen().where(records.c.document_id == document)
        return [rows.record_value(row) for row in self._connection.execute(query).mappings()]

    def get(self, record: str) -> tuple[Record, str]:
        """A record and the id of its document. Raises NotHeld where there is none that may be seen."""
        row = self._connection.execute(self._seen().where(records.c.id == record)).mappings().first()
        if row is None:
            raise NotHeld(
                f"No record {record!r} is held.", remedy="Ids are those that search, show and coverage print."
            )
        return rows.record_value(row), row["document_id"]

    def of_types(self, types: Sequence[str]) -> list[tuple[str, Record]]:
        """(document id, record) of all records of some types."""
        query = self._seen().where(records.c.type.in_(list(types)))
        return [(row["document_id"], rows.record_value(row)) for row in self._connection.execute(query).mappings()]

    def counts(self) -> dict[str, int]:
        query = (
            select(records.c.type, func.count())
            .join(documents, documents.c.id == records.c.document_id)
            .where(documents.c.marking_rank <= self._rank)
            .group_by(records.c.type)
            .order_by(records.c.type)
        )
        return {str(kind): int(count) for kind, count in self._connection.execute(query)}


class PassageReader(_Reader):
    """What is searched, and the vectors of it."""

    def all(self) -> Iterator[tuple[Passage, int, str | None]]:
        """Every passage with its document's marking rank and cycle, in a fixed order."""
        query = (
            select(passages, documents.c.marking_rank, documents.c.cycle)
            .join(documents, documents.c.id == passages.c.document_id)
            .where(documents.c.marking_rank <= self._rank)
            .order_by(passages.c.document_id, passages.c.ordinal)
        )
        for row in self._connection.execute(query).mappings():
            yield rows.passage_value(row), int(row["marking_rank"]), row["cycle"]

    def many(self, ids: Sequence[str]) -> dict[str, Passage]:
        """Passages by id; those that may not be seen are left out."""
        found: dict[str, Passage] = {}
        for start in range(0, len(ids), _MANY):
            query = (
                select(passages)
                .join(documents, documents.c.id == passages.c.document_id)
                .where(passages.c.id.in_(list(ids[start : start + _MANY])), documents.c.marking_rank <= self._rank)
            )
            for row in self._connection.execute(query).mappings():
                found[row["id"]] = rows.passage_value(row)
        return found

    def count(self) -> int:
        query = (
            select(func.count())
            .select_from(passages.join(documents, documents.c.id == passages.c.document_id))
            .where(documents.c.marking_rank <= self._rank)
        )
        return int(self._connection.execute(query).scalar() or 0)

    def without_vector(self, model: str) -> list[Passage]:
        """Passages that a model has not encoded yet."""
        encoded = select(vectors.c.passage_id).where(vectors.c.model == model)
        query = (
            select(passages)
            .join(documents, documents.c.id == passages.c.document_id)
            .where(documents.c.marking_rank <= self._rank, passages.c.id.not_in(encoded))
            .order_by(passages.c.document_id, passages.c.ordinal)
        )
        return [rows.passage_value(row) for row in self._connection.execute(query).mappings()]

    def vectors(self, model: str) -> Iterator[tuple[str, bytes]]:
        """(passage id, float32 bytes) of a model, in the order of `all`."""
        query = (
            select(passages.c.id, vectors.c.data)
            .join(vectors, vectors.c.passage_id == passages.c.id)
            .join(documents, documents.c.id == passages.c.document_id)
            .where(vectors.c.model == model, documents.c.marking_rank <= self._rank)
            .order_by(passages.c.document_id, passages.c.ordinal)
        )
        for passage, data in self._connection.execute(query):
            yield str(passage), bytes(data)


class LinkReader(_Reader):
    """Judged pairs and decisions, where both ends may be seen."""

    def _seen(self) -> Select[tuple[object, ...]]:
        action_docs, clause_docs = documents.alias(), documents.alias()
        actions, clauses = records.alias(), records.alias()
        return (
            select(links)
            .join(actions, actions.c.id == links.c.action_id)
            .join(clauses, clauses.c.id == links.c.clause_id)
            .join(action_docs, action_docs.c.id == actions.c.document_id)
            .join(clause_docs, clause_docs.c.id == clauses.c.document_id)
            .where(action_docs.c.marking_rank <= self._rank, clause_docs.c.marking_rank <= self._rank)
            .order_by(links.c.clause_id, links.c.probability.desc(), links.c.action_id)
        )

    def all(self) -> list[Pair]:
        """Pairs whose both ends may be seen; a decided pair carries the decision."""
        return [rows.pair_value(row) for row in self._connection.execute(self._seen()).mappings()]

    def decisions(self) -> list[Decision]:
        """All decisions, oldest first; the newest one on a pair holds."""
        query = select(decisions).order_by(decisions.c.seq)
        seen = {
            str(i)
            for (i,) in self._connection.execute(select(documents.c.id).where(documents.c.marking_rank <= self._rank))
        }
        found = [rows.decision_value(row) for row in self._connection.execute(query).mappings()]
        return [d for d in found if d.action_document in seen and d.clause_document in seen]

    def model(self) -> str | None:
        """What judged the pairs; None where there is none whose both ends may be seen."""
        return self._connection.execute(self._seen().with_only_columns(links.c.model).limit(1)).scalar()


class LedgerReader(_Reader):
    """What became of each file. A reader sees the lines of what she may see; a refused file's line holds no text of it.

    A file that was refused or that failed before its marking was read may be anything: its line is for those who may see
    all that the store may hold. They see the lines of classified files too, and so learn that one stands in their folder.
    """

    def all(self) -> list[LedgerEntry]:
        query = select(ledger).where(self._visible()).order_by(ledger.c.path)
        return [rows.ledger_value(row) for row in self._connection.execute(query).mappings()]

    def _visible(self) -> ColumnElement[bool]:
        seen = ledger.c.marking_rank <= self._rank
        broke_off = ledger.c.outcome.in_(("refused", "failed"))
        if self._rank < Marking.LIMITE.rank:
            return and_(seen, or_(ledger.c.marking.is_not(None), not_(broke_off)))
        return or_(seen, broke_off)

    def find(self, path: str) -> LedgerEntry | None:
        """The line of a file, by its path as the system gives it or as the ledger keeps it."""
        query = select(ledger).where(ledger.c.path == storable(path), self._visible())
        row = self._connection.execute(query).mappings().first()
        return None if row is None else rows.ledger_value(row)

    def with_hash(self, sha256: str) -> list[LedgerEntry]:
        query = select(ledger).where(ledger.c.sha256 == sha256, self._visible()).order_by(ledger.c.path)
        return [rows.ledger_value(row) for row in self._connection.execute(query).mappings()]

    def outcomes(self) -> dict[str, int]:
        return dict(Counter(entry.outcome for entry in self.all()))

    def newest(self) -> str | None:
        """When the last file was looked at."""
        return self._connection.execute(select(func.max(ledger.c.at)).where(self._visible())).scalar()
