"""What is searched: records and the paragraphs around them, each with its headings as context.

No text is cut silently: one that is longer than the model's window becomes several passages, parted at sentences.
"""

import hashlib
import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from corpus.records import Document, Extraction, Paragraph, Passage, Record, Span

Pieces = Callable[[str], list[tuple[int, int]]]

_SENTENCE = re.compile(r"(?<=[.;:!?])\s+")
READING = "2"  # how passages become vectors; counted up when `readings` changes, so that they are encoded anew
_PROSE = ("kpis", "funding")  # fields that hold prose; names, dates and levels are not searched by meaning
_OF_PARAGRAPHS = ("threat",)  # types whose text is several paragraphs
_CONTEXT_SHARE = 0.4  # of the window, at most, for headings


def passages_of(extraction: Extraction, pieces: Pieces, window: int) -> tuple[Passage, ...]:
    """All passages of a document: itself, its records, and the paragraphs that are no record.

    Args:
        extraction: what was read.
        pieces: offsets of a text's word pieces, by the model that will encode it.
        window: how many word pieces the model reads at once.
    """
    room = max(16, int((window - 4) * (1 - _CONTEXT_SHARE)))
    out: list[Passage] = [_of_document(extraction.document)]
    parents = {record.id: record for record in extraction.records}
    for record in extraction.records:
        context = tuple(_context(record, parents))
        for text, spans in _texts(record, extraction.paragraphs):
            for part in _parts(text, pieces, room):
                out.append(_passage(extraction.document.id, part, context, record.id, record.type, spans))
    held = _Held(text for record in extraction.records for text in (record.text, *_said_beside(record)))
    for paragraph in extraction.paragraphs:
        if held.holds(paragraph.text) or (paragraph.role == "table" and held.is_row_of_record(paragraph.text)):
            continue
        for part in _parts(paragraph.text, pieces, room):
            out.append(_passage(extraction.document.id, part, paragraph.headings, None, None, paragraph.spans))
    return tuple(_once(out))


def readings(passage: Passage) -> tuple[str, ...]:
    """The texts whose vectors together stand for a passage: its words alone, and behind its headings.

    Alone they find paraphrases, in context they find what a rider is a rider of; the mean of both beats either on the
    queries at hand (docs/benchmarks.md).
    """
    if not passage.context:
        return (passage.text,)
    return passage.text, ". ".join([*passage.context, passage.text])


def _texts(record: Record, paragraphs: Sequence[Paragraph]) -> Iterator[tuple[str, tuple[Span, ...]]]:
    """What a record says, with its places: an assessment of several paragraphs is found, and lit, by each of them."""
    own = [p for p in paragraphs if p.text in record.text] if record.type in _OF_PARAGRAPHS else []
    if len(own) > 1:
        yield from ((paragraph.text, paragraph.spans) for paragraph in own)
    else:
        yield record.text, record.spans
    yield from ((text, record.spans) for text in _said_beside(record))


def _of_document(document: Document) -> Passage:
    title = document.title or document.source
    return _passage(document.id, title, (), None, "document", (Span(1),))


def _said_beside(record: Record) -> Iterator[str]:
    """What a record says in fields of prose, beside its text; each is found as that record."""
    for name in _PROSE:
        value = record.fields.get(name)
        if isinstance(value, str):
            yield value
        elif value:
            yield "; ".join(str(part) for part in value)


def _context(record: Record, parents: Mapping[str, Record]) -> Iterator[str]:
    """Titles of what a record belongs to, outermost first, then its own title where its text is another.

    A rider is understood in its aim: the aim's core stands before it.
    """
    chain: list[Record] = []
    at = record.parent
    while at is not None and at in parents and len(chain) < 6:
        chain.append(parents[at])
        at = parents[at].parent
    for outer in reversed(chain):
        if outer.type == "aim":
            if record.type == "clause" and record.fields.get("role") == "rider":
                yield _core(outer, parents)
        elif outer.title:
            yield outer.title
    if record.title and record.title != record.text:
        yield record.title


def _core(aim: Record, records: Mapping[str, Record]) -> str:
    for record in records.values():
        if record.parent == aim.id and record.type == "clause" and record.fields.get("role") == "core":
            return record.text
    return aim.text


def _parts(text: str, pieces: Pieces, room: int) -> Iterator[str]:
    """A text in parts of at most `room` word pieces, cut between sentences, else between words; nothing is lost."""
    if len(text) <= room * 2 or len(pieces(text)) <= room:
        yield text
        return
    part = ""
    for sentence in _SENTENCE.split(text):
        for chunk in _chunks(sentence, pieces, room):
            joined = f"{part} {chunk}" if part else chunk
            if part and len(pieces(joined)) > room:
                yield part
                part = chunk
            else:
                part = joined
    if part:
        yield part


def _chunks(sentence: str, pieces: Pieces, room: int) -> Iterator[str]:
    """A sentence that alone is too long, cut between words."""
    spans = pieces(sentence)
    if len(spans) <= room:
        yield sentence
        return
    start = 0
    while len(spans) > room:
        cut = sentence.rfind(" ", start, spans[room][0])
        cut = cut if cut > start else spans[room][0]
        yield sentence[start:cut].strip()
        start = cut
        spans = [span for span in spans if span[0] >= start]
    if sentence[start:].strip():
        yield sentence[start:].strip()


def _passage(
    document: str,
    text: str,
    context: Sequence[str],
    record: str | None,
    record_type: str | None,
    spans: tuple[Span, ...],
) -> Passage:
    key = "\x1f".join((document, record or "", *context, text))
    identity = hashlib.blake2b(key.encode(), digest_size=10).hexdigest()
    return Passage(identity, document, text, tuple(context), record, record_type, spans)


def _once(passages: Sequence[Passage]) -> Iterator[Passage]:
    """A paragraph that stands twice in a document (a table's repeated row) is one passage."""
    seen: set[str] = set()
    for passage in passages:
        if passage.id not in seen:
            seen.add(passage.id)
            yield passage


class _Held:
    """Knows which paragraphs are records already, or parts of them."""

    def __init__(self, texts: Iterator[str] | Sequence[str]) -> None:
        self._whole = {_letters(text) for text in texts}
        self._joined = "\x1f".join(self._whole)

    def holds(self, text: str) -> bool:
        plain = _letters(text)
        bare = _letters(re.sub(r"^\S{1,6}\s", "", text))  # without the paragraph's number
        return not plain or any(p in self._whole or (len(p) > 12 and p in self._joined) for p in (plain, bare) if p)

    def is_row_of_record(self, text: str) -> bool:
        """Whether a table's row holds the whole text of a record: then the record stands for it."""
        plain = _letters(text)
        return any(len(whole) > 24 and whole in plain for whole in self._whole)


def _letters(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())
