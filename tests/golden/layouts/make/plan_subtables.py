"""zoo-plan-subtables: a ruled landscape grid with a small table of indicators, baselines and targets inside a cell.

Goals are bands across. The small tables have rules and headers of their own; where a page cuts a row, it cuts them
too.

Run: python -m tests.golden.layouts.make.plan_subtables (needs LibreOffice)
"""

import datetime
from pathlib import Path

from tests.golden.layouts.make.inks import Inks
from tests.golden.layouts.make.papers import Cover, made, zoo
from tests.golden.layouts.make.plan_records import laid, write_plan
from tests.golden.layouts.make.plan_texts import PROPERTY, renumbered, single
from tests.golden.layouts.make.word import InkPaper, paper, save

PDF = zoo("plan-subtables")
DAY = datetime.date(2049, 12, 9)
PLAN = single(renumbered(PROPERTY, "OA {g}.{n}"))
COVER = Cover(
    number="95214/49",
    place_and_date="Brussels, 9 December 2049",
    kind="NOTE",
    rows=(
        ("From:", "Europol"),
        ("To:", "Delegations"),
        ("No. prev. doc.:", "95201/49"),
        ("Subject:", "Plan of operational actions 2050-2051 on property crime, with indicators"),
    ),
    body=("The annex repeats the plan in document 95201/49 and adds baselines and targets (EMPACT cycle 2049-2052).",),
    codes=("COSI 251", "ENFOPOL 640", "JAI 1755"),
    marking="LIMITE",
    label="OAP 2050-2051 Property crime, indicators",
)
COLUMNS = (
    ("OA", 1.6),
    ("Title", 2.6),
    ("Description", 6.6),
    ("Team", 5.0),
    ("Period", 2.3),
    ("Performance", 7.6),
    ("Status", 1.8),
)
_SIZE = 9.5


def _write(inks: Inks) -> InkPaper:
    made_of = paper(COVER, DAY)
    made_of.annex(landscape=True)
    made_of.line("ANNEX", bold=True, after=4)
    table = made_of.table([width for _, width in COLUMNS])
    made_of.header_row(table, [name for name, _ in COLUMNS], size=_SIZE, shade="D9E2F3")
    for heading, rows in laid(inks, PLAN):
        cells = table.add_row().cells
        band = cells[0].merge(cells[-1])
        made_of.fill(band, (f"{heading.goal.number} ", heading.label), bold=True, size=10, keep=True)
        made_of.fill(band, heading.statement, size=_SIZE, keep=True)
        made_of.shade(band, "EEF2F9")
        for one in rows:
            cells = table.add_row().cells
            for cell, content in zip(cells[:3], (one.number, one.title, one.text), strict=True):
                made_of.fill(cell, content, size=_SIZE, before=1, after=1)
            for label, value in (
                ("Leader: ", one.leader),
                ("Co-leaders: ", one.co_leaders),
                ("Participants: ", one.participants),
            ):
                made_of.fill(cells[3], (f"//{label}//", value), size=_SIZE, before=1)
            made_of.fill(cells[4], one.start, size=_SIZE, before=1)
            made_of.fill(cells[4], ("to ", one.end), size=_SIZE)
            small = made_of.nested(cells[5], (3.6, 1.7, 1.7))
            row = small.add_row()
            for cell, name in zip(row.cells, ("Indicator", "Baseline", "Target"), strict=True):
                made_of.fill(cell, name, italic=True, size=8.5)
            for at, item in enumerate(one.action.kpis):
                row = small.add_row()
                for cell, content in zip(
                    row.cells, (one.cell(f"kpi{at}", item.name), item.baseline, item.target), strict=True
                ):
                    made_of.fill(cell, content, size=8.5)
            made_of.fill(cells[6], one.cell("status", one.action.status or ""), size=_SIZE, before=1)
    return made_of


def _produce(inks: Inks, pdf: Path) -> None:
    save(_write(inks), pdf)


def main() -> None:
    """Set the plan and write its gold."""
    write_plan(made(PDF, _produce), PLAN, COVER, "2049-12-09", "2049-2052", with_status=True)


if __name__ == "__main__":
    main()
