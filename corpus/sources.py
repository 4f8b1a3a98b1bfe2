"""The manifest of official documents, and its downloader.

A download goes on where it stopped, is checked against the hash once that is known, and never leaves the host that the
manifest names. Papers that are not public are named, and not fetched.
"""

import hashlib
import json
import tomllib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urljoin, urlsplit

import httpx

from corpus.errors import BadSetting, NotHeld, SourceError

Access = Literal["public", "limite", "restricted", "unknown"]
Progress = Callable[[int, int | None], None]  # bytes so far, bytes in all if known

LOCK = "sources.lock.json"
_MOST_BYTES = 300 * 1024 * 1024
_MOST_REDIRECTS = 5
_CHUNK = 64 * 1024
_TIMEOUT_S = 30.0


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
        target, part = folder / f"{source.id}.pdf", folder / f".{source.id}.part"
        if target.exists() and (expected is None or _hash(target) == expected):
            return Fetched(source, target, _locked(folder, source.id, _hash(target)), was_there=True)
        _download(source, part, on_progress)
        digest = _checked(source, part, expected)
        part.replace(target)
        return Fetched(source, target, _locked(folder, source.id, digest), was_there=False)
    except OSError as exc:
        raise SourceError(f"{folder}: can't be written ({exc.strerror}).", remedy="Choose another folder.") from exc


def _download(source: Source, part: Path, on_progress: Progress) -> None:
    """Bytes into the part file, behind those that are there."""
    have = part.stat().st_size if part.exists() else 0
    headers = {"Range": f"bytes={have}-"} if have else {}
    try:
        client = httpx.Client(timeout=_TIMEOUT_S, follow_redirects=False)
        with client, _opened(client, source, headers) as response:
            if response.status_code == 416 and have:  # all of it was there
                return
            if response.status_code not in (200, 206):
                raise SourceError(
                    f"{source.id}: the host answered {response.status_code}.",
                    remedy="Open the address in a browser; the document may have moved.",
                )
            goes_on = response.status_code == 206 and _starts_at(response) == have
            length = response.headers.get("content-length")
            total = int(length) + (have if goes_on else 0) if length and length.isdigit() else None
            done = have if goes_on else 0
            with part.open("ab" if goes_on else "wb") as file:
                for chunk in response.iter_bytes(_CHUNK):
                    done += len(chunk)
                    if done > _MOST_BYTES:
                        raise SourceError(f"{source.id}: larger than {_MOST_BYTES // 1_000_000} MB.")
                    file.write(chunk)
                    on_progress(done, total)
            if total is not None and done < total:
                raise SourceError(
                    f"{source.id}: the connection ended after {done} of {total} bytes.",
                    remedy="Run the same command again; it goes on from there.",
                )
    except httpx.HTTPError as exc:
        raise SourceError(
            f"{source.id}: {urlsplit(source.address or '').netloc} can't be reached ({type(exc).__name__}).",
            remedy="Check the network and run the same command again; it goes on where it stopped.",
        ) from exc


@contextmanager
def _opened(client: httpx.Client, source: Source, headers: dict[str, str]) -> Iterator[httpx.Response]:
    """A streamed response behind redirects that stay on the host."""
    address = source.address or ""
    host = urlsplit(address).netloc
    for _ in range(_MOST_REDIRECTS + 1):
        response = client.send(client.build_request("GET", address, headers=headers), stream=True)
        try:
            if response.status_code not in (301, 302, 303, 307, 308):
                yield response
                return
        finally:
            response.close()
        address = urljoin(address, response.headers.get("location", ""))
        if urlsplit(address).netloc != host:
            raise SourceError(
                f"{source.id}: {host} leads to another host ({urlsplit(address).netloc}); not followed.",
                remedy="Correct the address in sources.toml if the publisher has moved.",
            )
    raise SourceError(f"{source.id}: {host} leads in circles.", remedy="Try again later.")


def _starts_at(response: httpx.Response) -> int | None:
    stated = response.headers.get("content-range", "")
    head = stated.removeprefix("bytes ").split("-")[0]
    return int(head) if head.isdigit() else None


def _checked(source: Source, part: Path, expected: str | None) -> str:
    """The hash of a download that is a PDF and the one that was expected; a wrong one is dropped."""
    with part.open("rb") as file:
        is_pdf = b"%PDF-" in file.read(1024)
    digest = _hash(part)
    if not is_pdf:
        part.unlink()
        raise SourceError(
            f"{source.id}: what came is no PDF.", remedy="Open the address in a browser; it may have moved."
        )
    if expected is not None and digest != expected:
        part.unlink()
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
