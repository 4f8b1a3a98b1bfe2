"""sample-coverage: every action of the two plans for 2042 judged against every clause of the conclusions of 2041.

The judgements below name levels 2 and 3 only. What follows from them by rule is added: an action that covers an aim's
core is level 1 for the riders it does not touch; general support of a plan is level 1 for the cores of the priorities
that the plan serves. Every other pair is level 0. ``c7_0`` is the core of aim a7, ``c7_2`` its second rider.

Rulings beyond the contract:

- An intelligence picture, a course, a tool or a campaign that names a clause's subject is level 2, however precisely.
- More than half of the objects that a clause lists are the same object (3); half of them or fewer a narrower one (2).
- Residues of drug laboratories are no harm to nature in the sense of a20; teenagers hired for violence are no
  trafficked minors; older victims of fraud are no victims in the sense of a8; fares kept in trust are not laundered
  proceeds.
- Recruiters of young people who pass on stolen money serve the core of a18 (level 2), for they launder for others.
- A withdrawn action covers nothing.

Run: python -m corpus.sample.make.coverage_2042 (after the three documents)
"""

import json
from collections.abc import Iterator

from corpus.sample.make.council import SAMPLES
from corpus.sample.make.gold import pretty

CONCLUSIONS, GRID, FORMS = "st90210-41", "st90655-41", "st90656-41"

# The cores of the aims of the priorities that each plan says it serves.
SERVED = {
    GRID: ("c1_0", "c2_0", "c11_0", "c12_0", "c13_0", "c20_0", "c21_0", "c22_0"),
    FORMS: ("c3_0", "c4_0", "c7_0", "c8_0", "c9_0", "c10_0", "c14_0", "c15_0", "c16_0", "c17_0", "c18_0", "c19_0"),
}

GENERAL = {
    GRID: (
        "o1_8",  # figures for COSI
        "o2_5",  # meeting of the action leaders
        "o2_6",  # evening classes in languages
        "o3_4",  # money inquiry in every case of the plan
        "o3_6",  # reading out telephones; "exploit" and "data" in another sense than in any aim
    ),
    FORMS: (
        "o3_8",  # freezing in every case of the plan
        "o3_9",  # how to recover VAT on grants: no VAT fraud
        "o3_10",  # an exercise, not excise
        "o4_1",  # kick-off
        "o4_2",  # requests for subscriber data
        "o4_3",  # interpreters
        "o4_4",  # receipts
    ),
}

