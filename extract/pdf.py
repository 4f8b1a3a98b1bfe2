"""PDF bytes to pages: words with boxes and fonts, rules, fills, pictures, in displayed coordinates.

The one module that knows PDFium's text and path interface. Everything that leaves it is in points from the top left of
the page as displayed: rotation and crop box are undone here and nowhere else.

Two traps that cost an afternoon each:

- A "loose" character box has the font's height only where the font descriptor states ascent and descent; LibreOffice's
  subsets do not, and the box shrinks to the glyph. Heights are therefore computed from base line and size.
- A hyphen at a line's end is reported as U+0002, whatever sign the file holds.
"""

import ctypes
import math
import re
import threading
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from corpus.errors import Corrupt, Empty, Encrypted, NotAPdf
from corpus.geometry import Box
from corpus.pages import Bookmark, Fill, Font, Page, Rule, Word
from extract.annotations import draw_stamps
from extract.sight import Unseen, unseen_text
from extract.structure import MOST_CALLS, bookmarks_of, elements_of, own_texts

THIN_PT = 3.0  # a filled or stroked shape no thicker than this is a rule
_MERGES = 0.18  # a gap of less than this share of the size lies within a word, wherever no space is written
_TOUCHES = 0.06  # a space that PDFium made up is none where the letters around it come closer than this
_BACK = 0.6  # a step back by more than this share of the size begins a new word
_RAISED = 0.18  # a shift of the base line by more than this share of the size begins a new word
_SMALL = 0.82  # a raised word smaller than this share of its neighbour is a mark
_TINY_PT, _TINY_SHARE = 1.0, 500.0  # type below one point, on a page of a usual height, is not meant for readers
_LOST = 0xFFFD  # a sign that the file's character map does not know
_CATALOG = 4_096  # bytes of a catalog before its type
_A4 = (595.28, 841.89)
_MAX_DEPTH = 12  # form objects within form objects; deeper ones are loops or attacks

_SPELT = {
    0xFB00: "ff",
    0xFB01: "fi",
    0xFB02: "fl",
    0xFB03: "ffi",
    0xFB04: "ffl",
    0xFB05: "st",
    0xFB06: "st",
    0x02: "-",  # PDFium's name for a hyphen at a line's end
    0x2010: "-",
    0x2011: "-",
    0xF0B7: "•",  # the Symbol font's bullet
    0xF0A7: "▪",
    0xF0D8: "➢",
    0xF02D: "–",
}
_BLANK = frozenset(
    {0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000}
    | {*range(0x2000, 0x200C)}
)
# What no reader sees: soft hyphens, joiners, and signs that would act where text is shown (terminal controls, marks that turn
# the direction of writing).
_NOTHING = frozenset(
    {0x00AD, *range(0x7F, 0xA0), 0x061C, *range(0x200C, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070)}
    | {0xFEFF, *range(0xFFF9, 0xFFFC), 0xFFFE, 0xFFFF}
)
_FIRST_HALF, _SECOND_HALF = (
    range(0xD800, 0xDC00),
    range(0xDC00, 0xE000),
)  # halves of letters beyond U+FFFF, which PDFium gives apart

_LOCK = threading.RLock()  # PDFium keeps global state: one call at a time in a process


@dataclass(frozen=True, slots=True)
class Facts:
    """What the file says of itself. `title` is the metadata's, often wrong; `tagged` if it has a structure
    tree; `bookmarks` are its outline's entries."""

    pages: int
    title: str | None
    producer: str | None
    tagged: bool
    bookmarks: tuple[Bookmark, ...] = ()


