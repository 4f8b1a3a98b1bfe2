"""What was seen on one page: words, rules, cells of tables, and blocks with their order, role and level.

For finding out why a paper is read as it is. All boxes are those of the page as displayed, also where a scan was turned to
be read.
"""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from corpus.contract import SCHEMA, block_json, box_json
from corpus.errors import UsageError
from corpus.geometry import Box
from corpus.pages import Block, Page, Rule, Table, Word
from extract import door
from extract.papers import read_paper
from extract.pdf import open_pdf
from extract.render import Picture, render
from extract.scans.engines import DEFAULT, Setting
from extract.scans.legible import Legible
from extract.sequence import layout_of

_SCALE = 2.0  # pixels a point


@dataclass(frozen=True, slots=True)
class SeenCell:
    """What a cell of a table covers on the page; `table`, `row` and `column` count from 1 in the document's tables."""

    table: int
    row: int
    column: int
    rows: int
    columns: int
    box: Box


@dataclass(frozen=True, slots=True)
class Explanation:
    """One page as it was read. `read_by` is `text` (the file's own), `ocr`, `scanner`, or `nothing`."""

    page: int
    width: float
    height: float
    read_by: str
    words: tuple[Word, ...]
    rules: tuple[Rule, ...]
    cells: tuple[SeenCell, ...]
    blocks: tuple[Block, ...]
    picture: Picture


def explain(
    source: Path | bytes, number: int, *, max_pages: int = door.MOST_PAGES, ocr: Setting = DEFAULT
) -> Explanation:
    """Read a document as `extract.pipeline.extract` does, and say what was seen on one page of it.

    Args:
        source: the file or its bytes.
        number: the page, from 1.
        max_pages: a longer document is refused.
        ocr: what reads pages without usable text.

    Raises:
        FileOutcome: the file is refused, or can't be read.
        UsageError: it has no such page.
    """
    with open_pdf(source) as pdf:
        if not 1 <= number <= len(pdf):
            raise UsageError(f"there is no page {number}.", remedy=f"Give a page from 1 to {len(pdf)}.")
    paper = read_paper(source, max_pages, ocr)
    page = paper.legible.pages[number - 1]
    width, height = (page.width, page.height) if page.turn is None else (page.turn.width, page.turn.height)
    with open_pdf(source) as pdf:
        picture = render(pdf, number, _SCALE, color=True)
    return Explanation(
        number,
        width,
        height,
        _read_by(page, paper.legible),
        tuple(replace(word, box=_shown(page, word.box)) for word in page.words),
        tuple(replace(rule, box=_shown(page, rule.box)) for rule in page.rules),
        tuple(
            replace(cell, box=_shown(page, cell.box))
            for position, table in enumerate(paper.content.tables, start=1)
            for cell in _cells(table, position, number)
        ),
        tuple(replace(b, box=_shown(page, b.box)) for b in layout_of(paper.content).blocks if b.page == number),
        picture,
    )


def _shown(page: Page, box: Box) -> Box:
    return box if page.turn is None else page.turn.back(box).rounded()


def _read_by(page: Page, legible: Legible) -> str:
    if page.number in legible.certainty:
        return "ocr"
    if page.number in legible.by_scanner:
        return "scanner"
    return "text" if page.words else "nothing"


def _cells(table: Table, position: int, number: int) -> list[SeenCell]:
    return [
        SeenCell(position, cell.row + 1, cell.column + 1, cell.row_span, cell.column_span, part.box)
        for cell in table.cells
        for part in cell.parts
        if part.page == number
    ]


def explanation_json(seen: Explanation) -> dict[str, Any]:
    """What was seen, without the picture; blocks as in section 1 of the contract."""
    return {
        "schema": SCHEMA,
        "page": seen.page,
        "width": seen.width,
        "height": seen.height,
        "read_by": seen.read_by,
        "words": [
            {
                "text": word.text,
                "bbox": box_json(word.box),
                "font": word.font.name,
                "size": word.font.size_pt,
                "bold": word.font.bold,
                "italic": word.font.italic,
                "angle": word.angle,
                "mark": word.is_mark,
                "struck": word.is_struck,
            }
            for word in seen.words
        ],
        "rules": [box_json(rule.box) for rule in seen.rules],
        "cells": [
            {
                "table": cell.table,
                "row": cell.row,
                "column": cell.column,
                "rows": cell.rows,
                "columns": cell.columns,
                "bbox": box_json(cell.box),
            }
            for cell in seen.cells
        ],
        "blocks": [block_json(block) for block in seen.blocks],
    }
