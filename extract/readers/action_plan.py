"""Operational action plans: goals and actions, from grids (one row an action) or forms (one table an action).

What columns and labels are called stands in the profile `operational_action_plan`. A goal is a cell that spans the rows
of its actions, a band above them, or a heading; each is read once, wherever it is repeated.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from corpus.lexicon import Lexicon
from corpus.pages import Block, Cell, Line, Role, Table
from corpus.records import Span
from extract.content import Content
from extract.cover import Cover
from extract.drafts import Draft
from extract.laid import LaidText
from extract.lines import line_text
from extract.profile import Names, load_profile, names_of
from extract.values import actors_of, date_of, is_empty, items_of, period_of, team_of

_LEAST_FIELDS = 3  # a table or form of fewer known columns is no plan
_FORM_ROWS = 3


def read_action_plan(content: Content, cover: Cover, lexicon: Lexicon) -> list[Draft]:
    """All goals and actions of a plan, each goal before its actions."""
    reader = _Reader(content, lexicon, plan_label(content, cover))
    for item in content.flow:
        if isinstance(item, Table):
            reader.read_table(item)
        elif item.role not in (Role.FOOTNOTE, Role.HEADER, Role.FOOTER):
            reader.read_block(item)
    return reader.finished()


def plan_label(content: Content, cover: Cover) -> str | None:
    """The plan's running label: that of the furniture, else what the title says after "OAP", else the title."""
    counts: dict[str, int] = {}
    for furniture in content.furniture.values():
        for line in furniture.lines:
            match = re.search(r"\bOAPs?\b[^|·]*", line_text(line))
            if match:
                label = match.group().strip(" –-")
                counts[label] = counts.get(label, 0) + 1
    if counts:
        return max(counts, key=lambda label: counts[label])
    for block in content.blocks:
        match = re.match(r"(?:Plan|OAP)\s*:\s*(OAP\b[^.;]*)", block.text)
        if match:
            return match.group(1).strip()
    title = cover.title or ""
    match = re.search(r"\bOAP\b.*", title)
    return match.group().strip() if match else (title or None)


@cache
def _fields() -> Names:
    return names_of(load_profile("operational_action_plan")["fields"])


@cache
def _action_number() -> re.Pattern[str]:
    return re.compile(load_profile("operational_action_plan")["patterns"]["action_number"])


@cache
def _goal_number() -> re.Pattern[str]:
    return re.compile(load_profile("operational_action_plan")["patterns"]["goal_number"])


@cache
def _horizontal() -> re.Pattern[str]:
    return re.compile(load_profile("operational_action_plan")["patterns"]["horizontal_goal"])


@dataclass(slots=True)
class _Raw:
    """One action while it is read: the lines of each field, and the pages that its cells touch."""

    fields: dict[str, list[Line]] = field(default_factory=dict)
    pages: dict[int, None] = field(default_factory=dict)
    goal: Draft | None = None

    def add(self, name: str, cell: Cell) -> None:
        self.fields.setdefault(name, []).extend(cell.lines)
        for part in cell.parts:
            if part.lines:
                self.pages.setdefault(part.page)


