"""Text that knows where it stands: for every word of it the word on the page that it came from.

Readers cut texts into records by character offsets; the boxes follow from here.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from corpus.geometry import hull
from corpus.pages import Line, Word
from corpus.records import Span
from extract.lines import UNITS, Spelling


class Placed(NamedTuple):
    """One word of the page and the stretch of text that it became (end exclusive). `line` counts within the text.

    A page's words are laid several times, so this is a named tuple: one takes half the time of a dataclass to make.
    """

    start: int
    end: int
    page: int
    line: int
    word: Word


@dataclass(frozen=True, slots=True)
class LaidText:
    """The text of lines as a reader would type it, with its words' places in the order of the text."""

    text: str
    words: tuple[Placed, ...]

    def spans(self, start: int = 0, end: int | None = None) -> tuple[Span, ...]:
        """One box a page around the words that the stretch touches."""
        stop = len(self.text) if end is None else end
        by_page: dict[int, list[Word]] = {}
        for placed in self._between(start, stop):
            by_page.setdefault(placed.page, []).append(placed.word)
        return tuple(Span(page, hull(w.box for w in words).rounded()) for page, words in by_page.items())

    def touching(self, start: int, end: int) -> tuple[Placed, ...]:
        """The words that the stretch touches."""
        return tuple(p for p in self._between(start, end) if max(p.start, start) < min(p.end, end))

    def _between(self, start: int, end: int) -> tuple[Placed, ...]:
        """The words that end behind `start` and begin before `end`."""
        first = bisect_right(self.words, start, key=lambda placed: placed.end)
        return self.words[first : bisect_left(self.words, end, lo=first, key=lambda placed: placed.start)]

    def line_starts(self) -> tuple[int, ...]:
        """Offsets at which a line of the page begins."""
        starts, seen = [], -1
        for placed in self.words:
            if placed.line != seen:
                starts.append(placed.start)
                seen = placed.line
        return tuple(starts)

    def sliced(self, start: int, end: int) -> "LaidText":
        """A stretch as a text of its own, without white space at its ends."""
        while start < end and self.text[start].isspace():
            start += 1
        while end > start and self.text[end - 1].isspace():
            end -= 1
        words = tuple(
            Placed(max(p.start, start) - start, min(p.end, end) - start, p.page, p.line, p.word)
            for p in self.touching(start, end)
        )
        return LaidText(self.text[start:end], words)

    def without_struck(self) -> "LaidText":
        """The text without words that are struck through."""
        if not any(placed.word.is_struck for placed in self.words):
            return self
        parts = [self.sliced(a, b) for a, b in self._plain_stretches()]
        return concatenated([part for part in parts if part.text])

    def _plain_stretches(self) -> Iterator[tuple[int, int]]:
        """Stretches between struck words."""
        at = 0
        for placed in self.words:
            if placed.word.is_struck:
                yield at, placed.start
                at = placed.end
        yield at, len(self.text)


class _Builder:
    """Grows a text word by word; mends what a line's end broke."""

    def __init__(self, spelling: Spelling) -> None:
        self._spelling = spelling
        self._parts: list[str] = []
        self._length = 0
        self._words: list[Placed] = []

    def add_line(self, line: Line, number: int) -> None:
        last: Word | None = None
        touching = False
        first = True
        for word in line.words:
            touching = (
                touching and word.glued and last is not None and word.box.x0 - last.box.x1 <= 0.75 * last.font.size_pt
            )
            is_power = word.is_mark and touching and self._parts[-1].lower() in UNITS
            last = word
            if word.is_mark and not is_power:
                continue
            if self._parts and not touching and not (first and self._breaks_inside(word.text)):
                self._parts.append(" ")
                self._length += 1
            end = self._length + len(word.text)
            self._parts.append(word.text)
            self._words.append(Placed(self._length, end, line.page, number, word))
            self._length = end
            touching, first = True, False

    def _breaks_inside(self, following: str) -> bool:
        """Whether the line before ends within a word; drops its hyphen where that is only the break's."""
        left = self._parts[-1]
        if left.endswith("-") and len(left) > 1 and left[-2].isalnum() and following[:1].isalnum():
            if re.fullmatch(r"(and|or|und|et)[,;]?", following):  # "short- and long-term"
                return False
            if not self._spelling.keeps_hyphen(left, following):
                self._parts[-1] = left[:-1]
                self._length -= 1
                word = self._words[-1]
                self._words[-1] = Placed(word.start, word.end - 1, word.page, word.line, word.word)
            return True
        return left.endswith(("/", "–", "—")) and len(left) > 1 and left[-2].isalnum() and following[:1].isalnum()

    def finished(self) -> LaidText:
        return LaidText("".join(self._parts), tuple(self._words))


def laid(lines: Iterable[Line], spelling: Spelling) -> LaidText:
    """The text of lines as one paragraph: single spaces, broken words joined, footnote marks left out."""
    builder = _Builder(spelling)
    for number, line in enumerate(lines):
        builder.add_line(line, number)
    return builder.finished()


def concatenated(texts: Sequence[LaidText], between: str = " ") -> LaidText:
    """Several texts as one, parted by `between`; lines count on."""
    parts: list[str] = []
    words: list[Placed] = []
    offset = line = 0
    for text in texts:
        if not text.text:
            continue
        if parts:
            offset += len(between)
        words += [Placed(p.start + offset, p.end + offset, p.page, p.line + line, p.word) for p in text.words]
        parts.append(text.text)
        offset += len(text.text)
        line += 1 + max((p.line for p in text.words), default=0)
    return LaidText(between.join(parts), tuple(words))
