"""Tables without vertical rules: columns by the white space below a header that some profile knows.

What parts the rows differs: a rule, a ground, space, or nothing but the next entry of the leading column. So rows begin
where several columns begin anew on one base line; rules and grounds between lines have the last word where they part
most of the rows.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, partial
from itertools import accumulate, pairwise

from corpus.geometry import Box, hull
from corpus.pages import CellPart, Fill, Line, Page, Word
from extract.headers import columns_known
from extract.lines import lines_of, words_text
from extract.tables import Grid, GridCell

_GAP = 0.55  # of the type's size: the least white space between two header cells
_PART = 0.42  # of the type's size: the least white space between the words of two columns
_NEW_BLOCK = 1.5  # of the type's size: a larger distance of base lines begins a new block within a column
_FAR_PT = 60.0  # a table does not go on behind so much white space
_STACK_PT = 260.0  # rules that part rows are not further apart
_FOOT = 0.88  # of the page's height: a rule further down may be that above a footer
_FAR = 3.0  # times the usual distance of rules
_LEAST_BANDS = 5  # rules that show a table without a header
_LABELS_SHARE = 0.36  # of a table's words, in its column of labels
_SAME_WIDTH_PT = 6.0
_COLUMN_GAP = 1.2  # of the type's size: white space between two cells where no header names them
_BAND_LINES = 6  # a band across a table is not longer


@dataclass(frozen=True, slots=True)
class _Header:
    """A header on one page: its lines by position, and the boxes of its cells."""

    first: int
    last: int
    texts: tuple[str, ...]
    cells: tuple[Box, ...]


@dataclass(slots=True)
class _Running:
    """A table that may go on over the page: its header and where its columns are parted."""

    texts: tuple[str, ...]
    cells: tuple[Box, ...]
    parts: tuple[float, ...]
    left: float
    right: float
    is_open: bool = False  # nothing but notes stands below it on its last page
    shapes: set[str] = field(default_factory=set)


def find_unruled(pages: Sequence[Page], free: Mapping[int, Sequence[Word]]) -> list[Grid]:
    """The unruled tables of a document, page by page.

    Args:
        pages: all pages.
        free: of each page the upright words that are neither furniture nor part of a ruled table.

    Returns:
        one grid for each part of a table on a page, as `join_grids` takes them.
    """
    grids: list[Grid] = []
    running: _Running | None = None
    for page in pages:
        lines = lines_of(free.get(page.number, ()), page.number)
        found, running = _on_page(page, lines, running)
        grids += found
    return grids


def _on_page(page: Page, lines: Sequence[Line], running: _Running | None) -> tuple[list[Grid], _Running | None]:
    grids: list[Grid] = []
    header_at = cache(partial(_header_at, lines))
    at = 0
    while at < len(lines):
        header = header_at(at)
        is_open = running is not None and running.is_open
        if header is None and at == 0 and running is not None and is_open and _goes_on(lines, running, page):
            body = _body(lines, 0, running, header_at)
            if body:
                grids.append(_grid(page, None, lines, body, running))
                at = body[-1] + 1
                continue
        if header is None:
            at += 1
            continue
        table = _same_as(running, header) or _columns(lines, header)
        body = _body(lines, header.last + 1, table, header_at)
        if not body:
            at = header.last + 1
            continue
        grids.append(_grid(page, header, lines, body, table))
        running = table
        at = body[-1] + 1
    if running is not None:
        usual = _usual_size(lines)
        running.is_open = bool(grids) and not any(
            line.box.top > grids[-1].box.bottom and not _is_note(line, usual) for line in lines
        )
    return grids, running


def _is_note(line: Line, usual_pt: float) -> bool:
    """Whether a line below a table is a footnote: in smaller type."""
    return line.size_pt < 0.93 * usual_pt


def _usual_size(lines: Sequence[Line]) -> float:
    """The size in which most letters of some lines are set."""
    weight: dict[float, int] = {}
    for line in lines:
        size = round(line.size_pt * 2) / 2
        weight[size] = weight.get(size, 0) + sum(len(w.text) for w in line.words)
    return max(weight, key=lambda size: weight[size], default=10.0)


# --- between rules -------------------------------------------------------------------------------------------------


def find_stacked(page: Page, words: Sequence[Word]) -> list[Grid]:
    """Tables of any subject whose rows lie between horizontal rules of one width.

    Args:
        page: for its rules.
        words: upright ones that no other table has taken.
    """
    grids = []
    flat = [r.box for r in page.rules if r.is_horizontal]
    breaks = _breaks(flat)
    edges = list(_edges(page.fills))
    for rules in _stacks(_joined(flat)):
        stack = _without_foot(_with_edges(rules, edges), words, page)
        if len(stack) < 3:
            continue
        box = hull(stack)
        inside = [w for w in words if box.grown(2).holds_center_of(w.box)]
        lines = lines_of(inside, page.number)
        if len(lines) < 3:
            continue
        banded = _banded(lines, stack, breaks)
        first_row = segments(lines[0])
        if banded is not None and (len(first_row) <= 2 and not columns_known([words_text(w) for w in first_row])):
            grids.append(_grid(page, None, lines, list(range(len(lines))), banded))
            continue
        if len(segments(lines[0])) < 2:
            continue
        cells = segments(lines[0])
        first = [line for line in lines[:3] if line.box.center_y < stack[1].center_y or len(stack) < 3]
        header = _Header(0, max(0, len(first) - 1), *_texts_and_boxes(cells))
        table = _columns(lines, header)
        body = list(range(header.last + 1, len(lines)))
        parted = [n for n in body if not _is_across(lines[n], table)]
        if len(body) < 2 or len(parted) < 0.8 * len(body):
            continue
        grids.append(_grid(page, header, lines, body, table))
    return grids


def _without_foot(stack: Sequence[Box], words: Sequence[Word], page: Page) -> Sequence[Box]:
    """A stack of rules without those at its end between which only notes stand: the rule above a footer is of the same
    width as a table."""
    usual = _usual_size(lines_of(words, page.number))
    kept = list(stack)
    if len(kept) > 3 and kept[-1].top > _FOOT * page.height:
        steps = sorted(below.top - above.top for above, below in pairwise(kept[:-1]))
        if kept[-1].top - kept[-2].top > _FAR * steps[len(steps) // 2]:  # running text, and the rule above the footer
            kept.pop()
    while len(kept) > 1:
        above, below = kept[-2:]
        inside = lines_of([w for w in words if above.center_y < w.box.center_y < below.center_y], page.number)
        if inside and not all(_is_note(line, usual) for line in inside):
            break
        kept.pop()
    return kept


def _joined(rules: Iterable[Box]) -> list[Box]:
    """Rules whose pieces lie end to end, made whole: borders are drawn cell by cell."""
    out: list[Box] = []
    for box in sorted(rules, key=lambda b: (round(b.center_y), b.x0)):
        last = out[-1] if out else None
        if last is not None and abs(last.center_y - box.center_y) <= 0.8 and -1 <= box.x0 - last.x1 <= 1.5:
            out[-1] = last.union(box)
        else:
            out.append(box)
    return out


def _breaks(rules: Sequence[Box]) -> list[float]:
    """Places at which pieces of rules meet on several heights: the edges of columns."""
    found: dict[int, int] = {}
    ordered = sorted(rules, key=lambda rule: rule.center_y)  # a map has thousands: only those near are compared
    heights = [rule.center_y for rule in ordered]
    for one, y in zip(ordered, heights, strict=True):
        for two in ordered[bisect_left(heights, y - 0.8) : bisect_right(heights, y + 0.8)]:
            if abs(two.x0 - one.x1) <= 1.5 and one is not two:
                found[round(two.x0)] = found.get(round(two.x0), 0) + 1
    return [float(x) for x, count in sorted(found.items()) if count >= 3]


def _banded(lines: Sequence[Line], stack: Sequence[Box], breaks: Sequence[float]) -> _Running | None:
    """The columns of a table without a header, in whose rows cells stand beside each other at the same places, and others
    run across. Rows are what stands between two rules."""
    if len(stack) < _LEAST_BANDS:
        return None
    rows = [
        [line for line in lines if above.center_y < line.box.center_y < below.center_y]
        for above, below in pairwise(stack)
    ]
    rows = [row for row in rows if row]
    left, right = stack[0].x0, stack[0].x1
    inner = [x for x in breaks if left + 20 < x < right - 20]
    part = inner[0] if len(inner) == 1 else _second_edge(rows)
    if part is None:
        return None
    beside = [row for row in rows if any(len(_filled(line, (part,))) == 2 and _is_parted(line, part) for line in row)]
    clean = [row for row in beside if all(_is_parted(line, part) for line in row)]
    if len(clean) < max(2, 0.3 * len(rows)) or len(clean) < 0.8 * len(beside):
        return None
    words = [word for row in clean for line in row for word in line.words]
    if sum(word.box.center_x < part for word in words) > _LABELS_SHARE * len(words):
        return None  # columns of text between banners
    cells = (Box(left, stack[0].top, part, stack[0].bottom), Box(part, stack[0].top, right, stack[0].bottom))
    return _Running(("", ""), cells, (part,), left, right)


def _second_edge(rows: Sequence[Sequence[Line]]) -> float | None:
    """Just before where the second stretch of most rows begins."""
    edges = [words[0].box.x0 for row in rows for words in segments(row[0], _COLUMN_GAP)[1:]]
    if not edges:
        return None
    return max(edges, key=lambda x: sum(abs(x - other) <= 2 for other in edges)) - 2.0


def _texts_and_boxes(cells: Sequence[Sequence[Word]]) -> tuple[tuple[str, ...], tuple[Box, ...]]:
    return tuple(words_text(words) for words in cells), tuple(hull(w.box for w in words) for words in cells)


def _edges(fills: Sequence[Fill]) -> Iterable[Box]:
    """The upper and lower edges of grounds that may be rows of a table."""
    for fill in fills:
        box = fill.box
        if fill.color != 0xFFFFFF and 8 <= box.height <= _STACK_PT:
            yield Box(box.x0, box.top, box.x1, box.top)
            yield Box(box.x0, box.bottom, box.x1, box.bottom)


def _with_edges(stack: Sequence[Box], edges: Sequence[Box]) -> list[Box]:
    """A stack with the edges of grounds of its width, down to a ground that begins right below it; those that lie on a rule are
    left out."""
    out = list(stack)
    for edge in edges:
        alike = abs(edge.x0 - stack[0].x0) <= 3 and abs(edge.x1 - stack[0].x1) <= 3
        near = stack[0].top - _STACK_PT <= edge.top <= stack[-1].bottom + _STACK_PT
        if alike and near and all(abs(edge.top - box.center_y) > 6 for box in out):
            out.append(edge)
    return sorted(out, key=lambda box: box.top)


def _stacks(rules: Iterable[Box]) -> list[list[Box]]:
    """Horizontal rules of one place and width, three or more, from top to bottom; those that lie on each other are one."""
    stacks: list[list[Box]] = []
    for box in sorted((box for box in rules if box.width > 80), key=lambda b: b.top):
        for stack in stacks:
            last = stack[-1]
            if abs(last.x0 - box.x0) <= 3 and abs(last.x1 - box.x1) <= 3 and box.top - last.top <= _STACK_PT:
                if box.top - last.top > 6:
                    stack.append(box)
                break
        else:
            stacks.append([box])
    return [stack for stack in stacks if len(stack) >= 3]


# --- header --------------------------------------------------------------------------------------------------------


def _header_at(lines: Sequence[Line], at: int) -> _Header | None:
    """A header that begins with this line and takes up to three; the longest one that is known."""
    first = segments(lines[at])
    if len(first) < 2:
        return None
    best: _Header | None = None
    cells = [list(words) for words in first]
    for last in range(at, min(at + 3, len(lines))):
        if last > at and not (_is_alike(lines[at], lines[last], lines[last - 1]) and _joins(cells, lines[last])):
            break
        texts = tuple(words_text(words) for words in cells)
        known = columns_known(texts)
        # Names wrap over lines; where nothing sets a header apart, a further line is its own only if it makes names whole.
        if known and (best is None or lines[at].bold or known > columns_known(best.texts)):
            best = _Header(at, last, texts, tuple(hull(w.box for w in words) for words in cells))
        elif best is not None:
            break
    return best


def _is_alike(first: Line, line: Line, above: Line) -> bool:
    """Whether a line is set like the header's first one and stands closely below it."""
    size = first.size_pt
    return (
        line.box.top - above.box.bottom <= 0.9 * size
        and line.bold == first.bold
        and abs(line.size_pt - size) <= 0.1 * size
    )


