"""zoo-evaluation-leads: recommendations as bold leads in running text, repeated in an annex table; held back.

A recommendation is a paragraph that opens with its number and label in bold. Addressees stand in the sentence, in
brackets at its end, or in the table of the annex alone, where each comes again in shorter words. Conclusions have bold
leads too; what an earlier evaluation recommended is told and is none.

Run: python -m tests.golden.layouts.make.evaluation_leads (needs typst)
"""

import datetime
from dataclasses import dataclass
from pathlib import Path

from corpus.sample.make.gold import GoldDocument
from tests.golden.layouts.make.inks import Inks
from tests.golden.layouts.make.papers import BAND, made, zoo
from tests.golden.layouts.make.typ import by_typst, cells, preamble, typ

PDF = zoo("evaluation-leads")
TITLE = "Mid-term evaluation of the EMPACT cycle 2049-2052"
DAY = datetime.date(2051, 11, 9)


@dataclass(frozen=True, slots=True)
class Advice:
    """A recommendation: ``told`` is what brackets behind the text say of the addressees, ``short`` the table's words."""

    label: str
    text: str
    addressees: tuple[str, ...]
    short: str
    told: str = ""


ADVICE = (
    Advice(
        "Drop what nobody leads",
        "COSI should strike from the plans each action that has been without a leader for six months, and say so to "
        "those who had signed up for it.",
        ("COSI",),
        "Leaderless actions",
    ),
    Advice(
        "Speak to prosecutors earlier",
        "Case conferences should be held before the first coercive measure and not after it; minutes of one page are "
        "enough.",
        ("Eurojust", "Member States"),
        "Early case conferences",
        "Eurojust, Member States",
    ),
    Advice(
        "Fewer forms",
        "What is already known from earlier reports should be filled in beforehand, and questions to which the answers "
        "were never used should be taken out.",
        ("Europol",),
        "Forms filled in beforehand",
    ),
    Advice(
        "Seats for those who inspect",
        "The Member States are invited to send inspectors of labour, waste and food to the drafting meetings, and the "
        "Commission to pay for their travel.",
        ("Member States", "Commission"),
        "Inspectors at drafting meetings",
    ),
    Advice(
        "Count convictions",
        "A table of convictions should be added to the yearly report, even where most of its fields remain empty for "
        "some years.",
        ("Europol", "Eurojust"),
        "Convictions in the yearly report",
    ),
    Advice(
        "Let small states lead",
        "Grants should cover the salary of one analyst for two years where a Member State with fewer than three million "
        "inhabitants takes the lead of an action.",
        ("Commission",),
        "Analysts for small Member States",
        "Commission",
    ),
    Advice(
        "Look at the end before the beginning",
        "Drivers should write down, before a plan is adopted, how they will know in the third year that it may be "
        "ended.",
        ("Drivers",),
        "Criteria for ending a plan",
    ),
)
CONCLUSIONS = (
    (
        "Plans are read.",
        "Of those who take part in an action, four in five had read the plan to which it belongs. This was one in two "
        "at the time of the last evaluation, which recommended a summary of two pages for each plan.",
    ),
    (
        "Money comes late.",
        "Half of the beneficiaries had finished before the first payment arrived. Several suggested that the Commission "
        "should pay in advance; the financial rules stand in the way.",
    ),
)
OLD = (
    "In 2047 our predecessors made nine recommendations. Five were followed, two were overtaken by events, and two, on "
    "staff exchange and on a common glossary, were forgotten. Recommendation 3 of that time, which asked Europol to "
    "print a list of dormant actions, would have spared us a month of work."
)


def _source(inks: Inks) -> str:
    conclusions = "\n\n".join(
        typ((f"**Conclusion {at}: {lead}** {text}",)) for at, (lead, text) in enumerate(CONCLUSIONS, 1)
    )
    paragraphs = []
    for at, item in enumerate(ADVICE, 1):
        lead = typ((f"**Recommendation {at}: **",))
        label = f"#strong[{typ(inks(f'r{at}/label', item.label))}]"
        told = typ(f" (Addressed to: {item.told}.)") if item.told else ""
        paragraphs.append(f"{lead}{label}#strong[.] {typ(inks(f'r{at}', item.text))}{told}")
    advice = "\n\n".join(paragraphs)
    rows = [cells((str(at), item.short, ", ".join(item.addressees))) for at, item in enumerate(ADVICE, 1)]
    head = ", ".join(f"[*{name}*]" for name in ("No.", "Recommendation (short form)", "Addressees"))
    return f"""{preamble(DAY, size="11pt")}
#set page(paper: "a4", margin: (x: 26mm, y: 27mm),
  header: align(center, text(font: "Liberation Sans", size: 7.5pt, fill: luma(90))[{BAND}]),
  footer: context align(center, text(size: 9pt)[{TITLE} · #counter(page).display()]))
#show heading: set text(font: "Liberation Sans", fill: rgb("#21416b"))
#show heading: set block(above: 1.6em, below: 0.9em)
#text(font: "Liberation Sans", size: 22pt, weight: "bold")[{TITLE}]

#text(size: 10pt)[European Commission · 9 November 2051 · HOME/2051/95731]

= What we were asked

The Commission asked for an answer to one question: can the plans of 2052 be made better without being made longer? We
read all plans of the cycle, and spoke to 64 persons who write them, lead them or are mentioned in them.

= Conclusions

{conclusions}

= What became of earlier advice

{typ(OLD)}

= Recommendations

{typ("Seven recommendations follow from this. Whom they concern is listed in the annex.")}

{advice}

#pagebreak()
= Annex: recommendations and addressees

#table(columns: (12mm, 1fr, 52mm), stroke: 0.4pt, inset: 5pt, table.header({head}), {", ".join(rows)})
"""


def _produce(inks: Inks, pdf: Path) -> None:
    by_typst(_source(inks), pdf, DAY)


def main() -> None:
    """Set the report and write its gold."""
    measured = made(PDF, _produce)
    gold = GoldDocument(
        PDF,
        title=TITLE,
        kind="evaluation",
        reference="HOME/2051/95731",
        issuer="European Commission",
        date="2051-11-09",
        language="en",
        cycle="2049-2052",
    )
    for at, item in enumerate(ADVICE, 1):
        gold.add(
            f"r{at}",
            "recommendation",
            item.text,
            measured.spans(f"r{at}"),
            number=str(at),
            title=item.label,
            addressees=list(item.addressees),
        )
    gold.write()


if __name__ == "__main__":
    main()