COVERS: dict[str, dict[str, dict[str, int]]] = {
    GRID: {
        "o1_1": {"c1_0": 2},  # atlas of networks that rule others
        "o1_2": {"c1_0": 2, "c1_1": 2},  # study of bribes in harbours and courtrooms
        "o1_3": {"c11_0": 2},  # forecast of landing places
        "o1_4": {"c13_0": 2, "c13_1": 2},  # early warning of stimulants and strong opioids
        "o1_5": {"c21_0": 2},  # ballistic comparison
        "o1_6": {"c20_0": 2, "c20_1": 2},  # cargoes of scrap called second-hand
        "o1_7": {},  # networks of police forces
        "o1_8": {},
        "o2_1": {"c1_0": 2, "c1_1": 2, "c11_0": 2, "c11_1": 2},  # help line against bribes and threats in harbours
        "o2_2": {"c13_0": 2},  # course on laboratories of synthetic drugs
        "o2_3": {"c1_0": 2, "c1_2": 2},  # material against violence for a fee
        "o2_4": {"c20_0": 2, "c20_2": 2},  # recognising protected species
        "o2_5": {},
        "o2_6": {},
        "o2_7": {},  # withdrawn
        "o2_8": {},  # football
        "o3_1": {"c2_0": 2, "c2_2": 3},  # heads abroad and in prison
        "o3_2": {"c1_0": 3},  # task forces against whole networks
        "o3_3": {"c1_0": 2, "c1_3": 3},  # firms that belong to networks
        "o3_4": {"c19_0": 2, "c19_1": 3},  # serves an aim of priority 7, outside the plan's own
        "o3_5": {},  # identity cards: no aim speaks of them
        "o3_6": {},
        "o4_1": {"c1_0": 2, "c1_1": 2, "c11_0": 2, "c11_1": 3},  # container ports, employees who sell codes
        "o4_2": {"c11_0": 2, "c11_2": 3},  # bales handed over at sea
        "o4_3": {"c11_0": 2},  # heroin only, no rider
        "o4_4": {"c12_0": 3},  # cannabis farms
        "o4_5": {"c13_0": 2, "c13_2": 3},  # precursors declared as something else
        "o4_6": {"c13_0": 3},  # speed, crystal meth and ecstasy
        "o4_7": {"c13_0": 2, "c13_3": 3},  # sludge; not waste crime
        "o4_8": {"c13_0": 2, "c13_1": 3},  # nitazenes by post
        "o4_9": {},  # stolen, not counterfeit medicines
        "o5_1": {"c21_0": 2, "c21_1": 3},  # alarm pistols and decommissioned rifles
        "o5_2": {"c21_0": 2, "c21_3": 3},  # arms left over from war
        "o5_3": {"c21_0": 3},  # illegal guns, magazines, rounds and who supplied them
        "o5_4": {"c22_0": 3},  # display fireworks, detonators, flash powder
        "o5_5": {"c22_0": 2, "c22_1": 3},  # blasts at doors and cash machines
        "o5_6": {"c20_0": 2, "c20_2": 2},  # eels, one species of the rider's four
        "o5_7": {"c20_0": 2, "c20_1": 3},  # wrecks, plastic and screens under forged papers
        "o5_8": {"c20_0": 2, "c20_5": 3},  # refrigerants
        "o5_9": {"c20_0": 2},  # tuna: harm to nature that no rider names
        "o5_10": {},  # networks of radios
    },
    FORMS: {
        "o1_1": {"c3_0": 3, "c3_1": 3},  # ransomware and those who lease it
        "o1_2": {"c3_0": 2, "c3_3": 2},  # first help for hospitals, courts, water companies
        "o1_3": {"c4_0": 2, "c4_1": 3},  # hosting that ignores court orders
        "o1_4": {"c14_0": 2, "c14_1": 3},  # fictitious investments
        "o1_5": {"c14_0": 2, "c14_2": 2},  # test for artificial voices
        "o1_6": {"c14_0": 2, "c14_3": 3, "c18_0": 2},  # recruiters of pupils and students
        "o1_7": {"c14_0": 2, "c14_4": 2},  # older people who live alone
        "o1_8": {},  # the bureaux' own computers
        "o2_1": {"c7_0": 2, "c7_3": 3},  # agencies and subcontractors
        "o2_2": {"c7_0": 2, "c7_2": 2},  # advertisements for sexual services
        "o2_3": {"c7_0": 3},  # prostitution, labour, begging or marriage
        "o2_4": {"c9_0": 2, "c9_2": 3},  # boats, motors and vests
        "o2_5": {"c9_0": 2, "c9_1": 2},  # lorries, not boats
        "o2_6": {"c9_0": 2, "c9_4": 3},  # crossings advertised
        "o2_7": {"c10_0": 3, "c10_1": 3},  # fares kept in trust
        "o2_8": {"c9_0": 3},  # joint teams against smugglers
        "o2_9": {},  # returns
        "o3_1": {"c15_0": 2, "c15_1": 3},  # cigarette factories
        "o3_2": {"c15_0": 2, "c15_2": 2},  # course on fuels
        "o3_3": {"c17_0": 2, "c17_1": 3},  # dangerous fakes
        "o3_4": {"c17_0": 2, "c17_3": 3},  # counterfeit notes from the darknet
        "o3_5": {"c18_0": 2, "c18_1": 3},  # notaries, bookkeepers, formation agents
        "o3_6": {"c18_0": 2, "c18_3": 2},  # course on mixing services
        "o3_7": {"c1_0": 2, "c1_3": 2},  # serves an aim of priority 1, outside the plan's own
        "o3_8": {"c19_0": 3},
        "o3_9": {},
        "o3_10": {},
        "o4_1": {},
        "o4_2": {},
        "o4_3": {},
        "o4_4": {},
    },
}


def main() -> None:
    """Write the pairs above level 0, in the order of actions and clauses."""
    clauses = _ids(CONCLUSIONS, "clause")
    pairs = []
    for plan, judged in COVERS.items():
        actions = _ids(plan, "action")
        if list(judged) != actions:
            raise ValueError(
                f"{plan}: judged {sorted(set(judged) ^ set(actions))} that it has not, or the other way round"
            )
        for action in actions:
            levels = dict(_levels(plan, action, clauses))
            pairs += [
                {"action": f"{plan}#{action}", "clause": f"{CONCLUSIONS}#{clause}", "level": levels[clause]}
                for clause in clauses
                if levels.get(clause)
            ]
    coverage = {"conclusions": CONCLUSIONS, "plans": [GRID, FORMS], "pairs": pairs}
    (SAMPLES / "sample-coverage.gold.json").write_text(pretty(coverage), encoding="utf-8")


def _levels(plan: str, action: str, clauses: list[str]) -> Iterator[tuple[str, int]]:
    """Levels of an action, weaker grounds first: what comes later replaces what came before."""
    covered = COVERS[plan][action]
    unknown = sorted(set(covered) - set(clauses))
    if unknown:
        raise ValueError(f"{plan}#{action}: the conclusions have no {', '.join(unknown)}")
    if action in GENERAL[plan]:
        yield from ((core, 1) for core in SERVED[plan])
    aims = {clause.split("_")[0] for clause in covered}
    yield from ((clause, 1) for clause in clauses if clause.split("_")[0] in aims)
    yield from covered.items()


def _ids(stem: str, kind: str) -> list[str]:
    gold = json.loads((SAMPLES / f"{stem}.gold.json").read_text(encoding="utf-8"))
    return [record["id"] for record in gold["records"] if record["type"] == kind]


if __name__ == "__main__":
    main()
