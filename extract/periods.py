"""Dates, years and spans of time in running text, as they are printed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from extract.profile import load_profile

Grain = Literal["days", "months", "years"]

_DIGIT = re.compile(r"\d")
_YEAR = r"(?:19|20)\d\d"
_TO = r"\s*(?:[-–—/]|\b(?:to|until|till|and|through|bis|und|au|et|al|y|a|ao|e)\b)\s*"


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of text that names a time (end exclusive), and how fine it is."""

    start: int
    end: int
    text: str
    grain: Grain


@cache
def _months() -> str:
    """An alternation of the names of months in all languages, whole or cut to three or four letters."""
    names = {name for listed in load_profile("cover")["months"].values() for name in listed}
    short = {name[:length] + r"\." for name in names for length in (3, 4) if len(name) > length}
    return "|".join([*sorted(map(re.escape, names), key=len, reverse=True), *sorted(short)])


@cache
def _patterns() -> tuple[tuple[Grain, re.Pattern[str]], ...]:
    month = rf"(?:{_months()}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
    day = r"\d{1,2}(?:st|nd|rd|th|er|º|\.)?"
    of = r"(?:\s(?:of|de|di))?"
    year = rf"(?:,?\s(?:of\s|de\s|del\s)?{_YEAR})"
    forms: tuple[tuple[Grain, str], ...] = (
        ("days", rf"{day}{of}\s{month}{year}?{_TO}{day}{of}\s{month}{year}?"),
        ("days", rf"{day}{_TO}{day}{of}\s{month}{year}?"),
        ("days", rf"{day}{of}\s{month}{year}?"),
        ("days", rf"{month}\s{day}(?:{_TO}{day})?,?\s{_YEAR}"),
        ("days", r"\d{1,2}[./]\d{1,2}[./](?:\d{4}|\d{2})(?:\s*[-–]\s*\d{1,2}[./]\d{1,2}[./](?:\d{4}|\d{2}))?"),
        ("days", r"(?:19|20)\d\d-\d\d-\d\d"),
        ("months", rf"{month}(?:\s{_YEAR})?{_TO}{month}\s{_YEAR}"),
        ("months", rf"{month}\s{_YEAR}"),
        ("months", rf"(?:Q[1-4]|T[1-4]|[1-4](?:st|nd|rd|th) quarter(?: of)?)[\s/]{_YEAR}"),
        ("years", rf"(?<![\d/.,]){_YEAR}{_TO}(?:{_YEAR}|\d\d)(?![\d/]|[.,]\d)"),
        ("years", rf"(?<![\d/.,]){_YEAR}(?![\d/%€]|[.,]\d| ?%| \d{{3}}\b)"),
    )
    return tuple((grain, re.compile(rf"(?<!\w){form}(?!\w)", re.IGNORECASE)) for grain, form in forms)


def periods(text: str) -> tuple[Period, ...]:
    """All times in a text, the longest at each place, in order.

    >>> [(p.text, p.grain) for p in periods("From 3 to 9 June 2048, and in 2047")]
    [('3 to 9 June 2048', 'days'), ('2047', 'years')]
    """
    found: list[Period] = []
    if not _DIGIT.search(text):
        return ()  # every form has one
    for grain, pattern in _patterns():
        for match in pattern.finditer(text):
            if not any(match.start() < other.end and other.start < match.end() for other in found):
                start = match.start() - _between(text[: match.start()], match.group())
                found.append(Period(start, match.end(), text[start : match.end()], grain))
    return tuple(sorted(found, key=lambda period: period.start))


def _between(before: str, named: str) -> int:
    """How many letters "between " takes before two dates that "and" joins."""
    match = re.search(r"\b(?:between|zwischen|entre|tra)\s$", before, re.IGNORECASE)
    return len(match.group()) if match and re.search(r"\s(?:and|und|et|y|e)\s", named) else 0


def is_span(period: Period) -> bool:
    """Whether a period is told by its two ends."""
    return bool(re.search(r"[-–—]|\b(?:to|until|and|bis|au|al|ao|a)\b", period.text))


@cache
def _before(key: str) -> re.Pattern[str]:
    """What stands directly before a time, by the key of the profile's section on times."""
    words = "|".join(load_profile("results")["times"][key])
    return re.compile(rf"\b(?:{words})(?:\s+(?:the|mid-?|late|early|years|period))*\W*$", re.IGNORECASE)


def reported(text: str) -> Iterator[Period]:
    """Times for which a text reports something: not those of a cycle, of a deadline, of a document, or of a comparison."""
    for period in periods(text):
        before = text[: period.start]
        if _before("cycle").search(before) or _before("none").search(before):
            continue
        during = _before("during").search(before) or re.match(r"[^\W\d]+\s", period.text)
        if period.grain == "years" and is_cycle(period.text) and not during:
            continue
        yield period


def is_cycle(text: str) -> bool:
    """Whether a span of years takes four of them."""
    years = [int(year) for year in re.findall(r"\d{4}", text)]
    if len(years) == 1:
        short = re.search(r"(?<=[-–—/])\s*(\d\d)$", text)
        if short is None:
            return False
        years.append(years[0] // 100 * 100 + int(short.group(1)))
    return len(years) == 2 and years[1] - years[0] == 3
