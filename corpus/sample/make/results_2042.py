"""empact-results-2042: a results sheet of two pages, all tiles and boxes.

In the upper row of tiles all numbers are set before all labels, in the lower row the labels come first; within the
boxes numbers and labels are columns of a grid. Numbers have thin spaces, words ("Twenty-three"), bounds ("over",
"nearly"), millions of things that are no money, and one total that is not the sum of its parts. The box on action
days has a period and a scope of its own.

Run: python -m corpus.sample.make.results_2042
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.sample.make.gold import GoldDocument, Span
from corpus.sample.make.typeset import SAMPLES, Paper, escape

PDF = SAMPLES / "empact-results-2042.pdf"
TITLE = "EMPACT in 2042: what joint work against organised crime has achieved"
PERIOD = "2042"

TEAL, SAND, RUST = 'rgb("#0d5c63")', 'rgb("#f4efe6")', 'rgb("#a63d2f")'


@dataclass(frozen=True, slots=True)
class Figure:
    """One number that is reported: its value in base units and what it counts, as printed."""

    value: float
    what: str
    unit: str | None = None
    qualifier: str | None = None
    period: str | None = None


@dataclass(frozen=True, slots=True)
class Tile:
    """A number that stands apart from its label."""

    number: str
    label: str
    figure: Figure


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence and the figures it reports."""

    text: str
    figures: Sequence[Figure]


@dataclass(frozen=True, slots=True)
class Box:
    """A box of the sheet; its name is the scope of its figures."""

    name: str
    lines: Sequence[Tile | Sentence]
    period: str = PERIOD
    under: str = ""


UPPER = (
    Tile("14 206", "arrests", Figure(14206, "arrests")),
    Tile("16 918", "investigations opened", Figure(16918, "investigations opened")),
    Tile("10 377", "victims brought to safety", Figure(10377, "victims brought to safety")),
    Tile(
        "nearly EUR 1.2 billion",
        "assets seized or frozen",
        Figure(1_200_000_000, "assets seized or frozen", "EUR", "nearly"),
    ),
)
LOWER = (
    Tile("263 tonnes", "drugs", Figure(263, "drugs", "tonnes")),
    Tile("over EUR 41 million", "cash", Figure(41_000_000, "cash", "EUR", "over")),
    Tile("1 870", "firearms", Figure(1870, "firearms")),
    Tile("at least 96", "criminal networks dismantled", Figure(96, "criminal networks dismantled", None, "at least")),
)

COMPARED = Sentence(
    "In 2041 the plans had led to 13 412 arrests and to the safeguarding of 9 128 victims.",
    (Figure(13412, "arrests", period="2041"), Figure(9128, "victims", period="2041")),
)
LED = Sentence("Customs, tax or labour authorities led 27 % of the actions.", (Figure(27, "actions", "%"),))

BOXES_FRONT = (
    Box(
        "Networks and go-betweens",
        (
            Tile("87", "high-value targets", Figure(87, "high-value targets")),
            Tile("2 480", "arrests", Figure(2480, "arrests")),
            Tile("nearly EUR 310 million", "in assets", Figure(310_000_000, "assets", "EUR", "nearly")),
        ),
    ),
    Box(
        "Break-ins and ransom online",
        (
            Sentence(
                "Eleven ransomware groups lost their servers, and 540 decryption keys went to victims free of charge.",
                (Figure(11, "ransomware groups"), Figure(540, "decryption keys")),
            ),
        ),
    ),
    Box(
        "Abuse of children",
        (
            Sentence(
                "Specialists brought 1 940 children to safety and arrested 1 206 suspects.",
                (Figure(1940, "children"), Figure(1206, "suspects")),
            ),
        ),
    ),
    Box(
        "Trafficking in human beings",
        (
            Tile("8 437", "victims", Figure(8437, "victims")),
            Tile("1 356", "minors", Figure(1356, "minors")),
            Tile("2 015", "suspected traffickers", Figure(2015, "suspected traffickers")),
        ),
    ),
    Box(
        "Smuggling of migrants",
        (
            Tile("5 204", "suspected smugglers", Figure(5204, "suspected smugglers")),
            Tile("718", "boats and engines", Figure(718, "boats and engines")),
            Tile("around 38 000", "forged documents", Figure(38000, "forged documents", None, "around")),
        ),
    ),
    Box(
        "Drugs",
        (
            Tile("153 tonnes", "of cocaine", Figure(153, "cocaine", "tonnes")),
            Tile("71 tonnes", "of cannabis", Figure(71, "cannabis", "tonnes")),
            Tile("39 tonnes", "of synthetic drugs", Figure(39, "synthetic drugs", "tonnes")),
            Sentence(
                "Twenty-three laboratories and 417 plantations were closed.",
                (Figure(23, "laboratories"), Figure(417, "plantations")),
            ),
        ),
    ),
)

