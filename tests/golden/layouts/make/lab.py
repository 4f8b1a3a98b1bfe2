"""Papers set by reportlab: flowing paragraphs with inks, page templates, tables.

Reportlab knows no footnotes: a note's mark is raised, and the note itself is drawn at the foot of the page on which
its mark came to stand, by ``Notes``; makers leave room there.
"""

import datetime
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_LEFT, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate, Paragraph, Spacer, Table, TableStyle

from tests.golden.layouts.make.fonts import liberation
from tests.golden.layouts.make.inks import Text, dressed
from tests.golden.layouts.make.papers import BAND, Cover, settle

__all__ = [
    "TA_CENTER",
    "TA_JUSTIFY",
    "TA_LEFT",
    "TA_RIGHT",
    "Flowable",
    "Frame",
    "PageTemplate",
    "Paragraph",
    "ParagraphStyle",
    "Spacer",
    "Table",
    "TableStyle",
    "by_reportlab",
    "cover_page",
    "foot",
    "para",
    "style",
    "xml",
]

_TAGS = (("bold", "b"), ("italic", "i"), ("underline", "u"), ("strike", "strike"))


def _register() -> None:
    for family in ("LiberationSerif", "LiberationSans"):
        if family in pdfmetrics.getRegisteredFontNames():
            continue
        faces = {"": "Regular", "-Bold": "Bold", "-Italic": "Italic", "-BoldItalic": "BoldItalic"}
        for suffix, face in faces.items():
            pdfmetrics.registerFont(TTFont(family + suffix, liberation(family.removeprefix("Liberation"), face)))
        pdfmetrics.registerFontFamily(
            family,
            normal=family,
            bold=f"{family}-Bold",
            italic=f"{family}-Italic",
            boldItalic=f"{family}-BoldItalic",
        )


_register()


def xml(text: Text) -> str:
    """A text in reportlab's own markup; a note in it is refused, see ``Notes`` of the makers that have some."""
    found = ""
    for run, colour in dressed(text):
        if run.note:
            raise ValueError("reportlab sets no footnotes")
        words = escape(run.text).replace("\n", "<br/>")
        for name, tag in _TAGS:
            if getattr(run, name):
                words = f"<{tag}>{words}</{tag}>"
        found += f'<font color="{colour}">{words}</font>' if colour else words
    return found


def style(name: str = "body", **more: Any) -> ParagraphStyle:
    """A style of a paragraph, by default that of the body."""
    usual = {"fontName": "LiberationSerif", "fontSize": 11, "leading": 15, "spaceAfter": 8, "alignment": TA_JUSTIFY}
    return ParagraphStyle(name, **{**usual, **more})


def para(text: Text, how: ParagraphStyle | None = None) -> Paragraph:
    return Paragraph(xml(text), how or style())


def foot(cover: Cover, *, annex_from: int = 2, font: str = "LiberationSerif") -> Callable[[Any, Any], None]:
    """Draws the band above and a foot of two rows."""

    def draw(canvas: Any, paper: Any) -> None:
        width, height = canvas._pagesize
        canvas.saveState()
        canvas.setFont("LiberationSans", 7.5)
        canvas.setFillGray(0.35)
        canvas.drawCentredString(width / 2, height - 34, BAND)
        canvas.setFillGray(0)
        canvas.setLineWidth(0.6)
        canvas.line(60, 62, width - 60, 62)
        canvas.setFont(font, 9.5)
        canvas.drawString(60, 50, cover.number)
        canvas.drawCentredString(width / 2, 50, cover.initials)
        canvas.drawRightString(width - 60, 50, str(canvas.getPageNumber()))
        if canvas.getPageNumber() >= annex_from:
            canvas.drawString(60, 38, "ANNEX")
        canvas.drawCentredString(width / 2, 38, cover.unit)
        canvas.drawRightString(width - 60, 38, f"{cover.marking or ''}   {cover.language}".strip())
        if cover.label:
            canvas.setFont(font, 8.5)
            canvas.drawCentredString(width / 2, 26, cover.label)
        canvas.restoreState()

    return draw


def cover_page(cover: Cover, *, institution: str = "Council of the<br/>European Union") -> list[Flowable]:
    """The first page: name and number side by side, type, labelled rows, first paragraphs."""
    bold = style("bold", fontName="LiberationSerif-Bold", alignment=TA_LEFT, spaceAfter=0)
    name = style("name", fontName="LiberationSerif-Bold", fontSize=14, leading=17, alignment=TA_LEFT)
    plain = style("plain", alignment=TA_LEFT, spaceAfter=0)
    right = [cover.place_and_date, cover.original, "", cover.number]
    if cover.marking:
        right.append(f'<font size="13">{cover.marking}</font>')
    right += cover.codes
    head = Table(
        [[Paragraph(institution, name), [Paragraph(line or "&nbsp;", bold) for line in right]]],
        colWidths=[235, 235],
        style=[("VALIGN", (0, 0), (-1, -1), "TOP"), ("LEFTPADDING", (0, 0), (0, 0), 0)],
    )
    rows = Table(
        [
            [Paragraph(escape(label), plain), Paragraph(escape(value), bold if value == cover.subject else plain)]
            for label, value in cover.rows
        ],
        colWidths=[95, 375],
        style=[
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LEFTPADDING", (0, 0), (0, -1), 0),
            ("LINEABOVE", (0, 0), (-1, 0), 0.8, "black"),
            ("LINEBELOW", (0, -1), (-1, -1), 0.8, "black"),
        ],
    )
    body = [para(text) for text in cover.body]
    return [head, Spacer(1, 20), Paragraph(escape(cover.kind), bold), Spacer(1, 6), rows, Spacer(1, 16), *body]


def by_reportlab(
    story: list[Flowable], pdf: Path, day: datetime.date, templates: list[PageTemplate], size: tuple[float, float]
) -> None:
    paper = BaseDocTemplate(str(pdf), pagesize=size, pageTemplates=templates, invariant=1, author="synthetic")
    paper.build(story)
    settle(pdf, pdf, day, producer="ReportLab")
