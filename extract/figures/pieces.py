"""Pages cut into pieces: boxes within boxes, and in each of them lines in one type, one below the other.

On a page of tiles reading order says little: a row of numbers may come before a row of labels. So the words of each box (a
ground or a frame) are cut where more than a word space or another type parts them.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from corpus.geometry import Box, hull
from corpus.pages import Line, Page, Word
from extract.lines import line_text, lines_of, words_text
from extract.measures import is_open_quantity, is_scale_only
from extract.numbers import bare_quantity

_GAP = 0.9  # of the type's size: white space that parts two pieces of a line
_STYLE_GAP = 0.4  # where the type changes too
_LARGE = 1.3  # how much larger a number is than the words that it is set apart from
_PITCH = 1.75  # of the type's size: the largest distance of base lines within a piece
_ALIGNED_PT = 4.0
_LEAST_BOX = (40.0, 12.0)  # points: what is smaller holds no tile
_EDGE = 0.06  # of the page's height: running lines stand there, unless in a box


@dataclass(slots=True)
class Frame:
    """A ground, a frame, or a cell: `parent` is the smallest one around it, None for the page."""

    box: Box
    parent: int | None = None


@dataclass(slots=True)
class Piece:
    """Lines in one type, one below the other, in one frame (None: the bare page)."""

    lines: list[Line]
    frame: int | None
    page: int
    starts_item: bool = False

    @property
    def box(self) -> Box:
        return hull(line.box for line in self.lines)

    @property
    def text(self) -> str:
        return " ".join(line_text(line) for line in self.lines)

    @property
    def size_pt(self) -> float:
        return self.lines[0].size_pt

    @property
    def bold(self) -> bool:
        return all(line.bold for line in self.lines)

    @property
    def color(self) -> int:
        return self.lines[0].words[0].font.color

    def is_set_like(self, other: "Piece") -> bool:
        return abs(self.size_pt - other.size_pt) <= 0.06 * self.size_pt and self.bold == other.bold


def cut(page: Page, words: Iterable[Word], cells: Sequence[Box], language: str) -> tuple[list[Frame], list[Piece]]:
    """The frames of a page, from large to small, and its pieces.

    Args:
        page: its grounds and rules are the frames.
        words: upright words that are no furniture, notes, tables or running text.
        cells: boxes of table cells: frames as well.
        language: in which numbers are told.
    """
    frames = _frames(page, cells)
    boxes = [frame.box for frame in frames]
    by_frame: dict[int | None, list[Word]] = {}
    for word in words:
        frame = smallest(boxes, word.box)
        at_edge = word.box.bottom < _EDGE * page.height or word.box.top > (1 - _EDGE) * page.height
        if frame is not None or not at_edge:
            by_frame.setdefault(frame, []).append(word)
    cutter = _Cutter(page.number, language)
    return frames, [piece for held_by, held in by_frame.items() for piece in cutter.pieces(held, held_by)]


# --- frames --------------------------------------------------------------------------------------------------------


def _frames(page: Page, cells: Sequence[Box]) -> list[Frame]:
    whole = page.width * page.height
    boxes: list[Box] = []
    for box in (*(fill.box for fill in page.fills), *_ruled(page), *cells):
        too_small = box.width < _LEAST_BOX[0] or box.height < _LEAST_BOX[1]
        if not too_small and box.width * box.height < 0.8 * whole and not any(_same(box, other) for other in boxes):
            boxes.append(box)
    boxes.sort(key=lambda box: box.width * box.height, reverse=True)
    frames: list[Frame] = []
    for box in boxes:
        parent = None
        for position, frame in enumerate(frames):
            if (
                frame.box.x0 - 3 <= box.x0
                and box.x1 <= frame.box.x1 + 3
                and frame.box.top - 3 <= box.top
                and box.bottom <= frame.box.bottom + 3
            ):
                parent = position
        frames.append(Frame(box, parent))
    return frames


def _same(one: Box, two: Box) -> bool:
    edges = ((one.x0, two.x0), (one.x1, two.x1), (one.top, two.top), (one.bottom, two.bottom))
    return all(abs(a - b) <= 3 for a, b in edges)


def _ruled(page: Page) -> Iterator[Box]:
    """Rectangles of four rules; their corners may be rounded."""
    flat = sorted((r.box for r in page.rules if r.is_horizontal and r.box.width >= _LEAST_BOX[0]), key=lambda b: b.top)
    upright = [r.box for r in page.rules if not r.is_horizontal and r.box.height >= _LEAST_BOX[1] - 4]
    if len(flat) > 400 or len(upright) > 400:
        return
    for position, top in enumerate(flat):
        for bottom in flat[position + 1 :]:
            if abs(top.x0 - bottom.x0) > 5 or abs(top.x1 - bottom.x1) > 5 or bottom.top - top.top < _LEAST_BOX[1]:
                continue
            sides = [
                any(
                    abs(side.center_x - x) <= 8 and side.top <= top.top + 12 and side.bottom >= bottom.top - 12
                    for side in upright
                )
                for x in (top.x0, top.x1)
            ]
            if all(sides):
                yield Box(top.x0, top.top, top.x1, bottom.bottom)
                break


def smallest(frames: Sequence[Box], box: Box) -> int | None:
    """The position of the smallest frame that holds the middle of a box; frames come from large to small."""
    return next((i for i in range(len(frames) - 1, -1, -1) if frames[i].holds_center_of(box)), None)


# --- pieces --------------------------------------------------------------------------------------------------------


class _Cutter:
    """Cuts the words of a frame into pieces."""

    def __init__(self, page: int, language: str) -> None:
        self._page = page
        self._language = language

    def pieces(self, words: Sequence[Word], frame: int | None) -> list[Piece]:
        """Segments of lines, joined downwards where they are set alike and stand below each other."""
        found: list[Piece] = []
        for line in lines_of(words, self._page):
            segments = [part for segment in _segments(line) for part in self._number_and_rest(segment)]
            texts = [words_text(segment) for segment in segments]
            for position, segment in enumerate(segments):
                part = Line(self._page, tuple(segment), hull(w.box for w in segment))
                near = [
                    i
                    for i in (position - 1, position + 1)
                    if 0 <= i < len(texts) and _on_one_base(segments[i], segment)
                ]
                is_beside = any(self._is_number(texts[i]) for i in near) and not self._is_number(texts[position])
                above = self._above(found, part, texts[position], starts=is_beside)
                if above is not None:
                    above.lines.append(part)
                else:
                    found.append(Piece([part], frame, self._page, _is_item(texts[position])))
        return found

    def _is_number(self, text: str) -> bool:
        return bare_quantity(text, self._language) is not None

    def _number_and_rest(self, words: list[Word]) -> Iterator[list[Word]]:
        """A large number and the small words that go on beside it, parted: "**12 480** arrests"."""
        size = words[0].font.size_pt
        cut_at = next((i for i, word in enumerate(words) if word.font.size_pt < size / _LARGE), len(words))
        if 0 < cut_at < len(words) and self._is_number(words_text(words[:cut_at])):
            yield words[:cut_at]
            yield words[cut_at:]
        else:
            yield words

    def _above(self, pieces: Sequence[Piece], part: Line, text: str, *, starts: bool) -> Piece | None:
        """The piece that a segment goes on with."""
        best: tuple[float, Piece] | None = None
        if _is_item(text):
            return None
        for piece in reversed(pieces[-40:]):
            last = piece.lines[-1]
            size = max(last.size_pt, part.size_pt)
            pitch = part.box.bottom - last.box.bottom
            if not 0.5 * size < pitch <= _PITCH * size or abs(last.size_pt - part.size_pt) > 0.06 * size:
                continue
            if last.bold != part.bold and self._is_number(piece.text):
                continue
            if len(piece.lines) > 1 and pitch > 1.3 * (last.box.bottom - piece.lines[-2].box.bottom):
                continue
            if not _aligned(piece, part):
                continue
            goes_on = is_open_quantity(piece.text) or is_scale_only(text) or _is_broken_number(piece.text, text)
            if self._is_number(piece.text) or is_open_quantity(piece.text):
                if not goes_on or last.bold != part.bold:
                    continue
            elif starts or (self._is_number(text) and (last.bold != part.bold or len(piece.text.split()) < 4)):
                continue
            distance = abs(last.box.x0 - part.box.x0)
            if best is None or distance < best[0]:
                best = (distance, piece)
        return best[1] if best else None


def _is_broken_number(text: str, below: str) -> bool:
    """Whether a line ends within a number: "more than 4" above "800"."""
    return bool(re.search(r"^\D.*(?<!\d)\d{1,3}$", text) and re.match(r"\d{3}(?!\d)", below))


def _on_one_base(one: Sequence[Word], other: Sequence[Word]) -> bool:
    """Whether two segments stand on one base line; larger type reaches further down."""
    larger = max(one[0].font.size_pt, other[0].font.size_pt)
    return abs(one[0].box.bottom - other[0].box.bottom) <= 0.35 * larger


def _is_item(text: str) -> bool:
    return text[:1] in "•▪●○◦‣➢■□–—-" and len(text) > 2 and text[1] == " "


def _segments(line: Line) -> Iterator[list[Word]]:
    """The words of a line, parted at wide gaps, and at narrower ones where the type changes."""
    run = [line.words[0]]
    for one, two in pairwise(line.words):
        gap = two.box.x0 - one.box.x1
        size = max(one.font.size_pt, two.font.size_pt)
        unlike = (
            one.font.bold != two.font.bold or one.font.color != two.font.color or one.font.size_pt != two.font.size_pt
        )
        if gap > _GAP * size or (unlike and gap > _STYLE_GAP * size):
            yield run
            run = []
        run.append(two)
    yield run


def _aligned(piece: Piece, part: Line) -> bool:
    first, last = piece.lines[0].box, piece.lines[-1].box
    edges = (last.x0 - part.box.x0, last.center_x - part.box.center_x, last.x1 - part.box.x1)
    if any(abs(edge) <= _ALIGNED_PT for edge in edges):
        return True
    hangs = piece.starts_item and 0 < part.box.x0 - first.x0 <= 30
    return hangs or (
        len(piece.lines) == 1
        and abs(first.x0 - part.box.x0) <= 24
        and first.overlap_x(part.box) > 0.6 * part.box.width > 60
    )
