"""Judged pairs to a coverage model. Run as ``python -m models.training`` (`make models`).

Imports no store: what it learns from are texts and levels. Everything is seeded; the same pairs give the same file.
"""

import json
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from corpus.lexicon import Lexicon, load_lexicon
from models.datasets import PlanPairs, sample_plans
from models.encoder import Encoder
from models.evaluation import average_precision, best_threshold, brier, calibration_error
from models.features import NAMES, Matrix, TermWeights, pair_features
from models.judge import LEVELS, Regression, as_json

_STRENGTH = 0.3  # inverse of the penalty; the smallest at which two plans predict each other well


def fit(plans: Sequence[PlanPairs], encoder: Encoder, lexicon: Lexicon) -> dict[str, Any]:
    """Fit the judge on all plans; thresholds come from predictions of each plan by the others.

    Returns:
        the JSON of the model, with what it was fitted on and how it did on plans that it had not seen.
    """
    weights = TermWeights.fit(
        [a.whole for p in plans for a in p.actions] + [c.in_context for p in plans[:1] for c in p.clauses]
    )
    features = [pair_features(p.actions, p.clauses, encoder=encoder, weights=weights, lexicon=lexicon) for p in plans]
    unseen = {level: _cross_predicted(plans, features, level) for level in LEVELS}
    thresholds = {level: best_threshold(unseen[level])[0] for level in LEVELS}
    regressions = {level: _regression(features, [p.levels >= level for p in plans]) for level in LEVELS}
    about = {
        "plans": [p.name for p in plans],
        "pairs": int(sum(p.levels.size for p in plans)),
        "covering": int(sum((p.levels >= 2).sum() for p in plans)),
        "encoder": encoder.card.version,
        "unseen": {
            "f1": round(best_threshold(unseen[2])[1], 3),
            "ap": round(average_precision(unseen[2]), 3),
            "brier": round(brier(unseen[2]), 4),
            "ece": round(calibration_error(unseen[2]), 4),
        },
    }
    return as_json("1", regressions, thresholds, weights, about)


def _cross_predicted(plans: Sequence[PlanPairs], features: Sequence[Matrix], level: int) -> list[tuple[float, bool]]:
    """Each plan's pairs predicted by a model of the other plans."""
    scored: list[tuple[float, bool]] = []
    for position, plan in enumerate(plans):
        others = [i for i in range(len(plans)) if i != position] or [position]
        model = _regression([features[i] for i in others], [plans[i].levels >= level for i in others])
        probabilities = model.probability(features[position])
        scored += zip(probabilities.ravel().tolist(), (plan.levels >= level).ravel().tolist(), strict=True)
    return scored


def _regression(features: Sequence[Matrix], truths: Sequence[npt.NDArray[np.bool_]]) -> Regression:
    from sklearn.linear_model import LogisticRegression

    rows = np.concatenate([f.reshape(-1, len(NAMES)) for f in features])
    truth = np.concatenate([t.ravel() for t in truths])
    mean, scale = rows.mean(axis=0), rows.std(axis=0)
    scale[scale == 0] = 1.0
    model = LogisticRegression(C=_STRENGTH, max_iter=2000, random_state=0)
    model.fit((rows - mean) / scale, truth)
    return Regression(mean, scale, model.coef_[0], float(model.intercept_[0]))


def write(model: dict[str, Any], path: Path) -> None:
    path.write_text(json.dumps(model, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def main() -> None:
    """Fit the judge on the sample corpus and write it where it ships."""
    import tempfile

    from models.registry import load_encoder

    with tempfile.TemporaryDirectory() as folder:
        encoder = load_encoder(Path(os.environ.get("AIMTRACE_MODELS", folder)))
        model = fit(sample_plans(), encoder, load_lexicon())
    write(model, Path(__file__).parent / "shipped" / "judge.json")
    print(json.dumps(model["about"], indent=1))


if __name__ == "__main__":
    main()
