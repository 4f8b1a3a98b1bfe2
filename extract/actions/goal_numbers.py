"""Numbers of goals: "CHSG 2", "Strategic goal 3", "SG.4", "Goal A", "Objective II", and which of them mean the same goal.

What may stand before a number is vocabulary (`operational_action_plan.toml`, `goals`).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from extract.profile import load_profile

_PROFILE = "operational_action_plan"
_DIGITS = r"\d{1,2}(?:\.\d{1,2})?(?![\d/])"
# Letters and Roman numerals count only behind a word, and where a label or nothing follows: "Goal A: …", not "goal a …".
_LETTERS = r"(?:[A-H]|[IVX]{1,4})(?=\s*(?:[:.)–—,;/&-]|$)|\s+(?:[A-Z]|and\b))"


@dataclass(frozen=True, slots=True)
class GoalNumber:
    """A goal's number where it stands in a text (end exclusive). `key` is the same for all spellings of it."""

    start: int
    end: int
    printed: str
    key: str
    is_horizontal: bool


def goal_numbers(text: str) -> Iterator[GoalNumber]:
    """All that a text names, in order; bare numbers behind one share its word ("SG 1, 3 and 4")."""
    last: GoalNumber | None = None
    for match in _any().finditer(text):
        if match["bare"]:
            joined = last is not None and re.fullmatch(
                r"\s*(?:[,;/&]|and|und|et|y|e)\s*", text[last.end : match.start()]
            )
            if last is None or not joined:
                continue
            word = last.printed[: -len(last.key.rpartition(" ")[2])]
            last = _number(match.start(), match.end(), word + match["bare"], match["bare"], last.is_horizontal)
        else:
            last = _of(match)
        yield last


def goal_number_at(text: str, start: int = 0) -> GoalNumber | None:
    """The goal's number that begins at a place of a text."""
    match = _one().match(text, start)
    return _of(match) if match else None


def goal_key(printed: str) -> str:
    """What all spellings of a goal's number have in common; the text itself where it is none.

    >>> goal_key("CHSG2"), goal_key("Common horizontal strategic goal 2"), goal_key("SG. 3"), goal_key("Goal 3")
    ('horizontal 2', 'horizontal 2', 'goal 3', 'goal 3')
    """
    found = goal_number_at(printed.strip())
    return found.key if found and found.end == len(printed.strip()) else " ".join(printed.split()).casefold()


def is_horizontal(printed: str) -> bool:
    found = goal_number_at(printed.strip())
    return found is not None and found.is_horizontal


def _of(match: re.Match[str]) -> GoalNumber:
    horizontal = match["horizontal_code"] or match["horizontal_word"]
    number = match["digits"] or match["letters"]
    return _number(match.start(), match.end(), _tidy(match.group()), number, bool(horizontal))


def _number(start: int, end: int, printed: str, number: str, horizontal: bool) -> GoalNumber:
    return GoalNumber(start, end, printed, f"{'horizontal' if horizontal else 'goal'} {number.upper()}", horizontal)


def _tidy(printed: str) -> str:
    """`CHSG1` is printed with a space; the words are as they stand."""
    return re.sub(r"(?<=[A-Za-z])\s*(?=\d)", " ", " ".join(printed.split()))


@cache
def _pattern() -> str:
    goals = load_profile(_PROFILE)["goals"]

    def words(table: str) -> str:
        found = {re.escape(word) for by in goals[table].values() for word in by}
        return "|".join(sorted(found, key=len, reverse=True)).replace(r"\ ", r"\s+")

    codes, horizontal = "|".join(goals["codes"]), "|".join(goals["horizontal_codes"])
    between = r"(?:\s?\(?(?:No\.?|Nr\.?|N°|n°|#)\s?|[.-]\s?|\s)?"
    return (
        rf"(?:(?P<horizontal_code>\b(?:{horizontal}))|(?P<code>\b(?:{codes}))"
        rf"|(?P<horizontal_word>(?i:\b(?:{words('horizontal_words')})))(?:\s*\((?:{horizontal})\))?"
        rf"|(?P<word>(?i:\b(?:{words('words')})))(?:\s*\((?:{codes})\))?)"
        rf"{between}(?:(?P<digits>{_DIGITS})|(?<=\s)(?P<letters>{_LETTERS}))"
    )


@cache
def _one() -> re.Pattern[str]:
    return re.compile(_pattern())


@cache
def _any() -> re.Pattern[str]:
    return re.compile(_pattern() + r"|(?<=[\s,;/(&])(?P<bare>\d{1,2})(?=[\s,;/)&.]|$)")
