"""zoo-evaluation-boxes: recommendations as boxes with their addressees in a line of their own, above the text.

Number and label share a bar at the top of a box; "To:" names the addressees, "By:" a date. Findings stand in boxes of
another colour and are numbered in the same way. No table sums anything up.

Run: python -m tests.golden.layouts.make.evaluation_boxes (needs WeasyPrint)
"""

import datetime
from pathlib import Path

from corpus.sample.make.evaluation_2040 import RECOMMENDATIONS, SUMMARY
from corpus.sample.make.gold import GoldDocument
from tests.golden.layouts.make.inks import Inks
from tests.golden.layouts.make.later import later
from tests.golden.layouts.make.papers import made, zoo
from tests.golden.layouts.make.web import block, by_weasyprint, esc, page_of, span

PDF = zoo("evaluation-boxes")
TITLE = "What the cycle 2045-2048 has achieved: an independent evaluation of EMPACT"
DAY = datetime.date(2048, 10, 6)
PICKED = [later(RECOMMENDATIONS[at], 8) for at in (0, 1, 2, 4, 5, 6, 7, 8, 9)]
FINDINGS = (
    "Actions are planned by those who will lead them, which explains both their realism and their modesty.",
    "Where a prosecutor sat at the table from the start, one case in three led to a judgment within two years; "
    "elsewhere it was one in eight.",
    "Six agencies keep a list of trained persons each. No two of the lists agree.",
)
CSS = """
@page { size: A4; margin: 24mm 24mm 24mm 24mm;
  @top-center { content: "SYNTHETIC – invented for testing software"; font: 7.5pt "Liberation Sans"; color: #555; }
  @bottom-right { content: counter(page); font: 8.5pt "Liberation Sans"; } }
html { font-family: "Liberation Sans"; font-size: 10pt; line-height: 1.45; }
h1 { font-size: 22pt; line-height: 1.2; color: #4a2a5e; } h2 { font-size: 14pt; color: #4a2a5e; break-after: avoid; }
.rec { border: 1pt solid #4a2a5e; margin: 0 0 5mm 0; break-inside: avoid; }
.rec .bar { background: #4a2a5e; color: white; padding: 4pt 8pt; font-weight: bold; margin: 0; }
.rec .to { margin: 5pt 8pt 3pt 8pt; font-size: 8.8pt; color: #444;
  border-bottom: 0.4pt solid #bbb; padding-bottom: 3pt; }
.rec .text { margin: 3pt 8pt 7pt 8pt; }
.finding { border-left: 3pt solid #c9a227; background: #fbf6e3; padding: 5pt 8pt; margin: 0 0 4mm 0; }
"""


def _body(inks: Inks) -> str:
    found = f"<h1>{esc(TITLE)}</h1><p>Published by the European Commission, Directorate-General for Migration and Home "
    found += "Affairs, on 6 October 2048. Carried out by a contractor. Reference HOME/2048/95601.</p><h2>Summary</h2>"
    found += block(later(SUMMARY[0], 8)) + "<h2>Findings</h2>"
    for at, finding in enumerate(FINDINGS, 1):
        found += f'<div class="finding"><b>F{at}</b> {esc(finding)}</div>'
    found += "<h2>Recommendations</h2>"
    for at, item in enumerate(PICKED, 1):
        label = span(inks(f"r{at}/label", item.label))
        to = esc("; ".join(item.addressees))
        found += (
            f'<div class="rec"><p class="bar">R{at} &ensp; {label}</p>'
            f'<p class="to"><b>To:</b> {to} &emsp; <b>By:</b> {esc(item.until)}</p>'
            f'<p class="text">{span(inks(f"r{at}", item.text))}</p></div>'
        )
    return found


def _produce(inks: Inks, pdf: Path) -> None:
    by_weasyprint(page_of(CSS, _body(inks), title=TITLE), pdf, DAY)


def main() -> None:
    """Set the report and write its gold."""
    measured = made(PDF, _produce)
    gold = GoldDocument(
        PDF,
        title=TITLE,
        kind="evaluation",
        reference="HOME/2048/95601",
        issuer="European Commission",
        date="2048-10-06",
        language="en",
        cycle="2045-2048",
    )
    for at, item in enumerate(PICKED, 1):
        gold.add(
            f"r{at}",
            "recommendation",
            item.text,
            measured.spans(f"r{at}"),
            number=f"R{at}",
            title=item.label,
            addressees=list(item.addressees),
        )
    gold.write()


if __name__ == "__main__":
    main()
