"""zoo-socta2-cards: four parts, threats as numbered cards over three columns of text (after 2025).

A card says "Key threat 1" in small capitals over a large title; the cards of part I look the same and say "Key shift".
One key threat holds markets with headings in the columns, and two threats behind the last card have neither card nor
number. Figures hold words; a call-out is broken by a column, another crosses the page and has two columns itself.

Run: python -m tests.golden.layouts.make.socta2_cards (needs WeasyPrint)
"""

import datetime
from collections.abc import Mapping, Sequence
from pathlib import Path

from corpus.sample.make.magazine import Piece
from tests.golden.layouts.make.inks import Ink
from tests.golden.layouts.make.later import later
from tests.golden.layouts.make.papers import zoo
from tests.golden.layouts.make.socta2_kit import (
    SYNTHETIC,
    Section,
    Sheets,
    means,
    outlook,
    places,
    publish,
    said,
    set_report,
    threat,
)
from tests.golden.layouts.make.threat_texts import Threat
from tests.golden.layouts.make.web import by_weasyprint, page_of, span

PDF = zoo("socta2-cards")
TITLE = "EU SOCTA 2057: the grain of serious and organised crime is changing"
DAY = datetime.date(2057, 3, 18)
YEARS = 16

SHIFTS: Sequence[Section] = (
    (
        "Crime unsettles what holds us together",
        (
            "Networks that pay for a council seat, a football club or a local newspaper buy more than respect. They "
            "learn what will be built, who is in debt and which inspector retires. Money that was earned elsewhere "
            "returns as influence at home.",
            "Some of them work to order. Fires, leaks and severed cables were commissioned in 2056 by persons who "
            "answered to a state, and carried out by persons who did not know it.",
        ),
    ),
    (
        "It grows up online",
        (
            "Hardly an offence is left that does not begin with a message. Recruiters, customers, victims and "
            "helpers are found in the same places, where introductions cost nothing and references are faked.",
            "What used to be a meeting is now a channel, and a channel that has been closed reopens under another "
            "name before the minutes of the meeting have been agreed.",
        ),
    ),
    (
        "Machines do the tedious part",
        (
            "Translation, bookkeeping, patience: what used to limit a network has become cheap. Systems write to ten "
            "thousand victims at once and remember what each of them has replied.",
        ),
    ),
)
_MEANS, _PLACES = means(YEARS), places(YEARS)
TACTICS: Sequence[Section] = (
    ("Hiding in companies", _MEANS["Companies"]),
    ("Buying inattention", _MEANS["Corruption"]),
    ("Hiring the young", _MEANS["The young"]),
    ("Borrowing identities", _MEANS["False papers"]),
)
GEOGRAPHIES: Sequence[Section] = tuple((title, texts) for title, texts in _PLACES.items() if title)


def _case(title: str, text: str) -> Piece:
    return Piece("callout", text, title)


def _said(key: str, *only: int, extras: bool = False) -> list[Piece]:
    return said(key, *only, years=YEARS, extras=extras)


KEY: tuple[Threat, ...] = later(
    (
        threat("attacks", "Cyber-attacks", _said("t2_1"), number="1"),
        threat("fraud", "Online fraud schemes", _said("t2_3"), number="2"),
        threat("children", "Online child sexual exploitation", _said("t2_2", extras=True), number="3"),
        threat(
            "smuggling",
            "Migrant smuggling",
            _said("t3_2", 0),
            _case(
                "Case: nine lorries.",
                "In the spring of 2056 nine refrigerated lorries left one yard on nine evenings. Their drivers had "
                "answered the same advertisement, which promised a night’s work with flowers. None had been told of "
                "passengers. Temperatures were set from a telephone two thousand kilometres away, by somebody who "
                "could see on a map where each lorry stood but not who was in it. When the eighth was opened, the "
                "ninth was already at sea. Investigators of four Member States met at Eurojust the day after; the "
                "yard had by then been let to a dealer in tyres, who was honest.",
            ),
            _said("t3_2", 1, 2),
            number="4",
        ),
        threat("drugs", "Drug trafficking", _said("t4"), number="5"),
        threat("cocaine", "Cocaine", _said("t4_1", 0, 1), parent="drugs"),
        threat("cannabis", "Cannabis and heroin", _said("t4_1", 2), parent="drugs"),
        threat("synthetic", "Synthetic drugs", _said("t4_2", extras=True), parent="drugs"),
        threat("firearms", "Firearms trafficking", _said("t7"), number="6"),
        threat("waste", "Waste crime", _said("t6", 0, 2), number="7"),
    ),
    0,
    **{"_(see_3.1)": "", "Two_markets_are_described_apart_from_each_other": "Markets are described one by one"},
)
FURTHER: tuple[Threat, ...] = (
    threat("trafficking", "Trafficking in human beings", _said("t3_1", 0, 1)),
    threat("property", "Organised property crime", _said("t8")),
)
THREATS = (*KEY, *FURTHER)

