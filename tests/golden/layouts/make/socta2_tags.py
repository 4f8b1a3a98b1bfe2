"""zoo-socta2-tags: landscape spreads of four columns, threats named in small coloured tags above headlines.

The tag names the threat; the headline below it is journalism, and page 3 says so. Tags of one crime area share the
colour of its band, which crosses the spread with the area's name and assessment; a spread without a band has threats
that belong to no area. Grey tags stand above background. Sidebars are columns with a ground, left or right. The file
draws the frames of each spread in random order.

Run: python -m tests.golden.layouts.make.socta2_tags (needs reportlab)
"""

import datetime
import random
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pdfplumber
from reportlab.lib.colors import HexColor
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from corpus.sample.make.magazine import Piece
from tests.golden.layouts.make.inks import Ink, Inks
from tests.golden.layouts.make.lab import TA_JUSTIFY, TA_LEFT, Flowable, para, style
from tests.golden.layouts.make.papers import settle, zoo
from tests.golden.layouts.make.socta2_kit import (
    SYNTHETIC,
    Sheets,
    foreword,
    means,
    outlook,
    places,
    publish,
    said,
    set_report,
    threat,
)
from tests.golden.layouts.make.threat_texts import Threat

PDF = zoo("socta2-tags")
TITLE = "Serious and organised crime threat assessment 2061"
DAY = datetime.date(2061, 3, 2)
YEARS = 20
WIDTH, HEIGHT = 841.9, 595.3
COLUMN, TOP, FOOT = 172.0, 548.0, 46.0
EDGES = (34.0, 222.0, 448.0, 636.0)
"""Left edges of the four columns; the fold lies between the second and the third."""
GREY = "#7a7f85"


def _said(key: str, *only: int) -> list[Piece]:
    return said(key, *only, years=YEARS, **{"_(see_3.1)": ""})


AREAS = (
    threat("digital", "Crime through the network", _said("t2")),
    threat("persons", "Crime against persons", _said("t3")),
    threat("drugs", "Drugs", _said("t4")),
)
TAGGED = (
    threat("ransom", "Ransomware", _said("t2_1"), parent="digital"),
    threat("children", "Child sexual exploitation", _said("t2_2"), parent="digital"),
    threat("fraud", "Online fraud", _said("t2_3"), parent="digital"),
    threat("smuggling", "Migrant smuggling", _said("t3_2"), parent="persons"),
    threat("trafficking", "Trafficking in human beings", _said("t3_1"), parent="persons"),
    threat("plants", "Cocaine, heroin, cannabis", _said("t4_1"), parent="drugs"),
    threat("synthetic", "Synthetic drugs", _said("t4_2"), parent="drugs"),
    threat("waste", "Environmental crime", _said("t6")),
    threat("firearms", "Firearms", _said("t7")),
    threat("excise", "Excise fraud", _said("t5_1")),
    threat("vat", "VAT fraud", _said("t5_2")),
    threat("laundering", "Money laundering", _said("t5_4")),
)
_UNDER = {area.key: (area, *(one for one in TAGGED if one.parent == area.key)) for area in AREAS}
_FREE = tuple(one for one in TAGGED if one.parent is None)
THREATS = (*_UNDER["digital"], *_UNDER["persons"], *_FREE, *_UNDER["drugs"])
HEADLINES = {
    "ransom": "The office hours of extortion",
    "children": "A room, not a network",
    "fraud": "Your daughter has lost her telephone",
    "smuggling": "A bargain on a quay",
    "trafficking": "Nine contracts and no wage",
    "plants": "Smaller loads, more ports",
    "synthetic": "Kitchens that leave no cook behind",
    "waste": "Who pays for what nobody wants",
    "firearms": "Left over, drilled out, printed",
    "excise": "Made here, taxed nowhere",
    "vat": "Four companies and a telephone",
    "laundering": "The keepers of other people’s money",
}
COLOURS = {
    "digital": "#0b5d7a",
    "persons": "#8c2f39",
    "drugs": "#5b3a80",
    "waste": "#2f6b3a",
    "firearms": "#8a5a00",
    "excise": "#3d4a8a",
    "vat": "#6d5a00",
    "laundering": "#00695c",
}
_MEANS, _PLACES = means(YEARS), places(YEARS)
SIDEBARS = {
    "digital": (
        "How it was counted",
        "Attacks are counted when a victim reports them or when a victim’s name is published by the attacker. "
        "Names that were published and later withdrawn were kept. Fraud is counted by complaint, and a complaint "
        "about nine calls is one. Images are counted by file, which is why a single seizure can move a curve by a "
        "third.",
    ),
    "drugs": (
        "What waste water knows",
        "In sixty cities the sewers are sampled for a week in spring. On Mondays they remember the weekend, and in "
        "August the tourists. Amphetamine in the water of a small town in which nobody takes it says that somebody "
        "makes it there. In 2060 four laboratories were found in this way, none of them by chance.",
    ),
}
BACKGROUND: Sequence[tuple[str, str, Sequence[str]]] = (
    ("Means", "Companies that do honest business on most days", _MEANS["Companies"]),
    ("Means", "Ten minutes of inattention", _MEANS["Corruption"]),
    ("Places", "A town with a fence around it", _PLACES["Ports and parcel hubs"]),
    ("Places", "Both sides of a border", _PLACES["Border regions"]),
    ("Outlook", "What may come until 2064", outlook(YEARS)[:3]),
)
QUOTES = {
    "smuggling": "“The fare is held by a money changer until the traveller reports a safe arrival.”",
    "firearms": "“Explosions have become a language.”",
}

