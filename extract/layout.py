"""Words of a page to blocks in reading order: columns, lines, paragraphs.

Columns are parted before lines are made. A gutter is a strip that no word crosses over at least three lines with words on
both sides; what crosses it above or below is read before or after. Strips beside list marks, or beside a narrow column of
labels, are none: their rows are read across.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from corpus.geometry import Box, hull
from corpus.pages import Block, Line, Page, Role, Table, Word
from extract.furniture import Furniture
from extract.laid import laid
from extract.lines import Spelling, line_text, lines_of

MARKER = re.compile(
    r"^(?P<mark>[•▪●○◦‣➢■□*·–—-]|o(?=\s)|\(?(?:\d{1,3}[a-z]?|[a-z]{1,2}|[ivx]{1,5}|[A-Z])\)|\d{1,3}(?:\.\d{1,3}){0,3}\.?|\d{1,3}[a-z]\.|[a-zA-Z]\.|[IVX]{1,5}\.)(?=\s|$)"
)
_GUTTER_PT = 9.0
_MIN_ROWS = 3
_MARK_GAP = 0.6  # behind a list mark that is a bare number, in sizes of its type


@dataclass(frozen=True, slots=True)
class PageLayout:
    """What a page holds, parted: blocks of running text in order, and its furniture."""

    page: int
    blocks: tuple[Block, ...]
    furniture: Furniture


def lay_out(page: Page, furniture: Furniture, taken: Sequence[Box], spelling: Spelling) -> PageLayout:
    """Blocks of one page in reading order; `taken` boxes (tables) and furniture are left out.

    `Block.order` counts within the page.
    """
    words = [
        word
        for position, word in enumerate(page.words)
        if position not in furniture.words
        and word.angle == 0
        and not any(box.holds_center_of(word.box) for box in taken)
    ]
    body_size = _body_size(words)
    notes, words = _part_footnotes(page, words, body_size)
    blocks: list[Block] = []
    for region in _regions(words, page.number):
        blocks += paragraphs(lines_of(region, page.number), spelling, body_size)
    for lines in notes:
        blocks.append(_block(lines, Role.FOOTNOTE, spelling))
    return PageLayout(page.number, tuple(replace(b, order=i) for i, b in enumerate(blocks)), furniture)


def _body_size(words: Iterable[Word]) -> float:
    """The size in which most letters are set; 10 where there are none."""
    sizes: Counter[float] = Counter()
    for word in words:
        if not word.is_mark:
            sizes[round(word.font.size_pt * 2) / 2] += len(word.text)
    return sizes.most_common(1)[0][0] if sizes else 10.0


# --- footnotes -----------------------------------------------------------------------------------------------------


def _part_footnotes(page: Page, words: list[Word], body_size: float) -> tuple[list[list[Line]], list[Word]]:
    """Notes at the foot of the page: below a short rule, or smaller than the body, each beginning with its mark."""
    limit = None
    for rule in page.rules:
        box = rule.box
        if rule.is_horizontal and box.top > 0.45 * page.height and 40 <= box.width <= 0.45 * page.width:
            below = [w for w in words if w.box.top >= box.top - 1 and w.box.x0 >= box.x0 - 6]
            above = [w for w in words if w.box.bottom <= box.top + 2]
            if below and above and all(w.font.size_pt <= body_size + 0.1 for w in below) and _begins_note(below, page):
                limit = box.top - 1 if limit is None else min(limit, box.top - 1)
    if limit is None:
        limit = _small_type_at_foot(page, words, body_size)
    if limit is None:
        return [], words
    noted = [w for w in words if w.box.center_y >= limit]
    rest = [w for w in words if w.box.center_y < limit]
    notes: list[list[Line]] = []
    for line in lines_of(noted, page.number):
        if not notes or _starts_with_mark(line):
            notes.append([line])
        else:
            notes[-1].append(line)
    return notes, rest


def _small_type_at_foot(page: Page, words: list[Word], body_size: float) -> float | None:
    """Where notes without a rule above them begin: the last lines of the page, in smaller type, the first with a mark."""
    limit = None
    for line in reversed(lines_of((w for w in words if w.box.top > 0.45 * page.height), page.number)):
        if line.size_pt > 0.9 * body_size:
            break
        if _starts_with_mark(line) and len(line.words) > 1:
            limit = line.box.top - 1
    return limit


def _begins_note(words: Sequence[Word], page: Page) -> bool:
    lines = lines_of(words, page.number)
    return bool(lines) and _starts_with_mark(lines[0])


def _starts_with_mark(line: Line) -> bool:
    first = line.words[0].text
    return line.words[0].is_mark or bool(re.fullmatch(r"\d{1,3}[.)]?|[*†‡§]{1,3}|\(\d{1,3}\)", first))


# --- columns -------------------------------------------------------------------------------------------------------


def _regions(words: list[Word], page: int) -> list[list[Word]]:
    """Split words into columns, in reading order."""
    if len(words) < 12:
        return [words] if words else []
    rows = lines_of(words, page)
    gutter = _gutter(rows)
    if gutter is None:
        return [words]
    x, first, last = gutter
    above = [w for row in rows[:first] for w in row.words]
    left = [w for row in rows[first : last + 1] for w in row.words if w.box.center_x < x]
    right = [w for row in rows[first : last + 1] for w in row.words if w.box.center_x >= x]
    below = [w for row in rows[last + 1 :] for w in row.words]
    return [region for part in (above, left, right, below) for region in _regions(part, page)]


def _gutter(rows: Sequence[Line]) -> tuple[float, int, int] | None:
    """The best gutter as (x, first row, last row); None where the rows are read across."""
    gaps: list[tuple[int, float, float]] = []
    for number, row in enumerate(rows):
        for one, two in pairwise(row.words):
            width = two.box.x0 - one.box.x1
            if width >= max(_GUTTER_PT, 0.8 * one.font.size_pt):
                gaps.append((number, one.box.x1, two.box.x0))
    if len(gaps) < _MIN_ROWS:
        return None
    best: tuple[int, float, float, int, int] | None = None
    for x in sorted({round((x0 + x1) / 2) for _, x0, x1 in gaps}):
        both = {number for number, x0, x1 in gaps if x0 < x < x1}
        if len(both) < _MIN_ROWS:
            continue
        run = _longest_run(rows, x, both)
        if run is None:
            continue
        first, last, count = run
        if not _parts_columns(rows[first : last + 1], x):
            continue
        width = min(x1 - x0 for number, x0, x1 in gaps if x0 < x < x1 and first <= number <= last)
        if best is None or (count, width) > (best[0], best[1]):
            best = (count, width, x, first, last)
    return (best[2], best[3], best[4]) if best else None


def _longest_run(rows: Sequence[Line], x: float, both: set[int]) -> tuple[int, int, int] | None:
    """The longest stretch of rows that do not cross `x`, trimmed to those with words on both sides at its ends."""
    best: tuple[int, int, int] | None = None
    start: int | None = None
    for number in range(len(rows) + 1):
        crosses = number == len(rows) or any(w.box.x0 < x - 0.5 and w.box.x1 > x + 0.5 for w in rows[number].words)
        crosses = crosses or (number < len(rows) and number not in both and _spans(rows[number], x))
        if not crosses:
            start = number if start is None else start
            continue
        if start is not None:
            inside = [n for n in range(start, number) if n in both]
            if len(inside) >= _MIN_ROWS and (best is None or len(inside) > best[2]):
                first, last = _with_ragged_ends(rows, x, start, number - 1, inside)
                best = (first, last, len(inside))
        start = None
    return best


def _spans(row: Line, x: float) -> bool:
    """Whether a row has words on both sides that are parted by no more than word space."""
    for one, two in pairwise(row.words):
        if one.box.x1 <= x <= two.box.x0:
            return two.box.x0 - one.box.x1 < _GUTTER_PT
    return False


def _with_ragged_ends(rows: Sequence[Line], x: float, start: int, end: int, inside: list[int]) -> tuple[int, int]:
    """Rows of one side only belong to the columns while they follow at the distance of lines."""
    first, last = inside[0], inside[-1]
    pitch = (
        median(
            b.box.center_y - a.box.center_y for a, b in zip(rows[start:end], rows[start + 1 : end + 1], strict=False)
        )
        if end > start
        else 14.0
    )
    while first > start and rows[first].box.top - rows[first - 1].box.bottom <= 1.2 * pitch:
        first -= 1
    while last < end and rows[last + 1].box.top - rows[last].box.bottom <= 1.2 * pitch:
        last += 1
    del x
    return first, last


def _parts_columns(rows: Sequence[Line], x: float) -> bool:
    """Whether both sides read as columns of text: neither marks of a list nor labels beside their values."""
    left = [[w for w in row.words if w.box.center_x < x] for row in rows]
    right = [[w for w in row.words if w.box.center_x >= x] for row in rows]
    left_words, right_words = [w for ws in left for w in ws], [w for ws in right for w in ws]
    if not left_words or not right_words:
        return False
    left_box, right_box = hull(w.box for w in left_words), hull(w.box for w in right_words)
    whole = right_box.x1 - left_box.x0
    narrow = min(left_box.width, right_box.width) < 0.22 * whole
    left_per_row = len(left_words) / max(1, sum(bool(ws) for ws in left))
    right_per_row = len(right_words) / max(1, sum(bool(ws) for ws in right))
    return not narrow and left_per_row >= 2.2 and right_per_row >= 2.2


# --- paragraphs ----------------------------------------------------------------------------------------------------


def paragraphs(lines: Sequence[Line], spelling: Spelling, body_size: float) -> list[Block]:
    """Group the lines of one column into blocks, from top to bottom."""
    if not lines:
        return []
    left = min(line.box.x0 for line in lines)
    right = _right_edge(lines)
    groups: list[list[Line]] = [[lines[0]]]
    for position in range(1, len(lines)):
        following = lines[position + 1] if position + 1 < len(lines) else None
        if _begins(groups[-1], lines[position], following, left, right):
            groups.append([lines[position]])
        else:
            groups[-1].append(lines[position])
    return [_block(group, _role(group, body_size), spelling, left) for group in groups]


def _right_edge(lines: Sequence[Line]) -> float:
    ends = sorted(line.box.x1 for line in lines)
    return ends[int(0.9 * (len(ends) - 1))]


def _base(line: Line) -> float:
    """The base line's height, by the largest plain word."""
    return max((w.box.bottom for w in line.words if not w.is_mark), default=line.box.bottom)


