"""Papers made as Word files and set by LibreOffice: the sample corpus's Council papers, with inked texts.

A paper takes a text with its ink wherever ``CouncilPaper`` takes a string; borders of cells, merged cells and tables
within cells are added here.
"""

import datetime
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph

from corpus.sample.make import council
from tests.golden.layouts.make.inks import Text, dressed
from tests.golden.layouts.make.papers import Cover

__all__ = ["Cm", "InkPaper", "Pt", "RGBColor"]


class InkPaper(council.CouncilPaper):
    """A Council paper that knows inks and marks."""

    def line(self, text: Text, **how: Any) -> Paragraph:  # type: ignore[override]
        return super().line(text, **how)  # type: ignore[arg-type]

    def body(self, text: Text, **how: Any) -> Paragraph:  # type: ignore[override]
        return super().body(text, **how)  # type: ignore[arg-type]

    def fill(self, cell: _Cell, text: Text, **how: Any) -> Paragraph:  # type: ignore[override]
        return super().fill(cell, text, **how)  # type: ignore[arg-type]

    def _runs(self, paragraph: Paragraph, text: Text) -> Iterator[Any]:
        for run, colour in dressed(text):
            if run.note:
                yield from super()._runs(paragraph, f"{{{run.text}}}")
                continue
            made = paragraph.add_run(run.text)
            yield made
            # The caller has dressed the run by now; what the text itself asks for comes on top.
            if run.bold:
                made.bold = True
            if run.italic:
                made.italic = True
            if run.underline:
                made.underline = True
            if run.strike:
                made.font.strike = True
            if colour:
                made.font.color.rgb = RGBColor.from_string(colour.removeprefix("#").upper())

    def nested(self, cell: _Cell, widths_cm: tuple[float, ...], *, ruled: bool = True) -> Table:
        """A table within a cell, after what it holds already."""
        table = cell.add_table(rows=0, cols=len(widths_cm))
        table.autofit = False
        if ruled:
            table.style = self.word.styles["Table Grid"]
        for column, width in zip(table.columns, widths_cm, strict=True):
            column.width = Cm(width)
        return table

    def edges(self, cells: Iterator[_Cell] | list[_Cell] | tuple[_Cell, ...], **sizes: int) -> None:
        """Rules around cells, in eighths of a point by edge (``top=4``); an edge not named has none."""
        for cell in cells:
            properties = cell._tc.get_or_add_tcPr()
            for old in properties.findall(qn("w:tcBorders")):
                properties.remove(old)
            borders = OxmlElement("w:tcBorders")
            for edge in ("top", "left", "bottom", "right"):
                line = OxmlElement(f"w:{edge}")
                line.set(qn("w:val"), "single" if sizes.get(edge) else "nil")
                line.set(qn("w:sz"), str(sizes.get(edge, 0)))
                borders.append(line)
            properties.append(borders)

    def whole(self, row: _Row) -> None:
        """Keep a row on one page."""
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))

    def tight(self, cell: _Cell) -> None:
        """Leave no room beside the text of a cell."""
        margins = OxmlElement("w:tcMar")
        for edge in ("left", "right"):
            margin = OxmlElement(f"w:{edge}")
            margin.set(qn("w:w"), "0")
            margin.set(qn("w:type"), "dxa")
            margins.append(margin)
        cell._tc.get_or_add_tcPr().append(margins)

    def turned(self, cell: _Cell) -> None:
        """Let the text of a cell run upwards."""
        direction = OxmlElement("w:textDirection")
        direction.set(qn("w:val"), "btLr")
        cell._tc.get_or_add_tcPr().append(direction)


def council_cover(cover: Cover, *, ruled: bool = False) -> council.Cover:
    """The cover as the sample corpus's papers take it."""
    return council.Cover(
        number=cover.number,
        place_and_date=cover.place_and_date,
        marking=cover.marking,  # type: ignore[arg-type]
        codes=cover.codes,
        kind=cover.kind,
        rows=cover.rows,
        body=cover.body,
        ruled=ruled,
    )


def paper(cover: Cover, day: datetime.date, *, body_pt: float = 12, ruled: bool = False) -> InkPaper:
    """A paper with its cover written."""
    footer = council.Footer(
        initials=cover.initials,
        unit=cover.unit,
        marking=cover.marking or "",
        language=cover.language,
        label=cover.label,
    )
    return InkPaper(council_cover(cover, ruled=ruled), footer, day, body_pt=body_pt)


def save(made: InkPaper, pdf: Path) -> None:
    made.to_pdf(pdf)