BODY = style(
    fontName="LiberationSans", fontSize=8.5, leading=11.6, spaceAfter=5, alignment=TA_JUSTIFY, hyphenationLang="en_GB"
)
ITEM = style("item", parent=BODY, fontName="LiberationSans", fontSize=8.5, leading=11.6, leftIndent=9)
ITEM.firstLineIndent, ITEM.spaceAfter, ITEM.alignment = -7, 3, TA_LEFT
HEADLINE = style("headline", fontName="LiberationSans-Bold", fontSize=13, leading=15.5, alignment=TA_LEFT, spaceAfter=5)
QUOTE = style("quote", fontName="LiberationSerif-Italic", fontSize=13, leading=16.5, alignment=TA_LEFT, spaceAfter=8)
SIDE = style("side", fontName="LiberationSans", fontSize=8.3, leading=11.6, alignment=TA_LEFT)
TOC = style("toc", fontName="LiberationSans", fontSize=8.8, leading=13.5, alignment=TA_LEFT, spaceAfter=0)
LEAD = style("lead", fontName="LiberationSerif", fontSize=10.5, leading=13.5, alignment=TA_LEFT, textColor="#ffffff")
KEPT_PT = 44.0
"""What must fit below a headline: it doesn't stand alone at the foot of a column."""


class Tag(Flowable):
    """A word or two in white on a small coloured ground."""

    def __init__(self, ink: Ink, colour: str) -> None:
        super().__init__()
        self.ink, self.colour = ink, colour

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        return width, 17.0

    def draw(self) -> None:
        words = stringWidth(self.ink.marked, "LiberationSans-Bold", 7.2)
        self.canv.setFillColor(HexColor(self.colour))
        self.canv.roundRect(0, 3, words + 10, 11.5, 2.5, stroke=0, fill=1)
        self.canv.setFillColor(HexColor(self.ink.colour or "#ffffff"))
        self.canv.setFont("LiberationSans-Bold", 7.2)
        self.canv.drawString(5, 6.2, self.ink.marked)


@dataclass
class Column:
    """A frame: where it stands, and whether the text runs through it."""

    x: float
    top: float
    bottom: float
    width: float = COLUMN


Draw = Callable[[Canvas], None]


