"""zoo-plan-crosses: who takes part is told by a matrix alone, countries by actions, under turned column heads.

The rows are the 27 Member States, partners and agencies, the columns are the actions. L is the leader, C a co-leader,
X a participant; a legend says so. Descriptions stand in a grid of their own before the matrix.

Run: python -m tests.golden.layouts.make.plan_crosses (needs typst)
"""

import datetime
from pathlib import Path

from corpus.sample.make.plans import MEMBER_STATES, parties
from tests.golden.layouts.make.inks import Inks
from tests.golden.layouts.make.papers import Cover, made, zoo
from tests.golden.layouts.make.plan_records import joined, laid, write_plan
from tests.golden.layouts.make.plan_texts import PEOPLE_AND_PAYMENTS, Action, pick, renumbered, single
from tests.golden.layouts.make.typ import by_typst, cover_page, pages, preamble, typ

PDF = zoo("plan-crosses")
DAY = datetime.date(2041, 12, 5)
PLAN = single(
    renumbered(pick(PEOPLE_AND_PAYMENTS, SG_1=(1, 3, 4, 5), SG_2=(2, 4, 5, 7), SG_3=(0, 4, 7)), "{digit}.{n}")
)
COVER = Cover(
    number="95207/41",
    place_and_date="Brussels, 5 December 2041",
    kind="NOTE",
    rows=(
        ("From:", "Europol"),
        ("To:", "Delegations"),
        ("Subject:", "Operational action plan 2042: who takes part in what"),
    ),
    body=("National coordinators (EMPACT cycle 2041-2044) are asked to check the crosses of their country.",),
    codes=("COSI 246", "ENFOPOL 630", "JAI 1733"),
    marking="LIMITE",
    label="OAP 2042 Matrix of participants",
)


def _mark(who: str, action: Action) -> str:
    if who in parties(action.leader):
        return "L"
    if who in parties(action.co_leaders):
        return "C"
    return "X" if who in parties(action.participants) else ""


def _source(inks: Inks) -> str:
    first, annex = pages(COVER)
    parts = [preamble(DAY), first, cover_page(COVER), annex, "#align(right)[*ANNEX*]", "*1. Goals and actions*"]
    actions = [action for _, rows in PLAN for action in rows]
    for heading, rows in laid(inks, PLAN):
        parts.append(f"#block(sticky: true)[*{heading.goal.number} {typ(heading.label)}*]\n\n{typ(heading.statement)}")
        cells = []
        for one in rows:
            when = (one.start, " – ", one.end) if one.action.start != one.action.end else (one.start,)
            contents = (one.number, one.title, one.text, when, joined(one.kpis()))
            cells += [f"[{typ(content)}]" for content in contents]
        heads = ", ".join(f"[*{head}*]" for head in ("No", "Title", "Description", "Period", "Indicators"))
        parts.append(
            "#text(size: 9pt)[#table(columns: (9mm, 27mm, 1fr, 27mm, 30mm), stroke: 0.4pt, "
            f"table.header({heads}), {', '.join(cells)})]"
        )
    others = dict.fromkeys(
        who
        for action in actions
        for cell in (action.leader, action.co_leaders, action.participants)
        for who in parties(cell)
        if who not in MEMBER_STATES
    )
    turned = ", ".join(
        f"align(bottom + center, rotate(-90deg, reflow: true)[{action.number} {action.title}])" for action in actions
    )
    matrix = ", ".join(
        ", ".join([f"[{who}]", *(f"align(center)[{_mark(who, action)}]" for action in actions)])
        for who in (*sorted(MEMBER_STATES), *sorted(others))
    )
    parts.append("#pagebreak()\n*2. Participants*")
    parts.append("L: leads the action; C: co-leads it; X: takes part.")
    parts.append(
        f"#text(size: 8.5pt)[#table(columns: (24mm, {', '.join(['10mm'] * len(actions))}), stroke: 0.4pt, "
        f"inset: 2.6pt, table.header([], {turned}), {matrix})]"
    )
    return "\n\n".join(parts)


def _produce(inks: Inks, pdf: Path) -> None:
    by_typst(_source(inks), pdf, DAY)


def main() -> None:
    """Set the plan and write its gold."""
    write_plan(made(PDF, _produce), PLAN, COVER, "2041-12-05", "2041-2044")


if __name__ == "__main__":
    main()
