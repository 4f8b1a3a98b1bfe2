"""zoo-strategic-pages: a general strategic plan with one page for each goal, its indicators in a small table.

Number and label are set large and apart; the statement stands in a tinted band without any label. Reasons, actors and
the table of indicators follow under small headings. Baselines and targets are no part of an indicator's name.

Run: python -m tests.golden.layouts.make.strategic_pages (needs typst)
"""

import datetime
from pathlib import Path

from corpus.sample.make.gold import GoldDocument
from corpus.sample.make.strategic_plan_2041 import GOALS
from tests.golden.layouts.make.conclusion_texts import without_notes
from tests.golden.layouts.make.inks import Inks
from tests.golden.layouts.make.later import later
from tests.golden.layouts.make.papers import Cover, made, zoo
from tests.golden.layouts.make.records import council_document
from tests.golden.layouts.make.typ import by_typst, cells, cover_page, pages, preamble, typ

PDF = zoo("strategic-pages")
DAY = datetime.date(2049, 7, 8)
COVER = Cover(
    number="95401/49",
    place_and_date="Brussels, 8 July 2049",
    kind="NOTE",
    rows=(
        ("From:", "Commission services"),
        ("To:", "Standing Committee on Operational Cooperation on Internal Security (COSI)"),
        ("No. prev. doc.:", "95104/49"),
        ("Subject:", "EMPACT cycle 2049-2052 - General multi-annual strategic plan"),
    ),
    body=("Each common horizontal strategic goal (CHSG) has a page of its own in the annex.",),
    codes=("COSI 140", "ENFOPOL 351", "JAI 902"),
    marking="LIMITE",
)
PICKED = [later(GOALS[at], 8) for at in (0, 1, 2, 4, 6)]


def _source(inks: Inks) -> str:
    first, annex = pages(COVER)
    parts = [preamble(DAY), first, cover_page(COVER), annex]
    for at, goal in enumerate(PICKED, 1):
        label = typ(inks(f"g{at}/label", goal.label))
        statement = typ(inks(f"g{at}", goal.statement))
        rows = [("Indicator", "Baseline 2048", "Target 2052")]
        body = ", ".join(
            cells((inks(f"g{at}/kpi{place}", item.name), item.baseline, item.target))
            for place, item in enumerate(goal.indicators, 1)
        )
        reasons = "\n\n".join(typ(without_notes(reason)) for reason in goal.reasons)
        heads = ", ".join(f"[*{head}*]" for head in rows[0])
        parts.append(
            f"""{"#align(right)[*ANNEX*]" if at == 1 else "#pagebreak()"}
#text(size: 11pt, fill: luma(90))[COMMON HORIZONTAL STRATEGIC GOAL]

#text(font: "Liberation Sans", size: 26pt, weight: "bold")[CHSG {at}]

#text(font: "Liberation Sans", size: 17pt)[{label}]

#block(fill: rgb("#e4eef5"), inset: 10pt, width: 100%)[#text(size: 12.5pt)[{statement}]]

#strong[Why this goal]

{reasons}

#strong[Who contributes]

{typ(goal.actors)}

#strong[How it is measured]

#table(columns: (1fr, 32mm, 32mm), stroke: 0.4pt, inset: 5pt, {heads}, {body})"""
        )
    return "\n\n".join(parts)


def _produce(inks: Inks, pdf: Path) -> None:
    by_typst(_source(inks), pdf, DAY)


def main() -> None:
    """Set the plan and write its gold."""
    measured = made(PDF, _produce)
    gold = GoldDocument(
        PDF,
        **council_document(
            COVER.number,
            COVER.subject,
            "2049-07-08",
            kind="strategic_plan",
            cycle="2049-2052",
            marking="LIMITE",
            subject_codes=list(COVER.codes),
        ),
    )
    for at, goal in enumerate(PICKED, 1):
        gold.add(
            f"g{at}",
            "goal",
            goal.statement,
            measured.spans(f"g{at}"),
            number=f"CHSG {at}",
            title=goal.label,
            horizontal=True,
            kpis=[item.name for item in goal.indicators],
        )
    gold.write()


if __name__ == "__main__":
    main()
