"""Results: the numbers that a paper reports, from tiles, sentences, list items and tables of figures.

A page on which numbers stand apart from their labels is read as a sheet (`extract.sheets`), any other one as running
text. What a figure belongs to says the heading of its box, else the heading above it; a heading that names the whole
programme, or nothing in particular, makes it a figure of the programme.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from corpus.geometry import Box
from corpus.pages import Block, Cell, Page, Role, Table, Word
from corpus.records import Notice
from extract.blocks import MARKER
from extract.content import Content
from extract.counted import counted, of_label
from extract.cover import Cover
from extract.drafts import Draft
from extract.laid import LaidText, concatenated
from extract.numbers import Quantity, adds_up, bare_quantity, in_unit, is_open_quantity, is_scale_only, quantities
from extract.outline import glued, goes_on
from extract.periods import Period, is_cycle, periods, reported
from extract.profile import Names, load_profile, names_of
from extract.scopes import PROGRAMME, Scope, is_note, scope_of, scope_of_title
from extract.sentences import sentences
from extract.sheets import Piece, Sheet, Tile, read_sheet
from extract.styles import body_style
from models.language import Language

_LEAST_TILES = 2  # a page with fewer is running text
_MOST_LABEL_WORDS = 14


@dataclass(slots=True)
class _Part:
    """What figures belong to: a box or a part of the paper. `period` is the time for which it reports, as printed."""

    scope: str
    is_days: bool = False
    period: str | None = None


@dataclass(slots=True)
class _Told:
    """A sentence, tile or row with its numbers. `whats` names what they count where that is known without parsing."""

    read: LaidText
    found: tuple[Quantity, ...]
    part: _Part
    whats: tuple[str | None, ...] | None = None
    period: str | None = None
    confidence: float = 0.9


@dataclass(slots=True)
class _Paper:
    """What is read from a paper, and what holds for all of it."""

    content: Content
    title: str
    language: str
    whole: _Part
    told: list[_Told] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)

    def quantities(self, text: str) -> tuple[Quantity, ...]:
        return quantities(text, self.language)

    def bare(self, text: str) -> Quantity | None:
        return bare_quantity(text, self.language)

    def part(self, scope: Scope) -> _Part:
        """The part that a heading opens."""
        if scope.name is None:
            return self.whole
        return _Part(scope.name, scope.is_days, scope.period.text if scope.period else None)


def read_results(content: Content, cover: Cover, language: Language) -> tuple[list[Draft], tuple[Notice, ...]]:
    """All figures of a paper, and what does not add up."""
    title = cover.title or ""
    scope = scope_of_title(title)
    paper = _Paper(content, title, cover.language or "en", _Part(scope.name or PROGRAMME, scope.is_days))
    paper.whole.period = _period_of_paper(paper)
    sheets = {page.number: sheet for page in content.pages if (sheet := _sheet(page, paper)) is not None}
    for number in sorted(sheets):
        _SheetReader(sheets[number], paper).read()
    _TextReader(paper, frozenset(sheets)).read()
    return _drafts(paper, language), tuple(paper.notices)


def _period_of_paper(paper: _Paper) -> str | None:
    """The time that the title names, else, for action days, the first span of days; else the year named most often."""
    in_title = [p for p in periods(paper.title) if not is_cycle(p.text)]
    days = [p for text in _texts(paper.content) for p in periods(text) if p.grain == "days" and _is_span(p)]
    if paper.whole.is_days and days:
        return days[0].text
    if in_title:
        return in_title[-1].text
    spans = [p.text for p in periods(paper.title) if re.search(r"\bresults?\b", paper.title, re.IGNORECASE)]
    if spans:
        return spans[-1]  # the results of a whole cycle
    years = Counter(p.text for text in _texts(paper.content) for p in reported(text) if p.grain == "years")
    return years.most_common(1)[0][0] if years else None


def _is_span(period: Period) -> bool:
    return bool(re.search(r"[-–—]|\b(?:to|until|and|bis|au|al|ao|a)\b", period.text))


def _texts(content: Content) -> Iterator[str]:
    return (block.text for block in content.blocks if block.role not in (Role.HEADER, Role.FOOTER, Role.FOOTNOTE))


# --- sentences -----------------------------------------------------------------------------------------------------


def _tell(paper: _Paper, read: LaidText, part: _Part) -> None:
    """Every sentence that holds a number."""
    for start, end in sentences(read.text):
        sentence = read.sliced(start, end)
        found = paper.quantities(sentence.text)
        if part.is_days and part.period is None:
            part.period = next((p.text for p in periods(sentence.text) if p.grain != "years"), None)
        if found:
            _check_sum(paper, sentence, found)
            paper.told.append(_Told(sentence, found, _scope_of_sentence(sentence.text, part)))


def _scope_of_sentence(text: str, part: _Part) -> _Part:
    """A sentence in a paper on action days may tell of the whole programme."""
    names = load_profile("results")["programme"]["names"]
    if part.scope == PROGRAMME or not part.is_days or not any(re.search(name, text) for name in names):
        return part
    if re.search(r"\bEMPACT (?:joint )?action (?:days|weeks)\b", text, re.IGNORECASE):
        return part
    return _Part(PROGRAMME, period=None) if list(reported(text)) else part


def _check_sum(paper: _Paper, read: LaidText, found: Sequence[Quantity]) -> None:
    """Notice where a total and its parts in one sentence do not add up; neither is mended."""
    counts = [q for q in found if q.unit == found[0].unit]
    if len(counts) < 3 or len(counts) != len(found):
        return
    total, parts = counts[0].value, [q.value for q in counts[1:]]
    if total <= max(parts) or adds_up(total, parts):
        return
    before, between = read.text[: counts[0].from_], read.text[counts[0].end : counts[1].from_]
    sums = load_profile("results")["sums"]
    is_whole = any(re.search(pattern, between, re.IGNORECASE) for pattern in sums["whole"])
    is_among = any(re.search(pattern, between, re.IGNORECASE) for pattern in sums["among"])
    is_among = is_among or before.casefold().endswith("of the ")
    if (is_whole and not is_among) or (is_among and sum(parts) > total):
        span = read.spans()[0]
        _notice(paper, total, sum(parts), span.page, span.box)


def _notice(paper: _Paper, total: float, parts: float, page: int, box: Box | None) -> None:
    stated, added = (f"{value:,.10g}".replace(",", " ") for value in (total, parts))
    message = f"The stated total is {stated}, but its parts add up to {added}."
    paper.notices.append(Notice("sum_differs", message, page, box))


# --- running text --------------------------------------------------------------------------------------------------

_RUNNING = (Role.PARAGRAPH, Role.LIST_ITEM, Role.CALLOUT)
_HEADINGS = (Role.HEADING, Role.TITLE)


class _TextReader:
    """Goes through the pages that are no sheets, with the part that reigns."""

    def __init__(self, paper: _Paper, sheets: frozenset[int]) -> None:
        self._paper = paper
        self._sheets = sheets
        self._open: list[tuple[float, Scope]] = []  # headings that are still open, with how high they stand
        self._part = paper.whole
        self._pending: tuple[Block, LaidText] | None = None
        self._body = body_style(paper.content.blocks)

    def read(self) -> None:
        for item in self._paper.content.flow:
            page = item.places[0][0] if isinstance(item, Table) else item.page
            if page in self._sheets:
                self._close()
            elif isinstance(item, Table):
                self._close()
                _read_table(self._paper, item, self._part)
            elif item.role in _HEADINGS or (item.role in _RUNNING and self._stands_out(item)):
                self._close()
                self._read_heading(item)
            elif item.role in _RUNNING:
                self._read_block(item)
        self._close()

    def _stands_out(self, block: Block) -> bool:
        """Whether a block that is no heading by its role is set as one: short, and bold or larger throughout."""
        is_short = len(block.text.split()) <= 12 and not block.text.rstrip().endswith((".", ";", ","))
        bold = not self._body.bold and all(line.bold for line in block.lines)
        larger = all(line.size_pt > 1.08 * self._body.size_pt for line in block.lines)
        return is_short and bool(block.lines) and (bold or larger) and not self._paper.quantities(block.text)

    def _read_block(self, block: Block) -> None:
        text = self._paper.content.read(block.lines)
        if self._pending is not None and goes_on(self._pending[0], block, self._pending[1]):
            self._pending = (block, glued(self._pending[1], text, self._paper.content.spelling))
            return
        self._close()
        self._pending = (block, text)

    def _close(self) -> None:
        if self._pending is None:
            return
        block, text = self._pending
        self._pending = None
        match = MARKER.match(text.text) if block.marker and not re.match(r"\d", block.marker) else None
        if block.marker and re.fullmatch(r"\d{1,2}(?:\.\d{1,2})*[.)]", block.marker):
            match = MARKER.match(text.text)
        _read_paragraph(self._paper, text.sliced(match.end(), len(text.text)) if match else text, self._part)

    def _read_heading(self, block: Block) -> None:
        if _same_words(block.text, self._paper.title):
            return
        height = _height(block)
        self._open = [entry for entry in self._open if entry[0] > height]
        self._open.append((height, scope_of(block.text)))
        named = next((scope for _, scope in reversed(self._open) if scope.name is not None), None)
        self._part = self._paper.part(named) if named else self._paper.whole


def _height(block: Block) -> float:
    """How high a heading stands, by its type."""
    line = block.lines[0]
    return line.size_pt + (0.2 if block.text.isupper() else 0.0) + (0.1 if line.bold else 0.0)


def _same_words(one: str, two: str) -> bool:
    return re.findall(r"\w+", one.casefold()) == re.findall(r"\w+", two.casefold())


def _read_paragraph(paper: _Paper, text: LaidText, part: _Part) -> None:
    """A paragraph; a bold lead with which it begins names its part, as a heading would."""
    if is_note(text.text):
        return
    days = re.match(r"([^.:;]{6,100}?)\s?:\s", text.text)
    if days and (scope := scope_of(days.group(1))).is_days and not paper.quantities(days.group(1)):
        _tell(paper, text, paper.part(scope))
        return
    lead = _bold_lead(text)
    if lead:
        scope = scope_of(text.text[:lead].rstrip(" .:–—-"))
        if scope.name is not None and not paper.quantities(text.text[:lead]):
            part, text = paper.part(scope), text.sliced(lead, len(text.text))
    _tell(paper, text, part)


def _bold_lead(text: LaidText) -> int:
    """How far the bold words reach with which a paragraph begins, if they end in a stop or colon; else 0."""
    end = 0
    for placed in text.words:
        if not placed.word.font.bold:
            break
        end = placed.end
    else:
        return 0
    lead = text.text[:end].rstrip()
    return end if lead.endswith((".", ":", "–", "—")) and len(lead.split()) <= 8 else 0


# --- tables of figures ---------------------------------------------------------------------------------------------


@cache
def _columns() -> Names:
    columns = load_profile("results")["columns"]
    return names_of({name: {"en": columns[name]} for name in ("scope", "what")})


def _cell_text(paper: _Paper, cell: Cell | None) -> str:
    return paper.content.read(cell.lines).text if cell is not None else ""


def _is_figures(paper: _Paper, table: Table) -> bool:
    """Whether a table's rows have labels and numbers in cells of their own."""
    bare = mixed = 0
    for cell in table.cells:
        text = _cell_text(paper, cell)
        if paper.bare(text) is not None:
            row = [_cell_text(paper, c) for c in table.row(cell.row) if c.column < cell.column]
            bare += any(t and paper.bare(t) is None for t in row)
            mixed += not any(t and paper.bare(t) is None for t in row)
        elif paper.quantities(text):
            mixed += 1
    return table.columns >= 2 and bare >= 2 and bare >= mixed


