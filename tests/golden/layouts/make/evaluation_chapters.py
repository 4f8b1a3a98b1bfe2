"""zoo-evaluation-chapters: recommendations at the end of each chapter, in tinted boxes, listed in front in short.

They are numbered 2.1, 2.2, 3.1 behind the word "Recommendation"; none has a label. Addressees stand in the sentence, or
below it behind an arrow. The table in front repeats all of them in fewer words, with addressees. Chapters have findings
in boxes of the same shape and another tint.

Run: python -m tests.golden.layouts.make.evaluation_chapters (needs typst)
"""

import datetime
from dataclasses import dataclass
from pathlib import Path

from corpus.sample.make.gold import GoldDocument
from tests.golden.layouts.make.inks import Inks
from tests.golden.layouts.make.papers import BAND, made, zoo
from tests.golden.layouts.make.typ import by_typst, cells, preamble, typ

PDF = zoo("evaluation-chapters")
TITLE = "Four years of EMPACT: external evaluation of the cycle 2053-2056"
DAY = datetime.date(2057, 2, 26)


@dataclass(frozen=True, slots=True)
class Advice:
    """A recommendation; ``below`` is the line of addressees below its text, if it has one."""

    number: str
    text: str
    addressees: tuple[str, ...]
    short: str
    below: str = ""


CHAPTERS = (
    (
        "2. Choosing priorities",
        (
            "The seven priorities were chosen in two meetings. Nobody objected to any of them, and nobody could tell us "
            "which eighth one had been left out.",
            "In interviews, four delegations recommended to keep the number open.",
        ),
        "The threat assessment named eleven key threats; the way from eleven to seven is not documented.",
        (
            Advice(
                "2.1",
                "The Council should record why a threat did not become a priority, in a paragraph for each.",
                ("Council",),
                "Reasons for what is not chosen",
            ),
            Advice(
                "2.2",
                "A year before the end of the cycle, those who will have to live with the priorities ought to be heard: "
                "police, customs, prosecutors, and the towns in which the offences happen.",
                ("Member States", "Europol"),
                "Hearing before the choice",
                "Member States; Europol",
            ),
        ),
    ),
    (
        "3. Drafting and leading",
        (
            "Drafting takes four days and one night. Most of the night is spent on titles.",
            "One Driver in five had never met the people whose actions were to be driven.",
        ),
        "Where the same person drafted and led an action, it was finished on time in three cases out of four.",
        (
            Advice(
                "3.1",
                "Whoever drafts an action should lead it, or name on the spot who will. COSI should return actions for "
                "which that has not been done.",
                ("COSI",),
                "Drafters lead",
            ),
            Advice(
                "3.2",
                "Eurojust and the EPPO are encouraged to name one contact for each plan, whose absence is covered.",
                ("Eurojust", "EPPO"),
                "A judicial contact for each plan",
            ),
            Advice(
                "3.3",
                "Leaders need a week without other duties before each action days. This costs less than a failed operation.",
                ("Member States",),
                "Time for leaders",
                "Member States",
            ),
        ),
    ),
    (
        "4. Learning from it",
        (
            "Final reports are filed. The best of them, on timber, was asked for twice in four years.",
            "It was recommended as early as 2049 that reports be shorter; they have grown by a third since.",
        ),
        "Of 48 reports that we opened, 31 had not been opened before.",
        (
            Advice(
                "4.1",
                "Let Europol keep a library of what did not work, with names taken out, and let CEPOL teach from it.",
                ("Europol", "CEPOL"),
                "A library of failures",
            ),
            Advice(
                "4.2",
                "The budget for the next evaluation should be half of ours; the other half is better spent on reading "
                "what is there.",
                ("Commission",),
                "A cheaper evaluation",
                "Commission",
            ),
        ),
    ),
)
ALL = tuple(item for *_, advice in CHAPTERS for item in advice)


def _chapter(inks: Inks, title: str, paragraphs: tuple[str, ...], finding: str, advice: tuple[Advice, ...]) -> str:
    parts = [f"= {title}", *(typ(text) for text in paragraphs)]
    parts.append(f'#box-of(rgb("#f2f2f2"))[*Finding.* {typ(finding)}]')
    for item in advice:
        below = f' #linebreak() #text(size: 9pt, fill: rgb("#205030"))[→ {typ(item.below)}]' if item.below else ""
        parts.append(
            f'#box-of(rgb("#e2f0e6"))[*Recommendation {item.number}* #linebreak() {typ(inks(item.number, item.text))}{below}]'
        )
    return "\n\n".join(parts)


def _source(inks: Inks) -> str:
    rows = ", ".join(cells((item.number, item.short, ", ".join(item.addressees))) for item in ALL)
    head = ", ".join(f"[*{name}*]" for name in ("No", "In short", "Who should act"))
    chapters = "\n\n".join(_chapter(inks, *chapter) for chapter in CHAPTERS)
    return f"""{preamble(DAY, font="Noto Sans", size="10pt")}
#set page(paper: "a4", margin: (x: 25mm, y: 26mm),
  header: align(center, text(size: 7pt, fill: luma(90))[{BAND}]),
  footer: context align(right, text(size: 8.5pt)[Evaluation of EMPACT | #counter(page).display()]))
#show heading: set text(fill: rgb("#205030"), size: 14pt)
#show heading: set block(above: 1.6em, below: 0.9em)
#let box-of(tint, body) = block(fill: tint, inset: 8pt, width: 100%, breakable: false, body)
#v(20mm)
#text(size: 24pt, weight: "bold", fill: rgb("#205030"))[{TITLE}]

#v(6mm)
Study for the European Commission

26 February 2057

Reference: HOME/2057/95733

#pagebreak()
= 1. Summary

EMPACT is liked by those who take part in it. Whether it is more than that, this report tries to say. It makes seven
recommendations; they are explained in the chapters in which they stand.

#table(columns: (14mm, 1fr, 48mm), stroke: 0.4pt, inset: 5pt, table.header({head}), {rows})

{chapters}
"""


def _produce(inks: Inks, pdf: Path) -> None:
    by_typst(_source(inks), pdf, DAY)


def main() -> None:
    """Set the report and write its gold."""
    measured = made(PDF, _produce)
    gold = GoldDocument(
        PDF,
        title=TITLE,
        kind="evaluation",
        reference="HOME/2057/95733",
        issuer="European Commission",
        date="2057-02-26",
        language="en",
        cycle="2053-2056",
    )
    for item in ALL:
        gold.add(
            f"r{item.number}",
            "recommendation",
            item.text,
            measured.spans(item.number),
            number=item.number,
            addressees=list(item.addressees),
        )
    gold.write()


if __name__ == "__main__":
    main()
