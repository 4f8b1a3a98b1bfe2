"""st90656-41: operational action plan 2042 as one form for each action, two or three forms a page.

Two templates are mixed, as if two drafters had kept their own: the same fields stand under other labels and in another
order. Some forms give leader and participants in one sentence, some indicators with baseline and target.

Run: python -m corpus.sample.make.plan_forms_2042
"""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.sample.make.council import SAMPLES, CouncilPaper, Cover, Footer, plain
from corpus.sample.make.gold import Finished, GoldDocument, Span
from corpus.sample.make.plans import moment, parties

PDF = SAMPLES / "st90656-41.pdf"
TITLE = "Operational action plan 2042: extortion, fraud, trafficking in human beings and migrant smuggling"
LABEL = "OAP 2042 People and Payments"

COVER = Cover(
    number="90656/41",
    place_and_date="Brussels, 24 November 2041",
    marking="LIMITE",
    codes=("COSI 232", "ENFOPOL 605", "CRIMORG 189", "CYBER 351", "MIGR 402", "ENFOCUSTOM 211", "JAI 1656"),
    kind="NOTE",
    rows=(
        ("From:", "Europol"),
        ("To:", "Standing Committee on Operational Cooperation on Internal Security (COSI)"),
        ("No. prev. doc.:", "90210/41; 90301/41"),
        ("Subject:", TITLE),
    ),
    body=(
        "The annex contains the operational action plan for 2042 on four of the nine priorities of the EMPACT cycle "
        "2041-2044, namely priorities 2, 4, 5 and 7{Document 90210/41.}. It was drafted at two meetings in The "
        "Hague, on 16 and 17 September and on 21 October 2041, under the guidance of the Driver (AT) and the "
        "Co-drivers (EL and LU).",
        "Each action is described in a form. The forms of strategic goal SG 3 were filled in on the template of the "
        "cycle before; their content was checked but their labels were left as they are.",
        "For priority 3 the drafting group received no proposal that a Member State was ready to lead.",
        "COSI is asked to adopt the plan at its meeting on 3 December 2041.",
    ),
)

FOOTER = Footer(initials="ew/AST/pj", unit="JAI.1", marking="LIMITE", label=LABEL)


@dataclass(frozen=True, slots=True)
class Goal:
    """A strategic goal and what it says will have been reached."""

    key: str
    number: str
    label: str
    statement: str
    old_template: bool = False


@dataclass(frozen=True, slots=True)
class Indicator:
    """An indicator; where the form states baseline and target, they stand behind it."""

    name: str
    baseline: str = ""
    target: str = ""

    @property
    def printed(self) -> str:
        return f"{self.name} – baseline: {self.baseline}; target: {self.target}" if self.baseline else self.name


@dataclass(frozen=True, slots=True)
class Action:
    """A form as filled in. ``prose`` stands for leader, co-leaders and participants where they form one sentence."""

    number: str
    title: str
    text: str
    goals: str
    leader: str
    co_leaders: str
    participants: str
    start: str
    end: str
    indicators: tuple[Indicator, ...]
    funding: str
    status: str
    prose: str = ""
    duration: str = ""

    @property
    def key(self) -> str:
        return "o" + self.number.replace(".", "_")


def _count(*names: str) -> tuple[Indicator, ...]:
    return tuple(Indicator(name) for name in names)


