"""A magazine of two columns: items flow into columns, boxes and headings may cross them, footnotes stand at the foot.

What is drawn is noted as blocks in reading order, then drawn in a shuffled order, as magazine programs do.
"""

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import pdfplumber
from reportlab.lib.colors import Color, HexColor
from reportlab.pdfgen.canvas import Canvas

from tests.golden.unseen.make.assessment_text import Chapter, Item
from tests.golden.unseen.make.lines import Face, Line, break_lines, draw_lines, font, marks, spell

WIDTH, HEIGHT = 595.3, 841.9
INK, ACCENT, TINT, DARK = HexColor("#222222"), HexColor("#b4451f"), HexColor("#f6eddc"), HexColor("#3b3a45")
LEFT, COLUMN, GUTTER, TOP, BOTTOM = 56.0, 230.0, 24.0, 74.0, 772.0
CROSS = 2 * COLUMN + GUTTER

Box = tuple[float, float, float, float]


@dataclass
class Block:
    """One block of the finished page; ``continues`` is the block whose paragraph it goes on with."""

    page: int
    role: str
    text: str
    box: Box
    item: Item | None = None
    continues: "Block | None" = None


@dataclass
class Page:
    """Blocks by their place on the page, and what draws them."""

    number: int
    tab: str
    top: list[Block] = field(default_factory=list)
    columns: list[Block] = field(default_factory=list)
    bottom: list[Block] = field(default_factory=list)
    feet: list[Block] = field(default_factory=list)
    shapes: list[Callable[[Canvas], None]] = field(default_factory=list)
    words: list[Callable[[Canvas], None]] = field(default_factory=list)
    notes: list[int] = field(default_factory=list)


def faces() -> dict[str, Face]:
    """The faces of the magazine."""
    serif, italic = font("Liberation Serif"), font("Liberation Serif:italic")
    narrow, sans, bold = font("Liberation Sans Narrow:bold"), font("Liberation Sans"), font("Liberation Sans:bold")
    return {
        "body": Face(serif, 10.2, 13.6, ligatures=True),
        "note": Face(serif, 7.6, 9.2),
        "chapter": Face(narrow, 27, 31),
        "area": Face(narrow, 14, 17),
        "threat": Face(narrow, 12.5, 15),
        "section": Face(bold, 10.5, 13.5),
        "quote": Face(italic, 14, 18),
        "box": Face(sans, 8.8, 12),
        "box title": Face(bold, 8.8, 12),
        "figure": Face(sans, 7.6, 10),
        "caption": Face(italic, 8.6, 11),
        "small": Face(sans, 7.2, 9),
    }


