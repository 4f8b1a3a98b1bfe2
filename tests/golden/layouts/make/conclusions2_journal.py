"""zoo-conclusions2-journal: the look of an older Official Journal: two justified, hyphenated columns, headings centred.

A priority has two centred lines, its number ("PRIORITY 3") and its label, an area a line in italics with a capital
letter. Several aims under one heading are numbered (those numbers are no areas), a single one is not. Words, aims and
paragraphs are broken by columns and pages; notes have marks in brackets and stand below their column. The first page is
that of the issue, with contents that list other acts; running heads name page, date and series.

Run: python -m tests.golden.layouts.make.conclusions2_journal (needs typst)
"""

import datetime
from dataclasses import replace
from pathlib import Path

from tests.golden.layouts.make.conclusion_texts import ASKED_2037, OF_2037, RECITALS_2037, numbered
from tests.golden.layouts.make.inks import Inks, Text
from tests.golden.layouts.make.later import later
from tests.golden.layouts.make.papers import made, zoo
from tests.golden.layouts.make.records import Keyed, asked, ink_points, keyed, write_conclusions
from tests.golden.layouts.make.typ import by_typst, preamble, typ

PDF = zoo("conclusions2-journal")
TITLE = "Council conclusions of 12 June 2045 on the crime areas to be tackled jointly in the EMPACT cycle 2045-2048"
DAY = datetime.date(2045, 6, 12)
BAND = "SYNTHETIC: invented to test a computer program; no such issue has appeared"


def _units() -> tuple[Keyed, ...]:
    found = []
    for one in numbered([later(one, 8) for one in OF_2037], areas="a"):
        areas = tuple(replace(area, number=str(area.number).upper()) for area in one.areas)
        found.append(replace(one, areas=areas))
    return keyed(found)


UNITS = _units()
PARAGRAPHS = asked([later(ASKED_2037[at], 8) for at in range(len(ASKED_2037))], first=3)

_CONTENTS = (
    ("I", "Information", ""),
    ("", "Council", ""),
    ("95129/C 1", TITLE, "2"),
    ("95129/C 2", "List of appointments made by the Council in the month of May 2045 (social security)", "5"),
    ("", "Commission", ""),
    ("95129/C 3", "Exchange rates of an invented currency, 11 June 2045", "6"),
    ("95129/C 4", "Notice of a call for proposals: studies on the keeping of bees", "6"),
)


def _front() -> str:
    rows = ", ".join(
        f"[{number}], [{'#strong' if not page else '#'}[{typ(text)}] #box(width: 1fr, repeat[ .])], [{page}]"
        for number, text, page in _CONTENTS
    )
    return f"""#set page(paper: "a4", margin: (top: 22mm, bottom: 20mm, x: 20mm), columns: 1,
  header: align(center, text(font: "Liberation Sans", size: 7pt)[{BAND}]))
#align(right)[ISSN 0000-0000]
#line(length: 100%, stroke: 1.2pt)
#grid(columns: (2fr, 1fr), [
  #text(size: 34pt, weight: "bold")[Official Journal] \\ #v(-3mm) #text(size: 15pt)[of the European Union]],
  align(right)[#text(size: 30pt, weight: "bold")[C 95129] \\ #v(-3mm) Volume 88 \\ 12 June 2045])
#line(length: 100%, stroke: 0.6pt)
#grid(columns: (1fr, 1fr), [English edition], align(right, text(size: 13pt)[Information and Notices]))
#line(length: 100%, stroke: 0.6pt)
#v(6mm)
#grid(columns: (28mm, 1fr, 10mm), row-gutter: 11pt, align: (left, left, right),
  [#emph[Notice No]], align(center)[Contents], [Page], {rows})
"""


