"""Texts with an ink each: a paper is set twice, and the twin's colours tell where each text went.

The sample corpus measures its typst papers in this way (``corpus.sample.make.typeset``). Here any producer can be
measured: a maker builds its source from texts that it has inked, once plain and once tinted, the producer sets both,
and the letters of the tinted twin tell which text stands at the same place of the delivered paper. Colour moves
nothing.

Texts are typed with a few marks, and read without them:

>>> plain("**Calls on** the Commission{Doc. 95001/41.} to ~~wait~~ __act__;")
'Calls on the Commission to wait act;'
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pdfplumber

from corpus.sample.make.gold import Span, letters, part

_MARKS = re.compile(r"(\*\*|//|__|~~|\{[^{}]*\})")
_STYLES = {"**": "bold", "//": "italic", "__": "underline", "~~": "strike"}

# Neighbouring numbers would be neighbouring colours; far ones can't be confused by a rounding anywhere.
_STEP = 97


class MissetError(AssertionError):
    """What the twin shows is not what was typed: the measurement can't be trusted, so nothing is written."""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one style; of a ``note`` the text is that of the footnote whose mark stands here."""

    text: str
    bold: bool = False
    italic: bool = False
    underline: bool = False
    strike: bool = False
    note: bool = False


def runs(marked: str) -> tuple[Run, ...]:
    """The runs of a text typed with marks; a line break in it stays one.

    >>> [(run.text, run.bold) for run in runs("**a** b")]
    [('a', True), (' b', False)]
    """
    found: list[Run] = []
    on = dict.fromkeys(_STYLES.values(), False)
    for piece in _MARKS.split(marked):
        if piece in _STYLES:
            on[_STYLES[piece]] = not on[_STYLES[piece]]
        elif piece.startswith("{"):
            found.append(Run(piece[1:-1], note=True))
        elif piece:
            found.append(Run(piece, **on))
    if any(on.values()):
        raise ValueError(f"marks don't pair in {marked[:60]!r}")
    return tuple(found)


def plain(marked: str) -> str:
    """The text as a reader types it: no marks, no notes, one space between words."""
    return " ".join("".join(run.text for run in runs(marked) if not run.note).split())


@dataclass(frozen=True, slots=True)
class Ink:
    """A text that will be found again: how it is typed, and its colour (``#rrggbb``) in the twin."""

    key: str
    marked: str
    colour: str | None
    note_colours: tuple[str | None, ...] = ()

    def changed(self, marked: str) -> "Ink":
        """The same text set otherwise: with soft hyphens, or with a tab after its number."""
        return replace(self, marked=marked)


Text = Ink | str | tuple[Ink | str, ...]
"""What producers set as one text: a text that is measured, one that is not, or several joined."""


def dressed(text: Text) -> Iterator[tuple[Run, str | None]]:
    """The runs of a text, each with its colour in the twin; notes have colours of their own, if they are measured."""
    for piece in text if isinstance(text, tuple) else (text,):
        if isinstance(piece, str):
            yield from ((run, None) for run in runs(piece))
            continue
        notes = iter(piece.note_colours)
        for run in runs(piece.marked):
            yield run, next(notes, None) if run.note else piece.colour


@dataclass
class Inks:
    """The texts of one paper in the order in which they are inked; both runs of a maker must ink the same."""

    tinted: bool = False
    texts: dict[str, str] = field(default_factory=dict)
    numbers: dict[int, str] = field(default_factory=dict)
    repeated: set[str] = field(default_factory=set)

    def __call__(self, key: str, text: str, *, repeated: bool = False, notes: bool = False) -> Ink:
        """Ink a text.

        Args:
            repeated: a running head or the like, set on many pages.
            notes: ink its footnotes, too, as ``<key>/note1`` and so on.
        """
        if key in self.texts:
            raise ValueError(f"two texts {key!r}")
        number = (len(self.texts) + 1) * _STEP
        self.texts[key] = plain(text)
        self.numbers[number] = key
        if repeated:
            self.repeated.add(key)
        found = [run.text for run in runs(text) if run.note] if notes else []
        inked = [self(f"{key}/note{at}", note).colour for at, note in enumerate(found, 1)]
        return Ink(key, text, f"#{number:06x}" if self.tinted else None, tuple(inked))


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter of a text: its page, its box, and whether it stands upright."""

    page: int
    box: tuple[float, float, float, float]
    upright: bool


@dataclass(frozen=True, slots=True)
class Stretch:
    """Consecutive letters of a text in one column of one page; ``start`` counts within the text's letters."""

    page: int
    start: int
    end: int
    bbox: tuple[float, float, float, float]

    def as_span(self) -> Span:
        return {"page": self.page, "bbox": list(self.bbox)}


Keys = str | Sequence[str]


