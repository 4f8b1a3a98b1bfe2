"""zoo-socta-three-columns: a threat assessment in three narrow columns, with notes below each column.

The title and a summary cross the columns; so does a call-out at the foot of a page. Words are hyphenated often, quotes
and call-outs stand in the columns, and the threats of one area follow its own assessment.

Run: python -m tests.golden.layouts.make.socta_three_columns (needs typst)
"""

import datetime
from dataclasses import replace
from pathlib import Path

from tests.golden.layouts.make.inks import Inks
from tests.golden.layouts.make.later import later
from tests.golden.layouts.make.papers import made, zoo
from tests.golden.layouts.make.report import Report, write_report
from tests.golden.layouts.make.threat_texts import FINDINGS, Threat, pick
from tests.golden.layouts.make.typ import by_typst, typ

PDF = zoo("socta-three-columns")
TITLE = "EU Serious and Organised Crime Threat Assessment 2049: the short edition"
DAY = datetime.date(2049, 3, 9)
THREATS = [
    replace(threat, number=number, pieces=later(threat.pieces, 0, **{"_(see_3.1)": ""}))
    for threat, number in zip(
        pick("t1", "t2", "t2_1", "t2_2", "t2_3", "t6", "t7", "t4", "t4_1", "t4_2", "t3_2", years=8),
        ("1", "2", "2.1", "2.2", "2.3", "3", "4", "5", "5.1", "5.2", "6"),
        strict=True,
    )
]
SUMMARY = (
    "The short edition holds what those who set priorities for the EMPACT cycle 2049-2052 have to know: six key "
    "threats, two of them divided, each told in a few paragraphs. Sources and methods are described in the full "
    "edition."
)


def _threat(report: Report, threat: Threat) -> list[str]:
    kind = "under" if threat.parent else "area"
    label = report.block("heading", f"{threat.number} {threat.title}")
    parts = [f"#{kind}[{typ(label)}]"]
    report.begin(threat)
    for piece in threat.pieces:
        if piece.kind == "paragraph":
            parts.append(typ(report.paragraph(piece.text)))
        elif piece.kind == "items":
            parts.append("\n".join(f"- {typ(report.item(item))}" for item in piece.items))
        elif piece.kind == "quote":
            parts.append(f"#pull[{typ(report.block('pull_quote', piece.text, whole=True))}]")
        elif piece.kind == "callout":
            inked = report.block("callout", f"**{piece.title}** {piece.text}", whole=True)
            parts.append(f"#box-out[{typ(inked)}]")
        elif piece.kind == "wide_callout":
            inked = report.block("callout", f"**{piece.title}** {piece.text}", "bottom", whole=True)
            parts.append(f'#place(bottom, scope: "parent", float: true, box-out[{typ(inked)}])')
    return parts


def _source(report: Report) -> str:
    head = report.block("header", "SYNTHETIC – invented for testing software | Europol Public Information", "header")
    foot = report.block("footer", "EU SOCTA 2049 – SYNTHETIC", "footer")
    title = report.block("title", TITLE, "top", whole=True)
    summary = report.block("paragraph", SUMMARY, "top", whole=True)
    imprint = report.block("paragraph", "Europol, The Hague, 9 March 2049 | EDOC #9500311v2", "top", whole=True)
    parts = [
        f"""#set document(author: "synthetic", date: datetime(year: {DAY.year}, month: {DAY.month}, day: {DAY.day}))
#set page(paper: "a4", columns: 3, margin: (x: 14mm, top: 22mm, bottom: 20mm),
  header: text(font: "Noto Sans", size: 7pt)[{typ(head)}],
  footer: text(font: "Noto Sans", size: 7pt)[{typ(foot)} #h(1fr) #context counter(page).display()])
#set columns(gutter: 5.5mm)
#set text(font: "Noto Serif", size: 8.6pt, lang: "en", region: "GB", hyphenate: true)
#set super(typographic: false)
#set par(justify: true, leading: 0.66em, spacing: 0.95em)
#set footnote.entry(separator: line(length: 30%, stroke: 0.4pt))
#show footnote.entry: set text(size: 6.8pt)
#let area(body) = block(above: 1.3em, below: 0.7em, sticky: true,
  text(font: "Noto Sans", size: 12pt, weight: "bold", fill: rgb("#7a1f3d"), hyphenate: false, body))
#let under(body) = block(above: 1.2em, below: 0.6em, sticky: true,
  text(font: "Noto Sans", size: 9.5pt, weight: "bold", fill: rgb("#7a1f3d"), hyphenate: false, body))
#let pull(body) = block(inset: (y: 5pt), stroke: (top: 1pt, bottom: 1pt), width: 100%, breakable: false,
  align(center, text(size: 11pt, style: "italic", hyphenate: false, body)))
#let box-out(body) = block(fill: rgb("#f5ecef"), inset: 6pt, width: 100%, breakable: false,
  text(font: "Noto Sans", size: 7.6pt, hyphenate: false, body))
#place(top, scope: "parent", float: true, clearance: 6mm, block(width: 100%, {{
  text(font: "Noto Sans", size: 20pt, weight: "bold", fill: rgb("#7a1f3d"), hyphenate: false)[{typ(title)}]
  parbreak()
  text(size: 10.5pt)[{typ(summary)}]
  parbreak()
  text(font: "Noto Sans", size: 7.5pt)[{typ(imprint)}]
}}))"""
    ]
    parts.append(f"#area[{typ(report.block('heading', 'In brief'))}]")
    parts.append("\n".join(f"- {typ(report.block('list_item', later(item, 8)))}" for item in FINDINGS[:4]))
    for threat in THREATS:
        parts += _threat(report, threat)
    report.begin(None)
    parts.append(f"#area[{typ(report.block('heading', 'What comes next'))}]")
    parts.append(
        typ(report.paragraph("An update is planned for the autumn of 2050. Until then the full edition counts."))
    )
    return "\n\n".join(parts)


def main() -> None:
    """Set the report and write its gold and its blocks."""
    reports: list[Report] = []

    def produce(inks: Inks, pdf: Path) -> None:
        report = Report(inks)
        reports.append(report)
        by_typst(_source(report), pdf, DAY)

    measured = made(PDF, produce)
    write_report(
        reports[0],
        measured,
        THREATS,
        title=TITLE,
        reference="EDOC #9500311v2",
        date="2049-03-09",
        cycle="2049-2052",
        marking="PUBLIC",
    )


if __name__ == "__main__":
    main()