def _read_table(paper: _Paper, table: Table, part: _Part) -> None:
    if not _is_figures(paper, table):
        for cell in table.cells:
            if cell.lines:
                _tell(paper, paper.content.read(cell.lines), part)
        return
    head = _header_of(paper, table)
    numeric = [c for c in range(table.columns) if _share_of_numbers(paper, table, c, 1 if head else 0) >= 0.5]
    numeric = [c for c in numeric if c > 0 and not re.search(r"\bchange\b|±|\+/-", head.get(c, ""), re.IGNORECASE)]
    values = [c for c in numeric if not periods(head.get(c, "")) and head.get(c)]
    several = len(values) > 1
    across = several and _columns().field(head.get(0, "")) != "what"
    totals: dict[int, list[Quantity]] = {}
    for row in range(1 if head else 0, table.rows):
        cells = {c.column: c for c in table.row(row) if c.row == row and c.lines}
        label_cell = next((cells[c] for c in sorted(cells) if c not in numeric and _cell_text(paper, cells[c])), None)
        if label_cell is None:
            continue
        label = paper.content.read(label_cell.lines)
        is_total = any(re.search(p, label.text, re.IGNORECASE) for p in load_profile("results")["sums"]["total_rows"])
        for column in numeric:
            quantity = paper.bare(_cell_text(paper, cells.get(column)))
            if quantity is None:
                continue
            if is_total:
                _check_column(paper, cells[column], quantity, totals.get(column, []))
            else:
                totals.setdefault(column, []).append(quantity)
            heading = head.get(column, "")
            row_part, what = part, label.text
            text = concatenated([paper.content.read(cells[column].lines), label])
            if several and across:
                row_part = paper.whole if is_total else paper.part(scope_of(label.text))
                what = heading
                text = _with_words(paper, cells[column], table, column, label)
            elif several and not periods(heading):
                row_part = paper.part(scope_of(heading))
            named, rest = _of_label(what, quantity)
            if named.unit is None and what != heading:
                named = _of_label(heading, named)[0]
            period = next((p.text for p in periods(heading) if not is_cycle(p.text)), None)
            paper.told.append(_Told(text, (named,), row_part, (rest,), period, 0.8))


