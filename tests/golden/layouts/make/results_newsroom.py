"""zoo-results-newsroom: a news release on action days, printed by a browser.

One week, told in sentences, in a list of bullets and in a quotation. The release has no boxes: its own name is the
scope of what it counts, but for two sentences on EMPACT as a whole. The parts of the checks do not add up to their sum. Links,
times, a telephone number and an address are no results.

Run: python -m tests.golden.layouts.make.results_newsroom (needs Chromium)
"""

import datetime
from pathlib import Path

from corpus.sample.make.gold import GoldDocument
from tests.golden.layouts.make.inks import Inks
from tests.golden.layouts.make.outcomes import Count, Figures, Told
from tests.golden.layouts.make.papers import made, zoo
from tests.golden.layouts.make.web import by_browser, esc, page_of, span

PDF = zoo("results-newsroom")
DAY = datetime.date(2048, 6, 14)
TITLE = "Joint action days Ember: 1 026 arrests in one week across Europe"
SCOPE = "Joint action days Ember"
WEEK = "3 to 9 June 2048"
PARAGRAPHS = (
    (
        Told(
            "From 3 to 9 June 2048 police, customs and labour inspectors from 26 countries worked side by side "
            "against the trade in people and weapons.",
            (Count(26, "countries"),),
        ),
        Told(
            "More than 22 300 officers were on duty, from Lisbon to Vilnius.",
            (Count(22_300, "officers", None, "more than"),),
        ),
    ),
    (
        Told(
            "The action days were led by Croatia; Europol ran a coordination centre in Zadar that was open day and night."
        ),
        Told("Thirteen analysts were sent there.", (Count(13, "analysts"),)),
    ),
)
BULLETS = (
    Told("1 026 arrests, 214 of them on warrants from other states", (Count(1026, "arrests"), Count(214, "arrests"))),
    Told("471 potential victims, of whom 38 were children", (Count(471, "potential victims"), Count(38, "children"))),
    Told(
        "322 weapons and over 40 000 rounds of ammunition",
        (Count(322, "weapons"), Count(40_000, "rounds of ammunition", None, "over")),
    ),
    Told("EUR 3.4 million in cash", (Count(3_400_000, "cash", "EUR"),)),
    Told("close to 900 kg of cannabis", (Count(900, "cannabis", "kg", "close to"),)),
    Told("ninety-one new investigations", (Count(91, "new investigations"),)),
)
CHECKS = (
    Told(
        "In all, 655,914 checks were made: 498,700 of persons, 131,020 of vehicles and 24,310 of parcels.",
        (Count(655_914, "checks"), Count(498_700, "persons"), Count(131_020, "vehicles"), Count(24_310, "parcels")),
    ),
    Told(
        "Two thirds of the lorries that were stopped at night had been stopped in the week before as well.",
    ),
)
WHOLE = (
    Told(
        "In 2047 as a whole, EMPACT led to 13,871 arrests and to the seizure of 197 tonnes of drugs.",
        (Count(13_871, "arrests", period="2047"), Count(197, "drugs", "tonnes", period="2047")),
    ),
    Told("EMPACT is in the third year of its cycle 2046-2049."),
)
ABOUT = (
    "Joint action days are weeks in which authorities of many countries do the same at the same time. They are prepared "
    "for months. Article 4 of the decision of 12 May 2045 names those who may take part."
)
CSS = """
@page { size: A4; margin: 20mm 22mm; @top-right { content: "SYNTHETIC – invented for testing software"; font: 7.5pt "Noto Sans"; }
  @bottom-left { content: "newsroom.example/news/95741"; font: 7.5pt "Noto Sans"; }
  @bottom-right { content: "14/06/2048, 11:20   " counter(page) "/" counter(pages); font: 7.5pt "Noto Sans"; } }
html { font-family: "Noto Sans"; font-size: 10.5pt; line-height: 1.5; }
h1 { font-size: 20pt; line-height: 1.25; margin: 0 0 3mm 0; } h2 { font-size: 13pt; margin: 6mm 0 2mm 0; break-after: avoid; }
.by { color: #555; font-size: 9pt; } .nav { color: #0a5; font-size: 8.5pt; } li { margin: 0 0 1.2mm 0; }
blockquote { border-left: 2pt solid #0a5; margin: 4mm 0 4mm 4mm; padding-left: 4mm; font-style: italic; }
"""


def _html(inks: Inks) -> str:
    def sentences(key: str, told: tuple[Told, ...]) -> str:
        return "<p>" + " ".join(span(inks(f"{key}.{at}", one.text)) for at, one in enumerate(told, 1)) + "</p>"

    found = f'<p class="nav">Home › Media and press › News</p><h1>{esc(TITLE)}</h1>'
    found += '<p class="by">14 June 2048 · Press release · Europol</p>'
    found += "".join(sentences(f"p{at}", told) for at, told in enumerate(PARAGRAPHS, 1))
    items = "".join(f"<li>{span(inks(f'b{at}', told.text))}</li>" for at, told in enumerate(BULLETS, 1))
    found += f"<h2>Preliminary results</h2><ul>{items}</ul>" + sentences("c", CHECKS)
    found += "<blockquote>We knew the routes. We did not know how many had no other way to earn a living.</blockquote>"
    found += "<h2>About the action days</h2>" + f"<p>{esc(ABOUT)}</p>" + sentences("w", WHOLE)
    return found + '<p class="by">Press office: +31 70 555 01 47. Published by Europol. Europol Public Information.</p>'


def main() -> None:
    """Print the release and write its gold."""

    def produce(inks: Inks, pdf: Path) -> None:
        by_browser(page_of(CSS, _html(inks), title=TITLE), pdf, DAY)

    measured = made(PDF, produce)
    gold = GoldDocument(
        PDF,
        kind="results",
        issuer="Europol",
        language="en",
        marking="PUBLIC",
        title=TITLE,
        date="2048-06-14",
        cycle="2046-2049",
    )
    figures = Figures(gold, measured, WEEK)
    for place, told in enumerate(PARAGRAPHS, 1):
        for at, one in enumerate(told, 1):
            figures.add(f"p{place}.{at}", one.counts, SCOPE)
    for at, one in enumerate(BULLETS, 1):
        figures.add(f"b{at}", one.counts, SCOPE)
    for at, one in enumerate(CHECKS, 1):
        figures.add(f"c.{at}", one.counts, SCOPE)
    for at, one in enumerate(WHOLE, 1):
        figures.add(f"w.{at}", one.counts, "EMPACT")
    gold.write()


if __name__ == "__main__":
    main()
