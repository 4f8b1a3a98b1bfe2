"""zoo-socta2-banners: page-wide coloured banners for crime areas, their parts in bold of the body size (after 2017).

Nothing is numbered. Frame chapters have banners too, in one grey; each crime area has a colour of its own and stands
behind the page "Assessing organised crime". Parts are told by lines in bold that run over two columns, and so are the
engines of crime, which are no threats; many paragraphs begin with a sentence in bold. The file draws all titles of the
contents first and all page numbers after.

Run: python -m tests.golden.layouts.make.socta2_banners (needs Chromium)
"""

import datetime
from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.golden.layouts.make.inks import Ink
from tests.golden.layouts.make.later import later
from tests.golden.layouts.make.papers import zoo
from tests.golden.layouts.make.socta2_kit import (
    ABBREVIATIONS,
    SYNTHETIC,
    Section,
    Sheets,
    findings,
    foreword,
    means,
    outlook,
    p,
    publish,
    said,
    set_report,
    threat,
)
from tests.golden.layouts.make.threat_texts import Threat
from tests.golden.layouts.make.web import by_browser, page_of, span

PDF = zoo("socta2-banners")
TITLE = "European Union Serious and Organised Crime Threat Assessment 2049"
MOTTO = "Crime in the age of borrowed voices"
DAY = datetime.date(2049, 3, 9)
YEARS = 8
WORDS = (("fakes", 28, 40, -20), ("fare", 150, 62, 35), ("carousel", 96, 30, 8), ("glass eels", 166, 66, -90))

THREATS: tuple[Threat, ...] = later(
    (
        threat("currency", "Currency counterfeiting", said("t5_3", 1, years=YEARS)),
        threat("cyber", "Cybercrime", said("t2", years=YEARS)),
        threat("malware", "Malware and extortion", said("t2_1", years=YEARS), parent="cyber"),
        threat("children", "Child sexual exploitation", said("t2_2", years=YEARS, extras=True), parent="cyber"),
        threat("payment", "Online and payment fraud", said("t2_3", years=YEARS), parent="cyber"),
        threat("drugs", "Drug production, trafficking and distribution", said("t4", years=YEARS)),
        threat("plants", "Cannabis, cocaine and heroin", said("t4_1", years=YEARS), parent="drugs"),
        threat(
            "synthetic",
            "Synthetic drugs and new psychoactive substances",
            said("t4_2", years=YEARS, extras=True),
            parent="drugs",
        ),
        threat("environment", "Environmental crime", said("t6", years=YEARS)),
        threat(
            "fraud",
            "Fraud",
            p(
                "Frauds against public budgets need patience and an accountant. Two of them are described here; those "
                "against private persons, which need neither, belong to cybercrime."
            ),
        ),
        threat("excise", "Excise fraud", said("t5_1", years=YEARS), parent="fraud"),
        threat("vat", "Fraud against value added tax", said("t5_2", years=YEARS), parent="fraud"),
        threat("property_rights", "Intellectual property crime", said("t5_3", 0, years=YEARS)),
        threat("theft", "Organised property crime", said("t8", years=YEARS)),
        threat("people", "People as a commodity", said("t3", years=YEARS)),
        threat("smuggling", "Migrant smuggling", said("t3_2", years=YEARS), parent="people"),
        threat("trafficking", "Trafficking in human beings", said("t3_1", years=YEARS), parent="people"),
        threat("sports", "Sports corruption", said("t9", years=YEARS)),
        threat("firearms", "Trafficking of firearms", said("t7", years=YEARS)),
    ),
    0,
    **{"_(see_3.1)": ""},
)
COLOURS = {
    "currency": "#8a6d00",
    "cyber": "#00577d",
    "drugs": "#6b2c73",
    "environment": "#2f6b2f",
    "fraud": "#8c3a00",
    "property_rights": "#7a1f3d",
    "theft": "#4a4a00",
    "people": "#7d1616",
    "sports": "#1f6b63",
    "firearms": "#333366",
}
GREY = "#555a60"
_MEANS = means(YEARS)
ENGINES: Sequence[Section] = (
    ("Document fraud", _MEANS["False papers"]),
    ("Corruption", _MEANS["Corruption"]),
    ("Money laundering", tuple(piece.text for piece in said("t5_4", 0, 1, years=YEARS))),
    ("Companies", _MEANS["Companies"]),
)
GROUPS = tuple(piece.text for piece in said("t1", 0, 1, years=YEARS))

