"""zoo-plan2-sheets: "Strategic Goal 2: …" over groups of forms, whose labels stand flush right in a narrow column.

Forms have horizontal rules only; number ("Action 2.3") and title stand in a line above them. Leader and co-leaders
share a field ("ES / IT, HR"), start and end another ("1 April 2054 – 30 June 2054"); indicators are a numbered list.
The number of a goal is all that stands before the colon, once "Common Horizontal Strategic Goal 6". Of one form the
label "Description" stands at the foot of a page and the description itself on the next.

Run: python -m tests.golden.layouts.make.plan2_sheets (needs WeasyPrint)
"""

import datetime
from collections.abc import Iterator
from pathlib import Path

from tests.golden.layouts.make.inks import Inks
from tests.golden.layouts.make.later import later
from tests.golden.layouts.make.papers import Cover, made, zoo
from tests.golden.layouts.make.plan2_kit import restyled
from tests.golden.layouts.make.plan_records import Row, laid, write_plan
from tests.golden.layouts.make.plan_texts import NATURE_AND_ARMS, pick, renumbered, single
from tests.golden.layouts.make.web import by_weasyprint, cover_page, page_of, pages, span

PDF = zoo("plan2-sheets")
DAY = datetime.date(2053, 12, 2)
PLAN = restyled(
    renumbered(
        single(later(pick(NATURE_AND_ARMS, SG_2=(0, 1, 3, 4, 5), SG_1=(0, 2, 3, 5), CHSG_6=(0, 2, 4)), 12)),
        "Action {g}.{n}",
    ),
    {"SG 2": "Strategic Goal 1", "SG 1": "Strategic Goal 2", "CHSG 6": "Common Horizontal Strategic Goal 6"},
)
COVER = Cover(
    number="95224/53",
    place_and_date="Brussels, 2 December 2053",
    kind="NOTE",
    rows=(
        ("From:", "Presidency"),
        ("To:", "Delegations"),
        ("Subject:", "Operational action plan 2054 – drugs and those who control the trade (EMPACT cycle 2053-2056)"),
    ),
    body=("The sheets of all actions are annexed. They may be copied and passed on one by one.",),
    codes=("COSI 266", "CORDROGUE 92", "JAI 1822"),
    marking="LIMITE",
    initials="ea/SO/ea",
    label="OAP 2054 Drugs",
)

CSS = """
h2 { font: bold 14pt "Liberation Sans"; color: #6b1f2a; margin: 0 0 2mm 0; break-after: avoid; }
.st { margin: 0 0 6mm 0; font-size: 11pt; }
h3 { font: 11.5pt "Liberation Sans"; margin: 0 0 1mm 0; break-after: avoid; }
h3 b { background: #6b1f2a; color: white; padding: 1pt 5pt; margin-right: 4mm; font-weight: bold; }
.form { margin-bottom: 8mm; font-size: 10.8pt; }
.form td { border-top: 0.5pt solid #999; padding: 1.4mm 2mm; }
.form td:first-child { width: 42mm; text-align: right; font-style: italic; color: #6b1f2a; }
.form tr:last-child td { border-bottom: 0.5pt solid #999; }
.form ol { margin: 0; padding-left: 5mm; }
@footnote { border-top: 0.5pt solid black; padding-top: 2pt; }
::footnote-call { color: black; font-size: 65%; vertical-align: super; line-height: 0; }
"""


def _rows(one: Row) -> Iterator[tuple[str, str]]:
    """Labels and values of a form, as markup."""
    action = one.action
    yield "Leader / co-leader(s)", span((one.leader, " / ", one.co_leaders))
    yield "Participants", span(one.participants)
    yield "Description", span(one.text)
    single_date = action.start == action.end
    yield "Period", span(one.start) if single_date else span((one.start, " – ", one.end))
    yield "Indicators", f"<ol>{''.join(f'<li>{span(kpi)}</li>' for kpi in one.kpis())}</ol>"


def _body(inks: Inks) -> str:
    found = f'{cover_page(COVER)}<div class="annex"><p class="right"><b>ANNEX</b></p>'
    for heading, rows in laid(inks, PLAN):
        found += f"<h2>{heading.goal.number}: {span(heading.label)}</h2>"
        found += f'<p class="st">{span(heading.statement)}</p>'
        for one in rows:
            lines = "".join(f"<tr><td>{label}</td><td>{value}</td></tr>" for label, value in _rows(one))
            found += f'<h3><b>{span(one.number)}</b>{span(one.title)}</h3><table class="form">{lines}</table>'
    return found + "</div>"


def _produce(inks: Inks, pdf: Path) -> None:
    by_weasyprint(page_of(pages(COVER) + CSS, _body(inks), title=COVER.subject), pdf, DAY)


def main() -> None:
    """Set the plan and write its gold."""
    write_plan(made(PDF, _produce), PLAN, COVER, "2053-12-02", "2053-2056")


if __name__ == "__main__":
    main()
