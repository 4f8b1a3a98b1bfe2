"""zoo-socta2-chapters: numbered chapters all through, in one column, by a word processor (after the edition of 2013).

Enablers (1.1 to 1.5), crime areas (2.1, 2.1.1 below) and groups (3.1) are numbered alike; only the title of chapter 2
says that its sections are the threats. The list of recommended priorities names them once more, and chapter 3 holds
sentences that elsewhere are a threat.

Run: python -m tests.golden.layouts.make.socta2_chapters (needs LibreOffice)
"""

import datetime
from collections.abc import Mapping, Sequence
from pathlib import Path

from docx.shared import RGBColor

from tests.golden.layouts.make.later import later
from tests.golden.layouts.make.papers import zoo
from tests.golden.layouts.make.socta2_kit import (
    ABBREVIATIONS,
    SYNTHETIC,
    Section,
    Sheets,
    findings,
    foreword,
    means,
    method,
    outlook,
    publish,
    said,
    set_report,
    threat,
)
from tests.golden.layouts.make.socta2_word import Cm, WordReport, hanging, label
from tests.golden.layouts.make.threat_texts import Threat

PDF = zoo("socta2-chapters")
TITLE = "Serious and Organised Crime Threat Assessment 2045"
DAY = datetime.date(2045, 3, 14)
YEARS = 4
BLUE = "1F3864"

_MEANS = means(YEARS)
ENABLERS: Sequence[Section] = (
    ("Legal business structures and those who advise them", _MEANS["Companies"]),
    ("Corruption and the rule of law", _MEANS["Corruption"]),
    ("Minors as a workforce", _MEANS["The young"]),
    ("Identity theft and document fraud", _MEANS["False papers"]),
    (
        "Profits against risks",
        (
            "Offenders calculate. Where a lorry of untaxed cigarettes earns as much as a kilogram of heroin and costs "
            "a fine instead of six years, they load cigarettes; contributors from eleven Member States described such "
            "moves from one market to another.",
        ),
    ),
)
GROUPS: Sequence[Section] = (
    ("Those who hold markets together", tuple(piece.text for piece in said("t1", 0, 1, years=YEARS, notes=True))),
    ("Those who command", tuple(piece.text for piece in said("t1", 4, years=YEARS))),
)
THREATS: tuple[Threat, ...] = later(
    (
        threat("persons", "Crimes against persons", said("t3", years=YEARS), number="2.1"),
        threat(
            "smuggling", "Facilitated illegal immigration", said("t3_2", years=YEARS), number="2.1.1", parent="persons"
        ),
        threat("thb", "Trafficking in human beings", said("t3_1", years=YEARS), number="2.1.2", parent="persons"),
        threat("drugs", "Illicit drugs", said("t4", years=YEARS), number="2.2"),
        threat("cocaine", "Cocaine, heroin and cannabis", said("t4_1", years=YEARS), number="2.2.1", parent="drugs"),
        threat(
            "synthetic",
            "Synthetic drugs, new psychoactive substances and the chemicals from which both of them are made",
            said("t4_2", years=YEARS),
            number="2.2.2",
            parent="drugs",
        ),
        threat("economic", "Economic crimes", said("t5", years=YEARS), number="2.3"),
        threat("excise", "Excise fraud", said("t5_1", years=YEARS), number="2.3.1", parent="economic"),
        threat("mtic", "Missing trader (MTIC) fraud", said("t5_2", years=YEARS), number="2.3.2", parent="economic"),
        threat("fakes", "Counterfeit goods and currency", said("t5_3", years=YEARS), number="2.3.3", parent="economic"),
        threat("laundering", "Money laundering", said("t5_4", years=YEARS), number="2.3.4", parent="economic"),
        threat("cyber", "Cybercrime", said("t2", years=YEARS), number="2.4"),
        threat("ransom", "Cyber-attacks", said("t2_1", years=YEARS, notes=True), number="2.4.1", parent="cyber"),
        threat("cse", "Child sexual exploitation", said("t2_2", years=YEARS), number="2.4.2", parent="cyber"),
        threat("fraud", "Online fraud", said("t2_3", years=YEARS), number="2.4.3", parent="cyber"),
        threat("environment", "Environmental crime", said("t6", years=YEARS, notes=True), number="2.5"),
        threat("weapons", "Weapons trafficking", said("t7", years=YEARS), number="2.6"),
        threat("property", "Organised property crime", said("t8", years=YEARS), number="2.7"),
    ),
    0,
    **{"under_2.3": "under 2.4.3", "(see_3.1)": "(see 2.1.2)"},
)
PRIORITIES = (
    "facilitated illegal immigration and trafficking in human beings;",
    "synthetic drugs, and cocaine where it enters through small ports;",
    "missing trader fraud and the laundering of its proceeds;",
    "cyber-attacks for extortion;",
    "environmental crime, in particular the trade in waste;",
    "weapons trafficking.",
)


def _cover(word: WordReport, report: Sheets) -> None:
    word.line("", after=120)
    title = word.line(report.block("title", TITLE), bold=True, size=30, after=18)
    for run in title.runs:
        if run.font.color.rgb is None:
            run.font.color.rgb = RGBColor.from_string(BLUE)
    word.line(report.block("paragraph", "Public version"), size=16, after=200)
    for line in ("The Hague, 14 March 2045", "EDOC #9501201v4", "Europol Public Information", "EMPACT cycle 2045-2048"):
        word.line(report.block("paragraph", line), size=11, after=2)
    word.new_page()


