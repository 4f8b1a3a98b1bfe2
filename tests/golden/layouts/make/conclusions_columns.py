"""zoo-conclusions-columns: conclusions set in two columns under a title across, priorities as a nested list in them.

Columns cut aims and requests in the middle of a sentence. The numbers of the requests run on from those of the
priorities. Areas are lettered, aims behind an em dash that runs on from the label, second aims are paragraphs of their
own. The paper is published (no marking), and a box of contacts ends it.

Run: python -m tests.golden.layouts.make.conclusions_columns (needs Chromium)
"""

import datetime
from pathlib import Path

from tests.golden.layouts.make.conclusion_texts import ASKED_2041, OF_2041, RECITALS_2041, numbered, without_notes
from tests.golden.layouts.make.inks import Inks
from tests.golden.layouts.make.later import later
from tests.golden.layouts.make.papers import Cover, made, zoo
from tests.golden.layouts.make.records import Keyed, asked, council_document, ink_points, keyed, write_conclusions
from tests.golden.layouts.make.web import block, by_browser, cover_page, page_of, pages, span

PDF = zoo("conclusions-columns")
TITLE = "Council conclusions of 6 June 2049 on priorities for joint action against organised crime, 2049 to 2052"
DAY = datetime.date(2049, 6, 13)
COVER = Cover(
    number="95109/49",
    place_and_date="Brussels, 13 June 2049",
    kind="INFORMATION NOTE",
    rows=(
        ("From:", "General Secretariat of the Council"),
        ("To:", "Delegations"),
        ("No. prev. doc.:", "95104/49"),
        ("Subject:", TITLE),
    ),
    body=(
        "For ease of reading, the conclusions on the EMPACT cycle 2049-2052 are reproduced in the layout of the public "
        "brochure.",
    ),
    codes=("COSI 95", "ENFOPOL 266", "CRIMORG 72", "JAI 733"),
    unit="COMM.2.C",
)
UNITS = keyed(numbered([later(OF_2041[at], 8).without_notes() for at in (0, 1, 2, 3, 4, 5, 6, 7, 8)], areas="a"))
PARAGRAPHS = asked(
    [
        later(ASKED_2041[at], 8, aims_of_the_table="aims set out above").without_notes()
        for at in (1, 2, 4, 5, 7, 8, 9, 10, 12, 13, 15, 17, 20)
    ],
    first=10,
)

CSS = """
html { font-family: "Noto Sans"; font-size: 9pt; line-height: 1.4; }
.cover-head, .rows, .cover { font-family: "Liberation Serif"; font-size: 11.5pt; }
.flow { columns: 2; column-gap: 9mm; text-align: justify; hyphens: auto; }
h1 { font-size: 15pt; color: #14375e; line-height: 1.2; margin: 0 0 4mm 0; }
h2 { font-size: 11pt; color: #14375e; margin: 1em 0 0.4em 0; break-after: avoid; }
.i { margin-left: 6mm; text-indent: -6mm; margin-bottom: 0.5em; }
.i > b.m { display: inline-block; width: 6mm; text-indent: 0; }
.j { margin-left: 11mm; text-indent: -5mm; margin-bottom: 0.5em; } .k { margin-left: 6mm; margin-bottom: 0.5em; }
.l { margin-left: 11mm; margin-bottom: 0.5em; }
.box { border: 0.8pt solid #14375e; padding: 6pt; margin-top: 1em; break-inside: avoid; }
"""


def _aims(inks: Inks, one: Keyed, *, first: str, more: str, mark: str) -> str:
    label = span(inks(one.key, one.unit.label))
    if not one.aims:
        return f'<p class="{first}">{mark}<b>{label}</b></p>'
    found = ""
    for at, (key, aim) in enumerate(one.aims):
        text = span((inks(key, aim.text), "."))
        found += f'<p class="{first}">{mark}<b>{label}</b> — {text}</p>' if at == 0 else f'<p class="{more}">{text}</p>'
    return found


def _body(inks: Inks) -> str:
    parts = [
        f'<div class="cover">{cover_page(COVER)}</div>',
        '<div class="annex"><h1>Priorities for joint action against organised crime, 2049 to 2052</h1>',
        '<div class="flow"><p>The Council of the European Union,</p>',
        *(block(without_notes(later(RECITALS_2041[at], 8))) for at in (0, 2, 6, 8, 12, 15)),
        "<h2>Priorities and aims</h2>",
    ]
    for one in UNITS:
        parts.append(_aims(inks, one, first="i", more="k", mark=f'<b class="m">{one.unit.number}.</b>'))
        parts += [_aims(inks, area, first="j", more="l", mark=f"({area.unit.number}) ") for area in one.areas]
    parts.append("<h2>Who is asked to do what</h2>")
    for request in PARAGRAPHS:
        text = span(inks(request.key, request.paragraph.text))
        parts.append(f'<p class="i"><b class="m">{request.number}.</b>{text}</p>')
        points = ink_points(inks, request.key, request.paragraph.points, ("•",))
        parts += [f'<p class="j">{mark} {span(ink)}</p>' for _, mark, ink in points]
    parts.append(
        '<div class="box"><b>Further reading</b><br>The threat assessment of 2049 is available in the public '
        "register. Questions may be sent to the press service.</div>"
    )
    return "".join(parts) + "</div></div>"


def _produce(inks: Inks, pdf: Path) -> None:
    css = pages(COVER, annex_margin="24mm 18mm 28mm 18mm") + CSS
    by_browser(page_of(css, _body(inks), title=TITLE), pdf, DAY)


def main() -> None:
    """Set the paper and write its gold."""
    document = council_document(
        COVER.number, TITLE, "2049-06-13", cycle="2049-2052", marking=None, subject_codes=list(COVER.codes)
    )
    write_conclusions(made(PDF, _produce), document, UNITS, PARAGRAPHS)


if __name__ == "__main__":
    main()
