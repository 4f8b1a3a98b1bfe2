"""Block to role, cell to field: small multinomial logistic regressions over named features.

A model is JSON that ships: classes, names of features, weights. What is not named in it counts nothing, so features may be
added before a model knows them. Trained by `models.training` on what `extract.lessons` reads out of documents with gold.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
import numpy.typing as npt

ROLE_MODELS = ("fields", "blocks")

Features = Mapping[str, float]
Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Example:
    """One thing whose class is known; `document` says where it comes from, so that none is predicted by its own kin."""

    document: str
    label: str
    features: Features


@dataclass(frozen=True)
class RoleModel:
    """Probabilities of classes. `weights` has the shape (classes, features), `bias` (classes,)."""

    classes: tuple[str, ...]
    features: tuple[str, ...]
    weights: Floats
    bias: Floats
    version: str = "0"

    @classmethod
    def load(cls, name: str) -> "RoleModel":
        """A model that ships: `fields` or `blocks`."""
        return _load(name)

    def probabilities(self, rows: Sequence[Features]) -> Floats:
        """Of each row for each class, shape (rows, classes); rows sum to 1."""
        scores = matrix(rows, self.features) @ self.weights.T + self.bias
        scores -= scores.max(axis=1, keepdims=True, initial=-np.inf)
        powers = np.exp(scores)
        out: Floats = powers / powers.sum(axis=1, keepdims=True)
        return out

    def best(self, rows: Sequence[Features]) -> list[tuple[str, float]]:
        """The likeliest class of each row, with its probability."""
        if not rows:
            return []
        found = self.probabilities(rows)
        top = found.argmax(axis=1)
        return [(self.classes[i], float(found[row, i])) for row, i in enumerate(top)]


@cache
def _load(name: str) -> RoleModel:
    data = json.loads((files("models") / "shipped" / f"{name}.json").read_text(encoding="utf-8"))
    return RoleModel(
        tuple(data["classes"]),
        tuple(data["features"]),
        np.array(data["weights"], dtype=np.float64),
        np.array(data["bias"], dtype=np.float64),
        data["version"],
    )


def matrix(rows: Sequence[Features], names: Sequence[str]) -> Floats:
    """Rows of named features as a matrix; a feature that a row lacks is 0."""
    place = {name: i for i, name in enumerate(names)}
    out = np.zeros((len(rows), len(names)))
    for number, row in enumerate(rows):
        for name, value in row.items():
            position = place.get(name)
            if position is not None:
                out[number, position] = value
    return out