class _Reader:
    """Goes through the plan once, from top to bottom, with the goal that reigns."""

    def __init__(self, content: Content, lexicon: Lexicon, plan: str | None) -> None:
        self._content = content
        self._lexicon = lexicon
        self._plan = plan
        self._goals: dict[str, Draft] = {}
        self._order: list[Draft | _Raw] = []
        self._goal: Draft | None = None
        self._columns: dict[int, str] | None = None
        self._form: _Raw | None = None
        self._pending_goal: Draft | None = None  # a heading whose statement is the next paragraph

    # --- running text ----------------------------------------------------------------------------------------------

    def read_block(self, block: Block) -> None:
        """A heading may set the goal; the paragraph below it may be its statement."""
        self._form = None
        text = self._content.read(block.lines)
        match = _goal_number().match(text.text)
        if match and _ends_token(text.text, match.end()):
            self._read_goal(text, block.lines)
            return
        under = re.search(r"\b(?:under|of|serving|for)\s+(?P<goal>" + _goal_number().pattern + r")\b", text.text)
        if block.role in (Role.HEADING, Role.TITLE):
            if under:
                self._goal = self._goals.get(_tidy_goal(under.group("goal")), self._goal)
            self._pending_goal = None
        elif self._pending_goal is not None and self._pending_goal.text == self._pending_goal.title:
            self._pending_goal.text = text.text
            self._pending_goal.spans = (*self._pending_goal.spans, *text.spans())
            self._pending_goal = None

    def _read_goal(self, text: LaidText, lines: Sequence[Line]) -> Draft | None:
        """A goal from its number on: label in bold, or up to a dash or colon, then its statement."""
        match = _goal_number().match(text.text)
        if match is None:
            return None
        number = _tidy_goal(match.group())
        if number in self._goals:
            self._goal = self._goals[number]
            known = self._goals[number]
            if known.text == known.title:
                self._pending_goal = known
            return known
        rest = text.sliced(match.end(), len(text.text))
        start = len(rest.text) - len(rest.text.lstrip(" –—-:."))
        rest = rest.sliced(start, len(rest.text))
        label, statement = _label_and_statement(rest)
        body = statement if statement.text else label
        draft = Draft(
            "goal",
            body.text.rstrip() or number,
            text.spans(),
            number=number,
            title=label.text or None,
            fields={"horizontal": bool(_horizontal().search(number))},
        )
        self._goals[number] = draft
        self._goal = draft
        self._pending_goal = None if statement.text else draft
        self._order.append(draft)
        del lines
        return draft

    # --- tables ----------------------------------------------------------------------------------------------------

    def read_table(self, table: Table) -> None:
        columns, first = self._find_columns(table)
        if columns is not None:
            self._columns = columns
            self._form = None
            self._read_grid(table, columns, first)
            return
        if self._is_form(table):
            self._read_form(table)
            return
        self._form = None
        if self._columns is not None and max(self._columns) < table.columns <= max(self._columns) + 2:
            self._read_grid(table, self._columns, 0)

    def _find_columns(self, table: Table) -> tuple[dict[int, str] | None, int]:
        """Which column holds which field, and the first row below the header."""
        for row in range(min(4, table.rows - 1)):
            found: dict[int, str] = {}
            for cell in table.row(row):
                if cell.row == row and cell.lines:
                    name = _fields().field(self._content.read(cell.lines).text)
                    if name is not None and name not in found.values():
                        found[cell.column] = name
            known = set(found.values()) - {"other"}
            if len(known) >= _LEAST_FIELDS and ("title" in known or "description" in known):
                return self._checked(table, found, row + 1), row + 1
        return None, 0

    def _checked(self, table: Table, columns: dict[int, str], first: int) -> dict[int, str]:
        """A column called "Action" may hold the numbers and not the titles: what stands in it decides."""
        title = next((column for column, name in columns.items() if name == "title"), None)
        if title is None or "number" in columns.values():
            return columns
        texts = [
            self._content.read(c.lines).text for c in table.cells if c.column == title and c.row >= first and c.lines
        ]
        if texts and sum(bool(_action_number().fullmatch(text)) for text in texts) >= 0.6 * len(texts):
            return {**columns, title: "number"}
        return columns

    def _read_grid(self, table: Table, columns: Mapping[int, str], first: int) -> None:
        by_field = {name: column for column, name in columns.items() if name != "other"}
        number_column = by_field.get("number", by_field.get("title"))
        last: _Raw | None = None
        for row in range(first, table.rows):
            cells = [cell for cell in table.row(row) if cell.lines]
            own = [cell for cell in cells if cell.row == row]
            if not own:
                continue
            if len(own) == 1 and own[0].column_span >= max(3, 0.6 * table.columns):
                self._read_band(own[0])
                continue
            goal_cell = next((c for c in cells if columns.get(c.column) == "goals"), None)
            if goal_cell is not None and (goal_cell.row_span > 1 or _holds_statement(goal_cell)):
                self._read_goal(self._content.read(goal_cell.lines), goal_cell.lines)
            raw = _Raw(goal=self._goal)
            for cell in own:
                name = columns.get(cell.column)
                if name is None or name == "other":
                    continue
                if name == "goals" and cell is goal_cell and self._names_goal(cell) and cell.row_span > 1:
                    continue
                raw.add(name, cell)
            leading = next((c for c in cells if c.column == number_column), None)
            if leading is None and last is not None and not raw.fields.get("title"):
                _merge(last, raw)
                continue
            if not raw.fields.get("title") and not raw.fields.get("description"):
                continue
            self._order.append(raw)
            last = raw

    def _read_band(self, cell: Cell) -> None:
        text = self._content.read(cell.lines)
        if self._read_goal(text, cell.lines) is None:
            self._pending_goal = None

    def _names_goal(self, cell: Cell) -> bool:
        return _goal_number().match(self._content.read(cell.lines).text) is not None

    def _is_form(self, table: Table) -> bool:
        """Whether a table pairs labels with values: most of its first cells are names of fields."""
        if table.columns < 2 or table.rows < 1:
            return False
        labels = [cell for cell in table.cells if cell.column % 2 == 0 and cell.lines]
        if self._form is not None and table.rows < _FORM_ROWS:
            return any(self._label(cell) for cell in labels)
        known = sum(self._label(cell) is not None for cell in table.cells if cell.column == 0 and cell.lines)
        filled = sum(bool(cell.lines) for cell in table.cells if cell.column == 0)
        return filled >= _FORM_ROWS and known >= 0.6 * filled

    def _label(self, cell: Cell) -> str | None:
        text = self._content.read(cell.lines).text
        return _fields().field(text.rstrip(" :")) if len(text) <= 60 else None

    def _read_form(self, table: Table) -> None:
        """Labels and values, two or four cells a row; a label that comes again begins the next form."""
        for row in range(table.rows):
            cells = [cell for cell in table.row(row) if cell.row == row]
            position = 0
            while position < len(cells):
                cell = cells[position]
                name = self._label(cell) if cell.lines else None
                value = cells[position + 1] if position + 1 < len(cells) else None
                if (
                    name == "title"
                    and value is not None
                    and _action_number().fullmatch(self._content.read(value.lines).text)
                ):
                    name = "number"
                if not cell.lines and value is not None and self._form is not None and self._form.fields:
                    self._form.add(next(reversed(self._form.fields)), value)  # a value that goes on over the page
                    position += 2
                    continue
                if name is None:
                    position += 2 if value is not None and cell.lines else 1
                    if value is None and len(cells) == 1 and cell.lines:
                        self._read_band(cell)
                    continue
                starts = name == "number" or (
                    name == "title" and self._form is not None and "title" in self._form.fields
                )
                if (
                    self._form is None
                    or (starts and name in self._form.fields)
                    or (name == "number" and "title" in self._form.fields)
                ):
                    self._form = _Raw(goal=self._goal)
                    self._order.append(self._form)
                if value is not None and name != "other":
                    self._form.add(name, value)
                elif value is not None:
                    self._form.fields.setdefault("other", [])
                position += 2

    # --- records ---------------------------------------------------------------------------------------------------

    def finished(self) -> list[Draft]:
        drafts: list[Draft] = []
        for entry in self._order:
            if isinstance(entry, Draft):
                drafts.append(entry)
            else:
                action = self._action(entry)
                if action is not None:
                    drafts.append(action)
        return drafts

    def _action(self, raw: _Raw) -> Draft | None:
        texts = {name: self._content.read(lines) for name, lines in raw.fields.items()}
        number, more_goals = _number_and_goals(texts.get("number"))
        title = texts.get("title")
        if number is None and title is not None:
            match = _action_number().match(title.text)
            if match and _ends_token(title.text, match.end()):
                number = match.group()
                title = _behind(title, match.end())
        description = texts.get("description") or title
        if description is None or not description.text:
            return None
        goals = _goals_named(texts["goals"].text) if "goals" in texts else []
        if raw.goal is not None and raw.goal.number is not None and not goals:
            goals = [raw.goal.number]
        goals += [goal for goal in more_goals if goal not in goals]
        parent = next((self._goals[g] for g in goals if g in self._goals), None if goals else raw.goal)
        fields: dict[str, object] = {
            **self._people(texts),
            **_dates(texts),
            "goals": list(dict.fromkeys(goals)),
            "kpis": list(_indicators(texts.get("kpis"))),
            "status": _status(raw, texts),
            "plan": self._plan,
            "funding": texts["funding"].text if "funding" in texts and texts["funding"].text else None,
        }
        return Draft(
            "action",
            description.text,
            _spans(description, raw.pages),
            number=number,
            title=title.text if title is not None else None,
            parent=parent,
            fields=fields,
        )

    def _people(self, texts: Mapping[str, LaidText]) -> dict[str, list[str]]:
        """Leader, co-leaders and participants, each from its own cell, or all from one that tells them in prose."""
        found = {name: texts[name].text for name in ("leader", "co_leaders", "participants") if name in texts}
        prose = texts["team"].text if "team" in texts else None
        if prose is None and "leader" not in found and "participants" in found:
            prose = found["participants"]
        people: dict[str, list[str]] = {}
        if prose is not None:
            team = team_of(prose, self._lexicon)
            people = {"leader": list(team[0]), "co_leaders": list(team[1]), "participants": list(team[2])}
        for name, text in found.items():
            if prose is not None and text is prose and people.get("leader"):
                continue
            people[name] = list(actors_of(text, self._lexicon))
        return {name: people.get(name, []) for name in ("leader", "co_leaders", "participants")}


