"""zoo-socta2-openers: chapters open on dark pages of their own; area, threat, and sections that recur (after 2021).

An opener holds a large white title and a lead. Main activities go three levels deep: area, threat, and below each
threat "Actors", "Modus operandi" and "Outlook", which are no threats; a threat's assessment ends where they begin. The
chapter on networks has the same levels and no threats. Pull quotes stand in the outer margin, right on odd pages and
left on even ones; notes stand at the end.

Run: python -m tests.golden.layouts.make.socta2_openers (needs typst)
"""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from corpus.sample.make.magazine import Piece
from tests.golden.layouts.make.papers import zoo
from tests.golden.layouts.make.socta2_kit import (
    ABBREVIATIONS,
    SYNTHETIC,
    Section,
    Sheets,
    findings,
    foreword,
    means,
    outlook,
    p,
    places,
    publish,
    said,
    set_report,
    threat,
)
from tests.golden.layouts.make.socta_spreads import Notes
from tests.golden.layouts.make.threat_texts import Threat
from tests.golden.layouts.make.typ import by_typst, typ

PDF = zoo("socta2-openers")
TITLE = "European Union Serious and Organised Crime Threat Assessment – EU SOCTA 2053"
MOTTO = "On borrowed trust: how organised crime enters by the front door"
DAY = datetime.date(2053, 4, 12)
YEARS = 12
NIGHT, AMBER = 'rgb("#14213d")', 'rgb("#c8680a")'
_MEANS, _PLACES = means(YEARS), places(YEARS)


@dataclass(frozen=True, slots=True)
class Told:
    """A threat with the sections below it, and a pull quote for the margin."""

    threat: Threat
    actors: Sequence[Piece]
    method: Sequence[Piece]
    outlook: str
    quote: str = ""


def _told(
    key: str, title: str, lead: Sequence[Piece], actors: Sequence[Piece], how: Sequence[Piece], then: str, **more: str
) -> Told:
    parent = more.pop("parent", None)
    return Told(threat(key, title, lead, parent=parent), actors, how, then, **more)


def _said(key: str, *only: int, notes: bool = False) -> list[Piece]:
    return said(key, *only, years=YEARS, notes=notes, **{"_(see_3.1)": ""})


