"""zoo-evaluation-groups: recommendations in two columns, numbered on under headings that say to whom they go.

"To the Commission", "To Europol": the heading of the group is the line of addressees. Each recommendation is a list
item with a label in bold and its text behind a dash. A list of conclusions, numbered in the same manner, comes before.

Run: python -m tests.golden.layouts.make.evaluation_groups (needs Chromium)
"""

import datetime
from dataclasses import dataclass
from pathlib import Path

from corpus.sample.make.gold import GoldDocument
from tests.golden.layouts.make.inks import Inks
from tests.golden.layouts.make.papers import made, zoo
from tests.golden.layouts.make.web import by_browser, esc, page_of, span

PDF = zoo("evaluation-groups")
TITLE = "Evaluation of EMPACT 2041-2044: conclusions and recommendations"
DAY = datetime.date(2045, 3, 15)


@dataclass(frozen=True, slots=True)
class Advice:
    """A recommendation with its label."""

    label: str
    text: str


GROUPS = (
    (
        "To the Commission",
        ("Commission",),
        (
            Advice(
                "Grants before the summer",
                "calls for proposals should be published as soon as the plans are adopted, so that actions can begin in "
                "January with money in hand.",
            ),
            Advice(
                "One rule for travel",
                "the same proof of payment ought to be accepted from police officers and from inspectors, who until now "
                "have to show five papers more.",
            ),
        ),
    ),
    (
        "To Europol",
        ("Europol",),
        (
            Advice(
                "Say what happened to a tip",
                "whoever sends information to an analysis project should learn within a month whether it was of use, if "
                "only in one word.",
            ),
            Advice(
                "A calendar that all can read",
                "action days, training and drafting meetings should stand in a single calendar without access rights, for "
                "none of its entries is secret.",
            ),
            Advice(
                "Analysts on loan",
                "for actions led by small authorities an analyst should be lent for the decisive weeks.",
            ),
        ),
    ),
    (
        "To the Member States and COSI",
        ("Member States", "COSI"),
        (
            Advice(
                "Leave room in the plans",
                "a fifth of each plan should stay empty when it is adopted, for what nobody could foresee in the autumn.",
            ),
            Advice(
                "End what has ended",
                "actions that have reached their object should be closed in the middle of the year, and those who led "
                "them should be told so in public.",
            ),
        ),
    ),
)
CONCLUSIONS = (
    "EMPACT has become a habit. Three in four participants could not say how they had worked before.",
    "Prevention is praised and seldom planned: seven of 212 actions.",
    "Most Member States would welcome a permanent secretariat, which should in their view be small.",
)
CSS = """
@page { size: A4; margin: 20mm 18mm;
  @top-left { content: "SYNTHETIC – invented for testing software"; font: 7.5pt "Liberation Sans"; }
  @bottom-right { content: counter(page); font: 8.5pt "Liberation Sans"; }
  @bottom-left { content: "European Commission – HOME/2045/95734"; font: 8pt "Liberation Sans"; } }
html { font-family: "Liberation Serif"; font-size: 10.5pt; line-height: 1.4; }
h1 { font: bold 20pt "Liberation Sans"; margin: 0 0 2mm 0; } .by { color: #555; margin: 0 0 5mm 0; }
.text { column-count: 2; column-gap: 8mm; text-align: justify; }
h2 { font: bold 13pt "Liberation Sans"; margin: 0 0 2mm 0; break-after: avoid; column-span: none; }
h3 { font: bold 10.5pt "Liberation Sans"; margin: 3mm 0 1.5mm 0; break-after: avoid; }
ol { margin: 0 0 3mm 0; padding-left: 6mm; } li { margin: 0 0 2mm 0; }
"""


def _html(inks: Inks) -> str:
    found = (
        f"<h1>{esc(TITLE)}</h1><p class='by'>Published by the European Commission, 15 March 2045</p><div class='text'>"
    )
    found += "<p>This paper holds the last chapter of a study that was made by three universities. The study itself is "
    found += (
        "longer, and can be had from its authors. Conclusions are numbered C1 to C3 there.</p><h2>Conclusions</h2><ol>"
    )
    found += "".join(f"<li>{esc(text)}</li>" for text in CONCLUSIONS) + "</ol><h2>Recommendations</h2>"
    count = 0
    for heading, _, advice in GROUPS:
        items = ""
        first = count + 1
        for item in advice:
            count += 1
            label, text = span(inks(f"r{count}/label", item.label)), span(inks(f"r{count}", item.text))
            items += f"<li><b>{label}</b> – {text}</li>"
        found += f'<h3>{esc(heading)}</h3><ol start="{first}">{items}</ol>'
    return found + "<h2>Thanks</h2><p>We thank 140 persons who should have been doing something else.</p></div>"


def main() -> None:
    """Print the paper and write its gold."""

    def produce(inks: Inks, pdf: Path) -> None:
        by_browser(page_of(CSS, _html(inks), title=TITLE), pdf, DAY)

    measured = made(PDF, produce)
    gold = GoldDocument(
        PDF,
        title=TITLE,
        kind="evaluation",
        reference="HOME/2045/95734",
        issuer="European Commission",
        date="2045-03-15",
        language="en",
        cycle="2041-2044",
    )
    count = 0
    for _, addressees, advice in GROUPS:
        for item in advice:
            count += 1
            gold.add(
                f"r{count}",
                "recommendation",
                item.text,
                measured.spans(f"r{count}"),
                number=str(count),
                title=item.label,
                addressees=list(addressees),
            )
    gold.write()


if __name__ == "__main__":
    main()
