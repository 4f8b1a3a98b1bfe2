"""Ruled tables: cells from rules, and rows and tables joined over page breaks.

The finder is pdfplumber's (edges to intersections to cells, after Nurminen 2013), fed with our rules. What it loses is
mended first: where a row goes on over the page, Chromium and LibreOffice draw no rule below its first part, and the
finder drops the row with all that it holds. The open ends of the vertical rules say where it stands.
"""

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from pdfplumber.table import cells_to_tables, edges_to_intersections, merge_edges

from corpus.geometry import Box, hull
from corpus.pages import Cell, CellPart, Fill, Line, Page, Rule, Table, Word
from extract.lines import cell_lines, words_text

# More rules that could cross, or do, are a map or a hatching and no table; the finder's work grows with their square.
_MOST_PAIRS, _MOST_CROSSINGS = 4_000_000, 10_000
_SNAP_PT = 3.0  # rules closer than this are one, as in pdfplumber
_SAME_COLUMN_PT = 4.0  # how far columns of two pages may lie apart and be the same
_MIN_RULE_PT = 6.0  # shorter ones are ticks, dashes, letters
_KEYED = 0.8  # of the rows of a table begin with a key of one shape
_MIN_KEYED = 5  # rows that show it
_ENUMERATED = re.compile(r"(?:[A-Z]{1,6}[ -]?)*\(?\d+(?:\.\d+)*\b|\(?[a-z]\)|[-–•▪]")


Point = tuple[float, float]
Edge = dict[str, Any]  # one of pdfplumber's edges: orientation, x0, x1, top, bottom, width, height


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell on one page. `open_top` and `open_bottom`: no rule is drawn there, the cell may go on over the page."""

    row: int
    column: int
    row_span: int
    column_span: int
    part: CellPart
    open_top: bool = False
    open_bottom: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table as it stands on one page. `columns` and `rows` are the edges, in points, from left and from top."""

    page: int
    box: Box
    columns: tuple[float, ...]
    rows: tuple[float, ...]
    cells: tuple[GridCell, ...]
    filled_rows: frozenset[int] = frozenset()

    def row_text(self, row: int) -> tuple[str, ...]:
        """The texts of a row's cells as they begin in it, for comparing headers."""
        cells = sorted((c for c in self.cells if c.row == row), key=lambda c: c.column)
        return tuple(" ".join(words_text(line.words) for line in c.part.lines) for c in cells)


# --- one page ------------------------------------------------------------------------------------------------------


def find_grids(page: Page) -> tuple[Grid, ...]:
    """The ruled tables of one page, from top to bottom; one of a single cell is a box and no table."""
    if not any(_is_edge(rule) and not rule.is_horizontal for rule in page.rules):
        return ()
    decorates = _decorations(page.words)
    rules = [r for r in page.rules if not decorates(r)]
    rules += list(_outlines(page.fills, page))
    edges = merge_edges([_edge(r) for r in rules if _is_edge(r)], _SNAP_PT, _SNAP_PT, _SNAP_PT, _SNAP_PT)
    if not any(e["orientation"] == "v" for e in edges):
        return ()
    closed, opened = _closed(edges)
    upright_edges = sum(e["orientation"] == "v" for e in closed)
    if upright_edges * (len(closed) - upright_edges) > _MOST_PAIRS:
        return ()
    crossings = edges_to_intersections(closed, _SNAP_PT, _SNAP_PT)
    if len(crossings) > _MOST_CROSSINGS:
        return ()
    cells = cells_between(crossings)
    upright = [word for word in page.words if word.angle in (0, 90, 270)]
    grids = []
    for group in cells_to_tables(cells):
        grid = _grid(page, [Box(*cell) for cell in group], opened, upright)
        if grid is not None:
            grids.append(grid)
    return tuple(sorted(grids, key=lambda g: (g.box.top, g.box.x0)))


