"""Quantities in running text: numbers in digits or words, with scale, unit or currency, and the bound before them.

What looks like a number and counts nothing is left out (`extract.uncounted`).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from extract.measures import alternation, currencies, qualifiers, scale_of, scales, unit_of, units
from extract.numerals import SPACES, clean, number_words, value_of, value_of_words
from extract.uncounted import counts_nothing, masked

_GROUPED = rf"\d{{1,3}}(?:(?P<part>[{SPACES}.,'’])\d{{3}})(?:(?P=part)\d{{3}})*(?:[.,]\d{{1,2}})?(?![\d])"
_PLAIN = r"\d+(?:[.,]\d+)?"
_TO = r"\s*(?:[-–—]|\b(?:to|and|bis|à|a|e|y|et|und)\b)\s*"
_FIGURE_WORDS = 7


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as printed.

    `start` and `end` (exclusive) hold number, scale, unit and currency; `from_` where its qualifier begins. `value` is in
    base units (EUR 3 million is 3000000), the lower end of a range; `high` its upper end. `unit` is None for counts. `step` is
    what the last printed digit is worth.
    """

    start: int
    end: int
    value: float
    unit: str | None = None
    qualifier: str | None = None
    from_: int = 0
    high: float | None = None
    in_words: bool = False
    step: float = 1.0


def quantities(text: str, language: str | None = "en") -> tuple[Quantity, ...]:
    """The quantities of a text in order.

    >>> [(q.value, q.unit, q.qualifier) for q in quantities("over EUR 1.2 million and twenty-nine cars in 2041")]
    [(1200000.0, 'EUR', 'over'), (29.0, None, None)]
    """
    blotted = masked(text, language or "en")
    digits = list(_in_digits(blotted))
    words = [q for q in _in_words(blotted, language or "en") if not any(_overlap(q, other) for other in digits)]
    found = [*digits, *words]
    return tuple(q for q in sorted(found, key=lambda q: q.start) if _counts(text, q))


def _overlap(one: Quantity, other: Quantity) -> bool:
    return one.start < other.end and other.start < one.end


def _counts(text: str, quantity: Quantity) -> bool:
    if quantity.in_words and quantity.value < 2:
        return False  # "one" says no more than "a" does
    before, behind = text[: quantity.from_], text[quantity.end :]
    return not counts_nothing(before, behind, unit=quantity.unit, is_word=quantity.in_words)


def bare_quantity(text: str, language: str | None = "en") -> Quantity | None:
    """The quantity that a text is, and nothing else; None where it is something else."""
    tidy = text.strip(" .:;,*†")
    offset = text.find(tidy) if tidy else 0
    for quantity in quantities(text, language):
        if quantity.from_ <= offset and quantity.end >= offset + len(tidy):
            return quantity
    return None


def is_figure(text: str) -> bool:
    """Whether a short text begins with a quantity: the number of a tile, with what it counts or without.

    >>> is_figure("€ 1.3 billion in assets"), is_figure("2049 in figures")
    (True, False)
    """
    first = next(iter(quantities(text)), None) if len(text.split()) <= _FIGURE_WORDS else None
    return first is not None and first.from_ <= 1


# --- in digits ------------------------------------------------------------------------------------------------------


@cache
def _digits() -> re.Pattern[str]:
    number = rf"(?:{_GROUPED}|{_PLAIN})"
    second = number.replace("part", "part2")
    multiples, named, money = alternation(scales()), alternation(units()), alternation(currencies())
    glued = r"(?:m|mn|bn|k)(?![\w])"
    return re.compile(
        rf"(?:(?P<qualifier>{qualifiers()})\s?)?"
        rf"(?:(?P<before>{money})\s?)?"
        rf"(?<![\d/.,:#¤])(?<![A-Za-z]-)(?P<low>{number})"
        rf"(?:\s?(?P<scale1>{multiples})(?!\w))?"
        rf"(?:{_TO}(?P<high>{second})(?=[\s%€$£]|[.,;:)]|$))?"
        rf"(?:(?P<scale>\s?{glued}|\s(?:{multiples})(?!\w)))?"
        rf"(?:\s?(?:of\s)?(?P<unit>{named})(?!\w)|\s?(?:d['’]|de\s|di\s)?(?P<after>{money})(?!\w))?"
        rf"(?P<plus>\+)?(?![\w/])(?!-\w)",
        re.IGNORECASE,
    )


def _in_digits(text: str) -> Iterator[Quantity]:
    at = 0
    while (match := _digits().search(text, at)) is not None:
        quantity = _of_match(text, match)
        at = max(quantity.end if quantity is not None else match.end(), at + 1)
        if quantity is not None:
            yield quantity


