"""Where on a page a marking may stand: the head of a front page, running lines, margins, stamps and watermarks.

The same words in running text, a heading, a list, a table or a note are a mention; so each stretch of text that comes from
here stands by itself, and no text goes on with it. What it says is judged in `extract.marks`.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import groupby, pairwise

from corpus.geometry import Box, hull
from corpus.pages import Block, Font, Line, Page, Role, Table, Word
from extract.content import Content
from extract.furniture import Furniture
from extract.laid import LaidText
from extract.lines import cell_lines, lines_of, words_text
from extract.outline import goes_on
from extract.styles import Style, style_of

_HEAD, _FOOT = 0.11, 0.87  # of a page's height: running lines and single markings stand above, or below
_MARGIN = 0.065  # no running text stands so near the edge
_GAP = 0.9  # between stretches of a line, in sizes of its type
_LEAST_GAP_PT = 9.0
_LETTERS = 4  # in a row, single ones: a word that is letter-spaced
_MOST_JOINED = 4  # lines of a marking or stamp that is broken over lines
_MOST_HEADER_ROWS = 2  # of a running header with rules, on a single page
_PROSE_WORDS = 12
_MOST_WORDS = 25  # of a line that may be a stamp
_LARGE = 1.5  # times the text's size: a watermark
_HUGE = 2.5
_PALE = 0.62  # of white
_CLOSE = 1.6  # sizes: what stands nearer and begins at the same edge belongs together
_NEXT = 0.5  # sizes: from line to line of one text
_SAME_EDGE_PT = 4.0
_SET_OFF_PT = 30.0  # a line that begins so far from the edge of a paragraph is none of it


class Where(StrEnum):
    """What kind of place it is."""

    FRONT = "front"  # the head of a front page
    RUNNING = "running"  # a running header or footer
    MARGIN = "margin"  # a single line at the edge of a page
    STAMP = "stamp"  # turned, drawn over the text, or an annotation


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of text that may be a marking. `box` is None for an annotation that shows no letters."""

    text: str
    page: int
    box: Box | None
    where: Where


def marking_places(content: Content, head_ends: float | None) -> Iterator[Place]:
    """All stretches of text that may be markings, page by page.

    Args:
        content: of the document.
        head_ends: how far the head of the front page reaches, in points from the top; None where it has no labels.
    """
    heights = {page.number: page.height for page in content.pages}
    inner = [table for table in content.tables if not _is_running(table, heights)]
    blocks: dict[int, list[Block]] = {}
    for block in content.blocks:
        blocks.setdefault(block.page, []).append(block)
    size = _text_size(content)
    for page in content.pages:
        own = blocks.get(page.number, [])
        furniture = content.furniture.get(page.number)
        grids = [box for table in inner for number, box in table.places if number == page.number]
        for text in page.stamps:
            yield Place(" ".join(text.split()), page.number, None, Where.STAMP)
        yield from _running(furniture, page)
        yield from _stamps(page, grids, size)
        if page.number == content.pages[0].number:
            yield from _front(content, own, page, head_ends)
        yield from _margins(page, grids, own)
        yield from _alone(own, page, blocks.get(page.number - 1, []))
        yield from _in_frames(own)


# --- running lines ---------------------------------------------------------------------------------------------------


def _running(furniture: Furniture | None, page: Page) -> Iterator[Place]:
    if furniture is None:
        return
    for lines in (furniture.header, furniture.footer):
        yield from _of_lines(lines, page.number, Where.RUNNING)


def _of_lines(lines: Sequence[Line], page: int, where: Where) -> Iterator[Place]:
    """Lines, their stretches, and stretches that stand right below each other as one."""
    stretches: list[Line] = []
    for line in lines:
        parts = stretches_of(line)
        if len(parts) > 1:
            yield _place(line, page, where)
        stretches += parts
    for part in stretches:
        yield _place(part, page, where)
    for joined in _joined(stretches):
        yield Place(" ".join(words_text(s.words) for s in joined), page, hull(s.box for s in joined), where)


def stretches_of(line: Line) -> list[Line]:
    """Words of a line without a wide gap between them. Single letters that stand in a row are one stretch."""
    out: list[list[Word]] = []
    for word in line.words:
        last = out[-1][-1] if out else None
        if last is not None and word.box.x0 - last.box.x1 <= max(_LEAST_GAP_PT, _GAP * word.font.size_pt):
            out[-1].append(word)
        else:
            out.append([word])
    merged: list[list[Word]] = []
    for is_spaced, group in groupby(out, key=lambda words: all(len(w.text) <= 2 for w in words)):
        parts = list(group)
        if is_spaced and sum(map(len, parts)) >= _LETTERS:
            merged.append([word for part in parts for word in part])
        else:
            merged += parts
    return [Line(line.page, tuple(words), hull(w.box for w in words)) for words in merged]


