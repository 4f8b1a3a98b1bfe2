"""What becomes of files: kept once, refused with nothing kept, read again by a new pipeline, gone on with after a kill."""

import hashlib
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from api.operations import ingest as operation
from api.operations.ingest import ingest
from api.operations.workspace import Workspace
from corpus.markings import FULL
from corpus.records import Decision
from index.coverage import assess
from tests.cli import Cli
from tests.conftest import ROOT, SAMPLE
from tests.pdfs import PdfPage, pdf_bytes

LOCKED = ROOT / "tests" / "extract" / "pdfs" / "password-aes256.pdf"
SECRET_WORDS = "The ferry Aurora leaves at midnight"


def restricted_pdf() -> bytes:
    page = PdfPage()
    page.text(250, 800, "RESTREINT UE/EU RESTRICTED", 12, bold=True)
    page.text(72, 700, SECRET_WORDS)
    page.text(250, 40, "RESTREINT UE/EU RESTRICTED", 10)
    return pdf_bytes([page, page])


def plain_pdf(text: str = "The working party meets on Tuesday to speak about fish.") -> bytes:
    return pdf_bytes([PdfPage().text(72, 700, text)])


def test_a_report_accounts_for_every_file(cli: Cli, empty_home: Path, tmp_path: Path) -> None:
    folder = tmp_path / "papers"
    folder.mkdir()
    shutil.copy(SAMPLE / "st90655-41.pdf", folder)
    shutil.copy(SAMPLE / "st90655-41.pdf", folder / "the-same-again.pdf")
    (folder / "letter.pdf").write_text("Dear colleagues,\nthis is no PDF.\n", encoding="utf-8")
    (folder / "nothing.pdf").write_bytes(b"")
    (folder / "torn.pdf").write_bytes((SAMPLE / "st90210-41.pdf").read_bytes()[:4_000])
    (folder / "restricted.pdf").write_bytes(restricted_pdf())
    shutil.copy(LOCKED, folder / "locked.pdf")
    run = cli("ingest", folder, "--home", empty_home, "--json")
    assert run.code == 3
    files = {Path(file["path"]).name: file for file in run.json["files"]}
    outcomes = {name: (file["outcome"], file["class"]) for name, file in files.items()}
    assert outcomes == {
        "st90655-41.pdf": ("ok", None),
        "the-same-again.pdf": ("duplicate", None),
        "letter.pdf": ("refused", "not_a_pdf"),
        "nothing.pdf": ("refused", "empty"),
        "torn.pdf": ("refused", "corrupt"),
        "restricted.pdf": ("refused", "restricted"),
        "locked.pdf": ("refused", "encrypted"),
    }
    assert files["restricted.pdf"]["marking"] == "RESTREINT_UE"
    assert all(file["reason"] for file in files.values() if file["outcome"] == "refused")
    assert files["st90655-41.pdf"]["records"] == {"action": 41, "goal": 5}
    totals = run.json["totals"]
    assert totals["files"] == 7
    assert (totals["ok"], totals["duplicate"], totals["refused"]) == (1, 1, 5)


def test_a_second_run_reads_nothing_and_runs_no_model(
    own_home: Path, monkeypatch: pytest.MonkeyPatch, cli: Cli
) -> None:
    def never(*_: object, **__: object) -> object:
        raise AssertionError("read again")

    monkeypatch.setattr(operation, "extract", never)
    monkeypatch.setattr("models.encoder.OnnxEncoder.encode", never)
    run = cli("ingest", SAMPLE, "--home", own_home)
    assert run.code == 0
    assert "No file was read again and no model was run" in run.err
    with Workspace(own_home) as workspace:
        report = ingest(workspace, [SAMPLE])
    assert set(report.counts) == {"unchanged"}
    assert report.seconds < 5


def test_a_classified_paper_leaves_no_word_behind(empty_home: Path, tmp_path: Path) -> None:
    path = tmp_path / "paper.pdf"
    path.write_bytes(restricted_pdf())
    with Workspace(empty_home) as workspace:
        (entry,) = ingest(workspace, [path]).entries
    assert (entry.outcome, entry.outcome_class) == ("refused", "restricted")
    assert entry.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    for file in empty_home.rglob("*"):
        if file.is_file():
            data = file.read_bytes()
            assert b"Aurora" not in data
            assert path.read_bytes()[:600] not in data


def test_a_file_that_changed_is_read_again(empty_home: Path, tmp_path: Path) -> None:
    path = tmp_path / "paper.pdf"
    with Workspace(empty_home) as workspace:
        path.write_bytes(plain_pdf())
        assert ingest(workspace, [path]).counts["ok"] == 1
        path.write_bytes(plain_pdf("The working party meets on Friday to speak about sheep."))
        assert ingest(workspace, [path]).counts["ok"] == 1


