"""zoo-results-columns: a magazine-like sheet in three columns of panels, the totals in a dark column at the left.

Totals stand one below the other, label below the number; each crime area is a panel with a heading on a coloured strip,
large numbers with labels of two lines, and sentences. A panel across the foot tells of action days. Numbers have
commas, signs of currency, "bn", "m" and half-words; two panels have years of their own.

Run: python -m tests.golden.layouts.make.results_columns (needs typst)
"""

import datetime
from pathlib import Path

from corpus.sample.make.gold import GoldDocument
from corpus.sample.make.typeset import escape
from tests.golden.layouts.make.inks import Inks
from tests.golden.layouts.make.outcomes import Count, Figures, Tile, Told
from tests.golden.layouts.make.papers import made, zoo
from tests.golden.layouts.make.typ import by_typst, typ

PDF = zoo("results-columns")
DAY = datetime.date(2046, 5, 19)
TITLE = "Fighting crime together: results 2045"
LEAD = (
    "Two years after the EMPACT cycle 2044-2047 began, the Member States and their partners report what they have reached. "
    "Each panel stands for one priority of the Council."
)
TOTALS = (
    Tile("13,407", "arrests", Count(13_407, "arrests")),
    Tile("€1.1 billion", "in criminal assets seized", Count(1_100_000_000, "criminal assets seized", "EUR")),
    Tile(
        "over 9,300",
        "victims identified or safeguarded",
        Count(9300, "victims identified or safeguarded", None, "over"),
    ),
    Tile("18,260", "investigations initiated", Count(18_260, "investigations initiated")),
    Tile("221.5 tonnes", "of illicit drugs", Count(221.5, "illicit drugs", "tonnes")),
    Tile("half a million", "fake documents checked", Count(500_000, "fake documents checked")),
)
PANELS: tuple[tuple[str, tuple[Tile | Told, ...]], ...] = (
    (
        "Criminal networks",
        (
            Tile(
                "112", "high-value targets arrested on warrants", Count(112, "high-value targets arrested on warrants")
            ),
            Told(
                "Courts sentenced 64 brokers, some to more than twenty years.",
                (Count(64, "brokers"),),
            ),
        ),
    ),
    (
        "Cyber-attacks",
        (
            Tile("2,306", "servers taken over", Count(2306, "servers taken over")),
            Tile("€38m", "in crypto-assets", Count(38_000_000, "crypto-assets", "EUR")),
        ),
    ),
    (
        "Human trafficking",
        (
            Told(
                "Labour inspectors entered 5,870 farms and found 1,190 workers without contracts.",
                (Count(5870, "farms"), Count(1190, "workers")),
            ),
            Tile("1,644", "suspected traffickers", Count(1644, "suspected traffickers")),
        ),
    ),
    (
        "Environmental crime",
        (
            Tile("30 to 35 tonnes", "of refrigerants", Count(30, "refrigerants", "tonnes")),
            Tile("nearly 7,000", "protected birds", Count(7000, "protected birds", None, "nearly")),
            Told(
                "Fines of €12.6 million were imposed.",
                (Count(12_600_000, "fines", "EUR"),),
            ),
        ),
    ),
)
DAYS_NAME = "Joint action days Mobile"
DAYS_PERIOD = "October 2045"
DAYS: tuple[Tile | Told, ...] = (
    Tile("31", "countries", Count(31, "countries")),
    Tile("506", "stolen vehicles", Count(506, "stolen vehicles")),
    Tile("about 60", "arrests", Count(60, "arrests", None, "about")),
    Told(
        "Each of the 85 border crossings was staffed around the clock, and 4,112 documents were examined.",
        (Count(85, "border crossings"), Count(4112, "documents")),
    ),
)


def _number(key: str, inks: Inks, tile: Tile, size: str) -> str:
    number = f'#text(size: {size}, weight: "black", fill: rgb("#c8502d"))[{typ(inks(f"{key}/number", tile.number))}]'
    return f"{number} \\ {typ(inks(f'{key}/label', tile.label))}"


