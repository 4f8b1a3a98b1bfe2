"""Grids of actions: one row an action, its fields by the names of the columns."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from corpus.lexicon import Lexicon
from corpus.pages import Cell, Table
from extract.actions.crosses import role_of, state_columns
from extract.actions.fields import assign
from extract.actions.names import Labels, action_at_start, fields, goal_at_start, label_field, pattern
from extract.actions.pieces import split_labels
from extract.actions.raw import RawAction
from extract.content import Content
from extract.laid import LaidText

LEAST_FIELDS = 3  # a grid of fewer known columns is none of actions
_LEAST_UNNAMED = 5  # where no name says so, so many columns have to look like those of actions
_PEOPLE = frozenset({"leader", "leader_and_co", "team", "participants"})


@dataclass(frozen=True, slots=True)
class Columns:
    """Which column holds which field, and the first row below the header; `members` are the columns of states to cross."""

    fields: Mapping[int, str]
    first_row: int
    members: Mapping[int, str]

    def of(self, name: str) -> int | None:
        return next((column for column, field in self.fields.items() if field == name), None)


def find_columns(table: Table, content: Content, lexicon: Lexicon) -> Columns | None:
    """The columns of a grid of actions, by their header and by what stands below it; None where it is no such grid."""
    for row in range(min(4, table.rows - 1)):
        named = _named(table, row, content)
        known = set(named.values()) - {"other"}
        if len(known) >= LEAST_FIELDS and known & {"title", "description"}:
            return _columns(table, row, named, content, lexicon)
    row = max(0, table.header - 1)
    if table.columns < _LEAST_UNNAMED or table.rows - row < 3:
        return None
    found = _columns(table, row, _named(table, row, content), content, lexicon)
    fields_found = set(found.fields.values())
    is_grid = {"number", "description"} <= fields_found or {"title", "description"} <= fields_found
    return found if is_grid and fields_found & _PEOPLE and len(fields_found) >= _LEAST_UNNAMED else None


def _named(table: Table, row: int, content: Content) -> dict[int, str]:
    return {
        cell.column: name
        for cell in table.row(row)
        if cell.row == row and cell.lines and (name := fields().field(content.read(cell.lines).text))
    }


def _columns(table: Table, row: int, named: dict[int, str], content: Content, lexicon: Lexicon) -> Columns:
    """Fields of the columns below a header row: by name, else by what the model says of label and values."""
    first = row + 1
    while first < table.rows and _is_header(table.row(first), content):
        first += 1
    members = state_columns(table, row, content, lexicon) or state_columns(table, first - 1, content, lexicon)
    own = _once(_checked(table, {c: n for c, n in named.items() if c not in members}, first, content))
    labels = {c.column: content.read(c.lines).text for c in table.row(row) if c.row == row and c.lines}
    open_columns = [c for c in range(table.columns) if c not in own and c not in members]
    values = {
        column: [
            content.read(c.lines).text
            for c in table.cells
            if c.column == column and c.row >= first and c.column_span == 1
        ]
        for column in open_columns
    }
    found = assign([(labels.get(c, ""), values[c]) for c in open_columns], lexicon, taken=set(own.values()))
    own |= {open_columns[position]: name for position, name in found.items()}
    return Columns(dict(sorted(own.items())), first, members)


def _is_header(cells: Sequence[Cell], content: Content) -> bool:
    """Whether a row below the header names fields too: "Description. Indicators" across the columns."""
    texts = [content.read(cell.lines).text for cell in cells if cell.lines]
    parts = [part for text in texts for part in re.split(r"[.;,/]\s|\s[–—|-]\s", text)]
    return bool(parts) and all(label_field(part) for part in parts)


def _checked(table: Table, columns: dict[int, str], first: int, content: Content) -> dict[int, str]:
    """A column called "Action" may hold the numbers and not the titles: what stands in it decides."""
    if "number" in columns.values():
        return columns
    for column, name in columns.items():
        if name == "title":
            texts = [
                content.read(c.lines).text for c in table.cells if c.column == column and c.row >= first and c.lines
            ]
            if texts and sum(bool(pattern("action_number").fullmatch(text)) for text in texts) >= 0.6 * len(texts):
                return {**columns, column: "number"}
    return columns


def _once(columns: Mapping[int, str]) -> dict[int, str]:
    """Each field in its first column only."""
    out: dict[int, str] = {}
    for column, name in sorted(columns.items()):
        if name == "other" or name not in out.values():
            out[column] = name
    return out


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a grid: an action, or a text across all columns."""

    action: RawAction | None = None
    band: LaidText | None = None
    goal_cell: LaidText | None = None