def _with_words(paper: _Paper, cell: Cell, table: Table, column: int, label: LaidText) -> LaidText:
    """The number with its column's header."""
    header = next((c for c in table.cells if c.row == 0 and c.column <= column < c.column + c.column_span), None)
    del label
    parts = [paper.content.read(cell.lines), *([paper.content.read(header.lines)] if header else [])]
    joined = concatenated(parts)
    number = parts[0]
    return LaidText(joined.text, number.words)


def _header_of(paper: _Paper, table: Table) -> dict[int, str]:
    """The texts of the first row by column, where it holds no numbers but years."""
    texts = {cell.column: _cell_text(paper, cell) for cell in table.cells if cell.row == 0}
    body = [text for column, text in texts.items() if column > 0 and text]
    return texts if body and not any(paper.bare(text) for text in body) else {}


def _share_of_numbers(paper: _Paper, table: Table, column: int, first: int) -> float:
    texts = [_cell_text(paper, c) for c in table.cells if c.column == column and c.row >= first and c.lines]
    return sum(paper.bare(text) is not None for text in texts) / len(texts) if texts else 0.0


def _check_column(paper: _Paper, cell: Cell, total: Quantity, parts: Sequence[Quantity]) -> None:
    alike = [q.value for q in parts if q.unit == total.unit]
    if len(alike) >= 2 and total.unit != "%" and not adds_up(total.value, alike):
        _notice(paper, total.value, sum(alike), cell.parts[0].page, cell.parts[0].box)


