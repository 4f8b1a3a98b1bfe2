"""One order out of two."""

from hypothesis import given
from hypothesis import strategies as st

from index.fusion import fuse

hits = st.dictionaries(st.integers(0, 30), st.floats(0.01, 1.0), max_size=15).map(
    lambda found: sorted(found.items(), key=lambda pair: (-pair[1], pair[0]))
)


@given(hits, hits, st.floats(0, 1))
def test_the_union_comes_out_each_once_best_first(
    meaning: list[tuple[int, float]], words: list[tuple[int, float]], weight: float
) -> None:
    words = [(row, 20 * score) for row, score in words]
    out = fuse(meaning, words, {row: 0.3 for row, _ in words}, weight)
    assert sorted(f.row for f in out) == sorted({row for row, _ in (*meaning, *words)})
    assert [f.score for f in out] == sorted((f.score for f in out), reverse=True)
    assert all(0 <= f.score <= 1 for f in out)


@given(hits)
def test_meaning_alone_keeps_the_order_of_meaning(meaning: list[tuple[int, float]]) -> None:
    out = [f.row for f in fuse(meaning, [], {}, 1.0) if f.score > 0]
    assert out == [row for row, _ in meaning][: len(out)]


def test_a_row_of_both_lists_comes_before_a_row_of_one() -> None:
    out = fuse([(1, 0.6), (2, 0.6)], [(2, 9.0)], {})
    assert [f.row for f in out] == [2, 1]
    assert (out[0].rank_meaning, out[0].rank_words) == (2, 1)
    assert (out[1].rank_meaning, out[1].rank_words) == (1, None)
