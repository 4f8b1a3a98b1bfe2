"""Which of a page's text a reader does not see: invisible, white on white, painted over, clipped away.

The file's word is taken where it is plain (text that is drawn invisibly). All else is only suspected from the order and
the colors of what is painted, and then looked at: the page is drawn with and without the suspects, and what makes no
difference is not seen.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pypdfium2 as pdfium
import pypdfium2.raw as raw

from extract import native
from extract.drawings import Drawn, bounds_on_page
from extract.view import View

Bounds = tuple[float, float, float, float]  # left, bottom, right, top in the file's coordinates

_INVISIBLE = 3  # the text render mode of what a scanner adds to its pictures
_NEAR_WHITE = 0xF4  # each of red, green and blue
_COVERED = 0.85  # of a text's box: what is painted over as much of it may hide it
_RULE = 3.0  # points: what is no thicker hides no text
_LOOK = 1.5  # pixels a point: type of four points makes a difference
_MOST_PIXELS = 4_000_000
_MOST_SEGMENTS = 64  # of a path that bounds text, that are looked at
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


def unseen_text(page: pdfium.PdfPage, objects: Sequence[Drawn], view: View) -> Unseen:
    """Look for text that a reader does not see.

    Args:
        page: the open page.
        objects: all that is on it in the order of painting.
        view: how it is displayed.
    """
    invisible: set[int] = set()
    texts: list[tuple[int, Drawn]] = []
    painted: list[_Painted] = []
    for order, thing in enumerate(objects):
        drawn, kind, _ = thing
        if kind == raw.FPDF_PAGEOBJ_TEXT:
            if native.render_mode_of(drawn) == _INVISIBLE:
                invisible.add(drawn)
            else:
                texts.append((order, thing))
        elif kind == raw.FPDF_PAGEOBJ_IMAGE or (kind == raw.FPDF_PAGEOBJ_PATH and native.draw_mode_of(drawn)[0]):
            painted.append(_paint(thing, order))
    first = texts[0][0] if texts else 0
    later = [p for p in painted if p.is_opaque and p.order > first and _is_broad(p.bounds)]
    last = max((p.order for p in later), default=-1)
    grounds = [p for p in painted if not p.is_white]
    shown = view.left, view.bottom, view.right, view.top
    suspects = []
    for order, (drawn, _, matrix) in texts:
        pale, clips = _is_pale(drawn), _clips_of(drawn)
        if not pale and not clips and order >= last:
            continue  # nothing could hide it
        bounds = bounds_on_page(drawn, matrix)
        if _share(bounds, shown) <= 0:
            continue  # blank, or off the page
        hidden = pale and not any(p.order < order and _share(bounds, p.bounds) > 0 for p in grounds)
        hidden = hidden or any(p.order > order and _share(bounds, p.bounds) >= _COVERED for p in later)
        if hidden or (clips and _is_clipped_away(drawn)):
            suspects.append((drawn, bounds, order))
    gone = _looked_at(page, suspects[:_MOST_SUSPECTS], view)
    under = {
        address
        for address, bounds, order in gone
        if any(p.is_picture and p.order > order and _share(bounds, p.bounds) >= _COVERED for p in later)
    }
    return Unseen(frozenset(invisible | {address for address, _, _ in gone}), frozenset(invisible | under))


def _is_broad(bounds: Bounds) -> bool:
    """Whether something is more than a rule."""
    return min(bounds[2] - bounds[0], bounds[3] - bounds[1]) > _RULE


def _paint(thing: Drawn, order: int) -> _Painted:
    drawn, kind, matrix = thing
    is_picture = kind == raw.FPDF_PAGEOBJ_IMAGE
    opaque = not native.has_transparency(drawn)
    white = False
    if not is_picture:
        red, green, blue, alpha = native.fill_of(drawn)
        white = min(red, green, blue) >= _NEAR_WHITE
        opaque = opaque and alpha == 255
    return _Painted(order, bounds_on_page(drawn, matrix), is_picture, white, opaque)


def _is_pale(text: int) -> bool:
    """Whether text is painted in white, or hardly at all."""
    red, green, blue, alpha = native.fill_of(text)
    return alpha < 16 or (red >= _NEAR_WHITE and green >= _NEAR_WHITE and blue >= _NEAR_WHITE)


def _clips_of(text: int) -> int:
    """How many paths bound what a text may be painted on."""
    clip = native.clip_of(text)
    return max(0, native.count_clips(clip)) if clip else 0


def _is_clipped_away(text: int) -> bool:
    """Whether a text lies outside what it may be painted on."""
    clip = native.clip_of(text)
    own = native.bounds_of(text)  # the path is in the same coordinates, also within a form
    for path in range(_clips_of(text)):
        segments = range(min(_MOST_SEGMENTS, native.count_clip_segments(clip, path)))
        points = [native.point_of(native.clip_segment_at(clip, path, position)) for position in segments]
        xs, ys = [x for x, _ in points], [y for _, y in points]
        if points and _share(own, (min(xs), min(ys), max(xs), max(ys))) <= 0:
            return True
    return False


def _share(one: Bounds, two: Bounds) -> float:
    """The share of the first box that the second covers."""
    width, height = min(one[2], two[2]) - max(one[0], two[0]), min(one[3], two[3]) - max(one[1], two[1])
    if width <= 0 or height <= 0:
        return 0.0
    return width * height / max(1e-6, (one[2] - one[0]) * (one[3] - one[1]))


# --- looking -------------------------------------------------------------------------------------------------------


def _looked_at(
    page: pdfium.PdfPage, suspects: Sequence[tuple[int, Bounds, int]], view: View
) -> list[tuple[int, Bounds, int]]:
    """Those of the suspects that make no difference to the picture of the page: address, box, order."""
    if not suspects:
        return []
    before = _drawn(page)
    for drawn, _, _ in suspects:
        native.set_active(drawn, False)
    try:
        after = _drawn(page)
    finally:
        for drawn, _, _ in suspects:
            native.set_active(drawn, True)
    differs = np.abs(before.astype(np.int16) - after.astype(np.int16)) >= _DIFFERENCE
    width, height = page.get_size()
    across, down = differs.shape[1] / width, differs.shape[0] / height
    gone = []
    for drawn, bounds, order in suspects:
        corners = [view.point(x, y) for x in (bounds[0], bounds[2]) for y in (bounds[1], bounds[3])]
        xs, ys = [x * across for x, _ in corners], [y * down for _, y in corners]
        left, top = max(0, math.floor(min(xs)) - 1), max(0, math.floor(min(ys)) - 1)
        part = differs[top : max(0, math.ceil(max(ys)) + 1), left : max(0, math.ceil(max(xs)) + 1)]
        if not part.any():
            gone.append((drawn, bounds, order))
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
