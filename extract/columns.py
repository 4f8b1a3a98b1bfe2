"""Parting a page into columns: its words and boxes to leaves in reading order.

A gutter is a strip of white space that no word and no box crosses over several rows, with text on both sides. What
crosses it above is read before, then the columns from left to right, then what crosses it below (a recursive X-Y cut,
Nagy and Seth 1984, whose horizontal cuts are what crosses). A narrow column with few words at the left of running text may
hold side headings: it is read together with what stands beside it. Where a document has shown its gutters, a few lines are
enough to know them again.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from math import inf
from statistics import median

from corpus.geometry import Box, hull
from corpus.pages import Line, Word
from extract.lines import line_text, lines_of

_GUTTER_PT = 9.0
_WIDE_PT = 36.0  # more white space is no better gutter
_HEADING_LINES = 3  # of a heading above columns
_PADDING_PT = 8.0  # how far a box may stand out from the text of its column
_RULE_PT = 8.0  # between a line and the rule that goes with it
_RULED_PT = 20.0  # how far such a rule reaches over a gutter that it closes
_LEAST_ROWS = 3
_LEAST_WORDS = 12  # in a column of text; a few short rows are values beside each other
_HANGING_PT = 24  # how far the text of a point may stand in from its mark
_NARROW = 0.22  # of the whole: a narrower side is no column of text
_SIDE = 0.34  # of the whole: a side of headings is narrower
_SPARSE = 0.4  # rows of a side of headings, of those beside it


class Kind(StrEnum):
    """What stands at a gutter: columns of text, side headings at its left, or remarks in the margin at its right."""

    COLUMNS = "columns"
    SIDE = "side"
    MARGIN = "margin"


@dataclass(frozen=True, slots=True)
class Known:
    """A gutter that a document has shown: its place in points from the left, and what stands at it."""

    x: float
    kind: Kind


@dataclass(slots=True)
class Leaf:
    """A column, or a stretch across: its words, and the boxes in it by their position. `beside` is a column of side
    headings at its left; `is_margin` that it is one of remarks."""

    words: list[Word]
    boxes: list[int]
    beside: "Leaf | None" = None
    is_margin: bool = False


@dataclass(frozen=True, slots=True)
class _Row:
    """Words on one base line, or a box."""

    box: Box
    words: tuple[Word, ...] = ()
    at: int | None = None
    ruled: Box | None = None  # a rule right below or above it, which goes with it


@dataclass(frozen=True, slots=True)
class _Gutter:
    """A strip from row `first` to row `last`; `x` is its middle."""

    x: float
    first: int
    last: int
    kind: Kind


def leaves(
    words: Sequence[Word],
    boxes: Sequence[Box],
    page: int,
    rules: Sequence[Box] = (),
    known: Sequence[Known] = (),
) -> tuple[list[Leaf], list[Known]]:
    """The leaves of a page or box in reading order, and the gutters that parted them.

    Args:
        words: upright words outside the boxes.
        boxes: what is laid out by itself: tables, call-outs, pictures.
        page: the page's number.
        rules: horizontal rules; a heading that one underlines across columns parts what is above from what is below.
        known: gutters that the document has shown elsewhere.
    """
    cut = _Cut(boxes, page, rules, known, [], set())
    found = cut.leaves(list(words), list(range(len(boxes))))
    return found, cut.shown


@dataclass(frozen=True, slots=True)
class _Cut:
    boxes: Sequence[Box]
    page: int
    rules: Sequence[Box]
    known: Sequence[Known]
    shown: list[Known]
    across: set[Word]  # first words of headings that stand above several columns

    def leaves(self, words: list[Word], inside: list[int]) -> list[Leaf]:
        if not words and not inside:
            return []
        rows = [_Row(line.box, line.words, ruled=self._rule_at(line.box)) for line in lines_of(words, self.page)]
        rows += [_Row(self.boxes[at], (), at) for at in inside]
        rows.sort(key=lambda row: (row.box.center_y, row.box.x0))
        gutter = (_gutter(rows, self.across) if len(words) >= 12 else None) or _known_gutter(
            rows, self.known, self.across
        )
        if gutter is None:
            return [Leaf(words, inside)]
        self.shown.append(Known(gutter.x, gutter.kind))
        within = rows[gutter.first : gutter.last + 1]
        left, right = _sides(within, gutter.x)
        out = self._again(rows[: gutter.first])
        if gutter.kind is Kind.SIDE:
            out.append(Leaf(*_contents(right), beside=Leaf(*_contents(left))))
        elif gutter.kind is Kind.MARGIN:
            out += [*self._again(left), Leaf(*_contents(right), is_margin=True)]
        else:
            out += self._again(left) + self._again(right)
        return out + self._again(rows[gutter.last + 1 :])

    def _again(self, rows: Sequence[_Row]) -> list[Leaf]:
        return self.leaves(*_contents(rows))

    def _rule_at(self, box: Box) -> Box | None:
        """The widest rule that underlines a line or stands right above it."""
        near = [
            rule
            for rule in self.rules
            if rule.x0 <= box.x0 + 2
            and rule.x1 >= box.x1 - 2
            and (-1 <= rule.top - box.bottom <= _RULE_PT or -1 <= box.top - rule.bottom <= _RULE_PT)
        ]
        return max(near, key=lambda rule: rule.width, default=None)


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


def _gutter(rows: Sequence[_Row], across: set[Word]) -> _Gutter | None:
    """The best gutter: the strip that is wide beside many rows with text on both of its sides."""
    best: tuple[float, _Gutter] | None = None
    for x in _candidates(rows):
        for first, last in _runs(rows, x, across):
            left, right = _sides(rows[first : last + 1], x)
            left_texts, right_texts = [r for r in left if r.words], [r for r in right if r.words]
            strip = min(r.box.x0 for r in right_texts) - max(r.box.x1 for r in left_texts)
            if strip < _GUTTER_PT:
                continue
            kind = _kind(left_texts, right_texts)
            if kind is None:
                continue
            score = min(len(left_texts), len(right_texts)) * min(strip, _WIDE_PT)
            if best is None or score > best[0]:
                best = score, _Gutter(x, first, last, kind)
    return best[1] if best else None


def _known_gutter(rows: Sequence[_Row], known: Sequence[Known], across: set[Word]) -> _Gutter | None:
    """A gutter that the document has shown elsewhere: a single heading beside two lines, or the few lines that a chapter
    leaves on a page, are parted at it too."""
    for place in known:
        least = (1, 2) if place.kind is Kind.SIDE else (2, 1) if place.kind is Kind.MARGIN else (1, 1)
        for first, last in _runs(rows, place.x, across, least):
            left, right = _sides(rows[first : last + 1], place.x)
            left_texts, right_texts = [r for r in left if r.words], [r for r in right if r.words]
            strip = min(r.box.x0 for r in right_texts) - max(r.box.x1 for r in left_texts)
            if strip >= _GUTTER_PT and not _are_marks(left_texts) and not _are_marks(right_texts):
                return _Gutter(place.x, first, last, place.kind)
    return None


def _candidates(rows: Sequence[_Row]) -> list[float]:
    """Places where a column may begin: just before the left edges at which several stretches of words begin."""
    edges: dict[int, int] = {}
    for row in rows:
        before: Word | None = None
        for word in row.words:
            if before is None or word.box.x0 - before.box.x1 >= max(_GUTTER_PT, 0.8 * before.font.size_pt):
                edge = round(word.box.x0)
                edges[edge] = edges.get(edge, 0) + 1
            before = word
    often = [
        e for e in sorted(edges) if sum(n for x, n in edges.items() if e - 1 <= x <= e + _HANGING_PT) >= _LEAST_ROWS
    ]
    return [edge - _GUTTER_PT / 2 for edge in often]


def _runs(
    rows: Sequence[_Row], x: float, across: set[Word], least: tuple[int, int] = (_LEAST_ROWS, _LEAST_ROWS)
) -> Iterator[tuple[int, int]]:
    """Stretches of rows that nothing crosses at x, with text on both sides at the same height: first and last row.

    `least` counts the rows that either side has at least; headings that are found to stand above several columns are added
    to `across`.
    """
    start = 0
    for number in range(len(rows) + 1):
        if number < len(rows) and _heads_columns(rows, number, x):
            across.add(rows[number].words[0])
        if number < len(rows) and not _closes(rows[number], x, across):
            continue
        run = _beside(rows, start, number - 1, x, least)
        if run is not None:
            yield run
        start = number + 1


def _closes(row: _Row, x: float, across: set[Word]) -> bool:
    """Whether a row ends the columns at a gutter: it runs over it, or stands above several of them."""
    return _crosses(row, x) or _spans(row, x) or (bool(row.words) and row.words[0] in across)


def _heads_columns(rows: Sequence[_Row], at: int, x: float) -> bool:
    """Whether a row is the heading of all columns below it, though it does not reach over the gutter: set apart in type, the
    other columns blank beside it, and all columns beginning anew on one base line below it."""
    row = rows[at]
    if row.at is not None or not row.words or row.words[-1].box.center_x >= x:
        return False
    below = next((r for r in rows[at + 1 :] if r.at is not None or _stands_on(r, x, right=True)), None)
    if below is None or below.at is not None or not _stands_on(below, x, right=False):
        return False
    between = [r for r in rows[at:] if r.box.center_y < below.box.center_y and r is not below]
    if len(between) > _HEADING_LINES or any(r.at is not None for r in between):
        return False
    usual = median(w.font.size_pt for w in below.words)
    size = median(w.font.size_pt for w in row.words)
    bold = all(w.font.bold for w in row.words) and not any(w.font.bold for w in below.words)
    above_right = max(
        (r.box.bottom for r in rows if r.box.top < row.box.top and _stands_on(r, x, right=True)), default=-inf
    )
    above_left = max((r.box.bottom for r in rows[:at] if _stands_on(r, x, right=False)), default=-inf)
    is_blank = below.box.top - above_right >= 2.4 * usual + row.box.height
    return (size > 1.1 * usual or bold) and is_blank and row.box.top - above_left >= 0.5 * usual


def _stands_on(row: _Row, x: float, *, right: bool) -> bool:
    """Whether a row has words on a side of a gutter, or is a box there."""
    if row.at is not None:
        return (row.box.center_x >= x) is right
    return any((w.box.center_x >= x) is right for w in row.words)


def _beside(rows: Sequence[_Row], start: int, end: int, x: float, least: tuple[int, int]) -> tuple[int, int] | None:
    """The part of a stretch in which both sides have text, with the ragged ends of either column."""
    left = [n for n in range(start, end + 1) if any(w.box.center_x < x for w in rows[n].words)]
    right = [n for n in range(start, end + 1) if any(w.box.center_x >= x for w in rows[n].words)]
    if len(left) < least[0] or len(right) < least[1]:
        return None
    top = max(rows[left[0]].box.top, rows[right[0]].box.top)
    bottom = min(rows[left[-1]].box.bottom, rows[right[-1]].box.bottom)
    shared = [n for n in range(start, end + 1) if rows[n].words and top - 1 <= rows[n].box.center_y <= bottom + 1]
    beside_left, beside_right = set(left) & set(shared), set(right) & set(shared)
    fewest = max(1, min(least) - 1)
    if min(len(beside_left), len(beside_right)) < fewest or len(shared) < min(least):
        return None
    return _with_ragged_ends(rows, start, end, shared)


def _crosses(row: _Row, x: float) -> bool:
    if row.at is not None:
        return row.box.x0 < x - _PADDING_PT and row.box.x1 > x + _PADDING_PT
    if row.ruled is not None and row.ruled.x0 < x - _RULED_PT and row.ruled.x1 > x + _RULED_PT:
        return True
    return any(w.box.x0 < x - 0.5 and w.box.x1 > x - _GUTTER_PT / 2 + 0.5 for w in row.words)


def _spans(row: _Row, x: float) -> bool:
    """Whether a row has words on both sides that are parted by no more than word space."""
    for one, two in pairwise(row.words):
        if one.box.center_x < x <= two.box.center_x:
            return two.box.x0 - one.box.x1 < max(_GUTTER_PT, 1.2 * one.font.size_pt)
    return False


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


def _kind(left: Sequence[_Row], right: Sequence[_Row]) -> Kind | None:
    """Whether both sides read as columns of text, or one is a narrow one beside it; None where rows are read across: marks of
    a list beside its items, labels beside their values, page numbers of a table of contents."""
    left_box, right_box = hull(r.box for r in left), hull(r.box for r in right)
    whole = right_box.x1 - left_box.x0
    per_left, per_right = (sum(len(r.words) for r in side) / len(side) for side in (left, right))
    if left_box.width < _SIDE * whole and len(left) <= _SPARSE * len(right) and per_right >= 4 and len(right) >= 6:
        return None if _are_marks(left) else Kind.SIDE
    if right_box.width < _SIDE * whole and len(right) <= _SPARSE * len(left) and per_left >= 6 and len(left) >= 6:
        return Kind.MARGIN if per_right >= 1.5 and not _are_marks(right) else None
    narrow = min(left_box.width, right_box.width) < _NARROW * whole
    fewest = min(sum(len(r.words) for r in side) for side in (left, right))
    return Kind.COLUMNS if not narrow and per_left >= 2.2 and per_right >= 2.2 and fewest >= _LEAST_WORDS else None


def _are_marks(rows: Sequence[_Row]) -> bool:
    """Whether most rows of a side are marks of a list, or numbers."""
    texts = [line_text(Line(0, row.words, row.box)) for row in rows]
    return sum(bool(_MARK.fullmatch(text)) for text in texts) >= 0.5 * len(texts)


_MARK = re.compile(r"\W+|\(?\w{1,4}[.)]?|(?:[A-Z][\w-]{0,8} ?){0,2}\d{1,3}(?:\.\d+)*[.):]?")
