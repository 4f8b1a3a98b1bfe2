"""Rules on a page's picture: straight strokes of ink along its edges, found and taken out, so that letters alone are left."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from corpus.geometry import Box
from corpus.pages import Rule
from extract.render import Picture
from extract.scans.ink import Ink, runs_of

_MIN_FLAT_PT = 24.0  # shorter horizontal strokes are dashes, letters, underlines of a word
_MIN_UPRIGHT_PT = 11.0  # a cell of one line is this high; so are brackets and a j, which touch no other stroke
_FREE_UPRIGHT_PT = 22.0  # longer ones need not touch any
_TOUCHING_PT = 2.5
_WITHIN_PT = 0.8
_THICKEST_PT = 3.0
_BRIDGED_PT = 1.0  # gaps in a stroke that dust and threshold make
_WINDOW_PT = 60.0
_SLIM_FLAT_PT, _SLIM = 1.3, 25.0  # a thicker flat stroke that is not so many times as long may be a word in bold
_HALF, _SOLID, _UNBROKEN = (
    0.5,
    0.85,
    0.96,
)  # of a stroke's length: ink in its rows, in its best row, in that of a long one
_BESIDE_PT = 1.1  # what lies beside a stroke: as much white parts letters from the rule below them
_THROUGH_WORDS_PT = 45.0  # a rule that strikes words out is as long, and letters that touch are not
_WHOLE_LINE_PT = 150.0  # no word is as long
_LONELY = 0.2  # of a stroke's length: more ink than this close beside it, and it belongs to letters


def find_rules(ink: Ink, picture: Picture) -> list[Rule]:
    """Straight strokes along the page's edges, in points: rules of tables, underlines, the frame of a stamp."""
    flat = _strokes(ink, picture.x_scale, picture.y_scale, _MIN_FLAT_PT, _SLIM_FLAT_PT)
    upright = _strokes(np.ascontiguousarray(ink.T), picture.y_scale, picture.x_scale, _MIN_UPRIGHT_PT, _THICKEST_PT)
    level = [_rule(x0, y0, x1, y1, picture) for x0, y0, x1, y1 in flat]
    rules = [_rule(x0, y0, x1, y1, picture) for y0, x0, y1, x1 in upright]
    rules = [rule for rule in rules if rule.box.height >= _FREE_UPRIGHT_PT or _touches(rule, level)]
    return _once(sorted(level + rules, key=lambda rule: rule.box))


def _once(rules: Sequence[Rule]) -> list[Rule]:
    """Rules without those that lie within another: the edge of a stroke that drifts comes beside the stroke."""
    return [
        rule
        for position, rule in enumerate(rules)
        if not any(
            other.box.grown(_WITHIN_PT).holds(rule.box) and (other.box != rule.box or at < position)
            for at, other in enumerate(rules)
            if at != position
        )
    ]


def _touches(rule: Rule, level: Sequence[Rule]) -> bool:
    """Whether an upright stroke begins or ends at a level one."""
    near = rule.box.grown(_TOUCHING_PT)
    return any(
        near.x1 >= other.box.x0
        and near.x0 <= other.box.x1
        and min(abs(other.box.center_y - rule.box.top), abs(other.box.center_y - rule.box.bottom)) <= _TOUCHING_PT
        for other in level
    )


def _rule(x0: float, y0: float, x1: float, y1: float, picture: Picture) -> Rule:
    return Rule(Box(x0 / picture.x_scale, y0 / picture.y_scale, x1 / picture.x_scale, y1 / picture.y_scale).rounded())


@dataclass(frozen=True, slots=True)
class _Run:
    """A stretch of ink in one row: [start, end)."""

    row: int
    start: int
    end: int


def _strokes(
    ink: Ink, along: float, across: float, shortest_pt: float, slimmest: float
) -> Iterator[tuple[int, int, int, int]]:
    """Horizontal strokes as (x0, y0, x1, y1) in pixels, ends exclusive. One that drifts comes in pieces.

    `along` and `across` are pixels a point; what is thicker than `slimmest` points must be long.
    """
    thick = ink.copy()  # a stroke that drifts by a pixel stays one run
    thick[1:] |= ink[:-1]
    thick[:-1] |= ink[1:]
    bridged = max(1, round(_BRIDGED_PT * along))
    shortest = round(shortest_pt * along)
    thickest = max(3, math.ceil(_THICKEST_PT * across)) + 4
    window = round(_WINDOW_PT * along)
    for group in _stacked(_long_runs(thick, bridged, shortest)):
        x0, x1 = min(run.start for run in group), max(run.end for run in group)
        if group[-1].row + 1 - group[0].row <= thickest:
            pieces = [(x0, x1)]
        else:
            pieces = [(left, min(x1, left + window)) for left in range(x0, x1, window)]
        for left, right in pieces:
            rows = [run.row for run in group if run.start < right and run.end > left]
            if not rows or max(rows) + 1 - min(rows) > thickest or right - left < shortest / 4:
                continue
            top, bottom = _shrunk(ink, left, min(rows), right, max(rows) + 1)
            slim = (bottom - top) / across <= slimmest or (right - left) / along >= _SLIM * (bottom - top) / across
            if bottom > top and slim and _is_drawn(ink, (left, top, right, bottom), along, across):
                yield left, top, right, bottom