AREAS: Sequence[tuple[Threat | Told, Sequence[Told]]] = (
    (
        threat("cyber", "Cybercrime", _said("t2")),
        (
            _told(
                "attacks",
                "Cyber-attacks",
                _said("t2_1", 1),
                _said("t2_1", 0, 2, notes=True),
                [
                    p(
                        "Entry is gained through a login that was never withdrawn, a supplier’s tool for remote "
                        "maintenance, or a telephone number printed on an invoice. From the first login to the "
                        "demand eleven days pass as a rule, and the attackers spend them reading."
                    )
                ],
                "Insurance will decide more than technology. Where insurers stop refunding ransoms, attackers are "
                "expected to turn from companies to persons.",
                parent="cyber",
            ),
            _told(
                "children",
                "Child sexual exploitation",
                _said("t2_2", 0),
                _said("t2_2", 2),
                _said("t2_2", 1),
                "The share of images that show no real child will keep growing, and with it the time that is lost on "
                "them.",
                quote="“A child is abused in a room and not in a network.”",
                parent="cyber",
            ),
            _told(
                "fraud",
                "Online fraud schemes",
                _said("t2_3", 0),
                _said("t2_3", 1),
                _said("t2_3", 2),
                "Voices in real time, in any language of the Union, will be for hire within two years. Procedures "
                "that rely on recognising the caller will lose their use.",
                parent="cyber",
            ),
        ),
    ),
    (
        threat("people", "Trade in people", _said("t3")),
        (
            _told(
                "smuggling",
                "Migrant smuggling",
                _said("t3_2", 0),
                [
                    p(
                        "Most of those arrested hold the lowest rank: drivers, watchmen, those who buy fuel. The "
                        "organisers of the forty networks that matter live outside the Union, and seven of them have "
                        "been known by name since 2046."
                    )
                ],
                _said("t3_2", 1, 2),
                "Routes will follow the wars. Airports that sell transit without a visa are likely to replace at "
                "least one route by land.",
                quote="“It is the nearest thing to consumer protection that this market knows.”",
                parent="people",
            ),
            _told(
                "trafficking",
                "Trafficking in human beings",
                _said("t3_1", 0),
                _said("t3_1", 2),
                _said("t3_1", 1),
                "Sectors in which nobody wants to work will attract traffickers for as long as that is so. Care at "
                "home is the one about which least is known and most is feared.",
                parent="people",
            ),
        ),
    ),
    (
        threat("drugs", "Drugs", _said("t4")),
        (
            _told(
                "cocaine",
                "Cocaine, heroin and cannabis",
                _said("t4_1", 0, 2),
                [
                    p(
                        "Importers share the hold of one ship without knowing each other. Brokers arrange this, and "
                        "lend money to those who have none."
                    )
                ],
                _said("t4_1", 1),
                "While production overseas keeps rising, prices in the Union are unlikely to. Smaller ports will be "
                "reached in the order of their distance from the large ones.",
                parent="drugs",
            ),
            _told(
                "synthetic",
                "Synthetic drugs",
                _said("t4_2", 0),
                [
                    p(
                        "Chemists are few and travel much; in 2052 the same six were met in laboratories of nine "
                        "Member States."
                    )
                ],
                _said("t4_2", 1, 2),
                "Potent opioids will be sold as something else. One batch that was mixed badly kills more people "
                "in a weekend than a market does in a year.",
                quote="“Builders fit out a laboratory, and waste crews take the drums away at night.”",
                parent="drugs",
            ),
        ),
    ),
    (
        _told(
            "environment",
            "Environmental crime",
            _said("t6", 0),
            [
                p(
                    "Managers of licensed companies outnumber everyone else among the suspects. Few of them think of "
                    "themselves as offenders."
                )
            ],
            _said("t6", 1, 2, notes=True),
            "Prices for treatment will rise with every rule that makes it cleaner, and so will the reward for "
            "those who skip it.",
        ),
        (),
    ),
    (
        _told(
            "firearms",
            "Trafficking in firearms and explosives",
            _said("t7", 0),
            [
                p(
                    "Collectors, hunters and former soldiers sell one piece at a time. Nobody among them has been "
                    "found who dealt in more than a hundred."
                )
            ],
            _said("t7", 1),
            "Weapons of war will travel west in small numbers and for many years.",
            quote="“Explosions have become a language.”",
        ),
        (),
    ),
)
NETWORKS: Sequence[tuple[str, Sequence[Section], str]] = (
    (
        "Networks and entrepreneurs",
        (
            ("Connectors", tuple(piece.text for piece in _said("t1", 0, 1, notes=True))),
            ("Commanders", tuple(piece.text for piece in _said("t1", 4))),
        ),
        "“No other arrest buys so much time.”",
    ),
    ("Undermining society", (("Corruption", _MEANS["Corruption"]), ("Companies", _MEANS["Companies"])), ""),
    ("Crime scenes", (("Ports", _PLACES["Ports and parcel hubs"]), ("Borders", _PLACES["Border regions"][:1])), ""),
)
OPENERS = {
    "How networks operate": "1 How networks operate",
    "Main activities of criminal networks": "2 Main activities of criminal networks",
    "What lies ahead": "3 What lies ahead",
}
BARS = (("Drugs", 41), ("Fraud", 19), ("Theft", 14), ("People", 12), ("Waste", 5), ("Other", 9))


def _all() -> list[Threat]:
    found = []
    for area, inner in AREAS:
        found.append(area.threat if isinstance(area, Told) else area)
        found += [one.threat for one in inner]
    return found


THREATS = _all()


