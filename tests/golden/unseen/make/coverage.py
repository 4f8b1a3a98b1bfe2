"""``unseen-coverage.gold.json``: which actions of both plans cover which clauses of the conclusions, judged one by one.

A clause is named by its aim and its place in it: ``a8/0`` is the core of aim a8, ``a8/1`` its first rider. Run after
the makers of the documents: ``python -m tests.golden.unseen.make.coverage``
"""

import json
from pathlib import Path
from typing import Any

from corpus.sample.make.gold import pretty

FOLDER = Path(__file__).resolve().parent.parent
CONCLUSIONS = "unseen-conclusions"
TABLES, FORMS = "unseen-plan-tables", "unseen-plan-forms"

# The aims under the priorities that each plan serves. What coordinates, reports on or supports a plan as a whole is
# level 1 for their cores and 0 for every rider.
SERVED = {TABLES: [f"a{number}" for number in range(12, 21)], FORMS: [f"a{number}" for number in range(5, 9)]}
GENERAL = {
    TABLES: ["1.6", "1.7", "4.6", "4.7"],  # progress table, interpreters, lent software, kick-off
    FORMS: ["2.4", "6.4", "C.7"],  # annual report, translation program, quarterly call
}

# Judged by what the action itself says. A rider at 2 or 3 brings its core to 2 at least; the other riders of an aim
# whose core is at 2 or 3 are level 1 (filled in below).
JUDGED: dict[str, dict[str, dict[str, int]]] = {
    TABLES: {
        "1.1": {"a12/0": 2, "a12/1": 2},  # queries: an intelligence measure on firms that keep the VAT and vanish
        "1.2": {"a14/0": 2, "a14/3": 2},  # a digest on callers who pose as somebody else
        "1.3": {"a18/0": 2, "a18/2": 2},  # a tool against burning and burying
        "1.4": {"a20/0": 2, "a20/1": 2},  # intelligence picture of elvers and caviar
        "1.5": {"a16/0": 2, "a16/1": 2},  # value moved by prices, not revenue: nothing of a12
        "2.1": {"a12/0": 2, "a12/1": 3},  # VAT only, so the core in part
        "2.2": {
            "a12/0": 2,
            "a12/2": 3,
            "a13/0": 2,
        },  # undervaluation and false origin; duty is collected there and then
        "2.3": {"a12/0": 2, "a12/3": 3},
        "2.4": {"a12/0": 2, "a12/3": 2},  # a tool and instruction on untaxed diesel
        "2.5": {"a13/0": 2, "a13/1": 3, "a12/0": 1},
        "2.6": {"a14/0": 2, "a14/1": 3},
        "2.7": {"a14/0": 2, "a14/5": 2},  # warnings for the old and for small shops
        "2.8": {"a15/0": 2, "a15/1": 3},  # all three kinds of goods
        "2.9": {"a15/0": 2, "a15/2": 3},  # notes and coins
        "3.1": {"a18/0": 2, "a18/1": 3},  # containers of waste: not those of a9
        "3.2": {"a18/0": 2, "a18/3": 3},
        "3.3": {"a18/0": 2, "a18/4": 3},
        "3.4": {"a19/0": 3},  # withdrawn sprays are not the counterfeit ones of a15
        "3.5": {"a20/0": 2, "a20/2": 3},
        "3.6": {"a20/0": 2, "a20/3": 3},
        "3.7": {},  # refuse and its collectors as words only
        "3.8": {"a11/0": 2, "a11/3": 3, "a11/4": 3},  # residues of laboratories: not the waste of a18
        "3.9": {"a2/0": 2, "a2/4": 2, "a18/0": 1},  # public contracts, those for waste only
        "4.1": {"a16/0": 2, "a16/2": 3},
        "4.2": {"a16/0": 2, "a16/3": 3},
        "4.3": {"a17/0": 3},
        "4.4": {"a17/0": 2, "a17/1": 3, "a16/0": 1, "a16/4": 1},
        "4.5": {"a17/0": 2, "a17/2": 3},
        "4.8": {},  # excise warehouses as a word only
    },
    FORMS: {
        "2.1": {"a5/0": 2, "a5/1": 3},
        "2.2": {"a8/0": 2, "a8/1": 2},  # a tool
        "2.3": {"a6/0": 2, "a6/2": 2},  # a tool
        "6.1": {"a7/0": 2, "a7/1": 2, "a6/0": 1},  # a training that names all three professions
        "6.2": {"a5/0": 1, "a6/0": 1, "a7/0": 1},  # a training on witnesses of abuse or captivity at large
        "6.3": {},  # rescue services
        "A.1": {"a5/0": 2, "a5/2": 3},
        "A.2": {"a5/0": 2, "a5/3": 3},
        "A.3": {"a5/0": 2, "a5/4": 2},  # a campaign
        "A.4": {"a1/0": 2, "a1/2": 3},  # adolescents hired to shoot are no victims of trafficking
        "B.1": {"a6/0": 2, "a6/1": 3, "a7/0": 2, "a7/2": 2},  # those forced are not treated as offenders
        "B.2": {"a6/0": 2, "a6/3": 3},
        "B.3": {"a7/0": 2, "a7/2": 2},  # a guideline
        "B.4": {"a6/0": 2, "a7/0": 1},  # sexual exploitation only
        "B.5": {},  # withdrawn
        "C.1": {"a8/0": 2, "a8/1": 2},  # lorries without boats
        "C.2": {"a8/0": 2, "a8/1": 2},  # boats without lorries
        "C.3": {"a8/0": 2, "a8/2": 3},
        "C.4": {"a8/0": 2, "a8/3": 3},
        "C.5": {"a8/0": 3, "a2/0": 2, "a2/3": 2},  # takes the profit; underground bankers, those of smugglers only
        "C.6": {},  # lanes at crossings
    },
}


