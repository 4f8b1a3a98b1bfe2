"""The title of a document without labels on its front page: the largest type of its first page, put together."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

from corpus.geometry import hull
from corpus.pages import Block, Role, Table
from extract.labels import label_at
from extract.laid import laid
from extract.lines import Spelling
from extract.numbers import is_figure
from extract.profile import load_profile
from extract.styles import Style, style_of

_RUNNING = (Role.TITLE, Role.HEADING, Role.PARAGRAPH)
_LARGER = 1.25  # than the text
_PART = 0.8  # of the largest type: parts of a title may be smaller
_SAME = 0.92  # of the largest type: parts in one size
_MOST_SPACE = 1.6  # between parts in one size, in sizes of the type
_LEAST_SPACE = 0.5  # to a part that is smaller
_TABLE_ROWS = 3
_COVER_WORDS = 90  # no more stand on a cover
_LONG = 200  # letters of a paragraph: what stands behind one is no title
_MOST_LETTERS = 300
_LEAST_LETTERS = 4


def titled(items: Sequence[Block | Table], body: Style, spelling: Spelling) -> list[Block | Table]:
    """The flow with its title told and put together. On a cover nothing else heads anything, and there is one title alone.

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
    is_cover = _is_cover(items, first)
    parts = _parts(blocks, body, is_cover=is_cover)
    lines = tuple(line for at in parts for line in blocks[at].lines)
    given = any(blocks[at].role is Role.TITLE for at in parts)
    if (
        not parts
        or sum(len(word.text) for line in lines for word in line.words) > _MOST_LETTERS
        or not (given or is_cover or _largest_elsewhere(items, parts) < 0.96 * style_of(blocks[parts[0]]).size_pt)
    ):
        return _without_others(out, blocks, (), Role.HEADING)
    title = replace(
        blocks[parts[0]],
        role=Role.TITLE,
        lines=lines,
        text=laid(lines, spelling).text,
        box=hull(line.box for line in lines).rounded(),
        marker=None,
    )
    out = _without_others(out, blocks, parts, Role.PARAGRAPH)
    if is_cover:
        for at, block in blocks.items():
            out[at] = replace(block, role=Role.PARAGRAPH) if block.role is Role.HEADING else out[at]
    out[parts[0]] = title
    return [item for at, item in enumerate(out) if at not in parts[1:]]


def _is_cover(items: Sequence[Block | Table], page: int | None) -> bool:
    """Whether a page holds few words, and no table worth the name: emblems are drawn with rules too."""
    if any(isinstance(item, Table) and item.places[0][0] == page and item.rows >= _TABLE_ROWS for item in items):
        return False
    lines = [line for item in items if isinstance(item, Block) and item.page == page for line in item.lines]
    tables = (item for item in items if isinstance(item, Table) and item.places[0][0] == page)
    lines += [line for table in tables for cell in table.cells for line in cell.lines if line.page == page]
    return sum(len(line.words) for line in lines) <= _COVER_WORDS


def _without_others(
    items: list[Block | Table], blocks: Mapping[int, Block], parts: Sequence[int], role: Role
) -> list[Block | Table]:
    """Large type that is no part of the title: numbers as paragraphs, what reads like a title or slogan in a role of its own."""
    for at, block in blocks.items():
        if block.role is Role.TITLE and at not in parts:
            items[at] = replace(block, role=role if _may_be_title(block) else Role.PARAGRAPH)
    return items


def _parts(blocks: Mapping[int, Block], body: Style, *, is_cover: bool) -> list[int]:
    """Positions of the title's parts: the largest type, with what stands closely below it in nearly the same size."""
    sizes = {at: style_of(block).size_pt for at, block in blocks.items() if _may_be_title(block)}
    given = [at for at in sizes if blocks[at].role is Role.TITLE]
    if given:
        sizes = {at: sizes[at] for at in given}
    largest = max(sizes.values(), default=0.0)
    if not sizes or (largest < _LARGER * body.size_pt and not given):
        return given
    start = next(at for at, size in sizes.items() if size >= 0.96 * largest)
    if not is_cover and any(at < start and len(block.text) > _LONG for at, block in blocks.items()):
        return []
    parts = [start]
    for at in sorted(at for at in blocks if at > start):
        block, last = blocks[at], blocks[parts[-1]]
        if style_of(block).size_pt < _PART * largest or not _goes_on(block):
            break
        most = _MOST_SPACE if style_of(block).size_pt >= _SAME * largest else _LEAST_SPACE
        if not -0.5 * largest <= block.box.top - last.box.bottom <= most * largest:
            break
        parts.append(at)
    return parts


def _may_be_title(block: Block) -> bool:
    """Whether a block of the first page reads like a title, and not like a number, a label, a language or a name."""
    words = block.text.split()
    spaced = len(words) > 2 and all(len(word) == 1 for word in words)  # P R E S S
    return (
        sum(c.isalpha() for c in block.text) >= _LEAST_LETTERS
        and not spaced
        and block.marker is None
        and label_at(block.text) is None
        and not is_figure(block.text)
        and not _names_institution(block.text)
    )


def _goes_on(block: Block) -> bool:
    return block.marker is None and not is_figure(block.text) and any(c.isalpha() for c in block.text)


def _names_institution(text: str) -> bool:
    """Whether a text is an institution's name, or the half of one that breaks."""
    low = " ".join(text.casefold().replace("’", "'").split())
    halves = len(low.split()) > 1
    return any(
        low == form or (halves and (form.startswith(f"{low} ") or form.endswith(f" {low}"))) for form in _institutions()
    )


@cache
def _institutions() -> tuple[str, ...]:
    return tuple(form.casefold() for issuer in load_profile("cover")["issuer"] for form in issuer["forms"])


def _largest_elsewhere(items: Sequence[Block | Table], parts: Sequence[int]) -> float:
    """The largest type of the other headings."""
    return max(
        (
            style_of(item).size_pt
            for at, item in enumerate(items)
            if isinstance(item, Block) and at not in parts and item.role is Role.HEADING and _may_be_title(item)
        ),
        default=0.0,
    )
