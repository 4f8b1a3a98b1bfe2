"""What is stamped on a page: annotations that show text are drawn into it before it is read.

A stamp, a typewritten note or a filled-in field is no part of a page's text, and PDFium's text interface does not see it.
So these annotations are flattened: what they show becomes page content, in memory alone. Comments, highlights and links
are left out. A stamp without an appearance of its own is drawn by the viewer; what it says is kept as text without place.
"""

import ctypes

import pypdfium2 as pdfium
import pypdfium2.raw as raw

_SHOWN = frozenset({raw.FPDF_ANNOT_FREETEXT, raw.FPDF_ANNOT_STAMP, raw.FPDF_ANNOT_WIDGET, raw.FPDF_ANNOT_WATERMARK})
_MOST = 500  # annotations of a page that are looked at


def draw_stamps(page: pdfium.PdfPage) -> tuple[bool, tuple[str, ...]]:
    """Flatten the annotations of an open page that show text.

    Returns:
        whether the page must be loaded anew to be read, and the texts of stamps without an appearance.
    """
    others: list[int] = []
    texts: list[str] = []
    is_drawn = False
    for position in range(min(_MOST, raw.FPDFPage_GetAnnotCount(page))):
        note = raw.FPDFPage_GetAnnot(page, position)
        if not note:
            continue
        try:
            kind = raw.FPDFAnnot_GetSubtype(note)
            if kind not in _SHOWN or raw.FPDFAnnot_GetFlags(note) & (
                raw.FPDF_ANNOT_FLAG_HIDDEN | raw.FPDF_ANNOT_FLAG_NOVIEW
            ):
                others.append(position)
            elif raw.FPDFAnnot_HasKey(note, b"AP"):
                is_drawn = True
            elif kind != raw.FPDF_ANNOT_WIDGET:
                texts.append(_contents(note))
        finally:
            raw.FPDFPage_CloseAnnot(note)
    if is_drawn:
        for position in reversed(others):
            raw.FPDFPage_RemoveAnnot(page, position)
        is_drawn = raw.FPDFPage_Flatten(page, raw.FLAT_NORMALDISPLAY) == raw.FLATTEN_SUCCESS
    return is_drawn, tuple(text for text in texts if text)


def _contents(note: "ctypes._Pointer[raw.FPDF_ANNOTATION]") -> str:
    length = raw.FPDFAnnot_GetStringValue(note, b"Contents", None, 0)
    if length <= 2:
        return ""
    buffer = ctypes.create_string_buffer(length)
    raw.FPDFAnnot_GetStringValue(note, b"Contents", ctypes.cast(buffer, ctypes.POINTER(raw.FPDF_WCHAR)), length)
    return " ".join(buffer.raw[:length].decode("utf-16-le", "replace").rstrip("\0").split())