def _joined(stretches: Sequence[Line]) -> Iterator[tuple[Line, ...]]:
    """Two to four stretches closely below each other, at one edge or around one middle."""
    for start, first in enumerate(stretches):
        chain = [first]
        for other in stretches[start + 1 :]:
            last = chain[-1]
            size = max(last.size_pt, other.size_pt)
            below = -0.3 * size <= other.box.top - last.box.bottom <= 0.8 * size
            aligned = (
                abs(other.box.x0 - last.box.x0) <= _SAME_EDGE_PT
                or abs(other.box.center_x - last.box.center_x) <= _SAME_EDGE_PT
                or abs(other.box.x1 - last.box.x1) <= _SAME_EDGE_PT
            )
            if below and aligned:
                chain.append(other)
                yield tuple(chain)
                if len(chain) == _MOST_JOINED:
                    break


def _place(line: Line, page: int, where: Where) -> Place:
    return Place(words_text(line.words), page, line.box, where)


# --- stamps and watermarks -------------------------------------------------------------------------------------------


def _stamps(page: Page, grids: Sequence[Box], size: float) -> Iterator[Place]:
    """Runs of turned words, and words that are drawn over the text."""
    turned = [w for w in page.words if w.angle and not any(grid.holds_center_of(w.box) for grid in grids)]
    runs = [tuple(run) for _, run in groupby(turned, key=lambda w: (w.angle, w.font))]
    for run in runs:
        yield Place(words_text(run), page.number, hull(w.box for w in run), Where.STAMP)
        upright = run[0].angle in (90, 270)
        for line in cell_lines(run, page.number) if upright else ():
            yield _place(line, page.number, Where.STAMP)
    for first, second in pairwise(runs):  # a stamp in two sizes
        if first[0].angle == second[0].angle:
            both = (*first, *second)
            yield Place(words_text(both), page.number, hull(w.box for w in both), Where.STAMP)
    yield from _overlaid(page, size)


def _overlaid(page: Page, size: float) -> Iterator[Place]:
    """Upright words that stand across the text: large, and pale or on the same place as other words."""
    words = [w for w in page.words if w.angle == 0]
    for font, group in groupby(words, key=lambda word: word.font):
        if font.size_pt < _LARGE * size and not _is_pale(font):
            continue
        run = list(group)
        if len(run) > _MOST_WORDS:
            continue
        own = {id(word) for word in run}
        box = hull(w.box for w in run)
        crossed = sum(id(w) not in own and box.holds_center_of(w.box) for w in words)
        if crossed >= 2 or (font.size_pt >= _HUGE * size and _is_pale(font)):
            for line in lines_of(run, page.number):
                yield _place(line, page.number, Where.STAMP)


def _is_pale(font: Font) -> bool:
    color = font.color
    return min(color >> 16 & 255, color >> 8 & 255, color & 255) >= 255 * _PALE


def _in_frames(blocks: Iterable[Block]) -> Iterator[Place]:
    """What a frame of its own holds, as a stamp has one."""
    for block in blocks:
        if block.role is Role.CALLOUT and len(block.lines) <= _MOST_JOINED:
            yield Place(block.text, block.page, block.box, Where.STAMP)


# --- the front page --------------------------------------------------------------------------------------------------


def _front(content: Content, blocks: Sequence[Block], page: Page, head_ends: float | None) -> Iterator[Place]:
    """The head of a front page that has labels; of another one what stands before its text, or all where it has none."""
    if head_ends is not None:
        lines = [line for line in content.cover if line.box.top < head_ends]
        yield from _of_lines(lines, page.number, Where.FRONT)
        return
    has_text = any(_is_prose(block) for block in blocks)
    for block, before, after in _with_neighbors(blocks):
        if _is_prose(block):
            return
        is_text = has_text and (_heads(block, after) or _ends(before, block))
        if _may_stand_alone(block) and not is_text:
            yield from _of_block(block, Where.FRONT)


def _is_prose(block: Block) -> bool:
    words = block.text.split()
    return len(words) >= _PROSE_WORDS and sum(word.islower() for word in words) >= len(words) / 2


# --- margins ---------------------------------------------------------------------------------------------------------


def _margins(page: Page, grids: Sequence[Box], blocks: Sequence[Block]) -> Iterator[Place]:
    """Lines so near the edge that no running text stands there; a table that stands nowhere else is a running line too."""
    notes = [block.box for block in blocks if block.role in (Role.FOOTNOTE, Role.LIST_ITEM)]
    reach = _MARGIN * page.height
    words = [
        w
        for w in page.words
        if w.angle == 0
        and (w.box.bottom <= reach or w.box.top >= page.height - reach)
        and not any(box.holds_center_of(w.box) for box in (*grids, *notes))
    ]
    yield from _of_lines(lines_of(words, page.number), page.number, Where.MARGIN)


