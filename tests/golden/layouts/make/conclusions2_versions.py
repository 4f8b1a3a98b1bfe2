"""zoo-conclusions2-first, -second and -added: a draft, its revision with the changes marked, and an addendum to it.

Both versions are typed once: what is between ``~~`` was in the first only and is struck through in the second, what is
between ``__**`` and ``**__`` came with the second and is bold and underlined there. Changes touch words, labels,
riders, whole aims, areas, points and paragraphs; a new paragraph has the number 5a, a deleted one keeps its number,
struck. Gold of the second version is what is left: struck words, aims and paragraphs are no records. The addendum
proposes one more priority, in a table without a head, and three paragraphs; it repeats nothing.

Run: python -m tests.golden.layouts.make.conclusions2_versions (needs LibreOffice)
"""

import datetime
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.golden.layouts.make.conclusion_texts import RECITALS_2049, Aim, Paragraph, Point, Unit, read_aim
from tests.golden.layouts.make.inks import Ink, Inks, Text
from tests.golden.layouts.make.later import later
from tests.golden.layouts.make.papers import Cover, made, zoo
from tests.golden.layouts.make.records import Asked, Keyed, council_document, keyed, write_conclusions
from tests.golden.layouts.make.word import InkPaper, paper, save

TITLE = "Draft Council conclusions on the priorities of EMPACT for the years 2047 to 2050"
CODES = ("COSI 61", "ENFOPOL 144", "CRIMORG 39", "CYBER 92", "JAI 402")

_GONE = re.compile(r"~~[^~]*~~")
_NEW = re.compile(r"__\*\*(?:(?!\*\*__).)*\*\*__")


def first(text: str) -> str:
    """The text as it stood in the first version.

    >>> first("the ~~old~~ __**new**__ text")
    'the old text'
    """
    return re.sub(" +", " ", _NEW.sub("", text).replace("~~", "")).strip()


def second(text: str) -> str:
    """The text that the second version leaves in force.

    >>> second("the ~~old~~ __**new**__ text")
    'the new text'
    """
    return re.sub(" +", " ", _GONE.sub("", text).replace("__**", "").replace("**__", "")).strip()


def marked(text: str) -> str:
    """The text as the second version prints it: without the brackets of its clauses."""
    return text.replace("[", "").replace("]", "")


@dataclass(frozen=True, slots=True)
class Draft:
    """A priority or an area with its aims, all typed in both versions; one with an empty version is not in it."""

    number: str
    label: str
    aims: tuple[str, ...] = ()
    areas: tuple["Draft", ...] = ()


@dataclass(frozen=True, slots=True)
class Wish:
    """An operative paragraph typed in both versions."""

    number: str
    text: str
    verb: str = ""
    addressees: tuple[str, ...] = ()
    points: tuple[str, ...] = ()


def _new(text: str) -> str:
    return f"__**{text}**__"


