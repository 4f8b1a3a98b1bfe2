"""Which blocks are headings: by the PDF's own tags, its bookmarks, their numbering, their style. How they nest says
`extract.sections`.

Tags and bookmarks speak first where they can be believed. They never speak alone: producers tag most headings of an annex
as paragraphs, so that a label ("Article 4") or a style that is set apart makes a heading as well.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from functools import cache
from itertools import combinations, pairwise

from corpus.pages import Block, Bookmark, Evidence, Role, Table
from extract.enumerators import heading_numbers, label_of
from extract.heading_parts import put_together
from extract.labels import caption_label, enacting_formula, label_at, note_label
from extract.laid import LaidText
from extract.lines import Spelling, line_text
from extract.outline import goes_on
from extract.profile import load_profile
from extract.sections import Heading, nested
from extract.styles import Style, body_style, is_centered, strongest_style, style_of
from extract.tags import Tags, believed, recut
from extract.titles import titled

Flow = tuple[Block | Table, ...]

RUNNING = (Role.TITLE, Role.HEADING, Role.PARAGRAPH, Role.LIST_ITEM)  # roles that the evidence here may change
_MOST_LETTERS = 200  # of a heading by style alone
_MOST_OF_A_TITLE = 400  # where it is bold and centered, or tagged
_MOST_LINES = 6
_SMALL, _TINY = 0.96, 0.8  # of the text's size: plain type, and any, that heads nothing
_MOST_COMPARED = 200  # headings whose numbers are held against their levels


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
    tags = believed(tags, [block for block in flow if isinstance(block, Block) and block.role in RUNNING])
    items = recut(flow, tags, spelling)
    front, has_front = _front(items)
    body = body_style(item for item in items if isinstance(item, Block))
    items = _told(items, body, tags, bookmarks, front)
    items = items if has_front else titled(items, body, spelling)
    items = put_together(items, spelling)
    return _nested(items, tags, bookmarks)


# --- front page ------------------------------------------------------------------------------------------------------


def _front(items: Sequence[Block | Table]) -> tuple[frozenset[int], bool]:
    """The blocks of a front page that has labels and values, as far down as the subject: what is bold or large there heads
    nothing.

    Returns:
        their positions, and whether there is such a front page: its labels may stand in a table.
    """
    first = next((item.page for item in items if isinstance(item, Block)), None)
    blocks = {at: b for at, b in enumerate(items) if isinstance(b, Block) and b.page == first and b.role in RUNNING}
    lines = [line for block in blocks.values() for line in block.lines]
    cells = [cell for item in items if isinstance(item, Table) and item.places[0][0] == first for cell in item.cells]
    lines += [line for cell in cells for line in cell.lines if line.page == first]
    feet = [line.box.bottom for line in lines if _label_on_front().match(line_text(line))]
    foot = max(feet, default=0.0)
    return frozenset(at for at, block in blocks.items() if block.box.top < foot), bool(feet)


@cache
def _label_on_front() -> re.Pattern[str]:
    """The label of the subject, with which no running text begins."""
    names = {name for by_language in load_profile("cover")["labels"]["subject"].values() for name in by_language}
    return re.compile(rf"(?:{'|'.join(re.escape(name) for name in sorted(names))})\s?:", re.IGNORECASE)


# --- which blocks are headings ---------------------------------------------------------------------------------------


def _told(
    items: Sequence[Block | Table], body: Style, tags: Tags, bookmarks: Sequence[Bookmark], front: frozenset[int]
) -> list[Block | Table]:
    """Blocks with their role mended by tags, bookmarks, labels and style; those of the front page head nothing."""
    edges = _edges(items)
    marked = _bookmarked(items, bookmarks)
    out: list[Block | Table] = []
    apart: set[int] = set()  # paragraphs that their style alone makes headings
    styled: set[int] = set()  # other headings that nothing but their style tells
    begun: set[tuple[int, ...]] = set()  # units of the tree
    last: Block | None = None
    for position, item in enumerate(items):
        if isinstance(item, Block) and position in front:
            item = replace(item, role=Role.LIST_ITEM if item.role is Role.LIST_ITEM else Role.PARAGRAPH)
        elif isinstance(item, Block) and item.role in RUNNING and item.lines:
            role = _role(item, body, tags, is_marked=position in marked)
            if role is Role.PARAGRAPH and _is_set_apart(item, body, *edges[item.page]):
                role = Role.HEADING
                apart.add(position)
            unit = tags.of(item)
            if unit is not None:
                unmarked = unit.role is role is Role.LIST_ITEM and item.marker is None
                goes_with_last = last is not None and goes_on(last, item, LaidText(last.text, ()))
                role = Role.PARAGRAPH if unmarked and (unit.place in begun or goes_with_last) else role
                begun.add(unit.place)
            is_named = position in marked or (unit is not None and unit.role is Role.HEADING)
            if role is Role.HEADING and not is_named and item.marker is None and label_at(item.text) is None:
                styled.add(position)
            item = replace(item, role=role)
            last = item if role in RUNNING else last
        out.append(item)
    end = _last_text(out)
    return [
        replace(item, role=Role.PARAGRAPH)
        if isinstance(item, Block)
        and ((position in apart and not _heads_something(out, position)) or (position in styled and position > end))
        else item
        for position, item in enumerate(out)
    ]


def _last_text(items: Sequence[Block | Table]) -> int:
    """The position of the last thing that a heading may head; what is set like one behind it signs the paper."""
    heads = (Role.HEADING, Role.TITLE)
    return max((at for at, item in enumerate(items) if isinstance(item, Table) or item.role not in heads), default=-1)


def _role(block: Block, body: Style, tags: Tags, *, is_marked: bool) -> Role:
    """The role that a running block has by the evidence that names it."""
    unit, style, text = tags.of(block), style_of(block), block.text
    if block.role is Role.TITLE:
        return block.role
    if unit is not None and unit.role in (Role.CAPTION, Role.FOOTNOTE, Role.TOC, Role.FIGURE_TEXT):
        return unit.role
    if enacting_formula().match(text):
        return Role.PARAGRAPH
    if caption_label().match(text) and len(text) <= _MOST_LETTERS and style.stands_out_from(body):
        return Role.CAPTION
    if unit is not None and unit.role is Role.HEADING and not _contradicts(block, style, body):
        return Role.HEADING
    label = label_at(text)
    is_short = len(text) <= _MOST_LETTERS and len(block.lines) <= _MOST_LINES
    if is_marked and is_short:
        return Role.HEADING
    stands_out = style.stands_out_from(body)
    if label is not None and is_short and (label.is_alone or block.role is Role.HEADING or stands_out):
        return Role.HEADING
    if unit is not None and unit.role is Role.LIST_ITEM:
        keeps = block.role is Role.HEADING and label_of(block.marker) is not None and stands_out
        return Role.HEADING if keeps else Role.LIST_ITEM
    return Role.PARAGRAPH if block.role is Role.HEADING and _is_no_heading(text, style, body) else block.role


def _is_no_heading(text: str, style: Style, body: Style) -> bool:
    """Whether what is set like a heading is a remark, a number, a quotation, a note, or an imprint in small type."""
    is_small = style.size_pt < _SMALL * body.size_pt and not style.bold
    is_tiny = style.size_pt < _TINY * body.size_pt
    says_something_else = _is_bracketed(text) or _is_figure(text) or _is_quoted(text) or note_label().match(text)
    return bool(is_small or is_tiny or says_something_else)


def _contradicts(block: Block, style: Style, body: Style) -> bool:
    """Whether a block that is tagged as a heading is set like running text, or is too long for one."""
    long = len(block.text) > _MOST_OF_A_TITLE or len(block.lines) > _MOST_LINES
    plain = not style.stands_out_from(body)
    return long or (plain and len(block.text) > 60 and block.text.rstrip().endswith((".", ";", ",")))


def _is_set_apart(block: Block, body: Style, left: float, right: float) -> bool:
    """Whether a paragraph reads and is set like a heading: short, no sentence, in another type than the text."""
    text, style = block.text.strip(), style_of(block)
    longest = _MOST_OF_A_TITLE if style.bold and is_centered(block, left, right) else _MOST_LETTERS
    if len(text) > longest or len(block.lines) > _MOST_LINES or not style.stands_out_from(body):
        return False
    if style.emphasis <= 1 and style.size_pt <= 1.04 * body.size_pt and len(block.lines) > 2:
        return False
    if enacting_formula().match(text) or note_label().match(text):
        return False
    begins = text[:1].isupper() or text[:1].isdigit() or text[:1] in "“‘\"'«"
    return begins and text[-1:] not in ".,;:”»" and not _is_bracketed(text) and any(c.isalpha() for c in text)


def _is_figure(text: str) -> bool:
    """Whether a text is a number with at most its unit: "17 723", "€31 bn"."""
    return any(c.isdigit() for c in text) and sum(c.isalpha() for c in text) < 3


def _is_quoted(text: str) -> bool:
    """Whether a whole text is a quotation that ends as a sentence does."""
    return text[:1] in "“„«" and text.rstrip()[-2:] in {f"{stop}{quote}" for stop in ".!?" for quote in "”“»"}


def _is_bracketed(text: str) -> bool:
    return text.startswith(("(", "[")) and text.rstrip().endswith((")", "]"))


def _heads_something(items: Sequence[Block | Table], position: int) -> bool:
    """Whether running text, a list, a table or a lesser heading follows: a signature's "The President" heads nothing."""
    block = items[position]
    assert isinstance(block, Block)
    style = style_of(block)
    for item in items[position + 1 :]:
        if isinstance(item, Table):
            return True
        if item.role in (Role.HEADING, Role.TITLE):
            return item.role is Role.HEADING and style.stands_out_from(style_of(item))
        if item.role in RUNNING:
            return True
    return False


