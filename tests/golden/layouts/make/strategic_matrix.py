"""zoo-strategic-matrix: a landscape table of goals and indicators with rules, cut by pages, and a matrix of goals.

Number, label and statement of a goal are three cells merged over the rows of its indicators; two of them are cut by
pages and not repeated. A second table crosses goals with priorities. Goals of one plan stand in the same table, below a
row across it.

Run: python -m tests.golden.layouts.make.strategic_matrix (needs Chromium)
"""

import datetime
from dataclasses import dataclass
from pathlib import Path

from corpus.sample.make.gold import GoldDocument
from tests.golden.layouts.make.inks import Inks
from tests.golden.layouts.make.papers import Cover, made, zoo
from tests.golden.layouts.make.records import council_document
from tests.golden.layouts.make.web import block, by_browser, cover_page, esc, page_of, pages, span

PDF = zoo("strategic-matrix")
DAY = datetime.date(2053, 7, 2)
COVER = Cover(
    number="95712/53",
    place_and_date="Brussels, 2 July 2053",
    kind="NOTE",
    rows=(
        ("From:", "General Secretariat of the Council"),
        ("To:", "Standing Committee on Operational Cooperation on Internal Security (COSI)"),
        ("Subject:", "Strategic goals for the EMPACT cycle 2053-2056"),
    ),
    body=("Delegations will find in the annex the goals on which the drafting meetings agreed.",),
    codes=("COSI 112", "ENFOPOL 301", "JAI 820"),
    marking="LIMITE",
    initials="pd/GL/pd",
)


@dataclass(frozen=True, slots=True)
class Goal:
    """A goal with its indicators: name, value at the start, value at the end."""

    number: str
    label: str
    statement: str
    indicators: tuple[tuple[str, str, str], ...]


COMMON = (
    Goal(
        "CHSG 1",
        "Picture",
        "Each plan begins with a picture of who does what to whom, and is changed when the picture changes.",
        (
            ("Plans changed after a new picture", "2", "all"),
            ("Pictures that draw on customs data", "5 of 12", "12 of 12"),
            ("Gaps in knowledge that were named and later closed", "none", "20"),
        ),
    ),
    Goal(
        "CHSG 2",
        "Networks",
        "Those who hold several markets together are found and tried, wherever they live and whatever they call their "
        "trade.",
        (
            ("Key persons sentenced at first instance", "44", "130"),
            ("Task forces with a prosecutor", "6", "24"),
            ("Networks that did not reappear within a year", "not known", "half"),
        ),
    ),
    Goal(
        "CHSG 3",
        "Proceeds",
        "What crime has earned is found while it can still be found, and is used for those whom the crime has harmed.",
        (
            ("Value finally confiscated", "EUR 210 million", "EUR 500 million"),
            ("Confiscated premises given to municipalities", "17", "80"),
        ),
    ),
    Goal(
        "CHSG 4",
        "Tools",
        "A tool that one authority has paid for can be used by every other within a month, and its results are accepted "
        "in court.",
        (
            ("Tools in the common catalogue", "9", "60"),
            ("Days from request to first use", "112", "30"),
            ("Rulings that set aside the result of a tool", "4", "0"),
        ),
    ),
    Goal(
        "CHSG 5",
        "Partners",
        "Countries from which goods and people are brought take part in the plans that concern them, from the first "
        "meeting to the last.",
        (
            ("Partner countries at drafting meetings", "3", "15"),
            ("Actions led together with a partner country", "1", "12"),
        ),
    ),
)
OWN = (
    Goal(
        "SG 1",
        "Small boats",
        "Nobody in the Union sells an engine, a dinghy or a life jacket without asking what it is for.",
        (("Dealers who have signed the code", "0", "300"), ("Tips from dealers", "14", "400")),
    ),
    Goal(
        "SG 2",
        "Hidden rooms",
        "Lorries with hidden rooms are known by their number plate before they reach a ferry.",
        (("Plates shared between ports", "220", "2 500"), ("Persons found alive", "612", "1 000")),
    ),
)
PRIORITIES = (
    ("Criminal networks", "XXXX."),
    ("Smuggling of people", "XX..X"),
    ("Cocaine", "X.X.X"),
    ("Fraud online", "XXXX."),
    ("Waste", "X.X.."),
)
CSS = """
.grid td, .grid th { border: 0.7pt solid black; font-size: 10.5pt; line-height: 1.45; padding: 7.5pt 5pt; }
.grid th { background: #e3e3e3; } .grid { margin: 3mm 0 7mm 0; } .grid td.centred { text-align: center; }
.grid td.across { background: #f1f1f1; font-weight: bold; }
thead { display: table-header-group; }
h2 { font-size: 12pt; margin: 4mm 0 2mm 0; break-after: avoid; }
"""


