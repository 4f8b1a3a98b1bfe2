"""Two rankings to one order.

A convex sum of scores (Bruch et al. 2023, "An analysis of fusion functions"): each list's scores are scaled by a bound of
their own, not by what one query happens to find, so that a hit of one list alone keeps its worth. Measured against
reciprocal ranks on the queries at hand: docs/benchmarks.md.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

MEANING_WEIGHT = 0.7
_COSINE_FLOOR = 0.1  # what two unrelated sentences of the field have in common
_BM25_HALF = 8.0  # a BM25 score that counts half


@dataclass(frozen=True, slots=True)
class Fused:
    """One row with its place in both lists; ranks count from 1, None where a list does not hold it."""

    row: int
    score: float
    meaning: float | None
    words: float | None
    rank_meaning: int | None
    rank_words: int | None


def fuse(
    meaning: Sequence[tuple[int, float]],
    words: Sequence[tuple[int, float]],
    cosines: Mapping[int, float],
    weight: float = MEANING_WEIGHT,
) -> list[Fused]:
    """Order the union of both lists.

    Args:
        meaning: (row, cosine), best first.
        words: (row, BM25 score), best first.
        cosines: cosines of rows that only the word list holds, so that none is judged by one half alone.
        weight: share of meaning in the sum, in [0, 1].
    """
    ranks_m = {row: rank for rank, (row, _) in enumerate(meaning, start=1)}
    ranks_w = {row: rank for rank, (row, _) in enumerate(words, start=1)}
    by_meaning = {**cosines, **dict(meaning)}
    by_words = dict(words)
    fused = []
    for row in {**ranks_m, **ranks_w}:
        cosine, score = by_meaning.get(row), by_words.get(row)
        total = weight * _scaled_cosine(cosine) + (1 - weight) * _scaled_words(score)
        fused.append(Fused(row, round(total, 6), cosine, score, ranks_m.get(row), ranks_w.get(row)))
    return sorted(fused, key=lambda f: (-f.score, f.row))


def _scaled_cosine(cosine: float | None) -> float:
    return 0.0 if cosine is None else max(0.0, (cosine - _COSINE_FLOOR) / (1 - _COSINE_FLOOR))


def _scaled_words(score: float | None) -> float:
    return 0.0 if score is None else 1.0 - math.exp(-score / _BM25_HALF * math.log(2))