def _long_runs(ink: Ink, bridged: int, shortest: int) -> list[_Run]:
    rows, starts, ends = runs_of(ink, bridged)
    long = ends - starts >= shortest
    places = zip(rows[long].tolist(), starts[long].tolist(), ends[long].tolist(), strict=True)
    return [_Run(row, start, end) for row, start, end in places]


def _stacked(runs: Sequence[_Run]) -> list[list[_Run]]:
    """Runs that lie on each other, row by row, as groups."""
    groups: list[list[_Run]] = []
    open_groups: list[list[_Run]] = []
    row = -1
    for run in runs:
        if run.row != row:
            open_groups = [group for group in open_groups if run.row - group[-1].row <= 1]
            row = run.row
        for group in open_groups:
            if any(run.start < other.end and other.start < run.end for other in group[-3:]):
                group.append(run)
                break
        else:
            groups.append([run])
            open_groups.append(groups[-1])
    return groups


def _shrunk(ink: Ink, x0: int, y0: int, x1: int, y1: int) -> tuple[int, int]:
    """Rows of a stroke without those that hold little of it."""
    low, high = max(0, y0 - 1), min(ink.shape[0], y1 + 1)
    share = ink[low:high, x0:x1].mean(axis=1)
    held = np.flatnonzero(share >= _HALF)
    return (low + int(held[0]), low + int(held[-1]) + 1) if held.size else (y0, y0)


def _is_drawn(ink: Ink, stroke: tuple[int, int, int, int], along: float, across: float) -> bool:
    """Whether a stroke is a rule and no row of letters that touch.

    A rule is solid, and there is white beside it on both sides. Where words are struck out, it is unbroken, and letters
    stand on both of its sides; the feet of bold letters that touch have letters on one side alone.
    """
    x0, y0, x1, y1 = stroke
    rows = ink[:, x0:x1]
    solid = float(rows[y0:y1].mean(axis=1).max())
    if solid < _SOLID:
        return False
    near = max(2, round(_BESIDE_PT * across))
    above, below = _quietest(rows[max(0, y0 - near) : y0]), _quietest(rows[y1 : y1 + near])
    if max(above, below) <= _LONELY:
        return True
    length = (x1 - x0) / along
    if solid < _UNBROKEN or length < _THROUGH_WORDS_PT:
        return False
    return min(above, below) > _LONELY / 2 or length >= _WHOLE_LINE_PT


def _quietest(rows: Ink) -> float:
    """The least share of ink that one of these rows holds; 0 where there are none."""
    return float(rows.mean(axis=1).min()) if rows.size else 0.0


# --- without them --------------------------------------------------------------------------------------------------


def without(picture: Picture, ink: Ink, rules: Sequence[Rule]) -> tuple[Picture, Ink]:
    """The picture and its ink with rules painted over by what lies beside them."""
    pixels, left = picture.pixels.copy(), ink.copy()
    for rule in rules:
        box = rule.box
        x0, x1 = round(box.x0 * picture.x_scale), round(box.x1 * picture.x_scale)
        y0, y1 = round(box.top * picture.y_scale), round(box.bottom * picture.y_scale)
        if rule.is_horizontal:
            _wipe(pixels, left, x0, y0 - 1, x1, y1 + 1)
        else:
            _wipe(pixels.T, left.T, y0, x0 - 1, y1, x1 + 1)
    return Picture(pixels, picture.x_scale, picture.y_scale), left


def _wipe(pixels: np.ndarray, ink: np.ndarray, x0: int, y0: int, x1: int, y1: int) -> None:
    """Paint over rows y0 to y1 with the lighter of the rows above and below."""
    y0, x0 = max(1, y0), max(0, x0)
    y1 = min(pixels.shape[0] - 1, y1)
    if y1 <= y0 or x1 <= x0:
        return
    pixels[y0:y1, x0:x1] = np.maximum(pixels[y0 - 1, x0:x1], pixels[y1, x0:x1])
    ink[y0:y1, x0:x1] = ink[y0 - 1, x0:x1] & ink[y1, x0:x1]
