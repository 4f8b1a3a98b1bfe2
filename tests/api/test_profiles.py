"""Profiles of one's own in the data folder: papers are read anew when a file changes, and only then."""

import json
import shutil
from pathlib import Path

import pytest

from tests.cli import Cli
from tests.extract.test_own_profiles import EXAMPLES, dutch_plan


def outcome(cli: Cli, *arguments: object) -> tuple[str, str, dict[str, int]]:
    run = cli("ingest", *arguments, "--json")
    (file,) = run.json["files"]
    return file["outcome"], file["kind"], file["records"]


def test_a_file_in_the_data_folder_has_papers_read_anew(cli: Cli, empty_home: Path, tmp_path: Path) -> None:
    """Without it nothing is found, with it the plan; an unchanged one costs no second reading."""
    (tmp_path / "plan.pdf").write_bytes(dutch_plan())
    given = tmp_path / "plan.pdf", "--home", empty_home
    assert outcome(cli, *given) == ("ok", "other", {})
    assert outcome(cli, *given)[0] == "unchanged"
    shutil.copytree(EXAMPLES, empty_home / "profiles")
    assert outcome(cli, *given) == ("ok", "operational_action_plan", {"action": 2})
    assert outcome(cli, *given)[0] == "unchanged"
    shutil.rmtree(empty_home / "profiles")
    assert outcome(cli, *given)[:2] == ("ok", "other")


def test_extract_takes_them_from_the_folder_that_is_set(
    cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without a data folder too."""
    monkeypatch.setenv("AIMTRACE_PROFILES", str(EXAMPLES))
    (tmp_path / "plan.pdf").write_bytes(dutch_plan())
    assert cli("extract", tmp_path / "plan.pdf", "--out", tmp_path).code == 0
    written = json.loads((tmp_path / "plan.json").read_text(encoding="utf-8"))
    assert [record["number"] for record in written["records"]] == ["M 1", "M 2"]


def test_a_wrong_file_is_told_before_anything_is_read(cli: Cli, empty_home: Path, tmp_path: Path) -> None:
    """With its line; other commands go on."""
    (empty_home / "profiles").mkdir()
    (empty_home / "profiles" / "house.toml").write_text("[results]\nunit = 1\n", encoding="utf-8")
    (tmp_path / "plan.pdf").write_bytes(dutch_plan())
    run = cli("ingest", tmp_path / "plan.pdf", "--home", empty_home)
    assert run.code != 0
    assert "house.toml, line 2: results.unit" in run.err
    assert cli("status", "--home", empty_home).code == 0


def test_a_folder_that_is_set_and_missing_is_told(cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A typing error in a setting would otherwise look like a paper that can't be read."""
    monkeypatch.setenv("AIMTRACE_PROFILES", str(tmp_path / "nowhere"))
    (tmp_path / "plan.pdf").write_bytes(dutch_plan())
    run = cli("extract", tmp_path / "plan.pdf", "--out", tmp_path)
    assert run.code != 0
    assert "nowhere" in run.err