def _merge(into: _Raw, part: _Raw) -> None:
    for name, lines in part.fields.items():
        into.fields.setdefault(name, []).extend(lines)
    into.pages.update(part.pages)


def _ends_token(text: str, end: int) -> bool:
    return end >= len(text) or not (text[end].isalnum() or text[end] == ".")


def _behind(text: LaidText, end: int) -> LaidText:
    rest = text.sliced(end, len(text.text))
    start = len(rest.text) - len(rest.text.lstrip(" –—-:."))
    return rest.sliced(start, len(rest.text))


def _tidy_goal(printed: str) -> str:
    """`CHSG1` and `CHSG 1` are one goal; its number is printed with a space."""
    return re.sub(r"(?<=[A-Za-z])\s*(?=\d)", " ", " ".join(printed.split()))


def _holds_statement(cell: Cell) -> bool:
    return sum(len(line.words) for line in cell.lines) > 6


def _label_and_statement(text: LaidText) -> tuple[LaidText, LaidText]:
    """The label of a goal is set apart by its type, by a dash, colon or stop, or by its line; what follows is the statement."""
    styles = [(placed.word.font.bold, placed.word.font.italic) for placed in text.words]
    if styles and len(set(styles)) > 1:
        first = styles[0]
        end = next(placed.start for placed, style in zip(text.words, styles, strict=True) if style != first)
        return _trimmed_label(text.sliced(0, end)), text.sliced(end, len(text.text))
    match = re.search(r"\s[–—-]\s|:\s|\.\s+(?=[A-Z])|\s(?=To [a-z])", text.text)
    if match:
        return _trimmed_label(text.sliced(0, match.start())), text.sliced(match.end(), len(text.text))
    starts = text.line_starts()
    if len(starts) > 1 and text.text[starts[1]].isupper() and len(text.text) > 60:
        return _trimmed_label(text.sliced(0, starts[1])), text.sliced(starts[1], len(text.text))
    return _trimmed_label(text), LaidText("", ())


