"""zoo-plan-forms-above: forms without rules in which each label stands above its value, in three columns of fields.

Labels are small grey capitals. Number and title are a line across, then the description without any label, then two
rows of three fields; indicators run in one line parted by bars.

Run: python -m tests.golden.layouts.make.plan_forms_above (needs typst)
"""

import datetime
from pathlib import Path

from tests.golden.layouts.make.inks import Inks, Text
from tests.golden.layouts.make.papers import Cover, made, zoo
from tests.golden.layouts.make.plan_records import Row, joined, laid, write_plan
from tests.golden.layouts.make.plan_texts import PROPERTY
from tests.golden.layouts.make.typ import by_typst, cover_page, pages, preamble, typ

PDF = zoo("plan-forms-above")
DAY = datetime.date(2049, 12, 13)
PLAN = PROPERTY
COVER = Cover(
    number="95211/49",
    place_and_date="Brussels, 13 December 2049",
    kind="INFORMATION NOTE",
    rows=(
        ("From:", "General Secretariat of the Council"),
        ("To:", "National EMPACT coordinators"),
        ("No. prev. doc.:", "95201/49"),
        ("Subject:", "The actions against property crime in 2050 and 2051 at a glance"),
    ),
    body=(
        "The operational action plan of document 95201/49 (EMPACT cycle 2049-2052) is reproduced in the annex in the "
        "form in which it will be shown to national coordinators.",
    ),
    codes=("COSI 255", "JAI 1770"),
    marking="LIMITE",
    label="OAP 2050-2051 Property crime at a glance",
)


def _field(label: str, value: Text) -> str:
    return f"[#text(size: 7.5pt, fill: luma(90), tracking: 0.4pt)[{label.upper()}] \\ {typ(value)}]"


def _form(one: Row) -> str:
    action = one.action
    number, title, text = typ(one.number), typ(one.title), typ(one.text)
    fields = (
        _field("Action leader", one.leader),
        _field("Co-leaders", one.co_leaders),
        _field("Goals", one.cell("goals", ", ".join(action.goals))),
        _field("Start", one.start),
        _field("End", one.end),
        _field("Status", one.cell("status", action.status or "")),
    )
    wide = (
        _field("Participants", one.participants),
        _field("Funding", one.cell("funding", action.funding or "")),
        _field("Indicators", joined(one.kpis(), " | ")),
    )
    return f"""#block(breakable: false, below: 9mm)[
#text(font: "Liberation Sans", weight: "bold", size: 11pt)[{number}#h(1em){title}]

{text}

#grid(columns: (1fr, 1fr, 1fr), row-gutter: 3mm, column-gutter: 5mm, {", ".join(fields)},
  {", ".join(f"grid.cell(colspan: 3, {cell})" for cell in wide)})
]"""


def _source(inks: Inks) -> str:
    first, annex = pages(COVER)
    parts = [preamble(DAY, size="10.5pt"), first, cover_page(COVER), annex, "#align(right)[*ANNEX*]"]
    for heading, rows in laid(inks, PLAN):
        parts.append(f"#block(sticky: true)[#text(size: 13pt)[*{heading.goal.number} {typ(heading.label)}*]]")
        parts.append(typ(heading.statement))
        parts += [_form(one) for one in rows]
    return "\n\n".join(parts)


def _produce(inks: Inks, pdf: Path) -> None:
    by_typst(_source(inks), pdf, DAY)


def main() -> None:
    """Set the plan and write its gold."""
    measured = made(PDF, _produce)
    write_plan(measured, PLAN, COVER, "2049-12-13", "2049-2052", with_funding=True, with_status=True)


if __name__ == "__main__":
    main()