def _inner() -> str:
    return f"""#set page(columns: 2, margin: (top: 26mm, bottom: 20mm, x: 18mm), header: context [
  #set text(size: 8.5pt)
  #align(center, text(font: "Liberation Sans", size: 6.5pt)[{BAND}])
  #let number = counter(page).get().first()
  #grid(columns: (1fr, 2fr, 1fr), align: (left, center, right),
    if calc.even(number) [C 95129/#number] else [#"12.6.2045"], [Official Journal of the European Union],
    if calc.even(number) [#"12.6.2045"] else [C 95129/#number])
  #v(-6pt) #line(length: 100%, stroke: 0.5pt)
])
#set columns(gutter: 8mm)
#set text(size: 9.6pt, hyphenate: true)
#set par(justify: true, leading: 0.52em, spacing: 0.85em)
#set footnote(numbering: "(1)")
#show footnote.entry: set text(size: 7.5pt)
"""


def _heading(first: str, second: str) -> str:
    return f"#block(sticky: true, above: 1.5em, below: 0.9em, width: 100%, align(center)[{first} \\ #v(1pt) {second}])"


def _numbered(number: str, text: Text) -> str:
    """A paragraph with its number; without the box, typst would take it for an item of a list."""
    return f"#box(width: 6mm)[{number}.]{typ(text)}"


def _aims(inks: Inks, one: Keyed) -> list[str]:
    several = len(one.aims) > 1
    found = []
    for at, (key, aim) in enumerate(one.aims, 1):
        text = typ((inks(key, aim.text), "."))
        found.append(f"#par(hanging-indent: 5mm)[#box(width: 5mm)[{at}.]{text}]" if several else text)
    return found


def _priorities(inks: Inks) -> list[str]:
    found = []
    for one in UNITS:
        label = typ(inks(one.key, one.unit.label))
        found.append(_heading(f"PRIORITY {one.unit.number}", f"*{label}*"))
        found += _aims(inks, one)
        for area in one.areas:
            name = typ(inks(area.key, area.unit.label))
            found.append(
                f"#block(sticky: true, above: 1.2em, width: 100%, align(center)[{area.unit.number}. _{name}_])"
            )
            found += _aims(inks, area)
    return found


def _source(inks: Inks) -> str:
    parts = [
        preamble(DAY, size="10pt"),
        _front(),
        "#pagebreak()",
        _inner(),
        '#place(top, scope: "parent", float: true, clearance: 6mm)[#align(center)[I \\ #v(1mm) _(Information)_ \\ '
        "#v(3mm) #text(size: 13pt)[COUNCIL] \\ #v(3mm) *" + TITLE.upper() + "*]]",
        "THE COUNCIL OF THE EUROPEAN UNION,",
        *(typ(later(RECITALS_2037[at], 8)) for at in range(len(RECITALS_2037))),
        "HAS ADOPTED THE FOLLOWING CONCLUSIONS:",
        _heading("TITLE ONE", "Crime areas"),
        _numbered(
            "1",
            "The Member States and the agencies of the Union work together, in the cycle 2045-2048, in the areas set "
            "out in this Title.",
        ),
        *_priorities(inks),
        _heading("TITLE TWO", "Implementation"),
        _numbered("2", "An operational action plan is drawn up for each priority and for each of its parts."),
    ]
    for request in PARAGRAPHS:
        parts.append(_numbered(str(request.number), inks(request.key, request.paragraph.text)))
        parts += [
            f"#block(inset: (left: 5mm), par(hanging-indent: 6mm)[{typ(ink)}])"
            for _, _, ink in ink_points(inks, request.key, request.paragraph.points, ("(a)",))
        ]
    parts.append("#align(right)[_For the Council_ \\ _The President_]")
    return "\n\n".join(parts)


def _produce(inks: Inks, pdf: Path) -> None:
    by_typst(_source(inks), pdf, DAY)


def main() -> None:
    """Set the issue and write its gold."""
    document: dict[str, object] = {
        "title": TITLE,
        "issuer": "Council of the European Union",
        "date": "2045-06-12",
        "language": "en",
        "cycle": "2045-2048",
    }
    write_conclusions(made(PDF, _produce), document, UNITS, PARAGRAPHS)


if __name__ == "__main__":
    main()
