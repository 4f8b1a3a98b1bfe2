"""Whose database a file is, found out without changing it.

A store of ours bears our number in SQLite's header (`application_id`). Stores that were made before they bore it are known
by the tables of the first migration. A file that holds nothing yet is nobody's, and may become ours.
"""

import sqlite3
from contextlib import closing
from importlib.resources import files
from pathlib import Path

from corpus.errors import StoreForeign

APPLICATION_ID = 0x41494D54  # "AIMT" in ASCII

_HEADER_AT = 68  # bytes into the file; four of them, big-endian (https://sqlite.org/fileformat2.html)
_FIRST_TABLES = frozenset(
    {
        "alembic_version",
        "changes",
        "decisions",
        "documents",
        "ledger",
        "links",
        "notices",
        "passages",
        "records",
        "vectors",
    }
)


def check_origin(path: Path, timeout_s: float) -> None:
    """Let a file pass that is ours, or that nobody has written to yet.

    Args:
        path: the database, which need not be there.
        timeout_s: how long to wait for a program that writes to it.

    Raises:
        StoreForeign: another program made it; it is as it was.
        OSError, sqlite3.DatabaseError: it can't be read, or is no database.
    """
    if not path.exists() or path.stat().st_size == 0 or _header_number(path) == APPLICATION_ID:
        return
    with closing(sqlite3.connect(_as_it_is(path), uri=True, timeout=timeout_s)) as connection:
        (number,) = connection.execute("PRAGMA application_id").fetchone()
        tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    if number == APPLICATION_ID or (number == 0 and (not tables or tables >= _FIRST_TABLES)):
        return
    raise StoreForeign(f"{path}: another program's database.", remedy="Choose another folder with --home.")


def known_versions() -> frozenset[str]:
    """The numbers of all migrations that this version has."""
    names = (entry.name for entry in (files("corpus.migrations") / "versions").iterdir())
    return frozenset(name.split("_")[0] for name in names if name[:1].isdigit() and name.endswith(".py"))


def _header_number(path: Path) -> int:
    with path.open("rb") as file:
        file.seek(_HEADER_AT)
        return int.from_bytes(file.read(4), "big")


def _as_it_is(path: Path) -> str:
    """The address of a database that is only looked at.

    Even a read-only connection makes a -wal and a -shm file beside a database in WAL mode. So a file that no program has
    open in that mode is read as one that can't change; where there is a -wal file already, what stands in it counts.
    """
    is_open = path.with_name(f"{path.name}-wal").exists()
    return f"{path.absolute().as_uri()}?mode=ro" + ("" if is_open else "&immutable=1")
