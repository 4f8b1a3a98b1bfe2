"""Goals while they are read: known by their numbers, wherever they stand."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from extract.actions.goals import label_and_statement
from extract.drafts import Draft
from extract.goals.numbering import is_horizontal_number, number_key, pattern
from extract.laid import LaidText

NOTHING = LaidText("", ())
Place = tuple[int, float]  # page, and height on it


@dataclass(slots=True)
class Goal:
    """One goal. `place` is where its heading stands; `horizontal` what its section or a label says of it."""

    number: str | None
    label: LaidText = NOTHING
    statement: LaidText = NOTHING
    kpis: list[str] = field(default_factory=list)
    horizontal: bool | None = None
    place: Place = (0, 0.0)

    def add_kpis(self, names: Iterable[str]) -> None:
        have = {name.casefold() for name in self.kpis}
        self.kpis += [name for name in names if name.casefold() not in have]


class Goals:
    """The goals of one plan: text and tables of one number make one goal."""

    def __init__(self, title: str) -> None:
        self._title = title
        self._goals: list[Goal] = []

    def __iter__(self) -> Iterator[Goal]:
        return iter(self._goals)

    def __bool__(self) -> bool:
        return bool(self._goals)

    def begin(self, number: str | None, rest: LaidText, place: Place, *, horizontal: bool | None = None) -> Goal:
        """The goal of a number, with what follows the number: its label, its statement, or both. One that is known already
        is that one."""
        label, statement = label_or_statement(rest)
        goal = self.known(number)
        if goal is None or _differ(goal.label.text, label.text):  # numbers may begin anew with each priority
            goal = Goal(number, place=place, horizontal=horizontal)
            self._goals.append(goal)
        goal.place = place
        if not goal.label.text:
            goal.label = label
        if not goal.statement.text and statement.text:
            goal.statement = statement
        return goal

    def known(self, number: str | None) -> Goal | None:
        key = number_key(number)
        return next((g for g in reversed(self._goals) if key and number_key(g.number) == key), None)

    def labelled(self, label: LaidText, statement: LaidText, place: Place) -> Goal:
        """A goal without a number, by its label."""
        goal = next((g for g in self._goals if label.text and _same(g.label.text, label.text)), None)
        if goal is None:
            goal = Goal(None, label, statement, place=place)
            self._goals.append(goal)
        return goal

    def add(self, goals: Iterable[Goal]) -> None:
        self._goals += goals

    def above(self, place: Place) -> Goal | None:
        """The goal below whose heading a place lies."""
        before = [g for g in self._goals if g.place <= place]
        return max(before, key=lambda g: g.place, default=None)

    def drafts(self) -> list[Draft]:
        stated = [g for g in self._goals if g.label.text or g.statement.text]
        return [self._draft(goal) for goal in sorted(stated, key=lambda g: g.place)]

    def _draft(self, goal: Goal) -> Draft:
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

    def _is_horizontal(self, goal: Goal) -> bool:
        if is_horizontal_number(goal.number):
            return True
        if goal.horizontal is not None:
            return goal.horizontal
        others = any(is_horizontal_number(g.number) for g in self._goals)
        return not others and bool(pattern("horizontal").search(self._title))


def label_or_statement(text: LaidText) -> tuple[LaidText, LaidText]:
    """A goal's label and statement; a single sentence is its statement: "To cut the supply of boats."""
    if not text.text:
        return NOTHING, NOTHING
    styles = {(placed.word.font.bold, placed.word.font.italic) for placed in text.words}
    if len(styles) == 1 and _is_sentence(text.text):
        return NOTHING, text
    return label_and_statement(text)


def _is_sentence(text: str) -> bool:
    """Whether a text is one statement: "To …" up to its end, without a sign that would set a label apart."""
    is_one = not re.search(r"\s[–—-]\s|:\s|[.!?]\s+[A-Z]", text)
    return is_one and bool(pattern("infinitive").match(text)) and len(text.split()) >= 5


def _differ(one: str, two: str) -> bool:
    """Whether two labels have hardly a word in common."""
    a, b = (set(re.findall(r"\w+", text.casefold())) for text in (one, two))
    return bool(a and b) and len(a & b) < 0.5 * min(len(a), len(b))


def _same(one: str, two: str) -> bool:
    return re.findall(r"\w+", one.casefold()) == re.findall(r"\w+", two.casefold())
