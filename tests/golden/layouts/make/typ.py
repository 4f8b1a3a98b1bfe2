"""Papers set by typst: texts as markup, and the cover, feet and footnotes of a Council paper."""

import datetime
import tempfile
from collections.abc import Sequence
from pathlib import Path

import typst

from corpus.sample.make.typeset import escape
from tests.golden.layouts.make.inks import Text, dressed
from tests.golden.layouts.make.papers import BAND, Cover, settle


def typ(text: Text) -> str:
    """A text as typst markup; its notes become footnotes, which are not inked."""
    found = ""
    for run, colour in dressed(text):
        if run.note:
            note = f'#text(fill: rgb("{colour}"))[{escape(run.text)}]' if colour else f"#[{escape(run.text)}]"
            found += f"#text(fill: black)[#footnote[{note}]]"
            continue
        words = escape(run.text).replace("\n", " \\ ")
        if run.bold:
            words = f"#strong[{words}]"
        if run.italic:
            words = f"#emph[{words}]"
        if run.underline:
            words = f"#underline[{words}]"
        if run.strike:
            words = f"#strike[{words}]"
        found += f'#text(fill: rgb("{colour}"))[{words}]' if colour else f"#[{words}]"
    return found


def cells(row: Sequence[Text]) -> str:
    return ", ".join(f"[{typ(text)}]" for text in row)


def preamble(day: datetime.date, *, font: str = "Liberation Serif", size: str = "11.5pt") -> str:
    return f"""#set document(author: "synthetic", date: datetime(year: {day.year}, month: {day.month}, day: {day.day}))
#set text(font: "{font}", size: {size}, lang: "en", region: "GB", hyphenate: false)
#set super(typographic: false)
#set par(leading: 0.7em, spacing: 1.15em)
#set footnote.entry(separator: line(length: 30%, stroke: 0.5pt))
#show footnote.entry: set text(size: 9pt)
"""


def pages(cover: Cover, *, annex: str = "ANNEX", annex_page: str = 'paper: "a4"', margin: str = "") -> tuple[str, str]:
    """Settings of the cover's page, and of the pages of the annex, with a foot of two rows."""
    margin = margin or "(top: 26mm, bottom: 30mm, x: 25mm)"
    marking = f"#strong[{cover.marking}]#h(1em)" if cover.marking else ""
    label = f" #linebreak() {escape(cover.label)}" if cover.label else ""

    def one(page: str, annex: str, margin: str) -> str:
        return f"""#set page({page}, margin: {margin},
  header: align(center, text(font: "Liberation Sans", size: 7.5pt, fill: luma(90))[{escape(BAND)}]),
  footer: context [#set text(size: 9.5pt)
    #line(length: 100%, stroke: 0.6pt)
    #v(-6pt)
    #grid(columns: (1fr, 2fr, 1fr), align: (left, center, right), row-gutter: 4pt,
      [{escape(cover.number)}], [{escape(cover.initials)}], counter(page).display(),
      [{annex}], [{escape(cover.unit)}{label}], [{marking}{cover.language}])
  ])
"""

    return one('paper: "a4"', "", margin), one(annex_page, annex, margin)


def cover_page(cover: Cover, institution: str = "Council of the \\ European Union") -> str:
    """The first page: name and number side by side, type, labelled rows, first paragraphs."""
    marking = f"#text(size: 13pt)[{cover.marking}] \\ " if cover.marking else ""
    codes = " \\ ".join(escape(code) for code in cover.codes)
    rows = "".join(
        f"[{escape(label)}], [{'#strong' if value == cover.subject else '#'}[{escape(value)}]], "
        for label, value in cover.rows
    )
    body = "\n\n".join(typ(text) for text in cover.body)
    return f"""#grid(columns: (1fr, 1fr), text(size: 14pt, weight: "bold")[{institution}], [
  #set text(weight: "bold")
  {escape(cover.place_and_date)} \\ {escape(cover.original)} \\ #v(1mm)
  {escape(cover.number)} \\ #v(1mm)
  {marking}{codes}])
#v(8mm)
#strong[{escape(cover.kind)}]
#line(length: 100%, stroke: 0.8pt)
#grid(columns: (34mm, 1fr), row-gutter: 9pt, {rows})
#line(length: 100%, stroke: 0.8pt)
#v(4mm)
{body}
"""


def by_typst(source: str, pdf: Path, day: datetime.date) -> None:
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "paper.typ"
        page.write_text(source, encoding="utf-8")
        typst.compile(page, output=pdf)
    settle(pdf, pdf, day, producer="Typst")
