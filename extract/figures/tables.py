"""Tables of figures: rows and columns name what is counted, where, when and in which unit; numbers stand in cells alone."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from corpus.pages import Cell, Table
from extract.breaks import paragraphs_in
from extract.figures.labels import what_of
from extract.figures.paper import Paper, Part, Told
from extract.figures.parts import is_total, scope_of
from extract.figures.sums import check_column
from extract.figures.text import read_paragraph
from extract.laid import LaidText, concatenated
from extract.measures import in_unit
from extract.numbers import Quantity
from extract.numerals import clean
from extract.periods import is_cycle, periods
from extract.profile import Names, load_profile, names_of
from extract.values import is_empty

_MOST_HEADER_ROWS = 3
_NO_VALUES = ("number", "unit", "period", "aside")  # columns that hold no figures, whatever their cells look like


@cache
def _columns() -> Names:
    columns = load_profile("results")["columns"]
    return names_of({name: {"": columns[name]} for name in ("scope", "what", "unit", "period", "number", "aside")})


@cache
def _counted() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(p, re.IGNORECASE) for p in load_profile("results")["columns"]["counted"]["patterns"])


def is_figures(paper: Paper, table: Table) -> bool:
    """Whether a table's rows have labels and numbers in cells of their own."""
    bare = mixed = 0
    texts = paper.texts(table)
    for (row, column), text in texts.items():
        if paper.bare(text) is not None:
            labels = (t for (r, c), t in texts.items() if r == row and c < column)
            has_label = any(paper.bare(t) is None for t in labels)
            bare += has_label
            mixed += not has_label
        elif paper.quantities(text):
            mixed += 1
    return table.columns >= 2 and bare >= 2 and bare >= mixed


def read_table(paper: Paper, table: Table, part: Part) -> None:
    """All figures of a table: of each cell with a number, or of the sentences in its cells."""
    if is_figures(paper, table):
        _Figures(paper, table, part).read()
        return
    for cell in table.cells:
        for paragraph in paragraphs_in(cell.lines):
            read_paragraph(paper, paper.content.read(paragraph), part)


@dataclass(slots=True)
class _Row:
    """A row with its label; what its own cells say of unit and time."""

    label: LaidText
    cells: Mapping[int, Cell]
    unit: str | None = None
    scale: float = 1.0
    unit_text: LaidText | None = None
    period: str | None = None


@dataclass(slots=True)
class _Sum:
    """What stood in a column since its last total; `is_whole` while no row lacked its number."""

    parts: list[Quantity] = field(default_factory=list)
    is_whole: bool = True


