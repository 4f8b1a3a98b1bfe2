"""Text as it is typed here: one string holds what is printed and what the gold says of it.

``[…]`` is a clause of an aim (the first one is the core; a clause may hold another), ``{n}`` a footnote mark,
``\\n- `` begins a bulleted line, ``**…**`` is bold and ``__…__`` italic.

>>> aim = read_aim("[To close laboratories]{4}, above all:\\n- [those in flats (incl. [rented ones])]")
>>> aim.words
'To close laboratories, above all: those in flats (incl. rented ones)'
>>> aim.clauses
('To close laboratories', 'those in flats (incl. rented ones)', 'rented ones')
"""

import re
from dataclasses import dataclass

from corpus.sample.make.gold import Finished, GoldDocument, Place, Span, part

_NOTE = re.compile(r"\{\d+\}")
_BULLET = re.compile(r"\s*\n[-–] ")
_STYLE = re.compile(r"\*\*|__")


def plain(text: str, bullet: str = "") -> str:
    """What a reader would type: no marks, no bullets (or ``bullet`` for each), one space between words."""
    bulleted = _BULLET.sub(f" {bullet} ", _NOTE.sub("", text))
    return " ".join(_STYLE.sub("", bulleted).replace("[", "").replace("]", "").split())


@dataclass(frozen=True, slots=True)
class Aim:
    """An aim: typed without square brackets, its words, and its clauses in the order in which they begin."""

    source: str
    words: str
    clauses: tuple[str, ...]


def read_aim(marked: str) -> Aim:
    """Take the brackets out of an aim."""
    text, open_at, found = "", [], []
    for character in marked:
        if character == "[":
            open_at.append((len(text), len(found)))
            found.append("")
        elif character == "]":
            start, position = open_at.pop()
            found[position] = plain(text[start:])
        else:
            text += character
    if open_at or not found:
        raise ValueError(f"brackets don't pair in {marked[:60]!r}")
    return Aim(text, plain(text), tuple(found))


@dataclass
class Reader:
    """Finds records one after the other: a search begins where the last one did, so that no earlier twin is taken."""

    finished: Finished
    page: int = 1
    at: int = 0

    def find(self, text: str) -> Place:
        """The next place of a text; the reader moves to its beginning."""
        place = self.finished.find(text, page=self.page, at=self.at)
        self.page, self.at = place[0][0], place[0][1]
        return place

    def spans(self, text: str) -> list[Span]:
        """The next place of a text, as spans."""
        return self.finished.spans(self.find(text))

    def skip(self, text: str) -> None:
        """Move to the end of the next place of a text that is no record."""
        page, _, end = self.finished.find(text, page=self.page, at=self.at)[-1]
        self.page, self.at = page, end


@dataclass
class AimIds:
    """Numbers for aims and clauses: ``a1`` … and ``c1`` … through a document."""

    aims: int = 0
    clauses: int = 0

    def add(self, gold: GoldDocument, aim: Aim, parent: str, read: Reader, *, bullet: str = "") -> None:
        """Add an aim with its clauses; the reader stands where the aim begins afterwards."""
        self.aims += 1
        printed = plain(aim.source, bullet)
        place = read.find(printed)
        key = gold.add(f"a{self.aims}", "aim", aim.words, read.finished.spans(place), parent=parent)
        for position, words in enumerate(aim.clauses):
            self.clauses += 1
            spans = read.finished.spans(part(place, printed, words))
            role = "rider" if position else "core"
            gold.add(f"c{self.clauses}", "clause", words, spans, parent=key, role=role)
