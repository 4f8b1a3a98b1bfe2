"""zoo-socta-frames: a threat assessment in two columns with call-outs in rounded frames without any ground.

The number of a threat is a large digit in a line of its own above the title, and sections within have decimal numbers.
One frame crosses both columns at the top of a chapter; pull quotes have no rule at all, only size and colour.

Run: python -m tests.golden.layouts.make.socta_frames (needs Chromium)
"""

import datetime
from dataclasses import replace
from pathlib import Path

from tests.golden.layouts.make.inks import Inks
from tests.golden.layouts.make.later import later
from tests.golden.layouts.make.papers import made, zoo
from tests.golden.layouts.make.report import Report, write_report
from tests.golden.layouts.make.threat_texts import FINDINGS, Threat, pick
from tests.golden.layouts.make.web import by_browser, page_of, span

PDF = zoo("socta-frames")
TITLE = "EU SOCTA 2049: what organised crime will look like tomorrow"
DAY = datetime.date(2049, 3, 16)
THREATS = [
    replace(threat, number=number)
    for threat, number in zip(
        pick("t4", "t4_1", "t4_2", "t1", "t2_2", "t6", "t3_2", "t5_4", years=8, notes=False),
        ("1", "1.1", "1.2", "2", "3", "4", "5", "6"),
        strict=True,
    )
]
PAGES = """
@page { size: A4; margin: 22mm 18mm 20mm 18mm;
  @top-right { content: "%s"; font: 7.5pt "Noto Sans"; color: %s; }
  @bottom-right { content: counter(page); font: bold 8pt "Noto Sans"; }
  @bottom-left { content: "%s"; font: 7.5pt "Noto Sans"; color: %s; } }
"""
CSS = """
html { font-family: "Liberation Sans"; font-size: 9.3pt; line-height: 1.45; print-color-adjust: exact; }
h1 { font: bold 24pt/1.15 "Noto Sans"; color: #0b3a6f; margin: 0 0 5mm 0; }
.imprint { font-size: 8pt; color: #444; }
.flow { columns: 2; column-gap: 8mm; text-align: justify; hyphens: auto; }
.flow p { margin: 0 0 2.2mm 0; } .flow ul { margin: 0 0 2.2mm 0; padding-left: 4.5mm; }
.n { font: bold 26pt/1 "Noto Sans"; color: #c26a00; display: block; }
h2 { font: bold 14pt/1.2 "Noto Sans"; color: #0b3a6f; margin: 6mm 0 2mm 0; break-after: avoid; text-align: left; }
h3 { font: bold 10.5pt/1.25 "Noto Sans"; color: #0b3a6f; margin: 4mm 0 1.5mm 0; break-after: avoid; text-align: left; }
.frame { border: 1.1pt solid #c26a00; border-radius: 9pt; padding: 8pt 10pt; margin: 2mm 0 4mm 0; break-inside: avoid;
  font-size: 8.6pt; text-align: left; hyphens: none; }
.frame b { display: block; } .wide { margin: 4mm 0 6mm 0; }
.pull { font: italic 13pt/1.3 "Noto Serif"; color: #c26a00; text-align: left; margin: 3mm 0 4mm 0;
  break-inside: avoid; }
"""


def _threat(report: Report, threat: Threat) -> str:
    tag = "h3" if threat.parent else "h2"
    heading = report.block(
        "heading",
        f"{threat.number}\n{threat.title}" if not threat.parent else f"{threat.number} {threat.title}",
        whole=True,
    )
    inked = span(heading)
    if not threat.parent:
        inked = inked.replace(
            "<br>", "</span><span" + (f' style="color:{heading.colour}"' if heading.colour else "") + ">"
        )
        inked = inked.replace("<span", '<span class="n"', 1)
    found = f"<{tag}>{inked}</{tag}>"
    report.begin(threat)
    for piece in threat.pieces:
        if piece.kind == "paragraph":
            found += f"<p>{span(report.paragraph(piece.text))}</p>"
        elif piece.kind == "items":
            found += "<ul>" + "".join(f"<li>{span(report.item(item))}</li>" for item in piece.items) + "</ul>"
        elif piece.kind == "quote":
            found += f'<p class="pull">{span(report.block("pull_quote", piece.text, whole=True))}</p>'
        else:
            ink = report.block("callout", f"**{piece.title}** {piece.text}", whole=True)
            found += f'<div class="frame">{span(ink)}</div>'
    return found


def _body(report: Report) -> str:
    title = report.block("title", TITLE, whole=True)
    imprint = report.block(
        "paragraph",
        "Europol Public Information – Europol, The Hague, 16 March 2049 – EDOC #9500417v3 – for the EMPACT cycle "
        "2049-2052",
    )
    wide = report.block(
        "callout", "**Six key threats** " + later(FINDINGS[5], 8) + " " + later(FINDINGS[6], 8), whole=True
    )
    found = f'<h1>{span(title)}</h1><p class="imprint">{span(imprint)}</p><div class="frame wide">{span(wide)}</div>'
    return found + '<div class="flow">' + "".join(_threat(report, threat) for threat in THREATS) + "</div>"


def main() -> None:
    """Set the report and write its gold and its blocks."""
    reports: list[Report] = []

    def produce(inks: Inks, pdf: Path) -> None:
        report = Report(inks)
        reports.append(report)
        head = report.block("header", "SYNTHETIC – invented for testing software", "header")
        foot = report.block("footer", "EU SOCTA 2049", "footer")
        css = PAGES % (head.marked, head.colour or "#444", foot.marked, foot.colour or "black") + CSS
        by_browser(page_of(css, _body(report), title=TITLE), pdf, DAY)

    measured = made(PDF, produce)
    write_report(
        reports[0],
        measured,
        THREATS,
        title=TITLE,
        reference="EDOC #9500417v3",
        date="2049-03-16",
        cycle="2049-2052",
        marking="PUBLIC",
    )


if __name__ == "__main__":
    main()