DRAFTS = (
    Draft(
        "1",
        "~~High-risk~~ __**Most dangerous**__ criminal networks",
        (
            "[To uncover and take apart criminal networks that pose a ~~grave~~ __**serious and lasting**__ risk to "
            "the security of the Union], with a special focus on [those that plant or buy insiders in public bodies], "
            "~~[those that conceal their leadership behind franchises]~~ __**[those that command a fleet of "
            "companies]**__ and [those that employ children as couriers or gunmen]",
            "~~[To arrest fugitives who go on commanding such networks from abroad]~~",
            "__**[To find, arrest and bring before a court the leaders of such networks, wherever they live]**__",
        ),
    ),
    Draft(
        "2",
        "Attacks on information systems",
        (
            "[To prevent, investigate and disrupt attacks on information systems], in particular [ransomware offered "
            "as a service], ~~[attacks on elections],~~ [intrusions by way of suppliers of software] and [attacks paid "
            "for by foreign powers]",
        ),
    ),
    Draft(
        "3",
        "Drugs",
        areas=(
            Draft(
                "a",
                "Production of synthetic drugs",
                (
                    "[To shut down the production of synthetic drugs in the Union], notably [kitchens set up in rented "
                    "farm buildings], [the supply of ~~designer~~ __**and trade in**__ precursors] and [the dumping of "
                    "chemical waste]",
                ),
            ),
            Draft(
                "b",
                "Trafficking of cocaine ~~, cannabis and heroin~~ __**and heroin**__",
                (
                    "[To intercept ~~cocaine, cannabis and heroin~~ __**cocaine and heroin**__ on their way to "
                    "consumers], above all [consignments hidden in containers or in the hulls of ships]",
                ),
            ),
            Draft(
                "c",
                _new("Cannabis"),
                (
                    _new(
                        "[To dismantle plantations from which more than a local market is supplied], as well as [the "
                        "import of synthetic resin]"
                    ),
                ),
            ),
        ),
    ),
    Draft(
        "4",
        "Fraud, economic and financial crime",
        areas=(
            Draft(
                "a",
                "Online fraud",
                (
                    "[To dismantle call centres and compounds from which people are defrauded], with emphasis on "
                    "[investment and romance schemes] and [accounts opened with synthetic identities]",
                ),
            ),
            Draft("b", "VAT fraud", ("[To detect cross-border VAT fraud at an early stage]",)),
            Draft(
                "c", "~~Counterfeiting~~", ("~~[To remove from the market counterfeit goods that endanger health]~~",)
            ),
        ),
    ),
    Draft(
        "5",
        "Firearms ~~and explosives~~",
        (
            "[To curb the trafficking, conversion and home manufacture of firearms], not least [parts sold on "
            "e-commerce sites] ~~, along with [the theft of explosives from quarries and construction sites]~~",
        ),
    ),
)

WISHES = (
    Wish(
        "3",
        "INVITES Europol to present, by ~~30 April~~ __**15 September**__ 2049, an interim assessment that says which "
        "of the threats described in 2047 have grown, ~~and~~ which have shrunk __**and which were overrated**__;",
        "INVITES",
        ("Europol",),
    ),
    Wish(
        "4",
        "CALLS UPON the Member States ~~and the agencies~~ to:",
        "CALLS UPON",
        ("Member States",),
        (
            "name, for every plan in which they take part, a contact point for operational analysis;",
            "~~release staff for action days on the dates agreed in the plan, and not on others;~~",
            "answer within ~~five~~ __**ten**__ working days a request that a Driver has marked as urgent;",
            _new("tell their Drivers in writing when they withdraw from an action;"),
        ),
    ),
    Wish(
        "5",
        "~~ENCOURAGES the Commission to examine whether grants could be paid in instalments linked to results;~~",
        "ENCOURAGES",
        ("Commission",),
    ),
    Wish(
        "5a",
        _new("URGES the Commission to pay grants no later than six weeks after a request has been approved;"),
        "URGES",
        ("Commission",),
    ),
    Wish(
        "6",
        "REQUESTS Eurojust to compile ~~every year~~ __**every second year**__ the judgments that have followed from "
        "actions of the plans;",
        "REQUESTS",
        ("Eurojust",),
    ),
    Wish("7", "TAKES NOTE of the ~~reservation~~ __**statement**__ of one delegation;"),
    Wish(
        "8",
        "ASKS CEPOL __**and EJTN**__ to offer at least ~~two~~ __**four**__ courses a year that investigators and "
        "judges attend together;",
        "ASKS",
        ("CEPOL", "EJTN"),
    ),
    Wish(
        "9",
        "INSTRUCTS COSI to review these priorities in 2049 __**and to propose, where necessary, that one be "
        "replaced**__.",
        "INSTRUCTS",
        ("COSI",),
    ),
)
# Addressees of the first version, where they differ.
_FIRST_ADDRESSEES = {"4": ("Member States", "agencies"), "8": ("CEPOL",)}

Version = Callable[[str], str]


def _tidy(text: str) -> str:
    """Without the spaces before punctuation that stand there for the sake of the marks."""
    return re.sub(" ([,;.])", r"\1", text)