BOXES_BACK = (
    Box(
        "Fraud, tax and money",
        (
            Tile("46", "call centres", Figure(46, "call centres")),
            Tile("212 million", "cigarettes", Figure(212_000_000, "cigarettes")),
            Tile("1.1 million litres", "of untaxed fuel", Figure(1_100_000, "untaxed fuel", "litres")),
            Tile("EUR 655 million", "in unpaid VAT", Figure(655_000_000, "unpaid VAT", "EUR")),
            Tile("more than 19 000", "money mules", Figure(19000, "money mules", None, "more than")),
        ),
    ),
    Box(
        "Nature",
        (
            Tile("9 400 tonnes", "of waste", Figure(9400, "waste", "tonnes")),
            Tile("3.2 tonnes", "of glass eels", Figure(3.2, "glass eels", "tonnes")),
            Tile("650", "live birds and reptiles", Figure(650, "live birds and reptiles")),
        ),
    ),
    Box(
        "Weapons and explosives",
        (
            Tile("264 000", "rounds of ammunition", Figure(264_000, "rounds of ammunition")),
            Tile("740 kg", "of explosives", Figure(740, "explosives", "kg")),
            Sentence("Police found 31 printed pistols in a single flat.", (Figure(31, "printed pistols"),)),
        ),
    ),
)

DAYS = "9 to 13 September 2042"
ACTION_DAYS = Box(
    "Joint action days Hinterland",
    (
        Tile("412", "arrests", Figure(412, "arrests")),
        Tile("29", "countries", Figure(29, "countries")),
        Tile("over 17 000", "officers", Figure(17000, "officers", None, "over")),
        Tile("EUR 2.6 million", "in cash", Figure(2_600_000, "cash", "EUR")),
        Sentence(
            "A total of 1 264 300 checks was made: on 918 400 persons, 301 250 vehicles and 52 780 parcels.",
            (
                Figure(1_264_300, "checks"),
                Figure(918_400, "persons"),
                Figure(301_250, "vehicles"),
                Figure(52_780, "parcels"),
            ),
        ),
        Sentence("The checks led to ninety-four new investigations.", (Figure(94, "new investigations"),)),
    ),
    DAYS,
    f"{DAYS}, coordinated by Portugal from a centre in Sines*",
)

NIGHT = "3 to 7 March 2042"
OTHER_DAYS = Box(
    "Joint action days Night Mail",
    (
        Tile("17", "countries", Figure(17, "countries")),
        Tile("1 112", "parcels seized", Figure(1112, "parcels seized")),
        Sentence(
            "Inspectors opened nearly 61 000 parcels and found weapon parts in 83 packages.",
            (Figure(61_000, "parcels", None, "nearly"), Figure(83, "packages")),
        ),
    ),
    NIGHT,
    f"{NIGHT}, coordinated by Czechia from a sorting hall in Brno*",
)

