"""st90088-37: adopted conclusions of the cycle 2037-2040, whose priorities stand in a nested list and not in a table.

Numbers count for three things here (paragraphs, priorities, footnotes), letters for two (areas, points of a request);
aims are told in three ways: after a label and a colon, as "The aim is to …", and two in one item.

Run: python -m corpus.sample.make.conclusions_2037
"""

from dataclasses import dataclass, field
from functools import partial

from corpus.sample.make.clauses import Aim, add_aim, read_aim
from corpus.sample.make.gold import GoldDocument
from corpus.sample.make.letterhead import Cover, annex_heading, cover_page, frame
from corpus.sample.make.typeset import SAMPLES, Paper, escape, plain

PDF = SAMPLES / "st90088-37.pdf"
TITLE = "Council conclusions on the crime areas to be tackled jointly in the EMPACT cycle 2037-2040"

COVER = Cover(
    number="90088/37",
    date="4 June 2037",
    codes=("COSI 97", "ENFOPOL 263", "CRIMORG 71", "CYBER 158", "CORDROGUE 33", "ENFOCUSTOM 84", "ENV 512", "JAI 790"),
    kind="OUTCOME OF PROCEEDINGS",
    rows=(
        ("From:", "General Secretariat of the Council"),
        ("To:", "Delegations"),
        ("No. prev. doc.:", "90041/2/37 REV 2 + COR 1"),
        ("Subject:", TITLE),
    ),
    body=(
        "Delegations will find annexed the Council conclusions on the crime areas to be tackled jointly in the EMPACT "
        "cycle 2037-2040, as approved by the Council (Justice and Home Affairs) at its session in Luxembourg on "
        "4 June 2037.",
    ),
    unit="JAI.1",
    codes_in_line=True,
)

RECITALS = (
    "HAVING EXAMINED the threat assessment{Doc. 90019/37.} that Europol handed to the Standing Committee on "
    "Operational Cooperation on Internal Security (COSI) in March 2037, and the advice which the Committee formed on "
    "it over three meetings;",
    "RECALLING its conclusions of 11 November 2032{Doc. 90790/32, paragraph 6.}, which made it possible to correct a "
    "cycle at half-time without reopening it as a whole;",
    "AWARE that the years now ending saw two encrypted messenger services fail, fuel and grain grow scarce, and "
    "weapons come back from a war on the Union’s doorstep, and that no forecast had brought these three events "
    "together;",
    "NOTING WITH SATISFACTION that 24 Member States led at least one operational action in 2036, compared with 17 in "
    "2033, but REGRETTING that in only nine of them was a prosecutor asked for advice before the plans were adopted;",
    "DEEPLY TROUBLED by the age of those whom criminal groups send out to deliver, to collect and to injure, one in "
    "five of whom had not yet left school when first arrested;",
    "CONSIDERING that a market which earns more than it risks replaces every arrested seller within days, so that "
    "arrests which leave the money untouched change little;",
    "UNDERLINING that harbour masters, bank clerks, nurses, landlords and labour inspectors often notice organised "
    "crime long before an investigator does, and that few of them know whom to call;",
    "MINDFUL of the fact that statistics on seizures describe the work of the authorities at least as much as the "
    "behaviour of offenders;",
    "HOLDING that forged documents, bribery and the misuse of companies need no place of their own in the list of "
    "priorities, precisely because they occur under each of them;",
    "GRATEFUL for the part that Iceland, Moldova, North Macedonia, Norway, Switzerland and Ukraine have taken in the "
    "operational action plans, and for their readiness to go on doing so;",
    "CONVINCED, after two cycles in which plans were drawn up for twelve months at a time, that work of any difficulty "
    "takes longer, and that a plan should last as long as the investigations which it is meant to start;",
    "REITERATING that the maintenance of law and order and the safeguarding of internal security remain the "
    "responsibility of each Member State, and that EMPACT adds to national efforts but does not stand in for them;",
)

OPENING = (
    "AGREES that joint work under EMPACT goes on in the years 2037 to 2040 in accordance with the terms of reference "
    "in force{Doc. 90555/34.}, and that one operational action plan is to be drawn up for each priority or, where a "
    "priority is divided, for each of its parts.",
    "DECIDES that the Union’s crime priorities for this period are those listed below, in an order that expresses no "
    "ranking:",
)


@dataclass(frozen=True, slots=True)
class Part:
    """A priority or one of its areas: its label, what is printed around its aims, and the aims at the ``{}`` of it."""

    label: str
    prose: str = ""
    aims: tuple[Aim, ...] = ()
    areas: tuple["Part", ...] = field(default=())


def _part(label: str, prose: str, *aims: str) -> Part:
    return Part(label, prose, tuple(read_aim(aim) for aim in aims))


