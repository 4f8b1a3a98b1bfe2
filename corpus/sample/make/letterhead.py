"""A Council paper set in typst: cover, running foot, heading of the annex.

The foot is of the kind in use since about 2023: two rows without anybody's initials, the annex named at the left.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.sample.make.typeset import escape

BAND = "SYNTHETIC · invented text for testing software, not a paper of the Council"

_LOGO = """#let emblem = box(width: 25mm, height: 17mm, {
  for n in range(9) { place(left + top, dy: n * 1.15mm, line(length: 17mm - n * 0.7mm, stroke: 0.9pt + luma(165))) }
  place(left + top, dx: 6.5mm, dy: 7mm, rect(width: 15mm, height: 9.6mm, fill: rgb("#1f3f7d")))
})
"""


@dataclass(frozen=True, slots=True)
class Cover:
    """What the cover of a Council paper states; ``rows`` are the labelled lines from ``From:`` to ``Subject:``.

    ``label`` is a running label that stands below the foot.
    """

    number: str
    date: str
    codes: Sequence[str]
    kind: str
    rows: Sequence[tuple[str, str]]
    body: Sequence[str]
    unit: str
    marking: str | None = None
    codes_in_line: bool = False
    label: str = ""


def frame(cover: Cover, *, title: str, day: tuple[int, int, int]) -> str:
    """Page, foot and styles. ``#annex-begins()`` switches the foot to that of an annex."""
    year, month, date = day
    marking = f"strong[{cover.marking}]" if cover.marking else "none"
    label = f"#align(center, text(size: 8.5pt)[{escape(cover.label)}])" if cover.label else ""
    born = f"datetime(year: {year}, month: {month}, day: {date})"
    return f"""#set document(title: "{title}", author: "synthetic", date: {born})
{_LOGO}#let in-annex = state("annex", false)
#let annex-begins() = in-annex.update(true)
#set page(
  paper: "a4", margin: (top: 27mm, bottom: 30mm, left: 25mm, right: 25mm), header-ascent: 9mm, footer-descent: 6mm,
  header: align(center, text(font: "Liberation Sans", size: 7.5pt, fill: luma(90))[{BAND}]),
  footer: context [
    #set text(size: 9.5pt)
    #line(length: 100%, stroke: 0.6pt)
    #v(-7pt)
    #grid(columns: (1fr, 1fr, 1fr), align: (left, center, right), row-gutter: 4pt,
      [{escape(cover.number)}], {marking}, counter(page).display(),
      if in-annex.get() [ANNEX], [{cover.unit}], text(size: 14pt, weight: "bold")[EN])
    {label}
  ],
)
#set text(font: "Liberation Serif", size: 12pt, lang: "en", region: "GB", hyphenate: false)
#set par(leading: 1.1em, spacing: 1.55em)
#set footnote.entry(separator: line(length: 30%, stroke: 0.6pt))
#show footnote.entry: set text(size: 10pt)
"""


def cover_page(cover: Cover, subject: str) -> str:
    """Markup of the first page; ``subject`` is the markup of the Subject, since that text is measured."""
    codes = " ".join(cover.codes) if cover.codes_in_line else " \\\n    ".join(cover.codes)
    rows = "\n".join(
        f"  [{label}], [{subject if label == 'Subject:' else escape(value)}], table.hline(stroke: 0.5pt),"
        for label, value in cover.rows
    )
    marking = f"*{cover.marking}* \\\n    #v(2pt)\n    " if cover.marking else ""
    body = "\n\n".join(escape(paragraph) for paragraph in cover.body)
    return f"""#v(-6mm)
#grid(columns: (28mm, 1fr), align: horizon, emblem, [
  #set text(font: "Liberation Sans", size: 11pt, weight: "bold", fill: luma(70))
  #set par(leading: 0.4em)
  Council of the \\ European Union
])
#v(4mm)
#grid(columns: (50%, 50%), [], [
  #set text(font: "Liberation Sans", size: 10.5pt, weight: "bold")
  #set par(leading: 0.45em, spacing: 1.1em)
  Brussels, {cover.date} \\
  (OR. en)

  {escape(cover.number)}

  {marking}{codes}
])
#v(7mm)
#[
  #set text(font: "Liberation Sans", size: 10.5pt)
  #set par(leading: 0.5em)
  *{escape(cover.kind)}*
  #v(-2mm)
  #table(columns: (32mm, 1fr), stroke: none, inset: (x: 1pt, y: 4.5pt), table.hline(stroke: 0.9pt),
{rows}
  )
]
#v(4mm)
{body}

#v(12mm)
#align(center, line(length: 24%, stroke: 0.5pt))
"""


def annex_heading(number: str = "") -> str:
    return f"#align(right, underline[*ANNEX{' ' + number if number else ''}*])\n"
