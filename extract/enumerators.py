"""List marks: what kind a mark is of, which one follows another, and which kinds stand below which."""

import re
from collections.abc import Sequence

_RANKS = (
    "ROMAN.",
    "ROMAN)",
    "UPPER.",
    "UPPER)",
    "number.",
    "decimal1",
    "decimal2",
    "decimal3",
    "number)",
    "number(",
    "UPPER(",
    "lower.",
    "lower)",
    "lower(",
    "roman.",
    "roman)",
    "roman(",
)
_LEAST_NUMBERED = 2  # headings in steps: one alone may begin with a quantity
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


def label_of(marker: str | None) -> str | None:
    """The enumerator without dot and brackets; None for bullets.

    >>> label_of("(a)"), label_of("2.1."), label_of("•")
    ('a', '2.1', None)
    """
    bare = (marker or "").strip("().")
    if marker == "o":  # Word's hollow bullet, where its font is not embedded
        return None
    return bare if re.search(r"\w", bare) else None


def kinds_of(marker: str | None) -> tuple[str, ...]:
    """The kinds of which a mark may be, the likelier first: what it counts with, and its sign.

    Letters that are numerals too are of two kinds; which one is meant shows among their neighbors.

    >>> kinds_of("(14a)"), kinds_of("(i)"), kinds_of("IV.")
    (('number(',), ('lower(', 'roman('), ('ROMAN.',))
    """
    bare = label_of(marker)
    if marker is None:
        return ()
    if bare is None:
        return (f"bullet{marker}",)
    sign = "(" if marker.startswith("(") else ")" if marker.endswith(")") else "."
    if re.fullmatch(r"\d+(?:\.\d+)+", bare):
        return (f"decimal{bare.count('.')}",)
    if re.fullmatch(r"\d+(?:[a-z]\d?)?", bare):
        return (f"number{sign}",)
    kinds = []
    letters, numerals = ("UPPER", "ROMAN") if bare.isupper() else ("lower", "roman")
    roman = roman_value(bare) is not None
    if len(bare) == 1 or not roman:
        kinds.append(letters + sign)
    if roman:
        kinds.append(numerals + sign)
    return tuple(kinds)


def roman_value(text: str) -> int | None:
    """What a Roman numeral below 90 counts; None where it is none as one writes it.

    >>> roman_value("xiv"), roman_value("iix"), roman_value("d")
    (14, None, None)
    """
    low = text.lower()
    if not re.fullmatch(r"(?:xl|l?x{0,3})(?:ix|iv|v?i{0,3})", low) or not low:
        return None
    values = [_ROMAN[letter] for letter in low]
    return sum(-value if value < max(values[at:]) else value for at, value in enumerate(values))


def follows(one: str | None, two: str | None) -> bool:
    """Whether the second mark is the next one of the first's list: 2 after 1, 14a after 14, (b) after (a), ii after i.

    >>> follows("(14)", "(14a)"), follows("(14a)", "(15)"), follows("(h)", "(i)"), follows("(i)", "(ii)")
    (True, True, True, True)
    """
    a, b = label_of(one), label_of(two)
    if a is None or b is None:
        return False
    first, second = re.fullmatch(r"(\d+)([a-z]?)", a), re.fullmatch(r"(\d+)([a-z]?)", b)
    if first and second:
        if first[1] == second[1]:
            return second[2] == chr(ord(first[2]) + 1 if first[2] else ord("a"))
        return not second[2] and int(second[1]) == int(first[1]) + 1
    if "." in a and "." in b:
        outer, _, last = a.rpartition(".")
        outer_b, _, last_b = b.rpartition(".")
        return outer == outer_b and last.isdigit() and last_b.isdigit() and int(last_b) == int(last) + 1
    if len(a) == len(b) == 1 and a.isalpha() and ord(b) == ord(a) + 1:
        return True
    one_value, two_value = roman_value(a), roman_value(b)
    return one_value is not None and two_value == one_value + 1


def alike(one: str | None, two: str | None) -> bool:
    """Whether two marks may be of one list."""
    shared = set(kinds_of(one)) & set(kinds_of(two))
    if not shared:
        return False
    a, b = label_of(one), label_of(two)
    begins = b in ("i", "I") and a not in ("i", "I")  # the first numeral of a list below, or the letter after h
    return not begins or follows(one, two) or any(kind.lower().startswith("roman") for kind in shared)


def stands_below(outer: str | None, inner: str | None) -> bool:
    """Whether a mark is of a kind that stands below the other's, where both are indented alike."""
    kinds = kinds_of(inner)
    if label_of(inner) in ("i", "I") and not follows(outer, inner):
        kinds = kinds[::-1]
    return _rank(kinds[0] if kinds else "") > _rank(kinds_of(outer)[0] if outer else "")


def heading_numbers(texts: Sequence[str]) -> tuple[tuple[str, ...] | None, ...]:
    """The number with which each heading begins, part by part, where headings are numbered in steps ("2.1", "III.1.a").

    A single sign counts as a number where others stand below it: "A The trade in people" above "A.a Paid passage".

    >>> heading_numbers(["A Drugs", "A.a Cocaine", "A.b Heroin", "A note"][:3])
    (('A',), ('A', 'a'), ('A', 'b'))
    """
    found = [_in_steps(text) for text in texts]
    outer = {number[0] for number in found if number is not None}
    if sum(number is not None for number in found) < _LEAST_NUMBERED:
        return (None,) * len(found)
    return tuple(
        number or ((first,) if (first := _first_sign(text)) in outer else None)
        for number, text in zip(found, texts, strict=True)
    )


def _in_steps(text: str) -> tuple[str, ...] | None:
    match = re.match(r"((?:[A-Z]|[IVX]{1,6}|\d{1,3})(?:\.(?:\d{1,3}|[A-Za-z]|[ivx]{1,5}))+)\.?(?=\s)", text)
    return tuple(match[1].split(".")) if match else None


def _first_sign(text: str) -> str:
    return text.split(maxsplit=1)[0].rstrip(".") if text.strip() else ""


def _rank(kind: str) -> int:
    return _RANKS.index(kind) if kind in _RANKS else len(_RANKS)
