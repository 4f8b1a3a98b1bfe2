"""st90210-41: draft Council conclusions with the priorities of 2041-2044, in a table whose rows are cut by page ends.

Aims are joined in one cell by semicolons, set as paragraphs or behind dashes; their riders begin with a dozen different
leads. Paragraphs that ask somebody for something stand among others that ask nobody.

Run: python -m corpus.sample.make.conclusions_2041
"""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.sample.make.clauses import Aim, read_aim
from corpus.sample.make.council import SAMPLES, CouncilPaper, Cover, Footer, plain, soften
from corpus.sample.make.gold import Finished, GoldDocument, Place, part

PDF = SAMPLES / "st90210-41.pdf"
TITLE = (
    "Draft conclusions of the Council on the priorities of the Union against serious and organised crime for the "
    "EMPACT cycle 2041-2044"
)

COVER = Cover(
    number="90210/41",
    place_and_date="Brussels, 13 May 2041",
    marking="LIMITE",
    codes=(
        "COSI 102",
        "ENFOPOL 287",
        "CRIMORG 79",
        "CYBER 166",
        "CORDROGUE 41",
        "ENFOCUSTOM 93",
        "ENV 498",
        "JAI 733",
    ),
    kind="NOTE",
    rows=(
        ("From:", "Presidency"),
        ("To:", "Permanent Representatives Committee/Council"),
        ("No. prev. doc.:", "90131/2/41 REV 2"),
        ("Subject:", TITLE),
    ),
    body=(
        "1.\tEuropol handed over its threat assessment for 2041 on 3 March. The Standing Committee on Operational "
        "Cooperation on Internal Security (COSI) discussed on 18 March and 22 April what follows from it for joint "
        "work, and agreed on nine subjects{Outcome of the meetings: documents 90149/41 and 90187/41.}.",
        "2.\tFourteen delegations sent comments in writing. Compared with document 90131/2/41 REV 2, the aims of "
        "priorities 2 and 7 have been reworded, the paragraph on single points for reporting fraud is new, and a "
        "recital on migration statistics has been deleted.",
        "3.\tThe Permanent Representatives Committee is invited to confirm the agreement reached in COSI and to "
        "recommend that the Council approve the conclusions set out in the annex at its session on 6 and 7 June 2041.",
    ),
)

FOOTER = Footer(initials="hv/BRO/ts", unit="JAI.1", marking="LIMITE")

RECITALS = (
    "RECALLING its conclusions of 4 June 2037{Document 90088/37.}, by which it chose the crime areas of the cycle "
    "now ending, and the decision of COSI to let the plans of 2040 run until the end of 2041 so that no operation "
    "had to be broken off;",
    "HAVING REGARD TO the threat assessment which Europol presented in March 2041, and in particular to the part of it "
    "that describes how a few hundred persons lend money, ships and reputations to many smaller groups;",
    "NOTING WITH CONCERN that gunfire in public places has reached towns which had been spared until now, and that "
    "those who pull the trigger are often too young to be tried as adults;",
    "AWARE that offenders rent what they cannot build themselves, be it malicious code, a courier, a warehouse or a "
    "killer, and that the renting out has become a business in its own right;",
    "ACKNOWLEDGING the 41 300 arrests and the 9 860 victims{Figures of the monitoring report, document 90012/41; a "
    "victim met in two actions is counted twice.} brought to safety which action leaders reported for the years 2037 "
    "to 2040, as well as the finding of the independent evaluators that every third action could not be traced back "
    "to any aim;",
    "UNDERLINING that inspectors of labour, tax, customs and the environment tend to see organised crime earlier "
    "than the police, and that they are seldom asked;",
    "TAKING NOTE of the wish of the European Parliament to receive each year figures that can be compared with those "
    "of the year before;",
    "BEARING IN MIND that the measures taken must respect fundamental rights, especially those of children, of victims "
    "and of persons who seek protection, and that a migrant who was smuggled is not an offender for that reason;",
    "CONSIDERING that money is the motive of nearly all offences dealt with here, and that of one hundred euros "
    "earned by criminal networks less than two are ever confiscated;",
    "WELCOMING the readiness of Iceland, Moldova, Norway, Switzerland and Ukraine to open national operations to the "
    "platform, and the offer of the Western Balkan partners to host joint action days;",
    "RECOGNISING that debt, addiction and the demand for cheap labour are drivers of crime which no police operation "
    "removes, so that prevention has its place beside repression;",
    "STRESSING that reports which give operational detail are classified RESTREINT UE/EU RESTRICTED and handled "
    "under the security rules of the Council, and that nothing in the present text is drawn from them;",
    "REGRETTING that only eleven plans of the cycle now ending contained a measure for victims, and that abused "
    "children are identified far more slowly than the images in which they are seen are found;",
    "EMPHASISING that waste, timber and protected species leave no complainant behind, so that harm to nature comes "
    "to light only where somebody looks for it;",
    "ALARMED by the ease with which voices and faces made by machines allow a handful of offenders to deceive "
    "thousands of people a day in languages that they do not speak;",
    "CONVINCED that a small number of actions with people and money behind them achieves more than a long list;",
)

