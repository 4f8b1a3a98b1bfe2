"""What becomes of files: kept once, refused with nothing kept, read again by a new pipeline, gone on with after a kill."""

import csv
import hashlib
import os
import shutil
from pathlib import Path

import pytest

from api.operations import ingest as operation
from api.operations.ingest import ingest
from api.operations.limits import Limits
from api.operations.workspace import Workspace
from benchmarks.papers import paper
from corpus.markings import FULL
from corpus.records import Decision
from index.coverage import assess
from tests.cli import Cli
from tests.conftest import ROOT, SAMPLE
from tests.hostile.heavy import dense_grid, long_paper
from tests.hostile.trees import lost_page
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

    monkeypatch.setattr("extract.isolate.ProcessPool", never)
    monkeypatch.setattr("models.encoder.OnnxEncoder.encode", never)
    run = cli("ingest", SAMPLE, "--home", own_home)
    assert run.code == 0
    assert "No file was read again and no model was run" in " ".join(run.err.split())
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


def test_one_file_that_breaks_off_costs_no_other_and_is_tried_again(empty_home: Path, tmp_path: Path) -> None:
    """Here for want of time; the others are not read a second time."""
    for name in "abc":
        (tmp_path / f"{name}.pdf").write_bytes(plain_pdf(f"Paper {name} speaks of quite another matter {name * 5}."))
    (tmp_path / "b.pdf").write_bytes(long_paper(400))
    with Workspace(empty_home, limits=Limits(seconds=1.5, jobs=2)) as workspace:
        report = ingest(workspace, [tmp_path])
        assert [(entry.outcome, entry.outcome_class) for entry in report.entries] == [
            ("ok", None),
            ("failed", "timeout"),
            ("ok", None),
        ]
        again = ingest(workspace, [tmp_path])
        assert [entry.outcome for entry in again.entries] == ["unchanged", "failed", "unchanged"]
        assert again.entries[1].seconds >= 1.5
    (tmp_path / "b.pdf").write_bytes(long_paper(4))
    with Workspace(empty_home) as workspace:
        assert [entry.outcome for entry in ingest(workspace, [tmp_path]).entries] == ["unchanged", "ok", "unchanged"]


@pytest.mark.parametrize(
    ("strict", "told"),
    [
        (Limits(pages=3), "pages; the limit is 3"),
        (Limits(file_bytes=2_000), "MB; the limit is"),
        (Limits(memory_bytes=128 * 1024 * 1024), "more memory than is allowed"),
    ],
    ids=["pages", "bytes", "memory"],
)
def test_what_a_limit_refused_is_read_when_the_limit_is_raised(empty_home: Path, strict: Limits, told: str) -> None:
    """And until then it is not read again: the refusal is known."""
    path = SAMPLE / "st90210-41.pdf"
    with Workspace(empty_home, limits=strict) as workspace:
        for _ in range(2):
            (entry,) = ingest(workspace, [path]).entries
            assert (entry.outcome, entry.outcome_class) == ("refused", "too_large")
            assert told in (entry.reason or "")
    with Workspace(empty_home) as workspace:
        assert [entry.outcome for entry in ingest(workspace, [path]).entries] == ["ok"]


def test_what_is_called_a_pdf_and_is_no_file_is_a_row_too(cli: Cli, empty_home: Path, tmp_path: Path) -> None:
    """A pipe is not waited for, a link that leads nowhere is told; a file that is named twice is one row."""
    folder = tmp_path / "papers"
    (folder / "folder.pdf").mkdir(parents=True)
    (folder / "folder.pdf" / "inside.PDF").write_bytes(plain_pdf())
    os.mkfifo(folder / "pipe.pdf")
    (folder / "nowhere.pdf").symlink_to(tmp_path / "gone.pdf")
    (folder / "link.pdf").symlink_to(folder / "folder.pdf" / "inside.PDF")
    (folder / "ring.pdf").symlink_to(folder / "ring.pdf")
    run = cli("ingest", folder, folder / "pipe.pdf", f"{folder}/./pipe.pdf", "--home", empty_home, "--json")
    assert run.code == 3
    assert {Path(f["path"]).name: (f["outcome"], f["class"]) for f in run.json["files"]} == {
        "inside.PDF": ("ok", None),
        "nowhere.pdf": ("failed", "crash"),
        "pipe.pdf": ("failed", "crash"),
        "ring.pdf": ("failed", "crash"),
    }
    assert run.json["totals"]["files"] == 4


