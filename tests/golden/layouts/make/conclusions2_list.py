"""zoo-conclusions2-list: the way of 2011 and 2013: priorities as dashes in running text within operative paragraphs.

"… the following priorities: – firearms: to dry up …; – …": labels are in small letters, and nothing but a colon or a
few words parts them from their aims. Two paragraphs hold such lists, the areas of a priority are dashes within its own,
and other paragraphs have dashes that are no priorities. The page is that of a press office: no number, no codes, the
text in quotation marks, the place of the meeting at the left.

Run: python -m tests.golden.layouts.make.conclusions2_list (needs reportlab)
"""

import datetime
from dataclasses import replace
from pathlib import Path
from typing import Any

from tests.golden.layouts.make.conclusion_texts import ASKED_2037, OF_2037, RECITALS_2037, Unit, without_notes
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
from tests.golden.layouts.make.later import later
from tests.golden.layouts.make.papers import BAND, made, zoo
from tests.golden.layouts.make.records import Keyed, asked, ink_points, keyed, write_conclusions

PDF = zoo("conclusions2-list")
TITLE = "Council conclusions on setting the Union’s priorities for the fight against organised crime, 2041-2044"
DAY = datetime.date(2041, 6, 8)


def _small(label: str) -> str:
    return label if label[1].isupper() else label[0].lower() + label[1:]


def _units() -> list[Unit]:
    found = []
    for at in (7, 0, 1, 2, 6, 4, 5):
        one = OF_2037[at].without_notes().lowered()
        areas = tuple(replace(area, label=_small(area.label)) for area in one.areas)
        found.append(replace(one, label=_small(one.label), areas=areas))
    return found


UNITS = keyed(_units())
FIRST, SECOND = UNITS[:4], UNITS[4:]
PARAGRAPHS = asked(
    [
        later(ASKED_2037[at], 4, priority_7="economic crime").without_notes()
        for at in (1, 2, 4, 5, 3, 6, 9, 8, 10, 12, 11)
    ],
    first=7,
)

# What parts a label from its first aim, and an aim from the next.
LEADS = {"p3": ", and within it:", "p4": ", namely:", "p5": ", by which is understood:", "p6": ", the aims being "}
LEADS["p7"] = ", in order "

BODY = style(fontSize=11, leading=15.5, spaceAfter=8)
QUOTE = style("quote", fontSize=11, leading=15.5, spaceAfter=8, leftIndent=14, rightIndent=4)
ITEM = style("item", fontSize=11, leading=15, leftIndent=44, firstLineIndent=-14, spaceAfter=5)
INNER = style("inner", fontSize=11, leading=15, leftIndent=62, firstLineIndent=-14, spaceAfter=5)
NUMBERED = style("numbered", fontSize=11, leading=15.5, leftIndent=30, firstLineIndent=-16, spaceAfter=7)


def _page(canvas: Any, paper: Any) -> None:
    width, height = canvas._pagesize
    canvas.setFont("LiberationSans", 7.5)
    canvas.setFillGray(0.35)
    canvas.drawCentredString(width / 2, height - 26, BAND)
    canvas.setFillGray(0)
    if canvas.getPageNumber() == 1:
        canvas.setFont("LiberationSans-Bold", 17)
        canvas.drawCentredString(width / 2, 74, "P R E S S")
        canvas.setLineWidth(0.8)
        canvas.line(62, 66, width - 62, 66)
        canvas.setFont("LiberationSans", 8)
        canvas.drawCentredString(width / 2, 54, "Press office of an invented Council. No telephone, no address.")
    canvas.setFont("LiberationSerif", 9.5)
    canvas.drawRightString(width - 62, 40, f"{canvas.getPageNumber()}")
    canvas.drawString(62, 40, "EN")


