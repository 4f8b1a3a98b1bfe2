"""Boxes drawn on a page that hold text: grounds, frames, bars beside a call-out, pictures and charts."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from corpus.geometry import Box, hull
from corpus.pages import Fill, Page, Rule, Word

_LEAST_WIDTH_PT = 60.0
_LEAST_HEIGHT_PT = 16.0
_MOST_OF_PAGE = 0.7  # a larger one is the page's own ground
_CORNER_PT = 14.0  # how far the sides of a frame with round corners stay away from them
_BORDER_PT = 6.0  # a thicker one is a bar
_BAR_GAP_PT = 14.0  # between a bar and the text beside it


class Drawn(StrEnum):
    """What makes a box."""

    GROUND = "ground"
    FRAME = "frame"
    BAR = "bar"
    PICTURE = "picture"


@dataclass(frozen=True, slots=True)
class Frame:
    """A box with how it is drawn. `marks` counts the shapes within it: bars of a chart, parts of a drawing."""

    box: Box
    drawn: Drawn
    marks: int = 0


def find_frames(page: Page, words: Sequence[Word]) -> list[Frame]:
    """The boxes of a page that hold some of its words, and its pictures; the outermost ones only, from top to bottom."""
    limit = _MOST_OF_PAGE * page.width * page.height
    candidates = [Frame(box, Drawn.GROUND) for box in _grounds(_seen(page.fills, words))]
    candidates += [Frame(box, Drawn.FRAME) for box in _frames(page.rules)]
    candidates += [Frame(box, Drawn.PICTURE) for box in page.images if min(box.width, box.height) >= 24]
    found = [frame for frame in candidates if frame.box.area <= limit and _is_box(frame, words)]
    found += [Frame(box, Drawn.BAR) for box in _barred(page.rules, page.fills, words, found)]
    outer = [f for f in found if not any(_is_within(f, other) for other in found)]
    return [Frame(f.box, f.drawn, _marks(f.box, page)) for f in sorted(outer, key=lambda f: (f.box.top, f.box.x0))]


def borders(fills: Sequence[Fill]) -> list[Box]:
    """Horizontal borders that are drawn as two rectangles of one color, one within the other, that differ at one edge."""
    out = []
    for one in fills:
        for two in fills:
            if one is two or one.color != two.color or abs(one.box.x0 - two.box.x0) > 0.5:
                continue
            a, b = one.box, two.box
            if abs(a.x1 - b.x1) > 0.5:
                continue
            if abs(a.top - b.top) <= 0.1 and 0.2 < a.bottom - b.bottom <= _BORDER_PT:
                out.append(Box(a.x0, b.bottom, a.x1, a.bottom))
            elif abs(a.bottom - b.bottom) <= 0.1 and 0.2 < b.top - a.top <= _BORDER_PT:
                out.append(Box(a.x0, a.top, a.x1, b.top))
    return out


def _is_box(frame: Frame, words: Sequence[Word]) -> bool:
    """Whether a box holds words wholly; a picture need not hold any."""
    inside = [w for w in words if frame.box.holds_center_of(w.box)]
    if frame.drawn is Drawn.PICTURE:
        return True
    cut = sum(not frame.box.grown(2).holds(w.box) for w in inside)
    return bool(inside) and cut <= 0.1 * len(inside)


def _seen(fills: Sequence[Fill], words: Sequence[Word]) -> list[Fill]:
    """Fills that words can be read on. One in the color of its words is a border that was drawn as two rectangles, the
    inner one left out."""
    return [f for f in fills if not any(w.font.color == f.color and f.box.holds_center_of(w.box) for w in words)]


def _is_within(frame: Frame, other: Frame) -> bool:
    if frame is other or not other.box.grown(3).holds(frame.box):
        return False
    return other.box.area > frame.box.area or (other.box == frame.box and id(other) < id(frame))


def _marks(box: Box, page: Page) -> int:
    shapes = [f.box for f in page.fills] + [r.box for r in page.rules]
    return sum(box.holds(s) and s.area < 0.5 * box.area and s.width < 0.9 * box.width for s in shapes)


def _grounds(fills: Sequence[Fill]) -> Iterable[Box]:
    """Filled rectangles, those that lie edge to edge as one."""
    boxes = [
        f.box
        for f in fills
        if f.color != 0xFFFFFF and f.box.width >= _LEAST_WIDTH_PT and f.box.height >= _LEAST_HEIGHT_PT
    ]
    joined: list[Box] = []
    for box in sorted(boxes, key=lambda b: (b.x0, b.top)):
        for position, other in enumerate(joined):
            alike = abs(other.x0 - box.x0) <= 2 and abs(other.x1 - box.x1) <= 2
            if alike and box.top - other.bottom <= 1.5 and other.top <= box.bottom:
                joined[position] = other.union(box)
                break
        else:
            joined.append(box)
    return joined


def _frames(rules: Sequence[Rule]) -> Iterable[Box]:
    """Rectangles made of four sides, round corners or not; the lower side may be missing at a page's end."""
    flat = [r.box for r in rules if r.is_horizontal and r.box.width >= _LEAST_WIDTH_PT / 2]
    upright = [r.box for r in rules if not r.is_horizontal and r.box.height >= _LEAST_HEIGHT_PT / 2]
    sides = _Near([(side.x0, side.center_y) for side in flat])
    tops = _Near([(box.center_x, box.top) for box in upright])
    for left in upright:
        far = left.center_x + _LEAST_WIDTH_PT
        ends = {flat[n].x1 for n in sides.at(left.center_x, left.top) if flat[n].x1 >= far - _CORNER_PT}
        for right in (upright[n] for n in sorted({n for end in ends for n in tops.at(end, left.top)})):
            if right.center_x < far:
                continue
            if abs(left.top - right.top) > 2 or abs(left.bottom - right.bottom) > 2:
                continue
            top = _side(flat, sides, left, right, left.top)
            bottom = _side(flat, sides, left, right, left.bottom)
            if top is not None and (bottom is not None or left.height > 40):
                yield hull([left, right, top, *([bottom] if bottom else [])])


