"""Which of a page's text a reader does not see: invisible, white on white, painted over, clipped away.

The file's word is taken where it is plain (text that is drawn invisibly). All else is only suspected from the order and
the colors of what is painted, and then looked at: the page is drawn with and without the suspects, and what makes no
difference is not seen.
"""

import ctypes
import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pypdfium2 as pdfium
import pypdfium2.raw as raw

Matrix = tuple[float, float, float, float, float, float]
Bounds = tuple[float, float, float, float]  # left, bottom, right, top in the file's coordinates

_INVISIBLE = 3  # the text render mode of what a scanner adds to its pictures
_NEAR_WHITE = 0xF4  # each of red, green and blue
_COVERED = 0.85  # of a text's box: what is painted over as much of it may hide it
_RULE = 3.0  # points: what is no thicker hides no text
_LOOK = 1.5  # pixels a point: type of four points makes a difference
_MOST_PIXELS = 4_000_000
_DIFFERENCE = 12  # levels of gray
_MOST_SUSPECTS = 3_000


@dataclass(frozen=True, slots=True)
class Unseen:
    """Addresses of text objects that a reader does not see. `under` are those that a picture may show instead: drawn
    invisibly, or painted over by a picture."""

    objects: frozenset[int] = frozenset()
    under: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class _Painted:
    """Something that is painted, with its place in the order of painting."""

    order: int
    bounds: Bounds
    is_picture: bool
    is_white: bool
    is_opaque: bool


def unseen_text(page: pdfium.PdfPage, objects: Sequence[tuple[Any, Matrix]]) -> Unseen:
    """Look for text that a reader does not see.

    Args:
        page: the open page.
        objects: all that is on it in the order of painting, forms opened, each with the matrix of the forms around it.
    """
    invisible: set[int] = set()
    texts: list[tuple[Any, Matrix, int]] = []
    painted: list[_Painted] = []
    for order, (drawn, matrix) in enumerate(objects):
        kind = raw.FPDFPageObj_GetType(drawn)
        if kind == raw.FPDF_PAGEOBJ_TEXT:
            if raw.FPDFTextObj_GetTextRenderMode(drawn) == _INVISIBLE:
                invisible.add(_address(drawn))
            else:
                texts.append((drawn, matrix, order))
        elif kind == raw.FPDF_PAGEOBJ_IMAGE or (kind == raw.FPDF_PAGEOBJ_PATH and _is_filled(drawn)):
            painted.append(_paint(drawn, matrix, order, is_picture=kind == raw.FPDF_PAGEOBJ_IMAGE))
    first = texts[0][2] if texts else 0
    later = [p for p in painted if p.is_opaque and p.order > first and _is_broad(p.bounds)]
    shown = _page_bounds(page)
    suspects = []
    for drawn, matrix, order in texts:
        pale = _is_pale(drawn)
        bounds = bounds_of(drawn, matrix)
        if _share(bounds, shown) <= 0:
            continue  # blank, or off the page
        hidden = pale and not any(not p.is_white and p.order < order and _share(bounds, p.bounds) > 0 for p in painted)
        hidden = hidden or any(p.order > order and _share(bounds, p.bounds) >= _COVERED for p in later)
        if hidden or _is_clipped_away(drawn):
            suspects.append((drawn, bounds, order))
    gone = _looked_at(page, suspects[:_MOST_SUSPECTS])
    under = {
        address
        for address, bounds, order in gone
        if any(p.is_picture and p.order > order and _share(bounds, p.bounds) >= _COVERED for p in later)
    }
    return Unseen(frozenset(invisible | {address for address, _, _ in gone}), frozenset(invisible | under))


def _is_broad(bounds: Bounds) -> bool:
    """Whether something is more than a rule."""
    return min(bounds[2] - bounds[0], bounds[3] - bounds[1]) > _RULE


def _page_bounds(page: pdfium.PdfPage) -> Bounds:
    bounds = raw.FS_RECTF()
    raw.FPDF_GetPageBoundingBox(page, bounds)
    return bounds.left, bounds.bottom, bounds.right, bounds.top


def _address(drawn: Any) -> int:
    return ctypes.c_void_p.from_buffer(drawn).value or 0


def _is_filled(drawn: Any) -> bool:
    mode, stroked = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(drawn, mode, stroked)
    return bool(mode.value)


def _paint(drawn: Any, matrix: Matrix, order: int, *, is_picture: bool) -> _Painted:
    opaque = not raw.FPDFPageObj_HasTransparency(drawn)
    white = False
    if not is_picture:
        red, green, blue, alpha = _fill(drawn)
        white = min(red, green, blue) >= _NEAR_WHITE
        opaque = opaque and alpha == 255
    return _Painted(order, bounds_of(drawn, matrix), is_picture, white, opaque)


