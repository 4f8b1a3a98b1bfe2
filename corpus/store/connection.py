"""Opening the store: one folder with a SQLite file, brought to the newest migration.

Reading asks for a clearance (`seen_by`), writing for an actor (`writing`); there is no third way in.
"""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Self

from sqlalchemy import URL, Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.exc import DatabaseError, OperationalError

from corpus.errors import HomeUnusable, StoreCorrupt, StoreForeign
from corpus.markings import Clearance
from corpus.schema import HEAD
from corpus.store.origin import APPLICATION_ID, check_origin, known_versions
from corpus.store.view import View
from corpus.store.writer import Writer

FILE = "aimtrace.sqlite3"
_BUSY_MS = 15_000  # how long a writer waits for another one
_AGAIN_S = 0.02  # how long to wait where SQLite does not wait by itself


class Store:
    """The truth of one home. Open with `Store.open`; close it, or use it as a context."""

    def __init__(self, engine: Engine, path: Path) -> None:
        self._engine = engine
        self.path = path

    @classmethod
    def open(cls, home: Path) -> Self:
        """Open the store of a home, making both where they are not there yet.

        Raises:
            HomeUnusable: the folder can't be made or written.
            StoreCorrupt: the file is no database, or a damaged one.
            StoreForeign: another program made it, or a newer version of aimtrace. It is as it was.
        """
        path = home / FILE
        try:
            home.mkdir(parents=True, exist_ok=True)
            with _told(path):
                check_origin(path, _BUSY_MS / 1000)
        except OSError as exc:
            raise _unusable(home, exc) from exc
        address = URL.create("sqlite", database=str(path))
        engine = create_engine(address, connect_args={"timeout": _BUSY_MS / 1000})
        event.listen(engine, "connect", _prepare)
        event.listen(engine, "begin", _begin)
        store = cls(engine, path)
        try:
            with _told(path):
                store._migrate()
        except BaseException:
            store.close()
            raise
        return store

    def close(self) -> None:
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @contextmanager
    def seen_by(self, clearance: Clearance) -> Iterator[View]:
        """What somebody with a clearance may see: nothing else is reachable through it."""
        with _told(self.path), self._engine.connect() as connection:
            yield View(connection, clearance)

    @contextmanager
    def writing(self, actor: str) -> Iterator[Writer]:
        """One transaction in somebody's name; all of it is kept, or nothing."""
        with _told(self.path), self._engine.connect() as connection:
            connection.info["writes"] = True
            try:
                with connection.begin():
                    yield Writer(connection, actor)
            finally:
                connection.info["writes"] = False

    def problems(self) -> list[str]:
        """What SQLite's own check finds; empty where all is well."""
        with _told(self.path), self._engine.connect() as connection:
            rows = connection.execute(text("PRAGMA integrity_check")).scalars().all()
            broken = connection.execute(text("PRAGMA foreign_key_check")).all()
        found = [str(row) for row in rows if row != "ok"]
        return found + [f"{row[0]}: row {row[1]} refers to nothing in {row[2]}" for row in broken]

    def _migrate(self) -> None:
        """Bring the tables to the newest migration, and put our number on a file that lacks it."""
        with self._engine.connect() as connection:
            number = connection.execute(text("PRAGMA application_id")).scalar()
            version = None
            if inspect(connection).has_table("alembic_version"):
                version = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
        if version not in (None, HEAD) and version not in known_versions():
            raise StoreForeign(
                f"{self.path}: made by a newer version (migration {version}, this one knows {HEAD}).",
                remedy="Update aimtrace, or choose another folder with --home.",
            )
        if version == HEAD and number == APPLICATION_ID:
            return
        with self.writing("migration") as writer:
            if version != HEAD:
                _upgrade(writer.connection)
            writer.connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")


def _upgrade(connection: Connection) -> None:
    """Run the migrations; Alembic is imported only when there is something to do."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", "corpus:migrations")
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def _prepare(connection: Any, _: object) -> None:
    """Each SQLite connection: transactions are ours, writers wait, readers never block, links are kept."""
    connection.isolation_level = None
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA busy_timeout={_BUSY_MS}")
    _turn_into_wal(cursor)
    cursor.execute("PRAGMA synchronous=NORMAL")
    cursor.execute("PRAGMA foreign_keys=ON")
    cursor.close()


def _turn_into_wal(cursor: sqlite3.Cursor) -> None:
    """WAL mode, as soon as nobody else holds a new file.

    SQLite does not wait for its busy timeout here: of two first starts in one second, the second would fail at once.
    """
    deadline = time.monotonic() + _BUSY_MS / 1000
    while True:
        try:
            cursor.execute("PRAGMA journal_mode=WAL")
            return
        except sqlite3.OperationalError as exc:
            is_busy = exc.sqlite_errorcode & 0xFF == sqlite3.SQLITE_BUSY  # the rest tells which kind of busy
            if not is_busy or time.monotonic() > deadline:
                raise
        time.sleep(_AGAIN_S)


def _begin(connection: Connection) -> None:
    """A writer takes the lock at once: one that reads first and writes later would fail where another was faster."""
    connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.info.get("writes") else "BEGIN")


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Say what SQLite's errors mean for a user."""
    try:
        yield
    except (DatabaseError, sqlite3.DatabaseError) as exc:
        message = str(getattr(exc, "orig", None) or exc)
        if "readonly" in message or "unable to open" in message or "attempt to write" in message:
            raise _unusable(path.parent, exc) from exc
        if "disk is full" in message or "disk I/O" in message:
            raise HomeUnusable(f"{path}: {message}.", remedy="Free space on the disk; nothing is lost.") from exc
        if "locked" in message and isinstance(exc, OperationalError):
            raise HomeUnusable(
                f"{path}: another process holds the store.", remedy="Wait until it is done and try again."
            ) from exc
        if "not a database" in message or "malformed" in message or "corrupt" in message:
            raise StoreCorrupt(
                f"{path}: the database is damaged ({message}).",
                remedy="Move the file away and ingest again, or put a backup in its place.",
            ) from exc
        raise


def _unusable(home: Path, exc: Exception) -> HomeUnusable:
    reason = exc.strerror if isinstance(exc, OSError) and exc.strerror else "it can't be written"
    return HomeUnusable(
        f"{home}: the data folder can't be used ({reason}).", remedy="Choose another one with --home or AIMTRACE_HOME."
    )
