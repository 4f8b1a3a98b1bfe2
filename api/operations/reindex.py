"""Passages to vectors, and vectors and words to the current generation."""

from collections.abc import Callable

from api.operations.workspace import Workspace
from corpus.markings import FULL
from index.passages import embedded

_BATCH = 256  # passages that are encoded between two writes: what an interruption costs at most

Progress = Callable[[str, int, int, str], None]


def reindex(workspace: Workspace, *, on_progress: Progress = lambda *_: None, actor: str = "local") -> int:
    """Encode what has no vector yet and bring the generation up to date.

    Returns:
        how many passages were encoded.
    """
    model = workspace.encoder.card.version
    with workspace.store.seen_by(FULL) as view:
        waiting = view.passages.without_vector(model)
    for start in range(0, len(waiting), _BATCH):
        batch = waiting[start : start + _BATCH]
        vectors = workspace.encoder.encode([embedded(passage) for passage in batch])
        with workspace.store.writing(actor) as writer:
            writer.put_vectors(model, [(p.id, v.tobytes()) for p, v in zip(batch, vectors, strict=True)])
        on_progress("Encoding", min(start + _BATCH, len(waiting)), len(waiting), "passages")
    with workspace.store.seen_by(FULL) as view:
        workspace.generation(view)
    return len(waiting)