def _of_label(label: str, quantity: Quantity) -> tuple[Quantity, str | None]:
    """The quantity with the unit that its label states ("Litres of spirits", "Drugs (kg)"), and what the label names."""
    leads = load_profile("results")["labels"]["leads"]
    if quantity.unit is None:
        bracket = re.search(r"\s*\((?:in )?(?P<unit>[^()]{1,24})\)", label)
        unit, scale, rest = in_unit(_turned(bracket["unit"])) if bracket else (None, 1.0, "")
        if bracket and not rest and (unit or scale != 1.0):
            label = label[: bracket.start()] + label[bracket.end() :]
        else:
            unit, scale, rest = in_unit(label)
            label = rest if unit or scale != 1.0 else label
        quantity = replace(quantity, unit=unit, value=quantity.value * scale)
    return quantity, of_label(label, leads) or None


def _turned(unit: str) -> str:
    """A unit as `in_unit` reads it, its scale first: "EUR million" is million EUR."""
    words = unit.split()
    return " ".join(reversed(words)) if len(words) == 2 else unit


# --- sheets --------------------------------------------------------------------------------------------------------


def _sheet(page: Page, paper: _Paper) -> Sheet | None:
    """A page as a sheet; None where it has no tiles."""
    content = paper.content
    tables = [t for t in content.tables if t.places[0][0] == page.number]
    own = [box for t in tables if _is_figures(paper, t) for number, box in t.places if number == page.number]
    cells = [
        part.box
        for t in tables
        if not _is_figures(paper, t)
        for cell in t.cells
        for part in cell.parts
        if part.page == page.number and part.lines
    ]
    notes = [b.box for b in content.blocks if b.page == page.number and b.role is Role.FOOTNOTE]
    furniture = content.furniture[page.number].words if page.number in content.furniture else frozenset()
    words: list[Word] = [
        word
        for position, word in enumerate(page.words)
        if word.angle == 0
        and position not in furniture
        and not any(box.holds_center_of(word.box) for box in (*own, *notes))
    ]
    sheet = read_sheet(
        page,
        words,
        cells,
        is_number=lambda text: paper.bare(text) is not None,
        is_scale=is_scale_only,
        is_open=is_open_quantity,
        is_label=_may_label,
    )
    return sheet if len(sheet.tiles) >= _LEAST_TILES else None


