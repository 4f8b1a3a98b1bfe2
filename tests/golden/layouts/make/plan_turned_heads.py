"""zoo-plan-turned-heads: one ruled grid in which each participant is a narrow column with a turned head.

The leader has a column of its own and is crossed as well; co-leaders are named beside it. Member States that nobody
crosses have no column. A last column says which others take part.

Run: python -m tests.golden.layouts.make.plan_turned_heads (needs LibreOffice)
"""

import datetime
from dataclasses import replace
from pathlib import Path

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm

from corpus.sample.make.council import soften
from corpus.sample.make.plans import MEMBER_STATES, parties
from tests.golden.layouts.make.inks import Inks
from tests.golden.layouts.make.later import later
from tests.golden.layouts.make.papers import Cover, made, zoo
from tests.golden.layouts.make.plan_records import laid, write_plan
from tests.golden.layouts.make.plan_texts import NATURE_AND_ARMS, Action, Plan, bare, pick, renumbered, single
from tests.golden.layouts.make.word import InkPaper, paper, save

PDF = zoo("plan-turned-heads")
DAY = datetime.date(2049, 12, 7)
COVER = Cover(
    number="95218/49",
    place_and_date="Brussels, 7 December 2049",
    kind="NOTE",
    rows=(
        ("From:", "General Secretariat of the Council"),
        ("To:", "Standing Committee on Operational Cooperation on Internal Security (COSI)"),
        ("No. prev. doc.:", "95104/49"),
        ("Subject:", "Operational action plan 2050 on arms, explosives and the environment (EMPACT cycle 2049-2052)"),
    ),
    body=("COSI is invited to adopt the plan.",),
    codes=("COSI 249", "ENFOPOL 636", "ENV 1130", "JAI 1748"),
    marking="LIMITE",
    initials="hl/DA/hl",
    label="OAP 2050 Arms and environment",
)


def _crossed(action: Action) -> Action:
    """The leader is crossed, which makes it a participant too."""
    if not set(parties(action.leader)) <= set(MEMBER_STATES):
        return action
    return replace(action, participants=f"{action.leader}, {action.participants}")


def _plan() -> Plan:
    plan = single(
        renumbered(bare(later(pick(NATURE_AND_ARMS, SG_3=(0, 1, 3, 4, 5, 6, 7, 8), CHSG_1=(5, 6)), 8)), "OA {g}.{n}")
    )
    return tuple((goal, tuple(_crossed(action) for action in actions)) for goal, actions in plan)


PLAN = _plan()
ACTIONS = [action for _, actions in PLAN for action in actions]
STATES = [code for code in sorted(MEMBER_STATES) if any(code in parties(action.participants) for action in ACTIONS)]


def _write(inks: Inks) -> InkPaper:
    made_of = paper(COVER, DAY)
    made_of.annex(landscape=True)
    made_of.line("ANNEX", bold=True, underline=True, after=4)
    narrow = 0.5
    widths = (1.4, 2.3, 5.4, 1.2, 1.2, *(narrow for _ in STATES), 2.4, 2.1)
    table = made_of.table(widths)
    heads = ("OA", "Title", "Description", "Lead", "Co-lead", *STATES, "Others", "When")
    row = made_of.header_row(table, ["" if head in STATES else head for head in heads], size=8.5)
    row.height = Cm(1.1)
    for cell, head in zip(row.cells, heads, strict=True):
        if head in STATES:
            made_of.tight(cell)
            made_of.turned(cell)
            made_of.fill(cell, head, bold=True, size=8)
    for heading, rows in laid(inks, PLAN):
        cells = table.add_row().cells
        band = cells[0].merge(cells[-1])
        made_of.fill(band, (f"{heading.goal.number} – ", heading.label, ": ", heading.statement), bold=True, size=9)
        for one in rows:
            action = one.action
            cells = table.add_row().cells
            text, title = one.text, one.title
            contents = (
                one.number,
                title.changed(soften(title.marked)),
                text.changed(soften(text.marked)),
                one.leader,
                one.co_leaders,
            )
            for cell, content in zip(cells[:5], contents, strict=True):
                made_of.fill(cell, content, size=8.5)
            members = parties(action.participants)
            for cell, code in zip(cells[5 : 5 + len(STATES)], STATES, strict=True):
                made_of.tight(cell)
                cross = made_of.fill(cell, "X" if code in members else "", size=8)
                cross.alignment = WD_ALIGN_PARAGRAPH.CENTER
            others = ", ".join(who for who in members if who not in MEMBER_STATES)
            made_of.fill(cells[-2], one.cell("others", others) if others else "–", size=8.5)
            if action.start == action.end:
                made_of.fill(cells[-1], one.start, size=8.5)
            else:
                made_of.fill(cells[-1], (one.start, " –"), size=8.5)
                made_of.fill(cells[-1], one.end, size=8.5)
    return made_of


def _produce(inks: Inks, pdf: Path) -> None:
    save(_write(inks), pdf)


def main() -> None:
    """Set the plan and write its gold."""
    write_plan(made(PDF, _produce), PLAN, COVER, "2049-12-07", "2049-2052", with_kpis=False)


if __name__ == "__main__":
    main()
