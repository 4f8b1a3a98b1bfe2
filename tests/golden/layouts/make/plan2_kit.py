"""Plans whose goals are printed with other numbers than those of the sample: "SG.3", "Strategic Goal 2"."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from tests.golden.layouts.make.plan_texts import Goal, Plan


@dataclass(frozen=True, slots=True)
class NamedGoal(Goal):
    """A goal that all plans share though its number does not begin with CHSG."""

    shared: bool = False

    @property
    def horizontal(self) -> bool:
        return self.shared


def restyled(plan: Plan, numbers: Mapping[str, str]) -> Plan:
    """The plan with other numbers of goals, in its headings and in the lists of its actions.

    Args:
        numbers: the number printed for each number of the plan; one that is not named stays as it is.
    """
    found = []
    for goal, actions in plan:
        named = NamedGoal(numbers.get(goal.number, goal.number), goal.label, goal.statement, goal.horizontal)
        ours = tuple(replace(one, goals=tuple(numbers.get(number, number) for number in one.goals)) for one in actions)
        found.append((named, ours))
    return tuple(found)
