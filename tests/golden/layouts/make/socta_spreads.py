"""zoo-socta-spreads: landscape sheets of two pages side by side, with figures, tables, captions and endnotes.

Each sheet is read left page first, then right page; the folios stand at the outer feet. A chart has words, a table has
a caption above it, a drawing one below. Marks of endnotes are raised digits, the notes themselves stand on the last
sheet.

Run: python -m tests.golden.layouts.make.socta_spreads (needs typst)
"""

import datetime
import re
from dataclasses import replace
from pathlib import Path

from corpus.sample.make.magazine import Piece
from tests.golden.layouts.make.inks import Ink, Inks
from tests.golden.layouts.make.later import later
from tests.golden.layouts.make.papers import made, zoo
from tests.golden.layouts.make.report import Report, write_report
from tests.golden.layouts.make.threat_texts import Threat, pick
from tests.golden.layouts.make.typ import by_typst, typ

PDF = zoo("socta-spreads")
TITLE = "Crime in the Union 2041 – serious and organised crime threat assessment"
DAY = datetime.date(2041, 3, 20)
_KEYS = ("t1", "t2", "t2_1", "t2_2", "t6", "t7", "t5_3", "t9")
_NUMBERS = ("I", "II", "II.1", "II.2", "III", "IV", "V", None)
_TWO = {"The_three_threats": "The two threats", "a_system,_a_child,_or_a_belief": "a system or a child"}
THREATS = [
    later(replace(threat, number=number), 0, **_TWO) for threat, number in zip(pick(*_KEYS), _NUMBERS, strict=True)
]
_RAISED = re.compile(r"\{([^{}]*)\}")

BARS = (("Ports", 33), ("Airports", 12), ("Parcel hubs", 27), ("Marinas", 9))
SCORES = (
    ("Threat", "Harm", "Reach", "Growth"),
    ("Connectors", "3", "3", "2"),
    ("Extortion", "3", "3", "3"),
    ("Abuse of children", "3", "3", "2"),
    ("Harm to nature", "2", "2", "2"),
    ("Guns and blasts", "3", "2", "3"),
)


class Notes:
    """Endnotes in the order of their marks."""

    def __init__(self) -> None:
        self.texts: list[str] = []

    def marked(self, report: Report, text: str, *, item: bool = False) -> str:
        """Markup of a text whose notes have become raised numbers."""
        ink = report.item(_RAISED.sub("", text)) if item else report.paragraph(_RAISED.sub("", text))
        pieces = _RAISED.split(text)
        found = ""
        for at, piece in enumerate(pieces):
            if at % 2:
                self.texts.append(piece)
                found += f"#super[{len(self.texts)}]"
            else:
                found += typ(ink.changed(piece))
        return found


def _chart(report: Report) -> str:
    title = report.block("figure_text", "Places in which staff were approached", whole=True)
    cells = []
    for label, value in BARS:
        words = typ(report.block("figure_text", label, whole=True))
        number = typ(report.block("figure_text", str(value), whole=True))
        bar = f'rect(width: {value * 1.3:.0f}mm, height: 4mm, fill: rgb("#2e6f8e"))'
        cells.append(f"[{words}], stack(dir: ltr, spacing: 2mm, {bar}, [{number}])")
    caption = report.block(
        "caption", "Figure 1. Approaches to staff reported in 2040, by place. Source: contributions."
    )
    return (
        f'#block(breakable: false, width: 100%, stroke: 0.5pt, inset: 7pt)[#text(font: "Noto Sans", size: 8pt)['
        f"*{typ(title)}*\n#v(1mm)\n#grid(columns: (24mm, 1fr), row-gutter: 2mm, {', '.join(cells)})]]\n"
        f"#caption[{typ(caption)}]"
    )


def _table(report: Report) -> str:
    caption = report.block("caption", "Table 1. Scores of the threats on these pages, from 1 (low) to 3 (high)")
    text = " ".join(cell for row in SCORES for cell in row)
    ink = report.block("table", text, whole=True)
    cells = []
    for row in SCORES:
        cells += [f"[{typ(ink.changed(cell))}]" for cell in row]
    table = f"#table(columns: (1fr, auto, auto, auto), stroke: (x: none, y: 0.4pt), inset: 4pt, {', '.join(cells)})"
    return f'#caption[{typ(caption)}]\n#block(breakable: false)[#text(font: "Noto Sans", size: 8pt)[{table}]]'