PLAN: tuple[tuple[Goal, tuple[Action, ...]], ...] = (
    (
        Goal(
            "g1",
            "SG 1",
            "Breaking the grip of extortion and deceit",
            "At the end of 2042 the groups that extort and deceive from a distance have lost servers, staff and "
            "accounts.",
        ),
        (
            Action(
                "1.1",
                "Families of ransomware",
                "The action works up the identities of the programmers and affiliates behind the five families of "
                "ransomware that are rented out most often, and prepares their arrest. Keys found in the "
                "course of it are published, so that victims can unlock their data without paying.",
                "SG 1",
                "NL",
                "DE, FR",
                "AT, EE, FI, PL, RO; Ukraine, United States; Europol, Eurojust",
                "1 January 2042",
                "31 December 2042",
                _count("suspects identified", "suspects arrested", "victims helped by a published key"),
                "EUR 58 000 (EMPACT grant, low value)",
                "continued from 2041",
            ),
            Action(
                "1.2",
                "Twelve hours",
                "When a hospital, a court or a water company finds its systems locked, a joint team of investigators "
                "and responders is on the spot within twelve hours. It saves traces before the systems are rebuilt "
                "and tells the management what is known of the attackers.",
                "SG 1 (also CHSG 2)",
                "LT",
                "IE",
                "all MS except CY and MT; ENISA",
                "1 March 2042",
                "31 December 2042",
                (
                    Indicator("hours between call and arrival", "31", "12"),
                    Indicator("cases in which traces were saved", "4", "20"),
                ),
                "EMPACT grant, high value (applied for)",
                "new",
            ),
            Action(
                "1.3",
                "Servers that never answer",
                "Some providers let space on their servers to anyone and leave every court order unanswered. The "
                "action identifies them, persuades carriers to cut their lines, and seizes the machines that stand "
                "in the Union.",
                "SG 1",
                "",
                "",
                "",
                "Q2 2042",
                "Q4 2042",
                _count("providers identified", "servers seized"),
                "own resources of the participants",
                "new",
                prose="Led by LV and co-led by BG, with DE, FI, NL and SE; Moldova and Europol take part as well.",
            ),
            Action(
                "1.4",
                "Boiler rooms",
                "Investigators follow offers of shares, coins and gold which do not exist from the advertisement to "
                "the account in which the savings end. They search the rooms from which the calls are made, in third "
                "countries as well, and warn supervisors of cloned prospectuses.",
                "SG 1",
                "AT",
                "CZ",
                "DE, ES, FI, HU, SK; Albania, North Macedonia, Serbia; Europol, Eurojust",
                "February 2042",
                "December 2042",
                _count("rooms searched", "managers arrested", "amount frozen in euro"),
                "EUR 120 000 (Internal Security Fund)",
                "continued from 2041",
            ),
            Action(
                "1.5",
                "Is it really you?",
                "Branches of banks and emergency hotlines are equipped with a test that recognises artificial voices "
                "and faces. Samples are collected and shared so that the test keeps pace with the offenders.",
                "SG 1 (also CHSG 6)",
                "EE",
                "FI",
                "DK, LU, SE; Norway; Europol; European Banking Federation",
                "2042-04-01",
                "2042-12-31",
                (Indicator("share of fakes recognised", "none", "95 %"),),
                "EMPACT grant, low value",
                "new",
            ),
            Action(
                "1.6",
                "Accounts for rent",
                "With banks, the action detects pupils and students through whose accounts stolen money passes, and "
                "finds out who talked or forced them into it. The recruiters are prosecuted; the young people are "
                "heard as witnesses wherever the law allows.",
                "SG 1",
                "PL",
                "NL, RO",
                "all MS; also Switzerland; Europol, Eurojust",
                "15 September 2042",
                "30 November 2042",
                _count("accounts blocked", "recruiters charged"),
                "none",
                "continued from 2041",
            ),
            Action(
                "1.7",
                "Doorbell and telephone",
                "Care services, pharmacies and parish halls pass on to older people who live alone a short list of "
                "calls, messages and visits that they should break off at once. Those who have already lost money "
                "are visited and put in touch with their bank.",
                "SG 1 (also CHSG 7)",
                "",
                "",
                "",
                "May 2042",
                "October 2042",
                _count("lists handed out", "visits to persons who lost money"),
                "EUR 45 500 (EMPACT grant, low value)",
                "new",
                prose="Led by DK, with BE, IE, LU and PT; EUCPN and AGE Platform Europe take part too.",
            ),
            Action(
                "1.8",
                "The bureaux’ own network",
                "The computer network that the liaison bureaux in The Hague share is tested for weak spots by an "
                "outside team, and its users learn to recognise forged mail.",
                "SG 1",
                "Europol",
                "–",
                "AT, FR, NL, SI",
                "March 2042",
                "March 2042",
                _count("weak spots closed"),
                "budget of Europol",
                "new",
            ),
        ),
    ),
    (
        Goal(
            "g2",
            "SG 2",
            "People are not freight",
            "Those who sell, hold or ship human beings find fewer hiding places along the routes and in the "
            "workplaces of the Union.",
        ),
        (
            Action(
                "2.1",
                "Building sites and packing halls",
                "For one week, labour inspectors and police of twenty countries visit building sites, packing halls "
                "and delivery depots together. Cases are opened against agencies and subcontractors that keep the "
                "papers or the wages of workers brought there by deceit.",
                "SG 2",
                "BE",
                "BG, NL",
                "AT, CY, DE, EL, ES, FR, IT, LV, PT, RO, SE; Norway; ELA, Europol",
                "8 June 2042",
                "14 June 2042",
                (
                    Indicator("workplaces visited", "6 400", "9 000"),
                    Indicator("cases against agencies or subcontractors", "38", "60"),
                ),
                "EMPACT grant, high value; ELA pays interpreters",
                "continued from 2041",
            ),
            Action(
                "2.2",
                "Advertisements that repeat themselves",
                "A search tool compares advertisements for sexual services on forty portals and finds telephone "
                "numbers, photographs and turns of phrase that recur. Investigators receive those behind which women "
                "are sold by others.",
                "SG 2 (also CHSG 1)",
                "ES",
                "RO",
                "AT, BE, FR, HU, IT, NL; UK; Europol",
                "01.02.2042",
                "31.10.2042",
                _count("advertisements passed on", "investigations opened"),
                "EUR 60 000 (EMPACT grant, low value)",
                "continued from 2041",
            ),
            Action(
                "2.3",
                "Bought, sold and held",
                "Twice in the year flats, clubs, wedding halls and begging places are checked on the same day in all "
                "participating countries. Persons who buy, sell or hold women and men for prostitution, labour, "
                "begging or marriage are arrested and brought to court.",
                "SG 2",
                "AT",
                "DE",
                "all MS except EE and LV; Iceland, Switzerland, Ukraine; Europol, Frontex",
                "May 2042",
                "October 2042",
                _count("two joint days", "persons arrested", "victims found"),
                "EMPACT grant, high value",
                "new",
            ),
            Action(
                "2.4",
                "Boats from the warehouse",
                "The sale of inflatable boats, outboard motors and life vests is traced from factories in Asia to "
                "depots near the coast. Stock is seized before it reaches the beach, and the dealers are charged as "
                "accomplices of the smugglers.",
                "SG 2",
                "FR",
                "DE",
                "BE, BG, NL; Türkiye, United Kingdom; Europol, OLAF",
                "1 January 2042",
                "31 December 2042",
                (Indicator("boats seized before use", "140", "400"), Indicator("dealers charged", "6", "20")),
                "own resources",
                "continued from 2041",
            ),
            Action(
                "2.5",
                "Lorry parks",
                "At motorway parks in five countries, refrigerated and tank lorries are checked with heartbeat "
                "detectors and carbon dioxide probes. People found inside are brought to safety; those who loaded "
                "them are arrested.",
                "SG 2",
                "SI",
                "HR",
                "AT, HU, IT; Frontex; Bosnia and Herzegovina, Serbia",
                "Q2 2042",
                "Q3 2042",
                _count("lorries checked", "persons brought to safety", "loaders arrested"),
                "Frontex lends detectors",
                "new",
            ),
            Action(
                "2.6",
                "Crossings on offer",
                "Accounts that advertise sea crossings with prices and videos are reported to the platforms after "
                "their content has been preserved, and the persons who run them are identified.",
                "SG 2 (also CHSG 5)",
                "Europol",
                "IT",
                "BE, DE, EL, ES, FR, MT; Frontex",
                "January 2042",
                "December 2042",
                _count("accounts reported", "persons identified"),
                "none",
                "continued from 2041",
            ),
            Action(
                "2.7",
                "Fare held in trust",
                "Shopkeepers and money changers keep the fare in trust until the traveller rings from the place of "
                "arrival. The action finds them through telephone records, freezes what they hold, and shares their "
                "ledgers with all countries concerned.",
                "SG 2 (also SG 3)",
                "",
                "",
                "",
                "1 April 2042",
                "31 December 2042",
                _count("ledgers shared", "amount frozen in euro"),
                "EUR 59 900 (EMPACT grant, low value)",
                "new",
                prose="The action is led by EL, with IT as co-leader; AT, BG, CY, DE, Türkiye and Eurojust join.",
            ),
            Action(
                "2.8",
                "Three joint teams on three routes",
                "Joint investigation teams work against the networks that take people for payment across the Aegean, "
                "through the Western Balkans and over the Channel, from those who recruit to those who steer.",
                "SG 2",
                "DE",
                "BE, FR",
                "AT, BG, EL, HR, HU, NL, SI; UK, Serbia; Eurojust, Europol, Frontex",
                "2042",
                "2043",
                (Indicator("joint investigation teams", "1", "3"), Indicator("networks dismantled", "2", "9")),
                "EMPACT grant, high value; Eurojust for the teams",
                "continued from 2041",
            ),
            Action(
                "2.9",
                "Charter flights",
                "Seats on charter flights by which persons obliged to leave are returned to their countries of "
                "origin are booked jointly, so that fewer of them remain empty.",
                "SG 2",
                "HU",
                "TBC",
                "CZ, DK, PL; Frontex",
                "TBC",
                "TBC",
                _count("empty seats"),
                "TBC",
                "on hold",
            ),
        ),
    ),
    (
        Goal(
            "g3",
            "SG 3",
            "An end to easy earnings",
            "Fakes, untaxed goods and laundered money yield less than they cost, because makers, dealers and helpers "
            "are found and what they own is taken.",
            old_template=True,
        ),
        (
            Action(
                "3.1",
                "Night shift",
                "Production halls in which cigarettes are made without a licence are located through deliveries of "
                "cut tobacco, filter tow and electricity. They are closed, and the organisers are arrested as well "
                "as those who lend the machines.",
                "SG 3",
                "LT",
                "PL",
                "BE, CZ, DE, ES, LV, NL, RO, SK; OLAF, Europol; Ukraine",
                "",
                "",
                _count("halls closed", "duty evaded in euro"),
                "EMPACT grant, high value",
                "runs since 2041",
                duration="1 January to 31 December 2042",
            ),
            Action(
                "3.2",
                "What is in the tank?",
                "Traffic police in nine countries learn to tell lubricants and recycled oil from diesel with a "
                "mobile laboratory, and to read the consignment notes that go with them.",
                "SG 3, CHSG 6",
                "PL",
                "–",
                "BG, CZ, EE, HU, LT, LV, RO, SK; OLAF",
                "",
                "",
                _count("patrols trained", "tanks sampled"),
                "EUR 38 000 (EMPACT grant, low value)",
                "to begin",
                duration="March to June 2042",
            ),
            Action(
                "3.3",
                "Brake pads, toys, pills",
                "In one month, customs and market surveillance authorities seize brake pads, toys and medicines that "
                "bear false marks and may injure those who use them. The sellers behind web shops are traced by test "
                "purchases.",
                "SG 3",
                "IT",
                "ES, EUIPO",
                "all MS except FI; OLAF, Europol; for information: EMA",
                "",
                "",
                _count("items seized", "sellers traced"),
                "EUIPO",
                "runs since 2041",
                duration="October 2042",
            ),
            Action(
                "3.4",
                "Notes by post",
                "Officers under cover order counterfeit notes of 20 and 50 euro from darknet vendors, compare the "
                "printing and find the workshop.",
                "SG 3",
                "FR",
                "PT",
                "DE, ES, IT, LT; European Central Bank, Europol",
                "",
                "",
                _count("orders placed", "workshops found"),
                "Pericles programme",
                "to begin",
                duration="1 February to 30 November 2042",
            ),
            Action(
                "3.5",
                "Formation agents",
                "Notaries, bookkeepers and formation agents whose names recur in laundering cases are looked into "
                "together with financial intelligence units. The findings go to prosecutors and to the professional "
                "chambers.",
                "SG 3",
                "LU",
                "EE, MT",
                "CY, IE, LT, NL; AMLA, Europol; Switzerland",
                "",
                "",
                _count("agents looked into", "files handed to prosecutors"),
                "none",
                "to begin",
                duration="2042 to 2043",
            ),
            Action(
                "3.6",
                "Following coins through the blender",
                "Ninety investigators and twenty prosecutors learn to follow crypto-assets through mixing services "
                "and instant exchangers, and to draft the requests that exchanges answer.",
                "SG 3, CHSG 6",
                "CEPOL",
                "AT",
                "all MS; also Norway, Moldova; Europol, Eurojust",
                "",
                "",
                _count("110 persons trained", "requests answered"),
                "budget of CEPOL",
                "runs since 2041",
                duration="15 March to 15 November 2042",
            ),
            Action(
                "3.7",
                "Who owns the restaurant?",
                "Registers of companies, land and vehicles are compared in order to find hauliers, restaurants and "
                "builders whose real owners are convicted members of criminal networks.",
                "SG 3, CHSG 1",
                "SE",
                "NL",
                "BE, DE, DK, EE; Europol",
                "",
                "",
                _count("registers connected", "firms found"),
                "own resources",
                "to begin",
                duration="April to December 2042",
            ),
            Action(
                "3.8",
                "Frozen and taken",
                "In every case of this plan in which more than EUR 50 000 is at stake, the asset recovery offices "
                "trace and freeze accounts, vehicles and land, and report each half-year what has been confiscated.",
                "SG 3",
                "IE",
                "BG, CZ",
                "all MS except DK; Europol, Eurojust; observers: CARIN",
                "",
                "",
                _count("amount frozen in euro", "amount confiscated in euro"),
                "none",
                "runs since 2041",
                duration="1 January to 31 December 2042",
            ),
            Action(
                "3.9",
                "VAT on equipment",
                "A guide of ten pages explains to those who receive grants under this plan how to recover the value "
                "added tax on equipment and travel.",
                "SG 3",
                "LU",
                "–",
                "–",
                "",
                "",
                _count("guide published"),
                "none",
                "to begin",
                duration="February 2042",
            ),
            Action(
                "3.10",
                "Exercise for press officers",
                "Press officers of the participants of this plan practise joint statements to the public in an "
                "exercise that lasts a day.",
                "SG 3, CHSG 6",
                "SK",
                "AT",
                "CZ, HU, PL, SI; Eurojust, Europol",
                "",
                "",
                _count("exercise held"),
                "EUR 9 000 (EMPACT grant, low value)",
                "to begin",
                duration="11 June 2042",
            ),
        ),
    ),
    (
        Goal(
            "g4",
            "CHSG 6",
            "Skills and tools",
            "Those who carry out the plan know what it asks of them and have the tools, the languages and the money "
            "for it.",
        ),
        (
            Action(
                "4.1",
                "Kick-off and stocktaking",
                "The Driver invites the leaders of all actions to a meeting in January and to another in September, "
                "at which progress, money and staff are discussed.",
                "CHSG 6",
                "AT",
                "EL, LU",
                "all MS; Europol, Eurojust, Frontex, CEPOL",
                "20 January 2042",
                "18 September 2042",
                _count("two meetings held"),
                "EMPACT grant, low value",
                "new",
            ),
            Action(
                "4.2",
                "Subscriber data",
                "Prosecutors who handle cases of this plan learn how to ask companies outside the Union for the data "
                "of subscribers, and how to present them in court.",
                "CHSG 6",
                "Eurojust",
                "PT",
                "AT, CZ, EL, ES, HR, SI; EJCN, EJTN",
                "Q2 2042",
                "Q3 2042",
                (Indicator("prosecutors trained", "0", "60"),),
                "budget of Eurojust",
                "new",
            ),
            Action(
                "4.3",
                "A pool of interpreters",
                "A pool of interpreters for rare languages is set up on which every action of this plan can draw at "
                "two days’ notice.",
                "CHSG 6",
                "FI",
                "DK",
                "EE, LT, SE; Iceland, Norway",
                "March 2042",
                "December 2042",
                _count("interpreters in the pool", "requests met"),
                "EUR 52 000 (EMPACT grant, low value)",
                "new",
            ),
            Action(
                "4.4",
                "Receipts",
                "Receipts of the beneficiaries are collected, checked and summed up in a report on the use of grants "
                "under this plan.",
                "CHSG 6",
                "Europol",
                "–",
                "AT, EL, LU",
                "October 2042",
                "January 2043",
                _count("report sent to the Commission"),
                "none",
                "new",
            ),
        ),
    ),
)