def _units(version: Version) -> tuple[Unit, ...]:
    def one(draft: Draft) -> Unit | None:
        label = _tidy(version(draft.label))
        if not label:
            return None
        aims: list[Aim] = [read_aim(_tidy(version(aim))) for aim in draft.aims if version(aim)]
        areas = [unit for unit in map(one, draft.areas) if unit]
        return Unit(draft.number, label, tuple(aims), tuple(areas))

    return tuple(unit for unit in map(one, DRAFTS) if unit)


def _asked(version: Version) -> tuple[Asked, ...]:
    found = []
    for wish in WISHES:
        text = version(wish.text)
        if not text:
            continue
        points = tuple(Point(_tidy(version(point))) for point in wish.points if version(point))
        addressees = _FIRST_ADDRESSEES.get(wish.number, wish.addressees) if version is first else wish.addressees
        found.append(Asked(f"r{wish.number}", wish.number, Paragraph(text, wish.verb, addressees, points)))
    return tuple(found)


def pieces(inks: Inks, key: str, text: str) -> Text:
    """A text in the revision: what is struck is not inked, what is left is inked piece by piece."""
    found: list[Ink | str] = []
    count = 0
    for piece in re.split(r"(~~[^~]*~~)", text):
        if piece.startswith("~~") or not piece.strip():
            found.append(piece)
            continue
        found.append(inks(f"{key}.w{count}" if count else key, piece))
        count += 1
    return tuple(found)


class Printing:
    """How one version sets its texts: the first as it reads, the second with its changes."""

    def __init__(self, inks: Inks, version: Version) -> None:
        self.inks, self.version = inks, version

    def text(self, key: str, text: str) -> Text:
        if self.version is first:
            return self.inks(key, _tidy(marked(first(text))))
        return pieces(self.inks, key, marked(text))

    def number(self, number: str, text: str) -> str:
        """The number of a point or a paragraph, struck or new as its text is."""
        if self.version is first:
            return number
        if not second(text):
            return f"~~{number}~~"
        return _new(number) if not first(text) else number

    def shown(self, text: str) -> bool:
        return self.version is second or bool(first(text))


def _table(made_of: InkPaper, printing: Printing, units: tuple[Keyed, ...]) -> None:
    table = made_of.table((4.8, 11.2))
    made_of.header_row(table, ("Priority", "Aim(s)"), shade="EDEDED")
    names = {one.unit.number: one for one in units}

    def aims(draft: Draft, known: Keyed | None, cell: object) -> None:
        keys = iter(key for key, _ in known.aims) if known else iter(())
        for aim in draft.aims:
            if not printing.shown(aim):
                continue
            key = next(keys) if printing.version(aim) else ""
            text = printing.text(key, aim) if key else marked(aim)
            made_of.fill(cell, text, before=2, after=4)  # type: ignore[arg-type]

    for draft in DRAFTS:
        one = names[draft.number]
        left, right = table.add_row().cells
        label = printing.text(one.key, draft.label)
        made_of.fill(left, (f"{draft.number}. ", *(label if isinstance(label, tuple) else (label,))), before=2, after=2)
        aims(draft, one, right)
        known = {area.unit.number: area for area in one.areas}
        for area in draft.areas:
            if not printing.shown(area.label):
                continue
            number = printing.number(f"({area.number})", area.label)
            there = known.get(area.number)
            label = printing.text(there.key, area.label) if there else marked(area.label)
            whole = (f"{number} ", *(label if isinstance(label, tuple) else (label,)))
            made_of.fill(right, whole, italic=True, before=3, after=2, keep=True)
            aims(area, there, right)


def _requests(made_of: InkPaper, printing: Printing) -> None:
    for wish in WISHES:
        if not printing.shown(wish.text):
            continue
        key = f"r{wish.number}"
        gone = not printing.version(wish.text)
        text = marked(wish.text) if gone else printing.text(key, wish.text)
        number = printing.number(f"{wish.number}.", wish.text)
        made_of.body((f"{number}\t", *(text if isinstance(text, tuple) else (text,))), indent=1.0, spacing=1.3)
        # In the revision a deleted point keeps its letter; in the first version there are no new ones.
        for at, point in enumerate(point for point in wish.points if printing.shown(point)):
            letter = f"({chr(97 + at)})"
            if not printing.version(point):
                made_of.body((f"~~{letter}~~\t", point), indent=0.9, left=1.0, spacing=1.3, after=6)
                continue
            label = printing.inks(f"{key}.p{at}", letter).changed(printing.number(letter, point))
            body = printing.text(f"{key}.p{at}.t", point)
            whole = (label, "\t", *(body if isinstance(body, tuple) else (body,)))
            made_of.body(whole, indent=0.9, left=1.0, spacing=1.3, after=6)


