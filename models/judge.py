"""Features to level, probability and evidence: whether an action covers a clause.

Three logistic regressions, for level 1, 2 and 3 or more, whose coefficients stand in a JSON file; `models.training` fits
them on judged pairs. The probability that is shown is that of level 2 or more.
"""

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

import numpy as np
import numpy.typing as npt

from corpus.errors import ModelError
from models.features import NAMES, ActionText, ClauseText, Matrix, TermWeights
from models.words import stems

LEVELS = (1, 2, 3)


@dataclass(frozen=True)
class Regression:
    """Logistic regression on standardized features: shapes (features,) each, and an intercept."""

    mean: npt.NDArray[np.float64]
    scale: npt.NDArray[np.float64]
    weights: npt.NDArray[np.float64]
    intercept: float

    def probability(self, features: Matrix) -> npt.NDArray[np.float64]:
        """Probabilities of pairs: the shape of `features` without its last axis."""
        z = ((features - self.mean) / self.scale) @ self.weights + self.intercept
        probability: npt.NDArray[np.float64] = 1.0 / (1.0 + np.exp(-z))
        return probability


@dataclass(frozen=True)
class Judge:
    """A fitted model with its term weights; `thresholds` are the probabilities from which a level is given."""

    version: str
    regressions: Mapping[int, Regression]
    thresholds: Mapping[int, float]
    weights: TermWeights

    def judge(self, features: Matrix) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.float64]]:
        """Levels 0-3 and probabilities of level 2 or more, each of shape (actions, clauses)."""
        chance = {level: self.regressions[level].probability(features) for level in LEVELS}
        levels = np.zeros(features.shape[:-1], dtype=np.int64)
        levels[chance[1] >= self.thresholds[1]] = 1
        levels[chance[2] >= self.thresholds[2]] = 2
        levels[(chance[2] >= self.thresholds[2]) & (chance[3] >= self.thresholds[3])] = 3
        return levels, chance[2]


def load_judge() -> Judge:
    """The judge that ships.

    Raises:
        ModelError: its file is missing or of another form.
    """
    path = files("models") / "shipped" / "judge.json"
    try:
        return judge_from(json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, KeyError, TypeError) as exc:
        raise ModelError(
            f"the coverage model can't be read ({type(exc).__name__}).", remedy="Install aimtrace again."
        ) from exc


def judge_from(data: Mapping[str, Any]) -> Judge:
    """Build a judge from its JSON; features that it does not name are left out of the sum."""
    if tuple(data["features"]) != NAMES:
        raise ValueError("the model was fitted on other features")
    regressions = {
        int(level): Regression(
            np.array(part["mean"]), np.array(part["scale"]), np.array(part["weights"]), float(part["intercept"])
        )
        for level, part in data["regressions"].items()
    }
    weights = TermWeights(data["terms"]["weights"], float(data["terms"]["unseen"]))
    thresholds = {int(level): float(value) for level, value in data["thresholds"].items()}
    return Judge(str(data["version"]), regressions, thresholds, weights)


def evidence_words(action: ActionText, clause: ClauseText, weights: TermWeights) -> tuple[str, str]:
    """The words that back a pair: the part of the action that shares most with the clause, and the clause's shared words
    (the whole clause where it shares none literally)."""
    wanted = set(stems(clause.text))
    parts = action.sentences or (action.text,)
    best = max(parts, key=lambda part: sum(weights.of(t) for t in set(stems(part)) & wanted))
    shared = set(stems(action.whole)) & wanted
    if not shared:
        return best, clause.text
    return best, _stretch(clause.text, shared)


def _stretch(text: str, shared: set[str]) -> str:
    """From the first to the last shared word."""
    places = [m.span() for m in re.finditer(r"[^\W\d_]+", text) if set(stems(m.group())) & shared]
    return text[places[0][0] : places[-1][1]] if places else text


def as_json(
    regressions: Mapping[int, Regression],
    thresholds: Mapping[int, float],
    weights: TermWeights,
    about: Mapping[str, Any],
) -> dict[str, Any]:
    """The file of a judge: numbers rounded, so that a fit on another machine gives the same bytes.

    Its version is a hash of what it judges by, so that links of another fit are told from its own, and judged again.
    """
    judged_by = {
        "features": list(NAMES),
        "regressions": {
            str(level): {
                "mean": _rounded(part.mean),
                "scale": _rounded(part.scale),
                "weights": _rounded(part.weights),
                "intercept": round(part.intercept, 6),
            }
            for level, part in sorted(regressions.items())
        },
        "thresholds": {str(level): round(value, 4) for level, value in sorted(thresholds.items())},
        "terms": {"unseen": weights.unseen, "weights": dict(weights.weights)},
    }
    version = hashlib.sha256(json.dumps(judged_by).encode()).hexdigest()[:8]
    return {"version": version, "about": dict(about), **judged_by}


def _rounded(values: Sequence[float] | npt.NDArray[np.float64]) -> list[float]:
    return [round(float(value), 6) for value in values]
