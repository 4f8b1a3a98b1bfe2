"""Stamps that are pictures: what a rubber stamp or a scanned label says on the first page of a paper with text of its own.

Only pictures of a stamp's size are read, and only what they say of markings is kept. A logo that many papers bear is looked
at once in a process: what is remembered of it is a hash of its pixels and the markings on it, never its text.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from corpus.errors import Failure
from corpus.pages import Page
from extract.marking_words import released_in, stated_in
from extract.pdf import PdfFile
from extract.render import Picture, drawn_pictures
from extract.scans.engines import Setting, engine
from extract.scans.letters import Engine
from extract.scans.ocr import read_picture

_SCALE = 200 / 72
_LEAST_WORDS = 5  # of the page: one with fewer is read as a whole
_WIDTHS, _HEIGHTS = (50.0, 340.0), (12.0, 200.0)  # of a stamp, in points
_MOST_SHARE = 0.12  # of the page
_MOST = 6  # pictures of a page that are read
_MOST_REMEMBERED = 200

_remembered: dict[str, tuple[str, ...]] = {}


def with_picture_marks(pdf: PdfFile, pages: Sequence[Page], setting: Setting) -> tuple[Page, ...]:
    """The pages, with what pictures on the first one say of markings among its stamps.

    Args:
        pdf: the open file.
        pages: its pages, read.
        setting: what reads pictures.
    """
    first = pages[0]
    has_any = any(_is_like_stamp(box.width, box.height, first) for box in first.images)
    if not has_any or first.turn is not None or len(first.words) < _LEAST_WORDS:
        return tuple(pages)
    reader = engine(setting)
    if reader is None:
        return tuple(pages)
    pictures = drawn_pictures(pdf, first.number, lambda width, height: _is_like_stamp(width, height, first), _SCALE)
    found = [text for picture in islice(pictures, _MOST) for text in _marks_on(picture, reader)]
    return (replace(first, stamps=(*first.stamps, *found)), *pages[1:]) if found else tuple(pages)


def _is_like_stamp(width: float, height: float, page: Page) -> bool:
    fits = _WIDTHS[0] <= width <= _WIDTHS[1] and _HEIGHTS[0] <= height <= _HEIGHTS[1]
    return fits and width * height <= _MOST_SHARE * page.width * page.height


def _marks_on(picture: Picture, reader: Engine) -> tuple[str, ...]:
    """Markings and releases that a picture states: its lines that say so, alone or together."""
    key = hashlib.blake2b(picture.pixels.tobytes(), digest_size=16, key=str(picture.pixels.shape).encode()).hexdigest()
    if key not in _remembered:
        if len(_remembered) >= _MOST_REMEMBERED:
            _remembered.clear()
        _remembered[key] = _read(picture, reader)
    return _remembered[key]


def _read(picture: Picture, reader: Engine) -> tuple[str, ...]:
    try:
        scan = read_picture(picture, reader, turn=False)  # the engine reads slanted lines by itself
    except Failure:
        return ()
    by_line: dict[int, list[str]] = {}
    for word, line in zip(scan.words, scan.lines, strict=True):
        by_line.setdefault(line, []).append(word.text)
    lines = [" ".join(words) for words in by_line.values()]
    texts = [*lines, *(" ".join(lines[at : at + 2]) for at in range(len(lines) - 1)), " ".join(lines)]
    return tuple(dict.fromkeys(text for text in texts if stated_in(text) or released_in(text)))
