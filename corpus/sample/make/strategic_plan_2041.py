"""st90301-41: the general multi-annual strategic plan of 2041-2044, whose goals stand in prose and in a table.

Each common horizontal strategic goal has a heading, a statement and reasons in running text. The indicators of five
goals stand only in a table of goals and indicators (merged cells at the left, rows on over a page); those of the other
two only in sentences, with baseline and target in brackets. A matrix of goals and priorities holds crosses alone.

Run: python -m corpus.sample.make.strategic_plan_2041
"""

import datetime
from dataclasses import dataclass

from corpus.sample.make.council import SAMPLES, CouncilPaper, Cover, Footer, plain
from corpus.sample.make.gold import Finished, GoldDocument, part

PDF = SAMPLES / "st90301-41.pdf"
TITLE = "General multi-annual strategic plan (G-MASP) for the EMPACT cycle 2041-2044"

COVER = Cover(
    number="90301/41",
    place_and_date="Brussels, 26 June 2041",
    marking="LIMITE",
    codes=("COSI 131", "ENFOPOL 345", "CRIMORG 96", "ENFOCUSTOM 112", "JAI 887"),
    kind="NOTE",
    rows=(
        ("From:", "General Secretariat of the Council"),
        ("To:", "Standing Committee on Operational Cooperation on Internal Security (COSI)"),
        ("No. prev. doc.:", "90210/41, 90266/1/41 REV 1"),
        ("Subject:", TITLE),
    ),
    body=(
        "1.\tFollowing the Council’s decision on the priorities for 2041 to 2044, the Commission invited experts from "
        "26 Member States and eleven agencies and services to two drafting meetings, held on 12 June in Brussels and "
        "on 17 and 18 June in The Hague{Lists of participants: document 90266/1/41 REV 1.}.",
        "2.\tThe plan that resulted is set out in the annex. Seven common horizontal strategic goals replace the "
        "eight of the previous cycle; two former goals, on training and on research, have been joined, and the goal "
        "on parcels is new.",
        "3.\tCOSI is invited to approve the plan, so that the drafting of the operational action plans can begin in "
        "September.",
    ),
    ruled=True,
)


@dataclass(frozen=True, slots=True)
class Indicator:
    """What is measured, from where to where; ``source`` says who reports it, in the table only."""

    name: str
    baseline: str
    target: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class Goal:
    """A common horizontal strategic goal. ``measured`` is a text with {} for its indicators, empty for the table."""

    number: int
    label: str
    statement: str
    reasons: tuple[str, ...]
    actors: str
    indicators: tuple[Indicator, ...]
    measured: str = ""

    @property
    def printed(self) -> str:
        return f"CHSG {self.number}"