OPENING = (
    "DECIDES that in the years 2041 to 2044 the Member States will concentrate their joint efforts under the "
    "European Multidisciplinary Platform Against Criminal Threats (EMPACT) on the nine priorities of the table "
    "below. Their order expresses no rank."
)


@dataclass(frozen=True, slots=True)
class Unit:
    """A priority or an area with aims of its own. Each of ``paragraphs`` holds aims, parted by semicolons.

    ``before`` stands in front of each paragraph and ``stop`` after it.
    """

    number: str
    label: str
    paragraphs: tuple[tuple[Aim, ...], ...] = ()
    areas: tuple["Unit", ...] = ()
    before: str = ""
    stop: str = "."
    colon: str = ""


def _unit(number: str, label: str, *paragraphs: tuple[str, ...], before: str = "", stop: str = ".") -> Unit:
    aims = tuple(tuple(read_aim(aim) for aim in paragraph) for paragraph in paragraphs)
    return Unit(number, label, aims, before=before, stop=stop)


PRIORITIES = (
    _unit(
        "1",
        "Top-level criminal networks and their brokers",
        (
            "[To expose and break up the criminal networks{A network is a group of three or more persons who act "
            "together over time in order to gain from crime, whatever its structure.} whose leaders steer illicit "
            "markets in several Member States at once], above all [those that buy decisions of judges, customs "
            "officers or dock managers], [those that hire out violence, including killings, on demand] and [those "
            "that run companies of their own in transport, construction or hospitality]",
            "[To deprive such networks of the persons on whom they depend], notably [intermediaries who sell them "
            "hidden compartments, hardened telephones or forged cargo papers], and [trace leaders who direct their "
            "business from prison or from third countries]",
        ),
    ),
    _unit(
        "2",
        "Cyber-dependent crime and digital extortion",
        (
            "[To bring to justice offenders who encrypt or steal data and demand payment for it], with due attention "
            "to [those who develop or lease the malicious code], [those who sell entry to networks already broken "
            "into] and [those who pick ambulance services, courts or water suppliers as targets]",
        ),
        (
            "[To take down the technical services without which cyber-dependent crime could not be committed], not "
            "least [hosting that ignores orders of the authorities], [shops for stolen credentials] and [tools that "
            "disguise malicious code]",
        ),
    ),
    _unit(
        "3",
        "Child sexual exploitation",
        (
            "[To end the sexual abuse of children and the circulation of images of it], together with [the "
            "commissioning of live abuse over video links], [the grooming of children in games and chats] and [the "
            "forging of such images with generative models{Whether or not a real child can be recognised in them.}]",
        ),
        (
            "[To identify and safeguard the children who are seen in seized material], while [sparing investigators "
            "repeated exposure by means of automated classification]",
        ),
        stop="",
    ),
    _unit(
        "4",
        "Trafficking in human beings",
        (
            "[To prosecute criminal networks that trade in human beings for prostitution, work, begging or forced "
            "marriage], particularly [those that make minors steal, beg or sell drugs], [those that find or "
            "advertise their victims on platforms{Within the meaning of the legislation on digital services.}] and "
            "[those in which labour agencies or subcontractors take part]",
        ),
        (
            "[To see to it that victims are recognised, heard and protected whatever their residence status], "
            "including [victims in nail bars, car washes, slaughterhouses and seasonal farm work]",
        ),
    ),
    _unit(
        "5",
        "Migrant smuggling",
        (
            "[To dismantle the networks that bring people irregularly into the Union, or from one Member State to "
            "another, for gain], in particular [those that overload small boats or lock passengers into refrigerated "
            "lorries], [those that supply vessels, engines and life jackets unfit for the sea] and [those that sell "
            "sham employment contracts, enrolments or marriages], with a close eye on [organisers who tout their "
            "services on social media]",
        ),
        (
            "[To cut off the payments (incl. [deposits that informal bankers hold until the passenger has arrived]) by "
            "which such networks live]",
        ),
        before="–\t",
        stop=";",
    ),
    Unit(
        "6",
        "Drugs",
        areas=(
            _unit(
                "a",
                "Plant-based drugs",
                (
                    "[To stop wholesale supplies of cocaine, heroin and cannabis resin before they reach the streets "
                    "of the Union], above all [shipments hidden in containers with the help of port insiders] and "
                    "[transfers at high sea to sailing boats and fishing vessels], as well as [laboratories in which "
                    "coca paste is refined on the territory of the Union]",
                    "[To dismantle plantations of cannabis, indoors and outdoors, that are run by criminal networks]",
                ),
            ),
            _unit(
                "b",
                "Synthetic drugs and new psychoactive substances (NPS)",
                (
                    "[To target the networks that make, tablet and sell amphetamine, methamphetamine, MDMA and "
                    "NPS{Including synthetic cannabinoids that are sprayed on plant matter.}], with particular "
                    "attention to [nitazenes and other potent opioids], to [the import of precursors and "
                    "pre-precursors under false descriptions] and to [the poisoning of soil and water by residues of "
                    "production]",
                ),
            ),
        ),
        colon=":",
    ),
    Unit(
        "7",
        "Fraud and other crime against the economy",
        areas=(
            _unit(
                "7.1",
                "Online fraud",
                (
                    "[To disrupt the networks behind mass deception on the internet and by telephone], especially "
                    "[those that lure savers into fictitious investments], [those that use cloned voices, faces or "
                    "websites of banks] and [those that recruit or coerce young people to pass on the proceeds], "
                    "with special care for [victims who are old, ill or isolated]",
                ),
            ),
            _unit(
                "7.2",
                "Evasion of excise and customs duties",
                (
                    "[To curb the illicit manufacture and movement of excise goods], particularly [cigarettes made in "
                    "clandestine factories], [waste oils and base oils sold as motor fuel] and [the abuse of duty "
                    "suspension and transit procedures]",
                ),
            ),
            _unit(
                "7.3",
                "VAT fraud by missing traders",
                ("[To disable the chains of missing traders that drain the VAT revenue of Member States]",),
            ),
            _unit(
                "7.4",
                "Counterfeiting of goods and currency",
                (
                    "[To combat the production of counterfeit goods and currency and their sale, online and in the "
                    "street], in particular [goods that can harm the health of those who use them], [labels and "
                    "packaging that are imported separately and joined in the Union] and [euro banknotes printed to "
                    "order for darknet vendors]",
                ),
            ),
            _unit(
                "7.5",
                "Money laundering and asset recovery",
                (
                    "[To disrupt the professionals and structures that launder the proceeds of others], such as "
                    "[lawyers, accountants and company agents acting knowingly], [operators of informal value "
                    "transfer{Hawala, fei ch’ien and similar systems, where they are used knowingly for criminal "
                    "money.}] and [services that blend or swap crypto-assets]",
                    "[To trace, freeze and confiscate criminal assets in every investigation of weight], by [opening "
                    "the financial inquiry on the same day as the criminal one] and by [selling perishable or costly "
                    "assets before judgment]",
                ),
            ),
        ),
    ),
    _unit(
        "8",
        "Environmental crime",
        (
            "[To act against the networks that earn from harm to nature], notably [the export of end-of-life "
            "vehicles, plastics and electronic scrap under false papers], [the capture and sale of eels, birds, "
            "reptiles and protected plants], [illegal logging and the laundering of timber (incl. [timber from areas "
            "of conflict])] and [the trade in banned refrigerant gases], together with [consultants and laboratories "
            "that certify such goods for money]",
        ),
    ),
    _unit(
        "9",
        "Illicit firearms and explosives",
        (
            "[To reduce the supply of firearms, essential components and ammunition to criminals], not least [weapons "
            "rebuilt from blank-firers or deactivated arms], [parts made with printers or small milling machines] and "
            "[arms brought in from areas of past or present conflict]",
        ),
        (
            "[To keep explosives, grenades and professional fireworks{Category F4.} out of criminal hands], while "
            "giving special weight to [attacks on cash machines and on dwellings]",
        ),
        before="-",
    ),
)