def cells_between(crossings: Mapping[Point, Mapping[str, Sequence[Edge]]]) -> list[tuple[float, float, float, float]]:
    """The smallest cells between crossings of rules (x0, top, x1, bottom), as pdfplumber's `intersections_to_cells` finds them;
    that one looks through all crossings for each, and takes ten seconds for the cells of a large sheet."""
    marks = {
        point: ({(e["top"], e["bottom"]) for e in edges["v"]}, {(e["x0"], e["x1"]) for e in edges["h"]})
        for point, edges in crossings.items()
    }
    columns: dict[float, list[float]] = {}
    rows: dict[float, list[float]] = {}
    places: dict[Point, tuple[int, int]] = {}  # of each crossing in its column and in its row
    for x, y in sorted(crossings):
        column, row = columns.setdefault(x, []), rows.setdefault(y, [])
        places[x, y] = len(column), len(row)
        column.append(y)
        row.append(x)

    def joined(one: Point, two: Point, upright: bool) -> bool:
        """Whether a rule runs from one crossing to another one of its column, or of its row."""
        side = 0 if upright else 1
        return not marks[one][side].isdisjoint(marks[two][side])

    found = []
    for (x, y), (in_column, in_row) in places.items():
        right = [x1 for x1 in rows[y][in_row + 1 :] if joined((x, y), (x1, y), False)]
        below = (y1 for y1 in columns[x][in_column + 1 :] if joined((x, y), (x, y1), True))
        corner = next(
            (
                (x1, y1)
                for y1 in below
                for x1 in right
                if (x1, y1) in marks and joined((x1, y1), (x1, y), True) and joined((x1, y1), (x, y1), False)
            ),
            None,
        )
        if corner is not None:
            found.append((x, y, *corner))
    return found


def _is_edge(rule: Rule) -> bool:
    return max(rule.box.width, rule.box.height) >= _MIN_RULE_PT


def _edge(rule: Rule) -> Edge:
    """A rule as one of pdfplumber's edges: its middle line."""
    box = rule.box
    if rule.is_horizontal:
        y = box.center_y
        return {"orientation": "h", "x0": box.x0, "x1": box.x1, "top": y, "bottom": y, "width": box.width, "height": 0}
    x = box.center_x
    return {
        "orientation": "v",
        "x0": x,
        "x1": x,
        "top": box.top,
        "bottom": box.bottom,
        "width": 0,
        "height": box.height,
    }


def _decorations(words: Sequence[Word]) -> Callable[[Rule], bool]:
    """Tells whether a horizontal rule belongs to words (struck through, underlined) and not to a table."""
    bands = sorted((w.box.top + 0.2 * w.box.height, position) for position, w in enumerate(words))
    tops = [top for top, _ in bands]
    highest = max((w.box.height for w in words), default=0.0)

    def decorates(rule: Rule) -> bool:
        if not rule.is_horizontal:
            return False
        y, covered = rule.box.center_y, 0.0
        for _, position in bands[bisect_left(tops, y - highest) : bisect_left(tops, y)]:
            box = words[position].box
            if y < box.bottom + 0.02 * box.height:
                covered += box.overlap_x(rule.box)
        return covered >= 0.7 * rule.box.width

    return decorates


def _outlines(fills: Iterable[Fill], page: Page) -> Iterable[Rule]:
    """Edges of tables whose cells are told apart by their ground alone are left to the unruled finder: none here."""
    del fills, page
    return ()