GOALS = (
    Goal(
        1,
        "Knowing before acting",
        "By the end of 2044 every operational action plan draws on an intelligence picture less than twelve months "
        "old that names the networks, the go-betweens and the routes which do most harm, and that says what is not "
        "known about them.",
        (
            "Plans have in the past been written from memory. Of the fifteen plans of the year 2040, four cited an "
            "analysis made for the purpose; the others referred to the threat assessment of 2037, which could not "
            "know of the encrypted services that failed in 2038.",
            "Europol remains the place where contributions are compared, but it is not the only author. Regional "
            "pictures drawn up by groups of neighbouring states, customs risk profiles and wastewater studies count "
            "as well, provided that they can be shared at a level of protection at which the participants of the plan "
            "may read them.",
        ),
        "Europol compiles, all Member States contribute; Frontex, the EUDA and OLAF add what they see at borders, in "
        "laboratories and in declarations.",
        (
            Indicator("Plans that rest on a picture less than twelve months old", "4 of 15", "all", "Europol"),
            Indicator("Member States that contribute through SIENA to at least ten plans", "13", "24", "Europol"),
            Indicator(
                "Median time between a seizure and its entry in an analysis project", "34 days", "10 days", "Europol"
            ),
        ),
    ),
    Goal(
        2,
        "From case to court",
        "Joint investigations concentrate on the few persons without whom a criminal market would stall, bring in "
        "prosecutors on the day on which a case is opened, and end in judgments and not merely in arrests.",
        (
            "Arrests are easy to count and were therefore counted. What became of those arrested is known in fewer "
            "than half of the cases{Study for the Commission on the cycle 2037-2040, finding 5.}. Where a prosecutor "
            "joined at the planning stage, evidence gathered abroad was admitted in nine trials out of ten; where one "
            "joined after the action day, in six.",
            "Operational task forces, joint investigation teams and joint action days are means of this goal and do "
            "not compete with each other. A plan should say which of them it intends to use and why.",
        ),
        "Eurojust and, within its remit, the EPPO; Drivers, who name a judicial contact for their plan; national "
        "prosecution services.",
        (
            Indicator("Joint investigation teams set up under a plan", "61", "110", "Eurojust"),
            Indicator("Actions with a prosecutor among the participants from the start", "19 %", "50 %", "Drivers"),
            Indicator("High-value targets convicted at first instance", "27", "80", "Member States"),
            Indicator("Arrests whose judicial outcome is known after two years", "46 %", "85 %", "Member States"),
        ),
    ),
    Goal(
        3,
        "Taking the profit",
        "No action against a criminal network is regarded as complete until the money has been looked for; the value "
        "of assets that are finally confiscated doubles within the cycle, and what can be returned to victims is "
        "returned.",
        (
            "The distance between what is seized and what is confiscated has grown in each of the last three cycles. "
            "Assets are identified late, frozen later, and kept in a way that costs more than they are worth.",
            "Financial investigators are scarce in every Member State. The goal therefore asks not for more "
            "specialists but for a habit: that the asset recovery office be called when the file is opened. Informal "
            "bankers, providers of crypto-asset services and the gatekeepers of company law are to be looked at in "
            "every plan, whichever crime it concerns.",
        ),
        "Asset recovery offices and financial intelligence units; AMLA, for access to information held by obliged "
        "entities; Europol’s financial crime centre.",
        (
            Indicator(
                "Actions in which a financial inquiry was opened within one week",
                "31 %",
                "75 %",
                "Drivers, asset recovery offices",
            ),
            Indicator(
                "Value of assets confiscated by final decision", "EUR 148 million", "EUR 300 million", "Member States"
            ),
            Indicator("Freezing requests between Member States answered within 48 hours", "22 %", "70 %", "Europol"),
        ),
    ),
    Goal(
        4,
        "Who is who",
        "Forged documents, documents issued on false grounds and stolen digital identities lose their use to "
        "offenders, because what one Member State has found out about them is visible to all others within a day.",
        (
            "Since document fraud ceased to be a priority of its own it has become everybody’s subject and nobody’s "
            "task. Forgeries grow rarer while genuine papers in the wrong hands grow more common, and the weakest "
            "point is now the office that issues a birth certificate, a residence card or a company extract.",
        ),
        "Frontex as the keeper of the database, eu-LISA for the systems against which identities are compared, and "
        "registry offices, which have so far not been asked.",
        (
            Indicator(
                "Member States that feed the common database of false and authentic documents weekly",
                "15",
                "27",
                "Frontex",
            ),
            Indicator("Identities found to be in use by more than one person", "2 140", "6 000", "Europol, eu-LISA"),
        ),
    ),
    Goal(
        5,
        "Parcels, platforms and payments",
        "Illicit goods and services that are offered online, paid for at a distance and delivered by post or courier "
        "are taken off the market at the source, at the counter and at the letterbox in one and the same operation.",
        (
            "Four of the nine priorities meet in the sorting hall: drugs, firearm parts, counterfeits and protected "
            "animals travel in the same bags. Postal operators and express carriers hold data which customs may ask "
            "for and seldom do{Only eleven Member States have asked for electronic advance data for purposes of law "
            "enforcement.}.",
            "The goal calls for at least two joint weeks of controls a year, prepared together by police, customs and "
            "market surveillance, and for standing contacts with marketplaces, hosting providers and payment "
            "institutions.",
        ),
        "Customs administrations in the first place; postal operators and express carriers on a voluntary basis; the "
        "EUIPO, whose contacts with marketplaces are the oldest.",
        (
            Indicator(
                "Joint control weeks in parcel hubs, with at least fifteen Member States each", "1", "8", "Drivers"
            ),
            Indicator("Offers removed by marketplaces within 24 hours of a referral", "54 %", "90 %", "Europol"),
            Indicator("Vendor accounts attributed to a known person", "380", "1 500", "Europol"),
        ),
    ),
    Goal(
        6,
        "Skills and tools",
        "Those who carry out the plans, in whatever service they work, have been trained for what the plans ask of "
        "them and use tools whose results stand up in court.",
        (
            "Training has been offered in abundance and taken up by those who needed it least. Half of the seats in "
            "EMPACT courses of the year 2040 were filled by officers who had attended one before. Inspectors of "
            "labour, waste and fisheries, who open the doors behind which offences are found, filled one seat in "
            "twenty.",
            "Tools for translation, for the analysis of large seizures and for the tracing of crypto-assets are "
            "developed several times over. They should be developed once, tested openly, and shared under conditions "
            "that defence lawyers may examine.",
        ),
        "CEPOL, with the European training networks for judges and for cybercrime investigators; Europol’s innovation "
        "laboratory for the tools.",
        (
            Indicator("seats in courses that are filled by prosecutors and inspectors", "12 %", "35 %"),
            Indicator(
                "participants who still use what they learnt a year after the course", "not measured", "two in three"
            ),
            Indicator("tools released in the shared repository together with a test report", "5", "25"),
        ),
        "Three indicators tell whether this goal is being met. CEPOL reports the share of {0}; CEPOL asks a sample of "
        "former students, in order to establish the share of {1}; and Europol publishes the number of {2}.",
    ),
    Goal(
        7,
        "Prevention and the administrative hand",
        "People who might be harmed, hired or used by criminal networks learn in time how that happens, and public "
        "authorities refuse such networks the permits, contracts and premises that they need.",
        (
            "Every plan contains a campaign, and hardly any campaign was ever examined for its effect. The goal asks "
            "for fewer of them, aimed at narrower groups: apprentices who are offered money for the use of an "
            "account, hauliers whose names are borrowed, landlords of short-let flats.",
            "The administrative approach has proved itself in towns and border regions. What is missing is a lawful "
            "way to tell the neighbouring town, or the town across the border, what one has found.",
        ),
        "Municipalities, licensing authorities and labour inspectorates; the networks on crime prevention and on the "
        "administrative approach; victims’ organisations.",
        (
            Indicator("campaigns evaluated by somebody who did not run them", "3 of 41", "all"),
            Indicator("licences refused or withdrawn on the ground of links to organised crime", "870", "2 000"),
            Indicator("border regions in which local authorities share such findings", "4", "12"),
        ),
        "Progress is judged by the number of {0}, by the number of {1}, which the network on the administrative "
        "approach collects once a year, and by the number of {2}.",
    ),
)

