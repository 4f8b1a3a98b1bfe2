"""zoo-conclusions-zebra: priorities in a table without any rules, its columns parted by white space, grounds striped.

Verbs of requests are bold with one capital ("Calls on"), and no paragraph is numbered. A revised paper (REV 1).

Run: python -m tests.golden.layouts.make.conclusions_zebra (needs Chromium)
"""

import datetime
from pathlib import Path

from corpus.sample.make.gold import GoldDocument
from tests.golden.layouts.make.conclusion_texts import ASKED_2049, OF_2049, RECITALS_2049, numbered, without_notes
from tests.golden.layouts.make.inks import Inks
from tests.golden.layouts.make.papers import Cover, made, zoo
from tests.golden.layouts.make.records import (
    add_priorities,
    add_requests,
    asked,
    council_document,
    ink_points,
    keyed,
)
from tests.golden.layouts.make.web import block, by_browser, cover_page, page_of, pages, span

PDF = zoo("conclusions-zebra")
TITLE = "Draft Council conclusions on the EU’s crime priorities for the next EMPACT cycle (2049 to 2052) - Approval"
COVER = Cover(
    number="95102/1/49 REV 1",
    place_and_date="Brussels, 21 May 2049",
    kind="“I/A” ITEM NOTE",
    rows=(
        ("From:", "General Secretariat of the Council"),
        ("To:", "Permanent Representatives Committee/Council"),
        ("No. prev. doc.:", "95102/49"),
        ("Subject:", TITLE),
    ),
    body=(
        "1. In the light of the threat assessment of March 2049, the Standing Committee on Operational Cooperation on "
        "Internal Security (COSI) has examined draft conclusions at three meetings.",
        "2. Changes with respect to document 95102/49 concern priority 4 and the request to the European External "
        "Action Service. The Permanent Representatives Committee is asked to suggest that the Council approve the "
        "text in the annex as an “A” item.",
    ),
    codes=("COSI 77", "ENFOPOL 233", "CRIMORG 61", "CYBER 120", "JAI 644"),
    marking="LIMITE",
    initials="rt/AB/ml",
)
UNITS = keyed(numbered(OF_2049, areas="a"))
PARAGRAPHS = asked([one.titled() for one in ASKED_2049 if "95032" not in one.text], first=None)

CSS = """
html { print-color-adjust: exact; }
.list td { padding: 6pt 8pt; }
.list td:first-child { width: 29%; padding-right: 14pt; }
.list tr:nth-child(odd) td { background: #e6ecf2; }
.list th { padding: 6pt 8pt; font-weight: bold; font-variant: small-caps; }
.list tr.no td { background: none; }
.list p { margin: 0 0 5pt 0; }
.list .area { margin: 3pt 0 2pt 0; font-style: italic; break-after: avoid; }
thead { display: table-header-group; }
.point { margin: 0 0 0.6em 10mm; }
.point2 { margin: 0 0 0.5em 20mm; }
"""


def _table(inks: Inks) -> str:
    rows = ""
    for one in UNITS:
        label = span(inks(one.key, one.unit.label))
        cell = "".join(block(inks(key, aim.text)) for key, aim in one.aims)
        for area in one.areas:
            cell += f'<p class="area">({area.unit.number}) {span(inks(area.key, area.unit.label))}</p>'
            cell += "".join(block(inks(key, aim.text)) for key, aim in area.aims)
        rows += f"<tr><td><b>{one.unit.number}. {label}</b></td><td>{cell}</td></tr>"
    return f'<table class="list"><thead><tr><th>Priority</th><th>Aims</th></tr></thead><tbody>{rows}</tbody></table>'


def _body(inks: Inks) -> str:
    parts = [
        cover_page(COVER),
        '<div class="annex"><p class="right"><u>ANNEX</u></p>',
        '<p class="centred"><b>DRAFT COUNCIL CONCLUSIONS<br>on the EU’s crime priorities, 2049 to 2052</b></p>',
        "<p>THE COUNCIL OF THE EUROPEAN UNION,</p>",
        *(block(without_notes(text)) for text in RECITALS_2049[:5]),
        "<p><b>Sets</b> for the EMPACT cycle 2049-2052 the priorities shown in the overview below, which are of equal "
        "rank;</p>",
        _table(inks),
        "<p></p>",
    ]
    for request in PARAGRAPHS:
        parts.append(block(inks(request.key, request.paragraph.text)))
        for depth, mark, ink in ink_points(inks, request.key, request.paragraph.points, ("–", "(i)")):
            parts.append(f'<p class="point{depth + 1 if depth else ""}">{mark} {span(ink)}</p>')
    return "".join(parts) + "</div>"


def _produce(inks: Inks, pdf: Path) -> None:
    by_browser(page_of(pages(COVER) + CSS, _body(inks), title=TITLE), pdf, datetime.date(2049, 5, 21))


def main() -> None:
    """Set the paper and write its gold."""
    measured = made(PDF, _produce)
    gold = GoldDocument(
        PDF,
        **council_document(
            COVER.number,
            TITLE,
            "2049-05-21",
            kind="council_conclusions",
            register_id="ST 95102 2049 REV 1",
            cycle="2049-2052",
            marking="LIMITE",
            subject_codes=list(COVER.codes),
        ),
    )
    add_priorities(gold, measured, UNITS)
    add_requests(gold, measured, PARAGRAPHS)
    gold.write()


if __name__ == "__main__":
    main()
