"""zoo-conclusions2-three: a landscape table No. / Priority and sub-area / Aim, sub-areas as rows of their own.

Sub-areas are numbered 4a, 4b in the first column; the row of a divided priority points to them and holds no aim. Rows
are cut by page ends in the middle of an aim, and the head comes again. Aims that share a cell are paragraphs or
parted by a semicolon. The paragraphs that ask are numbered (1), (2) in brackets and stand on upright pages before.

Run: python -m tests.golden.layouts.make.conclusions2_three (needs WeasyPrint)
"""

import datetime
from dataclasses import replace
from pathlib import Path

from tests.golden.layouts.make.conclusion_texts import ASKED_2037, OF_2037, OF_2049, RECITALS_2037, numbered
from tests.golden.layouts.make.inks import Ink, Inks
from tests.golden.layouts.make.later import later
from tests.golden.layouts.make.papers import Cover, made, zoo
from tests.golden.layouts.make.records import Keyed, asked, council_document, ink_points, keyed, write_conclusions
from tests.golden.layouts.make.web import block, by_weasyprint, cover_page, grid, page_of, pages, span

PDF = zoo("conclusions2-three")
TITLE = "Draft conclusions of the Council on the crime priorities of the EMPACT cycle 2049-2052 - Adoption"
DAY = datetime.date(2049, 5, 28)
COVER = Cover(
    number="95124/49",
    place_and_date="Brussels, 28 May 2049",
    kind="“A” ITEM NOTE",
    rows=(
        ("From:", "General Secretariat of the Council"),
        ("To:", "Council"),
        ("No. prev. doc.:", "95102/1/49 REV 1, 95111/49"),
        ("Subject:", TITLE),
    ),
    body=(
        "The Permanent Representatives Committee confirmed on 27 May 2049 the agreement on the draft conclusions in "
        "Annex I. The table in Annex II is an integral part of them.",
    ),
    codes=("COSI 83", "ENFOPOL 241", "CRIMORG 66", "ENFOCUSTOM 70", "JAI 690"),
    unit="JAI.1",
    initials="kg/TN/pj",
)


def _units() -> tuple[Keyed, ...]:
    ordered = [OF_2037[at] for at in (0, 1, 4, 3, 5, 6, 7)]
    ordered.insert(3, replace(OF_2049[4], label="Drug production and trafficking"))
    found = []
    for one in numbered(ordered, areas="a"):
        areas = tuple(replace(area, number=f"{one.number}{area.number}") for area in one.areas)
        found.append(replace(one, areas=areas))
    return keyed(found)


UNITS = _units()
PARAGRAPHS = asked(
    [later(ASKED_2037[at], 12, priority_7="priority 7 of the table") for at in (1, 0, 3, 2, 4, 5, 7, 6, 9, 8, 12, 11)],
    first=2,
)

CSS = """
p { text-align: justify; }
.n { margin-left: 11mm; text-indent: -11mm; }
.n > i { display: inline-block; width: 11mm; text-indent: 0; font-style: normal; }
.a { margin-left: 19mm; text-indent: -8mm; }
@page wide { size: A4 landscape; margin: 20mm 18mm 26mm 18mm; }
.wide { page: wide; break-before: page; }
.grid { font-size: 12pt; line-height: 1.6; orphans: 1; widows: 1; }
.grid td, .grid th { border: 0.5pt solid #777; padding: 4pt 6pt; }
.grid th { background: #ececec; text-align: center; }
.grid td:first-child { text-align: center; }
.grid p { margin: 0 0 0.5em 0; text-align: left; } .grid p:last-child { margin-bottom: 0; }
.grid tr.p td { font-weight: bold; background: #f7f7f7; } .grid tr.p td + td + td { font-weight: normal; }
.grid tr.s td + td { padding-left: 7mm; } .grid tr.s td + td + td { padding-left: 6pt; }
@footnote { border-top: 0.5pt solid black; padding-top: 2pt; }
::footnote-call { color: black; font-size: 65%; vertical-align: super; line-height: 0; font-weight: normal; }
"""


def _cell(inks: Inks, one: Keyed) -> str:
    """Aims as paragraphs; those of fraud and of drugs in one paragraph, parted by semicolons."""
    inked: list[Ink] = [inks(key, aim.text) for key, aim in one.aims]
    if one.key in ("p3", "p6"):
        joined: list[Ink | str] = []
        for ink in inked:
            joined += ["; ", ink] if joined else [ink]
        return block((*joined, "."))
    return "".join(block((ink, ".")) for ink in inked)


def _table(inks: Inks) -> str:
    rows = ""
    for one in UNITS:
        label = span(inks(one.key, one.unit.label))
        if one.aims:
            cell = _cell(inks, one)
        else:
            numbers = [str(area.unit.number) for area in one.areas]
            cell = f"<i>see {', '.join(numbers[:-1])} and {numbers[-1]}</i>"
        rows += f'<tr class="p"><td>{one.unit.number}</td><td>{label}</td><td>{cell}</td></tr>'
        for area in one.areas:
            label = span(inks(area.key, area.unit.label))
            number, cell = area.unit.number, _cell(inks, area)
            rows += f'<tr class="s"><td>{number}</td><td>{label}</td><td>{cell}</td></tr>'
    return grid((("No.", 6), ("Priority and sub-area", 28), ("Aim", 66)), rows)


def _body(inks: Inks) -> str:
    parts = [
        cover_page(COVER),
        '<div class="annex"><p class="right"><b>ANNEX I</b></p>',
        '<p class="centred"><b>DRAFT CONCLUSIONS OF THE COUNCIL<br>on the crime priorities of the EMPACT cycle '
        "2049-2052</b></p>",
        "<p>THE COUNCIL OF THE EUROPEAN UNION,</p>",
        *(block(later(RECITALS_2037[at], 12)) for at in (0, 2, 4, 6, 7, 9, 10)),
        "<p>HAS ADOPTED THE FOLLOWING CONCLUSIONS:</p>",
        '<p class="n"><i>(1)</i>The Council SETS the priorities and the aims listed in Annex II, and AGREES that those '
        "which are divided have one plan for each of their sub-areas.</p>",
    ]
    for request in PARAGRAPHS:
        text = span(inks(request.key, request.paragraph.text))
        parts.append(f'<p class="n"><i>({request.number})</i>{text}</p>')
        points = ink_points(inks, request.key, request.paragraph.points, ("a)",))
        parts += [f'<p class="a">{span(ink)}</p>' for _, _, ink in points]
    parts.append(
        '</div><div class="wide"><p class="right"><b>ANNEX II</b></p><p class="centred"><b>Priorities, sub-areas and '
        f"aims</b></p>{_table(inks)}</div>"
    )
    return "".join(parts)


def _produce(inks: Inks, pdf: Path) -> None:
    css = pages(COVER) + pages(COVER).split("@page annex")[1].join(("@page wide", "")) + CSS
    by_weasyprint(page_of(css, _body(inks), title=TITLE), pdf, DAY)


def main() -> None:
    """Set the paper and write its gold."""
    document = council_document(
        COVER.number, TITLE, "2049-05-28", cycle="2049-2052", marking=None, subject_codes=list(COVER.codes)
    )
    write_conclusions(made(PDF, _produce), document, UNITS, PARAGRAPHS)


if __name__ == "__main__":
    main()