def _joins(cells: list[list[Word]], line: Line) -> bool:
    """Put a further header line's segments below the cells that they stand in; False where one stands in none or in two."""
    adding: list[tuple[int, list[Word]]] = []
    for words in segments(line):
        box = hull(w.box for w in words)
        below = [i for i, cell in enumerate(cells) if hull(w.box for w in cell).overlap_x(box) > 0]
        if len(below) > 1:
            return False
        if not below:
            near = [i for i, cell in enumerate(cells) if abs(hull(w.box for w in cell).x0 - box.x0) < 4]
            if len(near) != 1:
                return False
            below = near
        adding.append((below[0], words))
    for position, words in adding:
        cells[position] += words
    return bool(adding)


def segments(line: Line, gap: float = _GAP) -> list[list[Word]]:
    """The words of a line in groups that more than a word space parts."""
    groups = [[line.words[0]]]
    for one, two in pairwise(line.words):
        if two.box.x0 - one.box.x1 > gap * max(one.font.size_pt, two.font.size_pt):
            groups.append([two])
        else:
            groups[-1].append(two)
    return groups


def _same_as(running: _Running | None, header: _Header) -> _Running | None:
    """The running table, where this header repeats its own."""
    if running is None or running.texts != header.texts:
        return None
    moved = max(abs(a.x0 - b.x0) for a, b in zip(running.cells, header.cells, strict=True))
    return running if moved <= 3 else None


