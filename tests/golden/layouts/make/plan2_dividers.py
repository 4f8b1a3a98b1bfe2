"""zoo-plan2-dividers: a page of its own, white on colour, for each goal; forms of four cells behind it, numbered A-07.

Nothing in a form names its goal: it is that of the divider page before it. Number and title share a dark line without
labels; rows hold label, value, label, value, or a value across; forms are cut by page ends. One goal is horizontal.

Run: python -m tests.golden.layouts.make.plan2_dividers (needs typst)
"""

import datetime
from pathlib import Path

from tests.golden.layouts.make.inks import Inks, Text
from tests.golden.layouts.make.later import later
from tests.golden.layouts.make.papers import BAND, Cover, made, zoo
from tests.golden.layouts.make.plan2_kit import restyled
from tests.golden.layouts.make.plan_records import Heading, Row, joined, laid, write_plan
from tests.golden.layouts.make.plan_texts import PEOPLE_AND_PAYMENTS, pick, renumbered, single
from tests.golden.layouts.make.typ import by_typst, cover_page, pages, preamble, typ

PDF = zoo("plan2-dividers")
DAY = datetime.date(2049, 11, 29)
PLAN = restyled(
    renumbered(
        single(later(pick(PEOPLE_AND_PAYMENTS, SG_2=(0, 1, 3, 4, 6), SG_1=(1, 4, 6), CHSG_6=(1, 2, 3)), 8)), "A-{m:02d}"
    ),
    {"SG 2": "Strategic Goal 1", "SG 1": "Strategic Goal 2", "CHSG 6": "CHSG 6"},
)
COVER = Cover(
    number="95220/49",
    place_and_date="Brussels, 29 November 2049",
    kind="NOTE",
    rows=(
        ("From:", "Europol"),
        ("To:", "Standing Committee on Operational Cooperation on Internal Security (COSI)"),
        ("No. prev. doc.:", "95198/49"),
        ("Subject:", "Operational action plan 2050: people on the move (EMPACT cycle 2049-2052)"),
    ),
    body=("The plan is submitted for adoption. Each goal opens on a page of its own; the actions follow it.",),
    codes=("COSI 241", "ENFOPOL 615", "MIGR 402", "JAI 1722"),
    marking="LIMITE",
    label="OAP 2050 People on the move",
)

_STYLES = """#set par(leading: 0.55em, spacing: 0.9em)
#let k(body) = table.cell(fill: rgb("#dfe7ee"))[#text(size: 8.5pt, weight: "bold")[#body]]
#let form(number, title, ..rows) = block(below: 7mm, breakable: true, table(
  columns: (27mm, 1fr, 27mm, 1fr), inset: 5pt, stroke: 0.5pt + luma(140),
  table.cell(fill: rgb("#24425f"))[#text(fill: white, weight: "bold")[#number]],
  table.cell(colspan: 3, fill: rgb("#24425f"))[#text(fill: white, weight: "bold")[#title]],
  ..rows))
"""


def _label(text: str) -> str:
    return f"k[{text}]"


def _form(one: Row) -> str:
    action = one.action

    def pair(label: str, value: Text) -> list[str]:
        return [_label(label), f"[{typ(value)}]"]

    def across(label: str, value: Text) -> list[str]:
        return [_label(label), f"table.cell(colspan: 3)[{typ(value)}]"]

    number, title = typ(one.number), typ(one.title)
    rows = [
        *across("What is done", one.text),
        *pair("Action leader", one.leader),
        *pair("Co-leader(s)", one.co_leaders),
        *across("Participants", one.participants),
        *pair("Starts", one.start),
        *pair("Ends", one.end),
        *across("Indicators", joined(one.kpis())),
        *pair("Funding", one.cell("funding", action.funding or "")),
        *pair("Status", one.cell("status", action.status or "")),
    ]
    return f"#form([{number}], [{title}], {', '.join(rows)})"


def _divider(heading: Heading) -> str:
    band = f"align(center, text(size: 7.5pt, fill: luma(210))[{BAND}])"
    return f"""#page(fill: rgb("#24425f"), footer: none, header: {band})[
#set text(fill: white, font: "Liberation Sans")
#v(62mm)
#text(size: 15pt)[{heading.goal.number}]
#line(length: 40mm, stroke: 1.5pt + rgb("#e8b93c"))
#text(size: 27pt, weight: "bold")[{typ(heading.label)}]
#v(6mm)
#block(width: 75%, text(size: 12.5pt)[{typ(heading.statement)}])
]"""


def _source(inks: Inks) -> str:
    first, annex = pages(COVER)
    parts = [preamble(DAY, font="Liberation Sans", size="9.5pt"), first, cover_page(COVER), annex, _STYLES]
    for heading, rows in laid(inks, PLAN):
        parts.append(_divider(heading))
        parts += [_form(one) for one in rows]
    return "\n\n".join(parts)


def _produce(inks: Inks, pdf: Path) -> None:
    by_typst(_source(inks), pdf, DAY)


def main() -> None:
    """Set the plan and write its gold."""
    measured = made(PDF, _produce)
    write_plan(measured, PLAN, COVER, "2049-11-29", "2049-2052", with_funding=True, with_status=True)


if __name__ == "__main__":
    main()
