"""What is read from a paper of results: sentences, tiles and rows with their numbers, each with the part that it belongs to."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from corpus.lexicon import Lexicon
from corpus.pages import Cell, Role, Table
from corpus.records import Notice
from extract.content import Content
from extract.cover import Cover
from extract.figures.parts import PROGRAMME, Scope, action_days_in, is_unnamed, says_results, scope_of_title
from extract.laid import LaidText
from extract.numbers import Quantity, bare_quantity, quantities
from extract.periods import is_cycle, is_span, periods, reported

_FIRST = 6  # texts in which a paper without a telling title says what it is about


@dataclass(slots=True)
class Part:
    """What figures belong to: a box or a part of the paper. `period` is the time for which it reports, as printed."""

    scope: str
    is_days: bool = False
    period: str | None = None


@dataclass(slots=True)
class Told:
    """A sentence, tile or row with its numbers. `whats` names what they count where that is known without parsing.

    `is_tile`: number and label are set apart from running text. `is_aside`: a short text beside tiles, which may only compare.
    """

    read: LaidText
    found: tuple[Quantity, ...]
    part: Part
    whats: tuple[str | None, ...] | None = None
    period: str | None = None
    is_tile: bool = False
    is_aside: bool = False


@dataclass(slots=True)
class Paper:
    """What is read from a paper, and what holds for all of it. `has_cover`: its first page is that of an official paper."""

    content: Content
    lexicon: Lexicon
    title: str
    language: str
    whole: Part
    has_cover: bool = False
    told: list[Told] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)

    def quantities(self, text: str) -> tuple[Quantity, ...]:
        return quantities(text, self.language)

    def bare(self, text: str) -> Quantity | None:
        return bare_quantity(text, self.language)

    def part(self, scope: Scope) -> Part:
        """The part that a heading opens."""
        if scope.name is None:
            return self.whole
        return Part(scope.name, scope.is_days, scope.period.text if scope.period else None)

    def cell_text(self, cell: Cell | None) -> str:
        return self.content.read(cell.lines).text if cell is not None else ""

    def texts(self, table: Table) -> dict[tuple[int, int], str]:
        """The texts of a table's cells by row and column."""
        return {(cell.row, cell.column): self.cell_text(cell) for cell in table.cells if cell.lines}


def open_paper(content: Content, cover: Cover, lexicon: Lexicon) -> Paper:
    """A paper of which nothing is read yet but its front: its scope and its period."""
    title = cover.title or ""
    scope = scope_of_title(title)
    if not says_results(title) and not re.search(r"\bEMPACT\b", title):
        scope = next((s for text in islice(_texts(content), _FIRST) if (s := action_days_in(text)).is_days), scope)
    whole = Part(scope.name or PROGRAMME, scope.is_days)
    paper = Paper(content, lexicon, title, cover.language or "en", whole, cover.has_labels)
    paper.whole.period = _period_of(paper)
    return paper


def _period_of(paper: Paper) -> str | None:
    """The time that the title names, else, for action days, the first span of days; else the year named most often."""
    in_title = [p for p in periods(paper.title) if not is_cycle(p.text)]
    if in_title and is_unnamed(paper.whole.scope):
        return in_title[-1].text
    days = [p for text in _texts(paper.content) for p in periods(text) if p.grain == "days" and is_span(p)]
    if paper.whole.is_days and days:
        return days[0].text
    if in_title:
        return in_title[-1].text
    spans = [p.text for p in periods(paper.title) if says_results(paper.title)]
    if spans:
        return spans[-1]  # the results of a whole cycle
    years = Counter(p.text for text in _texts(paper.content) for p in reported(text) if p.grain == "years")
    return years.most_common(1)[0][0] if years else None


def _texts(content: Content) -> Iterator[str]:
    return (block.text for block in content.blocks if block.role not in (Role.HEADER, Role.FOOTER, Role.FOOTNOTE))
