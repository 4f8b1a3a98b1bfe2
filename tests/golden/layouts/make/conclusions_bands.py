"""zoo-conclusions-bands: each priority is a shaded band across the page, its areas are rows below it.

The rows have two columns, label and aims, and thin rules between them; a priority without areas has its aims in one
cell across. Two aims share a cell, parted by a semicolon. Operative paragraphs have headings, notes have a rule.

Run: python -m tests.golden.layouts.make.conclusions_bands (needs typst)
"""

import datetime
from pathlib import Path

from tests.golden.layouts.make.conclusion_texts import ASKED_2037, OF_2037, RECITALS_2037, numbered
from tests.golden.layouts.make.inks import Inks
from tests.golden.layouts.make.later import later
from tests.golden.layouts.make.papers import Cover, made, zoo
from tests.golden.layouts.make.records import asked, council_document, ink_points, keyed, write_conclusions
from tests.golden.layouts.make.typ import by_typst, cover_page, pages, preamble, typ

PDF = zoo("conclusions-bands")
TITLE = "Conclusions of the Council on joint action against serious and organised crime in the cycle 2049-2052"
DAY = datetime.date(2049, 6, 4)
COVER = Cover(
    number="95103/49",
    place_and_date="Brussels, 4 June 2049",
    kind="COVER NOTE",
    rows=(
        ("From:", "General Secretariat of the Council"),
        ("To:", "Delegations"),
        ("Subject:", TITLE),
    ),
    body=(
        "Delegations will find annexed the above conclusions{The text was approved without discussion.}. The "
        "priorities are arranged by the number of areas into which they are divided.",
    ),
    codes=("COSI 88", "ENFOPOL 251", "CRIMORG 69", "CORDROGUE 38", "ENFOCUSTOM 77", "JAI 710"),
    unit="JAI.1",
)
UNITS = keyed(numbered([OF_2037[at] for at in (6, 1, 3, 2, 4, 5, 7)], areas="1.1"))
PARAGRAPHS = asked(
    [later(ASKED_2037[at], 12, priority_7="priority 1") for at in (0, 1, 2, 3, 4, 6, 7, 8, 9, 10, 12)], first=2
)
HEADINGS = {2: "The plans", 6: "Agencies and partners", 11: "Review and data"}


def _table(inks: Inks) -> str:
    rows = []
    for one in UNITS:
        label = typ(inks(one.key, one.unit.label))
        rows.append(
            f'table.cell(colspan: 2, fill: rgb("#d9e2ec"), inset: 6pt)[#strong[Priority {one.unit.number}. {label}]]'
        )
        if one.aims:
            aims = typ("; ").join(typ(inks(key, aim.text)) for key, aim in one.aims)
            rows.append(f"table.cell(colspan: 2)[{aims}.]")
        for area in one.areas:
            aims = " \\ #v(1mm)".join(typ(inks(key, aim.text)) + "." for key, aim in area.aims)
            rows.append(f"[{area.unit.number} {typ(inks(area.key, area.unit.label))}], [{aims}]")
    return (
        "#table(columns: (46mm, 1fr), inset: (x: 5pt, y: 5pt), "
        f"stroke: (x: none, y: 0.4pt + luma(150)), {', '.join(rows)})"
    )


def _source(inks: Inks) -> str:
    first, annex = pages(COVER)
    parts = [
        preamble(DAY),
        first,
        cover_page(COVER),
        annex,
        "#align(right)[#underline[ANNEX]]",
        f"#align(center)[*{TITLE.upper()}*]",
        "THE COUNCIL OF THE EUROPEAN UNION,",
        *(typ(later(RECITALS_2037[at], 12)) for at in (1, 5, 6, 9)),
        "#grid(columns: (9mm, 1fr), [1.], [LAYS DOWN the priorities and aims set out in the table:])",
        _table(inks),
    ]
    for request in PARAGRAPHS:
        heading = HEADINGS.get(int(request.number or 0))
        if heading:
            parts.append(f"#block(sticky: true)[_{heading}_]")
        parts.append(
            f"#grid(columns: (9mm, 1fr), [{request.number}.], [{typ(inks(request.key, request.paragraph.text))}])"
        )
        parts += [
            f"#block(inset: (left: 15mm), par(hanging-indent: 7mm)[{typ(ink)}])"
            for _, _, ink in ink_points(inks, request.key, request.paragraph.points, ("a)",))
        ]
    return "\n\n".join(parts)


def _produce(inks: Inks, pdf: Path) -> None:
    by_typst(_source(inks), pdf, DAY)


def main() -> None:
    """Set the paper and write its gold."""
    document = council_document(
        COVER.number, TITLE, "2049-06-04", cycle="2049-2052", marking=None, subject_codes=list(COVER.codes)
    )
    write_conclusions(made(PDF, _produce), document, UNITS, PARAGRAPHS)


if __name__ == "__main__":
    main()
