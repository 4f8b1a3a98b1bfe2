"""zoo-results-above and zoo-results-below: results as a grid of boxes, the label above or below the number.

The same kinds of figures in two sheets of two years: one printed by a browser (label in small capitals above a large
number, boxes by priority with a title bar), one drawn by reportlab (number above, label below, both centred in a
frame; sentences under the tiles). Numbers have spaces, words, bounds and units; a percentage, a sum of money in
thousands, one decimal.

Run: python -m tests.golden.layouts.make.results_tiles (needs Chromium and reportlab)
"""

import datetime
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from corpus.sample.make.gold import GoldDocument
from corpus.sample.make.results_2042 import Box, Figure, Sentence, Tile
from tests.golden.layouts.make.inks import Inks, Measured
from tests.golden.layouts.make.lab import (
    TA_CENTER,
    TA_LEFT,
    Flowable,
    Frame,
    PageTemplate,
    Spacer,
    Table,
    by_reportlab,
    para,
    style,
)
from tests.golden.layouts.make.papers import made, zoo
from tests.golden.layouts.make.web import by_browser, esc, page_of, span

ABOVE, BELOW = zoo("results-above"), zoo("results-below")

TITLE_ABOVE = "EMPACT results 2043: a year of joint action in figures"
TOTALS_ABOVE = (
    Tile("15 482", "Arrests", Figure(15482, "Arrests")),
    Tile("8 930", "Victims identified", Figure(8930, "Victims identified")),
    Tile("17 205", "Investigations started", Figure(17205, "Investigations started")),
    Tile("over EUR 920 million", "Assets seized", Figure(920_000_000, "Assets seized", "EUR", "over")),
    Tile("187 tonnes", "Drugs seized", Figure(187, "Drugs seized", "tonnes")),
    Tile("2 311", "Firearms seized", Figure(2311, "Firearms seized")),
)
BOXES_ABOVE = (
    Box(
        "Top-level networks",
        (
            Tile("94", "High-value targets arrested", Figure(94, "High-value targets arrested")),
            Tile("nearly EUR 270 million", "Assets frozen", Figure(270_000_000, "Assets frozen", "EUR", "nearly")),
            Tile("38", "Networks dismantled", Figure(38, "Networks dismantled")),
        ),
    ),
    Box(
        "Trafficking in human beings",
        (
            Tile("7 116", "Presumed victims", Figure(7116, "Presumed victims")),
            Tile("1 802", "Suspects", Figure(1802, "Suspects")),
            Sentence(
                "Labour inspectors visited 9 450 workplaces, and 61 agencies lost their licence.",
                (Figure(9450, "workplaces"), Figure(61, "agencies")),
            ),
        ),
    ),
    Box(
        "Drugs",
        (
            Tile("112 tonnes", "Cocaine", Figure(112, "Cocaine", "tonnes")),
            Tile("29.5 tonnes", "Cannabis resin", Figure(29.5, "Cannabis resin", "tonnes")),
            Tile("31", "Laboratories dismantled", Figure(31, "Laboratories dismantled")),
        ),
    ),
    Box(
        "Environmental crime",
        (
            Tile("about 12 000 tonnes", "Waste stopped", Figure(12_000, "Waste stopped", "tonnes", "about")),
            Tile("840 kg", "Glass eels", Figure(840, "Glass eels", "kg")),
            Sentence("Twelve operators of landfills were charged.", (Figure(12, "operators of landfills"),)),
        ),
    ),
)
LEAD_ABOVE = (
    "In 2043 the operational action plans of the EMPACT cycle 2041-2044 were in their second year. The figures are "
    "those which action leaders reported by 31 January 2044."
)