def _may_label(text: str) -> bool:
    """Whether a text is short and no sentence, and does not begin with a date."""
    words = text.split()
    is_short = 0 < len(words) <= _MOST_LABEL_WORDS and not re.search(r"[.!?]$|[.!?]\s", text)
    return is_short and any(c.isalpha() for c in text) and not any(p.start == 0 for p in periods(text))


class _SheetReader:
    """Reads the tiles and texts of one page, each with the part whose box or heading holds it."""

    def __init__(self, sheet: Sheet, paper: _Paper) -> None:
        self._sheet = sheet
        self._paper = paper
        self._body = self._body_size()
        self._headings = [p for p in sheet.rest if self._is_heading(p)]
        self._parts: dict[int, _Part] = {}
        self._frames = {i: self._part_of_frame(i) for i in range(len(sheet.frames))}

    def read(self) -> None:
        headings = {id(piece) for piece in self._headings}
        lowest = max((tile.number.box.bottom for tile in self._sheet.tiles), default=0.0)
        entries: list[tuple[float, float, Tile | Piece]] = [
            (tile.number.box.top, tile.number.box.x0, tile) for tile in self._sheet.tiles
        ]
        for piece in self._sheet.rest:
            is_small = piece.frame is None and piece.size_pt < 0.92 * self._body and piece.box.top > lowest
            if id(piece) not in headings and not is_small:
                entries.append((piece.box.top, piece.box.x0, piece))
        for _, _, entry in sorted(entries, key=lambda e: (e[0], e[1])):
            if isinstance(entry, Tile):
                self._read_tile(entry)
            elif self._paper.bare(entry.text) is None:
                text = self._paper.content.read(entry.lines)
                start = re.match(r"[•▪●○◦‣➢■□*–—-]\s+", text.text)
                _read_paragraph(
                    self._paper, text.sliced(start.end(), len(text.text)) if start else text, self._part(entry)
                )
        for table in self._paper.content.tables:
            page, box = table.places[0]
            if page == self._sheet.page.number and _is_figures(self._paper, table):
                _read_table(self._paper, table, self._part_at(box, None))

    def _read_tile(self, tile: Tile) -> None:
        number, label = (self._paper.content.read(piece.lines) for piece in (tile.number, tile.label))
        quantity = self._paper.bare(number.text)
        if quantity is None:
            return
        quantity, what = _of_label(label.text, quantity)
        text = concatenated([number, label])
        self._paper.told.append(_Told(text, (quantity,), self._part(tile.number), (what,)))

    # --- parts -----------------------------------------------------------------------------------------------------

    def _body_size(self) -> float:
        weights: Counter[float] = Counter()
        for piece in self._sheet.rest:
            if not _may_label(piece.text):
                weights[round(piece.size_pt, 1)] += len(piece.text)
        labels = [tile.label.size_pt for tile in self._sheet.tiles]
        return weights.most_common(1)[0][0] if weights else max(labels, default=10.0)

    def _is_heading(self, piece: Piece) -> bool:
        text = piece.text
        if not _may_label(text) or self._paper.bare(text) is not None or len(text.split()) > 12:
            return False
        stands_out = piece.bold or piece.size_pt > 1.08 * self._body
        in_bar = piece.frame is not None and self._is_bar(piece.frame, piece)
        is_begun = text[0].isupper() or text[0].isdigit()
        return is_begun and (stands_out or in_bar) and not self._paper.quantities(text)

    def _is_bar(self, frame: int, piece: Piece) -> bool:
        """Whether a frame holds one piece and is hardly higher than it."""
        held = [p for p in self._sheet.rest if p.frame == frame]
        return held == [piece] and self._sheet.frames[frame].box.height < 3.5 * piece.size_pt * len(piece.lines)

    def _part_of_frame(self, frame: int) -> _Part | None:
        """The part whose heading stands at the top of a frame, or in a bar within it."""
        inside = [
            p
            for p in self._headings
            if p.frame == frame
            or (p.frame is not None and self._sheet.frames[p.frame].parent == frame and self._is_bar(p.frame, p))
        ]
        others = [
            p.box.top
            for p in (*self._sheet.rest, *(piece for t in self._sheet.tiles for piece in (t.number, t.label)))
            if p.frame is not None and frame in self._sheet.around(p.frame) and id(p) not in {id(h) for h in inside}
        ]
        head = min(inside, key=lambda p: p.box.top, default=None)
        if head is None or not others:
            return None
        if head.box.top > min(others) + 0.5 * head.size_pt and not self._is_side(head):
            return None
        scope = scope_of(self._paper.content.read(head.lines).text)
        part = self._paper.part(scope)
        below = (p for p in self._sheet.rest if p.frame == frame and p is not head)
        for piece in below:
            named = periods(piece.text)
            if part is not self._paper.whole and part.period is None and named and named[0].start <= 12:
                part.period = named[0].text
        return part

    def _is_side(self, piece: Piece) -> bool:
        """Whether a heading stands beside what it names, in a column of headings."""
        box = piece.box
        others = [
            p.box for p in self._sheet.rest if id(p) not in {id(h) for h in self._headings} and p.frame == piece.frame
        ]
        others += [p.box for t in self._sheet.tiles for p in (t.number, t.label) if p.frame == piece.frame]
        beside = any(b.x0 > box.x1 and b.overlap_y(box) > 0 for b in others)
        later = [
            h.box.top
            for h in self._headings
            if h.frame == piece.frame and h.box.top > box.bottom and h.box.overlap_x(box)
        ]
        end = min(later, default=float("inf"))
        below = any(box.bottom < b.top < end and b.overlap_x(box) > 0 for b in others)
        return beside and not below

    def _part(self, piece: Piece) -> _Part:
        for frame in self._sheet.around(piece.frame):
            part = self._frames[frame]
            if part is not None:
                return part
        outer = next(reversed(list(self._sheet.around(piece.frame))), None)
        return self._part_at(self._sheet.frames[outer].box if outer is not None else piece.box, piece)

    def _part_at(self, box: Box, piece: Piece | None) -> _Part:
        """The part whose heading stands above a place of the bare page, or beside it."""
        del piece
        best: tuple[float, Piece] | None = None
        for head in self._headings:
            inner = head.frame is not None and not (
                self._sheet.frames[head.frame].parent is None and self._is_bar(head.frame, head)
            )
            if inner or _same_words(head.text, self._paper.title):
                continue
            column = Box(head.box.x0, head.box.top, self._right_of(head), head.box.bottom)
            above = head.box.bottom <= box.top + 0.5 * head.size_pt and column.overlap_x(box) > 0
            side = head.box.x1 < box.x0 and head.box.top <= box.center_y and self._is_side(head)
            if (above or side) and (best is None or head.box.top > best[0]):
                best = (head.box.top, head)
        if best is None:
            return self._paper.whole
        key = id(best[1])
        if key not in self._parts:
            self._parts[key] = self._paper.part(scope_of(self._paper.content.read(best[1].lines).text))
        part = self._parts[key]
        if part is not self._paper.whole and part.period is None:
            part.period = self._period_below(best[1])
        return part

    def _right_of(self, head: Piece) -> float:
        """How far the column reaches that a heading stands over: up to what stands beside it."""
        pieces = [*self._sheet.rest, *(p for t in self._sheet.tiles for p in (t.number, t.label))]
        near = head.box.grown(head.size_pt)
        beside = [p.box.x0 for p in pieces if p.box.x0 > head.box.x1 and p.box.overlap_y(near) > 0]
        frames = [
            f.box.x0
            for f in self._sheet.frames
            if f.parent is None and f.box.x0 > head.box.x1 and f.box.overlap_y(head.box) > 0
        ]
        return min([*beside, *frames, self._sheet.page.width]) - 1

    def _period_below(self, head: Piece) -> str | None:
        """The time that a short line below a heading begins with."""
        for piece in self._sheet.rest:
            near = head.box.bottom - 3 <= piece.box.top <= head.box.bottom + 2.5 * head.size_pt
            if piece is not head and near and piece.box.overlap_x(head.box):
                named = periods(piece.text)
                if named and named[0].start <= 12:
                    return named[0].text
        return None


