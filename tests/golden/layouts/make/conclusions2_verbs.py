"""zoo-conclusions2-verbs: recitals in capitals, then paragraphs whose verbs are in bold small letters: "Calls upon".

The sentences name nobody: those asked stand in a line of their own below the paragraph and its points, in small italics
("Addressees: …"); paragraphs that ask nobody for anything have no such line. Points are lettered, and nested. The
priorities stand in a schedule as paragraphs whose bold label runs in: "4. Drugs. Synthetic drugs: To …".

Run: python -m tests.golden.layouts.make.conclusions2_verbs (needs reportlab)
"""

import datetime
from dataclasses import replace
from pathlib import Path

from reportlab.platypus import PageBreak

from tests.golden.layouts.make.conclusion_texts import OF_2037, OF_2041, RECITALS_2037, RECITALS_2041, numbered
from tests.golden.layouts.make.conclusion_texts import without_notes as bare
from tests.golden.layouts.make.conclusions2_texts import ASKED_OF_NONE
from tests.golden.layouts.make.inks import Ink, Inks
from tests.golden.layouts.make.lab import (
    TA_CENTER,
    TA_LEFT,
    TA_RIGHT,
    Flowable,
    Frame,
    PageTemplate,
    by_reportlab,
    cover_page,
    foot,
    para,
    style,
)
from tests.golden.layouts.make.later import later
from tests.golden.layouts.make.papers import Cover, made, zoo
from tests.golden.layouts.make.records import Keyed, asked, council_document, ink_points, keyed, write_conclusions

PDF = zoo("conclusions2-verbs")
TITLE = "Council conclusions on the mid-term review of EMPACT and the priorities of the cycle 2041-2044 as amended"
DAY = datetime.date(2043, 3, 9)
COVER = Cover(
    number="95127/43",
    place_and_date="Brussels, 9 March 2043",
    kind="REPORT",
    rows=(
        ("From:", "Standing Committee on Operational Cooperation on Internal Security (COSI)"),
        ("To:", "Permanent Representatives Committee/Council"),
        ("No. prev. doc.:", "95007/43"),
        ("Subject:", TITLE),
    ),
    body=(
        "At its meeting on 2 March 2043 COSI agreed on the text in the annex. The schedule replaces the list of "
        "priorities of June 2041.",
    ),
    codes=("COSI 38", "ENFOPOL 99", "CRIMORG 27", "JAI 255"),
    marking="LIMITE",
    initials="pc/VR/pc",
)


def _units() -> tuple[Keyed, ...]:
    ordered = (OF_2041[0], OF_2041[2], OF_2041[7], OF_2037[2], OF_2041[6], OF_2037[4], OF_2041[8])
    return keyed(numbered([later(one, 0).without_notes() for one in ordered], areas=""))


UNITS = _units()
# The bold verb is part of the text; the line with those asked is not.
PARAGRAPHS = asked(
    [replace(one, text=one.text.replace(one.verb, f"**{one.verb}**", 1)) if one.verb else one for one in ASKED_OF_NONE]
)

SANS = "LiberationSans"
BODY = style(fontName=SANS, fontSize=9.8, leading=14, spaceAfter=7, alignment=TA_LEFT)
NUMBERED = style("n", fontName=SANS, fontSize=9.8, leading=14, spaceAfter=5, leftIndent=26, firstLineIndent=-26)
POINT = style("p", fontName=SANS, fontSize=9.8, leading=14, spaceAfter=4, leftIndent=46, firstLineIndent=-18)
INNER = style("i", fontName=SANS, fontSize=9.8, leading=14, spaceAfter=4, leftIndent=64, firstLineIndent=-18)
WHO = style("w", fontName=f"{SANS}-Italic", fontSize=8.6, leading=12, spaceAfter=9, leftIndent=26, alignment=TA_RIGHT)
HEAD = style("h", fontName=f"{SANS}-Bold", fontSize=11.5, leading=15, spaceBefore=8, spaceAfter=8, alignment=TA_LEFT)
MID = style("m", fontName=f"{SANS}-Bold", fontSize=11.5, leading=16, spaceAfter=12, alignment=TA_CENTER)


def _run_in(inks: Inks, one: Keyed) -> tuple[Ink | str, ...]:
    """Number and label in bold, then aims as sentences; areas in italics, each before its own."""
    label = inks(one.key, f"**{one.unit.label}**")
    found: tuple[Ink | str, ...] = (f"**{one.unit.number}. **", label, "**.** ")
    for key, aim in one.aims:
        found = (*found, inks(key, aim.text), ". ")
    for area in one.areas:
        found = (*found, inks(area.key, f"//{area.unit.label}//"), ": ")
        for key, aim in area.aims:
            found = (*found, inks(key, aim.text), ". ")
    return found


def _story(inks: Inks) -> list[Flowable]:
    recitals = (RECITALS_2041[1], RECITALS_2037[3], RECITALS_2041[8], RECITALS_2037[6], RECITALS_2041[10])
    story = [
        *cover_page(COVER),
        PageBreak(),
        para("ANNEX", style("r", fontName=f"{SANS}-Bold", fontSize=11, alignment=TA_RIGHT)),
        para("Council conclusions on the mid-term review of EMPACT", MID),
        para("THE COUNCIL OF THE EUROPEAN UNION,", BODY),
        *(para(bare(later(text, 2)), BODY) for text in recitals),
        para("RECALLING that priorities may be amended where the threat has changed,", BODY),
        para("NOTING the assessment by Europol of January 2043,", BODY),
    ]
    for request in PARAGRAPHS:
        paragraph = request.paragraph
        if paragraph.verb:
            text = inks(request.key, paragraph.text)
            story.append(para((f"{request.number}.\u2002\u2002", text), NUMBERED))
        else:
            verb, _, rest = paragraph.text.partition(" ")
            story.append(para(f"{request.number}.\u2002\u2002**{verb}** {rest}", NUMBERED))
        for depth, _, ink in ink_points(inks, request.key, paragraph.points, ("(a)", "(i)")):
            story.append(para(ink, INNER if depth else POINT))
        if paragraph.verb:
            story.append(para(f"Addressees: {', '.join(paragraph.addressees)}", WHO))
    story.append(para("SCHEDULE", HEAD))
    story.append(para("Priorities of the cycle 2041-2044 as amended, with their aims", BODY))
    story += [para(_run_in(inks, one), BODY) for one in UNITS]
    return story


def _produce(inks: Inks, pdf: Path) -> None:
    frame = Frame(62, 76, 471, 712, 0, 0, 0, 0)
    by_reportlab(_story(inks), pdf, DAY, [PageTemplate("page", [frame], onPage=foot(COVER))], (595.3, 841.9))


def main() -> None:
    """Set the paper and write its gold."""
    document = council_document(
        COVER.number, TITLE, "2043-03-09", cycle="2041-2044", marking="LIMITE", subject_codes=list(COVER.codes)
    )
    write_conclusions(made(PDF, _produce), document, UNITS, PARAGRAPHS)


if __name__ == "__main__":
    main()