def read_rows(table: Table, columns: Columns, content: Content, labels: Labels) -> list[Row]:
    """The rows below the header, in order; a row that only goes on with the one before it is part of that one."""
    rows: list[Row] = []
    last: RawAction | None = None
    key = columns.of("number") if columns.of("number") is not None else columns.of("title")
    goals = columns.of("goals")
    merged_goals = goals is not None and key is not None and _is_merged(table, goals, key, columns.first_row)
    for number in range(columns.first_row, table.rows):
        cells = [cell for cell in table.row(number) if cell.lines]
        own = [cell for cell in cells if cell.row == number]
        if not own:
            continue
        if len(own) == 1 and (own[0].column_span >= max(3, 0.6 * table.columns) or _is_goal(own[0], content)):
            text = content.read(own[0].lines)
            if last is not None and goal_at_start(text.text) is None and "description" not in columns.fields.values():
                _add_below(last, text, labels)
            else:
                rows.append(Row(band=text))
            continue
        goal = next((c for c in cells if c.column == goals), None) if goals is not None else None
        goal_text = content.read(goal.lines) if goal is not None else None
        names_goal = goal is not None and (goal.row_span > 1 or merged_goals or _holds_statement(goal))
        raw = RawAction()
        for cell in own:
            if cell.column in columns.members and (role := role_of(content.read(cell.lines).text)):
                raw.members[columns.members[cell.column]] = role
            _add_cell(raw, cell, columns.fields.get(cell.column), content, labels, skip=names_goal and cell is goal)
        leads = any(c.column == key for c in own)
        if not leads and last is not None and "title" not in raw:
            last.merge(raw)
            continue
        if "title" not in raw and "description" not in raw:
            continue
        rows.append(Row(action=raw, goal_cell=goal_text if names_goal else None))
        last = raw
    return rows


def _add_cell(raw: RawAction, cell: Cell, name: str | None, content: Content, labels: Labels, *, skip: bool) -> None:
    if name is None or name == "other" or skip:
        return
    raw.touch(cell)
    for piece in split_labels(content.read(cell.lines), labels):
        raw.add(piece.field if piece.field not in (None, "other") else name, piece.text)


def _add_below(raw: RawAction, text: LaidText, labels: Labels) -> None:
    """A row across the columns below an action's own: its description, perhaps with further fields behind labels."""
    for piece in split_labels(text, labels):
        if piece.field != "other":
            raw.add(piece.field or "description", piece.text)


def _is_goal(cell: Cell, content: Content) -> bool:
    text = content.read(cell.lines).text
    return goal_at_start(text) is not None and action_at_start(text) is None and len(text.split()) > 2


def _is_merged(table: Table, column: int, key: int, first: int) -> bool:
    """Whether the cells of the column of goals stand for several rows each: many rows that name an action have none."""
    cells = [c for c in table.cells if c.column == column and c.row >= first and c.lines]
    rows = [c for c in table.cells if c.column == key and c.row >= first and c.lines and c.column_span == 1]
    return any(c.row_span > 1 for c in cells) or len(cells) < 0.6 * len(rows)


def _holds_statement(cell: Cell) -> bool:
    return sum(len(line.words) for line in cell.lines) > 6