@dataclass
class Spread:
    """A sheet under construction: what is drawn in which frame, in reading order."""

    frames: list[Draw] = field(default_factory=list)

    def fill(self, columns: Sequence[Column], story: Sequence[Flowable]) -> None:
        """Let a story run through columns; each becomes a frame of its own.

        Raises:
            OverflowError: the story is longer than the columns.
        """
        waiting = list(story)
        for column in columns:
            placed: list[tuple[Flowable, float]] = []
            y = column.top
            while waiting:
                flowable = waiting[0]
                room = y - column.bottom
                _, height = flowable.wrap(column.width, room)
                if height <= room - (KEPT_PT if _opens(waiting) else 0):
                    placed.append((flowable, y - height))
                    y -= height + flowable.getSpaceAfter()
                    waiting.pop(0)
                    continue
                parts = [] if _opens(waiting) else flowable.split(column.width, room)
                if len(parts) == 2:
                    _, height = parts[0].wrap(column.width, room)
                    placed.append((parts[0], y - height))
                    waiting[:1] = parts[1:]
                break
            self.frames.append(_frame(column, placed))
        if waiting:
            raise OverflowError(f"{len(waiting)} pieces too many for these columns")


def _opens(waiting: Sequence[Flowable]) -> bool:
    """Whether a tag or a headline comes next, which must not be parted from what follows."""
    return isinstance(waiting[0], Tag) or getattr(waiting[0], "style", None) is HEADLINE


def _frame(column: Column, placed: Sequence[tuple[Flowable, float]]) -> Draw:
    def draw(canvas: Canvas) -> None:
        for flowable, y in placed:
            flowable.drawOn(canvas, column.x, y)

    return draw


