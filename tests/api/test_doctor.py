"""Doctor finds each kind of drift, repairs what can be derived, and says what cannot."""

import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli import Cli


def run_sql(home: Path, statement: str) -> None:
    with sqlite3.connect(home / "aimtrace.sqlite3") as connection:
        connection.execute(statement)
    connection.close()


def current(home: Path) -> Path:
    index = home / "index"
    return index / (index / "CURRENT").read_text(encoding="utf-8").strip()


REPAIRABLE: dict[str, Callable[[Path], object]] = {
    "no index": lambda home: shutil.rmtree(home / "index"),
    "a torn index": lambda home: (current(home) / "vectors.faiss").write_bytes(b"x"),
    "lost vectors": lambda home: run_sql(
        home, "DELETE FROM vectors WHERE rowid IN (SELECT rowid FROM vectors LIMIT 5)"
    ),
    "a file of no document": lambda home: _orphan(home),
}


def _orphan(home: Path) -> None:
    some = next(p for p in (home / "files").rglob("*") if p.is_file())
    name = "0" * 64
    target = some.with_name(some.name.replace(some.stem, name)) if some.stem != some.name else some.with_name(name)
    target = home / "files" / name[:2] / target.name
    target.parent.mkdir(exist_ok=True)
    shutil.copy(some, target)


@pytest.mark.parametrize("drift", REPAIRABLE)
def test_drift_is_found_and_repaired(cli: Cli, own_home: Path, drift: str) -> None:
    REPAIRABLE[drift](own_home)
    found = cli("doctor", "--home", own_home, "--json")
    assert found.code == 1
    assert any(finding["repairable"] for finding in found.json["findings"])
    assert cli("doctor", "--repair", "--home", own_home).code == 0
    assert cli("doctor", "--home", own_home).code == 0


LOST: dict[str, Callable[[Path], object]] = {
    "a lost file": lambda home: next(p for p in (home / "files").rglob("*") if p.is_file()).unlink(),
    "a changed file": lambda home: next(p for p in (home / "files").rglob("*") if p.is_file()).write_bytes(b"%PDF-"),
}


@pytest.mark.parametrize("loss", LOST)
def test_what_is_lost_is_said_and_not_hidden(cli: Cli, own_home: Path, loss: str) -> None:
    LOST[loss](own_home)
    assert cli("doctor", "--home", own_home).code == 1
    run = cli("doctor", "--repair", "--home", own_home)
    assert run.code == 1
    assert "ingest the file again" in run.out
