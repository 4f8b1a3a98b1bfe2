"""What the figures below a heading belong to: a crime area, action days, or the programme; and for which time."""

import re
from dataclasses import dataclass
from functools import cache

from extract.periods import Period, is_cycle, periods
from extract.profile import load_profile

PROGRAMME = "EMPACT"

_ENUMERATOR = re.compile(r"^\(?(?:\d{1,2}(?:\.\d{1,2})*|[A-Z]|[IVX]{1,5})[.)]?(?:\s+[-–—:]?\s*|\s*[-–—:]\s*)(?=\S)")
_MOST_WORDS = 12
_OWN_NAME = re.compile(
    r"\b(?i:(?:joint )?action (?:days?|weeks?))(?:(?: (?:on|against|in|for|of))?(?: (?:the )?[A-ZÀ-Ý][\w-]*){1,4}"
    r"| (?:on|against|in|for|of)(?: [\w-]+){1,4})?"
    r"|\b[Oo]peration(?: [A-ZÀ-Ý][\w-]*){1,3}"
)


@dataclass(frozen=True, slots=True)
class Scope:
    """The name of a part, as printed; None where a heading names no part of its own. `is_days`: action days."""

    name: str | None
    is_days: bool = False
    period: Period | None = None


@cache
def _patterns(section: str, key: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in load_profile("results")[section][key])


def is_action_days(text: str) -> bool:
    return any(
        pattern.search(text)
        if "[A-Z]" not in pattern.pattern
        else re.search(pattern.pattern, text[:1].lower() + text[1:])
        for pattern in _patterns("headings", "action_days")
    )


def is_note(text: str) -> bool:
    """Whether a heading or paragraph explains the figures and reports none: methods, sources, imprint."""
    return any(pattern.search(text) for pattern in _patterns("headings", "notes"))


def scope_of(heading: str) -> Scope:
    """What a heading says its figures belong to.

    >>> scope_of("2.1 Firearms").name, scope_of("Key results").name
    ('Firearms', None)
    """
    tidy = " ".join(heading.split()).strip(" :*†")
    period = next((p for p in periods(tidy) if not is_cycle(p.text)), None)
    name = _ENUMERATOR.sub("", _without_period(tidy, period)).strip(" :,;–—-*†")
    if is_action_days(name):
        return Scope(name, True, period)
    is_programme = not name or any(pattern.search(name) for pattern in _patterns("headings", "programme"))
    if is_programme or is_note(name) or len(name.split()) > _MOST_WORDS or name.endswith((".", "?", "!")):
        return Scope(None, period=period)
    return Scope(name, period=period)


def _without_period(text: str, period: Period | None) -> str:
    """A heading without a date that is put behind its name in brackets or behind a comma or dash."""
    if period is None:
        return text
    behind = re.sub(r"\s*[(\[,–—:-]\s*$", "", text[: period.start])
    cut = behind != text[: period.start].rstrip() and behind
    return (behind + text[period.end :].lstrip(")]")).strip() if cut else text


def scope_of_title(title: str) -> Scope:
    """A paper's own scope: the action days that its title is about, else the programme."""
    if re.search(r"\bEMPACT\b(?! joint action)", title) or not is_action_days(title):
        return Scope(PROGRAMME)
    match = _OWN_NAME.search(title)
    name = match.group().strip() if match else title
    return Scope(re.split(r"\s*[:–—,]\s*|\s+(?:19|20)\d\d", name)[0].strip(), True)
