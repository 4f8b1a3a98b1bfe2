"""The JSON of what is held, in and out: the project's public interface (schema 1).

One TypeAdapter for each value over its frozen dataclass writes files, checks requests and makes the schema, so that they
can't drift. Where the contract's key differs from the attribute (`bbox` for `box`) it is renamed here.
"""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from corpus.geometry import Box
from corpus.pages import Block, Role
from corpus.records import Document, Extraction, Gaps, Hit, Notice, Pair, Record, Span

SCHEMA = 1


def dumps(value: Mapping[str, Any]) -> str:
    """JSON text as files and pipes get it: UTF-8, one trailing newline, keys in the contract's order."""
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def box_json(box: Box | None) -> list[float] | None:
    return None if box is None else [box.x0, box.top, box.x1, box.bottom]


def span_json(span: Span) -> dict[str, Any]:
    return {"page": span.page, "bbox": box_json(span.box)}


def document_json(document: Document) -> dict[str, Any]:
    """Section 1, `document`."""
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
        "subject_codes": list(document.subject_codes),
    }


def record_json(record: Record) -> dict[str, Any]:
    """Section 1, one of `records`."""
    return {
        "id": record.id,
        "type": record.type,
        "number": record.number,
        "title": record.title,
        "text": record.text,
        "parent": record.parent,
        "fields": dict(record.fields),
        "confidence": record.confidence,
        "spans": [span_json(span) for span in record.spans],
    }


def notice_json(notice: Notice) -> dict[str, Any]:
    return {"code": notice.code, "message": notice.message, "page": notice.page, "bbox": box_json(notice.box)}


def extraction_json(extraction: Extraction) -> dict[str, Any]:
    """Section 1, the whole file."""
    return {
        "schema": SCHEMA,
        "document": document_json(extraction.document),
        "records": [record_json(record) for record in extraction.records],
        "warnings": [notice_json(notice) for notice in extraction.notices],
    }


def block_json(block: Block) -> dict[str, Any]:
    """Section 1, one of `blocks`. Headings and list items say how they nest and what decided it; a part of a paragraph says
    which block it goes on with."""
    found: dict[str, Any] = {
        "order": block.order,
        "page": block.page,
        "role": block.role.value,
        "text": block.text,
        "bbox": box_json(block.box),
    }
    if block.role in (Role.HEADING, Role.LIST_ITEM):
        found["level"] = block.level
        found["parent"] = block.parent
        found["evidence"] = None if block.evidence is None else block.evidence.value
    if block.continues is not None:
        found["continues"] = block.continues
    return found


def blocks_json(blocks: Iterable[Block]) -> dict[str, Any]:
    """Section 1, the blocks file."""
    return {"schema": SCHEMA, "blocks": [block_json(block) for block in blocks]}


def pair_json(pair: Pair) -> dict[str, Any]:
    """Section 2, one of `pairs`."""
    return {
        "action": pair.action,
        "clause": pair.clause,
        "aim": pair.aim,
        "level": pair.level,
        "probability": pair.probability,
        "status": pair.status,
        "evidence": {"action": pair.evidence.action, "clause": pair.evidence.clause},
    }


def gaps_json(gaps: Gaps) -> dict[str, Any]:
    return {
        "aims_without_action": list(gaps.aims_without_action),
        "clauses_without_action": list(gaps.clauses_without_action),
        "actions_without_aim": list(gaps.actions_without_aim),
    }


def hit_json(hit: Hit) -> dict[str, Any]:
    """Section 3, one of `hits`, with the ranks and the reason beside what the contract asks."""
    return {
        "record": hit.record,
        "type": hit.type,
        "score": hit.score,
        "text": hit.text,
        "document": hit.document,
        "page": hit.page,
        "bbox": box_json(hit.box),
        "highlights": [list(pair) for pair in hit.highlights],
        "passage": hit.passage,
        "ranks": {"meaning": hit.rank_meaning, "words": hit.rank_words},
        "scores": {"meaning": hit.score_meaning, "words": hit.score_words},
        "why": hit.why,
    }