def _edges(items: Sequence[Block | Table]) -> Mapping[int, tuple[float, float]]:
    """Where the running text of each page begins and ends, in points from the left."""
    edges: dict[int, tuple[float, float]] = {}
    for item in items:
        if isinstance(item, Block) and item.role in RUNNING:
            left, right = edges.get(item.page, (item.box.x0, item.box.x1))
            edges[item.page] = (min(left, item.box.x0), max(right, item.box.x1))
    return edges


# --- bookmarks -------------------------------------------------------------------------------------------------------


def _bookmarked(items: Sequence[Block | Table], bookmarks: Sequence[Bookmark]) -> Mapping[int, int]:
    """Depths of the blocks that bookmarks name, by position; none where most bookmarks name no block of their page."""
    by_page: dict[int, list[tuple[int, str]]] = {}
    for position, item in enumerate(items):
        if isinstance(item, Block) and item.role in RUNNING and len(item.text) <= _MOST_OF_A_TITLE:
            by_page.setdefault(item.page, []).append((position, _letters(item.text)))
    found: dict[int, int] = {}
    for bookmark in bookmarks:
        title = _letters(bookmark.title)
        for position, text in by_page.get(bookmark.page or 0, []) if title else []:
            if position not in found and _names(title, text):
                found[position] = bookmark.depth
                break
    return found if 2 * len(found) >= len(bookmarks) else {}


