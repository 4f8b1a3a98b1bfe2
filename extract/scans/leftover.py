"""Ink that no line was found for: a number that stands alone, the faint end of a line.

A detector of lines overlooks single letters and pale type. What is left when its lines are taken away, and is as high as
letters are, lengthens the line that it stands beside, or is a line of its own.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from extract.render import Pixels
from extract.scans.ink import Ink
from extract.scans.letters import Cut, Rectangle

Corners = npt.NDArray[np.float64]

# Shares of the usual height of a line's box, about twice that of its capitals.
_LOWEST, _HIGHEST = 0.2, 1.1
_LEAST_INK = 0.015  # of that height's square
_DENSE = 0.25  # of the pixels around a letter's, what ink holds; dust holds less
_CLOSE = 0.2  # letters of a word
_BESIDE = 0.5  # words of a line
_MARGIN = 0.25
_DOT, _DASH = (0.12, 0.35), (0.25, 0.7)  # the size of a bullet, and the length of a dash
_AHEAD, _HALFWAY = (0.05, 1.6), 0.15  # how far such a sign stands from its line, and from its middle
_SOLID = 0.6  # of the box around it, what is ink
_MOST = 60  # pieces on a page; more are no letters


@dataclass(frozen=True, slots=True)
class Completed:
    """The lines that were found, lengthened; lines of ink that stood alone; and the bullets and dashes in front of lines,
    each as high as its line."""

    lines: list[Rectangle]
    alone: list[Rectangle]
    points: list[tuple[str, Rectangle]]


def completed(lines: Sequence[Rectangle], turned: Sequence[Corners], ink: Ink, cuts: Sequence[Cut]) -> Completed:
    """Complete what a detector found by the ink that it left over.

    Args:
        lines: boxes of the level lines that were found, in pixels.
        turned: corners (x, y) of the other lines.
        ink: of the picture.
        cuts: vertical rules, across which nothing belongs together.
    """
    if not lines:
        return Completed([], [], [])
    usual = sorted(bottom - top for _, top, _, bottom in lines)[len(lines) // 2]
    rest = _rest(ink, lines, turned)
    long = list(lines)
    alone: list[Rectangle] = []
    for piece in _pieces(rest, usual):
        position = _neighbor(piece, long, usual, cuts)
        if position is None:
            alone.append(_grown(piece, _MARGIN * usual))
        else:
            x0, top, x1, bottom = long[position]
            margin = 0.5 * _MARGIN * usual
            long[position] = (min(x0, piece[0] - margin), top, max(x1, piece[2] + margin), bottom)
    return Completed(long, alone, _points(rest, long, usual))


def _rest(ink: Ink, lines: Sequence[Rectangle], turned: Sequence[Corners]) -> Pixels:
    """The ink outside all lines: 1 where there is some."""
    rest = ink.astype(np.uint8)
    for x0, top, x1, bottom in lines:
        rest[max(0, int(top)) : int(bottom) + 1, max(0, int(x0)) : int(x1) + 1] = 0
    for corners in turned:
        cv2.fillConvexPoly(rest, corners.round().astype(np.int32), 0)
    return rest


def _pieces(rest: Pixels, usual: float) -> list[Rectangle]:
    """Boxes of words' worth of ink, from left to right; none where there are too many."""
    around = max(3, round(0.12 * usual))
    dense = rest & (cv2.blur(rest * 255, (around, around)) >= _DENSE * 255).astype(np.uint8)
    closing = np.ones((1, max(1, round(_CLOSE * usual))), np.uint8)
    _, labels, found, _ = cv2.connectedComponentsWithStats(cv2.dilate(dense, closing), connectivity=8)
    counts = np.bincount(labels.ravel(), weights=dense.ravel(), minlength=len(found))
    half = closing.shape[1] // 2
    pieces = [
        (x + half, y, x + width - half, y + height)
        for (x, y, width, height, _), count in zip(found[1:].astype(float).tolist(), counts[1:].tolist(), strict=True)
        if _LOWEST * usual <= height <= _HIGHEST * usual and count >= _LEAST_INK * usual**2
    ]
    return sorted(pieces) if len(pieces) <= _MOST else []


def _points(rest: Pixels, lines: Sequence[Rectangle], usual: float) -> list[tuple[str, Rectangle]]:
    """The bullets and dashes of lists: solid spots a little to the left of a line and halfway up."""
    _, _, found, _ = cv2.connectedComponentsWithStats(rest, connectivity=8)
    out = []
    for x, y, width, height, area in found[1:].astype(float).tolist():
        sign = _sign(width / usual, height / usual)
        if sign is None or area < _SOLID * width * height:
            continue
        for x0, top, _, bottom in lines:
            halfway = abs(y + height / 2 - (top + bottom) / 2) <= _HALFWAY * usual
            if halfway and _AHEAD[0] * usual <= x0 - x - width <= _AHEAD[1] * usual:
                out.append((sign, (x, top, x + width, bottom)))
                break
    return out if len(out) <= _MOST else []


def _sign(width: float, height: float) -> str | None:
    """What a spot of this size may be, in heights of a line."""
    if _DOT[0] <= max(width, height) <= _DOT[1] and 0.6 <= width / height <= 1.7:
        return "•"
    return "–" if _DASH[0] <= width <= _DASH[1] and height <= _DOT[0] else None


def _neighbor(piece: Rectangle, lines: Sequence[Rectangle], usual: float, cuts: Sequence[Cut]) -> int | None:
    """The nearest line to whose left or right a piece stands as its next word."""
    best: tuple[float, int] | None = None
    for position, (x0, top, x1, bottom) in enumerate(lines):
        shared = min(bottom, piece[3]) - max(top, piece[1])
        gap = max(x0 - piece[2], piece[0] - x1)
        if shared < 0.6 * (piece[3] - piece[1]) or gap > _BESIDE * usual:
            continue
        between = sorted((min(x1, piece[2]), max(x0, piece[0])))
        if any(between[0] - 2 <= x <= between[1] + 2 and high < bottom and low > top for x, high, low in cuts):
            continue
        if best is None or gap < best[0]:
            best = gap, position
    return None if best is None else best[1]


def _grown(box: Rectangle, by: float) -> Rectangle:
    return box[0] - 0.5 * by, box[1] - by, box[2] + 0.5 * by, box[3] + by
