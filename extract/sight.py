"""Which of a page's text a reader does not see: invisible, in the color of its ground, painted over, clipped away, or on a
layer that is switched off.

The file's word is taken where it is plain (text that is drawn invisibly). All else is only suspected from the order and
the colors of what is painted, and then looked at: the page is drawn with and without the suspects, and what makes no
difference is not seen. Of a line that is painted over in part, as where names are blacked out, the words below are left out.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
import pypdfium2 as pdfium
import pypdfium2.raw as raw

from corpus.geometry import Box
from extract import native
from extract.drawings import Drawn, bounds_on_page
from extract.view import View

Bounds = tuple[float, float, float, float]  # left, bottom, right, top in the file's coordinates
Color = tuple[int, int, int]

# Text render modes (PDF 32000-1, table 106): what a scanner adds to its pictures, what only bounds what is painted later, and
# letters of which only the outlines are drawn.
_INVISIBLE, _CLIPPING, _OUTLINED = 3, 7, (1, 5)
_NEAR_WHITE = 0xF4  # each of red, green and blue
_ALIKE = 0x18  # each of them may differ so much between letters and a ground on which they can't be read
_PAINTED = frozenset({raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_SHADING})
_COVERED = 0.85  # of a text's box: a picture that is painted over as much of it shows it instead
_HIDES = 0.6  # of a text's height: what is painted over as much of it, for a letter's width, may hide words
_RULE = 3.0  # points: what is no thicker hides no text
_BAND = 32.0  # points: things are looked up by their height on the page
_MOST_BANDS = 1_000
_LOOK = 1.5  # pixels a point: type of four points makes a difference
_MOST_PIXELS = 4_000_000
_MOST_SEGMENTS = 64  # of a path that bounds text, that are looked at
_DIFFERENCE = 12  # levels of gray
_MOST_SUSPECTS = 3_000


@dataclass(frozen=True, slots=True)
class Unseen:
    """Addresses of text objects that a reader does not see, and of those of which he sees a part: `shows` says which.

    `under` are those that a picture may show instead: drawn invisibly, or painted over by a picture.
    """

    objects: frozenset[int] = frozenset()
    under: frozenset[int] = frozenset()
    partly: frozenset[int] = frozenset()
    _differs: "_Difference | None" = field(default=None, compare=False)

    def shows(self, box: Box) -> bool:
        """Whether a word of one of the objects that are seen in part is seen, by its box on the page as displayed."""
        return self._differs is None or self._differs.within(box)


@dataclass(frozen=True, slots=True)
class _Painted:
    """Something that is painted, with its place in the order of painting. `color` is None where it has many."""

    order: int
    bounds: Bounds
    color: Color | None
    is_opaque: bool


@dataclass(frozen=True, slots=True)
class _Suspect:
    """A text that may not be seen, in whole or in part: since something `covers` it, or for another reason."""

    address: int
    bounds: Bounds
    order: int
    covers: bool


def unseen_text(page: pdfium.PdfPage, objects: Sequence[Drawn], view: View) -> Unseen:
    """Look for text that a reader does not see.

    Args:
        page: the open page.
        objects: all that is on it in the order of painting.
        view: how it is displayed.
    """
    invisible: set[int] = set()
    unpainted: set[int] = set()
    texts: list[tuple[int, Drawn, int]] = []
    painted: list[_Painted] = []
    for order, thing in enumerate(objects):
        drawn, kind, _ = thing
        if kind == raw.FPDF_PAGEOBJ_TEXT:
            mode = native.render_mode_of(drawn)
            if mode == _INVISIBLE:
                invisible.add(drawn)
            elif mode == _CLIPPING:
                unpainted.add(drawn)
            else:
                texts.append((order, thing, mode))
        elif kind in _PAINTED or (kind == raw.FPDF_PAGEOBJ_PATH and native.draw_mode_of(drawn)[0]):
            painted.append(_paint(thing, order))
    suspects = _suspects(texts, [p for p in painted if _is_broad(p.bounds)], view)
    differs, gone, partly = _looked_at(page, suspects[:_MOST_SUSPECTS], view)
    pictures = [p for p in painted if p.color is None and p.is_opaque]
    under = {
        suspect.address
        for suspect in gone
        if any(p.order > suspect.order and _share(suspect.bounds, p.bounds) >= _COVERED for p in pictures)
    }
    return Unseen(
        frozenset(invisible | unpainted | {suspect.address for suspect in gone}),
        frozenset(invisible | under),
        frozenset(suspect.address for suspect in partly),
        differs,
    )


def _suspects(texts: Iterable[tuple[int, Drawn, int]], painted: Sequence[_Painted], view: View) -> list[_Suspect]:
    shown = view.left, view.bottom, view.right, view.top
    bands = _Bands(painted, view)
    last = max((p.order for p in painted if p.is_opaque), default=-1)
    colors = {p.color for p in painted}
    like: dict[Color, bool] = {}  # whether something is painted in this color, or the paper has it
    out = []
    for order, (drawn, _, matrix), mode in texts:
        *rgb, alpha = native.stroke_of(drawn) if mode in _OUTLINED else native.fill_of(drawn)
        color = (rgb[0], rgb[1], rgb[2])
        if color not in like:
            like[color] = _is_pale(color) or any(c is not None and _are_alike(color, c) for c in colors)
        may_fade, clip = alpha < 16 or like[color], native.clip_of(drawn)
        is_clipped, is_layered = bool(clip) and native.count_clips(clip) > 0, native.is_layered(drawn)
        if not may_fade and not is_clipped and not is_layered and order >= last:
            continue  # nothing could hide it
        bounds = bounds_on_page(drawn, matrix)
        if _share(bounds, shown) <= 0:
            continue  # blank, or off the page
        near = bands.near(bounds) if may_fade or order < last else ()
        covers = any(p.order > order and p.is_opaque and _hides(bounds, p.bounds) for p in near)
        fades = alpha < 16 or (may_fade and _fades(color, bounds, [p for p in near if p.order < order]))
        if covers or fades or is_layered or (is_clipped and _is_cut(drawn)):
            out.append(_Suspect(drawn, bounds, order, covers))
    return out


class _Bands:
    """What is painted, to be found by its height on the page."""

    def __init__(self, painted: Sequence[_Painted], view: View) -> None:
        self._low, self._pitch = view.bottom, max(_BAND, (view.top - view.bottom) / _MOST_BANDS)
        self._high = view.top
        self._bands: dict[int, list[_Painted]] = defaultdict(list)
        for thing in painted:
            for band in self._range(thing.bounds):
                self._bands[band].append(thing)

    def _range(self, bounds: Bounds) -> range:
        low, high = max(bounds[1], self._low), min(bounds[3], self._high)
        return range(int((low - self._low) / self._pitch), int((high - self._low) / self._pitch) + 1)

    def near(self, bounds: Bounds) -> list[_Painted]:
        """Those that touch a box, in the order of painting."""
        found = {p.order: p for band in self._range(bounds) for p in self._bands.get(band, ())}
        return [found[order] for order in sorted(found) if _share(bounds, found[order].bounds) > 0]


def _is_broad(bounds: Bounds) -> bool:
    """Whether something is more than a rule."""
    return min(bounds[2] - bounds[0], bounds[3] - bounds[1]) > _RULE


def _paint(thing: Drawn, order: int) -> _Painted:
    drawn, kind, matrix = thing
    opaque = not native.has_transparency(drawn)
    if kind in _PAINTED:
        return _Painted(order, bounds_on_page(drawn, matrix), None, opaque)
    red, green, blue, alpha = native.fill_of(drawn)
    return _Painted(order, bounds_on_page(drawn, matrix), (red, green, blue), opaque and alpha == 255)


def _is_pale(color: Color) -> bool:
    return min(color) >= _NEAR_WHITE


def _are_alike(one: Color, two: Color) -> bool:
    return all(abs(a - b) <= _ALIKE for a, b in zip(one, two, strict=True))


def _fades(color: Color, bounds: Bounds, before: Sequence[_Painted]) -> bool:
    """Whether text may stand on a ground of its own color: that which was painted last below most of it, else the paper."""
    ground = next((p for p in reversed(before) if _share(bounds, p.bounds) >= 0.5), None)
    if ground is None:
        return _is_pale(color)
    return _is_pale(color) if ground.color is None else _are_alike(color, ground.color)


def _hides(text: Bounds, over: Bounds) -> bool:
    """Whether something that is painted over a text may hide a letter of it."""
    height = text[3] - text[1]
    wide = min(text[2], over[2]) - max(text[0], over[0])
    high = min(text[3], over[3]) - max(text[1], over[1])
    return high >= _HIDES * height and wide >= min(0.3 * height, 0.5 * (text[2] - text[0]))


def _is_cut(text: int) -> bool:
    """Whether a text lies outside what it may be painted on, in whole or by more than a letter."""
    clip = native.clip_of(text)
    left, bottom, right, top = native.bounds_of(text)  # the path is in the same coordinates, also within a form
    height = top - bottom
    for path in range(native.count_clips(clip)):
        segments = range(min(_MOST_SEGMENTS, native.count_clip_segments(clip, path)))
        points = [native.point_of(native.clip_segment_at(clip, path, position)) for position in segments]
        if not points:
            continue
        xs, ys = [x for x, _ in points], [y for _, y in points]
        aside = max(min(xs) - left, right - max(xs))
        above = max(min(ys) - bottom, top - max(ys))
        if aside > 0.5 * height or above > _HIDES * height:
            return True
    return False


def _share(one: Bounds, two: Bounds) -> float:
    """The share of the first box that the second covers."""
    width, height = min(one[2], two[2]) - max(one[0], two[0]), min(one[3], two[3]) - max(one[1], two[1])
    if width <= 0 or height <= 0:
        return 0.0
    return width * height / max(1e-6, (one[2] - one[0]) * (one[3] - one[1]))


# --- looking -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, eq=False)
class _Difference:
    """Where two pictures of a page differ; `across` and `down` are pixels a point of the page as displayed."""

    pixels: npt.NDArray[np.bool_]
    across: float
    down: float

    def at(self, box: Box, margin: int = 1) -> bool:
        """Whether they differ in a box or beside it."""
        left, top = max(0, math.floor(box.x0 * self.across) - margin), max(0, math.floor(box.top * self.down) - margin)
        right, bottom = math.ceil(box.x1 * self.across) + margin, math.ceil(box.bottom * self.down) + margin
        return bool(self.pixels[top : max(0, bottom), left : max(0, right)].any())

    def within(self, box: Box) -> bool:
        """Whether they differ where the letters of a word stand; its box touches its neighbors."""
        aside, below = min(0.08 * box.height, 0.25 * box.width), 0.25 * box.height
        inner = Box(box.x0 + aside, box.top + below, box.x1 - aside, box.bottom - below)
        return self.at(inner, margin=0)


def _looked_at(
    page: pdfium.PdfPage, suspects: Sequence[_Suspect], view: View
) -> tuple[_Difference | None, list[_Suspect], list[_Suspect]]:
    """Where the page differs without the suspects, those that make no difference to it, and those that do.

    What is covered is looked at apart: what covers it may be another suspect.
    """
    groups = [[s for s in suspects if s.covers], [s for s in suspects if not s.covers]]
    if not any(groups):
        return None, [], []
    width, height = page.get_size()
    before = _drawn(page)
    differs = np.zeros(before.shape, dtype=np.bool_)
    gone: list[_Suspect] = []
    partly: list[_Suspect] = []
    for group in filter(None, groups):
        for suspect in group:
            native.set_active(suspect.address, False)
        try:
            after = _drawn(page)
        finally:
            for suspect in group:
                native.set_active(suspect.address, True)
        own = np.abs(before.astype(np.int16) - after.astype(np.int16)) >= _DIFFERENCE
        found = _Difference(own, before.shape[1] / width, before.shape[0] / height)
        for suspect in group:
            (partly if found.at(view.box(*suspect.bounds)) else gone).append(suspect)
        differs |= own
    return _Difference(differs, before.shape[1] / width, before.shape[0] / height), gone, partly


def _drawn(page: pdfium.PdfPage) -> npt.NDArray[np.uint8]:
    width, height = page.get_size()
    scale = min(_LOOK, math.sqrt(_MOST_PIXELS / max(1.0, width * height)))
    bitmap = page.render(scale=scale, grayscale=True, may_draw_forms=False)
    try:
        pixels = np.array(bitmap.to_numpy(), copy=True)
    finally:
        bitmap.close()
    return pixels.reshape(pixels.shape[0], pixels.shape[1])
