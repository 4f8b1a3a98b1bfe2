"""zoo-conclusions2-annexed: the way of 2021: paragraphs first, the priorities in an annex to the annex, a row for each.

The table has two columns and a head that comes again on each page. A row holds a priority with all its aims; where a
priority is divided, its areas are lettered within the cell: as lines of their own under one priority, run in before
their aims under the other. Cells have footnotes, and rows are cut by page ends.

Run: python -m tests.golden.layouts.make.conclusions2_annexed (needs LibreOffice)
"""

import datetime
from pathlib import Path

from docx.table import _Cell

from tests.golden.layouts.make.conclusion_texts import ASKED_2041, OF_2041, RECITALS_2041, numbered
from tests.golden.layouts.make.inks import Inks
from tests.golden.layouts.make.later import later
from tests.golden.layouts.make.papers import Cover, made, zoo
from tests.golden.layouts.make.records import Keyed, asked, council_document, ink_points, keyed, write_conclusions
from tests.golden.layouts.make.word import InkPaper, paper, save

PDF = zoo("conclusions2-annexed")
TITLE = (
    "Draft Council conclusions on the EU’s priorities in the fight against serious and organised crime, EMPACT "
    "2045-2048"
)
DAY = datetime.date(2045, 5, 11)
COVER = Cover(
    number="95120/45",
    place_and_date="Brussels, 11 May 2045",
    kind="NOTE",
    rows=(
        ("From:", "Presidency"),
        ("To:", "Delegations"),
        ("No. prev. doc.:", "95119/1/45 REV 1"),
        ("Subject:", TITLE),
    ),
    body=(
        "Following the discussion in the COSI Support Group on 4 May 2045 and the written comments of delegations, the "
        "Presidency has revised the draft conclusions. They are to be found in the annex; the crime priorities "
        "themselves, with their aims, stand in the annex to the conclusions.",
    ),
    codes=("COSI 94", "ENFOPOL 203", "CRIMORG 51", "CYBER 149", "ENFOCUSTOM 73", "JAI 560"),
    unit="JAI.1",
    initials="rd/hs/EKM/ml",
)
UNITS = keyed(numbered([later(OF_2041[at], 4) for at in (0, 1, 3, 2, 4, 5, 6, 8, 7)], areas="a"))
PARAGRAPHS = asked(
    [
        later(ASKED_2041[at], 4, aims_of_the_table="aims set out in the annex")
        for at in (0, 1, 3, 2, 4, 6, 7, 5, 9, 10, 11, 16, 19, 13, 17)
    ],
    first=3,
)


def _aims(made_of: InkPaper, inks: Inks, cell: _Cell, one: Keyed, label: bool) -> None:
    """Aims as paragraphs of a cell; the label of an area before the first, if it runs in."""
    for at, (key, aim) in enumerate(one.aims):
        ink = inks(key, aim.text)
        if label and at == 0:
            made_of.fill(cell, (f"{one.unit.number}) ", inks(one.key, one.unit.label), ": ", ink, "."), after=6)
        else:
            made_of.fill(cell, (ink, "."), after=6)


def _table(made_of: InkPaper, inks: Inks) -> None:
    table = made_of.table((4.7, 11.3))
    made_of.header_row(table, ("EU crime priorities", "Aim(s)"), shade="FFFFFF")
    for one in UNITS:
        left, right = table.add_row().cells
        made_of.fill(left, (f"{one.unit.number}. ", inks(one.key, one.unit.label)), bold=True, before=3, after=3)
        _aims(made_of, inks, right, one, label=False)
        lines = len(one.areas) > 2
        for area in one.areas:
            if lines:
                label = inks(area.key, area.unit.label)
                made_of.fill(
                    right, (f"{area.unit.number})\t", label.changed(f"__{label.marked}__")), indent=0.8, after=3
                )
            _aims(made_of, inks, right, area, label=not lines)


def _write(inks: Inks) -> InkPaper:
    made_of = paper(COVER, DAY)
    made_of.annex()
    made_of.line("ANNEX", bold=True, underline=True, after=18)
    made_of.line("DRAFT COUNCIL CONCLUSIONS ON THE EU’S PRIORITIES", bold=True, centred=True, after=2)
    made_of.line("IN THE FIGHT AGAINST SERIOUS AND ORGANISED CRIME", bold=True, centred=True, after=2)
    made_of.line("EMPACT 2045-2048", bold=True, centred=True, after=18)
    made_of.line("THE COUNCIL OF THE EUROPEAN UNION,", after=10)
    for at in (0, 1, 4, 5, 7, 10, 11):
        made_of.body(later(RECITALS_2041[at], 4))
    made_of.line("HEREBY:", bold=True, before=6, after=10, keep=True)
    made_of.body(
        "1.\tSETS the EU’s priorities in the fight against serious and organised crime for 2045 to 2048, as "
        "listed in the annex to these conclusions together with the aims that the operational action plans are to "
        "pursue under each of them;",
        indent=1.0,
    )
    made_of.body(
        "2.\tAGREES that the order in which the priorities are listed carries no ranking{See also document 95044/45, "
        "paragraph 12.};",
        indent=1.0,
    )
    for request in PARAGRAPHS:
        made_of.body((f"{request.number}.\t", inks(request.key, request.paragraph.text)), indent=1.0)
        for _, _, ink in ink_points(inks, request.key, request.paragraph.points, ("(a)",)):
            made_of.body(ink.changed(ink.marked.replace(" ", "\t", 1)), indent=1.0, left=1.0)
    made_of.annex("ANNEX to the ANNEX")
    made_of.line("ANNEX TO THE ANNEX", bold=True, underline=True, after=14)
    made_of.line("EU crime priorities for EMPACT 2045-2048", bold=True, centred=True, after=10)
    _table(made_of, inks)
    made_of.line("", after=10)
    made_of.line("________________", centred=True)
    return made_of


def _produce(inks: Inks, pdf: Path) -> None:
    save(_write(inks), pdf)


def main() -> None:
    """Set the paper and write its gold."""
    document = council_document(
        COVER.number, TITLE, "2045-05-11", cycle="2045-2048", marking=None, subject_codes=list(COVER.codes)
    )
    write_conclusions(made(PDF, _produce), document, UNITS, PARAGRAPHS)


if __name__ == "__main__":
    main()
