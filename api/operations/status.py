"""What a home holds, how fresh it is, what failed, and what made it."""

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from api.operations.workspace import Workspace
from corpus.errors import GenerationError
from corpus.records import LedgerEntry
from index.generation import find_generation
from models.registry import find_exported


@dataclass(frozen=True, slots=True)
class Status:
    """Counts are of what the reader may see; sizes in bytes."""

    home: Path
    documents: int
    kinds: dict[str, int]
    records: dict[str, int]
    passages: int
    pairs: int
    outcomes: dict[str, int]
    not_kept: tuple[LedgerEntry, ...]
    degraded: tuple[LedgerEntry, ...]
    newest: str | None
    encoder: str | None
    judge: str | None
    index_passages: int | None
    sizes: dict[str, int]


def look(workspace: Workspace) -> Status:
    """Read everything that `aimtrace status` shows; loads no model."""
    with workspace.seen() as view:
        documents = view.documents.all()
        entries = view.ledger.all()
        exported = find_exported(workspace.models_home, workspace.model)
        try:
            generation = find_generation(workspace.index_home)
        except GenerationError:
            generation = None
        return Status(
            home=workspace.home,
            documents=len(documents),
            kinds=dict(sorted(Counter(d.kind for d in documents).items())),
            records=view.records.counts(),
            passages=view.passages.count(),
            pairs=len(view.links.all()),
            outcomes=dict(sorted(Counter(e.outcome for e in entries).items())),
            not_kept=tuple(e for e in entries if e.outcome in ("refused", "failed")),
            degraded=tuple(e for e in entries if e.outcome == "degraded"),
            newest=view.ledger.newest(),
            encoder=None if exported is None else exported.card.version,
            judge=view.links.model(),
            index_passages=None if generation is None else len(generation),
            sizes={
                "store": _size(workspace.store.path),
                "files": _size(workspace.home / "files"),
                "index": _size(workspace.index_home),
                "models": _size(workspace.models_home),
            },
        )


def _size(path: Path) -> int:
    if path.is_file():
        return path.stat().st_size
    return sum(p.stat().st_size for p in path.rglob("*") if p.is_file()) if path.is_dir() else 0