class PdfFile:
    """An open PDF. Use `open_pdf`; pages are read one at a time and nothing of an earlier one is kept."""

    def __init__(self, document: pdfium.PdfDocument) -> None:
        self._document = document
        self._fonts: dict[int, _FontFacts] = {}
        self.lost: list[int] = []  # pages that `pages` could not load
        self._tree_calls = MOST_CALLS

    def __len__(self) -> int:
        with _LOCK:
            return len(self._document)

    def facts(self) -> Facts:
        with _LOCK:
            info = self._document.get_metadata_dict()
            tagged = bool(raw.FPDFCatalog_IsTagged(self._document))
            title, producer = info.get("Title") or None, info.get("Producer") or None
            return Facts(len(self._document), title, producer, tagged, bookmarks_of(self._document))

    def page(self, number: int) -> Page:
        """Read one page, counted from 1.

        Raises:
            Corrupt: the page is named by the file but can't be loaded.
        """
        with self.loaded(number) as page:
            is_drawn, stamps = draw_stamps(page)
            if not is_drawn:
                return self._read(page, number, stamps)
        with self.loaded(number) as page:  # what was drawn into it shows when it is loaded anew
            return self._read(page, number, stamps)

    def _read(self, page: pdfium.PdfPage, number: int, stamps: tuple[str, ...]) -> Page:
        elements, self._tree_calls = elements_of(page, number, self._tree_calls)
        read = _read_page(page, number, self._fonts, own_texts(page, elements))
        return replace(read, elements=elements, stamps=stamps)

    @contextmanager
    def loaded(self, number: int) -> Iterator[pdfium.PdfPage]:
        """The library's own page, counted from 1, for the modules that may know it; other threads wait meanwhile.

        Raises:
            Corrupt: the page is named by the file but can't be loaded.
        """
        with _LOCK:
            try:
                page = self._document[number - 1]
            except pdfium.PdfiumError as exc:
                raise Corrupt(
                    f"page {number} can't be loaded ({exc}).", remedy="Save the file anew and try again."
                ) from exc
            try:
                yield page
            finally:
                page.close()

    def pages(self) -> Iterator[Page]:
        """All pages in order. One that can't be loaded is empty, as in a viewer, and stands in `lost`.

        Raises:
            Corrupt: not one of them can be loaded.
        """
        size = _A4
        for number in range(1, len(self) + 1):
            try:
                page = self.page(number)
            except Corrupt:
                self.lost.append(number)
                if len(self.lost) == len(self):
                    raise
                page = Page(number, *size, words=())
            size = page.width, page.height
            yield page


@contextmanager
def open_pdf(source: Path | bytes, password: str | None = None) -> Iterator[PdfFile]:
    """Open a PDF; an empty user password is tried by itself.

    Raises:
        Empty: no bytes, or no pages.
        NotAPdf: no PDF header within the first kilobyte.
        Encrypted: another password is needed.
        Corrupt: PDFium opens it no more than a viewer would.
    """
    head = source[:1024] if isinstance(source, bytes) else _head(source)
    if not head:
        raise Empty("the file holds no bytes.", remedy="Fetch or export it again.")
    if b"%PDF-" not in head:
        raise NotAPdf("the file does not begin like a PDF.", remedy="Give a PDF; convert other formats first.")
    document = _opened(source, password)
    try:
        with _LOCK:
            count = len(document)
        if count < 1:
            raise Empty("the file has no pages.", remedy="Export it again.")
        yield PdfFile(document)
    finally:
        with _LOCK:
            document.close()


def _opened(source: Path | bytes, password: str | None) -> pdfium.PdfDocument:
    """As PDFium opens it; a file whose trailer is lost is given one, as other viewers do."""
    with _LOCK:
        try:
            return pdfium.PdfDocument(source, password=password)
        except pdfium.PdfiumError as exc:
            code = raw.FPDF_GetLastError()
            if code == raw.FPDF_ERR_PASSWORD or "password" in str(exc).lower():
                raise Encrypted(
                    "the file is encrypted, and the empty password does not open it.", remedy="Save an unlocked copy."
                ) from exc
            data = source if isinstance(source, bytes) else source.read_bytes()
            if re.search(rb"/Kids\s*\[\s*\]", data) and not re.search(rb"/Kids\s*\[\s*\d|/ObjStm\b", data):
                raise Empty("the file has no pages.", remedy="Export it again.") from exc
            mended = _with_trailer(data)
            if mended is not None:
                with suppress(pdfium.PdfiumError):
                    return pdfium.PdfDocument(mended)
            raise Corrupt(
                "the file begins like a PDF, but no page can be found in it.",
                remedy="Fetch it again; it may be cut short.",
            ) from exc


