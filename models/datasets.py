"""Judged pairs in the contract's gold form to what the judge learns from."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

import numpy as np
import numpy.typing as npt

from models.features import ActionText, ClauseText
from models.roles import Example


@dataclass(frozen=True)
class PlanPairs:
    """One plan against one set of conclusions: `levels` has the shape (actions, clauses)."""

    name: str
    actions: tuple[ActionText, ...]
    clauses: tuple[ClauseText, ...]
    levels: npt.NDArray[np.int64]


def sample_plans() -> list[PlanPairs]:
    """The plans of the sample corpus, each with its judged pairs."""
    return plans_of(files("corpus") / "sample", "sample-coverage.gold.json")


def plans_of(folder: Traversable, name: str) -> list[PlanPairs]:
    """Read a coverage gold file with the gold documents beside it (contract, section 4)."""
    coverage = json.loads((folder / name).read_text(encoding="utf-8"))
    conclusions = _records(folder, coverage["conclusions"])
    clauses = [r for r in conclusions.values() if r["type"] == "clause"]
    texts = tuple(clause_text(r, conclusions) for r in clauses)
    column = {f"{coverage['conclusions']}#{r['id']}": i for i, r in enumerate(clauses)}
    found = []
    for stem in coverage["plans"]:
        records = _records(folder, stem)
        actions = [r for r in records.values() if r["type"] == "action"]
        row = {f"{stem}#{r['id']}": i for i, r in enumerate(actions)}
        levels = np.zeros((len(actions), len(clauses)), dtype=np.int64)
        for pair in coverage["pairs"]:
            if pair["action"] in row:
                levels[row[pair["action"]], column[pair["clause"]]] = pair["level"]
        found.append(PlanPairs(stem, tuple(action_text(r) for r in actions), texts, levels))
    return found


def action_text(record: Mapping[str, Any]) -> ActionText:
    return ActionText(record["title"] or "", record["text"])


def clause_text(record: Mapping[str, Any], records: Mapping[str, Mapping[str, Any]]) -> ClauseText:
    """A clause with its core and the labels of area and priority."""
    aim = records[record["parent"]]
    core = next(
        (
            r["text"]
            for r in records.values()
            if r["type"] == "clause" and r["parent"] == aim["id"] and r["fields"].get("role") == "core"
        ),
        aim["text"],
    )
    labels: list[str] = []
    at = aim["parent"]
    while at is not None:
        labels.insert(0, records[at]["title"] or records[at]["text"])
        at = records[at]["parent"]
    is_rider = record["fields"].get("role") == "rider"
    return ClauseText(record["text"], core, tuple(labels), is_rider)


def _records(folder: Traversable, stem: str) -> dict[str, dict[str, Any]]:
    data = json.loads((folder / f"{stem}.gold.json").read_text(encoding="utf-8"))
    return {record["id"]: record for record in data["records"]}


def read_examples(name: str) -> list[Example]:
    """The examples that ship for a role model, as `extract.lessons` wrote them."""
    text = (files("models") / "shipped" / f"{name}.examples.jsonl").read_text(encoding="utf-8")
    rows = [json.loads(line) for line in text.splitlines()]
    return [Example(row["document"], row["label"], row["features"]) for row in rows]
