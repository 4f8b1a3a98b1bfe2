"""Texts of Council conclusions for the zoo: priorities with aims, recitals, requests.

Those of two sets are the sample corpus's own, picked and renumbered by each maker; those of 2049-2052 were written
here. Aims are typed with their clauses in square brackets, as in ``corpus.sample.make.clauses``; a line break in an
aim says that its next words are a point of their own where a layout sets riders as points.

>>> read_aim("[To act], above all:\\n[by day];\\n[by night]").words
'To act, above all: by day; by night'
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.sample.make import conclusions_2037, conclusions_2041
from tests.golden.layouts.make.inks import plain


@dataclass(frozen=True, slots=True)
class Aim:
    """An aim as it is set, line by line, with notes and marks, and its clauses without them."""

    lines: tuple[str, ...]
    clauses: tuple[tuple[str, str], ...]

    @property
    def words(self) -> str:
        return " ".join(plain(line) for line in self.lines)

    @property
    def text(self) -> str:
        return " ".join(self.lines)

    def lowered(self) -> "Aim":
        """The aim as it stands within a sentence."""
        role, core = self.clauses[0]
        return Aim((_small(self.lines[0]), *self.lines[1:]), ((role, _small(core)), *self.clauses[1:]))

    def without_notes(self) -> "Aim":
        return replace(self, lines=tuple(without_notes(line) for line in self.lines))

    def raised(self) -> "Aim":
        """The aim as it stands by itself."""
        role, core = self.clauses[0]
        return Aim((_large(self.lines[0]), *self.lines[1:]), ((role, _large(core)), *self.clauses[1:]))


def _small(text: str) -> str:
    return text[0].lower() + text[1:]


def _large(text: str) -> str:
    return text[0].upper() + text[1:]


def read_aim(marked: str) -> Aim:
    """Take the brackets out of an aim; clauses come in the order in which they begin."""
    text = ""
    open_at: list[tuple[int, int]] = []
    found: list[str] = []
    for character in marked:
        if character == "[":
            open_at.append((len(text), len(found)))
            found.append("")
        elif character == "]":
            start, position = open_at.pop()
            found[position] = plain(text[start:])
        else:
            text += character
    if open_at or not found:
        raise ValueError(f"brackets don't pair in {marked[:50]!r}")
    roles = ["core"] + ["rider"] * (len(found) - 1)
    return Aim(tuple(text.split("\n")), tuple(zip(roles, found, strict=True)))


@dataclass(frozen=True, slots=True)
class Unit:
    """A priority or an area: its number and label as printed, its aims or its areas."""

    number: str | None
    label: str
    aims: tuple[Aim, ...] = ()
    areas: tuple["Unit", ...] = ()

    @property
    def all_aims(self) -> tuple[Aim, ...]:
        return self.aims + tuple(aim for area in self.areas for aim in area.aims)

    def lowered(self) -> "Unit":
        return replace(
            self,
            aims=tuple(aim.lowered() for aim in self.aims),
            areas=tuple(area.lowered() for area in self.areas),
        )

    def raised(self) -> "Unit":
        return replace(
            self,
            aims=tuple(aim.raised() for aim in self.aims),
            areas=tuple(area.raised() for area in self.areas),
        )

    def without_notes(self) -> "Unit":
        return replace(
            self,
            aims=tuple(aim.without_notes() for aim in self.aims),
            areas=tuple(area.without_notes() for area in self.areas),
        )


def unit(label: str, *aims: str, areas: tuple[Unit, ...] = ()) -> Unit:
    return Unit(None, label, tuple(read_aim(aim) for aim in aims), areas)


def numbered(units: Iterable[Unit], *, areas: str = "a") -> tuple[Unit, ...]:
    """Units numbered from 1; areas lettered (``a``), numbered within (``1.1``), or left without (empty)."""

    def area_number(priority: int, at: int) -> str | None:
        return {"a": chr(96 + at), "1.1": f"{priority}.{at}", "i": ("i", "ii", "iii", "iv", "v")[at - 1], "": None}[
            areas
        ]

    return tuple(
        replace(
            one,
            number=str(position),
            areas=tuple(replace(area, number=area_number(position, at)) for at, area in enumerate(one.areas, 1)),
        )
        for position, one in enumerate(units, 1)
    )


def _from_2041() -> Iterator[Unit]:
    def one(source: conclusions_2041.Unit) -> Unit:
        aims = tuple(Aim((aim.text,), aim.clauses) for paragraph in source.paragraphs for aim in paragraph)
        return Unit(None, source.label, aims, tuple(one(area) for area in source.areas))

    yield from map(one, conclusions_2041.PRIORITIES)


def _from_2037() -> Iterator[Unit]:
    def one(source: conclusions_2037.Part) -> Unit:
        aims = tuple(Aim((aim.text,), aim.clauses) for aim in source.aims)
        return Unit(None, source.label, aims, tuple(one(area) for area in source.areas)).raised()

    yield from map(one, conclusions_2037.PRIORITIES)


OF_2041 = tuple(_from_2041())
"""Nine priorities, aims beginning with "To"."""

OF_2037 = tuple(_from_2037())
"""Eight priorities; their aims, lower-case in the paper of 2037, begin with "To" here."""

OF_2049 = (
    unit(
        "High-risk criminal networks",
        "[To uncover and take apart criminal networks that pose a grave risk to the security of the Union], with a "
        "special focus on [those that plant or buy insiders in public bodies and in critical infrastructure], [those "
        "that employ children as couriers or gunmen] and [those that conceal their leadership behind franchises]",
        "[To arrest fugitives who go on commanding such networks from abroad]",
    ),
    unit(
        "Attacks on information systems",
        "[To prevent, investigate and disrupt attacks on information systems], in particular [ransomware offered as a "
        "service], [intrusions by way of suppliers of software] and [attacks paid for by foreign powers]",
    ),
    unit(
        "Online child sexual exploitation",
        "[To combat the production and dissemination of child sexual abuse material], including [material made or "
        "altered by machines], and [identify and protect the children concerned]",
        "[To stop the coercion of minors into self-harm, violence or the sending of images], with particular attention "
        "to [closed groups that compete for cruelty]",
    ),
    unit(
        "Trafficking in human beings and migrant smuggling",
        areas=(
            unit(
                "Trafficking in human beings",
                "[To disrupt networks that traffic people for exploitation of any kind], especially [those that "
                "exploit minors], [those that abuse labour migration schemes, including those for seasonal work] and "
                "[those that advertise victims on rental and dating platforms]",
                "[To raise the number of victims who are identified early and referred to support], as well as [that "
                "of victims who obtain compensation]",
            ),
            unit(
                "Migrant smuggling",
                "[To fight networks that smuggle migrants to, through and from the Union], prioritising [those that "
                "endanger lives at sea, in containers or in winter forests], [those that use drones to guide "
                "crossings] and [those whose money moves through hawala], together with [the supply chains of boats "
                "and engines on which they depend]",
            ),
        ),
    ),
    unit(
        "Drugs",
        areas=(
            unit(
                "Production of synthetic drugs",
                "[To shut down the production of synthetic drugs in the Union], notably [kitchens set up in rented "
                "farm buildings], [the supply of designer precursors] and [the dumping of chemical waste]",
            ),
            unit(
                "Trafficking of cocaine, cannabis and heroin",
                "[To intercept cocaine, cannabis and heroin on their way to consumers], above all [consignments hidden "
                "in containers or in the hulls of ships] and [drop-offs by semi-submersible craft], and [hold to "
                "account those who finance them]",
            ),
        ),
    ),
    unit(
        "Fraud, economic and financial crime",
        areas=(
            unit(
                "Online fraud",
                "[To dismantle call centres and compounds from which people are defrauded], with emphasis on "
                "[investment and romance schemes], [payments that victims are talked into approving] and [accounts "
                "opened with synthetic identities]",
            ),
            unit("Excise fraud", "[To reduce the trade in untaxed tobacco, alcohol and fuel]"),
            unit(
                "VAT fraud",
                "[To detect cross-border VAT fraud at an early stage], particularly [chains built on digital "
                "services], while [recovering what has been paid out]",
            ),
            unit(
                "Counterfeiting",
                "[To remove from the market counterfeit goods that endanger health or safety], such as [pesticides], "
                "[medicines] and [spare parts], as well as [counterfeit euro notes sold over messaging services]",
            ),
            unit(
                "Criminal finances",
                "[To strike at professional money launderers and the parallel banks that they run], in particular "
                "[those that accept cash from several networks at once], and [increase the share of criminal proceeds "
                "that is confiscated]",
            ),
        ),
    ),
    unit(
        "Environmental crime",
        "[To stop networks from profiting from waste, wildlife and timber], with specific attention to [shipments "
        "declared as second-hand goods], [fires laid at storage sites to destroy evidence] and [online sales of "
        "protected species (incl. [species bred under false certificates])]",
    ),
    unit(
        "Firearms and explosives",
        "[To curb the trafficking, conversion and home manufacture of firearms], not least [parts sold on e-commerce "
        "sites] and [files for printing weapons], along with [the theft of explosives from quarries and construction "
        "sites]",
    ),
)
"""Eight priorities of a cycle that no other document has."""


@dataclass(frozen=True, slots=True)
class Point:
    """A point of a request, with points of its own."""

    text: str
    points: tuple["Point", ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """An operative paragraph; one that asks nobody for anything has no verb and no addressees."""

    text: str
    verb: str = ""
    addressees: tuple[str, ...] = ()
    points: tuple[Point, ...] = ()

    def titled(self) -> "Paragraph":
        """The verb in bold, with one capital: "**Calls on** the Member States"."""
        opening = next(word for word in _openings(self.text) if word)
        small = opening.capitalize().replace(" Cosi", " COSI")
        return replace(self, text=f"**{small}**{self.text[len(opening) :]}", verb=self.verb.capitalize())

    def without_notes(self) -> "Paragraph":
        return replace(
            self,
            text=without_notes(self.text),
            points=tuple(replace(point, text=without_notes(point.text)) for point in self.points),
        )

    def bold(self) -> "Paragraph":
        """The verb in bold capitals."""
        opening = next(word for word in _openings(self.text) if word)
        return replace(self, text=f"**{opening}**{self.text[len(opening) :]}")


def _openings(text: str) -> Iterator[str]:
    """The words in capitals at the beginning: "CALLS ON"; names of bodies after them are no part of it."""
    words = []
    for word in text.split():
        bare = word.strip(",:;")
        if not bare.isupper() or bare in _BODIES:
            break
        words.append(word)
    yield " ".join(words).rstrip(",:;")


_BODIES = frozenset({"COSI", "CEPOL", "EUDA", "EUIPO", "OLAF", "ELA", "AMLA", "EJTN", "EFCA", "EMSA", "ENISA", "EPPO"})


def without_notes(text: str) -> str:
    """For producers that set no footnotes."""
    return re.sub(r"\{[^{}]*\}", "", text)


def _points(texts: Sequence[str]) -> tuple[Point, ...]:
    return tuple(Point(text) for text in texts)


ASKED_2041 = tuple(
    Paragraph(one.text, one.verb, one.addressees, _points(one.points)) for one in conclusions_2041.OPERATIVE
)
ASKED_2037 = tuple(
    Paragraph(one.text, one.verb, one.addressees, _points(one.points)) for one in conclusions_2037.PARAGRAPHS
)
ASKED_2049 = (
    Paragraph(
        "INVITES Europol to present, by 30 April 2051, an interim assessment that says which of the threats described "
        "in 2049 have grown, which have shrunk, and which were overrated;",
        "INVITES",
        ("Europol",),
    ),
    Paragraph(
        "CALLS UPON the Member States and the agencies to:",
        "CALLS UPON",
        ("Member States", "agencies"),
        (
            Point(
                "name, for every plan in which they take part:",
                (
                    Point("a contact point for operational analysis;"),
                    Point("a prosecutor or a liaison magistrate who may be rung at night;"),
                    Point("a person who answers for the money;"),
                ),
            ),
            Point("answer within five working days a request that a Driver has marked as urgent;"),
            Point("release staff for action days on the dates agreed in the plan, and not on others."),
        ),
    ),
    Paragraph(
        "ENCOURAGES the Commission to examine whether grants could be paid in instalments linked to results, and to "
        "report on this to COSI before the summer of 2050;",
        "ENCOURAGES",
        ("Commission",),
    ),
    Paragraph(
        "TAKES NOTE of the intention of three Member States to open a joint training ground for searches of container "
        "vessels{See document 95032/49.}, and of their offer to let others use it;",
    ),
    Paragraph(
        "REQUESTS Eurojust to compile every year the judgments that have followed from actions of the plans, and to "
        "set out which evidence from abroad was refused by the courts;",
        "REQUESTS",
        ("Eurojust",),
    ),
    Paragraph(
        "URGES the national EMPACT coordinators to see to it that tax and customs administrations receive drafts of "
        "the plans at the same time as the police;",
        "URGES",
        ("national EMPACT coordinators",),
    ),
    Paragraph(
        "ASKS CEPOL and EJTN to offer at least four courses a year that investigators and judges attend together;",
        "ASKS",
        ("CEPOL", "EJTN"),
    ),
    Paragraph(
        "AGREES that an action which has no leader six months after the adoption of its plan lapses;",
    ),
    Paragraph(
        "INVITES the European External Action Service (EEAS) to pass on to the Drivers, through Europol, what its "
        "delegations learn about the whereabouts of leaders of criminal networks;",
        "INVITES",
        ("EEAS",),
    ),
    Paragraph(
        "RECOMMENDS that the Member States and Frontex photograph the engine numbers of boats found on beaches, and "
        "enter them in a common register;",
        "RECOMMENDS",
        ("Member States", "Frontex"),
    ),
    Paragraph(
        "INSTRUCTS COSI to review these priorities in 2051 and to propose, where necessary, that one be replaced.",
        "INSTRUCTS",
        ("COSI",),
    ),
)

RECITALS_2041 = conclusions_2041.RECITALS
RECITALS_2037 = conclusions_2037.RECITALS
RECITALS_2049 = (
    "RECALLING its conclusions of 9 June 2045{Doc. 95011/45.}, and the evaluation of the cycle that followed from "
    "them;",
    "HAVING TAKEN NOTE of the threat assessment of March 2049, which describes more than nine hundred networks and "
    "names the sixty that do most harm;",
    "CONCERNED that shootings for hire are now offered with a price list, and that the youngest person charged with "
    "one had turned thirteen in the same week;",
    "CONSIDERING that a police officer who looks for a network finds arrests, that a tax inspector finds accounts, and "
    "that neither is of much use without the other;",
    "AWARE of the burden that reporting lays on small administrations, and determined not to add to it;",
    "STRESSING that the rights of victims and of suspects are to be respected in all actions, whoever leads them;",
    "WELCOMING the results of the years 2045 to 2048, which rest on the work of officers whose names do not appear in "
    "any report;",
    "UNDERLINING that prevention is cheaper than prosecution, and that neither succeeds where people have lost faith "
    "in the authorities;",
)
