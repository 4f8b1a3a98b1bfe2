"""What is held and what is answered: documents, records, passages, hits, pairs, gaps.

The JSON of these values is the contract's; `corpus.contract` writes and reads it.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from corpus.geometry import Box
from corpus.markings import Marking
from corpus.pages import Layout

RecordType = Literal[
    "threat", "priority", "area", "aim", "clause", "goal", "action", "request", "figure", "recommendation"
]
RECORD_TYPES: tuple[RecordType, ...] = (
    "threat",
    "priority",
    "area",
    "aim",
    "clause",
    "goal",
    "action",
    "request",
    "figure",
    "recommendation",
)
Kind = Literal[
    "council_conclusions",
    "threat_assessment",
    "strategic_plan",
    "operational_action_plan",
    "results",
    "evaluation",
    "terms_of_reference",
    "web_page",
    "other",
]
Status = Literal["suggested", "confirmed", "rejected"]
Outcome = Literal["ok", "degraded", "unchanged", "duplicate", "refused", "failed"]


@dataclass(frozen=True, slots=True)
class Span:
    """A place: a page (from 1) and the box around the words there, in points as displayed."""

    page: int
    box: Box | None = None


@dataclass(frozen=True, slots=True)
class Record:
    """One thing that a document states. `parent` is the id of another record of the same document.

    `fields` are those of its type in the contract; a value that is not stated is None or an empty list.
    `confidence` is in [0, 1].
    """

    id: str
    type: RecordType
    text: str
    number: str | None = None
    title: str | None = None
    parent: str | None = None
    fields: Mapping[str, Any] = field(default_factory=dict)
    confidence: float = 1.0
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """What a document says of itself, and the bytes that it is. Dates are ISO; None is "not stated".

    `source` is the file's name, as `storable` writes it.
    """

    id: str
    sha256: str
    source: str
    pages: int
    title: str | None = None
    kind: Kind = "other"
    reference: str | None = None
    register_id: str | None = None
    issuer: str | None = None
    date: str | None = None
    language: str | None = None
    cycle: str | None = None
    marking: Marking | None = None
    subject_codes: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        object.__setattr__(self, "source", storable(self.source))


@dataclass(frozen=True, slots=True)
class Notice:
    """Something about a document that a reader should check, with its place; never words of the document."""

    code: str
    message: str
    page: int | None = None
    box: Box | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block of running text with its headings, for search; `spans` has one box a page or column."""

    text: str
    headings: tuple[str, ...]
    spans: tuple[Span, ...]
    role: str = "paragraph"


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that the pipeline gets out of one PDF.

    `text_hash` is a hash over its words: two files with the same one say the same. `degraded` says in a sentence what
    could not be read, None where all could. `layout` is None where nobody asked for it.
    """

    document: Document
    records: tuple[Record, ...]
    notices: tuple[Notice, ...] = ()
    paragraphs: tuple[Paragraph, ...] = ()
    text_hash: str = ""
    degraded: str | None = None
    layout: Layout | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """What is searched: the text of a record or paragraph, or a part of a long one, with its headings as context."""

    id: str
    document: str
    text: str
    context: tuple[str, ...] = ()
    record: str | None = None
    type: str | None = None
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """What became of one file: a line of the ingest report (contract section 6).

    `path` is the file's, as `storable` writes it.
    """

    path: str
    sha256: str | None
    outcome: Outcome
    outcome_class: str | None = None
    reason: str | None = None
    document: str | None = None
    kind: str | None = None
    marking: Marking | None = None
    pages: int | None = None
    records: Mapping[str, int] = field(default_factory=dict)
    seconds: float = 0.0
    warnings: int = 0
    size: int | None = None
    provenance: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "path", storable(self.path))


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person decided about a link, with the words of both ends as they stood then."""

    action: str
    clause: str
    action_document: str
    clause_document: str
    action_text: str
    clause_text: str
    status: Status
    level: int | None = None
    reason: str | None = None
    actor: str = ""
    at: str = ""


@dataclass(frozen=True, slots=True)
class Hit:
    """One search result. Ranks count from 1 within their list; None where that list does not hold it.

    `highlights` are offsets into `text`, end exclusive.
    """

    passage: str
    document: str
    text: str
    score: float
    record: str | None = None
    type: str | None = None
    page: int | None = None
    box: Box | None = None
    highlights: tuple[tuple[int, int], ...] = ()
    rank_meaning: int | None = None
    rank_words: int | None = None
    score_meaning: float | None = None
    score_words: float | None = None
    why: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words of both sides that back a link."""

    action: str
    clause: str


@dataclass(frozen=True, slots=True)
class Pair:
    """How far an action covers a clause: level 0-3 and the probability of level 2 or above."""

    action: str
    clause: str
    aim: str
    level: int
    probability: float
    evidence: Evidence
    status: Status = "suggested"


@dataclass(frozen=True, slots=True)
class Link:
    """A judged pair as the store keeps it, with what judged it."""

    pair: Pair
    model: str


@dataclass(frozen=True, slots=True)
class Gaps:
    """What nothing covers, and what covers nothing: ids of records."""

    aims_without_action: tuple[str, ...] = ()
    clauses_without_action: tuple[str, ...] = ()
    actions_without_aim: tuple[str, ...] = ()


def storable(path: str) -> str:
    r"""A path as reports, JSON and the store hold it: bytes that are no UTF-8 are written as ``\xe9``.

    Python keeps such bytes of a file's name as lone surrogates, which no encoder takes. What is storable stays as it is.

    >>> storable("in/r\udce9sultats.pdf")
    'in/r\\xe9sultats.pdf'
    """
    try:
        name = path.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:  # surrogates that stand for no byte
        name = path.encode("utf-8", "backslashreplace")
    return name.decode("utf-8", "backslashreplace")


def document_id(sha256: str) -> str:
    """A document is its bytes: the first 16 of the 64 hex digits."""
    return sha256[:16]


def record_id(document: str, record_type: str, text: str, place: int) -> str:
    """An id from content: the same PDF gives the same ids, whatever else is extracted from it.

    Args:
        document: the document's id.
        record_type: the type of the record.
        text: its text.
        place: 0 for the first record of this type and text in the document, 1 for the second …
    """
    key = "\x1f".join((document, record_type, " ".join(text.casefold().split()), str(place)))
    return hashlib.blake2b(key.encode(), digest_size=8).hexdigest()
