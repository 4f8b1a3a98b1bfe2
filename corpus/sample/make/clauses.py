"""Aims typed with their clauses in square brackets: the first is the core, the others are riders.

>>> read_aim("[to close laboratories], above all [those in flats (incl. [rented ones])]{Doc. 90001/37.}").clauses
(('core', 'to close laboratories'), ('rider', 'those in flats (incl. rented ones)'), ('rider', 'rented ones'))
"""

from collections.abc import Callable
from dataclasses import dataclass

from corpus.sample.make.gold import GoldDocument, Span
from corpus.sample.make.typeset import plain


@dataclass(frozen=True, slots=True)
class Aim:
    """An aim as it is set (``text``, with its footnotes in braces) and its clauses, without them."""

    text: str
    clauses: tuple[tuple[str, str], ...]

    @property
    def words(self) -> str:
        return plain(self.text)


def read_aim(marked: str) -> Aim:
    """Take the brackets out of an aim; clauses come in the order in which they begin."""
    text = ""
    open_at: list[tuple[int, int]] = []
    found: list[str] = []
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
        raise ValueError(f"brackets don't pair in {marked[:50]!r}")
    roles = ["core"] + ["rider"] * (len(found) - 1)
    return Aim(text, tuple(zip(roles, found, strict=True)))


def add_aim(
    gold: GoldDocument, key: str, aim: Aim, parent: str, spans: Callable[[str | None], list[Span]], first_clause: int
) -> int:
    """Add an aim and its clauses as ``c<n>``; ``spans`` places words of it (None: all). The next number comes back."""
    gold.add(key, "aim", aim.words, spans(None), parent=parent)
    for number, (role, words) in enumerate(aim.clauses, first_clause):
        gold.add(f"c{number}", "clause", words, spans(words), parent=key, role=role)
    return first_clause + len(aim.clauses)