@dataclass(frozen=True, slots=True)
class Operative:
    """An operative paragraph. One that asks nobody for anything has no verb and no addressees."""

    text: str
    verb: str = ""
    addressees: tuple[str, ...] = ()
    points: tuple[str, ...] = ()
    heading: str = ""

    @property
    def words(self) -> str:
        return " ".join(plain(text) for text in (self.text, *_lettered(self.points)))


OPERATIVE = (
    Operative(
        "CONFIRMS that forged, falsified and fraudulently obtained documents are not a priority of their own but a "
        "means that serves several priorities, and that they will be dealt with through the common horizontal "
        "strategic goals;"
    ),
    Operative(
        heading="Plans and those who make them",
        text="CALLS ON the Member States to lead or co-lead at least two actions each, to send to the drafting "
        "meetings experts who may speak for their services, and to leave analysts with a plan for as long as it runs;",
        verb="CALLS ON",
        addressees=("Member States",),
    ),
    Operative(
        "INVITES the Commission:",
        "INVITES",
        ("Commission",),
        (
            "to convene without delay the experts who will draft the general multi-annual strategic plan;",
            "to keep, within the Internal Security Fund, a reserve out of which an urgent action can be paid within "
            "six weeks of a request{At present the average is nineteen weeks.};",
            "to commission, in the third year of the cycle, an independent study of what the plans have achieved and "
            "at what cost;",
            "to tell COSI each June which grants were applied for, which were refused, and for what reason.",
        ),
    ),
    Operative(
        "TASKS COSI with:",
        "TASKS",
        ("COSI",),
        (
            "approving the strategic plan before the summer recess;",
            "adopting, before 10 December of each year, an operational action plan for every priority or group of "
            "priorities, and refusing a plan whose actions nobody has offered to lead;",
            "settling disputes between plans over staff, vessels and laboratories;",
            "hearing each year one Driver, one prosecutor and one victims’ organisation on what the plans have "
            "changed.",
        ),
    ),
    Operative(
        "REQUESTS Europol to assign to every plan an analyst and a project manager, to publish an update of the threat "
        "assessment in early 2043, and to alert COSI at once to any threat that grows faster than foreseen;",
        "REQUESTS",
        ("Europol",),
    ),
    Operative(
        heading="Cases, evidence and money",
        text="INVITES Europol, Eurojust and the European Public Prosecutor’s Office (EPPO) to agree on a short form by "
        "which a case that arises from an action reaches prosecutors when it is planned and not when suspects are in "
        "custody;",
        verb="INVITES",
        addressees=("Europol", "Eurojust", "EPPO"),
    ),
    Operative(
        "NOTES that the office at Europol which supports the platform is paid out of the budget of the agency, and "
        "that the interpretation of its meetings is not;"
    ),
    Operative(
        "ENCOURAGES the Member States and the Schengen associated countries to give inspectors of customs, tax, "
        "labour and the environment who take part in an action the same access to its results as police officers;",
        "ENCOURAGES",
        ("Member States", "Schengen associated countries"),
    ),
    Operative(
        "URGES those Member States which have not done so to connect their asset recovery offices and asset "
        "management offices to the Secure Information Exchange Network Application (SIENA) by 30 June 2042, and to "
        "state every year how much of what was frozen has been returned to victims;",
        "URGES",
        ("Member States",),
    ),
    Operative(
        "ASKS CEPOL to build its catalogue of courses on the aims of the table, to reserve one seat in three for "
        "prosecutors and inspectors, and to report which courses were asked for in vain.",
        "ASKS",
        ("CEPOL",),
    ),
    Operative(
        heading="Partners",
        text="INVITES the Commission and the High Representative to raise the priorities in dialogues and agreements "
        "with third countries, first of all with those from which precursors are shipped or in which leaders of "
        "networks have found shelter;",
        verb="INVITES",
        addressees=("Commission", "High Representative"),
    ),
    Operative(
        "CALLS UPON Frontex, EFCA and EMSA to share satellite images and sightings of vessels that carry migrants, "
        "drugs or unrecorded catches, and to hold aircraft ready for two joint action days at sea in each year of "
        "the cycle;",
        "CALLS UPON",
        ("Frontex", "EFCA", "EMSA"),
    ),
    Operative(
        "RECOMMENDS that the Member States set up, together with banks, telephone companies and platforms, single "
        "points to which a fraud can be reported at any hour and by which a payment can be stopped within sixty "
        "minutes;",
        "RECOMMENDS",
        ("Member States",),
    ),
    Operative(
        "AGREES to examine in the first half of 2043, on the basis of a report by COSI, whether a priority ought to be "
        "added, altered or closed;"
    ),
    Operative(
        "ENCOURAGES EUDA and the national forensic laboratories to exchange reference samples of a new substance "
        "within ten days of its first detection, and to tell emergency rooms what to expect;",
        "ENCOURAGES",
        ("EUDA", "national forensic laboratories"),
    ),
    Operative(
        "INVITES ELA to schedule concerted inspections so that they coincide with action days against trafficking in "
        "human beings, and to pass on signs of forced labour which it meets in its own work;",
        "INVITES",
        ("ELA",),
    ),
    Operative(
        "INVITES:",
        "INVITES",
        ("EUIPO", "OLAF", "AMLA"),
        (
            "EUIPO to bear the cost of test purchases of counterfeit goods and of their storage until trial;",
            "OLAF to open to action leaders what it knows of the movements of containers and of goods declared below "
            "their worth, within the limits of the law on customs information{Mutual administrative assistance.};",
            "AMLA to compile every year, from reports of the financial intelligence units, the methods of those who "
            "launder money for hire, and to illustrate them by cases.",
        ),
    ),
    Operative(
        heading="Transparency and review",
        text="INSTRUCTS the General Secretariat of the Council to forward these conclusions to the European "
        "Parliament, and to make them public in all official languages as soon as they are approved;",
        verb="INSTRUCTS",
        addressees=("General Secretariat of the Council",),
    ),
    Operative(
        "CALLS ON eu-LISA to show in its statistics how many hits in the Schengen Information System led to an "
        "arrest or a seizure in an operational action, without storing for this purpose who was arrested;",
        "CALLS ON",
        ("eu-LISA",),
    ),
    Operative(
        "EXPECTS the national EMPACT coordinators to bring together, at least once a quarter, the services that "
        "contribute to the plans, and to tell the Drivers early when a promised contribution will not come;",
        "EXPECTS",
        ("national EMPACT coordinators",),
    ),
    Operative(
        "RECALLS that information from actions travels through SIENA under the handling codes of its owner, and that "
        "a copy sent by ordinary mail is a breach of these;"
    ),
    Operative(
        "WELCOMES the intention of the incoming Presidency to devote a conference to young people who commit "
        "violence for payment;"
    ),
    Operative(
        "SUGGESTS to the Commission and to Eurojust that every second call for proposals be open to actions in which "
        "a prosecutor leads, and that the costs of translating evidence count as eligible;",
        "SUGGESTS",
        ("Commission", "Eurojust"),
    ),
    Operative(
        "CALLS ON the Member States and Europol to measure each action by an indicator that can be counted, and to "
        "close an action that has reached less than half of its target after twelve months.",
        "CALLS ON",
        ("Member States", "Europol"),
    ),
)

