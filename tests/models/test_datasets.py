"""Judged pairs as the judge learns them: each level stands at its action and its clause."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from models.datasets import action_text, clause_text, plans_of, sample_plans
from tests.conftest import SAMPLE


def record(identity: str, kind: str, text: str, parent: str | None = None, **rest: Any) -> dict[str, Any]:
    return {"id": identity, "type": kind, "text": text, "parent": parent, "title": None, "fields": {}, **rest}


CONCLUSIONS = {
    "p1": record("p1", "priority", "Firearms", title="Firearms"),
    "r1": record("r1", "area", "Parts", "p1", title="Parts by post"),
    "a1": record("a1", "aim", "To stop parts, in particular by post", "r1"),
    "c1": record("c1", "clause", "To stop parts", "a1", fields={"role": "core"}),
    "c2": record("c2", "clause", "in particular by post", "a1", fields={"role": "rider"}),
    "a2": record("a2", "aim", "To seize boats", "p1"),
    "c3": record("c3", "clause", "To seize boats", "a2", fields={"role": "rider"}),
}
PLAN = {
    "g1": record("g1", "goal", "Borders"),
    "x1": record("x1", "action", "Search parcels.", title="Parcels"),
    "x2": record("x2", "action", "Meet."),
}


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """A gold folder with conclusions, two plans, and what was judged."""
    for stem, records in (("concl", CONCLUSIONS), ("plan-a", PLAN), ("plan-b", PLAN)):
        (tmp_path / f"{stem}.gold.json").write_text(json.dumps({"records": list(records.values())}))
    judged = [("plan-a#x1", "concl#c1", 2), ("plan-a#x1", "concl#c2", 3), ("plan-b#x2", "concl#c3", 1)]
    pairs = [{"action": action, "clause": clause, "level": level} for action, clause, level in judged]
    coverage = {"conclusions": "concl", "plans": ["plan-a", "plan-b"], "pairs": pairs}
    (tmp_path / "own.json").write_text(json.dumps(coverage))
    return tmp_path


def test_levels_stand_at_their_pair_and_what_is_not_listed_is_none(gold: Path) -> None:
    """Contract, section 4: a pair that is not listed is level 0. A shifted matrix would teach nonsense."""
    first, second = plans_of(gold, "own.json")
    assert (first.name, second.name) == ("plan-a", "plan-b")
    assert first.levels.tolist() == [[2, 3, 0], [0, 0, 0]]
    assert second.levels.tolist() == [[0, 0, 0], [0, 0, 1]]
    assert [action.title for action in first.actions] == ["Parcels", ""]
    assert [clause.text for clause in first.clauses] == ["To stop parts", "in particular by post", "To seize boats"]


def test_a_clause_is_read_with_its_core_and_all_that_stands_above_it() -> None:
    """A rider alone does not say what it is about."""
    rider = clause_text(CONCLUSIONS["c2"], CONCLUSIONS)
    assert (rider.core, rider.labels, rider.is_rider) == ("To stop parts", ("Firearms", "Parts by post"), True)
    assert rider.in_context == "Firearms. Parts by post. To stop parts: in particular by post"
    core = clause_text(CONCLUSIONS["c1"], CONCLUSIONS)
    assert core.in_context == "Firearms. Parts by post. To stop parts"


def test_an_aim_without_a_core_is_its_own() -> None:
    """Where no clause is the core, the whole aim is what a rider is read in."""
    assert clause_text(CONCLUSIONS["c3"], CONCLUSIONS).core == "To seize boats"


def test_an_action_is_its_title_and_its_description() -> None:
    """Some plans give only one of them."""
    assert action_text(PLAN["x1"]).whole == "Parcels. Search parcels."
    assert action_text(PLAN["x2"]).whole == "Meet."


def test_the_sample_gives_every_judged_pair() -> None:
    """The judge that ships is fitted on all of them: none may fall out of the matrix."""
    judged = json.loads((SAMPLE / "sample-coverage.gold.json").read_text(encoding="utf-8"))
    plans = sample_plans()
    assert [plan.name for plan in plans] == judged["plans"]
    levels = np.concatenate([plan.levels.ravel() for plan in plans])
    expected = [pair["level"] for pair in judged["pairs"] if pair["level"]]
    assert sorted(levels[levels > 0].tolist()) == sorted(expected)
    for plan in plans:
        assert plan.levels.shape == (len(plan.actions), len(plan.clauses))
