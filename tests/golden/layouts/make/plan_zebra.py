"""zoo-plan-zebra: a grid with striped grounds and no rules, actions numbered Action 1 to Action 13 through the plan.

Leader and co-leaders share a cell ("ES (IT, HR)"); the goal is a column of numbers, explained in a table in front. One
row runs over a page end, where its ground is cut as well.

Run: python -m tests.golden.layouts.make.plan_zebra (needs WeasyPrint)
"""

import datetime
from pathlib import Path

from tests.golden.layouts.make.inks import Inks
from tests.golden.layouts.make.later import later
from tests.golden.layouts.make.papers import Cover, made, zoo
from tests.golden.layouts.make.plan_records import Row, laid, write_plan
from tests.golden.layouts.make.plan_texts import NATURE_AND_ARMS, bare, pick, renumbered
from tests.golden.layouts.make.web import by_weasyprint, cover_page, grid, page_of, pages, span

PDF = zoo("plan-zebra")
DAY = datetime.date(2049, 11, 30)
PLAN = renumbered(bare(later(pick(NATURE_AND_ARMS, SG_1=range(6), SG_2=(0, 1, 2, 3, 5, 6, 7)), 8)), "Action {m}")
COVER = Cover(
    number="95203/49",
    place_and_date="Brussels, 30 November 2049",
    kind="NOTE",
    rows=(
        ("From:", "Presidency"),
        ("To:", "Delegations"),
        ("No. prev. doc.:", "95188/49"),
        ("Subject:", "Operational action plan 2050 - Networks and drugs (EMPACT cycle 2049-2052)"),
    ),
    body=("Delegations will find annexed the plan for 2050 as agreed at expert level.",),
    codes=("COSI 233", "ENFOPOL 606", "CORDROGUE 98", "JAI 1688"),
    marking="LIMITE",
    initials="ag/NV/dk",
    label="OAP 2050 Networks and drugs",
)

CSS = """
.grid { font-family: "Noto Sans"; font-size: 7.7pt; line-height: 1.35; table-layout: fixed;
  hyphens: auto; orphans: 1; widows: 1; }
.grid td, .grid th { padding: 3.6pt 5pt; }
.grid th { background: #2f4858; color: white; }
.grid tr.odd td { background: #eef3ec; }
.goals { width: 70%; margin-bottom: 4mm; font-size: 10pt; }
.grid ul { margin: 0; padding-left: 9pt; }
.grid li::marker { color: black; }
"""
HEADS = (
    ("Action", 7),
    ("SG", 6),
    ("Title", 11),
    ("Description of the action", 27),
    ("Leader (co-leaders)", 9),
    ("Participants", 13),
    ("Starts", 8),
    ("Ends", 8),
    ("Measured by", 11),
)


def _team(one: Row) -> str:
    if one.action.co_leaders in ("–", "TBC"):
        return span(one.leader)
    return span((one.leader, " (", one.co_leaders, ")"))


def _tables(inks: Inks) -> str:
    goals, rows, count = "", "", 0
    for heading, actions in laid(inks, PLAN):
        goals += f"<tr><td><b>{heading.goal.number}</b></td><td><b>{span(heading.label)}</b></td>"
        goals += f"<td>{span(heading.statement)}</td></tr>"
        for one in actions:
            count += 1
            kpis = "".join(f"<li>{span(kpi)}</li>" for kpi in one.kpis())
            cells = (
                f"<b>{span(one.number)}</b>",
                span(one.cell("goals", ", ".join(one.action.goals))),
                span(one.title),
                span(one.text),
                _team(one),
                span(one.participants),
                span(one.start),
                span(one.end),
                f"<ul>{kpis}</ul>",
            )
            kind = ' class="odd"' if count % 2 == 0 else ""
            rows += f"<tr{kind}>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"
    return f'<table class="goals">{goals}</table>{grid(HEADS, rows)}'


def _produce(inks: Inks, pdf: Path) -> None:
    css = pages(COVER, annex_size="A4 landscape", annex_margin="20mm 14mm 25mm 14mm") + CSS
    body = (
        f'{cover_page(COVER)}<div class="annex"><p><b>ANNEX – STRATEGIC GOALS AND ACTIONS</b></p>{_tables(inks)}</div>'
    )
    by_weasyprint(page_of(css, body, title=COVER.subject), pdf, DAY)


def main() -> None:
    """Set the plan and write its gold."""
    write_plan(made(PDF, _produce), PLAN, COVER, "2049-11-30", "2049-2052")


if __name__ == "__main__":
    main()