class _Maker:
    """The spreads of the report, in the order of reading."""

    def __init__(self, report: Sheets, pages: Mapping[str, int]) -> None:
        self.report, self.pages = report, pages
        self.head = report.block("header", f"{SYNTHETIC} | Europol Public Information", "header")
        self.spreads: list[Spread] = []

    def spread(self) -> Spread:
        made = Spread()
        number = len(self.spreads) + 1
        self.spreads.append(made)

        def furniture(canvas: Canvas) -> None:
            canvas.setFillColor(HexColor(self.head.colour or "#555555"))
            canvas.setFont("LiberationSans", 6.8)
            canvas.drawString(EDGES[0], HEIGHT - 26, self.head.marked)
            canvas.setFillColor(HexColor("#000000"))
            canvas.setFont("LiberationSans-Bold", 8)
            canvas.drawString(EDGES[0], 26, str(2 * number))
            canvas.drawRightString(WIDTH - EDGES[0], 26, str(2 * number + 1))

        made.frames.append(furniture)
        return made

    def article(self, one: Threat, colour: str) -> list[Flowable]:
        found: list[Flowable] = [
            Tag(self.report.block("heading", one.title), colour),
            para(self.report.block("heading", HEADLINES[one.key]), HEADLINE),
        ]
        self.report.begin(one)
        for at, piece in enumerate(one.pieces):
            if piece.kind == "items":
                found += [para(("– ", self.report.item(item)), ITEM) for item in piece.items]
            else:
                found.append(para(self.report.paragraph(piece.text), BODY))
            if at == 0 and one.key in QUOTES:
                found.append(para(self.report.block("pull_quote", QUOTES[one.key], whole=True), QUOTE))
        self.report.begin(None)
        return found

    def band(self, spread: Spread, area: Threat) -> float:
        """The band across a spread with name and assessment; gives the top of the columns below it."""
        bottom = TOP - 74
        name = self.report.block("heading", area.title, "top")
        self.report.begin(area)
        leads = [self.report.block("paragraph", piece.text, "top") for piece in area.pieces]
        self.report.threats[area.key] += [lead.key for lead in leads]
        self.report.begin(None)

        def draw(canvas: Canvas) -> None:
            canvas.setFillColor(HexColor(COLOURS[area.key]))
            canvas.rect(0, bottom, WIDTH, 74, stroke=0, fill=1)
            canvas.setFillColor(HexColor(name.colour or "#ffffff"))
            canvas.setFont("LiberationSans-Bold", 25)
            canvas.drawString(EDGES[0], bottom + 28, name.marked)
            y = bottom + 66
            for lead in leads:
                made = para(lead, LEAD)
                _, height = made.wrap(EDGES[3] + COLUMN - EDGES[2], 200)
                made.drawOn(canvas, EDGES[2], y - height)
                y -= height

        spread.frames.append(draw)
        return bottom - 14

    def sidebar(self, spread: Spread, title: str, text: str, column: Column, colour: str) -> None:
        ink = self.report.aside("callout", f"**{title}.** {text}")

        def draw(canvas: Canvas) -> None:
            canvas.setFillColor(HexColor(colour))
            canvas.rect(
                column.x - 6, column.bottom - 4, column.width + 12, column.top - column.bottom + 8, stroke=0, fill=1
            )
            made = para(ink, SIDE)
            _, height = made.wrap(column.width - 8, 600)
            made.drawOn(canvas, column.x + 4, column.top - 6 - height)

        spread.frames.append(draw)

    # --- spreads -----------------------------------------------------------------------------------------------------

    def opening(self) -> None:
        spread = self.spread()
        big = style("big", fontName="LiberationSans-Bold", fontSize=31, leading=38, alignment=TA_LEFT, spaceAfter=14)
        small = style("small", fontName="LiberationSans", fontSize=9.5, leading=14, alignment=TA_LEFT, spaceAfter=0)
        left = Column(EDGES[0], TOP - 90, FOOT, 350)
        story: list[Flowable] = [para(self.report.block("title", TITLE, whole=True), big)]
        for line in ("Europol, The Hague, 2 March 2061", "EDOC #9501208v1", "For the EMPACT cycle 2061-2064"):
            story.append(para(self.report.block("paragraph", line), small))
        spread.fill([left], story)
        story = [para(self.report.block("heading", "How to read these pages"), HEADLINE)]
        for text in (
            "Each spread holds a few threats. What a threat is called stands in the coloured tag; the headline "
            "below it is there to be read, not to be quoted.",
            "Threats under a coloured band belong to the crime area that the band names. Grey tags stand above texts "
            "that explain, and that describe no threat.",
            *foreword(YEARS)[:1],
        ):
            story.append(para(self.report.paragraph(text), BODY))
        spread.fill([Column(EDGES[2], TOP - 90, FOOT)], story)
        story = [para(self.report.block("heading", "Contents"), HEADLINE)]
        for one in THREATS:
            folio = 2 * self.pages.get(one.title, 0)
            indent = "\u2003" if one.parent else ""
            story.append(para((indent, self.report.block("toc", f"{one.title} {folio}", whole=True)), TOC))
        spread.fill([Column(EDGES[3], TOP - 90, FOOT)], story)

    def area(self, area: Threat) -> None:
        spread = self.spread()
        top = self.band(spread, area)
        foot = 190.0 if area.key == "drugs" else FOOT
        columns = [Column(x, top, foot) for x in EDGES]
        if area.key in SIDEBARS:
            side = columns.pop(0) if area.key == "digital" else columns.pop()
            self.sidebar(spread, *SIDEBARS[area.key], side, "#e3eef2" if area.key == "digital" else "#ebe4f2")
        story: list[Flowable] = []
        for one in (one for one in TAGGED if one.parent == area.key):
            story += self.article(one, COLOURS[area.key])
        spread.fill(columns, story)
        if area.key == "persons":
            self.picture(spread, top)

    def picture(self, spread: Spread, top: float) -> None:
        """A drawing across the right page with a caption, and a call-out below it."""
        caption = para(
            self.report.block("caption", "A quay after the last ferry. Drawing; the place does not exist.", whole=True),
            style("caption", fontName="LiberationSans", fontSize=7.5, leading=10, alignment=TA_LEFT),
        )
        (wide,) = (piece for piece in said("t3_2", years=YEARS, extras=True) if piece.kind == "wide_callout")
        box = para(self.report.block("callout", f"**{wide.title}.** {wide.text}", whole=True), SIDE)
        width = EDGES[3] + COLUMN - EDGES[2]

        def draw(canvas: Canvas) -> None:
            canvas.setFillColor(HexColor("#22303c"))
            canvas.rect(EDGES[2], top - 190, width, 190, stroke=0, fill=1)
            for at in range(9):
                canvas.setFillColor(HexColor(("#4b5f6e", "#6a4a3c", "#8a7a55")[at % 3]))
                canvas.rect(EDGES[2] + 14 + 38 * at, top - 190, 30, 24 + (at * 29) % 70, stroke=0, fill=1)
            _, height = caption.wrap(width, 100)
            caption.drawOn(canvas, EDGES[2], top - 196 - height)
            _, height = box.wrap(width - 20, 200)
            canvas.setFillColor(HexColor("#f3e4e5"))
            canvas.rect(EDGES[2], top - 244 - height, width, height + 16, stroke=0, fill=1)
            box.drawOn(canvas, EDGES[2] + 10, top - 236 - height)

        spread.frames.append(draw)

    def others(self) -> None:
        spread = self.spread()
        story: list[Flowable] = []
        for one in _FREE:
            story += self.article(one, COLOURS[one.key])
        spread.fill([Column(x, TOP, FOOT) for x in EDGES], story)

    def background(self) -> None:
        spread = self.spread()
        story: list[Flowable] = []
        for tag, title, texts in BACKGROUND:
            story.append(Tag(self.report.block("heading", tag), GREY))
            story.append(para(self.report.block("heading", title), HEADLINE))
            story += [para(self.report.paragraph(text), BODY) for text in texts]
        spread.fill([Column(x, TOP, 240.0) for x in EDGES], story)

    def draw(self, pdf: Path, *, at_random: bool) -> None:
        canvas = Canvas(str(pdf), pagesize=(WIDTH, HEIGHT), invariant=1)
        dice = random.Random(61)
        for spread in self.spreads:
            frames = list(spread.frames)
            if at_random:
                dice.shuffle(frames)
            for frame in frames:
                frame(canvas)
            canvas.setStrokeColor(HexColor("#cccccc"))
            canvas.setLineWidth(0.4)
            canvas.line(WIDTH / 2, FOOT, WIDTH / 2, TOP - 80)
            canvas.showPage()
        canvas.save()
        settle(pdf, pdf, DAY, producer="ReportLab")