def _of_match(text: str, match: re.Match[str]) -> Quantity | None:
    part = match.groupdict()
    number_at = match.start("low")
    glued = text[number_at - 1] if number_at and not part["before"] else " "
    if glued.isalnum() or (glued in "-–¤" and not part["qualifier"]):
        return None
    start, from_ = (match.start("before") if part["before"] else number_at), match.start()
    if part["qualifier"]:
        edge = match.start("qualifier")
        if edge and (text[edge - 1].isalnum() and part["qualifier"][0].isalnum()):
            from_, part["qualifier"] = start, None
    else:
        from_ = start
    scale = scale_of((part["scale"] or "").strip())
    first = scale if part["scale1"] is None else scale_of(part["scale1"])
    unit = unit_of(part["unit"], part["before"], part["after"])
    is_scaled = scale != 1.0 or first != 1.0
    low = value_of(part["low"], is_scaled=is_scaled) * first
    high = value_of(part["high"], is_scaled=is_scaled) * scale if part["high"] else None
    step = first * 10.0 ** -_decimals(part["low"], low / first)
    if high is not None and _are_two(text, match, low, high):  # the second is found on its own
        end = match.end("scale1") if part["scale1"] else match.end("low")
        single = value_of(part["low"], is_scaled=part["scale1"] is not None) * (first if part["scale1"] else 1.0)
        return Quantity(start, end, clean(single), unit_of(part["before"]), part["qualifier"], from_, step=step)
    qualifier = part["qualifier"] or ("+" if part["plus"] else None)
    return Quantity(start, match.end(), clean(low), unit, qualifier, from_, high, step=step)


def _decimals(printed: str, value: float) -> int:
    """How many digits of a printed number stand behind its decimal sign."""
    tail = re.search(r"[.,](\d+)$", printed)
    is_decimal = tail is not None and (len(tail.group(1)) != 3 or value != round(value))
    return len(tail.group(1)) if tail is not None and is_decimal else 0


def _are_two(text: str, match: re.Match[str], low: float, high: float) -> bool:
    """Whether what looks like a range is two numbers: "12 and 7 vans", "EUR 3 million to 214 workers", "from 12 to 20"."""
    before = text[: match.start("low")]
    joint = text[match.end("scale1") if match["scale1"] else match.end("low") : match.start("high")]
    if re.search(r"\b(?:and|et|und|y|e)\b", joint, re.IGNORECASE):
        return re.search(r"\b(?:between|entre|zwischen|tra)\s$", before, re.IGNORECASE) is None
    rises = not match["unit"] and re.search(r"\b(?:from|von|de|da)\s$", before, re.IGNORECASE) is not None
    return high <= low or rises


# --- in words -------------------------------------------------------------------------------------------------------


@cache
def _worded(language: str) -> re.Pattern[str]:
    words = alternation(number_words(language))
    joint = r"(?:[-‑]|\s(?:and|et|y|e|und)\s|\s)"
    multiples = alternation(word for word in scales() if len(word) > 4)
    named = alternation(word for word in units() if len(word) > 1)
    money = alternation(word for word in currencies() if word.isalpha())
    return re.compile(
        rf"(?:(?P<qualifier>{qualifiers()})\s)?(?<![\w-])"
        rf"(?:(?P<half>half)\sa\s(?P<half_scale>{multiples})|(?P<dozens>a|two|three|four)\sdozen"
        rf"|(?P<words>(?:a\s)?(?:{words})(?:{joint}(?:{words}))*)(?:\s(?P<scale>{multiples}))?)"
        rf"(?:\s(?:(?P<unit>{named})|(?P<after>{money})))?(?!\w|-\w)",
        re.IGNORECASE,
    )


def _in_words(text: str, language: str) -> Iterator[Quantity]:
    for match in _worded(language).finditer(text):
        value = _worded_value(match, language)
        if value is None:
            continue
        start, from_, qualifier = match.start(), match.start(), match["qualifier"]
        if qualifier:
            start = match.end("qualifier") + 1
            if from_ and text[from_ - 1].isalnum():
                from_, qualifier = start, None
        unit = unit_of(match["unit"], match["after"])
        yield Quantity(start, match.end(), value, unit, qualifier, from_, in_words=True)


def _worded_value(match: re.Match[str], language: str) -> float | None:
    if match["half"]:
        return 0.5 * scale_of(match["half_scale"])
    if match["dozens"]:
        return 12.0 * number_words("en").get(match["dozens"].casefold(), 1)
    spelt = value_of_words(match["words"], language)
    return None if spelt is None else spelt * scale_of(match["scale"])