def _write(inks: Inks, cover: Cover, day: datetime.date, version: Version, units: tuple[Keyed, ...]) -> InkPaper:
    made_of = paper(cover, day, body_pt=11.5)
    printing = Printing(inks, version)
    made_of.annex()
    made_of.line("ANNEX", bold=True, underline=True, after=12)
    made_of.line("DRAFT COUNCIL CONCLUSIONS", bold=True, centred=True, after=14)
    made_of.line("THE COUNCIL OF THE EUROPEAN UNION,", after=10)
    recitals = [later(RECITALS_2049[at], -2) for at in (1, 3, 4)]
    recitals.append(
        "WELCOMING the results of the ~~years 2043 to 2046~~ __**cycle now ending**__, which rest on the work of "
        "officers whose names do not appear in any report;"
    )
    for recital in recitals:
        made_of.body(_tidy(first(recital)) if version is first else recital, spacing=1.3)
    made_of.body("1.\tSETS the priorities of the table below;", indent=1.0, spacing=1.3)
    _table(made_of, printing, units)
    made_of.line("", after=4)
    second_paragraph = "2.\tCONFIRMS that their order expresses no ~~rank~~ __**preference**__;"
    made_of.body(_tidy(first(second_paragraph)) if version is first else second_paragraph, indent=1.0, spacing=1.3)
    _requests(made_of, printing)
    return made_of


def _cover(number: str, day: str, kind: str, previous: str, body: tuple[str, ...]) -> Cover:
    rows = [("From:", "Presidency"), ("To:", "Delegations"), ("Subject:", TITLE)]
    if previous:
        rows.insert(2, ("No. prev. doc.:", previous))
    return Cover(
        number=number,
        place_and_date=f"Brussels, {day}",
        kind=kind,
        rows=tuple(rows),
        body=body,
        codes=CODES,
        marking="LIMITE",
        initials="tg/SW/tg",
    )


FIRST = _cover(
    "95128/47",
    "24 March 2047",
    "NOTE",
    "",
    (
        "Delegations will find attached a first draft of the conclusions by which the EMPACT cycle 2047-2050 is to be "
        "opened. Comments are expected by 7 April 2047.",
    ),
)
SECOND = _cover(
    "95128/1/47 REV 1",
    "16 April 2047",
    "REVISED NOTE",
    "95128/47",
    (
        "The Presidency has revised the draft in the light of written comments and of the discussion on 9 April 2047. "
        "Compared with the previous version, new text is in __**bold and underlined**__, and deleted text is ~~struck "
        "through~~.",
    ),
)
ADDED = _cover(
    "95128/1/47 REV 1 ADD 1",
    "22 April 2047",
    "ADDENDUM TO THE REVISED NOTE",
    "95128/1/47 REV 1",
    (
        "Three delegations have proposed that a sixth priority be added to the draft for the EMPACT cycle 2047-2050, "
        "and that paragraphs 10 to 12 follow paragraph 9. Their text is set out below. All other parts of the draft "
        "remain as they are.",
    ),
)

