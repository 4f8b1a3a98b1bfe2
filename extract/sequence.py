"""All blocks of a document in reading order: of each page its header, the running text and tables, notes, and its footer.

`Content.flow` holds what readers read; here its furniture comes back, a table that runs over pages is a block on each of
them, and a paragraph that a column's or page's end cuts says which block it goes on with.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.geometry import Box
from corpus.pages import Block, Layout, Line, Role, Table
from extract.content import Content
from extract.laid import LaidText
from extract.lines import cell_lines
from extract.outline import glued, goes_on
from extract.spreadsheet import table_rows

_RUNNING = (Role.PARAGRAPH, Role.LIST_ITEM, Role.HEADING, Role.TITLE)


def layout_of(content: Content) -> Layout:
    """The blocks of a document and the rows of its tables, for output."""

    def read(lines: Sequence[Line]) -> str:
        return content.read(lines).text

    return Layout(block_sequence(content), tuple(tuple(table_rows(table, read)) for table in content.tables))


def block_sequence(content: Content) -> tuple[Block, ...]:
    """The blocks of a document in reading order, numbered from 0 and without their lines; `parent` and `continues` are
    orders of this sequence."""
    placed = list(_by_page(content))
    orders = {block.order: position for position, (block, is_own) in enumerate(placed) if is_own}
    out: list[Block] = []
    tables: dict[int, int] = {}  # the order of a table in the flow, to that of its first part here
    for position, (block, is_own) in enumerate(placed):
        continues = None
        if block.role is Role.TABLE:
            first = tables.setdefault(block.order, position)
            continues = first if first != position else None
        parent = None if block.parent is None or not is_own else orders.get(block.parent)
        out.append(replace(block, order=position, parent=parent, continues=continues))
    return tuple(replace(block, lines=()) for block in _continued(out, content))


def _by_page(content: Content) -> Iterator[tuple[Block, bool]]:
    """Blocks of all pages, each with whether it stands in the flow itself (and not among the furniture)."""
    flow: dict[int, list[Block]] = {number: [] for number in content.furniture}
    for position, item in enumerate(content.flow):
        if isinstance(item, Block):
            flow.setdefault(item.page, []).append(item)
            continue
        for at, (page, box) in enumerate(item.places):
            part = _table_part(content, item, page, box, position)
            flow.setdefault(page, []).insert(0 if at else len(flow[page]), part)
    for number in sorted(flow):
        furniture = content.furniture.get(number)
        for line in furniture.header if furniture else ():
            yield _furniture(content, line, Role.HEADER), False
        for line in cell_lines(furniture.side, number) if furniture else ():  # turned words at its side
            yield _furniture(content, line, Role.HEADER), False
        for block in flow[number]:
            yield block, True
        for line in furniture.footer if furniture else ():
            yield _furniture(content, line, Role.FOOTER), False


def _furniture(content: Content, line: Line, role: Role) -> Block:
    return Block(-1, line.page, role, content.read([line]).text, line.box.rounded())


def _table_part(content: Content, table: Table, page: int, box: Box, order: int) -> Block:
    """What a table shows on one page, cell by cell."""
    cells = sorted(table.cells, key=lambda cell: (cell.row, cell.column))
    parts = [
        part for cell in cells for part in cell.parts if part.page == page and box.grown(2).holds_center_of(part.box)
    ]
    text = " ".join(read for part in parts if (read := content.read(part.lines).text))
    return Block(order, page, Role.TABLE, text, box)


def _continued(blocks: Sequence[Block], content: Content) -> list[Block]:
    """Blocks with the one that they go on with; a word that the break cuts belongs to the block in which it begins."""
    out = list(blocks)
    last: int | None = None
    for position, block in enumerate(blocks):
        if block.role not in _RUNNING or not block.lines:
            continue
        before = None if last is None else out[last]
        if before is not None and last is not None and goes_on(before, block, LaidText(before.text, ())):
            first, second = _mended(before.text, block.text, content)
            out[last] = replace(before, text=first)
            start = before.order if before.continues is None else before.continues
            out[position] = replace(block, text=second, continues=start)
        last = position
    return out


def _mended(first: str, second: str, content: Content) -> tuple[str, str]:
    """Two texts of which the first may end in the middle of a word; that word is put together at its end."""
    if not first.endswith("-") or not second[:1].isalnum() or " " not in second:
        return first, second
    rest, _, others = second.partition(" ")
    return glued(LaidText(first, ()), LaidText(rest, ()), content.spelling).text, others
