"""The picture of a scanned page: how far it is turned, which rules are drawn on it, how heavy its letters are.

Plain array arithmetic, no trained model. All measures are in points; a picture says how many pixels that is.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PIL import Image

from corpus.geometry import Box
from corpus.pages import Rule
from extract.render import Picture, Pixels

Ink = npt.NDArray[np.bool_]

STEEPEST_DEG = 6.0  # a page that lies more askew than this is no page in a feeder
_LEAST_INK, _SAMPLED = 500, 120_000  # pixels of ink: fewer tell nothing, more tell nothing new
_SIDEWAYS = 1.6
_EVEN, _PAPER = 20, 0.6  # levels of gray about a tone, and the share of a scan that is its paper
_DARKER = 0.11  # of the range from black to white: what is darker than its surroundings by this is ink
_NEAR_PT = 14.0  # what counts as the surroundings
_MIN_FLAT_PT = 24.0  # shorter horizontal strokes are dashes, letters, underlines of a word
_MIN_UPRIGHT_PT = 11.0  # a cell of one line is this high; so are brackets and a j, which touch no other stroke
_FREE_UPRIGHT_PT = 22.0  # longer ones need not touch any
_TOUCHING_PT = 2.5
_THICKEST_PT = 3.0
_BRIDGED_PT = 1.0  # gaps in a stroke that dust and threshold make
_WINDOW_PT = 60.0
_SOLID, _UNBROKEN = 0.85, 0.96  # of a stroke's length: that much ink holds its best row
_THROUGH_WORDS_PT = 45.0  # a rule that strikes words out is as long, and letters that touch are not
_LONELY = 0.2  # of a stroke's length: more ink than this close beside it, and it belongs to letters


def find_ink(picture: Picture) -> Ink:
    """Which pixels are darker than their surroundings: shadows, gray grounds and yellowed paper are not."""
    gray = picture.pixels.astype(np.float32)
    radius = max(2, round(_NEAR_PT * picture.y_scale))
    return np.asarray(gray < _blurred(gray, radius) - _DARKER * 255, dtype=np.bool_)


def _blurred(gray: npt.NDArray[np.float32], radius: int) -> npt.NDArray[np.float32]:
    """The mean of the square around each pixel, smaller at the edges, by sums along one axis and then the other."""
    for axis in (0, 1):
        sums = np.cumsum(gray, axis=axis, dtype=np.float64)
        sums = np.concatenate([np.zeros_like(np.take(sums, [0], axis=axis)), sums], axis=axis)
        length = gray.shape[axis]
        low = np.maximum(np.arange(length) - radius, 0)
        high = np.minimum(np.arange(length) + radius + 1, length)
        shape = [1, 1]
        shape[axis] = length
        counted = (high - low).reshape(shape)
        gray = ((np.take(sums, high, axis=axis) - np.take(sums, low, axis=axis)) / counted).astype(np.float32)
    return gray


def is_paper(picture: Picture) -> bool:
    """Whether most of a picture is one even tone, as the paper of a scan is and a photograph is not."""
    counts = np.bincount(picture.pixels.ravel(), minlength=256).astype(np.float64)
    near = np.convolve(counts, np.ones(2 * _EVEN + 1), mode="same")
    return bool(near.max() >= _PAPER * counts.sum())


# --- how far a page is turned --------------------------------------------------------------------------------------


_Places = tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]


def skew_of(ink: Ink) -> float:
    """By how many degrees the lines of a page fall to the right (clockwise); 0 where that can't be told.

    The angle at which the ink, projected to the left edge, falls into the sharpest rows (Postl 1986).
    """
    places = _sampled(ink)
    if places is None:
        return 0.0
    best = 0.0
    for width, pitch in ((STEEPEST_DEG, 0.25), (0.25, 0.05), (0.05, 0.01)):
        steps = round(width / pitch)
        angles = [best + pitch * step for step in range(-steps, steps + 1)]
        best = max(angles, key=lambda angle: (_sharpness(places, angle), -abs(angle)))
    if abs(best) > STEEPEST_DEG or _sharpness(places, best) < 1.02 * _sharpness(places, 0.0):
        return 0.0
    return round(best, 2)


def _sampled(ink: Ink) -> _Places | None:
    """Rows and columns of the ink, or of as much of it as tells; None where there is next to none."""
    rows, columns = np.nonzero(ink)
    if rows.size < _LEAST_INK:
        return None
    step = max(1, rows.size // _SAMPLED)
    return rows[::step].astype(np.float64), columns[::step] - ink.shape[1] / 2


def _sharpness(places: _Places, angle: float) -> float:
    level = places[0] - places[1] * math.tan(math.radians(angle))
    counts = np.bincount(np.round(level - level.min()).astype(np.int64)).astype(np.float64)
    return float(np.square(np.diff(counts)).sum())


def lies_on_side(picture: Picture) -> bool:
    """Whether the lines of a page run up or down: then its ink falls into sharper columns than rows."""
    ink = find_ink(without(picture, find_rules(find_ink(picture), picture)))
    level, upright = _sampled(ink), _sampled(np.ascontiguousarray(ink.T))
    return level is not None and upright is not None and _sharpest(upright) > _SIDEWAYS * _sharpest(level)


def _sharpest(places: _Places) -> float:
    return max(_sharpness(places, angle / 4) for angle in range(-round(4 * STEEPEST_DEG), round(4 * STEEPEST_DEG) + 1))


def turned(picture: Picture, angle: float) -> Picture:
    """The picture turned counter-clockwise by an angle in degrees about its middle; the corners are filled with white."""
    if not angle:
        return picture
    image = Image.fromarray(picture.pixels).rotate(angle, resample=Image.Resampling.BICUBIC, fillcolor=255)
    return Picture(np.asarray(image), picture.x_scale, picture.y_scale)


# --- rules ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Run:
    """A stretch of ink in one row: [start, end)."""

    row: int
    start: int
    end: int


def find_rules(ink: Ink, picture: Picture) -> list[Rule]:
    """Straight strokes along the page's edges, in points: rules of tables, underlines, the frame of a stamp."""
    flat = _strokes(ink, picture.x_scale, picture.y_scale, _MIN_FLAT_PT)
    upright = _strokes(np.ascontiguousarray(ink.T), picture.y_scale, picture.x_scale, _MIN_UPRIGHT_PT)
    level = [_rule(x0, y0, x1, y1, picture) for x0, y0, x1, y1 in flat]
    rules = [_rule(x0, y0, x1, y1, picture) for y0, x0, y1, x1 in upright]
    rules = [rule for rule in rules if rule.box.height >= _FREE_UPRIGHT_PT or _touches(rule, level)]
    return sorted(level + rules, key=lambda rule: rule.box)


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


