"""zoo-conclusions2-web: a web page whose table has a band across for each priority, and rows label | aim below.

Bands are white on colour, with the number in a ring of its own and the label in capitals that the style sheet makes.
Below the band of a divided priority each row is an area; elsewhere the cell at the left says "Aim", "Aims" or "Second
aim" and names no area. The table has no head. The page asks nobody for anything; it has a menu, a box of links, a
question and answer, and the address at its foot, but no number, no date and no issuer.

Run: python -m tests.golden.layouts.make.conclusions2_web (needs Chromium)
"""

import datetime
from dataclasses import replace
from pathlib import Path

from tests.golden.layouts.make.conclusion_texts import OF_2041, OF_2049, numbered
from tests.golden.layouts.make.inks import Inks
from tests.golden.layouts.make.papers import made, zoo
from tests.golden.layouts.make.records import Keyed, keyed, write_conclusions
from tests.golden.layouts.make.web import block, by_browser, page_of, span

PDF = zoo("conclusions2-web")
TITLE = "What the EU wants to achieve against organised crime: priorities and aims, 2053-2056"
DAY = datetime.date(2053, 7, 1)


def _units() -> tuple[Keyed, ...]:
    network, _, children, people, drugs, fraud, nature, arms = OF_2049
    extortion = replace(OF_2041[1].without_notes(), label="Digital extortion")
    ordered = (network, extortion, children, drugs, people, fraud, arms, nature)
    return keyed(numbered(ordered, areas=""))


UNITS = _units()

CSS = """
@page { size: A4; margin: 19mm 15mm 19mm 15mm;
  @top-left { content: "SYNTHETIC page, invented for testing software"; font: 7pt "Liberation Sans"; color: #555; }
  @top-right { content: "Priorities and aims, 2053-2056"; font: 7pt "Liberation Sans"; color: #555; }
  @bottom-left { content: "https://www.policies.invented.example/en/security/empact/priorities-2053/";
    font: 7pt "Liberation Sans"; color: #555; }
  @bottom-right { content: counter(page) "/" counter(pages); font: 7pt "Liberation Sans"; color: #555; } }
html { font: 10pt/1.5 "Noto Sans"; color: #222; print-color-adjust: exact; }
nav { font-size: 8pt; color: #1c4f8a; border-bottom: 2pt solid #ffcc00; padding-bottom: 2mm; margin-bottom: 6mm; }
nav span { margin-right: 6mm; }
.crumbs { font-size: 8pt; color: #666; margin-bottom: 2mm; }
h1 { font-size: 21pt; line-height: 1.2; color: #1c4f8a; margin: 0 0 5mm 0; }
h2 { font-size: 14pt; color: #1c4f8a; margin: 7mm 0 3mm 0; break-after: avoid; }
h3 { font-size: 10.5pt; margin: 4mm 0 1mm 0; break-after: avoid; }
.lead { font-size: 11.5pt; }
.side { float: right; width: 52mm; background: #f1f4f8; padding: 4mm; margin: 0 0 4mm 6mm; font-size: 8.5pt; }
.side p { margin: 0 0 1.5mm 0; color: #1c4f8a; text-decoration: underline; }
.side b { display: block; margin-bottom: 2mm; }
table.bands { margin-top: 4mm; }
table.bands td { border-bottom: 0.5pt solid #c4ccd6; padding: 2.4mm 3mm; }
table.bands td:first-child { width: 34%; font-weight: 600; }
table.bands tr.band td { background: #1c4f8a; color: #fff; font-size: 11pt; text-transform: uppercase;
  letter-spacing: 0.4pt; border: none; break-after: avoid; }
table.bands tr.band { break-after: avoid; }
.ring { display: inline-block; border: 1pt solid #fff; border-radius: 50%; width: 6mm; text-align: center;
  line-height: 6mm; margin-right: 4mm; letter-spacing: 0; }
ul { margin: 0; padding-left: 4.5mm; } li { margin-bottom: 1.5mm; }
.up { text-align: right; font-size: 8pt; color: #1c4f8a; }
"""


def _rows(inks: Inks, one: Keyed) -> str:
    """The rows of a priority without areas: one for all its aims, or one for each."""
    inked = [span(inks(key, aim.text)) for key, aim in one.aims]
    if len(inked) == 1:
        return f"<tr><td>Aim</td><td>{inked[0]}</td></tr>"
    if one.unit.number == "1":
        names = ("First aim", "Second aim")
        return "".join(f"<tr><td>{name}</td><td>{text}</td></tr>" for name, text in zip(names, inked, strict=True))
    items = "".join(f"<li>{text}</li>" for text in inked)
    return f"<tr><td>Aims</td><td><ul>{items}</ul></td></tr>"


def _table(inks: Inks) -> str:
    rows = ""
    for one in UNITS:
        label = span(inks(one.key, one.unit.label))
        ring = f'<span class="ring">{one.unit.number}</span>'
        rows += f'<tr class="band"><td colspan="2">{ring}{label}</td></tr>'
        if one.aims:
            rows += _rows(inks, one)
        for area in one.areas:
            name = span(inks(area.key, area.unit.label))
            inked = [span(inks(key, aim.text)) for key, aim in area.aims]
            text = "<br>".join(f"{words}." for words in inked)
            rows += f"<tr><td>{name}</td><td>{text}</td></tr>"
    return f'<table class="bands"><tbody>{rows}</tbody></table>'


def _body(inks: Inks) -> str:
    menu = "".join(f"<span>{name}</span>" for name in ("Home", "Policies", "Meetings", "Press", "Documents", "Search"))
    links = ("How a priority is chosen", "The four steps of EMPACT", "Results of the cycle 2049-2052", "Who does what")
    side = "".join(block(link) for link in links)
    return f"""<nav>{menu}</nav>
<p class="crumbs">Home &gt; Policies &gt; Internal security &gt; EMPACT &gt; Priorities</p>
<h1>{TITLE}</h1>
<div class="side"><b>In this section</b>{side}</div>
<p class="lead">Every four years ministers agree on the kinds of crime against which police, customs, tax offices,
prosecutors and inspectors of all Member States will work together. Eight have been chosen for the years 2053 to
2056.</p>
<p>To find out which they should be, analysts compared what the Member States had reported with what victims, banks
and border guards see. A priority says what the work is about. Its aim, or its aims, say what is to be different when
the four years have passed.</p>
<p>Some priorities are wide. They have been divided, and each part has an aim of its own.</p>
<h2>The eight priorities</h2>
{_table(inks)}
<h2>Questions and answers</h2>
<h3>Why is terrorism not on the list?</h3>
<p>To avoid doing things twice: other bodies of the Union deal with it.</p>
<h3>Can the list be changed?</h3>
<p>Yes. To add a priority, or to drop one, ministers need a new assessment. One is due in 2055.</p>
<h3>Who checks whether an aim has been reached?</h3>
<p>Evaluators from outside, in the last year of the cycle. To them all reports are open.</p>
<p class="up">Back to top</p>"""


def _produce(inks: Inks, pdf: Path) -> None:
    by_browser(page_of(CSS, _body(inks), title=TITLE), pdf, DAY)


def main() -> None:
    """Set the page and write its gold."""
    document: dict[str, object] = {"kind": "web_page", "title": TITLE, "language": "en", "cycle": "2053-2056"}
    write_conclusions(made(PDF, _produce), document, UNITS, ())


if __name__ == "__main__":
    main()
