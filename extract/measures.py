"""What may stand around a number: scales ("million"), units, currencies and bounds ("over"). The words are the profile's."""

import re
from collections.abc import Iterable, Mapping
from functools import cache

from extract.profile import load_profile


def alternation(words: Iterable[str]) -> str:
    """A pattern of words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


@cache
def scales() -> Mapping[str, float]:
    """What each word for a scale multiplies by."""
    return {word: float(scale) for scale, words in load_profile("results")["scales"].items() for word in words}


@cache
def units() -> Mapping[str, str]:
    """The unit that a record carries, by each of its printed forms."""
    return {word: unit for unit, words in load_profile("results")["units"].items() for word in words}


@cache
def currencies() -> Mapping[str, str]:
    """The code of a currency, by each of its printed forms."""
    return {word: name for name, words in load_profile("results")["currencies"].items() for word in words}


@cache
def qualifiers() -> str:
    """A pattern of all bounds and estimates."""
    listed = [word for words in load_profile("results")["qualifiers"].values() for word in words]
    return alternation(dict.fromkeys(listed))


def scale_of(word: str | None) -> float:
    """What a word multiplies by; 1 where it is no scale."""
    return next((scale for known, scale in scales().items() if known.casefold() == (word or "").casefold()), 1.0)


def unit_of(*words: str | None) -> str | None:
    """The unit or currency that the first known word names."""
    for word in words:
        if word:
            for table in (units(), currencies()):
                found = next((unit for known, unit in table.items() if known.casefold() == word.casefold()), None)
                if found is not None:
                    return found
    return None


def is_open_quantity(text: str) -> bool:
    """Whether a text is the beginning of a quantity: a bound or a currency without its number ("nearly EUR", "half a")."""
    return _open().fullmatch(text.strip()) is not None


def is_scale_only(text: str) -> bool:
    """Whether a text goes on with the number before it: a scale, a unit or both ("million litres")."""
    return _scale_only().fullmatch(text.strip()) is not None


def in_unit(label: str) -> tuple[str | None, float, str]:
    """Unit and scale with which a label begins, and the rest: "Litres of spirits" is litres, of spirits.

    >>> in_unit("million cigarettes"), in_unit("EUR million")
    ((None, 1000000.0, 'cigarettes'), ('EUR', 1000000.0, ''))
    """
    tidy = label.strip()
    match = _measure(short=False).match(tidy)
    if match is None:
        return None, 1.0, label
    return *_told(match), tidy[match.end() :].strip()


def unit_in_label(label: str) -> tuple[str | None, float, str]:
    """Unit and scale that a label states in brackets, behind a comma, or at its beginning, and the label without them.

    >>> unit_in_label("Assets seized (EUR million)"), unit_in_label("Drugs, tonnes"), unit_in_label("Arrests (total)")
    (('EUR', 1000000.0, 'Assets seized'), ('tonnes', 1.0, 'Drugs'), (None, 1.0, 'Arrests (total)'))
    """
    for aside in _ASIDES:
        found = re.search(aside, label)
        measure = _measure(short=True).fullmatch(found["unit"].strip()) if found else None
        if found and measure:
            return *_told(measure), (label[: found.start()] + label[found.end() :]).strip()
    return in_unit(label)


_ASIDES = (
    r"\s*[(\[](?:in )?(?P<unit>[^()\[\]]{1,24})[)\]]",
    r"\s*(?:,|\s[–—-])\s(?:in )?(?P<unit>[^(),]{1,20})$",
    r"\sin (?P<unit>[^(),]{1,20})$",
)


def _told(match: re.Match[str]) -> tuple[str | None, float]:
    return unit_of(match["first"] or match["behind"] or match["alone"]), scale_of(match["scale"] or match["last"])


@cache
def _open() -> re.Pattern[str]:
    money = alternation(currencies())
    return re.compile(rf"(?:{qualifiers()})(?:\s(?:{money}))?|{money}|half an?|a", re.IGNORECASE)


@cache
def _scale_only() -> re.Pattern[str]:
    multiples = alternation(word for word in scales() if len(word) > 1)
    named = alternation((*units(), *currencies()))
    return re.compile(rf"(?:{multiples})(?:\s(?:{named}))?|{named}", re.IGNORECASE)


@cache
def _measure(*, short: bool) -> re.Pattern[str]:
    """A scale, a unit, or both in either order; `short`: units of one letter too."""
    named = alternation(word for word in (*units(), *currencies()) if short or len(word) > 1 or word in "%€$£")
    multiples = alternation(word for word in scales() if len(word) > 1)
    return re.compile(
        rf"(?:(?P<first>{named})\s?(?P<last>{multiples})|(?P<scale>{multiples})(?:\s(?:of\s)?(?P<behind>{named}))?"
        rf"|(?P<alone>{named}))(?![\w-])",
        re.IGNORECASE,
    )
