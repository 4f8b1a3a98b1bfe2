"""zoo-conclusions2-romans: priorities as roman-numbered headings, crime areas as (i), (ii), aims as dashes below.

What the Council does "with a view to -ing" stands between them and is no aim: as a paragraph below the heading, as a
line after the dashes, once as a dash of its own. A priority without areas has its dashes right below the heading.
Paragraphs that ask are numbered 1. to 12. and stand before the priorities.

Run: python -m tests.golden.layouts.make.conclusions2_romans (needs typst)
"""

import datetime
from dataclasses import replace
from pathlib import Path

from tests.golden.layouts.make.conclusion_texts import ASKED_2041, OF_2041, RECITALS_2041, numbered
from tests.golden.layouts.make.conclusions2_texts import ROMANS
from tests.golden.layouts.make.inks import Inks
from tests.golden.layouts.make.later import later
from tests.golden.layouts.make.papers import Cover, made, zoo
from tests.golden.layouts.make.records import Keyed, asked, council_document, ink_points, keyed, write_conclusions
from tests.golden.layouts.make.typ import by_typst, pages, preamble, typ

PDF = zoo("conclusions2-romans")
TITLE = "Council conclusions on the fields of joint action of the EMPACT cycle 2045-2048"
DAY = datetime.date(2045, 6, 9)
COVER = Cover(
    number="95123/45",
    place_and_date="Luxembourg, 9 June 2045",
    kind="OUTCOME OF PROCEEDINGS",
    rows=(
        ("From:", "General Secretariat of the Council"),
        ("On:", "9 June 2045"),
        ("To:", "Delegations"),
        ("No. prev. doc.:", "95120/45 + ADD 1"),
        ("Subject:", TITLE),
    ),
    body=("Delegations will find in the annex the conclusions as adopted by the Council at its 4 507th meeting.",),
    codes=("COSI 107", "ENFOPOL 226", "CRIMORG 58", "CORDROGUE 61", "ENV 402", "JAI 633"),
    unit="JAI.1",
    marking="LIMITE",
    initials="ad/LW/ft",
)


def _units() -> tuple[Keyed, ...]:
    drugs, fraud, networks, cyber, people, smuggling, nature, arms = (
        later(OF_2041[at], 4) for at in (5, 6, 0, 1, 3, 4, 7, 8)
    )
    persons = replace(people, label="Crimes against persons", aims=(), areas=(people, smuggling))
    ordered = numbered((networks, drugs, persons, cyber, fraud, arms, nature), areas="i")
    return keyed([replace(one, number=ROMANS[at]) for at, one in enumerate(ordered)])


UNITS = _units()
PARAGRAPHS = asked(
    [
        later(ASKED_2041[at], 4, aims_of_the_table="aims of the annex")
        for at in (2, 1, 5, 6, 8, 9, 12, 14, 15, 20, 18, 17)
    ],
)

# Below the heading of a priority: what is done there, and to which end; no aim begins here.
BELOW = {
    "p2": "The Council pursues this priority with a view to reducing the number of deaths, and not that of arrests.",
    "p3": "Both areas are dealt with in one plan, with a view to sparing victims a second interview.",
    "p5": "The areas differ in their offenders, and agree in their need for accountants. They have been brought "
    "together with a view to sharing the few of these that there are.",
}
# After the dashes of a priority or an area.
AFTER = {
    "p1": "Prosecutors take part from the outset, with a view to obtaining sentences and not only arrests.",
    "s2": "Laboratories are to be dismantled with a view to protecting soil and water.",
    "p6": "– with a view to informing the public, the number of weapons destroyed is made known each spring.",
    "s5": "Payments are stopped with a view to returning them.",
}


def _dashes(inks: Inks, one: Keyed, indent: str) -> list[str]:
    found = []
    for at, (key, aim) in enumerate(one.aims):
        stop = "." if at == len(one.aims) - 1 else ";"
        found.append(
            f"#block(inset: (left: {indent}), below: 0.9em, par(hanging-indent: 5mm)[#box(width: 5mm)[–]"
            f"{typ((inks(key, aim.text), stop))}])"
        )
    return found


