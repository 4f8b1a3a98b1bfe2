"""zoo-socta2-midterm: a mid-term review, each threat a row of one long table or a box; level and trend in small cells.

A row has number and label at the left, the assessment in the middle, and two small cells at the right. Areas are bands
across the table with an assessment of their own; the first rows stand before any band. Threats newly observed are boxes
with a label at the left. A table of forecasts in front is ruled in the same way and holds no threat.

Run: python -m tests.golden.layouts.make.socta2_midterm (needs Chromium)
"""

import datetime
from collections.abc import Mapping, Sequence
from pathlib import Path

from corpus.sample.make.magazine import Piece
from tests.golden.layouts.make.papers import zoo
from tests.golden.layouts.make.socta2_kit import SYNTHETIC, Sheets, outlook, p, publish, said, set_report, threat
from tests.golden.layouts.make.threat_texts import Threat
from tests.golden.layouts.make.web import by_browser, page_of, span

PDF = zoo("socta2-midterm")
TITLE = "EU SOCTA 2045: mid-term review"
DAY = datetime.date(2047, 10, 8)
YEARS = 6


def _said(key: str, *only: int) -> list[Piece]:
    return said(key, *only, years=YEARS, **{"_(see_3.1)": ""})


THREATS: tuple[Threat, ...] = (
    threat(
        "environment",
        "Environmental crime",
        p(
            "Seizures of waste have doubled, which says more about inspectors than about offenders: eleven Member "
            "States now check loads on the road, as against four in 2045."
        ),
        _said("t6", 0),
        number="T1",
    ),
    threat(
        "weapons",
        "Firearms and explosives",
        p(
            "The level was raised by one step. Grenades, which the assessment mentioned in a footnote, have earned "
            "a page."
        ),
        _said("t7", 1),
        number="T2",
    ),
    threat(
        "digital",
        "Digital crime",
        p(
            "The threats of this area were the fastest to change. Two of them use tools that did not exist when the "
            "assessment was written."
        ),
    ),
    threat(
        "ransom",
        "Extortion through ransomware",
        p(
            "Fewer victims pay, and those who do pay less. Attackers have answered with numbers: in the first half "
            "of 2047 medical practices and small municipalities were attacked more than twice as often as in the "
            "whole of 2045."
        ),
        _said("t2_1", 2),
        number="T3",
        parent="digital",
    ),
    threat(
        "fraud",
        "Online fraud",
        p(
            "It was foreseen that cloned voices would become common. They have, and since January 2047 they answer "
            "questions."
        ),
        _said("t2_3", 1, 2),
        number="T4",
        parent="digital",
    ),
    threat("children", "Child sexual exploitation", _said("t2_2", 0, 1), number="T5", parent="digital"),
    threat(
        "persons",
        "Trade in persons",
        p("Smuggling fell in 2046 and recovered in 2047; trafficking did neither."),
    ),
    threat("smuggling", "Migrant smuggling", _said("t3_2", 0), number="T6", parent="persons"),
    threat("trafficking", "Trafficking in human beings", _said("t3_1", 1, 2), number="T7", parent="persons"),
    threat(
        "money",
        "Markets and money",
        p(
            "Three threats were grouped here in 2045 for want of a better place. The grouping has proved useful, "
            "since the same keepers of money serve all three."
        ),
    ),
    threat("synthetic", "Synthetic drugs", _said("t4_2", 0, 1, 2), number="T8", parent="money"),
    threat(
        "vat",
        "Missing trader fraud",
        p(
            "A rule on reporting in real time has been in force since July 2046 in nine Member States. The "
            "carousels have moved to the others."
        ),
        _said("t5_2", 1),
        number="T9",
        parent="money",
    ),
    threat("laundering", "Money laundering", _said("t5_4", 0), number="T10", parent="money"),
    threat(
        "computing",
        "Theft of computing time",
        p(
            "Offenders rent out graphics cards that belong to somebody else. Universities and film studios notice "
            "it by their electricity bills; households do not notice it at all."
        ),
    ),
    threat("matches", "Match-fixing", _said("t9")),
    threat(
        "cargo",
        "Cargo theft by impostors",
        p(
            "Whole lorry loads disappear with drivers whose papers were in order. Freight exchanges have counted "
            "410 such cases since 2045 and believe that they have heard of half."
        ),
        p("Copper, tyres and cheese are taken most often, in this order."),
    ),
)
LEVELS: Mapping[str, tuple[str, str]] = {
    "environment": ("High", "↑ rising"),
    "weapons": ("High", "↑ rising"),
    "ransom": ("Very high", "↑ rising"),
    "fraud": ("Very high", "↑ rising"),
    "children": ("High", "→ level"),
    "smuggling": ("Medium", "→ level"),
    "trafficking": ("High", "→ level"),
    "synthetic": ("Very high", "↑ rising"),
    "vat": ("High", "↓ falling"),
    "laundering": ("High", "→ level"),
    "computing": ("Low", "↑ rising"),
    "matches": ("Low", "→ level"),
    "cargo": ("Medium", "↑ rising"),
}
BOXES = ("computing", "matches", "cargo")
FORECASTS = (
    (
        "Attackers will leave data unencrypted",
        "They do, in two cases out of five. The rest still encrypt, out of habit or for effect.",
    ),
    (
        "Cocaine will enter by smaller ports",
        "It did until the summer of 2046. Since then the large ports are back, without the small ones having gone.",
    ),
    ("Minors will be hired for arson", "They are. Nobody foresaw that they would be hired to film it as well."),
)