MORE = keyed(
    (
        Unit(
            "6",
            "Environmental crime",
            areas=(
                Unit(
                    "a",
                    "Waste",
                    (
                        read_aim(
                            "[To stop networks from earning money with waste that nobody treats], with specific "
                            "attention to [shipments declared as second-hand goods] and [fires laid at storage sites "
                            "to destroy evidence]"
                        ),
                    ),
                ),
                Unit(
                    "b",
                    "Wildlife and timber",
                    (
                        read_aim(
                            "[To seize wildlife and timber of unlawful origin before they are sold on], along with "
                            "[the proceeds of earlier sales]"
                        ),
                        read_aim("[To identify those who issue false certificates of breeding or of felling]"),
                    ),
                ),
            ),
        ),
    )
)
MORE_ASKED = (
    Asked(
        "r10",
        "10",
        Paragraph(
            "INVITES EnviCrimeNet and IMPEL to propose, by 31 January 2048, which ten routes of waste deserve a joint "
            "inquiry, and to say what such an inquiry would cost;",
            "INVITES",
            ("EnviCrimeNet", "IMPEL"),
        ),
    ),
    Asked(
        "r11",
        "11",
        Paragraph(
            "RECOMMENDS that the Member States:",
            "RECOMMENDS",
            ("Member States",),
            (
                Point("train one prosecutor in each district in the law on waste;"),
                Point("see to it that seized animals are housed, and by whom;"),
            ),
        ),
    ),
    Asked("r12", "12", Paragraph("NOTES that the costs of storing seized timber are borne by the state of seizure.")),
)


def _write_addendum(inks: Inks) -> InkPaper:
    made_of = paper(ADDED, datetime.date(2047, 4, 22), body_pt=11.5)
    made_of.annex()
    made_of.line("ANNEX", bold=True, underline=True, after=12)
    made_of.line("To be added to the table in paragraph 1, as its last row:", italic=True, after=8)
    table = made_of.table((4.8, 11.2))
    for one in MORE:
        left, right = table.add_row().cells
        made_of.fill(left, (f"{one.unit.number}. ", inks(one.key, one.unit.label)), before=2, after=2)
        for area in one.areas:
            made_of.fill(right, (f"({area.unit.number}) ", inks(area.key, area.unit.label)), italic=True, before=3)
            for key, aim in area.aims:
                made_of.fill(right, inks(key, aim.text), before=2, after=4)
    made_of.line("To be inserted after paragraph 9:", italic=True, before=16, after=8)
    for request in MORE_ASKED:
        made_of.body(
            (f"{request.number}.\t", inks(request.key, request.paragraph.text)), indent=1.0, left=1.0, spacing=1.3
        )
        for at, point in enumerate(request.paragraph.points):
            ink = inks(f"{request.key}.{at}", f"({chr(97 + at)}) {point.text}")
            text = ink.changed(ink.marked.replace(" ", "\t", 1))
            made_of.body(text, indent=0.9, left=2.0, spacing=1.3, after=6)
    made_of.line("Reason", bold=True, before=10, after=6)
    made_of.body(
        "To leave harm to nature out of the list would be read as a signal. The delegations recall that four of the "
        "ten largest seizures of 2046 concerned waste or wildlife.",
        spacing=1.3,
    )
    return made_of


def _document(cover: Cover, date: str, register: str) -> dict[str, object]:
    return council_document(
        cover.number,
        TITLE,
        date,
        register_id=register,
        cycle="2047-2050",
        marking="LIMITE",
        subject_codes=list(CODES),
    )


def main() -> None:
    """Set the three papers and write their gold."""
    for name, cover, day, version, register in (
        ("first", FIRST, datetime.date(2047, 3, 24), first, "ST 95128 2047 INIT"),
        ("second", SECOND, datetime.date(2047, 4, 16), second, "ST 95128 2047 REV 1"),
    ):
        units = keyed(_units(version))

        def produce(
            inks: Inks,
            pdf: Path,
            cover: Cover = cover,
            day: datetime.date = day,
            version: Version = version,
            units: tuple[Keyed, ...] = units,
        ) -> None:
            save(_write(inks, cover, day, version, units), pdf)

        measured = made(zoo(f"conclusions2-{name}"), produce)
        write_conclusions(measured, _document(cover, str(day), register), units, _asked(version))

    measured = made(zoo("conclusions2-added"), lambda inks, pdf: save(_write_addendum(inks), pdf))
    document = _document(ADDED, "2047-04-22", "ST 95128 2047 REV 1 ADD 1")
    write_conclusions(measured, document, MORE, MORE_ASKED)


if __name__ == "__main__":
    main()
