"""zoo-socta2-run-ins: lettered crime areas, threats numbered through, and within them threats with run-in headings.

"A." names an area and "Threat 4" a threat, whichever area it stands in. Inside a threat, and inside two areas that hold
no numbered threat, a heading in bold opens the paragraph that it names: "Heroin. Text goes on". Such a threat ends
where the next one begins, so that its second paragraph has no heading. The chapter on drivers is set in the same way.

Run: python -m tests.golden.layouts.make.socta2_run_ins (needs fpdf2)
"""

import datetime
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from corpus.sample.make.magazine import Piece
from tests.golden.layouts.make.free import LEFT, FreePaper
from tests.golden.layouts.make.inks import Ink, Text
from tests.golden.layouts.make.papers import Cover, zoo
from tests.golden.layouts.make.socta2_kit import (
    SYNTHETIC,
    Sheets,
    cut,
    means,
    outlook,
    p,
    publish,
    said,
    set_report,
    threat,
)
from tests.golden.layouts.make.threat_texts import Threat

PDF = zoo("socta2-run-ins")
TITLE = "Threats to the Union from serious and organised crime: assessment for the cycle 2045-2048"
DAY = datetime.date(2045, 2, 27)
YEARS = 4


def _said(key: str, *only: int) -> list[Piece]:
    words = {"_(see_3.1)": "", "treated_under_2.3": "treated under threat 5", "Four_of_them_are": "Two of them are"}
    return said(key, *only, years=YEARS, **words)


def _text(key: str, only: int) -> str:
    (piece,) = _said(key, only)
    return piece.text


_PAPERS, _MOVES = cut(_text("t3_2", 1), "Secondary movements")
_CONTROL, _SEX, _MINORS = cut(_text("t3_1", 1), "In sexual exploitation", "Those who exploit minors")
_HEROIN, _CANNABIS = cut(_text("t4_1", 2), "Cannabis is sold")
_FUEL, _SPIRITS = cut(_text("t5_1", 1), "With spirits")
_NOTES, _STREAMS = cut(_text("t5_3", 1), "Illegal streaming")
_GAS, _ANIMALS, _TIMBER = cut(_text("t6", 1), "Glass eels", "Timber from")
_ARMS, _SOURCES = cut(_text("t7", 0), "Three sources")
_BLASTS, _MACHINES, _GRENADES = cut(_text("t7", 1), "Cash machines", "Grenades")
_DEMAND, _LEAKS = cut(_text("t2_1", 1), "A growing minority")


def _within(key: str, title: str, parent: str, *texts: str | Piece) -> Threat:
    return threat(key, title, *[p(text) if isinstance(text, str) else text for text in texts], parent=parent)