# --- columns -------------------------------------------------------------------------------------------------------


def _columns(lines: Sequence[Line], header: _Header) -> _Running:
    """Where the columns below a header are parted: where the fewest words cross, nearest before the next header cell."""
    order = sorted(range(len(header.cells)), key=lambda i: header.cells[i].x0)
    cells = tuple(header.cells[i] for i in order)
    texts = tuple(header.texts[i] for i in order)
    below = lines[header.last + 1 : header.last + 61]
    usual = _usual_size(below)
    following = [line for line in below if not _is_note(line, usual)]
    parts = []
    for one, two in pairwise(cells):
        candidates = [one.x0 + 2 + 0.5 * step for step in range(int(2 * (two.x1 - one.x0 - 3)))]
        costs = crossings(following, candidates)
        least = min(costs)
        run = _nearest_run([x for x, cost in zip(candidates, costs, strict=True) if cost == least], two.x0 - 1)
        left, right = max(run[0], one.x1), min(run[-1], two.x0)  # not through a header above right-aligned numbers
        parts.append((left + right) / 2 if left < right else (run[0] + run[-1]) / 2)
    body = [line.box for line in following]
    left = min([cells[0].x0, *(b.x0 for b in body if b.x0 > cells[0].x0 - 30)]) - 1
    right = max([cells[-1].x1, *(b.x1 for b in body)]) + 1
    return _Running(texts, cells, tuple(parts), left, right)