PRIORITIES = (
    _part(
        "Groups active in several criminal markets",
        ": {}.",
        "[to break up criminal groups that run two or more illicit businesses side by side], together with [the "
        "hauliers, accountants and landlords on whom they rely], giving precedence to [groups whose leaders issue "
        "orders from outside the Union] and to [those that pay public servants for information]",
    ),
    Part(
        "Crime by means of information systems",
        areas=(
            _part(
                "Intrusion, sabotage and theft of data",
                ": {};",
                "[to pursue offenders who break into information systems in order to encrypt or copy what they find "
                "and to be paid for it], notably [developers who lease malware to others] and [gangs that single out "
                "hospitals, waterworks and public registers]",
            ),
            _part(
                "Sexual abuse of children",
                ": {};",
                "[to find children who are being abused, online or offline], and to [bring to justice those who abuse "
                "them, record the abuse or pay to watch it], with particular regard to [abuse ordered by livestream "
                "from third countries], to [closed forums in which offenders coach each other] and to [pictures that "
                "machines derive from photographs of real children]",
            ),
            _part(
                "Fraud against means of payment",
                ". The aim is {}.",
                "[to reduce the losses that citizens, shops and banks suffer from stolen or misused payment "
                "credentials{Within the meaning of the legislation on non-cash means of payment.}], especially "
                "[credentials harvested through text messages that imitate a bank or a public authority] and [those "
                "bought in bulk on hidden marketplaces]",
            ),
        ),
    ),
    Part(
        "Drugs",
        areas=(
            _part(
                "Cocaine, heroin and cannabis",
                ": {}; {};",
                "[to identify the importers and financiers behind wholesale consignments of cocaine and heroin], "
                "above all [those who hide them among perishable goods in containers]",
                "[to curb the cultivation of cannabis for sale within the Union], as well as [the theft of "
                "electricity that feeds it]",
            ),
            _part(
                "Synthetic drugs and new psychoactive substances",
                ": {}.",
                "[to close production sites of amphetamine, MDMA and methamphetamine], in particular by [tracing the "
                "chemicals, glassware and tablet presses delivered to them], with due attention to [new opioids that "
                "have already caused deaths]",
            ),
        ),
    ),
    Part(
        "Crimes that treat people as merchandise",
        areas=(
            _part(
                "Smuggling of migrants",
                ". The aim is {}.",
                "[to prevent criminal groups from making money out of irregular entry and stay], with a special focus "
                "on [crossings by small boat or in locked trailers], on [drivers hired for a single trip over social "
                "media], and on [sellers of residence papers obtained by deception]",
            ),
            _part(
                "Trafficking in human beings",
                ": {}.",
                "[to free persons who are held in forced labour, prostitution or begging], and [prosecute those who "
                "profit from it], not least [recruiters who charge a fee abroad] and [businesses that ask no question "
                "about the price of labour (incl. [temporary work agencies])]",
            ),
        ),
    ),
    _part(
        "Organised property crime",
        ". The aim is {}. A second aim is {}.",
        "[to put an end to series of burglaries, thefts of vehicles and thefts of cargo that mobile groups commit in "
        "several Member States]",
        "[to recover stolen goods before they are resold], including by [checking online marketplaces against police "
        "records]",
    ),
    _part(
        "Environmental crime",
        ": {}; {}.",
        "[to expose companies and brokers that earn from the unlawful treatment or shipment of waste], particularly "
        "[those that dispose of end-of-life vehicles and contaminated soil across a border]",
        "[to stop the trade in protected animals, plants and timber], with a specific focus on [young eels shipped by "
        "air] and on [parrots and reptiles sold by private message]",
    ),
    Part(
        "Economic crime",
        areas=(
            _part(
                "Excise",
                ": {};",
                "[to disrupt the unlawful manufacture, storage and sale of tobacco, alcohol and mineral oils], in "
                "particular [factories staffed by workers who may not leave the premises]",
            ),
            _part(
                "VAT",
                ": {};",
                "[to detect and dissolve chains of missing traders in time for the VAT to be recovered]{Also known as "
                "carousel or MTIC fraud.}",
            ),
            _part(
                "Counterfeiting",
                ": {};",
                "[to take counterfeit goods and counterfeit currency off the market], with priority for [medicines, "
                "toys and vehicle parts that endanger their users] and for [euro banknotes ordered over messaging "
                "services]",
            ),
            _part(
                "Money laundering and asset recovery",
                ". The aim is {}. A second aim is {}.",
                "[to deprive criminal groups of the services of those who launder their proceeds], especially "
                "[notaries, estate agents and currency dealers who do so knowingly] and [recruiters of persons who "
                "lend their accounts]",
                "[to raise the value of criminal property that is confiscated in the end], while [preserving the "
                "value of what is frozen] and [returning to victims what belongs to them]",
            ),
        ),
    ),
    _part(
        "Firearms",
        ": {}.",
        "[to dry up the sources from which criminals obtain firearms and ammunition], namely [stocks left over from "
        "armed conflicts], [signal pistols that can be made to fire live rounds] and [receivers printed or milled at "
        "home]",
    ),
)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """An operative paragraph; one that asks nobody for anything has no addressees. ``points`` are lettered."""

    text: str
    addressees: tuple[str, ...] = ()
    verb: str = ""
    points: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        points = (f"({chr(97 + at)}) {point}" for at, point in enumerate(self.points))
        return " ".join(plain(words) for words in (self.text, *points))


