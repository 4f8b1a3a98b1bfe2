"""The letters that a page's text holds, with their places: PDFium's text interface, read in bulk.

Two traps that cost an afternoon each:

- A "loose" character box has the font's height only where the font descriptor states ascent and descent; LibreOffice's
  subsets do not, and the box shrinks to the glyph. Heights are therefore computed from base line and size.
- A hyphen at a line's end is reported as U+0002, whatever sign the file holds.
"""

import ctypes
import math
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import repeat
from operator import sub
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from corpus.pages import Font, Word
from extract import native
from extract.sight import Unseen
from extract.view import View
from extract.words import Run, Space, Stretch, are_close, with_marks, words_of

_TINY_PT, _TINY_SHARE = 1.0, 500.0  # type below one point, on a page of a usual height, is not meant for readers
_LOST = "\ufffd"  # a sign that the file's character map does not know
_HYPHEN = 0x02  # PDFium's name for a hyphen at a line's end
_AT_ONCE = 4_096  # letters; what they take does not grow with the page

_SPELT = {
    0xFB00: "ff",
    0xFB01: "fi",
    0xFB02: "fl",
    0xFB03: "ffi",
    0xFB04: "ffl",
    0xFB05: "st",
    0xFB06: "st",
    0x2010: "-",
    0x2011: "-",
    0xF0B7: "•",  # the Symbol font's bullet
    0xF0A7: "▪",
    0xF0D8: "➢",
    0xF02D: "–",
}
_BLANK = frozenset(
    {0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000}
    | {*range(0x2000, 0x200C)}
)
# What no reader sees: soft hyphens, joiners, and signs that would act where text is shown (terminal controls, marks that turn
# the direction of writing).
_NOTHING = frozenset(
    {0x00AD, *range(0x7F, 0xA0), 0x061C, *range(0x200C, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070)}
    | {0xFEFF, *range(0xFFF9, 0xFFFC), 0xFFFE, 0xFFFF}
)
# Halves of letters beyond U+FFFF, which PDFium gives apart.
_FIRST_HALF, _SECOND_HALF = range(0xD800, 0xDC00), range(0xDC00, 0xE000)
# What most letters are: nothing has to be asked for them.
_PLAIN = frozenset(chr(c) for c in range(0x21, 0x2500) if c not in _BLANK and c not in _NOTHING and c not in _SPELT)
_TOGETHER = re.compile(f"[{re.escape(''.join(sorted(_PLAIN)))}]+")


def read_words(page: pdfium.PdfPage, view: View, own: frozenset[int], unseen: Unseen) -> tuple[list[Word], list[Word]]:
    """The words that a reader sees, and those that lie under a picture, in the order of the file.

    Args:
        page: the open page.
        view: how it is displayed.
        own: addresses of the text objects whose marked content the structure tree may name.
        unseen: what is left out.
    """
    text_page = raw.FPDFText_LoadPage(page)
    if not text_page:
        return [], []
    try:
        words = with_marks(words_of(_Reader(text_page, view, own, unseen.objects, None).stretches()))
        under = []
        if unseen.under:
            under = words_of(_Reader(text_page, view, own, frozenset(), unseen.under).stretches())
        return words, under
    finally:
        raw.FPDFText_ClosePage(text_page)


@dataclass(frozen=True, slots=True)
class _FontFacts:
    name: str
    bold: bool
    italic: bool
    ascent: float  # shares of the size
    descent: float


# Of text objects that are set alike: font, size, four parts of the matrix, red, green and blue, marked content.
_Style = tuple[int, float, float, float, float, float, int, int, int, int | None]


@dataclass(frozen=True, slots=True)
class _Part:
    """Some letters as PDFium gives them in bulk.

    Args:
        first: the position of the first of them among those of the page.
        signs: as in `native.signs_of`.
        lefts: left sides of their boxes on the page as displayed.
        rights: likewise.
        lows: lower sides of their boxes there, in the file's coordinates.
        steps: from the right side of each to the left side of the next one.
        are_within: whether all begin within the page.
        boxes: left, top, right and bottom of each in the file's coordinates.
        are_boxed: whether each has a box.
    """

    first: int
    signs: str
    lefts: list[float]
    rights: list[float]
    lows: list[float]
    steps: list[float]
    are_within: bool
    boxes: "ctypes.Array[ctypes.c_float]"
    are_boxed: list[int]


