"""The files that paths hold: each once, in order, with a name that can be printed and kept whatever its bytes are."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from api.operations.limits import Limits
from corpus.errors import AimtraceError, Crashed, Empty, PathMissing, TooLarge


@dataclass(frozen=True, slots=True)
class File:
    """One file to look at. `shown` is its path as it was given, `key` the absolute one: two spellings are one file."""

    path: Path
    shown: str
    key: str

    @property
    def name(self) -> str:
        """What the document is called."""
        return printable(self.path.name)


def printable(path: str | os.PathLike[str]) -> str:
    r"""A path as text that can be written as UTF-8: bytes that are none are spelled as ``\xe9``.

    >>> printable("caf\udce9.pdf")
    'caf\\xe9.pdf'
    """
    text = os.fspath(path)
    if text.isascii():
        return text
    return os.fsencode(text).decode("utf-8", "backslashreplace")


def find_files(paths: Sequence[Path]) -> tuple[list[File], list[AimtraceError]]:
    """The files that paths hold, each once, in order; and what is wrong with paths that hold none."""
    files: dict[str, File] = {}
    wrong: list[AimtraceError] = []
    for path in paths:
        shown = printable(path)
        if path.is_dir():
            found = sorted(_pdfs_below(path, wrong), key=lambda p: p.parts)
            if not found:
                wrong.append(
                    PathMissing(f"{shown}: the folder holds no PDF.", remedy="Name a folder with PDFs, or files.")
                )
        elif path.exists():
            found = [path]
        else:
            found = []
            wrong.append(PathMissing(f"{shown}: no such file or folder.", remedy="Check the path."))
        folders: dict[Path, str] = {}
        for file in found:
            if file.parent not in folders:
                folders[file.parent] = os.path.realpath(file.parent)
            real = os.path.realpath(file) if file.is_symlink() else os.path.join(folders[file.parent], file.name)  # noqa: PTH118
            files.setdefault(real, File(file, printable(file), printable(os.path.abspath(file))))  # noqa: PTH100
    return list(files.values()), wrong


def _pdfs_below(folder: Path, wrong: list[AimtraceError]) -> Iterator[Path]:
    """Everything in a folder and below it that is called a PDF, also where it is no file: that is said of it later."""

    def unreadable(exc: OSError) -> None:
        shown = printable(exc.filename)
        wrong.append(PathMissing(f"{shown}: the folder can't be read ({exc.strerror}).", remedy="Check its rights."))

    for parent, _, names in os.walk(folder, onerror=unreadable):
        for name in names:
            if name.lower().endswith(".pdf"):
                yield Path(parent, name)


def check_bounds(file: Path, limits: Limits) -> None:
    """Whether a file may be read at all, before a byte of it is.

    Raises:
        Empty, TooLarge: a rule against it.
        Crashed: it is no file that can be read.
    """
    try:
        is_regular, size = file.is_file(), file.stat().st_size
    except OSError as exc:
        raise _unreadable(exc) from exc
    if not is_regular:  # a pipe would be waited for, a device has no end
        raise Crashed("it is no regular file.", remedy="Name a file or a folder.")
    if size == 0:
        raise Empty("the file holds no bytes.", remedy="Fetch or export it again.")
    if size > limits.file_bytes:
        raise TooLarge(
            f"the file has {size // 1_000_000} MB; the limit is {limits.file_bytes // 1_000_000}.",
            remedy="Raise max_file_mb, or split the file.",
        )


def read_bounded(file: Path, limits: Limits) -> bytes:
    """The bytes of a file, unless there are none or too many. Raises as `check_bounds`."""
    check_bounds(file, limits)
    try:
        return file.read_bytes()
    except OSError as exc:
        raise _unreadable(exc) from exc


def _unreadable(exc: OSError) -> Crashed:
    return Crashed(f"the file can't be read ({exc.strerror}).", remedy="Check it, and run again.")
