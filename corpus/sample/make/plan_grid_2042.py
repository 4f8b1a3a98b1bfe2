"""st90655-41: operational action plan 2042 as a landscape grid under bands of goals, its rows cut by page ends.

Columns stand in an unusual order under unusual names; goals are bands across the table, and the numbers of the actions
are not those of the goals. Some actions serve no aim at all, and say so with words that aims use in another sense.

Run: python -m corpus.sample.make.plan_grid_2042
"""

import datetime
from dataclasses import dataclass

from corpus.sample.make.council import SAMPLES, CouncilPaper, Cover, Footer, plain, soften
from corpus.sample.make.gold import Finished, GoldDocument, Span
from corpus.sample.make.plans import moment, parties

PDF = SAMPLES / "st90655-41.pdf"
TITLE = (
    "EMPACT - Operational action plan 2042 on top-level networks, drugs, environmental crime, and firearms and "
    "explosives"
)
LABEL = "OAP 2042 Networks, Drugs, Nature, Arms"

COVER = Cover(
    number="90655/41",
    place_and_date="Brussels, 24 November 2041",
    marking="LIMITE",
    codes=("COSI 231", "ENFOPOL 604", "CRIMORG 188", "CORDROGUE 97", "ENFOCUSTOM 210", "ENV 1102", "JAI 1655"),
    kind="NOTE",
    rows=(
        ("From:", "General Secretariat of the Council"),
        ("To:", "Standing Committee on Operational Cooperation on Internal Security (COSI)"),
        ("No. prev. doc.:", "90210/41"),
        ("Subject:", TITLE),
    ),
    body=(
        "Delegations will find annexed the operational action plan which the Driver (PT) and the Co-drivers (BE, SI "
        "and Europol) have drawn up for 2042, the first plan of the EMPACT cycle 2041-2044 on these subjects.",
        "The plan serves priorities 1, 6, 8 and 9 of the Council conclusions{Document 90210/41, table in paragraph "
        "1.}. Goals called CHSG are common to all plans; those called SG are its own.",
        "Compared with the draft discussed on 28 October, one action was withdrawn for want of participants. It "
        "remains in the table, struck through, so that numbers need not change.",
        "COSI is invited to adopt the plan.",
    ),
    ruled=True,
)

FOOTER = Footer(initials="mk/OPS/hv", unit="JAI.1", marking="LIMITE", label=LABEL)

INTRODUCTION = (
    "Abbreviations of countries are those of the Publications Office of the Union. “All MS” means the 27 Member "
    "States. A dash means none; TBC means that the entry will be settled at the kick-off meeting."
)

LEGEND = (
    "EFE: European Firearms Experts. ENAA: European Network on the Administrative Approach. ENFAST: network of "
    "fugitive active search teams. EUCPN: European Crime Prevention Network. IMPEL: network of environmental "
    "inspectorates. MAOC (N): Maritime Analysis and Operations Centre - Narcotics. SELEC: Southeast European Law "
    "Enforcement Center. WCO: World Customs Organization."
)

COLUMNS = (
    ("OA", 1.5),
    ("Title of the action", 2.8),
    ("CHSG/SG", 1.6),
    ("What will be done", 6.2),
    ("Lead", 1.6),
    ("Co-lead(s)", 1.7),
    ("Taking part", 3.7),
    ("From", 2.0),
    ("Until", 2.1),
    ("Indicators", 3.5),
)


@dataclass(frozen=True, slots=True)
class Goal:
    """A goal: its number, label and statement."""

    key: str
    number: str
    label: str
    statement: str

    @property
    def horizontal(self) -> bool:
        return self.number.startswith("CHSG")


@dataclass(frozen=True, slots=True)
class Action:
    """A row of the grid, as printed."""

    number: str
    title: str
    text: str
    goals: str
    lead: str
    co_leads: str
    participants: str
    start: str
    end: str
    indicators: tuple[str, ...]
    withdrawn: bool = False

    @property
    def key(self) -> str:
        return "o" + self.number.removeprefix("OA ").replace(".", "_")

    @property
    def cells(self) -> tuple[str, ...]:
        """All cells but the last, in the order of the columns."""
        return (
            self.number,
            self.title,
            self.goals,
            self.text,
            self.lead,
            self.co_leads,
            self.participants,
            self.start,
            self.end,
        )