INTRODUCTION = (
    "1.1\tThe general multi-annual strategic plan stands between the priorities, which say against what the Member "
    "States act together, and the operational action plans, which say what is done, by whom and when. It sets goals "
    "that hold for all priorities alike, and it runs for four years.",
    "1.2\tA goal in the sense of this plan describes a state of affairs and not an activity. It is called common "
    "because each plan must work towards it and horizontal because it does not belong to any one crime area. A plan "
    "may add strategic goals of its own; in that case these are numbered separately and marked as such.",
    "1.3\tThe plan contains no actions. Whoever looks for leaders, dates or participants will find them in the "
    "operational action plans.",
)

METHOD = (
    "2.1\tThe experts started from the threat assessment, from the independent evaluation of the cycle 2037-2040 and "
    "from the reports of the Drivers for the last two years. Thirty-one proposals for goals were collected; those "
    "that described a meeting, a report or a good intention were set aside.",
    "2.2\tFor each remaining proposal three questions were asked. Can somebody outside the platform find out whether "
    "the goal has been reached? Would it make a difference to at least five priorities? And is there an authority "
    "that can be asked for the figures? The seven goals below are those to which the answer was yes three times.",
    "2.3\tBaselines refer to the year 2040 unless otherwise stated. Where none exists, the first report, due in March "
    "2042, will supply it. Targets are to be reached by 31 December 2044; values for the years between are not "
    "prescribed.",
)