def _aside(key: str, table: dict[str, str], indent: str = "0mm") -> list[str]:
    return [f"#block(inset: (left: {indent}))[{typ(table[key])}]"] if key in table else []


def _priorities(inks: Inks) -> list[str]:
    found = []
    for one in UNITS:
        found.append(
            "#block(sticky: true, above: 1.8em)[#text(size: 12.5pt)[*"
            f"#box(width: 11mm)[{one.unit.number}.]{typ(inks(one.key, one.unit.label))}*]]"
        )
        found += _aside(one.key, BELOW)
        found += _dashes(inks, one, "6mm")
        found += _aside(one.key, AFTER, "6mm" if one.key == "p6" else "0mm")
        for area in one.areas:
            label = typ(inks(area.key, area.unit.label))
            found.append(f"#block(sticky: true, inset: (left: 6mm))[#box(width: 9mm)[({area.unit.number})]_{label}_]")
            found += _dashes(inks, area, "15mm")
            found += _aside(area.key, AFTER, "15mm")
    return found


def _cover_page() -> str:
    """Rows ruled one by one, the number in the middle of the page's head."""
    rows = ", ".join(
        f"[{label}], [{'#strong' if value == TITLE else '#'}[{value}]], table.hline(stroke: 0.4pt)"
        for label, value in COVER.rows
    )
    codes = " \\ ".join(COVER.codes)
    return f"""#grid(columns: (1.2fr, 1fr), [#text(size: 13pt, weight: "bold")[Council of the \\ European Union]],
  align(right)[*{COVER.place_and_date}* \\ {COVER.original}])
#v(5mm)
#grid(columns: (1.2fr, 1fr), [], align(right)[*{COVER.number}* \\ #v(2mm)
  #text(size: 13pt)[*LIMITE*] \\ #v(2mm) {codes}])
#v(6mm)
*{COVER.kind}*
#table(columns: (33mm, 1fr), stroke: none, inset: (x: 0pt, y: 5pt), table.hline(stroke: 0.8pt), {rows})
#v(4mm)
{COVER.body[0]}
"""


def _source(inks: Inks) -> str:
    first, annex = pages(COVER)
    parts = [
        preamble(DAY),
        "#set par(justify: true)",
        first,
        _cover_page(),
        annex,
        "#align(right)[*ANNEX*]",
        "#align(center)[*COUNCIL CONCLUSIONS \\ on the fields of joint action of the EMPACT cycle 2045-2048*]",
        "THE COUNCIL OF THE EUROPEAN UNION,",
        *(typ(later(RECITALS_2041[at], 4)) for at in (1, 2, 6, 9, 12)),
        "HAS ADOPTED THESE CONCLUSIONS:",
    ]
    for request in PARAGRAPHS:
        parts.append(
            f"#grid(columns: (9mm, 1fr), [{request.number}.], [{typ(inks(request.key, request.paragraph.text))}])"
        )
        parts += [
            f"#block(inset: (left: 9mm), par(hanging-indent: 7mm)[{typ(ink)}])"
            for _, _, ink in ink_points(inks, request.key, request.paragraph.points, ("(a)",))
        ]
    parts.append("#grid(columns: (9mm, 1fr), [13.], [DECIDES on the fields of joint action set out below.])")
    return "\n\n".join([*parts, *_priorities(inks)])


def _produce(inks: Inks, pdf: Path) -> None:
    by_typst(_source(inks), pdf, DAY)


def main() -> None:
    """Set the paper and write its gold."""
    document = council_document(
        COVER.number, TITLE, "2045-06-09", cycle="2045-2048", marking="LIMITE", subject_codes=list(COVER.codes)
    )
    write_conclusions(made(PDF, _produce), document, UNITS, PARAGRAPHS)


if __name__ == "__main__":
    main()