CSS = """
html { font-family: "Liberation Sans"; font-size: 9.2pt; line-height: 1.38; print-color-adjust: exact; }
.top { background: #20445c; color: white; padding: 6mm 10mm; margin: 0 0 4mm 0; }
.top h1 { font: bold 23pt/1.15 "Noto Sans"; margin: 0 0 3mm 0; } .top p { margin: 0; font-size: 9pt; color: #d4e2ea; }
h2 { font: bold 13.5pt/1.2 "Noto Sans"; color: #20445c; margin: 6mm 0 2.5mm 0; break-after: avoid; }
p { margin: 0 0 2mm 0; } ul { margin: 0 0 2mm 0; padding-left: 4.5mm; }
td { border: 0.6pt solid #8aa0ad; padding: 2mm 2.5mm; vertical-align: top; } th { border: 0.6pt solid #8aa0ad;
  padding: 1.5mm 2.5mm; background: #dfe8ed; font-size: 8.4pt; }
.threats td.label { width: 33mm; font-weight: bold; background: #eef3f6; }
.threats td.side { width: 20mm; padding: 0; } .side div { padding: 1.5mm 2mm; font-size: 8pt; }
.side div + div { border-top: 0.6pt solid #8aa0ad; } .threats td p:last-child { margin: 0; }
.threats td.band { background: #20445c; color: white; } .threats .band b { font-size: 10.5pt; display: block; }
.legend { font-size: 8pt; color: #333; margin: 0 0 3mm 0; }
.box { border: 1.2pt solid #20445c; border-radius: 3pt; padding: 3mm 4mm; margin: 0 0 4mm 0; display: flex;
  break-inside: avoid; } table { width: calc(100% - 1pt); }
.box .l { width: 33mm; margin-right: 4mm; font: bold 10.5pt/1.25 "Noto Sans"; color: #20445c; flex: none; }
.box .r { flex: 1; } .pills span.pill { display: inline-block; background: #dfe8ed; border-radius: 6pt;
  padding: 0.5mm 3mm; margin-right: 3mm; font-size: 8pt; }
"""
PAGES = """
@page { size: A4; margin: 21mm 17mm 18mm 17mm;
  @top-left { content: "%s"; font: 7pt "Noto Sans"; color: %s; white-space: nowrap; }
  @bottom-center { content: counter(page); font: 8.5pt "Noto Sans"; } }
"""
HEAD = f"{SYNTHETIC} | Europol Unclassified - Basic Protection Level"