def _records(stem: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads((FOLDER / f"{stem}.gold.json").read_text(encoding="utf-8"))["records"]
    return found


def judge() -> list[dict[str, object]]:
    """All pairs above level 0, action by action."""
    parts: dict[str, list[str]] = {}
    for record in _records(CONCLUSIONS):
        if record["type"] == "clause":
            parts.setdefault(record["parent"], []).append(record["id"])
    pairs: list[dict[str, object]] = []
    for plan, judged in JUDGED.items():
        for action in (record for record in _records(plan) if record["type"] == "action"):
            number = action["number"].removeprefix("OA ")
            if (number in judged) == (number in GENERAL[plan]):
                raise LookupError(f"{plan}: action {number} must be judged once")
            levels = {f"{aim}/0": 1 for aim in SERVED[plan]} if number in GENERAL[plan] else judged[number]
            known = {f"{aim}/{position}" for aim, ids in parts.items() for position in range(len(ids))}
            if not levels.keys() <= known:
                raise LookupError(f"{plan}: action {number} names no clause {sorted(levels.keys() - known)}")
            for aim, ids in parts.items():
                core = levels.get(f"{aim}/0", 0)
                for position, clause in enumerate(ids):
                    level = levels.get(f"{aim}/{position}", 1 if position and core >= 2 else 0)
                    if position and level >= 2 and core < 2:
                        raise ValueError(f"{plan}: action {number} serves a rider of {aim} but not its core")
                    if level:
                        ends = {"action": f"{plan}#{action['id']}", "clause": f"{CONCLUSIONS}#{clause}"}
                        pairs.append({**ends, "level": level})
    return pairs


def main() -> None:
    """Write the file and say how much is covered."""
    pairs = judge()
    gold = {"conclusions": CONCLUSIONS, "plans": [TABLES, FORMS], "pairs": pairs}
    (FOLDER / "unseen-coverage.gold.json").write_text(pretty(gold), encoding="utf-8")
    levels = [pair["level"] for pair in pairs]
    covered = {pair["clause"] for pair in pairs if pair["level"] in (2, 3)}
    print(
        len(pairs),
        "pairs, at 3, 2, 1:",
        *(levels.count(level) for level in (3, 2, 1)),
        "clauses covered:",
        len(covered),
    )


if __name__ == "__main__":
    main()
