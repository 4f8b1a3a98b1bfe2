"""zoo-plan-page-forms: one action a page, as a ruled form of two columns with unusual labels.

The goals are listed on a page of their own; a form names its goals by number. Co-leader and participants share a row
in two forms, indicators are numbered, and the number of an action stands in the heading above its form and nowhere
else.

Run: python -m tests.golden.layouts.make.plan_page_forms (needs LibreOffice)
"""

import datetime
from collections.abc import Iterator
from pathlib import Path

from tests.golden.layouts.make.inks import Inks, Text
from tests.golden.layouts.make.later import later
from tests.golden.layouts.make.papers import Cover, made, zoo
from tests.golden.layouts.make.plan_records import Row, laid, write_plan
from tests.golden.layouts.make.plan_texts import PEOPLE_AND_PAYMENTS, pick, renumbered
from tests.golden.layouts.make.word import InkPaper, paper, save

PDF = zoo("plan-page-forms")
DAY = datetime.date(2049, 12, 6)
PLAN = renumbered(later(pick(PEOPLE_AND_PAYMENTS, SG_1=(0, 4, 6), SG_3=(4, 6), CHSG_6=(1, 2)), 8), "OA {g}.{n}")
COVER = Cover(
    number="95208/49",
    place_and_date="Brussels, 6 December 2049",
    kind="NOTE",
    rows=(
        ("From:", "Europol"),
        ("To:", "Standing Committee on Operational Cooperation on Internal Security (COSI)"),
        ("Subject:", "Operational action plan 2050 against extortion and easy earnings: sheets of the actions"),
    ),
    body=(
        "One sheet has been filled in for each action that is new or has changed since the plans of the EMPACT cycle "
        "2049-2052 were presented.",
    ),
    codes=("COSI 248", "ENFOPOL 633", "CYBER 360", "JAI 1741"),
    marking="LIMITE",
    label="OAP 2050 Extortion and earnings",
)


def _rows(one: Row, together: bool) -> Iterator[tuple[str, tuple[Text, ...]]]:
    """Labels and paragraphs of a form."""
    action = one.action
    yield "Designation", (one.title,)
    yield "What is to be achieved, and how", (one.text,)
    yield "In the lead", (one.leader,)
    if together:
        yield "Supported by", (("Co-leader: ", one.co_leaders), ("Participants: ", one.participants))
    else:
        yield "Deputy lead", (one.co_leaders,)
        yield "Participating", (one.participants,)
    yield "Serves goal(s)", (one.cell("goals", ", ".join(action.goals)),)
    yield "Begins", (one.start,)
    yield "Ends", (one.end,)
    yield "How success is measured", tuple((f"{at}. ", kpi) for at, kpi in enumerate(one.kpis(), 1))
    yield "Paid for by", (one.cell("funding", action.funding or ""),)
    yield "State", (one.cell("status", action.status or ""),)


def _write(inks: Inks) -> InkPaper:
    made_of = paper(COVER, DAY, body_pt=11.5)
    made_of.annex()
    made_of.line("ANNEX", bold=True, underline=True, after=12)
    made_of.line("The goals of the plan", bold=True, size=14, after=10)
    goals = list(laid(inks, PLAN))
    for heading, _ in goals:
        made_of.line((f"{heading.goal.number}  ", heading.label), bold=True, before=6, after=2, keep=True)
        made_of.body(heading.statement, spacing=1.2)
    count = 0
    for _, rows in goals:
        for one in rows:
            count += 1
            made_of.page_break()
            made_of.line(("Sheet of action ", one.number), bold=True, size=14, after=10)
            table = made_of.table((4.6, 11.4))
            for label, values in _rows(one, together=count in (2, 5)):
                left, right = table.add_row().cells
                made_of.fill(left, label, italic=True, before=4, after=4)
                for value in values:
                    made_of.fill(right, value, before=4, after=4, spacing=1.15)
            made_of.line("Filled in by the action leader; checked by the Driver.", italic=True, size=9, before=10)
    return made_of


def _produce(inks: Inks, pdf: Path) -> None:
    save(_write(inks), pdf)


def main() -> None:
    """Set the plan and write its gold."""
    measured = made(PDF, _produce)
    write_plan(measured, PLAN, COVER, "2049-12-06", "2049-2052", with_funding=True, with_status=True)


if __name__ == "__main__":
    main()
