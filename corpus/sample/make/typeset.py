"""Typst papers in which every block is found again, letter by letter, in the finished PDF.

A paper is set twice from one source: as it is delivered, and as a twin in which each block has an ink (a colour) of
its own. Colour moves nothing, so a letter of the twin tells to which block the letter at the same place of the
delivered PDF belongs. Looking words up in the finished text would fail where columns, floats and footnotes part a
paragraph, or where a pull quote repeats one; ink does not.

Texts are typed as they read, with a footnote in braces right after the word that carries its mark:

>>> plain("as agreed in March{Doc. 90012/37.}, and")
'as agreed in March, and'
"""

import re
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pdfplumber
import typst

from corpus.sample.make.gold import Span, letters, part

SAMPLES = Path(__file__).resolve().parent.parent

_NOTE = re.compile(r"\{([^{}]*)\}")
_GROUPS = re.compile(r"(?<=\d) (?=\d{3}(?!\d))")
_SPECIAL = re.compile(r"([\\#$*_`<>@\[\]~=+/\-\"';(])")

# `ink` colours only the twin; the delivered paper is set from the same source with no tint asked for. Footnote marks
# are set small and raised: a font's own superscripts have full size, and could not be told from other digits.
_INK = """#let twin = sys.inputs.at("tint", default: "") == "yes"
#let ink(n, body) = if twin {
  text(fill: rgb(calc.quo(n, 65536), calc.rem(calc.quo(n, 256), 256), calc.rem(n, 256)), body)
} else { body }
#let tone(colour, body) = if twin { body } else { text(fill: colour, body) }
#set super(typographic: false)
"""
# Neighbouring numbers would be neighbouring colours; far ones can't be confused by a rounding anywhere.
_STEP = 97


class MissetError(AssertionError):
    """What the twin shows is not what was typed: the measurement can't be trusted, so nothing is written."""


def plain(text: str) -> str:
    """The text as a reader types it: without its footnotes."""
    return _NOTE.sub("", text)


def escape(text: str) -> str:
    """Typst markup that prints these characters; the space within 12 480 is set thin and does not break."""
    return _SPECIAL.sub(r"\\\1", _GROUPS.sub("\u202f", text))


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter of a block: its page, its box, and whether it stands upright."""

    page: int
    box: tuple[float, float, float, float]
    upright: bool


@dataclass(frozen=True, slots=True)
class Stretch:
    """Consecutive letters of one block in one column of one page; ``start`` counts within the block's letters."""

    page: int
    start: int
    end: int
    bbox: tuple[float, float, float, float]

    def as_span(self) -> Span:
        return {"page": self.page, "bbox": list(self.bbox)}


