"""zoo-socta-side-heads: a threat assessment whose headings stand in a narrow column at the left, beside the text.

The threats have no numbers. Those within an area stand under its heading, which crosses both columns. Call-outs stand
in the narrow column too, below a heading. Marked Basic Protection Level.

Run: python -m tests.golden.layouts.make.socta_side_heads (needs WeasyPrint)
"""

import datetime
from pathlib import Path

from tests.golden.layouts.make.inks import Inks
from tests.golden.layouts.make.later import later
from tests.golden.layouts.make.papers import made, zoo
from tests.golden.layouts.make.report import Report, write_report
from tests.golden.layouts.make.threat_texts import OUTLOOK, Threat, pick, without_numbers
from tests.golden.layouts.make.web import by_weasyprint, page_of, span

PDF = zoo("socta-side-heads")
TITLE = "Serious and organised crime in the European Union: an assessment of threats, 2041"
DAY = datetime.date(2041, 3, 4)
THREATS = [
    later(threat, 0, **{";_deception_of_private_persons_online_is_treated_under_2.3": ""})
    for threat in without_numbers(
        pick("t1", "t3", "t3_1", "t3_2", "t5", "t5_1", "t5_2", "t5_3", "t5_4", "t7", notes=False)
    )
]
CSS = """
@page { size: A4; margin: 24mm 20mm 26mm 20mm;
  @top-left { content: element(head); } @bottom-center { content: counter(page); font: 8pt "Noto Sans"; } }
#head { position: running(head); font: 7.5pt "Noto Sans"; color: #444; }
html { font-family: "Noto Serif"; font-size: 9.6pt; line-height: 1.5; }
h1 { font: bold 21pt/1.2 "Noto Sans"; color: #1b4d3e; margin: 0 0 6mm 0; }
h2 { font: bold 13pt/1.25 "Noto Sans"; color: #1b4d3e; border-bottom: 0.8pt solid #1b4d3e; margin: 7mm 0 4mm 0; }
.text { margin-left: 50mm; text-align: justify; hyphens: auto; position: relative; margin-bottom: 5mm; }
.text p { margin: 0 0 2.4mm 0; } .text ul { margin: 0 0 2.4mm 0; padding-left: 5mm; }
.side { position: absolute; left: -50mm; top: 0; width: 44mm; text-align: left; hyphens: none; line-height: 1.3; }
.side b { font: bold 10.5pt/1.25 "Noto Sans"; color: #1b4d3e; }
.note { margin-top: 5mm; font: italic 8pt/1.35 "Noto Sans"; color: #555; }
.lead { margin-left: 50mm; font-style: italic; } .imprint { font: 8pt "Noto Sans"; margin: 0 0 8mm 0; }
"""


def _threat(report: Report, threat: Threat, *, has_parts: bool) -> str:
    heading = report.block("heading", threat.title)
    report.begin(threat)
    side = "" if has_parts else f"<b>{span(heading)}</b>"
    body = ""
    # What stands in the narrow column is read before the text beside it.
    beside = "".join(
        f'<div class="note">{span(report.block("callout", f"{piece.title}: {piece.text}", whole=True))}</div>'
        for piece in threat.pieces
        if piece.kind == "callout"
    )
    for piece in threat.pieces:
        if piece.kind == "paragraph":
            body += f"<p>{span(report.paragraph(piece.text))}</p>"
        elif piece.kind == "items":
            body += "<ul>" + "".join(f"<li>{span(report.item(item))}</li>" for item in piece.items) + "</ul>"
    across = f"<h2>{span(heading)}</h2>" if has_parts else ""
    return f'{across}<div class="text"><div class="side">{side}{beside}</div>{body}</div>'


def _body(report: Report) -> str:
    head = report.block(
        "header", "SYNTHETIC – invented for testing software – Europol Unclassified - Basic Protection Level", "header"
    )
    title = report.block("title", TITLE)
    imprint = report.block(
        "paragraph", "Europol, The Hague, 4 March 2041. EDOC #9500412v1. For the EMPACT cycle 2041-2044."
    )
    lead = report.block(
        "paragraph",
        "Ten sections describe who does harm, to whom, and with whose help; six of them belong to two wider fields.",
    )
    found = f'<div id="head">{span(head)}</div><h1>{span(title)}</h1><p class="imprint">{span(imprint)}</p>'
    found += f'<p class="lead">{span(lead)}</p>'
    parents = {threat.parent for threat in THREATS}
    for threat in THREATS:
        found += _threat(report, threat, has_parts=threat.key in parents)
    report.begin(None)
    heading = report.block("heading", "Outlook")
    body = "".join(f"<p>{span(report.paragraph(piece.text))}</p>" for piece in OUTLOOK if piece.kind == "paragraph")
    return found + f'<h2>{span(heading)}</h2><div class="text">{body}</div>'


def main() -> None:
    """Set the report and write its gold and its blocks."""
    reports: list[Report] = []

    def produce(inks: Inks, pdf: Path) -> None:
        report = Report(inks)
        reports.append(report)
        by_weasyprint(page_of(CSS, _body(report), title=TITLE), pdf, DAY)

    measured = made(PDF, produce)
    write_report(
        reports[0],
        measured,
        THREATS,
        title=TITLE,
        reference="EDOC #9500412v1",
        date="2041-03-04",
        cycle="2041-2044",
        marking="EUROPOL_BPL",
    )


if __name__ == "__main__":
    main()