def _closed(edges: list[Edge]) -> tuple[list[Edge], list[tuple[float, float, float]]]:
    """Close tables whose vertical rules end in the open.

    Returns:
        the edges with the closing ones, and the closing ones as (y, x0, x1).
    """
    flat = [e for e in edges if e["orientation"] == "h"]
    upright = [e for e in edges if e["orientation"] == "v"]
    added: list[tuple[float, float, float]] = []
    for end in ("bottom", "top"):
        groups: list[list[Edge]] = []
        for edge in sorted(upright, key=lambda e: e[end]):
            if groups and abs(groups[-1][0][end] - edge[end]) <= _SNAP_PT:
                groups[-1].append(edge)
            else:
                groups.append([edge])
        for group in groups:
            if len(group) < 2:
                continue
            y = max(e[end] for e in group) if end == "bottom" else min(e[end] for e in group)
            xs = sorted(e["x0"] for e in group)
            for x0, x1 in pairwise(xs):
                if x1 - x0 < _MIN_RULE_PT or any(
                    abs(h["top"] - y) <= _SNAP_PT and h["x0"] <= x0 + _SNAP_PT and h["x1"] >= x1 - _SNAP_PT
                    for h in flat
                ):
                    continue
                # A closing edge is only believed where the two rules frame cells: some horizontal rule joins them.
                if any(
                    h["x0"] <= x0 + _SNAP_PT
                    and h["x1"] >= x1 - _SNAP_PT
                    and all(
                        e["top"] - _SNAP_PT <= h["top"] <= e["bottom"] + _SNAP_PT for e in group if e["x0"] in (x0, x1)
                    )
                    for h in flat
                ) or _between_closed(x0, x1, y, end, group, flat):
                    added.append((y, x0, x1))
    extra = [
        {"orientation": "h", "x0": x0, "x1": x1, "top": y, "bottom": y, "width": x1 - x0, "height": 0}
        for y, x0, x1 in added
    ]
    return edges + extra, added


def _between_closed(x0: float, x1: float, y: float, end: str, group: list[Edge], flat: list[Edge]) -> bool:
    """A page that shows nothing but the middle of one row has no horizontal rule at all: three upright rules frame it."""
    del x0, x1, end
    return len(group) >= 3 and not any(abs(h["top"] - y) <= _SNAP_PT for h in flat)


def _grid(page: Page, boxes: list[Box], opened: list[tuple[float, float, float]], words: Sequence[Word]) -> Grid | None:
    columns = _edges_of([b.x0 for b in boxes] + [b.x1 for b in boxes])
    rows = _edges_of([b.top for b in boxes] + [b.bottom for b in boxes])
    if len(boxes) < 2 or len(columns) < 3:
        return None
    box = hull(boxes)
    inside = [w for w in words if box.holds_center_of(w.box)]
    words_in = _words_by_height(inside)
    cells = []
    for cell in sorted(boxes, key=lambda b: (b.top, b.x0)):
        row, row_end = _nearest(rows, cell.top), _nearest(rows, cell.bottom)
        column, column_end = _nearest(columns, cell.x0), _nearest(columns, cell.x1)
        own = words_in(cell)
        part = CellPart(page.number, cell.rounded(), tuple(cell_lines(own, page.number)))
        cells.append(
            GridCell(
                row,
                column,
                max(1, row_end - row),
                max(1, column_end - column),
                part,
                _is_open(cell, cell.top, opened),
                _is_open(cell, cell.bottom, opened),
            )
        )
    filled = frozenset(
        row
        for row in range(len(rows) - 1)
        if any(
            f.color not in (0xFFFFFF,)
            and f.box.overlap_y(Box(box.x0, rows[row], box.x1, rows[row + 1])) >= 0.8 * (rows[row + 1] - rows[row])
            and f.box.height <= 1.3 * (rows[row + 1] - rows[row]) + 4
            and f.box.overlap_x(box) > 0
            for f in page.fills
        )
    )
    return Grid(page.number, box, tuple(columns), tuple(rows), tuple(cells), filled)


def _words_by_height(words: Sequence[Word]) -> Callable[[Box], list[Word]]:
    """Gives the words whose centers lie within a box, in the order in which they are given here."""
    ranked = sorted((w.box.center_y, position) for position, w in enumerate(words))
    heights = [y for y, _ in ranked]

    def words_in(box: Box) -> list[Word]:
        near = ranked[bisect_left(heights, box.top) : bisect_right(heights, box.bottom)]
        return [words[position] for position in sorted(p for _, p in near) if box.holds_center_of(words[position].box)]

    return words_in