def _drawing(report: Report) -> str:
    caption = report.block("caption", "A quay at night, seen from a crane. (Drawing, no real place)")
    boxes = "".join(
        f"#place(bottom + left, dx: {6 + 13 * at}mm, rect(width: 11mm, height: {7 + (at * 7) % 19}mm, "
        f"fill: luma({90 + 17 * (at % 5)})))"
        for at in range(8)
    )
    return (
        f'#block(width: 100%, height: 36mm, fill: gradient.linear(rgb("#1d2b3a"), rgb("#5a7184"), angle: 90deg), '
        f"breakable: false)[{boxes}]\n#caption[{typ(caption)}]"
    )


def _threat(report: Report, notes: Notes, threat: Threat) -> list[str]:
    label: Ink = report.block("heading", f"{threat.number} {threat.title}" if threat.number else threat.title)
    parts = [f"#{'under' if threat.parent else 'area'}[{typ(label)}]"]
    report.begin(threat)
    for piece in threat.pieces:
        parts.append(_piece(report, notes, piece))
    return parts


def _piece(report: Report, notes: Notes, piece: Piece) -> str:
    if piece.kind == "paragraph":
        return notes.marked(report, piece.text)
    if piece.kind == "items":
        return "\n".join(f"- {notes.marked(report, item, item=True)}" for item in piece.items)
    if piece.kind == "quote":
        return f"#pull[{typ(report.block('pull_quote', piece.text, whole=True))}]"
    ink = report.block("callout", f"**{piece.title}.** {piece.text}", whole=True)
    return f"#box-out[{typ(ink)}]"


def _source(report: Report) -> str:
    notes = Notes()
    head = report.block("header", "SYNTHETIC – invented for testing software; Europol Public Information", "header")
    title = report.block("title", TITLE, whole=True)
    imprint = report.block(
        "paragraph", "Europol, The Hague, 20 March 2041. EDOC #9500188v5. Prepared for the EMPACT cycle 2041-2044."
    )
    parts = [
        f"""#set document(author: "synthetic", date: datetime(year: {DAY.year}, month: {DAY.month}, day: {DAY.day}))
#set page(paper: "a4", flipped: true, columns: 2, margin: (x: 18mm, top: 20mm, bottom: 18mm),
  header: align(center, text(font: "Noto Sans", size: 7pt)[{typ(head)}]),
  footer: context [#text(font: "Noto Sans", size: 8pt)[#(2 * here().page()) #h(1fr) #(2 * here().page() + 1)]],
  background: line(angle: 90deg, length: 150mm, stroke: 0.3pt + luma(190)))
#set columns(gutter: 26mm)
#set text(font: "Liberation Serif", size: 10pt, lang: "en", region: "GB", hyphenate: true)
#set super(typographic: false)
#set par(justify: true, leading: 0.62em, spacing: 1.0em)
#let area(body) = block(above: 1.4em, below: 0.7em, sticky: true,
  text(size: 15pt, weight: "bold", fill: rgb("#2e6f8e"), hyphenate: false, body))
#let under(body) = block(above: 1.2em, below: 0.6em, sticky: true,
  text(size: 12pt, style: "italic", weight: "bold", hyphenate: false, body))
#let pull(body) = block(inset: (x: 6mm, y: 2mm), breakable: false,
  text(size: 13pt, style: "italic", hyphenate: false, body))
#let box-out(body) = block(stroke: (left: 2pt + rgb("#2e6f8e")), inset: (left: 8pt, y: 3pt), breakable: false,
  text(size: 9pt, hyphenate: false, body))
#let caption(body) = block(above: 0.5em, below: 1em, sticky: true, text(font: "Noto Sans", size: 7.5pt, body))
#block[#set par(justify: false)
#text(size: 23pt, weight: "bold", fill: rgb("#2e6f8e"), hyphenate: false)[{typ(title)}]]

{typ(imprint)}"""
    ]
    floats = {"t1": (_chart,), "t2_2": (_table,), "t6": (_drawing,)}
    for threat in THREATS:
        parts += _threat(report, notes, threat)
        parts += [make(report) for make in floats.get(threat.key, ())]
    report.begin(None)
    parts.append(f"#area[{typ(report.block('heading', 'Notes'))}]")
    for at, text in enumerate(notes.texts, 1):
        parts.append(f"#text(size: 8.5pt)[{at}#h(2mm){typ(report.block('footnote', text))}]")
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
        reference="EDOC #9500188v5",
        date="2041-03-20",
        cycle="2041-2044",
        marking="PUBLIC",
    )


if __name__ == "__main__":
    main()
