"""zoo-evaluation-annex: recommendations in an annex table alone, ruled, its rows cut by pages.

The table has columns of its own names and no labels; two recommendations have lettered points within the cell. The
chapters before it speak of recommendations, quote one of a court of auditors, and end in a box of lessons that look like
advice.

Run: python -m tests.golden.layouts.make.evaluation_annex (needs LibreOffice)
"""

import datetime
from dataclasses import dataclass
from pathlib import Path

from corpus.sample.make.gold import GoldDocument
from tests.golden.layouts.make.inks import Inks
from tests.golden.layouts.make.papers import Cover, made, zoo
from tests.golden.layouts.make.records import council_document, ink_lines, keys_of
from tests.golden.layouts.make.word import InkPaper, paper, save

PDF = zoo("evaluation-annex")
DAY = datetime.date(2049, 1, 22)
COVER = Cover(
    number="95732/49",
    place_and_date="Brussels, 22 January 2049",
    kind="COVER NOTE",
    rows=(
        ("From:", "European Commission"),
        ("To:", "Delegations"),
        ("Subject:", "Final report of the evaluation of EMPACT 2045-2048"),
    ),
    body=("Delegations will find attached the final report. Recommendations are gathered in Annex II.",),
    codes=("COSI 9", "ENFOPOL 21", "JAI 60"),
    unit="JAI.1",
    initials="sv/RM/sv",
)


@dataclass(frozen=True, slots=True)
class Advice:
    """A row: its reference, its lines (points after the first), those whom it concerns, and how urgent it is."""

    number: str
    lines: tuple[str, ...]
    addressees: tuple[str, ...]
    urgency: str


ADVICE = (
    Advice(
        "Rec. 1",
        (
            "Adopt aims that can be missed. An aim which every action serves tells nobody what to leave undone, and "
            "should be split or dropped before the plans are drafted.",
        ),
        ("Council",),
        "high",
    ),
    Advice(
        "Rec. 2",
        (
            "Agree on what a result is, and in particular:",
            "(a) count persons and not measures;",
            "(b) keep what was found by chance apart from what was looked for;",
            "(c) say for each sum whether it was seen, seized or confiscated.",
        ),
        ("COSI", "Europol"),
        "high",
    ),
    Advice(
        "Rec. 3",
        (
            "Pay travel for those whom a plan needs and who have no travel budget: midwives, harbour masters, teachers, "
            "and the staff of shelters.",
        ),
        ("Commission",),
        "medium",
    ),
    Advice(
        "Rec. 4",
        (
            "Give every Driver a deputy from another Member State. Five plans stood still for more than three months "
            "because one person had changed post.",
        ),
        ("Member States",),
        "medium",
    ),
    Advice(
        "Rec. 5",
        ("Train in pairs: an officer and a prosecutor of the same case, in the language of neither.",),
        ("CEPOL", "EJTN"),
        "low",
    ),
    Advice(
        "Rec. 6",
        (
            "Publish the plans in part. It would be enough to make public",
            "(a) the title of each action and the aim that it serves;",
            "(b) whether it was carried out.",
        ),
        ("Council", "Member States"),
        "medium",
    ),
    Advice(
        "Rec. 7",
        (
            "Translate reports from the field by machine and let the authors read what has become of them; errors that "
            "nobody noticed had changed the meaning of every twentieth report.",
        ),
        ("Europol",),
        "low",
    ),
    Advice(
        "Rec. 8",
        ("Begin the next evaluation when the cycle begins.",),
        ("Commission", "COSI"),
        "high",
    ),
)
CHAPTERS = (
    (
        "1.\tWHAT WE FOUND",
        (
            "Plans have become shorter, and those who carry them out know them. Whether they do what the Council wanted "
            "is another matter: two in five actions could be filed under any aim at all.",
            "The Court of Auditors recommended in 2046 that Europol “should report on outcomes and not on output”. The "
            "recommendation was accepted. We have found no report that followed it.",
            "National coordinators should in theory meet each month. In nine Member States the coordinator had no "
            "colleague to meet.",
        ),
    ),
    (
        "2.\tLESSONS FROM THE CASE STUDIES",
        (
            "Start small. The action that led to most convictions had four participants.",
            "Write down who decides. Where two authorities were in the lead, both waited.",
        ),
    ),
)
POINT = "Our recommendations stand in the table below. Where several bodies are named, the first should take the lead."


def _write(inks: Inks) -> InkPaper:
    made_of = paper(COVER, DAY, body_pt=11.5)
    made_of.annex("ANNEX I")
    for heading, paragraphs in CHAPTERS:
        made_of.line(heading, bold=True, before=12, after=8, keep=True)
        for text in paragraphs:
            made_of.body(text, spacing=1.3)
    made_of.annex("ANNEX II")
    made_of.line("RECOMMENDATIONS", bold=True, centred=True, after=10)
    made_of.body(POINT, spacing=1.3)
    table = made_of.table((1.7, 9.0, 3.2, 2.1))
    made_of.header_row(table, ("Ref.", "What we recommend", "For", "Urgency"), size=10.5)
    for at, item in enumerate(ADVICE, 1):
        cells = table.add_row().cells
        made_of.fill(cells[0], item.number, size=10.5, before=4, after=4)
        for line, ink in enumerate(ink_lines(inks, f"r{at}", item.lines)):
            indent = 0.7 if line else 0
            marked = ink.changed(ink.marked.replace(") ", ")\t", 1)) if line else ink
            made_of.fill(cells[1], marked, size=12, before=5, after=6, indent=indent, spacing=1.5)
        made_of.fill(cells[2], "\n".join(item.addressees), size=10.5, before=4, after=4)
        made_of.fill(cells[3], item.urgency, size=10.5, before=4, after=4)
    return made_of


def _produce(inks: Inks, pdf: Path) -> None:
    save(_write(inks), pdf)


def main() -> None:
    """Set the paper and write its gold."""
    measured = made(PDF, _produce)
    gold = GoldDocument(
        PDF,
        **{
            **council_document(COVER.number, COVER.subject, "2049-01-22", kind="evaluation", cycle="2045-2048"),
            "subject_codes": list(COVER.codes),
        },
    )
    for at, item in enumerate(ADVICE, 1):
        keys = keys_of(measured, f"r{at}")
        gold.add(
            f"r{at}",
            "recommendation",
            measured.text(keys),
            measured.spans(keys),
            number=item.number,
            addressees=list(item.addressees),
        )
    gold.write()


if __name__ == "__main__":
    main()