def _is_running(table: Table, heights: Mapping[int, float]) -> bool:
    """Whether a table stands at the heads or feet of pages alone: a running header that has rules."""
    small = len(table.places) > 1 or table.rows <= _MOST_HEADER_ROWS
    return small and all(
        box.bottom <= _HEAD * heights.get(page, 842.0) or box.top >= _FOOT * heights.get(page, 842.0)
        for page, box in table.places
    )


def _alone(blocks: Sequence[Block], page: Page, earlier: Sequence[Block]) -> Iterator[Place]:
    """Single lines at the head and foot of a page that belong to no text: nothing goes on with them."""
    last = next((b for b in reversed(earlier) if b.role in (Role.PARAGRAPH, Role.LIST_ITEM)), None)
    head, foot = _HEAD * page.height, _FOOT * page.height
    for position, (block, before, after) in enumerate(_with_neighbors(blocks)):
        for line in _set_off(block):
            if line.box.bottom <= head or line.box.top >= foot:
                yield _place(line, page.number, Where.MARGIN)
        if not (block.box.bottom <= head or block.box.top >= foot) or not _may_stand_alone(block):
            continue
        if _heads(block, after) or _ends(before, block):
            continue
        if position == 0 and last is not None and goes_on(last, block, LaidText(last.text, ())):
            continue
        yield from _of_block(block, Where.MARGIN)


def _set_off(block: Block) -> Iterator[Line]:
    """The first and last line of a block that do not begin at the edge at which its other lines do."""
    if block.role is Role.PARAGRAPH and len(block.lines) > 1:
        edge = min(line.box.x0 for line in block.lines)
        yield from (line for line in (block.lines[0], block.lines[-1]) if line.box.x0 - edge > _SET_OFF_PT)


def _with_neighbors(blocks: Sequence[Block]) -> Iterator[tuple[Block, Block | None, Block | None]]:
    """Each block with the nearest one above it and below it that it shares columns with."""
    for block in blocks:
        sharing = [b for b in blocks if b is not block and b.box.overlap_x(block.box) > 0]
        above = [b for b in sharing if b.box.bottom <= block.box.center_y]
        below = [b for b in sharing if b.box.top >= block.box.center_y]
        yield (
            block,
            max(above, key=lambda b: b.box.bottom, default=None),
            min(below, key=lambda b: b.box.top, default=None),
        )


def _may_stand_alone(block: Block) -> bool:
    return (
        block.role in (Role.PARAGRAPH, Role.HEADING, Role.TITLE, Role.FIGURE_TEXT, Role.CAPTION)
        and 0 < len(block.lines) <= _MOST_JOINED
        and len(block.text.split()) <= _MOST_WORDS
    )


def _heads(block: Block, after: Block | None) -> bool:
    """Whether a block is the heading of what follows: closely above it, at its left edge, in stronger type."""
    if after is None or not (block.lines and after.lines) or not _reads(after):
        return False
    close = after.box.top - block.box.bottom <= _CLOSE * block.lines[0].size_pt
    return close and abs(block.box.x0 - after.box.x0) <= _SAME_EDGE_PT and _type(block).stands_out_from(_type(after))


def _ends(before: Block | None, block: Block) -> bool:
    """Whether a block is the last line of the text above it, or a point of the same list."""
    if before is None or not (before.lines and block.lines):
        return False
    close = block.box.top - before.box.bottom <= _NEXT * block.lines[0].size_pt
    return close and abs(block.box.x0 - before.box.x0) <= _SAME_EDGE_PT and _type(block) == _type(before)


def _type(block: Block) -> Style:
    """How a block is set, but for its capitals: markings always are."""
    return replace(style_of(block), capitals=False)


def _reads(block: Block) -> bool:
    """Whether a block reads like text and not like the codes of a front page."""
    return sum(word.strip(".,;:()").islower() and len(word) > 2 for word in block.text.split()) >= 2


def _of_block(block: Block, where: Where) -> Iterator[Place]:
    yield Place(block.text, block.page, block.box, where)
    if len(block.lines) > 1 and not _is_prose(block):
        yield from _of_lines(block.lines, block.page, where)


def _text_size(content: Content) -> float:
    """The size in which most letters of the document are set, in points."""
    sizes: dict[float, int] = {}
    for page in content.pages:
        for word in page.words:
            sizes[word.font.size_pt] = sizes.get(word.font.size_pt, 0) + len(word.text)
    return max(sizes, key=lambda size: sizes[size], default=10.0)
