"""zoo-plan2-groups: "SG.1 …" and "CHSG.3 …" as headings before groups of forms; a form is a framed run of bold labels.

Forms have no columns: a line with "Activity 4" and the title, the description behind its label, then labels that run
in, several to a line. The frame is open where a page end cuts it. The sentence of a goal stands below its heading,
after "Goal statement:"; the cover names goals by number only.

Run: python -m tests.golden.layouts.make.plan2_groups (needs reportlab)
"""

import datetime
from pathlib import Path

from reportlab.platypus import PageBreak

from tests.golden.layouts.make.inks import Ink, Inks, Text
from tests.golden.layouts.make.lab import (
    TA_LEFT,
    Flowable,
    Frame,
    PageTemplate,
    Table,
    by_reportlab,
    cover_page,
    foot,
    para,
    style,
)
from tests.golden.layouts.make.later import later
from tests.golden.layouts.make.papers import Cover, made, zoo
from tests.golden.layouts.make.plan2_kit import restyled
from tests.golden.layouts.make.plan_records import Row, joined, laid, write_plan
from tests.golden.layouts.make.plan_texts import PEOPLE_AND_PAYMENTS, pick, renumbered, single

PDF = zoo("plan2-groups")
DAY = datetime.date(2053, 11, 25)
PLAN = restyled(
    renumbered(
        single(later(pick(PEOPLE_AND_PAYMENTS, SG_3=(0, 2, 4, 5, 6, 8), SG_2=(2, 5, 7), CHSG_6=(0, 1, 3)), 12)),
        "Activity {m}",
    ),
    {"SG 3": "SG.1", "SG 2": "SG.2", "CHSG 6": "CHSG.3"},
)
COVER = Cover(
    number="95223/53",
    place_and_date="Brussels, 25 November 2053",
    kind="“I” ITEM NOTE",
    rows=(
        ("From:", "General Secretariat of the Council"),
        ("To:", "Permanent Representatives Committee"),
        ("No. prev. doc.:", "95211/53"),
        ("Subject:", "EMPACT cycle 2053-2056: operational action plan 2054 on illicit earnings"),
    ),
    body=("The plan in the annex comprises goals SG.1, SG.2 and CHSG.3, and twelve activities.",),
    codes=("COSI 260", "ENFOPOL 650", "CRIMORG 211", "JAI 1800"),
    marking="LIMITE",
    initials="wd/KI/wd",
    label="OAP 2054 Illicit earnings",
)

CELL = style("cell", fontSize=10.3, leading=13.6, alignment=TA_LEFT, spaceAfter=0)
HEAD = style(
    "head", fontName="LiberationSerif-Bold", fontSize=13, leading=16, alignment=TA_LEFT, spaceBefore=6, keepWithNext=1
)
STATEMENT = style("statement", fontName="LiberationSerif-Italic", fontSize=10.5, leading=14, spaceAfter=10)


def _bold(ink: Ink) -> Ink:
    return ink.changed(f"**{ink.marked}**")


def _form(one: Row) -> Table:
    action = one.action
    rows: list[Text] = [
        (_bold(one.number), " – ", _bold(one.title)),
        ("**Description:** ", one.text),
        ("**Leader:** ", one.leader, "   **Co-leader(s):** ", one.co_leaders),
        ("**Participants:** ", one.participants),
        (
            "**Start:** ",
            one.start,
            "   **End:** ",
            one.end,
            "   **State of play:** ",
            one.cell("status", action.status or ""),
        ),
        ("**Indicators:** ", *joined(one.kpis()), "."),
        ("**Funding:** ", one.cell("funding", action.funding or ""), "."),
    ]
    return Table(
        [[para(row, CELL)] for row in rows],
        colWidths=[475],
        spaceAfter=14,
        style=[
            ("BOX", (0, 0), (0, -1), 0.8, "#555555"),
            ("TOPPADDING", (0, 0), (0, -1), 1.5),
            ("BOTTOMPADDING", (0, 0), (0, -1), 1.5),
            ("TOPPADDING", (0, 0), (0, 0), 5),
            ("BOTTOMPADDING", (0, -1), (0, -1), 5),
        ],
    )


def _story(inks: Inks) -> list[Flowable]:
    story: list[Flowable] = [*cover_page(COVER), PageBreak()]
    for heading, rows in laid(inks, PLAN):
        story.append(para((f"{heading.goal.number} ", heading.label), HEAD))
        story.append(para(("Goal statement: ", heading.statement), STATEMENT))
        story += [_form(one) for one in rows]
    return story


def _produce(inks: Inks, pdf: Path) -> None:
    frame = Frame(60, 76, 475, 712, 0, 0, 0, 0)
    by_reportlab(_story(inks), pdf, DAY, [PageTemplate("page", [frame], onPage=foot(COVER))], (595.3, 841.9))


def main() -> None:
    """Set the plan and write its gold."""
    measured = made(PDF, _produce)
    write_plan(measured, PLAN, COVER, "2053-11-25", "2053-2056", with_funding=True, with_status=True)


if __name__ == "__main__":
    main()