def _lines(key: str, inks: Inks, lines: tuple[Tile | Told, ...]) -> str:
    parts = []
    for at, line in enumerate(lines, 1):
        one = f"{key}_{at}"
        parts.append(_number(one, inks, line, "15pt") if isinstance(line, Tile) else typ(inks(one, line.text)))
    return "\n\n".join(parts)


def _source(inks: Inks) -> str:
    totals = "\n\n".join(_number(f"t{at}", inks, tile, "19pt") for at, tile in enumerate(TOTALS, 1))
    panels = ", ".join(
        f"panel([{escape(name)}], [{_lines(f'p{at}', inks, lines)}])" for at, (name, lines) in enumerate(PANELS, 1)
    )
    tiles = [line for line in DAYS if isinstance(line, Tile)]
    row = ", ".join(f"[{_number(f'd_{at}', inks, tile, '15pt')}]" for at, tile in enumerate(tiles, 1))
    told = "\n\n".join(typ(inks(f"d_{at}", line.text)) for at, line in enumerate(DAYS, 1) if isinstance(line, Told))
    return f"""#set document(author: "synthetic", date: datetime(year: 2046, month: 5, day: 19))
#set page(paper: "a4", margin: (x: 14mm, top: 18mm, bottom: 16mm),
  header: text(size: 7pt, fill: luma(110))[SYNTHETIC, invented for testing software],
  footer: text(size: 7.5pt)[Europol | May 2046 | Europol Public Information #h(1fr) #context counter(page).display()])
#set text(font: "Noto Sans", size: 9.5pt, lang: "en", region: "GB", hyphenate: false)
#set par(leading: 0.6em)
#let panel(name, body) = block(stroke: 0.7pt + rgb("#22577a"), width: 100%, breakable: false, {{
  block(fill: rgb("#22577a"), width: 100%, inset: 6pt, below: 0pt, text(fill: white, weight: "bold", size: 11pt, name))
  block(inset: 8pt, above: 0pt, body)
}})
#text(size: 24pt, weight: "bold", fill: rgb("#22577a"))[{escape(TITLE)}]

{escape(LEAD)}

#v(2mm)
#grid(columns: (48mm, 1fr), column-gutter: 6mm,
  block(fill: rgb("#dfeaf2"), inset: 10pt, width: 100%)[#text(size: 12pt, weight: "bold")[All priorities]

  {totals}],
  grid(columns: (1fr, 1fr), gutter: 5mm, {panels}))
#v(3mm)
#block(fill: rgb("#fbeee0"), inset: 10pt, width: 100%)[
  #text(size: 13pt, weight: "bold")[{DAYS_NAME}] #h(1fr) #text(style: "italic")[{DAYS_PERIOD}, led by Slovakia]

  #grid(columns: (1fr, 1fr, 1fr), {row})

  {told}
]
#v(1fr)
#text(size: 8pt)[Figures are rounded. A sum of €1 billion is a thousand million. Catalogue number QX-05-46-741-EN-N,
doi 10.9999/95742.]
"""


def main() -> None:
    """Set the sheet and write its gold."""

    def produce(inks: Inks, pdf: Path) -> None:
        by_typst(_source(inks), pdf, DAY)

    measured = made(PDF, produce)
    gold = GoldDocument(
        PDF,
        kind="results",
        issuer="Europol",
        language="en",
        marking="PUBLIC",
        title=TITLE,
        date="2046-05",
        cycle="2044-2047",
    )
    figures = Figures(gold, measured, "2045")
    for at, tile in enumerate(TOTALS, 1):
        figures.add_tile(f"t{at}", tile, "EMPACT")
    for at, (name, lines) in enumerate(PANELS, 1):
        _add(figures, f"p{at}", lines, name)
    _add(figures, "d", DAYS, DAYS_NAME, DAYS_PERIOD)
    gold.write()


def _add(figures: Figures, key: str, lines: tuple[Tile | Told, ...], scope: str, period: str | None = None) -> None:
    for at, line in enumerate(lines, 1):
        if isinstance(line, Tile):
            figures.add_tile(f"{key}_{at}", line, scope, period)
        else:
            figures.add(f"{key}_{at}", line.counts, scope, period)


if __name__ == "__main__":
    main()
