"""PDFium's functions that are asked letter by letter and object by object, with plain numbers for pointers.

A page has some thousand letters, each of which costs four calls into the library. Through `pypdfium2.raw` a call takes two
to three times as long as what it does: pointers are made and checked, results wrapped, Python's lock is let go. Here pointers
are addresses, what a function writes goes into an array that the caller reads, and the lock is kept: a call is over before
another thread could have taken it. As PDFium itself, this serves one caller at a time: `extract.pdf.PdfFile.loaded` sees to
that.
"""

import ctypes
import math
import re
import struct
from typing import Any

import pypdfium2.raw as raw


def _bound(function: Any, result: Any, *arguments: Any) -> Any:
    return ctypes.PYFUNCTYPE(result, *arguments)(ctypes.cast(function, ctypes.c_void_p).value or 0)


def _places(buffer: bytearray, step: int) -> list[int]:
    """The addresses of the numbers in a buffer that stays where it is."""
    start = ctypes.addressof(ctypes.c_char.from_buffer(buffer))
    return list(range(start, start + len(buffer), step))


def address_of(pointer: Any) -> int:
    """The address that one of the library's pointers holds; 0 where it holds none."""
    return ctypes.cast(pointer, ctypes.c_void_p).value or 0


def pointer_to(address: int, kind: Any) -> Any:
    """The address as one of the library's pointers, for a function that is not bound here."""
    return ctypes.cast(address, kind)


_AT, _NUMBER = ctypes.c_void_p, ctypes.c_int

# A page's text: (text page, position of the letter, where the result is written ...)
count_letters = _bound(raw.FPDFText_CountChars, _NUMBER, _AT)
unicode_of = _bound(raw.FPDFText_GetUnicode, ctypes.c_uint, _AT, _NUMBER)
_text = _bound(raw.FPDFText_GetText, _NUMBER, _AT, _NUMBER, _NUMBER, _AT)  # UTF-16 with a zero at its end
is_generated = _bound(raw.FPDFText_IsGenerated, _NUMBER, _AT, _NUMBER)
is_unmapped = _bound(raw.FPDFText_HasUnicodeMapError, _NUMBER, _AT, _NUMBER)
object_of = _bound(raw.FPDFText_GetTextObject, _AT, _AT, _NUMBER)
box_of = _bound(raw.FPDFText_GetLooseCharBox, _NUMBER, _AT, _NUMBER, _AT)  # 4 floats: left, top, right, bottom
size_of = _bound(raw.FPDFText_GetFontSize, ctypes.c_double, _AT, _NUMBER)

# What is drawn: (page or object, ...)
count_objects = _bound(raw.FPDFPage_CountObjects, _NUMBER, _AT)
object_at = _bound(raw.FPDFPage_GetObject, _AT, _AT, _NUMBER)
kind_of = _bound(raw.FPDFPageObj_GetType, _NUMBER, _AT)
count_inside = _bound(raw.FPDFFormObj_CountObjects, _NUMBER, _AT)
object_inside = _bound(raw.FPDFFormObj_GetObject, _AT, _AT, ctypes.c_ulong)
has_transparency = _bound(raw.FPDFPageObj_HasTransparency, _NUMBER, _AT)
content_of = _bound(raw.FPDFPageObj_GetMarkedContentID, _NUMBER, _AT)
font_of = _bound(raw.FPDFTextObj_GetFont, _AT, _AT)
render_mode_of = _bound(raw.FPDFTextObj_GetTextRenderMode, _NUMBER, _AT)
_count_marks = _bound(raw.FPDFPageObj_CountMarks, _NUMBER, _AT)
_mark_at = _bound(raw.FPDFPageObj_GetMark, _AT, _AT, ctypes.c_ulong)
_mark_name = _bound(raw.FPDFPageObjMark_GetName, _NUMBER, _AT, _AT, ctypes.c_ulong, _AT)
set_active = _bound(raw.FPDFPageObj_SetIsActive, _NUMBER, _AT, _NUMBER)
count_segments = _bound(raw.FPDFPath_CountSegments, _NUMBER, _AT)
segment_at = _bound(raw.FPDFPath_GetPathSegment, _AT, _AT, _NUMBER)
segment_kind = _bound(raw.FPDFPathSegment_GetType, _NUMBER, _AT)
segment_closes = _bound(raw.FPDFPathSegment_GetClose, _NUMBER, _AT)
clip_of = _bound(raw.FPDFPageObj_GetClipPath, _AT, _AT)
count_clips = _bound(raw.FPDFClipPath_CountPaths, _NUMBER, _AT)
count_clip_segments = _bound(raw.FPDFClipPath_CountPathSegments, _NUMBER, _AT, _NUMBER)
clip_segment_at = _bound(raw.FPDFClipPath_GetPathSegment, _AT, _AT, _NUMBER, _NUMBER)

