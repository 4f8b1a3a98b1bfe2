"""Ink that no line was found for: a number that stands alone, the faint end of a line.

A detector of lines overlooks single letters and pale type. What is left when its lines are taken away, and is as high as
letters are, lengthens the line that it stands beside, or is a line of its own.
"""

from collections.abc import Sequence

import cv2
import numpy as np
import numpy.typing as npt

from extract.scans.ink import Ink
from extract.scans.letters import Cut, Rectangle

Corners = npt.NDArray[np.float64]

# Shares of the usual height of a line's box, about twice that of its capitals.
_LOWEST, _HIGHEST = 0.2, 1.1
_LEAST_INK = 0.015  # of that height's square
_SPECK = 0.25  # of the pixels around a letter's, what ink holds; dust holds less
_CLOSE = 0.2  # letters of a word
_BESIDE = 0.5  # words of a line
_MARGIN = 0.25
_MOST = 60  # pieces on a page; more are no letters


def completed(
    lines: Sequence[Rectangle], turned: Sequence[Corners], ink: Ink, cuts: Sequence[Cut]
) -> tuple[list[Rectangle], list[Rectangle]]:
    """Lines lengthened by the ink beside them, and lines of ink that stands alone.

    Args:
        lines: boxes of the level lines that were found, in pixels.
        turned: corners (x, y) of the other lines.
        ink: of the picture.
        cuts: vertical rules, across which nothing belongs together.
    """
    if not lines:
        return [], []
    usual = sorted(bottom - top for _, top, _, bottom in lines)[len(lines) // 2]
    long = list(lines)
    alone: list[Rectangle] = []
    for piece in _pieces(ink, lines, turned, usual):
        position = _neighbor(piece, long, usual, cuts)
        if position is None:
            alone.append(_grown(piece, _MARGIN * usual))
        else:
            x0, top, x1, bottom = long[position]
            margin = 0.5 * _MARGIN * usual
            long[position] = (min(x0, piece[0] - margin), top, max(x1, piece[2] + margin), bottom)
    return long, alone


def _pieces(ink: Ink, lines: Sequence[Rectangle], turned: Sequence[Corners], usual: float) -> list[Rectangle]:
    """Boxes of words' worth of ink outside the lines, from left to right; none where there are too many."""
    rest = ink.astype(np.uint8)
    for x0, top, x1, bottom in lines:
        rest[max(0, int(top)) : int(bottom) + 1, max(0, int(x0)) : int(x1) + 1] = 0
    for corners in turned:
        cv2.fillConvexPoly(rest, corners.round().astype(np.int32), 0)
    around = max(3, round(0.12 * usual))
    rest &= (cv2.blur(rest * 255, (around, around)) >= _SPECK * 255).astype(np.uint8)
    closing = np.ones((1, max(1, round(_CLOSE * usual))), np.uint8)
    _, labels, found, _ = cv2.connectedComponentsWithStats(cv2.dilate(rest, closing), connectivity=8)
    counts = np.bincount(labels.ravel(), weights=rest.ravel(), minlength=len(found))
    pieces = []
    for label in range(1, len(found)):
        x, y, width, height, _ = (float(value) for value in found[label])
        if _LOWEST * usual <= height <= _HIGHEST * usual and counts[label] >= _LEAST_INK * usual**2:
            half = closing.shape[1] // 2
            pieces.append((x + half, y, x + width - half, y + height))
    return sorted(pieces) if len(pieces) <= _MOST else []


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
