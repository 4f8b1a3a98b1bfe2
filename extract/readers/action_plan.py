"""Operational action plans: goals and actions, from grids, matrices, forms and labelled text.

What columns and labels are called stands in the profile `operational_action_plan`. A goal is a cell that spans the rows
of its actions, a band above them, or a heading; each is read once, wherever it is repeated.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from corpus.geometry import hull
from corpus.lexicon import Lexicon
from corpus.pages import Block, Line, Role, Table
from extract.actions.crosses import read_matrix
from extract.actions.fields import learn_labels
from extract.actions.forms import is_form, read_form
from extract.actions.goal_numbers import goal_numbers
from extract.actions.goals import Goals
from extract.actions.grid import Columns, find_columns, read_rows
from extract.actions.names import Labels, action_at_start, pattern
from extract.actions.pieces import Piece, read_pieces
from extract.actions.raw import RawAction
from extract.actions.records import action_draft, parted
from extract.content import Content
from extract.cover import Cover
from extract.drafts import Draft
from extract.lines import words_text
from extract.unruled import segments

_FIELDS_OF_FORM = frozenset(  # one of these, and a form is of an action
    ("number", "title", "leader", "co_leaders", "leader_and_co", "team", "participants", "start", "end", "period")
)
_FIELDS_OF_ACTION = frozenset(
    "leader co_leaders leader_and_co team participants start end period kpis status funding".split()
)
_BODY = (Role.PARAGRAPH, Role.LIST_ITEM, Role.HEADING, Role.TITLE)


def read_action_plan(content: Content, cover: Cover, lexicon: Lexicon) -> list[Draft]:
    """All goals and actions of a plan, each goal before its actions."""
    reader = _Reader(content, lexicon, learn_labels(content.tables, content, lexicon))
    blocks: list[Block] = []
    for item in content.flow:
        if isinstance(item, Table):
            reader.read_text(blocks)
            blocks = []
            reader.read_table(item)
        elif item.role in _BODY:
            blocks.append(item)
    reader.read_text(blocks)
    return reader.drafts(plan_label(content, cover))


def plan_label(content: Content, cover: Cover) -> str | None:
    """The plan's running label: that of the furniture, else what the title says after "OAP", else the title."""
    counts: dict[str, int] = {}
    for furniture in content.furniture.values():
        for label in _labels_in(furniture.lines):
            counts[label] = counts.get(label, 0) + 1
    if counts:
        return max(counts, key=lambda label: counts[label])
    for block in content.blocks:
        opening = re.match(r"(?:Plan|OAP)\s*:\s*", block.text)
        printed = pattern("plan_label").match(block.text, opening.end()) if opening else None
        if printed:
            return re.split(r"[.;]", printed.group())[0].strip()
    title = cover.title or ""
    named = re.search(r"\bOAP\b.*", title)
    return named.group().strip() if named else (title or None)


def _labels_in(lines: Sequence[Line]) -> Iterator[str]:
    """Labels of plans in running headers and footers; one that is broken goes on in a line of its own below."""
    for position, line in enumerate(lines):
        for words in segments(line):
            match = pattern("plan_label").search(words_text(words))
            if match is None:
                continue
            label = match.group().strip(" –-")
            below = lines[position + 1] if position + 1 < len(lines) else None
            if below is not None and len(segments(below)) == 1 and match.end() == len(words_text(words)):
                box = hull(w.box for w in words)
                if box.x0 <= below.box.center_x <= box.x1 and 0 <= below.box.top - box.bottom < 0.6 * below.box.height:
                    label = f"{label} {words_text(below.words)}"
            yield label


