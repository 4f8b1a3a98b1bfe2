"""PDF bytes to pages: words with boxes and fonts, rules, fills, pictures, in displayed coordinates.

A file is opened here, and its pages are put together from what `extract.letters`, `extract.drawings`, `extract.sight` and
`extract.structure` read. Everything that leaves is in points from the top left of the page as displayed.
"""

import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from corpus.errors import Corrupt, Empty, Encrypted, NotAPdf
from corpus.pages import Bookmark, Element, Page
from extract.annotations import draw_stamps
from extract.drawings import objects_of, own_texts, read_drawings
from extract.letters import read_words
from extract.sight import unseen_text
from extract.structure import MOST_CALLS, bookmarks_of, elements_of
from extract.view import View
from extract.words import decorated

_CATALOG = 4_096  # bytes of a catalog before its type
_A4 = (595.28, 841.89)

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
        return _read_page(page, number, elements, stamps)

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


def _read_page(page: pdfium.PdfPage, number: int, elements: tuple[Element, ...], stamps: tuple[str, ...]) -> Page:
    bounds = raw.FS_RECTF()
    raw.FPDF_GetPageBoundingBox(page, bounds)
    view = View(bounds.left, bounds.bottom, bounds.right, bounds.top, raw.FPDFPage_GetRotation(page) % 4)
    width, height = view.size
    objects = objects_of(page)
    rules, fills, images = read_drawings(objects, view)
    own = own_texts(objects) if elements else frozenset()  # whose marked content the structure tree may name
    words, under = read_words(page, view, own, unseen_text(page, objects, view))
    return Page(
        number,
        round(width, 2),
        round(height, 2),
        tuple(decorated(words, rules)),
        tuple(rules),
        tuple(fills),
        tuple(images),
        stamps=stamps,
        elements=elements,
        under=tuple(under),
    )
