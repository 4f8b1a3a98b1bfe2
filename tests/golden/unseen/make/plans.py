"""What both plans hold: an action with the cells as they are printed and what they mean."""

import re
from dataclasses import dataclass, field

from corpus.sample.make.gold import GoldDocument, Span

MEMBER_STATES = tuple(re.findall("..", "ATBEBGHRCYCZDKEEFIFRDEELHUIEITLVLTLUMTNLPLPTROSKSIESSE"))


def all_but(*codes: str) -> list[str]:
    """The Member States, all or without some."""
    return [code for code in MEMBER_STATES if code not in codes]


@dataclass(frozen=True)
class Goal:
    """A strategic goal; ``indicators`` where the plan states some."""

    number: str
    title: str
    text: str
    indicators: list[str] = field(default_factory=list)

    @property
    def id(self) -> str:
        return "g" + self.number.split()[-1].lower()


@dataclass(frozen=True)
class Action:
    """One operational action; ``period``, ``partners`` and ``yardsticks`` are as printed, the rest is their meaning."""

    number: str
    title: str
    text: str
    lead: list[str]
    deputies: list[str]
    partners: str
    participants: list[str]
    period: tuple[str, ...]
    start: str
    end: str
    yardsticks: list[str]
    also: list[str] = field(default_factory=list)
    status: str | None = None
    funding: str | None = None
    notes: str | None = None

    @property
    def id(self) -> str:
        return "o" + self.number.removeprefix("OA ").replace(".", "_").lower()

    @property
    def kpis(self) -> list[str]:
        """The indicators' names: what a yardstick says of baseline and target in brackets is left out."""
        return [yardstick.split(" (")[0] for yardstick in self.yardsticks]


def add_goal(gold: GoldDocument, goal: Goal, spans: list[Span]) -> str:
    """Add a goal; one whose number begins with CHSG is horizontal."""
    extra = {"kpis": goal.indicators} if goal.indicators else {}
    return gold.add(
        goal.id,
        "goal",
        goal.text,
        spans,
        number=goal.number,
        title=goal.title,
        horizontal=goal.number.startswith("CHSG"),
        **extra,
    )


def add_action(gold: GoldDocument, action: Action, goal: Goal, words: str, spans: list[Span], plan: str) -> str:
    """Add an action with what its cells mean; status and funding only where the plan has a place for them."""
    extra = {key: value for key, value in (("status", action.status), ("funding", action.funding)) if value is not None}
    return gold.add(
        action.id,
        "action",
        words,
        spans,
        number=action.number,
        title=action.title,
        parent=goal.id,
        leader=action.lead,
        co_leaders=action.deputies,
        participants=action.participants,
        start=action.start,
        end=action.end,
        goals=[goal.number, *action.also],
        kpis=action.kpis,
        plan=plan,
        **extra,
    )
