"""The letters that a page's text holds, with their places: PDFium's text interface, read in bulk.

Letters that stand together between white space are taken as one stretch where all of them are of one run, on one base line and
as close as those of a word; that is told for all such stretches of a page at once. The rest is read letter by letter.

A trap that cost an afternoon: a hyphen at a line's end is reported as U+0002, whatever sign the file holds.
"""

import math
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import repeat

import numpy as np
import pypdfium2 as pdfium
import pypdfium2.raw as raw

from corpus.pages import Word
from extract import native
from extract.runs import Runs
from extract.sight import Unseen
from extract.view import Floats, View
from extract.words import Run, Space, Stretch, with_marks, words_of

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
    at = native.address_of(text_page)
    try:
        words = _words_of(Runs(at, view, own, unseen=unseen.objects | unseen.partly))
        if unseen.partly:
            partly = _words_of(Runs(at, view, own, only=unseen.partly))
            words = [*words, *(word for word in partly if unseen.shows(word.box))]
        under = _words_of(Runs(at, view, own, only=unseen.under)) if unseen.under else []
        return with_marks(words), under
    finally:
        raw.FPDFText_ClosePage(text_page)


def _words_of(runs: Runs) -> list[Word]:
    return words_of(_Reader(runs).stretches())


@dataclass(frozen=True, slots=True)
class _Part:
    """Some letters as PDFium gives them in bulk.

    Args:
        first: the position of the first of them among those of the page.
        signs: as in `native.signs_of`.
        boxes: left, top, right and bottom of each in the file's coordinates; no numbers where it has no box.
        lefts: left sides of their boxes on the page as displayed, if they stand upright there.
        rights: likewise.
        lows: their lower sides there, in the file's coordinates.
    """

    first: int
    signs: str
    boxes: Floats
    lefts: Floats
    rights: Floats
    lows: Floats


class _Reader:
    """Reads the letters of one page: of the runs that are given."""

    def __init__(self, runs: Runs) -> None:
        self._page, self._view, self._runs = runs.page, runs.view, runs
        self._right_end, self._low_end = runs.view.size[0] + 2, runs.view.size[1] + 2
        self._base: tuple[Run | None, float, float] = None, 0.0, 0.0  # run, lower side and base line of the last letter

    def stretches(self) -> Iterator[Stretch | Space]:
        """Letters and white space in the order of the file."""
        count = native.count_letters(self._page)
        for first in range(0, count, _AT_ONCE):
            part = self._part(first, min(_AT_ONCE, count - first))
            at = 0
            spans = [match.span() for match in _TOGETHER.finditer(part.signs)]
            for (start, stop), together in zip(spans, self._together(part, spans), strict=True):
                if start == at + 1 and part.signs[at] == " ":
                    yield self._space(first + at)
                elif start > at:
                    yield from self._one_by_one(part, at, start)
                if together is None:
                    yield from self._one_by_one(part, start, stop)
                elif together:
                    yield together
                at = stop
            yield from self._one_by_one(part, at, len(part.signs))

    def _part(self, first: int, count: int) -> _Part:
        written = np.empty((count, 4), np.float32)
        start = written.ctypes.data
        places = range(start, start + written.nbytes, written.itemsize * 4)
        are_boxed = list(map(native.box_of, repeat(self._page), range(first, first + count), places))
        boxes = written.astype(np.float64)
        if not all(are_boxed):
            boxes[np.array(are_boxed) == 0] = math.nan
        return _Part(first, native.signs_of(self._page, first, count), boxes, *self._view.upright(*boxes.T))

    def _together(self, part: _Part, spans: Sequence[tuple[int, int]]) -> Iterator[Stretch | tuple[()] | None]:
        """For each span of letters the stretch that they are; nothing where they are left out, None where they are no one
        stretch.

        That the first and the last are of one text object says that all are: an object writes its letters in one go.
        """
        if not spans:
            return
        page, shift = self._page, part.first
        starts, lasts = [start for start, _ in spans], [stop - 1 for _, stop in spans]
        rows = zip(
            spans,
            map(native.object_of, repeat(page), (shift + start for start in starts)),
            map(native.object_of, repeat(page), (shift + last for last in lasts)),
            *_steps(part, starts, lasts, self._right_end),
            part.lefts[starts].tolist(),
            part.lefts[lasts].tolist(),
            part.rights[lasts].tolist(),
            part.lows[starts].tolist(),
            strict=True,
        )
        for (start, stop), address, other, least, most, is_odd, is_even, left, begin, right, low in rows:
            position = shift + start
            run = self._runs.of(address, position)
            if address != other and not (is_even and self._are_alike(run, position + 1, shift + stop)):
                yield None
            elif run is None:
                yield ()
            elif is_odd or not run.is_level or not run.back <= least or not most <= run.merges:
                yield None
            else:
                v = self._base_line(run, low, position)
                is_level = is_even or self._base_line(run, math.nan, shift + stop - 1) == v
                within = is_level and -2 <= v <= self._low_end
                yield (part.signs[start:stop], run, left, right, v, begin) if within else None

    def _are_alike(self, run: Run | None, start: int, stop: int) -> bool:
        """Whether the letters from one position to another are all of a run."""
        return all(self._runs.of(native.object_of(self._page, at), at) is run for at in range(start, stop))

    def _one_by_one(self, part: _Part, start: int, stop: int) -> Iterator[Stretch | Space]:
        """Letters from one place to another, each a stretch."""
        for place in range(start, stop):
            position = part.first + place
            text = self._text(part.signs[place], position)
            if text == " ":
                yield self._space(position)
                continue
            run = self._runs.of(native.object_of(self._page, position), position) if text is not None else None
            if text is None or run is None or math.isnan(part.boxes[place, 0]):
                continue
            if run.is_level:
                x, y = float(part.lefts[place]), self._base_line(run, float(part.lows[place]), position)
                u0, u1, v = x, float(part.rights[place]), y
            else:
                x, y = self._view.point(*native.origin_of(self._page, position))
                left, top, right, bottom = part.boxes[place].tolist()
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


def _steps(
    part: _Part, starts: Sequence[int], lasts: Sequence[int], right_end: float
) -> tuple[list[float], list[float], list[bool], list[bool]]:
    """Of some spans of letters, given by their first and last places: the least and the largest step from a letter's right side
    to the next one's left side, whether they go back or leave the page, and whether all reach as low."""
    count = len(part.signs)
    edges = np.zeros(count + 1, np.int8)
    edges[starts] = 1
    edges[np.array(lasts) + 1] = -1
    inside = np.cumsum(edges[:-1]) > 0
    follows = inside.copy()
    follows[starts] = False
    steps, falls, uneven = np.zeros(count), np.zeros(count, bool), np.zeros(count, bool)
    steps[1:] = part.lefts[1:] - part.rights[:-1]
    falls[1:] = part.rights[1:] < part.rights[:-1]
    uneven[1:] = part.lows[1:] != part.lows[:-1]
    steps[~follows] = 0.0
    within = (part.lefts >= -2) & (part.lefts <= right_end)
    return (
        np.minimum.reduceat(steps, starts).tolist(),
        np.maximum.reduceat(steps, starts).tolist(),
        np.logical_or.reduceat((falls & follows) | (inside & ~within), starts).tolist(),
        (~np.logical_or.reduceat(uneven & follows, starts)).tolist(),
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
