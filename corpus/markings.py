"""Markings: their order, who may see what, and the marking of an answer. How they are read off a page: `extract.marks`."""

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
