"""zoo-plan2-contributes: each form says with number and label to which goal it contributes; no goal is told elsewhere.

Forms are grids of coloured cells with the label above its value; "Contributes to goal" holds one goal or two, and the
first form that names a goal is where the goal stands. Actions of different goals follow each other, numbered OA 1.1 to
OA 2.5 under headings of two parts that are no goals. Forms are cut by page ends between two rows of cells.

Run: python -m tests.golden.layouts.make.plan2_contributes (needs Chromium)
"""

import datetime
from dataclasses import replace
from pathlib import Path

from tests.golden.layouts.make.inks import Ink, Inks, Text
from tests.golden.layouts.make.papers import Cover, made, zoo
from tests.golden.layouts.make.plan_records import Heading, Row, joined, laid, write_plan
from tests.golden.layouts.make.plan_texts import PROPERTY, Plan
from tests.golden.layouts.make.web import by_browser, cover_page, esc, page_of, pages, span

PDF = zoo("plan2-contributes")
DAY = datetime.date(2049, 12, 9)
COVER = Cover(
    number="95221/49",
    place_and_date="Brussels, 9 December 2049",
    kind="NOTE",
    rows=(
        ("From:", "General Secretariat of the Council"),
        ("To:", "Delegations"),
        ("No. prev. doc.:", "95189/1/49 REV 1"),
        ("Subject:", "Operational action plan 2050-2051 against travelling crews (EMPACT cycle 2049-2052)"),
    ),
    body=("Delegations will find annexed the plan as adopted by COSI on 7 December 2049.",),
    codes=("COSI 252", "ENFOPOL 640", "CRIMORG 201", "JAI 1761"),
    marking="LIMITE",
    label="OAP 2050-2051 Travelling crews",
)

# The order of the forms: keys of actions, by part.
PARTS = (
    ("Part 1: what crews take, and how they travel", ("o1_2", "o2_1", "o1_1", "o3_1", "o2_4", "o1_3")),
    ("Part 2: where the goods go", ("o2_3", "o3_2", "o2_2", "o1_4", "o3_3")),
)


def _numbered() -> Plan:
    numbers = {key: f"OA {part}.{at}" for part, (_, keys) in enumerate(PARTS, 1) for at, key in enumerate(keys, 1)}
    return tuple(
        (goal, tuple(replace(one, number=numbers[f"o{g}_{at}"]) for at, one in enumerate(actions, 1)))
        for g, (goal, actions) in enumerate(PROPERTY, 1)
    )


PLAN = _numbered()

CSS = """
html { font-family: "Liberation Sans"; font-size: 9.5pt; line-height: 1.35; print-color-adjust: exact; }
.cover { font-family: "Liberation Serif"; font-size: 11.5pt; }
h2 { font-size: 13pt; margin: 0 0 4mm 0; break-after: avoid; }
.form { margin-bottom: 8mm; border-collapse: separate; border-spacing: 1.2mm; table-layout: fixed; }
.form td { padding: 1.6mm 2mm; background: #eef2e6; }
.form td.goal { background: #f6e6c3; } .form td.text { background: #fff; border: 0.5pt solid #b9c2a8; }
.form td.no { background: #5b6f3a; color: #fff; font-weight: bold; font-size: 12pt; }
.form td.title { background: #d5dec3; font-weight: bold; font-size: 11pt; }
.form tr { break-inside: avoid; }
.form .l { display: block; font-size: 7pt; color: #56604a; letter-spacing: 0.2pt; margin-bottom: 0.4mm; }
"""


class Goals:
    """Labels of goals as the forms print them; the first mention of each is where the goal is told."""

    def __init__(self, headings: list[Heading]) -> None:
        self._headings = {heading.goal.number: heading for heading in headings}
        self._told: set[str] = set()

    def named(self, number: str) -> tuple[Ink | str, ...]:
        heading = self._headings[number]
        if number in self._told:
            return (f"{number} – {heading.goal.label}",)
        self._told.add(number)
        return (f"{number} – ", heading.label)


def _field(label: str, value: Text, across: int = 1, kind: str = "") -> str:
    return f'<td colspan="{across}" class="{kind}"><span class="l">{esc(label)}</span>{span(value)}</td>'


def _form(one: Row, goals: Goals) -> str:
    action = one.action
    named: tuple[Ink | str, ...] = ()
    for at, number in enumerate(action.goals):
        named = (*named, *(("\n",) if at else ()), *goals.named(number))
    head = f'<td class="no">{span(one.number)}</td><td class="title" colspan="3">{span(one.title)}</td>'
    rows = (
        head,
        _field("Contributes to goal", named, 4, "goal"),
        _field("Description of the action", one.text, 4, "text"),
        _field("Action leader", one.leader)
        + _field("Co-leader(s)", one.co_leaders)
        + _field("Start", one.start)
        + _field("End", one.end),
        _field("Participants", one.participants, 2) + _field("Key performance indicators", joined(one.kpis()), 2),
        _field("Funding", one.cell("funding", action.funding or ""), 2)
        + _field("Status", one.cell("status", action.status or ""), 2),
    )
    return f'<table class="form">{"".join(f"<tr>{row}</tr>" for row in rows)}</table>'


def _body(inks: Inks) -> str:
    plan = list(laid(inks, PLAN))
    forms = {row.key: row for _, rows in plan for row in rows}
    goals = Goals([heading for heading, _ in plan])
    found = f'<div class="cover">{cover_page(COVER)}</div><div class="annex"><p class="right"><b>ANNEX</b></p>'
    for heading, keys in PARTS:
        found += f"<h2>{heading}</h2>"
        found += "".join(_form(forms[key], goals) for key in keys)
    return found + "</div>"


def _produce(inks: Inks, pdf: Path) -> None:
    by_browser(page_of(pages(COVER) + CSS, _body(inks), title=COVER.subject), pdf, DAY)


def main() -> None:
    """Set the plan and write its gold."""
    measured = made(PDF, _produce)
    write_plan(measured, PLAN, COVER, "2049-12-09", "2049-2052", with_funding=True, with_status=True)


if __name__ == "__main__":
    main()
