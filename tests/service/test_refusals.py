"""A paper that is refused leaves no word of itself: not in the store, a file, a log, a cache or what is printed."""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.pdfs import PdfPage, pdf_bytes

SECRETS = ("Zebracorn", "ostrichstone")
BODY = "The operation Zebracorn begins in the harbor of ostrichstone when the ship has left."


def classified() -> bytes:
    """Three pages with a classification at their heads and words that stand nowhere else."""
    pages = []
    for _ in range(3):
        page = PdfPage().text(220, 806, "RESTREINT UE/EU RESTRICTED", 10)
        for line in range(12):
            page.text(72, 740 - 20 * line, BODY)
        pages.append(page)
    return pdf_bytes(pages, title="Operation Zebracorn")


def run(arguments: Sequence[object], place: Path) -> subprocess.CompletedProcess[bytes]:
    """The program as a process of its own, with every folder that it may write to below one place."""
    folders = {
        "HOME": "user",
        "TMPDIR": "tmp",
        "XDG_CACHE_HOME": "cache",
        "XDG_DATA_HOME": "data",
        "XDG_STATE_HOME": "state",
    }
    environment = {key: value for key, value in os.environ.items() if not key.startswith("AIMTRACE_")}
    for name, folder in folders.items():
        (place / folder).mkdir(exist_ok=True)
        environment[name] = str(place / folder)
    environment["AIMTRACE_DEBUG"] = "1"
    return subprocess.run(
        [sys.executable, "-m", "aimtrace", *map(str, arguments)],
        env=environment,
        cwd=place,
        capture_output=True,
        timeout=240,
    )


def holding(place: Path) -> list[str]:
    """Files below a place that hold a word of the paper, in any of the ways in which text is written."""
    forms = [form for word in SECRETS for form in (word.encode(), word.lower().encode(), word.encode("utf-16-le"))]
    return [
        str(path.relative_to(place))
        for path in sorted(place.rglob("*"))
        if path.is_file() and any(form in path.read_bytes() for form in forms)
    ]


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    """The file, beside the place that is looked through."""
    path = tmp_path / "given" / "paper.pdf"
    path.parent.mkdir()
    path.write_bytes(classified())
    return path


@pytest.mark.parametrize("command", ["ingest", "extract"])
def test_a_refused_paper_leaves_no_word(command: str, paper: Path, tmp_path: Path, models_home: Path) -> None:
    """Classified text belongs in accredited systems: its hash, size and the reason are all that stays."""
    place = tmp_path / "place"
    place.mkdir()
    home = place / "home"
    home.mkdir()
    (home / "models").symlink_to(models_home, target_is_directory=True)
    options = ["--home", home] if command == "ingest" else ["--out", place / "out", "--blocks", "--tables"]
    done = run([command, paper, *options, "--json"], place)
    assert b"restricted" in done.stdout
    assert b"RESTREINT UE" in done.stdout
    for word in SECRETS:
        assert word.encode() not in done.stdout + done.stderr
    assert holding(place) == []
    assert not list((place / "out").glob("*.csv")) if command == "extract" else True
