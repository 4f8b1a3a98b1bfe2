"""What readers read: the document's blocks and tables in one flow, with its furniture and spelling."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from corpus.geometry import hull
from corpus.pages import Block, Line, Page, Role, Rule, Table
from extract.furniture import Furniture, find_furniture
from extract.laid import LaidText, laid
from extract.layout import lay_out, table_boxes
from extract.lines import Spelling, learn_spelling, lines_of
from extract.pdf import Facts
from extract.tables import find_grids, join_grids
from models.language import common_words


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
    marks: tuple[Line, ...] = ()  # lines at the edges of any page, and turned ones: where a marking may stand

    @property
    def blocks(self) -> Iterator[Block]:
        return (item for item in self.flow if isinstance(item, Block))

    @property
    def tables(self) -> Iterator[Table]:
        return (item for item in self.flow if isinstance(item, Table))

    def read(self, lines: Sequence[Line]) -> LaidText:
        """Lines as text with places."""
        return laid(lines, self.spelling)


def read_content(facts: Facts, pages: Sequence[Page]) -> Content:
    """Part pages into furniture, tables and blocks, and put them into reading order."""
    spelling = learn_spelling(pages, common_words())
    tables = join_grids([grid for page in pages for grid in find_grids(page)])
    taken = table_boxes(tables)
    furniture = find_furniture(pages, taken)
    by_page: dict[int, list[Table]] = {}
    for table in tables:
        by_page.setdefault(table.places[0][0], []).append(table)
    flow: list[Block | Table] = []
    for page in pages:
        layout = lay_out(page, furniture[page.number], taken.get(page.number, []), spelling)
        waiting = sorted(by_page.get(page.number, []), key=lambda t: t.places[0][1].top)
        for block in layout.blocks:
            if block.role is not Role.FOOTNOTE:
                while waiting and waiting[0].places[0][1].top < block.box.top:
                    flow.append(waiting.pop(0))
            flow.append(block)
        flow.extend(waiting)
    first = pages[0]
    upright = [word for word in first.words if word.angle == 0]
    return Content(
        facts,
        tuple(flow),
        furniture,
        tuple(lines_of(upright, first.number)),
        first.rules,
        (first.width, first.height),
        spelling,
        tuple(line for page in pages for line in _where_markings_stand(page)),
    )


def _where_markings_stand(page: Page) -> Iterator[Line]:
    """Lines near the top and the foot of a page, and runs of turned words: stamps. Not only what comes again is in force."""
    edge = [
        w
        for w in page.words
        if w.angle == 0 and (w.box.bottom <= 0.11 * page.height or w.box.top >= 0.87 * page.height)
    ]
    yield from lines_of(edge, page.number)
    for key, run in groupby((w for w in page.words if w.angle), key=lambda w: (w.angle, w.font)):
        del key
        words = tuple(run)
        yield Line(page.number, words, hull(w.box for w in words))
