"""Measures: F1, average precision, Brier score, calibration error, nDCG, bootstrap intervals.

One implementation for tests, quality figures, benchmarks and the gate of new models.
"""

import math
import random
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

Unit = TypeVar("Unit")


def f1(true_positive: int, false_positive: int, false_negative: int) -> float:
    """Harmonic mean of precision and recall; 1 where there was nothing to find and nothing was found."""
    total = 2 * true_positive + false_positive + false_negative
    return 2 * true_positive / total if total else 1.0


def average_precision(scored: Sequence[tuple[float, bool]]) -> float:
    """Mean precision over the positives, at the rank where each is found; equal scores are one step.

    Args:
        scored: (score, is positive); a score of 0 or less is never found.
    """
    positives = sum(good for _, good in scored)
    groups: dict[float, list[bool]] = defaultdict(list)
    for score, good in scored:
        if score > 0:
            groups[score].append(good)
    total = hits = seen = 0.0
    for score in sorted(groups, reverse=True):
        seen += len(groups[score])
        hits += sum(groups[score])
        total += sum(groups[score]) * hits / seen
    return total / positives if positives else 1.0


def brier(scored: Sequence[tuple[float, bool]]) -> float:
    """Mean squared distance of probabilities from what was true (Brier 1950); 0 is best."""
    return sum((p - good) ** 2 for p, good in scored) / len(scored) if scored else 0.0


def calibration_error(scored: Sequence[tuple[float, bool]], bins: int = 10) -> float:
    """Expected calibration error: |share that is true - mean probability| over equal-width bins, weighted by their size."""
    held: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for probability, good in scored:
        held[min(bins - 1, int(probability * bins))].append((probability, good))
    gaps = (abs(sum(good for _, good in part) - sum(p for p, _ in part)) for part in held.values())
    return sum(gaps) / len(scored) if scored else 0.0


def ndcg(ranked: Sequence[int], relevant: Mapping[str, int] | Sequence[int], depth: int = 10) -> float:
    """Normalized discounted cumulative gain with gain 2^grade - 1 (Burges et al. 2005).

    Args:
        ranked: grades of the hits, best first; 0 where a hit is not relevant.
        relevant: the grades of all relevant records.
        depth: hits that count.
    """
    grades = list(relevant.values()) if isinstance(relevant, Mapping) else list(relevant)
    ideal = _dcg(sorted(grades, reverse=True)[:depth])
    return _dcg(list(ranked)[:depth]) / ideal if ideal else 0.0


def _dcg(grades: Sequence[int]) -> float:
    return sum((2.0**grade - 1) / math.log2(rank + 2) for rank, grade in enumerate(grades))


def best_threshold(scored: Sequence[tuple[float, bool]]) -> tuple[float, float]:
    """The score from which on "positive" gives the best F1, with that F1: (threshold, f1)."""
    positives = sum(good for _, good in scored)
    best = (1.1, 0.0)
    hits = 0
    ordered = sorted(scored, key=lambda pair: -pair[0])
    for rank, (score, good) in enumerate(ordered, start=1):
        hits += good
        following = ordered[rank][0] if rank < len(ordered) else -math.inf
        if following == score:
            continue
        value = f1(hits, rank - hits, positives - hits)
        if value > best[1]:
            best = ((score + following) / 2 if following > -math.inf else score, value)
    return best


def interval(
    units: Sequence[Unit], statistic: Callable[[Sequence[Unit]], float], rounds: int = 1000, level: float = 0.9
) -> tuple[float, float]:
    """Percentile interval of a statistic over resampled units (bootstrap, Efron 1979), with a fixed seed.

    Raises:
        ValueError: there are no units.
    """
    if not units:
        raise ValueError("no units to resample")
    dice = random.Random(0)
    drawn = sorted(statistic(dice.choices(units, k=len(units))) for _ in range(rounds))
    tail = (1 - level) / 2
    return drawn[round(tail * (rounds - 1))], drawn[round((1 - tail) * (rounds - 1))]