class _Book:
    """Markup in the order of reading."""

    def __init__(self, report: Sheets, pages: Mapping[str, int]) -> None:
        self.report, self.pages, self.notes = report, pages, Notes()
        self.parts: list[str] = []

    def add(self, *parts: str) -> None:
        self.parts += parts

    def heading(self, level: int, title: str) -> None:
        self.add(f"#level-{('one', 'two', 'three')[level - 1]}[{typ(self.report.block('heading', title))}]")

    def quote(self, text: str) -> None:
        if text:
            self.add(f"#beside[{typ(self.report.aside('pull_quote', text))}]")

    def pieces(self, pieces: Sequence[Piece]) -> None:
        for piece in pieces:
            if piece.kind == "items":
                self.add("\n".join(f"- {self.notes.marked(self.report, item, item=True)}" for item in piece.items))
            else:
                self.add(self.notes.marked(self.report, piece.text))

    def texts(self, texts: Sequence[str]) -> None:
        self.pieces([p(text) for text in texts])

    def opener(self, number: str, title: str, lead: str) -> None:
        heading = self.report.block("heading", f"{number} {title}", whole=True)
        text = typ(self.report.block("paragraph", lead))
        self.add(f"#opener[{typ(heading.changed(number))}][{typ(heading.changed(title))}][{text}]")

    def told(self, one: Told, level: int) -> None:
        self.heading(level, one.threat.title)
        self.report.begin(one.threat)
        self.pieces(one.threat.pieces)
        self.report.begin(None)
        self.quote(one.quote)
        self.heading(3, "Actors")
        self.pieces(one.actors)
        self.heading(3, "Modus operandi")
        self.pieces(one.method)
        self.heading(3, "Outlook")
        self.texts([one.outlook])

    def activities(self) -> None:
        for area, inner in AREAS:
            if isinstance(area, Told):
                self.told(area, 1)
                continue
            self.heading(1, area.title)
            self.report.begin(area)
            self.pieces(area.pieces)
            self.report.begin(None)
            if area.key == "people":
                self.drawing()
            for one in inner:
                self.told(one, 2)

    def networks(self) -> None:
        for title, found, quote in NETWORKS:
            self.heading(1, title)
            for at, (name, texts) in enumerate(found):
                self.heading(2, name)
                self.texts(texts)
                if at == 0:
                    self.quote(quote)
            if quote:
                self.chart()

    def chart(self) -> None:
        title = typ(self.report.block("figure_text", "What networks live by", whole=True))
        cells = []
        for label, value in BARS:
            words = typ(self.report.block("figure_text", label, whole=True))
            number = typ(self.report.block("figure_text", f"{value} %", whole=True))
            bar = f'rect(width: {value * 1.6:.0f}mm, height: 4.2mm, fill: rgb("#c8680a"))'
            cells.append(f"[{words}], stack(dir: ltr, spacing: 2mm, {bar}, [{number}])")
        caption = self.report.block("caption", "Figure 1: Main activity of the networks reported in 2052, in per cent.")
        self.add(
            f'#block(breakable: false, width: 100%)[#block(width: 100%, fill: rgb("#f4efe6"), inset: 8pt)['
            f'#text(font: "Noto Sans", size: 8pt)[*{title}*\n#v(1mm)\n'
            f"#grid(columns: (22mm, 1fr), row-gutter: 2mm, {', '.join(cells)})]]\n#caption[{typ(caption)}]]"
        )

    def drawing(self) -> None:
        caption = self.report.block("caption", "Lorry park beside a motorway, before dawn. (Drawing, no real place)")
        lorries = "".join(
            f"#place(bottom + left, dx: {8 + 22 * at}mm, rect(width: 18mm, height: {9 + at % 2 * 3}mm, "
            f"fill: luma({60 + 20 * at})))"
            for at in range(5)
        )
        night = 'gradient.linear(rgb("#0d1526"), rgb("#7c5a3a"), angle: 90deg)'
        self.add(
            f"#block(breakable: false, width: 100%)[#block(width: 100%, height: 34mm, clip: true, fill: {night})"
            f"[{lorries}]\n#caption[{typ(caption)}]]"
        )

    def contents(self) -> None:
        self.add("#pagebreak()")
        self.heading(1, "Contents")
        lines = [("Foreword", 0), ("Key findings", 0), ("How networks operate", 0)]
        lines += [(title, 1) for title, *_ in NETWORKS]
        lines += [("Main activities of criminal networks", 0)]
        lines += [(one.title, 2 if one.parent else 1) for one in THREATS]
        lines += [("What lies ahead", 0), ("Notes", 0), ("Abbreviations", 0)]
        for title, depth in lines:
            page = str(self.pages.get(OPENERS.get(title, title), 0))
            ink = self.report.block("toc", f"{page} {title}", whole=True)
            size, gap = (("11pt", "1.1em"), ("9.5pt", "0.8em"), ("9pt", "0.7em"))[depth]
            line = f"#box(width: {14 + 5 * depth}mm)[#h({5 * depth}mm)*{typ(ink.changed(page))}*]"
            line += typ(ink.changed(title))
            self.add(f'#block(above: {gap}, below: 0pt, text(font: "Noto Sans", size: {size})[{line}])')