# --- records -------------------------------------------------------------------------------------------------------


def _drafts(paper: _Paper, language: Language) -> list[Draft]:
    open_ones = [told for told in paper.told if told.whats is None]
    if paper.language == "en":
        answers = counted([(told.read.text, told.found) for told in open_ones], language)
        for told, counts in zip(open_ones, answers, strict=True):
            kept = [(q, c.what) for q, c in zip(told.found, counts, strict=True) if c.is_result]
            told.found, told.whats = tuple(q for q, _ in kept), tuple(what for _, what in kept)
    drafts: list[Draft] = []
    for told in paper.told:
        for position, quantity in enumerate(told.found):
            what = (
                told.whats[position] if told.whats is not None else _following(told.read.text, quantity, paper.language)
            )
            drafts.append(
                Draft(
                    "figure",
                    told.read.text,
                    told.read.spans(),
                    fields={
                        "value": int(quantity.value) if quantity.value % 1 == 0 else quantity.value,
                        "unit": quantity.unit,
                        "what": what or _labelled(told.read.text, quantity),
                        "qualifier": quantity.qualifier,
                        "period": _period_of(told, position) or told.part.period or paper.whole.period,
                        "scope": told.part.scope,
                    },
                    confidence=told.confidence if what else 0.6,
                )
            )
    return drafts


