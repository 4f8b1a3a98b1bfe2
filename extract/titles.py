"""The title of a document without labels on its front page: the largest type of its first page, put together."""

from collections.abc import Sequence
from dataclasses import replace

from corpus.geometry import hull
from corpus.pages import Block, Role, Table
from extract.labels import label_at
from extract.laid import laid
from extract.lines import Spelling
from extract.numbers import is_figure
from extract.styles import Style, style_of

_RUNNING = (Role.TITLE, Role.HEADING, Role.PARAGRAPH)
_LARGER = 1.25  # than the text
_PART = 0.8  # of the largest type: parts of a title may be smaller
_MOST_SPACE = 1.6  # between its parts, in sizes of its type
_COVER_WORDS = 90  # no more stand on a cover
_LONG = 200  # letters of a paragraph: what stands behind one is no title
_MOST_LETTERS = 300
_LEAST_LETTERS = 4


def titled(items: Sequence[Block | Table], body: Style, spelling: Spelling) -> list[Block | Table]:
    """The flow with its title told and put together. On a cover nothing else heads anything.

    Args:
        items: blocks and tables in reading order, with roles; of a document whose first page has no labels and values.
        body: the style of the running text.
        spelling: of the document.
    """
    out = list(items)
    first = next((item.page for item in items if isinstance(item, Block) and item.role in _RUNNING), None)
    blocks = {
        at: b
        for at, b in enumerate(items)
        if isinstance(b, Block) and b.page == first and b.role in _RUNNING and b.lines
    }
    is_cover = sum(len(line.words) for block in blocks.values() for line in block.lines) <= _COVER_WORDS
    parts = _parts(blocks, body, is_cover=is_cover)
    if not parts or (not is_cover and _largest_elsewhere(items, parts) >= 0.96 * style_of(blocks[parts[0]]).size_pt):
        return out
    lines = tuple(line for at in parts for line in blocks[at].lines)
    if sum(len(word.text) for line in lines for word in line.words) > _MOST_LETTERS:
        return out
    title = replace(
        blocks[parts[0]],
        role=Role.TITLE,
        lines=lines,
        text=laid(lines, spelling).text,
        box=hull(line.box for line in lines).rounded(),
        marker=None,
    )
    if is_cover:
        for at, block in blocks.items():
            out[at] = replace(block, role=Role.PARAGRAPH) if block.role is Role.HEADING else block
    out[parts[0]] = title
    return [item for at, item in enumerate(out) if at not in parts[1:]]


def _parts(blocks: dict[int, Block], body: Style, *, is_cover: bool) -> list[int]:
    """Positions of the title's parts: the largest type, with what follows it closely in nearly the same size."""
    sizes = {
        at: style_of(block).size_pt
        for at, block in blocks.items()
        if sum(c.isalpha() for c in block.text) >= _LEAST_LETTERS
        and block.marker is None
        and block.role is not Role.TITLE
        and label_at(block.text) is None
        and not is_figure(block.text)
    }
    given = [at for at, block in blocks.items() if block.role is Role.TITLE]
    largest = max(sizes.values(), default=0.0)
    if given or largest < _LARGER * body.size_pt:
        return given
    start = next(at for at, size in sizes.items() if size >= 0.96 * largest)
    if not is_cover and any(at < start and len(block.text) > _LONG for at, block in blocks.items()):
        return []
    parts = [start]
    for at in range(start + 1, max(blocks) + 1):
        block, last = blocks.get(at), blocks[parts[-1]]
        if block is None or style_of(block).size_pt < _PART * largest or block.marker is not None:
            break
        if block.box.top - last.box.bottom > _MOST_SPACE * largest:
            break
        parts.append(at)
    return parts


def _largest_elsewhere(items: Sequence[Block | Table], parts: Sequence[int]) -> float:
    """The largest type of the other headings."""
    return max(
        (
            style_of(item).size_pt
            for at, item in enumerate(items)
            if isinstance(item, Block) and at not in parts and item.role is Role.HEADING
        ),
        default=0.0,
    )