class _Page:
    """Markup in the order of reading; what stands in cells is a table's, whatever else it is."""

    def __init__(self, report: Sheets) -> None:
        self.report = report

    def heading(self, title: str) -> str:
        return f"<h2>{span(self.report.block('heading', title))}</h2>"

    def paragraphs(self, texts: Sequence[str]) -> str:
        return "".join(f"<p>{span(self.report.paragraph(text))}</p>" for text in texts)

    def assessment(self, one: Threat, role: str) -> str:
        found = ""
        self.report.begin(one)
        for piece in one.pieces:
            if piece.kind == "items":
                lines = (span(self.report.paragraph(item, role)) for item in piece.items)
                found += "<ul>" + "".join(f"<li>{line}</li>" for line in lines) + "</ul>"
            else:
                found += f"<p>{span(self.report.paragraph(piece.text, role))}</p>"
        self.report.begin(None)
        return found

    def cell(self, text: str) -> str:
        return span(self.report.block("table", text))

    def row(self, one: Threat) -> str:
        label = f'<td class="label">{self.cell(f"{one.number} {one.title}")}</td>'
        text = f"<td>{self.assessment(one, 'table')}</td>"
        level, trend = LEVELS[one.key]
        side = f'<td class="side"><div>{self.cell(level)}</div><div>{self.cell(trend)}</div></td>'
        return f"<tr>{label}{text}{side}</tr>"

    def band(self, area: Threat) -> str:
        label = self.cell(area.title)
        return f'<tr><td class="band" colspan="3"><b>{label}</b>{self.assessment(area, "table")}</td></tr>'

    def threats(self) -> str:
        found = ""
        for one in THREATS:
            if one.key not in BOXES:
                found += self.row(one) if one.number else self.band(one)
        return f'<table class="threats">{found}</table>'

    def forecasts(self) -> str:
        heads = "".join(f"<th>{self.cell(text)}</th>" for text in ("Foreseen in 2045", "What became of it"))
        rows = "".join(f"<tr><td>{self.cell(a)}</td><td>{self.cell(b)}</td></tr>" for a, b in FORECASTS)
        return f'<table class="forecasts"><tr>{heads}</tr>{rows}</table>'

    def box(self, one: Threat) -> str:
        label = span(self.report.block("heading", one.title))
        text = self.assessment(one, "paragraph")
        level, trend = LEVELS[one.key]
        pills = "".join(
            f'<span class="pill">{span(self.report.block("figure_text", words, whole=True))}</span>'
            for words in (f"Level: {level.lower()}", f"Trend: {trend}")
        )
        right = f'<div class="r">{text}<div class="pills">{pills}</div></div>'
        return f'<div class="box"><div class="l">{label}</div>{right}</div>'


def _body(report: Sheets) -> str:
    page = _Page(report)
    title = span(report.block("title", TITLE, whole=True))
    imprint = span(
        report.block("paragraph", "Europol, The Hague, 8 October 2047 – EDOC #9501207v3 – EMPACT cycle 2045-2048")
    )
    found = f'<div class="top"><h1>{title}</h1><p>{imprint}</p></div>'
    found += page.heading("Why a review")
    found += page.paragraphs(
        [
            "Half-way through the cycle the assessment is compared with what has happened. The review does not "
            "replace it: threats that are not mentioned here have stayed as they were.",
        ]
    )
    found += page.heading("Forecasts tested") + page.forecasts()
    found += page.heading("Threats reviewed")
    found += (
        '<p class="legend">'
        + span(report.paragraph("Levels: low, medium, high, very high. The lower cell gives the trend since 2045."))
        + "</p>"
        + page.threats()
    )
    found += page.heading("Threats newly observed")
    for key in BOXES:
        (one,) = (one for one in THREATS if one.key == key)
        found += page.box(one)
    found += page.heading("What follows from this")
    return found + page.paragraphs(
        ["No change of priorities is proposed. The plans for 2048 may wish to take up cargo theft.", outlook(YEARS)[1]]
    )


def _set(report: Sheets, pages: Mapping[str, int], pdf: Path) -> None:
    head = report.block("header", HEAD, "header")
    css = PAGES % (head.marked, head.colour or "#444") + CSS
    by_browser(page_of(css, _body(report), title=TITLE), pdf, DAY)


def main() -> None:
    """Set the report and write its gold and its blocks."""
    report, measured = set_report(PDF, _set, drafts=0)
    publish(
        report,
        measured,
        THREATS,
        title=TITLE,
        reference="EDOC #9501207v3",
        date="2047-10-08",
        cycle="2045-2048",
        marking="EUROPOL_BPL",
    )


if __name__ == "__main__":
    main()
