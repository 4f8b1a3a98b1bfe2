"""Sheets: pages of tiles and boxes, each figure with the part whose box or heading holds it.

Running text on such a page keeps its reading order; all else is read by where it stands.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from corpus.geometry import Box
from corpus.pages import Block, Page, Role, Table, Word
from extract.breaks import paragraphs_in
from extract.figures.columns import find_columns
from extract.figures.labels import what_of
from extract.figures.paper import Paper, Part, Told
from extract.figures.parts import names_area, scope_of
from extract.figures.pieces import Piece, smallest
from extract.figures.tables import is_figures, read_table
from extract.figures.text import RUNNING, is_prose, read_paragraph, same_words
from extract.figures.tiles import Sheet, Tile, may_label, read_sheet
from extract.laid import concatenated
from extract.periods import periods
from extract.styles import style_of
from extract.unruled import segments

_LEAST_TILES = 2  # a page with fewer is running text
_LONGEST_HEADING = 12  # words
_COLUMN_GAP = 2.5  # of the type's size: so much white space in a line parts columns
_LEVEL_PT = 6.0
_BULLET = re.compile(r"[•▪●○◦‣➢■□*–—-]\s+")


class SheetReader:
    """Reads the tiles and texts of one page. `prose` are its blocks of running text, which are left to the caller."""

    def __init__(self, paper: Paper, page: Page) -> None:
        self._paper = paper
        blocks = [b for b in paper.content.blocks if b.page == page.number and b.lines]
        tables = [t for t in paper.content.tables if t.places[0][0] == page.number]
        self._tables = [t for t in tables if is_figures(paper, t)]
        self._cells = [
            part
            for table in tables
            if table not in self._tables
            for cell in table.cells
            for part in cell.parts
            if part.page == page.number and part.lines
        ]
        self.loose = find_columns(page, self._free(page, blocks, ()), paper.language)
        frames = read_sheet(page, (), [part.box for part in self._cells], paper.language).frames
        self.prose = [b for b in blocks if b.role in RUNNING and _runs(b) and _in_one(b, [f.box for f in frames])]
        self._sheet = self._cut(page, blocks)
        self._body = self._body_size()
        self._headings = [p for p in self._sheet.rest if self._is_heading(p)]
        self._parts: dict[int, Part] = {}
        self._frames = {i: self._part_of_frame(i) for i in range(len(self._sheet.frames))}

    def _cut(self, page: Page, blocks: Sequence[Block]) -> Sheet:
        loose = [box for table in self.loose for _, box in table.places]
        self.prose = [b for b in self.prose if not any(box.holds_center_of(b.box) for box in loose)]
        words = self._free(page, blocks, loose)
        running = {id(word) for block in self.prose for line in block.lines for word in line.words}
        words = [word for word in words if id(word) not in running]
        return read_sheet(page, words, [part.box for part in self._cells], self._paper.language)

    def _free(self, page: Page, blocks: Sequence[Block], taken: Sequence[Box]) -> list[Word]:
        """Upright words outside furniture, notes and tables of figures."""
        outside = [*taken, *(b.box for b in blocks if b.role is Role.FOOTNOTE and any(c.isalpha() for c in b.text))]
        outside += [box for t in self._tables for number, box in t.places if number == page.number]
        furniture = self._paper.content.furniture.get(page.number)
        return [
            word
            for position, word in enumerate(page.words)
            if word.angle == 0
            and (furniture is None or position not in furniture.words)
            and not any(box.holds_center_of(word.box) for box in outside)
        ]

    @property
    def is_sheet(self) -> bool:
        return len(self._sheet.tiles) >= _LEAST_TILES or bool(self.loose)

    def read(self) -> None:
        """All tiles, and short texts that are neither running text nor headings."""
        headings = {id(piece) for piece in self._headings}
        entries: list[tuple[float, float, Tile | Piece]] = [
            (_level(tile.number), tile.number.box.x0, tile) for tile in self._sheet.tiles
        ]
        for piece in self._sheet.rest:
            if id(piece) not in headings and not self._is_small_print(piece.box, piece.size_pt, piece.frame):
                entries.append((_level(piece), piece.box.x0, piece))
        for _, _, entry in sorted(entries, key=lambda e: (e[0], e[1])):
            if isinstance(entry, Tile):
                self._read_tile(entry)
            elif self._paper.bare(entry.text) is None:
                self._read_piece(entry)
        for table in self.loose:
            read_table(self._paper, table, self.part_of_table(table))

    def _read_tile(self, tile: Tile) -> None:
        number, label = (self._paper.content.read(piece.lines) for piece in (tile.number, tile.label))
        quantity = self._paper.bare(number.text)
        if quantity is None:
            return
        quantity, what = what_of(label.text, quantity)
        text = concatenated([number, label])
        self._paper.told.append(Told(text, (quantity,), self._part(tile.number), (what,), is_tile=True))

    def _read_piece(self, piece: Piece) -> None:
        begun = len(self._paper.told)
        for lines in paragraphs_in(piece.lines):
            text = self._paper.content.read(lines)
            bullet = _BULLET.match(text.text)
            body = text.sliced(bullet.end(), len(text.text)) if bullet else text
            read_paragraph(self._paper, body, self._part(piece))
        for told in self._paper.told[begun:]:
            told.is_aside = not is_prose(told.read.text)

    def _is_small_print(self, box: Box, size_pt: float, frame: int | None) -> bool:
        """Whether a text below the tiles is set smaller than the rest: sources and remarks."""
        lowest = max((tile.number.box.bottom for tile in self._sheet.tiles), default=0.0)
        return frame is None and size_pt < 0.92 * self._body and box.top > lowest

    # --- parts -----------------------------------------------------------------------------------------------------

    def part_of(self, block: Block) -> Part | None:
        """The part that a block of running text belongs to; None for small print."""
        frame = smallest([f.box for f in self._sheet.frames], block.box)
        if self._is_small_print(block.box, style_of(block).size_pt, frame):
            return None
        return self._part_in(frame, block.box)

    def part_of_table(self, table: Table) -> Part:
        """The part that a table of figures belongs to."""
        return self.part_at(table.places[0][1])

    def _body_size(self) -> float:
        weights: Counter[float] = Counter()
        for block in self.prose:
            weights[round(style_of(block).size_pt, 1)] += len(block.text)
        for piece in self._sheet.rest:
            if not may_label(piece.text):
                weights[round(piece.size_pt, 1)] += len(piece.text)
        labels = [tile.label.size_pt for tile in self._sheet.tiles]
        return weights.most_common(1)[0][0] if weights else max(labels, default=10.0)

    def _is_heading(self, piece: Piece) -> bool:
        text = piece.text
        if not may_label(text) or self._paper.bare(text) is not None or len(text.split()) > _LONGEST_HEADING:
            return False
        stands_out = piece.bold or piece.size_pt > 1.08 * self._body
        in_bar = piece.frame is not None and self._is_bar(piece.frame, piece)
        is_begun = text[0].isupper() or text[0].isdigit()
        return is_begun and (stands_out or in_bar) and not self._paper.quantities(text)

    def _is_bar(self, frame: int, piece: Piece) -> bool:
        """Whether a frame holds one piece and is hardly higher than it."""
        held = [p for p in self._sheet.rest if p.frame == frame]
        return held == [piece] and self._sheet.frames[frame].box.height < 3.5 * piece.size_pt * len(piece.lines)

    def _texts(self) -> Iterator[tuple[int | None, Box]]:
        """All texts but headings, with their frames."""
        headings = {id(head) for head in self._headings}
        yield from ((p.frame, p.box) for p in self._sheet.rest if id(p) not in headings)
        yield from ((p.frame, p.box) for tile in self._sheet.tiles for p in (tile.number, tile.label))
        boxes = [frame.box for frame in self._sheet.frames]
        yield from ((smallest(boxes, block.box), block.box) for block in self.prose)

    def _part_of_frame(self, frame: int) -> Part | None:
        """The part whose heading stands at the top of a frame, or in a bar within it."""
        inside = [
            p
            for p in self._headings
            if p.frame == frame
            or (p.frame is not None and self._sheet.frames[p.frame].parent == frame and self._is_bar(p.frame, p))
        ]
        others = [box.top for held, box in self._texts() if held is not None and frame in self._sheet.around(held)]
        head = min(inside, key=lambda p: p.box.top, default=None)
        if head is None or not others:
            return None
        if head.box.top > min(others) + 0.5 * head.size_pt and not self._is_side(head):
            return None
        part = self._paper.part(scope_of(self._paper.content.read(head.lines).text))
        for piece in self._sheet.rest:
            if piece.frame == frame and piece is not head and part is not self._paper.whole:
                part.period = part.period or _period_at_start(piece.text)
        return part

    def _is_side(self, piece: Piece) -> bool:
        """Whether a heading stands beside what it names, in a column of headings."""
        box = piece.box
        others = [other for held, other in self._texts() if held == piece.frame]
        beside = any(b.x0 > box.x1 and b.overlap_y(box) > 0 for b in others)
        later = [
            h.box.top
            for h in self._headings
            if h.frame == piece.frame and h.box.top > box.bottom and h.box.overlap_x(box)
        ]
        end = min(later, default=float("inf"))
        below = any(box.bottom < b.top < end and b.overlap_x(box) > 0 for b in others)
        return beside and not below

    def _part(self, piece: Piece) -> Part:
        return self._part_in(piece.frame, piece.box)

    def _part_in(self, frame: int | None, box: Box) -> Part:
        around = list(self._sheet.around(frame))
        part = next((part for f in around if (part := self._frames[f]) is not None), None)
        return part or self.part_at(self._sheet.frames[around[-1]].box if around else box)

    def part_at(self, box: Box) -> Part:
        """The part whose heading stands above a place of the bare page, or beside it."""
        best: Piece | None = None
        for head in self._headings:
            if not self._is_on_page(head) or same_words(head.text, self._paper.title):
                continue
            column = Box(head.box.x0, head.box.top, self._right_of(head), head.box.bottom)
            above = head.box.bottom <= box.top + 0.5 * head.size_pt and column.overlap_x(box) > 0
            side = head.box.x1 < box.x0 and head.box.top <= box.center_y and self._is_side(head)
            if (above or side) and (best is None or head.box.top > best.box.top):
                best = head
        if best is None or self._is_subtitle(best):
            return self._paper.whole
        if id(best) not in self._parts:
            part = self._paper.part(scope_of(self._paper.content.read(best.lines).text))
            if part is not self._paper.whole:
                part.period = part.period or self._period_below(best)
            self._parts[id(best)] = part
        return self._parts[id(best)]

    def _is_on_page(self, head: Piece) -> bool:
        """Whether a heading stands on the bare page, or in a bar across it."""
        if head.frame is None:
            return True
        return self._sheet.frames[head.frame].parent is None and self._is_bar(head.frame, head)

    def _is_subtitle(self, head: Piece) -> bool:
        """Whether everything on the page but its title stands below a heading, and no other one is set like it: then it
        names no part."""
        scope = scope_of(head.text)
        if scope.is_days or names_area(head.text, self._paper.lexicon):
            return False
        alike = [h for h in self._headings if h is not head and h.is_set_like(head)]
        alike = [h for h in alike if not same_words(h.text, self._paper.title)]
        highest = min((box.top for _, box in self._texts()), default=0.0)
        return not alike and head.box.top < highest

    def _right_of(self, head: Piece) -> float:
        """How far the column reaches that a heading stands over: up to what stands beside it."""
        near = Box(head.box.x0, head.box.top - 0.3 * head.size_pt, head.box.x1, head.box.bottom)
        boxes = [p.box for p in self._headings if p is not head]
        boxes += [box for _, box in self._texts()]
        beside = [box.x0 for box in boxes if box.x0 > head.box.x1 and box.overlap_y(near) > 0]
        outer = [f.box for f in self._sheet.frames if f.parent is None]
        beside += [box.x0 for box in outer if box.x0 > head.box.x1 and box.overlap_y(head.box) > 0]
        return min([*beside, self._sheet.page.width]) - 1

    def _period_below(self, head: Piece) -> str | None:
        """The time that a short line below a heading begins with."""
        for piece in self._sheet.rest:
            near = head.box.bottom - 3 <= piece.box.top <= head.box.bottom + 2.5 * head.size_pt
            if piece is not head and near and piece.box.overlap_x(head.box):
                found = _period_at_start(piece.text)
                if found is not None:
                    return found
        return None


def _level(piece: Piece) -> float:
    """The base line of a piece, as one number for all that stand level."""
    return round(piece.lines[0].box.bottom / _LEVEL_PT)


def _period_at_start(text: str) -> str | None:
    found = periods(text)
    return found[0].text if found and found[0].start <= 12 else None


def _runs(block: Block) -> bool:
    """Whether a block is running text or an item of a list, in one column."""
    is_one = all(len(segments(line, _COLUMN_GAP)) == 1 for line in block.lines)
    is_item = block.role is Role.LIST_ITEM and block.marker is not None and not block.marker[:1].isdigit()
    return is_one and (is_prose(block.text) or (is_item and len(block.text.split()) > 2))


def _in_one(block: Block, frames: Sequence[Box]) -> bool:
    """Whether all lines of a block stand in the same frame."""
    return len({smallest(frames, line.box) for line in block.lines}) == 1
