"""Strategies: values that tests draw at random. One headed section a room; each strategy says what it may give."""

import hashlib
import string
from dataclasses import dataclass
from typing import get_args

from hypothesis import strategies as st

from corpus.geometry import Box, hull
from corpus.identifiers import CouncilNumber
from corpus.markings import Marking
from corpus.pages import Font, Line, Word
from corpus.records import (
    RECORD_TYPES,
    Decision,
    Document,
    Evidence,
    Extraction,
    Kind,
    LedgerEntry,
    Link,
    Notice,
    Outcome,
    Pair,
    Passage,
    Record,
    Span,
    Status,
    document_id,
    record_id,
)

# --- extract: words, lines, pages of lines -------------------------------------------------------------------------


def word(
    text: str,
    x0: float = 100.0,
    base: float = 100.0,
    *,
    size: float = 10.0,
    bold: bool = False,
    italic: bool = False,
    mark: bool = False,
    glued: bool = False,
) -> Word:
    """A word as `extract.pdf` would read it, its letters half a size wide, standing on a base line; a mark is raised."""
    font = Font("Helvetica", 0.6 * size if mark else size, bold, italic)
    bottom = base - 0.4 * size if mark else base + 0.25 * size
    box = Box(x0, bottom - 1.2 * font.size_pt, x0 + 0.5 * font.size_pt * len(text), bottom)
    return Word(text, box.rounded(), font, is_mark=mark, glued=glued)


def line_of(text: str, x0: float = 100.0, base: float = 100.0, *, page: int = 1, **style: bool | float) -> Line:
    """A line of words with word space between them; `~` before a word glues it, `^` makes it a glued mark."""
    words: list[Word] = []
    at = x0
    for token in text.split():
        glued, mark = token[0] in "~^", token[0] == "^"
        at = words[-1].box.x1 + (0 if glued else 3) if words else x0
        words.append(word(token.lstrip("~^"), at, base, mark=mark, glued=glued, **style))  # type: ignore[arg-type]
    return Line(page, tuple(words), hull(w.box for w in words))


# Letters, digits and signs as words hold them; a quarter of the words end in what a line's end may break at.
word_texts = st.builds(
    lambda body, tail: body + tail,
    st.text("abcdefgNOPRäéß0123456789’-", min_size=1, max_size=9).filter(lambda text: text[0] not in "-’"),
    st.sampled_from(["", "", "", "", ",", ".", ";", "-", "-", "/", "–"]),
)
_marks = st.text("0123456789*", min_size=1, max_size=2)
_tokens = st.one_of(
    word_texts,
    word_texts,
    st.sampled_from(["and", "or", "km", "m", "law", "enforcement"]),
    word_texts.map("~".__add__),
    _marks.map("^".__add__),
)


@st.composite
def printed_lines(draw: st.DrawFn, most: int = 6) -> list[Line]:
    """Lines below each other as one column prints them, perhaps over two pages, with marks and glued words."""
    lines: list[Line] = []
    page, base = 1, 100.0
    for _ in range(draw(st.integers(1, most))):
        tokens = [draw(word_texts), *draw(st.lists(_tokens, max_size=7))]
        lines.append(line_of(" ".join(tokens), 70.0, base, page=page))
        base += 14.0
        if page == 1 and draw(st.integers(0, 4)) == 0:
            page, base = 2, 100.0
    return lines


@st.composite
def _loose(draw: st.DrawFn) -> Word:
    x0, base = draw(st.floats(0, 550)), draw(st.floats(20, 800))
    size = draw(st.sampled_from([6.0, 9.0, 10.0, 11.0, 24.0]))
    return word(draw(word_texts), x0, base, size=size, mark=draw(st.booleans()), glued=draw(st.booleans()))


# Words anywhere on a page, in any size, overlapping or not.
loose_words = st.lists(_loose(), max_size=30)


# --- corpus: boxes, numbers, documents with their records, what hangs on them; models: scores --------------------------

points = st.floats(min_value=-2000, max_value=4000, allow_nan=False).map(lambda value: round(value, 2))


@st.composite
def boxes(draw: st.DrawFn) -> Box:
    """Boxes with `x0 <= x1` and `top <= bottom`, flat ones among them."""
    x0, x1 = sorted((draw(points), draw(points)))
    top, bottom = sorted((draw(points), draw(points)))
    return Box(x0, top, x1, bottom)


council_numbers = st.builds(
    CouncilNumber,
    year=st.integers(1990, 2089),
    serial=st.integers(1, 99_999),
    revision=st.integers(0, 20),
    addendum=st.integers(0, 20),
    corrigendum=st.integers(0, 20),
)

markings = st.sampled_from(Marking)
held_markings = st.sampled_from([None, Marking.PUBLIC, Marking.EUROPOL_BPL, Marking.LIMITE])  # what a store may hold

texts = st.text(max_size=40)
maybe_texts = st.none() | st.text(max_size=20)
spans = st.builds(Span, page=st.integers(1, 500), box=st.none() | boxes())
shares = st.floats(min_value=0, max_value=1, allow_nan=False)
hashes = st.binary(min_size=1, max_size=8).map(lambda data: hashlib.sha256(data).hexdigest())
plain_words = st.text(string.ascii_lowercase, min_size=1, max_size=10)
plain_sentences = st.lists(plain_words, min_size=1, max_size=12).map(" ".join)

