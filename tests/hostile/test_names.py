"""Names and titles that would act on a terminal, in a spreadsheet or on a page are only text there."""

import csv
import json
import os
import subprocess
import sys
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.cli import Cli
from tests.conftest import ROOT
from tests.hostile import acting
from tests.hostile.raw import Raw, said, sound

# Each of these is a name that a file system takes; the byte E9 in the last is no UTF-8.
NAMES = (
    "it's.pdf",
    'a "quote".pdf',
    "two\nlines.pdf",
    "a\ttab and a\rreturn.pdf",
    "\x1b]0;owned\x07\x1b[2Jclear.pdf",
    "\u202efdp.exe.pdf",
    "\u009b2Jnarrow.pdf",
    "=cmd|' ／C calc'!A0.pdf",
    "+1.pdf",
    "-rf.pdf",
    "@sum.pdf",
    "\t=1+1.pdf",
    "$(touch owned);`touch owned`|x&.pdf",
    "[bold]loud[red].pdf",
    "[／bold].pdf",
    "<script>alert(1)<／script>.pdf",
    "%2e%2e%2fup.pdf",
    " .pdf",
    ".pdf",
    "n" * 240 + ".pdf",
    "ñandú 文書.pdf",
    "caf\udce9.pdf",
)
FORMULA = tuple("=+-@|%")
OTHERS, READ = 6, 4  # files beside those of NAMES, and those of them that are read


def words(number: int) -> str:
    """A sentence that no other file says."""
    return f"Paper {number} of customs officers tells how {number * 7} boats move, are bought and sold"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("names")
    for number, name in enumerate(NAMES):
        path = os.path.join(os.fsencode(folder), os.fsencode(name))  # noqa: PTH118 - names that are no text
        with open(path, "wb") as file:  # noqa: PTH123
            file.write(sound(words(number)))
    for name, title in (("formula", acting.FORMULA), ("script", acting.SCRIPT), ("controls", acting.CONTROLS)):
        (folder / f"title-{name}.pdf").write_bytes(acting.titled(title)())
    (folder / "signs.pdf").write_bytes(acting.mapped(acting.SIGNS)())
    (folder / "\x1b[31mtorn.pdf").write_bytes(Raw(content=said() * 50).bytes()[:300])
    (folder / "=torn.pdf").write_bytes(b"no PDF")
    return folder


@dataclass(frozen=True)
class Kept:
    """A data folder that holds the files, and the reports of the run that read them."""

    home: Path
    report: dict[str, Any]
    csv: str


@pytest.fixture(scope="module")
def kept(folder: Path, models_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Kept:
    home = tmp_path_factory.mktemp("kept")
    (home / "models").symlink_to(models_home, target_is_directory=True)
    command = [
        sys.executable,
        "-m",
        "aimtrace",
        "ingest",
        folder,
        "--home",
        home,
        "--json",
        "--csv",
        home / "report.csv",
    ]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT)
    assert done.returncode == 3, done.stderr
    return Kept(home, json.loads(done.stdout), (home / "report.csv").read_text(encoding="utf-8"))


def acts(text: str) -> list[str]:
    """The signs in a text that a terminal would obey."""
    return [c for c in text if unicodedata.category(c) in ("Cc", "Cf", "Cs", "Zl", "Zp") and c != "\n"]


def test_each_file_is_one_row_of_the_report_under_its_own_name(kept: Kept) -> None:
    """A machine reads the names from JSON as they are; bytes that are no text are spelled out."""
    files = {Path(file["path"]).name: file for file in kept.report["files"]}
    for name in NAMES:
        assert files[name.replace("\udce9", r"\xe9")]["outcome"] == "ok", name
    assert len(kept.report["files"]) == len(NAMES) + OTHERS


def test_a_table_drives_no_terminal(kept: Kept, cli: Cli, folder: Path) -> None:
    run = cli("ingest", folder, "--home", kept.home)
    assert run.code == 3
    assert acts(run.out) == []
    assert acts(run.err) == []
    assert "[bold]loud[red].pdf" in run.out


def test_a_report_holds_no_formula(kept: Kept) -> None:
    """A spreadsheet reads as many rows and cells as there are, and takes none for a formula."""
    rows = list(csv.reader(kept.csv.splitlines(keepends=True)))
    assert len(rows) == len(NAMES) + OTHERS + 1
    assert {len(row) for row in rows} == {len(rows[0])}
    for row in rows:
        for cell in row:
            assert not cell.lstrip().startswith(FORMULA), cell
            assert acts(cell) == [], cell


@pytest.mark.parametrize(
    "command", ["status", "show title-formula", "show title-script", "show title-controls", "search boats"]
)
def test_what_is_kept_is_shown_as_text(kept: Kept, cli: Cli, command: str) -> None:
    shown = cli(*command.split(" ", 1), "--home", kept.home)
    assert shown.code == 0
    assert acts(shown.out) == []


def test_a_title_is_kept_as_it_stands_on_the_page(kept: Kept, cli: Cli) -> None:
    """JSON is data: what shows it makes it inert, and a reader sees what the paper says."""
    assert cli("show", "title-formula", "--home", kept.home, "--json").json["document"]["title"] == acting.FORMULA


def test_extract_writes_one_file_for_each(cli: Cli, folder: Path, tmp_path: Path) -> None:
    """Whatever a file is called, its records are written beside the others, and nowhere else."""
    target = tmp_path / "out" / "records"
    run = cli("extract", folder, "--out", target, "--json")
    assert run.code == 3
    rows = run.json["files"]
    assert sum(row["outcome"] in ("ok", "degraded") for row in rows) == len(NAMES) + READ
    assert len(list(target.iterdir())) == len(NAMES) + READ
    assert [path.name for path in target.parent.iterdir()] == ["records"]
    assert acts(run.err) == []
