"""Judged pairs to a coverage model, examples to the models of roles and of records.

Run as ``python -m models.training`` (`make models`).

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
from models.datasets import PlanPairs, read_examples, sample_plans
from models.encoder import Encoder
from models.evaluation import average_precision, best_threshold, brier, calibration_error
from models.features import NAMES, Matrix, TermWeights, pair_features
from models.judge import LEVELS, Regression, as_json
from models.records import NAME as RECORDS
from models.roles import ROLE_MODELS, Example, matrix

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
    return as_json(regressions, thresholds, weights, about)


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


# --- roles and fields ----------------------------------------------------------------------------------------------

_ROLE_STRENGTH = 3.0  # inverse of the penalty; accuracy on unseen documents is flat from 1 to 10 for both role models
_LEAST_SEEN = 2  # a feature of fewer examples says nothing


def fit_roles(examples: Sequence[Example]) -> dict[str, Any]:
    """Fit a role model on all examples; its accuracy is that of predicting each document from the others.

    Args:
        examples: of all documents; a feature `rule X` tells what the rules alone say, where there are rules.

    Returns:
        the JSON of the model, with what it was fitted on and how it did on documents that it had not seen.
    """
    names = sorted({name for e in examples for name in e.features})
    names = [name for name in names if sum(name in e.features for e in examples) >= _LEAST_SEEN]
    rows = matrix([e.features for e in examples], names)
    labels = np.array([e.label for e in examples])
    documents = np.array([e.document for e in examples])
    right = 0
    for document in sorted(set(documents.tolist())):
        held = documents == document
        if len(set(labels[~held].tolist())) > 1:
            right += int((_softmax(rows[~held], labels[~held]).predict(rows[held]) == labels[held]).sum())
    model = _softmax(rows, labels)
    return {
        "version": "1",
        "classes": model.classes_.tolist(),
        "features": names,
        "weights": [[round(float(w), 4) for w in row] for row in model.coef_],
        "bias": [round(float(b), 4) for b in model.intercept_],
        "about": {
            "examples": len(examples),
            "documents": len(set(documents.tolist())),
            "accuracy on unseen documents": round(right / len(examples), 3),
            "accuracy of the rules alone": round(_ruled(examples) / len(examples), 3),
        },
    }


def _ruled(examples: Sequence[Example]) -> int:
    """How many examples the rules alone tell right: the baseline."""
    return sum(e.features.get(f"rule {e.label}", 0.0) > 0 for e in examples)


def _softmax(rows: Matrix, labels: npt.NDArray[np.str_]) -> Any:
    from sklearn.linear_model import LogisticRegression

    return LogisticRegression(C=_ROLE_STRENGTH, max_iter=5000).fit(rows, labels)


# --- records -------------------------------------------------------------------------------------------------------

_RECORD_STRENGTH = 0.05  # inverse of the penalty; see decision 22
_FOLDS = 10
_STEPS = 24  # knots of the calibration, at most


def fit_records(examples: Sequence[Example]) -> dict[str, Any]:
    """Fit how probably a record is right: a regression on all examples, and a rising function from its scores to the share
    that is right, learnt from predictions of documents by the others.

    Args:
        examples: of all documents; the label is `right` or `wrong`.

    Returns:
        the JSON of the model, with what it was fitted on and how it did on documents that it had not seen.
    """
    from sklearn.isotonic import IsotonicRegression

    names = sorted({name for e in examples for name in e.features})
    rows = matrix([e.features for e in examples], names)
    right = np.array([e.label == "right" for e in examples])
    documents = sorted({e.document for e in examples})
    fold_of = {document: number % _FOLDS for number, document in enumerate(documents)}
    folds = np.array([fold_of[e.document] for e in examples])
    scores = np.zeros(len(examples))
    for fold in range(_FOLDS):
        held = folds == fold
        weights, bias = _logistic(rows[~held], right[~held])
        scores[held] = rows[held] @ weights + bias
    calibration = IsotonicRegression(y_min=0.01, y_max=0.995, out_of_bounds="clip").fit(scores, right)
    knots = _knots(calibration.X_thresholds_, calibration.y_thresholds_)
    unseen = _calibrated_apart(scores, right, folds)
    weights, bias = _logistic(rows, right)
    return {
        "version": "1",
        "features": names,
        "weights": [round(float(w), 4) for w in weights],
        "bias": round(bias, 4),
        "scores": [round(float(x), 3) for x, _ in knots],
        "shares": [round(float(y), 3) for _, y in knots],
        "about": {
            "examples": len(examples),
            "documents": len(documents),
            "right": round(float(right.mean()), 3),
            "on unseen documents": {
                "brier": round(brier(unseen), 4),
                "brier of the mean": round(float(right.mean() * (1 - right.mean())), 4),
                "ece": round(calibration_error(unseen), 4),
                "ap of wrong": round(average_precision([(1 - p, not good) for p, good in unseen]), 3),
            },
        },
    }


def _calibrated_apart(
    scores: npt.NDArray[np.float64], right: npt.NDArray[np.bool_], folds: npt.NDArray[np.int_]
) -> list[tuple[float, bool]]:
    """Each fold's scores calibrated by those of the others."""
    from sklearn.isotonic import IsotonicRegression

    out: list[tuple[float, bool]] = []
    for fold in range(_FOLDS):
        held = folds == fold
        model = IsotonicRegression(y_min=0.01, y_max=0.995, out_of_bounds="clip").fit(scores[~held], right[~held])
        out += zip(model.predict(scores[held]).tolist(), right[held].tolist(), strict=True)
    return out


def _logistic(rows: Matrix, right: npt.NDArray[np.bool_]) -> tuple[npt.NDArray[np.float64], float]:
    from sklearn.linear_model import LogisticRegression

    model = LogisticRegression(C=_RECORD_STRENGTH, max_iter=5000, random_state=0).fit(rows, right)
    return model.coef_[0], float(model.intercept_[0])


def _knots(scores: Sequence[float], shares: Sequence[float]) -> list[tuple[float, float]]:
    """A few points of the rising function, evenly over its steps."""
    places = sorted({round(i) for i in np.linspace(0, len(scores) - 1, min(_STEPS, len(scores)))})
    return [(float(scores[i]), float(shares[i])) for i in places]


def write(model: dict[str, Any], path: Path) -> None:
    path.write_text(json.dumps(model, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def main() -> None:
    """Fit the models that ship: the judge on the sample corpus, roles and fields on their examples."""
    import tempfile

    from models.registry import load_encoder

    with tempfile.TemporaryDirectory() as folder:
        encoder = load_encoder(Path(os.environ.get("AIMTRACE_MODELS", folder)))
        model = fit(sample_plans(), encoder, load_lexicon())
    shipped = Path(__file__).parent / "shipped"
    write(model, shipped / "judge.json")
    print(json.dumps(model["about"], indent=1))
    for name in ROLE_MODELS:
        model = fit_roles(read_examples(name))
        write(model, shipped / f"{name}.json")
        print(name, json.dumps(model["about"]))
    model = fit_records(read_examples(RECORDS))
    write(model, shipped / f"{RECORDS}.json")
    print(RECORDS, json.dumps(model["about"]))


if __name__ == "__main__":
    main()