def _cover() -> list[Flowable]:
    bold = style("bold", fontName="LiberationSans-Bold", fontSize=12, leading=16, alignment=TA_CENTER, spaceAfter=2)
    name = style("name", fontName="LiberationSans-Bold", fontSize=15, leading=18, alignment=TA_LEFT)
    code = style("code", fontName="LiberationSans-Bold", fontSize=26, leading=28, alignment=TA_CENTER)
    head = Table(
        [[Paragraph("COUNCIL OF<br/>THE EUROPEAN UNION", name), Paragraph("EN", code)]],
        colWidths=[400, 70],
        style=[("BOX", (1, 0), (1, 0), 1, "black"), ("VALIGN", (0, 0), (-1, -1), "MIDDLE")],
    )
    box = Table(
        [
            [
                [
                    Paragraph(
                        TITLE, style("t", fontName="LiberationSans-Bold", fontSize=14, leading=19, alignment=TA_CENTER)
                    ),
                    Spacer(1, 10),
                    Paragraph("4 117th JUSTICE and HOME AFFAIRS Council meeting", bold),
                    Paragraph("Luxembourg, 8 June 2041", bold),
                ]
            ]
        ],
        colWidths=[470],
        style=[
            ("LINEABOVE", (0, 0), (0, 0), 1.2, "black"),
            ("LINEBELOW", (0, 0), (0, 0), 1.2, "black"),
            ("TOPPADDING", (0, 0), (0, 0), 14),
            ("BOTTOMPADDING", (0, 0), (0, 0), 14),
        ],
    )
    return [head, Spacer(1, 34), box, Spacer(1, 24), para("The Council adopted the following conclusions:", BODY)]


def _aims(inks: Inks, one: Keyed, stop: str) -> tuple[Ink | str, ...]:
    """A label, what leads on from it, its aims, and the mark after the last."""
    found: list[Ink | str] = [inks(one.key, one.unit.label), LEADS.get(one.key, ": ")]
    for at, (key, aim) in enumerate(one.aims):
        if at:
            found.append("; and " if one.key in ("p6", "p7") else "; ")
        found.append(inks(key, aim.text))
    return (*found, stop if one.aims else "")


def _list(inks: Inks, units: tuple[Keyed, ...]) -> list[Flowable]:
    found: list[Flowable] = []
    for one in units:
        stop = "." if one is units[-1] else "; and" if one is units[-2] else ";"
        found.append(para(("–\u2002", *_aims(inks, one, stop)), ITEM))
        for area in one.areas:
            # The last dash within a list ends as its own item would.
            end = stop if area is one.areas[-1] else ","
            found.append(para(("-\u2002", *_aims(inks, area, end)), INNER))
    return found


def _story(inks: Inks) -> list[Flowable]:
    story = [
        *_cover(),
        para("“THE COUNCIL OF THE EUROPEAN UNION,", QUOTE),
        *(para(without_notes(later(RECITALS_2037[at], 4)), QUOTE) for at in (0, 1, 3, 5, 8, 11)),
        para("HAS ADOPTED THE FOLLOWING CONCLUSIONS:", QUOTE),
        para(
            "1. The Council agrees that the instruments of the policy cycle, namely the threat assessment, the "
            "strategic plan, the operational action plans and the evaluation, remain in use.",
            NUMBERED,
        ),
        para(
            "2. It observes that a priority is of use only if three conditions are met:",
            NUMBERED,
        ),
        para("–\u2002to every action there is somebody who answers for it;", ITEM),
        para("–\u2002money and staff are known before the year begins; and", ITEM),
        para("–\u2002the results can be counted.", ITEM),
        para(
            "3. Having discussed the threat assessment, the Council sets for the years between 2041 and 2044 the "
            "following priorities:",
            NUMBERED,
        ),
        *_list(inks, FIRST),
        para(
            "4. These priorities bind all participants in the same way. Documents that have been forged or obtained by "
            "deceit are dealt with under each of them.",
            NUMBERED,
        ),
        para(
            "5. In addition, and although they concern some Member States more than others, the following fields are "
            "priorities of the same period:",
            NUMBERED,
        ),
        *_list(inks, SECOND),
        para("6. Terrorism is not among the priorities, since it is dealt with in other bodies.", NUMBERED),
    ]
    for request in PARAGRAPHS:
        closing = "”" if request is PARAGRAPHS[-1] else ""
        story.append(para((f"{request.number}. ", inks(request.key, request.paragraph.text), closing), NUMBERED))
        for _, mark, ink in ink_points(inks, request.key, request.paragraph.points, ("–",)):
            story.append(para((f"{mark}\u2002", ink), ITEM))
    return story


def _produce(inks: Inks, pdf: Path) -> None:
    frame = Frame(62, 92, 471, 706, 0, 0, 0, 0)
    by_reportlab(_story(inks), pdf, DAY, [PageTemplate("page", [frame], onPage=_page)], (595.3, 841.9))


def main() -> None:
    """Set the paper and write its gold."""
    document: dict[str, object] = {
        "title": TITLE,
        "issuer": "Council of the European Union",
        "date": "2041-06-08",
        "language": "en",
        "cycle": "2041-2044",
    }
    write_conclusions(made(PDF, _produce), document, UNITS, PARAGRAPHS)


if __name__ == "__main__":
    main()