def _strokes(ink: Ink, along: float, across: float, shortest_pt: float) -> Iterator[tuple[int, int, int, int]]:
    """Horizontal strokes as (x0, y0, x1, y1) in pixels, ends exclusive. One that drifts comes in pieces."""
    thick = ink.copy()  # a stroke that drifts by a pixel stays one run
    thick[1:] |= ink[:-1]
    thick[:-1] |= ink[1:]
    bridged = max(1, round(_BRIDGED_PT * along))
    shortest = round(shortest_pt * along)
    thickest = max(3, math.ceil(_THICKEST_PT * across)) + 4
    window = round(_WINDOW_PT * along)
    for group in _stacked(_runs(thick, bridged, shortest)):
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
            if bottom > top and _is_drawn(ink, left, top, right, bottom, along, across):
                yield left, top, right, bottom


def _runs(ink: Ink, bridged: int, shortest: int) -> list[_Run]:
    """Runs of ink of a length, gaps up to `bridged` pixels closed, row by row."""
    padded = np.zeros((ink.shape[0], ink.shape[1] + 2), dtype=np.int8)
    padded[:, 1:-1] = ink
    change = np.diff(padded, axis=1)
    rows, starts = np.nonzero(change == 1)
    _, ends = np.nonzero(change == -1)
    if not rows.size:
        return []
    new = np.ones(rows.size, dtype=np.bool_)
    new[1:] = (rows[1:] != rows[:-1]) | (starts[1:] - ends[:-1] > bridged)
    first = np.flatnonzero(new)
    last = np.append(first[1:], rows.size) - 1
    long = ends[last] - starts[first] >= shortest
    return [_Run(int(rows[a]), int(starts[a]), int(ends[b])) for a, b in zip(first[long], last[long], strict=True)]


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
    held = np.flatnonzero(share >= 0.25)
    return (low + int(held[0]), low + int(held[-1]) + 1) if held.size else (y0, y0)


