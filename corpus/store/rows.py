"""Rows of the tables to values and back."""

from collections.abc import Mapping, Sequence
from typing import Any, cast

from sqlalchemy import RowMapping

from corpus.geometry import Box
from corpus.markings import Marking, rank_of
from corpus.records import Decision, Document, Evidence, LedgerEntry, Link, Notice, Pair, Passage, Record, Span


def spans_row(spans: Sequence[Span]) -> list[list[float]]:
    """Spans as lists: page, and the box where there is one."""
    return [[s.page] if s.box is None else [s.page, s.box.x0, s.box.top, s.box.x1, s.box.bottom] for s in spans]


def spans_value(rows: Sequence[Sequence[float]]) -> tuple[Span, ...]:
    return tuple(Span(int(r[0]), Box(*r[1:5]) if len(r) > 1 else None) for r in rows)


def document_row(document: Document) -> dict[str, Any]:
    return {
        "id": document.id,
        "sha256": document.sha256,
        "source": document.source,
        "pages": document.pages,
        "title": document.title,
        "kind": document.kind,
        "reference": document.reference,
        "register_id": document.register_id,
        "issuer": document.issuer,
        "date": document.date,
        "language": document.language,
        "cycle": document.cycle,
        "marking": None if document.marking is None else document.marking.value,
        "marking_rank": rank_of(document.marking),
        "subject_codes": list(document.subject_codes),
    }


def document_value(row: RowMapping) -> Document:
    return Document(
        id=row["id"],
        sha256=row["sha256"],
        source=row["source"],
        pages=row["pages"],
        title=row["title"],
        kind=row["kind"],
        reference=row["reference"],
        register_id=row["register_id"],
        issuer=row["issuer"],
        date=row["date"],
        language=row["language"],
        cycle=row["cycle"],
        marking=_marking(row["marking"]),
        subject_codes=tuple(row["subject_codes"]),
    )


def _marking(value: str | None) -> Marking | None:
    return None if value is None else Marking(value)


def record_row(record: Record, document: str, ordinal: int) -> dict[str, Any]:
    return {
        "id": record.id,
        "document_id": document,
        "ordinal": ordinal,
        "type": record.type,
        "number": record.number,
        "title": record.title,
        "text": record.text,
        "parent": record.parent,
        "fields": dict(record.fields),
        "confidence": record.confidence,
        "spans": spans_row(record.spans),
    }


def record_value(row: RowMapping) -> Record:
    return Record(
        id=row["id"],
        type=row["type"],
        text=row["text"],
        number=row["number"],
        title=row["title"],
        parent=row["parent"],
        fields=row["fields"],
        confidence=row["confidence"],
        spans=spans_value(row["spans"]),
    )


def notice_row(notice: Notice, document: str, ordinal: int) -> dict[str, Any]:
    box = notice.box
    return {
        "document_id": document,
        "ordinal": ordinal,
        "code": notice.code,
        "message": notice.message,
        "page": notice.page,
        "box": None if box is None else [box.x0, box.top, box.x1, box.bottom],
    }


def notice_value(row: RowMapping) -> Notice:
    return Notice(row["code"], row["message"], row["page"], Box(*row["box"]) if row["box"] else None)


def passage_row(passage: Passage, ordinal: int) -> dict[str, Any]:
    return {
        "id": passage.id,
        "document_id": passage.document,
        "ordinal": ordinal,
        "record_id": passage.record,
        "type": passage.type,
        "text": passage.text,
        "context": list(passage.context),
        "spans": spans_row(passage.spans),
    }


def passage_value(row: RowMapping) -> Passage:
    return Passage(
        id=row["id"],
        document=row["document_id"],
        text=row["text"],
        context=tuple(row["context"]),
        record=row["record_id"],
        type=row["type"],
        spans=spans_value(row["spans"]),
    )


def ledger_row(entry: LedgerEntry, at: str) -> dict[str, Any]:
    return {
        "path": entry.path,
        "sha256": entry.sha256,
        "size": entry.size,
        "outcome": entry.outcome,
        "class": entry.outcome_class,
        "reason": entry.reason,
        "document_id": entry.document,
        "kind": entry.kind,
        "marking": None if entry.marking is None else entry.marking.value,
        "marking_rank": rank_of(entry.marking),
        "pages": entry.pages,
        "records": dict(entry.records),
        "warnings": entry.warnings,
        "seconds": entry.seconds,
        "provenance": entry.provenance,
        "at": at,
    }


def ledger_value(row: RowMapping) -> LedgerEntry:
    return LedgerEntry(
        path=row["path"],
        sha256=row["sha256"],
        outcome=row["outcome"],
        outcome_class=row["class"],
        reason=row["reason"],
        document=row["document_id"],
        kind=row["kind"],
        marking=_marking(row["marking"]),
        pages=row["pages"],
        records=row["records"],
        seconds=row["seconds"],
        warnings=row["warnings"],
        size=row["size"],
        provenance=row["provenance"],
    )


def link_row(link: Link) -> dict[str, Any]:
    pair = link.pair
    return {
        "action_id": pair.action,
        "clause_id": pair.clause,
        "aim_id": pair.aim,
        "level": pair.level,
        "probability": pair.probability,
        "evidence": {"action": pair.evidence.action, "clause": pair.evidence.clause},
        "model": link.model,
    }


def pair_value(row: RowMapping) -> Pair:
    evidence = cast("Mapping[str, str]", row["evidence"])
    return Pair(
        action=row["action_id"],
        clause=row["clause_id"],
        aim=row["aim_id"],
        level=row["level"],
        probability=row["probability"],
        evidence=Evidence(evidence["action"], evidence["clause"]),
    )


def decision_row(decision: Decision, at: str) -> dict[str, Any]:
    return {
        "at": at,
        "actor": decision.actor,
        "action_id": decision.action,
        "clause_id": decision.clause,
        "action_document": decision.action_document,
        "clause_document": decision.clause_document,
        "action_text": decision.action_text,
        "clause_text": decision.clause_text,
        "status": decision.status,
        "level": decision.level,
        "reason": decision.reason,
    }


def decision_value(row: RowMapping) -> Decision:
    return Decision(
        action=row["action_id"],
        clause=row["clause_id"],
        action_document=row["action_document"],
        clause_document=row["clause_document"],
        action_text=row["action_text"],
        clause_text=row["clause_text"],
        status=row["status"],
        level=row["level"],
        reason=row["reason"],
        actor=row["actor"],
        at=row["at"],
    )