TABLE_INTRO = (
    "4.1\tThe following table brings together the indicators of goals 1 to 5. Those of goals 6 and 7 are explained in "
    "the text above, since they rest on surveys and not on counts.",
    "4.2\tThe last column names whoever keeps the figure. Where two are named, the first collects and the second "
    "confirms; no Driver is asked for a figure that an agency already holds.",
)

PRIORITIES = (
    ("1", "Top-level criminal networks", "XX.X.XX"),
    ("2", "Cyber-dependent crime", "XX..XX."),
    ("3", "Child sexual exploitation", "XX..XXX"),
    ("4", "Trafficking in human beings", "XXXXX.X"),
    ("5", "Migrant smuggling", "XXXX.X."),
    ("6", "Drugs", "XXX.XXX"),
    ("7", "Fraud and crime against the economy", "XXXXXXX"),
    ("8", "Environmental crime", "XXX..XX"),
    ("9", "Firearms and explosives", "XX..X.."),
)

GOVERNANCE = (
    "6.1\tEach Driver reports once a year, by the end of January, on the indicators to which the plan in question "
    "contributes. The EMPACT support team at Europol compiles the reports; a figure that cannot be traced to an "
    "action is returned to its author.",
    "6.2\tCOSI examines the compilation in March. It may adapt a target where a change in the law or in the market "
    "has made it meaningless, but not because it has turned out to be difficult.",
    "6.3\tThe mid-term review in 2043 will look at the goals as well as at the priorities. A goal that fewer than "
    "half of the plans have taken up is either explained anew or abandoned.",
    "6.4\tFunds for the implementation of the plan come from the Internal Security Fund, from the budgets of the "
    "agencies and from the Member States. The share of grants awarded to actions that serve goals 3 and 5 should not "
    "fall below 40 % of the annual amount{EUR 22 million in 2041.}.",
)

COHERENCE = (
    "7.1\tThe goals take account of the Union’s drugs strategy, its strategy against trafficking in human beings, the "
    "action plan against trafficking in firearms and the customs action plan, and are intended to make the "
    "commitments entered into there easier to meet.",
    "7.2\tThe external dimension runs through all the goals. Partner countries that take part in an action are "
    "reported on under the goal which that action serves; no separate goal has been set for them.",
)


TERMS = (
    ("Term", "Meaning in this plan"),
    ("Administrative approach", "use of permits, inspections and tenders to keep offenders out of the lawful economy"),
    ("Driver", "the person who leads a plan on behalf of a Member State; not to be confused with a driver of crime"),
    ("High-value target", "a suspect whom the participants of a plan have agreed to pursue together"),
    ("Indicator", "a figure or a share that shows how far a goal has been reached"),
    ("Strategic goal (SG)", "a goal that one plan sets for itself, in addition to the common ones"),
    ("Task force", "an operational task force as defined by Europol’s standard procedure"),
)


def main() -> None:
    """Set the paper and write its gold."""
    _paper().to_pdf(PDF)
    _gold().write()


def _paper() -> CouncilPaper:
    paper = CouncilPaper(COVER, Footer("mk/LWE/dp", "JAI.1", "LIMITE"), datetime.date(2041, 6, 26))
    paper.annex()
    paper.line("ANNEX", bold=True, underline=True, after=14).alignment = 2
    paper.line(TITLE.upper(), bold=True, centred=True, after=18)
    _section(paper, "1.\tINTRODUCTION", INTRODUCTION)
    _section(paper, "2.\tHOW THE GOALS WERE CHOSEN", METHOD)
    _heading(paper, "3.\tTHE COMMON HORIZONTAL STRATEGIC GOALS")
    for goal in GOALS:
        paper.line(f"{goal.printed} – {goal.label}", bold=True, before=10, after=6, keep=True)
        paper.line(goal.statement, italic=True, after=8).paragraph_format.left_indent = 360000
        for reason in goal.reasons:
            paper.body(reason)
        paper.body(f"Who contributes: {goal.actors}")
        if goal.measured:
            paper.body(_measured(goal))
    _section(paper, "4.\tGOALS AND INDICATORS AT A GLANCE", TABLE_INTRO)
    _indicators(paper)
    _heading(paper, "5.\tWHICH GOAL MATTERS MOST TO WHICH PRIORITY")
    paper.body(
        "5.1\tA cross means that the plan drawn up for the priority is expected to contain at least one action under "
        "the goal. An empty field does not excuse anybody from the goal.",
        indent=1.2,
    )
    _matrix(paper)
    _section(paper, "6.\tREPORTING, REVIEW AND FUNDING", GOVERNANCE)
    _section(paper, "7.\tCOHERENCE WITH OTHER POLICIES", COHERENCE)
    _heading(paper, "8.\tTERMS")
    table = paper.table((4.6, 11.4))
    paper.header_row(table, TERMS[0])
    for row in TERMS[1:]:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            paper.fill(cell, text, before=2, after=2)
    paper.line("_______________", centred=True, before=18)
    return paper