CSS = """
html { font-family: "Noto Sans"; font-size: 8.4pt; line-height: 1.45; }
h1.title { font-size: 34pt; line-height: 1.12; color: #14323c; margin: 62mm 20mm 8mm 0; }
.imprint { margin: 0 0 1mm 0; font-size: 9pt; } .motto { font: italic 13pt "Noto Serif"; margin: 0 0 80mm 0; }
.contents { break-before: page; } .contents h2 { font-size: 18pt; color: #14323c; }
.contents p { margin: 0 0 1.5mm 0; font-size: 10pt; } .contents p.in { margin-left: 8mm; font-size: 9pt; }
.part { break-before: page; border-top: 3pt solid #b0413e; padding: 5mm 0 3mm 0; margin: 0 0 4mm 0; }
.part .n { font-variant: small-caps; font-size: 13pt; letter-spacing: 0.06em; color: #b0413e; }
.part h2 { font-size: 25pt; line-height: 1.15; color: #14323c; margin: 1mm 0 3mm 0; }
.part p { font: 10.5pt/1.45 "Noto Serif"; margin: 0 30mm 0 0; }
.card { background: #e6eef0; border-left: 5pt solid #14323c; padding: 3.5mm 5mm; margin: 5mm 0 4mm 0;
  break-inside: avoid; break-after: avoid; }
.card h3 { margin: 0; } .card .n { display: block; font-variant: small-caps; font-size: 10pt; font-weight: normal;
  letter-spacing: 0.08em; color: #b0413e; } .card .t { display: block; font-size: 20pt; line-height: 1.15;
  color: #14323c; }
.flow { columns: 3; column-gap: 5.5mm; text-align: justify; hyphens: auto; }
.flow p { margin: 0 0 2mm 0; } .flow ul { margin: 0 0 2mm 0; padding-left: 4mm; }
.flow h4 { font-size: 10pt; color: #14323c; margin: 3mm 0 1mm 0; break-after: avoid; text-align: left; hyphens: none; }
.head { font-size: 14pt; color: #14323c; border-bottom: 0.8pt solid #14323c; margin: 6mm 0 3mm 0; break-after: avoid; }
.box { background: #f6e7e2; padding: 2.5mm 3mm; margin: 1mm 0 3mm 0; font-size: 7.9pt; text-align: left;
  hyphens: none; box-decoration-break: clone; }
.wide { background: #f6e7e2; padding: 4mm 5mm; margin: 4mm 0; columns: 2; column-gap: 7mm; font-size: 8.4pt; }
.pull { font: italic 12pt/1.3 "Noto Serif"; color: #b0413e; text-align: left; hyphens: none; break-inside: avoid;
  border-top: 1pt solid #b0413e; border-bottom: 1pt solid #b0413e; padding: 2mm 0; margin: 2mm 0 3mm 0; }
.figure { break-inside: avoid; border: 0.6pt solid #14323c; padding: 3mm; margin: 3mm 0 1.5mm 0; }
.chain { display: table; width: 100%; border-spacing: 2mm 0; } .chain > div { display: table-cell; width: 20%;
  text-align: center; vertical-align: middle; background: #14323c; color: white; padding: 3mm 1mm; font-size: 7.6pt; }
.chain > .arrow { background: none; color: #b0413e; width: 6%; font-size: 7pt; }
.bar { display: table; width: 100%; margin: 0 0 1mm 0; font-size: 7pt; } .bar > * { display: table-cell; }
.bar .what { width: 17mm; } .bar i { display: inline-block; height: 3mm; background: #b0413e; margin-right: 1.5mm; }
.caption { font-size: 7pt; color: #333; margin: 0 0 3mm 0; }
"""
PAGES = """
@page { size: A4; margin: 20mm 14mm 18mm 14mm;
  @top-left { content: "%s"; font: 7pt "Noto Sans"; color: %s; }
  @bottom-right { content: counter(page); font: bold 8.5pt "Noto Sans"; }
  @bottom-left { content: "%s"; font: 7pt "Noto Sans"; color: %s; } }
"""