PARAGRAPHS = (
    Paragraph(
        "TASKS COSI with adopting each operational action plan no later than 15 November of the year before it takes "
        "effect, with hearing every Driver at least once in the course of the cycle, and with striking out any action "
        "that has not begun six months after its planned start.",
        ("COSI",),
        "TASKS",
    ),
    Paragraph(
        "CALLS UPON those Member States which lead an action to enter its results within ten working days of the end "
        "of each half-year, and to state openly where nothing was achieved.",
        ("Member States",),
        "CALLS UPON",
    ),
    Paragraph(
        "INVITES the Commission to:",
        ("Commission",),
        "INVITES",
        (
            "open one call for proposals a year for the actions of the plans, on dates that are known eighteen months "
            "ahead;",
            "accept that a grant agreement covers two consecutive years, so that teams need not be dissolved each "
            "December{The current agreements end with the calendar year.};",
            "have the cycle evaluated by a contractor independent of all participants, and to submit the contractor’s "
            "report, with an opinion of its own, before the end of September 2040.",
        ),
    ),
    Paragraph(
        "URGES Europol and Eurojust to see to it that every plan has an analyst and a judicial contact by name from "
        "the day on which drafting begins, and that neither is shared between more than three plans.",
        ("Europol", "Eurojust"),
        "URGES",
    ),
    Paragraph(
        "OBSERVES that the cost of interpretation at operational meetings was the reason most often given in 2036 for "
        "staying away from them, and that machine interpretation has been found adequate for talks which concern "
        "neither persons nor evidence.",
    ),
    Paragraph(
        "REQUESTS CEPOL to replace one in three of its classroom courses on the priorities by exercises in which "
        "investigators from at least four countries work on a common file.",
        ("CEPOL",),
        "REQUESTS",
    ),
    Paragraph(
        "ENCOURAGES Frontex, the European Union Drugs Agency (EUDA) and the European Fisheries Control Agency (EFCA) "
        "to offer free capacity on aircraft, vessels and laboratories to the Drivers in good time before joint action "
        "days, and not to wait until they are asked.",
        ("Frontex", "EUDA", "EFCA"),
        "ENCOURAGES",
    ),
    Paragraph(
        "ASKS the European Anti-Fraud Office (OLAF) and the European Public Prosecutor’s Office (EPPO) to report to "
        "COSI, by 30 June 2038, which findings of their own touch on the parts of priority 7 that concern excise and "
        "VAT.",
        ("OLAF", "EPPO"),
        "ASKS",
    ),
    Paragraph(
        "APPEALS TO shipping lines and terminal operators to keep the release codes of containers out of e-mail, to "
        "log each access to them, and to hand such logs to the competent authorities upon request.",
        ("shipping lines", "terminal operators"),
        "APPEALS TO",
    ),
    Paragraph(
        "INVITES the High Representative and the Commission to make the priorities known in the security dialogues "
        "with partner countries, and to propose arrangements for surrender or extradition to Member States where "
        "leaders of criminal groups are known to live.",
        ("High Representative", "Commission"),
        "INVITES",
    ),
    Paragraph(
        "CONFIRMS that the mid-term review of the priorities takes place in the second half of 2038, on the basis of "
        "an update by Europol which need not follow the form of a full assessment.",
    ),
    Paragraph(
        "INSTRUCTS its General Secretariat to place these conclusions and, once marked accordingly, the yearly "
        "results of the plans in the public register of documents.",
        ("General Secretariat of the Council",),
        "INSTRUCTS",
    ),
    Paragraph(
        "CALLS ON the Member States to:",
        ("Member States",),
        "CALLS ON",
        (
            "check persons sought under the plans, as a matter of routine, against the systems that eu-LISA operates;",
            "remove alerts that have served their purpose.",
        ),
    ),
    Paragraph(
        "UNDERTAKES to draw up the priorities for the years after 2040 in such a way that each aim can be told apart "
        "from the next, and that somebody can find out afterwards whether it was reached.",
    ),
)


