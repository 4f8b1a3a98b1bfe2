"""The manifest of official documents: which there are, and fetching those that are public.

What was fetched once is checked against its hash from then on. Papers that are not public are named, and not fetched.
"""

import hashlib
import json
import tomllib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal

from corpus.download import Part, Progress, download
from corpus.errors import BadSetting, NotHeld, SourceError

Access = Literal["public", "limite", "restricted", "unknown"]

LOCK = "sources.lock.json"


@dataclass(frozen=True, slots=True)
class Source:
    """One official document. `checked` tells whether the address was seen to be the publisher's, not derived by pattern."""

    id: str
    title: str
    publisher: str
    access: Access
    date: str | None = None
    number: str | None = None
    address: str | None = None
    checked: bool = False
    sha256: str | None = None


@dataclass(frozen=True, slots=True)
class Fetched:
    """What a fetch came to: the file, its hash, and whether it was there already."""

    source: Source
    path: Path
    sha256: str
    was_there: bool


def load_sources(text: str | None = None) -> tuple[Source, ...]:
    """The manifest that ships, or another one in the same form.

    Raises:
        BadSetting: it is no TOML, or an entry is of the wrong form.
    """
    if text is None:
        text = (files("corpus") / "data" / "sources.toml").read_text(encoding="utf-8")
    try:
        entries: list[dict[str, Any]] = tomllib.loads(text)["source"]
        return tuple(Source(**entry) for entry in entries)
    except (tomllib.TOMLDecodeError, KeyError, TypeError) as exc:
        raise BadSetting(f"sources.toml: {exc}.", remedy="Compare with the entries around it.") from exc


def find_source(sources: Sequence[Source], identity: str) -> Source:
    """Raises NotHeld where the manifest has no such id."""
    found = next((source for source in sources if source.id == identity), None)
    if found is None:
        raise NotHeld(f"The manifest has no source {identity!r}.", remedy="aimtrace sources list shows all ids.")
    return found


def fetch(source: Source, folder: Path, *, on_progress: Progress = lambda _done, _total: None) -> Fetched:
    """Download one document into a folder, or find that it is there.

    Raises:
        SourceError: it is not public, can't be reached, leads elsewhere, is no PDF, or has another hash than before.
    """
    if source.access != "public" or source.address is None:
        raise SourceError(
            f"{source.id}: not fetched, its access is {source.access!r}.",
            remedy="Get it from the publisher if you are entitled to it, and ingest the file.",
        )
    try:
        folder.mkdir(parents=True, exist_ok=True)
        expected = source.sha256 or _read_lock(folder).get(source.id)
        target, part = folder / f"{source.id}.pdf", Part(folder / f".{source.id}.part")
        if target.exists() and (expected is None or _hash(target) == expected):
            return Fetched(source, target, _locked(folder, source.id, _hash(target)), was_there=True)
        download(source.id, source.address, part, on_progress, is_checked=expected is not None)
        digest = _checked(source, part, expected)
        part.path.replace(target)
        part.drop()
        return Fetched(source, target, _locked(folder, source.id, digest), was_there=False)
    except OSError as exc:
        raise SourceError(f"{folder}: can't be written ({exc.strerror}).", remedy="Choose another folder.") from exc


def _checked(source: Source, part: Part, expected: str | None) -> str:
    """The hash of a download that is a PDF and the one that was expected; a wrong one is dropped."""
    with part.path.open("rb") as file:
        is_pdf = b"%PDF-" in file.read(1024)
    digest = _hash(part.path)
    if not is_pdf:
        part.drop()
        raise SourceError(
            f"{source.id}: what came is no PDF.", remedy="Open the address in a browser; it may have moved."
        )
    if expected is not None and digest != expected:
        part.drop()
        raise SourceError(
            f"{source.id}: its hash is {digest[:12]}…, expected {expected[:12]}….",
            remedy=f"The publisher may have replaced it: read it, then delete its line in {LOCK}.",
        )
    return digest


def _hash(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _read_lock(folder: Path) -> dict[str, str]:
    path = folder / LOCK
    if not path.exists():
        return {}
    try:
        data: dict[str, str] = json.loads(path.read_text(encoding="utf-8"))
        return data
    except ValueError as exc:
        raise SourceError(f"{path}: not JSON.", remedy="Delete it; the next fetch writes it anew.") from exc


def _locked(folder: Path, identity: str, digest: str) -> str:
    """Write the hash down, so that the next fetch is checked against it."""
    lock = _read_lock(folder)
    if lock.get(identity) != digest:
        lock[identity] = digest
        beside = folder / f".{LOCK}"
        beside.write_text(json.dumps(dict(sorted(lock.items())), indent=1) + "\n", encoding="utf-8")
        beside.replace(folder / LOCK)
    return digest


def fetch_many(
    sources: Sequence[Source], folder: Path, *, on_progress: Callable[[Source, int, int | None], None]
) -> Iterator[tuple[Source, Fetched | SourceError]]:
    """Fetch one after the other; one that fails costs only itself."""
    for source in sources:
        try:
            yield source, fetch(source, folder, on_progress=lambda done, total, s=source: on_progress(s, done, total))  # type: ignore[misc]
        except SourceError as exc:
            yield source, exc
