"""zoo-conclusions2-narrated: the way of 2025: numbered bold headings, and below each what "the aim" of it is.

Aims stand in sentences, one after "to", the next after a semicolon; before and after them stand sentences that are no
aims, some of which begin with "To". Areas are lettered headings in italics. Requests open in bold capitals and ask
several addressees at once, point by point: a), b). The cover has an emblem and no initials, as those since 2023.

Run: python -m tests.golden.layouts.make.conclusions2_narrated (needs Chromium)
"""

import datetime
from dataclasses import replace
from pathlib import Path

from tests.golden.layouts.make.conclusion_texts import OF_2037, OF_2049, RECITALS_2049, numbered, without_notes
from tests.golden.layouts.make.conclusions2_texts import ASKED_2051
from tests.golden.layouts.make.inks import Ink, Inks
from tests.golden.layouts.make.later import later
from tests.golden.layouts.make.papers import Cover, made, zoo
from tests.golden.layouts.make.records import Keyed, asked, council_document, ink_points, keyed, write_conclusions
from tests.golden.layouts.make.web import block, by_browser, esc, page_of, pages, span

PDF = zoo("conclusions2-narrated")
TITLE = "Council conclusions on the enhancement of EMPACT and on the crime priorities for the years 2051 to 2054"
DAY = datetime.date(2051, 6, 15)
COVER = Cover(
    number="95121/51",
    place_and_date="Luxembourg, 15 June 2051",
    kind="OUTCOME OF PROCEEDINGS",
    rows=(
        ("From:", "General Secretariat of the Council"),
        ("To:", "Delegations"),
        ("No. prev. doc.:", "95090/51 + COR 1"),
        ("Subject:", TITLE),
    ),
    body=(
        "Delegations will find attached the conclusions on the enhancement of EMPACT and on the crime priorities for "
        "the EMPACT cycle 2051-2054, approved by the Council (Justice and Home Affairs) on 15 June 2051.",
    ),
    codes=("COSI 120", "ENFOPOL 231", "CRIMORG 112", "IXIM 148", "CYBER 173", "JAI 812"),
)


def _units() -> tuple[Keyed, ...]:
    network, cyber, children, people, drugs, fraud, nature, arms = (one.lowered() for one in OF_2049)
    online = replace(
        fraud,
        label="The fastest growing crimes online",
        areas=(replace(cyber, areas=()), replace(children, areas=()), fraud.areas[0]),
    )
    money = replace(fraud, label="Economic and financial crime", areas=(*fraud.areas[1:],))
    theft = OF_2037[4].lowered().without_notes()
    return keyed(numbered((network, online, drugs, people, arms, nature, money, theft), areas="a"))


UNITS = _units()
PARAGRAPHS = asked([one.bold() for one in ASKED_2051], first=9)

# Before the aims of a priority or an area, and after them; what stands there is no aim.
BEFORE = {
    "p1": "Networks of this kind are few, but they touch every other priority. The aim of this priority is ",
    "s1": "The aim of this area is ",
    "s2": "As regards children, the aim is twofold: ",
    "s3": "Losses doubled in the course of the cycle now ending. The aim is ",
    "s4": "The aim is ",
    "s5": "To date most seizures have been made by chance. It is therefore the aim ",
    "p5": "The aim of this priority is ",
    "p6": "The aim of this priority is ",
    "s6": "In this area the Member States aim ",
    "s7": "Here the aim is ",
    "p8": "The aims of this priority are ",
}
_COUNT = {2: "two", 3: "three", 4: "four"}
AFTER = {
    "p1": " To this end, the lists of persons kept by Member States are compared once a year.",
    "s3": " Prevention is dealt with in the goals common to all plans.",
    "s7": " Asylum and return are no part of it.",
    "p6": " To what extent fires at storage sites are laid is not known with certainty.",
    "p8": " Vehicle crime is included.",
}

CSS = """
html { font-family: "Liberation Serif"; font-size: 12pt; line-height: 1.5; }
.top { position: relative; height: 24mm; }
.emblem { position: absolute; left: 0; top: 0; width: 26mm; height: 17mm; }
.name { position: absolute; left: 30mm; top: 3mm; font: bold 11pt/1.15 "Liberation Sans"; color: #444; }
.facts { margin-left: 50%; font: bold 10.5pt/1.35 "Liberation Sans"; margin-bottom: 8mm; }
.rows, .kind { font-family: "Liberation Sans"; font-size: 10.5pt; line-height: 1.3; }
.rows tr td { border-bottom: 0.4pt solid #999; }
.kind { font-weight: bold; margin-bottom: 2mm; }
h1 { font-size: 12pt; text-align: center; margin: 0 0 8mm 0; }
h2 { font-size: 12pt; margin: 1.2em 0 0.5em 0; break-after: avoid; }
h3 { font-size: 12pt; font-style: italic; font-weight: normal; margin: 0.6em 0 0.3em 0; break-after: avoid; }
h3.sub { margin-left: 9mm; } p.sub { margin-left: 9mm; }
.n { margin-left: 11mm; text-indent: -11mm; }
.n > i { display: inline-block; width: 11mm; text-indent: 0; font-style: normal; }
.a { margin-left: 20mm; text-indent: -9mm; } .i { margin-left: 29mm; text-indent: -9mm; }
"""


