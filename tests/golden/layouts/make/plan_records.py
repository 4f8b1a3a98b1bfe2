"""Gold of action plans from measured texts.

A goal's statement is inked as ``g1`` (or its label as ``g1/label``), an action's description as ``o1_2``, and its
other cells as ``o1_2/title`` and so on, so that every page that a row or a form reaches is known.
"""

import re
from collections.abc import Iterator, Sequence

from corpus.sample.make.gold import GoldDocument
from corpus.sample.make.plans import moment, parties
from tests.golden.layouts.make.inks import Ink, Inks, Measured, Text, plain
from tests.golden.layouts.make.papers import Cover
from tests.golden.layouts.make.plan_texts import Action, Goal, Plan
from tests.golden.layouts.make.records import bare_pages, council_document, keys_of


def revised(inks: Inks, key: str, text: str) -> Text:
    """A text with words struck out, which stand on the page but are no part of it any more: they are not inked.

    What is left is inked piece by piece as ``key``, ``key.1`` and so on.
    """
    found: list[Ink | str] = []
    for at, piece in enumerate(re.split(r"~~([^~]*)~~", text)):
        if at % 2:
            found.append(f"~~{piece}~~")
        elif piece.strip():
            number = sum(isinstance(one, Ink) for one in found)
            found.append(inks(key if number == 0 else f"{key}.{number}", piece))
        else:
            found.append(piece)
    return tuple(found)


def joined(inks: Sequence[Ink], mark: str = "; ") -> tuple[Ink | str, ...]:
    """Several texts in a line, parted by a mark."""
    found: list[Ink | str] = []
    for ink in inks:
        found += [mark, ink] if found else [ink]
    return tuple(found)


class Row:
    """An action that is being set: its cells, inked as they are asked for."""

    def __init__(self, inks: Inks, key: str, action: Action) -> None:
        self._inks, self.key, self.action = inks, key, action

    @property
    def text(self) -> Ink:
        return self._inks(self.key, self.action.text)

    @property
    def title(self) -> Ink:
        return self.cell("title", self.action.title)

    @property
    def number(self) -> Ink:
        return self.cell("number", self.action.number)

    def cell(self, name: str, text: str) -> Ink:
        """Any other cell."""
        return self._inks(f"{self.key}/{name}", text)

    def kpis(self) -> list[Ink]:
        return [self.cell(f"kpi{at}", item.name) for at, item in enumerate(self.action.kpis)]

    @property
    def leader(self) -> Ink:
        return self.cell("leader", self.action.leader)

    @property
    def co_leaders(self) -> Ink:
        return self.cell("co_leaders", self.action.co_leaders)

    @property
    def participants(self) -> Ink:
        return self.cell("participants", self.action.participants)

    @property
    def start(self) -> Ink:
        return self.cell("start", self.action.start)

    @property
    def end(self) -> Ink:
        return self.cell("end", self.action.end)


class Heading:
    """A goal that is being set."""

    def __init__(self, inks: Inks, key: str, goal: Goal) -> None:
        self._inks, self.key, self.goal = inks, key, goal

    @property
    def statement(self) -> Ink:
        return self._inks(self.key, self.goal.statement)

    @property
    def label(self) -> Ink:
        return self._inks(f"{self.key}/label", self.goal.label)


def keyed_plan(plan: Plan) -> Iterator[tuple[str, Goal, tuple[tuple[str, Action], ...]]]:
    for place, (goal, actions) in enumerate(plan, 1):
        yield f"g{place}", goal, tuple((f"o{place}_{at}", action) for at, action in enumerate(actions, 1))


def laid(inks: Inks, plan: Plan) -> Iterator[tuple[Heading, list[Row]]]:
    """Goals and actions to be set, with the keys by which ``add_plan`` finds them."""
    for key, goal, actions in keyed_plan(plan):
        yield Heading(inks, key, goal), [Row(inks, row, action) for row, action in actions]


def add_plan(
    gold: GoldDocument,
    measured: Measured,
    plan: Plan,
    label: str,
    *,
    with_funding: bool = False,
    with_status: bool = False,
    with_kpis: bool = True,
) -> None:
    """Goals and actions. Fields that the layout has no place for are left out, lists are empty."""
    for key, goal, actions in keyed_plan(plan):
        stated = key in measured.texts
        gold.add(
            key,
            "goal",
            plain(goal.statement) if stated else goal.label,
            measured.spans(keys_of(measured, key) if stated else f"{key}/label"),
            number=goal.number,
            title=goal.label,
            horizontal=goal.horizontal,
        )
        for row, action in actions:
            cells = [known for known in measured.texts if known == row or known.startswith((f"{row}.", f"{row}/"))]
            own = keys_of(measured, row) or [f"{row}/title"]
            extra: dict[str, object] = {}
            if with_funding:
                extra["funding"] = action.funding
            if with_status or action.status == "withdrawn":
                extra["status"] = action.status
            gold.add(
                row,
                "action",
                measured.text(own),
                bare_pages(measured.spans(own), measured.pages(cells)),
                number=action.number,
                title=action.title,
                parent=key,
                leader=list(parties(action.leader)),
                co_leaders=list(parties(action.co_leaders)),
                participants=list(parties(action.participants)),
                start=moment(action.start),
                end=moment(action.end, end=True),
                goals=list(action.goals),
                kpis=[item.name for item in action.kpis] if with_kpis else [],
                plan=label,
                **extra,
            )


def write_plan(
    measured: Measured,
    plan: Plan,
    cover: Cover,
    date: str,
    cycle: str,
    *,
    document: dict[str, object] | None = None,
    **more: bool,
) -> None:
    """The gold of a plan in a Council paper."""
    gold = GoldDocument(
        measured.pdf,
        **{
            **council_document(
                cover.number,
                cover.subject,
                date,
                kind="operational_action_plan",
                cycle=cycle,
                marking=cover.marking,
                subject_codes=list(cover.codes),
            ),
            **(document or {}),
        },
    )
    add_plan(gold, measured, plan, cover.label, **more)
    gold.write()
