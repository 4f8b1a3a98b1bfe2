"""Finding a quoted record again after its document was read anew: exact words first, then the nearest.

A decision keeps the words that it was made on. Where ids change with the text, they say which record is meant now.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

LEAST = 0.8  # the share of words in common from which a changed text is the same record


@dataclass(frozen=True, slots=True)
class Placement:
    """Where a quote stands now: the record, and how alike the words are (1.0 is word for word)."""

    record: str
    score: float


def place(quote: str, records: Mapping[str, str]) -> Placement | None:
    """The record whose text a quote is, among candidates by id; None where none is near enough.

    >>> place("to seize printed guns", {"a": "To seize printed guns", "b": "To seize drugs"})
    Placement(record='a', score=1.0)
    """
    wanted = _words(quote)
    for identity, text in records.items():
        if _words(text) == wanted:
            return Placement(identity, 1.0)
    scored = [(SequenceMatcher(None, wanted, _words(text), autojunk=False).ratio(), i) for i, text in records.items()]
    best = max(scored, default=None)
    return Placement(best[1], round(best[0], 4)) if best is not None and best[0] >= LEAST else None


def _words(text: str) -> Sequence[str]:
    return text.casefold().split()