def crossings(lines: Sequence[Line], xs: Sequence[float]) -> list[int]:
    """How many lines are not parted at each of some places, as `_is_parted` says it of one.

    Args:
        lines: whose words stand from left to right.
        xs: in ascending order.
    """
    changes = [0] * (len(xs) + 1)
    for line in lines:
        before: Word | None = None
        at = 0  # the places before this one are settled: a word has reached them
        for word in line.words:
            first = bisect_right(xs, word.box.x0, key=lambda x: x - 0.4)
            last = bisect_left(
                xs, word.box.x1, lo=first, key=lambda x: x + 0.4
            )  # the word crosses those from first to last
            end = max(last, bisect_right(xs, word.box.center_x))
            is_near = before is not None and _is_near(before, word)
            start, stop = (at, end) if is_near else (max(at, first), last)
            if start < stop:
                changes[start] += 1
                changes[stop] -= 1
            at, before = max(at, end), word
    return list(accumulate(changes[:-1]))


def _is_parted(line: Line, x: float) -> bool:
    """Whether x lies in white space of a line that is wider than a word space, or beside all its words."""
    before: Word | None = None
    for word in line.words:
        if word.box.x0 < x - 0.4 and word.box.x1 > x + 0.4:
            return False
        if word.box.center_x < x:
            before = word
            continue
        return before is None or not _is_near(before, word)
    return True


