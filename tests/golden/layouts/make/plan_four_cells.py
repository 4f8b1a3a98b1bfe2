"""zoo-plan-four-cells: forms whose rows hold label, value, label, value; two forms a page under headings of goals.

Title and description run across; leader and co-leader, start and end, goal and number stand side by side. Forms are
kept on one page each, except the long ones, of which one is cut between two rows.

Run: python -m tests.golden.layouts.make.plan_four_cells (needs reportlab)
"""

import datetime
from pathlib import Path

from reportlab.platypus import PageBreak

from tests.golden.layouts.make.inks import Ink, Inks
from tests.golden.layouts.make.lab import (
    TA_LEFT,
    Flowable,
    Frame,
    PageTemplate,
    Spacer,
    Table,
    by_reportlab,
    cover_page,
    foot,
    para,
    style,
)
from tests.golden.layouts.make.papers import Cover, made, zoo
from tests.golden.layouts.make.plan_records import Row, laid, write_plan
from tests.golden.layouts.make.plan_texts import PEOPLE_AND_PAYMENTS, pick, renumbered

PDF = zoo("plan-four-cells")
DAY = datetime.date(2041, 11, 27)
PLAN = renumbered(pick(PEOPLE_AND_PAYMENTS, SG_2=(0, 2, 4, 6, 8), SG_3=(1, 3, 5, 8), CHSG_6=(0, 3)), "{digit}.{n}")
COVER = Cover(
    number="95209/41",
    place_and_date="Brussels, 27 November 2041",
    kind="NOTE",
    rows=(
        ("From:", "General Secretariat of the Council"),
        ("To:", "Delegations"),
        ("No. prev. doc.:", "90210/41"),
        ("Subject:", "Operational action plan 2042: people, goods and payments"),
    ),
    body=("The plan follows the form agreed for the EMPACT cycle 2041-2044. Each action has a form of its own.",),
    codes=("COSI 230", "ENFOPOL 603", "MIGR 400", "JAI 1650"),
    marking="LIMITE",
    initials="ks/OB/ks",
    label="OAP 2042 People, goods, payments",
)

CELL = style("cell", fontName="LiberationSans", fontSize=9, leading=11.5, alignment=TA_LEFT, spaceAfter=0)
LABEL = style("label", fontName="LiberationSans-Bold", fontSize=8.5, leading=11.5, alignment=TA_LEFT, spaceAfter=0)
HEAD = style("head", fontName="LiberationSans-Bold", fontSize=12, leading=15, alignment=TA_LEFT, keepWithNext=1)


def _bulleted(inks: list[Ink]) -> list[Flowable]:
    return [para(("• ", ink), CELL) for ink in inks]


def _form(one: Row) -> Table:
    action = one.action

    def label(text: str) -> Flowable:
        return para(text, LABEL)

    rows = [
        [
            label("Action No"),
            para(one.number, CELL),
            label("Strategic goal(s)"),
            para(one.cell("goals", ", ".join(action.goals)), CELL),
        ],
        [label("Title"), para(one.title, CELL), "", ""],
        [label("Description"), para(one.text, CELL), "", ""],
        [label("Leader"), para(one.leader, CELL), label("Co-leader(s)"), para(one.co_leaders, CELL)],
        [label("Participants"), para(one.participants, CELL), "", ""],
        [label("Start"), para(one.start, CELL), label("End"), para(one.end, CELL)],
        [label("KPIs"), _bulleted(one.kpis()), label("Funding"), para(one.cell("funding", action.funding or ""), CELL)],
    ]
    across = [("SPAN", (1, row), (3, row)) for row in (1, 2, 4)]
    return Table(
        rows,
        colWidths=[80, 165, 85, 145],
        spaceAfter=16,
        style=[
            ("GRID", (0, 0), (-1, -1), 0.5, "black"),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("BACKGROUND", (0, 0), (0, -1), "#e8e8e8"),
            *[("BACKGROUND", (2, row), (2, row), "#e8e8e8") for row in (0, 3, 5, 6)],
            ("TOPPADDING", (0, 0), (-1, -1), 2.5),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 2.5),
            *across,
        ],
    )


def _story(inks: Inks) -> list[Flowable]:
    story: list[Flowable] = [*cover_page(COVER), PageBreak()]
    for heading, rows in laid(inks, PLAN):
        story.append(para((f"{heading.goal.number}: ", heading.label), HEAD))
        story.append(para(heading.statement, style("statement", fontName="LiberationSans", fontSize=9.5, leading=13)))
        story += [_form(one) for one in rows]
        story.append(Spacer(1, 4))
    return story


def _produce(inks: Inks, pdf: Path) -> None:
    frame = Frame(60, 76, 475, 712, 0, 0, 0, 0)
    by_reportlab(_story(inks), pdf, DAY, [PageTemplate("page", [frame], onPage=foot(COVER))], (595.3, 841.9))


def main() -> None:
    """Set the plan and write its gold."""
    write_plan(made(PDF, _produce), PLAN, COVER, "2041-11-27", "2041-2044", with_funding=True)


if __name__ == "__main__":
    main()
