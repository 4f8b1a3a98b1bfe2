"""zoo-strategic-cards: a card a goal, a ruled form of label and value; labels unlike those of other plans.

The number stands in a dark cell of its own beside the label; "Desired end state" holds the statement, "Yardsticks" the
indicators, parted by semicolons, with present value and target. Cards are cut by pages between two rows. Two goals are
common, three are the priority's own, and the first row of a card says which.

Run: python -m tests.golden.layouts.make.strategic_cards (needs reportlab)
"""

import datetime
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpus.sample.make.gold import GoldDocument
from tests.golden.layouts.make.inks import Ink, Inks
from tests.golden.layouts.make.lab import (
    TA_LEFT,
    Flowable,
    Frame,
    PageTemplate,
    Spacer,
    Table,
    by_reportlab,
    para,
    style,
)
from tests.golden.layouts.make.papers import BAND, made, zoo

PDF = zoo("strategic-cards")
DAY = datetime.date(2052, 9, 11)
TITLE = "Strategic plan for firearms 2052-2055"


@dataclass(frozen=True, slots=True)
class Goal:
    """A goal with its indicators: name, and how the cell goes on behind it."""

    number: str
    common: bool
    label: str
    statement: str
    reasons: str
    indicators: tuple[tuple[str, str], ...]


GOALS = (
    Goal(
        "CHSG 1",
        True,
        "Trace everything",
        "Every weapon that is seized in the Union is traced to its last lawful owner, and what the trace shows is put "
        "together in one place.",
        "Tracing is asked for in a third of the cases, and answered in half of those.",
        (("weapons traced", "31 % now, 90 % in 2055"), ("median time until an answer", "77 days now, 20 days in 2055")),
    ),
    Goal(
        "CHSG 4",
        True,
        "Courts that understand",
        "Judges and prosecutors who deal with weapons have seen how a part becomes a gun, and have an expert to ask.",
        "In two trials the printed frame lay on the table as a toy.",
        (("courts with access to an expert", "9 Member States now, 27 in 2055"),),
    ),
    Goal(
        "SG 1",
        False,
        "Parts, not only guns",
        "Barrels, frames and slides are controlled in post and courier traffic in the same manner as whole weapons.",
        "Six parcels make a pistol. None of the six looks like one.",
        (
            ("parcels opened because of a risk profile", "1 200 now, 9 000 in 2055"),
            ("sellers of parts identified", "48 now, 200 in 2055"),
            ("platforms that report offers unasked", "2 now, 12 in 2055"),
        ),
    ),
    Goal(
        "SG 2",
        False,
        "Old stocks kept shut",
        "What is left in depots of earlier wars stays there or is destroyed under the eyes of neighbours.",
        "Grenades of the same lot were used in four countries within one summer.",
        (("depots visited", "11 now, 60 in 2055"), ("tonnes destroyed", "340 now, 2 000 in 2055")),
    ),
    Goal(
        "SG 3",
        False,
        "Converters out of work",
        "Workshops that turn alarm weapons into live ones close faster than new ones open.",
        "A lathe costs less than a used car, and the drawings cost nothing.",
        (("workshops closed", "15 now, 70 in 2055"), ("models that can no longer be converted", "3 now, 25 in 2055")),
    ),
)
LEAD = (
    "This plan has been drawn up by the Driver of the priority with experts from 19 Member States. It holds two of the goals "
    "that are common to all plans of the EMPACT cycle 2052-2055 and three of its own. Goals without a leader were left out."
)


def _card(inks: Inks, key: str, goal: Goal) -> Table:
    size: dict[str, Any] = {
        "fontName": "LiberationSans",
        "fontSize": 9.5,
        "leading": 12.5,
        "alignment": TA_LEFT,
        "spaceAfter": 0,
    }
    plain = style("cell", **size)
    white = style("white", **{**size, "fontName": "LiberationSans-Bold", "textColor": "white", "fontSize": 11})
    head = style("head", **{**size, "fontName": "LiberationSans-Bold"})
    parts: list[Ink | str] = []
    for at, (name, rest) in enumerate(goal.indicators, 1):
        parts += ["; "] if parts else []
        parts += [inks(f"{key}/kpi{at}", name), f" ({rest})"]
    rows = (
        ("Kind of goal", "Horizontal, common to all plans" if goal.common else "Specific to the plan on firearms"),
        ("Desired end state", inks(key, goal.statement)),
        ("Background", goal.reasons),
        ("Yardsticks", tuple(parts)),
    )
    cells = [[para(goal.number, white), para(inks(f"{key}/label", goal.label), head)]]
    cells += [[para(label, head), para(value, plain)] for label, value in rows]
    return Table(
        cells,
        colWidths=[110, 377],
        spaceAfter=12,
        style=[
            ("GRID", (0, 0), (-1, -1), 0.7, "#444444"),
            ("BACKGROUND", (0, 0), (0, 0), "#7a2e1d"),
            ("BACKGROUND", (0, 1), (0, -1), "#f3ece8"),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("TOPPADDING", (0, 0), (-1, -1), 4),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 5),
        ],
    )


def _story(inks: Inks) -> list[Flowable]:
    title = style("title", fontName="LiberationSans-Bold", fontSize=21, leading=26, alignment=TA_LEFT, spaceAfter=6)
    body = style("body", fontName="LiberationSans", fontSize=10, leading=14, alignment=TA_LEFT)
    head = style("head", fontName="LiberationSans-Bold", fontSize=13, leading=17, alignment=TA_LEFT, spaceBefore=6)
    story: list[Flowable] = [para(TITLE, title), para("Europol, The Hague, 11 September 2052", body), para(LEAD, body)]
    story.append(para("The goals", head))
    story += [_card(inks, f"g{at}", goal) for at, goal in enumerate(GOALS, 1)]
    story += [Spacer(1, 4), para("What comes next", head)]
    story.append(
        para("Actions under SG 1 and SG 3 will be drafted first; CHSG 4 has to wait for the training budget.", body)
    )
    return story


def _furniture(canvas: Any, paper: Any) -> None:
    width, height = canvas._pagesize
    canvas.setFont("LiberationSans", 7.5)
    canvas.drawCentredString(width / 2, height - 32, BAND)
    canvas.drawString(54, 34, "MASP firearms 2052-2055")
    canvas.drawRightString(width - 54, 34, f"page {canvas.getPageNumber()}")


def _produce(inks: Inks, pdf: Path) -> None:
    frame = Frame(54, 60, 487, 720, 0, 0, 0, 0)
    template = PageTemplate("page", [frame], onPage=_furniture)
    by_reportlab(_story(inks), pdf, DAY, [template], (595.3, 841.9))


def main() -> None:
    """Set the plan and write its gold."""
    measured = made(PDF, _produce)
    gold = GoldDocument(
        PDF,
        title=TITLE,
        kind="strategic_plan",
        issuer="Europol",
        date="2052-09-11",
        language="en",
        cycle="2052-2055",
    )
    for at, goal in enumerate(GOALS, 1):
        gold.add(
            f"g{at}",
            "goal",
            goal.statement,
            measured.spans(f"g{at}"),
            number=goal.number,
            title=goal.label,
            horizontal=goal.common,
            kpis=[name for name, _ in goal.indicators],
        )
    gold.write()


if __name__ == "__main__":
    main()