_GAP_PT = 7  # two descriptions are then cut by the end of a page

INTRODUCTION = (
    "1.\tThe plan pursues the strategic goals below. SG 1 to SG 3 are its own; CHSG 6 is taken from the general "
    "multi-annual strategic plan, in words adapted to the subjects of this plan.",
    "2.\tIn the forms, “new” or “to begin” marks an action of which no earlier version exists. Amounts are "
    "applications and not commitments.",
)


def main() -> None:
    """Set the plan and write its gold."""
    _write().to_pdf(PDF)
    _gold().write()


def _rows(action: Action, goal: Goal) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Labels and paragraphs of a form, in the order of its template."""
    indicators = tuple(f"•\t{indicator.printed}" for indicator in action.indicators)
    if goal.old_template:
        yield "Action", (action.number,)
        yield "Title", (action.title,)
        yield "Contributes to", (action.goals,)
        yield "Led by", (action.leader,)
        yield "Assisted by", (action.co_leaders,)
        yield "With", (action.participants,)
        yield "What and why", (action.text,)
        yield "Duration", (action.duration,)
        yield "Measured by", indicators
        yield "Money", (action.funding,)
        yield "State of play", (action.status,)
        return
    yield "Action No", (action.number,)
    yield "Name of action", (action.title,)
    yield "Objective and description", (action.text,)
    if action.prose:
        yield "Leader and participants", (action.prose,)
    else:
        yield "Action leader", (action.leader,)
        yield "Co-leaders", (action.co_leaders,)
        yield "Participants", (action.participants,)
    yield "Start date", (action.start,)
    yield "End date", (action.end,)
    yield "Strategic goal", (action.goals,)
    yield "Performance indicators", indicators
    yield "Funding", (action.funding,)
    yield "Status", (action.status,)


def _write() -> CouncilPaper:
    paper = CouncilPaper(COVER, FOOTER, datetime.date(2041, 11, 24), body_pt=11.5)
    paper.annex()
    paper.line("ANNEX", bold=True, underline=True, after=12)
    paper.line("OPERATIONAL ACTION PLAN 2042", bold=True, centred=True, after=4)
    paper.line("EXTORTION, FRAUD, TRAFFICKING IN HUMAN BEINGS AND MIGRANT SMUGGLING", bold=True, centred=True, after=16)
    paper.body(INTRODUCTION[0], indent=1.0, spacing=1.3)
    for goal, _ in PLAN:
        paper.body(f"{goal.number}\t{goal.label}", indent=1.8, left=1.0, spacing=1.3, after=0).runs[0].bold = True
        paper.body(goal.statement, left=2.8, spacing=1.3)
    paper.body(INTRODUCTION[1], indent=1.0, spacing=1.3, after=16)
    for goal, actions in PLAN:
        paper.line(f"Actions under {goal.number}", bold=True, size=13, before=10, after=8, keep=True)
        for action in actions:
            _form(paper, goal, action)
    return paper


def _form(paper: CouncilPaper, goal: Goal, action: Action) -> None:
    table = paper.table((4.2, 11.8))
    for position, (label, paragraphs) in enumerate(_rows(action, goal)):
        left, right = table.add_row().cells
        paper.fill(left, label, bold=True, size=10.5, before=1, after=1, keep=position < 2)
        paper.shade(left, "E4E9F0" if goal.old_template else "EFEFEF")
        for text in paragraphs:
            paper.fill(
                right,
                text,
                bold=position == 1,
                size=10.5,
                before=1,
                after=1,
                justified=text == action.text,
                indent=0.4 if text.startswith("•") else 0,
                keep=position < 2,
            )
    paper.line("", size=9, after=_GAP_PT)


# --- gold ------------------------------------------------------------------------------------------------------------


def _gold() -> GoldDocument:
    finished = Finished(PDF, mark_size_pt=7.5)
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
    page, at = 2, 0
    for goal, actions in PLAN:
        statement = finished.find(goal.statement, page=2)
        gold.add(
            goal.key,
            "goal",
            goal.statement,
            finished.spans(statement),
            number=goal.number,
            title=goal.label,
            horizontal=goal.number.startswith("CHSG"),
        )
        for action in actions:
            labels = ("Action", "Title") if goal.old_template else ("Action No", "Name of action")
            head = finished.find(f"{labels[0]}{action.number}{labels[1]}{action.title}", page=page, at=at)
            page, at = head[0][0], head[0][1]
            gold.add(
                action.key,
                "action",
                plain(action.text),
                _form_spans(finished, action, goal, page, at),
                number=action.number,
                title=action.title,
                parent=goal.key,
                **_fields(action),
            )
    return gold


def _fields(action: Action) -> dict[str, object]:
    leader, co_leaders, participants = PROSE.get(action.number, (action.leader, action.co_leaders, action.participants))
    start, end = _period(action.duration) if action.duration else (moment(action.start), moment(action.end, end=True))
    goals = action.goals.replace(" (also ", ", ").rstrip(")").split(", ")
    return {
        "leader": list(parties(leader)),
        "co_leaders": list(parties(co_leaders)),
        "participants": list(parties(participants)),
        "start": start,
        "end": end,
        "goals": goals,
        "kpis": [indicator.name for indicator in action.indicators],
        "status": action.status,
        "plan": LABEL,
        "funding": action.funding,
    }


PROSE = {
    "1.3": ("LV", "BG", "DE, FI, NL, SE, Moldova, Europol"),
    "1.7": ("DK", "–", "BE, IE, LU, PT, EUCPN, AGE Platform Europe"),
    "2.7": ("EL", "IT", "AT, BG, CY, DE, Türkiye, Eurojust"),
}
"""Leader, co-leaders and participants of the forms that give them in a sentence."""


def _period(printed: str) -> tuple[str | None, str | None]:
    """Start and end of ``1 January to 31 December 2042``; a single date is both."""
    first, _, last = printed.partition(" to ")
    if not last:
        return moment(first), moment(first)
    year = last.split()[-1]
    return moment(first if first.endswith(year) or first.isdigit() else f"{first} {year}"), moment(last)


def _form_spans(finished: Finished, action: Action, goal: Goal, page: int, at: int) -> list[Span]:
    """Boxes of the description; a page that holds only other rows of the form has no box."""
    label, (value,) = list(_rows(action, goal))[-1]
    last_row = finished.find(label + value, page=page, at=at)
    spans = finished.spans(finished.find(plain(action.text), page=page, at=at))
    described = {span["page"] for span in spans}
    others = set(range(page, last_row[-1][0] + 1)) - described
    bare: list[Span] = [{"page": number} for number in others]
    return sorted([*spans, *bare], key=lambda span: int(str(span["page"])))


if __name__ == "__main__":
    main()
