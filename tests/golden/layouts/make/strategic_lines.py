"""zoo-strategic-lines: a strategic plan that is one table of goals and indicators, without vertical rules.

A goal's cell is merged over the rows of its indicators and holds number, label and statement; rules part the goals,
none the indicators of one goal. Two goals of a single priority (SG) follow the common ones.

Run: python -m tests.golden.layouts.make.strategic_lines (needs LibreOffice)
"""

import datetime
from pathlib import Path

from corpus.sample.make.gold import GoldDocument
from corpus.sample.make.strategic_plan_2041 import GOALS
from tests.golden.layouts.make.inks import Inks
from tests.golden.layouts.make.papers import Cover, made, zoo
from tests.golden.layouts.make.plan_texts import PROPERTY
from tests.golden.layouts.make.records import council_document
from tests.golden.layouts.make.word import InkPaper, paper, save

PDF = zoo("strategic-lines")
DAY = datetime.date(2041, 7, 3)
COVER = Cover(
    number="95402/41",
    place_and_date="Brussels, 3 July 2041",
    kind="NOTE",
    rows=(
        ("From:", "General Secretariat of the Council"),
        ("To:", "Delegations"),
        ("No. prev. doc.:", "90301/41"),
        ("Subject:", "Goals and indicators for the years 2041 to 2044 (multi-annual strategic plan)"),
    ),
    body=("The table in the annex gathers the goals of the EMPACT cycle 2041-2044 and what is measured under each.",),
    codes=("COSI 135", "ENFOPOL 347", "JAI 893"),
    marking="LIMITE",
    initials="na/GG/na",
)
# Number, label, statement, indicators (name, baseline, target, source).
ROWS = [
    (
        f"CHSG {at}",
        goal.label,
        goal.statement,
        [(one.name, one.baseline, one.target, one.source) for one in goal.indicators],
    )
    for at, goal in enumerate(GOALS[:5], 1)
]
ROWS += [
    (
        f"SG {at}",
        PROPERTY[place][0].label,
        statement,
        [
            (item.name, item.baseline, item.target, "Drivers")
            for action in PROPERTY[place][1][:2]
            for item in action.kpis
        ],
    )
    for at, (place, statement) in enumerate(
        (
            (1, "By the end of 2044 stolen vehicles, works of art and machines are recognised before anybody pays."),
            (2, "Those whom travelling crews might rob, or hire, or rent a room from, know by then how it is done."),
        ),
        1,
    )
]


def _write(inks: Inks) -> InkPaper:
    made_of = paper(COVER, DAY, body_pt=11)
    made_of.annex()
    made_of.line("ANNEX", bold=True, underline=True, after=10)
    table = made_of.table((5.4, 5.2, 1.9, 1.9, 1.9), ruled=False)
    header = made_of.header_row(
        table, ("Goal", "Key performance indicator", "Baseline", "Target", "Source"), size=9.5, shade="FFFFFF"
    )
    made_of.edges(header.cells, top=12, bottom=6)
    for at, (number, label, statement, indicators) in enumerate(ROWS, 1):
        first = len(table.rows)
        for place, (name, *values) in enumerate(indicators):
            row = table.add_row()
            made_of.edges(row.cells, top=0 if place else 4, bottom=4 if place == len(indicators) - 1 else 0)
            made_of.fill(row.cells[1], inks(f"g{at}/kpi{place}", name), size=9.5, before=3, after=3)
            for cell, value in zip(row.cells[2:], values, strict=True):
                made_of.fill(cell, value, size=9.5, before=3)
        cell = table.rows[first].cells[0].merge(table.rows[-1].cells[0])
        made_of.edges([cell], top=4)
        made_of.fill(cell, (f"{number} ", inks(f"g{at}/label", label)), bold=True, size=9.5, before=3)
        made_of.fill(cell, inks(f"g{at}", statement), size=9.5, before=2, after=3)
    made_of.line("", after=6)
    made_of.body("Baselines are those of 2040. Sources report by the end of January each year.", spacing=1.2)
    return made_of


def _produce(inks: Inks, pdf: Path) -> None:
    save(_write(inks), pdf)


def main() -> None:
    """Set the plan and write its gold."""
    measured = made(PDF, _produce)
    gold = GoldDocument(
        PDF,
        **council_document(
            COVER.number,
            COVER.subject,
            "2041-07-03",
            kind="strategic_plan",
            cycle="2041-2044",
            marking="LIMITE",
            subject_codes=list(COVER.codes),
        ),
    )
    for at, (number, label, statement, indicators) in enumerate(ROWS, 1):
        gold.add(
            f"g{at}",
            "goal",
            statement,
            measured.spans(f"g{at}"),
            number=number,
            title=label,
            horizontal=number.startswith("CHSG"),
            kpis=[name for name, *_ in indicators],
        )
    gold.write()


if __name__ == "__main__":
    main()
