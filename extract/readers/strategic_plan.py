"""Strategic plans: goals with their statements and indicators, from headings, tables and forms.

A goal is known by its number, wherever it stands: text and tables of one number make one record. What follows its heading
is its statement, unless a label says otherwise. Indicators come from columns, labelled lines, lists, or sentences that give
baseline and target in brackets; their names alone are kept.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import pairwise

from corpus.geometry import hull
from corpus.pages import Block, Cell, Line, Role, Table
from extract.actions.goals import label_and_statement
from extract.content import Content
from extract.cover import Cover
from extract.drafts import Draft
from extract.indicators import indicator_names, indicators_told
from extract.labelled import Labelled, labelled
from extract.laid import LaidText, concatenated
from extract.lines import line_text
from extract.profile import Names, load_profile, names_of

_BODY = (Role.PARAGRAPH, Role.LIST_ITEM, Role.HEADING, Role.TITLE, Role.CALLOUT)
_LONGEST_LABEL = 160  # letters
_NOTHING = LaidText("", ())


@cache
def _names() -> Names:
    return names_of(load_profile("strategic_plan")["fields"])


@cache
def _labels() -> Names:
    """The names that label text; "Baseline" and "Target" are none, they stand in brackets behind an indicator."""
    fields = load_profile("strategic_plan")["fields"]
    return names_of({name: names for name, names in fields.items() if name not in ("baseline", "target")})


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(load_profile("strategic_plan")["patterns"][name])


@dataclass(slots=True)
class _Goal:
    """A goal while it is read."""

    number: str | None
    label: LaidText = _NOTHING
    statement: LaidText = _NOTHING
    kpis: list[str] = field(default_factory=list)
    horizontal: bool | None = None
    place: tuple[int, float] = (0, 0.0)  # page and height of its heading

    def add_kpis(self, names: Iterable[str]) -> None:
        have = {name.casefold() for name in self.kpis}
        self.kpis += [name for name in names if name.casefold() not in have]


def read_strategic_plan(content: Content, cover: Cover) -> list[Draft]:
    """All goals of a plan, in the order in which they are first stated."""
    reader = _Reader(content, cover.title or "")
    reader.read()
    return reader.drafts()


def goal_at_start(text: str) -> tuple[str, int] | None:
    """The number of a goal with which a text begins, as printed, and where its label begins; None where there is none, or
    where the text only speaks of the goal ("SG 2 was the subject of …")."""
    match = re.match(r"(?:\(?\d{1,2}(?:\.\d{1,2})*[.)]?\s+)?(?P<goal>" + _pattern("goal_number").pattern + ")", text)
    if match is None:
        return None
    rest = text[match.end() :]
    sign = re.match(r"\s*(?:[–—:·|.,/-]\s*|$)|\s+(?=[\"“‘(A-ZÀ-Þ0-9])", rest)
    if sign is None or re.match(r"[.,]\d|\s*(?:and|or|to|,|–|-)\s*(?:[A-Z]{0,4} ?)?\d", rest):
        return None
    number = re.sub(r"(?<=[A-Za-z])(?=\d)", " ", " ".join(match["goal"].split()))
    code = re.match(
        r"\((?P<code>" + _pattern("goal_number").pattern + r")\)\s*[–—:·|.-]?\s*", text[match.end() + sign.end() :]
    )
    if code is not None:  # "Common horizontal strategic goal 1 (CHSG 1): …"
        return code["code"], match.end() + sign.end() + code.end()
    return number, match.end() + sign.end()


class _Reader:
    """Goes through the plan once; the goal that reigns is the last one whose heading stands before."""

    def __init__(self, content: Content, title: str) -> None:
        self._content = content
        self._title = title
        self._goals: list[_Goal] = []
        self._goal: _Goal | None = None
        self._field: str | None = None  # of the label that reigns below the goal
        self._horizontal: bool | None = None  # what the section says of its goals
        self._cut: dict[int, Cell] = {}  # cells of goals that fell apart, by id, with the first of each
        self._whole: dict[int, list[Line]] = {}

    # --- text ------------------------------------------------------------------------------------------------------

    def read(self) -> None:
        blocks: list[Block] = []
        tables: list[Table] = []
        for item in self._content.flow:
            if isinstance(item, Table):
                self._read_blocks(blocks)
                blocks = []
                if self._is_form(item):
                    self._read_form(item)
                tables.append(item)
            elif item.role in _BODY:
                blocks += _cut_at_goals(item)
        self._read_blocks(blocks)
        for table in tables:
            if not self._is_form(table):
                self._read_grid(table)

    def _read_blocks(self, blocks: Sequence[Block]) -> None:
        for piece in labelled(blocks, self._content, _labels()):
            self._take(piece)

    def _take(self, piece: Labelled) -> None:
        if piece.field is not None:
            self._take_labelled(piece)
            return
        text = piece.text.text
        found = goal_at_start(text)
        is_head = found is not None and (piece.stands_out or self._begins_bold(piece.text, found[1]))
        if found is not None and (is_head or len(text) <= found[1] + 3):
            self._begin(found[0], piece.text.sliced(found[1], len(text)), (piece.page, piece.top))
            return
        if piece.stands_out:
            self._take_heading(piece)
            return
        goal = self._goal
        if goal is None:
            return
        if self._field == "kpis":
            goal.add_kpis(indicator_names(piece.text))
        elif self._field in (None, "statement") and not goal.statement.text:
            goal.statement = piece.text
            self._field = None
        elif self._field == "statement" and piece.is_item:
            goal.statement = concatenated([goal.statement, piece.text])
        else:
            goal.add_kpis(indicators_told(text))

    def _begins_bold(self, text: LaidText, length: int) -> bool:
        words = [p.word for p in text.words if p.start < length]
        return bool(words) and all(word.font.bold for word in words)

    def _take_labelled(self, piece: Labelled) -> None:
        goal = self._goal
        if goal is None:
            return
        self._field = piece.field
        if not piece.text.text:
            return
        if piece.field == "kpis":
            goal.add_kpis(indicator_names(piece.text))
        elif piece.field == "statement" and not goal.statement.text:
            goal.statement = piece.text
        elif piece.field == "goal" and not goal.label.text:
            goal.label = piece.text
        elif piece.field == "kind":
            goal.horizontal = _says_horizontal(piece.text.text)

    def _take_heading(self, piece: Labelled) -> None:
        """A heading: the label of a goal whose number stands alone above it, or the end of the goal."""
        goal = self._goal
        waits = goal is not None and not goal.label.text and not goal.statement.text and self._field is None
        if goal is not None and waits and len(piece.text.text) <= _LONGEST_LABEL:
            goal.label = piece.text
            return
        said = _says_horizontal(piece.text.text)
        self._horizontal = said if said is not None else (None if self._is_section(piece) else self._horizontal)
        self._goal = None
        self._field = None

    def _is_section(self, piece: Labelled) -> bool:
        return bool(re.match(r"(?:\d{1,2}|[A-Z]|[IVX]{1,4})[.)]\s", piece.text.text)) or piece.text.text.isupper()

    def _begin(self, number: str, rest: LaidText, place: tuple[int, float]) -> _Goal:
        """The goal of a heading; one that is known already reigns again."""
        label, statement = label_and_statement(rest) if rest.text else (_NOTHING, _NOTHING)
        goal = self._known(number)
        if goal is None:
            goal = _Goal(number, place=place, horizontal=self._horizontal)
            self._goals.append(goal)
        goal.place = place
        if not goal.label.text:
            goal.label = label
        if not goal.statement.text and statement.text:
            goal.statement = statement
        self._goal, self._field = goal, None
        return goal

    def _known(self, number: str | None) -> _Goal | None:
        key = _key(number)
        return next((g for g in self._goals if key and _key(g.number) == key), None)

    # --- forms -----------------------------------------------------------------------------------------------------

    def _label(self, cell: Cell) -> str | None:
        text = self._content.read(cell.lines).text
        return _names().exact(text.strip(" :.")) if 0 < len(text) <= 70 else None

    def _is_form(self, table: Table) -> bool:
        """Whether a table pairs labels with values: most of its first cells are names of fields, and no header names its
        columns."""
        if table.columns < 2 or self._header(table) is not None:
            return False
        firsts = [c for c in table.cells if c.column == 0 and c.lines]
        known = sum(self._label(c) is not None for c in firsts)
        numbered = any(goal_at_start(self._content.read(c.lines).text) for c in firsts)
        return known >= 2 or (known >= 1 and (numbered or known == len(firsts)))

    def _read_form(self, table: Table) -> None:
        for row in range(table.rows):
            cells = [c for c in table.row(row) if c.row == row and c.lines]
            if not cells:
                continue
            name = self._label(cells[0])
            texts = [self._content.read(c.lines) for c in cells]
            place = (cells[0].parts[0].page, cells[0].parts[0].box.top)
            found = goal_at_start(texts[0].text)
            if name in ("number", "goal") and len(cells) > 1:
                inner = goal_at_start(texts[1].text)
                if inner is not None:
                    self._begin(inner[0], texts[1].sliced(inner[1], len(texts[1].text)), place)
                elif name == "number" and len(texts[1].text) <= 12:
                    self._begin(texts[1].text, _NOTHING, place)
                else:
                    self._take_labelled(Labelled(name, texts[1], *place))
            elif found is not None:
                rest = [texts[0].sliced(found[1], len(texts[0].text)), *texts[1:]]
                self._begin(found[0], concatenated(rest), place)
            elif len(cells) > 1:
                self._take_value(name, texts[0], concatenated(texts[1:]), place)

    def _take_value(self, name: str | None, label: LaidText, value: LaidText, place: tuple[int, float]) -> None:
        """A row of a form; what an unknown label holds is told by its value."""
        goal = self._goal
        if name is None and goal is not None:
            told = indicators_told(value.text)
            if told:
                name = "kpis"
            elif not goal.statement.text and len(value.text.split()) >= 8:
                name = "statement"
        del label
        if name is not None:
            self._take_labelled(Labelled(name, value, *place))

    # --- grids -----------------------------------------------------------------------------------------------------

    def _header(self, table: Table) -> tuple[dict[int, str], int] | None:
        """Which column holds which field, and the first row below the header."""
        for row in range(min(3, table.rows - 1)):
            found: dict[int, str] = {}
            for cell in table.row(row):
                if cell.row == row and cell.lines:
                    text = self._content.read(cell.lines).text
                    name = _names().field(text) if len(text) <= 90 else None
                    if name is not None and (name not in found.values() or name == "other"):
                        found[cell.column] = name
            known = set(found.values()) - {"other"}
            if len(known) >= 2 and known & {"kpis", "statement"}:
                return found, row + 1
        return None

    def _read_grid(self, table: Table) -> None:
        header = self._header(table)
        if header is None:
            return
        columns, first = header
        columns = self._with_statement(table, columns, first)
        by_field = {name: column for column, name in columns.items()}
        lead = by_field.get("number", by_field.get("goal"))
        if lead is not None:
            self._join_cut(table, lead, first)
        own: _Goal | None = None
        has_goals = "goal" in by_field or "number" in by_field
        said: bool | None = None
        for row in range(first, table.rows):
            cells = {c.column: c for c in table.row(row) if c.lines}
            begun = {c.column: c for c in table.row(row) if c.row == row and c.lines}
            if len(cells) == 1 and (band := next(iter(cells.values()))).column_span >= max(2, 0.6 * table.columns):
                text = self._content.read(band.lines)
                found = goal_at_start(text.text)
                if found is not None:
                    own = self._begin(found[0], text.sliced(found[1], len(text.text)), _place(band))
                else:
                    said = _says_horizontal(text.text)
                continue
            if not has_goals and own is None:
                goal = self._reigning(next(iter(begun.values()), None))
            else:
                own = goal = self._goal_of_row(begun, by_field, own, said)
            cell = begun.get(by_field["kpis"]) if "kpis" in by_field else None
            if goal is not None and cell is not None:
                for part in _parted(cell, [begun.get(by_field[n]) for n in ("baseline", "target") if n in by_field]):
                    goal.add_kpis(indicator_names(self._content.read(part), in_row=True))

    def _join_cut(self, table: Table, column: int, first: int) -> None:
        """Learn where the goals of a numbered column begin: where nothing parts rows, a goal's cell falls into several."""
        cells = [c for c in table.cells if c.column == column and c.row >= first and c.lines and c.column_span == 1]
        starts = [i for i, c in enumerate(cells) if goal_at_start(self._content.read(c.lines).text)]
        self._cut = {}
        if len(starts) < 2 or len(starts) == len(cells):
            return
        for a, b in pairwise([*starts, len(cells)]):
            for cell in cells[a + 1 : b]:
                self._cut[id(cell)] = cells[a]
            self._cut[id(cells[a])] = cells[a]
        self._whole = {
            id(cells[a]): [line for c in cells[a:b] for line in c.lines] for a, b in pairwise([*starts, len(cells)])
        }

    def _with_statement(self, table: Table, columns: dict[int, str], first: int) -> dict[int, str]:
        """A column without a known name that is merged as the goals' is, and holds sentences, states them."""
        fields = set(columns.values())
        lead = next((c for c, name in columns.items() if name in ("number", "goal")), None)
        if "statement" in fields or lead is None:
            return columns
        for column in range(table.columns):
            if column in columns:
                continue
            held = [c for c in table.cells if c.column == column and c.row >= first and c.lines]
            spans = [(c.row, c.row_span) for c in table.cells if c.column == lead and c.row >= first and c.lines]
            long = [c for c in held if sum(len(line.words) for line in c.lines) >= 7]
            if (
                held
                and len(long) >= 0.6 * len(held)
                and sum((c.row, c.row_span) in spans for c in held) >= 0.6 * len(held)
            ):
                return {**columns, column: "statement"}
        return columns

    def _goal_of_row(
        self, begun: Mapping[int, Cell], by_field: Mapping[str, int], own: _Goal | None, said: bool | None
    ) -> _Goal | None:
        """The goal that a row belongs to: that of its cells, else the one of the row before."""
        texts = {
            name: self._content.read(self._lines(begun[column])) for name, column in by_field.items() if column in begun
        }
        lead = texts.get("number") or texts.get("goal")
        lead_cell = begun.get(by_field["number" if "number" in texts else "goal"]) if lead else None
        if lead is None or (lead_cell is not None and self._cut.get(id(lead_cell), lead_cell) is not lead_cell):
            return own
        place = _place(begun[by_field["number" if "number" in texts else "goal"]])
        found = goal_at_start(lead.text)
        if found is not None:
            goal = self._begin(found[0], lead.sliced(found[1], len(lead.text)), place)
        elif "number" in texts and len(lead.text) <= 12:
            goal = self._begin(lead.text.strip(" .()"), _NOTHING, place)
        else:
            label, statement = label_and_statement(lead)
            goal = next((g for g in self._goals if label.text and _same(g.label.text, label.text)), None) or _Goal(
                None, label, statement, place=place
            )
            if goal not in self._goals:
                self._goals.append(goal)
        if "number" in texts and "goal" in texts and not goal.label.text:
            goal.label, goal.statement = _label_and_rest(texts["goal"], goal.statement)
        if "statement" in texts and not goal.statement.text:
            goal.statement = texts["statement"]
        if goal.horizontal is None:
            goal.horizontal = said
        self._goal = None
        return goal

    def _lines(self, cell: Cell) -> Sequence[Line]:
        """The lines of a cell, with those that fell into rows below it."""
        return self._whole.get(id(cell), cell.lines)

    def _reigning(self, cell: Cell | None) -> _Goal | None:
        """The goal below whose heading a row of indicators stands."""
        if cell is None:
            return None
        before = [g for g in self._goals if g.place <= _place(cell)]
        return max(before, key=lambda g: g.place, default=None)

    # --- records ---------------------------------------------------------------------------------------------------

    def drafts(self) -> list[Draft]:
        stated = [g for g in self._goals if g.label.text or g.statement.text]
        return [self._draft(goal) for goal in sorted(stated, key=lambda g: g.place)]

    def _draft(self, goal: _Goal) -> Draft:
        read = goal.statement if goal.statement.text else goal.label
        return Draft(
            "goal",
            read.text,
            read.spans(),
            number=goal.number,
            title=goal.label.text or None,
            fields={"horizontal": self._is_horizontal(goal), "kpis": list(goal.kpis)},
            confidence=0.95 if goal.statement.text and goal.number else 0.7,
        )

    def _is_horizontal(self, goal: _Goal) -> bool:
        if goal.number and _pattern("horizontal_number").search(goal.number):
            return True
        if goal.horizontal is not None:
            return goal.horizontal
        others = any(_pattern("horizontal_number").search(g.number or "") for g in self._goals)
        return not others and bool(_pattern("horizontal").search(self._title))


