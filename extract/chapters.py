"""The chapters of a document: headings as a tree, each with its number, its label and the text directly below it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from corpus.pages import Block, Role, Table
from corpus.records import Span
from extract.content import Content
from extract.enumerators import follows, roman_value
from extract.laid import LaidText, concatenated
from extract.outline import glued, goes_on

_RUN_IN = 6  # words of a label that runs into its paragraph
_LEAST_RUN_INS = 3
_SIGNS = r"[.):]?\s*(?:[-–—|]\s*)?"
_COUNT = r"\d{1,2}(?:\.\d{1,2})*|[IVX]{1,5}(?:\.\d{1,2}|\.[a-z])*|[A-Z](?:\.?\d{1,2}|\.[a-z])*"


@dataclass(slots=True)
class Chapter:
    """A heading with what stands below it up to the next one.

    `number` is as printed, without the sign behind it; `label` the heading without its number. `spans` has a box for each
    paragraph.
    """

    label: LaidText
    number: str | None
    page: int
    parent: "Chapter | None" = None
    children: list["Chapter"] = field(default_factory=list)
    pieces: list[LaidText] = field(default_factory=list)
    places: list[Span] = field(default_factory=list)
    runs_in: bool = False  # its label stands at the head of its first paragraph

    @property
    def text(self) -> str:
        """Paragraphs and list items directly below the heading; call-outs, quotes, captions and notes left out."""
        return concatenated(self.pieces).text if self.pieces else ""

    def walk(self) -> Iterator["Chapter"]:
        """The chapter and all below it, in order."""
        yield self
        for child in self.children:
            yield from child.walk()


def chapters_of(content: Content, words_before: Sequence[str] = ()) -> list[Chapter]:
    """The top chapters of a document in order.

    Args:
        content: the document, its headings leveled.
        words_before: patterns of words that stand before a number ("Chapter 3").
    """
    headings = [item for item in content.flow if isinstance(item, Block) and item.role is Role.HEADING]
    numbers = _numbers(headings, content, words_before)
    run_ins = _run_ins(content)
    by_order: dict[int, Chapter] = {}
    top: list[Chapter] = []
    current: Chapter | None = None
    last: Block | None = None
    for item in content.flow:
        if isinstance(item, Table):
            last = None
            continue
        if item.role is Role.TITLE:
            current, last = None, None
        elif item.role is Role.HEADING:
            number, start = numbers[item.order]
            read = content.read(item.lines)
            parent = by_order.get(item.parent) if item.parent is not None else None
            current = Chapter(read.sliced(start, len(read.text)), number, item.page, parent)
            by_order[item.order] = current
            (parent.children if parent else top).append(current)
            last = None
        elif current is not None and item.role in (Role.PARAGRAPH, Role.LIST_ITEM):
            read = content.read(item.lines)
            end = _run_in(read) if item.order in run_ins else 0
            if end:
                outer = current.parent if current.runs_in else current
                current = Chapter(read.sliced(0, end), None, item.page, outer, runs_in=True)
                (outer.children if outer else top).append(current)
                last = None
                start = end + len(read.text[end:]) - len(read.text[end:].lstrip(" .:–—-"))
                read = read.sliced(start, len(read.text))
            _add(current, last, item, read, content)
            last = item
    return top


def _run_in(read: LaidText) -> int:
    """Where the label ends with which a paragraph begins in bold type ("Ransomware. It has …"); 0 where it begins with none.
    A bold first sentence is no label."""
    end = next((p.start for p in read.words if not p.word.font.bold), len(read.text))
    label = read.text[:end].rstrip()
    if not label or end == len(read.text) or len(label.split()) > _RUN_IN or not label.endswith((".", ":", "–", "—")):
        return 0
    return len(label.rstrip(" .:–—-"))


def _run_ins(content: Content) -> frozenset[int]:
    """The paragraphs that begin with a label in bold, by order; none where too few do for it to be the document's way."""
    found = [
        item.order
        for item in content.flow
        if isinstance(item, Block) and item.role is Role.PARAGRAPH and _run_in(content.read(item.lines))
    ]
    return frozenset(found) if len(found) >= _LEAST_RUN_INS else frozenset()


def _add(chapter: Chapter, last: Block | None, block: Block, read: LaidText, content: Content) -> None:
    bullet = re.match(r"[^\w\s“\"‘(]\s+|o\s+(?=\S)" if block.marker else r"(?!)", read.text)
    if bullet and not any(c.isalnum() for c in (block.marker or "").replace("o", "")):
        read = read.sliced(bullet.end(), len(read.text))
    chapter.places += read.spans()
    if last is not None and chapter.pieces and goes_on(last, block, chapter.pieces[-1]):
        chapter.pieces[-1] = glued(chapter.pieces[-1], read, content.spelling)
    else:
        chapter.pieces.append(read)


# --- numbers -------------------------------------------------------------------------------------------------------


def _numbers(
    headings: Sequence[Block], content: Content, words_before: Sequence[str]
) -> dict[int, tuple[str | None, int]]:
    """For each heading by its order its number and where its label begins. A number counts only in a series: "A threat
    to us all" and "20 years on" begin with none."""
    before = rf"(?:(?:{'|'.join(words_before)})\s+(?:no\.?\s*)?)" if words_before else r"(?!)"
    pattern = re.compile(rf"(?P<word>{before})?(?:(?i:)(?P<number>{_COUNT}))(?P<sign>{_SIGNS})(?=\S)", re.IGNORECASE)
    found: dict[int, tuple[str, int, bool]] = {}
    for block in headings:
        text = content.read(block.lines).text
        match = pattern.match(text)
        if match is None or not re.fullmatch(_COUNT, match["number"]):
            continue
        if not match["sign"] and not match["word"]:
            continue
        found[block.order] = (match["number"], match.end(), bool(match["word"]))
    written = [number for number, _, _ in found.values()]
    return {
        block.order: found[block.order][:2]
        if block.order in found and (found[block.order][2] or _in_series(found[block.order][0], written))
        else (None, 0)
        for block in headings
    }


def _in_series(number: str, written: Sequence[str]) -> bool:
    """Whether a number has its neighbors: the one before it or behind it, what it stands below, or what stands below it."""
    for other in written:
        if other == number:
            continue
        if follows(other, number) or follows(number, other) or _next_below(other, number) or _next_below(number, other):
            return True
        if re.match(re.escape(number) + r"\.?[\da-z]", other) or re.match(re.escape(other) + r"\.?[\da-z]", number):
            return True
    return False


def _next_below(one: str, two: str) -> bool:
    """`A.a` and `A.b`, `II.1` and `II.2`: one stem, neighboring ends."""
    stem_one, _, end_one = one.rpartition(".")
    stem_two, _, end_two = two.rpartition(".")
    return bool(stem_one) and stem_one == stem_two and follows(end_one, end_two)


def kind_of_number(number: str) -> str:
    """What a number counts with at its outermost place: "number", "roman" or "letter"."""
    first = re.split(r"[.\d]", number)[0] if not number[0].isdigit() else number
    if first[0].isdigit():
        return "number"
    return "roman" if roman_value(first) is not None and first not in ("C", "D", "L", "M") else "letter"