def _joined(inked: list[Ink], last: str) -> tuple[Ink | str, ...]:
    found: list[Ink | str] = []
    for at, ink in enumerate(inked):
        if at:
            found.append(last if at == len(inked) - 1 else "; ")
        found.append(ink)
    return tuple(found)


def _aims(inks: Inks, one: Keyed, kind: str = "") -> str:
    if not one.aims:
        return ""
    inked = [inks(key, aim.text) for key, aim in one.aims]
    sentence = (BEFORE.get(one.key, "The aim is "), *_joined(inked, "; and " if one.key == "s2" else "; "), ".")
    return block((*sentence, AFTER.get(one.key, "")), kind)


def _cover() -> str:
    stripes = "".join(
        f'<line x1="0" y1="{at * 4}" x2="{60 - at * 3}" y2="{at * 4}" stroke="#999" stroke-width="2"/>'
        for at in range(9)
    )
    stripes += '<rect x="28" y="26" width="62" height="36" fill="#1f3f7d"/>'
    emblem = f'<svg class="emblem" viewBox="0 0 100 64">{stripes}</svg>'
    facts = [COVER.place_and_date, COVER.original, "&nbsp;", COVER.number, "&nbsp;", *COVER.codes]
    rows = "".join(
        f"<tr{' class=subject' if value == COVER.subject else ''}><td>{label}</td><td>{esc(value)}</td></tr>"
        for label, value in COVER.rows
    )
    return (
        f'<div class="top">{emblem}<div class="name">Council of the<br>European Union</div></div>'
        f'<div class="facts">{"<br>".join(facts)}</div><p class="kind">{COVER.kind}</p>'
        f'<table class="rows">{rows}</table>{block(COVER.body[0])}'
    )


def _body(inks: Inks) -> str:
    parts = [
        _cover(),
        f'<div class="annex"><p class="right"><b><u>ANNEX</u></b></p><h1>{esc(TITLE)}</h1>',
        "<p>THE COUNCIL OF THE EUROPEAN UNION,</p>",
        *(block(without_notes(later(RECITALS_2049[at], 2))) for at in (1, 2, 3, 5, 7)),
        "<p><b>DECIDES</b> to direct the joint work of the years 2051 to 2054 towards the priorities described "
        "below, and <b>CONFIRMS</b> that corruption and document fraud are dealt with under each of them:</p>",
    ]
    for one in UNITS:
        parts.append(f"<h2>{one.unit.number}. {span(inks(one.key, one.unit.label))}</h2>")
        if one.areas:
            parts.append(
                block(f"Under this priority the plans deal with {_COUNT[len(one.areas)]} areas, each with its own aim.")
            )
        parts.append(_aims(inks, one))
        for area in one.areas:
            parts.append(f'<h3 class="sub">{area.unit.number}) {span(inks(area.key, area.unit.label))}</h3>')
            parts.append(_aims(inks, area, "sub"))
    parts.append("<p>&nbsp;</p>")
    for request in PARAGRAPHS:
        text = span(inks(request.key, request.paragraph.text))
        parts.append(f'<p class="n"><i>{request.number}.</i>{text}</p>')
        for depth, _, ink in ink_points(inks, request.key, request.paragraph.points, ("a)", "i)")):
            parts.append(f'<p class="{"ai"[depth]}">{span(ink)}</p>')
    return "".join(parts) + "</div>"


def _produce(inks: Inks, pdf: Path) -> None:
    by_browser(page_of(pages(COVER) + CSS, _body(inks), title=TITLE), pdf, DAY)


def main() -> None:
    """Set the paper and write its gold."""
    document = council_document(
        COVER.number, TITLE, "2051-06-15", cycle="2051-2054", marking=None, subject_codes=list(COVER.codes)
    )
    write_conclusions(made(PDF, _produce), document, UNITS, PARAGRAPHS)


if __name__ == "__main__":
    main()
