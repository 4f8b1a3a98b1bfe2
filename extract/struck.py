"""A revision as it would read if it were adopted: what is struck through is left out, wherever it stands."""

from dataclasses import replace

from corpus.geometry import hull
from corpus.pages import Block, Cell, CellPart, Line, Table
from extract.blocks import MARKER
from extract.content import Content
from extract.laid import laid
from extract.lines import Spelling, line_text


def without_struck(content: Content) -> Content:
    """The content without words that are struck through; the same content where none is."""
    if not any(word.is_struck for page in content.pages for word in page.words):
        return content
    flow: list[Block | Table] = []
    for item in content.flow:
        if isinstance(item, Table):
            flow.append(replace(item, cells=tuple(_cell(cell) for cell in item.cells)))
        elif (block := _block(item, content.spelling)) is not None:
            flow.append(block)
    return replace(content, flow=tuple(flow))


def _block(block: Block, spelling: Spelling) -> Block | None:
    """None where all of it is struck, its mark apart."""
    lines = _lines(block.lines)
    if len(lines) == len(block.lines) and all(a is b for a, b in zip(lines, block.lines, strict=True)):
        return block
    text = laid(lines, spelling).text
    mark = MARKER.match(line_text(lines[0])) if lines else None
    if not any(c.isalnum() for c in text[mark.end() if mark else 0 :]):
        return None
    marker = mark["mark"] if mark is not None else None
    return replace(block, lines=lines, text=text, box=hull(line.box for line in lines), marker=marker)


def _cell(cell: Cell) -> Cell:
    return replace(cell, parts=tuple(CellPart(p.page, p.box, _lines(p.lines)) for p in cell.parts))


def _lines(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The lines without struck words; a line of nothing else is left out."""
    out: list[Line] = []
    for line in lines:
        words = tuple(word for word in line.words if not word.is_struck)
        if len(words) == len(line.words):
            out.append(line)
        elif words:
            out.append(replace(line, words=words, box=hull(word.box for word in words)))
    return tuple(out)