THREATS = (
    threat("persons", "Crimes against persons", _said("t3"), number="A"),
    threat("smuggling", "Migrant smuggling", _said("t3_2", 0), number="1", parent="persons"),
    _within("papers", "Papers for travellers", "smuggling", _PAPERS),
    _within("moves", "Secondary movements", "smuggling", _MOVES, _text("t3_2", 2)),
    threat("thb", "Trafficking in human beings", _said("t3_1", 0), p(_CONTROL), number="2", parent="persons"),
    _within("sex", "Sexual exploitation", "thb", _SEX),
    _within("minors", "Exploitation of minors", "thb", _MINORS),
    _within("labour", "Forced labour", "thb", _text("t3_1", 2)),
    threat("connected", "Crimes of the connected world", _said("t2"), number="B"),
    threat("attacks", "Attacks on information systems", p(_DEMAND), number="3", parent="connected"),
    _within("ransomware", "Ransomware", "attacks", _text("t2_1", 0)),
    _within("leaks", "Extortion by leak", "attacks", _LEAKS),
    _within("proxies", "Attacks on behalf of states", "attacks", _text("t2_1", 2)),
    threat("children", "Sexual exploitation of children", _said("t2_2"), number="4", parent="connected"),
    threat("fraud", "Online fraud", _said("t2_3"), number="5", parent="connected"),
    threat("drugs", "Drug crime", _said("t4"), number="C"),
    threat(
        "plants",
        "Drugs that are grown",
        p(
            "Three drugs are grown before they are traded, two of them outside the Union. They share buyers, but "
            "neither routes nor importers."
        ),
        number="6",
        parent="drugs",
    ),
    _within("cocaine", "Cocaine", "plants", _text("t4_1", 0), _text("t4_1", 1)),
    _within("heroin", "Heroin", "plants", _HEROIN),
    _within("cannabis", "Cannabis", "plants", _CANNABIS),
    threat("kitchens", "Drugs that are made", _said("t4_2", 0), number="7", parent="drugs"),
    _within("opioids", "Potent opioids", "kitchens", *_said("t4_2", 1, 2)),
    threat("purse", "Crimes against purse and market", _said("t5"), number="D"),
    threat(
        "excise",
        "Excise fraud",
        p("Three goods are taxed so highly that not paying the tax is a business model."),
        number="8",
        parent="purse",
    ),
    _within("tobacco", "Tobacco", "excise", _text("t5_1", 0)),
    _within("fuel", "Fuel", "excise", _FUEL),
    _within("spirits", "Spirits", "excise", _SPIRITS),
    threat("fakes", "Counterfeiting", _said("t5_3", 0), number="9", parent="purse"),
    _within("notes", "Banknotes", "fakes", _NOTES),
    _within("streams", "Pirated streams", "fakes", _STREAMS),
    threat(
        "nature",
        "Crimes against nature",
        p("Offences against nature are many and small, with one exception, which is waste."),
        number="E",
    ),
    _within("waste", "Waste crime", "nature", _text("t6", 0)),
    _within("gas", "Refrigerants", "nature", _GAS),
    _within("wildlife", "Wildlife", "nature", _ANIMALS),
    _within("timber", "Timber", "nature", _TIMBER),
    threat("weapons", "Weapons", p(_ARMS), number="F"),
    _within("arms", "Firearms", "weapons", _SOURCES),
    _within("blasts", "Explosives", "weapons", _BLASTS),
    _within("machines", "Attacks on cash machines", "weapons", _MACHINES),
    _within("grenades", "Grenades", "weapons", _GRENADES),
)
_NUMBERED = [one for one in THREATS if one.number and one.number.isdigit()]
_MEANS = means(YEARS)
DRIVERS: Sequence[tuple[str, tuple[str, ...]]] = (
    ("Companies", _MEANS["Companies"]),
    ("Corruption", _MEANS["Corruption"]),
    ("Recruitment of minors", _MEANS["The young"]),
)


class _Leaflet(FreePaper):
    """A report in columns: no Council cover, an inked head, the page number in the middle of the foot."""

    def __init__(self, head: Ink) -> None:
        self.head_text = head
        super().__init__(Cover("", "", "", (("", ""),), ()), "Serif", 9.8)

    def header(self) -> None:
        colour = self.head_text.colour or "#555555"
        self.set_text_color(*(int(colour[at : at + 2], 16) for at in (1, 3, 5)))
        self.set_font("Sans", "", 7.5)
        self.set_xy(LEFT, 9)
        self.cell(0, 4, self.head_text.marked, align="C")
        self.set_text_color(0, 0, 0)
        self.set_font(self.family, "", self.body_size)
        self.set_y(22)

    def footer(self) -> None:
        self.set_y(-15)
        self.set_font("Sans", "", 8)
        self.cell(0, 4, f"– {self.page_no()} –", align="C")

    # --- text --------------------------------------------------------------------------------------------------------

    def say(self, text: Text, region: Any) -> None:
        size = self.font_size_pt
        super().say(text, region)
        self.set_font_size(size)

    def across(self, text: Text, size: float, *, family: str = "Sans", after: float = 3, before: float = 0) -> None:
        """A text across both columns."""
        self.ln(before)
        with self.text_columns(line_height=1.25) as region, region.paragraph(bottom_margin=after) as paragraph:
            kept, self.family = self.family, family
            self.set_font(family, "", size)
            self.say(text, paragraph)
            self.family = kept
        self.set_font(self.family, "", self.body_size)
        self.set_x(LEFT)

    def paragraph(self, columns: Any, text: Text, *, indent: float = 0, before: float = 0) -> None:
        with columns.paragraph(bottom_margin=1.8, top_margin=before, indent=indent) as paragraph:
            self.set_font(self.family, "", self.body_size)
            self.say(text, paragraph)