def _is_drawn(ink: Ink, x0: int, y0: int, x1: int, y1: int, along: float, across: float) -> bool:
    """Whether a stroke is a rule and no row of letters that touch: solid, and with white or another rule on both sides, or
    so long that letters would have parted into words."""
    solid = float(ink[y0:y1, x0:x1].mean(axis=1).max())
    if solid < _SOLID:
        return False
    if solid >= _UNBROKEN and x1 - x0 >= _THROUGH_WORDS_PT * along:
        return True
    gap = max(2, round(0.7 * across))
    for low, high in ((y0 - gap - 1, y0 - gap + 1), (y1 + gap - 1, y1 + gap + 1)):
        strip = ink[max(0, low) : max(0, high), x0:x1]
        if strip.size and _LONELY < strip.any(axis=0).mean() < _SOLID:
            return False
    return True


def without(picture: Picture, rules: Sequence[Rule]) -> Picture:
    """The picture with rules painted over by what lies beside them, so that letters alone are left to be read."""
    pixels = picture.pixels.copy()
    for rule in rules:
        box = rule.box
        x0, x1 = round(box.x0 * picture.x_scale), round(box.x1 * picture.x_scale)
        y0, y1 = round(box.top * picture.y_scale), round(box.bottom * picture.y_scale)
        if rule.is_horizontal:
            _paint_flat(pixels, x0, y0 - 1, x1, y1 + 1)
        else:
            _paint_flat(pixels.T, y0, x0 - 1, y1, x1 + 1)
    return Picture(pixels, picture.x_scale, picture.y_scale)


def _paint_flat(pixels: Pixels, x0: int, y0: int, x1: int, y1: int) -> None:
    y0, x0 = max(1, y0), max(0, x0)
    y1 = min(pixels.shape[0] - 1, y1)
    if y1 <= y0 or x1 <= x0:
        return
    above, below = pixels[max(0, y0 - 1), x0:x1], pixels[y1, x0:x1]
    pixels[y0:y1, x0:x1] = np.maximum(above, below)[None, :]


# --- letters -------------------------------------------------------------------------------------------------------


def stroke_width(picture: Picture, x0: int, y0: int, x1: int, y1: int) -> float | None:
    """How wide the strokes of the letters in a part of the picture are, in points; None where there are none.

    Twice the darkness over the length of its slopes: a stroke of width w, however blurred, holds w of darkness across and
    two slopes of 1. Needs no threshold finer than that which tells paper from ink.
    """
    part = picture.pixels[max(0, y0) : y1, max(0, x0) : x1].astype(np.float32)
    if part.shape[0] < 4 or part.shape[1] < 4:
        return None
    paper, black = np.percentile(part, 85), np.percentile(part, 2)
    if paper - black < _DARKER * 255:
        return None
    dark = np.clip((paper - part) / (paper - black), 0.0, 1.0)
    dark[dark < 0.2] = 0.0
    down, across = np.gradient(dark)
    slopes = float(np.hypot(down, across).sum())
    return 2 * float(dark.sum()) / slopes / picture.x_scale if slopes > 0 else None