def _edges_of(values: list[float]) -> list[float]:
    edges: list[float] = []
    for value in sorted(values):
        if not edges or value - edges[-1] > _SNAP_PT:
            edges.append(value)
    return edges


def _nearest(edges: Sequence[float], value: float) -> int:
    after = min(bisect_left(edges, value), len(edges) - 1)
    return after - 1 if after and abs(edges[after - 1] - value) <= abs(edges[after] - value) else after


def _is_open(cell: Box, y: float, opened: list[tuple[float, float, float]]) -> bool:
    return any(abs(at - y) <= _SNAP_PT and x0 - _SNAP_PT <= cell.center_x <= x1 + _SNAP_PT for at, x0, x1 in opened)


# --- over pages ----------------------------------------------------------------------------------------------------


def join_grids(grids: Sequence[Grid], text_above: Callable[[Grid], bool] = lambda _: False) -> tuple[Table, ...]:
    """Join the grids of consecutive pages into tables.

    Args:
        grids: in the order of pages, from top to bottom.
        text_above: whether running text stands above a grid on its page; it parts tables.

    Two grids are one table where the second is the first of its page, the first the last of the page before, and their
    columns lie alike. A header that the second repeats is dropped; its first row goes on with the last one of the first
    where that was open at the bottom, or where its leading cells are empty.
    """
    first_on = {g.page: g for g in reversed(grids)}
    last_on = {g.page: g for g in grids}
    tables: list[_Growing] = []
    for grid in grids:
        current = tables[-1] if tables else None
        if (
            current is not None
            and current.page == grid.page - 1
            and first_on[grid.page] is grid
            and last_on[current.page] is current.last
            and _same_columns(current.last, grid)
            and not text_above(grid)
        ):
            current.append(grid)
        else:
            tables.append(_Growing(grid))
    return tuple(table.finished() for table in tables)


def _same_columns(one: Grid, two: Grid) -> bool:
    """Equal in number and width; the whole may be shifted, as on facing pages."""
    if len(one.columns) != len(two.columns):
        return False
    shift = two.columns[0] - one.columns[0]
    return abs(shift) <= 40 and all(
        abs(b - a - shift) <= _SAME_COLUMN_PT for a, b in zip(one.columns, two.columns, strict=True)
    )


class _Columns:
    """What the columns of a growing table hold below its header, counted as cells come, so that a table of a thousand pages
    takes no longer a page than one of ten."""

    def __init__(self) -> None:
        self.single: Counter[int] = Counter()  # filled cells of one row
        self.filled: Counter[int] = Counter()  # rows that are filled
        self.shapes: defaultdict[int, Counter[str | None]] = defaultdict(
            Counter
        )  # of the keys of cells of one row and column

    def count(self, cell: Cell, header: int, times: int = 1) -> None:
        if cell.row < header:
            return
        lines = cell.lines
        if lines:
            self.filled[cell.column] += times * cell.row_span
            self.single[cell.column] += times * (cell.row_span == 1)
        if cell.row_span == cell.column_span == 1:
            self.shapes[cell.column][_key_shape(lines)] += times


