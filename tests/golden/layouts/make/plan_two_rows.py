"""zoo-plan-two-rows: an upright grid in which each action has two rows: its cells, and its description across.

The header has two rows as well. Rows of cells are shaded, those of descriptions are not; a pair of rows is parted by a
page end once, so that a description stands alone at the top of a page.

Run: python -m tests.golden.layouts.make.plan_two_rows (needs reportlab)
"""

import datetime
from pathlib import Path

from reportlab.platypus import PageBreak

from tests.golden.layouts.make.inks import Inks, Text
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
from tests.golden.layouts.make.plan_records import joined, laid, write_plan
from tests.golden.layouts.make.plan_texts import NATURE_AND_ARMS, bare, pick, renumbered

PDF = zoo("plan-two-rows")
DAY = datetime.date(2041, 12, 4)
PLAN = renumbered(
    bare(pick(NATURE_AND_ARMS, SG_2=(0, 1, 3, 4, 5, 6, 7), SG_1=(0, 1, 2, 4), CHSG_6=(1, 3, 4))), "OA {g}.{n}"
)
COVER = Cover(
    number="95217/41",
    place_and_date="Brussels, 4 December 2041",
    kind="NOTE",
    rows=(
        ("From:", "Presidency"),
        ("To:", "Standing Committee on Operational Cooperation on Internal Security (COSI)"),
        ("No. prev. doc.:", "90210/41"),
        ("Subject:", "Operational action plan 2042 for the priorities “Drugs” and “Top-level criminal networks”"),
    ),
    body=("The plan was drawn up in accordance with the terms of reference of the EMPACT cycle 2041-2044.",),
    codes=("COSI 243", "CRIMORG 199", "CORDROGUE 104", "JAI 1720"),
    marking="LIMITE",
    initials="ft/AM/ft",
    label="OAP 2042 Drugs and networks",
)
CELL = style("cell", fontName="LiberationSerif", fontSize=9.5, leading=11.5, alignment=TA_LEFT, spaceAfter=0)
HEAD = style("head", fontName="LiberationSerif-Bold", fontSize=9.5, leading=11.5, alignment=TA_LEFT, spaceAfter=0)
WIDTHS = (38, 92, 44, 50, 108, 62, 81)


def _table(inks: Inks) -> Table:
    heads = ("No", "Title", "Leader", "Co-leader", "Participants", "Goals", "From / until")
    rows: list[list[Flowable | str]] = [[para(head, HEAD) for head in heads], [para("Description. Indicators", HEAD)]]
    look: list[tuple[object, ...]] = [("SPAN", (0, 1), (-1, 1)), ("BACKGROUND", (0, 0), (-1, 1), "#c9d3c0")]
    for heading, actions in laid(inks, PLAN):
        look += [("SPAN", (0, len(rows)), (-1, len(rows))), ("BACKGROUND", (0, len(rows)), (-1, len(rows)), "#e3e9de")]
        text = (f"{heading.goal.number} ", heading.label)
        rows.append([[para(text, HEAD), para(heading.statement, CELL)]])
        for one in actions:
            action = one.action
            look.append(("BACKGROUND", (0, len(rows)), (-1, len(rows)), "#f3f3ee"))
            when = (one.start, "\n", one.end) if action.start != action.end else (one.start,)
            contents: tuple[Text, ...] = (
                one.number,
                one.title,
                one.leader,
                one.co_leaders,
                one.participants,
                one.cell("goals", ", ".join(action.goals)),
                when,
            )
            rows.append([para(content, CELL) for content in contents])
            look.append(("SPAN", (0, len(rows)), (-1, len(rows))))
            rows.append([[para(one.text, CELL), para(("//Indicators:// ", *joined(one.kpis())), CELL)]])
    padded = [row + [""] * (len(WIDTHS) - len(row)) for row in rows]
    return Table(
        padded,
        colWidths=WIDTHS,
        repeatRows=2,
        style=[
            ("GRID", (0, 0), (-1, -1), 0.4, "black"),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("TOPPADDING", (0, 0), (-1, -1), 2),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
            ("LEFTPADDING", (0, 0), (-1, -1), 3),
            ("RIGHTPADDING", (0, 0), (-1, -1), 3),
            *look,
        ],
    )


def _produce(inks: Inks, pdf: Path) -> None:
    frame = Frame(60, 76, 475, 712, 0, 0, 0, 0)
    story = [*cover_page(COVER), PageBreak(), para("**ANNEX**", HEAD), Spacer(1, 30), _table(inks)]
    by_reportlab(story, pdf, DAY, [PageTemplate("page", [frame], onPage=foot(COVER))], (595.3, 841.9))


def main() -> None:
    """Set the plan and write its gold."""
    write_plan(made(PDF, _produce), PLAN, COVER, "2041-12-04", "2041-2044")


if __name__ == "__main__":
    main()
