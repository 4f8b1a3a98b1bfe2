"""What a PDF says of its own structure, as it stands in the file: the elements of its tag tree, its bookmarks.

Read through PDFium's raw interface, page by page while the page is open; what it is worth decides `extract.tags`. The tree
is reached from its root on each page anew, so that a page of a long document costs as many calls as the tree has branches:
a budget keeps that from growing without bound.
"""

import ctypes
from collections.abc import Callable
from itertools import repeat
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from corpus.pages import Bookmark, Element
from extract import native

MOST_CALLS = 1_000_000  # about three seconds; the tree of a longer document is read up to there
_MOST_BOOKMARKS = 5_000
_DEEPEST_BOOKMARK = 12
_DEEPEST_ELEMENT = 40


def elements_of(page: pdfium.PdfPage, number: int, calls: int = MOST_CALLS) -> tuple[tuple[Element, ...], int]:
    """The elements that hold marked content of a page, in the order of the tree.

    Args:
        page: the open page.
        number: its number, from 1.
        calls: how many branches may be looked at.

    Returns:
        the elements, and how many calls are left. Where none are, the page has no elements.
    """
    tree = raw.FPDF_StructTree_GetForPage(page)
    if not tree:
        return (), calls
    try:
        out: list[Element] = []
        waiting: list[tuple[int, tuple[int, ...], tuple[str, ...]]] = []
        root = native.address_of(tree)
        for position in reversed(range(native.count_branches(root))):
            child = native.branch_at(root, position)
            if child:
                waiting.append((child, (position,), ()))
        while waiting:
            element, place, above = waiting.pop()
            types = (*above, native.type_of(element))
            count = native.count_children(element)
            calls -= count + 1
            if calls <= 0:
                return (), 0
            children = list(map(native.child_at, repeat(element), range(count)))
            below = [(child, (*place, position), types) for position, child in enumerate(children) if child]
            identities = [native.child_content(element, at) for at, child in enumerate(children) if not child]
            content = [identity for identity in identities if identity >= 0]
            if content:
                out.append(Element(number, place, types, tuple(content)))
            if len(place) < _DEEPEST_ELEMENT:
                waiting.extend(reversed(below))
        return tuple(out), calls
    finally:
        raw.FPDF_StructTree_Close(tree)


def bookmarks_of(document: pdfium.PdfDocument) -> tuple[Bookmark, ...]:
    """The document's outline in its order; entries that come again, as in a loop, end it."""
    out: list[Bookmark] = []
    seen: set[int] = set()
    waiting: list[tuple[Any, int]] = [(raw.FPDFBookmark_GetFirstChild(document, None), 1)]
    while waiting and len(out) < _MOST_BOOKMARKS:
        entry, depth = waiting.pop()
        address = ctypes.cast(entry, ctypes.c_void_p).value if entry else None
        if address is None or address in seen:
            continue
        seen.add(address)
        title = " ".join(_string(raw.FPDFBookmark_GetTitle, entry).split())
        target = raw.FPDFBookmark_GetDest(document, entry)
        page = raw.FPDFDest_GetDestPageIndex(document, target) if target else -1
        out.append(Bookmark(title, page + 1 if page >= 0 else None, depth))
        waiting.append((raw.FPDFBookmark_GetNextSibling(document, entry), depth))
        if depth < _DEEPEST_BOOKMARK:
            waiting.append((raw.FPDFBookmark_GetFirstChild(document, entry), depth + 1))
    return tuple(out)


def _string(read: Callable[..., int], thing: Any) -> str:
    """A text of PDFium's: asked for its length in bytes first, UTF-16 with a zero at its end."""
    length = read(thing, None, 0)
    if length <= 2:
        return ""
    buffer = ctypes.create_string_buffer(length)
    read(thing, buffer, length)
    return buffer.raw[:length].decode("utf-16-le", "replace").rstrip("\0")
