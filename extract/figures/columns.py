"""Figures in columns that nothing but white space parts: labels at the left, and two numbers or more beside each of them.

Such columns are made a table, so that they are read as any other.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from corpus.geometry import Box, hull
from corpus.pages import Cell, CellPart, Line, Page, Table, Word
from extract.lines import lines_of, words_text
from extract.numbers import bare_quantity
from extract.periods import periods
from extract.unruled import segments
from extract.values import is_empty

_GAP = 0.9  # of the type's size: white space that parts two cells
_LEAST_ROWS = 3
_MOST_HEADER_LINES = 3
_FAR = 2.6  # of the type's size: a row that is farther away is of another table


@dataclass(frozen=True, slots=True)
class _Row:
    """A line with a label and the numbers behind it."""

    label: list[Word]
    numbers: list[list[Word]]
    line: Line


def find_columns(page: Page, words: Sequence[Word], language: str) -> list[Table]:
    """The tables of figures of a page that have no rules and no known header.

    Args:
        page: that they stand on.
        words: upright ones that no table has taken.
        language: in which numbers are told.
    """
    lines = lines_of(words, page.number)
    found: list[Table] = []
    run: list[_Row] = []
    for line in [*lines, None]:
        row = _row(line, language) if line is not None else None
        if row is not None and (not run or _goes_on(run[-1], row)):
            run.append(row)
            continue
        if len(run) >= _LEAST_ROWS:
            found.append(_table(page, run, lines))
        run = [row] if row is not None else []
    return found


def _row(line: Line, language: str) -> _Row | None:
    cells = segments(line, _GAP)
    numbers = [cell for cell in cells[1:] if _is_value(words_text(cell), language)]
    counted = sum(bare_quantity(words_text(cell), language) is not None for cell in numbers)
    is_label = bool(cells) and bare_quantity(words_text(cells[0]), language) is None
    if not is_label or len(numbers) < 2 or len(numbers) != len(cells) - 1 or 2 * counted < len(numbers):
        return None
    return _Row(cells[0], numbers, line)


def _is_value(text: str, language: str) -> bool:
    return bare_quantity(text, language) is not None or is_empty(text)


def _goes_on(row: _Row, following: _Row) -> bool:
    """Whether a row has its numbers where the row above has them."""
    one, two = ([hull(w.box for w in cell) for cell in r.numbers] for r in (row, following))
    near = following.line.box.top - row.line.box.bottom <= _FAR * row.line.size_pt
    return near and len(one) == len(two) and all(_is_aligned(a, b) for a, b in zip(one, two, strict=True))


def _is_aligned(one: Box, two: Box) -> bool:
    edges = (one.x0 - two.x0, one.center_x - two.center_x, one.x1 - two.x1)
    return any(abs(edge) <= 4 for edge in edges)


def _table(page: Page, rows: Sequence[_Row], lines: Sequence[Line]) -> Table:
    columns = len(rows[0].numbers) + 1
    boxes = [hull(w.box for row in rows for w in ([row.label, *row.numbers][column])) for column in range(columns)]
    parts = [(a.x1 + b.x0) / 2 for a, b in pairwise(boxes)]
    head = _header(lines, rows[0].line, parts, boxes[-1].x1)
    texts: list[list[list[Word]]] = [head] if any(head) else []
    texts += [[row.label, *row.numbers] for row in rows]
    cells = tuple(
        Cell(number, column, (CellPart(page.number, hull(w.box for w in words), tuple(lines_of(words, page.number))),))
        for number, row in enumerate(texts)
        for column, words in enumerate(row)
        if words
    )
    box = hull(part.box for cell in cells for part in cell.parts)
    return Table(len(texts), columns, cells, ((page.number, box),), header=len(texts) - len(rows))


def _header(lines: Sequence[Line], first: Line, parts: Sequence[float], right: float) -> list[list[Word]]:
    """The words above the columns, by column; empty where nothing stands there."""
    above = [line for line in lines if line.box.bottom <= first.box.top + 2]
    head: list[list[Word]] = [[] for _ in range(len(parts) + 1)]
    edge = first.box.top
    for line in reversed(above[-_MOST_HEADER_LINES:]):
        is_far = edge - line.box.bottom > _FAR * line.size_pt
        is_wide = line.box.x1 > right + 3 * line.size_pt
        behind = [words for words in segments(line, _GAP) if words[0].box.center_x > parts[0] - 2]
        if is_far or is_wide or not behind or _is_sentence(line):
            break
        for words in segments(line, _GAP):
            center = hull(w.box for w in words).center_x
            column = sum(center > part for part in parts)
            head[column] = [*words, *head[column]]
        edge = line.box.top
    return head


def _is_sentence(line: Line) -> bool:
    text = words_text(line.words)
    return len(segments(line, _GAP)) == 1 and not periods(text)
