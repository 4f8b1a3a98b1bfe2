"""How probably a record is right: a logistic regression over what speaks for and against it, made to fit what was counted.

Right means what the scorer means: the gold holds a record of the same type with nearly the same words (token F1 of 0.9). The
regression's scores are put through a rising step function (isotonic regression; Zadrozny and Elkan 2002) that was fitted on
documents which it had not seen, so that of records with a confidence of 0.8 about eight in ten are right, on documents like
those that it learnt from.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np

from models.roles import Features, Floats, matrix

NAME = "records"


@dataclass(frozen=True)
class RecordModel:
    """`weights` has the shape (features,). `scores` and `shares` are the knots of the step function, both rising."""

    features: tuple[str, ...]
    weights: Floats
    bias: float
    scores: Floats
    shares: Floats
    version: str = "0"

    @classmethod
    def load(cls) -> "RecordModel | None":
        """The model that ships; None while there is none."""
        return _load()

    def raw(self, rows: Sequence[Features]) -> Floats:
        """Log odds before calibration, shape (rows,)."""
        out: Floats = matrix(rows, self.features) @ self.weights + self.bias
        return out

    def probabilities(self, rows: Sequence[Features]) -> list[float]:
        """Of each row that its record is right."""
        if not rows:
            return []
        return [float(p) for p in np.interp(self.raw(rows), self.scores, self.shares)]


@cache
def _load() -> RecordModel | None:
    path = files("models") / "shipped" / f"{NAME}.json"
    if not path.is_file():
        return None
    data = json.loads(path.read_text(encoding="utf-8"))
    return RecordModel(
        tuple(data["features"]),
        np.array(data["weights"], dtype=np.float64),
        float(data["bias"]),
        np.array(data["scores"], dtype=np.float64),
        np.array(data["shares"], dtype=np.float64),
        data["version"],
    )
