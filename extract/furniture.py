"""Furniture: running headers and footers, page numbers, side tabs; recognised because they come again, kept as data.

What a page shows at the same height as other pages, in the same words but for its numbers, is furniture. It is never
dropped: markings, document numbers and plan labels stand there.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from corpus.geometry import Box, hull
from corpus.pages import Line, Page, Word
from extract.labels import label_at
from extract.lines import line_text, lines_of

_HEAD_SHARE = 0.11  # of the page's height: where running headers stand
_FOOT_SHARE = 0.87
_BAND_PT = 5.0  # how far the same line may shift from page to page
_HEADING = 1.2  # times the body's size: what is set larger is no running header, unless it says the same each time
_MOST_NUMBERS = 5  # of a line, that are compared from page to page
_Key = tuple[tuple[int, int], str, int]  # page size, shape, band
_FOOTER_LINE = re.compile(
    r"^\d{3,5}(?:/\d{1,2})?/\d{2}\b|^(?:page\s+)?\d{1,3}(?:\s*(?:/|of)\s*\d{1,3})?$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Furniture:
    """The words of a page that are furniture, by place in `Page.words`, and their lines."""

    page: int
    header: tuple[Line, ...]
    footer: tuple[Line, ...]
    side: tuple[Word, ...]
    words: frozenset[int]

    @property
    def lines(self) -> tuple[Line, ...]:
        return self.header + self.footer

    @property
    def texts(self) -> tuple[str, ...]:
        return tuple(line_text(line) for line in self.lines)


def find_furniture(pages: Sequence[Page], taken: dict[int, list[Box]]) -> dict[int, Furniture]:
    """The furniture of each page.

    Args:
        pages: all pages of the document.
        taken: boxes of each page whose words are spoken for (tables).

    A line is furniture where its shape (numbers masked) comes at the same height on at least half of the pages of one
    size, or on three of them. In a document of one or two pages only what looks like a footer of the Council's is.
    """
    candidates: dict[int, list[tuple[str, Line, list[int]]]] = {}
    counts: dict[_Key, dict[int, str]] = defaultdict(dict)
    again: dict[_Key, frozenset[int]] = {}
    sizes: dict[tuple[int, int], int] = defaultdict(int)
    for page in pages:
        size = (round(page.width / 10), round(page.height / 10))
        sizes[size] += 1
        found = candidates[page.number] = list(_edge_lines(page, taken.get(page.number, [])))
        for shape, line, _ in found:
            counts[(size, shape, _band(line))][page.number] = line_text(line)
    body = _body_size(pages)
    out = {}
    for page in pages:
        size = (round(page.width / 10), round(page.height / 10))
        head: list[Line] = []
        foot: list[Line] = []
        places: set[int] = set()
        for shape, line, positions in candidates[page.number]:
            needed = 3 if sizes[size] > 5 else max(2, (sizes[size] + 1) // 2)
            key = (size, shape, _band(line))
            if key not in again:
                texts = {n: text for at in _near(key) for n, text in counts.get(at, {}).items()}
                # "Sheet 1.2" in large type at the head of a page is a heading; "Page 2" is not, and none stands at its foot.
                large = line.size_pt >= _HEADING * body and line.box.center_y < page.height / 2
                counts_on = None if large or label_at(line_text(line)) is not None else needed
                again[key] = _again(texts, counts_on) if any(c.isalpha() for c in shape) else frozenset(texts)
            near = again[key] if page.number in again[key] else frozenset()
            known = len(near) >= needed or bool(
                _FOOTER_LINE.match(line_text(line)) and line.box.top > 0.9 * page.height
            )
            if known:
                (head if line.box.center_y < page.height / 2 else foot).append(line)
                places.update(positions)
        foot, more = _with_company(page, foot, candidates[page.number])
        places.update(more)
        side = [i for i, word in enumerate(page.words) if word.angle in (90, 270) and _at_side(word, page)]
        places.update(side)
        out[page.number] = Furniture(
            page.number, tuple(head), tuple(foot), tuple(page.words[i] for i in side), frozenset(places)
        )
    return out


def _with_company(
    page: Page, foot: list[Line], candidates: list[tuple[str, Line, list[int]]]
) -> tuple[list[Line], set[int]]:
    """Lines below the first footer line are footer too: the footers of the Council have two rows, one of which may change."""
    if not foot:
        return foot, set()
    top = min(line.box.top for line in foot)
    have = {line.box for line in foot}
    out, places = list(foot), set()
    for _, line, positions in candidates:
        if line.box.top >= top - 1 and line.box not in have and line.box.center_y > page.height / 2:
            out.append(line)
            places.update(positions)
    return sorted(out, key=lambda line: line.box.top), places


def _edge_lines(page: Page, taken: Iterable[Box]) -> Iterable[tuple[str, Line, list[int]]]:
    """Lines near the top and the bottom: shape, line, positions of their words."""
    boxes = list(taken)
    top, bottom = _HEAD_SHARE * page.height, _FOOT_SHARE * page.height
    at: dict[Word, int] = {}
    for position, word in enumerate(page.words):
        if word.angle == 0 and (word.box.bottom <= top or word.box.top >= bottom):
            at.setdefault(word, position)
    words = [w for w in at if not any(box.holds_center_of(w.box) for box in boxes)]
    for line in lines_of(words, page.number):
        yield _shape(line_text(line)), line, [at[w] for w in line.words]


def _shape(text: str) -> str:
    """The letters of a text with numbers masked, so that page 3 and page 4 look alike, and a dash like any other."""
    return re.sub(r"[^\w#]+", "", re.sub(r"\d+", "#", re.sub(r"\b[ivxlc]+\b", "#", text.casefold())))


def _again(texts: Mapping[int, str], counts_on: int | None) -> frozenset[int]:
    """Pages whose line of one shape says the same as on another page, or whose numbers count on as the pages do, on that many
    pages at least; None where counting on means nothing, as for headings.

    "Chapter 2" at the head of a page looks like "Chapter 1" at the head of an earlier one; neither is a running header.
    """
    alike: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for page, text in texts.items():
        alike[(re.sub(r"\W+", "", text),)].append(page)
        numbers = [int(number) for number in re.findall(r"\d+", text)][:_MOST_NUMBERS] if counts_on else []
        for counting in product((False, True), repeat=len(numbers)):
            if any(counting):
                steady = (n - page if counts else n for n, counts in zip(numbers, counting, strict=True))
                alike[(counting, *steady)].append(page)
    return frozenset(
        page for key, pages in alike.items() if len(pages) >= (2 if len(key) == 1 else counts_on or 2) for page in pages
    )


def _body_size(pages: Sequence[Page]) -> float:
    """The size in which most letters of a document are set, in points."""
    exact: dict[float, int] = defaultdict(int)
    for page in pages:
        for word in page.words:
            exact[word.font.size_pt] += len(word.text)
    sizes: dict[float, int] = defaultdict(int)
    for size, letters in exact.items():
        sizes[round(size, 1)] += letters
    return max(sizes, key=lambda size: sizes[size], default=10.0)


def _near(key: _Key) -> tuple[_Key, ...]:
    """The same shape at the heights around a line's."""
    size, shape, band = key
    return (size, shape, band - 1), key, (size, shape, band + 1)


def _band(line: Line) -> int:
    return round(line.box.center_y / _BAND_PT)


def _at_side(word: Word, page: Page) -> bool:
    return word.box.x1 <= 0.09 * page.width or word.box.x0 >= 0.91 * page.width


def furniture_box(lines: Sequence[Line]) -> Box:
    return hull(line.box for line in lines)