def _with_trailer(data: bytes) -> bytes | None:
    """The file with a trailer that names its last catalog; None where none is seen, or where a lock would be lost with it."""
    catalogs = list(re.finditer(rb"/Type\s*/Catalog\b", data))
    if not catalogs or b"/Encrypt" in data:
        return None
    before = data[max(0, catalogs[-1].start() - _CATALOG) : catalogs[-1].start()]
    numbers = re.findall(rb"(\d{1,8})\s+(\d{1,5})\s+obj\b", before)
    if not numbers:
        return None
    number, generation = (int(n) for n in numbers[-1])
    return data + b"\ntrailer\n<< /Root %d %d R >>\nstartxref\n0\n%%%%EOF\n" % (number, generation)


def _head(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(1024)


# --- one page ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _View:
    """From the file's coordinates to the displayed page's."""

    left: float
    bottom: float
    right: float
    top: float
    rotation: int  # quarter turns clockwise

    @property
    def size(self) -> tuple[float, float]:
        width, height = self.right - self.left, self.top - self.bottom
        return (height, width) if self.rotation % 2 else (width, height)

    def point(self, x: float, y: float) -> tuple[float, float]:
        match self.rotation:
            case 1:
                return y - self.bottom, x - self.left
            case 2:
                return self.right - x, y - self.bottom
            case 3:
                return self.top - y, self.right - x
            case _:
                return x - self.left, self.top - y

    def direction(self, dx: float, dy: float) -> tuple[float, float]:
        """A direction of the file (y upwards) as one of the page (y downwards)."""
        match self.rotation:
            case 1:
                return dy, dx
            case 2:
                return -dx, dy
            case 3:
                return -dy, -dx
            case _:
                return dx, -dy

    def box(self, x0: float, y0: float, x1: float, y1: float) -> Box:
        ax, ay = self.point(x0, y0)
        bx, by = self.point(x1, y1)
        return Box(min(ax, bx), min(ay, by), max(ax, bx), max(ay, by))


def _read_page(page: pdfium.PdfPage, number: int, fonts: "dict[int, _FontFacts]", own: frozenset[int]) -> Page:
    """Read a page; `own` are the addresses of the text objects whose marked content the structure tree may name."""
    bounds = raw.FS_RECTF()
    raw.FPDF_GetPageBoundingBox(page, bounds)
    view = _View(bounds.left, bounds.bottom, bounds.right, bounds.top, raw.FPDFPage_GetRotation(page) % 4)
    width, height = view.size
    objects = list(_objects(page))
    rules, fills, images = _read_drawings(objects, view)
    words, under = _read_words(page, view, fonts, own, unseen_text(page, objects))
    return Page(
        number,
        round(width, 2),
        round(height, 2),
        tuple(_decorated(words, rules)),
        tuple(rules),
        tuple(fills),
        tuple(images),
        under=tuple(under),
    )


# --- words ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _FontFacts:
    name: str
    bold: bool
    italic: bool
    ascent: float  # shares of the size
    descent: float


@dataclass(frozen=True, slots=True)
class _Run:
    """What the letters of one text object share. `u` runs along the writing, `v` down from line to line."""

    font: Font
    facts: _FontFacts
    angle: int
    cos: float
    sin: float
    content: int | None


class _WordBuilder:
    """Letters in the order of the file become words."""

    def __init__(self) -> None:
        self.words: list[Word] = []
        self._letters: list[str] = []
        self._run: _Run | None = None
        self._u0 = self._u1 = self._v = 0.0
        self._at = -1.0  # where the last letter began
        self._blank = True  # white space, or nothing, came before
        self._pending = False  # PDFium believes that white space follows the last letter

    def add(self, letter: str, run: _Run, u0: float, u1: float, v: float) -> None:
        last = self._run
        if (
            last is not None and self._letters and not (run is last and u0 == self._at)
        ):  # parts of one ligature share a box
            size = max(last.font.size_pt, run.font.size_pt)
            touches = abs(u0 - self._u1) <= _TOUCHES * size
            apart = (
                (self._pending and not touches)
                or run.angle != last.angle
                or u0 - self._u1 > _MERGES * size
                or u0 - self._u1 < -_BACK * size
                or abs(v - self._v) > _RAISED * size
            )
            if apart:
                gap = u0 - self._u1 > _MERGES * size or abs(v - self._v) > 0.75 * size
                self.end(blank=gap or (self._pending and not touches))
        self._pending = False
        if not self._letters:
            self._run, self._u0, self._v = run, u0, v
            self._u1 = u1
        self._letters.append(letter)
        self._u1, self._at = max(self._u1, u1), u0

    def maybe_blank(self) -> None:
        """PDFium made up white space here; whether there is any shows with the next letter."""
        self._pending = True

    def end(self, *, blank: bool) -> None:
        """Close the word at hand; `blank` if white space parts it from the next."""
        run = self._run
        if self._letters and run is not None:
            ascent, descent = run.facts.ascent * run.font.size_pt, run.facts.descent * run.font.size_pt
            corners = [
                (u * run.cos - v * run.sin, u * run.sin + v * run.cos)
                for u in (self._u0, self._u1)
                for v in (self._v - ascent, self._v - descent)
            ]
            xs, ys = [x for x, _ in corners], [y for _, y in corners]
            box = Box(min(xs), min(ys), max(xs), max(ys)).rounded()
            text, glued = "".join(self._letters), not self._blank
            self.words.append(Word(text, box, run.font, run.angle, glued=glued, content=run.content))
            self._letters = []
            self._blank = blank


def _read_words(
    page: pdfium.PdfPage, view: _View, fonts: dict[int, _FontFacts], own: frozenset[int], unseen: Unseen
) -> tuple[list[Word], list[Word]]:
    """The words that a reader sees, and those that lie under a picture."""
    text_page = raw.FPDFText_LoadPage(page)
    if not text_page:
        return [], []
    try:
        words = _mark_marks(_words_of(text_page, view, fonts, own, unseen.objects))
        under = _words_of(text_page, view, fonts, own, only=unseen.under) if unseen.under else []
        return words, under
    finally:
        raw.FPDFText_ClosePage(text_page)


def _words_of(
    text_page: ctypes.c_void_p,
    view: _View,
    fonts: dict[int, _FontFacts],
    own: frozenset[int],
    unseen: frozenset[int] = frozenset(),
    only: frozenset[int] | None = None,
) -> list[Word]:
    """Words in the order of the file, without those of `unseen` text objects, or from `only` some."""
    builder = _WordBuilder()
    width, height = view.size
    rect, origin_x, origin_y = raw.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    unicode_of, box_of = raw.FPDFText_GetUnicode, raw.FPDFText_GetLooseCharBox
    object_of, origin_of = raw.FPDFText_GetTextObject, raw.FPDFText_GetCharOrigin
    address_of = ctypes.c_void_p.from_buffer
    tiny = min(_TINY_PT, height / _TINY_SHARE)
    run: _Run | None = None
    seen: int | None = None
    for position in range(raw.FPDFText_CountChars(text_page)):
        code = unicode_of(text_page, position)
        if code in _BLANK:
            if raw.FPDFText_IsGenerated(text_page, position):
                builder.maybe_blank()
            else:
                builder.end(blank=True)
            continue
        if code in _NOTHING:
            continue
        if code < 0x20 and (code != 0x02 or raw.FPDFText_HasUnicodeMapError(text_page, position)):
            code = _LOST
        if code in _SECOND_HALF:
            continue
        if code in _FIRST_HALF:
            low = unicode_of(text_page, position + 1)
            if low not in _SECOND_HALF:
                continue
            code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00)
        text_object = object_of(text_page, position)
        address = address_of(text_object).value
        if address is None or address in unseen or (only is not None and address not in only):
            continue
        if address != seen or run is None:
            content = raw.FPDFPageObj_GetMarkedContentID(text_object) if address in own else -1
            seen, run = address, _run_of(text_page, position, text_object, view, fonts, content)
        if not box_of(text_page, position, rect) or not origin_of(text_page, position, origin_x, origin_y):
            continue
        if run.font.size_pt < tiny:
            continue
        x, y = view.point(origin_x.value, origin_y.value)
        if run.angle == 0:
            if view.rotation == 0:
                u0, u1 = rect.left - view.left, rect.right - view.left
            else:
                box = view.box(rect.left, rect.bottom, rect.right, rect.top)
                u0, u1 = box.x0, box.x1
            v = y
        else:
            box = view.box(rect.left, rect.bottom, rect.right, rect.top)
            along = [a * run.cos + b * run.sin for a in (box.x0, box.x1) for b in (box.top, box.bottom)]
            u0, v = x * run.cos + y * run.sin, -x * run.sin + y * run.cos
            u1 = max(along) if run.angle % 90 == 0 else u0 + 0.55 * run.font.size_pt
        if not (-2 <= x <= width + 2 and -2 <= y <= height + 2):
            continue
        builder.add(_SPELT.get(code) or chr(code), run, u0, u1, v)
    builder.end(blank=True)
    return builder.words