def _heading(paper: CouncilPaper, text: str) -> None:
    line = paper.line(text, bold=True, before=14, after=8, keep=True)
    line.paragraph_format.tab_stops.add_tab_stop(432000)


def _section(paper: CouncilPaper, heading: str, paragraphs: tuple[str, ...]) -> None:
    _heading(paper, heading)
    for text in paragraphs:
        paper.body(text, indent=1.2)


def _measured(goal: Goal) -> str:
    told = (f"{item.name} (baseline: {item.baseline}; target: {item.target})" for item in goal.indicators)
    return goal.measured.format(*told)


def _indicators(paper: CouncilPaper) -> None:
    """Goals and indicators: the goal's cell is merged over its indicators' rows, and names its label once."""
    table = paper.table((3.2, 6.4, 2.1, 2.1, 2.2))
    paper.header_row(table, ("Goal", "Indicator", "Baseline 2040", "Target 2044", "Reported by"), size=9.5)
    for goal in (goal for goal in GOALS if not goal.measured):
        rows = [table.add_row() for _ in goal.indicators]
        merged = rows[0].cells[0].merge(rows[-1].cells[0])
        paper.fill(merged, f"{goal.printed}\n{goal.label}", bold=True, size=9.5, before=2, after=2)
        for row, item in zip(rows, goal.indicators, strict=True):
            values = (item.name, item.baseline, item.target, item.source)
            for cell, text in zip(row.cells[1:], values, strict=True):
                paper.fill(cell, text, size=9.5, before=2, after=2)
    paper.line("", after=6)


def _matrix(paper: CouncilPaper) -> None:
    table = paper.table((0.8, 5.75, *(1.35 for _ in GOALS)))
    paper.header_row(table, ("", "Priority", *(f"CHSG\n{goal.number}" for goal in GOALS)), size=8.5)
    for number, label, crosses in PRIORITIES:
        cells = table.add_row().cells
        paper.fill(cells[0], number, size=10, before=2, after=2)
        paper.fill(cells[1], label, size=10, before=2, after=2)
        for cell, cross in zip(cells[2:], crosses, strict=True):
            paper.fill(cell, "X" if cross == "X" else "", size=10, before=2, after=2)
    paper.line("", after=6)


def _gold() -> GoldDocument:
    finished = Finished(PDF, mark_size_pt=8.0)
    gold = GoldDocument(
        PDF,
        title=TITLE,
        kind="strategic_plan",
        reference=COVER.number,
        issuer="Council of the European Union",
        date="2041-06-26",
        language="en",
        cycle="2041-2044",
        marking="LIMITE",
        subject_codes=list(COVER.codes),
    )
    page = 2
    for goal in GOALS:
        # Looked up behind its heading, so that nothing but this goal's own paragraph can be meant.
        whole = f"{goal.printed} – {goal.label} {plain(goal.statement)}"
        place = finished.find(whole, page=page)
        page = place[-1][0]
        gold.add(
            f"g{goal.number}",
            "goal",
            goal.statement,
            finished.spans(part(place, whole, goal.statement)),
            number=goal.printed,
            title=goal.label,
            horizontal=True,
            kpis=[item.name for item in goal.indicators],
        )
    return gold


if __name__ == "__main__":
    main()
