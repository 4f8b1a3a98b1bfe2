"""zoo-plan-forms-bare: forms without any rule, bold labels in a left column and values beside them.

Only white space parts one form from the next; the first line of a form is its number and title. Forms run over page
ends, and some leave out the lines for which there was nothing to say.

Run: python -m tests.golden.layouts.make.plan_forms_bare (needs WeasyPrint)
"""

import datetime
from collections.abc import Iterator
from pathlib import Path

from tests.golden.layouts.make.inks import Inks
from tests.golden.layouts.make.later import later
from tests.golden.layouts.make.papers import Cover, made, zoo
from tests.golden.layouts.make.plan_records import Row, laid, write_plan
from tests.golden.layouts.make.plan_texts import NATURE_AND_ARMS, pick, renumbered
from tests.golden.layouts.make.web import by_weasyprint, cover_page, page_of, pages, span

PDF = zoo("plan-forms-bare")
DAY = datetime.date(2049, 12, 1)
PLAN = renumbered(later(pick(NATURE_AND_ARMS, SG_3=(0, 1, 4, 5, 6, 8, 9), CHSG_1=(4, 5, 7)), 8), "OA {g}.{n}")
COVER = Cover(
    number="95210/49",
    place_and_date="Brussels, 1 December 2049",
    kind="NOTE",
    rows=(
        ("From:", "Presidency"),
        ("To:", "Delegations"),
        ("Subject:", "EMPACT cycle 2049-2052: operational action plan 2050, firearms and environmental crime"),
    ),
    body=("Delegations are asked to send comments on the plan in the annex by 8 December 2049.",),
    codes=("COSI 239", "ENFOPOL 610", "ENV 1120", "JAI 1702"),
    marking="LIMITE",
    initials="oj/RR/sl",
    label="OAP 2050 Firearms, environment",
)

CSS = """
.form { margin: 0 0 9mm 0; }
.form h3 { font-size: 11.5pt; margin: 0 0 2mm 0; break-after: avoid; }
.form table { width: 100%; } .form td { padding: 0 0 1.2mm 0; } .form td:first-child { width: 38mm; font-weight: bold; }
h2 { font-size: 13pt; margin: 0 0 2mm 0; break-after: avoid; }
.st { font-style: italic; margin-bottom: 6mm; }
@footnote { border-top: 0.5pt solid black; padding-top: 2pt; }
::footnote-call { color: black; font-size: 65%; vertical-align: super; line-height: 0; }
"""


def _rows(one: Row) -> Iterator[tuple[str, str]]:
    """Labels and values of a form, as markup."""
    action = one.action
    yield "Leader", span(one.leader)
    if action.co_leaders not in ("–", "TBC"):
        yield "Co-leader", span(one.co_leaders)
    yield "Participants", span(one.participants)
    yield "Objective", span(one.text)
    yield "Timeframe", span((one.start, " to ", one.end)) if action.start != action.end else span(one.start)
    if len(action.goals) > 1:
        yield "Goals", span(one.cell("goals", " and ".join(action.goals)))
    yield "Indicators", "; ".join(span(kpi) for kpi in one.kpis())


def _body(inks: Inks) -> str:
    found = f'{cover_page(COVER)}<div class="annex"><p class="right"><u>ANNEX</u></p>'
    for heading, rows in laid(inks, PLAN):
        found += f"<h2>{heading.goal.number} – {span(heading.label)}</h2>"
        found += f'<p class="st">{span(heading.statement)}</p>'
        for one in rows:
            lines = "".join(f"<tr><td>{label}</td><td>{value}</td></tr>" for label, value in _rows(one))
            found += f'<div class="form"><h3>{span(one.number)}&ensp;{span(one.title)}</h3><table>{lines}</table></div>'
    return found + "</div>"


def _produce(inks: Inks, pdf: Path) -> None:
    by_weasyprint(page_of(pages(COVER) + CSS, _body(inks), title=COVER.subject), pdf, DAY)


def main() -> None:
    """Set the plan and write its gold."""
    write_plan(made(PDF, _produce), PLAN, COVER, "2049-12-01", "2049-2052")


if __name__ == "__main__":
    main()