def test_copies_are_joined_and_not_counted_twice(cli: Cli, empty_home: Path, tmp_path: Path) -> None:
    """Copies by bytes, and by text: the same paper saved by another program, with other line ends and hyphens."""
    words = "The working party of customs officers looks at how boats move, are bought and sold across the border."
    (tmp_path / "a.pdf").write_bytes(plain_pdf(words))
    (tmp_path / "b.pdf").write_bytes(plain_pdf(words))
    other = PdfPage().lines(90, 650, [words[:40], words[40:].strip().upper()], 13)
    (tmp_path / "c.pdf").write_bytes(pdf_bytes([other], title="The same paper"))
    (tmp_path / "d.pdf").write_bytes(plain_pdf(words.replace("boats", "goats")))
    run = cli("ingest", tmp_path, "--home", empty_home, "--json")
    rows = run.json["files"]
    assert [row["outcome"] for row in rows] == ["ok", "duplicate", "duplicate", "ok"]
    assert len({row["document"] for row in rows[:3]}) == 1
    assert run.json["totals"]["pages"] == 2
    assert cli("status", "--home", empty_home, "--json").json["documents"] == 2
    found = cli("search", "customs officers look at boats", "--home", empty_home, "--json").json["hits"]
    assert len([hit for hit in found if "boats" in hit["text"]]) == 1
    again = cli("ingest", tmp_path, "--home", empty_home, "--json").json
    assert [row["outcome"] for row in again["files"]] == ["unchanged", "duplicate", "duplicate", "unchanged"]
    assert [row["document"] for row in again["files"]] == [row["document"] for row in rows]


def test_the_same_files_give_the_same_store_however_many_read_them(models_home: Path, tmp_path: Path) -> None:
    """The first takes longest, so with several readers the others are done before it."""
    papers = tmp_path / "papers"
    papers.mkdir()
    for number in range(9):
        (papers / f"{number}.pdf").write_bytes(paper(number))
    (papers / "0.pdf").write_bytes(dense_grid())
    held = []
    for jobs in (1, 4):
        home = tmp_path / f"home-{jobs}"
        home.mkdir()
        (home / "models").symlink_to(models_home, target_is_directory=True)
        with Workspace(home, limits=Limits(jobs=jobs)) as workspace:
            report = ingest(workspace, [papers])
            with workspace.store.seen_by(FULL) as view:
                documents = [document.id for document in view.documents.all()]
                passages = [passage for passage, *_ in view.passages.all()]
            held.append(([(e.path, e.outcome, e.document) for e in report.entries], documents, passages))
    assert held[0] == held[1]


def test_a_report_is_a_table_a_csv_and_json(cli: Cli, empty_home: Path, tmp_path: Path) -> None:
    """The same rows in each: contract, section 6."""
    folder = tmp_path / "papers"
    folder.mkdir()
    (folder / "a.pdf").write_bytes(plain_pdf())
    (folder / "b.pdf").write_bytes(b"")
    target = tmp_path / "report.csv"
    run = cli("ingest", folder, "--home", empty_home, "--csv", target)
    assert run.code == 3
    assert "a.pdf" in run.out
    assert "refused" in run.out
    rows = list(csv.DictReader(target.read_text(encoding="utf-8").splitlines()))
    found = cli("ingest", folder, "--home", empty_home, "--json").json
    assert [set(file) for file in found["files"]] == [set(row) for row in rows]
    assert [(row["outcome"], row["class"]) for row in rows] == [("ok", ""), ("refused", "empty")]
    assert [(file["outcome"], file["class"]) for file in found["files"]] == [("unchanged", None), ("refused", "empty")]
    assert [row["sha256"] for row in rows] == [file["sha256"] or "" for file in found["files"]]
    assert cli("ingest", folder, "--home", empty_home, "--csv", "-").out.splitlines()[0] == ",".join(rows[0])


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


def test_papers_of_which_a_part_is_lost_are_no_copies(empty_home: Path, tmp_path: Path) -> None:
    """What they say may be the same as far as it can be read; the rest may not."""
    (tmp_path / "a.pdf").write_bytes(lost_page())
    (tmp_path / "b.pdf").write_bytes(lost_page() + b"\n% another\n")
    with Workspace(empty_home) as workspace:
        report = ingest(workspace, [tmp_path])
        assert [entry.outcome for entry in report.entries] == ["degraded", "degraded"]
        assert len({entry.document for entry in report.entries}) == 2