LEAD = (
    "Police, customs, prosecutors, border guards and inspectors from all over the Union and from partner countries "
    "carried out the operational action plans of 2042, the first of the EMPACT cycle 2041-2044. This sheet sums up "
    "what their action leaders reported."
)
STORY = (
    "A lock keeper noticed that a barge lay deeper in the water than its papers allowed. Under the gravel customs "
    "officers found tobacco, and among the tobacco the keys of a warehouse in another country. The case was opened "
    "under the plan on excise, continued under the plan on firearms, and brought to court by a prosecutor who had "
    "taken part in both."
)
READING = (
    "How to read the figures. They were reported by the leaders of the actions and cover only what was achieved under "
    "a plan. A person arrested under several priorities appears in each of their boxes, but a single time in the "
    "total. Values are those of the day of the seizure."
)
STAR = "* With the support of Europol, Eurojust, Frontex and the customs cooperation network of the port authorities."
IMPRINT = "Published by Europol, April 2043. Europol Public Information."


def main() -> None:
    """Set the sheet and write its gold."""
    paper = Paper(PDF)
    paper.set(_source(paper))
    _gold(paper).write()


# --- the sheet -------------------------------------------------------------------------------------------------------


def _source(paper: Paper) -> str:
    front = [_box(paper, box) for box in BOXES_FRONT]
    back = [_box(paper, box) for box in BOXES_BACK]
    days = "\n".join(_days(paper, box) for box in (ACTION_DAYS, OTHER_DAYS))
    header = "text(size: 7pt, fill: luma(110))[SYNTHETIC sheet, invented for testing software #h(1fr) EMPACT results]"
    footer = 'text(size: 7pt, fill: luma(110))[SYNTHETIC #h(1fr) #context counter(page).display("1 of 1", both: true)]'
    return f"""#set document(title: "{TITLE}", author: "synthetic", date: datetime(year: 2043, month: 4, day: 8))
#set page(paper: "a4", margin: (x: 15mm, top: 18mm, bottom: 16mm), header: {header}, footer: {footer})
#set text(font: "Noto Sans", size: 10.5pt, lang: "en", region: "GB", hyphenate: false)
#set par(leading: 0.65em)
#let card(name, under, body) = block(fill: {SAND}, inset: 11pt, radius: 3pt, width: 100%, breakable: false,
  above: 0pt, below: 0pt, {{
  text(size: 13pt, weight: "bold", fill: {TEAL}, name)
  if under != none {{ linebreak(); text(size: 9pt, style: "italic", under) }}
  v(1.5mm)
  body
}})
#let section(body) = block(above: 8mm, below: 5mm, text(size: 15pt, weight: "bold", fill: {TEAL}, body))
#block(fill: {TEAL}, inset: 14pt, width: 100%, {{
  text(size: 23pt, weight: "bold", fill: white)[{paper.ink("title", TITLE)}]
}})

{escape(LEAD)}

#section[The year 2042 in figures]

{_tiles(paper, UPPER, "u", numbers_first=True)}

#v(3mm)
#line(length: 100%, stroke: 0.6pt + {TEAL})
#v(1mm)

{_tiles(paper, LOWER, "l", numbers_first=False)}

#block(above: 8mm)[{paper.ink("s/compared", COMPARED.text)} {paper.ink("s/led", LED.text)}]

#section[Priority by priority]

#grid(columns: (1fr, 1fr), gutter: 4mm, {", ".join(front)})

#pagebreak()

#grid(columns: (1fr, 1fr), gutter: 4mm, {", ".join(back)},
  card([Behind the figures], none, [{escape(STORY)}]))

#section[Weeks in which everybody moved at once]

{days}

#v(1fr)
#text(size: 8.5pt)[{escape(READING)}]

#text(size: 8pt)[{escape(STAR)}]

#text(size: 8.5pt, weight: "bold")[{escape(IMPRINT)}]
"""