PLAN: tuple[tuple[Goal, tuple[Action, ...]], ...] = (
    (
        Goal(
            "g1",
            "CHSG 1",
            "Knowing before acting",
            "To give all participants the same and current view of networks, routes and markets.",
        ),
        (
            Action(
                "OA 1.1",
                "Atlas of controlling networks",
                "Draw up, from the contributions of all participants, an atlas of the networks that dictate prices, "
                "territories and punishments to others in several countries, and correct it every quarter.",
                "CHSG 1",
                "Europol",
                "IT",
                "all MS; also CH, NO; Eurojust",
                "1 January 2042",
                "31 December 2042",
                ("four editions", "contributions from 24 MS"),
            ),
            Action(
                "OA 1.2",
                "The price of a blind eye",
                "Study the court files of the past six years to learn what was paid to whom in harbours, land "
                "registries and courtrooms for a ruling or for looking away, and describe the warning signs to "
                "auditors.",
                "CHSG 1, SG 1",
                "NL",
                "BE",
                "DE, ES, IT, LT, RO; Eurojust, OLAF",
                "February 2042",
                "October 2042",
                ("120 files studied", "list of warning signs"),
            ),
            Action(
                "OA 1.3",
                "Landing places",
                "Merge what customs, navies and police have recorded on seizures of cocaine, heroin and hashish with "
                "shipping schedules and weather data, and derive where the next loads are likely to come ashore.",
                "CHSG 1",
                "FR",
                "ES, PT",
                "BE, DE, IE, IT, MT, NL, GR; EMSA, Europol, MAOC (N); observers: UK",
                "2042-01-15",
                "2042-12-15",
                ("forecast every month", "share of forecasts that came true"),
            ),
            Action(
                "OA 1.4",
                "Pills and sewage",
                "Compare pills, sewage samples and purity tests from thirty cities, so that new stimulants and "
                "opioids many times stronger than heroin are noticed before people die of them.",
                "CHSG 1",
                "EUDA",
                "EE",
                "all MS except DK and IE; also Norway",
                "Q1 2042",
                "Q4 2042",
                ("30 cities take part", "days between first sample and alert"),
            ),
            Action(
                "OA 1.5",
                "Every gun tells",
                "Enter each recovered weapon in the shared ballistic database{The database is kept by a Member State "
                "on behalf of all.} within a month, and report which models keep turning up and through whose hands "
                "they have passed.",
                "CHSG 1, SG 3",
                "SE",
                "–",
                "AT, BE, DK, FI, FR, HR, NL, SI; Europol, INTERPOL",
                "01/2042",
                "12/2042",
                ("2 500 weapons entered",),
            ),
            Action(
                "OA 1.6",
                "Cargoes called second-hand",
                "Trace, with export declarations, satellite pictures of scrapyards and tips from port states, "
                "cargoes of wrecked cars, cables and plastic bales which leave the Union as used goods.",
                "CHSG 1",
                "DE",
                "LV",
                "BE, BG, FR, LT, NL, PL; OLAF, EnviCrimeNet",
                "1 March 2042",
                "30 Nov. 2042",
                ("200 cargoes traced", "feedback to customs within 48 hours"),
            ),
            Action(
                "OA 1.7",
                "Directory of police networks",
                "Compile a directory of the police networks that exist in Europe, with their secretariats, mandates "
                "and working languages, and propose which of them might merge.",
                "CHSG 1",
                "LU",
                "AT",
                "CY, HU, SK; CEPOL",
                "April 2042",
                "September 2042",
                ("directory online",),
            ),
            Action(
                "OA 1.8",
                "Half-yearly figures",
                "Collect the figures of the action leaders in May and November, hold them against the indicators, "
                "and send one report to COSI.",
                "CHSG 1",
                "Europol",
                "–",
                "all MS",
                "2042",
                "2042",
                ("two reports", "figures complete for 90 % of the actions"),
            ),
        ),
    ),
    (
        Goal(
            "g2",
            "CHSG 6",
            "Skills and tools",
            "To train those who carry out the plan, to equip them, and to warn those whom criminal networks seek to "
            "use.",
        ),
        (
            Action(
                "OA 2.1",
                "A number to ring in the harbour",
                "Offer planners, crane crews and shift leaders in eight harbours a confidential number to ring when "
                "traffickers threaten them or tempt them with money to move a container out of sight.",
                "CHSG 6, CHSG 7",
                "BE",
                "NL",
                "DE, ES, FR, IT, PL, PT, SE; EUCPN, terminal operators",
                "15/02/2042",
                "31/12/2042",
                ("number known to 80 % of staff", "calls received"),
            ),
            Action(
                "OA 2.2",
                "Taking laboratories apart",
                "Train firefighters, forensic chemists and intervention units to enter the places where amphetamine "
                "or MDMA is cooked, to sample what they find for court, and to leave unharmed.",
                "CHSG 6",
                "CEPOL",
                "NL, PL",
                "AT, BE, CZ, DE, EE, LT, RO, SK; EUDA, Ukraine",
                "Q2 2042",
                "Q3 2042",
                ("three courses", "75 persons trained"),
            ),
            Action(
                "OA 2.3",
                "Not a game",
                "Develop with schools, youth workers and makers of video games material that shows teenagers how "
                "they are talked into shootings, arson and beatings for a fee, and whom they can tell.",
                "CHSG 6, CHSG 7",
                "DK",
                "SE",
                "DE, FI, FR, IE, NL; Norway; EUCPN",
                "01.03.2042",
                "31.10.2042",
                ("material in seven languages", "reach among 13 to 17 year-olds"),
            ),
            Action(
                "OA 2.4",
                "Eyes in forests and small airports",
                "Teach rangers, veterinary officers and customs staff at small airports to recognise protected "
                "animals and plants, alive, stuffed or in parts, and to secure evidence of their origin.",
                "CHSG 6",
                "HU",
                "SK",
                "BG, CZ, EL, HR, RO, SI; Albania, Serbia",
                "May 2042",
                "November 2042",
                ("six courses",),
            ),
            Action(
                "OA 2.5",
                "Yearly meeting of action leaders",
                "Bring the leaders of all actions of this plan together for two days in order to compare progress, "
                "settle overlaps and prepare the plan for 2043.",
                "CHSG 6",
                "PT",
                "SI",
                "all MS; Europol, Eurojust",
                "24 September 2042",
                "25 September 2042",
                ("meeting held", "draft plan for 2043"),
            ),
            Action(
                "OA 2.6",
                "Words for joint teams",
                "Offer the officers who take part in this plan evening classes in the vocabulary of searches and "
                "arrests, in English, French and Spanish.",
                "CHSG 6",
                "MT",
                "TBC",
                "TBC",
                "TBC",
                "31 December 2042",
                ("150 officers enrolled",),
            ),
            Action(
                "OA 2.7",
                "Drones that smell",
                "Try out drones whose sensors detect flowering cannabis plants over barns and greenhouses.",
                "CHSG 6, SG 2",
                "CZ",
                "TBC",
                "SK",
                "03/2042",
                "10/2042",
                (),
                withdrawn=True,
            ),
            Action(
                "OA 2.8",
                "Stadium spotters",
                "Exchange spotters and travel data for international football matches in order to prevent fights "
                "between supporters.",
                "CHSG 6",
                "HR",
                "AT",
                "CZ, DE, HU, PL; Türkiye",
                "2042",
                "2042",
                ("spotters at 20 matches",),
            ),
        ),
    ),
    (
        Goal(
            "g3",
            "SG 1",
            "Heads, helpers and fronts",
            "To remove the persons and the companies that hold criminal networks together.",
        ),
        (
            Action(
                "OA 3.1",
                "Heads abroad and behind bars",
                "Locate convicted or indicted heads of networks who live abroad or go on giving orders from their "
                "cells, and bring about their surrender, their transfer or their isolation.",
                "SG 1",
                "ES",
                "IT, HR",
                "BE, FR, IE, LT, NL, SE; ENFAST, Eurojust; United Kingdom, Colombia",
                "1 January 2042",
                "31 December 2042",
                ("25 heads located", "15 surrendered or transferred"),
            ),
            Action(
                "OA 3.2",
                "Six task forces",
                "Set up six operational task forces, each against one network whose leaders run illegal trades in "
                "three or more countries, and keep them in being until the whole structure is before a court.",
                "SG 1, CHSG 2",
                "IT",
                "BE, Europol",
                "all MS except HU; also CH; Eurojust, EPPO",
                "01.02.2042",
                "2043",
                ("six task forces at work", "persons charged", "structures fully before court"),
            ),
            Action(
                "OA 3.3",
                "Hauliers, builders, hotels",
                "Examine with tax and licensing authorities hauliers, building firms and hotels that are suspected "
                "of belonging to criminal networks, and withdraw their permits, subsidies and public contracts.",
                "SG 1",
                "NL",
                "SE",
                "BE, DK, EE, FI, LU; ENAA; for information: OECD",
                "Q2 2042",
                "Q4 2042",
                ("300 firms examined", "permits withdrawn"),
            ),
            Action(
                "OA 3.4",
                "Money from the first day",
                "Open in each case that arises from this plan the inquiry into money together with the inquiry into "
                "the offence, and trace property down to relatives and nominees.",
                "SG 1, CHSG 3",
                "IE",
                "FR",
                "AT, BE, BG, EL, ES, IT, LV, PL, RO; Europol",
                "2042-02-01",
                "2042-12-31",
                ("share of cases with an inquiry into money",),
            ),
            Action(
                "OA 3.5",
                "Card printers",
                "Register the sale of card printers and holographic film, and follow those that end up with forgers "
                "of identity cards.",
                "SG 1, CHSG 4",
                "BG",
                "–",
                "EL, PL, RO; Frontex, North Macedonia",
                "June 2042",
                "Dec. 2042",
                ("40 printers followed",),
            ),
            Action(
                "OA 3.6",
                "Faster telephones",
                "Read out seized telephones sooner by sharing among the participants of this plan the licences of "
                "extraction software, and exploit the data in one common room.",
                "SG 1",
                "FR",
                "AT",
                "CY, CZ, EE, LT, SI; Europol",
                "15 April 2042",
                "15 December 2042",
                ("waiting time for read-out",),
            ),
        ),
    ),
    (
        Goal(
            "g4",
            "SG 2",
            "Drugs from the sea to the street",
            "To interrupt the supply of drugs at sea, in harbours, on farms and in laboratories.",
        ),
        (
            Action(
                "OA 4.1",
                "Joint days in container ports",
                "Search boxes suspected of holding cocaine on the same days in eleven ports, catch the crews that "
                "come for the bags at night, and follow the release codes back to the employees who sold them.",
                "SG 2, SG 1",
                "BE",
                "DE, NL",
                "ES, FR, IT, PL, PT, SE, SI; Europol, WCO; Ecuador",
                "03/2042",
                "11/2042",
                ("three joint days", "crews arrested", "codes traced"),
            ),
            Action(
                "OA 4.2",
                "Meeting the mother ship",
                "Patrol off the Azores and the Canary Islands with aircraft and frigates in order to catch "
                "freighters in the act of handing bales over to yachts and trawlers.",
                "SG 2",
                "PT",
                "ES",
                "FR, IE, IT; EFCA, Frontex, MAOC (N); UK, United States",
                "1 March 2042",
                "30 September 2042",
                ("600 hours of flight", "boats boarded"),
            ),
            Action(
                "OA 4.3",
                "Heroin by road",
                "Control lorries and coaches between the Bosphorus and Trieste, ask drivers about swapped trailers, "
                "and open cases against the wholesalers who pay for loads of heroin.",
                "SG 2",
                "SI",
                "BG",
                "AT, HR, HU, IT, RO; SELEC; Bosnia and Herzegovina, Serbia, Türkiye",
                "Q1 2042",
                "Q4 2042",
                ("1 800 lorries controlled", "ten cases against wholesalers"),
            ),
            Action(
                "OA 4.4",
                "Warm roofs",
                "Locate cannabis farms in warehouses, caves and maize fields by infrared flights and by readings of "
                "transformers, destroy the crop, and prosecute the networks that finance it.",
                "SG 2",
                "CZ",
                "ES",
                "AT, BE, DE, EL, IT, LV, NL, SK; Albania",
                "01/04/2042",
                "31/10/2042",
                ("350 farms closed", "financiers charged"),
            ),
            Action(
                "OA 4.5",
                "Drums with wrong names",
                "Sample drums declared as glue, cosmetics or cleaning agents for substances from which amphetamine "
                "and MDMA can be made, and visit those who ordered them.",
                "SG 2",
                "PL",
                "BE",
                "CZ, DE, HU, LT, NL; OLAF, EUDA",
                "February 2042",
                "December 2042",
                ("500 samples", "consignees visited"),
            ),
            Action(
                "OA 4.6",
                "Kitchens and tablet presses",
                "Raid in coordinated weeks the barns and rented houses in which speed, crystal meth and ecstasy are "
                "made or pressed, and arrest cooks, landlords and bulk buyers.",
                "SG 2",
                "NL",
                "BE, CZ",
                "DE, FR, LT, LV, PL, SK; Europol",
                "1 April 2042",
                "31 October 2042",
                ("two weeks of raids", "60 sites dismantled"),
            ),
            Action(
                "OA 4.7",
                "Poisoned ditches",
                "Record where barrels of sludge from drug laboratories are dumped, match the impurities with seized "
                "batches, and charge the clean-up to those convicted.",
                "SG 2",
                "BE",
                "–",
                "DE, NL, PL; EUDA",
                "2042-03-01",
                "2043-02-28",
                ("sites recorded", "costs recovered in euro"),
            ),
            Action(
                "OA 4.8",
                "Envelopes from afar",
                "Screen letters and small parcels for nitazenes{A group of opioids, some of them stronger than "
                "fentanyl.} with handheld spectrometers, and identify resellers who sell them as oxycodone.",
                "SG 2, CHSG 5",
                "EE",
                "IE, LV",
                "DE, FI, FR, LT, SE; Norway; Europol, postal operators",
                "Q1 2042",
                "Q3 2042",
                ("20 spectrometers in use", "resellers identified"),
            ),
            Action(
                "OA 4.9",
                "Stolen cancer medicines",
                "Investigate thefts of cancer medicines from hospital pharmacies and their resale to wholesalers in "
                "other countries.",
                "SG 2",
                "IT",
                "TBC",
                "CY, EL, DE, MT, RO",
                "May 2042",
                "TBC",
                ("15 thefts cleared up",),
            ),
        ),
    ),
    (
        Goal(
            "g5",
            "SG 3",
            "Arms, blasts and harm to nature",
            "To keep arms and blasting agents from criminals, and to call to account those who earn from harm to "
            "nature.",
        ),
        (
            Action(
                "OA 5.1",
                "Back from blank",
                "Trace purchases of alarm pistols and decommissioned rifles to the workshops that make them fire "
                "again, and shut these workshops.",
                "SG 3",
                "SK",
                "FR",
                "AT, CZ, DE, HU, SE; EFE, Europol; Switzerland",
                "01/2042",
                "09/2042",
                ("ten workshops shut",),
            ),
            Action(
                "OA 5.2",
                "Left over from war",
                "Stop, at the border and on motorways, pistols and assault rifles that remained after the wars in "
                "the Western Balkans and are carried north in coaches and camper vans.",
                "SG 3",
                "HR",
                "SI, SE",
                "AT, BG, DE, DK, HU, IT; Frontex; Albania, Bosnia and Herzegovina, Montenegro, Serbia",
                "1 May 2042",
                "31 Oct. 2042",
                ("joint controls on six roads", "weapons seized"),
            ),
            Action(
                "OA 5.3",
                "Action days on illegal guns",
                "Search clubs, garages and storage boxes in fourteen countries on the same three days for illegal "
                "guns, magazines and rounds, and question their owners about the suppliers.",
                "SG 3",
                "ES",
                "RO",
                "all MS; Moldova, Ukraine; Europol, INTERPOL",
                "10 June 2042",
                "12 June 2042",
                ("guns, magazines and rounds seized", "suppliers named"),
            ),
            Action(
                "OA 5.4",
                "Fireworks for professionals",
                "Check stocks and customers of importers of display fireworks, and prosecute those who pass category "
                "F4 articles, detonators or flash powder to persons without a licence.",
                "SG 3",
                "NL",
                "DE",
                "AT, BE, CZ, FR, LU, PL",
                "Q3 2042",
                "Q4 2042",
                ("90 importers checked", "customers without a licence"),
            ),
            Action(
                "OA 5.5",
                "Blasts at front doors and cash machines",
                "Compare residues from blasts at front doors and cash machines in four countries, and arrest the "
                "crews and those who procure the charges.",
                "SG 3",
                "DE",
                "NL",
                "AT, LU; Europol",
                "15 January 2042",
                "15 December 2042",
                ("blasts linked", "crews arrested"),
            ),
            Action(
                "OA 5.6",
                "Eel season",
                "Inspect airports and fish farms between November and April, seize live glass eels meant for Asia, "
                "and bring the buyers who pay the fishers before a court.",
                "SG 3",
                "PT",
                "FR",
                "BE, DE, ES, PL; EFCA, Europol; UK",
                "January 2042",
                "April 2042",
                ("300 kg of eels seized", "buyers charged"),
            ),
            Action(
                "OA 5.7",
                "Wrecks on the quay",
                "Open containers with wrecked cars, shredded plastic and broken screens before they are loaded, read "
                "the exporters’ papers against the goods, and prosecute those who forged them.",
                "SG 3",
                "BE",
                "TBC",
                "DE, ES, FR, IT, NL; OLAF, IMPEL",
                "March 2042",
                "October 2042",
                ("400 containers opened", "exporters charged"),
            ),
            Action(
                "OA 5.8",
                "Cold trade",
                "Seize cylinders of refrigerants without quota at the external border and on sales platforms, and "
                "find the fillers.",
                "SG 3",
                "RO",
                "IT",
                "BG, EL, HU, LT, PL; OLAF; Türkiye",
                "01.05.2042",
                "30.09.2042",
                ("tonnes seized",),
            ),
            Action(
                "OA 5.9",
                "Tuna that was never landed",
                "Compare catches of bluefin tuna recorded by satellite and logbook with sales in auction halls, and "
                "prosecute the networks that sell what was never declared.",
                "SG 3",
                "MT",
                "ES",
                "CY, FR, HR, IT; EFCA; Tunisia; observers: Egypt",
                "May 2042",
                "July 2042",
                ("12 auction halls", "networks charged"),
            ),
            Action(
                "OA 5.10",
                "Radio for rangers",
                "Connect the radio networks of nature reserves in the Carpathians so that lost hikers are found "
                "sooner.",
                "SG 3",
                "SK",
                "PL",
                "RO; Ukraine",
                "Q2 2042",
                "Q2 2042",
                ("five reserves connected",),
            ),
        ),
    ),
)