# The structure tree of a page: (tree or element, position of the child)
count_branches = _bound(raw.FPDF_StructTree_CountChildren, _NUMBER, _AT)
branch_at = _bound(raw.FPDF_StructTree_GetChildAtIndex, _AT, _AT, _NUMBER)
count_children = _bound(raw.FPDF_StructElement_CountChildren, _NUMBER, _AT)
child_at = _bound(raw.FPDF_StructElement_GetChildAtIndex, _AT, _AT, _NUMBER)
child_content = _bound(raw.FPDF_StructElement_GetChildMarkedContentID, _NUMBER, _AT, _NUMBER)

_font_name = _bound(raw.FPDFFont_GetBaseFontName, ctypes.c_size_t, _AT, _AT, ctypes.c_size_t)
_font_flags = _bound(raw.FPDFFont_GetFlags, _NUMBER, _AT)
_font_weight = _bound(raw.FPDFFont_GetWeight, _NUMBER, _AT)
_ascent = _bound(raw.FPDFFont_GetAscent, _NUMBER, _AT, ctypes.c_float, _AT)
_descent = _bound(raw.FPDFFont_GetDescent, _NUMBER, _AT, ctypes.c_float, _AT)
_type = _bound(raw.FPDF_StructElement_GetType, ctypes.c_ulong, _AT, _AT, ctypes.c_ulong)
_origin = _bound(raw.FPDFText_GetCharOrigin, _NUMBER, _AT, _NUMBER, _AT, _AT)
_letter_matrix = _bound(raw.FPDFText_GetMatrix, _NUMBER, _AT, _NUMBER, _AT)
_matrix = _bound(raw.FPDFPageObj_GetMatrix, _NUMBER, _AT, _AT)
_bounds = _bound(raw.FPDFPageObj_GetBounds, _NUMBER, _AT, _AT, _AT, _AT, _AT)
_fill = _bound(raw.FPDFPageObj_GetFillColor, _NUMBER, _AT, _AT, _AT, _AT, _AT)
_stroke = _bound(raw.FPDFPageObj_GetStrokeColor, _NUMBER, _AT, _AT, _AT, _AT, _AT)
_draw_mode = _bound(raw.FPDFPath_GetDrawMode, _NUMBER, _AT, _AT, _AT)
_point = _bound(raw.FPDFPathSegment_GetPoint, _NUMBER, _AT, _AT, _AT)

_OC = "OC\0".encode("utf-16-le")
_HALVES = re.compile("[\ud800-\udfff]|[^\u0000-\uffff]")

Matrix = tuple[float, float, float, float, float, float]

_doubles, _floats, _colors, _modes = (
    bytearray(16),
    bytearray(24),
    bytearray(16),
    bytearray(8),
)  # what functions write into
_letters = bytearray(256)
_T0, *_ = _places(_letters, 2)
_D0, _D1 = _places(_doubles, 8)
_F0, _F1, _F2, _F3, *_ = _places(_floats, 4)
_C0, _C1, _C2, _C3 = _places(_colors, 4)
_M0, _M1 = _places(_modes, 4)
_two_doubles, _six_floats = struct.Struct("2d").unpack, struct.Struct("6f").unpack
_four_floats, _two_floats = struct.Struct("4f8x").unpack, struct.Struct("2f16x").unpack
_four_numbers, _two_numbers = struct.Struct("4I").unpack, struct.Struct("2i").unpack


