"""What is drawn on a page: its objects with forms opened, and of those that are no text the rules, fills and pictures."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from corpus.geometry import Box
from corpus.pages import Fill, Rule
from extract import native
from extract.native import Matrix
from extract.view import View

Drawn = tuple[int, int, Matrix]  # an object's address, its kind, and the matrix of the forms around it

IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)  # of what stands in no form; others have a matrix of their own
THIN_PT = 3.0  # a filled or stroked shape no thicker than this is a rule
_MAX_DEPTH = 12  # form objects within form objects; deeper ones are loops or attacks


def objects_of(page: pdfium.PdfPage) -> list[Drawn]:
    """All that is drawn on a page in the order of painting, what stands in form objects among it."""
    at = native.address_of(page.raw)
    out: list[Drawn] = []
    for position in range(native.count_objects(at)):
        drawn = native.object_at(at, position) or 0
        kind = native.kind_of(drawn)
        if kind == raw.FPDF_PAGEOBJ_FORM:
            out += _opened(drawn, IDENTITY, 0)
        else:
            out.append((drawn, kind, IDENTITY))
    return out


def own_texts(objects: Sequence[Drawn]) -> frozenset[int]:
    """Addresses of the text objects that stand in the page's own stream: ids of marked content within a form object are the
    form's, and mean something else."""
    return frozenset(drawn for drawn, kind, matrix in objects if kind == raw.FPDF_PAGEOBJ_TEXT and matrix is IDENTITY)


def _opened(form: int, outer: Matrix, depth: int) -> Iterator[Drawn]:
    if depth >= _MAX_DEPTH:
        return
    matrix = _times(native.matrix_of(form), outer)
    for position in range(native.count_inside(form)):
        drawn = native.object_inside(form, position) or 0
        kind = native.kind_of(drawn)
        if kind == raw.FPDF_PAGEOBJ_FORM:
            yield from _opened(drawn, matrix, depth + 1)
        else:
            yield drawn, kind, matrix


def _times(a: Matrix, b: Matrix) -> Matrix:
    """First `a`, then `b` (PDF 32000-1, 8.3.4)."""
    return (
        a[0] * b[0] + a[1] * b[2],
        a[0] * b[1] + a[1] * b[3],
        a[2] * b[0] + a[3] * b[2],
        a[2] * b[1] + a[3] * b[3],
        a[4] * b[0] + a[5] * b[2] + b[4],
        a[4] * b[1] + a[5] * b[3] + b[5],
    )


def moved(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    """A point behind a matrix."""
    return matrix[0] * x + matrix[2] * y + matrix[4], matrix[1] * x + matrix[3] * y + matrix[5]


def bounds_on_page(drawn: int, matrix: Matrix) -> tuple[float, float, float, float]:
    """Left, bottom, right and top of an object in the file's coordinates."""
    left, bottom, right, top = native.bounds_of(drawn)
    if matrix is IDENTITY:
        return left, bottom, right, top
    corners = [moved(matrix, x, y) for x in (left, right) for y in (bottom, top)]
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    return min(xs), min(ys), max(xs), max(ys)


def read_drawings(objects: Sequence[Drawn], view: View) -> tuple[list[Rule], list[Fill], list[Box]]:
    """Rules, fills and pictures on the page as displayed, in the order of painting."""
    rules: list[Rule] = []
    fills: list[Fill] = []
    pictures: list[Box] = []
    for drawn, kind, matrix in objects:
        if kind == raw.FPDF_PAGEOBJ_IMAGE:
            pictures.append(view.box(*bounds_on_page(drawn, matrix)))
        elif kind == raw.FPDF_PAGEOBJ_PATH:
            _read_path(drawn, matrix, view, rules, fills)
    return rules, fills, pictures


def _read_path(drawn: int, matrix: Matrix, view: View, rules: list[Rule], fills: list[Fill]) -> None:
    filled, stroked = native.draw_mode_of(drawn)
    if not filled and not stroked:
        return
    red, green, blue, _ = native.fill_of(drawn) if filled else native.stroke_of(drawn)
    color = red << 16 | green << 8 | blue
    box = view.box(*bounds_on_page(drawn, matrix))
    if box.width > 2 * view.size[0] and box.height > 2 * view.size[1]:
        return
    if min(box.width, box.height) <= THIN_PT and max(box.width, box.height) >= 2:
        rules.append(Rule(box.rounded(), color))
        return
    for shape in _subpaths(drawn, _times(native.matrix_of(drawn), matrix), view):
        _read_shape(shape, color, filled, stroked, rules, fills)


def _subpaths(drawn: int, matrix: Matrix, view: View) -> Iterator[list[tuple[float, float, bool]]]:
    """Each subpath as displayed points (x, y, is_curve); a closed one ends where it begins."""
    points: list[tuple[float, float, bool]] = []
    for position in range(native.count_segments(drawn)):
        segment = native.segment_at(drawn, position)
        kind = native.segment_kind(segment)
        across, down = view.point(*moved(matrix, *native.point_of(segment)))
        if kind == raw.FPDF_SEGMENT_MOVETO and points:
            yield points
            points = []
        points.append((across, down, kind == raw.FPDF_SEGMENT_BEZIERTO))
        if native.segment_closes(segment):
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
