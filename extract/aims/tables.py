"""Priorities as a table: priority beside its aims, areas within the cells, over the rows or in a column of their own."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from corpus.pages import Cell, Line, Table
from extract.aims.build import aim, begins_with_enumerator, enumerator_of, labelled, without_enumerator
from extract.aims.stretches import LONGEST_LABEL
from extract.content import Content
from extract.drafts import Draft
from extract.enumerators import alike, stands_below
from extract.laid import LaidText
from extract.lines import line_text
from extract.profile import Names, load_profile, names_of

_LEAST_ROWS = 3  # of aims, that tell a table by themselves
_TO = re.compile(r"(?<![\w’'])To\s+(?:\w+ly\s+)?(?=[a-z])")


@cache
def _columns() -> Names:
    return names_of(load_profile("council_conclusions")["columns"])


@dataclass(frozen=True, slots=True)
class _Columns:
    """Which columns hold what. `priority` is None where priorities stand in rows across all columns."""

    aim: int
    priority: int | None
    number: int | None = None
    area: int | None = None
    first_row: int = 1


@dataclass(frozen=True, slots=True)
class _Entry:
    """One label of a cell that holds several, one below the other; `number` as printed beside it."""

    lines: tuple[Line, ...]
    number: str | None
    page: int
    top: float


def read_table(table: Table, content: Content) -> list[Draft]:
    """Priorities, areas and aims of a table; empty where it shows none."""
    columns = _find_columns(table, content)
    return _Reader(columns, content).read(table) if columns is not None else []


class _Reader:
    """Goes down the rows and keeps what aims are read below: a priority, and areas with the heights at which they begin."""

    def __init__(self, columns: _Columns, content: Content) -> None:
        self._columns = columns
        self._content = content
        self._drafts: list[Draft] = []
        self._priority: Draft | None = None
        self._mark: str | None = None
        self._areas: list[tuple[tuple[int, float], Draft]] = []
        self._area: Draft | None = None

    def read(self, table: Table) -> list[Draft]:
        seen: set[int] = set()
        for number in range(self._columns.first_row, table.rows):
            cells = {
                column: cell
                for cell in table.row(number)
                for column in range(cell.column, cell.column + cell.column_span)
                if id(cell) not in seen and cell.lines
            }
            seen |= {id(cell) for cell in cells.values()}
            self._row(cells, table.columns)
        return self._drafts

    def _row(self, cells: Mapping[int, Cell], width: int) -> None:
        columns = self._columns
        aims = cells.get(columns.aim)
        label = cells.get(columns.priority) if columns.priority is not None else None
        across = aims is not None and aims.column_span == width
        if columns.priority is None and len(cells) == 1 and aims is None:
            label = next(iter(cells.values()))  # a band whose text is shorter than the first column
            across = True
        if across and aims is not None and not _TO.search(self._content.read(aims.lines).text):
            label, aims = aims, None
        elif label is aims:
            label = None
        if label is not None:
            number = cells.get(columns.number) if columns.number is not None and not across else None
            self._label(label, number if number is not label else None)
        area = cells.get(columns.area) if columns.area is not None else None
        if area is not None and area not in (label, aims):
            self._label_area(area.lines, None)
        if aims is not None:
            self._aims(aims)

    def _label(self, cell: Cell, number: Cell | None) -> None:
        """A priority with the areas that its cell names below it; or an area, where its number is of a lower kind."""
        first, *others = _entries(cell, number, self._content)
        read = self._content.read(first.lines)
        mark = first.number or enumerator_of(read.text)
        if self._priority is not None and mark and self._mark and _is_lower(mark, self._mark):
            self._label_area(first.lines, first.number)
        else:
            self._priority = labelled("priority", read, None, first.number)
            self._mark = mark
            self._area = None
            self._areas = []
            self._drafts.append(self._priority)
        for entry in others:
            area = labelled("area", self._content.read(entry.lines), self._priority, entry.number)
            self._areas.append(((entry.page, entry.top), area))

    def _label_area(self, lines: Sequence[Line], number: str | None) -> None:
        found = labelled("area", self._content.read(lines), self._priority, number)
        is_name = bool(re.search(r"[^\W\d_]{2}", found.text)) and _columns().exact(found.text) is None
        self._area = found if is_name else None
        if self._area is not None:
            self._drafts.append(self._area)

    def _aims(self, cell: Cell) -> None:
        """Areas and aims of one cell: labels stand before the aims that they name, or beside them."""
        read = self._content.read(cell.lines)
        starts = [m.start() for m in _TO.finditer(read.text) if _may_start(read, m.start())]
        current = self._area
        for position, start in enumerate(starts):
            before = starts[position - 1] if position else 0
            label = _label_before(read, before, start, first=position == 0)
            if label is not None:
                found = labelled("area", label, self._priority, None)
                if found.text:
                    current = found
                    self._drafts.append(current)
            elif self._areas:
                current = self._beside(read, start)
            stop = starts[position + 1] if position + 1 < len(starts) else len(read.text)
            following = _label_before(read, start, stop, first=False) if position + 1 < len(starts) else None
            end = stop - _length_of_label(read, start, stop, following)
            self._drafts.append(aim(read.sliced(start, end), current or self._priority))

    def _beside(self, read: LaidText, start: int) -> Draft | None:
        """The area whose label stands beside an aim, or last above it."""
        placed = next(p for p in read.words if p.start >= start)
        here = (placed.page, placed.word.box.bottom)
        found = next((area for at, area in reversed(self._areas) if at <= here), None)
        if found is not None and not any(found is draft for draft in self._drafts):
            self._drafts.append(found)
        return found


def _entries(cell: Cell, number: Cell | None, content: Content) -> list[_Entry]:
    """The labels of a cell: where several numbers stand beside it each begins one; else lines with enumerators of a lower
    kind do."""
    marks: list[tuple[tuple[int, float], str | None]] = []
    if number is not None:
        marks = [
            ((line.page, line.box.top), text)
            for line in number.lines
            if begins_with_enumerator((text := line_text(line)) + " X")
        ]
        if len(marks) < 2:
            whole = content.read(number.lines).text or None
            first = cell.lines[0]
            return [_Entry(tuple(cell.lines), whole, first.page, first.box.top)]
    else:
        outer = enumerator_of(line_text(cell.lines[0]))
        for position, line in enumerate(cell.lines):
            mark = enumerator_of(line_text(line))
            if position == 0 or (mark and _is_lower(mark, outer)):
                marks.append(((line.page, line.box.top), None))
    entries: list[_Entry] = []
    for position, (at, printed) in enumerate(marks):
        until = marks[position + 1][0] if position + 1 < len(marks) else (10**9, 0.0)
        begins = at if position else (0, 0.0)
        lines = tuple(line for line in cell.lines if begins <= (line.page, line.box.center_y) < until)
        if lines:
            entries.append(_Entry(lines, printed, *at))
    return entries or [_Entry(tuple(cell.lines), None, cell.lines[0].page, cell.lines[0].box.top)]


def _is_lower(mark: str, outer: str | None) -> bool:
    """Whether an enumerator is of a kind that stands below another one: (a) below 4., 4.1 below 4."""
    if outer is None:
        return False
    bare_outer, bare = outer.strip("(). "), mark.strip("(). ")
    if bare.startswith(bare_outer) and re.match(r"[a-z.]", bare[len(bare_outer) :]):
        return True  # 2a below 2, 4.1 below 4
    return not alike(outer, mark) and stands_below(outer, mark)


def _find_columns(table: Table, content: Content) -> _Columns | None:
    """Which columns hold priorities and aims: by their names, else by what stands in them."""
    for row in range(min(3, table.rows - 1)):
        found: dict[str, int] = {}
        for cell in table.row(row):
            if cell.row == row and cell.lines:
                field = _columns().field(content.read(cell.lines).text)
                if field is not None:
                    found.setdefault(field, cell.column)
        if "aim" in found and ("priority" in found or "area" in found):
            return _Columns(found["aim"], found.get("priority"), found.get("number"), found.get("area"), row + 1)
    return _columns_by_content(table, content)


def _columns_by_content(table: Table, content: Content) -> _Columns | None:
    """A column most of whose cells hold "To <verb> …" sentences is one of aims; the nearest to its left names priorities."""
    if table.columns < 2:
        return None
    starts: dict[int, int] = {}
    filled: dict[int, int] = {}
    for cell in table.cells:
        if cell.lines:
            filled[cell.column] = filled.get(cell.column, 0) + 1
            if _TO.search(content.read(cell.lines).text):
                starts[cell.column] = starts.get(cell.column, 0) + 1
    column = max(starts, key=lambda c: starts[c], default=None)
    if column is None or column == 0 or starts[column] < 0.6 * filled[column]:
        return None
    if starts[column] < _LEAST_ROWS and not _is_plain(table, column, content):
        return None
    bands = [c for c in table.cells if c.column_span == table.columns and c.lines and not _TO.search(_text(c, content))]
    left = [c for c in range(column) if filled.get(c, 0)]
    if len(bands) >= 2 and table.columns > 1:
        return _Columns(column, None, None, left[-1] if left else None, 0)
    first = next(row for row in range(table.rows) if _TO.search(_column_text(table, column, row, content)))
    first = min(table.header, first) if table.header else min(1, first)
    return _Columns(column, left[-1], left[-2] if len(left) > 1 else None, None, first) if left else None


def _is_plain(table: Table, column: int, content: Content) -> bool:
    """Whether a table of a row or two is one of aims beyond doubt: all its cells there begin with one, or with a label and
    one, and a short label stands beside each."""
    for cell in table.cells:
        if not cell.lines:
            continue
        text = _text(cell, content)
        if cell.column == column:
            first = _TO.search(text)
            if first is None or len(text[: first.start()].split()) > LONGEST_LABEL:
                return False
        elif len(text.split()) > LONGEST_LABEL or text.rstrip().endswith((".", ";")):
            return False
    return True


def _text(cell: Cell, content: Content) -> str:
    return content.read(cell.lines).text


def _column_text(table: Table, column: int, row: int, content: Content) -> str:
    return next((content.read(c.lines).text for c in table.row(row) if c.column == column), "")


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