TITLE_BELOW = "Joint action against organised crime in 2050: key results of EMPACT"
TOTALS_BELOW = (
    Tile("12 764", "arrests", Figure(12764, "arrests")),
    Tile("9 902", "victims safeguarded", Figure(9902, "victims safeguarded")),
    Tile("EUR 610 million", "assets seized or frozen", Figure(610_000_000, "assets seized or frozen", "EUR")),
    Tile("at least 71", "networks disrupted", Figure(71, "networks disrupted", None, "at least")),
    Tile("41 %", "of actions with a prosecutor", Figure(41, "actions with a prosecutor", "%")),
    Tile("1.4 million", "parcels checked", Figure(1_400_000, "parcels checked")),
    Tile("3 050", "firearms", Figure(3050, "firearms")),
    Tile("96 tonnes", "of drugs", Figure(96, "drugs", "tonnes")),
)
BOXES_BELOW = (
    Box(
        "Property crime",
        (
            Tile("416", "suspected burglars", Figure(416, "suspected burglars")),
            Tile("1 208", "vehicles recovered", Figure(1208, "vehicles recovered")),
            Tile("EUR 350 000", "in jewellery", Figure(350_000, "jewellery", "EUR")),
            Sentence(
                "Museums reported 87 objects at fairs, of which nineteen were returned to their owners.",
                (Figure(87, "objects"), Figure(19, "objects")),
            ),
        ),
    ),
    Box(
        "Online fraud",
        (
            Tile("52", "call centres closed", Figure(52, "call centres closed")),
            Tile("more than 6 400", "money mules", Figure(6400, "money mules", None, "more than")),
            Tile(
                "almost EUR 44 million",
                "payments stopped",
                Figure(44_000_000, "payments stopped", "EUR", "almost"),
            ),
        ),
    ),
    Box(
        "Joint action days Frost",
        (
            Tile("23", "countries", Figure(23, "countries")),
            Tile("268", "arrests", Figure(268, "arrests")),
            Tile("74", "stolen cars", Figure(74, "stolen cars")),
            Sentence(
                "Officers checked 118 600 persons at 312 places.", (Figure(118_600, "persons"), Figure(312, "places"))
            ),
        ),
        "17 to 21 November 2050",
        "17 to 21 November 2050, led by Austria",
    ),
)
LEAD_BELOW = (
    "The plans of 2050 are the first of the EMPACT cycle 2049-2052. What their action leaders reported is summed up "
    "here; a person arrested under two plans is counted once."
)

CSS = """
@page { size: A4; margin: 18mm 16mm 18mm 16mm;
  @top-left { content: "SYNTHETIC – invented for testing software"; font: 7.5pt "Noto Sans"; color: #444; }
  @bottom-center { content: "EMPACT results 2043 – SYNTHETIC – " counter(page); font: 7.5pt "Noto Sans"; } }
html { font-family: "Noto Sans"; font-size: 9.5pt; line-height: 1.4; print-color-adjust: exact; }
body { margin-right: 1pt; } h1 { font-size: 19pt; line-height: 1.2; color: #123f5a; margin: 0 0 3mm 0; }
.tiles { display: grid; grid-template-columns: 1fr 1fr 1fr; gap: 3.5mm; margin: 4mm 0; }
.tile { border: 0.8pt solid #123f5a; padding: 6pt 8pt; }
.tile i { display: block; font-style: normal; font-variant: small-caps; color: #444; line-height: 1.25; }
.tile b { display: block; font-size: 17pt; line-height: 1.25; color: #b0461e; }
.box { break-inside: avoid; margin-bottom: 3.5mm; border: 0.8pt solid #999; }
.box h2 { font-size: 11.5pt; margin: 0; padding: 4pt 8pt; background: #123f5a; color: white; }
.box .tiles { margin: 3mm; gap: 3mm; } .box .tile b { font-size: 13pt; } .box p { margin: 0 4mm 3mm 4mm; }
"""


def _keys(totals: Sequence[Tile], boxes: Sequence[Box]) -> list[tuple[str, Tile | Sentence, str, str | None]]:
    """Key, line, scope and period of every tile and sentence, in the order of the sheet."""
    found: list[tuple[str, Tile | Sentence, str, str | None]] = [
        (f"t{at}", tile, "EMPACT", None) for at, tile in enumerate(totals, 1)
    ]
    for place, box in enumerate(boxes, 1):
        found += [(f"b{place}_{at}", line, box.name, box.period) for at, line in enumerate(box.lines, 1)]
    return found


def _html(inks: Inks) -> str:
    lines = {key: line for key, line, _, _ in _keys(TOTALS_ABOVE, BOXES_ABOVE)}

    def tile(key: str) -> str:
        line = lines[key]
        assert isinstance(line, Tile)
        return (
            f'<div class="tile"><i>{span(inks(f"{key}/label", line.label))}</i>'
            f"<b>{span(inks(f'{key}/number', line.number))}</b></div>"
        )

    found = f"<h1>{esc(TITLE_ABOVE)}</h1><p>{esc(LEAD_ABOVE)}</p>"
    found += f'<div class="tiles">{"".join(tile(f"t{at}") for at in range(1, len(TOTALS_ABOVE) + 1))}</div>'
    for place, box in enumerate(BOXES_ABOVE, 1):
        tiles = sentences = ""
        for at, line in enumerate(box.lines, 1):
            if isinstance(line, Tile):
                tiles += tile(f"b{place}_{at}")
            else:
                sentences += f"<p>{span(inks(f'b{place}_{at}', line.text))}</p>"
        found += f'<div class="box"><h2>{esc(box.name)}</h2><div class="tiles">{tiles}</div>{sentences}</div>'
    return found + "<p>Published by Europol, May 2044. Europol Public Information.</p>"