def _fill(drawn: Any) -> tuple[int, int, int, int]:
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    raw.FPDFPageObj_GetFillColor(drawn, red, green, blue, alpha)
    return red.value, green.value, blue.value, alpha.value


def _is_pale(drawn: Any) -> bool:
    """Whether text is painted in white, or hardly at all."""
    red, green, blue, alpha = _fill(drawn)
    return min(red, green, blue) >= _NEAR_WHITE or alpha < 16


def _is_clipped_away(drawn: Any) -> bool:
    """Whether a text lies outside what it may be painted on."""
    clip = raw.FPDFPageObj_GetClipPath(drawn)
    if not clip or raw.FPDFClipPath_CountPaths(clip) <= 0:
        return False
    own = bounds_of(drawn, None)  # the path is in the same coordinates, also within a form
    x, y = ctypes.c_float(), ctypes.c_float()
    for path in range(raw.FPDFClipPath_CountPaths(clip)):
        xs, ys = [], []
        for position in range(min(64, raw.FPDFClipPath_CountPathSegments(clip, path))):
            raw.FPDFPathSegment_GetPoint(raw.FPDFClipPath_GetPathSegment(clip, path, position), x, y)
            xs.append(x.value)
            ys.append(y.value)
        if xs and _share(own, (min(xs), min(ys), max(xs), max(ys))) <= 0:
            return True
    return False


def bounds_of(drawn: Any, matrix: Matrix | None) -> Bounds:
    """The box of an object in the file's coordinates."""
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    raw.FPDFPageObj_GetBounds(drawn, left, bottom, right, top)
    if matrix is None or matrix == (1.0, 0.0, 0.0, 1.0, 0.0, 0.0):
        return left.value, bottom.value, right.value, top.value
    a, b, c, d, e, f = matrix
    points = [
        (a * x + c * y + e, b * x + d * y + f) for x in (left.value, right.value) for y in (bottom.value, top.value)
    ]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)


def _share(one: Bounds, two: Bounds) -> float:
    """The share of the first box that the second covers."""
    width, height = min(one[2], two[2]) - max(one[0], two[0]), min(one[3], two[3]) - max(one[1], two[1])
    if width <= 0 or height <= 0:
        return 0.0
    return width * height / max(1e-6, (one[2] - one[0]) * (one[3] - one[1]))


# --- looking -------------------------------------------------------------------------------------------------------


def _looked_at(page: pdfium.PdfPage, suspects: Sequence[tuple[Any, Bounds, int]]) -> list[tuple[int, Bounds, int]]:
    """Those of the suspects that make no difference to the picture of the page: address, box, order."""
    if not suspects:
        return []
    before = _drawn(page)
    for drawn, _, _ in suspects:
        raw.FPDFPageObj_SetIsActive(drawn, False)
    try:
        after = _drawn(page)
    finally:
        for drawn, _, _ in suspects:
            raw.FPDFPageObj_SetIsActive(drawn, True)
    differs = np.abs(before.astype(np.int16) - after.astype(np.int16)) >= _DIFFERENCE
    width, height = page.get_size()
    across, down = differs.shape[1] / width, differs.shape[0] / height
    shown, turns = _page_bounds(page), raw.FPDFPage_GetRotation(page) % 4
    gone = []
    for drawn, bounds, order in suspects:
        corners = [_displayed(shown, turns, x, y) for x in (bounds[0], bounds[2]) for y in (bounds[1], bounds[3])]
        xs, ys = [x * across for x, _ in corners], [y * down for _, y in corners]
        left, top = max(0, math.floor(min(xs)) - 1), max(0, math.floor(min(ys)) - 1)
        part = differs[top : max(0, math.ceil(max(ys)) + 1), left : max(0, math.ceil(max(xs)) + 1)]
        if not part.any():
            gone.append((_address(drawn), bounds, order))
    return gone


def _drawn(page: pdfium.PdfPage) -> npt.NDArray[np.uint8]:
    width, height = page.get_size()
    scale = min(_LOOK, math.sqrt(_MOST_PIXELS / max(1.0, width * height)))
    bitmap = page.render(scale=scale, grayscale=True, may_draw_forms=False)
    try:
        pixels = np.array(bitmap.to_numpy(), copy=True)
    finally:
        bitmap.close()
    return pixels.reshape(pixels.shape[0], pixels.shape[1])


def _displayed(shown: Bounds, turns: int, x: float, y: float) -> tuple[float, float]:
    """A point of the file on the page as displayed, in points from its top left."""
    left, bottom, right, top = shown
    match turns:
        case 1:
            return y - bottom, x - left
        case 2:
            return right - x, y - bottom
        case 3:
            return top - y, right - x
        case _:
            return x - left, top - y
