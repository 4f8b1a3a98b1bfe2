"""zoo-evaluation-lines: recommendations as rows of a table with horizontal rules only, told in running text before.

A cell holds the label in bold and the text below it; addressees and dates are columns. In the chapters before the
table the evaluators explain themselves and use "recommend" and "should" of others.

Run: python -m tests.golden.layouts.make.evaluation_lines (needs LibreOffice)
"""

import datetime
from pathlib import Path

from corpus.sample.make.council import soften
from corpus.sample.make.evaluation_2040 import RECOMMENDATIONS
from corpus.sample.make.gold import GoldDocument
from tests.golden.layouts.make.inks import Inks
from tests.golden.layouts.make.papers import Cover, made, zoo
from tests.golden.layouts.make.records import council_document
from tests.golden.layouts.make.word import InkPaper, paper, save

PDF = zoo("evaluation-lines")
DAY = datetime.date(2040, 10, 2)
COVER = Cover(
    number="95602/40",
    place_and_date="Brussels, 2 October 2040",
    kind="COVER NOTE",
    rows=(
        ("From:", "European Commission"),
        ("To:", "General Secretariat of the Council"),
        ("Subject:", "Evaluation of the EMPACT cycle 2037-2040: recommendations of the independent evaluators"),
    ),
    body=("Delegations will find attached the recommendations; the full report is available in English only.",),
    codes=("COSI 190", "ENFOPOL 470", "JAI 1288"),
    unit="JAI.1",
)
TEXT = (
    "Of the persons whom we interviewed, several recommended a permanent secretariat, and two that there be none. "
    "Plans should, in the view of most Drivers, be shorter; most of them had nonetheless made theirs longer.",
    "We have kept to what can be done without new legislation. The table gives the recommendations in the order of the "
    "findings on which they rest.",
)


def _write(inks: Inks) -> InkPaper:
    made_of = paper(COVER, DAY, body_pt=11.5)
    made_of.annex()
    made_of.line("RECOMMENDATIONS OF THE EVALUATION", bold=True, centred=True, after=12)
    for text in TEXT:
        made_of.body(text, spacing=1.25)
    table = made_of.table((1.1, 9.4, 3.2, 2.3), ruled=False)
    header = made_of.header_row(table, ("No", "Recommendation", "Addressees", "To be done by"), size=10, shade="FFFFFF")
    made_of.edges(header.cells, top=12, bottom=6)
    for at, item in enumerate(RECOMMENDATIONS, 1):
        row = table.add_row()
        made_of.edges(row.cells, bottom=4)
        advice = inks(f"r{at}", item.text)
        made_of.fill(row.cells[0], str(at), size=10, before=3)
        made_of.fill(row.cells[1], inks(f"r{at}/label", item.label), bold=True, size=10, before=3)
        made_of.fill(row.cells[1], advice.changed(soften(advice.marked)), size=10, before=1, after=3)
        made_of.fill(row.cells[2], ", ".join(item.addressees), size=10, before=3)
        made_of.fill(row.cells[3], item.until, size=10, before=3)
    return made_of


def _produce(inks: Inks, pdf: Path) -> None:
    save(_write(inks), pdf)


def main() -> None:
    """Set the paper and write its gold."""
    measured = made(PDF, _produce)
    gold = GoldDocument(
        PDF,
        **{
            **council_document(COVER.number, COVER.subject, "2040-10-02", kind="evaluation", cycle="2037-2040"),
            "subject_codes": list(COVER.codes),
        },
    )
    for at, item in enumerate(RECOMMENDATIONS, 1):
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
