"""Texts of operational action plans for the zoo: goals and their actions, whatever the layout makes of them.

Those of the sample corpus come from its two plans of 2042; those on property crime were written here.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from corpus.sample.make import plan_forms_2042, plan_grid_2042
from tests.golden.layouts.make.conclusion_texts import without_notes


@dataclass(frozen=True, slots=True)
class Indicator:
    """What is measured, from where to where."""

    name: str
    baseline: str = ""
    target: str = ""


@dataclass(frozen=True, slots=True)
class Action:
    """An action as printed; countries, bodies and dates are cells that ``corpus.sample.make.plans`` understands."""

    number: str
    title: str
    text: str
    goals: tuple[str, ...]
    leader: str
    co_leaders: str
    participants: str
    start: str
    end: str
    kpis: tuple[Indicator, ...]
    funding: str | None = None
    status: str | None = None

    def without_notes(self) -> "Action":
        return replace(self, text=without_notes(self.text))


@dataclass(frozen=True, slots=True)
class Goal:
    """A goal: its number as printed, its label, and what it says will have been reached."""

    number: str
    label: str
    statement: str

    @property
    def horizontal(self) -> bool:
        return self.number.startswith("CHSG")


Plan = tuple[tuple[Goal, tuple[Action, ...]], ...]


def _grid() -> Iterator[tuple[Goal, tuple[Action, ...]]]:
    for goal, actions in plan_grid_2042.PLAN:
        yield (
            Goal(goal.number, goal.label, goal.statement),
            tuple(
                Action(
                    one.number,
                    one.title,
                    one.text,
                    tuple(one.goals.split(", ")),
                    one.lead,
                    one.co_leads,
                    one.participants,
                    one.start,
                    one.end,
                    tuple(Indicator(name) for name in one.indicators),
                    status="withdrawn" if one.withdrawn else None,
                )
                for one in actions
            ),
        )


def _forms() -> Iterator[tuple[Goal, tuple[Action, ...]]]:
    for goal, actions in plan_forms_2042.PLAN:
        found = []
        for one in actions:
            leader, co_leaders, participants = plan_forms_2042.PROSE.get(
                one.number, (one.leader, one.co_leaders, one.participants)
            )
            start, _, end = one.duration.partition(" to ")
            year = one.duration.split()[-1] if one.duration else ""
            if start and not end:
                end = start
            if start and not re.search(r"\d{4}$", start):
                start = f"{start} {year}"
            found.append(
                Action(
                    one.number,
                    one.title,
                    one.text,
                    tuple(one.goals.replace(" (also ", ", ").rstrip(")").split(", ")),
                    leader,
                    co_leaders,
                    participants,
                    one.start or start,
                    one.end or end,
                    tuple(Indicator(item.name, item.baseline, item.target) for item in one.indicators),
                    one.funding,
                    one.status,
                )
            )
        yield Goal(goal.number, goal.label, goal.statement), tuple(found)


def _kpis(*names: str) -> tuple[Indicator, ...]:
    return tuple(Indicator(name) for name in names)


NATURE_AND_ARMS: Plan = tuple(_grid())
"""CHSG 1, CHSG 6, SG 1, SG 2, SG 3: networks, drugs, environment, firearms."""

PEOPLE_AND_PAYMENTS: Plan = tuple(_forms())
"""SG 1, SG 2, SG 3, CHSG 6: extortion, fraud, trafficking in human beings, smuggling; with funding and status."""

PROPERTY: Plan = (
    (
        Goal(
            "CHSG 2",
            "Investigations that reach a court",
            "Cases that begin in one Member State are taken over, joined or shared in time, so that whole crews and "
            "not single burglars are sentenced.",
        ),
        (
            Action(
                "2.1",
                "Crews on the move",
                "Burglaries committed by the same crew in several countries are linked by tool marks, shoe prints and "
                "number plates, and the case is handed to the prosecutor who is best placed to hear all of it.",
                ("CHSG 2",),
                "BE",
                "FR, NL",
                "DE, ES, IT, LU, RO; Europol, Eurojust",
                "1 February 2050",
                "31 December 2051",
                (Indicator("crews identified", "11", "30"), Indicator("cases joined", "3", "12")),
                "EMPACT grant, high value",
                "new",
            ),
            Action(
                "2.2",
                "Cables and catalytic converters",
                "Scrap dealers in six countries are visited without notice. Where copper cable, rails or catalytic "
                "converters turn up whose origin nobody can explain, the seller is traced and the dealer loses the "
                "licence.",
                ("CHSG 2", "SG 1"),
                "CZ",
                "PL",
                "AT, DE, HU, SK; Europol; observers: Serbia",
                "March 2050",
                "November 2050",
                (Indicator("dealers visited", "0", "450"), Indicator("licences withdrawn", "not known", "20")),
                "own resources",
                "new",
            ),
            Action(
                "2.3",
                "Haulage firms on paper",
                "Haulage firms that exist on paper only are found by comparing insurance certificates, telephone "
                "numbers and bank accounts on freight exchanges before the load is gone.",
                ("CHSG 2",),
                "DE",
                "–",
                "all MS except IE and MT; Norway; Europol",
                "Q1 2050",
                "Q4 2051",
                (Indicator("firms found", "60", "200"), Indicator("loads saved", "not measured", "80")),
                "EUR 48 000 (EMPACT grant, low value)",
                "continued from 2049",
            ),
            Action(
                "2.4",
                "Tractors without a head",
                "Stolen steering units of tractors and excavators are searched for on sales platforms by their serial "
                "numbers, together with the manufacturers, and are returned to the farms from which they came.",
                ("CHSG 2",),
                "DK",
                "LT",
                "DE, EE, FI, LV, SE; UK",
                "15 January 2050",
                "30 June 2051",
                (Indicator("units returned", "35", "150"),),
                "none",
                "continued from 2049",
            ),
        ),
    ),
    (
        Goal(
            "SG 1",
            "No buyer for stolen goods",
            "By the end of 2051 stolen vehicles, works of art and machines are recognised by honest buyers before they "
            "pay.",
        ),
        (
            Action(
                "1.1",
                "Icons, coins and bones",
                "Customs and museums look together for icons, coins and fossils without proof of origin at fairs and "
                "in auction catalogues, and ask the sellers where these were dug up.",
                ("SG 1",),
                "IT",
                "CY, EL",
                "BG, ES, FR, MT, RO; INTERPOL, WCO; Egypt, Tunisia",
                "01.04.2050",
                "31.10.2050",
                (Indicator("objects held", "210", "400"), Indicator("sellers questioned", "48", "100")),
                "EMPACT grant, high value",
                "new",
            ),
            Action(
                "1.2",
                "A register of frames",
                "A register of frame numbers of bicycles and cargo bikes is opened to the public, so that anyone can "
                "find out within a minute whether the one on offer has been reported stolen.",
                ("SG 1", "CHSG 7"),
                "NL",
                "DK",
                "AT, BE, DE, FI, SE; Switzerland",
                "2050",
                "2051",
                (Indicator("queries a month", "0", "50 000"),),
                "EUR 57 000 (EMPACT grant, low value)",
                "new",
            ),
            Action(
                "1.3",
                "The weekly list",
                "Pawnbrokers and gold dealers receive a weekly list of jewellery taken in robberies, and are shown how "
                "to report a match without alerting the customer.",
                ("SG 1",),
                "FR",
                "BE",
                "DE, ES, IT, PT; Europol",
                "1 March 2050",
                "28 February 2051",
                (Indicator("dealers on the list", "90", "1 000"), Indicator("matches", "4", "60")),
                "none",
                "new",
            ),
            Action(
                "1.4",
                "Cars on the way to the ferry",
                "Cars reported stolen within the last 72 hours are looked for in ferry ports by cameras that read "
                "number plates; so are cars whose owners have lost nothing but the signal of the key.",
                ("SG 1", "CHSG 2"),
                "SI",
                "HR, IT",
                "EL, ES, FR, PL, RO; Frontex; Albania, Montenegro",
                "05/2050",
                "09/2051",
                (Indicator("ports with cameras", "7", "18"), Indicator("cars stopped", "320", "900")),
                "Internal Security Fund",
                "continued from 2049",
            ),
        ),
    ),
    (
        Goal(
            "CHSG 7",
            "Prevention",
            "People at risk learn how crews choose their targets, and landlords, hauliers and dealers learn how they "
            "are used.",
        ),
        (
            Action(
                "7.1",
                "Winter evenings",
                "In November, when it grows dark early, police in nine countries advise residents on the same days how "
                "burglars choose a house, and find out in spring whether fewer were broken into.",
                ("CHSG 7",),
                "AT",
                "HU",
                "BE, CZ, DE, HR, LU, SI, SK; EUCPN",
                "November 2050",
                "April 2051",
                (Indicator("residents advised", "12 000", "40 000"),),
                "EUR 33 500 (EMPACT grant, low value)",
                "continued from 2049",
            ),
            Action(
                "7.2",
                "Flats by the week",
                "Landlords of short-let flats learn which bookings point to a travelling crew, and whom they may tell "
                "without breaking the rules on data protection.",
                ("CHSG 7",),
                "PT",
                "ES",
                "CY, EL, FR, MT; ENAA",
                "Q2 2050",
                "Q3 2051",
                (Indicator("landlords reached", "0", "6 000"), Indicator("reports received", "0", "150")),
                "none",
                "new",
            ),
            Action(
                "7.3",
                "Who guards the depot?",
                "Security firms that guard museums and depots put to new staff a list of questions agreed with the "
                "police. The list is tried out in four countries.",
                ("CHSG 7", "SG 1"),
                "SE",
                "TBC",
                "EE, FI, LV",
                "TBC",
                "TBC",
                (Indicator("firms that use the list", "0", "40"),),
                "TBC",
                "on hold",
            ),
        ),
    ),
)
"""CHSG 2, SG 1, CHSG 7: organised property crime in 2050 and 2051; with funding, status, baselines and targets."""


def pick(plan: Plan, **wanted: Iterable[int]) -> Plan:
    """Some actions of some goals, by position: ``pick(PROPERTY, CHSG_2=(0, 2), SG_1=range(3))``, in that order."""
    by_number = {goal.number: (goal, actions) for goal, actions in plan}
    found = []
    for number, places in wanted.items():
        goal, actions = by_number[number.replace("_", " ")]
        found.append((goal, tuple(actions[at] for at in places)))
    return tuple(found)


def renumbered(plan: Plan, style: str) -> Plan:
    """Actions numbered anew.

    Args:
        style: a format in which ``{goal}`` is the goal's number as printed, ``{digit}`` its digits, ``{g}`` the place
            of the goal in the plan, ``{n}`` that of the action in the goal, and ``{m}`` its place in the plan.
    """
    found = []
    count = 0
    for place, (goal, actions) in enumerate(plan, 1):
        numbered = []
        for position, action in enumerate(actions, 1):
            count += 1
            digit = goal.number.split()[-1]
            number = style.format(goal=goal.number, digit=digit, g=place, n=position, m=count)
            numbered.append(replace(action, number=number))
        found.append((goal, tuple(numbered)))
    return tuple(found)


def bare(plan: Plan) -> Plan:
    """Without footnotes, for producers that set none."""
    return tuple((goal, tuple(action.without_notes() for action in actions)) for goal, actions in plan)


def edited(plan: Plan, **changes: dict[str, object]) -> Plan:
    """Some actions with other cells; keys are positions in the plan: ``edited(plan, a3={"status": "new"})``."""
    count = 0
    found = []
    for goal, actions in plan:
        ours = []
        for action in actions:
            count += 1
            ours.append(replace(action, **changes.get(f"a{count}", {})))  # type: ignore[arg-type]
        found.append((goal, tuple(ours)))
    return tuple(found)


def single(plan: Plan) -> Plan:
    """Each action serves the goal under which it stands and no other: for layouts that name goals in headings only."""
    return tuple((goal, tuple(replace(action, goals=(goal.number,)) for action in actions)) for goal, actions in plan)
