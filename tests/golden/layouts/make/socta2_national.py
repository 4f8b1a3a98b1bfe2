"""zoo-socta2-national: a national threat assessment in plain Word style, threats in bold italics, scores in tables.

Headings are numbered I., I.1 and I.1.a without any of Word's styles. Threats stand in bold italics, whether at the
second level or the third; areas that hold some are bold, as are sections that are no threats, and points of the chapter
on the environment of crime are numbered like threats but in light italics. Tables of scores stand between an area and
its threats, once within a threat; contents with dot leaders, footnotes at the foot.

Run: python -m tests.golden.layouts.make.socta2_national (needs LibreOffice)
"""

import datetime
from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.golden.layouts.make.later import later
from tests.golden.layouts.make.papers import zoo
from tests.golden.layouts.make.socta2_kit import (
    SYNTHETIC,
    Sheets,
    means,
    outlook,
    p,
    places,
    publish,
    said,
    set_report,
    threat,
)
from tests.golden.layouts.make.socta2_word import Pt, WordReport
from tests.golden.layouts.make.threat_texts import Threat

PDF = zoo("socta2-national")
TITLE = "National Threat Assessment on Serious and Organised Crime 2050"
DAY = datetime.date(2050, 5, 20)
YEARS = 9
_MEANS, _PLACES = means(YEARS), places(YEARS)

THREATS: tuple[Threat, ...] = later(
    (
        threat(
            "drugs",
            "Drugs",
            p(
                "No other field occupies as many officers. Three of the five regional directorates reported more "
                "than half of their hours under it, and the two that did not have neither a port nor a motorway."
            ),
            number="III.1",
        ),
        threat("cocaine", "Cocaine", said("t4_1", 0, 1, years=YEARS), number="III.1.a", parent="drugs"),
        threat("cannabis", "Cannabis and heroin", said("t4_1", 2, years=YEARS), number="III.1.b", parent="drugs"),
        threat("synthetic", "Synthetic drugs", said("t4_2", years=YEARS), number="III.1.c", parent="drugs"),
        threat(
            "money",
            "Fraud and its proceeds",
            p(
                "Complaints of fraud outnumbered those of theft for the first time in 2049.{Police statistics, all "
                "complaints by private persons; those by companies are counted apart.} Most were filed by persons "
                "who expected nothing to come of it."
            ),
            number="III.2",
        ),
        threat("online", "Fraud committed online", said("t2_3", years=YEARS), number="III.2.a", parent="money"),
        threat("vat", "Carousel fraud", said("t5_2", years=YEARS), number="III.2.b", parent="money"),
        threat(
            "laundering",
            "Professional money laundering",
            said("t5_4", 0, 1, years=YEARS),
            number="III.2.c",
            parent="money",
        ),
        threat("attacks", "Attacks on information systems", said("t2_1", years=YEARS, notes=True), number="III.3"),
        threat(
            "people",
            "Smuggling of and trafficking in persons",
            p(
                "The two offences are prosecuted by the same offices and committed by different persons. What is "
                "said of one should not be read as being true of the other."
            ),
            number="III.4",
        ),
        threat("smuggling", "Migrant smuggling", said("t3_2", 0, 1, years=YEARS), number="III.4.a", parent="people"),
        threat(
            "trafficking", "Trafficking in human beings", said("t3_1", years=YEARS), number="III.4.b", parent="people"
        ),
        threat("nature", "Environmental crime", said("t6", years=YEARS, notes=True), number="III.5"),
        threat("theft", "Theft by travelling crews", said("t8", years=YEARS), number="III.6"),
    ),
    0,
    **{"_(see_3.1)": " (see III.4.b)"},
)
SCORES: Mapping[str, Sequence[tuple[str, str, str, str]]] = {
    "drugs": (
        ("Cocaine", "5", "4", "rising"),
        ("Cannabis and heroin", "3", "4", "level"),
        ("Synthetic drugs", "5", "3", "rising"),
    ),
    "money": (
        ("Online fraud", "4", "5", "rising"),
        ("Carousels", "3", "3", "level"),
        ("Laundering", "4", "4", "not known"),
    ),
    "people": (("Smuggling", "4", "2", "falling"), ("Trafficking", "5", "2", "level")),
    "nature": (("Waste", "3", "3", "rising"), ("Species", "2", "1", "level")),
}
_AFTER = {"nature": 1}
"""Where a table stands within the text of a threat: behind which paragraph."""


