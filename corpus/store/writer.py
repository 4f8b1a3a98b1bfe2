"""What may be written, in somebody's name: every write leaves a line in the change log."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Table, delete, insert, select

from corpus.records import Decision, Extraction, LedgerEntry, Link, Passage
from corpus.schema import changes, decisions, documents, ledger, links, notices, passages, records, vectors
from corpus.store import rows


class Writer:
    """One transaction."""

    def __init__(self, connection: Connection, actor: str) -> None:
        self.connection = connection
        self._actor = actor

    def put_document(self, extraction: Extraction, searched: Sequence[Passage], provenance: str) -> None:
        """Keep a document with all that was read from it; what was read from it before is replaced.

        Vectors of passages whose id stays are kept: the same text need not be encoded twice. Decisions are kept always.
        """
        document = extraction.document
        kept = self._vectors_of(document.id)
        added = self.connection.execute(select(documents.c.added_at).where(documents.c.id == document.id)).scalar()
        self.connection.execute(delete(documents).where(documents.c.id == document.id))
        self.connection.execute(
            insert(documents).values(
                **rows.document_row(document),
                text_hash=extraction.text_hash,
                provenance=provenance,
                added_at=added or _now(),
            )
        )
        self._insert(records, [rows.record_row(r, document.id, i) for i, r in enumerate(extraction.records)])
        self._insert(notices, [rows.notice_row(n, document.id, i) for i, n in enumerate(extraction.notices)])
        self._insert(passages, [rows.passage_row(p, i) for i, p in enumerate(searched)])
        ids = {passage.id for passage in searched}
        self._insert(vectors, [row for row in kept if row["passage_id"] in ids])
        self._note("document", document.id)

    def delete_document(self, document: str) -> None:
        self.connection.execute(delete(documents).where(documents.c.id == document))
        self.connection.execute(delete(ledger).where(ledger.c.document_id == document))
        self._note("deleted", document)

    def put_ledger(self, entry: LedgerEntry) -> None:
        """What became of a file; a path has one line, that of its last attempt."""
        self.connection.execute(delete(ledger).where(ledger.c.path == entry.path))
        self.connection.execute(insert(ledger).values(**rows.ledger_row(entry, _now())))

    def put_vectors(self, model: str, encoded: Iterable[tuple[str, bytes]]) -> None:
        """Vectors of a model by passage; another model's stay."""
        data = [{"passage_id": passage, "model": model, "data": vector} for passage, vector in encoded]
        if not data:
            return
        ids = [row["passage_id"] for row in data]
        for start in range(0, len(ids), 500):
            part = ids[start : start + 500]
            self.connection.execute(delete(vectors).where(vectors.c.model == model, vectors.c.passage_id.in_(part)))
        self._insert(vectors, data)
        self._note("vectors", None)

    def put_links(self, found: Iterable[Link], model: str) -> None:
        """Replace all judged pairs by those of a model; decisions stay."""
        self.connection.execute(delete(links))
        self._insert(links, [rows.link_row(link) for link in found])
        self._note("links", None, model)

    def decide(self, decision: Decision) -> None:
        """Add a decision; an older one on the same pair stays as history."""
        row = rows.decision_row(decision, _now())
        row["actor"] = decision.actor or self._actor
        self.connection.execute(insert(decisions).values(**row))
        self._note("decision", decision.action_document)

    def _vectors_of(self, document: str) -> list[dict[str, object]]:
        query = (
            select(vectors)
            .join(passages, passages.c.id == vectors.c.passage_id)
            .where(passages.c.document_id == document)
        )
        return [dict(row) for row in self.connection.execute(query).mappings()]

    def _insert(self, table: Table, data: Sequence[Mapping[str, Any]]) -> None:
        if data:
            self.connection.execute(insert(table), [dict(row) for row in data])

    def _note(self, what: str, document: str | None, detail: str | None = None) -> None:
        self.connection.execute(insert(changes).values(at=_now(), what=what, document_id=document, detail=detail))


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
