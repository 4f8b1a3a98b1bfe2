"""The ink of a page's picture: which pixels it is, how far its lines are turned, how heavy its letters are.

Plain array arithmetic, no trained model.
"""

import math

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageFilter

from extract.render import Picture, Pixels

Ink = npt.NDArray[np.bool_]

STEEPEST_DEG = 6.0  # a page that lies more askew than this is no page in a feeder
DARKER = 28  # levels of gray of 256: what is darker than its surroundings by this is ink
_NEAR_PT = 14.0  # what counts as the surroundings
_EVEN, _PAPER = 20, 0.6  # levels of gray about a tone, and the share of a scan that is its paper
_LEAST_INK, _SAMPLED = 500, 120_000  # pixels of ink: fewer tell nothing, more tell nothing new
_LETTERS_PT, _WORD_PT = 2.5, 18.0  # white between letters of a word, and the length of most words
_SIDEWAYS = 2.0


def find_ink(picture: Picture) -> Ink:
    """Which pixels are darker than their surroundings: shadows, gray grounds and yellowed paper are not."""
    radius = max(2, round(_NEAR_PT * picture.y_scale))
    ground = Image.fromarray(picture.pixels).filter(ImageFilter.BoxBlur(radius))
    return picture.pixels < np.asarray(ground, dtype=np.int16) - DARKER


def is_paper(picture: Picture) -> bool:
    """Whether most of a picture is one even tone, as the paper of a scan is and a photograph is not."""
    counts = np.bincount(picture.pixels.ravel(), minlength=256).astype(np.float64)
    near = np.convolve(counts, np.ones(2 * _EVEN + 1), mode="same")
    return bool(near.max() >= _PAPER * counts.sum())


# --- how far a page is turned --------------------------------------------------------------------------------------

_Places = tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]


def lies_on_side(ink: Ink, picture: Picture) -> bool:
    """Whether the lines of a page run up or down. Rules must have been taken out of the ink.

    Letters of a word stand closer than lines do: with the white between letters closed, ink makes long runs along the
    lines and short ones across.
    """
    along = _long_runs(ink, picture.x_scale)
    across = _long_runs(np.ascontiguousarray(ink.T), picture.y_scale)
    return across > _SIDEWAYS * along


def _long_runs(ink: Ink, scale: float) -> int:
    """How many runs of ink along the rows are as long as a word."""
    _, starts, ends = runs_of(ink, round(_LETTERS_PT * scale))
    return int(np.count_nonzero(ends - starts >= _WORD_PT * scale))


def runs_of(ink: Ink, bridged: int) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """Runs of ink along the rows, gaps of up to `bridged` pixels closed: their rows, starts and ends (exclusive)."""
    padded = np.zeros((ink.shape[0], ink.shape[1] + 2), dtype=np.int8)
    padded[:, 1:-1] = ink
    change = np.diff(padded, axis=1)
    rows, starts = np.nonzero(change == 1)
    _, ends = np.nonzero(change == -1)
    if not rows.size:
        return rows, starts, ends
    new = np.ones(rows.size, dtype=np.bool_)
    new[1:] = (rows[1:] != rows[:-1]) | (starts[1:] - ends[:-1] > bridged)
    first = np.flatnonzero(new)
    last = np.append(first[1:], rows.size) - 1
    return rows[first], starts[first], ends[last]


def skew_of(ink: Ink) -> float:
    """By how many degrees the lines of a page fall to the right (clockwise); 0 where that can't be told.

    The angle at which the ink, projected to the left edge, falls into the sharpest rows (Postl 1986).
    """
    rows, columns = np.nonzero(ink)
    if rows.size < _LEAST_INK:
        return 0.0
    step = max(1, rows.size // _SAMPLED)
    places = rows[::step].astype(np.float64), columns[::step] - ink.shape[1] / 2
    best = 0.0
    for width, pitch in ((STEEPEST_DEG, 0.25), (0.25, 0.05), (0.05, 0.01)):
        steps = round(width / pitch)
        angles = [best + pitch * step for step in range(-steps, steps + 1)]
        best = max(angles, key=lambda angle: (_sharpness(places, angle), -abs(angle)))
    if abs(best) > STEEPEST_DEG or _sharpness(places, best) < 1.02 * _sharpness(places, 0.0):
        return 0.0
    return round(best, 2)


def _sharpness(places: _Places, angle: float) -> float:
    level = places[0] - places[1] * math.tan(math.radians(angle))
    counts = np.bincount(np.round(level - level.min()).astype(np.int64)).astype(np.float64)
    return float(np.square(np.diff(counts)).sum())


def turned(picture: Picture, quarters: int, angle: float) -> Picture:
    """The picture turned counter-clockwise, by quarters and then by an angle in degrees about its middle; the corners are
    filled with white."""
    pixels = np.ascontiguousarray(np.rot90(picture.pixels, quarters))
    if angle:
        image = Image.fromarray(pixels).rotate(angle, resample=Image.Resampling.BICUBIC, fillcolor=255)
        pixels = np.asarray(image)
    if quarters % 2:
        return Picture(pixels, picture.y_scale, picture.x_scale)
    return Picture(pixels, picture.x_scale, picture.y_scale)


# --- letters -------------------------------------------------------------------------------------------------------


def stroke_width(part: Pixels) -> float | None:
    """How wide the strokes of the letters on a part of a picture are, in pixels; None where there are none.

    Twice the darkness over the length of its slopes: a stroke of width w, however blurred, holds w of darkness across and
    two slopes of 1. Needs no threshold finer than that which tells paper from ink.
    """
    if part.shape[0] < 4 or part.shape[1] < 4:
        return None
    gray = part.astype(np.float32)
    paper, black = np.percentile(gray, 85), np.percentile(gray, 2)
    if paper - black < DARKER:
        return None
    dark = np.clip((paper - gray) / (paper - black), 0.0, 1.0)
    dark[dark < 0.2] = 0.0
    down, across = np.gradient(dark)
    slopes = float(np.hypot(down, across).sum())
    return 2 * float(dark.sum()) / slopes if slopes > 0 else None
