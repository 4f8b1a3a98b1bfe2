"""Parting a page into columns: its words and boxes to leaves in reading order.

A gutter is a strip of white space that no word and no box crosses over several rows, with text on both sides. What
crosses it above is read before, then the columns from left to right, then what crosses it below (a recursive X-Y cut,
Nagy and Seth 1984, whose horizontal cuts are what crosses). A narrow column with few words beside running text holds side
headings: it is read together with what stands beside it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from corpus.geometry import Box, hull
from corpus.pages import Line, Word
from extract.lines import line_text, lines_of

_GUTTER_PT = 9.0
_WIDE_PT = 36.0  # more white space is no better gutter
_LEAST_ROWS = 3
_NARROW = 0.22  # of the whole: a narrower side is no column of text
_SIDE = 0.34  # of the whole: a side of headings is narrower
_SPARSE = 0.4  # rows of a side of headings, of those beside it


@dataclass(slots=True)
class Leaf:
    """A column, or a stretch across: its words, and the boxes in it by their position. `beside` is a column of side
    headings at its left."""

    words: list[Word]
    boxes: list[int]
    beside: "Leaf | None" = None


@dataclass(frozen=True, slots=True)
class _Row:
    """Words on one base line, or a box."""

    box: Box
    words: tuple[Word, ...] = ()
    at: int | None = None


@dataclass(frozen=True, slots=True)
class _Gutter:
    """A strip from row `first` to row `last`; `x` is its middle."""

    x: float
    first: int
    last: int
    is_side: bool = field(default=False)


def leaves(words: Sequence[Word], boxes: Sequence[Box], page: int) -> list[Leaf]:
    """The leaves of a page or box in reading order.

    Args:
        words: upright words outside the boxes.
        boxes: what is laid out by itself: tables, call-outs, pictures.
        page: the page's number.
    """
    return _parted(list(words), list(range(len(boxes))), boxes, page)


def _parted(words: list[Word], inside: list[int], boxes: Sequence[Box], page: int) -> list[Leaf]:
    if not words and not inside:
        return []
    rows = [_Row(line.box, line.words) for line in lines_of(words, page)]
    rows += [_Row(boxes[at], (), at) for at in inside]
    rows.sort(key=lambda row: (row.box.center_y, row.box.x0))
    gutter = _gutter(rows) if len(words) >= 12 else None
    if gutter is None:
        return [Leaf(words, inside)]
    within = rows[gutter.first : gutter.last + 1]
    left, right = _sides(within, gutter.x)
    out = _again(rows[: gutter.first], boxes, page)
    if gutter.is_side:
        leaf = Leaf(*_contents(right), beside=Leaf(*_contents(left)))
        out.append(leaf)
    else:
        out += _again(left, boxes, page) + _again(right, boxes, page)
    return out + _again(rows[gutter.last + 1 :], boxes, page)


def _again(rows: Sequence[_Row], boxes: Sequence[Box], page: int) -> list[Leaf]:
    words, inside = _contents(rows)
    return _parted(words, inside, boxes, page)


def _contents(rows: Sequence[_Row]) -> tuple[list[Word], list[int]]:
    return [w for row in rows for w in row.words], [row.at for row in rows if row.at is not None]


def _sides(rows: Sequence[_Row], x: float) -> tuple[list[_Row], list[_Row]]:
    """Rows cut at a gutter."""
    left: list[_Row] = []
    right: list[_Row] = []
    for row in rows:
        if row.at is not None:
            (left if row.box.center_x < x else right).append(row)
            continue
        for side, own in (
            (left, [w for w in row.words if w.box.center_x < x]),
            (right, [w for w in row.words if w.box.center_x >= x]),
        ):
            if own:
                side.append(_Row(hull(w.box for w in own), tuple(own)))
    return left, right


# --- gutters -------------------------------------------------------------------------------------------------------


def _gutter(rows: Sequence[_Row]) -> _Gutter | None:
    """The best gutter: the strip that is wide over many rows with text on both sides."""
    gaps: list[tuple[int, float, float]] = []
    for number, row in enumerate(rows):
        for one, two in pairwise(row.words):
            if two.box.x0 - one.box.x1 >= max(_GUTTER_PT, 0.8 * one.font.size_pt):
                gaps.append((number, one.box.x1, two.box.x0))
    best: tuple[float, _Gutter] | None = None
    for x in sorted({round((x0 + x1) / 2) for _, x0, x1 in gaps}):
        both = {number for number, x0, x1 in gaps if x0 < x < x1}
        if len(both) < _LEAST_ROWS:
            continue
        run = _longest_run(rows, x, both)
        if run is None:
            continue
        first, last, count = run
        strip = min(x1 - x0 for number, x0, x1 in gaps if x0 < x < x1 and first <= number <= last)
        kind = _kind(rows[first : last + 1], x)
        if kind is None:
            continue
        score = count * min(strip, _WIDE_PT)
        if best is None or score > best[0]:
            best = score, _Gutter(x, first, last, is_side=kind == "side")
    return best[1] if best else None


def _longest_run(rows: Sequence[_Row], x: float, both: set[int]) -> tuple[int, int, int] | None:
    """The stretch of rows with most text on both sides that nothing crosses at x: first, last, and how many have both."""
    best: tuple[int, int, int] | None = None
    start: int | None = None
    for number in range(len(rows) + 1):
        crosses = number == len(rows) or _crosses(rows[number], x) or (number not in both and _spans(rows[number], x))
        if not crosses:
            start = number if start is None else start
            continue
        if start is not None:
            inside = [n for n in range(start, number) if n in both]
            if len(inside) >= _LEAST_ROWS and (best is None or len(inside) > best[2]):
                first, last = _with_ragged_ends(rows, start, number - 1, inside)
                best = (first, last, len(inside))
        start = None
    return best


def _crosses(row: _Row, x: float) -> bool:
    if row.at is not None:
        return row.box.x0 < x - 0.5 and row.box.x1 > x + 0.5
    return any(w.box.x0 < x - 0.5 and w.box.x1 > x + 0.5 for w in row.words)


def _spans(row: _Row, x: float) -> bool:
    """Whether a row has words on both sides that are parted by no more than word space."""
    return any(
        one.box.x1 <= x <= two.box.x0 and two.box.x0 - one.box.x1 < _GUTTER_PT for one, two in pairwise(row.words)
    )


def _with_ragged_ends(rows: Sequence[_Row], start: int, end: int, inside: list[int]) -> tuple[int, int]:
    """Rows of one side only belong to the columns while they follow at the distance of lines; so do boxes."""
    first, last = inside[0], inside[-1]
    lines = [row for row in rows[start : end + 1] if row.words]
    steps = [b.box.center_y - a.box.center_y for a, b in pairwise(lines)]
    pitch = median(steps) if steps else 14.0
    while first > start and (
        rows[first - 1].at is not None or rows[first].box.top - rows[first - 1].box.bottom <= 1.2 * pitch
    ):
        first -= 1
    while last < end and (rows[last + 1].at is not None or _follows(rows, last, pitch)):
        last += 1
    return first, last


def _follows(rows: Sequence[_Row], last: int, pitch: float) -> bool:
    """Whether the next row stands closely below what stands above it in its own column."""
    row = rows[last + 1]
    above = [r.box.bottom for r in rows[: last + 1] if r.box.overlap_x(row.box) > 0]
    return row.box.top - max(above, default=row.box.top) <= 1.6 * pitch + 4


def _kind(rows: Sequence[_Row], x: float) -> str | None:
    """Whether both sides read as columns of text ("columns"), or the left one holds side headings ("side"); None where rows
    are read across: marks of a list beside its items, labels beside their values, page numbers of a table of contents."""
    left = [[w for w in row.words if w.box.center_x < x] for row in rows if row.words]
    right = [[w for w in row.words if w.box.center_x >= x] for row in rows if row.words]
    left_words, right_words = [w for ws in left for w in ws], [w for ws in right for w in ws]
    if not left_words or not right_words:
        return None
    left_box, right_box = hull(w.box for w in left_words), hull(w.box for w in right_words)
    whole = right_box.x1 - left_box.x0
    left_rows, right_rows = sum(bool(ws) for ws in left), sum(bool(ws) for ws in right)
    per_left, per_right = len(left_words) / left_rows, len(right_words) / right_rows
    if left_box.width < _SIDE * whole and left_rows <= _SPARSE * right_rows and per_right >= 4 and right_rows >= 6:
        return None if _are_marks(left) else "side"
    narrow = min(left_box.width, right_box.width) < _NARROW * whole
    return "columns" if not narrow and per_left >= 2.2 and per_right >= 2.2 else None


def _are_marks(rows: Sequence[Sequence[Word]]) -> bool:
    """Whether most rows of a side are marks of a list, or numbers."""
    texts = [line_text(Line(0, tuple(row), row[0].box)) for row in rows if row]
    return sum(bool(_MARK.fullmatch(text)) for text in texts) >= 0.5 * len(texts)


_MARK = re.compile(r"\W+|\(?\w{1,4}[.)]?|(?:[A-Z][\w-]{0,8} ?){0,2}\d{1,3}(?:\.\d+)*[.):]?")