def _run_of(
    text_page: ctypes.c_void_p,
    position: int,
    text_object: ctypes.c_void_p,
    view: _View,
    fonts: dict[int, _FontFacts],
    content: int,
) -> _Run:
    font = raw.FPDFTextObj_GetFont(text_object)
    key = ctypes.c_void_p.from_buffer(font).value or 0
    facts = fonts.get(key)
    if facts is None:
        facts = fonts[key] = _font_facts(font)
    matrix = raw.FS_MATRIX()
    raw.FPDFText_GetMatrix(text_page, position, matrix)
    dx, dy = view.direction(matrix.a, matrix.b)
    angle = round(math.degrees(math.atan2(dy, dx))) % 360
    size = raw.FPDFText_GetFontSize(text_page, position) * math.hypot(matrix.c, matrix.d)
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    raw.FPDFPageObj_GetFillColor(text_object, red, green, blue, alpha)
    color = red.value << 16 | green.value << 8 | blue.value
    radians = math.radians(angle)
    return _Run(
        Font(facts.name, round(abs(size), 2), facts.bold, facts.italic, color),
        facts,
        angle,
        math.cos(radians) if angle else 1.0,
        math.sin(radians) if angle else 0.0,
        content if content >= 0 else None,
    )


def _font_facts(font: ctypes.c_void_p) -> _FontFacts:
    length = raw.FPDFFont_GetBaseFontName(font, None, 0)
    buffer = ctypes.create_string_buffer(max(1, length))
    raw.FPDFFont_GetBaseFontName(font, buffer, length)
    name = buffer.value.decode("utf-8", "replace")
    name = name.split("+", 1)[1] if len(name) > 7 and name[6] == "+" else name
    flags, weight = raw.FPDFFont_GetFlags(font), raw.FPDFFont_GetWeight(font)
    lower = name.lower()
    bold = any(part in lower for part in ("bold", "black", "heavy", "semibold", "demi")) or bool(flags & 1 << 18)
    if not bold and weight >= 600 and not any(part in lower for part in ("regular", "light", "book", "roman")):
        bold = True
    italic = "italic" in lower or "oblique" in lower or bool(flags & 1 << 6)
    ascent, descent = ctypes.c_float(), ctypes.c_float()
    has_ascent = raw.FPDFFont_GetAscent(font, 1.0, ascent)
    has_descent = raw.FPDFFont_GetDescent(font, 1.0, descent)
    # Descriptors state anything from 0 to twice the truth, and the embedded font something else again. The box holds the
    # letters of text faces and nearly all of the em square above either base line or descent, which is what other tools
    # take for a letter's box (pdfminer, pdfplumber).
    stated = descent.value if has_descent and -0.5 < descent.value < 0 else 0.0
    high = max(min(ascent.value if has_ascent else 0.0, 1.0), 1.0 + stated, 0.95)
    low = max(min(stated, -0.2), -0.32)
    return _FontFacts(name, bold, italic, high, low)