def test_one_file_that_breaks_the_reader_costs_no_other(
    empty_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = operation.extract

    def breaking(data: bytes, name: str, **options: object) -> object:
        if name == "b.pdf":
            raise RecursionError("too deep")
        return real(data, name, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(operation, "extract", breaking)
    for name in "abc":
        (tmp_path / f"{name}.pdf").write_bytes(plain_pdf(f"Paper {name} speaks of quite another matter {name * 5}."))
    with Workspace(empty_home) as workspace:
        report = ingest(workspace, [tmp_path])
        assert [entry.outcome for entry in report.entries] == ["ok", "failed", "ok"]
        monkeypatch.setattr(operation, "extract", real)
        again = ingest(workspace, [tmp_path])
        assert [entry.outcome for entry in again.entries] == ["unchanged", "ok", "unchanged"]


def test_a_new_pipeline_reads_again_and_keeps_decisions(own_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Workspace(own_home) as workspace:
        with workspace.seen() as view:
            pair = assess(view, "2041-2044").pairs[0]
            action, action_document = view.records.get(pair.action)
            clause, clause_document = view.records.get(pair.clause)
        decision = Decision(
            pair.action,
            pair.clause,
            action_document,
            clause_document,
            action.text,
            clause.text,
            "rejected",
            actor="kim",
        )
        with workspace.store.writing("kim") as writer:
            writer.decide(decision)
        monkeypatch.setattr(operation, "pipeline_version", lambda _: "another")
        report = ingest(workspace, [SAMPLE])
        assert report.extracted == 10
        with workspace.seen() as view:
            after = {(p.action, p.clause): p for p in assess(view, "2041-2044").pairs}
        assert after[(pair.action, pair.clause)].status == "rejected"


def test_a_killed_run_goes_on_where_it_was(empty_home: Path) -> None:
    command = [sys.executable, "-m", "aimtrace", "ingest", str(SAMPLE), "--home", str(empty_home), "--json"]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    store = empty_home / "aimtrace.sqlite3"
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and not (store.exists() and _documents(empty_home) >= 2):
        time.sleep(0.05)
    process.send_signal(signal.SIGKILL)
    process.wait()
    kept = _documents(empty_home)
    assert kept >= 2
    finished = subprocess.run(command, check=True, capture_output=True, text=True)
    outcomes = [file["outcome"] for file in json.loads(finished.stdout)["files"]]
    assert outcomes.count("unchanged") >= min(kept, 9)
    assert len(outcomes) == 10
    with Workspace(empty_home) as workspace:
        from api.operations.doctor import examine

        assert examine(workspace) == []


def _documents(home: Path) -> int:
    try:
        with Workspace(home) as workspace, workspace.store.seen_by(FULL) as view:
            return view.documents.count()
    except Exception:
        return 0


def test_ctrl_c_keeps_what_was_done(empty_home: Path) -> None:
    command = [sys.executable, "-m", "aimtrace", "ingest", str(SAMPLE), "--home", str(empty_home)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and _documents(empty_home) < 1:
        time.sleep(0.05)
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert "Traceback" not in err
    assert "go on" in err


# What a user can point it at: each is one line that says what to do, and an exit code.
@pytest.mark.parametrize("command", ["ingest", "extract"])
def test_a_missing_path(cli: Cli, empty_home: Path, tmp_path: Path, command: str) -> None:
    options = ["--home", empty_home] if command == "ingest" else ["--out", tmp_path / "out"]
    run = cli(command, tmp_path / "gone.pdf", *options)
    assert run.code == 2
    assert "gone.pdf: no such file or folder. Check the path." in run.err


def test_a_missing_path_costs_no_other(cli: Cli, empty_home: Path, tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(plain_pdf())
    run = cli("ingest", tmp_path / "gone.pdf", tmp_path / "a.pdf", "--home", empty_home)
    assert run.code == 2
    assert "a.pdf" in run.out
    assert "gone.pdf" in run.err


def test_an_empty_folder(cli: Cli, empty_home: Path, tmp_path: Path) -> None:
    (tmp_path / "none").mkdir()
    run = cli("ingest", tmp_path / "none", "--home", empty_home)
    assert run.code == 2
    assert "the folder holds no PDF" in run.err


@pytest.mark.parametrize("blocked", ["a file", "below a file"])
def test_a_home_that_cannot_be_written(cli: Cli, tmp_path: Path, blocked: str) -> None:
    file = tmp_path / "file"
    file.write_text("x")
    home = file if blocked == "a file" else file / "home"
    (tmp_path / "a.pdf").write_bytes(plain_pdf())
    run = cli("ingest", tmp_path / "a.pdf", "--home", home)
    assert run.code == 1
    assert len(run.err.strip().splitlines()) == 1
    assert str(home) in run.err
    assert "--home" in run.err or "AIMTRACE_HOME" in run.err


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_home_without_permission(cli: Cli, tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir(mode=0o500)
    (tmp_path / "a.pdf").write_bytes(plain_pdf())
    run = cli("ingest", tmp_path / "a.pdf", "--home", home)
    assert (run.code, len(run.err.strip().splitlines())) == (1, 1)


@pytest.mark.parametrize("content", [b"not a database, quite", b"SQLite format 3\x00" + b"\x07" * 4_000])
@pytest.mark.parametrize("command", [["search", "x"], ["status"], ["doctor"], ["coverage"], ["show", "90210/41"]])
def test_a_corrupt_store(cli: Cli, empty_home: Path, content: bytes, command: list[str]) -> None:
    (empty_home / "aimtrace.sqlite3").write_bytes(content)
    run = cli(*command, "--home", empty_home)
    assert run.code == 1
    assert len(run.err.strip().splitlines()) == 1
    assert "aimtrace.sqlite3" in run.err
    assert (empty_home / "aimtrace.sqlite3").read_bytes() == content, "a damaged store is left as it is"


@pytest.mark.parametrize("command", [["search", "x"], ["coverage"], ["status"], ["doctor"]])
def test_a_home_that_holds_nothing_yet(cli: Cli, empty_home: Path, command: list[str]) -> None:
    run = cli(*command, "--home", empty_home)
    assert run.code == 0
    assert "Traceback" not in run.err
