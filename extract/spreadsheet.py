"""Tables as a spreadsheet holds them: one line a row, whatever the row spans, with the place of each row.

A cell that is merged over rows stands in each of them, so that a row can be sorted and still says what it belongs to; one
that is merged over columns stands in the first. A row that a page's end cuts is one line with two places.
"""

from collections.abc import Callable, Iterator, Sequence

from corpus.geometry import Box, hull
from corpus.pages import Cell, Line, Table, TableRow

PLACE_COLUMNS = ("table", "row", "header", "page", "x0", "top", "x1", "bottom", "goes on")


def table_rows(table: Table, read: Callable[[Sequence[Line]], str]) -> Iterator[TableRow]:
    """The rows of a table, from top to bottom over all its pages.

    Args:
        table: joined over its pages.
        read: the text of lines as a reader would type it, as `Content.read` gives it.
    """
    texts = {id(cell): read(cell.lines) for cell in table.cells}
    rows: list[list[Cell]] = [[] for _ in range(table.rows)]
    for cell in table.cells:
        for number in range(cell.row, min(cell.row + cell.row_span, table.rows)):
            rows[number].append(cell)
    for number, cells in enumerate(rows):
        line = [""] * table.columns
        for cell in cells:
            line[min(cell.column, table.columns - 1)] = texts[id(cell)]
        yield TableRow(number + 1, number < table.header, tuple(line), _places(cells))


def sheet(
    tables: Sequence[Sequence[TableRow]],
) -> tuple[tuple[str, ...], tuple[tuple[object, ...], ...]]:
    """The tables of a document as columns and lines for one CSV file.

    Returns:
        the names of the columns, and a line for each row: the number of its table from 1, its own number, whether it names
        columns, where it begins, where it goes on ("6: 40.1 66.0 615.2 75.9", page and box), and its cells.
    """
    wide = max((len(row.cells) for rows in tables for row in rows), default=0)
    columns = (*PLACE_COLUMNS, *(f"column {at}" for at in range(1, wide + 1)))
    return columns, tuple(_line(number, row) for number, rows in enumerate(tables, start=1) for row in rows)


def _line(table: int, row: TableRow) -> tuple[object, ...]:
    first: tuple[object, ...] = ("",) * 5
    if row.places:
        page, box = row.places[0]
        first = (page, *_corners(box))
    further = "; ".join(f"{page}: {' '.join(map(str, _corners(box)))}" for page, box in row.places[1:])
    return table, row.number, "yes" if row.is_header else "no", *first, further, *row.cells


def _corners(box: Box) -> tuple[float, float, float, float]:
    return box.x0, box.top, box.x1, box.bottom


def _places(cells: Sequence[Cell]) -> tuple[tuple[int, Box], ...]:
    """The boxes of a row, one a page: around the cells that are its own, else around what the others have on each page."""
    own = [cell for cell in cells if cell.row_span == 1] or cells
    by_page: dict[int, list[Box]] = {}
    for cell in own:
        for part in cell.parts:
            by_page.setdefault(part.page, []).append(part.box)
    return tuple((page, hull(boxes).rounded()) for page, boxes in sorted(by_page.items()))
