"""Markings: their order, who may see what, the marking of an answer, and the words by which they are known.

A marking is a line of its own on a cover, in a header, a footer or a stamp. The same words in running text are a mention.
Where a marking stands decides `extract.cover`; this module knows the words.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Marking(StrEnum):
    """Markings in the contract's names, from open to secret."""

    PUBLIC = "PUBLIC"
    EUROPOL_BPL = "EUROPOL_BPL"
    LIMITE = "LIMITE"
    RESTREINT_UE = "RESTREINT_UE"
    CONFIDENTIEL_UE = "CONFIDENTIEL_UE"
    SECRET_UE = "SECRET_UE"
    TRES_SECRET_UE = "TRES_SECRET_UE"

    @property
    def rank(self) -> int:
        """0 for public; the higher the stricter."""
        return _ORDER.index(self)

    @property
    def is_classified(self) -> bool:
        """Whether it is EU classified information, which may not enter this system (Decision 2013/488/EU)."""
        return self.rank >= Marking.RESTREINT_UE.rank


_ORDER = tuple(Marking)


def rank_of(marking: Marking | None) -> int:
    """The rank of a marking that may be absent: a document that states none is treated as public."""
    return 0 if marking is None else marking.rank


def strictest(markings: Iterable[Marking | None]) -> Marking | None:
    """The marking of an answer: the strictest one of its sources; None where none of them states any."""
    stated = [marking for marking in markings if marking is not None]
    return max(stated, key=lambda marking: marking.rank) if stated else None


@dataclass(frozen=True, slots=True)
class Clearance:
    """What somebody may see: everything up to a marking, and nothing above it."""

    limit: Marking

    def sees(self, marking: Marking | None) -> bool:
        return rank_of(marking) <= self.limit.rank

    @property
    def rank(self) -> int:
        return self.limit.rank


FULL = Clearance(Marking.LIMITE)  # the embedded user of one laptop: all that the store may hold
OPEN = Clearance(Marking.PUBLIC)

# Letters only, upper case, accents dropped: markings are letter-spaced and broken by extraction.
_WORDS: tuple[tuple[str, Marking], ...] = (
    ("TRESSECRETUE", Marking.TRES_SECRET_UE),
    ("EUTOPSECRET", Marking.TRES_SECRET_UE),
    ("SECRETUE", Marking.SECRET_UE),
    ("EUSECRET", Marking.SECRET_UE),
    ("CONFIDENTIELUE", Marking.CONFIDENTIEL_UE),
    ("EUCONFIDENTIAL", Marking.CONFIDENTIEL_UE),
    ("RESTREINTUE", Marking.RESTREINT_UE),
    ("EURESTRICTED", Marking.RESTREINT_UE),
    ("LIMITE", Marking.LIMITE),
    ("EUROPOLUNCLASSIFIEDBASICPROTECTIONLEVEL", Marking.EUROPOL_BPL),
    ("BASICPROTECTIONLEVEL", Marking.EUROPOL_BPL),
    ("EUROPOLPUBLICINFORMATION", Marking.PUBLIC),
    ("PUBLIC", Marking.PUBLIC),
)
_ALONE = frozenset(
    {word for word, _ in _WORDS}
    | {
        "TRESSECRETUEEUTOPSECRET",
        "SECRETUEEUSECRET",
        "CONFIDENTIELUEEUCONFIDENTIAL",
        "RESTREINTUEEURESTRICTED",
        "EUROPOLUNCLASSIFIED",
        "EUTOPSECRETTRESSECRETUE",
        "EUSECRETSECRETUE",
        "EUCONFIDENTIALCONFIDENTIELUE",
        "EURESTRICTEDRESTREINTUE",
    }
)


def letters(text: str) -> str:
    """Upper-case letters of a text, accents and everything else dropped.

    >>> letters("L I M I T É")
    'LIMITE'
    """
    plain = unicodedata.normalize("NFD", text).upper()
    return re.sub(r"[^A-Z]", "", plain)


def marking_of_line(text: str) -> Marking | None:
    """The marking that a line is: nothing but its words stands there (numbers and signs aside)."""
    compact = letters(re.sub(r"\buntil\b.*$", "", text, flags=re.IGNORECASE))
    if compact not in _ALONE or text.islower():  # "public." alone is the end of a sentence
        return None
    return next((marking for word, marking in _WORDS if word in compact), Marking.EUROPOL_BPL)


def marking_in_furniture(text: str) -> Marking | None:
    """The marking within a running header or footer: its words in capitals, among numbers, initials and codes.

    >>> marking_in_furniture("9927/1/16 REV 1 EB/FR/dk DGD 1C LIMITE 2 EN")
    <Marking.LIMITE: 'LIMITE'>
    """
    whole = marking_of_line(text)
    if whole is not None:
        return whole
    plain = unicodedata.normalize("NFD", text)
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    for pattern, marking in _IN_FURNITURE:
        if re.search(pattern, plain):
            return marking
    return None


_IN_FURNITURE: tuple[tuple[str, Marking], ...] = (
    (r"\bTRES\s*SECRET\s*UE\b|\bEU\s*TOP\s*SECRET\b", Marking.TRES_SECRET_UE),
    (r"\bSECRET\s*UE\b|\bEU\s*SECRET\b", Marking.SECRET_UE),
    (r"\bCONFIDENTIEL\s*UE\b|\bEU\s*CONFIDENTIAL\b", Marking.CONFIDENTIEL_UE),
    (r"\bRESTREINT\s*UE\b|\bEU\s*RESTRICTED\b", Marking.RESTREINT_UE),
    (r"\bL\s?I\s?M\s?I\s?T\s?E\b", Marking.LIMITE),
    (r"(?i:\bBasic\s+Protection\s+Level\b)", Marking.EUROPOL_BPL),
    (r"(?i:\bEuropol\s+Public\s+Information\b)", Marking.PUBLIC),
)
