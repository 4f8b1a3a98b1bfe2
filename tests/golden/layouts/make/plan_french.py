"""zoo-plan-french: a grid whose labels and cover are French, while titles and descriptions are English.

The goals are rows across, named "Objectif SG 1". Dates are numeric; "EM" in a participants' cell is a Member State,
and the foot names no language.

Run: python -m tests.golden.layouts.make.plan_french (needs WeasyPrint)
"""

import datetime
from pathlib import Path

from tests.golden.layouts.make.inks import Inks
from tests.golden.layouts.make.later import later
from tests.golden.layouts.make.papers import Cover, made, zoo
from tests.golden.layouts.make.plan_records import laid, write_plan
from tests.golden.layouts.make.plan_texts import PEOPLE_AND_PAYMENTS, edited, pick, renumbered, single
from tests.golden.layouts.make.web import by_weasyprint, cover_page, grid, page_of, pages, span

PDF = zoo("plan-french")
DAY = datetime.date(2049, 12, 8)
PLAN = edited(
    single(renumbered(later(pick(PEOPLE_AND_PAYMENTS, SG_1=(0, 2, 3, 5, 6), SG_3=(0, 2, 4, 6, 7)), 8), "OA {g}.{n}")),
    a1={"start": "01.01.2050", "end": "31.12.2050"},
    a2={"start": "01.04.2050", "end": "31.12.2050"},
    a3={"start": "02/2050", "end": "12/2050"},
    a4={"start": "15.09.2050", "end": "30.11.2050", "participants": "all MS; CH; Europol, Eurojust"},
    a5={"start": "05/2050", "end": "10/2050"},
    a6={"start": "01.01.2050", "end": "31.12.2050"},
    a7={"start": "10/2050", "end": "10/2050", "participants": "all MS except FI; OLAF, Europol"},
    a9={"start": "04/2050", "end": "12/2050"},
    a10={"start": "01.01.2050", "end": "31.12.2050", "participants": "all MS except DK; Europol, Eurojust"},
)
COVER = Cover(
    number="95216/49",
    place_and_date="Bruxelles, le 8 décembre 2049",
    original="(OR. en)",
    kind="NOTE",
    rows=(
        ("Origine:", "Secrétariat général du Conseil"),
        ("Destinataire:", "Délégations"),
        ("Nº doc. préc.:", "95104/49"),
        ("Objet:", "EMPACT 2049-2052 - Operational action plan 2050: extortion, fraud and easy earnings"),
    ),
    body=("Les délégations trouveront en annexe le plan d’action opérationnel pour 2050, en langue anglaise.",),
    codes=("COSI 250", "ENFOPOL 638", "CYBER 362", "JAI 1750"),
    marking="LIMITE",
    unit="GIP",
    language="",
    label="PAO 2050 Extorsion et fraude",
)
HEADS = (
    ("Nº", 6),
    ("Intitulé de l’action", 12),
    ("Description", 27),
    ("Chef de file", 7),
    ("Co-chefs de file", 7),
    ("Participants", 13),
    ("Début", 8),
    ("Fin", 8),
    ("Indicateurs", 12),
)
CSS = """
.grid { font-size: 8.6pt; line-height: 1.28; table-layout: fixed; }
.grid td, .grid th { border: 0.5pt solid #333; padding: 3pt 4pt; }
.grid th { background: #f0e9d8; text-align: center; }
.grid .goal td { background: #faf7ef; }
"""


def _french(cell: str) -> str:
    """ "All MS except FI" as a French drafter abbreviates it."""
    return cell.replace("all MS except", "tous les EM sauf").replace("all MS", "tous les EM")


def _table(inks: Inks) -> str:
    rows = ""
    for heading, actions in laid(inks, PLAN):
        rows += (
            f'<tr class="goal"><td colspan="9"><b>Objectif {heading.goal.number} : {span(heading.label)}</b><br>'
            f"{span(heading.statement)}</td></tr>"
        )
        for one in actions:
            cells = (
                span(one.number),
                span(one.title),
                span(one.text),
                span(one.leader),
                span(one.co_leaders),
                span(one.cell("participants", _french(one.action.participants))),
                span(one.start),
                span(one.end),
                "".join(f"<div>• {span(kpi)}</div>" for kpi in one.kpis()),
            )
            rows += "<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"
    return grid(HEADS, rows)


def _produce(inks: Inks, pdf: Path) -> None:
    css = pages(COVER, annex_size="A4 landscape", annex_margin="20mm 14mm 26mm 14mm") + CSS
    css = css.replace(r"\A ANNEX", r"\A ANNEXE")
    cover = cover_page(COVER).replace("Council of the<br>European Union", "Conseil de<br>l’Union européenne")
    body = f'{cover}<div class="annex"><p class="right"><u>ANNEXE</u></p>{_table(inks)}</div>'
    by_weasyprint(page_of(css, body, title=COVER.subject), pdf, DAY)


def main() -> None:
    """Set the plan and write its gold."""
    write_plan(made(PDF, _produce), PLAN, COVER, "2049-12-08", "2049-2052")


if __name__ == "__main__":
    main()