class _Growing:
    """A table while pages are added to it."""

    def __init__(self, grid: Grid) -> None:
        self.last = grid
        self.header = _header_rows(grid)
        self._header_texts = [grid.row_text(row) for row in range(len(grid.rows) - 1)]
        self._rows = len(grid.rows) - 1
        self._columns = len(grid.columns) - 1
        self._cells: list[Cell] = []
        self._end = 0  # of the last row that a cell touches
        self._columns_seen = _Columns()
        self._on_page: list[int] = []  # positions of the cells that have a part on the last page
        for cell in grid.cells:
            self._add(Cell(cell.row, cell.column, (cell.part,), cell.row_span, cell.column_span))
        self._places = [(grid.page, grid.box.rounded())]

    @property
    def page(self) -> int:
        return self.last.page

    def repeats_header(self, grid: Grid) -> int:
        """How many first rows of a grid are those of the table's first page."""
        repeated = 0
        while (
            repeated < len(grid.rows) - 2
            and repeated < len(self._header_texts)
            and _same_header(grid.row_text(repeated), self._header_texts[repeated])
        ):
            repeated += 1
        return repeated

    def append(self, grid: Grid) -> None:
        repeated = self.repeats_header(grid)
        if repeated > self.header:
            self.header = repeated
            self._columns_seen = _Columns()
            for known in self._cells:
                self._columns_seen.count(known, self.header)
        fresh = [c for c in grid.cells if c.row >= repeated]
        continued = self._continued(fresh, repeated)
        row_goes_on = bool(continued) and all(
            cell.column in continued for cell in fresh if cell.row == repeated and cell.row_span == 1
        )
        offset = self._rows - repeated - (1 if row_goes_on else 0)
        self._on_page = []
        for cell in fresh:
            row = cell.row + offset
            before = continued.get(cell.column) if cell.row == repeated else None
            if before is not None:
                self._extend(before, cell.part, row + cell.row_span)
            else:
                self._add(Cell(row, cell.column, (cell.part,), cell.row_span, cell.column_span))
        self._rows = self._end if self._cells else self._rows
        self._places.append((grid.page, grid.box.rounded()))
        self.last = grid

    def _add(self, cell: Cell) -> None:
        self._on_page.append(len(self._cells))
        self._cells.append(cell)
        self._columns_seen.count(cell, self.header)
        self._end = max(self._end, cell.row + cell.row_span)

    def _extend(self, position: int, part: CellPart, end: int) -> None:
        """Let a cell go on with a part on the next page, down to row `end` (exclusive)."""
        old = self._cells[position]
        end = max(old.row + old.row_span, end)
        new = self._cells[position] = replace(old, parts=(*old.parts, part), row_span=end - old.row)
        self._columns_seen.count(old, self.header, -1)
        self._columns_seen.count(new, self.header)
        self._on_page.append(position)
        self._end = max(self._end, end)

    def _continued(self, fresh: list[GridCell], top: int) -> dict[int, int]:
        """Columns whose first new cell goes on with a cell of the page before, with that cell's position.

        An open end alone proves nothing: LibreOffice leaves every table open at a page's end, whether a row is cut there
        or not. The leading cell decides: a row whose leading cell is empty, or goes on in the middle of a sentence, goes on.
        """
        at_bottom = {
            self._cells[position].column: position
            for position in sorted(self._on_page)
            if self._cells[position].row + self._cells[position].row_span == self._rows
        }
        firsts = {c.column: c for c in fresh if c.row == top}
        open_below = {c.column for c in self.last.cells if c.open_bottom}
        held = {c: at_bottom[c] for c in firsts if c in at_bottom}
        lead = self._leading_column(held)
        if lead is None:
            return {}
        old, new = self._cells[held[lead]], firsts[lead].part
        if open_below:
            row_goes_on = not new.lines or (
                _goes_on(old, new)
                and not any(
                    _begins_anew(self._cells[position], firsts[column].part) for column, position in held.items()
                )
            )
        else:  # Word rules off the part above a break
            filled = [
                (self._cells[position], firsts[column].part)
                for column, position in held.items()
                if firsts[column].part.lines
            ]
            in_mid_sentence = len(filled) > 1 and all(_goes_on(a, b) and _text_of(b)[:1].islower() for a, b in filled)
            row_goes_on = in_mid_sentence or (
                (not new.lines or self._is_sparse(firsts)) and any(c.part.lines for c in firsts.values())
            )
        row_goes_on = row_goes_on or self._lacks_key(lead, firsts[lead])
        out = {}
        for column, position in held.items():
            old, new = self._cells[position], firsts[column].part
            merged = old.row_span > 1 or firsts[column].row_span > 1 or old.row + old.row_span > self._rows
            if merged and column != lead:
                if not new.lines or _goes_on(old, new):
                    out[column] = position
            elif row_goes_on:
                out[column] = position
        return out

    def _lacks_key(self, lead: int, first: GridCell) -> bool:
        """Whether nearly all rows are named by a key of one shape ("AT007", "OA 2.3") and this one begins without."""
        shapes = self._columns_seen.shapes[lead]
        usual = {shape for shape, n in shapes.items() if shape is not None and n >= _KEYED * shapes.total()}
        return (
            shapes.total() >= _MIN_KEYED
            and bool(usual)
            and bool(first.part.lines)
            and first.column_span == 1
            and _key_shape(first.part.lines) not in usual
        )

    def _is_sparse(self, firsts: dict[int, GridCell]) -> bool:
        """Whether most columns that other rows fill are empty in this one."""
        body = max(1, self._rows - self.header)
        usual = {column for column in firsts if self._columns_seen.filled[column] >= 0.8 * body}
        return len(usual) >= 3 and sum(bool(firsts[c].part.lines) for c in usual) < len(usual) / 2

    def _leading_column(self, held: dict[int, int]) -> int | None:
        """The first column that names rows: filled in nearly every row, by cells of one row each."""
        body = max(1, self._rows - self.header)
        leading = [column for column in sorted(held) if self._columns_seen.single[column] >= 0.8 * body]
        return leading[0] if leading else min(held, default=None)

    def finished(self) -> Table:
        cells = tuple(sorted(self._cells, key=lambda c: (c.row, c.column)))
        return Table(self._rows, self._columns, cells, tuple(self._places), self.header)


