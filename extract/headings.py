"""Which blocks are headings: by the PDF's own tags, its bookmarks, their numbering, their style. How they nest says
`extract.sections`.

Tags and bookmarks speak first where they can be believed. They never speak alone: producers tag most headings of an annex
as paragraphs, so that a label ("Article 4") or a style that is set apart makes a heading as well.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from corpus.pages import Block, Bookmark, Role, Table
from extract.lines import Spelling
from extract.profile import load_profile
from extract.styles import body_style
from extract.tags import Tags, believed, recut

Flow = tuple[Block | Table, ...]

RUNNING = (Role.TITLE, Role.HEADING, Role.PARAGRAPH, Role.LIST_ITEM)  # roles that the evidence here may change
_MOST_LETTERS = 200  # of a heading by style alone
_MOST_OF_A_TITLE = 400  # where it is bold and centered, or tagged
_LEAST_BELOW = 40  # letters of running text that some heading of a run has below it
_MOST_SPACE = 3.2  # between the parts of one heading, in sizes of its type
_NUMERAL = r"(?:\d{1,3}[a-z]?|[IVXLC]{1,6}|[A-Z])"


def leveled(flow: Sequence[Block | Table], spelling: Spelling, tags: Tags, bookmarks: Sequence[Bookmark] = ()) -> Flow:
    """The flow with its headings and list items told, put together where their parts stand apart, and nested.

    Args:
        flow: blocks and tables in reading order.
        spelling: of the document, for texts that are put together.
        tags: what the structure tree says; it is checked against the order and the style of the blocks.
        bookmarks: the document's outline.

    Returns:
        blocks with `role`, `order` (their position here), and for headings and list items `level`, `parent`, `evidence`.
    """
    items = _without_front(flow)
    tags = believed(tags, [block for block in items if isinstance(block, Block) and block.role in RUNNING])
    items = recut(items, tags, spelling)
    items = _told(items, tags, bookmarks)
    items = _put_together(items, spelling)
    return _nested(items, tags, bookmarks)


# --- front page ------------------------------------------------------------------------------------------------------


def _without_front(flow: Sequence[Block | Table]) -> list[Block | Table]:
    """The flow with what is bold on a front page of labels and values made paragraphs: it heads nothing."""
    first = next((item.page for item in flow if isinstance(item, Block)), None)
    foot = max(
        (
            line.box.bottom
            for item in flow
            if isinstance(item, Block) and item.page == first
            for line in item.lines
            if _label_on_front().match(line_text(line))
        ),
        default=None,
    )
    if foot is None:
        return list(flow)
    return [
        replace(item, role=Role.PARAGRAPH)
        if isinstance(item, Block) and item.page == first and item.role in RUNNING and item.box.top < foot
        else item
        for item in flow
    ]


@cache
def _label_on_front() -> re.Pattern[str]:
    """The label of the subject, with which no running text begins."""
    names = {name for by_language in load_profile("cover")["labels"]["subject"].values() for name in by_language}
    return re.compile(rf"(?:{'|'.join(re.escape(name) for name in sorted(names))})\s?:", re.IGNORECASE)


# --- which blocks are headings ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Label:
    """A label at the beginning of a heading: its row among labels, and whether nothing follows its number."""

    row: int | None
    is_annex: bool
    is_alone: bool


def label_at(text: str) -> Label | None:
    """The label with which a text begins: "Article 4", "ANNEX II", "Part A – Goals"; None where there is none.

    >>> label_at("Article 4"), label_at("Article 4 applies to all of them.")
    (Label(row=5, is_annex=False, is_alone=True), None)
    """
    match = _label_pattern().match(text)
    if match is None:
        return None
    rest = text[match.end() :].strip()
    if rest and not (match["stop"] or (rest[:1].isupper() and not rest.endswith((".", ";", ",")))):
        return None
    word = match["word"].casefold()
    row = next((at for at, names in enumerate(_label_rows()) if word in names), None)
    if row is not None and not match["number"]:
        return None
    return Label(row, row is None, not rest)


@cache
def _label_rows() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(name.casefold() for name in row) for row in load_profile("headings")["labels"]["rows"])


@cache
def _label_pattern() -> re.Pattern[str]:
    profile = load_profile("headings")
    words = {name for row in profile["labels"]["rows"] for name in row} | set(profile["labels"]["annexes"])
    longest = sorted(words, key=lambda word: (-len(word), word))
    names = "|".join(re.escape(word) for word in longest)
    return re.compile(
        rf"(?P<word>(?i:{names}))(?:\s+(?P<number>{_NUMERAL}))?(?P<stop>\s*[.:–—-])?(?=\s|$)",
    )


@cache
def _formula() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in load_profile("headings")["formulas"]), re.IGNORECASE)


def _told(items: Sequence[Block | Table], tags: Tags, bookmarks: Sequence[Bookmark]) -> list[Block | Table]:
    """Blocks with their role mended by tags, bookmarks, labels and style."""
    body = body_style(item for item in items if isinstance(item, Block))
    edges = _edges(items)
    marked = _bookmarked(items, bookmarks)
    out: list[Block | Table] = []
    for position, item in enumerate(items):
        if isinstance(item, Block) and item.role in RUNNING and item.lines:
            item = replace(item, role=_role(item, body, edges.get(item.page), tags, position in marked))
        out.append(item)
    return _without_idle(out)
