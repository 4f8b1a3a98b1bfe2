"""zoo-socta-areas: crime areas as lettered chapters, threats within them as sections, in frames of two columns.

A cover and contents come first; each chapter begins on a new page with its title and assessment across both columns,
and its threats follow in two columns below. One call-out crosses the foot of a page, another stands shaded in a
column.

Run: python -m tests.golden.layouts.make.socta_areas (needs reportlab)
"""

import datetime
from dataclasses import replace
from pathlib import Path
from typing import Any

from reportlab.platypus import FrameBreak, NextPageTemplate, PageBreak

from tests.golden.layouts.make.inks import Inks
from tests.golden.layouts.make.lab import (
    TA_LEFT,
    Flowable,
    Frame,
    PageTemplate,
    Paragraph,
    Spacer,
    by_reportlab,
    para,
    style,
    xml,
)
from tests.golden.layouts.make.papers import made, zoo
from tests.golden.layouts.make.report import Report, write_report
from tests.golden.layouts.make.threat_texts import Threat, pick

PDF = zoo("socta-areas")
TITLE = "European threat assessment on serious and organised crime 2049"
DAY = datetime.date(2049, 2, 26)
_KEYS = ("t3", "t3_1", "t3_2", "t4", "t4_1", "t4_2", "t2", "t2_1", "t2_2", "t2_3")
_NUMBERS = ("A", "A.a", "A.b", "B", "B.a", "B.b", "C", "C.a", "C.b", "C.c")
THREATS = [
    replace(
        threat,
        number=number,
        pieces=tuple(replace(piece, text=piece.text.replace("(see 3.1)", "(see A.a)")) for piece in threat.pieces),
    )
    for threat, number in zip(pick(*_KEYS, years=8, notes=False), _NUMBERS, strict=True)
]
HEAD = "SYNTHETIC | EU threat assessment 2049 | Europol Public Information"

BODY = style(fontName="LiberationSerif", fontSize=10, leading=13.2, spaceAfter=6)
ITEM = style("item", fontSize=10, leading=13.2, leftIndent=12, firstLineIndent=-9, spaceAfter=4)
AREA = style("area", fontName="LiberationSans-Bold", fontSize=18, leading=22, alignment=TA_LEFT, textColor="#5b2c6f")
SECTION = style(
    "section",
    fontName="LiberationSans-Bold",
    fontSize=11.5,
    leading=14,
    alignment=TA_LEFT,
    spaceBefore=8,
    keepWithNext=1,
)
QUOTE = style(
    "quote", fontName="LiberationSerif-Italic", fontSize=13, leading=16, alignment=TA_LEFT, textColor="#5b2c6f"
)
BOX = style("box", fontName="LiberationSans", fontSize=8.8, leading=11.5, alignment=TA_LEFT, borderPadding=7)
TOC = style("toc", fontName="LiberationSans", fontSize=10.5, leading=17, alignment=TA_LEFT, spaceAfter=0)


def _furniture(colour: str | None) -> Any:
    def draw(canvas: Any, paper: Any) -> None:
        width, height = canvas._pagesize
        canvas.setFont("LiberationSans", 7.5)
        canvas.setFillColor(colour or "#555555")
        canvas.drawString(54, height - 36, HEAD)
        canvas.setFillColor("black")
        canvas.drawRightString(width - 54, 34, str(canvas.getPageNumber()))

    return draw


def _pieces(report: Report, threat: Threat) -> list[Flowable]:
    found: list[Flowable] = []
    report.begin(threat)
    for piece in threat.pieces:
        if piece.kind == "paragraph":
            found.append(para(report.paragraph(piece.text), BODY))
        elif piece.kind == "items":
            found += [para(("• ", report.item(item)), ITEM) for item in piece.items]
        elif piece.kind == "quote":
            found.append(para(report.block("pull_quote", piece.text, whole=True), QUOTE))
        elif piece.kind == "wide_callout":
            ink = report.block("callout", f"**{piece.title}** {piece.text}", "bottom", whole=True)
            found += [
                FrameBreak(),
                Spacer(1, 8),
                Paragraph(xml(ink), framed(BOX, borderWidth=1, borderColor="#5b2c6f")),
            ]
        elif piece.kind == "callout":
            ink = report.block("callout", f"**{piece.title}** {piece.text}", whole=True)
            found += [Spacer(1, 8), Paragraph(xml(ink), framed(BOX, backColor="#efe6f3")), Spacer(1, 10)]
    return found


def framed(base: Any, **more: Any) -> Any:
    """The style with a ground or a frame."""
    return type(base)(f"{base.name}+", parent=base, **more)


def _story(report: Report) -> list[Flowable]:
    cover = style("cover", fontName="LiberationSans-Bold", fontSize=27, leading=34, alignment=TA_LEFT)
    story: list[Flowable] = [
        Spacer(1, 180),
        para(report.block("title", TITLE, whole=True), cover),
        Spacer(1, 30),
        para(report.block("paragraph", "Europol, The Hague, 26 February 2049 – EDOC #9500555v1"), TOC),
        para(report.block("paragraph", "Europol Public Information. For the EMPACT cycle 2049-2052."), TOC),
        PageBreak(),
        para(report.block("heading", "Contents"), AREA),
        Spacer(1, 10),
    ]
    pages = {"A": 3, "B": 4, "C": 5}
    for threat in THREATS:
        letter = str(threat.number)[0]
        indent = "\u2003" if threat.parent else ""
        text = report.block("toc", f"{threat.number} {threat.title} {pages[letter]}", whole=True)
        story.append(para((indent, text), TOC))
    for threat in THREATS:
        label = report.block("heading", f"{threat.number} {threat.title}")
        if threat.parent:
            story.append(para(label, SECTION))
            story += _pieces(report, threat)
            continue
        template = "footed" if threat.number == "A" else "chapter"
        story += [NextPageTemplate(template), PageBreak(), para(label, AREA), *_pieces(report, threat), FrameBreak()]
    return story


def main() -> None:
    """Set the report and write its gold and its blocks."""
    reports: list[Report] = []

    def produce(inks: Inks, pdf: Path) -> None:
        report = Report(inks)
        reports.append(report)
        head = report.block("header", HEAD, "header")
        draw = _furniture(head.colour)
        full = Frame(54, 60, 487, 720, 0, 0, 0, 0)
        banner = Frame(54, 655, 487, 125, 0, 0, 0, 0, id="banner")
        lower = [Frame(x, 220, 231, 420, 0, 0, 0, 0) for x in (54, 310)]
        foot = Frame(62, 60, 471, 110, 0, 0, 0, 0)
        columns = [Frame(x, 60, 231, 580, 0, 0, 0, 0) for x in (54, 310)]
        templates = [
            PageTemplate("full", [full], onPage=draw),
            PageTemplate("chapter", [banner, *columns], onPage=draw, autoNextPageTemplate="more"),
            PageTemplate("footed", [banner, *lower, foot], onPage=draw),
            PageTemplate("more", [Frame(x, 60, 231, 720, 0, 0, 0, 0) for x in (54, 310)], onPage=draw),
        ]
        by_reportlab(_story(report), pdf, DAY, templates, (595.3, 841.9))

    measured = made(PDF, produce)
    write_report(
        reports[0],
        measured,
        THREATS,
        title=TITLE,
        reference="EDOC #9500555v1",
        date="2049-02-26",
        cycle="2049-2052",
        marking="PUBLIC",
    )


if __name__ == "__main__":
    main()
