"""What a page holds: words, rules, lines, blocks, tables, in points from the top left of the page as displayed."""

from dataclasses import dataclass, field
from enum import StrEnum

from corpus.geometry import Box, Turn
from corpus.quick import quick


class Role(StrEnum):
    """What a block is for, in the contract's names."""

    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    TABLE = "table"
    CAPTION = "caption"
    CALLOUT = "callout"
    PULL_QUOTE = "pull_quote"
    FIGURE_TEXT = "figure_text"
    FOOTNOTE = "footnote"
    HEADER = "header"
    FOOTER = "footer"
    TOC = "toc"
    ABBREVIATION = "abbreviation"


class Evidence(StrEnum):
    """What decided that a block is a heading or list item, and its level."""

    TAGS = "tags"  # the PDF's own structure tree
    BOOKMARK = "bookmark"  # an entry of its outline
    NUMBERING = "numbering"  # its enumerator or label: "2.1", "(a)", "Article 4"
    STYLE = "style"  # size, weight, capitals, underline, indentation


@dataclass(frozen=True, slots=True)
class Element:
    """The part of a structure element that stands on one page (PDF 32000-1, 14.7 and 14.8.4).

    `place` are the positions of its ancestors and itself among their siblings, from the root: the same on each page that it
    touches. `types` are their standard types, e.g. ("Document", "L", "LI", "LBody"). `content` are the ids of the marked
    content that it holds itself, in its order.
    """

    page: int
    place: tuple[int, ...]
    types: tuple[str, ...]
    content: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Bookmark:
    """An entry of the document's outline. `depth` counts from 1; `page` from 1, None where it leads nowhere."""

    title: str
    page: int | None
    depth: int


@quick
@dataclass(frozen=True, slots=True)
class Font:
    """How a run of letters is set. `size_pt` is as displayed; `color` is 0xRRGGBB."""

    name: str
    size_pt: float
    bold: bool = False
    italic: bool = False
    color: int = 0


@quick
@dataclass(frozen=True, slots=True)
class Word:
    """Letters without white space between them.

    `angle` is the direction of writing in degrees clockwise on the displayed page (0 upright text).
    `is_mark`: a raised small digit or sign, the mark of a footnote.
    `is_struck`: a rule runs through its middle. `ends_line` tells that a hyphen at its end stands at a line's end.
    `glued`: no white space parts it from the word before it in the line. `content` is the id of the marked content of its
    page that it belongs to, by which the structure tree of a tagged PDF knows it.
    """

    text: str
    box: Box
    font: Font
    angle: int = 0
    is_mark: bool = False
    is_struck: bool = False
    glued: bool = False
    is_underlined: bool = False
    content: int | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight thin line that is drawn: horizontal where the box is wider than high."""

    box: Box
    color: int = 0

    @property
    def is_horizontal(self) -> bool:
        return self.box.width >= self.box.height


@dataclass(frozen=True, slots=True)
class Fill:
    """A filled rectangle larger than a rule: the ground of a box or of a header row."""

    box: Box
    color: int


@dataclass(frozen=True, slots=True)
class Page:
    """One page as displayed. `number` counts from 1; `images` are the boxes of pictures.

    `stamps` are the texts of stamps that say what they say only as an annotation, without letters on the page; `elements`
    the parts of the structure tree that stand here. `under` are words that stand under a picture and are not seen: those
    that a scanner has read. `turn` says how the page was turned to be read off its picture: all boxes are then those of the
    turned page, and lead back to the page as displayed by `Turn.back`.
    """

    number: int
    width: float
    height: float
    words: tuple[Word, ...]
    rules: tuple[Rule, ...] = ()
    fills: tuple[Fill, ...] = ()
    images: tuple[Box, ...] = ()
    stamps: tuple[str, ...] = ()
    elements: tuple[Element, ...] = ()
    under: tuple[Word, ...] = ()
    turn: Turn | None = None


@quick
@dataclass(frozen=True, slots=True)
class Line:
    """Words side by side on one base line, from left to right."""

    page: int
    words: tuple[Word, ...]
    box: Box

    @property
    def size_pt(self) -> float:
        """The size in which most of its letters are set."""
        first = self.words[0].font.size_pt
        if all(word.font.size_pt == first for word in self.words):
            return first
        weight: dict[float, int] = {}
        for word in self.words:
            if not word.is_mark:
                weight[word.font.size_pt] = weight.get(word.font.size_pt, 0) + len(word.text)
        return max(weight, key=lambda size: weight[size]) if weight else self.words[0].font.size_pt

    @property
    def bold(self) -> bool:
        """Whether most of its letters are bold."""
        return 2 * sum(len(w.text) for w in self.words if w.font.bold) > sum(len(w.text) for w in self.words)


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that belong together: a paragraph, a heading, a list item, a footnote, a running header.

    `text` is what a reader would type. `order` is its place in the reading order of the document, tables counted. Headings
    and list items have a `level` (1 for those below nothing but the document), the `order` of the block that they stand
    below as `parent` (None at level 1), and the `evidence` that decided it. `left` is the left edge of its column, in points.
    `continues` is the order of the block whose text this one goes on with, over a column or page.
    """

    order: int
    page: int
    role: Role
    text: str
    box: Box
    lines: tuple[Line, ...] = ()
    level: int | None = None
    marker: str | None = None
    parent: int | None = None
    evidence: Evidence | None = None
    left: float = 0.0
    continues: int | None = None

    @property
    def indent(self) -> float:
        """How far its first line stands in from the left edge of its column, in points."""
        return (self.lines[0].box.x0 if self.lines else self.box.x0) - self.left


@dataclass(frozen=True, slots=True)
class CellPart:
    """What a cell holds on one page."""

    page: int
    box: Box
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table, perhaps over several rows or columns, with a part on each page that it touches."""

    row: int
    column: int
    parts: tuple[CellPart, ...]
    row_span: int = 1
    column_span: int = 1

    @property
    def lines(self) -> tuple[Line, ...]:
        if len(self.parts) == 1:
            return self.parts[0].lines
        return tuple(line for part in self.parts for line in part.lines)


@dataclass(frozen=True, slots=True)
class Table:
    """A table, joined over the pages that it runs on.

    `header` counts its first rows that the pages repeat, or that are set apart by ground or weight; `places` holds the
    page and box of each of its parts, in order.
    """

    rows: int
    columns: int
    cells: tuple[Cell, ...]
    places: tuple[tuple[int, Box], ...]
    header: int = 0
    _by_row: dict[int, list[Cell]] = field(default_factory=dict, init=False, repr=False, compare=False)

    def row(self, number: int) -> tuple[Cell, ...]:
        """The cells that touch a row, from left to right."""
        if not self._by_row:
            by_row: dict[int, list[Cell]] = {}
            for cell in sorted(self.cells, key=lambda cell: cell.column):
                for row in range(cell.row, cell.row + cell.row_span):
                    by_row.setdefault(row, []).append(cell)
            self._by_row.update(by_row)
        return tuple(self._by_row.get(number, ()))


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row of a table: `number` counts from 1, `cells` has a text for each column, `places` the page and box of each of
    its parts.

    `is_header`: it names the columns.
    """

    number: int
    is_header: bool
    cells: tuple[str, ...]
    places: tuple[tuple[int, Box], ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """What a document's pages show, for those who ask for more than records: `blocks` in reading order, running headers and
    footers among them and without their lines, and the rows of each of its `tables`."""

    blocks: tuple[Block, ...]
    tables: tuple[tuple[TableRow, ...], ...]