WITHDRAWN = "withdrawn on 3 November 2041"
_SIZE = 10


def main() -> None:
    """Set the plan and write its gold."""
    _write().to_pdf(PDF)
    _gold().write()


def _write() -> CouncilPaper:
    paper = CouncilPaper(COVER, FOOTER, datetime.date(2041, 11, 24))
    paper.annex(landscape=True)
    paper.line("ANNEX", bold=True, underline=True, after=4)
    paper.line("OPERATIONAL ACTION PLAN 2042", bold=True, centred=True, after=2)
    paper.line("Top-level networks – Drugs – Environmental crime – Firearms and explosives", centred=True, after=6)
    paper.line(INTRODUCTION, size=10, after=6)
    table = paper.table([width for _, width in COLUMNS])
    paper.header_row(table, [name for name, _ in COLUMNS], size=_SIZE)
    for goal, actions in PLAN:
        row = table.add_row()
        band = row.cells[0].merge(row.cells[-1])
        paper.fill(band, f"{goal.number} – {goal.label}", bold=True, size=_SIZE + 1, before=2, keep=True)
        paper.fill(band, goal.statement, italic=True, size=_SIZE, after=2, keep=True)
        paper.shade(band, "EDEDED")
        for action in actions:
            cells = table.add_row().cells
            for position, (cell, text) in enumerate(zip(cells[:-1], action.cells, strict=True)):
                narrow = position in (1, 3)
                paper.fill(
                    cell,
                    soften(text) if narrow else text,
                    bold=position == 0,
                    strike=action.withdrawn,
                    size=_SIZE,
                    spacing=1.1,
                    before=3,
                    after=3,
                )
            for indicator in action.indicators:
                paper.fill(cells[-1], f"•\t{soften(indicator)}", size=_SIZE, spacing=1.1, before=3, indent=0.3)
            if action.withdrawn:
                paper.fill(cells[-1], WITHDRAWN, size=_SIZE, before=1.5)
    paper.line(LEGEND, size=9, before=10)
    return paper