def _mark_marks(words: list[Word]) -> list[Word]:
    """Tell footnote marks: short, smaller than the word that they are glued to or beside, and raised over its base line."""
    out = list(words)
    for position, word in enumerate(words):
        if len(word.text) > 3 or word.angle or not all(c.isdigit() or c in "*†‡§()," for c in word.text):
            continue
        for other in (
            words[position - 1] if position else None,
            words[position + 1] if position + 1 < len(words) else None,
        ):
            if other is None or other.angle or other.font.size_pt * _SMALL < word.font.size_pt:
                continue
            beside = -2 <= word.box.x0 - other.box.x1 <= 4 or -2 <= other.box.x0 - word.box.x1 <= 4
            raised = word.box.bottom < other.box.bottom - 0.1 * other.font.size_pt
            level = word.box.overlap_y(other.box) > 0.3 * word.box.height
            if beside and raised and level:
                out[position] = replace(word, is_mark=True)
                break
    return out


def _decorated(words: list[Word], rules: list[Rule]) -> list[Word]:
    """Tell words through whose middle a rule runs, and those below which one runs."""
    flat = sorted(
        (rule.box for rule in rules if rule.is_horizontal and rule.box.height <= 2), key=lambda box: box.center_y
    )
    heights = [box.center_y for box in flat]
    out = []
    for word in words:
        near = flat[bisect_left(heights, word.box.top) : bisect_left(heights, word.box.bottom)]
        beside = [box for box in near if not word.angle and box.overlap_x(word.box) >= 0.8 * word.box.width]
        if not beside:
            out.append(word)
            continue
        third, size = word.box.height / 3, word.font.size_pt
        low, high = word.box.top + 0.9 * third, word.box.bottom - 0.9 * third
        base = word.box.bottom - 0.25 * size  # the box reaches below the letters
        struck = any(low <= box.center_y <= high for box in beside)
        under = any(base - 0.04 * size <= box.center_y <= base + 0.2 * size for box in beside)
        out.append(replace(word, is_struck=struck, is_underlined=under) if struck or under else word)
    return out


