"""Matrices: who takes part by a cross where a state's column meets an action's row, or the other way round."""

import re
from collections.abc import Mapping

from corpus.lexicon import Lexicon
from corpus.pages import Table
from extract.actions.names import pattern
from extract.content import Content

_LEAST_STATES = 5
_LETTERS = {
    "l": "leader",
    "al": "leader",
    "lead": "leader",
    "c": "co_leaders",
    "cl": "co_leaders",
    "co": "co_leaders",
    "col": "co_leaders",
}


def state_columns(table: Table, row: int, content: Content, lexicon: Lexicon) -> dict[int, str]:
    """The columns of a header row that are headed by a state or body; empty where there are too few for a matrix."""
    found = {
        cell.column: name
        for cell in table.row(row)
        if cell.lines and cell.column_span == 1 and (name := _actor(content.read(cell.lines).text, lexicon))
    }
    return found if len(found) >= _LEAST_STATES else {}


def _actor(text: str, lexicon: Lexicon) -> str | None:
    bare = text.strip(" .*")
    return lexicon.state_by_code(bare) or lexicon.state(bare) or lexicon.body(bare)


def role_of(mark: str) -> str | None:
    """The field that a mark in a matrix stands for: `L` leads, `C` co-leads, any other sign takes part; None for none."""
    bare = re.sub(r"[\s.()]", "", mark).casefold()
    if not bare or bare in ("–", "-", "—", "no", "0", "n"):
        return None
    return _LETTERS.get(bare, "participants")


def read_matrix(table: Table, content: Content, lexicon: Lexicon) -> Mapping[str, Mapping[str, str]] | None:
    """Who takes part in which action, by the action's number: {number: {state or body: field}}; None where it is no matrix.

    The actions stand in the first column and the states above, or the actions above and the states in the first column.
    """
    for row in range(min(3, table.rows)):
        columns = state_columns(table, row, content, lexicon)
        if columns:
            return _by_rows(table, row + 1, columns, content)
        actions = {
            cell.column: number
            for cell in table.row(row)
            if cell.lines and cell.column > 0 and (number := _number(content.read(cell.lines).text))
        }
        if len(actions) >= 3:
            return _by_columns(table, row + 1, actions, content, lexicon)
    return None


def _number(text: str) -> str | None:
    match = pattern("action_number").match(text.strip())
    return match.group() if match else None


def _by_rows(
    table: Table, first: int, columns: Mapping[int, str], content: Content
) -> Mapping[str, Mapping[str, str]] | None:
    found: dict[str, dict[str, str]] = {}
    for row in range(first, table.rows):
        cells = {
            cell.column: content.read(cell.lines).text for cell in table.row(row) if cell.row == row and cell.lines
        }
        number = next((n for c in sorted(cells) if c not in columns and (n := _number(cells[c]))), None)
        if number is not None:
            found[number] = {columns[c]: role for c in sorted(cells) if c in columns and (role := role_of(cells[c]))}
    return found or None


def _by_columns(
    table: Table, first: int, actions: Mapping[int, str], content: Content, lexicon: Lexicon
) -> Mapping[str, Mapping[str, str]] | None:
    found: dict[str, dict[str, str]] = {number: {} for number in actions.values()}
    states = 0
    for row in range(first, table.rows):
        cells = {
            cell.column: content.read(cell.lines).text for cell in table.row(row) if cell.row == row and cell.lines
        }
        actor = next((a for c in sorted(cells) if c not in actions and (a := _actor(cells[c], lexicon))), None)
        if actor is None:
            continue
        states += 1
        for column, number in actions.items():
            role = role_of(cells.get(column, ""))
            if role is not None:
                found[number][actor] = role
    return found if states >= _LEAST_STATES else None