def _goes_on(old: Cell, new: CellPart) -> bool:
    """Whether the new part of a cell reads on from the old one, in the middle of a sentence and in the same type."""
    if not new.lines or not old.lines:
        return not new.lines
    before, after = words_text(old.lines[-1].words), words_text(new.lines[0].words)
    if new.lines[0].bold and not old.lines[-1].bold:
        return False
    if after[:1].islower():
        return True
    return not before.rstrip().endswith((".", ";", ":", "!", "?")) and not _ENUMERATED.match(after)


def _key_shape(lines: Sequence[Line]) -> str | None:
    """The shape of the key with which a cell begins, its letters and digits masked: "A9" for "AT007", "A 9.9" for "OA 2.3";
    None where it begins with a word."""
    if not lines:
        return None
    words = [word.text for word in lines[0].words[:2]]
    key = words[0] if any(c.isdigit() for c in words[0]) else " ".join(words)
    if not any(c.isdigit() for c in key):
        return None
    shape = re.sub(r"[^\W\d_]+", "A", re.sub(r"\d+", "9", key))
    return re.sub(r"9(?:\.9)+", "9.9", shape).rstrip(".:)")


def _text_of(part: CellPart) -> str:
    return words_text(part.lines[0].words) if part.lines else ""


def _begins_anew(old: Cell, new: CellPart) -> bool:
    """Whether a cell ends its sentence before the break and begins another one behind it."""
    if not new.lines or not old.lines:
        return False
    before, after = words_text(old.lines[-1].words), _text_of(new)
    return before.rstrip().endswith((".", "!", "?", ";")) and after[:1].isupper()


def _header_rows(grid: Grid) -> int:
    """First rows that stand out: filled where others are not, or bold throughout."""
    count = 0
    for row in range(len(grid.rows) - 2):
        cells = [c for c in grid.cells if c.row == row and c.part.lines]
        bold = bool(cells) and all(line.bold for c in cells for line in c.part.lines)
        filled = row in grid.filled_rows and len(grid.filled_rows) < (len(grid.rows) - 1)
        if not cells or not (bold or filled):
            break
        count += 1
        if len(cells) < 2:
            break
    return count


def _same_header(one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    return any(one) and [text.casefold() for text in one] == [text.casefold() for text in two]