TIMETABLE = (
    ("Step", "Who acts", "Until"),
    ("General multi-annual strategic plan", "Commission, experts, COSI", "July 2041"),
    ("Operational action plans for 2042", "Drivers, Europol, COSI", "10 December 2041"),
    ("First half-yearly reports", "Action leaders", "31 July 2042"),
    ("Update of the threat assessment", "Europol", "February 2043"),
    ("Review of the priorities", "COSI, Council", "June 2043"),
    ("Independent study", "Commission", "second half of 2043"),
    ("Threat assessment for the next cycle", "Europol", "March 2045"),
)

ABBREVIATIONS = (
    ("AMLA", "Authority for Anti-Money Laundering and Countering the Financing of Terrorism"),
    ("CEPOL", "European Union Agency for Law Enforcement Training"),
    ("COSI", "Standing Committee on Operational Cooperation on Internal Security"),
    ("EFCA", "European Fisheries Control Agency"),
    ("ELA", "European Labour Authority"),
    ("EMPACT", "European Multidisciplinary Platform Against Criminal Threats"),
    ("EMSA", "European Maritime Safety Agency"),
    ("EPPO", "European Public Prosecutor’s Office"),
    ("EUDA", "European Union Drugs Agency"),
    ("EUIPO", "European Union Intellectual Property Office"),
    ("eu-LISA", "European Union Agency for the Operational Management of Large-Scale IT Systems"),
    ("MDMA", "3,4-methylenedioxymethamphetamine"),
    ("NPS", "New psychoactive substances"),
    ("OLAF", "European Anti-Fraud Office"),
    ("SIENA", "Secure Information Exchange Network Application"),
    ("VAT", "Value added tax"),
)