def _made(report: Sheets, pages: Mapping[str, int]) -> _Maker:
    maker = _Maker(report, pages)
    maker.opening()
    maker.area(AREAS[0])
    maker.area(AREAS[1])
    maker.others()
    maker.area(AREAS[2])
    maker.background()
    return maker


def _set(report: Sheets, pages: Mapping[str, int], pdf: Path) -> None:
    _made(report, pages).draw(pdf, at_random=False)


def _letters(pdf: Path) -> Counter[tuple[Any, ...]]:
    with pdfplumber.open(pdf) as opened:
        return Counter(
            (page.page_number, char["text"], round(char["x0"], 1), round(char["top"], 1))
            for page in opened.pages
            for char in page.chars
        )


def main() -> None:
    """Set the report, measure it, draw it again in random order, and write its gold and its blocks."""
    report, measured = set_report(PDF, _set)
    pages = {
        measured.texts[key]: measured.letters[key][0].page
        for key, (role, _) in report.roles.items()
        if role == "heading"
    }
    ordered = _letters(PDF)
    _made(Sheets(Inks()), pages).draw(PDF, at_random=True)
    if _letters(PDF) != ordered:
        raise AssertionError("drawn in another order, the letters stand elsewhere")
    publish(
        report,
        measured,
        THREATS,
        title=TITLE,
        reference="EDOC #9501208v1",
        date="2061-03-02",
        cycle="2061-2064",
        marking="PUBLIC",
    )


if __name__ == "__main__":
    main()
