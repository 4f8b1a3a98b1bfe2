"""zoo-conclusions-headings: headings "Priority 1: …" with paragraphs below, areas as labels that run into the text.

Aims are told in sentences ("The aim is to …", "Two aims are pursued: to …; and to …"). The cover is of the kind of
2008 to 2013: the name in capitals, "from:" in small letters, a second date in brackets, a directorate in the foot.

Run: python -m tests.golden.layouts.make.conclusions_headings (needs reportlab)
"""

import datetime
from pathlib import Path
from typing import Any

from reportlab.platypus import PageBreak

from tests.golden.layouts.make.conclusion_texts import ASKED_2041, OF_2041, RECITALS_2041, numbered, without_notes
from tests.golden.layouts.make.inks import Ink, Inks
from tests.golden.layouts.make.lab import (
    TA_CENTER,
    TA_LEFT,
    Flowable,
    Frame,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
    by_reportlab,
    para,
    style,
)
from tests.golden.layouts.make.papers import BAND, made, zoo
from tests.golden.layouts.make.records import Keyed, asked, council_document, ink_points, keyed, write_conclusions

PDF = zoo("conclusions-headings")
TITLE = (
    "Draft Council conclusions on the fight against organised and serious international crime: priorities for the "
    "cycle 2041-2044"
)
DAY = datetime.date(2041, 5, 28)
NUMBER = "95106/41"
CODES = ("JAI 655", "COSI 104", "ENFOPOL 290", "CRIMORG 81", "ENFOCUSTOM 95", "CORDROGUE 43")
ROWS = (
    ("from:", "Presidency"),
    ("to:", "Permanent Representatives Committee"),
    ("No. prev. doc.:", "95044/41 COSI 60 + COR 1"),
    ("Subject:", TITLE),
)
UNITS = keyed(numbered([OF_2041[at].without_notes().lowered() for at in (5, 6, 4, 2, 0)], areas=""))
PARAGRAPHS = asked([ASKED_2041[at].without_notes() for at in (1, 2, 3, 5, 6, 8, 12, 13, 14, 16, 18, 22)], first=None)

BODY = style(fontSize=12, leading=18, spaceAfter=10)
LEFT = style("left", fontSize=12, leading=15, alignment=TA_LEFT, spaceAfter=2)
BOLD = style("bold", fontName="LiberationSerif-Bold", fontSize=12, leading=15, alignment=TA_LEFT, spaceAfter=2)
HEADING = style(
    "heading", fontName="LiberationSerif-Bold", fontSize=12.5, leading=16, spaceBefore=8, spaceAfter=6, keepWithNext=1
)
POINT = style("point", fontSize=12, leading=16, leftIndent=54, firstLineIndent=-18, spaceAfter=6)


def _foot(canvas: Any, paper: Any) -> None:
    width, height = canvas._pagesize
    canvas.setFont("LiberationSans", 7.5)
    canvas.drawCentredString(width / 2, height - 34, BAND)
    canvas.setFont("LiberationSerif", 10)
    canvas.drawString(62, 48, NUMBER)
    canvas.drawCentredString(width / 2 - 60, 48, "FV/lk")
    canvas.drawRightString(width - 62, 48, str(canvas.getPageNumber()))
    if canvas.getPageNumber() > 1:
        canvas.drawString(62, 34, "ANNEX")
    canvas.drawCentredString(width / 2 - 60, 34, "DG H 3A")
    canvas.setFont("LiberationSerif-Bold", 12)
    canvas.drawString(width / 2 + 60, 34, "LIMITE")
    canvas.drawRightString(width - 62, 34, "EN")


def _cover() -> list[Flowable]:
    name = style("name", fontName="LiberationSerif-Bold", fontSize=13, leading=17, alignment=TA_CENTER)
    right = ["Brussels, 28 May 2041 (06.06)", "(OR. fr)", "", NUMBER, "", "LIMITE", "", *CODES]
    head = Table(
        [
            [
                Paragraph("COUNCIL OF<br/>THE EUROPEAN UNION", name),
                [Paragraph(line or "&nbsp;", BOLD) for line in right],
            ]
        ],
        colWidths=[220, 250],
        style=[("VALIGN", (0, 0), (-1, -1), "TOP")],
    )
    rows = Table(
        [[Paragraph(label, LEFT), Paragraph(value, BOLD if value == TITLE else LEFT)] for label, value in ROWS],
        colWidths=[95, 375],
        style=[
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LEFTPADDING", (0, 0), (0, -1), 0),
            ("LINEBELOW", (0, -1), (-1, -1), 1, "black"),
        ],
    )
    return [
        head,
        Spacer(1, 26),
        Paragraph("<u>NOTE</u>", BOLD),
        Spacer(1, 4),
        rows,
        Spacer(1, 20),
        para("1. COSI reached agreement on the attached text on 22 May 2041, subject to linguistic revision.", BODY),
        para("2. The Committee is asked to recommend its approval to the Council.", BODY),
        PageBreak(),
    ]


def _sentences(inks: Inks, one: Keyed) -> tuple[Ink | str, ...]:
    """The aims of a priority or an area in running sentences."""
    inked = [inks(key, aim.text) for key, aim in one.aims]
    if len(inked) == 1:
        return ("The aim is ", inked[0], ".")
    if one.unit.label.startswith("Child"):
        return ("The aim is ", inked[0], ". A second aim is ", inked[1], ".")
    return ("Two aims are pursued: ", inked[0], "; and ", inked[1], ".")


def _story(inks: Inks) -> list[Flowable]:
    story = [
        *_cover(),
        para("**Draft Council conclusions on priorities against organised crime**", style(alignment=TA_CENTER)),
        para("THE COUNCIL OF THE EUROPEAN UNION,", BODY),
        *(para(without_notes(RECITALS_2041[at]), BODY) for at in (1, 6, 9, 12)),
        para("HAS REACHED THE FOLLOWING CONCLUSIONS:", BODY),
    ]
    for one in UNITS:
        story.append(para((f"Priority {one.unit.number}: ", inks(one.key, one.unit.label)), HEADING))
        if one.aims:
            story.append(para(_sentences(inks, one), BODY))
        for at, area in enumerate(one.areas):
            mark = "**" if one.unit.number == "1" else "//"
            label = inks(area.key, f"{mark}{area.unit.label}{mark}")
            dash = "." if at % 2 == 0 or mark == "**" else " –"
            sentence = _sentences(inks, area)
            story.append(para((label, f"{dash} ", *sentence), BODY))
    story.append(para("Implementation", HEADING))
    story.append(para("For the period covered by these priorities the Council:", BODY))
    for request in PARAGRAPHS:
        story.append(para(inks(request.key, request.paragraph.text), BODY))
        for _, _, ink in ink_points(inks, request.key, request.paragraph.points, ("a.",)):
            story.append(para(ink, POINT))
    return story


def _produce(inks: Inks, pdf: Path) -> None:
    frame = Frame(62, 76, 471, 712, 0, 0, 0, 0)
    by_reportlab(_story(inks), pdf, DAY, [PageTemplate("page", [frame], onPage=_foot)], (595.3, 841.9))


def main() -> None:
    """Set the paper and write its gold."""
    document = council_document(
        NUMBER, TITLE, "2041-05-28", cycle="2041-2044", marking="LIMITE", subject_codes=list(CODES)
    )
    write_conclusions(made(PDF, _produce), document, UNITS, PARAGRAPHS)


if __name__ == "__main__":
    main()