def _cut_at_goals(block: Block) -> list[Block]:
    """A heading that was joined with the heading of a goal below it, as two."""
    cuts = [i for i, line in enumerate(block.lines) if i and goal_at_start(line_text(line))]
    if block.role not in (Role.HEADING, Role.TITLE) or not cuts:
        return [block]
    bounds = [0, *cuts, len(block.lines)]
    return [
        replace(block, lines=block.lines[a:b], box=hull(line.box for line in block.lines[a:b]))
        for a, b in pairwise(bounds)
    ]


def _key(number: str | None) -> str:
    return re.sub(r"\W", "", (number or "").casefold())


def _same(one: str, two: str) -> bool:
    return re.findall(r"\w+", one.casefold()) == re.findall(r"\w+", two.casefold())


def _place(cell: Cell) -> tuple[int, float]:
    return cell.parts[0].page, cell.parts[0].box.top


def _says_horizontal(text: str) -> bool | None:
    """Whether a heading or row says that goals are horizontal (True), one plan's own (False), or neither."""
    if _pattern("horizontal").search(text):
        return True
    return False if _pattern("own").search(text) else None


def _label_and_rest(text: LaidText, statement: LaidText) -> tuple[LaidText, LaidText]:
    """A goal's cell beside its number: label alone, or label and statement."""
    label, rest = label_and_statement(text)
    return label, statement if statement.text else rest


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