def _is_near(one: Word, two: Word) -> bool:
    """Whether two words of a line stand no further apart than words of one column."""
    return two.box.x0 - one.box.x1 < _PART * max(one.font.size_pt, two.font.size_pt)


def _nearest_run(values: Sequence[float], wanted: float) -> list[float]:
    """The run of neighboring values that holds or is nearest to the one that is wanted."""
    runs: list[list[float]] = []
    for value in values:
        if runs and value - runs[-1][-1] <= 0.51:
            runs[-1].append(value)
        else:
            runs.append([value])
    return min(runs, key=lambda run: max(run[0] - wanted, wanted - run[-1], 0.0))


# --- body ----------------------------------------------------------------------------------------------------------


def _column_of(x: float, parts: Sequence[float]) -> int:
    return sum(x > part for part in parts)


def _filled(line: Line, parts: Sequence[float]) -> dict[int, list[Word]]:
    """The words of a line by column."""
    found: dict[int, list[Word]] = {}
    for word in line.words:
        found.setdefault(_column_of(word.box.center_x, parts), []).append(word)
    return found


def _is_across(line: Line, table: _Running) -> bool:
    """Whether a line runs across the columns: a band, or text that is no part of the table."""
    return any(not _is_parted(line, part) for part in table.parts)


def _goes_on(lines: Sequence[Line], table: _Running, page: Page) -> bool:
    """Whether the first lines of a page are rows of a table that the page before left open: they keep to its columns, and
    several are filled, or rules of its width part its rows."""
    first = [line for line in lines[:6] if not _is_across(line, table)]
    if not first or _is_across(lines[0], table):
        return False
    filled = [_filled(line, table.parts) for line in first]
    return max(len(f) for f in filled) >= 2 or _is_ruled(page, table)


def _is_ruled(page: Page, table: _Running) -> bool:
    """Whether a page has rules of a table's width, two or more."""
    alike = [
        r
        for r in page.rules
        if r.is_horizontal
        and abs(r.box.x0 - table.left) <= _SAME_WIDTH_PT
        and abs(r.box.x1 - table.right) <= _SAME_WIDTH_PT
    ]
    return len(alike) >= 2


def _body(lines: Sequence[Line], start: int, table: _Running, header_at: Callable[[int], _Header | None]) -> list[int]:
    """The lines that belong to a table, by position: its rows, and bands between them."""
    body: list[int] = []
    band: list[int] = []
    for at in range(start, len(lines)):
        line = lines[at]
        above = lines[at - 1].box.bottom if at > start else line.box.top
        if line.box.top - above > _FAR_PT or line.box.x1 < table.left or line.box.x0 > table.right:
            break
        if header_at(at) is not None:
            break
        if _is_across(line, table):
            band.append(at)
            if len(band) > _BAND_LINES:
                break
            continue
        columns = _filled(line, table.parts)
        if band and len(columns) < 2:
            band.append(at)  # the short last line of a band
            if len(band) > _BAND_LINES:
                break
            continue
        body += [*band, at]
        band = []
    while body and len(_filled(lines[body[-1]], table.parts)) < 2 and _stands_apart(lines, body):
        body.pop()
    return body if any(len(_filled(lines[at], table.parts)) >= 2 for at in body) else []