class _Writer:
    def __init__(self, word: WordReport, report: Sheets) -> None:
        self.word, self.report = word, report
        self.tables = 0

    def chapter(self, text: str) -> None:
        self.word.line(self.report.block("heading", text), bold=True, size=13, before=16, after=8, keep=True)

    def section(self, text: str, *, bold: bool = True, italic: bool = False) -> None:
        ink = self.report.block("heading", text)
        self.word.line(ink, bold=bold, italic=italic, before=10, after=5, keep=True)

    def texts(self, texts: Sequence[str]) -> None:
        for text in texts:
            self.word.body(self.report.paragraph(text), spacing=1.12, after=7)

    def scores(self, key: str, about: str) -> None:
        self.tables += 1
        caption = self.report.block("caption", f"Table {self.tables}: Scores for {about} (1 to 5)")
        self.word.line(caption, italic=True, size=9.5, before=4, after=3, keep=True)
        rows = (("Threat", "Harm", "Reach", "Trend"), *SCORES[key])
        ink = self.report.block("table", " ".join(cell for row in rows for cell in row), whole=True)
        table = self.word.table((6.4, 2.2, 2.2, 3.2))
        for position, row in enumerate(rows):
            cells = table.add_row().cells
            for cell, text in zip(cells, row, strict=True):
                self.word.fill(cell, ink.changed(text), bold=position == 0, size=10, keep=position < len(rows) - 1)
                if position == 0:
                    self.word.shade(cell, "E7E6E6")
        self.word.line("", size=6, after=4)

    def threat(self, one: Threat) -> None:
        holds = any(other.parent == one.key for other in THREATS)
        self.section(f"{one.number} {one.title}", italic=not holds)
        self.report.begin(one)
        for position, piece in enumerate(one.pieces):
            if piece.kind == "items":
                for item in piece.items:
                    self.word.bullet(self.report.item(item), sign="-", left=0.6, spacing=1.12)
            else:
                self.texts([piece.text])
            if position == _AFTER.get(one.key, len(one.pieces) - 1) and one.key in SCORES:
                self.scores(one.key, one.title.lower())
        self.report.begin(None)


_LABELS = (
    ("I. Purpose and method", 0),
    ("I.1 Mandate", 1),
    ("I.2 Sources and scores", 1),
    ("II. Environment of crime", 0),
    ("II.1 Opportunities", 1),
    ("II.2 Places", 1),
    ("III. Threats", 0),
    *((f"{one.number} {one.title}", 2 if one.parent else 1) for one in THREATS),
    ("IV. Comparison", 0),
    ("V. Outlook to 2053", 0),
)


def _front(word: WordReport, report: Sheets, pages: Mapping[str, int]) -> None:
    word.line(report.block("paragraph", "Criminal Police Directorate"), size=12, after=2)
    word.line(report.block("paragraph", "Strategic Analysis"), size=12, after=40)
    word.line(report.block("title", TITLE), bold=True, size=19, centred=True, after=10)
    word.line(report.block("paragraph", "20 May 2050"), centred=True, after=2)
    word.line(report.block("paragraph", "Ref. NTA 2050-95206"), centred=True, after=36)
    word.line(report.block("heading", "Table of contents"), bold=True, size=13, after=8)
    for text, depth in _LABELS:
        page = str(pages.get(text, 0))
        word.contents_line(report.block("toc", f"{text} {page}"), text, page, left=0.6 * depth)


def _set(report: Sheets, pages: Mapping[str, int], pdf: Path) -> None:
    head = report.block("header", SYNTHETIC, "header")
    foot = report.block("footer", "National Threat Assessment 2050", "footer")
    word = WordReport(head, foot, DAY, family="Liberation Serif", body_pt=11.5, bare_cover=False)
    _front(word, report, pages)
    word.page_break()
    write = _Writer(word, report)
    write.chapter("I. Purpose and method")
    write.section("I.1 Mandate")
    write.texts(
        [
            "The Minister of the Interior asked for this assessment in the circular of 9 January 2049.{Circular "
            "95011/49, not published.} It is meant for those who plan the work of police, customs and prosecutors "
            "over the next four years, and for the national contribution to EMPACT."
        ]
    )
    write.section("I.2 Sources and scores")
    write.texts(
        [
            "Files that were opened between 2047 and 2049 were read by two analysts each. They gave points from 1 "
            "to 5 for the harm done and for the part of the territory concerned; the trend is that of the "
            "complaints.",
        ]
    )
    write.chapter("II. Environment of crime")
    write.texts(["Nothing in this chapter is a threat. It tells where threats find room."])
    write.section("II.1 Opportunities")
    write.section("II.1.a Companies without a past", bold=False, italic=True)
    write.texts(_MEANS["Companies"])
    write.section("II.1.b Inattention for sale", bold=False, italic=True)
    write.texts(_MEANS["Corruption"])
    write.section("II.2 Places")
    write.texts(_PLACES["Ports and parcel hubs"])
    write.chapter("III. Threats")
    write.texts(
        [
            "Threats are set in bold italics. Where several of them share offenders or markets they are gathered "
            "in a field, whose own assessment comes first."
        ]
    )
    for one in THREATS:
        write.threat(one)
    write.chapter("IV. Comparison")
    write.texts(
        [
            "By harm, cocaine, synthetic drugs and trafficking in human beings come first; by reach, online fraud. "
            "No threat leads on both counts, for which reason this assessment recommends no order."
        ]
    )
    write.chapter("V. Outlook to 2053")
    write.texts(outlook(YEARS)[:3])
    for paragraph in word.word.paragraphs:
        if not paragraph.runs and paragraph.paragraph_format.space_after is None:
            paragraph.paragraph_format.space_after = Pt(0)
    word.to_pdf(pdf)


def main() -> None:
    """Set the report and write its gold and its blocks."""
    report, measured = set_report(PDF, _set)
    publish(
        report,
        measured,
        THREATS,
        title=TITLE,
        issuer="Criminal Police Directorate",
        reference="NTA 2050-95206",
        date="2050-05-20",
    )


if __name__ == "__main__":
    main()