@dataclass
class Layout:
    """One pass over the story; ``notes_of`` and ``low_of``, by page, are what the pass before put at the foot."""

    footnotes: dict[int, str]
    notes_of: dict[int, list[int]]
    low_of: dict[int, Item]
    first_page: int
    pages: list[Page] = field(default_factory=list)
    column: int = 0
    y: float = 0.0
    floor_top: float = TOP
    column_end: float | None = None
    seen_low: dict[int, Item] = field(default_factory=dict)
    starts: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.face = faces()

    # --- pages and columns

    @property
    def page(self) -> Page:
        return self.pages[-1]

    def _new_page(self, tab: str) -> None:
        self.pages.append(Page(self.first_page + len(self.pages), tab))
        self.column, self.y, self.floor_top = 0, TOP, TOP

    def _floor(self) -> float:
        number = self.page.number
        floor = BOTTOM
        notes = self.notes_of.get(number, [])
        if notes:
            floor -= 12 + sum(len(self._note_lines(note)) for note in notes) * self.face["note"].leading
        low = self.low_of.get(number)
        if low:
            floor -= self._box_height(low, CROSS) + 14
        return min(floor, self.column_end or floor)

    def _next_column(self) -> None:
        if self.column == 0:
            self.column, self.y = 1, self.floor_top
        else:
            self._new_page(self.page.tab)

    @property
    def x(self) -> float:
        return LEFT + self.column * (COLUMN + GUTTER)

    def _need(self, height: float) -> None:
        if self.y + height > self._floor():
            self._next_column()

    # --- items

    def chapter(self, chapter: Chapter) -> None:
        """A chapter begins on a page of its own, with its title across the columns."""
        self.column_end = chapter.column_end
        self._new_page(chapter.tab)
        self.starts[chapter.title] = self.page.number
        face = self.face["chapter"]
        lines = break_lines(face, chapter.title, CROSS, hyphenate=False)
        self._words(self.page.top, "heading", lines, face, LEFT, TOP, CROSS, color=DARK)
        top = TOP + face.leading * len(lines)
        self.page.shapes.append(partial(_rule, x0=LEFT, y=top + 4, x1=LEFT + 90, weight=3, color=ACCENT))
        self.y = self.floor_top = top + 20
        for position, item in enumerate(chapter.items):
            self._item(item, first=position == 0 and chapter.title == "Foreword")

    def _item(self, item: Item, *, first: bool) -> None:
        if item.kind == "paragraph":
            self._flow(item, "paragraph", drop=first)
        elif item.kind == "list_item":
            self._flow(item, "list_item")
        elif item.kind in ("area", "threat", "section"):
            self._heading(item)
        elif item.kind == "pull_quote":
            self._quote(item)
        elif item.kind == "figure":
            self._figure(item)
        elif item.full_width:
            self.seen_low.setdefault(self.page.number, item)
        else:
            height = self._box_height(item, COLUMN)
            self._need(height + 6)
            self._box(self.page.columns, item, self.x, self.y + 3, COLUMN)
            self.y += height + 12

    def _flow(self, item: Item, role: str, *, drop: bool = False) -> None:
        face = self.face["body"]
        indent = 12.0 if role == "list_item" else 0.0
        cap = item.text[0] if drop else ""
        cap_face = Face(self.face["chapter"].name, 45, 41)
        gap = cap_face.width(cap) + 5 if cap else 0.0
        lines = break_lines(face, item.text[len(cap) :], COLUMN - indent, indents=(gap,) * 3 if cap else ())
        before: Block | None = None
        done: list[Line] = []
        while lines:
            room = int((self._floor() - self.y) // face.leading)
            take = len(lines) if room >= len(lines) else room
            if take < len(lines) and len(lines) - take == 1:
                take -= 1
            if take < min(2, len(lines)):
                self._next_column()
                continue
            now, lines = lines[:take], lines[take:]
            head = "cut" if done and done[-1].pieces[-1].cut else ""
            text = spell(now, head, lines)
            if cap and before is None:
                text = cap + text
            block = self._words(
                self.page.columns,
                role,
                now,
                face,
                self.x + indent,
                self.y,
                COLUMN - indent,
                justify=True,
                item=item,
                text=text,
            )
            block.continues = before
            before = before or block
            if cap and len(done) == 0:
                self.page.words.append(_later_cap(cap_face, cap, self.x, self.y + 2 * face.leading + face.size))
            if indent and not done:
                self.page.words.append(_later_bullet(face, self.x, self.y))
            self.page.notes += marks(now)
            self.y += take * face.leading
            done += now
            if lines:
                self._next_column()
        self.y += 3 if role == "list_item" else 6.5

    def _heading(self, item: Item) -> None:
        face = self.face[item.kind]
        text = f"{item.number} {item.text}" if item.number else item.text
        pad = 7.0 if item.kind == "area" else 0.0
        lines = break_lines(face, text, COLUMN - 2 * pad, hyphenate=False)
        height = len(lines) * face.leading + 2 * pad * 0.6
        if self.y > self.floor_top:
            self.y += 8
        self._need(height + 4 + 3 * self.face["body"].leading)
        if item.number:
            self.starts[f"{item.number} {item.text}"] = self.page.number
        if item.kind == "area":
            box = (self.x, self.y, self.x + COLUMN, self.y + height)
            self.page.shapes.append(partial(_fill, box=box, color=ACCENT))
        color = HexColor("#ffffff") if item.kind == "area" else ACCENT if item.kind == "threat" else DARK
        self._words(
            self.page.columns,
            "heading",
            lines,
            face,
            self.x + pad,
            self.y + pad * 0.6,
            COLUMN - 2 * pad,
            color=color,
            item=item,
        )
        self.y += height + 5

    def _quote(self, item: Item) -> None:
        face = self.face["quote"]
        lines = break_lines(face, item.text, COLUMN - 20, hyphenate=False)
        height = len(lines) * face.leading
        self._need(height + 22)
        top = self.y + 9
        self._words(
            self.page.columns,
            "pull_quote",
            lines,
            face,
            self.x + 10,
            top,
            COLUMN - 20,
            color=ACCENT,
            center=True,
            item=item,
        )
        x, low = self.x, top + height + 5
        self.page.shapes.append(partial(_rule, x0=x, y=top - 3, x1=x + COLUMN, weight=0.8, color=DARK))
        self.page.shapes.append(partial(_rule, x0=x, y=low, x1=x + COLUMN, weight=0.8, color=DARK))
        self.y += height + 24

    def _box_height(self, item: Item, width: float) -> float:
        lines = break_lines(self.face["box"], item.text, width - 20, hyphenate=False)
        return 16 + self.face["box title"].leading + 2 + len(lines) * self.face["box"].leading

    def _box(self, into: list[Block], item: Item, x: float, y: float, width: float) -> None:
        title, face = self.face["box title"], self.face["box"]
        heads = break_lines(title, item.title or "", width - 20, hyphenate=False)
        lines = break_lines(face, item.text, width - 20, hyphenate=False)
        box = (x, y, x + width, y + self._box_height(item, width))
        self.page.shapes.append(partial(_fill, box=box, color=TINT, dashed=True))
        text = f"{item.title} {item.text}"
        into.append(Block(self.page.number, "callout", text, box, item))
        baseline = y + 8 + title.size
        under = baseline + title.leading + 2

        def draw(canvas: Canvas) -> None:
            canvas.setFillColor(ACCENT)
            draw_lines(canvas, title, heads, x + 10, HEIGHT - baseline, width - 20, justify=False)
            canvas.setFillColor(INK)
            draw_lines(canvas, face, lines, x + 10, HEIGHT - under, width - 20, justify=False)

        self.page.words.append(draw)

    def _figure(self, item: Item) -> None:
        face, caption = self.face["figure"], self.face["caption"]
        lines = break_lines(caption, item.text, COLUMN, hyphenate=False)
        height = 22 + 16 * len(item.values) + 8
        self._need(height + len(lines) * caption.leading + 20)
        x, y = self.x, self.y + 4
        box = (x, y, x + COLUMN, y + height)
        self.page.shapes.append(partial(_frame, box=box))
        title = break_lines(face, item.title or "", COLUMN - 16, hyphenate=False)
        self._words(self.page.columns, "figure_text", title, face, x + 8, y + 6, COLUMN - 16, color=DARK)
        most = max(value for _, value in item.values)
        for position, (name, value) in enumerate(item.values):
            row = y + 24 + 16 * position
            bar = (x + 72, row, x + 72 + 110 * value / most, row + 10)
            self.page.shapes.append(partial(_fill, box=bar, color=ACCENT))
            for text, at in ((name, x + 8), (str(value), bar[2] + 5)):
                self._words(
                    self.page.columns, "figure_text", break_lines(face, text, 90), face, at, row, face.width(text)
                )
        self.y = y + height + 4
        self._words(self.page.columns, "caption", lines, caption, x, self.y, COLUMN, item=item)
        self.y += len(lines) * caption.leading + 12

    # --- foot of a page

    def _note_lines(self, note: int) -> list[Line]:
        return break_lines(self.face["note"], f"{note} {self.footnotes[note]}", CROSS)

    def finish(self) -> None:
        """Put bottom boxes, footnotes, headers, footers and tabs on the pages."""
        for page in self.pages:
            self.pages.append(page)  # `self.page` is the last one
            low = self.low_of.get(page.number)
            face = self.face["note"]
            notes = self.notes_of.get(page.number, [])
            rows = [(note, self._note_lines(note)) for note in notes]
            y = BOTTOM - sum(len(lines) for _, lines in rows) * face.leading
            if low:
                height = self._box_height(low, CROSS)
                self._box(page.bottom, low, LEFT, (y - 12 if rows else BOTTOM) - height, CROSS)
            if rows:
                page.shapes.append(partial(_rule, x0=LEFT, y=y - 5, x1=LEFT + 110, weight=0.5, color=INK))
            for note, lines in rows:
                self._words(page.feet, "footnote", lines, face, LEFT, y, CROSS, text=self.footnotes[note])
                y += len(lines) * face.leading
            self.pages.pop()

    # --- words

    def _words(
        self,
        into: list[Block],
        role: str,
        lines: list[Line],
        face: Face,
        x: float,
        y: float,
        width: float,
        *,
        justify: bool = False,
        center: bool = False,
        color: Color = INK,
        item: Item | None = None,
        text: str | None = None,
    ) -> Block:
        box = (x, y, x + width, y + len(lines) * face.leading)
        block = Block(self.page.number, role, spell(lines) if text is None else text, box, item)
        into.append(block)
        baseline = HEIGHT - (y + face.size)

        def draw(canvas: Canvas) -> None:
            canvas.setFillColor(color)
            draw_lines(canvas, face, lines, x, baseline, width, justify=justify, center=center)

        self.page.words.append(draw)
        return block


def _later_cap(face: Face, cap: str, x: float, baseline: float) -> Callable[[Canvas], None]:
    def draw(canvas: Canvas) -> None:
        canvas.setFillColor(ACCENT)
        canvas.setFont(face.name, face.size)
        canvas.drawString(x, HEIGHT - baseline, cap)

    return draw


def _later_bullet(face: Face, x: float, y: float) -> Callable[[Canvas], None]:
    def draw(canvas: Canvas) -> None:
        canvas.setFillColor(ACCENT)
        canvas.rect(x + 1, HEIGHT - y - face.size + 1.5, 4, 4, stroke=0, fill=1)

    return draw


def _rule(canvas: Canvas, x0: float, y: float, x1: float, weight: float, color: Color) -> None:
    canvas.setStrokeColor(color)
    canvas.setLineWidth(weight)
    canvas.setDash()
    canvas.line(x0, HEIGHT - y, x1, HEIGHT - y)


def _fill(canvas: Canvas, box: Box, color: Color, *, dashed: bool = False) -> None:
    canvas.setFillColor(color)
    canvas.setStrokeColor(DARK)
    canvas.setLineWidth(0.6)
    canvas.setDash([3, 2] if dashed else [])
    canvas.rect(box[0], HEIGHT - box[3], box[2] - box[0], box[3] - box[1], stroke=1 if dashed else 0, fill=1)


def _frame(canvas: Canvas, box: Box) -> None:
    canvas.setStrokeColor(DARK)
    canvas.setLineWidth(0.6)
    canvas.setDash()
    canvas.rect(box[0], HEIGHT - box[3], box[2] - box[0], box[3] - box[1], stroke=1, fill=0)


def lay_out(chapters: list[Chapter], footnotes: dict[int, str], first_page: int) -> Layout:
    """Lay out until footnotes and bottom boxes stay where they are."""
    notes_of: dict[int, list[int]] = {}
    low_of: dict[int, Item] = {}
    for _ in range(6):
        layout = Layout(footnotes, notes_of, low_of, first_page)
        for chapter in chapters:
            layout.chapter(chapter)
        now = {page.number: page.notes for page in layout.pages if page.notes}
        low = low_of or layout.seen_low
        if (now, low) == (notes_of, low_of):
            layout.finish()
            return layout
        notes_of, low_of = now, low
    raise RuntimeError("footnotes move from page to page")


def draw_page(canvas: Canvas, page: Page, header: str, face: Face) -> tuple[Block, Block, Block]:
    """Draw a page: shapes, then words in a shuffled order; gives the blocks of header, turned tab and footer."""
    even = page.number % 2 == 0
    for shape in page.shapes:
        shape(canvas)
    width = face.width(header)
    x = LEFT if even else LEFT + CROSS - width

    def draw_header(on: Canvas) -> None:
        on.setFillColor(DARK)
        on.setFont(face.name, face.size)
        on.drawString(x, HEIGHT - 46, header)

    def draw_footer(on: Canvas) -> None:
        on.setFillColor(DARK)
        on.setFont(face.name, face.size)
        on.drawCentredString(WIDTH / 2, HEIGHT - 806, f"— {page.number} —")

    tab_x = 26.0 if even else WIDTH - 20

    def draw_tab(on: Canvas) -> None:
        on.saveState()
        on.translate(tab_x, HEIGHT - 300)
        on.rotate(90)
        on.setFillColor(ACCENT)
        on.setFont(face.name, face.size)
        on.drawString(0, 0, page.tab)
        on.restoreState()

    words = [*page.words, draw_header, draw_footer, draw_tab]
    random.Random(page.number).shuffle(words)
    for draw in words:
        draw(canvas)
    canvas.showPage()
    mark = f"— {page.number} —"
    half = face.width(mark) / 2
    return (
        Block(page.number, "header", header, (x, 46 - face.size, x + width, 48)),
        Block(page.number, "header", page.tab, (tab_x - face.size, 300 - face.width(page.tab), tab_x + 2, 300)),
        Block(page.number, "footer", mark, (WIDTH / 2 - half, 806 - face.size, WIDTH / 2 + half, 808)),
    )


def tighten(pdf: Path, blocks: list[Block]) -> None:
    """Draw the box of each block close to its letters, as measured in the finished PDF."""
    with pdfplumber.open(pdf) as opened:
        for page in opened.pages:
            letters = [char for char in page.chars if char["text"].strip()]
            for block in (block for block in blocks if block.page == page.page_number):
                x0, top, x1, bottom = block.box
                inside = [
                    char
                    for char in letters
                    if x0 - 1 <= (char["x0"] + char["x1"]) / 2 <= x1 + 1
                    and top - 1 <= (char["top"] + char["bottom"]) / 2 <= bottom + 1
                ]
                if not inside:
                    raise LookupError(f"page {block.page}: no letters where {block.text[:40]!r} was drawn")
                block.box = (
                    min(char["x0"] for char in inside),
                    min(char["top"] for char in inside),
                    max(char["x1"] for char in inside),
                    max(char["bottom"] for char in inside),
                )
            page.close()