def _stands_apart(lines: Sequence[Line], body: Sequence[int]) -> bool:
    """Whether the last line of a body is none of its last row: a lone line behind a gap."""
    if len(body) < 2:
        return False
    last, before = lines[body[-1]], lines[body[-2]]
    return last.box.top - before.box.bottom > 0.9 * last.size_pt


# --- rows ----------------------------------------------------------------------------------------------------------


def _grid(page: Page, header: _Header | None, lines: Sequence[Line], body: Sequence[int], table: _Running) -> Grid:
    """The part of a table on one page: the header as row 0, then its rows."""
    rows = _rows([lines[at] for at in body], table, page)
    columns = len(table.parts) + 1
    cells: list[GridCell] = []
    edges = [table.left, *table.parts, table.right]
    tops: list[float] = []
    if header is not None:
        words = [w for line in lines[header.first : header.last + 1] for w in line.words]
        box = hull(w.box for w in words)
        tops.append(box.top)
        cells += _cells(page.number, 0, words, edges, box.top, box.bottom)
    for row in rows:
        box = hull(line.box for line in row.lines)
        number = len(tops)
        tops.append(box.top)
        words = [w for line in row.lines for w in line.words]
        if row.is_band:
            whole = Box(table.left, box.top, table.right, box.bottom).rounded()
            cells.append(
                GridCell(number, 0, 1, columns, CellPart(page.number, whole, tuple(lines_of(words, page.number))))
            )
        else:
            cells += _cells(page.number, number, words, edges, box.top, box.bottom)
    bottom = max(lines[at].box.bottom for at in body)
    whole = Box(table.left, tops[0], table.right, bottom)
    last = len(tops) - 1
    cells = [
        GridCell(c.row, c.column, c.row_span, c.column_span, c.part, open_top=c.row == 0, open_bottom=c.row == last)
        for c in cells
    ]
    return Grid(page.number, whole, tuple(edges), (*tops, bottom), tuple(cells), frozenset({0} if header else ()))


def _cells(
    page: int, row: int, words: Sequence[Word], edges: Sequence[float], top: float, bottom: float
) -> list[GridCell]:
    """The cells of one row; a column without words has an empty one."""
    by_column: dict[int, list[Word]] = {}
    for word in words:
        by_column.setdefault(_column_of(word.box.center_x, edges[1:-1]), []).append(word)
    return [
        GridCell(
            row,
            column,
            1,
            1,
            CellPart(
                page,
                Box(edges[column], top, edges[column + 1], bottom).rounded(),
                tuple(lines_of(by_column.get(column, ()), page)),
            ),
        )
        for column in range(len(edges) - 1)
    ]


@dataclass(slots=True)
class _Row:
    lines: list[Line]
    is_band: bool = False


def _rows(lines: Sequence[Line], table: _Running, page: Page) -> list[_Row]:
    """Lines to rows, bands as rows of their own."""
    runs: list[_Row] = []
    for line in lines:
        across = _is_across(line, table)
        continues = (
            runs and runs[-1].is_band and len(_filled(line, table.parts)) < 2 and _near(runs[-1].lines[-1], line)
        )
        is_band = across or bool(continues)
        if runs and runs[-1].is_band == is_band:
            runs[-1].lines.append(line)
        else:
            runs.append(_Row([line], is_band))
    bounds = _drawn_bounds(page, table)
    out: list[_Row] = []
    for run in runs:
        if run.is_band:
            out += [_Row(part, is_band=True) for part in _split_at(run.lines, bounds)]
            continue
        starts = _starts(run.lines, table)
        drawn = _splits(run.lines, bounds)
        if len(drawn) >= 0.6 * len(starts) and drawn:
            starts = [0, *drawn]
        else:
            starts = sorted({*starts, *drawn, 0})
        out += [_Row(list(run.lines[a:b])) for a, b in pairwise([*starts, len(run.lines)])]
    return out


def _near(one: Line, two: Line) -> bool:
    return two.box.top - one.box.bottom <= 0.9 * two.size_pt


