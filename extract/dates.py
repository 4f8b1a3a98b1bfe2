"""Dates and periods as plans and covers print them, to ISO."""

import re
from calendar import monthrange
from functools import cache

from extract.profile import load_profile

_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th|er|º|\.)?"


@cache
def _months() -> dict[str, int]:
    """Names of months, whole and cut to three or four letters, to their number."""
    found: dict[str, int] = {}
    for names in load_profile("cover")["months"].values():
        for number, name in enumerate(names, start=1):
            low = name.casefold()
            for form in (low, low[:3], low[:4]):
                found.setdefault(form, number)
    return found


def date_of(text: str, *, is_end: bool = False) -> str | None:
    """A date as ISO: `YYYY-MM-DD`, `YYYY-MM` or `YYYY`; None where the text is none.

    Days come before months, as all over Europe; a quarter is its first month, or its last one where it ends something.

    >>> date_of("31.12.2032"), date_of("Dec 2032"), date_of("03/2032"), date_of("2032-02-15"), date_of("TBC")
    ('2032-12-31', '2032-12', '2032-03', '2032-02-15', None)
    """
    tidy = " ".join(text.replace("\u00a0", " ").split()).strip(" .,;:*")
    for pattern, make in _FORMS:
        match = pattern.fullmatch(tidy)
        if match:
            found = make(match) if make is not _quarter else _quarter(match, is_end=is_end)
            if found is not None:
                return found
    return None


def _iso(year: int, month: int | None = None, day: int | None = None) -> str | None:
    if month is None:
        return f"{year:04d}"
    if not 1 <= month <= 12:
        return None
    if day is None:
        return f"{year:04d}-{month:02d}"
    return f"{year:04d}-{month:02d}-{day:02d}" if 1 <= day <= monthrange(year, month)[1] else None


def _year(text: str) -> int:
    return int(text) if len(text) == 4 else 2000 + int(text)


def _worded(match: re.Match[str]) -> str | None:
    month = _months().get(match["month"].casefold().rstrip("."))
    if month is None:
        return None
    day = match.groupdict().get("day")
    return _iso(_year(match["year"]), month, int(day) if day else None)


def _numbered(match: re.Match[str]) -> str | None:
    day = match.groupdict().get("day")
    return _iso(_year(match["year"]), int(match["month"]), int(day) if day else None)


def _quarter(match: re.Match[str], *, is_end: bool = False) -> str | None:
    number = {"i": 1, "ii": 2, "iii": 3, "iv": 4}.get(match["quarter"].casefold()) or int(match["quarter"])
    return _iso(int(match["year"]), 3 * number - (0 if is_end else 2)) if 1 <= number <= 4 else None


def _only_year(match: re.Match[str]) -> str | None:
    return _iso(int(match["year"]))


_FORMS = (
    (re.compile(r"(?P<year>(?:19|20)\d\d)-(?P<month>\d{1,2})-(?P<day>\d{1,2})"), _numbered),
    (re.compile(r"(?P<year>(?:19|20)\d\d)[-/.](?P<month>\d{1,2})"), _numbered),
    (re.compile(r"(?P<day>\d{1,2})(?P<sign>[./-]) ?(?P<month>\d{1,2})(?P=sign) ?(?P<year>\d{4}|\d{2})"), _numbered),
    (re.compile(r"(?P<month>\d{1,2})[./-](?P<year>\d{4})"), _numbered),
    (
        re.compile(_DAY + r"(?: (?:of|de|di))? (?P<month>[^\W\d_]{3,}\.?)(?: (?:of|de|del))?,? (?P<year>\d{4})"),
        _worded,
    ),
    (re.compile(r"(?P<month>[^\W\d_]{3,}\.?) (?P<day>\d{1,2})(?:st|nd|rd|th)?,? (?P<year>\d{4})"), _worded),
    (
        re.compile(
            r"(?:early |mid-?|late |end of |beginning of |by |from )?"
            r"(?P<month>[^\W\d_]{3,}\.?)(?: (?:of|de|del))?,? ?['’]?(?P<year>\d{4})"
        ),
        _worded,
    ),
    (re.compile(r"(?i:Q|T)(?P<quarter>[1-4])[ /.-]?(?P<year>\d{4})"), _quarter),
    (re.compile(r"(?P<year>\d{4})[ /.-]?(?i:Q|T)(?P<quarter>[1-4])"), _quarter),
    (
        re.compile(r"(?P<quarter>[1-4]|I{1,3}|IV)(?:st|nd|rd|th)? (?i:quarter|trimester)(?: of)? (?P<year>\d{4})"),
        _quarter,
    ),
    (
        re.compile(
            r"(?:by |until )?(?:the )?(?:mid-?|early |late |end of |end |beginning of |by |during |in )?(?P<year>(?:19|20)\d\d)"
        ),
        _only_year,
    ),
)


_BETWEEN = re.compile(
    r"""\s+(?:to|until|till|and|through|bis|au|al|a|ends?|end:)\s+
    | \s*[–—]\s* | \s+-\s+
    | (?<=\d)\s*-\s*(?=\d{1,2}[./])  # 1.3.-31.5.2032
    | (?<=\d{4})[-/](?=\d{4}$)  # 2032/2033
    | (?<=[^\W\d_])-(?=[^\W\d_])  # Jan-Dec 2032
    | (?<=\bQ\d)-(?=Q\d)
    | (?:(?<=^\d)|(?<=^\d\d))-(?=\d{1,2}\ )  # 3-14 June 2032
    | (?<=^\d\d)-(?=\d\d/\d{4})  # 03-06/2032
    """,
    re.VERBOSE,
)


def period_of(text: str) -> tuple[str | None, str | None]:
    """Start and end of a period; a single date is both.

    >>> period_of("January – December 2032"), period_of("01/2032-12/2033"), period_of("from 1 March 2032 until 2033")
    (('2032-01', '2032-12'), ('2032-01', '2033-12'), ('2032-03-01', '2033'))
    """
    tidy = " ".join(text.split()).strip(" .;")
    tidy = re.sub(r"^(?:from|between|starts?|start:|as of|as from)\s+", "", tidy, flags=re.IGNORECASE)
    whole = date_of(tidy)
    if whole is not None:
        return whole, date_of(tidy, is_end=True)
    halves = _BETWEEN.split(tidy)
    if len(halves) != 2:
        return None, None
    first, last = (half.strip(" ,;") for half in halves)
    end = date_of(last, is_end=True)
    if end is None:
        return date_of(first), None
    year = end[:4]
    if re.fullmatch(r"\d{1,2}", first) and len(end) == 10:  # 3-14 June 2032
        return f"{end[:8]}{int(first):02d}", end
    start = date_of(first) or date_of(f"{first} {year}") or date_of(f"{first}.{year}") or date_of(f"{first}/{year}")
    return start, end
