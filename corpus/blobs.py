"""PDF bytes by their hash, each written once and whole."""

import os
import tempfile
from pathlib import Path

from corpus.errors import HomeUnusable, NotHeld


class Blobs:
    """A folder of files named by sha256, in subfolders of their first two digits."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def path(self, sha256: str) -> Path:
        return self._folder / sha256[:2] / sha256

    def put(self, sha256: str, data: bytes) -> None:
        """Keep the bytes; a second time is nothing."""
        target = self.path(sha256)
        if target.exists():
            return
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(prefix=".part-", dir=target.parent)
            try:
                with os.fdopen(handle, "wb") as file:
                    file.write(data)
                    file.flush()
                    os.fsync(file.fileno())
                Path(name).replace(target)
            except BaseException:
                Path(name).unlink(missing_ok=True)
                raise
        except OSError as exc:
            raise HomeUnusable(
                f"{target.parent}: can't be written ({exc.strerror}).", remedy="Free space, or choose another --home."
            ) from exc

    def get(self, sha256: str) -> bytes:
        """Raises NotHeld where there is none."""
        try:
            return self.path(sha256).read_bytes()
        except FileNotFoundError as exc:
            raise NotHeld(f"The file {sha256[:12]}… is not held.", remedy="Ingest it again.") from exc

    def held(self) -> set[str]:
        """The hashes of all files that are held."""
        if not self._folder.is_dir():
            return set()
        return {p.name for p in self._folder.glob("??/*") if not p.name.startswith(".")}

    def delete(self, sha256: str) -> None:
        self.path(sha256).unlink(missing_ok=True)