# --- rules, fills, pictures ----------------------------------------------------------------------------------------

_Matrix = tuple[float, float, float, float, float, float]
_IDENTITY: _Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def _read_drawings(
    objects: Sequence[tuple[ctypes.c_void_p, _Matrix]], view: _View
) -> tuple[list[Rule], list[Fill], list[Box]]:
    rules: list[Rule] = []
    fills: list[Fill] = []
    images: list[Box] = []
    for drawn, matrix in objects:
        kind = raw.FPDFPageObj_GetType(drawn)
        if kind == raw.FPDF_PAGEOBJ_IMAGE:
            images.append(_bounds(drawn, matrix, view))
        elif kind == raw.FPDF_PAGEOBJ_PATH:
            _read_path(drawn, matrix, view, rules, fills)
    return rules, fills, images


def _objects(page: pdfium.PdfPage) -> Iterator[tuple[ctypes.c_void_p, _Matrix]]:
    for position in range(raw.FPDFPage_CountObjects(page)):
        drawn = raw.FPDFPage_GetObject(page, position)
        yield from _flattened(drawn, _IDENTITY, 0)


def _flattened(drawn: ctypes.c_void_p, outer: _Matrix, depth: int) -> Iterator[tuple[ctypes.c_void_p, _Matrix]]:
    if raw.FPDFPageObj_GetType(drawn) != raw.FPDF_PAGEOBJ_FORM:
        yield drawn, outer
        return
    if depth >= _MAX_DEPTH:
        return
    own = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(drawn, own)
    matrix = _times((own.a, own.b, own.c, own.d, own.e, own.f), outer)
    for position in range(raw.FPDFFormObj_CountObjects(drawn)):
        yield from _flattened(raw.FPDFFormObj_GetObject(drawn, position), matrix, depth + 1)


