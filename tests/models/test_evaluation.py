"""Measures: each figure that is printed has a definition, and is checked against another implementation or by hand."""

import math

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from sklearn.metrics import average_precision_score, brier_score_loss, f1_score, ndcg_score

from models.evaluation import average_precision, best_threshold, brier, calibration_error, f1, interval, ndcg
from tests.strategies import scored_truths

percent = st.integers(0, 100).map(lambda share: share / 100)
positive_percent = st.integers(1, 100).map(lambda share: share / 100)


@settings(deadline=None)
@given(scored_truths(positive_percent))
def test_average_precision_is_that_of_scikit_learn(scored: list[tuple[float, bool]]) -> None:
    """Ties and all: a peer who measures our pairs with the usual tool gets our figure."""
    truths = [good for _, good in scored]
    assume(any(truths))
    expected = average_precision_score(truths, [score for score, _ in scored])
    assert math.isclose(average_precision(scored), expected, abs_tol=1e-12)


@pytest.mark.parametrize(
    ("scored", "expected"),
    [
        ([(0.9, True), (0.8, True)], 1.0),
        ([(0.9, False), (0.8, True)], 0.5),
        ([(0.9, True), (0.8, False), (0.7, True)], (1 + 2 / 3) / 2),
        ([(0.5, True), (0.5, False)], 0.5),
        ([(0.5, False), (0.5, True)], 0.5),
        ([(0.9, True), (0.0, True)], 0.5),  # what was not found at all adds nothing
        ([(0.9, False)], 1.0),
        ([], 1.0),
    ],
)
def test_average_precision_by_hand(scored: list[tuple[float, bool]], expected: float) -> None:
    """The cases where implementations differ: ties, positives that were never found, nothing to find."""
    assert average_precision(scored) == pytest.approx(expected)


@settings(deadline=None)
@given(scored_truths(percent))
def test_the_brier_score_is_that_of_scikit_learn(scored: list[tuple[float, bool]]) -> None:
    """The one figure that says whether probabilities mean what they say."""
    truths = [int(good) for _, good in scored]
    assume(len(set(truths)) == 2)
    assert math.isclose(brier(scored), brier_score_loss(truths, [score for score, _ in scored]), abs_tol=1e-12)


@pytest.mark.parametrize(
    ("scored", "expected"),
    [([], 0), ([(1.0, True), (0.0, False)], 0), ([(0.0, True)], 1), ([(0.5, True), (0.5, False)], 0.25)],
)
def test_the_brier_score_by_hand(scored: list[tuple[float, bool]], expected: float) -> None:
    """0 is best, 1 is certain and wrong."""
    assert brier(scored) == expected


@settings(deadline=None)
@given(st.lists(st.integers(0, 3), min_size=2, max_size=15), st.data())
def test_ndcg_is_that_of_scikit_learn(grades: list[int], data: st.DataObject) -> None:
    """With exponential gain: scikit-learn is given the gains, and the ranking as falling scores."""
    assume(any(grades))
    ranked = data.draw(st.permutations(grades))
    depth = data.draw(st.integers(1, 12))
    gains = np.array([[2.0**grade - 1 for grade in ranked]])
    expected = ndcg_score(gains, np.arange(len(ranked), 0, -1)[None, :], k=depth)
    assert math.isclose(ndcg(ranked, grades, depth), expected, abs_tol=1e-9)
    assert ndcg(ranked, {str(place): grade for place, grade in enumerate(grades)}, depth) == ndcg(ranked, grades, depth)


@pytest.mark.parametrize(
    ("ranked", "relevant", "expected"),
    [
        ([3, 2, 1], [3, 2, 1], 1.0),
        ([0, 3], [3], 1 / math.log2(3)),
        ([0] * 10 + [3], [3], 0.0),
        ([], [3], 0.0),
        ([0, 0], [], 0.0),
        ([1], [1, 1], 1 / (1 + 1 / math.log2(3))),
    ],
)
def test_ndcg_by_hand(ranked: list[int], relevant: list[int], expected: float) -> None:
    """What is relevant and was not found counts against the ranking; behind the depth nothing counts."""
    assert ndcg(ranked, relevant) == pytest.approx(expected)


