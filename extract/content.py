"""What readers read: the document's blocks and tables in one flow, with its furniture and spelling."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from corpus.geometry import Box
from corpus.pages import Block, Line, Page, Rule, Table, Word
from extract.columns import Kind, Known
from extract.furniture import Furniture, find_furniture
from extract.headers import columns_known
from extract.headings import leveled
from extract.laid import LaidText, laid
from extract.layout import PageLayout, lay_out, table_boxes
from extract.lines import Spelling, learn_spelling, lines_of, words_text
from extract.pdf import Facts
from extract.roles import assigned
from extract.tables import Grid, find_grids, join_grids
from extract.tags import read_tags
from extract.unruled import find_stacked, find_unruled, segments
from models.language import common_words

_LEAST_SHOWN = {Kind.COLUMNS: 3, Kind.SIDE: 2, Kind.MARGIN: 1}  # how often a gutter stands before it is known again
_MOST_INDENT_PT = 60.0  # a column that begins further to the right is another one
_EDGE_SHARE = 0.065  # of a page's height: what stands so near its top is a running header, recognized or not


@dataclass(frozen=True, slots=True)
class Content:
    """One document as its readers see it.

    `flow` holds blocks and tables in reading order; a table stands where its first part does. `cover` holds the lines of
    the first page as they run across it, furniture included.
    """

    facts: Facts
    flow: tuple[Block | Table, ...]
    furniture: Mapping[int, Furniture]
    cover: tuple[Line, ...]
    cover_rules: tuple[Rule, ...]
    cover_size: tuple[float, float]
    spelling: Spelling
    pages: tuple[Page, ...] = ()  # as they were read, for readers that look at grounds and frames

    @property
    def blocks(self) -> Iterator[Block]:
        return (item for item in self.flow if isinstance(item, Block))

    @property
    def tables(self) -> Iterator[Table]:
        return (item for item in self.flow if isinstance(item, Table))

    def read(self, lines: Sequence[Line]) -> LaidText:
        """Lines as text with places."""
        return laid(lines, self.spelling)


def read_content(facts: Facts, pages: Sequence[Page], *, learned: bool = True) -> Content:
    """Part pages into furniture, tables and blocks, and put them into reading order.

    Args:
        facts: of the file.
        pages: all of them, in order.
        learned: roles by the trained model; by rules alone if not.
    """
    spelling = learn_spelling(pages, common_words())
    tables = find_tables(pages)
    furniture, layouts = lay_out_pages(pages, tables, spelling)
    begins: dict[tuple[int, int], Table] = {}  # page and place among its taken boxes, to the table that begins there
    places: dict[int, int] = {}
    for table in tables:
        for number, (page_number, _) in enumerate(table.places):
            at = places.setdefault(page_number, 0)
            places[page_number] += 1
            if number == 0:
                begins[(page_number, at)] = table
    flow: list[Block | Table] = []
    for layout in assigned(layouts, pages, spelling, learned=learned):
        for item in layout.items:
            if item.block is not None:
                flow.append(item.block)
            elif item.taken is not None and (layout.page, item.taken) in begins:
                flow.append(begins[(layout.page, item.taken)])
    first = pages[0]
    upright = [word for word in first.words if word.angle == 0]
    return Content(
        facts,
        leveled(_aligned(flow), spelling, read_tags(pages), facts.bookmarks),
        furniture,
        tuple(lines_of(upright, first.number)),
        first.rules,
        (first.width, first.height),
        spelling,
        tuple(pages),
    )


def lay_out_pages(
    pages: Sequence[Page], tables: Sequence[Table], spelling: Spelling
) -> tuple[Mapping[int, Furniture], list[PageLayout]]:
    """Furniture and layout of all pages, tables taken out; roles are those of the layout alone."""
    taken = table_boxes(tables)
    furniture = find_furniture(pages, taken)
    layouts = [lay_out(p, furniture[p.number], taken.get(p.number, []), spelling) for p in pages]
    known = _gutters([gutter for layout in layouts for gutter in layout.gutters])
    if known:
        layouts = [lay_out(p, furniture[p.number], taken.get(p.number, []), spelling, known) for p in pages]
    return furniture, layouts


def _gutters(shown: Sequence[Known]) -> list[Known]:
    """The gutters that a document has: those of columns that stand again and again, and any with side headings or remarks."""
    kept: list[Known] = []
    for gutter in sorted(shown, key=lambda g: (g.kind, g.x)):
        alike = [g for g in shown if g.kind is gutter.kind and abs(g.x - gutter.x) <= 2]
        often = len(alike) >= _LEAST_SHOWN[gutter.kind]
        if often and not any(k.kind is gutter.kind and abs(k.x - gutter.x) <= 2 for k in kept):
            kept.append(gutter)
    return kept


def _aligned(flow: Sequence[Block | Table]) -> list[Block | Table]:
    """Blocks with the left edges of columns as the document has them: a page of nothing but points below a paragraph shows
    no edge of its own."""
    edges = sorted({item.left for item in flow if isinstance(item, Block)})

    def edge(left: float) -> float:
        return next(candidate for candidate in edges if left - _MOST_INDENT_PT <= candidate)

    return [replace(item, left=edge(item.left)) if isinstance(item, Block) else item for item in flow]


def find_tables(pages: Sequence[Page]) -> tuple[Table, ...]:
    """The tables of a document: those with rules first, then those that only white space parts."""
    ruled = [grid for page in pages for grid in _outer(find_grids(page))]
    taken: dict[int, list[Box]] = {}
    for grid in ruled:
        taken.setdefault(grid.page, []).append(grid.box)
    furniture = find_furniture(pages, taken)
    free = {page.number: _free_words(page, taken.get(page.number, []), furniture[page.number]) for page in pages}
    unruled = find_unruled(pages, free)
    for page in pages:
        taken_here = [*taken.get(page.number, ()), *(g.box for g in unruled if g.page == page.number)]
        words = [w for w in free[page.number] if not any(box.grown(1).holds_center_of(w.box) for box in taken_here)]
        unruled += find_stacked(page, words)

    heights = {page.number: page.height for page in pages}

    def text_above(grid: Grid) -> bool:
        edge = _EDGE_SHARE * heights[grid.page]
        return any(edge < word.box.bottom < grid.box.top for word in free[grid.page])

    grids = sorted([*ruled, *unruled], key=lambda grid: (grid.page, grid.box.top, grid.box.x0))
    return join_grids(grids, text_above)


def _outer(grids: Sequence[Grid]) -> list[Grid]:
    """Grids without those that stand within a cell of another one: their words are that cell's."""
    return [
        grid for grid in grids if not any(other is not grid and other.box.grown(1).holds(grid.box) for other in grids)
    ]


def _free_words(page: Page, taken: Sequence[Box], furniture: Furniture) -> list[Word]:
    """Upright words outside tables and furniture. A table's header that each page repeats looks like a running header: it
    is none."""
    kept: set[Word] = set()
    for position, line in enumerate(furniture.header):
        if columns_known([words_text(words) for words in segments(line)]):
            kept = {word for below in furniture.header[position:] for word in below.words}
            break
    return [
        word
        for position, word in enumerate(page.words)
        if word.angle == 0
        and (position not in furniture.words or word in kept)
        and not any(box.holds_center_of(word.box) for box in taken)
    ]
