"""``unseen-conclusions-earlier``: adopted conclusions of the cycle before, with aims in running sentences, by Typst.

Run: ``python -m tests.golden.unseen.make.earlier_conclusions``
"""

from dataclasses import dataclass, field
from pathlib import Path

from corpus.sample.make.gold import Finished, GoldDocument
from tests.golden.unseen.make.marked import Aim, AimIds, Reader, plain, read_aim
from tests.golden.unseen.make.typesetting import compile_pdf, content, escape

PDF = Path(__file__).resolve().parent.parent / "unseen-conclusions-earlier.pdf"

NUMBER = "91020/40"
SUBJECT = "Council conclusions on the crime priorities of the European Union for the years 2041 to 2044"
CODES = ["COSI 143", "ENFOPOL 402", "CRIMORG 118", "ENFOCUSTOM 91", "CYBER 206", "JAI 1187"]
COVER = [
    ("From:", "General Secretariat of the Council"),
    ("To:", "Delegations"),
    ("No. prev. doc.:", "91007/1/40 REV 1"),
]
COVER_TEXT = (
    "Delegations will find annexed the conclusions on the above subject, as adopted by the Council (Justice and "
    "Home Affairs) at its meeting on 4 December 2040."
)
TITLE = "Council conclusions on the crime priorities of the European Union"

CONSIDERATIONS = [
    "Having regard to the threat assessment which Europol delivered in April 2040{1} and which, for the first "
    "time, weighs each form of crime by the damage that it does to persons, to the economy and to the environment;",
    "Recalling the promise made in 2036 that no cycle would begin before the one preceding it had been evaluated, "
    "and the evaluation of June 2040{2}, according to which the actions of the cycle 2037-2040 brought together "
    "more than six hundred investigations;",
    "Whereas theft touches more households than any other offence that is dealt with in this framework, although "
    "it rarely makes the headlines;",
    "Aware that smaller administrations cannot send an officer to each meeting, and that video conferences have "
    "not replaced the trust which grows between people who have worked in one room;",
    "Noting that the Union’s partners have asked to be involved at an early stage;",
    "Bearing in mind that the priorities guide the use of scarce means and do not relieve anyone of the duty to "
    "prosecute other offences;",
]
OPENING = "THE COUNCIL OF THE EUROPEAN UNION"
SETTING = (
    "For the period from 1 January 2041 to 31 December 2044 the Union concentrates its joint operational work "
    "against organised crime on the eight priorities described below."
)


@dataclass(frozen=True)
class Piece:
    """A stretch of a priority's text: prose around one or more aims. ``label`` makes it a sub-area of the priority."""

    text: str
    label: str | None = None
    number: str | None = None
    after_label: str = ": "

    @property
    def aims(self) -> list[Aim]:
        return [read_aim(found) for found in self.text.split("|")[1::2]]


@dataclass(frozen=True)
class Priority:
    number: str
    label: str
    pieces: list[Piece] = field(default_factory=list)