def signs_of(text_page: int, first: int, count: int) -> str:
    """The signs of some letters, one for each; U+FFFE stands for those that have to be asked for one by one.

    PDFium's text leaves out letters that say nothing, and has two halves for a letter beyond U+FFFF: then none of these can
    be told by its place in it.
    """
    buffer = (ctypes.c_uint16 * (2 * count + 2))()
    length = _text(text_page, first, count, ctypes.addressof(buffer)) - 1
    text = bytes(buffer)[: 2 * max(0, length)].decode("utf-16-le", "surrogatepass")
    is_whole = length == count and not _HALVES.search(text)
    return text if is_whole else "\ufffe" * count


def type_of(element: int) -> str:
    """The type of an element of the structure tree, "P" or "H1"; empty where it is longer than any that is known."""
    length = _type(element, _T0, len(_letters))
    return _letters[: length - 2].decode("utf-16-le", "replace") if 2 <= length <= len(_letters) else ""


def origin_of(text_page: int, position: int) -> tuple[float, float]:
    """Where a letter begins on its base line, in the file's coordinates; nowhere where it has no place."""
    return _two_doubles(_doubles) if _origin(text_page, position, _D0, _D1) else (math.nan, math.nan)


def letter_matrix_of(text_page: int, position: int) -> Matrix:
    """The matrix of a letter, with those of the forms around its object; zeros where it has none."""
    return _six_floats(_floats) if _letter_matrix(text_page, position, _F0) else (0.0,) * 6


def font_name_of(font: int) -> str:
    """The base name of a font, cut to what fits."""
    length = min(_font_name(font, _T0, len(_letters)), len(_letters))
    return _letters[: max(0, length - 1)].decode("utf-8", "replace")


def font_style_of(font: int) -> tuple[int, int]:
    """The flags of a font (PDF 32000-1, table 123) and its weight; less than 0 where it has none."""
    return _font_flags(font), _font_weight(font)


def font_reach_of(font: int) -> tuple[float, float]:
    """Ascent and descent of a font of one point; 0 where they are not stated."""
    high = _two_floats(_floats)[0] if _ascent(font, 1.0, _F0) else 0.0
    return high, _two_floats(_floats)[0] if _descent(font, 1.0, _F0) else 0.0


def matrix_of(drawn: int) -> Matrix:
    """An object's own matrix; zeros where it has none."""
    return _six_floats(_floats) if _matrix(drawn, _F0) else (0.0,) * 6


def bounds_of(drawn: int) -> tuple[float, float, float, float]:
    """Left, bottom, right and top of an object within its form; zeros where they can't be told."""
    return _four_floats(_floats) if _bounds(drawn, _F0, _F1, _F2, _F3) else (0.0,) * 4


def point_of(segment: int) -> tuple[float, float]:
    """Where a segment of a path ends."""
    return _two_floats(_floats) if _point(segment, _F0, _F1) else (0.0,) * 2


def is_layered(drawn: int) -> bool:
    """Whether an object belongs to a layer that can be switched off (PDF 32000-1, 8.11): its marked content says OC."""
    return any(_named_oc(_mark_at(drawn, position)) for position in range(_count_marks(drawn)))


def _named_oc(mark: int) -> bool:
    return bool(_mark_name(mark, _T0, len(_letters), _M0)) and _letters[:6] == _OC


def fill_of(drawn: int) -> tuple[int, int, int, int]:
    """Red, green, blue and alpha of what an object is filled with, from 0 to 255; zeros where it is no plain color."""
    return _four_numbers(_colors) if _fill(drawn, _C0, _C1, _C2, _C3) else (0,) * 4


def stroke_of(drawn: int) -> tuple[int, int, int, int]:
    """The same of what its lines are drawn with."""
    return _four_numbers(_colors) if _stroke(drawn, _C0, _C1, _C2, _C3) else (0,) * 4


def draw_mode_of(path: int) -> tuple[bool, bool]:
    """Whether a path is filled, and whether its lines are drawn."""
    fill_mode, stroked = _two_numbers(_modes) if _draw_mode(path, _M0, _M1) else (0, 0)
    return bool(fill_mode), bool(stroked)
