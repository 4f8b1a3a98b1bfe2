"""zoo-plan-goal-tables: each goal is a heading with a statement, and a ruled table of its actions below; SG 2 / OA 2.1.

An upright plan: seven narrow columns, titles and descriptions hyphenated, "from" and "to" in one cell, no indicators.
Each table has its own header, which is repeated where the table runs over a page.

Run: python -m tests.golden.layouts.make.plan_goal_tables (needs LibreOffice)
"""

import datetime
from pathlib import Path

from corpus.sample.make.council import soften
from tests.golden.layouts.make.inks import Inks
from tests.golden.layouts.make.papers import Cover, made, zoo
from tests.golden.layouts.make.plan_records import laid, write_plan
from tests.golden.layouts.make.plan_texts import NATURE_AND_ARMS, pick, renumbered, single
from tests.golden.layouts.make.word import InkPaper, paper, save

PDF = zoo("plan-goal-tables")
DAY = datetime.date(2041, 11, 25)
PLAN = single(
    renumbered(
        pick(NATURE_AND_ARMS, SG_2=(0, 2, 3, 5, 7, 8), SG_3=(0, 2, 4, 6, 8), CHSG_6=(1, 3)),
        "{goal} / OA {digit}.{n}",
    )
)
COVER = Cover(
    number="95204/41",
    place_and_date="Brussels, 25 November 2041",
    kind="NOTE",
    rows=(
        ("From:", "Presidency"),
        ("To:", "Standing Committee on Operational Cooperation on Internal Security (COSI)"),
        ("No. prev. doc.:", "90210/41"),
        ("Subject:", "Operational action plan 2042: drugs, arms and harm to nature"),
    ),
    body=("The draft plan of the first year of the EMPACT cycle 2041-2044 is set out in the annex.",),
    codes=("COSI 228", "ENFOPOL 599", "CORDROGUE 95", "ENV 1098", "JAI 1633"),
    marking="LIMITE",
    initials="eh/CV/eh",
    label="OAP 2042 Drugs, arms, nature",
)
COLUMNS = (
    ("No", 1.7),
    ("Action", 2.7),
    ("What it consists in", 4.9),
    ("Leader", 1.5),
    ("Co-leader", 1.5),
    ("Participants", 2.6),
    ("Period", 2.1),
)


def _write(inks: Inks) -> InkPaper:
    made_of = paper(COVER, DAY, body_pt=11, ruled=True)
    made_of.annex()
    made_of.line("ANNEX", bold=True, underline=True, after=10)
    for place, (heading, rows) in enumerate(laid(inks, PLAN), 1):
        made_of.line(
            (f"{place}. Goal {heading.goal.number}: ", heading.label), bold=True, size=12, before=10, after=4, keep=True
        )
        made_of.line(heading.statement, after=6, keep=True)
        table = made_of.table([width for _, width in COLUMNS])
        made_of.header_row(table, [name for name, _ in COLUMNS], size=9.5, shade="F2E3C6")
        for one in rows:
            cells = table.add_row().cells
            title, text = one.title, one.text
            for cell, content in zip(
                cells[:-1],
                (
                    one.number,
                    title.changed(soften(title.marked)),
                    text.changed(soften(text.marked)),
                    one.leader,
                    one.co_leaders,
                    one.participants,
                ),
                strict=True,
            ):
                made_of.fill(cell, content, size=9.5, before=1, after=1)
            made_of.fill(cells[-1], ("from ", one.start), size=9.5, before=1)
            made_of.fill(cells[-1], ("to ", one.end), size=9.5, after=1)
    return made_of


def _produce(inks: Inks, pdf: Path) -> None:
    save(_write(inks), pdf)


def main() -> None:
    """Set the plan and write its gold."""
    write_plan(made(PDF, _produce), PLAN, COVER, "2041-11-25", "2041-2044", with_kpis=False)


if __name__ == "__main__":
    main()