def _times(a: _Matrix, b: _Matrix) -> _Matrix:
    """First `a`, then `b` (PDF 32000-1, 8.3.4)."""
    return (
        a[0] * b[0] + a[1] * b[2],
        a[0] * b[1] + a[1] * b[3],
        a[2] * b[0] + a[3] * b[2],
        a[2] * b[1] + a[3] * b[3],
        a[4] * b[0] + a[5] * b[2] + b[4],
        a[4] * b[1] + a[5] * b[3] + b[5],
    )


def _bounds(drawn: ctypes.c_void_p, matrix: _Matrix, view: _View) -> Box:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    raw.FPDFPageObj_GetBounds(drawn, left, bottom, right, top)
    if matrix is _IDENTITY:
        return view.box(left.value, bottom.value, right.value, top.value)
    corners = [_moved(matrix, x, y) for x in (left.value, right.value) for y in (bottom.value, top.value)]
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    return view.box(min(xs), min(ys), max(xs), max(ys))


def _moved(matrix: _Matrix, x: float, y: float) -> tuple[float, float]:
    return matrix[0] * x + matrix[2] * y + matrix[4], matrix[1] * x + matrix[3] * y + matrix[5]


def _read_path(drawn: ctypes.c_void_p, matrix: _Matrix, view: _View, rules: list[Rule], fills: list[Fill]) -> None:
    fill_mode, stroked = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(drawn, fill_mode, stroked)
    if not fill_mode.value and not stroked.value:
        return
    color = _color(drawn, raw.FPDFPageObj_GetFillColor if fill_mode.value else raw.FPDFPageObj_GetStrokeColor)
    box = _bounds(drawn, matrix, view)
    if box.width > 2 * view.size[0] and box.height > 2 * view.size[1]:
        return
    if min(box.width, box.height) <= THIN_PT and max(box.width, box.height) >= 2:
        rules.append(Rule(box.rounded(), color))
        return
    own = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(drawn, own)
    for shape in _subpaths(drawn, _times((own.a, own.b, own.c, own.d, own.e, own.f), matrix), view):
        _read_shape(shape, color, bool(fill_mode.value), bool(stroked.value), rules, fills)


def _subpaths(drawn: ctypes.c_void_p, matrix: _Matrix, view: _View) -> Iterator[list[tuple[float, float, bool]]]:
    """Each subpath as displayed points (x, y, is_curve); a closed one ends where it begins."""
    x, y = ctypes.c_float(), ctypes.c_float()
    points: list[tuple[float, float, bool]] = []
    for position in range(raw.FPDFPath_CountSegments(drawn)):
        segment = raw.FPDFPath_GetPathSegment(drawn, position)
        kind = raw.FPDFPathSegment_GetType(segment)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        at = view.point(*_moved(matrix, x.value, y.value))
        if kind == raw.FPDF_SEGMENT_MOVETO and points:
            yield points
            points = []
        points.append((at[0], at[1], kind == raw.FPDF_SEGMENT_BEZIERTO))
        if raw.FPDFPathSegment_GetClose(segment):
            points.append((points[0][0], points[0][1], False))
    if points:
        yield points


def _read_shape(
    points: list[tuple[float, float, bool]],
    color: int,
    filled: bool,
    stroked: bool,
    rules: list[Rule],
    fills: list[Fill],
) -> None:
    if len(points) < 2:
        return
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    box = Box(min(xs), min(ys), max(xs), max(ys)).rounded()
    if min(box.width, box.height) <= THIN_PT:
        if max(box.width, box.height) >= 2:
            rules.append(Rule(box, color))
        return
    if filled:
        fills.append(Fill(box, color))
    if stroked:
        for (ax, ay, _), (bx, by, curve) in pairwise(points):
            if not curve and (abs(ax - bx) <= 1 or abs(ay - by) <= 1) and abs(ax - bx) + abs(ay - by) >= 2:
                rules.append(Rule(Box(min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)).rounded(), color))


def _color(drawn: ctypes.c_void_p, read: object) -> int:
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    read(drawn, red, green, blue, alpha)  # type: ignore[operator]
    return red.value << 16 | green.value << 8 | blue.value
