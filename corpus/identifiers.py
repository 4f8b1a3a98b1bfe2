"""Council document numbers: parse, print, compare.

A cover prints ``9927/1/16 REV 1``, the public register ``ST 9927 2016 REV 1``: one document, two forms.
The printed form may state the revision twice; where the two differ it is refused, never repaired.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Self

from corpus.errors import MalformedNumber

_PARTS = r"(?: ADD (?P<addendum>\d{1,2}))?(?: COR (?P<corrigendum>\d{1,2}))?"
_PRINTED = re.compile(
    r"(?:ST ?)?(?P<serial>\d{1,5})(?:/(?P<inner>\d{1,2}))?/(?P<year>\d{2})(?: REV ?(?P<revision>\d{1,2}))?" + _PARTS
)
_REGISTER = re.compile(
    r"ST ?(?P<serial>\d{1,5}) (?P<year>\d{4})(?: (?:INIT|(?=REV|ADD|COR))(?:REV ?(?P<revision>\d{1,2}))?)?" + _PARTS
)
_IN_TEXT = re.compile(
    r"(?<![\w/.])(?:(?:ST\s*)?\d{1,5}(?:/\d{1,2})?/\d{2}|ST\s*\d{1,5}\s+\d{4}(?:\s+INIT)?)"
    r"(?:\s+REV\s*\d{1,2})?(?:\s+ADD\s+\d{1,2})?(?:\s+COR\s+\d{1,2})?(?![\w/])",
    re.IGNORECASE,
)
_TWO_YEARS = re.compile(r"(?P<first>(?:19|20)\d{2})/(?P<second>\d{2})")


@dataclass(frozen=True, slots=True, order=True)
class CouncilNumber:
    """One version of one document; versions sort in the order in which they appeared.

    `year` has four digits, `serial` counts within it, `revision` 0 is the first version; `addendum` and
    `corrigendum` 0 mean that it is none.

    >>> CouncilNumber.parse("9927/1/16 REV 1") == CouncilNumber.parse("ST 9927 2016 REV 1")
    True
    """

    year: int
    serial: int
    revision: int = 0
    addendum: int = 0
    corrigendum: int = 0

    def __str__(self) -> str:
        parts = [("REV", self.revision), ("ADD", self.addendum), ("COR", self.corrigendum)]
        stated = " ".join(f"{name} {count}" for name, count in parts if count)
        return f"ST {self.serial} {self.year} {stated or 'INIT'}"

    @property
    def printed(self) -> str:
        """The form of the cover page: ``9927/1/16 REV 1``."""
        inner = f"/{self.revision}" if self.revision else ""
        parts = [("REV", self.revision), ("ADD", self.addendum), ("COR", self.corrigendum)]
        stated = "".join(f" {name} {count}" for name, count in parts if count)
        return f"{self.serial}{inner}/{self.year % 100:02d}{stated}"

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read either form, in capitals or not; any run of white space counts as one space, and INIT may be left out.

        Raises:
            MalformedNumber: neither form fits, or the printed form states two revisions.
        """
        tidy = " ".join(text.upper().split())
        match = _PRINTED.fullmatch(tidy) or _REGISTER.fullmatch(tidy)
        if match is None:
            raise MalformedNumber(f"{text!r} is not a Council number.", remedy="Write it as 9927/1/16 REV 1.")
        part = match.groupdict()
        revision = part["revision"] or "0"
        if part.get("inner") is not None and int(part["inner"]) != int(revision):
            raise MalformedNumber(f"{text!r} states two revisions.", remedy="Check the cover page.")
        year = int(part["year"])
        if year < 100:  # two digits in print; the register begins in the 1990s
            year += 2000 if year < 90 else 1900
        return cls(year, int(part["serial"]), int(revision), int(part["addendum"] or 0), int(part["corrigendum"] or 0))


def find_council_numbers(text: str) -> Iterator[tuple[str, CouncilNumber]]:
    """Every Council number in running text, as it is written there and as a number; a false one is passed over.

    A bare ``2024/25`` is a season, a school or budget year; ``ST 2024/25`` and ``2024/25 REV 1`` are papers.
    """
    for match in _IN_TEXT.finditer(text):
        if _is_season(match.group()):
            continue
        try:
            yield match.group(), CouncilNumber.parse(match.group())
        except MalformedNumber:
            continue


def _is_season(written: str) -> bool:
    """Whether a text is a year from 1990 to 2099 and the last two digits of the next one, and nothing else."""
    years = _TWO_YEARS.fullmatch(written)
    if years is None or int(years["first"]) < 1990:
        return False
    return (int(years["first"]) + 1) % 100 == int(years["second"])
