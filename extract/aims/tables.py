"""Priorities as a table: priority beside its aims, areas within the cells, over the rows or in a column of their own."""

import re
from dataclasses import dataclass
from functools import cache

from corpus.pages import Cell, Table
from extract.aims.build import aim, begins_with_enumerator, labelled, without_enumerator
from extract.content import Content
from extract.drafts import Draft
from extract.laid import LaidText
from extract.profile import Names, load_profile, names_of

_TO = re.compile(r"(?<![\w’'])To\s+(?:\w+ly\s+)?(?=[a-z])")


@cache
def _columns() -> Names:
    return names_of(load_profile("council_conclusions")["columns"])


@dataclass(frozen=True, slots=True)
class _Columns:
    aim: int
    priority: int | None
    number: int | None = None
    area: int | None = None
    first_row: int = 1


def read_table(table: Table, content: Content) -> list[Draft]:
    columns = _find_columns(table, content)
    if columns is None:
        return []
    drafts: list[Draft] = []
    priority: Draft | None = None
    area: Draft | None = None
    seen: set[int] = set()
    for number in range(columns.first_row, table.rows):
        cells = {
            column: cell for cell in table.row(number) for column in range(cell.column, cell.column + cell.column_span)
        }
        label = cells.get(columns.priority) if columns.priority is not None else None
        aim_cell = cells.get(columns.aim)
        spans_all = label is not None and aim_cell is label
        if label is not None and id(label) not in seen and label.lines:
            seen.add(id(label))
            read = content.read(label.lines)
            printed = content.read(cells[columns.number].lines).text if columns.number in cells else None
            priority = labelled("priority", read, None, printed)
            area = None
            drafts.append(priority)
        if spans_all or aim_cell is None or id(aim_cell) in seen or not aim_cell.lines:
            continue
        seen.add(id(aim_cell))
        area_cell = cells.get(columns.area) if columns.area is not None else None
        if area_cell is not None and area_cell.lines and area_cell is not label and id(area_cell) not in seen:
            seen.add(id(area_cell))
            area = labelled("area", content.read(area_cell.lines), priority, None)
            drafts.append(area)
        drafts += _aims_of_cell(aim_cell, priority, area, content)
    return drafts


def _find_columns(table: Table, content: Content) -> _Columns | None:
    """Which columns hold priorities and aims: by their names, else by what stands in them."""
    for row in range(min(3, table.rows - 1)):
        found: dict[str, int] = {}
        for cell in table.row(row):
            if cell.row == row and cell.lines:
                field = _columns().field(content.read(cell.lines).text)
                if field is not None:
                    found.setdefault(field, cell.column)
        if "aim" in found and "priority" in found:
            return _Columns(found["aim"], found["priority"], found.get("number"), found.get("area"), row + 1)
    return _columns_by_content(table, content)


def _columns_by_content(table: Table, content: Content) -> _Columns | None:
    """A column most of whose cells hold "To <verb> …" sentences is one of aims; the nearest to its left names priorities."""
    if table.columns < 2 or table.rows < 3:
        return None
    starts: dict[int, int] = {}
    filled: dict[int, int] = {}
    for cell in table.cells:
        if cell.lines:
            filled[cell.column] = filled.get(cell.column, 0) + 1
            if _TO.search(content.read(cell.lines).text):
                starts[cell.column] = starts.get(cell.column, 0) + 1
    column = max(starts, key=lambda c: starts[c], default=None)
    if column is None or column == 0 or starts[column] < max(3, 0.6 * filled[column]):
        return None
    left = [c for c in range(column) if filled.get(c, 0)]
    first = table.header or (1 if not _TO.search(_column_text(table, column, 0, content)) else 0)
    return _Columns(column, left[-1], left[-2] if len(left) > 1 else None, None, first) if left else None


def _column_text(table: Table, column: int, row: int, content: Content) -> str:
    return next((content.read(c.lines).text for c in table.row(row) if c.column == column), "")


def _aims_of_cell(cell: Cell, priority: Draft | None, area: Draft | None, content: Content) -> list[Draft]:
    """Areas and aims of one cell: labels stand before the aims that they name."""
    read = content.read(cell.lines)
    starts = [m.start() for m in _TO.finditer(read.text) if _may_start(read, m.start())]
    drafts: list[Draft] = []
    current = area
    for position, start in enumerate(starts):
        before = starts[position - 1] if position else 0
        label = _label_before(read, before if position else 0, start, first=position == 0)
        if label is not None:
            found = labelled("area", label, priority, None)
            if found.text:
                current = found
                drafts.append(current)
        stop = starts[position + 1] if position + 1 < len(starts) else len(read.text)
        following = _label_before(read, start, stop, first=False) if position + 1 < len(starts) else None
        end = stop - _length_of_label(read, start, stop, following)
        drafts.append(aim(read.sliced(start, end), current or priority))
    return drafts


def _may_start(read: LaidText, start: int) -> bool:
    """Whether a "To" begins an aim: first in the cell or its line, or behind a stop, dash, colon, bracket or label."""
    before = read.text[:start].rstrip()
    return not before or before[-1] in ".;:-–—)•▪" or start in read.line_starts() or before.endswith((" and", " or"))


def _label_before(read: LaidText, start: int, stop: int, *, first: bool) -> LaidText | None:
    """The area's label that ends where an aim begins; None where the aim before reaches up to it.

    A label begins with an enumerator, in another type than the text, or behind the stop of the aim before.
    """
    if first:
        label = read.sliced(start, stop)
        return label if re.search(r"[^\W\d_]{2}", label.text) else None
    window = read.text[start:stop]
    candidates: list[int] = []
    for line in read.line_starts():
        if start < line < stop:
            tail = read.text[line:stop]
            if begins_with_enumerator(tail) or _set_apart(read, line, stop, start):
                candidates.append(line)
    for match in re.finditer(r"[.;]\s+(?=\(?[a-z0-9]{1,3}[.)]\s)", window):
        candidates.append(start + match.end())
    stops = [start + m.end() for m in re.finditer(r"[.;]\s+", window)]
    if stops:
        candidates.append(stops[-1])
    for candidate in sorted(candidates):
        label = read.sliced(candidate, stop)
        words = re.findall(r"[^\W\d_]{2,}", label.text)
        if 0 < len(words) <= 25 and not re.search(r"[.;]\s", label.text[3:]):
            bare = without_enumerator(label.text).strip(" -–—•▪")
            return label if bare and bare.lower() not in ("and", "or") else None
    return None


def _set_apart(read: LaidText, line: int, stop: int, aim: int) -> bool:
    """Whether the text from a line's start up to the next aim is bold or italic while the aim's first words are plain."""
    label_words = [p.word for p in read.words if line <= p.start < stop]
    aim_word = next((p.word for p in read.words if p.start >= aim), None)
    if not label_words or aim_word is None:
        return False
    styled = all(w.font.bold or w.font.italic for w in label_words)
    return styled and not (aim_word.font.bold or aim_word.font.italic)


def _length_of_label(read: LaidText, start: int, stop: int, label: LaidText | None) -> int:
    if label is None:
        tail = re.search(r"(?:\s|^)(?:[-–—•▪]|\(?(?:[a-z]|\d{1,2})[.)])\s*$", read.text[start:stop])
        return len(tail.group()) if tail else 0
    return len(read.text[start:stop]) - read.text[start:stop].rfind(label.text)
