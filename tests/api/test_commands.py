"""Every command as a user runs it on the sample corpus: tables for people, JSON for machines, honest exit codes."""

import csv
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from api.cli.main import COMMANDS, normalized
from tests.cli import Cli
from tests.conftest import SAMPLE

HEAVY = (
    "faiss",
    "spacy",
    "onnxruntime",
    "torch",
    "sentence_transformers",
    "sqlalchemy",
    "tantivy",
    "pypdfium2",
    "fastapi",
)


@pytest.mark.parametrize("command", [*COMMANDS, "sources list", "sources fetch"])
def test_each_command_has_help_with_an_example(cli: Cli, command: str) -> None:
    run = cli(*command.split(), "--help")
    assert run.code == 0
    assert f"Example: aimtrace {command.split()[0]}" in run.out


def test_help_starts_at_once() -> None:
    """No heavy library is loaded to print a help text."""
    code = (
        "import sys\nfrom api.cli.main import main\ntry:\n    main(['--help'])\nexcept SystemExit: pass\n"
        f"print('LOADED', [m for m in {HEAVY!r} if m in sys.modules])"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "LOADED []" in found.stdout


def test_a_search_does_not_load_what_only_training_needs(sample_home: Path) -> None:
    code = (
        "import sys\nfrom api.cli.main import main\ntry:\n"
        f"    main(['search', 'fake papers', '--home', {str(sample_home)!r}])\nexcept SystemExit: pass\n"
        "print('LOADED', [m for m in ('torch', 'sentence_transformers', 'spacy', 'pdfplumber') if m in sys.modules])"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "LOADED []" in found.stdout


def test_the_version_is_told(cli: Cli) -> None:
    assert re.fullmatch(r"aimtrace \d+\.\d+\.\d+\S*\n", cli("--version").out)


def test_a_command_that_is_none_is_a_usage_error(cli: Cli) -> None:
    assert cli("serach", "x").code == 2


def test_show_prints_the_tree_with_pages(cli: Cli, sample_home: Path) -> None:
    run = cli("show", "90210/41", "--home", sample_home)
    assert run.code == 0
    assert "cycle 2041-2044" in run.out
    for what in ("priority 1", "aim", "clause core", "clause rider", "p. 3"):
        assert what in run.out


@pytest.mark.parametrize("name", ["90210/41", "ST 90210 2041 INIT", "st90210-41", "st90210-41.pdf"])
def test_show_takes_any_name_of_a_document(cli: Cli, sample_home: Path, name: str) -> None:
    found = cli("show", name, "--home", sample_home, "--json").json
    assert found["document"]["source"] == "st90210-41.pdf"
    assert {"priority", "area", "aim", "clause", "request"} == {r["type"] for r in found["records"]}


def test_show_of_what_is_not_held_says_what_to_do(cli: Cli, sample_home: Path) -> None:
    run = cli("show", "99999/41", "--home", sample_home)
    assert run.code == 1
    assert "99999/41" in run.err
    assert "status" in run.err or "ingest" in run.err
    assert len(run.err.strip().splitlines()) == 1


def test_search_as_json_is_the_contract(cli: Cli, sample_home: Path) -> None:
    found = cli("search", "fake papers", "--limit", 3, "--home", sample_home, "--json").json
    assert found["query"] == "fake papers"
    assert 0 < len(found["hits"]) <= 3
    for hit in found["hits"]:
        assert {"record", "type", "score", "text", "document", "page", "bbox", "highlights"} <= set(hit)


def test_search_says_when_nothing_is_held_about_it(cli: Cli, sample_home: Path) -> None:
    run = cli("search", "sourdough starter for rye bread", "--home", sample_home)
    assert run.code == 0
    assert "Nothing relevant" in run.err


@pytest.mark.parametrize("form", ["jsonl", "csv"])
def test_many_queries_are_answered_in_one_run(cli: Cli, sample_home: Path, tmp_path: Path, form: str) -> None:
    queries = tmp_path / f"queries.{form}"
    rows = [{"id": "q1", "query": "fake papers"}, {"id": "q2", "query": "THB"}]
    if form == "jsonl":
        queries.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    else:
        with queries.open("w", newline="", encoding="utf-8") as file:
            writer = csv.DictWriter(file, ("id", "query"))
            writer.writeheader()
            writer.writerows(rows)
    target = tmp_path / "results.json"
    assert cli("search", "--batch", queries, "--json", target, "--home", sample_home).code == 0
    results = json.loads(target.read_text(encoding="utf-8"))["results"]
    assert set(results) == {"q1", "q2"}
    assert all(result["hits"] for result in results.values())


def test_coverage_says_what_is_covered_and_what_is_not(cli: Cli, sample_home: Path, tmp_path: Path) -> None:
    run = cli("coverage", "--cycle", "2041-2044", "--home", sample_home)
    assert run.code == 0
    assert "clauses with an action" in run.out
    assert "clauses that no action covers" in run.out
    target = tmp_path / "coverage.json"
    assert cli("coverage", "--json", target, "--home", sample_home).code == 0
    found = json.loads(target.read_text(encoding="utf-8"))
    assert {"aims_without_action", "clauses_without_action", "actions_without_aim"} <= set(found["gaps"])
    for pair in found["pairs"]:
        assert {"action", "clause", "aim", "level", "probability", "evidence", "status"} <= set(pair)
    assert found["cycles_without_plan"] == ["2037-2040"]


def test_coverage_of_every_clause(cli: Cli, sample_home: Path) -> None:
    assert "Clauses and what covers them" in cli("coverage", "--every", "--home", sample_home).out


def test_status_says_what_is_held(cli: Cli, sample_home: Path) -> None:
    found = cli("status", "--home", sample_home, "--json").json
    assert found["documents"] == 10
    assert found["kinds"]["council_conclusions"] == 2
    assert found["encoder"].startswith("all-MiniLM-L6-v2")
    assert found["judge"]
    assert all(size > 0 for size in found["sizes"].values())
    assert "scan-90377-42.pdf" in cli("status", "--home", sample_home).out


def test_doctor_finds_all_well(cli: Cli, sample_home: Path) -> None:
    run = cli("doctor", "--home", sample_home)
    assert (run.code, "agree" in run.out) == (0, True)


def test_extract_writes_a_file_per_pdf_and_touches_no_store(
    cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AIMTRACE_HOME", str(tmp_path / "home"))
    run = cli("extract", SAMPLE / "st90655-41.pdf", "--out", tmp_path / "out")
    assert run.code == 0
    found = json.loads((tmp_path / "out" / "st90655-41.json").read_text(encoding="utf-8"))
    assert found["schema"] == 1
    assert found["document"]["reference"] == "90655/41"
    assert all(record["spans"] for record in found["records"])
    assert not (tmp_path / "home").exists()


def test_extracting_twice_gives_the_same_bytes(cli: Cli, tmp_path: Path) -> None:
    for name in ("one", "two"):
        cli("extract", SAMPLE / "st90210-41.pdf", "--out", tmp_path / name)
    one, two = (tmp_path / name / "st90210-41.json" for name in ("one", "two"))
    assert one.read_bytes() == two.read_bytes()


def test_the_manifest_of_sources_is_listed(cli: Cli) -> None:
    found = cli("sources", "list", "--json").json["sources"]
    assert len(found) >= 10
    assert all(
        source["title"] and source["access"] in ("public", "limite", "restricted", "unknown") for source in found
    )
    assert "9921/21" in cli("sources", "list").out


@pytest.mark.parametrize(
    ("given", "understood"),
    [
        (["search", "x", "--json"], ["search", "x", "--json", "-"]),
        (["search", "--json", "x"], ["search", "--json", "-", "x"]),
        (["coverage", "--json", "f.json"], ["coverage", "--json", "f.json"]),
        (["coverage", "--json"], ["coverage", "--json", "-"]),
        (["coverage", "--json", "--every"], ["coverage", "--json", "-", "--every"]),
    ],
)
def test_json_may_stand_alone_or_before_a_file(given: list[str], understood: list[str]) -> None:
    assert normalized(given) == understood


def test_a_title_cannot_drive_the_terminal(cli: Cli, empty_home: Path, tmp_path: Path) -> None:
    from tests.pdfs import PdfPage, pdf_bytes

    path = tmp_path / "evil\x1b[2J[bold]name.pdf"
    path.write_bytes(pdf_bytes([PdfPage().text(72, 700, "Some words of a paper that says nothing.")]))
    run = cli("ingest", path, "--home", empty_home)
    assert run.code == 0
    assert "\x1b" not in run.out + run.err
    assert "[bold]name.pdf" in run.out
