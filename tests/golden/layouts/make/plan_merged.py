"""zoo-plan-merged: a ruled grid whose goals are merged cells at the left, cut by page ends; actions HRCN-OA-1.2.

The goal is named once, at the top of its merged cell, and not repeated on the next page. Its label and statement stand
in the same cell below its number.

Run: python -m tests.golden.layouts.make.plan_merged (needs Chromium)
"""

import datetime
from pathlib import Path

from tests.golden.layouts.make.inks import Inks
from tests.golden.layouts.make.later import later
from tests.golden.layouts.make.papers import Cover, made, zoo
from tests.golden.layouts.make.plan_records import laid, write_plan
from tests.golden.layouts.make.plan_texts import NATURE_AND_ARMS, bare, pick, renumbered, single
from tests.golden.layouts.make.web import by_browser, cover_page, grid, page_of, pages, span

PDF = zoo("plan-merged")
DAY = datetime.date(2049, 11, 24)
PLAN = single(
    renumbered(
        bare(later(pick(NATURE_AND_ARMS, CHSG_1=(0, 1, 6, 7), SG_1=(0, 1, 2, 3, 5), CHSG_6=(0, 2, 4, 5)), 8)),
        "HRCN-OA-{g}.{n}",
    )
)
COVER = Cover(
    number="95206/49",
    place_and_date="Brussels, 24 November 2049",
    kind="NOTE",
    rows=(
        ("From:", "General Secretariat of the Council"),
        ("To:", "Standing Committee on Operational Cooperation on Internal Security (COSI)"),
        ("No. prev. doc.:", "95104/49"),
        ("Subject:", "EMPACT 2049-2052 - Operational action plan 2050 on high-risk criminal networks (HRCN)"),
    ),
    body=("The Committee is invited to adopt the plan in the annex.",),
    codes=("COSI 226", "ENFOPOL 597", "CRIMORG 181", "JAI 1622"),
    marking="LIMITE",
    initials="vp/CS/md",
    label="OAP 2050 HRCN",
)

CSS = """
.grid { font-size: 8.6pt; line-height: 1.25; table-layout: fixed; }
.grid td, .grid th { border: 0.6pt solid black; padding: 3pt 4pt; }
.grid th { background: #dddddd; }
.grid .g { background: #f4f4f4; }
.k { margin-left: 6pt; text-indent: -6pt; }
thead { display: table-header-group; }
tr { break-inside: auto; }
"""
HEADS = (
    ("Strategic goal", 14),
    ("Ref.", 9),
    ("Name of action", 11),
    ("Description", 26),
    ("AL", 5),
    ("Co-AL", 6),
    ("Participants", 11),
    ("Start", 7),
    ("End", 7),
    ("Indicators", 12),
)


def _table(inks: Inks) -> str:
    rows = ""
    for heading, actions in laid(inks, PLAN):
        for at, one in enumerate(actions):
            goal = ""
            if at == 0:
                goal = (
                    f'<td class="g" rowspan="{len(actions)}"><b>{heading.goal.number}</b><br>'
                    f"<b>{span(heading.label)}</b><br>{span(heading.statement)}</td>"
                )
            cells = (
                span(one.number),
                span(one.title),
                span(one.text),
                span(one.leader),
                span(one.co_leaders),
                span(one.participants),
                span(one.start),
                span(one.end),
                "".join(f'<div class="k">– {span(kpi)}</div>' for kpi in one.kpis()),
            )
            rows += f"<tr>{goal}" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"
    note = "<p>AL: action leader. Co-AL: co-leader of the action. TBC: to be confirmed.</p>"
    return grid(HEADS, rows) + note


def _produce(inks: Inks, pdf: Path) -> None:
    css = pages(COVER, annex_size="A4 landscape", annex_margin="20mm 13mm 26mm 13mm") + CSS
    body = f'{cover_page(COVER)}<div class="annex"><p class="right"><u>ANNEX</u></p>{_table(inks)}</div>'
    by_browser(page_of(css, body, title=COVER.subject), pdf, DAY)


def main() -> None:
    """Set the plan and write its gold."""
    write_plan(made(PDF, _produce), PLAN, COVER, "2049-11-24", "2049-2052")


if __name__ == "__main__":
    main()