class _Reader:
    """Reads the letters of one page, without those of `unseen` text objects, or from `only` some."""

    def __init__(
        self, text_page: Any, view: View, own: frozenset[int], unseen: frozenset[int], only: frozenset[int] | None
    ) -> None:
        self._page = native.address_of(text_page)
        self._view = view
        self._right_end, self._low_end = view.size[0] + 2, view.size[1] + 2
        self._own, self._unseen, self._only = own, unseen, only
        self._tiny = min(_TINY_PT, view.size[1] / _TINY_SHARE)
        # By address. Fonts live no longer than a page: what stands there on the next page may be another one.
        self._fonts: dict[int, _FontFacts] = {}
        self._runs: dict[int, Run | None] = {}  # None where the letters of a text object are left out
        self._styles: dict[_Style, Run | None] = {}
        self._base: tuple[Run | None, float, float] = None, 0.0, 0.0  # run, lower side and base line of the last letter

    def stretches(self) -> Iterator[Stretch | Space]:
        """Letters and white space in the order of the file."""
        count = native.count_letters(self._page)
        for first in range(0, count, _AT_ONCE):
            part = self._part(first, min(_AT_ONCE, count - first))
            is_whole, at = all(part.are_boxed), 0
            for match in _TOGETHER.finditer(part.signs):
                start, stop = match.span()
                if start == at + 1 and part.signs[at] == " ":
                    yield self._space(first + at)
                elif start > at:
                    yield from self._one_by_one(part, at, start)
                together = self._together(part, start, stop) if is_whole else None
                yield from self._one_by_one(part, start, stop) if together is None else together
                at = stop
            yield from self._one_by_one(part, at, len(part.signs))

    def _part(self, first: int, count: int) -> _Part:
        boxes = (ctypes.c_float * (4 * count))()
        start = ctypes.addressof(boxes)
        places = range(start, start + ctypes.sizeof(boxes), 16)
        are_boxed = list(map(native.box_of, repeat(self._page), range(first, first + count), places))
        lefts, rights, lows = self._view.upright(boxes[::4], boxes[1::4], boxes[2::4], boxes[3::4])
        are_within = min(lefts) >= -2 and max(lefts) <= self._right_end
        signs, steps = native.signs_of(self._page, first, count), list(map(sub, lefts[1:], rights))
        return _Part(first, signs, lefts, rights, lows, steps, are_within, boxes, are_boxed)

    def _together(self, part: _Part, start: int, stop: int) -> tuple[Stretch, ...] | None:
        """Letters from one place to another as one stretch, where they are so; none where they are left out.

        That the first and the last are of one text object says that all are: an object writes its letters in one go.
        """
        position, last = part.first + start, part.first + stop - 1
        address = native.object_of(self._page, position)
        run = self._run_of(address, position)
        lows = part.lows[start:stop]
        is_even = lows.count(lows[0]) == len(lows)
        if last > position and native.object_of(self._page, last) != address:
            rest = range(position + 1, last + 1)
            if not is_even or any(self._run_of(native.object_of(self._page, at), at) is not run for at in rest):
                return None
        if run is None:
            return ()
        if not run.is_level or not part.are_within:
            return None
        if last > position:
            steps, rights = part.steps[start : stop - 1], part.rights[start:stop]
            if not are_close(min(steps), max(steps), run) or rights != sorted(rights):
                return None
        v = self._base_line(run, lows[0], position)
        if not -2 <= v <= self._low_end:
            return None
        if not is_even and self._base_line(run, math.nan, last) != v:
            return None
        return ((part.signs[start:stop], run, part.lefts[start], part.rights[stop - 1], v, part.lefts[stop - 1]),)

    def _one_by_one(self, part: _Part, start: int, stop: int) -> Iterator[Stretch | Space]:
        """Letters from one place to another, each a stretch."""
        for place in range(start, stop):
            position = part.first + place
            text = self._text(part.signs[place], position)
            if text == " ":
                yield self._space(position)
                continue
            run = self._run_of(native.object_of(self._page, position), position) if text is not None else None
            if text is None or run is None or not part.are_boxed[place]:
                continue
            if run.is_level:
                x, y = part.lefts[place], self._base_line(run, part.lows[place], position)
                u0, u1, v = x, part.rights[place], y
            else:
                x, y = self._view.point(*native.origin_of(self._page, position))
                left, top, right, bottom = part.boxes[4 * place : 4 * place + 4]
                corners = [self._view.point(a, b) for a in (left, right) for b in (bottom, top)]
                u0, u1, v = _along(run, corners, x, y)
            if -2 <= x <= self._right_end and -2 <= y <= self._low_end:
                yield text, run, u0, u1, v, u0

    def _space(self, position: int) -> Space:
        return Space.GUESSED if native.is_generated(self._page, position) else Space.WRITTEN

    def _base_line(self, run: Run, low: float, position: int) -> float:
        """The base line of a letter of a level run: that of the last one where both boxes reach as low."""
        last, last_low, v = self._base
        if run is not last or low != last_low:
            v = self._view.point(*native.origin_of(self._page, position))[1]
            self._base = run, low, v
        return v

    def _text(self, sign: str, position: int) -> str | None:
        """What a letter says: a space for any white space, None where it says nothing."""
        if sign == " " or sign in _PLAIN:
            return sign
        code = native.unicode_of(self._page, position)
        if code in _BLANK:
            return " "
        if code in _NOTHING or code in _SECOND_HALF:
            return None
        if code < 0x20:
            return "-" if code == _HYPHEN and not native.is_unmapped(self._page, position) else _LOST
        if code in _FIRST_HALF:
            low = native.unicode_of(self._page, position + 1)
            return chr(0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00)) if low in _SECOND_HALF else None
        return _SPELT.get(code) or (chr(code) if code <= sys.maxunicode else _LOST)

    def _run_of(self, address: int | None, position: int) -> Run | None:
        """What the letters of a text object share, the one at a position among them; None where they are left out."""
        if address is None:
            return None
        if address not in self._runs:
            self._runs[address] = self._run(address, position)
        return self._runs[address]

    def _run(self, address: int, position: int) -> Run | None:
        if address in self._unseen or (self._only is not None and address not in self._only):
            return None
        content = native.content_of(address) if address in self._own else -1
        style = (
            native.font_of(address) or 0,
            native.size_of(self._page, position),
            *native.letter_matrix_of(self._page, position)[:4],
            *native.fill_of(address)[:3],
            content if content >= 0 else None,
        )
        if style not in self._styles:
            self._styles[style] = self._styled(*style)
        return self._styles[style]

    def _styled(
        self,
        font: int,
        font_size: float,
        a: float,
        b: float,
        c: float,
        d: float,
        red: int,
        green: int,
        blue: int,
        content: int | None,
    ) -> Run | None:
        """A run of letters in a font with these sizes, this matrix and this color; None where they are too small to be read."""
        size = round(abs(font_size * math.hypot(c, d)), 2)
        if size < self._tiny:
            return None
        facts = self._fonts.get(font)
        if facts is None:
            facts = self._fonts[font] = _font_facts(font)
        dx, dy = self._view.direction(a, b)
        angle = round(math.degrees(math.atan2(dy, dx))) % 360
        radians = math.radians(angle)
        return Run(
            Font(facts.name, size, facts.bold, facts.italic, red << 16 | green << 8 | blue),
            facts.ascent,
            facts.descent,
            angle,
            math.cos(radians) if angle else 1.0,
            math.sin(radians) if angle else 0.0,
            dy == 0.0 and angle == 0,
            content,
        )


