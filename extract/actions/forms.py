"""Forms: tables that pair labels with values, two or four cells a row, or a label above its value in one cell."""

from collections.abc import Iterator
from itertools import pairwise

from corpus.pages import Cell, Table
from extract.actions.names import LONGEST_LABEL, Labels, action_at_start, goal_at_start, pattern
from extract.actions.pieces import Piece, split_labels
from extract.content import Content
from extract.laid import LaidText

_LEAST_ROWS = 3  # a table of fewer labels is a form only where one is open already


def is_form(table: Table, content: Content, labels: Labels, *, is_open: bool) -> bool:
    """Whether most first cells of a table's rows are labels."""
    firsts = [cell for cell in table.cells if cell.column == 0 and cell.lines]
    named = [cell for cell in firsts if _label(cell, content, labels)]
    if is_open and table.rows < _LEAST_ROWS:
        return any(_label(cell, content, labels) for cell in table.cells if cell.lines)
    return len(firsts) >= _LEAST_ROWS and len(named) >= 0.5 * len(firsts) and len(named) >= 2


def _label(cell: Cell, content: Content, labels: Labels) -> str | None:
    return labels.field(content.read(cell.lines).text)


def read_form(table: Table, content: Content, labels: Labels) -> Iterator[Piece]:
    """The labels and values of a form as pieces, in order.

    A value whose label is not known is passed over; one without a label goes on with the value above it, over the page.
    """
    last: str | None = None
    for row in range(table.rows):
        cells = [cell for cell in table.row(row) if cell.row == row]
        filled = [cell for cell in cells if cell.lines]
        if len(filled) == 1 and (len(cells) == 1 or filled[0].column_span > 1):
            for text in _heads(content.read(filled[0].lines)):
                pieces = split_labels(text, labels)
                is_head = goal_at_start(text.text) or action_at_start(text.text)
                yield from (Piece(p.field, p.text, stands_out=bool(is_head)) for p in pieces)
            last = None
            continue
        position = 0
        while position < len(cells):
            cell = cells[position]
            value = cells[position + 1] if position + 1 < len(cells) else None
            name = _label(cell, content, labels) if cell.lines else None
            if value is None:
                if cell.lines:
                    yield from split_labels(content.read(cell.lines), labels)
                break
            text = content.read(value.lines)
            if not cell.lines:
                if last is not None and text.text:
                    yield Piece(last, text)
                position += 2
                continue
            number = content.read(cell.lines)
            if name is None and pattern("action_number").fullmatch(number.text) and text.text:
                yield Piece("number", number)
                yield Piece("title", text)
                last = "title"
                position += 2
                continue
            if name == "title" and pattern("action_number").fullmatch(text.text):
                name = "number"
            last = name
            if name is not None and name != "other":
                yield from (Piece(p.field or name, p.text) for p in split_labels(text, labels))
            position += 2


def _heads(text: LaidText) -> list[LaidText]:
    """A row across a form, cut where a line begins with the number of an action or goal: a goal's band, and the heading of the
    first action below it."""
    cuts = [
        start
        for start in text.line_starts()
        if start and (action_at_start(text.text[start:]) or goal_at_start(text.text[start:]))
    ]
    bounds = [0, *cuts, len(text.text)]
    return [text.sliced(a, b - (1 if b < len(text.text) else 0)) for a, b in pairwise(bounds)]


def label_value_rows(table: Table, content: Content) -> Iterator[tuple[str, LaidText]]:
    """Pairs of first and second cells, third and fourth …, of a table that may be a form: short texts beside others."""
    if table.columns not in (2, 4, 6):
        return
    for row in range(table.rows):
        cells = [cell for cell in table.row(row) if cell.row == row]
        for label, value in zip(cells[::2], cells[1::2], strict=False):
            text = content.read(label.lines).text
            if 0 < len(text) <= LONGEST_LABEL and not text.endswith("."):
                yield text, content.read(value.lines)