def _tiles(paper: Paper, tiles: Sequence[Tile], prefix: str, *, numbers_first: bool) -> str:
    """A row of tiles as two rows of a grid, so that the text of the PDF runs along the rows."""
    numbers, labels = [], []
    for at, tile in enumerate(tiles):
        size = "24pt" if len(tile.number) < 9 else "16pt"
        number = paper.ink(f"{prefix}{at}/number", tile.number)
        label = paper.ink(f"{prefix}{at}/label", tile.label)
        numbers.append(f'align(bottom, text(size: {size}, weight: "black", fill: {RUST})[{number}])')
        labels.append(f"text(size: 9pt)[{label}]")
    rows = numbers + labels if numbers_first else labels + numbers
    return f"#grid(columns: (1fr,) * 4, column-gutter: 4mm, row-gutter: 2.2mm, {', '.join(rows)})"


def _box(paper: Paper, box: Box) -> str:
    return f"card([{escape(box.name)}], none, [{_lines(paper, box)}])"


def _days(paper: Paper, box: Box) -> str:
    card = f"card([{escape(box.name)}], [{escape(box.under)}], [{_lines(paper, box, columns=4)}])"
    return f"#block(stroke: 1.2pt + {RUST}, inset: 3pt, radius: 3pt, below: 4mm, {card})"


def _lines(paper: Paper, box: Box, *, columns: int = 2) -> str:
    """The tiles of a box as a grid of numbers and labels, then its sentences."""
    cells, sentences = [], []
    for at, line in enumerate(box.lines):
        key = f"{box.name}/{at}"
        if isinstance(line, Sentence):
            sentences.append(paper.ink(key, line.text))
        else:
            number = paper.ink(f"{key}/number", line.number)
            cells.append(f'text(weight: "bold", fill: {RUST})[{number}]')
            cells.append(f"[{paper.ink(f'{key}/label', line.label)}]")
    shape = ", ".join(["auto", "1fr"] * (columns // 2))
    grid = f"#grid(columns: ({shape}), column-gutter: 3mm, row-gutter: 2mm, {', '.join(cells)})\n" if cells else ""
    return grid + "\n\n".join(sentences)


# --- gold ------------------------------------------------------------------------------------------------------------


def _found(paper: Paper) -> Iterator[tuple[str, list[Span], Figure, str, str]]:
    """Text, place, figure, scope and period of every figure, in the order of the sheet."""
    for prefix, tiles in (("u", UPPER), ("l", LOWER)):
        for at, tile in enumerate(tiles):
            place = paper.spans(f"{prefix}{at}/number") + paper.spans(f"{prefix}{at}/label")
            yield f"{tile.number} {tile.label}", place, tile.figure, "EMPACT", PERIOD
    for key, sentence in (("s/compared", COMPARED), ("s/led", LED)):
        for figure in sentence.figures:
            yield sentence.text, paper.spans(key), figure, "EMPACT", PERIOD
    for box in (*BOXES_FRONT, *BOXES_BACK, ACTION_DAYS, OTHER_DAYS):
        for at, line in enumerate(box.lines):
            key = f"{box.name}/{at}"
            if isinstance(line, Tile):
                place = paper.spans(f"{key}/number") + paper.spans(f"{key}/label")
                yield f"{line.number} {line.label}", place, line.figure, box.name, box.period
            else:
                for figure in line.figures:
                    yield line.text, paper.spans(key), figure, box.name, box.period


def _gold(paper: Paper) -> GoldDocument:
    gold = GoldDocument(
        PDF,
        title=TITLE,
        kind="results",
        issuer="Europol",
        date="2043-04",
        language="en",
        cycle="2041-2044",
        marking="PUBLIC",
    )
    for number, (text, place, figure, scope, period) in enumerate(_found(paper), 1):
        gold.add(
            f"f{number}",
            "figure",
            text,
            place,
            value=figure.value,
            unit=figure.unit,
            what=figure.what,
            qualifier=figure.qualifier,
            period=figure.period or period,
            scope=scope,
        )
    return gold


if __name__ == "__main__":
    main()