def _lettered(points: tuple[str, ...]) -> list[str]:
    return [f"({chr(97 + position)}) {point}" for position, point in enumerate(points)]


def main() -> None:
    """Set the paper and write its gold."""
    _write().to_pdf(PDF)
    _gold().write()


def _write() -> CouncilPaper:
    paper = CouncilPaper(COVER, FOOTER, datetime.date(2041, 5, 13))
    paper.annex()
    paper.line("ANNEX", bold=True, underline=True, after=14)
    paper.line("DRAFT COUNCIL CONCLUSIONS", bold=True, centred=True, after=2)
    paper.line("on the priorities of the Union against serious and organised crime", bold=True, centred=True, after=2)
    paper.line("for the EMPACT cycle 2041-2044", bold=True, centred=True, after=18)
    paper.line("THE COUNCIL OF THE EUROPEAN UNION,", after=10)
    for recital in RECITALS:
        paper.body(recital)
    paper.line("HEREBY:", before=6, after=10, keep=True)
    paper.body(f"1.\t{OPENING}", indent=1.0)
    _table(paper)
    paper.line("", after=6)
    for number, operative in enumerate(OPERATIVE, 2):
        if operative.heading:
            paper.line(operative.heading, italic=True, before=4, after=8, keep=True)
        paper.body(f"{number}.\t{operative.text}", indent=1.0)
        for point in _lettered(operative.points):
            letter, words = point.split(" ", 1)
            paper.body(f"{letter}\t{words}", indent=1.0, left=1.0)
    paper.annex("APPENDIX")
    paper.line("APPENDIX I", bold=True, underline=True, after=10)
    paper.line("Timetable of the cycle", bold=True, after=6)
    _plain_table(paper, TIMETABLE, (6.8, 5.2, 4.0))
    paper.line("The dates in italics of earlier versions have become firm.", italic=True, before=6, after=24)
    paper.page_break()
    paper.line("APPENDIX II", bold=True, underline=True, after=10)
    paper.line("Abbreviations", bold=True, after=6)
    table = paper.table((3.0, 13.0), ruled=False)
    for short, long in ABBREVIATIONS:
        cells = table.add_row().cells
        paper.fill(cells[0], short, bold=True, after=3)
        paper.fill(cells[1], long, after=3)
    return paper


