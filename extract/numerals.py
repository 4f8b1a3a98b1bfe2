"""Values of numbers as they are printed: digits with signs between them, and words."""

import re
from collections.abc import Mapping
from functools import cache

from extract.profile import load_profile

SPACES = "\u00a0\u2009\u202f\u2007\u2008\u200a\u2005 "  # that may part thousands
_JOINTS = ("a", "and", "et", "y", "e", "und")


def value_of(printed: str, *, is_scaled: bool = False) -> float:
    """The value of digits with signs between them.

    One sign before three digits parts thousands, unless a scale follows ("1.264 million"); before one or two digits it is
    the decimal sign. Of two signs the last one is.

    >>> value_of("12 480"), value_of("1.234.567,5"), value_of("1.264", is_scaled=True)
    (12480.0, 1234567.5, 1.264)
    """
    bare = re.sub(rf"[{SPACES}'’]", "", printed)
    signs = re.findall(r"[.,]", bare)
    if not signs:
        return float(bare)
    tail = re.search(r"[.,](\d+)$", bare)
    behind = tail.group(1) if tail else ""
    if len(set(signs)) == 2 or (len(signs) == 1 and (len(behind) != 3 or is_scaled or bare.startswith("0"))):
        head = bare[: len(bare) - len(behind) - 1]
        return float(re.sub(r"[.,]", "", head) + "." + behind)
    return float(re.sub(r"[.,]", "", bare))


def clean(value: float) -> float:
    """Without the dust of binary fractions: 1.2 million is 1200000."""
    return round(value, 4)


@cache
def number_words(language: str) -> Mapping[str, int]:
    """The words for numbers of a language; those of English where it is not known."""
    numbers = load_profile("results")["numbers"]
    return {word: int(value) for word, value in numbers.get(language, numbers["en"])}


def value_of_words(phrase: str, language: str) -> float | None:
    """The value of number words in a row; None where they are not one number ("two four").

    >>> value_of_words("one hundred and twelve", "en"), value_of_words("quatre-vingt-douze", "fr")
    (112.0, 92.0)
    """
    table = number_words(language)
    tokens = [t for t in re.split(r"[\s‑-]+", phrase.casefold()) if t not in _JOINTS]
    total = current = last = 0
    for token in tokens:
        value = table.get(token)
        if value is None:
            return None
        if value in (100, 1000):
            current = max(current, 1) * value
            if value == 1000:
                total, current = total + current, 0
        elif not _may_follow(current, last, value):
            return None
        elif value == 20 and last == 4 and language == "fr":
            current += 76  # quatre-vingts
        else:
            current += value
        last = value
    return float(total + current)


def _may_follow(current: int, last: int, value: int) -> bool:
    """Whether a number below a hundred goes on with what was read: units behind tens, tens behind hundreds."""
    if not current % 100:
        return True
    is_unit_behind_tens = current % 10 == 0 and value < 10
    return is_unit_behind_tens or (value < 20 and last in (20, 60, 80)) or (value == 20 and last == 4)
