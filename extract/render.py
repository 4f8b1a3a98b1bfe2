"""A page as a picture: what a reader sees, rotation and crop box applied, annotations drawn.

PDFium draws; how large the picture may be is decided here, so that an absurd page box costs resolution and not memory.
"""

import math
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice

import numpy as np
import numpy.typing as npt
import pypdfium2 as pdfium
import pypdfium2.raw as raw
from PIL import Image

from corpus.errors import Corrupt
from corpus.geometry import Box
from extract.pdf import PdfFile

Pixels = npt.NDArray[np.uint8]

MOST_PIXELS = 16_000_000  # A4 at 400 dots an inch; 16 MB in gray
_MOST_PICTURES = 500  # of a page, that are looked at
_DEEPEST = 4  # forms within forms
_LONGEST_SIDE = 30_000  # pixels; PDFium refuses sides beyond 2^15


@dataclass(frozen=True, slots=True, eq=False)
class Picture:
    """One page, drawn. `pixels` has the shape (height, width) in gray or (height, width, 3) in RGB, 0 is black.

    `x_scale` and `y_scale` are pixels a point: a box of the page times them is a box of the picture. They differ by a
    hair, since a picture has whole pixels.
    """

    pixels: Pixels
    x_scale: float
    y_scale: float

    @property
    def width(self) -> int:
        return int(self.pixels.shape[1])

    @property
    def height(self) -> int:
        return int(self.pixels.shape[0])

    def cut(self, box: Box) -> Pixels:
        """The pixels that a box of the page touches, as a view; empty where it lies outside."""
        left, top = max(0, math.floor(box.x0 * self.x_scale)), max(0, math.floor(box.top * self.y_scale))
        right, bottom = math.ceil(box.x1 * self.x_scale), math.ceil(box.bottom * self.y_scale)
        return self.pixels[top : max(top, bottom), left : max(left, right)]


def render(
    pdf: PdfFile, number: int, scale: float = 1.0, *, color: bool = False, most_pixels: int = MOST_PIXELS
) -> Picture:
    """Draw one page, counted from 1, on white.

    Args:
        pdf: the open file.
        number: the page.
        scale: pixels a point; 1 is 72 dots an inch. Lowered where the picture would have too many pixels.
        color: RGB, else gray.
        most_pixels: no picture has more.

    Raises:
        Corrupt: the page can't be loaded.
        ValueError: `scale` is not above 0.
    """
    if not scale > 0:
        raise ValueError(f"scale must be above 0. Got {scale!r}")
    with pdf.loaded(number) as page:
        width, height = page.get_size()
        bitmap = page.render(scale=fitted(width, height, scale, most_pixels), grayscale=not color, rev_byteorder=True)
        try:
            pixels = np.array(bitmap.to_numpy(), copy=True)
        except ValueError as exc:  # an empty bitmap
            raise Corrupt(f"page {number} can't be drawn.", remedy="Save the file anew and try again.") from exc
        finally:
            bitmap.close()
    if color:
        pixels = np.ascontiguousarray(pixels[:, :, :3])
    else:
        pixels = pixels.reshape(pixels.shape[0], pixels.shape[1])
    return Picture(pixels, pixels.shape[1] / width, pixels.shape[0] / height)


def drawn_pictures(
    pdf: PdfFile, number: int, wanted: Callable[[float, float], bool], scale: float
) -> Iterator[Picture]:
    """The pictures that a page shows, each by itself in gray on white, without what is drawn over it.

    Args:
        pdf: the open file.
        number: the page, from 1.
        wanted: by width and height in points, as they are drawn.
        scale: pixels a point.
    """
    with pdf.loaded(number) as page:
        images = page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=_DEEPEST)
        for item in islice(images, _MOST_PICTURES):
            left, bottom, right, top = item.get_bounds()
            if not wanted(right - left, top - bottom):
                continue
            with suppress(pdfium.PdfiumError, ValueError, MemoryError):
                shown = item.get_bitmap(render=True).to_pil().convert("RGBA")
                white = Image.new("RGBA", shown.size, "white")
                white.alpha_composite(shown)
                size = max(1, round((right - left) * scale)), max(1, round((top - bottom) * scale))
                yield Picture(np.asarray(white.convert("L").resize(size)), scale, scale)


def fitted(width: float, height: float, scale: float, most_pixels: int = MOST_PIXELS) -> float:
    """The scale, lowered until a page of this size (in points) fits.

    >>> fitted(595, 842, 2.0)
    2.0
    >>> fitted(20_000, 20_000, 1.0, most_pixels=1_000_000)
    0.05
    """
    by_area = math.sqrt(most_pixels / max(1.0, width * height))
    by_side = _LONGEST_SIDE / max(1.0, width, height)
    return min(scale, by_area, by_side)