class _Figures:
    """Reads one table whose numbers stand alone in their cells."""

    def __init__(self, paper: Paper, table: Table, part: Part) -> None:
        self._paper = paper
        self._table = table
        self._part = part
        self._texts = paper.texts(table)
        self._first = self._header_rows()
        self._heads = {column: self._head(column) for column in range(table.columns)}
        self._fields = {column: _columns().field(head) for column, head in self._heads.items() if head}
        self._numeric = [column for column in range(table.columns) if self._holds_numbers(column)]
        self._label = self._label_column()
        self._numeric = [column for column in self._numeric if column != self._label]
        self._has_parts_in_rows = self._rows_are_parts()

    def read(self) -> None:
        sums: dict[int, _Sum] = {}
        for row in self._rows():
            for column in self._numeric:
                cell = row.cells.get(column)
                quantity = self._paper.bare(self._paper.cell_text(cell))
                total = sums.setdefault(column, _Sum())
                if quantity is None or cell is None:
                    total.is_whole = total.is_whole and (cell is None or is_empty(self._paper.cell_text(cell)))
                    continue
                if is_total(row.label.text):
                    if total.is_whole:
                        check_column(self._paper, cell, quantity, total.parts)
                    sums[column] = _Sum()
                else:
                    total.parts.append(quantity)
                self._tell(row, cell, column, quantity)

    # --- how it is built -------------------------------------------------------------------------------------------

    def _header_rows(self) -> int:
        """How many rows stand before the first one with a number that is no year."""
        for row in range(min(self._table.rows, _MOST_HEADER_ROWS + 1)):
            texts = [text for (r, column), text in self._texts.items() if r == row and column > 0]
            if row and any(c.row == row and c.column_span == self._table.columns for c in self._table.cells):
                return row  # a row across the table names a part
            if any(self._paper.bare(text) is not None for text in texts):
                return row
        return 0

    def _head(self, column: int) -> str:
        cells = [c for c in self._table.cells if c.row < self._first and c.column <= column < c.column + c.column_span]
        texts = [self._paper.cell_text(c) for c in cells if c.column_span < self._table.columns]
        return " ".join(text for text in texts if text)

    def _body(self, column: int) -> list[str]:
        return [text for (row, c), text in self._texts.items() if c == column and row >= self._first]

    def _holds_numbers(self, column: int) -> bool:
        if self._fields.get(column) in _NO_VALUES:
            return False
        texts = [text for text in self._body(column) if not is_empty(text)]
        return bool(texts) and sum(self._paper.bare(text) is not None for text in texts) >= 0.5 * len(texts)

    def _label_column(self) -> int:
        """The first column of words, else the one of times; else the first."""
        wordy = [c for c in range(self._table.columns) if c not in self._numeric and self._body(c)]
        named = [c for c in wordy if self._fields.get(c) in ("scope", "what")]
        plain = [c for c in wordy if self._fields.get(c) not in _NO_VALUES]
        times = [c for c in wordy if self._fields.get(c) == "period"]
        return next(iter([*named, *plain, *times]), 0)

    def _rows_are_parts(self) -> bool:
        """Whether rows name where something was counted, and columns what."""
        named = self._fields.get(self._label)
        if named in ("what", "scope", "period"):
            return named != "what" and any(self._heads[c] and not _period_in(self._heads[c]) for c in self._numeric)
        heads = [self._heads[column] for column in self._numeric if self._heads[column]]
        if not any(not _period_in(head) for head in heads):
            return False
        labels, lexicon = self._body(self._label), self._paper.lexicon
        if len(heads) == 1:
            return _share(labels, lambda text: lexicon.state(text) is not None) >= 0.5
        return _share_counted(heads) >= _share_counted(labels)

    # --- rows ------------------------------------------------------------------------------------------------------

    def _rows(self) -> Iterator[_Row]:
        for number in range(self._first, self._table.rows):
            cells = {c.column: c for c in self._table.row(number) if c.row == number and c.lines}
            label_cell = cells.get(self._label) or self._above(number)
            if label_cell is None:
                continue
            label = self._paper.content.read(label_cell.lines)
            if not any(column in cells for column in self._numeric):
                if len(cells) == 1:
                    self._open_section(label.text)
                continue
            row = _Row(label, cells)
            for column, cell in cells.items():
                text = self._paper.content.read(cell.lines)
                if self._fields.get(column) == "unit":
                    row.unit, row.scale, _ = in_unit(text.text)
                    row.unit_text = text
                elif self._fields.get(column) == "period" and column != self._label:
                    row.period = text.text
            yield row

    def _above(self, row: int) -> Cell | None:
        """The label cell that is merged over a row."""
        return next((c for c in self._table.row(row) if c.column == self._label and c.lines and c.row_span > 1), None)

    def _open_section(self, label: str) -> None:
        """A row across the table names what the rows below it belong to."""
        scope = scope_of(label)
        if not self._has_parts_in_rows and scope.name is not None:
            self._part = self._paper.part(scope)

    # --- figures ---------------------------------------------------------------------------------------------------

    def _tell(self, row: _Row, cell: Cell, column: int, quantity: Quantity) -> None:
        paper, heading = self._paper, self._heads[column]
        number = paper.content.read(cell.lines)
        period = row.period or _period_in(heading) or _period_in(row.label.text)
        named = [c for c in self._numeric if self._heads[c] and not _period_in(self._heads[c])]
        if self._has_parts_in_rows and column in named:
            quantity, what = what_of(heading, quantity)
            part = self._part_of(row.label.text)
            words = self._words_of(column)
        else:
            quantity, what = what_of(row.label.text, quantity)
            quantity = what_of(heading, quantity)[0] if quantity.unit is None and heading else quantity
            part = paper.part(scope_of(heading)) if len(named) > 1 and column in named else self._part
            words = row.label
        if quantity.unit is None and (row.unit or row.scale != 1.0):
            quantity = replace(
                quantity, unit=row.unit, value=clean(quantity.value * row.scale), step=quantity.step * row.scale
            )
        texts = [number, *([row.unit_text] if row.unit_text else []), *([words] if words else [])]
        read = concatenated(texts)
        if words is not row.label:  # the header stands far from its numbers
            read = LaidText(read.text, number.words)
        paper.told.append(Told(read, (quantity,), part, (what,), period, is_tile=True))

    def _part_of(self, label: str) -> Part:
        if is_total(label) or _period_in(label):
            return self._part
        part = self._paper.part(scope_of(label))
        return self._part if part is self._paper.whole else part

    def _words_of(self, column: int) -> LaidText | None:
        cells = [c for c in self._table.cells if c.row < self._first and c.column <= column < c.column + c.column_span]
        lines = [line for cell in cells if cell.column_span < self._table.columns for line in cell.lines]
        return self._paper.content.read(lines) if lines else None


def _period_in(text: str) -> str | None:
    """The time that a header or label is, or holds beside another word."""
    found = [p for p in periods(text) if not is_cycle(p.text)]
    return found[0].text if found and len(text) - len(found[0].text) <= 12 else None


def _share(texts: Sequence[str], holds: Callable[[str], bool]) -> float:
    return sum(map(holds, texts)) / len(texts) if texts else 0.0


def _share_counted(texts: Sequence[str]) -> float:
    return _share(texts, lambda text: any(p.search(text) for p in _counted()))