CSS = """
html { font-family: "Liberation Sans"; font-size: 9.2pt; line-height: 1.42; print-color-adjust: exact; }
.cover { position: relative; height: 245mm; padding: 0 18mm; break-after: page; }
.cover .ground { position: absolute; left: 0; right: 0; top: 95mm; height: 70mm; background: #003a5d; }
.cover .title { position: absolute; left: 18mm; right: 40mm; top: 103mm; color: white;
  font: bold 24pt/1.2 "Noto Sans"; }
.cover .motto { position: absolute; left: 18mm; top: 143mm; color: #cfe3ee; font: italic 14pt/1.2 "Noto Sans"; }
.cover .word { position: absolute; color: #9db4c2; font: 17pt "Noto Sans"; }
.cover .foot { position: absolute; left: 18mm; top: 200mm; font-size: 9pt; line-height: 1.6; }
.contents { position: relative; height: 240mm; break-after: page; }
.contents .titles { position: absolute; left: 18mm; top: 16mm; } .contents .numbers { position: absolute; left: 150mm;
  top: 16mm; text-align: right; width: 18mm; font-weight: bold; }
.contents div div { line-height: 6.4mm; } .contents .in { padding-left: 6mm; }
h1 { font: bold 22pt/1.15 "Noto Sans"; color: #003a5d; margin: 0 18mm 5mm 18mm; }
.part { break-before: page; background: #e4ebf0; padding: 16mm 18mm 10mm 18mm; margin: 0 0 7mm 0; break-after: avoid; }
.part h1 { margin: 0 0 4mm 0; font-size: 26pt; } .part p { font-size: 10.5pt; margin: 0; }
.banner { color: white; font: bold 15pt/1.2 "Noto Sans"; padding: 4mm 18mm; margin: 5mm 0 4mm 0; break-after: avoid;
  break-inside: avoid; }
.flow { columns: 2; column-gap: 8mm; padding: 0 18mm; text-align: justify; hyphens: auto; margin: 0; }
.flow p { margin: 0 0 2mm 0; orphans: 2; widows: 2; } .flow ul { margin: 0 0 2mm 0; padding-left: 4.2mm; }
.flow p.sub { font-weight: bold; margin: 3mm 0 1mm 0; break-after: avoid; text-align: left; hyphens: none; }
.box { background: #eef2f5; padding: 3mm 3.5mm; margin: 1mm 0 3mm 0; break-inside: avoid; font-size: 8.5pt;
  text-align: left; hyphens: none; }
.pull { font: italic 12.5pt/1.3 "Noto Serif"; color: #003a5d; text-align: left; hyphens: none; break-inside: avoid;
  border-left: 2pt solid #003a5d; padding-left: 3mm; margin: 2mm 0 3mm 0; }
.list { padding: 0 18mm; } .list p { margin: 0 0 1mm 0; } .list b { display: inline-block; width: 24mm; }
"""
PAGES = """
@page { size: A4; margin: 20mm 0 17mm 0;
  @top-left { content: "%s"; font: 7pt "Noto Sans"; color: %s; padding-left: 18mm; white-space: nowrap; }
  @bottom-right { content: counter(page); font: bold 8pt "Noto Sans"; padding-right: 18mm; } }
"""


def _emphasised(text: str) -> str:
    """A paragraph whose first sentence stands in bold."""
    end = text.find(". ") + 1
    return f"**{text[:end]}**{text[end:]}" if 20 < end < 110 else text


