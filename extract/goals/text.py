"""Goals in running text: a heading or bold lead with a number, what follows is the statement, unless a label says otherwise.

Where no goal has a number that says that it is one, those are goals that a list below a heading on goals holds.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from corpus.geometry import hull
from corpus.pages import Block, Role
from extract.content import Content
from extract.goals.goal import NOTHING, Goal, Goals, label_or_statement
from extract.goals.indicators import indicator_names, indicators_told
from extract.goals.numbering import goal_at_start, pattern, says_horizontal
from extract.labelled import Labelled, labelled
from extract.laid import LaidText, concatenated
from extract.lines import line_text
from extract.profile import Names
from extract.sentences import sentences

BODY = (Role.PARAGRAPH, Role.LIST_ITEM, Role.HEADING, Role.TITLE, Role.CALLOUT)
_LONGEST_LABEL = 160  # letters
_LEAST_WORDS = 6  # of a goal that a list holds
_ITEM = re.compile(
    r"(?:\(?(?P<number>\d{1,2}(?:\.\d{1,2}){0,2}|[a-z]|[ivx]{1,4}|[A-H])[.)]|(?P<plain>\d{1,2}(?:\.\d{1,2})+))\s+"
)
_BULLET = re.compile(r"[•▪●○◦‣➢■□*–—-]\s+")


class TextReader:
    """Reads blocks in order; the goal that reigns is the last one whose heading stands before."""

    def __init__(self, content: Content, goals: Goals, names: Names) -> None:
        self._content = content
        self._goals = goals
        self._names = names
        self.goal: Goal | None = None
        self._field: str | None = None  # of the label that reigns below the goal
        self._horizontal: bool | None = None  # what the section says of its goals
        self._section: str | None = None  # the number of the open section on goals; "" where it has none
        self._listed: list[Goal] = []  # below headings on goals, without a number that says so

    def read(self, blocks: Sequence[Block]) -> None:
        """Read blocks between two tables."""
        cut = [part for block in blocks for part in _cut_at_goals(block)]
        for piece in labelled(cut, self._content, self._names):
            self._take(piece)

    def close(self) -> None:
        """Nothing more is read: where no goal is numbered as one, the listed ones are the plan's."""
        if not self._goals:
            self._goals.add(self._listed)

    def take_labelled(self, goal: Goal | None, piece: Labelled) -> None:
        """What a label says of a goal."""
        if goal is None:
            return
        if goal is self.goal:
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
            goal.horizontal = says_horizontal(piece.text.text)

    def _take(self, piece: Labelled) -> None:
        if piece.field is not None and not self._heads(piece):
            self.take_labelled(self.goal, piece)
            return
        if piece.field is not None:
            self._open_section(piece.label)
            return
        text = piece.text.text
        found = goal_at_start(text)
        is_head = found is not None and (piece.stands_out or _begins_bold(piece.text, found[1]))
        if found is not None and (is_head or len(text) <= found[1] + 3):
            rest = piece.text.sliced(found[1], len(text))
            self.goal = self._goals.begin(found[0], rest, (piece.page, piece.top), horizontal=self._horizontal)
            self._field = None
        elif self._take_listed(piece):
            pass
        elif piece.stands_out:
            self._take_heading(piece)
        elif self.goal is not None:
            self._take_text(self.goal, piece)

    def _take_text(self, goal: Goal, piece: Labelled) -> None:
        """A paragraph below a goal: its statement, its indicators, or reasons in which some are told."""
        if self._field == "kpis":
            goal.add_kpis(indicator_names(piece.text))
        elif self._field in (None, "statement") and not goal.statement.text:
            goal.statement = before_indicators(piece.text)
            goal.add_kpis(indicators_told(piece.text.text[len(goal.statement.text) :]))
            self._field = None
        elif self._field == "statement" and piece.is_item:
            goal.statement = concatenated([goal.statement, piece.text])
        else:
            goal.add_kpis(indicators_told(piece.text.text))

    def _take_heading(self, piece: Labelled) -> None:
        """A heading: the label of a goal whose number stands alone above it, or the end of the goal."""
        goal, text = self.goal, piece.text.text
        waits = goal is not None and not goal.label.text and not goal.statement.text and self._field is None
        if goal is not None and waits and len(text) <= _LONGEST_LABEL:
            goal.label = piece.text
            return
        said = says_horizontal(text)
        is_section = bool(re.match(r"(?:\d{1,2}|[A-Z]|[IVX]{1,4})[.)]\s", text)) or text.isupper()
        self._horizontal = said if said is not None else (None if is_section else self._horizontal)
        self._open_section(text)

    def _heads(self, piece: Labelled) -> bool:
        """Whether a label that stands alone is the heading of the goals: "Strategic goals"."""
        is_free = self.goal is None or self._section is not None
        return is_free and bool(piece.label) and bool(pattern("goals_heading").search(piece.label))

    def _open_section(self, heading: str) -> None:
        item = _ITEM.match(heading)
        heads_goals = bool(pattern("goals_heading").search(heading))
        self._section = (item["number"] or item["plain"] if item else "") if heads_goals else None
        self.goal = self._field = None

    # --- lists -----------------------------------------------------------------------------------------------------

    def _take_listed(self, piece: Labelled) -> bool:
        """Whether a piece begins a goal that its place alone tells: an item of a list below a heading on goals."""
        if self._section is None:
            return False
        text = piece.text.text
        item, bullet = _ITEM.match(text), _BULLET.match(text)
        number = (item["number"] or item["plain"]) if item else None
        if piece.stands_out and not self._is_below(number):
            return False
        if item is None and (bullet is None or not pattern("infinitive").match(text[bullet.end() :])):
            return False
        rest = piece.text.sliced((item or bullet).end(), len(text))  # type: ignore[union-attr]
        if not piece.stands_out and len(rest.text.split()) < _LEAST_WORDS:
            return False
        label, statement = label_or_statement(rest)
        if not piece.stands_out and not statement.text and not _begins_bold(rest, 1):
            label, statement = NOTHING, label
        goal = Goal(number, label, statement, horizontal=self._horizontal, place=(piece.page, piece.top))
        self._listed.append(goal)
        self.goal, self._field = goal, None
        return True

    def _is_below(self, number: str | None) -> bool:
        """Whether a numbered heading stands below the open section: 3.1 below 3."""
        if number is None or self._section is None:
            return False
        return number.startswith(f"{self._section}.") if self._section else True


def before_indicators(text: LaidText) -> LaidText:
    """A statement without the sentences at its end that tell how it is measured."""
    for start, end in sentences(text.text):
        if start and indicators_told(text.text[start:end]):
            return text.sliced(0, start)
    return text


def _begins_bold(text: LaidText, length: int) -> bool:
    words = [p.word for p in text.words if p.start < length]
    return bool(words) and all(word.font.bold for word in words)


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