def _rows(inks: Inks, key: str, goal: Goal) -> str:
    found = ""
    for at, (name, start, end) in enumerate(goal.indicators, 1):
        lead = ""
        if at == 1:
            over = f' rowspan="{len(goal.indicators)}"'
            label = span(inks(f"{key}/label", goal.label))
            lead = f"<td{over}>{goal.number}</td><td{over}><b>{label}</b></td><td{over}>{span(inks(key, goal.statement))}</td>"
        found += f"<tr>{lead}<td>{span(inks(f'{key}/kpi{at}', name))}</td><td>{esc(start)}</td><td>{esc(end)}</td></tr>"
    return found


def _body(inks: Inks) -> str:
    columns = (
        ("Number", 8),
        ("Goal", 10),
        ("What will be the case by the end of 2056", 32),
        ("Indicator", 26),
        ("Baseline 2052", 12),
        ("Target 2056", 12),
    )
    heads = "".join(f'<th style="width:{width}%">{name}</th>' for name, width in columns)
    rows = '<tr><td class="across" colspan="6">Goals common to all priorities</td></tr>'
    rows += "".join(_rows(inks, f"a{at}", goal) for at, goal in enumerate(COMMON, 1))
    rows += '<tr><td class="across" colspan="6">Goals of the plan on the smuggling of people</td></tr>'
    rows += "".join(_rows(inks, f"b{at}", goal) for at, goal in enumerate(OWN, 1))
    found = cover_page(COVER) + '<div class="annex"><p class="right"><b>ANNEX</b></p>'
    found += "<h2>I. Goals and indicators</h2>"
    found += block("Values of 2052 are those of the last reports; a goal is reached if two thirds of its targets are.")
    found += f'<table class="grid"><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>'
    found += "<h2>II. Which goal counts for which priority</h2>"
    crosses = "".join(
        f"<tr><td>{esc(name)}</td>"
        + "".join(f'<td class="centred">{"X" if x == "X" else ""}</td>' for x in line)
        + "</tr>"
        for name, line in PRIORITIES
    )
    heads = "<th>Priority</th>" + "".join(f"<th>{goal.number}</th>" for goal in COMMON)
    return found + f'<table class="grid"><thead><tr>{heads}</tr></thead><tbody>{crosses}</tbody></table></div>'


def _produce(inks: Inks, pdf: Path) -> None:
    css = pages(COVER, annex_size="A4 landscape", annex_margin="18mm 16mm 24mm 16mm") + CSS
    by_browser(page_of(css, _body(inks), title=COVER.subject), pdf, DAY)


def main() -> None:
    """Set the plan and write its gold."""
    measured = made(PDF, _produce)
    gold = GoldDocument(
        PDF,
        **council_document(
            COVER.number,
            COVER.subject,
            "2053-07-02",
            kind="strategic_plan",
            cycle="2053-2056",
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
                kpis=[name for name, *_ in goal.indicators],
            )
    gold.write()


if __name__ == "__main__":
    main()
