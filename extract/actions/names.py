"""What a plan's vocabulary says: which field a label names, how actions and goals are numbered."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from extract.actions.goal_numbers import goal_numbers
from extract.laid import LaidText
from extract.profile import Names, load_profile, names_of, plain

PROFILE = "operational_action_plan"
LONGEST_LABEL = 60  # letters; a longer text is no label
_LEAD = 90  # letters at the beginning of a text, among which its goal's number stands
_LEADS_TO_GOAL = re.compile(r"(?:\(?(?:\d{1,2}|[IVX]{1,4}|[a-zA-Z])[.)]\s+)?(?:[^\W\d_][\w-]*\s+){0,2}")


@cache
def fields() -> Names:
    return names_of(load_profile(PROFILE)["fields"])


@cache
def pattern(name: str) -> re.Pattern[str]:
    return re.compile(load_profile(PROFILE)["patterns"][name])


@dataclass(frozen=True, slots=True)
class Labels:
    """The labels of one document: those that the profile knows, and those that were learnt from their values."""

    learned: Mapping[str, str] = field(default_factory=dict)

    def field(self, printed: str) -> str | None:
        """The field that a label names as a whole; what only begins like a label is none."""
        known = label_field(printed)
        return known if known is not None else self.learned.get(label_key(printed))


def label_key(printed: str) -> str:
    """A label as it is compared."""
    return plain(printed.strip(" :.–—-"))


def label_field(printed: str) -> str | None:
    """The field that a label names as a whole; what only begins like a label is none."""
    tidy = printed.strip(" :.–—-")
    return fields().exact(tidy) if 0 < len(tidy) <= LONGEST_LABEL else None


def goal_at_start(text: str) -> tuple[str, int] | None:
    """The goal with whose number a text begins, and where the number ends: "SG 2 – …", "1. Goal SG 2: …", "Ziel SG 1: …"."""
    if pattern("action_number").match(text):
        return None
    found = next(goal_numbers(text[:_LEAD]), None)
    if found is None or not _LEADS_TO_GOAL.fullmatch(text[: found.start]) or not _ends(text, found.end):
        return None
    return found.printed, found.end


def action_at_start(text: str) -> tuple[str, int] | None:
    """The number of an action with which a text begins, as printed, and where it ends."""
    match = pattern("action_number").match(text)
    return (match.group(), match.end()) if match and _ends(text, match.end()) else None


def _ends(text: str, end: int) -> bool:
    """Whether a number ends here: "OA 1.1" does not end within "OA 1.12"."""
    return end >= len(text) or not (text[end].isalnum() or (text[end] == "." and text[end + 1 : end + 2].isdigit()))


def goals_named(text: str) -> list[str]:
    """Goals by number, in order; "SG 1, 3 and CHSG 2" names three."""
    return list(dict.fromkeys(found.printed for found in goal_numbers(text)))


def number_and_goals(text: LaidText | None) -> tuple[str | None, list[str]]:
    """The number of an action, and goals named in it or beside it: "OA 3.4 (also CHSG 1)", "SG 2 / OA 2.1"."""
    if text is None or not text.text:
        return None, []
    match = pattern("action_number").search(text.text)
    number = match.group() if match else (text.text if len(text.text) <= 16 else None)
    rest = text.text[match.end() :] if match else ""
    return number, goals_named(f"{number or ''} {rest}")