class _Page:
    """Markup in the order of reading."""

    def __init__(self, report: Sheets, pages: Mapping[str, int]) -> None:
        self.report, self.pages = report, pages

    def paragraphs(self, texts: Sequence[str]) -> str:
        return "".join(f"<p>{span(self.report.paragraph(text))}</p>" for text in texts)

    def part(self, number: str, title: str, lead: str) -> str:
        heading = self.report.block("heading", f"{number} {title}", whole=True)
        return (
            f'<div class="part"><div class="n">{span(heading.changed(number))}</div>'
            f"<h2>{span(heading.changed(title))}</h2><p>{span(self.report.paragraph(lead))}</p></div>"
        )

    def card(self, over: str, title: str) -> str:
        heading = self.report.block("heading", f"{over} {title}", whole=True)
        return (
            f'<div class="card"><h3><span class="n">{span(heading.changed(over))}</span>'
            f'<span class="t">{span(heading.changed(title))}</span></h3></div>'
        )

    def head(self, title: str) -> str:
        return f'<h3 class="head">{span(self.report.block("heading", title))}</h3>'

    def sections(self, found: Sequence[Section]) -> str:
        parts = ""
        for title, texts in found:
            parts += f"<h4>{span(self.report.block('heading', title))}</h4>{self.paragraphs(texts)}"
        return f'<div class="flow">{parts}</div>'

    def pieces(self, one: Threat) -> str:
        found = ""
        self.report.begin(one)
        for piece in one.pieces:
            if piece.kind == "paragraph":
                found += self.paragraphs([piece.text])
            elif piece.kind == "items":
                found += "<ul>" + "".join(f"<li>{span(self.report.item(item))}</li>" for item in piece.items) + "</ul>"
            elif piece.kind == "quote":
                found += f'<p class="pull">{span(self.report.block("pull_quote", piece.text, whole=True))}</p>'
            else:
                ink: Ink = self.report.block("callout", f"**{piece.title}** {piece.text}")
                found += f'<div class="box">{span(ink)}</div>'
        self.report.begin(None)
        return found

    def threats(self) -> str:
        found = ""
        for one in KEY:
            if one.parent:
                continue
            found += self.card(f"Key threat {one.number}", one.title) + '<div class="flow">' + self.pieces(one)
            if one.key == "attacks":
                found += self.bars()
            for inner in (inner for inner in KEY if inner.parent == one.key):
                found += f"<h4>{span(self.report.block('heading', inner.title))}</h4>{self.pieces(inner)}"
            found += "</div>"
            if one.key == "fraud":
                found += self.chain()
            if one.key == "drugs":
                found += self.wide()
        found += self.head("Further threats")
        found += f"<p>{span(self.report.paragraph(_FURTHER))}</p>"
        found += '<div class="flow">'
        for one in FURTHER:
            found += f"<h4>{span(self.report.block('heading', one.title))}</h4>{self.pieces(one)}"
        return found + "</div>"

    def chain(self) -> str:
        words = ("A voice is cloned", "A call is made", "An account is opened", "The money is split")
        cells = ""
        for at, text in enumerate(words):
            cells += f"<div>{span(self.report.block('figure_text', text, whole=True))}</div>"
            if at < len(words) - 1:
                minutes = self.report.block("figure_text", ("3 min", "9 min", "28 min")[at], whole=True)
                cells += f'<div class="arrow">{span(minutes)} →</div>'
        caption = self.report.block(
            "caption", "Figure 2: A fraud in forty minutes (composed from eleven cases of 2056)"
        )
        return f'<div class="figure"><div class="chain">{cells}</div></div><p class="caption">{span(caption)}</p>'

    def bars(self) -> str:
        rows = ""
        for text, value in (("Towns", 31), ("Clinics", 22), ("Suppliers", 28), ("Others", 19)):
            words = span(self.report.block("figure_text", text, whole=True))
            number = span(self.report.block("figure_text", f"{value} %", whole=True))
            rows += (
                f'<div class="bar"><span class="what">{words}</span><span><i style="width:{value * 0.8:.0f}mm"></i>'
                f"{number}</span></div>"
            )
        caption = self.report.block("caption", "Figure 1: Victims of extortion through code, 2056")
        return f'<div class="figure">{rows}</div><p class="caption">{span(caption)}</p>'

    def wide(self) -> str:
        ink = self.report.block(
            "callout",
            "**Where the drums go.** A laboratory that makes a hundred kilograms of MDMA leaves a thousand "
            "kilograms of waste. In 2056 it was found in slurry pits, in a chapel, in the hold of a barge that had "
            "been scuttled, and once in the boot of a car that had been reported stolen by the person who filled "
            "it. Removing it cost municipalities EUR 61 million. Three Member States now charge the owners of "
            "barns, which has made barns harder to rent and forests fuller.",
        )
        return f'<div class="wide">{span(ink)}</div>'

    def contents(self) -> str:
        lines = [("Part I A changing grain", False), ("Part II Tactics of criminal networks", False)]
        lines += [("Part III The criminal landscape", False)]
        lines += [(f"Key threat {one.number} {one.title}", True) for one in KEY if one.number]
        lines += [("Further threats", True), ("Part IV Geographies of crime", False), ("Conclusions", False)]
        found = f'<div class="contents"><h2>{span(self.report.block("heading", "What is in this report"))}</h2>'
        for title, inner in lines:
            page = str(self.pages.get(title, 0))
            ink = self.report.block("toc", f"{title} {page}", whole=True)
            found += f'<p class="{"in" if inner else "out"}">{span(ink)}</p>'
        return found + "</div>"


