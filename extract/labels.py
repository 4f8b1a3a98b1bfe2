"""Labels of headings: the word before a number ("Article 4", "Annex II"), as `profiles/headings.toml` knows it, and the formula
behind which an act's articles begin."""

import re
from dataclasses import dataclass
from functools import cache

from extract.profile import load_profile

_NUMERAL = r"(?:\d{1,3}[a-z]?|[IVXLC]{1,6}|[A-Z])"


@dataclass(frozen=True, slots=True)
class Label:
    """A label at the beginning of a heading: its row among labels, and whether nothing follows its number."""

    row: int | None
    is_annex: bool
    is_alone: bool


def label_at(text: str) -> Label | None:
    """The label with which a text begins: "Article 4", "ANNEX II", "Part A – Goals"; None where there is none.

    >>> label_at("Article 4"), label_at("Article 4 applies to all of them.")
    (Label(row=5, is_annex=False, is_alone=True), None)
    """
    match = _label_pattern().match(text)
    if match is None:
        return None
    rest = text[match.end() :].strip()
    if rest and not (match["stop"] or (rest[:1].isupper() and not rest.endswith((".", ";", ",")))):
        return None
    word = match["word"].casefold()
    row = next((at for at, names in enumerate(_label_rows()) if word in names), None)
    if row is not None and not match["number"]:
        return None
    return Label(row, row is None, not rest)


def is_label_alone(text: str) -> bool:
    """Whether a text is a label and its number, whatever the label's words: "Article 4", "Key threat 2", "PRIORITY III".

    >>> is_label_alone("KEY THREAT 4"), is_label_alone("Threats 2041")
    (True, False)
    """
    label = label_at(text)
    return label.is_alone if label is not None else bool(_ANY_LABEL.fullmatch(text.strip(" .:–—-")))


_ANY_LABEL = re.compile(rf"(?:[^\W\d_]+ ){{1,3}}(?:no\.? ?|n° ?)?{_NUMERAL}")


@cache
def _label_rows() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(name.casefold() for name in row) for row in load_profile("headings")["labels"]["rows"])


@cache
def _label_pattern() -> re.Pattern[str]:
    profile = load_profile("headings")
    words = {name for row in profile["labels"]["rows"] for name in row} | set(profile["labels"]["annexes"])
    longest = sorted(words, key=lambda word: (-len(word), word))
    names = "|".join(re.escape(word) for word in longest)
    return re.compile(
        rf"(?P<word>(?i:{names}))(?:\s+(?P<number>{_NUMERAL}))?(?P<stop>\s*[.:–—-])?(?=\s|$)",
    )


@cache
def enacting_formula() -> re.Pattern[str]:
    return re.compile(
        "|".join(f"(?:{pattern})" for pattern in load_profile("headings")["labels"]["formulas"]), re.IGNORECASE
    )


@cache
def caption_label() -> re.Pattern[str]:
    """The label of a caption with its number: "Table 6.1:", "Figure 2"."""
    names = "|".join(re.escape(word) for word in load_profile("headings")["labels"]["captions"])
    return re.compile(
        rf"(?:{names})\s+(?:\d{{1,3}}(?:\.\d{{1,3}})*[a-z]?|[IVXLC]{{1,6}}|[A-Z])(?=[\s.:–—-]|$)", re.IGNORECASE
    )


@cache
def note_label() -> re.Pattern[str]:
    """What begins a note below a table: "Source:", "Note:"."""
    names = "|".join(re.escape(word) for word in load_profile("headings")["labels"]["notes"])
    return re.compile(rf"(?:{names})\s?:", re.IGNORECASE)