# --- gold ------------------------------------------------------------------------------------------------------------


def _gold() -> GoldDocument:
    finished = Finished(PDF, mark_size_pt=6.0)
    gold = GoldDocument(
        PDF,
        title=TITLE,
        kind="operational_action_plan",
        reference=COVER.number,
        issuer="Council of the European Union",
        date="2041-11-24",
        language="en",
        cycle="2041-2044",
        marking="LIMITE",
        subject_codes=list(COVER.codes),
    )
    page = at = 0
    for goal, actions in PLAN:
        place = finished.find(goal.statement, page=page or 2)
        gold.add(
            goal.key,
            "goal",
            goal.statement,
            finished.spans(place),
            number=goal.number,
            title=goal.label,
            horizontal=goal.horizontal,
        )
        page, at = place[-1][0], place[-1][2]
        for action in actions:
            row = finished.find(action.number + action.title.split()[0], page=page, at=at)
            page, at = row[0][0], row[0][1]
            fields: dict[str, object] = {"status": "withdrawn"} if action.withdrawn else {}
            gold.add(
                action.key,
                "action",
                plain(action.text),
                _row_spans(finished, action, page, at),
                number=action.number,
                title=action.title,
                parent=goal.key,
                leader=list(parties(action.lead)),
                co_leaders=list(parties(action.co_leads)),
                participants=list(parties(action.participants)),
                start=moment(action.start),
                end=moment(action.end, end=True),
                goals=action.goals.split(", "),
                kpis=list(action.indicators),
                plan=LABEL,
                **fields,
            )
    return gold


def _row_spans(finished: Finished, action: Action, page: int, at: int) -> list[Span]:
    """Boxes of the description; where only other cells of the row run over the page end, that page has no box."""
    cells = (action.text, action.participants, *action.indicators)
    places = [finished.find(plain(text), page=page, at=at) for text in cells if len(text) > 8]
    spans = finished.spans(places[0])
    described = {span["page"] for span in spans}
    others = {piece[0] for place in places[1:] for piece in place} - described
    bare: list[Span] = [{"page": number} for number in others]
    return sorted([*spans, *bare], key=lambda span: int(str(span["page"])))


if __name__ == "__main__":
    main()
