"""Files into the store: each is read, refused or found to be held already; then passages are encoded and indexed.

Idempotent: a file that is held by the same pipeline costs a hash. Interrupted at any moment, it goes on where it was: a
file is kept in one transaction with its line in the ledger.

Files are read side by side in processes that may die (`extract.isolate`) or on a cluster; what they say comes back here, in
the order of the files, and this process alone writes. So the same files give the same store, however many read them.
"""

import hashlib
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from api.operations.files import File, find_files, read_bounded
from api.operations.known import KEPT, Known, of_limits
from api.operations.workspace import Workspace
from corpus.errors import AimtraceError, FileOutcome, Refusal, Restricted
from corpus.markings import FULL, Marking
from corpus.provenance import code_hash, joined
from corpus.records import Extraction, LedgerEntry
from extract.batch import AHEAD, Planned, open_workers, read_in_order
from extract.profile import use_profiles
from extract.reading import Job, Reading, reader_version
from extract.scans.engines import DEFAULT, Setting

Progress = Callable[[str, int, int, str], None]  # stage, done, of, what


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


def pipeline_version(ocr: Setting = DEFAULT) -> str:
    """What would read a file now, scans by that program: it is read again when this changes."""
    return joined(reader=reader_version(ocr), passages=code_hash("index"))


def ingest(
    workspace: Workspace,
    paths: Sequence[Path],
    *,
    on_progress: Progress = lambda *_: None,
    actor: str = "local",
    cluster: str | None = None,
) -> IngestReport:
    """Read files and folders into the workspace.

    Args:
        workspace: where to; its limits say what a file may cost, and how many are read at a time.
        paths: files and folders.
        on_progress: told of each step.
        actor: in whose name.
        cluster: the address of a Dask scheduler, on whose workers files are read; None for this machine.
    """
    began = time.perf_counter()
    files, wrong = find_files(paths)
    workspace.store  # noqa: B018 - a data folder that can't be used is told before anything is made in it
    run = _Run(workspace, actor, cluster)
    entries = []
    for number, entry in enumerate(run.entries(files), start=1):
        entries.append(entry)
        on_progress("Reading", number, len(files), Path(entry.path).name)
    encoded = judged = 0
    if any(entry.outcome in KEPT for entry in entries):
        from api.operations.judge import judge_all
        from api.operations.reindex import reindex

        encoded = reindex(workspace, on_progress=on_progress, actor=actor)
        judged = judge_all(workspace, on_progress=on_progress, actor=actor)
    return IngestReport(tuple(entries), round(time.perf_counter() - began, 3), encoded, bool(judged), tuple(wrong))


@dataclass(frozen=True, slots=True)
class _Step:
    """One file on its way: `entry` is what became of it, where that is known without reading it.

    `sha256` is of its bytes, `data`; a copy of a file that is being read holds none and waits for what becomes of that.
    """

    file: File
    seconds: float
    entry: LedgerEntry | None = None
    sha256: str = ""
    data: bytes | None = field(default=None, repr=False)