# Values of a record's fields: whatever JSON can hold.
json_values = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.floats(allow_nan=False, allow_infinity=False) | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=5,
)

documents = st.builds(
    lambda sha256, **rest: Document(id=document_id(sha256), sha256=sha256, **rest),
    sha256=hashes,
    source=texts,
    pages=st.integers(0, 5000),
    title=maybe_texts,
    kind=st.sampled_from(get_args(Kind)),
    reference=maybe_texts,
    register_id=maybe_texts,
    issuer=maybe_texts,
    date=st.none() | st.dates().map(str),
    language=st.sampled_from([None, "en", "de"]),
    cycle=st.sampled_from([None, "2031-2034"]),
    marking=held_markings,
    subject_codes=st.lists(texts, max_size=3).map(tuple),
)

notices = st.builds(Notice, code=texts, message=texts, page=st.none() | st.integers(1, 99), box=st.none() | boxes())


@st.composite
def records_of(draw: st.DrawFn, document: str) -> tuple[Record, ...]:
    """Records of one document, with ids made from content as the pipeline makes them."""
    found: list[Record] = []
    for place in range(draw(st.integers(0, 4))):
        kind, text = draw(st.sampled_from(RECORD_TYPES)), draw(texts)
        found.append(
            Record(
                id=record_id(document, kind, text, place),
                type=kind,
                text=text,
                number=draw(maybe_texts),
                title=draw(maybe_texts),
                parent=draw(st.sampled_from([None, *(record.id for record in found)])),
                fields=draw(st.dictionaries(texts, json_values, max_size=3)),
                confidence=draw(shares),
                spans=tuple(draw(st.lists(spans, max_size=2))),
            )
        )
    return tuple(found)


@dataclass(frozen=True)
class Keeping:
    """What one ingest writes of a document: what was read from it, and what of it is searched."""

    extraction: Extraction
    passages: tuple[Passage, ...]

    @property
    def document(self) -> Document:
        return self.extraction.document


@st.composite
def keepings(draw: st.DrawFn) -> Keeping:
    """Documents with records, notices and passages that belong together."""
    document = draw(documents)
    found = draw(records_of(document.id))
    searched = tuple(
        Passage(
            id=hashlib.sha256(f"{document.id} {place}".encode()).hexdigest()[:20],
            document=document.id,
            text=draw(texts),
            context=tuple(draw(st.lists(texts, max_size=2))),
            record=draw(st.sampled_from([None, *(record.id for record in found)])),
            type=draw(st.sampled_from([None, "aim", "action"])),
            spans=tuple(draw(st.lists(spans, max_size=2))),
        )
        for place in range(draw(st.integers(0, 3)))
    )
    extraction = Extraction(
        document=document,
        records=found,
        notices=tuple(draw(st.lists(notices, max_size=2))),
        text_hash=draw(st.sampled_from(["", "aa" * 32, "bb" * 32])),
    )
    return Keeping(extraction, searched)


ledger_entries = st.builds(
    LedgerEntry,
    path=st.text(min_size=1, max_size=20),
    sha256=st.none() | hashes,
    outcome=st.sampled_from(get_args(Outcome)),
    outcome_class=st.sampled_from([None, "encrypted", "crash"]),
    reason=maybe_texts,
    document=st.none() | hashes.map(document_id),
    kind=st.sampled_from([None, "results"]),
    marking=st.none() | markings,
    pages=st.none() | st.integers(0, 5000),
    records=st.dictionaries(st.sampled_from(RECORD_TYPES), st.integers(0, 99), max_size=3),
    seconds=st.floats(min_value=0, max_value=1e4),
    warnings=st.integers(0, 99),
    size=st.none() | st.integers(0, 2**40),
    provenance=texts,
)


@dataclass(frozen=True)
class Shelf:
    """Documents with all that may hang on them: links and decisions between any two of their records."""

    keepings: tuple[Keeping, ...]
    links: tuple[Link, ...]
    decisions: tuple[Decision, ...]


@st.composite
def shelves(draw: st.DrawFn) -> Shelf:
    """A few documents under any of the markings that a store may hold, and links and decisions across them."""
    held = draw(st.lists(keepings(), min_size=1, max_size=4, unique_by=lambda keeping: keeping.document.id))
    ends = [(keeping.document.id, record) for keeping in held for record in keeping.extraction.records]
    links: list[Link] = []
    decided: list[Decision] = []
    if ends:
        pairs = st.tuples(st.sampled_from(ends), st.sampled_from(ends))
        drawn = draw(st.lists(pairs, min_size=1, max_size=4, unique_by=lambda pair: (pair[0][1].id, pair[1][1].id)))
        for (at_action, action), (at_clause, clause) in drawn:
            evidence = Evidence(draw(texts), draw(texts))
            pair = Pair(action.id, clause.id, clause.id, draw(st.integers(0, 3)), draw(shares), evidence)
            links.append(Link(pair, "judge 1"))
            status = draw(st.sampled_from(get_args(Status)))
            decided.append(Decision(action.id, clause.id, at_action, at_clause, action.text, clause.text, status))
    return Shelf(tuple(held), tuple(links), tuple(decided))


def scored_truths(scores: st.SearchStrategy[float]) -> st.SearchStrategy[list[tuple[float, bool]]]:
    """(score, is positive) pairs, as measures take them."""
    return st.lists(st.tuples(scores, st.booleans()), min_size=1, max_size=40)
