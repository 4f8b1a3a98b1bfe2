"""zoo-strategic-prose: goals in running text, "Strategic goal 1: …" under numbered chapters, repeated in a list in front.

The introduction lists all goals by name. A goal's statement is the first paragraph below its heading, in the same type
as the reasons after it; indicators are a sentence, a list of dashes, or run in behind "KPIs:". One goal has none.

Run: python -m tests.golden.layouts.make.strategic_prose (needs typst)
"""

import datetime
from dataclasses import dataclass
from pathlib import Path

from corpus.sample.make.gold import GoldDocument
from tests.golden.layouts.make.inks import Inks
from tests.golden.layouts.make.papers import Cover, made, zoo
from tests.golden.layouts.make.records import council_document
from tests.golden.layouts.make.typ import by_typst, cover_page, pages, preamble, typ

PDF = zoo("strategic-prose")
DAY = datetime.date(2050, 5, 30)
COVER = Cover(
    number="95713/50",
    place_and_date="Brussels, 30 May 2050",
    kind="NOTE",
    rows=(
        ("From:", "Commission services"),
        ("To:", "Delegations"),
        ("No. prev. doc.:", "95699/50"),
        ("Subject:", "Draft multi-annual strategic plan on drugs for the EMPACT cycle 2050-2053"),
    ),
    body=("The plan translates the priority on drugs into five goals, two of which all plans have in common.",),
    codes=("COSI 77", "CORDROGUE 31", "JAI 590"),
    marking="LIMITE",
)


@dataclass(frozen=True, slots=True)
class Goal:
    """A goal as it is told; ``shape`` says how its indicators stand: dashes, run in, or in a sentence."""

    number: str
    label: str
    statement: str
    reasons: tuple[str, ...]
    indicators: tuple[tuple[str, str], ...] = ()
    shape: str = ""


COMMON = (
    Goal(
        "CHSG 1",
        "One file, many eyes",
        "By 2053 whoever opens a case on drugs knows within a day who else in the Union has one on the same people.",
        (
            "Two investigations on the same laboratory ran for eight months in neighbouring provinces. They met at the "
            "door.",
            "Checks against each other's files are possible today. They are made when somebody thinks of them.",
        ),
        (
            ("cases checked on the day of opening", " (baseline: 22 %; target: 90 %)"),
            ("hits that led to a joint case", " (baseline: 31; target: 150)"),
        ),
        "dash",
    ),
    Goal(
        "CHSG 2",
        "Ports that notice",
        "Containers in which something was hidden on the way are noticed in the port of arrival, and so are the people "
        "who come to fetch it.",
        ("Seals were forged in four out of ten cases. In the others somebody with a badge had opened the gate.",),
        (
            ("containers scanned after a risk score", " – 4 % in 2049, 15 % in 2053"),
            ("badges withdrawn", " – 61 in 2049, 500 in 2053"),
        ),
        "run",
    ),
)
OWN = (
    Goal(
        "Strategic goal 1",
        "Precursors before products",
        "The substances without which no synthetic drug can be made stop reaching those who make them.",
        (
            "Designer precursors change faster than the annexes of the regulation. What does not change is that somebody "
            "has to buy barrels, gloves and gas masks.",
        ),
        (
            ("suspicious orders reported by dealers", " (baseline 900, target 5 000)"),
            ("tonnes of designer precursors stopped", " (baseline 63, target 200)"),
        ),
        "dash",
    ),
    Goal(
        "Strategic goal 2",
        "Waste as a trace",
        "Every dump of laboratory waste is sampled, and each sample is compared with all others.",
        ("Farmers find the barrels, fire brigades take them away, and nobody keeps a drop.",),
        (("dumps sampled within two days", " (now: one in three; by 2053: all)"),),
        "sentence",
    ),
    Goal(
        "Strategic goal 3",
        "Help on the way out",
        "Young people who fetch parcels from containers are offered a way out before they are offered a second job.",
        ("This goal is new. It will be measured once there is something to measure.",),
    ),
)


def _goal(inks: Inks, key: str, goal: Goal) -> str:
    names = [(inks(f"{key}/kpi{at}", name), rest) for at, (name, rest) in enumerate(goal.indicators, 1)]
    parts = [
        f"== {goal.number}: {typ(inks(f'{key}/label', goal.label))}",
        typ(inks(key, goal.statement)),
        *(typ(reason) for reason in goal.reasons),
    ]
    if goal.shape == "dash":
        parts.append("Key performance indicators:")
        parts.append("\n".join(f"- {typ(name)}{typ(rest)}\\;" for name, rest in names))
    elif goal.shape == "run":
        run = "\\; ".join(f"{typ(name)}{typ(rest)}" for name, rest in names)
        parts.append(f"#strong[KPIs:] {run}.")
    elif goal.shape == "sentence":
        run = " and ".join(f"the number of {typ(name)}{typ(rest)}" for name, rest in names)
        parts.append(f"The indicator of this goal is {run}.")
    return "\n\n".join(parts)


def _source(inks: Inks) -> str:
    first, annex = pages(COVER)
    listed = "\n".join(f"+ {goal.label} ({goal.number})" for goal in (*COMMON, *OWN))
    common = "\n\n".join(_goal(inks, f"a{at}", goal) for at, goal in enumerate(COMMON, 1))
    own = "\n\n".join(_goal(inks, f"b{at}", goal) for at, goal in enumerate(OWN, 1))
    return f"""{preamble(DAY)}
#show heading: set text(size: 12.5pt)
#set list(marker: [–])
{first}
{cover_page(COVER)}
{annex}
#align(right)[*ANNEX*]

= 1. Introduction

{typ("Drugs are the only priority for which every Member State has named a Driver. The plan has five goals:")}

{listed}

{typ("Strategic goal 2 was the subject of a long debate. Strategic goal 4 of the former plan, on medicines, has ended.")}

= 2. Common horizontal strategic goals

{common}

= 3. Goals of this plan

{own}

= 4. Review

{typ("COSI will look at all five goals in 2052. CHSG 1 will be looked at in every plan, and not in this one alone.")}
"""


def _produce(inks: Inks, pdf: Path) -> None:
    by_typst(_source(inks), pdf, DAY)


def main() -> None:
    """Set the plan and write its gold."""
    measured = made(PDF, _produce)
    gold = GoldDocument(
        PDF,
        **council_document(
            COVER.number,
            COVER.subject,
            "2050-05-30",
            kind="strategic_plan",
            cycle="2050-2053",
            marking="LIMITE",
            subject_codes=list(COVER.codes),
        ),
    )
    for prefix, goals in (("a", COMMON), ("b", OWN)):
        for at, goal in enumerate(goals, 1):
            gold.add(
                f"{prefix}{at}",
                "goal",
                goal.statement,
                measured.spans(f"{prefix}{at}"),
                number=goal.number,
                title=goal.label,
                horizontal=prefix == "a",
                kpis=[name for name, _ in goal.indicators],
            )
    gold.write()


if __name__ == "__main__":
    main()
