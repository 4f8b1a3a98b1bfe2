"""zoo-conclusions-horizontal: a table No. / Priority / Aim(s) with horizontal rules only, its rows cut by page ends.

Areas are rows of their own without a rule above them. Footnote marks stick to words within cells; one paragraph holds
lettered points. Rows are open where a page cuts them.

Run: python -m tests.golden.layouts.make.conclusions_horizontal (needs LibreOffice)
"""

import datetime
from pathlib import Path

from docx.table import Table

from corpus.sample.make.council import soften
from tests.golden.layouts.make.conclusion_texts import ASKED_2041, OF_2041, RECITALS_2041, numbered
from tests.golden.layouts.make.inks import Inks
from tests.golden.layouts.make.papers import Cover, made, zoo
from tests.golden.layouts.make.records import Keyed, asked, council_document, ink_points, keyed, write_conclusions
from tests.golden.layouts.make.word import InkPaper, paper, save

PDF = zoo("conclusions-horizontal")
TITLE = "Draft Council conclusions on what the Member States will pursue together under EMPACT from 2041 to 2044"
DAY = datetime.date(2041, 5, 8)
COVER = Cover(
    number="95101/41",
    place_and_date="Brussels, 8 May 2041",
    kind="NOTE",
    rows=(
        ("From:", "Presidency"),
        ("To:", "Standing Committee on Operational Cooperation on Internal Security (COSI)"),
        ("No. prev. doc.:", "95064/41; 95071/41"),
        ("Subject:", TITLE),
    ),
    body=(
        "Further to the discussion on 24 April, the Presidency submits a text in which six of the nine proposed "
        "priorities have been kept{The other three are dealt with in document 95072/41.}.",
        "COSI is invited to examine it on 20 May.",
    ),
    codes=("COSI 98", "ENFOPOL 270", "CRIMORG 75", "CYBER 159", "ENV 480", "JAI 702"),
    marking="LIMITE",
    initials="dk/RS/hh",
)
UNITS = keyed(numbered([OF_2041[at] for at in (0, 1, 3, 5, 7, 8)]))
PARAGRAPHS = asked([ASKED_2041[at] for at in (0, 2, 4, 7, 9, 11, 13, 15, 18, 19, 23)], first=2)


def _write(inks: Inks) -> InkPaper:
    made_of = paper(COVER, DAY)
    made_of.annex()
    made_of.line("ANNEX", bold=True, underline=True, after=12)
    made_of.line("DRAFT COUNCIL CONCLUSIONS", bold=True, centred=True, after=14)
    made_of.line("THE COUNCIL OF THE EUROPEAN UNION,", after=10)
    for at in (1, 2, 5, 8, 10):
        made_of.body(RECITALS_2041[at], spacing=1.25)
    made_of.body(
        "1.\tDECIDES that the crime areas listed in the following table are the priorities of the EMPACT cycle "
        "2041-2044.",
        indent=1.0,
        spacing=1.25,
    )
    table = made_of.table((1.4, 4.4, 10.2), ruled=False)
    header = made_of.header_row(table, ("No.", "Priority", "Aim(s)"), shade="FFFFFF")
    made_of.edges(header.cells, top=12, bottom=8)
    for one in UNITS:
        _row(made_of, inks, table, one, f"{one.unit.number}.", top=4)
        for area in one.areas:
            _row(made_of, inks, table, area, f"({area.unit.number})", top=0)
    made_of.edges(table.rows[-1].cells, bottom=12)
    made_of.line("", after=6)
    for request in PARAGRAPHS:
        made_of.body((f"{request.number}.\t", inks(request.key, request.paragraph.text)), indent=1.0, spacing=1.25)
        for _, _, ink in ink_points(inks, request.key, request.paragraph.points, ("(a)",)):
            made_of.body(ink.changed(ink.marked.replace(" ", "\t", 1)), indent=1.0, left=1.0, spacing=1.25)
    return made_of


def _row(made_of: InkPaper, inks: Inks, table: Table, one: Keyed, number: str, *, top: int) -> None:
    row = table.add_row()
    made_of.edges(row.cells, top=top)
    is_area = number.startswith("(")
    made_of.fill(row.cells[0], number, before=3)
    made_of.fill(row.cells[1], inks(one.key, one.unit.label), bold=not is_area, italic=is_area, before=3)
    for key, aim in one.aims:
        ink = inks(key, aim.text)
        text = (ink.changed(soften(ink.marked)), "." if one.unit.number in "135" else "")
        made_of.fill(row.cells[2], text, justified=True, spacing=1.2, before=3, after=5)


def _produce(inks: Inks, pdf: Path) -> None:
    save(_write(inks), pdf)


def main() -> None:
    """Set the paper and write its gold."""
    document = council_document(
        COVER.number, TITLE, "2041-05-08", cycle="2041-2044", marking="LIMITE", subject_codes=list(COVER.codes)
    )
    write_conclusions(made(PDF, _produce), document, UNITS, PARAGRAPHS)


if __name__ == "__main__":
    main()