def _along(run: Run, corners: Sequence[tuple[float, float]], x: float, y: float) -> tuple[float, float, float]:
    """Where a letter begins and ends along its run, and its base line across.

    Args:
        run: of the letter.
        corners: of its box on the page as displayed.
        x: its origin on the page.
        y: likewise.
    """
    if run.angle == 0:
        xs = [a for a, _ in corners]
        return min(xs), max(xs), y
    u, v = x * run.cos + y * run.sin, -x * run.sin + y * run.cos
    if run.angle % 90:
        return u, u + 0.55 * run.font.size_pt, v
    return u, max(a * run.cos + b * run.sin for a, b in corners), v


def _font_facts(address: int) -> _FontFacts:
    font = native.pointer_to(address, raw.FPDF_FONT)
    length = raw.FPDFFont_GetBaseFontName(font, None, 0)
    buffer = ctypes.create_string_buffer(max(1, length))
    raw.FPDFFont_GetBaseFontName(font, buffer, length)
    name = buffer.value.decode("utf-8", "replace")
    name = name.split("+", 1)[1] if len(name) > 7 and name[6] == "+" else name
    flags, weight = raw.FPDFFont_GetFlags(font), raw.FPDFFont_GetWeight(font)
    lower = name.lower()
    bold = any(part in lower for part in ("bold", "black", "heavy", "semibold", "demi")) or bool(flags & 1 << 18)
    if not bold and weight >= 600 and not any(part in lower for part in ("regular", "light", "book", "roman")):
        bold = True
    italic = "italic" in lower or "oblique" in lower or bool(flags & 1 << 6)
    ascent, descent = ctypes.c_float(), ctypes.c_float()
    has_ascent = raw.FPDFFont_GetAscent(font, 1.0, ascent)
    has_descent = raw.FPDFFont_GetDescent(font, 1.0, descent)
    # Descriptors state anything from 0 to twice the truth, and the embedded font something else again. The box holds the
    # letters of text faces and nearly all of the em square above either base line or descent, which is what other tools
    # take for a letter's box (pdfminer, pdfplumber).
    stated = descent.value if has_descent and -0.5 < descent.value < 0 else 0.0
    high = max(min(ascent.value if has_ascent else 0.0, 1.0), 1.0 + stated, 0.95)
    low = max(min(stated, -0.2), -0.32)
    return _FontFacts(name, bold, italic, high, low)