@given(st.lists(st.tuples(st.booleans(), st.booleans()), min_size=1, max_size=30))
def test_f1_is_that_of_scikit_learn(pairs: list[tuple[bool, bool]]) -> None:
    """From the three counts alone."""
    counts = [pairs.count((True, True)), pairs.count((False, True)), pairs.count((True, False))]
    truths, predictions = zip(*pairs, strict=True)
    assert math.isclose(f1(*counts), f1_score(truths, predictions, zero_division=1.0))


@given(scored_truths(percent), st.integers(1, 20))
def test_calibration_error_is_a_share_and_right_by_bins(scored: list[tuple[float, bool]], bins: int) -> None:
    """Never worse than always wrong; with one bin it is the distance of the two means."""
    error = calibration_error(scored, bins)
    assert 0 <= error <= 1
    assert calibration_error(scored, 1) <= error + 1e-12
    mean, share = (sum(float(pair[side]) for pair in scored) / len(scored) for side in (0, 1))
    assert math.isclose(calibration_error(scored, 1), abs(mean - share), abs_tol=1e-12)


@pytest.mark.parametrize(
    ("scored", "expected"),
    [
        ([], 0.0),
        ([(1.0, True), (0.0, False)], 0.0),
        ([(0.25, True), (0.25, False), (0.25, False), (0.25, False)], 0.0),
        ([(0.95, False), (0.05, True)], 0.95),
        ([(0.9, True), (0.1, True)], 0.5),
    ],
)
def test_calibration_error_by_hand(scored: list[tuple[float, bool]], expected: float) -> None:
    """What is said with 25 % is true for one in four."""
    assert calibration_error(scored) == pytest.approx(expected)


@given(scored_truths(percent))
def test_no_threshold_is_better_than_the_best(scored: list[tuple[float, bool]]) -> None:
    """Levels are given from it: the F1 that is printed is the one that a user gets."""

    def at(threshold: float) -> float:
        found = [good for score, good in scored if score >= threshold]
        return f1(sum(found), len(found) - sum(found), sum(good for _, good in scored) - sum(found))

    threshold, best = best_threshold(scored)
    assume(any(good for _, good in scored))
    assert math.isclose(at(threshold), best)
    assert best >= max(at(score) for score, _ in scored) - 1e-12


def test_where_nothing_is_positive_no_score_is_enough() -> None:
    """A threshold above 1: a probability never reaches it."""
    assert best_threshold([(0.9, False), (1.0, False)]) == (1.1, 0.0)


def mean(values: object) -> float:
    return float(np.mean(values))  # type: ignore[arg-type]


@settings(deadline=None, max_examples=20)
@given(st.lists(st.integers(-50, 50), min_size=1, max_size=12))
def test_an_interval_is_the_same_on_every_run_and_within_the_data(values: list[int]) -> None:
    """Two people who print the quality of one release see the same figures."""
    low, high = interval(values, mean, rounds=200)
    assert (low, high) == interval(values, mean, rounds=200)
    assert min(values) <= low <= high <= max(values)
    wide = interval(values, mean, rounds=200, level=0.99)
    assert wide[0] <= low
    assert high <= wide[1]


def test_an_interval_holds_what_theory_says() -> None:
    """A mean of 400 throws of a fair coin: 90 % lie within 1.645 standard errors of a half."""
    low, high = interval([0, 1] * 200, mean)
    expected = 1.645 * 0.5 / math.sqrt(400)
    assert 0.5 - low == pytest.approx(expected, abs=0.01)
    assert high - 0.5 == pytest.approx(expected, abs=0.01)


def test_an_interval_of_nothing_is_refused() -> None:
    """No plans, no interval: rather an error than a figure."""
    with pytest.raises(ValueError, match="no units"):
        interval([], mean)
