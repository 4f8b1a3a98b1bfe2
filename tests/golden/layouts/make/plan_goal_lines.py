"""zoo-plan-goal-lines: goals as headings, tables below them with horizontal rules only; CHSG 1 - OA 1.4.

A landscape plan from typst. The rules are those above the header, below it and at the end of each table; rows are
parted by white space alone. Notes of cells stand at the foot of the page.

Run: python -m tests.golden.layouts.make.plan_goal_lines (needs typst)
"""

import datetime
from pathlib import Path

from tests.golden.layouts.make.inks import Inks
from tests.golden.layouts.make.papers import Cover, made, zoo
from tests.golden.layouts.make.plan_records import joined, laid, write_plan
from tests.golden.layouts.make.plan_texts import NATURE_AND_ARMS, pick, renumbered, single
from tests.golden.layouts.make.typ import by_typst, cover_page, pages, preamble, typ

PDF = zoo("plan-goal-lines")
DAY = datetime.date(2041, 11, 28)
PLAN = single(
    renumbered(
        pick(NATURE_AND_ARMS, CHSG_1=(0, 2, 3, 4, 5, 7), CHSG_6=(0, 1, 3, 4), SG_2=(4, 6)),
        "{goal} - OA {digit}.{n}",
    )
)
COVER = Cover(
    number="95205/41",
    place_and_date="Brussels, 28 November 2041",
    kind="NOTE",
    rows=(
        ("From:", "General Secretariat of the Council"),
        ("To:", "Standing Committee on Operational Cooperation on Internal Security (COSI)"),
        ("No. prev. doc.:", "90301/41"),
        ("Subject:", "Actions under the common horizontal strategic goals in 2042, and some others"),
    ),
    body=("The operational action plan in the annex is the horizontal one of the EMPACT cycle 2041-2044.",),
    codes=("COSI 231", "ENFOPOL 605", "JAI 1661"),
    marking="LIMITE",
    label="OAP 2042 Horizontal",
)
HEADS = ("Reference", "Title", "Description", "Leader", "Co-leader(s)", "Participants", "Start", "End", "KPIs")


def _source(inks: Inks) -> str:
    first, annex = pages(COVER, annex_page='paper: "a4", flipped: true', margin="")
    annex = annex.replace("(top: 26mm, bottom: 30mm, x: 25mm)", "(top: 20mm, bottom: 27mm, x: 15mm)")
    parts = [preamble(DAY), first, cover_page(COVER), annex, "#set text(size: 9pt)", "*ANNEX*"]
    heads = ", ".join(f"[*{head}*]" for head in HEADS)
    for heading, rows in laid(inks, PLAN):
        parts.append(
            f"#block(sticky: true, above: 6mm)[#text(size: 12pt)[*{heading.goal.number}: {typ(heading.label)}*]]\n\n"
            f"#block(sticky: true)[{typ(heading.statement)}]"
        )
        cells = []
        for one in rows:
            contents = (
                one.number,
                one.title,
                one.text,
                one.leader,
                one.co_leaders,
                one.participants,
                one.start,
                one.end,
                joined(one.kpis()),
            )
            cells += [f"[{typ(content)}]" for content in contents]
        parts.append(
            "#table(columns: (24mm, 25mm, 1fr, 15mm, 17mm, 36mm, 21mm, 22mm, 34mm), stroke: none, "
            f"inset: (x: 3pt, y: 4pt), table.hline(stroke: 0.8pt), table.header({heads}), table.hline(stroke: 0.4pt), "
            f"{', '.join(cells)}, table.hline(stroke: 0.8pt))"
        )
    return "\n\n".join(parts)


def _produce(inks: Inks, pdf: Path) -> None:
    by_typst(_source(inks), pdf, DAY)


def main() -> None:
    """Set the plan and write its gold."""
    write_plan(made(PDF, _produce), PLAN, COVER, "2041-11-28", "2041-2044")


if __name__ == "__main__":
    main()
