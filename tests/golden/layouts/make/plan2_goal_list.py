"""zoo-plan2-goal-list: the goals stand once, in a ruled table in front; the forms give nothing but their numbers.

One form of two columns an action, numbered 2.3 in a row of its own; those who take part are in two rows, Member States
and others. Goals are not in the order of the actions, and some forms name a goal that the table does not list. Forms
run over page ends between rows and within one. Actions of one goal follow each other without any heading.

Run: python -m tests.golden.layouts.make.plan2_goal_list (needs LibreOffice)
"""

import datetime
from collections.abc import Iterator
from pathlib import Path

from tests.golden.layouts.make.inks import Inks, Text
from tests.golden.layouts.make.later import later
from tests.golden.layouts.make.papers import Cover, made, zoo
from tests.golden.layouts.make.plan_records import Row, laid, write_plan
from tests.golden.layouts.make.plan_texts import NATURE_AND_ARMS, pick, renumbered
from tests.golden.layouts.make.word import InkPaper, paper, save

PDF = zoo("plan2-goal-list")
DAY = datetime.date(2045, 12, 4)
PLAN = renumbered(later(pick(NATURE_AND_ARMS, SG_3=(0, 2, 3, 5, 8), SG_1=(0, 1, 4, 2), CHSG_1=(1, 4, 5)), 4), "{g}.{n}")
COVER = Cover(
    number="95222/45",
    place_and_date="Brussels, 4 December 2045",
    kind="COVER NOTE",
    rows=(
        ("From:", "Driver of the priority, through the General Secretariat of the Council"),
        ("To:", "Standing Committee on Operational Cooperation on Internal Security (COSI)"),
        ("No. prev. doc.:", "95180/45"),
        ("Subject:", "Operational action plan 2046, arms and harm to nature - Adoption"),
    ),
    body=(
        "COSI is invited to adopt the plan in the annex, which is the first of its kind in the EMPACT cycle 2045-2048.",
    ),
    codes=("COSI 229", "ENFOPOL 577", "ENV 990", "JAI 1603"),
    marking="LIMITE",
    initials="ir/GA/ir",
    label="OAP 2046 Arms and nature",
)


def _rows(one: Row) -> Iterator[tuple[str, tuple[Text, ...]]]:
    """Labels and paragraphs of a form."""
    action = one.action
    states, _, others = action.participants.partition("; ")
    yield "Number", (one.number,)
    yield "Title", (one.title,)
    yield "Goal(s)", (one.cell("goals", ", ".join(action.goals)),)
    yield "Description", (one.text,)
    yield "Action leader", (one.leader,)
    yield "Co-leader(s)", (one.co_leaders,)
    yield "Participating Member States", (one.cell("states", states),)
    yield "Agencies, third countries, others", (one.cell("others", others or "–"),)
    yield "Start date", (one.start,)
    yield "End date", (one.end,)
    yield "KPIs", tuple(("- ", kpi) for kpi in one.kpis())


def _write(inks: Inks) -> InkPaper:
    made_of = paper(COVER, DAY, body_pt=11)
    made_of.annex()
    made_of.line("ANNEX", bold=True, underline=True, after=12)
    made_of.line("1. Goals served by the actions of this plan", bold=True, size=13, after=8)
    table = made_of.table((2.2, 4.6, 9.2))
    made_of.header_row(table, ("No.", "Strategic goal", "What it is to bring about"), shade="DDE6EE")
    goals = list(laid(inks, PLAN))
    for heading, _ in (goals[2], goals[1], goals[0]):
        cells = table.add_row().cells
        made_of.fill(cells[0], heading.goal.number, before=3, after=3)
        made_of.fill(cells[1], heading.label, bold=True, before=3, after=3)
        made_of.fill(cells[2], heading.statement, before=3, after=3)
    made_of.line("2. Actions", bold=True, size=13, before=18, after=8, keep=True)
    for _, rows in goals:
        for one in rows:
            form = made_of.table((4.8, 11.2))
            for label, values in _rows(one):
                row = form.add_row()
                left, right = row.cells
                made_of.shade(left, "EEF2F5")
                made_of.fill(left, label, bold=True, size=10, before=2, after=2)
                for value in values:
                    made_of.fill(right, value, before=2, after=2)
            made_of.line("", after=8)
    return made_of


def _produce(inks: Inks, pdf: Path) -> None:
    save(_write(inks), pdf)


def main() -> None:
    """Set the plan and write its gold."""
    write_plan(made(PDF, _produce), PLAN, COVER, "2045-12-04", "2045-2048")


if __name__ == "__main__":
    main()
