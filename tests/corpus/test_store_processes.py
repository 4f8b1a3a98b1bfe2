"""The store among processes: several that write at once, and one that is killed."""

import signal
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from pathlib import Path

import pytest

from corpus.errors import HomeUnusable
from corpus.markings import FULL
from corpus.records import Document, Extraction, LedgerEntry, Passage, Record, document_id
from corpus.store import FILE, Store, Writer

ROOT = Path(__file__).resolve().parents[2]
RECORDS = 60  # of each document: more than one page of the database


def keep(writer: Writer, number: int) -> None:
    """One document as an ingest keeps it: with its records, passages, vectors and its line in the ledger."""
    sha256 = f"{number:016x}" + "0" * 48
    document = Document(document_id(sha256), sha256, f"{number}.pdf", 1)
    records = [Record(f"{number:08x}{place:08x}", "action", f"Action {place} " * 20) for place in range(RECORDS)]
    passages = [Passage(f"{record.id}0000", document.id, record.text, record=record.id) for record in records]
    writer.put_document(Extraction(document, tuple(records)), passages, "reader=1")
    writer.put_ledger(LedgerEntry(f"in/{number}.pdf", sha256, "ok", document=document.id))
    writer.put_vectors("m1", [(passage.id, b"vector") for passage in passages])


def held(home: Path) -> set[int]:
    """The numbers of the documents that a home holds; every one of them must be there whole."""
    with Store.open(home) as store:
        assert store.problems() == []
        with store.seen_by(FULL) as seen:
            ids = [document.id for document in seen.documents.all()]
            for identity in ids:
                assert len(seen.records.of(identity)) == RECORDS
            assert seen.passages.count() == RECORDS * len(ids)
            assert len(list(seen.passages.vectors("m1"))) == RECORDS * len(ids)
            assert sorted(str(entry.document) for entry in seen.ledger.all()) == ids
    return {int(identity, 16) for identity in ids}


@contextmanager
def process(home: Path, *lines: str) -> Iterator[subprocess.Popen[str]]:
    """A Python of its own with an open store; it is gone in the end, whatever happened."""
    program = [
        "import sys",
        "from pathlib import Path",
        "from corpus.store import Store, connection",
        "from tests.corpus.test_store_processes import keep",
        "home = Path(sys.argv[1])",
        "def tell(*words): print(*words, flush=True)",
        *lines,
    ]
    command = [sys.executable, "-c", "\n".join(program), str(home)]
    pipe = subprocess.PIPE
    started = subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe, stderr=pipe, text=True)
    with started:
        try:
            yield started
        finally:
            started.kill()


def until(running: subprocess.Popen[str], line: str) -> list[str]:
    """What a process says up to a line; where it ends before, its own complaint is the failure."""
    assert running.stdout is not None
    said: list[str] = []
    for told in running.stdout:
        said.append(told.strip())
        if said[-1] == line:
            return said
    assert running.stderr is not None
    pytest.fail(f"it ended before {line!r}: {running.stderr.read()}")


def kill(running: subprocess.Popen[str]) -> None:
    running.send_signal(signal.SIGKILL)
    assert running.wait() == -signal.SIGKILL


def test_a_kill_within_a_write_leaves_nothing_of_it(tmp_path: Path) -> None:
    """Power, memory or a user ended the ingest between a document and its commit."""
    lines = (
        "store = Store.open(home)",
        "with store.writing('a') as writer: keep(writer, 1)",
        "with store.writing('a') as writer:",
        "    for number in range(2, 40): keep(writer, number)",
        "    tell('amid')",
        "    sys.stdin.read()",
    )
    with process(tmp_path, *lines) as running:
        until(running, "amid")
        kill(running)
    assert held(tmp_path) == {1}
    with Store.open(tmp_path) as store, store.writing("b") as writer:
        keep(writer, 2)
    assert held(tmp_path) == {1, 2}


@pytest.mark.parametrize("after", [1, 7])
def test_a_kill_at_any_moment_keeps_all_that_was_reported(tmp_path: Path, after: int) -> None:
    """The batch goes on where it was: what it said was kept is kept, and nothing is there by half."""
    lines = (
        "store = Store.open(home)",
        "for number in range(1, 100_000):",
        "    with store.writing('a') as writer: keep(writer, number)",
        "    tell('kept', number)",
    )
    with process(tmp_path, *lines) as running:
        reported = until(running, f"kept {after}")
        kill(running)
    found = held(tmp_path)
    assert set(range(1, len(reported) + 1)) <= found
    assert found == set(range(1, len(found) + 1))


def test_a_kill_within_a_migration_leaves_a_store_that_opens(tmp_path: Path) -> None:
    """The first start was interrupted: the second one finds an empty store, not half of the tables."""
    lines = (
        "whole = connection._upgrade",
        "def stopped(at):",
        "    whole(at)",
        "    tell('migrated')",
        "    sys.stdin.read()",
        "connection._upgrade = stopped",
        "Store.open(home)",
    )
    with process(tmp_path, *lines) as running:
        until(running, "migrated")
        kill(running)
    assert held(tmp_path) == set()


def test_two_processes_may_write_at_once(tmp_path: Path) -> None:
    """A scheduled ingest and a person's own start in the same minute: each waits for the other, and both are kept."""
    lines = (
        "tell('ready')",
        "first = int(sys.stdin.readline())",
        "store = Store.open(home)",
        "for number in range(first, first + 15):",
        "    with store.writing('a') as writer: keep(writer, number)",
        "tell('done')",
    )
    Store.open(tmp_path).close()
    with process(tmp_path, *lines) as one, process(tmp_path, *lines) as two:
        for running in (one, two):
            until(running, "ready")
        for running, first in ((one, 1), (two, 16)):
            assert running.stdin is not None
            running.stdin.write(f"{first}\n")
            running.stdin.flush()
        for running in (one, two):
            until(running, "done")
            assert running.wait() == 0
    assert held(tmp_path) == set(range(1, 31))


def test_a_home_may_be_made_by_two_at_once(tmp_path: Path) -> None:
    """Two terminals, or a server and its worker, are started on a new folder in the same second."""
    first = sqlite3.connect(tmp_path / FILE, isolation_level=None)
    first.execute("BEGIN IMMEDIATE")  # where the first one stands while it makes the tables
    outcome: Future[Store] = Future()

    def second() -> None:
        try:
            outcome.set_result(Store.open(tmp_path))
        except HomeUnusable as exc:
            outcome.set_exception(exc)

    opening = threading.Thread(target=second)
    opening.start()
    opening.join(timeout=1)  # long enough to meet the lock; a second that waits is let on here
    first.execute("COMMIT")
    first.close()
    opening.join()
    outcome.result().close()
    assert held(tmp_path) == set()