def _trimmed_label(text: LaidText) -> LaidText:
    return text.sliced(0, len(text.text.rstrip(" –—-:.")))


def _number_and_goals(text: LaidText | None) -> tuple[str | None, list[str]]:
    """The number of an action, and goals named beside it: "OA 3.4 (also CHSG 1)"."""
    if text is None or not text.text:
        return None, []
    match = _action_number().search(text.text)
    number = match.group() if match else (text.text if len(text.text) <= 16 else None)
    rest = text.text[match.end() :] if match else ""
    return number, _goals_named(rest)


def _goals_named(text: str) -> list[str]:
    """Goals by number, in order; "SG 1, 3 and CHSG 2" names three."""
    found: list[str] = []
    prefix = ""
    for match in re.finditer(_goal_number().pattern + r"|(?<=[\s,;/(&])\d{1,2}(?=[\s,;/)&]|$)", text):
        printed = match.group()
        if printed[0].isdigit():
            if prefix:
                found.append(f"{prefix} {printed}")
            continue
        tidy = _tidy_goal(printed)
        prefix = tidy.rsplit(" ", 1)[0]
        found.append(tidy)
    return list(dict.fromkeys(found))


def _dates(texts: Mapping[str, LaidText]) -> dict[str, str | None]:
    start = date_of(texts["start"].text) if "start" in texts else None
    end = date_of(texts["end"].text, is_end=True) if "end" in texts else None
    if "period" in texts:
        first, last = period_of(texts["period"].text)
        start, end = start or first, end or last
    if "start" in texts and "end" not in texts and start is None:
        start, end = period_of(texts["start"].text)
    return {"start": start, "end": end}


def _indicators(text: LaidText | None) -> Iterator[str]:
    """The names of the indicators, without baseline and target; a remark that the action was withdrawn is none."""
    for item in items_of(text) if text is not None else ():
        name = _NUMBERS_BEHIND.split(item, maxsplit=1)[0].strip(" –—-:,;(")
        if name and not _WITHDRAWN.match(name):
            yield name


_NUMBERS_BEHIND = re.compile(r"\s*[–—,;(-]?\s*\b(?:baseline|target|current value|starting value)\b\s*:?", re.IGNORECASE)
_WITHDRAWN = re.compile(r"(?:withdrawn|deleted|cancelled|removed)\b", re.IGNORECASE)


def _status(raw: _Raw, texts: Mapping[str, LaidText]) -> str | None:
    """As printed; withdrawn where the whole row is struck through."""
    words = [w for name in ("title", "description") for line in raw.fields.get(name, ()) for w in line.words]
    if words and sum(w.is_struck for w in words) >= 0.8 * len(words):
        return "withdrawn"
    if "status" in texts and texts["status"].text and not is_empty(texts["status"].text):
        return texts["status"].text
    return None


def _spans(description: LaidText, pages: Mapping[int, None]) -> tuple[Span, ...]:
    """Boxes around the description; a page that only other cells reach has none."""
    spans = list(description.spans())
    have = {span.page for span in spans}
    spans += [Span(page) for page in pages if page not in have]
    return tuple(sorted(spans, key=lambda span: span.page))


__all__ = ["plan_label", "read_action_plan"]
