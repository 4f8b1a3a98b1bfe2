"""zoo-plan-run-in: actions as running text with bold labels in it: "**Leader:** ES. **Participants:** …".

A paragraph holds number and title in bold, another the description, a third everything else in one run. Goals are
numbered headings with a sentence.

Run: python -m tests.golden.layouts.make.plan_run_in (needs fpdf2)
"""

import datetime
from pathlib import Path

from tests.golden.layouts.make.free import LEFT, FreePaper
from tests.golden.layouts.make.inks import Ink, Inks, Text
from tests.golden.layouts.make.papers import Cover, made, zoo
from tests.golden.layouts.make.plan_records import Row, laid, write_plan
from tests.golden.layouts.make.plan_texts import NATURE_AND_ARMS, bare, pick, renumbered

PDF = zoo("plan-run-in")
DAY = datetime.date(2041, 12, 3)
PLAN = renumbered(
    bare(pick(NATURE_AND_ARMS, CHSG_1=(0, 2, 3, 4), SG_1=(0, 2, 3, 4), CHSG_6=(0, 2, 3, 4, 7))), "OA {g}.{n}"
)
COVER = Cover(
    number="95212/41",
    place_and_date="Brussels, 3 December 2041",
    kind="NOTE",
    rows=(
        ("From:", "Presidency"),
        ("To:", "Delegations"),
        ("Subject:", "Operational action plan 2042 - Networks and those who help them (EMPACT cycle 2041-2044)"),
    ),
    body=("The annex gives the plan as text, for those who read it aloud.",),
    codes=("COSI 237", "CRIMORG 192", "JAI 1699"),
    marking="LIMITE",
    initials="lw/PE/lw",
    label="OAP 2042 Networks and helpers",
)


def _facts(one: Row) -> Text:
    action = one.action
    kpis: list[Ink | str] = []
    for kpi in one.kpis():
        kpis += ["; ", kpi] if kpis else [kpi]
    parts: list[Ink | str] = ["**Leader:** ", one.leader, ". "]
    if action.co_leaders not in ("–", "TBC"):
        parts += ["**Co-leader(s):** ", one.co_leaders, ". "]
    parts += ["**Participants:** ", one.participants, ". "]
    if action.start == action.end:
        parts += ["**Period:** ", one.start, ". "]
    else:
        parts += ["**Start:** ", one.start, " **End:** ", one.end, ". "]
    if len(action.goals) > 1:
        parts += ["**Goals:** ", one.cell("goals", ", ".join(action.goals)), ". "]
    return (*parts, "**KPIs:** ", *kpis, ".")


def _produce(inks: Inks, pdf: Path) -> None:
    paper = FreePaper(COVER)
    paper.cover()
    paper.add_page()

    def say(text: Text, indent: float = 0, after: float = 2.0, size: float = 11) -> None:
        paper.set_left_margin(LEFT + indent)
        paper.set_x(LEFT + indent)
        paper.set_font(paper.family, "", size)
        with (
            paper.text_columns(text_align="J", line_height=1.3) as region,
            region.paragraph(bottom_margin=after) as paragraph,
        ):
            paper.say(text, paragraph)

    say("**ANNEX – OPERATIONAL ACTION PLAN 2042**", after=5, size=13)
    for heading, rows in laid(inks, PLAN):
        label = heading.label
        say((f"**{heading.goal.number}.** ", label.changed(f"**{label.marked}**")), size=12.5)
        say(heading.statement, after=4)
        for one in rows:
            number, title = one.number, one.title
            say((number.changed(f"**{number.marked}**"), " – ", title.changed(f"**{title.marked}**")), after=0.8)
            say(one.text, after=0.8)
            say(_facts(one), indent=6, after=4.5)
    paper.save(pdf, DAY)


def main() -> None:
    """Set the plan and write its gold."""
    write_plan(made(PDF, _produce), PLAN, COVER, "2041-12-03", "2041-2044")


if __name__ == "__main__":
    main()
