"""zoo-conclusions-merged: a ruled table Priority / Sub-area / Aim(s), whose merged cells are cut by page ends.

Each aim has a row of its own; the cells of a priority and of an area are merged over theirs. The cover is stamped
PUBLIC with a date over its LIMITE, which the footers still print. Verbs are bold; points are numbered and lettered
within.

Run: python -m tests.golden.layouts.make.conclusions_merged (needs LibreOffice)
"""

import datetime
from pathlib import Path

from tests.golden.layouts.make.conclusion_texts import ASKED_2049, OF_2049, RECITALS_2049, numbered
from tests.golden.layouts.make.inks import Inks
from tests.golden.layouts.make.papers import Cover, made, stamp, zoo
from tests.golden.layouts.make.records import asked, council_document, ink_points, keyed, write_conclusions
from tests.golden.layouts.make.word import InkPaper, paper, save

PDF = zoo("conclusions-merged")
TITLE = "Council conclusions on the EMPACT priorities of the years 2049 to 2052"
DAY = datetime.date(2049, 6, 10)
COVER = Cover(
    number="95104/49",
    place_and_date="Luxembourg, 10 June 2049",
    kind="OUTCOME OF PROCEEDINGS",
    rows=(
        ("From:", "General Secretariat of the Council"),
        ("On:", "10 June 2049"),
        ("To:", "Delegations"),
        ("No. prev. doc.:", "95102/1/49 REV 1"),
        ("Subject:", TITLE),
    ),
    body=("Delegations will find in the annex the conclusions which the Council approved at its 4 212th meeting.",),
    codes=("COSI 91", "ENFOPOL 260", "CRIMORG 70", "CYBER 133", "CORDROGUE 40", "JAI 720"),
    marking="LIMITE",
    unit="JAI.1",
    initials="",
)
UNITS = keyed(numbered([OF_2049[at] for at in (5, 4, 3, 2, 0)], areas="i"))
PARAGRAPHS = asked([ASKED_2049[at].bold() for at in (4, 1, 3, 5, 2, 8, 9, 7, 6, 10)], first=6)


def _write(inks: Inks) -> InkPaper:
    made_of = paper(COVER, DAY, body_pt=11.5, ruled=True)
    made_of.annex()
    made_of.line("ANNEX", bold=True, after=12)
    made_of.line(TITLE.upper(), bold=True, centred=True, after=14)
    made_of.line("THE COUNCIL OF THE EUROPEAN UNION,", after=10)
    for at in (1, 6, 7):
        made_of.body(RECITALS_2049[at], spacing=1.2)
    made_of.body("ADOPTS THE FOLLOWING CONCLUSIONS:", spacing=1.2)
    made_of.body(
        "5.\tFor the cycle 2049-2052 the Council sets the priorities and the aims of the table below.",
        indent=1.0,
        spacing=1.2,
    )
    table = made_of.table((3.5, 3.7, 8.8))
    made_of.header_row(table, ("Priority", "Sub-area", "Aim(s)"), shade="E7E6DA")
    for one in UNITS:
        first = len(table.rows)
        for unit in one.areas or (one,):
            begin = len(table.rows)
            for key, aim in unit.aims:
                row = table.add_row()
                made_of.whole(row)
                made_of.fill(row.cells[2], inks(key, aim.text), before=3, after=3)
            cell = table.rows[begin].cells[1].merge(table.rows[-1].cells[1])
            if unit is one:
                made_of.fill(cell, "–", before=3)
            else:
                made_of.fill(cell, (f"({unit.unit.number}) ", inks(unit.key, unit.unit.label)), before=3)
        cell = table.rows[first].cells[0].merge(table.rows[-1].cells[0])
        made_of.fill(cell, (f"{one.unit.number}. ", inks(one.key, one.unit.label)), bold=True, before=3)
    made_of.line("", after=6)
    for request in PARAGRAPHS:
        made_of.body((f"{request.number}.\t", inks(request.key, request.paragraph.text)), indent=1.0, spacing=1.2)
        for depth, _, ink in ink_points(inks, request.key, request.paragraph.points, ("1)", "a)")):
            text = ink.changed(ink.marked.replace(" ", "\t", 1))
            made_of.body(text, indent=0.8, left=1.0 + 0.8 * depth, spacing=1.2, after=6)
    return made_of


def _produce(inks: Inks, pdf: Path) -> None:
    save(_write(inks), pdf)
    stamp(pdf, ("PUBLIC", "Conseil UE", "made public on 14 July 2049"), at=(405, 694))


def main() -> None:
    """Set the paper and write its gold."""
    document = council_document(
        COVER.number, TITLE, "2049-06-10", cycle="2049-2052", marking="PUBLIC", subject_codes=list(COVER.codes)
    )
    write_conclusions(made(PDF, _produce), document, UNITS, PARAGRAPHS)


if __name__ == "__main__":
    main()
