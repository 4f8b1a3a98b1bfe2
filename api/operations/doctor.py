"""Whether store, files, models and index agree, and how to make them agree again."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass

from api.operations.judge import judge_all
from api.operations.reindex import reindex
from api.operations.workspace import Workspace
from corpus.errors import GenerationError
from corpus.markings import FULL
from index.generation import find_generation, is_current
from models.judge import load_judge

Progress = Callable[[str, int, int, str], None]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is not as it should be. `repairable`: `repair` makes it right."""

    what: str
    repairable: bool


def examine(workspace: Workspace) -> list[Finding]:
    """Everything that disagrees; empty where all is well."""
    findings = [Finding(f"store: {problem}", False) for problem in workspace.store.problems()]
    model = workspace.vectors_version
    with workspace.store.seen_by(FULL) as view:
        documents = view.documents.all()
        held = workspace.blobs.held()
        for document in documents:
            if document.sha256 not in held:
                findings.append(Finding(f"{document.source}: its file is gone from the data folder.", False))
            elif hashlib.sha256(workspace.blobs.get(document.sha256)).hexdigest() != document.sha256:
                findings.append(Finding(f"{document.source}: its file was changed in the data folder.", False))
        orphans = held - {document.sha256 for document in documents}
        if orphans:
            findings.append(Finding(f"{len(orphans)} files belong to no document.", True))
        missing = len(view.passages.without_vector(model))
        if missing:
            findings.append(Finding(f"{missing} passages have no vector of {model}.", True))
        findings += _of_generation(workspace, view.passages.count())
        if documents and not view.links_are_current(_judge_version(workspace)):
            findings.append(Finding("The coverage was judged before the last change.", True))
        ids = {document.id for document in documents}
        lost = [e for e in view.ledger.all() if e.outcome in ("ok", "degraded") and e.document not in ids]
        if lost:
            findings.append(Finding(f"{len(lost)} files are listed as read, but their documents are gone.", False))
    return findings


def _of_generation(workspace: Workspace, passages: int) -> list[Finding]:
    try:
        generation = find_generation(workspace.index_home)
    except GenerationError as exc:
        return [Finding(f"index: {exc.problem}", True)]
    if generation is None:
        return [Finding("There is no index yet.", True)] if passages else []
    problems = [Finding(f"index: {problem}", True) for problem in generation.problems()]
    with workspace.store.seen_by(FULL) as view:
        if not problems and not is_current(generation, view, workspace.vectors_version):
            problems.append(Finding("The index is older than the store.", True))
    if not problems and len(generation) != passages:
        problems.append(Finding(f"The index holds {len(generation)} passages, the store {passages}.", True))
    return problems


def repair(workspace: Workspace, *, on_progress: Progress = lambda *_: None) -> None:
    """Make right what can be derived again: vectors, index, coverage; and drop files that belong to nothing."""
    with workspace.store.seen_by(FULL) as view:
        documents = {document.sha256 for document in view.documents.all()}
    for orphan in workspace.blobs.held() - documents:
        workspace.blobs.delete(orphan)
    reindex(workspace, on_progress=on_progress, actor="doctor")
    judge_all(workspace, on_progress=on_progress, actor="doctor")


def _judge_version(workspace: Workspace) -> str:
    return f"judge-{load_judge().version}+{workspace.encoder.card.version}"