def _side(flat: Sequence[Box], sides: "_Near", left: Box, right: Box, y: float) -> Box | None:
    """The horizontal side that joins two upright ones at a height."""
    for side in (flat[n] for n in sides.at(left.center_x, y)):
        reaches = abs(side.x0 - left.center_x) <= _CORNER_PT and abs(side.x1 - right.center_x) <= _CORNER_PT
        if reaches and abs(side.center_y - y) <= _CORNER_PT:
            return side
    return None


class _Near:
    """Points by the square of a net that they lie in: a map of a hundred thousand lines has few near any corner."""

    def __init__(self, points: Sequence[tuple[float, float]]) -> None:
        self._squares: dict[tuple[int, int], list[int]] = {}
        for position, (x, y) in enumerate(points):
            self._squares.setdefault((int(x // _CORNER_PT), int(y // _CORNER_PT)), []).append(position)

    def at(self, x: float, y: float) -> list[int]:
        """The positions of all points within `_CORNER_PT` of a place, and of some beyond, in order."""
        column, row = int(x // _CORNER_PT), int(y // _CORNER_PT)
        near = ((column + i, row + j) for i in (-1, 0, 1) for j in (-1, 0, 1))
        return sorted(position for square in near for position in self._squares.get(square, ()))


def _barred(
    rules: Sequence[Rule], fills: Sequence[Fill], words: Sequence[Word], taken: Sequence[Frame]
) -> Iterable[Box]:
    """Text beside a thick upright bar and no higher than that."""
    bars = [r.box for r in rules if not r.is_horizontal and r.box.width >= 1.4 and r.box.height >= 18]
    bars += [f.box for f in fills if f.box.width <= 8 and f.box.height >= 18 and f.box.width < 0.3 * f.box.height]
    for bar in bars:
        if any(frame.box.grown(4).holds(bar) for frame in taken):
            continue
        beside = [w for w in words if w.box.x0 >= bar.x1 - 1 and bar.top - 3 <= w.box.center_y <= bar.bottom + 3]
        reach = _reach(bar, beside)
        if not reach:
            continue
        box = hull([bar, *(w.box for w in reach)])
        higher = [
            w
            for w in words
            if w.box.overlap_x(box) > 0.8 * w.box.width and w not in reach and box.grown(-2).holds_center_of(w.box)
        ]
        if box.height <= bar.height + 8 and not higher:
            yield box


def _reach(bar: Box, beside: Sequence[Word]) -> list[Word]:
    """The words beside a bar, line by line, up to a gap that is no word space."""
    if not beside or min(w.box.x0 for w in beside) - bar.x1 > _BAR_GAP_PT:
        return []
    out: list[Word] = []
    rows: dict[int, list[Word]] = {}
    for word in beside:
        rows.setdefault(round(word.box.bottom), []).append(word)
    for row in rows.values():
        row.sort(key=lambda w: w.box.x0)
        at = bar.x1
        for word in row:
            if word.box.x0 - at > (_BAR_GAP_PT if at == bar.x1 else 1.5 * word.font.size_pt) + 4:
                break
            out.append(word)
            at = word.box.x1
    return out
