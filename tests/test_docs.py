"""What the documents say is so: examples run, and every command, setting and problem type is told of."""

import doctest
import re
from importlib import import_module
from pathlib import Path

import pytest

from api.cli.main import COMMANDS
from api.cli.settings import Settings
from corpus import errors
from tests.conftest import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
ARCHITECTURE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
MODULES = sorted(
    ".".join(path.relative_to(ROOT).with_suffix("").parts)
    for room in ("corpus", "models", "extract", "index", "api")
    for path in (ROOT / room).rglob("*.py")
    if ">>>" in path.read_text(encoding="utf-8") and "make" not in path.parts  # generators need packages of their own
)


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_in_docstrings_are_true(name: str) -> None:
    outcome = doctest.testmod(import_module(name))
    assert outcome.attempted
    assert not outcome.failed


def problem_types() -> set[str]:
    found = {errors.AimtraceError.problem_type}
    waiting = [errors.AimtraceError]
    while waiting:
        for kind in waiting.pop().__subclasses__():
            found.add(kind.problem_type)
            waiting.append(kind)
    return found


def test_every_problem_type_is_documented() -> None:
    assert {kind for kind in problem_types() if f"`{kind}`" not in ARCHITECTURE} == set()


def test_every_setting_is_documented() -> None:
    assert {name for name in Settings.model_fields if f"`{name}`" not in ARCHITECTURE} == set()


def test_every_command_is_told_of_in_the_readme() -> None:
    assert {c for c in COMMANDS if f"aimtrace {c}" not in README and f"make {c}" not in README} == set()


@pytest.mark.parametrize("path", sorted(ROOT.glob("*.md")) + sorted((ROOT / "docs").rglob("*.md")), ids=str)
def test_every_link_leads_somewhere(path: Path) -> None:
    for target in re.findall(r"\]\(([^)#\s]+)\)", path.read_text(encoding="utf-8")):
        if not target.startswith("http"):
            assert (path.parent / target).exists(), target


def test_every_file_that_the_architecture_names_is_there() -> None:
    for name in re.findall(
        r"`((?:api|index|extract|models|corpus|benchmarks|tests)/[\w/]+\.(?:py|json))`", ARCHITECTURE
    ):
        assert (ROOT / name).exists(), name


def test_every_make_target_that_is_told_of_is_there() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    said = " ".join([README, ARCHITECTURE, (ROOT / "docs" / "benchmarks.md").read_text(encoding="utf-8")])
    assert set(re.findall(r"(?:`|^)make ([a-z]+)", said, re.MULTILINE)) <= targets


def test_the_walls_name_every_module_that_may_not_know_a_pdf_library() -> None:
    """The contract lists modules by name; one that is added must be listed too."""
    walls = (ROOT / ".importlinter").read_text(encoding="utf-8")
    contract = walls.split("[importlinter:contract:pdf]")[1].split("forbidden_modules")[0]
    listed = set(re.findall(r"^\s+(extract\.\w+)", contract, re.MULTILINE))
    pdf = ("annotations", "drawings", "letters", "native", "pdf", "render", "runs", "sight", "structure", "tables")
    knowing = {f"extract.{name}" for name in pdf}
    there = {f"extract.{path.stem}" for path in (ROOT / "extract").glob("*.py") if path.stem != "__init__"}
    there |= {f"extract.{path.parent.name}" for path in (ROOT / "extract").glob("*/__init__.py")}
    assert there - knowing == listed


def test_the_picture_in_the_readme_loads_nothing_from_elsewhere() -> None:
    drawn = (ROOT / "docs" / "demo.svg").read_text(encoding="utf-8")
    assert "url(http" not in drawn
    assert "<image" not in drawn
    assert "clauses with an action" in drawn.replace("&#160;", " ")
