"""zoo-plan-revised: a second version with its changes marked: struck out what is gone, bold and underlined what is new.

Two actions are withdrawn (struck through as a whole, "withdrawn" as their status), one is new as a whole; within other
rows single words, a date and a participant were replaced. Cells hold footnotes. Gold is what is in force: struck words
are no part of it, withdrawn actions are kept with their status.

Run: python -m tests.golden.layouts.make.plan_revised (needs LibreOffice)
"""

import datetime
from pathlib import Path

from tests.golden.layouts.make.inks import Ink, Inks, Text
from tests.golden.layouts.make.papers import Cover, made, zoo
from tests.golden.layouts.make.plan_records import Row, laid, revised, write_plan
from tests.golden.layouts.make.plan_texts import NATURE_AND_ARMS, Plan, edited, pick, renumbered
from tests.golden.layouts.make.word import InkPaper, paper, save

PDF = zoo("plan-revised")
DAY = datetime.date(2042, 3, 17)
COVER = Cover(
    number="95215/1/42 REV 1",
    place_and_date="Brussels, 17 March 2042",
    kind="NOTE",
    rows=(
        ("From:", "General Secretariat of the Council"),
        ("To:", "Standing Committee on Operational Cooperation on Internal Security (COSI)"),
        ("No. prev. doc.:", "95215/42"),
        ("Subject:", "Operational action plan 2042 on drugs (EMPACT cycle 2041-2044) - Revision"),
    ),
    body=(
        "Changes with respect to the previous version are marked: what has been deleted is struck through, what has "
        "been added is in bold and underlined.",
    ),
    codes=("COSI 61", "ENFOPOL 142", "CORDROGUE 22", "JAI 391"),
    marking="LIMITE",
    initials="pw/LM/pw",
    label="OAP 2042 Drugs (rev.)",
)

_STATUS = (
    "continued",
    "continued",
    "withdrawn",
    "continued",
    "continued",
    "continued",
    "withdrawn",
    "continued",
    "new",
)


def _plan() -> Plan:
    plan = renumbered(pick(NATURE_AND_ARMS, CHSG_6=(0, 1, 6), SG_2=(1, 2, 4, 8, 7, 6)), "OA {g}.{n}")
    changes: dict[str, dict[str, object]] = {f"a{at}": {"status": status} for at, status in enumerate(_STATUS, 1)}
    changes["a1"]["end"] = "15/12/2042"
    changes["a2"]["participants"] = "AT, BE, CZ, DE, EE, LT, RO, SK, FI; EUDA, Ukraine"
    changes["a5"]["start"] = "1 April 2042"
    return edited(plan, **changes)


PLAN = _plan()
# What stands in a cell where that differs from what is in force, by the key of the action and the name of the cell.
PRINTED = {
    ("o1_1", ""): (
        "Offer planners, crane crews and shift leaders in ~~eight~~ __**eleven**__ harbours a confidential number to "
        "ring when traffickers threaten them or tempt them with money to move a container out of sight."
    ),
    ("o1_1", "end"): "~~31/12/2042~~ __**15/12/2042**__",
    ("o1_2", "participants"): "AT, BE, CZ, DE, EE, ~~FR,~~ LT, RO, SK__**, FI**__; EUDA, Ukraine",
    ("o2_2", "start"): "~~Q1 2042~~ __**1 April 2042**__",
    ("o2_3", ""): (
        "Sample drums declared as glue, cosmetics or cleaning agents{Tariff headings 3506, 3304 and 3402.} for "
        "substances from which amphetamine and MDMA can be made, and visit those who ordered them__**, also in "
        "their private homes**__."
    ),
}
COLUMNS = (
    ("No", 1.5),
    ("SG", 1.6),
    ("Title", 2.7),
    ("Description", 7.0),
    ("Leader", 1.5),
    ("Co-leader", 1.6),
    ("Participants", 3.5),
    ("Start", 2.0),
    ("End", 2.2),
    ("KPIs", 2.6),
    ("Status", 1.7),
)


def _cell(inks: Inks, one: Row, name: str, text: str) -> Text:
    """A cell as printed: changed in part, struck as a whole, new as a whole, or as it is."""
    key = f"{one.key}/{name}" if name else one.key
    printed = PRINTED.get((one.key, name))
    if printed:
        return revised(inks, key, printed)
    ink = inks(key, text)
    return ink.changed(_dressed(ink, one.action.status))


def _dressed(ink: Ink, status: str | None) -> str:
    if status not in ("withdrawn", "new"):
        return ink.marked
    before, after = ("~~", "~~") if status == "withdrawn" else ("__**", "**__")
    words, brace, note = ink.marked.partition("{")
    note, closing, rest = note.partition("}")
    found = f"{before}{words}{after}"
    return f"{found}{{{note}}}{before}{rest}{after}" if brace and closing else found


def _write(inks: Inks) -> InkPaper:
    made_of = paper(COVER, DAY)
    made_of.annex(landscape=True)
    made_of.line("ANNEX", bold=True, underline=True, after=4)
    table = made_of.table([width for _, width in COLUMNS])
    made_of.header_row(table, [name for name, _ in COLUMNS], size=9.5)
    for heading, rows in laid(inks, PLAN):
        cells = table.add_row().cells
        band = cells[0].merge(cells[-1])
        made_of.fill(band, (f"{heading.goal.number}: ", heading.label), bold=True, size=10.5, keep=True)
        made_of.fill(band, heading.statement, size=10, keep=True)
        for one in rows:
            action = one.action
            cells = table.add_row().cells
            contents = (
                ("number", action.number),
                ("goals", ", ".join(action.goals)),
                ("title", action.title),
                ("", action.text),
                ("leader", action.leader),
                ("co_leaders", action.co_leaders),
                ("participants", action.participants),
                ("start", action.start),
                ("end", action.end),
            )
            for cell, (name, text) in zip(cells[:9], contents, strict=True):
                made_of.fill(cell, _cell(inks, one, name, text), size=9.5, before=2, after=2)
            for at, item in enumerate(action.kpis):
                kpi = _cell(inks, one, f"kpi{at}", item.name)
                parts = kpi if isinstance(kpi, tuple) else (kpi,)
                made_of.fill(cells[9], ("• ", *parts), size=9.5, before=1)
            made_of.fill(cells[10], one.cell("status", action.status or ""), size=9.5, before=2)
    return made_of


def _produce(inks: Inks, pdf: Path) -> None:
    save(_write(inks), pdf)


def main() -> None:
    """Set the plan and write its gold."""
    write_plan(
        made(PDF, _produce),
        PLAN,
        COVER,
        "2042-03-17",
        "2041-2044",
        document={"register_id": "ST 95215 2042 REV 1"},
        with_status=True,
    )


if __name__ == "__main__":
    main()
