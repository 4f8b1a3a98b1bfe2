"""One file from one host, gone on with where it stopped.

A part is continued only while the host still has the version that it is a part of, and the download never leaves the host
that was named.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import httpx

from corpus.errors import SourceError

Progress = Callable[[int, int | None], None]  # bytes so far, bytes in all if known

_MOST_BYTES = 300 * 1024 * 1024
_MOST_REDIRECTS = 5
_CHUNK = 64 * 1024
_TIMEOUT_S = 30.0


@dataclass(frozen=True, slots=True)
class Part:
    """What came of a download so far, and beside it the version of the document that it is a part of."""

    path: Path

    @property
    def size(self) -> int:
        return self.path.stat().st_size if self.path.exists() else 0

    @property
    def version(self) -> str | None:
        text = self._version.read_text(encoding="ascii", errors="ignore") if self._version.exists() else ""
        return text or None

    @property
    def _version(self) -> Path:
        return self.path.with_name(f"{self.path.name}.version")

    def begin(self, version: str | None) -> None:
        """Drop what was there, before the version is written: a kill in between leaves no half of another one."""
        self.drop()
        if version is not None:
            self._version.write_text(version, encoding="ascii")

    def drop(self) -> None:
        self.path.unlink(missing_ok=True)
        self._version.unlink(missing_ok=True)


def download(name: str, address: str, part: Part, on_progress: Progress, *, is_checked: bool) -> None:
    """Bytes into the part file, behind those that are there and are of the same version.

    Args:
        name: what messages call the document.
        address: where it is; redirects are followed on the same host only.
        part: what came of it before.
        on_progress: told of each chunk.
        is_checked: its hash is known and will be checked. A part of no known version is gone on with only then.

    Raises:
        SourceError: the host can't be reached, leads elsewhere, or sends something else than the document.
        OSError: the part can't be written.
    """
    have, version = part.size, part.version
    if version is None and not is_checked:
        have = 0
    headers = {"Accept-Encoding": "identity"}  # bytes are counted and continued as they are in the file
    if have:
        headers["Range"] = f"bytes={have}-"
        if version is not None:
            headers["If-Range"] = version  # the whole, if it is another version by now (RFC 9110, 13.1.5)
    try:
        client = httpx.Client(timeout=_TIMEOUT_S, follow_redirects=False)
        with client, _opened(client, name, address, headers) as response:
            status = response.status_code
            if status == 416 and have and _length_of_all(response) in (None, have):
                return  # all of it was there
            if status == 200:
                part.begin(_version_of(response))
                _receive(name, response, part, 0, on_progress)
            elif status == 206 and have and _continues(response, have, version):
                _receive(name, response, part, have, on_progress)
            elif status in (206, 416):
                part.drop()
                raise SourceError(
                    f"{name}: the host answered with another part than was asked for.",
                    remedy="Run the same command again; it starts anew.",
                )
            else:
                raise SourceError(
                    f"{name}: the host answered {status}.",
                    remedy="Open the address in a browser; the document may have moved.",
                )
    except (httpx.HTTPError, httpx.InvalidURL) as exc:
        raise SourceError(
            f"{name}: {address} can't be reached ({type(exc).__name__}).",
            remedy="Check the network and run the same command again; it goes on where it stopped.",
        ) from exc


def _receive(name: str, response: httpx.Response, part: Part, done: int, on_progress: Progress) -> None:
    length = response.headers.get("content-length", "")
    total = done + int(length) if length.isdigit() and not _is_encoded(response) else None
    with part.path.open("ab") as file:
        for chunk in response.iter_bytes(_CHUNK):
            done += len(chunk)
            if done > _MOST_BYTES:
                raise SourceError(
                    f"{name}: larger than {_MOST_BYTES // 1_000_000} MB.",
                    remedy="Open the address in a browser; it may be another document.",
                )
            file.write(chunk)
            on_progress(done, total)
    if total is not None and done < total:
        raise SourceError(
            f"{name}: the connection ended after {done} of {total} bytes.",
            remedy="Run the same command again; it goes on from there.",
        )


def _is_encoded(response: httpx.Response) -> bool:
    """Whether the host compresses though it was asked not to: then its lengths and ranges count other bytes than ours."""
    return str(response.headers.get("content-encoding", "identity")) != "identity"


def _version_of(response: httpx.Response) -> str | None:
    """What tells this version of a document byte for byte: its ETag, else the time of its last change; None if neither."""
    tag = str(response.headers.get("etag", ""))
    if _is_encoded(response) or not tag.isascii():
        return None
    if tag and not tag.startswith("W/"):  # a weak one may stay the same while bytes change
        return tag
    return str(response.headers.get("last-modified", "")) or None


def _continues(response: httpx.Response, have: int, version: str | None) -> bool:
    """Whether a part stands behind the bytes that are there: not every host that knows ranges minds the version."""
    if _is_encoded(response) or _starts_at(response) != have:
        return False
    stated = _version_of(response)
    return version is None or stated is None or stated == version


@contextmanager
def _opened(client: httpx.Client, name: str, address: str, headers: dict[str, str]) -> Iterator[httpx.Response]:
    """A streamed response behind redirects that stay on the host."""
    for _ in range(_MOST_REDIRECTS + 1):
        response = client.send(client.build_request("GET", address, headers=headers), stream=True)
        try:
            if response.status_code not in (301, 302, 303, 307, 308):
                yield response
                return
        finally:
            response.close()
        address = _led_to(name, address, response.headers.get("location", ""))
    raise SourceError(f"{name}: {urlsplit(address).netloc} leads in circles.", remedy="Try again later.")


def _led_to(name: str, address: str, location: str) -> str:
    """The address behind a redirect: of the same host, and not open to be read on the way where the first one was not."""
    start = urlsplit(address)
    try:
        led = urljoin(address, location)
        httpx.URL(led)
        end = urlsplit(led)
    except (ValueError, httpx.InvalidURL) as exc:
        raise SourceError(
            f"{name}: {start.netloc} leads to what is no address.", remedy="Try again later, or in a browser."
        ) from exc
    if end.netloc != start.netloc:
        raise SourceError(
            f"{name}: {start.netloc} leads to another host ({end.netloc}); not followed.",
            remedy="Correct the address in sources.toml if the publisher has moved.",
        )
    if end.scheme not in ("https", start.scheme):
        raise SourceError(
            f"{name}: {start.netloc} leads from {start.scheme} to {end.scheme}; not followed.",
            remedy="Open the address in a browser; it may have moved.",
        )
    return led


def _starts_at(response: httpx.Response) -> int | None:
    stated = response.headers.get("content-range", "")
    head = stated.removeprefix("bytes ").split("-")[0]
    return int(head) if head.isdigit() else None


def _length_of_all(response: httpx.Response) -> int | None:
    length = response.headers.get("content-range", "").rpartition("/")[2]
    return int(length) if length.isdigit() else None
