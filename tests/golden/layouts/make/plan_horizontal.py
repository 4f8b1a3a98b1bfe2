"""zoo-plan-horizontal: a landscape grid with horizontal rules only, actions numbered 2.3.

The goals stand in front of the grid with their statements; the grid names them by number in a column. Several dates
and participants take two lines, and rows are cut by page ends without a rule.

Run: python -m tests.golden.layouts.make.plan_horizontal (needs LibreOffice)
"""

import datetime
from pathlib import Path

from corpus.sample.make.council import soften
from tests.golden.layouts.make.inks import Inks
from tests.golden.layouts.make.papers import Cover, made, zoo
from tests.golden.layouts.make.plan_records import laid, write_plan
from tests.golden.layouts.make.plan_texts import PROPERTY
from tests.golden.layouts.make.word import InkPaper, paper, save

PDF = zoo("plan-horizontal")
DAY = datetime.date(2049, 12, 2)
COVER = Cover(
    number="95201/49",
    place_and_date="Brussels, 2 December 2049",
    kind="NOTE",
    rows=(
        ("From:", "General Secretariat of the Council"),
        ("To:", "Standing Committee on Operational Cooperation on Internal Security (COSI)"),
        ("No. prev. doc.:", "95104/49"),
        ("Subject:", "Operational action plan 2050-2051 on organised property crime"),
    ),
    body=(
        "The plan in the annex belongs to the EMPACT cycle 2049-2052. It was drawn up by the Driver (BE) and the "
        "Co-driver (IT).",
    ),
    codes=("COSI 240", "ENFOPOL 611", "CRIMORG 190", "JAI 1710"),
    marking="LIMITE",
    initials="tb/KL/tb",
    label="OAP 2050-2051 Organised property crime",
)
COLUMNS = (
    ("No", 1.1),
    ("Action", 3.2),
    ("Description", 7.2),
    ("Goal", 1.9),
    ("Leader", 1.6),
    ("Co-leader(s)", 1.9),
    ("Participants", 3.4),
    ("Start", 2.1),
    ("End", 2.2),
    ("KPI", 2.9),
)
_SIZE = 10


def _write(inks: Inks) -> InkPaper:
    made_of = paper(COVER, DAY)
    made_of.annex(landscape=True)
    made_of.line("ANNEX", bold=True, after=4)
    made_of.line("ORGANISED PROPERTY CRIME: ACTIONS IN 2050 AND 2051", bold=True, centred=True, after=8)
    goals = list(laid(inks, PROPERTY))
    for heading, _ in goals:
        label = (f"{heading.goal.number} ", heading.label, ". ", heading.statement)
        made_of.line(label, size=10.5, after=3)
    made_of.line("", after=4)
    table = made_of.table([width for _, width in COLUMNS], ruled=False)
    header = made_of.header_row(table, [name for name, _ in COLUMNS], size=_SIZE, shade="FFFFFF")
    made_of.edges(header.cells, top=12, bottom=8)
    for _, rows in goals:
        for one in rows:
            action = one.action
            cells = table.add_row().cells
            made_of.edges(cells, top=4)
            goal = one.cell("goals", ", ".join(action.goals))
            text, title = one.text, one.title
            for cell, content in zip(
                cells[:-1],
                (
                    one.number,
                    title.changed(soften(title.marked)),
                    text.changed(soften(text.marked)),
                    goal,
                    one.leader,
                    one.co_leaders,
                    one.participants,
                    one.start,
                    one.end,
                ),
                strict=True,
            ):
                made_of.fill(cell, content, size=_SIZE, before=2, after=3)
            for kpi in one.kpis():
                made_of.fill(cells[-1], ("- ", kpi), size=_SIZE, before=2, indent=0.25)
    made_of.edges(table.rows[-1].cells, top=4, bottom=12)
    return made_of


def _produce(inks: Inks, pdf: Path) -> None:
    save(_write(inks), pdf)


def main() -> None:
    """Set the plan and write its gold."""
    write_plan(made(PDF, _produce), PROPERTY, COVER, "2049-12-02", "2049-2052")


if __name__ == "__main__":
    main()
