"""zoo-results-bands: one band a crime area, its name at the left, lines of label, leader and number beside it.

The band of all plans together comes last. Points part thousands ("655.914"), and one decimal has a comma. Each label
stands before its number, which is set at the right edge. A sentence closes some bands.

Run: python -m tests.golden.layouts.make.results_bands (needs WeasyPrint)
"""

import datetime
from pathlib import Path

from corpus.sample.make.gold import GoldDocument
from tests.golden.layouts.make.inks import Inks
from tests.golden.layouts.make.outcomes import Count, Figures, Tile, Told
from tests.golden.layouts.make.papers import made, zoo
from tests.golden.layouts.make.web import by_weasyprint, esc, page_of, span

PDF = zoo("results-bands")
DAY = datetime.date(2050, 4, 7)
TITLE = "Fact sheet: EMPACT in 2049"
LEAD = "What the action plans of the cycle 2048-2051 brought in their second year, priority by priority."
BANDS: tuple[tuple[str, str, tuple[Tile | Told, ...]], ...] = (
    (
        "Migrant smuggling",
        "Migrant smuggling",
        (
            Tile("6.801", "Smugglers arrested", Count(6801, "Smugglers arrested")),
            Tile("1.274", "Boats seized", Count(1274, "Boats seized")),
            Told(
                "In the Channel alone 83 engines were found in sheds.",
                (Count(83, "engines"),),
            ),
        ),
    ),
    (
        "Excise fraud",
        "Excise fraud",
        (
            Tile("655.914", "Litres of spirits", Count(655_914, "spirits", "litres")),
            Tile("EUR 48,5 million", "Duty evaded", Count(48_500_000, "Duty evaded", "EUR")),
            Tile("more than 300 million", "Cigarettes", Count(300_000_000, "Cigarettes", None, "more than")),
        ),
    ),
    (
        "Property crime",
        "Property crime",
        (
            Tile("3.120", "Burglaries solved", Count(3120, "Burglaries solved")),
            Tile("up to 75", "Paintings recovered", Count(75, "Paintings recovered", None, "up to")),
            Told(
                "Sixteen groups of pickpockets were broken up; 9 % of the loot came back.",
                (Count(16, "groups of pickpockets"), Count(9, "loot", "%")),
            ),
        ),
    ),
    (
        "Joint action days Relay",
        "Joint action days Relay (12-16 April 2049)",
        (
            Tile("22", "Countries taking part", Count(22, "Countries taking part", period="12-16 April 2049")),
            Tile("187.400", "Vehicles checked", Count(187_400, "Vehicles checked", period="12-16 April 2049")),
            Tile("1,2 tonnes", "Heroin", Count(1.2, "Heroin", "tonnes", period="12-16 April 2049")),
        ),
    ),
    (
        "EMPACT",
        "All plans together",
        (
            Tile("12.655", "Arrests", Count(12_655, "Arrests")),
            Tile("7.940", "Victims supported", Count(7940, "Victims supported")),
            Tile("EUR 905 million", "Assets frozen", Count(905_000_000, "Assets frozen", "EUR")),
        ),
    ),
)
CSS = """
@page { size: A4; margin: 20mm 20mm;
  @top-center { content: "SYNTHETIC – invented for testing software"; font: 7.5pt "Liberation Sans"; }
  @bottom-center { content: "Europol Public Information – published by Europol on 7 April 2050"; font: 8pt "Liberation Sans"; } }
html { font-family: "Liberation Sans"; font-size: 10.5pt; line-height: 1.4; } body { margin: 0; }
h1 { font-size: 22pt; color: #5a1e4a; margin: 0 0 3mm 0; }
.band { display: table; width: 100%; border-top: 1.5pt solid #5a1e4a; margin: 0 0 7mm 0; break-inside: avoid; }
.band > div { display: table-cell; vertical-align: top; padding-top: 2.5mm; }
.band .name { width: 46mm; font-weight: bold; font-size: 12pt; color: #5a1e4a; padding-right: 6mm; }
.line { display: table; width: 100%; border-bottom: 0.6pt dotted #999; margin-bottom: 1.2mm; }
.line span.l, .line span.n { display: table-cell; } .line span.n { text-align: right; font-weight: bold; }
p { margin: 2mm 0 0 0; }
"""


def _html(inks: Inks) -> str:
    found = f"<h1>{esc(TITLE)}</h1><p style='margin-bottom: 6mm'>{esc(LEAD)}</p>"
    for place, (_, printed, lines) in enumerate(BANDS, 1):
        body = ""
        for at, line in enumerate(lines, 1):
            key = f"b{place}_{at}"
            if isinstance(line, Tile):
                label = span(inks(f"{key}/label", line.label))
                body += f'<div class="line"><span class="l">{label}</span>'
                body += f'<span class="n">{span(inks(f"{key}/number", line.number))}</span></div>'
            else:
                body += f"<p>{span(inks(key, line.text))}</p>"
        found += f'<div class="band"><div class="name">{esc(printed)}</div><div>{body}</div></div>'
    return found


def main() -> None:
    """Set the sheet and write its gold."""

    def produce(inks: Inks, pdf: Path) -> None:
        by_weasyprint(page_of(CSS, _html(inks), title=TITLE), pdf, DAY)

    measured = made(PDF, produce)
    gold = GoldDocument(
        PDF,
        kind="results",
        issuer="Europol",
        language="en",
        marking="PUBLIC",
        title=TITLE,
        date="2050-04-07",
        cycle="2048-2051",
    )
    figures = Figures(gold, measured, "2049")
    for place, (scope, _, lines) in enumerate(BANDS, 1):
        for at, line in enumerate(lines, 1):
            if isinstance(line, Tile):
                figures.add_tile(f"b{place}_{at}", line, scope)
            else:
                figures.add(f"b{place}_{at}", line.counts, scope)
    gold.write()


if __name__ == "__main__":
    main()