class _Reader:
    """Goes through the plan once, from top to bottom, with the goal that reigns and the action that is open."""

    def __init__(self, content: Content, lexicon: Lexicon, labels: Labels) -> None:
        self._content = content
        self._lexicon = lexicon
        self._labels = labels
        self._goals = Goals()
        self._order: list[Draft | RawAction] = []
        self._columns: tuple[Columns, int] | None = None  # of the last grid, with its number of columns
        self._open: RawAction | None = None
        self._crosses: dict[str, Mapping[str, str]] = {}

    # --- text and forms --------------------------------------------------------------------------------------------

    def read_text(self, blocks: Iterable[Block]) -> None:
        """The blocks between two tables."""
        for piece in read_pieces(list(blocks), self._content, self._labels):
            self._take(piece)

    def _take(self, piece: Piece) -> None:
        if piece.field is None:
            self._take_text(piece)
            return
        if piece.field == "description" and self._open is None and self._goals.state(piece.text):
            return  # a goal is set out in a form of its own
        self._goals.settle()
        if piece.field == "other":
            return
        raw = self._open
        begins = piece.field == "number" or (piece.field == "title" and raw is not None and "title" in raw)
        if raw is None or (begins and (piece.field in raw or ("title" in raw and not raw.is_heading))):
            if not begins and piece.field not in ("title", "description"):
                return  # a label that belongs to no action
            raw = self._begin()
        if piece.field == "goals" and (goal := self._goals.read_references(piece.text)) is not None:
            raw.goal = goal
        for goal in self._goals:
            self._add_goal(goal)
        raw.add(piece.field, piece.text)

    def _take_text(self, piece: Piece) -> None:
        text = piece.text.text
        number = action_at_start(text)
        goal = self._goals.read(piece.text) if number is None else None
        if goal is not None:
            self._open = None
            self._add_goal(goal)
            return
        short = len(text) <= 200
        named = pattern("action_number").search(text) if piece.stands_out and short else None
        if number is not None and short and (piece.stands_out or _begins_bold(piece)):
            raw = self._begin()
            raw.is_heading = True
            raw.add("title", piece.text)
        elif number is not None and _begins_bold(piece):
            raw = self._begin()
            raw.is_heading = True
            head, rest = parted(piece.text)
            raw.add("title", head)
            if rest is not None:
                raw.add("description", rest)
        elif named is not None:
            self._take_reference(text)
            raw = self._begin()
            raw.is_heading = True
            raw.add("number", piece.text.sliced(named.start(), named.end()))
        elif piece.stands_out and short and self._open is not None and self._open.is_bare_heading:
            self._open.add("title", piece.text)
        elif piece.stands_out:
            self._open = None
            self._take_reference(text)
            self._goals.settle()
        elif self._open is not None and self._open.is_heading:
            if "description" not in self._open or not _FIELDS_OF_ACTION & set(self._open.texts):
                self._open.add("description", piece.text)
        elif not self._goals.state(piece.text):
            self._open = None

    def _take_reference(self, text: str) -> None:
        """A heading that names a goal which is known makes it reign: "Actions under SG 2"."""
        for found in goal_numbers(text):
            if re.search(r"\b(?:under|of|serving|for|to|towards)\s+(?:the\s+)?$", text[: found.start]):
                self._goals.reigning = self._goals.find(found.printed) or self._goals.reigning

    def _begin(self) -> RawAction:
        self._goals.settle()
        self._open = RawAction(goal=self._goals.reigning)
        self._order.append(self._open)
        return self._open

    def _add_goal(self, goal: Draft) -> None:
        if not any(entry is goal for entry in self._order):
            self._order.append(goal)

    # --- tables ----------------------------------------------------------------------------------------------------

    def read_table(self, table: Table) -> None:
        columns = find_columns(table, self._content, self._lexicon)
        if columns is not None and self._lists_goals(table, columns):
            return
        if columns is not None:
            self._columns = (columns, table.columns)
            self._read_grid(table, columns)
            return
        matrix = read_matrix(table, self._content, self._lexicon)
        if matrix is not None:
            for number, members in matrix.items():
                self._crosses[number] = {**self._crosses.get(number, {}), **members}
            return
        if is_form(table, self._content, self._labels, is_open=self._open is not None):
            pieces = list(read_form(table, self._content, self._labels))
            if not self._sets_out_goal(pieces):
                for piece in pieces:
                    self._take(piece)
            return
        self._open = None
        if self._read_goals(table):
            return
        if self._columns is not None and self._columns[1] == table.columns:
            self._read_grid(table, Columns(self._columns[0].fields, 0, self._columns[0].members))

    def _lists_goals(self, table: Table, columns: Columns) -> bool:
        """Read a table whose rows are goals, with their statements in a column of descriptions; False where it is of actions."""
        named = set(columns.fields.values())
        if "description" not in named or named & (_FIELDS_OF_FORM - {"number", "title"}):
            return False
        key = columns.of("number") if "number" in named else columns.of("goals")
        found: list[Draft] = []
        rows = 0
        for number in range(columns.first_row, table.rows):
            cells = {c.column: self._content.read(c.lines) for c in table.row(number) if c.row == number and c.lines}
            if key is None or key not in cells:
                continue
            rows += 1
            others = [
                cells[c] for name in ("title", "goals", "description") if (c := columns.of(name)) in cells and c != key
            ]
            goal = self._goals.read_row(cells[key], others) or self._goals.read(cells[key], reigns=False)
            if goal is None:
                continue
            if (statement := columns.of("description")) in cells and statement is not None:
                self._goals.state(cells[statement])
            found.append(goal)
        if not found or len(found) < 0.5 * rows:
            return False
        for goal in found:
            self._add_goal(goal)
        self._open = None
        return True

    def _sets_out_goal(self, pieces: Sequence[Piece]) -> bool:
        """Read a form that sets out a goal and no action: its number and label, its statement; False where it is none."""
        named = {piece.field for piece in pieces}
        if "goals" not in named or "description" not in named or named & _FIELDS_OF_FORM:
            return False
        for piece in pieces:
            if piece.field == "goals" and (goal := self._goals.read(piece.text)) is not None:
                self._open = None
                self._add_goal(goal)
            elif piece.field == "description":
                self._goals.state(piece.text)
        return True

    def _read_goals(self, table: Table) -> bool:
        """Read a table of goals, a row each; False where it is none."""
        rows = [
            [self._content.read(c.lines) for c in table.row(n) if c.row == n and c.lines] for n in range(table.rows)
        ]
        goals = [goal for row in rows if len(row) > 1 and (goal := self._goals.read_row(row[0], row[1:])) is not None]
        for goal in goals:
            self._add_goal(goal)
        return bool(goals)

    def _read_grid(self, table: Table, columns: Columns) -> None:
        self._open = None
        self._goals.settle()
        for row in read_rows(table, columns, self._content, self._labels):
            if row.goal_cell is not None and (goal := self._goals.read(row.goal_cell)) is not None:
                self._add_goal(goal)
            if row.band is not None:
                goal = self._goals.read(row.band)
                if goal is not None:
                    self._add_goal(goal)
            if row.action is not None:
                row.action.goal = self._goals.reigning
                self._order.append(row.action)

    # --- records ---------------------------------------------------------------------------------------------------

    def drafts(self, plan: str | None) -> list[Draft]:
        self._order = [entry if isinstance(entry, Draft) else self._goal_of(entry) or entry for entry in self._order]
        drafts: list[Draft] = []
        for entry in _without_repeats(self._order):
            if isinstance(entry, Draft):
                drafts.append(entry)
                continue
            if entry.is_heading and not _FIELDS_OF_ACTION & set(entry.texts):
                continue
            draft = action_draft(entry, self._goals, plan, self._lexicon)
            if draft is not None:
                self._cross(draft)
                drafts.append(draft)
        return drafts

    def _goal_of(self, raw: RawAction) -> Draft | None:
        """The goal that a form sets out in the fields of an action: the number is a goal's."""
        number = raw.text("number")
        others = [text for name in ("title", "description") if (text := raw.text(name)) is not None]
        if number is None or not others or {"leader", "leader_and_co", "team", "participants"} & set(raw.texts):
            return None
        return self._goals.read_row(number, others)

    def _cross(self, draft: Draft) -> None:
        """Add those whom a matrix crosses for this action."""
        for actor, role in self._crosses.get(draft.number or "", {}).items():
            if actor not in draft.fields[role]:
                draft.fields[role].append(actor)


def _without_repeats(order: Sequence[Draft | RawAction]) -> Iterator[Draft | RawAction]:
    seen: set[int] = set()
    for entry in order:
        if id(entry) not in seen:
            seen.add(id(entry))
            yield entry


def _begins_bold(piece: Piece) -> bool:
    return bool(piece.text.words) and piece.text.words[0].word.font.bold


__all__ = ["plan_label", "read_action_plan"]
