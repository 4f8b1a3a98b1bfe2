"""What the figures below a heading belong to: a crime area, action days, or the programme; and for which time."""

import re
from dataclasses import dataclass
from functools import cache

from corpus.lexicon import Lexicon
from extract.periods import Period, is_cycle, periods
from extract.profile import load_profile

PROGRAMME = "EMPACT"

_ENUMERATOR = re.compile(r"^\(?(?:\d{1,2}(?:\.\d{1,2})*|[A-Z]|[IVX]{1,5})[.)]?(?:\s+[-–—:]?\s*|\s*[-–—:]\s*)(?=\S)")
_MOST_WORDS = 12


@dataclass(frozen=True, slots=True)
class Scope:
    """The name of a part, as printed; None where a heading names no part of its own. `is_days`: action days."""

    name: str | None
    is_days: bool = False
    period: Period | None = None


@cache
def _patterns(section: str, key: str, *, flags: int = re.IGNORECASE) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern, flags) for pattern in load_profile("results")[section][key])


def _says(section: str, key: str, text: str) -> bool:
    return any(pattern.search(text) for pattern in _patterns(section, key))


def is_action_days(text: str) -> bool:
    """Whether a heading or title names action days or an operation."""
    named = _patterns("headings", "operations", flags=0)
    return _says("headings", "action_days", text) or any(pattern.search(text) for pattern in named)


def is_note(text: str) -> bool:
    """Whether a heading or paragraph explains the figures and reports none: methods, sources, imprint."""
    return _says("headings", "notes", text)


def is_total(label: str) -> bool:
    """Whether the label of a row says that it adds up the others."""
    return _says("sums", "total_rows", label)


def says_results(title: str) -> bool:
    """Whether a title says that it reports results."""
    return _says("headings", "results", title)


def scope_of(heading: str) -> Scope:
    """What a heading says its figures belong to.

    >>> scope_of("2.1 Firearms").name, scope_of("Key results").name
    ('Firearms', None)
    """
    tidy = " ".join(heading.split()).strip(" :*†")
    period = next((p for p in periods(tidy) if not is_cycle(p.text)), None)
    if period is not None and len(tidy) - len(period.text) <= 6:
        return Scope(None, period=period)
    name = _ENUMERATOR.sub("", _without_period(tidy, period)).strip(" :,;–—-*†")
    if is_action_days(name):
        return Scope(name, True, period)
    is_programme = not name or _says("headings", "programme", name)
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
    """A paper's own scope: the action days that its title is about, else the programme.

    >>> scope_of_title("EMPACT joint action days Ember: 1 026 arrests in June 2048").name
    'joint action days Ember'
    """
    without_days = re.sub(r"\bEMPACT[\s-]+(?=(?i:joint action|action days|action weeks|aktionstage))", "", title)
    if re.search(r"\bEMPACT\b", without_days) or not is_action_days(title):
        return Scope(PROGRAMME)
    match = _own_name().search(title)
    name = match.group().strip() if match else title
    return Scope(re.split(r"\s*[:–—,]\s+|\s+(?:in )?(?:19|20)\d\d", name)[0].strip(), True)


def action_days_in(text: str) -> Scope:
    """The action days or operation that a text names, with their time; a scope without name where it names none."""
    match = _own_name().search(text)
    return Scope(match.group().strip(" ,;"), True) if match and not is_unnamed(match.group()) else Scope(None)


def is_unnamed(scope: str) -> bool:
    """Whether a scope is action days in general, not some of their own name."""
    days = "|".join(load_profile("results")["headings"]["days"])
    return re.fullmatch(days, scope, re.IGNORECASE) is not None


@cache
def _own_name() -> re.Pattern[str]:
    """The name of action days or of an operation within a title: what is in quotes or capitals behind the noun, or what
    they were against."""
    days = "|".join(load_profile("results")["headings"]["days"])
    against = r"(?: (?:[Oo]n|[Aa]gainst|[Ff]or|[Oo]f|in|gegen|contre|contra|contro))"
    quoted = r" [“„«\"‘][^”“»\"’]{2,40}[”“»\"’]"
    capitals = rf"{against}?(?: (?:the )?[A-ZÀ-Ý][\w-]*){{1,4}}(?: \d{{1,2}}\b)?"
    return re.compile(
        rf"\b(?i:{days})(?:{quoted}|{capitals}|{against}(?: [\w-]+){{1,4}})?"
        r"|\b[Oo]peration(?: [“„«\"‘]?[A-ZÀ-Ý][\w-]*[”“»\"’]?){1,3}"
    )


def names_area(text: str, lexicon: Lexicon) -> bool:
    """Whether a heading names a crime area that the word lists know."""
    folded = " ".join(re.findall(r"\w+", text.casefold()))
    return any(
        " ".join(re.findall(r"\w+", label.casefold())) in folded
        for area in lexicon.areas
        for label in (*area.labels, *area.words)
    )