def _table(paper: CouncilPaper) -> None:
    table = paper.table((4.1, 11.9))
    paper.header_row(table, ("Priority", "Aim(s)"))
    for priority in PRIORITIES:
        row = table.add_row()
        left, right = row.cells
        paper.open_below(row, last=priority is PRIORITIES[-1])
        paper.fill(left, f"{priority.number}. {priority.label}{priority.colon}", bold=True, before=3)
        for unit in priority.areas or (priority,):
            if unit is not priority:
                label = f"({unit.number}) {unit.label}" if len(unit.number) == 1 else f"{unit.number} {unit.label}"
                paper.fill(right, label, bold=True, italic=len(unit.number) > 1, before=4, keep=True)
            for aims in unit.paragraphs:
                text = unit.before + "; ".join(soften(aim.text) for aim in aims) + unit.stop
                hanging = 0.5 if unit.before.endswith("\t") else 0
                paper.fill(right, text, justified=True, spacing=1.5, before=3, after=5, indent=hanging)


def _plain_table(paper: CouncilPaper, rows: tuple[tuple[str, ...], ...], widths: tuple[float, ...]) -> None:
    table = paper.table(widths)
    paper.header_row(table, rows[0])
    for row in rows[1:]:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            paper.fill(cell, text, before=2, after=2)


