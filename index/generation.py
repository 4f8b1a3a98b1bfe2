"""Everything derived from the store in one folder: vectors, words, rows. Written beside, synced, swapped whole.

A reader opens the folder that `CURRENT` names and keeps it; a writer makes the next one and moves the pointer. Nothing in
a generation is the truth: a lost or torn one is built again from the store.
"""

import json
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from functools import cached_property, partial
from pathlib import Path

import numpy as np
import numpy.typing as npt

from corpus.errors import GenerationError
from corpus.markings import Clearance
from corpus.provenance import code_hash
from corpus.records import Document, Passage, Record
from corpus.store import View
from index.codes import codes_of_document, codes_of_record, mentions_of_record
from index.lexical import Entry, LexicalIndex
from index.vectors import VectorIndex

_POINTER = "CURRENT"
_REPAIR = "Run: aimtrace doctor --repair"


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a generation was made from: the store's newest change that touches it, the model, the code."""

    change: int
    model: str
    dimensions: int
    passages: int
    code: str


class Generation:
    """One open generation."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._words: dict[int, LexicalIndex] = {}
        try:
            self.manifest = Manifest(**json.loads((folder / "manifest.json").read_text(encoding="utf-8")))
            with np.load(folder / "rows.npz") as rows:
                self._ids: npt.NDArray[np.bytes_] = rows["ids"]
                self.ranks: npt.NDArray[np.uint8] = rows["ranks"]
        except (OSError, ValueError, TypeError, KeyError) as exc:
            raise GenerationError(f"{folder}: can't be read ({type(exc).__name__}).", remedy=_REPAIR) from exc

    def __len__(self) -> int:
        return len(self._ids)

    def passage(self, row: int) -> str:
        """The passage that a row stands for."""
        return str(self._ids[row].decode())

    @cached_property
    def vectors(self) -> VectorIndex:
        found = VectorIndex.read(self.folder / "vectors.faiss")
        if len(found) != len(self):
            raise GenerationError(f"{self.folder}: {len(found)} vectors for {len(self)} passages.", remedy=_REPAIR)
        return found

    def words(self, clearance: Clearance) -> LexicalIndex | None:
        """The words of what somebody may find, and of nothing else; None where that is nothing."""
        rank = max((int(r) for r in np.unique(self.ranks) if r <= clearance.rank), default=None)
        return None if rank is None else self._words_up_to(rank)

    def _words_up_to(self, rank: int) -> LexicalIndex:
        if rank not in self._words:
            found = LexicalIndex.read(self.folder / "words" / str(rank))
            expected = int((self.ranks <= rank).sum())
            if len(found) != expected:
                raise GenerationError(
                    f"{self.folder}: {len(found)} word entries for {expected} passages.", remedy=_REPAIR
                )
            self._words[rank] = found
        return self._words[rank]

    def allowed(self, clearance: Clearance) -> npt.NDArray[np.bool_]:
        """Which rows somebody may find."""
        mask: npt.NDArray[np.bool_] = self.ranks <= clearance.rank
        return mask

    def problems(self) -> list[str]:
        """What is wrong with the files; empty where all can be read."""
        found = []
        parts: list[Callable[[], object]] = [lambda: self.vectors]
        parts += [partial(self._words_up_to, int(rank)) for rank in np.unique(self.ranks)]
        for part in parts:
            try:
                part()
            except GenerationError as exc:
                found.append(exc.problem)
        return found


def find_generation(home: Path) -> Generation | None:
    """The current generation; None where none was built yet.

    Raises:
        GenerationError: the pointer names a folder that is missing or torn.
    """
    pointer = home / _POINTER
    if not pointer.is_file():
        return None
    name = pointer.read_text(encoding="utf-8").strip()
    if not (home / name).is_dir():
        raise GenerationError(f"{pointer}: names {name!r}, which is not there.", remedy=_REPAIR)
    return Generation(home / name)


def is_current(generation: Generation, view: View, model: str) -> bool:
    """Whether a generation holds what the store holds, by the same model and code."""
    made = generation.manifest
    return made.change == view.newest_change_of_passages() and made.model == model and made.code == code_hash("index")


def build_generation(home: Path, view: View, model: str, dimensions: int) -> Generation:
    """Build the next generation from the store and make it the current one.

    Args:
        home: the folder of all generations.
        view: a view that sees everything that is held.
        model: the encoder's version; every passage must have a vector of it.
        dimensions: of its vectors.

    Raises:
        GenerationError: a passage has no vector yet.
    """
    home.mkdir(parents=True, exist_ok=True)
    change = view.newest_change_of_passages()
    beside = Path(tempfile.mkdtemp(prefix=".building-", dir=home))
    try:
        count = _fill(beside, view, model, dimensions)
        manifest = Manifest(change, model, dimensions, count, code_hash("index"))
        (beside / "manifest.json").write_text(json.dumps(asdict(manifest), indent=1) + "\n", encoding="utf-8")
        _sync(beside)
        target = home / f"{change:08d}-{beside.name.rsplit('-', 1)[-1]}"
        beside.replace(target)
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    previous = _point(home, target.name)
    _sweep(home, keep={target.name, previous})
    return Generation(target)


def _fill(folder: Path, view: View, model: str, dimensions: int) -> int:
    documents = {document.id: document for document in view.documents.all()}
    records: dict[str, dict[str, Record]] = {
        identity: {record.id: record for record in view.records.of(identity)} for identity in documents
    }
    passages = list(view.passages.all())
    vectors = np.zeros((len(passages), dimensions), dtype=np.float32)
    by_id = {passage.id: row for row, (passage, _, _) in enumerate(passages)}
    filled = 0
    for identity, data in view.passages.vectors(model):
        vectors[by_id[identity]] = np.frombuffer(data, dtype=np.float32)
        filled += 1
    if filled != len(passages):
        raise GenerationError(f"{len(passages) - filled} passages have no vector of {model}.", remedy=_REPAIR)
    ids = np.array([passage.id.encode() for passage, _, _ in passages], dtype="S20")
    ranks = np.array([rank for _, rank, _ in passages], dtype=np.uint8)
    with (folder / "rows.npz").open("wb") as file:
        np.savez(file, ids=ids, ranks=ranks)
    VectorIndex.build(vectors).write(folder / "vectors.faiss")
    entries = list(_entries(passages, documents, records))
    for rank in np.unique(ranks):
        LexicalIndex.build(folder / "words" / str(rank), (entries[row] for row in np.flatnonzero(ranks <= rank)))
    return len(passages)


def _entries(
    passages: list[tuple[Passage, int, str | None]],
    documents: dict[str, Document],
    records: dict[str, dict[str, Record]],
) -> Iterator[Entry]:
    for row, (passage, _, _) in enumerate(passages):
        document = documents[passage.document]
        record = records[passage.document].get(passage.record or "")
        codes: tuple[str, ...] = ()
        mentions: tuple[str, ...] = ()
        if record is not None:
            codes = codes_of_record(record)
            mentions = mentions_of_record(record, records[passage.document], document)
        elif passage.type == "document":
            codes = codes_of_document(document)
        yield Entry(row, passage.text, " . ".join(passage.context), codes, mentions)


def _point(home: Path, name: str) -> str:
    """Move the pointer; the name that it held before."""
    pointer = home / _POINTER
    previous = pointer.read_text(encoding="utf-8").strip() if pointer.is_file() else ""
    handle, part = tempfile.mkstemp(prefix=".pointer-", dir=home)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(name + "\n")
        file.flush()
        os.fsync(file.fileno())
    Path(part).replace(pointer)
    return previous


def _sync(folder: Path) -> None:
    """Everything below a folder is on the disk before the pointer moves to it."""
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            with path.open("rb") as file:
                os.fsync(file.fileno())


def _sweep(home: Path, keep: set[str]) -> None:
    """Drop generations that nobody can open any more: all but the current and the one before it."""
    for path in home.iterdir():
        if path.is_dir() and path.name not in keep and not path.name.startswith("."):
            shutil.rmtree(path, ignore_errors=True)
