"""zoo-strategic-fields: goals as labelled lines without rules, common ones and those of one priority; held back.

Two chapters: horizontal goals, and goals that one priority sets for itself. Each goal is a bar with number and label,
then bold labels at the left and their values beside them; indicators are bullets with "from … to …" or a target in
brackets. What stands before and after the goals names them without stating one.

Run: python -m tests.golden.layouts.make.strategic_fields (needs WeasyPrint)
"""

import datetime
from dataclasses import dataclass
from pathlib import Path

from corpus.sample.make.gold import GoldDocument
from tests.golden.layouts.make.inks import Inks
from tests.golden.layouts.make.papers import Cover, made, zoo
from tests.golden.layouts.make.records import council_document
from tests.golden.layouts.make.web import block, by_weasyprint, cover_page, esc, page_of, pages, span

PDF = zoo("strategic-fields")
DAY = datetime.date(2045, 6, 21)
COVER = Cover(
    number="95711/45",
    place_and_date="Brussels, 21 June 2045",
    kind="NOTE",
    rows=(
        ("From:", "Presidency"),
        ("To:", "Delegations"),
        ("Subject:", "Multi-annual strategic plan 2045-2048: horizontal goals, and goals for the priority on waste"),
    ),
    body=(
        "The annex holds the four goals that all plans of the EMPACT cycle 2045-2048 share, and the three that the "
        "experts on waste have set for their own plan.",
    ),
    codes=("COSI 88", "ENFOPOL 240", "ENV 310", "JAI 611"),
    marking="LIMITE",
    initials="bo/KT/bo",
)


@dataclass(frozen=True, slots=True)
class Goal:
    """A goal with its indicators: name, and how the page goes on behind it."""

    number: str
    label: str
    statement: str
    reasons: str
    lead: str
    indicators: tuple[tuple[str, str], ...]


COMMON = (
    Goal(
        "HG 1",
        "Shared pictures of the threat",
        "To have, for each priority and by the summer of every year, one picture of networks and routes on which the "
        "participants of the plan agree.",
        "Six of the nine plans of the former cycle used pictures that contradicted each other.",
        "Europol",
        (
            ("priorities with an agreed picture by 30 June", " (from 3 to 9)"),
            ("contributions from services other than the police", " (from 41 to 120)"),
        ),
    ),
    Goal(
        "HG 2",
        "Money followed from the first day",
        "To open a financial inquiry with every investigation under a plan, and to name in the final report what "
        "became of it.",
        "Where nobody had looked for money at the outset, nobody found any later.",
        "Asset recovery offices",
        (("investigations with a financial inquiry", " (from 28 % to 80 %)"),),
    ),
    Goal(
        "HG 3",
        "Evidence that travels",
        "To make sure that what one authority gathers can be used in the courts of all others, without being gathered "
        "again.",
        "Phones are opened twice, witnesses are heard three times, and containers are searched until nothing is left.",
        "Eurojust",
        (
            ("requests for repetition of a measure", " (target: fewer than 10 a year)"),
            ("cases with a common evidence list", " (from 12 to 60)"),
            ("trials in which foreign evidence was refused", " (from 17 to 3)"),
        ),
    ),
    Goal(
        "HG 4",
        "A word to those at risk",
        "To reach the people whom criminals will approach next before they do, in a language that these people speak.",
        "Warnings have been written for readers of official journals.",
        "EUCPN",
        (("campaigns tested on those for whom they are meant", " (target: all)"),),
    ),
)
OWN = (
    Goal(
        "SG 1",
        "No market for false papers of waste",
        "To see to it that a consignment whose papers do not fit its load is stopped within two borders.",
        "Papers are checked for completeness and seldom against the load.",
        "Customs administrations",
        (
            ("consignments weighed and opened", " (from 900 to 4 000)"),
            ("false notifications found", " (from 61 to 250)"),
        ),
    ),
    Goal(
        "SG 2",
        "Brokers before carriers",
        "To bring to court those who arrange shipments and not merely those who drive them.",
        "Of every ten persons sentenced, nine had been at the wheel.",
        "National prosecution services",
        (("brokers charged", " (from 8 to 50)"),),
    ),
    Goal(
        "SG 3",
        "Who spills, pays",
        "To recover the cost of cleaning up from the profit made, wherever that profit has gone.",
        "Municipalities paid for nearly all of the sites that were cleared.",
        "Municipalities, asset recovery offices",
        (
            ("clean-up costs recovered", " (target: one half)"),
            ("sites handed back to their owners clean", " (from 5 to 40)"),
        ),
    ),
)
CSS = """
.goal { margin: 0 0 6mm 0; }
.goal .bar { border-bottom: 1.2pt solid #375a2b; font: bold 12.5pt "Liberation Sans"; color: #375a2b;
  margin: 0 0 2mm 0; padding-bottom: 1mm; break-after: avoid; }
.goal .row { display: table; width: 100%; margin: 0 0 1.6mm 0; break-inside: avoid; }
.goal .row > div { display: table-cell; vertical-align: top; }
.goal .row > div:first-child { width: 34mm; font-weight: bold; }
.goal ul { margin: 0; padding-left: 4.5mm; }
h2 { font: bold 13pt "Liberation Sans"; margin: 6mm 0 3mm 0; break-after: avoid; }
"""


def _goal(inks: Inks, key: str, goal: Goal) -> str:
    items = "".join(
        f"<li>{span(inks(f'{key}/kpi{at}', name))}{esc(rest)}{';' if at < len(goal.indicators) else '.'}</li>"
        for at, (name, rest) in enumerate(goal.indicators, 1)
    )
    rows = (
        ("Statement", span(inks(key, goal.statement))),
        ("Why it is needed", esc(goal.reasons)),
        ("Contact", esc(goal.lead)),
        ("Measured by", f"<ul>{items}</ul>"),
    )
    body = "".join(f'<div class="row"><div>{name}</div><div>{value}</div></div>' for name, value in rows)
    bar = f"{esc(goal.number)} · {span(inks(f'{key}/label', goal.label))}"
    return f'<div class="goal"><p class="bar">{bar}</p>{body}</div>'


def _body(inks: Inks) -> str:
    found = cover_page(COVER) + '<div class="annex"><p class="right"><b>ANNEX</b></p>'
    found += "<h2>A. Horizontal strategic goals, common to all plans</h2>"
    found += block("Goal HG 1 comes first because the others rest on it; their order means nothing else.")
    found += "".join(_goal(inks, f"a{at}", goal) for at, goal in enumerate(COMMON, 1))
    found += "<h2>B. Strategic goals for the priority on waste</h2>"
    found += block("These goals bind the plan on waste alone. They serve HG 2 and HG 3 as well.")
    found += "".join(_goal(inks, f"b{at}", goal) for at, goal in enumerate(OWN, 1))
    found += "<h2>C. How progress is looked at</h2>"
    found += block(
        "Those named as contacts report each February. In 2047 the Presidency will ask whether HG 4 has changed "
        "anything, and drop it if it has not."
    )
    return found + "</div>"


def _produce(inks: Inks, pdf: Path) -> None:
    by_weasyprint(page_of(pages(COVER) + CSS, _body(inks), title=COVER.subject), pdf, DAY)


def main() -> None:
    """Set the plan and write its gold."""
    measured = made(PDF, _produce)
    gold = GoldDocument(
        PDF,
        **council_document(
            COVER.number,
            COVER.subject,
            "2045-06-21",
            kind="strategic_plan",
            cycle="2045-2048",
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
