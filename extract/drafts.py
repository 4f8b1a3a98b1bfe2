"""Records while they are being read: parents by handle, ids only once all are known."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from corpus.records import Record, RecordType, Span, record_id
from extract.laid import LaidText


@dataclass(slots=True)
class Draft:
    """One record without its id. `parent` is the draft that it belongs to."""

    type: RecordType
    text: str
    spans: tuple[Span, ...]
    number: str | None = None
    title: str | None = None
    parent: "Draft | None" = None
    fields: Mapping[str, Any] = field(default_factory=dict)
    confidence: float = 1.0


def drafted(
    record_type: RecordType,
    read: LaidText,
    *,
    number: str | None = None,
    title: str | None = None,
    parent: Draft | None = None,
    fields: Mapping[str, Any] | None = None,
    confidence: float = 1.0,
) -> Draft:
    """A draft whose text and places are those of a stretch of the page."""
    return Draft(record_type, read.text, read.spans(), number, title, parent, fields or {}, confidence)


def finished(drafts: list[Draft], document: str) -> tuple[Record, ...]:
    """Give every draft its id, from the document, its type and its text."""
    seen: Counter[tuple[str, str]] = Counter()
    ids: dict[int, str] = {}
    for draft in drafts:
        key = (draft.type, " ".join(draft.text.casefold().split()))
        ids[id(draft)] = record_id(document, draft.type, draft.text, seen[key])
        seen[key] += 1
    return tuple(
        Record(
            id=ids[id(draft)],
            type=draft.type,
            text=draft.text,
            number=draft.number,
            title=draft.title,
            parent=ids.get(id(draft.parent)) if draft.parent is not None else None,
            fields=dict(draft.fields),
            confidence=round(draft.confidence, 3),
            spans=draft.spans,
        )
        for draft in drafts
    )