_FURTHER = (
    "Two threats did not become key threats. They are described because both were among the priorities of the cycle "
    "that ends."
)


def _body(report: Sheets, pages: Mapping[str, int]) -> str:
    page = _Page(report, pages)
    found = f'<h1 class="title">{span(report.block("title", TITLE, whole=True))}</h1>'
    motto = report.block("paragraph", "For those who will choose the priorities of 2057-2060")
    found += f'<p class="motto">{span(motto)}</p>'
    for line in ("Europol, The Hague, 18 March 2057", "EDOC #9501204v1 – Europol Public Information"):
        found += f'<p class="imprint">{span(report.block("paragraph", line))}</p>'
    found += page.contents()
    found += page.part(
        "Part I",
        "A changing grain",
        "Wood splits along its grain, and so does a society. Three shifts explain where crime has found the "
        "cracks; the threats that result from them are told in part III.",
    )
    for at, (title, texts) in enumerate(SHIFTS, 1):
        found += page.card(f"Key shift {at}", title) + f'<div class="flow">{page.paragraphs(texts)}</div>'
    found += page.part(
        "Part II",
        "Tactics of criminal networks",
        "Four tactics serve all markets. They were not scored, for they harm nobody by themselves.",
    )
    found += page.sections(TACTICS)
    found += page.part(
        "Part III",
        "The criminal landscape",
        "Seven key threats were identified. Their numbers say nothing about their weight.",
    )
    found += page.threats()
    found += page.part("Part IV", "Geographies of crime", "Where networks work, and where their leaders live.")
    found += page.sections(GEOGRAPHIES)
    found += page.head("Conclusions")
    return found + f'<div class="flow">{page.paragraphs(outlook(YEARS)[:2])}</div>'


def _set(report: Sheets, pages: Mapping[str, int], pdf: Path) -> None:
    head = report.block("header", SYNTHETIC, "header")
    foot = report.block("footer", "EU SOCTA 2057", "footer")
    css = PAGES % (head.marked, head.colour or "#444", foot.marked, foot.colour or "#444") + CSS
    by_weasyprint(page_of(css, _body(report, pages), title=TITLE), pdf, DAY)


def main() -> None:
    """Set the report and write its gold and its blocks."""
    report, measured = set_report(PDF, _set)
    publish(
        report,
        measured,
        THREATS,
        title=TITLE,
        reference="EDOC #9501204v1",
        date="2057-03-18",
        cycle="2057-2060",
        marking="PUBLIC",
    )


if __name__ == "__main__":
    main()