def _contents(word: WordReport, report: Sheets, pages: Mapping[str, int], labels: Sequence[str]) -> None:
    word.line(report.block("heading", "Contents"), bold=True, size=16, after=10)
    for text in labels:
        page = str(pages.get(text, 0))
        left = 0.7 * text.split()[0].count(".")
        word.contents_line(report.block("toc", f"{text} {page}"), text, page, left=left, dots=False)


class _Body:
    """Writes chapters; headings have Word's styles, numbers hang."""

    def __init__(self, word: WordReport, report: Sheets) -> None:
        self.word, self.report = word, report

    def heading(self, number: str | None, title: str, level: int, *, new_page: bool = False) -> None:
        ink = self.report.block("heading", label(number, title))
        made = self.word.heading(hanging(ink, number, title), level, hang=1.3 if number else 0)
        made.paragraph_format.page_break_before = new_page

    def text(self, text: str) -> None:
        self.word.body(self.report.paragraph(text), spacing=1.15, after=7)

    def texts(self, texts: Sequence[str]) -> None:
        for text in texts:
            self.text(text)

    def bullet(self, text: str) -> None:
        self.word.bullet(self.report.item(text))

    def sections(self, number: str, found: Sequence[Section]) -> None:
        for at, (title, texts) in enumerate(found, 1):
            self.heading(f"{number}.{at}", title, 2)
            self.texts(texts)

    def threat(self, one: Threat) -> None:
        self.heading(one.number, one.title, 3 if one.parent else 2)
        self.report.begin(one)
        for piece in one.pieces:
            if piece.kind == "paragraph":
                self.text(piece.text)
            else:
                for item in piece.items:
                    self.bullet(item)
        self.report.begin(None)


def _labels() -> list[str]:
    numbered = [(f"1.{at}", title) for at, (title, _) in enumerate(ENABLERS, 1)]
    groups = [(f"3.{at}", title) for at, (title, _) in enumerate(GROUPS, 1)]
    return [
        "Foreword",
        "Key judgments",
        "Introduction",
        "1 Crime enablers",
        *(label(*one) for one in numbered),
        "2 Crime areas",
        *(label(one.number, one.title) for one in THREATS),
        "3 Crime groups",
        *(label(*one) for one in groups),
        "4 Conclusions and future considerations",
        "Recommended priorities",
        "SOCTA methodology",
        "Abbreviations",
    ]


def _set(report: Sheets, pages: Mapping[str, int], pdf: Path) -> None:
    head = report.block("header", f"EUROPOL PUBLIC INFORMATION – {SYNTHETIC}", "header")
    foot = report.block("footer", "SOCTA 2045", "footer")
    word = WordReport(head, foot, DAY)
    word.styled("Heading 1", size=16, colour=BLUE, before=18, after=8, bold=True, all_caps=True)
    word.styled("Heading 2", size=13, colour=BLUE, before=14, after=6, bold=True)
    word.styled("Heading 3", size=11, colour=BLUE, before=10, after=4, bold=True, italic=True)
    _cover(word, report)
    _contents(word, report, pages, _labels())
    body = _Body(word, report)
    body.heading(None, "Foreword", 1, new_page=True)
    body.texts(foreword(YEARS))
    body.heading(None, "Key judgments", 1)
    for item in findings(YEARS)[:6]:
        body.bullet(item)
    body.heading(None, "Introduction", 1)
    body.text(
        "This report is the fourth of its kind and the first whose recommended priorities were discussed with the "
        "authorities that have to pursue them before they were written down. It describes what makes crime possible "
        "(chapter 1), the areas in which it is committed (chapter 2) and the groups that commit it (chapter 3)."
    )
    body.heading("1", "Crime enablers", 1, new_page=True)
    body.text(
        "Enablers are no crime areas. They are conditions and services which several areas use at the same time, and "
        "whoever takes one of them away takes it from all."
    )
    body.sections("1", ENABLERS)
    body.heading("2", "Crime areas", 1, new_page=True)
    body.text(
        "Seven areas were assessed. Four of them are divided, because what helps against one part of the area does not "
        "help against the other."
    )
    for one in THREATS:
        body.threat(one)
    body.heading("3", "Crime groups", 1)
    body.text(
        "Of the groups reported, fewer than a third fit the picture of a pyramid with somebody at its top. Most come "
        "together for a deal, part, and come together again in another order."
    )
    body.sections("3", GROUPS)
    body.heading("4", "Conclusions and future considerations", 1)
    body.texts(outlook(YEARS))
    body.heading(None, "Recommended priorities", 1)
    body.text("On the strength of this assessment, Europol recommends that the Council choose as priorities:")
    for item in PRIORITIES:
        body.bullet(item)
    body.heading(None, "SOCTA methodology", 1)
    body.texts(method(YEARS)[""])
    body.heading(None, "Abbreviations", 1)
    for short, meaning in ABBREVIATIONS[:12]:
        ink = report.block("abbreviation", f"{short} {meaning}")
        row = word.line((ink.changed(short), "\t", ink.changed(meaning)), after=2)
        row.paragraph_format.tab_stops.add_tab_stop(Cm(3))
        row.paragraph_format.left_indent, row.paragraph_format.first_line_indent = Cm(3), Cm(-3)
    word.to_pdf(pdf)


def main() -> None:
    """Set the report and write its gold and its blocks."""
    report, measured = set_report(PDF, _set)
    publish(
        report,
        measured,
        THREATS,
        title=TITLE,
        reference="EDOC #9501201v4",
        date="2045-03-14",
        cycle="2045-2048",
        marking="PUBLIC",
    )


if __name__ == "__main__":
    main()