def _begins(group: Sequence[Line], line: Line, following: Line | None, left: float, right: float) -> bool:
    """Whether `line` begins a new block after `group`."""
    last = group[-1]
    pitch = _base(line) - _base(last)
    size = max(last.size_pt, line.size_pt)
    if pitch > 2.3 * size:
        return True
    if abs(last.size_pt - line.size_pt) > 0.08 * size:
        return True
    if last.bold != line.bold and not (_runs_in(last) or _runs_in(line)):
        return True
    room = last.box.x1 + 0.3 * size + line.words[0].box.width < right - 0.5 * size
    if last.bold and not _runs_in(last) and _runs_in(line) and room:
        return True  # a heading alone, and a paragraph that begins with a label
    usual = _usual_pitch(group, line, following)
    if usual is not None and pitch > 1.22 * usual:
        return True
    ends_sentence = line_text(last).rstrip().endswith((".", ":", ";", "!", "?"))
    fits = last.box.x1 + 0.3 * size + line.words[0].box.width < right - 0.5 * size
    if _marker(line):
        stops = ends_sentence or line_text(last).rstrip().endswith((",", " and", " or"))
        hangs = bool(_marker(group[0])) and line.box.x0 > group[0].box.x0 + 6  # a wrapped line may begin with "14."
        if stops or fits or (not hangs and (bool(_marker(group[0])) or line.box.x0 > last.box.x0 + 3)):
            return True
    if fits and ends_sentence and (line_text(line)[:1].isupper() or not line_text(line)[:1].isalpha()):
        return True
    outdented = len(group) > 1 and line.box.x0 < last.box.x0 - 6 and bool(_marker(group[0]))
    if outdented and line.box.x0 < group[0].box.x0 + 3:
        return True
    indented = line.box.x0 > last.box.x0 + 8 and not _marker(group[0]) and len(group) > 1
    del left
    return indented and ends_sentence