class _Writer:
    def __init__(self, paper: _Leaflet, report: Sheets) -> None:
        self.paper, self.report = paper, report

    def columns(self) -> Any:
        return self.paper.text_columns(ncols=2, gutter=8, text_align="J", line_height=1.28, balance=True)

    def pieces(self, columns: Any, pieces: Sequence[Piece], first: Ink | None = None) -> None:
        """Paragraphs and items; ``first`` is a run-in heading, which opens the first of them."""
        for at, piece in enumerate(pieces):
            if piece.kind == "items":
                for item in piece.items:
                    self.paper.paragraph(columns, ("– ", self.report.item(item)))
                continue
            text: Text = self.report.paragraph(piece.text)
            if first is not None and at == 0:
                text = (first.changed(f"**{first.marked}**"), " ", text)
            self.paper.paragraph(columns, text)

    def area(self, area: Threat) -> None:
        heading = self.report.block("heading", f"{area.number}. {area.title}")
        self.paper.across(heading.changed(f"**{heading.marked}**"), 15, before=4)
        with self.columns() as columns:
            self.report.begin(area)
            self.pieces(columns, area.pieces)
            for one in (one for one in THREATS if one.parent == area.key):
                self.inner(columns, one)
            self.report.begin(None)

    def inner(self, columns: Any, one: Threat) -> None:
        if one.number:
            heading = self.report.block("heading", f"Threat {one.number} {one.title}")
            number, title = f"**Threat {one.number}**", f"**{one.title}**"
            self.paper.paragraph(columns, (heading.changed(number), "  ", heading.changed(title)), before=1.5)
            self.report.begin(one)
            self.pieces(columns, one.pieces)
        else:
            heading = self.report.run_in(f"{one.title}.")
            self.report.begin(one)
            self.pieces(columns, one.pieces, heading)
        for within in (within for within in THREATS if within.parent == one.key):
            self.inner(columns, within)


def _set(report: Sheets, pages: Mapping[str, int], pdf: Path) -> None:
    paper = _Leaflet(report.block("header", f"{SYNTHETIC} | Europol Public Information", "header"))
    paper.add_page()
    write = _Writer(paper, report)
    title = report.block("title", TITLE)
    paper.across(title.changed(f"**{title.marked}**"), 20, after=5)
    paper.across(report.block("paragraph", "Europol, The Hague, 27 February 2045. EDOC #9501205v2."), 8.5, after=5)
    heading = report.block("heading", "The nine threats in this assessment")
    paper.across(heading.changed(f"**{heading.marked}**"), 12, after=2)
    for one in _NUMBERED:
        page = pages.get(f"Threat {one.number} {one.title}", 0)
        line = report.block("toc", f"Threat {one.number}: {one.title}, page {page}")
        paper.across(line, 9, after=0.6)
    heading = report.block("heading", "What drives them")
    paper.across(heading.changed(f"**{heading.marked}**"), 15, before=6)
    with write.columns() as columns:
        write.pieces(
            columns,
            [
                p(
                    "Drivers are not threats. They are listed first because every area that follows refers to at "
                    "least one of them. Areas carry letters, threats are numbered through, and within a threat its "
                    "parts are named where their paragraphs begin."
                )
            ],
        )
        for name, texts in DRIVERS:
            write.pieces(columns, [p(text) for text in texts], report.run_in(f"{name}."))
    for area in (one for one in THREATS if one.parent is None):
        write.area(area)
    heading = report.block("heading", "Outlook")
    paper.across(heading.changed(f"**{heading.marked}**"), 15, before=4)
    with write.columns() as columns:
        write.pieces(columns, [p(text) for text in outlook(YEARS)[:3]])
    paper.save(pdf, DAY)


def main() -> None:
    """Set the report and write its gold and its blocks."""
    report, measured = set_report(PDF, _set)
    publish(
        report,
        measured,
        THREATS,
        title=TITLE,
        reference="EDOC #9501205v2",
        date="2045-02-27",
        cycle="2045-2048",
        marking="PUBLIC",
    )


if __name__ == "__main__":
    main()
