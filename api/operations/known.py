"""What is known of files: the ledger and the documents, asked for once and kept up as files are done.

A file is known by its bytes, never by its date or size: its hash is taken each time, which costs less than a question to the
store would, and misses no change.
"""

from collections.abc import Iterator
from dataclasses import replace

from api.operations.files import File
from api.operations.workspace import Workspace
from corpus.markings import FULL
from corpus.records import LedgerEntry, Outcome

KEPT = ("ok", "degraded", "unchanged")


class Known:
    """What need not be read again by a pipeline.

    Args:
        workspace: whose store.
        version: of the pipeline; what another one did counts for nothing.
    """

    def __init__(self, workspace: Workspace, version: str) -> None:
        with workspace.store.seen_by(FULL) as view:
            entries = view.ledger.all()
            self._held = view.documents.made_by()
        self._documents = {document for document, _ in self._held.values()}
        self._version = version
        self._limits = workspace.limits.told
        self._by_key = {entry.path: entry for entry in entries}
        self._by_hash: dict[str, dict[str, LedgerEntry]] = {}
        for entry in entries:
            self._index(entry)
        self._broken: dict[str, LedgerEntry] = {}  # what broke off in this run, by hash

    def own(self, file: File) -> LedgerEntry | None:
        """The file's line in the ledger, whatever pipeline wrote it."""
        return self._by_key.get(file.key)

    def find(self, file: File, sha256: str) -> LedgerEntry | None:
        """The line of a file that need not be read: held already, or refused already by the same rules."""
        before = self._by_hash.get(sha256, {})
        own = before.get(file.key)
        found = self._held.get(sha256)
        if found is not None and found[1] == self._version:
            return self._of_held(file, sha256, found[0], own, before)
        for entry in (own, *_ordered(before)):
            if entry is not None and (
                entry.outcome == "refused" or (entry.outcome == "duplicate" and entry.document in self._documents)
            ):
                return replace(entry, path=file.shown)
        broken = self._broken.get(sha256)
        return None if broken is None else replace(broken, path=file.shown)

    def _of_held(
        self, file: File, sha256: str, document: str, own: LedgerEntry | None, before: dict[str, LedgerEntry]
    ) -> LedgerEntry:
        """A file whose very bytes are a document: the same file as before, or a copy of it."""
        kept = next((entry for entry in _ordered(before) if entry.outcome in KEPT), None)
        source = own if own is not None and own.outcome in KEPT else kept
        is_copy = kept is not None and kept.path != file.key and (own is None or own.outcome == "duplicate")
        outcome: Outcome = "duplicate" if is_copy else "unchanged"
        return replace(
            source or LedgerEntry(file.key, sha256, "ok"),
            path=file.shown,
            outcome=outcome,
            outcome_class=None,
            reason=None,
            document=document,
            provenance=self._version,
        )

    def add(self, entry: LedgerEntry) -> None:
        """Learn what became of a file; `entry.path` is its key."""
        before = self._by_key.get(entry.path)
        if before is not None and before.sha256 is not None:
            self._by_hash.get(before.sha256, {}).pop(entry.path, None)
        self._by_key[entry.path] = entry
        self._index(entry)
        if entry.outcome in ("ok", "degraded") and entry.sha256 and entry.document:
            self._held[entry.sha256] = entry.document, entry.provenance
            self._documents.add(entry.document)
        if entry.outcome == "failed" and entry.sha256:
            self._broken[entry.sha256] = entry

    def _index(self, entry: LedgerEntry) -> None:
        if entry.sha256 is None or not self._is_current(entry):
            return
        self._by_hash.setdefault(entry.sha256, {})[entry.path] = entry

    def _is_current(self, entry: LedgerEntry) -> bool:
        wanted = self._version
        if entry.outcome_class == "too_large":
            wanted = of_limits(wanted, self._limits)
        return entry.provenance == wanted


def of_limits(version: str, limits: str) -> str:
    """The provenance of a refusal that other limits would not make."""
    return f"{version} limits={limits}"


def _ordered(entries: dict[str, LedgerEntry]) -> Iterator[LedgerEntry]:
    return (entries[path] for path in sorted(entries))
