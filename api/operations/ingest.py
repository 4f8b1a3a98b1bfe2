"""Files into the store: each is read, refused or found to be held already; then passages are encoded and indexed.

Idempotent: a file that is held by the same pipeline costs a hash. Interrupted at any moment, it goes on where it was: a
file is kept in one transaction with its line in the ledger.
"""

import hashlib
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from api.operations.judge import judge_all
from api.operations.limits import Limits
from api.operations.reindex import reindex
from api.operations.workspace import Workspace
from corpus.errors import AimtraceError, Empty, FileOutcome, PathMissing, Refusal, Restricted, TooLarge
from corpus.markings import FULL, Marking
from corpus.provenance import code_hash, joined
from corpus.records import Extraction, LedgerEntry, Outcome
from extract.pipeline import extract
from extract.profile import profiles_hash
from index.passages import passages_of

Progress = Callable[[str, int, int, str], None]  # stage, done, of, what

_KEPT = ("ok", "degraded", "unchanged")


@dataclass(frozen=True, slots=True)
class IngestReport:
    """What became of every file, and what was done after. `missing` are paths that hold nothing to read."""

    entries: tuple[LedgerEntry, ...]
    seconds: float
    encoded: int = 0
    judged: bool = False
    missing: tuple[AimtraceError, ...] = ()

    @property
    def counts(self) -> Counter[str]:
        return Counter(entry.outcome for entry in self.entries)

    @property
    def extracted(self) -> int:
        """Files that were read in this run, and not only recognised."""
        return self.counts["ok"] + self.counts["degraded"]


def pipeline_version(workspace: Workspace) -> str:
    """What would read a file now: it is read again when this changes."""
    return joined(
        extract=code_hash("extract"),
        passages=code_hash("index"),
        profiles=profiles_hash(),
        lexicon=workspace.lexicon.hash,
        language=workspace.language.version,
    )


def find_files(paths: Sequence[Path]) -> tuple[list[Path], list[AimtraceError]]:
    """The files that paths hold, each once, in order; and what is wrong with paths that hold none."""
    files: dict[Path, Path] = {}
    wrong: list[AimtraceError] = []
    for path in paths:
        if path.is_dir():
            found = sorted(p for p in path.rglob("*") if p.suffix.lower() == ".pdf" and p.is_file())
            if not found:
                wrong.append(
                    PathMissing(f"{path}: the folder holds no PDF.", remedy="Name a folder with PDFs, or files.")
                )
        elif path.exists():
            found = [path]
        else:
            found = []
            wrong.append(PathMissing(f"{path}: no such file or folder.", remedy="Check the path."))
        for file in found:
            files.setdefault(file.resolve(), file)
    return list(files.values()), wrong


def ingest(
    workspace: Workspace, paths: Sequence[Path], *, on_progress: Progress = lambda *_: None, actor: str = "local"
) -> IngestReport:
    """Read files and folders into the workspace.

    Args:
        workspace: where to.
        paths: files and folders.
        on_progress: told of each step.
        actor: in whose name.
    """
    began = time.perf_counter()
    files, wrong = find_files(paths)
    version = pipeline_version(workspace)
    workspace.store  # noqa: B018 - a data folder that can't be used is told before anything is made in it
    workspace.encoder.card  # noqa: B018 - prepared before the clock of the first file starts
    entries = []
    for number, entry in enumerate(_read_all(workspace, files, version, actor), start=1):
        entries.append(entry)
        on_progress("Reading", number, len(files), Path(entry.path).name)
    encoded = judged = 0
    if any(entry.outcome in _KEPT for entry in entries):
        encoded = reindex(workspace, on_progress=on_progress, actor=actor)
        judged = judge_all(workspace, on_progress=on_progress, actor=actor)
    return IngestReport(tuple(entries), round(time.perf_counter() - began, 3), encoded, bool(judged), tuple(wrong))


def _read_all(workspace: Workspace, files: Sequence[Path], version: str, actor: str) -> Iterator[LedgerEntry]:
    for file in files:
        began = time.perf_counter()
        entry = _one(workspace, file, version, actor)
        entry = replace(entry, seconds=round(time.perf_counter() - began, 3))
        _remember(workspace, entry, actor)
        yield entry


def _remember(workspace: Workspace, entry: LedgerEntry, actor: str) -> None:
    """Write the file's line, unless it was written with its document, or says what it said before."""
    if entry.outcome in ("ok", "degraded"):
        return
    if entry.outcome == "unchanged":
        with workspace.store.seen_by(FULL) as view:
            own = view.ledger.find(entry.path)
        if own is not None and own.sha256 == entry.sha256:
            return
        entry = replace(entry, outcome="ok")
    with workspace.store.writing(actor) as writer:
        writer.put_ledger(entry)