# An aim stands between bars.
PRIORITIES = [
    Priority(
        "I",
        "Organised theft and burglary",
        [
            Piece(
                "Mobile groups account for one burglary in four. The aim is |[to break up groups of thieves that "
                "travel from one Member State to the next], with emphasis on [break-ins at private homes], [the "
                "theft of freight from parked lorries] and [the theft of farm machinery]|. A further aim is |[to "
                "return stolen works of art and archaeological finds to their rightful owners]|."
            )
        ],
    ),
    Priority(
        "II",
        "Cybercrime",
        [
            Piece(
                "Attacks are cheap to buy and costly to endure. The aim is |[to identify those who attack "
                "information systems for profit], particularly [vendors of ready-made attack tools], and to "
                "[fight the exchange of child sexual abuse material on hidden services]|. National contact points "
                "are reachable at any hour; to this the Council attaches great importance."
            )
        ],
    ),
    Priority(
        "III",
        "Drugs",
        [
            Piece(
                "the aim is |[to reduce imports of both substances through seaports and along the Balkan routes], "
                "especially [imports arranged by networks with a permanent base in the ports of departure]|.",
                "Cocaine and heroin",
            ),
            Piece(
                "the aim is |[to dismantle large plantations inside the Union] and, along with them, [the "
                "businesses that equip them]|.",
                "Cannabis",
            ),
            Piece(
                "the aim is |[to halt their production and distribution], including [the diversion of the "
                "chemicals needed for it]{3} and [the sale of small amounts by post]|.",
                "Synthetic drugs and new psychoactive substances",
            ),
        ],
    ),
    Priority(
        "IV",
        "Facilitation of illegal immigration",
        [
            Piece(
                "In this field the aim is |[to dismantle networks that bring persons across the external borders "
                "for payment or move them onwards inside the Union], with particular attention to [those that use "
                "counterfeit or look-alike documents] and [those that expose their passengers to mortal danger]|. "
                "Persons in need of protection are referred to the competent authorities."
            )
        ],
    ),
    Priority(
        "V",
        "Trafficking in persons",
        [
            Piece(
                "Victims are found in more trades than ever before. The aim is |[to prosecute traffickers who "
                "exploit people for labour, sex or petty crime], among others [those who target minors without "
                "parents]|. Member States agreed on a second aim, namely |[to cut off the proceeds of this "
                "crime], for example by [seizing hotels and farms used for exploitation]|."
            )
        ],
    ),
    Priority(
        "VI",
        "Fraud against public funds",
        [
            Piece(
                "The aim is |[to uncover illegal cigarette plants] and to [intercept untaxed fuel and alcohol at "
                "the borders]|.",
                "Excise fraud",
                "a",
                ". ",
            ),
            Piece(
                "The aim is |[to detect missing traders within days of their registration], above all in [the "
                "trade in electronics and emission rights]|. Tax and police data are compared in a secure "
                "environment that OLAF provides.",
                "Carousel fraud",
                "b",
                ". ",
            ),
        ],
    ),
    Priority(
        "VII",
        "Illicit firearms",
        [
            Piece(
                "Fewer weapons mean fewer deaths. The aim is |[to restrict the circulation of illicit firearms], "
                "with a view in particular to [weapons that were deactivated and then made live again] and to "
                "[those ordered on darknet markets]|."
            )
        ],
    ),
    Priority(
        "VIII",
        "False documents",
        [
            Piece(
                "Since forged papers serve every other form of crime, the aim is |[to dismantle the workshops and "
                "online shops that supply them], as well as [the intermediaries who collect genuine passports for "
                "misuse by others]|."
            )
        ],
    ),
]

REQUESTS_INTRO = "To give effect to these priorities, the Council"
# Verb and addressees where someone is asked to do something.
POINTS: list[tuple[str, str | None, list[str]]] = [
    (
        "invites the Commission to earmark EUR 38 million of the Internal Security Fund for the operational "
        "action plans of this cycle;",
        "invites",
        ["Commission"],
    ),
    (
        "calls on the Member States to appoint, by 31 January 2041, a national EMPACT coordinator with direct "
        "access to the heads of the police, customs and border guard services;",
        "calls on",
        ["Member States"],
    ),
    (
        "takes note of the offer of Eurojust to place a liaison prosecutor at the disposal of the Drivers;",
        None,
        [],
    ),
    (
        "tasks COSI with adopting the annual plans, the first of them in March 2041, and with reporting on their "
        "results;",
        "tasks",
        ["COSI"],
    ),
    (
        "requests Europol to host the kick-off meetings and to present a mid-term assessment in the autumn of 2042;",
        "requests",
        ["Europol"],
    ),
    (
        "encourages CEPOL and the EUDA to develop a joint course on laboratories and precursors, in which "
        "chemists and investigators sit side by side;",
        "encourages",
        ["CEPOL", "EUDA"],
    ),
    (
        "agrees that one plan is drawn up for each of the priorities I, II, IV, V, VII and VIII, three plans for "
        "priority III and two for priority VI;",
        None,
        [],
    ),
    (
        "asks the Presidency and the General Secretariat of the Council to explain the priorities to the public "
        "in plain language and to publish the key figures of each year.",
        "asks",
        ["Presidency", "General Secretariat of the Council"],
    ),
]
NOTES = {
    1: "EDOC #9121003v2.",
    2: "Doc. 90871/40, summary on p. 4.",
    3: "So-called precursors and pre-precursors.",
}


def _prose(piece: Piece) -> str:
    parts = piece.text.split("|")
    for position in range(1, len(parts), 2):
        parts[position] = read_aim(parts[position]).source
    return content("".join(parts), NOTES)


