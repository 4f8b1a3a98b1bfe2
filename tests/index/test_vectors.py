"""The vector index: the same answer as comparing with every vector, and never a row that is not allowed."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.errors import GenerationError
from index.vectors import VectorIndex


def unit_vectors(rng: np.random.Generator, count: int) -> "np.ndarray":
    vectors = rng.normal(size=(count, 8)).astype(np.float32)
    return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


@settings(deadline=None, max_examples=40)
@given(
    st.integers(0, 2**32 - 1),
    st.integers(1, 90),
    st.integers(1, 100),
    st.floats(0, 1),
)
def test_it_finds_what_a_comparison_with_all_finds(seed: int, count: int, limit: int, share: float) -> None:
    rng = np.random.default_rng(seed)
    vectors = unit_vectors(rng, count)
    query = unit_vectors(rng, 1)[0]
    allowed = rng.random(count) < share
    found = VectorIndex.build(vectors).search(query, limit, allowed)
    scores = vectors @ query
    expected = sorted((row for row in range(count) if allowed[row]), key=lambda row: -scores[row])[:limit]
    assert sorted(row for row, _ in found) == sorted(expected)
    assert [score for _, score in found] == sorted((score for _, score in found), reverse=True)
    assert all(allowed[row] for row, _ in found)


def test_nothing_is_found_where_nothing_is_allowed() -> None:
    vectors = unit_vectors(np.random.default_rng(0), 5)
    assert VectorIndex.build(vectors).search(vectors[0], 3, np.zeros(5, dtype=bool)) == []


def test_a_torn_file_is_told(tmp_path: Path) -> None:
    path = tmp_path / "vectors.faiss"
    VectorIndex.build(unit_vectors(np.random.default_rng(0), 50)).write(path)
    path.write_bytes(path.read_bytes()[:200])
    with pytest.raises(GenerationError, match="doctor --repair"):
        VectorIndex.read(path)
