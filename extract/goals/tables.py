"""Goals in tables: forms of labels and values, grids of goals and indicators, bands that name a goal above its rows."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from corpus.pages import Cell, Line, Table
from extract.breaks import paragraphs_in, room_in
from extract.content import Content
from extract.goals.goal import NOTHING, Goal, Goals, Place, label_or_statement
from extract.goals.indicators import indicator_names, indicators_told
from extract.goals.numbering import goal_at_start, says_horizontal
from extract.goals.text import TextReader
from extract.labelled import Labelled
from extract.laid import LaidText, concatenated
from extract.lines import line_text
from extract.profile import Names

_LONGEST_NAME = 90  # letters of a column's header
_LONGEST_NUMBER = 12


class TableReader:
    """Reads the tables of one plan into its goals."""

    def __init__(self, content: Content, goals: Goals, names: Names, text: TextReader) -> None:
        self._content = content
        self._goals = goals
        self._names = names
        self._text = text
        self._form: Goal | None = None
        self._cut: dict[int, Cell] = {}  # cells of goals that fell apart, by id, with the first of each
        self._whole: dict[int, list[Line]] = {}

    # --- forms -----------------------------------------------------------------------------------------------------

    def is_grid(self, table: Table) -> bool:
        """Whether a row of a table names its columns."""
        return self._header(table) is not None

    def is_form(self, table: Table) -> bool:
        """Whether a table pairs labels with values: most of its first cells are names of fields, and no header names its
        columns."""
        if table.columns < 2 or self._header(table) is not None:
            return False
        firsts = [c for c in table.cells if c.column == 0 and c.lines]
        known = sum(self._label(c) is not None for c in firsts)
        numbered = any(goal_at_start(self._content.read(c.lines).text) for c in firsts)
        return known >= 2 or (known >= 1 and (numbered or known == len(firsts)))

    def read_form(self, table: Table, goal: Goal | None) -> None:
        """A table of labels and values; `goal` is the one below whose heading it stands."""
        self._form = goal
        for row in range(table.rows):
            cells = [c for c in table.row(row) if c.row == row and c.lines]
            if cells:
                self._read_line(cells)

    def _label(self, cell: Cell) -> str | None:
        text = self._content.read(cell.lines).text
        return self._names.exact(text.strip(" :.")) if 0 < len(text) <= _LONGEST_NAME else None

    def _read_line(self, cells: Sequence[Cell]) -> None:
        name = self._label(cells[0])
        texts = [self._content.read(c.lines) for c in cells]
        place = _place(cells[0])
        found = goal_at_start(texts[0].text)
        if name in ("number", "goal") and len(cells) > 1:
            inner = goal_at_start(texts[1].text)
            if inner is not None:
                self._form = self._goals.begin(inner[0], texts[1].sliced(inner[1], len(texts[1].text)), place)
            elif name == "number" and len(texts[1].text) <= _LONGEST_NUMBER:
                self._form = self._goals.begin(texts[1].text, NOTHING, place)
            else:
                self._text.take_labelled(self._form, Labelled(name, texts[1], *place))
        elif found is not None:
            rest = [texts[0].sliced(found[1], len(texts[0].text)), *texts[1:]]
            self._form = self._goals.begin(found[0], concatenated(rest), place)
        elif len(cells) > 1:
            self._take_value(name, cells[1:], place)

    def _take_value(self, name: str | None, cells: Sequence[Cell], place: Place) -> None:
        """A row of a form; what an unknown label holds is told by its value."""
        value = concatenated([self._content.read(cell.lines) for cell in cells])
        if name is None and self._form is not None:
            if indicators_told(value.text):
                name = "kpis"
            elif not self._form.statement.text and len(value.text.split()) >= 8:
                name = "statement"
        if name == "kpis" and self._form is not None:
            self._form.add_kpis(n for cell in cells for n in self._listed(cell))
        elif name is not None:
            self._text.take_labelled(self._form, Labelled(name, value, *place))

    def _listed(self, cell: Cell) -> Iterator[str]:
        """The indicators of a cell: at bullets and semicolons, else one a paragraph."""
        paragraphs = paragraphs_in(cell.lines, room_in(cell))
        whole = indicator_names(self._content.read(cell.lines))
        if len(whole) > 1 or len(paragraphs) == 1:
            yield from whole
        else:
            for lines in paragraphs:
                yield from indicator_names(self._content.read(lines), in_row=True)

    # --- grids -----------------------------------------------------------------------------------------------------

    def _header(self, table: Table) -> tuple[dict[int, str], int] | None:
        """Which column holds which field, and the row of the header."""
        for row in range(min(3, table.rows - 1)):
            found: dict[int, str] = {}
            for cell in table.row(row):
                if cell.row == row and cell.lines:
                    text = self._content.read(cell.lines).text
                    name = self._names.field(text) if len(text) <= _LONGEST_NAME else None
                    if name is not None and (name not in found.values() or name == "other"):
                        found[cell.column] = name
            known = set(found.values()) - {"other"}
            if len(known) >= 2 and known & {"kpis", "statement"}:
                return found, row
        return None

    def read_grid(self, table: Table) -> None:
        """A table with a header; one without it holds no goals."""
        header = self._header(table)
        if header is None:
            return
        columns, head = header
        columns = self._with_statement(table, columns, head + 1)
        by_field = {name: column for column, name in columns.items()}
        lead = by_field.get("number", by_field.get("goal"))
        if lead is not None:
            others = [by_field[name] for name in ("goal", "statement") if by_field.get(name, lead) != lead]
            self._join_cut(table, [lead, *others], head + 1)
        own: Goal | None = None
        said: bool | None = None
        for row in range(table.rows):
            cells = {c.column: c for c in table.row(row) if c.lines}
            begun = {c.column: c for c in table.row(row) if c.row == row and c.lines}
            band = next(iter(cells.values())) if len(cells) == 1 else None
            if band is not None and band.column_span >= max(2, 0.6 * table.columns):
                text = self._content.read(band.lines)
                found = goal_at_start(text.text)
                if found is not None:
                    own = self._goals.begin(found[0], text.sliced(found[1], len(text.text)), _place(band))
                else:
                    said = says_horizontal(text.text)
            elif row > head:
                own = self._read_row(begun, by_field, own, said)

    def _read_row(
        self, begun: Mapping[int, Cell], by_field: Mapping[str, int], own: Goal | None, said: bool | None
    ) -> Goal | None:
        """A row below the header: its goal, which the next row may go on with."""
        if not by_field.keys() & {"goal", "number"} and own is None:
            first = next(iter(begun.values()), None)
            goal = self._goals.above(_place(first)) if first is not None else None
        else:
            own = goal = self._goal_of_row(begun, by_field, own, said)
        cell = begun.get(by_field["kpis"]) if "kpis" in by_field else None
        if goal is not None and cell is not None:
            values = [begun.get(by_field[n]) for n in ("baseline", "target") if n in by_field]
            if not values:
                goal.add_kpis(self._listed(cell))
                return own
            for part in _entries(cell, values) or _parted(cell, values):
                goal.add_kpis(indicator_names(self._content.read(part), in_row=True))
        return own

    def _join_cut(self, table: Table, columns: Sequence[int], first: int) -> None:
        """Learn where goals begin in the numbered column: where nothing parts rows, cells of one goal fall into several."""
        lead = [c for c in table.cells if c.column == columns[0] and c.row >= first and c.lines and c.column_span == 1]
        starts = [c.row for c in lead if goal_at_start(self._content.read(c.lines).text)]
        self._cut, self._whole = {}, {}
        if len(starts) < 2:
            return
        for a, b in pairwise([*starts, table.rows]):
            for column in columns:
                held = [
                    c for c in table.cells if c.column == column and a <= c.row < b and c.lines and c.column_span == 1
                ]
                if len(held) > 1:
                    self._cut |= {id(cell): held[0] for cell in held}
                    self._whole[id(held[0])] = [line for cell in held for line in cell.lines]

    def _with_statement(self, table: Table, columns: dict[int, str], first: int) -> dict[int, str]:
        """A column without a known name that is merged as the goals' is, and holds sentences, states them."""
        lead = next((c for c, name in columns.items() if name in ("number", "goal")), None)
        if "statement" in columns.values() or lead is None:
            return columns
        spans = [(c.row, c.row_span) for c in table.cells if c.column == lead and c.row >= first and c.lines]
        for column in range(table.columns):
            held = [c for c in table.cells if c.column == column and c.row >= first and c.lines]
            long = sum(sum(len(line.words) for line in c.lines) >= 7 for c in held)
            alike = sum((c.row, c.row_span) in spans for c in held)
            if column not in columns and held and min(long, alike) >= 0.6 * len(held):
                return {**columns, column: "statement"}
        return columns

    def _goal_of_row(
        self, begun: Mapping[int, Cell], by_field: Mapping[str, int], own: Goal | None, said: bool | None
    ) -> Goal | None:
        """The goal that a row belongs to: that of its cells, else the one of the row before."""
        texts = {name: self._read(begun[column]) for name, column in by_field.items() if column in begun}
        name = "number" if texts.get("number") else "goal"
        lead = texts.get(name)
        if lead is None:
            return own
        cell = begun[by_field[name]]
        if self._cut.get(id(cell), cell) is not cell:
            return own
        found = goal_at_start(lead.text)
        if found is not None:
            goal = self._goals.begin(found[0], lead.sliced(found[1], len(lead.text)), _place(cell))
        elif name == "number" and len(lead.text) <= _LONGEST_NUMBER:
            goal = self._goals.begin(lead.text.strip(" .()"), NOTHING, _place(cell))
        else:
            goal = self._goals.labelled(*label_or_statement(lead), _place(cell))
        if name == "number" and "goal" in texts:
            self._name(goal, texts["goal"], begun[by_field["goal"]], has_statement="statement" in texts)
        if "statement" in texts and not goal.statement.text:
            goal.statement = texts["statement"]
        if goal.horizontal is None:
            goal.horizontal = said
        return goal

    def _name(self, goal: Goal, text: LaidText, cell: Cell, *, has_statement: bool) -> None:
        """What stands in a goal's cell beside its number: label alone, statement alone, or both."""
        if goal.label.text:
            return
        parts = [self._content.read(lines) for lines in paragraphs_in(self._lines(cell), room_in(cell))]
        if has_statement:
            goal.label = text
        elif len(parts) == 2 and len(parts[0].text) < len(parts[1].text) and not parts[0].text.endswith("."):
            goal.label, goal.statement = parts
        else:
            label, statement = label_or_statement(text)
            goal.label = label
            goal.statement = goal.statement if goal.statement.text else statement

    def _read(self, cell: Cell) -> LaidText:
        return self._content.read(self._lines(cell))

    def _lines(self, cell: Cell) -> Sequence[Line]:
        """The lines of a cell, with those that fell into rows below it."""
        return self._whole.get(id(cell), cell.lines)


def _place(cell: Cell) -> Place:
    return cell.parts[0].page, cell.parts[0].box.top


def _entries(cell: Cell, values: Sequence[Cell | None]) -> list[list[Line]]:
    """The paragraphs of a cell, or what begins with a capital, if each value beside it has as many lines."""
    counts = {len(value.lines) for value in values if value is not None}
    paragraphs = paragraphs_in(cell.lines, room_in(cell))
    capitals: list[list[Line]] = []
    for line in cell.lines:
        if not capitals or line_text(line)[:1].isupper():
            capitals.append([line])
        else:
            capitals[-1].append(line)
    return next((found for found in (paragraphs, capitals) if len(found) > 1 and counts == {len(found)}), [])


def _parted(cell: Cell, values: Sequence[Cell | None]) -> Iterator[Sequence[Line]]:
    """The lines of a cell; cut by pages where each part has values of its own beside it: then it is several rows."""
    pages = [part.page for part in cell.parts if part.lines]
    beside = [[p.page for p in value.parts if p.lines] for value in values if value is not None]
    if len(pages) > 1 and beside and all(found == pages for found in beside):
        for part in cell.parts:
            if part.lines:
                yield part.lines
        return
    yield cell.lines
