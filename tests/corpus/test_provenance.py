"""What made a thing: a version that changes with the code, and with nothing else."""

from pathlib import Path

import pytest

from corpus.provenance import code_hash, joined

SOURCES = {"__init__.py": "", "rules.py": "LIMIT = 3\n", "deep/__init__.py": "", "deep/words.py": "LIST = ()\n"}


@pytest.fixture
def packages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder whose packages can be imported; each test uses names of its own, since a hash is remembered by name."""
    monkeypatch.syspath_prepend(tmp_path)
    return tmp_path


def write(folder: Path, sources: dict[str, str]) -> None:
    for name, text in sources.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")


def test_the_same_code_has_the_same_hash_wherever_it_stands(packages: Path) -> None:
    """Two machines with one release make the same provenance, and nothing is read twice."""
    write(packages / "room_here", SOURCES)
    write(packages / "room_there", SOURCES)
    assert code_hash("room_here") == code_hash("room_there")


@pytest.mark.parametrize(
    ("number", "change"),
    [
        (1, {"rules.py": "LIMIT = 4\n"}),
        (2, {"rules.py": "LIMIT = 3\n\n"}),
        (3, {"deep/words.py": "LIST = (1,)\n"}),
        (4, {"more.py": ""}),
        (5, {"deep/more.py": "LIST = ()\n"}),
    ],
)
def test_every_change_of_the_code_changes_the_hash(packages: Path, number: int, change: dict[str, str]) -> None:
    """A document that an older reader read is read again by the newer one."""
    write(packages / f"room_before_{number}", SOURCES)
    write(packages / f"room_after_{number}", {**SOURCES, **change})
    assert code_hash(f"room_before_{number}") != code_hash(f"room_after_{number}")


def test_moving_code_changes_the_hash(packages: Path) -> None:
    """The name of a module is part of what it does; text that moves over a border of files is another package."""
    moved = {name.replace("rules", "ruler"): text for name, text in SOURCES.items()}
    write(packages / "room_named", SOURCES)
    write(packages / "room_renamed", moved)
    assert code_hash("room_named") != code_hash("room_renamed")


def test_what_is_no_code_changes_nothing(packages: Path) -> None:
    """A run leaves byte code and caches behind; they must not make the whole corpus be read again."""
    write(packages / "room_clean", SOURCES)
    litter = {
        "__pycache__/rules.cpython-311.pyc": "x",
        "__pycache__/left.py": "x",
        ".ruff_cache/left.py": "x",
        "notes.md": "x",
        "data/list.toml": "x",
        "rules.py.orig": "x",
    }
    write(packages / "room_littered", {**SOURCES, **litter})
    assert code_hash("room_clean") == code_hash("room_littered")


def test_parts_are_joined_in_the_order_given() -> None:
    """The line stands in the ledger and is compared as text."""
    assert joined(extract="3f2a", lexicon="91bc") == "extract=3f2a lexicon=91bc"
    assert joined(lexicon="91bc", extract="3f2a") != joined(extract="3f2a", lexicon="91bc")