class _Page:
    """Markup of chapters, in the order in which they are read."""

    def __init__(self, report: Sheets, pages: Mapping[str, int]) -> None:
        self.report, self.pages = report, pages

    def cover(self) -> str:
        words = "".join(
            f'<div class="word" style="left:{x}mm;top:{y}mm;transform:rotate({turn}deg)">'
            f"{span(self.report.block('figure_text', word, whole=True))}</div>"
            for word, x, y, turn in WORDS
        )
        title = self.report.block("title", TITLE, whole=True)
        motto = self.report.block("paragraph", MOTTO)
        lines = ("Europol, The Hague, 9 March 2049", "EDOC #9501202v2", "Europol Public Information", SYNTHETIC)
        foot = "".join(f"<div>{span(self.report.block('paragraph', line))}</div>" for line in lines)
        return (
            f'<div class="cover">{words}<div class="ground"></div><div class="title">{span(title)}</div>'
            f'<div class="motto">{span(motto)}</div><div class="foot">{foot}</div></div>'
        )

    def contents(self) -> str:
        heading = f"<h1>{span(self.report.block('heading', 'Contents'))}</h1>"
        titles, numbers = "", ""
        for title, inner in _lines():
            page = str(self.pages.get(title, 0))
            ink = self.report.block("toc", f"{title} {page}", whole=True)
            titles += f'<div class="{"in" if inner else "out"}">{span(ink.changed(title))}</div>'
            numbers += f"<div>{span(ink.changed(page))}</div>"
        lists = f'<div class="titles">{titles}</div><div class="numbers">{numbers}</div>'
        return f'<div class="contents">{heading}{lists}</div>'

    def banner(self, title: str, colour: str) -> str:
        return f'<div class="banner" style="background:{colour}">{span(self.report.block("heading", title))}</div>'

    def part(self, title: str, text: str) -> str:
        heading = span(self.report.block("heading", title))
        return f'<div class="part"><h1>{heading}</h1><p>{span(self.report.block("paragraph", text))}</p></div>'

    def sub(self, title: str) -> str:
        return f'<p class="sub">{span(self.report.block("heading", title))}</p>'

    def paragraphs(self, texts: Sequence[str]) -> str:
        return "".join(f"<p>{span(self.report.paragraph(text))}</p>" for text in texts)

    def bullets(self, texts: Sequence[str]) -> str:
        return "<ul>" + "".join(f"<li>{span(self.report.item(text))}</li>" for text in texts) + "</ul>"

    def sections(self, found: Sequence[Section]) -> str:
        return "".join(
            self.sub(title) + self.paragraphs([_emphasised(text) for text in texts]) for title, texts in found
        )

    def pieces(self, one: Threat) -> str:
        found = ""
        self.report.begin(one)
        for position, piece in enumerate(one.pieces):
            if piece.kind == "paragraph":
                found += self.paragraphs([_emphasised(piece.text) if position != 1 else piece.text])
            elif piece.kind == "items":
                found += self.bullets(piece.items)
            elif piece.kind == "quote":
                found += f'<p class="pull">{span(self.report.block("pull_quote", piece.text, whole=True))}</p>'
            else:
                ink: Ink = self.report.block("callout", f"**{piece.title}** {piece.text}", whole=True)
                found += f'<div class="box">{span(ink)}</div>'
        self.report.begin(None)
        return found

    def areas(self) -> str:
        found = ""
        for area in (one for one in THREATS if one.parent is None):
            found += self.banner(area.title, COLOURS[area.key]) + f'<div class="flow">{self.pieces(area)}'
            for inner in (one for one in THREATS if one.parent == area.key):
                found += self.sub(inner.title) + self.pieces(inner)
            found += "</div>"
        return found


def _lines() -> list[tuple[str, bool]]:
    """Titles of the contents, and whether they are indented."""
    return [
        ("Foreword", False),
        ("Key judgments", False),
        ("Understanding organised crime", False),
        ("Engines of organised crime", True),
        ("Groups and other actors", True),
        ("Assessing organised crime", False),
        *((one.title, True) for one in THREATS if one.parent is None),
        ("Conclusions", False),
        ("Annex: abbreviations", False),
    ]


def _body(report: Sheets, pages: Mapping[str, int]) -> str:
    page = _Page(report, pages)
    found = page.cover() + page.contents()
    found += page.banner("Foreword", GREY)
    found += f'<div class="flow">{page.paragraphs(foreword(YEARS))}</div>'
    found += page.banner("Key judgments", GREY) + f'<div class="flow">{page.bullets(findings(YEARS)[:7])}</div>'
    found += page.part(
        "Understanding organised crime",
        "What drives crime is described before the crimes. Nothing in this part is a crime area, and nothing in it was "
        "scored.",
    )
    found += page.banner("Engines of organised crime", GREY) + f'<div class="flow">{page.sections(ENGINES)}</div>'
    found += page.banner("Groups and other actors", GREY) + f'<div class="flow">{page.paragraphs(GROUPS)}</div>'
    found += page.part(
        "Assessing organised crime",
        "The areas of serious and organised crime follow in the order of the alphabet, which is the order of no one’s "
        "concern.",
    )
    found += page.areas()
    found += page.banner("Conclusions", GREY) + f'<div class="flow">{page.paragraphs(outlook(YEARS))}</div>'
    found += page.banner("Annex: abbreviations", GREY) + '<div class="list">'
    for short, meaning in ABBREVIATIONS[:9]:
        ink = report.block("abbreviation", f"{short} {meaning}", whole=True)
        found += f"<p><b>{span(ink.changed(short))}</b> {span(ink.changed(meaning))}</p>"
    return found + "</div>"


def _set(report: Sheets, pages: Mapping[str, int], pdf: Path) -> None:
    head = report.block("header", "SYNTHETIC | EU SERIOUS AND ORGANISED CRIME THREAT ASSESSMENT 2049", "header")
    css = PAGES % (head.marked, head.colour or "#444") + CSS
    by_browser(page_of(css, _body(report, pages), title=TITLE), pdf, DAY)


def main() -> None:
    """Set the report and write its gold and its blocks."""
    report, measured = set_report(PDF, _set)
    publish(
        report,
        measured,
        THREATS,
        title=TITLE,
        reference="EDOC #9501202v2",
        date="2049-03-09",
        cycle="2049-2052",
        marking="PUBLIC",
    )


if __name__ == "__main__":
    main()