def _drawn(inks: Inks) -> list[Flowable]:
    number = style("number", fontName="LiberationSans-Bold", fontSize=15, leading=19, alignment=TA_CENTER, spaceAfter=0)
    label = style("label", fontName="LiberationSans", fontSize=8.5, leading=11, alignment=TA_CENTER, spaceAfter=0)
    body = style("body", fontName="LiberationSans", fontSize=9.5, leading=13, alignment=TA_LEFT)
    head = style("head", fontName="LiberationSans-Bold", fontSize=13, leading=17, alignment=TA_LEFT, spaceBefore=8)
    title = style("title", fontName="LiberationSans-Bold", fontSize=20, leading=25, alignment=TA_LEFT, spaceAfter=8)

    def grid(tiles: list[tuple[str, Tile]], columns: int) -> Table:
        cells: list[object] = [
            [para(inks(f"{key}/number", tile.number), number), para(inks(f"{key}/label", tile.label), label)]
            for key, tile in tiles
        ]
        cells += [""] * (-len(cells) % columns)
        rows = [cells[at : at + columns] for at in range(0, len(cells), columns)]
        return Table(
            rows,
            colWidths=[487 / columns] * columns,
            style=[
                ("GRID", (0, 0), (-1, -1), 1, "#2d6a4f"),
                ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
                ("TOPPADDING", (0, 0), (-1, -1), 7),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 8),
            ],
            spaceAfter=8,
        )

    story: list[Flowable] = [para(TITLE_BELOW, title), para(LEAD_BELOW, body), Spacer(1, 6)]
    story.append(grid([(f"t{at}", tile) for at, tile in enumerate(TOTALS_BELOW, 1)], 4))
    for place, box in enumerate(BOXES_BELOW, 1):
        story.append(para(box.name, head))
        if box.under:
            story.append(para(f"//{box.under}//", body))
        keyed = [(f"b{place}_{at}", line) for at, line in enumerate(box.lines, 1)]
        story.append(grid([(key, line) for key, line in keyed if isinstance(line, Tile)], 3))
        story += [para(inks(key, line.text), body) for key, line in keyed if isinstance(line, Sentence)]
    story.append(Spacer(1, 12))
    story.append(para("Published by Europol, The Hague, 28 April 2051. Europol Public Information.", body))
    return story


def _furniture(canvas: Any, paper: Any) -> None:
    width, height = canvas._pagesize
    canvas.setFont("LiberationSans", 7.5)
    canvas.drawCentredString(width / 2, height - 34, "SYNTHETIC – invented for testing software")
    canvas.drawRightString(width - 54, 34, str(canvas.getPageNumber()))


def _write(measured: Measured, totals: Sequence[Tile], boxes: Sequence[Box], year: str, **document: object) -> None:
    gold = GoldDocument(measured.pdf, kind="results", issuer="Europol", language="en", marking="PUBLIC", **document)
    count = 0
    for key, line, scope, period in _keys(totals, boxes):
        figures = (line.figure,) if isinstance(line, Tile) else line.figures
        keys = [f"{key}/number", f"{key}/label"] if isinstance(line, Tile) else [key]
        for figure in figures:
            count += 1
            gold.add(
                f"f{count}",
                "figure",
                measured.text(keys),
                measured.spans(keys),
                value=figure.value,
                unit=figure.unit,
                what=figure.what,
                qualifier=figure.qualifier,
                period=period or year,
                scope=scope,
            )
    gold.write()


def main() -> None:
    """Set both sheets and write their gold."""

    def print_above(inks: Inks, pdf: Path) -> None:
        by_browser(page_of(CSS, _html(inks), title=TITLE_ABOVE), pdf, datetime.date(2044, 5, 3))

    def draw_below(inks: Inks, pdf: Path) -> None:
        frame = Frame(54, 60, 487, 720, 0, 0, 0, 0)
        template = PageTemplate("page", [frame], onPage=_furniture)
        by_reportlab(_drawn(inks), pdf, datetime.date(2051, 4, 28), [template], (595.3, 841.9))

    boxes = [replace(box, period="2043") for box in BOXES_ABOVE]
    _write(made(ABOVE, print_above), TOTALS_ABOVE, boxes, "2043", title=TITLE_ABOVE, date="2044-05", cycle="2041-2044")
    boxes = [box if box.under else replace(box, period="2050") for box in BOXES_BELOW]
    _write(
        made(BELOW, draw_below), TOTALS_BELOW, boxes, "2050", title=TITLE_BELOW, date="2051-04-28", cycle="2049-2052"
    )


if __name__ == "__main__":
    main()
