"""What looks like a number and counts nothing: years and dates, numbers of articles, documents and pages, telephone numbers,
ordinals, shares told in two small numbers, durations, rises and falls. Which words tell them stands in the profile `results`.
"""

import re
from collections.abc import Iterator
from functools import cache

from extract.measures import alternation, currencies
from extract.numerals import number_words
from extract.periods import periods
from extract.profile import load_profile

_OLDEST_MINOR = 21
_MOST_OF_SHARE = 10  # "9 out of 10"


@cache
def _codes() -> re.Pattern[str]:
    """Addresses, telephone numbers, times, ordinals, and numbers that are part of a code."""
    money = alternation(word for word in currencies() if word.isalpha())
    return re.compile(
        r"(?:https?://|www\.)\S+|\S+@\S+|\b[\w-]+(?:\.[\w-]+)+/\S*"
        r"|\+\d[\d ().-]{6,}\d"
        r"|\b\d{1,2}:\d{2}(?::\d{2})?\b"
        r"|\b\d+(?:st|nd|rd|th|º|ª|ème|er|e)\b"
        r"|\b\d{3,5}(?:/\d{1,2})?/\d{2,4}(?: REV \d+)?"
        rf"|\b[A-Za-z]+[-/]\d[\w/.-]*|\b\d+[-/]?[A-Za-z]+[-/][\w-]*|\b(?!(?:{money})\d)[A-Z]{{1,5}}\d+\b"
        rf"|\b(?!(?:{money})\b)[A-Z]{{3,}}(?:\([A-Z]+\))? \d{{1,5}}(?![\d ]*\d{{3}}|\s[a-z])"
        r"|\[\d+\]|(?<=\w)\(\d\)"
    )


def masked(text: str, language: str) -> str:
    """The text with everything that holds digits but no quantity blotted out, length kept."""
    out = list(text)
    spans = [match.span() for match in _codes().finditer(text)]
    spans += [(period.start, period.end) for period in periods(text) if not _counts(text, period.start, period.end)]
    spans += list(_references(text))
    spans += [match.span() for match in _shares(language).finditer(text)]
    spans += [match.span() for match in _shares_in_digits().finditer(text) if _is_share(match)]
    for start, end in spans:
        out[start:end] = "¤" * (end - start)
    return "".join(out)


@cache
def _shares(language: str) -> re.Pattern[str]:
    """A share told in two small numbers: "four in five", "nine trials out of ten", "9 of the 12"."""
    words = alternation(word for word, value in number_words(language).items() if value <= 100)
    small = rf"(?:{words}|\d{{1,2}})"
    joints = alternation(load_profile("results")["none"]["shares"])
    return re.compile(rf"(?<![\w-])(?:{words})\s(?:[a-z]+\s)?(?:{joints})\s(?:{small})(?![\w-]|[.,]\d)", re.IGNORECASE)


@cache
def _shares_in_digits() -> re.Pattern[str]:
    joints = alternation(load_profile("results")["none"]["shares_in_digits"])
    return re.compile(
        rf"(?<![\w.,])(?P<low>\d{{1,2}})\s(?:{joints})\s(?P<high>\d{{1,2}})(?!\w|[.,]\d|\s?%|\s\d{{3}}\b)",
        re.IGNORECASE,
    )


def _is_share(match: re.Match[str]) -> bool:
    return int(match["low"]) < int(match["high"]) <= _MOST_OF_SHARE


def _counts(text: str, start: int, end: int) -> bool:
    """Whether what looks like a year is a count: followed by what is counted, with nothing before it that takes a year."""
    if end - start != 4:
        return False
    before = text[:start].rstrip().rsplit(" ", 1)[-1].casefold().strip("(,;") if start else ""
    after = re.match(r"\s([a-z]+s)\b", text[end:])
    years = load_profile("results")["years"]
    takes_year = before in years["before"] or before.isupper() or before[:1].isdigit()
    return after is not None and not takes_year and after.group(1) not in years["behind"]


@cache
def _before() -> re.Pattern[str]:
    words = sorted(load_profile("results")["none"]["before"], key=len, reverse=True)
    inner = "|".join(re.escape(word) for word in words)
    return re.compile(
        rf"(?<![\w-])(?:{inner})(?:\s?\((?:EU|EC|EEC|CFSP|JHA)\))?(?:\s?(?:No\.?|Nr\.?))?\s?"
        rf"\d[\d./()a-z-]*(?:(?:,\s|\s?[-–]\s?|,?\s(?:and|or|to)\s)\d[\d./()a-z-]*)*(?![\d])",
        re.IGNORECASE,
    )


def _references(text: str) -> Iterator[tuple[int, int]]:
    """Numbers of articles, documents, pages and the like, with the words before them; ages ("under 18")."""
    for match in _before().finditer(text):
        head = re.match(r"[^\W\d_]+", match.group())
        word = head.group() if head is not None else ""
        behind = text[match.end() :]
        if word.casefold() in _CAPITALIZED and not word[0].isupper() and not match.group().startswith("no."):
            continue
        if word.casefold() in _NAMES_OF_NUMBERS and (_GROUPED_IN.search(match.group()) or re.match(r"\s[a-z]", behind)):
            continue  # "the number 12 480 persons"
        if word.casefold() == "under":  # "under 18", not "under 180 kg"
            number = re.search(r"\d+", match.group())
            if number is None or int(number.group()) > _OLDEST_MINOR or re.match(r"\s?(?:%|[a-z]{3,})", behind):
                continue
        yield match.span()


_CAPITALIZED = frozenset({"no", "e", "st", "com", "part", "box"})  # words unless they begin with a capital
_NAMES_OF_NUMBERS = frozenset({"number", "numbers", "figure", "figures", "level", "note"})
_GROUPED_IN = re.compile(r"\d[ ,.]\d{3}")


@cache
def _no_result() -> tuple[re.Pattern[str], ...]:
    none = load_profile("results")["none"]
    durations, fractions = alternation(none["durations"]), alternation(none["fractions"])
    return (
        re.compile(
            rf"[\s-](?:full |whole |more |working |calendar |consecutive )?(?:{durations})(?!\w)", re.IGNORECASE
        ),
        re.compile(rf"\s(?:{fractions})\b", re.IGNORECASE),
        re.compile(none["changes"], re.IGNORECASE),
        re.compile(none["changes_percent"], re.IGNORECASE),
        re.compile(none["changes_behind"], re.IGNORECASE),
    )


@cache
def _denominations() -> str:
    return alternation(load_profile("results")["none"]["denominations"])


def counts_nothing(before: str, behind: str, *, unit: str | None, is_word: bool) -> bool:
    """Whether a number is a duration, a fraction, a rise, a fall or an age, by what stands before and behind it.

    Args:
        before: the text up to the number and its qualifier.
        behind: the text behind it.
        unit: of the number.
        is_word: it is spelt out.
    """
    durations, fractions, changes, changes_percent, changes_behind = _no_result()
    if unit in currencies().values() and re.match(rf"\s(?:{_denominations()})\b", behind):
        return True
    if is_word and fractions.match(behind):
        return True
    if unit is None and durations.match(behind):
        return True
    if changes.search(before) or (unit == "%" and changes_percent.search(before)):
        return True
    return bool(changes_behind.match(behind))