def main() -> None:
    """Set the paper and write its gold."""
    paper = Paper(PDF, mark_below_pt=8.5)
    paper.set(_source(paper))
    _gold(paper).write()


def _source(paper: Paper) -> str:
    year = frame(COVER, title=TITLE, day=(2037, 6, 4))
    cover = cover_page(COVER, paper.ink("title", TITLE))
    blocks = [
        year,
        cover,
        "#pagebreak()\n#annex-begins()\n" + annex_heading(),
        f"#align(center)[*{escape(TITLE.upper())}*]\n#v(3mm)",
        "THE COUNCIL OF THE EUROPEAN UNION,",
        *(paper.rich(recital) for recital in RECITALS),
        "HAS ADOPTED THE FOLLOWING CONCLUSIONS:",
        *(_item(f"{number}.", paper.rich(text)) for number, text in enumerate(OPENING, 1)),
        *(_priority(paper, number, priority) for number, priority in enumerate(PRIORITIES, 1)),
    ]
    for number, paragraph in enumerate(PARAGRAPHS, 3):
        blocks.append(_paragraph(paper, number, paragraph))
    blocks.append("#v(8mm)\n#align(center, line(length: 24%, stroke: 0.5pt))")
    return "\n\n".join(blocks)


def _item(label: str, body: str, *, indent: str = "0mm") -> str:
    return f"#block(inset: (left: {indent}), grid(columns: (9mm, 1fr), [{escape(label)}], [{body}]))"


def _priority(paper: Paper, number: int, priority: Part) -> str:
    label = f"#strong[{paper.ink(f'p{number}', priority.label)}]"
    if not priority.areas:
        return _item(f"{number}.", label + _aims(paper, f"p{number}", priority), indent="9mm")
    parts = [_item(f"{number}.", label + ":", indent="9mm")]
    for at, area in enumerate(priority.areas):
        letter = chr(97 + at)
        body = f"#emph[{paper.ink(f'p{number}{letter}', area.label)}]" + _aims(paper, f"p{number}{letter}", area)
        parts.append(_item(f"({letter})", body, indent="18mm"))
    return "\n\n".join(parts)


def _aims(paper: Paper, key: str, unit: Part) -> str:
    prose = unit.prose.split("{}")
    markup = escape(prose[0])
    for at, aim in enumerate(unit.aims, 1):
        markup += paper.ink(f"{key}.{at}", aim.text) + escape(prose[at])
    return markup


def _paragraph(paper: Paper, number: int, paragraph: Paragraph) -> str:
    blocks = [_item(f"{number}.", paper.ink(f"r{number}", paragraph.text))]
    for at, point in enumerate(paragraph.points):
        letter = chr(97 + at)
        # The letter of a point is part of the request's text, so it is inked with it.
        body = paper.ink(f"r{number}{letter}", f"({letter}) {point}")
        blocks.append(f"#block(inset: (left: 16mm), par(hanging-indent: 7mm)[{body}])")
    return "\n\n".join(blocks)


def _gold(paper: Paper) -> GoldDocument:
    gold = GoldDocument(
        PDF,
        title=TITLE,
        kind="council_conclusions",
        reference=COVER.number,
        issuer="Council of the European Union",
        date="2037-06-04",
        language="en",
        cycle="2037-2040",
        subject_codes=list(COVER.codes),
    )
    clause = aim_number = area_number = 1
    for number, priority in enumerate(PRIORITIES, 1):
        key = f"p{number}"
        gold.add(key, "priority", priority.label, paper.spans(key), number=str(number), title=priority.label)
        units = [(key, key, priority)]
        units += [(f"{key}{chr(97 + at)}", "", area) for at, area in enumerate(priority.areas)]
        for ink, parent, unit in units:
            if not parent:
                parent = gold.add(
                    f"s{area_number}",
                    "area",
                    unit.label,
                    paper.spans(ink),
                    number=ink[-1],
                    title=unit.label,
                    parent=key,
                )
                area_number += 1
            for at, aim in enumerate(unit.aims, 1):
                clause = add_aim(gold, f"a{aim_number}", aim, parent, partial(paper.spans, f"{ink}.{at}"), clause)
                aim_number += 1
    for number, paragraph in enumerate(PARAGRAPHS, 3):
        if paragraph.addressees:
            inks = [f"r{number}", *(f"r{number}{chr(97 + at)}" for at in range(len(paragraph.points)))]
            gold.add(
                f"r{number}",
                "request",
                paragraph.words,
                [span for ink in inks for span in paper.spans(ink)],
                number=str(number),
                verb=paragraph.verb,
                addressees=list(paragraph.addressees),
            )
    return gold


if __name__ == "__main__":
    main()