def _names(title: str, text: str) -> bool:
    """Whether a bookmark's letters are those of a block: all but a few, or but for the block's number or second part."""
    if title == text or (len(title) >= 8 and (text.startswith(title) or text.endswith(title))):
        return len(text) <= len(title) + 80
    if abs(len(title) - len(text)) > 0.2 * len(text):
        return False
    return SequenceMatcher(None, title, text, autojunk=False).ratio() >= 0.9


def _letters(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())


# --- levels ----------------------------------------------------------------------------------------------------------


def _nested(items: Sequence[Block | Table], tags: Tags, bookmarks: Sequence[Bookmark]) -> Flow:
    """Say of each heading what is known, and nest."""
    depths = _bookmarked(items, bookmarks)
    levels = _tag_levels(items, tags)
    heads = {at: item.text for at, item in enumerate(items) if isinstance(item, Block) and item.role is Role.HEADING}
    numbers = dict(zip(heads, heading_numbers(tuple(heads.values())), strict=True))
    headings: dict[int, Heading] = {}
    closing: set[int] = set()
    for position, item in enumerate(items):
        if not isinstance(item, Block):
            continue
        if item.role is Role.HEADING:
            label, unit = label_at(item.text), tags.of(item)
            is_tagged = unit is not None and unit.role is Role.HEADING
            headings[position] = Heading(
                strongest_style(item),
                _evidence(
                    is_tagged=is_tagged and levels is not None,
                    is_marked=position in depths,
                    is_numbered=label is not None or label_of(item.marker) is not None or numbers[position] is not None,
                ),
                None if levels is None else levels.get(position),
                depths.get(position),
                label.row if label else None,
                label is not None and label.is_annex,
                item.marker,
                numbers[position],
            )
        elif item.role in RUNNING and enacting_formula().match(item.text):
            closing.add(position)
    return nested(items, headings, frozenset(closing), tags)


def _evidence(*, is_tagged: bool, is_marked: bool, is_numbered: bool) -> Evidence:
    if is_tagged:
        return Evidence.TAGS
    if is_marked:
        return Evidence.BOOKMARK
    return Evidence.NUMBERING if is_numbered else Evidence.STYLE


def _tag_levels(items: Sequence[Block | Table], tags: Tags) -> Mapping[int, int] | None:
    """Levels that the tags give headings, by position, from 1; none where they give one level to all.

    None altogether where they contradict what is to be seen: a lower heading is set larger than a higher one, or 2.1 is as
    high as 2.
    """
    found: dict[int, int] = {}
    sizes: dict[int, list[float]] = {}
    numbered: list[tuple[str, int]] = []
    for position, item in enumerate(items):
        unit = tags.of(item) if isinstance(item, Block) and item.role is Role.HEADING else None
        if isinstance(item, Block) and unit is not None and unit.level is not None:
            found[position] = unit.level
            sizes.setdefault(unit.level, []).append(style_of(item).size_pt)
            numbered.append((label_of(item.marker) or "", unit.level))
    means = [sum(sizes[level]) / len(sizes[level]) for level in sorted(sizes)]
    rises = any(later > 1.04 * earlier for earlier, later in pairwise(means))
    flat = sum(
        two.startswith(f"{one}.") and lower <= higher
        for (one, higher), (two, lower) in combinations(numbered[:_MOST_COMPARED], 2)
        if one
    )
    if rises or flat > 1:
        return None
    top = min(sizes, default=1)
    return {position: level - top + 1 for position, level in found.items()} if len(sizes) > 1 else {}