# --- gold ------------------------------------------------------------------------------------------------------------


def _gold() -> GoldDocument:
    finished = Finished(PDF, mark_size_pt=8.0)
    gold = GoldDocument(
        PDF,
        title=TITLE,
        kind="council_conclusions",
        reference=COVER.number,
        issuer="Council of the European Union",
        date="2041-05-13",
        language="en",
        cycle="2041-2044",
        marking="LIMITE",
        subject_codes=list(COVER.codes),
    )
    begin = finished.find(OPENING)[0][0]
    aims = iter(range(1, 100))
    areas = iter(range(1, 100))
    for priority in PRIORITIES:
        printed = f"{priority.number}. {priority.label}"
        place = finished.find(printed, page=begin)
        begin = place[0][0]
        key = gold.add(
            f"p{priority.number}",
            "priority",
            priority.label,
            finished.spans(part(place, printed, priority.label)),
            number=priority.number,
            title=priority.label,
        )
        for unit in priority.areas or (priority,):
            parent = key
            if unit is not priority:
                place = finished.find(unit.label, page=begin)
                parent = gold.add(
                    f"s{next(areas)}",
                    "area",
                    unit.label,
                    finished.spans(place),
                    number=unit.number,
                    title=unit.label,
                    parent=key,
                )
            for aim in (aim for paragraph in unit.paragraphs for aim in paragraph):
                place = finished.find(aim.words, page=begin)
                number = next(aims)
                gold.add(f"a{number}", "aim", aim.words, finished.spans(place), parent=parent)
                for clause, role, words, where in _clauses(aim, place, number):
                    gold.add(clause, "clause", words, finished.spans(where), parent=f"a{number}", role=role)
                begin = place[-1][0]
    for number, operative in enumerate(OPERATIVE, 2):
        if operative.verb:
            place = finished.find(f"{number}. {operative.words}", page=begin)
            gold.add(
                f"r{number}",
                "request",
                operative.words,
                finished.spans(part(place, f"{number}. {operative.words}", operative.words)),
                number=str(number),
                verb=operative.verb,
                addressees=list(operative.addressees),
            )
    return gold


def _clauses(aim: Aim, place: Place, number: int) -> Iterator[tuple[str, str, str, Place]]:
    """Id, role, words and place of the clauses of an aim: ``c7_0`` is the core of aim a7, ``c7_1`` its first rider."""
    for position, (role, words) in enumerate(aim.clauses):
        yield f"c{number}_{position}", role, words, part(place, aim.words, words)


if __name__ == "__main__":
    main()