@dataclass
class Measured:
    """A finished paper, and where each letter of each inked text stands in it."""

    pdf: Path
    texts: dict[str, str]
    letters: dict[str, list[Letter]]

    def text(self, keys: Keys) -> str:
        """The text of one key, or of several with a space between."""
        return " ".join(self.texts[key] for key in _listed(keys))

    def stretches(self, keys: Keys, words: str | None = None, *, nth: int = 1) -> list[Stretch]:
        """Where texts stand, or some of their words: one stretch for each column of each page, in reading order."""
        placed = [letter for key in _listed(keys) for letter in self.letters[key]]
        start, end = 0, len(placed)
        if words is not None:
            ((_, start, end),) = part(((1, 0, end),), self.text(keys), words, nth=nth)
        # Texts of several keys are several blocks: their boxes are not joined.
        ends, total = [], 0
        for key in _listed(keys):
            total += len(self.letters[key])
            ends.append(total)
        return list(_stretches(placed, start, end, set(ends)))

    def spans(self, keys: Keys, words: str | None = None, *, nth: int = 1) -> list[Span]:
        return [stretch.as_span() for stretch in self.stretches(keys, words, nth=nth)]

    def pages(self, keys: Keys) -> set[int]:
        return {letter.page for key in _listed(keys) for letter in self.letters[key]}


def _listed(keys: Keys) -> Sequence[str]:
    return (keys,) if isinstance(keys, str) else keys


def _stretches(placed: list[Letter], start: int, end: int, ends: set[int]) -> Iterator[Stretch]:
    """Cut where a text ends, the page changes, or reading goes up: there a new column begins."""
    first = start
    for at in range(start + 1, end + 1):
        if at < end and at not in ends and not _parts(placed[at - 1], placed[at]):
            continue
        boxes = [letter.box for letter in placed[first:at]]
        x0, top = min(box[0] for box in boxes), min(box[1] for box in boxes)
        x1, bottom = max(box[2] for box in boxes), max(box[3] for box in boxes)
        yield Stretch(placed[first].page, first, at, (round(x0, 1), round(top, 1), round(x1, 1), round(bottom, 1)))
        first = at


def _parts(before: Letter, after: Letter) -> bool:
    if before.page != after.page:
        return True
    height = before.box[3] - before.box[1]
    return before.upright and after.upright and after.box[3] < before.box[1] - height


def set_twice(pdf: Path, produce: Callable[[Inks, Path], None], folder: Path) -> Measured:
    """Let ``produce`` set the paper and its twin, and see where every letter of every text went.

    Args:
        produce: builds the source with the inks it is given and writes the PDF to the path.
        folder: a folder for the twin.

    Raises:
        MissetError: twin and paper differ, or the letters of a text are not those that were typed.
    """
    clear, tinted = Inks(), Inks(tinted=True)
    produce(clear, pdf)
    twin = folder / f"twin-{pdf.name}"
    produce(tinted, twin)
    if clear.texts != tinted.texts:
        raise MissetError(f"{pdf.name}: the two runs inked different texts")
    placed: dict[str, list[Letter]] = {key: [] for key in tinted.texts}
    streams = dict.fromkeys(tinted.texts, "")
    with pdfplumber.open(pdf) as delivered, pdfplumber.open(twin) as second:
        if len(delivered.pages) != len(second.pages):
            raise MissetError(f"{pdf.name}: {len(delivered.pages)} pages, its twin {len(second.pages)}")
        for page, page_twin in zip(delivered.pages, second.pages, strict=True):
            pairs = zip(_visible(page.chars), _visible(page_twin.chars), strict=True)
            for char, char_twin in pairs:
                if char["text"] != char_twin["text"] or abs(char["x0"] - char_twin["x0"]) > 1.0:
                    raise MissetError(
                        f"{pdf.name}, page {page.page_number}: {char['text']!r} at {char['x0']:.1f}, but in the twin "
                        f"{char_twin['text']!r} at {char_twin['x0']:.1f}"
                    )
                key = _key(char_twin, tinted.numbers)
                if key is None:
                    continue
                box = (char["x0"], char["top"], char["x1"], char["bottom"])
                for letter in letters(char["text"]):
                    streams[key] += letter
                    placed[key].append(Letter(page.page_number, box, char["upright"]))
    for key, text in tinted.texts.items():
        found, typed = streams[key], letters(text)
        if found != typed and not (key in tinted.repeated and found == typed * (len(found) // max(1, len(typed)))):
            pairs_at = enumerate(zip(found, typed, strict=False))
            at = next((at for at, (a, b) in pairs_at if a != b), min(len(found), len(typed)))
            seen, meant = found[max(0, at - 20) : at + 30], typed[max(0, at - 20) : at + 30]
            raise MissetError(f"{pdf.name}: {key} reads {seen!r}, not {meant!r}")
    return Measured(pdf, tinted.texts, placed)


def _visible(chars: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [char for char in chars if letters(str(char["text"]))]


def _key(char: dict[str, Any], numbers: dict[int, str]) -> str | None:
    colour = char["non_stroking_color"]
    if not isinstance(colour, (tuple, list)) or len(colour) != 3:
        return None
    red, green, blue = (round(part * 255) for part in colour)
    return numbers.get(red * 65536 + green * 256 + blue)