def _source() -> str:
    codes = " \\ ".join(CODES)
    lines = "".join(f"[{escape(name)}], [{escape(value)}], " for name, value in [*COVER, ("Subject:", SUBJECT)])
    out = [
        '#set page(paper: "a4", margin: (x: 27mm, top: 26mm, bottom: 34mm), footer-descent: 8mm,',
        "  header: align(center, text(size: 8pt, tracking: 2pt, fill: luma(90))[SYNTHETIC DOCUMENT]),",
        "  footer: context [#line(length: 100%, stroke: 0.4pt) #v(-2mm) #text(size: 9pt)[#grid(columns: (1fr, "
        "1fr, 1fr), row-gutter: 1.6mm,",
        f"  [{escape(NUMBER)}], align(center, counter(page).display()), align(right)[JAI.1 #h(6mm) EN],",
        "  [#if counter(page).get().first() > 1 [ANNEX]], [], [])]])",
        '#set text(font: "Libertinus Serif", size: 11.5pt, lang: "en", region: "GB", hyphenate: true)',
        "#set text(costs: (orphan: 0%, widow: 0%))",
        "#set par(justify: true, leading: 0.79em, spacing: 1.15em)",
        # A raised glyph of full size can be told from a digit by eye only: marks are small digits instead.
        "#set super(typographic: false, size: 0.62em)",
        "#grid(columns: (1fr, auto), [#text(size: 14pt)[Council of the \\ European Union]],",
        f"  align(right)[*Brussels, 4 December 2040* \\ (OR. en) \\ \\ *{escape(NUMBER)}* \\ \\ {codes}])",
        '#v(9mm) #text(weight: "bold")[OUTCOME OF PROCEEDINGS] #v(1mm)',
        f"#grid(columns: (32mm, 1fr), row-gutter: 3.5mm, {lines})",
        "#v(2mm) #line(length: 100%, stroke: 0.4pt) #v(4mm)",
        content(COVER_TEXT),
        "#pagebreak()",
        f'#align(right)[#underline[ANNEX]] #align(center)[#text(weight: "bold")[{escape(TITLE)}]] #v(2mm)',
        f"#align(center)[{escape(OPENING)}] #v(2mm)",
        *(f"\n{content(text, NOTES)}\n" for text in CONSIDERATIONS),
        "\nHEREBY ADOPTS THE FOLLOWING PRIORITIES:\n",
        f"\n{content(SETTING)}\n",
    ]
    for priority in PRIORITIES:
        out.append(
            f'#v(2.5mm) #block(below: 2.5mm, sticky: true)[#text(weight: "bold")[#box(width: 11mm)[{priority.number}.]'
            f"{escape(priority.label)}]]"
        )
        for piece in priority.pieces:
            if piece.label is None:
                out.append(f"\n{_prose(piece)}\n")
            elif piece.number:
                out.append(f"\n({piece.number}) #emph[{escape(piece.label)}]{piece.after_label}{_prose(piece)}\n")
            else:
                label = f"#strong[{escape(piece.label)}]{piece.after_label}"
                out.append(f"#list(marker: [▪], indent: 4mm, [{label}{_prose(piece)}])")
    out.append(f"#v(5mm)\n{content(REQUESTS_INTRO)}\n")
    out.append("#set list(marker: [–], indent: 4mm, body-indent: 4mm, spacing: 1.1em)")
    out += [f"#list([{content(text)}])" for text, _, _ in POINTS]
    out.append("#v(4mm) #align(center)[#line(length: 30mm, stroke: 0.4pt)]")
    return "\n".join(out)


def make() -> None:
    """Set the paper."""
    compile_pdf(_source(), PDF, year=2040, month=12, day=4)


def write_gold() -> None:
    """Measure the paper and write its gold."""
    finished = Finished(PDF, mark_size_pt=7.6)
    gold = GoldDocument(
        PDF,
        title=SUBJECT,
        kind="council_conclusions",
        reference=NUMBER,
        issuer="Council of the European Union",
        date="2040-12-04",
        language="en",
        cycle="2041-2044",
        marking=None,
        subject_codes=CODES,
    )
    read = Reader(finished)
    read.skip(SETTING)
    ids, areas = AimIds(), 0
    for count, priority in enumerate(PRIORITIES, 1):
        spans = read.spans(priority.label)
        key = gold.add(f"p{count}", "priority", priority.label, spans, number=priority.number, title=priority.label)
        for piece in priority.pieces:
            parent = key
            if piece.label:
                areas += 1
                spans = read.spans(piece.label)
                parent = gold.add(
                    f"s{areas}", "area", piece.label, spans, number=piece.number, title=piece.label, parent=key
                )
            for aim in piece.aims:
                ids.add(gold, aim, parent, read)
    for count, (text, verb, addressees) in enumerate([point for point in POINTS if point[1]], 1):
        gold.add(f"r{count}", "request", plain(text), read.spans(text), verb=verb, addressees=addressees)
    gold.write()


if __name__ == "__main__":
    make()
    write_gold()
