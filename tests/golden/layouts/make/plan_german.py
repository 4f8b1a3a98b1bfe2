"""zoo-plan-german: forms with German labels in two columns of a page, framed, their texts English.

Label and value share a line ("Federführung: LT"), and the frames flow through the columns, so that forms are cut by
column ends as well as by page ends.

Run: python -m tests.golden.layouts.make.plan_german (needs Chromium)
"""

import datetime
from pathlib import Path

from tests.golden.layouts.make.inks import Inks
from tests.golden.layouts.make.papers import Cover, made, zoo
from tests.golden.layouts.make.plan_records import Row, laid, write_plan
from tests.golden.layouts.make.plan_texts import NATURE_AND_ARMS, bare, edited, pick, renumbered
from tests.golden.layouts.make.web import by_browser, cover_page, page_of, pages, span

PDF = zoo("plan-german")
DAY = datetime.date(2041, 12, 9)
PLAN = edited(
    renumbered(bare(pick(NATURE_AND_ARMS, SG_1=(0, 2, 3, 4), SG_3=(0, 1, 4, 6, 7), CHSG_1=(3, 4))), "OA {g}.{n}"),
    a1={"start": "1.1.2042", "end": "31.12.2042"},
    a4={"start": "06/2042", "end": "12/2042"},
    a6={"start": "1.5.2042", "end": "31.10.2042"},
    a7={"start": "15.1.2042", "end": "15.12.2042"},
    a8={"start": "03/2042", "end": "10/2042"},
)
COVER = Cover(
    number="95219/41",
    place_and_date="Brüssel, den 9. Dezember 2041",
    original="(OR. en)",
    kind="VERMERK",
    rows=(
        ("Absender:", "Generalsekretariat des Rates"),
        ("Empfänger:", "Delegationen"),
        ("Nr. Vordok.:", "90655/41"),
        ("Betr.:", "EMPACT 2041-2044 - Operational action plan 2042 on networks, arms and environmental crime"),
    ),
    body=("Die Delegationen erhalten in der Anlage den operativen Aktionsplan in der Fassung der Sachverständigen.",),
    codes=("COSI 252", "ENFOPOL 642", "ENV 1140", "JAI 1758"),
    marking="LIMITE",
    unit="GIP",
    language="",
    label="Operativer Aktionsplan 2042 Netze, Waffen, Umwelt",
)
CSS = """
.flow { columns: 2; column-gap: 8mm; font-size: 9.5pt; line-height: 1.32; column-fill: auto; }
.form { border: 0.7pt solid #444; padding: 5pt 6pt; margin-bottom: 5mm; box-decoration-break: clone; }
.form p { margin: 0 0 2.5pt 0; } .form .h { font-weight: bold; border-bottom: 0.4pt solid #999; break-after: avoid; }
h2 { font-size: 11.5pt; margin: 0 0 1mm 0; break-after: avoid; }
"""


def _form(one: Row) -> str:
    action = one.action
    lines = [
        f'<p class="h">{span(one.number)} {span(one.title)}</p>',
        f"<p><i>Beschreibung:</i> {span(one.text)}</p>",
        f"<p><i>Federführung:</i> {span(one.leader)}</p>",
    ]
    if action.co_leaders not in ("–", "TBC"):
        lines.append(f"<p><i>Stellvertretung:</i> {span(one.co_leaders)}</p>")
    lines.append(f"<p><i>Teilnehmer:</i> {span(one.participants)}</p>")
    lines.append(f"<p><i>Beginn:</i> {span(one.start)} &ensp; <i>Ende:</i> {span(one.end)}</p>")
    lines.append(f"<p><i>Ziele:</i> {span(one.cell('goals', ', '.join(action.goals)))}</p>")
    lines.append("<p><i>Indikatoren:</i> " + "; ".join(span(kpi) for kpi in one.kpis()) + "</p>")
    return f'<div class="form">{"".join(lines)}</div>'


def _produce(inks: Inks, pdf: Path) -> None:
    css = (pages(COVER, annex_margin="22mm 20mm 28mm 20mm") + CSS).replace(r"\A ANNEX", r"\A ANLAGE")
    cover = cover_page(COVER).replace("Council of the<br>European Union", "Rat der<br>Europäischen Union")
    body = f'{cover}<div class="annex"><p class="right"><b>ANLAGE</b></p><div class="flow">'
    for heading, rows in laid(inks, PLAN):
        body += f"<h2>Ziel {heading.goal.number}: {span(heading.label)}</h2><p>{span(heading.statement)}</p>"
        body += "".join(_form(one) for one in rows)
    by_browser(page_of(css, body + "</div></div>", title=COVER.subject), pdf, DAY)


def main() -> None:
    """Set the plan and write its gold."""
    write_plan(made(PDF, _produce), PLAN, COVER, "2041-12-09", "2041-2044")


if __name__ == "__main__":
    main()
