"""zoo-plan-bare: a landscape grid without any rules or grounds, actions numbered OA 2.1.1 under lines of goals.

Title and description share a cell, start and end another ("1 March 2042 – 31 December 2042"), and indicators are
parted by semicolons. The goals' lines look like rows that have one cell.

Run: python -m tests.golden.layouts.make.plan_bare (needs Chromium)
"""

import datetime
from pathlib import Path

from tests.golden.layouts.make.inks import Inks
from tests.golden.layouts.make.papers import Cover, made, zoo
from tests.golden.layouts.make.plan_records import joined, laid, write_plan
from tests.golden.layouts.make.plan_texts import PEOPLE_AND_PAYMENTS, pick, renumbered, single
from tests.golden.layouts.make.web import by_browser, cover_page, grid, page_of, pages, span

PDF = zoo("plan-bare")
DAY = datetime.date(2041, 11, 26)
PLAN = single(
    renumbered(pick(PEOPLE_AND_PAYMENTS, SG_1=(0, 1, 3, 5, 7), SG_2=(0, 1, 3, 4, 7), SG_3=(0, 2, 4, 7)), "OA 2.{g}.{n}")
)
COVER = Cover(
    number="95202/41",
    place_and_date="Brussels, 26 November 2041",
    kind="NOTE",
    rows=(
        ("From:", "Europol"),
        ("To:", "Standing Committee on Operational Cooperation on Internal Security (COSI)"),
        ("Subject:", "EMPACT 2041-2044 - Operational action plan no 2 for the year 2042"),
    ),
    body=("COSI will find in the annex the second of the plans for 2042. Amounts are in euro.",),
    codes=("COSI 229", "ENFOPOL 600", "CRIMORG 185", "JAI 1640"),
    marking="LIMITE",
    unit="JAI.1",
    label="OAP 2042 no 2: Extortion, trafficking, economic crime",
)

CSS = """
.grid { font-family: "Liberation Sans"; font-size: 8.2pt; line-height: 1.3; table-layout: fixed; }
.grid td, .grid th { padding: 4pt 7pt 7pt 0; }
.grid th { border: none; padding-bottom: 8pt; }
.grid b.t { display: block; }
.grid .goal td { padding-top: 12pt; font-size: 9.5pt; break-after: avoid; }
thead { display: table-header-group; }
tr { break-inside: auto; }
"""
HEADS = (
    ("No", 7),
    ("Action", 36),
    ("Leader", 7),
    ("Co-leader", 8),
    ("Participants", 15),
    ("When", 11),
    ("Indicators", 10),
    ("Funding", 12),
)


def _table(inks: Inks) -> str:
    rows = ""
    for heading, actions in laid(inks, PLAN):
        rows += (
            f'<tr class="goal"><td colspan="8"><b>{heading.goal.number} – {span(heading.label)}</b><br>'
            f"{span(heading.statement)}</td></tr>"
        )
        for one in actions:
            when = (one.start, " – ", one.end) if one.action.start != one.action.end else (one.start,)
            cells = (
                span(one.number),
                f'<b class="t">{span(one.title)}</b>{span(one.text)}',
                span(one.leader),
                span(one.co_leaders),
                span(one.participants),
                span(when),
                span(joined(one.kpis())),
                span(one.cell("funding", one.action.funding or "")),
            )
            rows += "<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"
    return grid(HEADS, rows)


def _produce(inks: Inks, pdf: Path) -> None:
    css = pages(COVER, annex_size="A4 landscape", annex_margin="20mm 16mm 26mm 16mm") + CSS
    body = f'{cover_page(COVER)}<div class="annex"><p><b>ANNEX</b></p>{_table(inks)}</div>'
    by_browser(page_of(css, body, title=COVER.subject), pdf, DAY)


def main() -> None:
    """Set the plan and write its gold."""
    write_plan(made(PDF, _produce), PLAN, COVER, "2041-11-26", "2041-2044", with_funding=True)


if __name__ == "__main__":
    main()
