"""Cards: cells that hold text of their own, with a heading, paragraphs and labels, as blocks of running text."""

from collections.abc import Iterator, Sequence

from corpus.pages import Block, Cell, Line, Role, Table
from extract.blocks import block_of
from extract.breaks import paragraphs_in, room_in
from extract.content import Content

_LEAST_WORDS = 8  # a table without a longer cell holds no text


def is_cards(table: Table) -> bool:
    """Whether some cell of a table is long enough to be text."""
    return any(sum(len(line.words) for line in cell.lines) >= _LEAST_WORDS for cell in table.cells)


def blocks_of_table(table: Table, content: Content) -> list[Block]:
    """The paragraphs of all cells, row by row."""
    return [block for cell in table.cells for block in blocks_of_cell(cell, content)]


def blocks_of_cell(cell: Cell, content: Content) -> Iterator[Block]:
    """The paragraphs of a cell; short ones in bold are headings."""
    for lines in paragraphs_in(cell.lines, room_in(cell)):
        block = block_of(lines, Role.HEADING if _is_bold(lines) else Role.PARAGRAPH, content.spelling)
        yield block


def _is_bold(lines: Sequence[Line]) -> bool:
    return all(word.font.bold for line in lines for word in line.words)