def _labelled(text: str, quantity: Quantity) -> str | None:
    """What stands before a number that closes its line: "Arrests: 1 026"."""
    before = text[: quantity.from_].strip()
    closes = not text[quantity.end :].strip(" .;,")
    match = re.fullmatch(r"(.{2,80}?)\s*[:–—-]", before)
    return match.group(1) if closes and match else None


def _following(text: str, quantity: Quantity, language: str) -> str | None:
    """Without a parser of the language: the words behind the number, up to a small one or a sign; in German up to a noun."""
    profile = load_profile("cover")["stopwords"]
    stopwords = {*profile.get(language, ()), *load_profile("results")["labels"]["stops"]}
    words: list[str] = []
    for word in text[quantity.end :].split():
        bare = word.strip(".,;:()")
        elided = re.sub(r"^[dl]['’]", "", bare)
        if not bare or bare[:1].isdigit() or (bare.casefold() in stopwords and words):
            break
        if bare.casefold() not in stopwords:
            words.append(elided)
        if bare != word or len(words) == 3 or (language == "de" and elided[:1].isupper()):
            break
    return of_label(" ".join(words), load_profile("results")["labels"]["leads"]) or None


def _period_of(told: _Told, position: int) -> str | None:
    """The time that a sentence names for one of its numbers: behind it and before the next one, else before it."""
    if told.period is not None:
        return told.period
    named = list(reported(told.read.text))
    if not named:
        return None
    quantity = told.found[position]
    following = told.found[position + 1].start if position + 1 < len(told.found) else len(told.read.text)
    behind = [p for p in named if quantity.end <= p.start < following]
    before = [p for p in named if p.start < quantity.start]
    if behind or before:
        return (behind or before[::-1])[0].text
    # One that stands behind another number is that one's, where the sentence compares: "…, compared with 9 128 in 2041".
    compares = re.search(_COMPARISON, told.read.text[quantity.end : named[0].start], re.IGNORECASE)
    return None if compares else named[0].text


_COMPARISON = r"\b(?:compared|against|than|up from|down from|from|after|while|whereas|in contrast)\b"