@dataclass
class Paper:
    """A typst paper under construction, then set and measured.

    ``mark_below_pt``: upright digits smaller than this are footnote marks and belong to no block.
    """

    pdf: Path
    mark_below_pt: float = 0.0
    _texts: dict[str, str] = field(default_factory=dict)
    _numbers: dict[int, str] = field(default_factory=dict)
    _letters: dict[str, list[Letter]] = field(default_factory=dict)
    _repeated: set[str] = field(default_factory=set)

    def ink(
        self, key: str, text: str, *, markup: str | None = None, note_keys: str = "", repeated: bool = False
    ) -> str:
        """Markup of a text whose letters can be asked for by ``key`` once the paper is set.

        ``markup``: how the text is set, where that is more than its own characters.
        ``note_keys``: prefix for the keys under which its footnotes are inked as well, ``<prefix>1`` and so on.
        ``repeated``: a running header or the like, set on many pages.
        """
        if key in self._texts:
            raise ValueError(f"two blocks {key!r} in {self.pdf.name}")
        number = (len(self._texts) + 1) * _STEP
        self._texts[key] = plain(text)
        self._numbers[number] = key
        if repeated:
            self._repeated.add(key)
        return f"#ink({number})[{self.rich(text, note_keys=note_keys) if markup is None else markup}]"

    def rich(self, text: str, *, note_keys: str = "") -> str:
        """Markup of a text with its footnotes; they alone are inked, and only where ``note_keys`` names them."""
        markup, at = "", 0
        for count, mark in enumerate(_NOTE.finditer(text), 1):
            note = self.ink(f"{note_keys}{count}", mark[1]) if note_keys else escape(mark[1])
            markup += escape(text[at : mark.start()]) + f"#footnote[{note}]"
            at = mark.end()
        return markup + escape(text[at:])

    def set(self, source: str) -> None:
        """Set the paper and its twin, and see where every letter of every block went.

        Raises:
            MissetError: twin and paper differ, or a block's letters are not those of its text.
        """
        with tempfile.TemporaryDirectory() as folder:
            whole, twin = Path(folder) / "paper.typ", Path(folder) / "twin.pdf"
            whole.write_text(_INK + source, encoding="utf-8")
            typst.compile(whole, output=self.pdf)
            typst.compile(whole, output=twin, sys_inputs={"tint": "yes"})
            self._read(twin)
        for key, text in self._texts.items():
            if key in self._repeated:
                continue
            found, typed = self._streams[key], letters(text)
            if found != typed:
                at = next((at for at, (a, b) in enumerate(zip(found, typed, strict=False)) if a != b), len(found))
                seen, meant = found[max(0, at - 20) : at + 30], typed[max(0, at - 20) : at + 30]
                raise MissetError(f"{self.pdf.name}: {key} reads {seen!r}, not {meant!r}")

    def _read(self, twin: Path) -> None:
        self._streams = dict.fromkeys(self._texts, "")
        self._letters = {key: [] for key in self._texts}
        with pdfplumber.open(self.pdf) as delivered, pdfplumber.open(twin) as tinted:
            for page, page_twin in zip(delivered.pages, tinted.pages, strict=True):
                for char, char_twin in zip(page.chars, page_twin.chars, strict=True):
                    if char["text"] != char_twin["text"] or abs(char["x0"] - char_twin["x0"]) > 0.01:
                        raise MissetError(f"{self.pdf.name}: the twin differs on page {page.page_number}")
                    key = self._key(char_twin)
                    small = char["upright"] and char["size"] < self.mark_below_pt
                    if key is None or (small and char["text"].isdigit()):
                        continue
                    for letter in letters(char["text"]):
                        box = (char["x0"], char["top"], char["x1"], char["bottom"])
                        self._streams[key] += letter
                        self._letters[key].append(Letter(page.page_number, box, char["upright"]))

    def _key(self, char: dict[str, object]) -> str | None:
        colour = char["non_stroking_color"]
        if not isinstance(colour, tuple) or len(colour) != 3:
            return None
        red, green, blue = (round(part * 255) for part in colour)
        return self._numbers.get(red * 65536 + green * 256 + blue)

    @property
    def keys(self) -> list[str]:
        return list(self._texts)

    def text(self, key: str) -> str:
        return self._texts[key]

    def stretches(self, key: str, words: str | None = None, *, nth: int = 1) -> list[Stretch]:
        """Where a block stands, or some of its words: one stretch for each column of each page, in reading order."""
        placed = self._letters[key]
        start, end = 0, len(placed)
        if words is not None:
            ((_, start, end),) = part(((1, 0, end),), self._texts[key], words, nth=nth)
        return list(_stretches(placed, start, end))

    def spans(self, key: str, words: str | None = None, *, nth: int = 1) -> list[Span]:
        return [stretch.as_span() for stretch in self.stretches(key, words, nth=nth)]


def _stretches(placed: list[Letter], start: int, end: int) -> Iterator[Stretch]:
    """Cut where the page changes, or where reading goes up: there a new column begins."""
    first = start
    for at in range(start + 1, end + 1):
        if at < end and not _parts(placed[at - 1], placed[at]):
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


def words_between(text: str, start: int, end: int) -> str:
    """The words of a text whose letters ``start`` to ``end`` are; a word cut by the bounds goes where it begins.

    >>> words_between("counter-terrorism units", 9, 21)
    'units'
    """
    place, count = [], 0
    for at, character in enumerate(text):
        place.extend([at] * len(letters(character)))
        count += len(letters(character))
    begin = place[start]
    while start and begin and not text[begin - 1].isspace():
        begin += 1
        if begin == len(text):
            return ""
    stop = place[end - 1] + 1
    while stop < len(text) and not text[stop].isspace():
        stop += 1
    return text[begin:stop].strip()
