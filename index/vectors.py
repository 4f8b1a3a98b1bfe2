"""Meaning: an exact FAISS index of unit vectors, by inner product. Rows are those of the generation."""

from pathlib import Path

import faiss
import numpy as np
import numpy.typing as npt

from corpus.errors import GenerationError
from models.encoder import Vectors

Rows = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]


class VectorIndex:
    """Rows to unit vectors; row numbers are the ids."""

    def __init__(self, inner: "faiss.Index") -> None:
        self._inner = inner

    @classmethod
    def build(cls, vectors: Vectors) -> "VectorIndex":
        inner = faiss.IndexFlatIP(vectors.shape[1])
        inner.add(np.ascontiguousarray(vectors, dtype=np.float32))
        return cls(inner)

    @classmethod
    def read(cls, path: Path) -> "VectorIndex":
        """Raises GenerationError where the file is missing or torn."""
        try:
            return cls(faiss.read_index(str(path)))
        except RuntimeError as exc:
            raise GenerationError(f"{path}: can't be read.", remedy="Run: aimtrace doctor --repair") from exc

    def write(self, path: Path) -> None:
        faiss.write_index(self._inner, str(path))

    def __len__(self) -> int:
        return int(self._inner.ntotal)

    @property
    def dimensions(self) -> int:
        return int(self._inner.d)

    def vector(self, row: int) -> Vectors:
        """The vector of a row, shape (dimensions,)."""
        found: Vectors = self._inner.reconstruct(row)
        return found

    def search(self, query: Vectors, limit: int, allowed: Mask) -> list[tuple[int, float]]:
        """The nearest rows among those allowed: (row, cosine), best first; equal ones by row.

        Args:
            query: one unit vector, shape (dimensions,).
            allowed: which rows may be found; rows outside it are never looked at.
        """
        count = int(allowed.sum())
        if count == 0 or limit <= 0:
            return []
        packed = np.packbits(allowed, bitorder="little")
        # FAISS patches Python-friendly arguments over its generated classes; the stubs show the generated ones.
        selector = faiss.IDSelectorBitmap(packed)  # type: ignore[call-arg, arg-type]
        parameters = faiss.SearchParameters(sel=selector)  # type: ignore[call-arg]
        scores, rows = self._inner.search(query.reshape(1, -1), min(limit, count), params=parameters)
        found = [(int(row), float(score)) for row, score in zip(rows[0], scores[0], strict=True) if row >= 0]
        return sorted(found, key=lambda pair: (-pair[1], pair[0]))