def _split_at(lines: Sequence[Line], bounds: Sequence[float]) -> list[list[Line]]:
    cuts = _splits(lines, bounds)
    return [list(lines[a:b]) for a, b in pairwise([0, *cuts, len(lines)])]


def _splits(lines: Sequence[Line], bounds: Sequence[float]) -> list[int]:
    """Positions of lines above which a drawn bound runs."""
    return [
        position
        for position in range(1, len(lines))
        if any(lines[position - 1].box.center_y < y < lines[position].box.center_y for y in bounds)
    ]


def _drawn_bounds(page: Page, table: _Running) -> list[float]:
    """Heights at which a rule or the edge of a ground runs over most of a table's width."""
    width = table.right - table.left
    spans: dict[int, list[tuple[float, float]]] = {}
    for rule in page.rules:
        if rule.is_horizontal:
            spans.setdefault(round(rule.box.center_y), []).append((rule.box.x0, rule.box.x1))
    for ground in page.fills:
        if ground.box.height >= 6 and ground.color != 0xFFFFFF:
            for y in (ground.box.top, ground.box.bottom):
                spans.setdefault(round(y), []).append((ground.box.x0, ground.box.x1))
    return [y for y, parts in sorted(spans.items()) if _covered(parts, table.left, table.right) >= 0.6 * width]


def _covered(parts: Iterable[tuple[float, float]], left: float, right: float) -> float:
    total, reached = 0.0, left
    for x0, x1 in sorted(parts):
        start, end = max(x0, reached), min(x1, right)
        if end > start:
            total += end - start
            reached = end
    return total


def _starts(lines: Sequence[Line], table: _Running) -> list[int]:
    """Positions of the lines with which rows begin."""
    filled = [_filled(line, table.parts) for line in lines]
    fresh = [_fresh_columns(filled, at) for at in range(len(lines))]
    usual = max((len(f) for f in filled), default=0)
    key = _key_column(fresh)
    for at in range(len(lines)):
        if key in filled[at] and (at == 0 or key in fresh[at]):
            table.shapes.add(_shape(words_text(filled[at][key])))
            break
    starts = [0]
    for at in range(1, len(lines)):
        begins = fresh[at]
        named = key in begins and len(begins) >= 2
        together = len(begins) >= max(2, 0.5 * len(filled[at])) and len(filled[at]) >= 0.5 * usual and key in filled[at]
        dense = (
            key in filled[at]
            and len(filled[at]) >= 0.75 * usual
            and _shape(words_text(filled[at][key])) in table.shapes
            and bool(re.search(r"\d", words_text(filled[at][key])))
        )
        if named or together or dense:
            starts.append(at)
    return starts


def _fresh_columns(filled: Sequence[Mapping[int, list[Word]]], at: int) -> set[int]:
    """Columns in which a line begins a new block: nothing stands closely above it."""
    fresh = set()
    for column in filled[at]:
        above = next((n for n in range(at - 1, -1, -1) if column in filled[n]), None)
        if above is None:
            fresh.add(column)
            continue
        size = max(w.font.size_pt for w in filled[at][column])
        pitch = _base(filled[at][column]) - _base(filled[above][column])
        if pitch > _NEW_BLOCK * size:
            fresh.add(column)
    return fresh


def _base(words: Sequence[Word]) -> float:
    return max(w.box.bottom for w in words)


def _key_column(fresh: Sequence[set[int]]) -> int:
    """The leading column that is filled where rows begin: the first one that is fresh nearly as often as any."""
    counts: dict[int, int] = {}
    for columns in fresh:
        for column in columns:
            counts[column] = counts.get(column, 0) + 1
    most = max(counts.values(), default=0)
    return min((c for c, n in counts.items() if n >= 0.7 * most), default=0)


def _shape(text: str) -> str:
    """Runs of letters and of digits as one sign each: `OA 2.1` and `OA 3.10` look alike."""
    return re.sub(r"\d+", "9", re.sub(r"[^\W\d_]+", "a", text))
