"""Texts of a threat assessment for the zoo: the sample corpus's threats, picked, renumbered and moved by some years."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from corpus.sample.make import threat_assessment_2041
from corpus.sample.make.magazine import Piece
from tests.golden.layouts.make.conclusion_texts import without_notes
from tests.golden.layouts.make.later import later


@dataclass(frozen=True, slots=True)
class Threat:
    """A threat with its pieces: paragraphs, items, call-outs and pull quotes in reading order."""

    key: str
    number: str | None
    title: str
    parent: str | None
    pieces: tuple[Piece, ...]


def _read(pieces: Iterable[Piece]) -> list[Threat]:
    found: list[Threat] = []
    for piece in pieces:
        if piece.kind == "threat":
            found.append(Threat(piece.key, piece.number, piece.title, piece.parent, ()))
        elif piece.kind in ("paragraph", "items", "callout", "wide_callout", "quote") and found:
            found[-1] = replace(found[-1], pieces=(*found[-1].pieces, piece))
    return found


_NONE = {name: Piece("raw") for name in ("networks", "harbour", "deal")}
THREATS = _read(threat_assessment_2041.key_threats(_NONE)) + _read(threat_assessment_2041.OBSERVED)
"""Twenty threats, eleven of them within one of four areas; two without number."""

FOREWORD = threat_assessment_2041.FOREWORD
FINDINGS: Sequence[str] = threat_assessment_2041.FINDINGS[0].items
MEANS = threat_assessment_2041.MEANS
OUTLOOK = threat_assessment_2041.OUTLOOK


def pick(*keys: str, years: int = 0, notes: bool = True) -> list[Threat]:
    """Threats by key (``t2_1``), in the order wanted; parents that were not picked are forgotten."""
    by_key = {threat.key: threat for threat in THREATS}
    found = []
    for key in keys:
        threat = by_key[key]
        pieces = tuple(_moved(piece, years, notes) for piece in threat.pieces)
        found.append(replace(threat, pieces=pieces, parent=threat.parent if threat.parent in keys else None))
    return found


def _moved(piece: Piece, years: int, notes: bool) -> Piece:
    moved = later(piece, years) if years else piece
    if notes:
        return moved
    return replace(moved, text=without_notes(moved.text), items=tuple(without_notes(item) for item in moved.items))


def without_numbers(threats: list[Threat]) -> list[Threat]:
    return [replace(threat, number=None) for threat in threats]
