"""zoo-plan-prose: a ruled grid whose column "Who" holds sentences: who leads, who helps and who takes part.

Countries are named by codes within sentences ("IT" and "SE" among words), agencies by their names, one action has all
Member States but two, and in one those who are only kept informed are named as well. The period is a phrase, too.

Run: python -m tests.golden.layouts.make.plan_prose (needs reportlab)
"""

import datetime
from pathlib import Path

from reportlab.platypus import PageBreak

from corpus.sample.make.plans import MEMBER_STATES, parties
from tests.golden.layouts.make.inks import Inks
from tests.golden.layouts.make.lab import (
    TA_LEFT,
    Flowable,
    Frame,
    PageTemplate,
    Table,
    by_reportlab,
    cover_page,
    foot,
    para,
    style,
)
from tests.golden.layouts.make.papers import Cover, made, zoo
from tests.golden.layouts.make.plan_records import laid, write_plan
from tests.golden.layouts.make.plan_texts import PEOPLE_AND_PAYMENTS, PROPERTY, edited, pick, renumbered, single

PDF = zoo("plan-prose")
DAY = datetime.date(2049, 12, 15)
_PLAN = renumbered(
    single(
        (
            *pick(PROPERTY, CHSG_2=(0, 1, 2, 3), SG_1=(0, 3), CHSG_7=(0, 2)),
            *pick(PEOPLE_AND_PAYMENTS, CHSG_6=(1, 2)),
        )
    ),
    "{g}.{n}",
)
PLAN = edited(
    _PLAN,
    a9={"start": "April 2050", "end": "September 2050"},
    a10={"start": "March 2050", "end": "December 2050"},
)
COVER = Cover(
    number="95213/49",
    place_and_date="Brussels, 15 December 2049",
    kind="NOTE",
    rows=(
        ("From:", "Presidency"),
        ("To:", "Standing Committee on Operational Cooperation on Internal Security (COSI)"),
        ("Subject:", "Operational action plan 2050-2051 on property crime - version for signature"),
    ),
    body=("The plan belongs to the EMPACT cycle 2049-2052. Codes of countries are those of the Publications Office.",),
    codes=("COSI 258", "ENFOPOL 651", "JAI 1788"),
    marking="LIMITE",
    initials="cr/MU/cr",
    label="OAP 2050-2051 Property crime (signature)",
)
WHO = (
    "Led by BE and co-led by FR and NL. DE, ES, IT, LU and RO take part, and so do Europol and Eurojust.",
    "CZ has the lead, with PL as its co-leader. The participants are AT, DE, HU, SK and Europol; Serbia observes.",
    "Under the leadership of DE, all Member States except IE and MT take part, as well as Norway and Europol.",
    "DK leads together with LT as its co-leader; joined by DE, EE, FI, LV, SE and the UK.",
    "The action leader is IT; co-leaders are CY and EL. They are joined by BG, ES, FR, MT and RO, by INTERPOL and the "
    "WCO, and by Egypt and Tunisia.",
    "SI leads, HR and IT co-lead. EL, ES, FR, PL and RO contribute, supported by Frontex; Albania and Montenegro take "
    "part as well.",
    "Led by AT and co-led by HU, with BE, CZ, DE, HR, LU, SI, SK and EUCPN. FR and IT are kept informed.",
    "SE will lead. EE, FI and LV take part; a co-leader is still being sought.",
    "Led by Eurojust, with PT as co-leader; AT, CZ, EL, ES, HR, SI, EJCN and EJTN send participants.",
    "Led by FI with DK as co-leader; EE, LT and SE take part, and so do Iceland and Norway.",
)
WHEN = (
    "1 February 2050 to 31 December 2051",
    "March to November 2050",
    "from Q1 2050 until Q4 2051",
    "15 January 2050 until 30 June 2051",
    "01.04.2050 to 31.10.2050",
    "05/2050 to 09/2051",
    "November 2050 to April 2051",
    "not yet known",
    "April to September 2050",
    "March to December 2050",
)
HEADS = ("No", "Title and description", "Who", "When", "Indicators")
CELL = style("cell", fontSize=9.5, leading=11.8, alignment=TA_LEFT, spaceAfter=2)
HEAD = style("head", fontName="LiberationSerif-Bold", fontSize=9.5, leading=11.8, alignment=TA_LEFT, spaceAfter=0)


def _check() -> None:
    """The sentences name whom the plan names: gold is written from the plan."""
    for action, who in zip((action for _, actions in PLAN for action in actions), WHO, strict=True):
        named = parties(action.leader) + parties(action.co_leaders)
        if "all MS" not in action.participants:
            named += parties(action.participants)
        missing = [one for one in named if one in MEMBER_STATES and one not in who]
        if missing:
            raise AssertionError(f"{action.number}: {missing} not in {who!r}")


def _story(inks: Inks) -> list[Flowable]:
    _check()
    rows: list[list[object]] = [[para(head, HEAD) for head in HEADS]]
    bands = []
    count = 0
    for heading, actions in laid(inks, PLAN):
        bands.append(len(rows))
        rows.append([[para((f"{heading.goal.number} – ", heading.label), HEAD), para(heading.statement, CELL)]])
        for one in actions:
            title = one.title
            rows.append(
                [
                    para(one.number, CELL),
                    [para(title.changed(f"**{title.marked}**"), CELL), para(one.text, CELL)],
                    para(one.cell("who", WHO[count]), CELL),
                    para(one.cell("when", WHEN[count]), CELL),
                    [para(("– ", kpi), CELL) for kpi in one.kpis()],
                ]
            )
            count += 1
    look = [("SPAN", (0, row), (-1, row)) for row in bands]
    look += [("BACKGROUND", (0, row), (-1, row), "#ececec") for row in bands]
    table = Table(
        [row + [""] * (5 - len(row)) for row in rows],
        colWidths=[28, 178, 125, 66, 78],
        repeatRows=1,
        style=[("GRID", (0, 0), (-1, -1), 0.4, "black"), ("VALIGN", (0, 0), (-1, -1), "TOP"), *look],
        splitInRow=1,
    )
    return [*cover_page(COVER), PageBreak(), para("**ANNEX**", HEAD), table]


def _produce(inks: Inks, pdf: Path) -> None:
    frame = Frame(60, 76, 475, 712, 0, 0, 0, 0)
    by_reportlab(_story(inks), pdf, DAY, [PageTemplate("page", [frame], onPage=foot(COVER))], (595.3, 841.9))


def main() -> None:
    """Set the plan and write its gold."""
    write_plan(made(PDF, _produce), PLAN, COVER, "2049-12-15", "2049-2052")


if __name__ == "__main__":
    main()