def _one(workspace: Workspace, file: Path, version: str, actor: str) -> LedgerEntry:
    """What becomes of one file; an error of its own never leaves here."""
    path = str(file)
    try:
        data = read_bounded(file, workspace.limits)
    except FileOutcome as exc:
        return _refused(path, None, None, exc, version)
    except OSError as exc:
        return LedgerEntry(
            path, None, "failed", "crash", f"The file can't be read ({exc.strerror}).", provenance=version
        )
    digest = hashlib.sha256(data).hexdigest()
    known = _known(workspace, path, digest, version)
    if known is not None:
        return known
    try:
        extraction = extract(
            data,
            file.name,
            language=workspace.language,
            lexicon=workspace.lexicon,
            max_pages=workspace.limits.pages,
        )
    except FileOutcome as exc:
        return _refused(path, digest, len(data), exc, version)
    except MemoryError:
        return LedgerEntry(
            path, digest, "failed", "crash", "Reading it needs more memory than there is.", provenance=version
        )
    except Exception as exc:
        reason = f"Reading it broke off ({type(exc).__name__}); please report it with the file's hash."
        return LedgerEntry(path, digest, "failed", "crash", reason, size=len(data), provenance=version)
    return _keep(workspace, path, data, extraction, version, actor)


def read_bounded(file: Path, limits: Limits) -> bytes:
    """The bytes of a file, unless there are none or too many.

    Raises:
        Empty, TooLarge: a rule against it.
        OSError: it can't be read.
    """
    size = file.stat().st_size
    if size == 0:
        raise Empty("The file holds no bytes.", remedy="Fetch or export it again.")
    if size > limits.file_bytes:
        raise TooLarge(
            f"The file has {size // 1_000_000} MB; the limit is {limits.file_bytes // 1_000_000}.",
            remedy="Raise max_file_mb, or split the file.",
        )
    return file.read_bytes()


def _known(workspace: Workspace, path: str, digest: str, version: str) -> LedgerEntry | None:
    """The line of a file that need not be read: held already, or refused already by the same rules."""
    with workspace.store.seen_by(FULL) as view:
        before = [entry for entry in view.ledger.with_hash(digest) if entry.provenance == version]
        held = view.documents.find(digest[:16])
        current = held is not None and held.sha256 == digest and view.documents.provenance(held.id) == version
    own = next((entry for entry in before if entry.path == path), None)
    kept = next((entry for entry in before if entry.outcome in _KEPT), None)
    if current and held is not None:
        source = own if own is not None and own.outcome in _KEPT else kept
        other = kept is not None and kept.path != path and (own is None or own.outcome == "duplicate")
        base = source or LedgerEntry(path, digest, "ok", document=held.id, kind=held.kind, pages=held.pages)
        outcome: Outcome = "duplicate" if other else "unchanged"
        return replace(
            base, path=path, outcome=outcome, outcome_class=None, reason=None, document=held.id, provenance=version
        )
    if own is not None and own.outcome in ("refused", "duplicate"):
        return own
    refused = next((entry for entry in before if entry.outcome == "refused"), None)
    return None if refused is None else replace(refused, path=path)


def _keep(
    workspace: Workspace, path: str, data: bytes, extraction: Extraction, version: str, actor: str
) -> LedgerEntry:
    document = extraction.document
    entry = LedgerEntry(
        path=path,
        sha256=document.sha256,
        outcome="degraded" if extraction.degraded else "ok",
        reason=extraction.degraded,
        document=document.id,
        kind=document.kind,
        marking=document.marking,
        pages=document.pages,
        records=dict(sorted(Counter(record.type for record in extraction.records).items())),
        warnings=len(extraction.notices),
        size=len(data),
        provenance=version,
    )
    with workspace.store.seen_by(FULL) as view:
        twin = view.documents.with_text(extraction.text_hash) if extraction.text_hash else None
    if twin is not None and twin.id != document.id:
        return replace(entry, outcome="duplicate", reason=None, document=twin.id, records={}, warnings=0)
    passages = passages_of(extraction, workspace.encoder.pieces, workspace.encoder.card.window)
    workspace.blobs.put(document.sha256, data)
    with workspace.store.writing(actor) as writer:
        writer.put_document(extraction, passages, version)
        writer.put_ledger(entry)
    return entry


def _refused(path: str, digest: str | None, size: int | None, exc: FileOutcome, version: str) -> LedgerEntry:
    marking = Marking(exc.marking) if isinstance(exc, Restricted) and exc.marking else None
    return LedgerEntry(
        path=path,
        sha256=digest,
        outcome="refused" if isinstance(exc, Refusal) else "failed",
        outcome_class=exc.outcome_class,
        reason=f"{exc.problem[:1].upper()}{exc.problem[1:]} {exc.remedy}".strip(),
        marking=marking,
        size=size,
        provenance=version,
    )