class _Run:
    """One run over many files."""

    def __init__(self, workspace: Workspace, actor: str, cluster: str | None) -> None:
        self._workspace = workspace
        self._actor = actor
        self._cluster = cluster
        use_profiles(workspace.profiles)
        self._version = pipeline_version(workspace.limits.ocr)
        self._known = Known(workspace, self._version)

    def entries(self, files: Sequence[File]) -> Iterator[LedgerEntry]:
        """What became of each file, in their order; it is kept when it is yielded."""
        limits = self._workspace.limits
        with open_workers(limits.jobs, limits.seconds, limits.memory_bytes, self._cluster) as workers:
            for step, reading in read_in_order(self._plan(files), workers, ahead=AHEAD * workers.jobs):
                began = time.perf_counter()
                entry = step.entry or self._finish(step, reading)
                spent = step.seconds + (reading.seconds if reading else 0.0) + time.perf_counter() - began
                entry = replace(entry, seconds=round(spent, 3))
                if entry.outcome not in ("ok", "degraded"):
                    self._remember(step.file, entry)
                yield entry

    # --- before a file is read

    def _plan(self, files: Sequence[File]) -> Iterator[Planned[_Step]]:
        """What has to be done with each file; drawn from as there is room."""
        limits = self._workspace.limits
        reading: set[str] = set()
        for file in files:
            began = time.perf_counter()
            try:
                data = read_bounded(file.path, limits)
            except FileOutcome as exc:
                yield Planned(_Step(file, 0.0, self._refused(file, None, None, exc)))
                continue
            sha256 = hashlib.sha256(data).hexdigest()
            entry = self._known.find(file, sha256)
            seconds = time.perf_counter() - began
            if entry is not None or sha256 in reading:
                yield Planned(_Step(file, seconds, entry, sha256))
                continue
            reading.add(sha256)
            job = Job(
                file.path,
                file.name,
                sha256,
                version=reader_version(limits.ocr) if self._cluster else "",
                options={"max_pages": limits.pages, "ocr": limits.ocr},
                profiles=self._workspace.profiles,
            )
            yield Planned(_Step(file, seconds, None, sha256, data), job, held=len(data))
            if len(reading) == 1:
                self._workspace.encoder.pieces("")  # loaded while the first file is being read

    # --- after it

    def _finish(self, step: _Step, reading: Reading | None) -> LedgerEntry:
        if reading is None or step.data is None:
            known = self._known.find(step.file, step.sha256)
            assert known is not None, "the file that this one is a copy of comes before it"
            return known
        if reading.extraction is None:
            assert reading.error is not None
            return self._refused(step.file, step.sha256, len(step.data), reading.error)
        return self._keep(step.file, step.data, reading.extraction)

    def _keep(self, file: File, data: bytes, extraction: Extraction) -> LedgerEntry:
        """Keep the bytes, then document and ledger in one transaction: a kill in between leaves bytes that the next run takes."""
        from index.passages import passages_of

        document = extraction.document
        entry = LedgerEntry(
            path=file.shown,
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
            provenance=self._version,
        )
        with self._workspace.store.seen_by(FULL) as view:
            twin = view.documents.with_text(extraction.text_hash) if extraction.text_hash else None
        if twin is not None and twin.id != document.id:
            return replace(entry, outcome="duplicate", reason=None, document=twin.id, records={}, warnings=0)
        encoder = self._workspace.encoder
        passages = passages_of(extraction, encoder.pieces, encoder.card.window)
        self._workspace.blobs.put(document.sha256, data)
        kept = replace(entry, path=file.key)
        with self._workspace.store.writing(self._actor) as writer:
            writer.put_document(extraction, passages, self._version)
            writer.put_ledger(kept)
        self._known.add(kept)
        return entry

    def _refused(self, file: File, sha256: str | None, size: int | None, exc: FileOutcome) -> LedgerEntry:
        of_rule = isinstance(exc, Refusal)
        version = self._version
        if exc.outcome_class == "too_large":
            version = of_limits(version, self._workspace.limits.told)
        return LedgerEntry(
            path=file.shown,
            sha256=sha256,
            outcome="refused" if of_rule else "failed",
            outcome_class=exc.outcome_class,
            reason=f"{exc.problem[:1].upper()}{exc.problem[1:]} {exc.remedy}".strip(),
            marking=Marking(exc.marking) if isinstance(exc, Restricted) and exc.marking else None,
            seconds=exc.seconds,
            size=size,
            provenance=version,
        )

    def _remember(self, file: File, entry: LedgerEntry) -> None:
        """Write the line of a file that no document was written for, unless it says what the ledger says already."""
        own = self._known.own(file)
        if own is not None and own.sha256 == entry.sha256:
            if entry.outcome == "unchanged" and own.outcome in KEPT:
                return
            if replace(entry, path=file.key, seconds=own.seconds) == own:
                return
        written = replace(entry, path=file.key, outcome="ok" if entry.outcome == "unchanged" else entry.outcome)
        with self._workspace.store.writing(self._actor) as writer:
            writer.put_ledger(written)
        self._known.add(written)