def _preamble(report: Sheets) -> str:
    head = typ(report.block("header", f"EU SOCTA 2053 | {SYNTHETIC} | Europol Public Information", "header"))
    return f"""#set document(author: "synthetic", date: datetime(year: {DAY.year}, month: {DAY.month}, day: {DAY.day}))
#let head(colour) = text(font: "Noto Sans", size: 7pt, fill: colour)[{head}]
#set page(paper: "a4", margin: (inside: 20mm, outside: 66mm, top: 26mm, bottom: 22mm),
  header: context align(if calc.odd(here().page()) {{ right }} else {{ left }}, head(luma(90))),
  footer: context align(if calc.odd(here().page()) {{ right }} else {{ left }},
    text(font: "Noto Sans", size: 9pt, weight: "bold")[#counter(page).display()]))
#set text(font: "Noto Serif", size: 9.4pt, lang: "en", region: "GB", hyphenate: true)
#set super(typographic: false)
#set par(justify: true, leading: 0.68em, spacing: 1.0em)
#let level-one(body) = block(above: 2em, below: 0.9em, sticky: true,
  text(font: "Noto Sans", size: 17pt, weight: "bold", fill: {NIGHT}, hyphenate: false, body))
#let level-two(body) = block(above: 1.6em, below: 0.8em, sticky: true,
  text(font: "Noto Sans", size: 12.5pt, weight: "bold", fill: {AMBER}, hyphenate: false, body))
#let level-three(body) = block(above: 1.2em, below: 0.65em, sticky: true,
  text(font: "Noto Sans", size: 9.6pt, weight: "bold", hyphenate: false, body))
#let caption(body) = block(above: 0.5em, below: 1.4em, text(font: "Noto Sans", size: 7.5pt, body))
#let beside(body) = context {{
  let right-page = calc.odd(here().page())
  place(if right-page {{ right }} else {{ left }}, dx: if right-page {{ 54mm }} else {{ -54mm }},
    block(width: 46mm, stroke: (top: 1.5pt + {AMBER}), inset: (top: 6pt))[#set par(justify: false, leading: 0.6em)
    #set align(left)
    #text(font: "Noto Sans", size: 12pt, style: "italic", fill: {NIGHT}, hyphenate: false, body)])
}}
#let opener(number, title, lead) = page(fill: {NIGHT}, margin: (x: 24mm, top: 26mm, bottom: 22mm),
  header: align(right, head(rgb("#8a94ab"))), footer: none)[#set par(justify: false)
  #v(1fr)
  #text(font: "Noto Sans", size: 64pt, weight: "bold", fill: rgb("#2f4270"))[#number]
  #v(2mm)
  #text(font: "Noto Sans", size: 38pt, weight: "bold", fill: white, hyphenate: false)[#title]
  #v(8mm)
  #block(width: 110mm, text(size: 13pt, fill: rgb("#f0d9b5"), hyphenate: false, lead))
  #v(2fr)]
"""


def _cover(report: Sheets) -> str:
    title = typ(report.block("title", TITLE, whole=True))
    motto = typ(report.block("paragraph", MOTTO))
    lines = ("Europol, The Hague, 12 April 2053", "EDOC #9501203v6", "Europol Public Information")
    imprint = "\n\n".join(typ(report.block("paragraph", line)) for line in lines)
    return f"""#page(margin: (x: 24mm, top: 26mm, bottom: 22mm), footer: none, header: align(right, head(luma(90))))[
#set par(justify: false)
#v(40mm)
#text(font: "Noto Sans", size: 29pt, weight: "bold", fill: {NIGHT}, hyphenate: false)[{title}]

#text(size: 15pt, style: "italic", fill: {AMBER}, hyphenate: false)[{motto}]
#v(1fr)
#text(font: "Noto Sans", size: 9.5pt)[{imprint}]]"""


def _set(report: Sheets, pages: Mapping[str, int], pdf: Path) -> None:
    book = _Book(report, pages)
    book.add(_preamble(report), _cover(report))
    book.contents()
    book.add("#pagebreak()")
    book.heading(1, "Foreword")
    book.texts(foreword(YEARS))
    book.heading(1, "Key findings")
    book.pieces([Piece("items", items=findings(YEARS)[1:6])])
    book.opener(
        "1",
        "How networks operate",
        "Networks recruit, invest and bribe before they commit any of the crimes for which they are known. This "
        "chapter describes the means; none of them is a threat in its own right.",
    )
    book.networks()
    book.opener(
        "2",
        "Main activities of criminal networks",
        "Five areas account for nine in ten of the networks reported. Each is assessed as a whole and then by the "
        "threats within it, if they differ.",
    )
    book.activities()
    book.opener("3", "What lies ahead", "Forecasts age faster than findings. These were made in the winter of 2052.")
    book.texts(outlook(YEARS))
    book.add("#pagebreak()")
    book.heading(1, "Notes")
    for at, text in enumerate(book.notes.texts, 1):
        book.add(f"#text(size: 8pt)[{at}#h(2mm){typ(report.block('footnote', text))}]")
    book.heading(1, "Abbreviations")
    for short, meaning in ABBREVIATIONS[:10]:
        ink = report.block("abbreviation", f"{short} {meaning}", whole=True)
        line = f"#box(width: 24mm)[*{typ(ink.changed(short))}*]{typ(ink.changed(meaning))}"
        book.add(f"#block(above: 0.7em, below: 0pt)[{line}]")
    by_typst("\n\n".join(book.parts), pdf, DAY)


def main() -> None:
    """Set the report and write its gold and its blocks."""
    report, measured = set_report(PDF, _set)
    publish(
        report,
        measured,
        THREATS,
        title=TITLE,
        reference="EDOC #9501203v6",
        date="2053-04-12",
        cycle="2053-2056",
        marking="PUBLIC",
    )


if __name__ == "__main__":
    main()