def _runs_in(line: Line) -> bool:
    """Whether a line holds bold and plain words: a label that runs into its text."""
    bold = [w.font.bold for w in line.words if any(c.isalnum() for c in w.text)]
    return any(bold) and not all(bold)


def _usual_pitch(group: Sequence[Line], line: Line, following: Line | None) -> float | None:
    """The line distance that reigns here: that of the group, else that to the line that follows in the same type."""
    if len(group) > 1:
        return min(_base(b) - _base(a) for a, b in pairwise(group))
    if (
        following is not None
        and abs(following.size_pt - line.size_pt) < 0.08 * line.size_pt
        and following.bold == line.bold
    ):
        step = _base(following) - _base(line)
        if step > 0.8 * line.size_pt:
            return step
    return None


def _marker(line: Line) -> str | None:
    """The list mark with which a line begins."""
    match = MARKER.match(line_text(line))
    if match is None or (match.group("mark").isdigit() and not _stands_off(line)):
        return None
    return match.group("mark")


def _stands_off(line: Line) -> bool:
    """Whether more than word space follows the first word: a number without a sign is a list mark only then, for a line may
    begin with "12 September"."""
    first = line.words[0]
    return len(line.words) == 1 or line.words[1].box.x0 - first.box.x1 > _MARK_GAP * first.font.size_pt


def _role(lines: Sequence[Line], body_size: float) -> Role:
    """What the rules say of a block; the trained model of `models.roles` may know better."""
    text = " ".join(line_text(line) for line in lines)
    mark = _marker(lines[0])
    larger = lines[0].size_pt > 1.12 * body_size
    bold = all(line.bold for line in lines)
    short = len(text) <= 160 and not text.rstrip().endswith((".", ";", ","))
    capitals = text.isupper() and len(text) > 3
    if short and (larger or bold or (capitals and len(lines) <= 4)) and any(c.isalpha() for c in text):
        return Role.HEADING
    return Role.LIST_ITEM if mark else Role.PARAGRAPH


def _block(lines: Sequence[Line], role: Role, spelling: Spelling, left: float | None = None) -> Block:
    box = hull(line.box for line in lines).rounded()
    edge = box.x0 if left is None else left
    text = laid(lines, spelling).text
    return Block(0, lines[0].page, role, text, box, tuple(lines), marker=_marker(lines[0]), left=edge)


def table_boxes(tables: Iterable[Table]) -> dict[int, list[Box]]:
    """For each page the boxes of the tables on it."""
    taken: dict[int, list[Box]] = {}
    for table in tables:
        for page, box in table.places:
            taken.setdefault(page, []).append(box)
    return taken
