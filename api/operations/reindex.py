"""Passages to vectors, and vectors and words to the current generation."""

from collections.abc import Callable, Sequence

import numpy as np

from api.operations.workspace import Workspace
from corpus.markings import FULL
from corpus.records import Passage
from index.passages import readings
from models.encoder import Encoder, Vectors

_BATCH = 256  # passages that are encoded between two writes: what an interruption costs at most

Progress = Callable[[str, int, int, str], None]


def reindex(workspace: Workspace, *, on_progress: Progress = lambda *_: None, actor: str = "local") -> int:
    """Encode what has no vector yet and bring the generation up to date.

    Returns:
        how many passages were encoded.
    """
    model = workspace.vectors_version
    with workspace.store.seen_by(FULL) as view:
        waiting = view.passages.without_vector(model)
    for start in range(0, len(waiting), _BATCH):
        batch = waiting[start : start + _BATCH]
        vectors = encode_passages(workspace.encoder, batch)
        with workspace.store.writing(actor) as writer:
            writer.put_vectors(model, [(p.id, v.tobytes()) for p, v in zip(batch, vectors, strict=True)])
        on_progress("Encoding", min(start + _BATCH, len(waiting)), len(waiting), "passages")
    with workspace.store.seen_by(FULL) as view:
        workspace.generation(view)
    return len(waiting)


def encode_passages(encoder: Encoder, passages: Sequence[Passage]) -> Vectors:
    """One unit vector a passage: the mean of its readings, shape (len(passages), dimensions)."""
    texts = [(row, text) for row, passage in enumerate(passages) for text in readings(passage)]
    rows = np.zeros((len(passages), encoder.card.dimensions), dtype=np.float32)
    np.add.at(rows, [row for row, _ in texts], encoder.encode([text for _, text in texts]))
    normalized: Vectors = rows / np.linalg.norm(rows, axis=1, keepdims=True)
    return normalized
