"""The six rooms have common names: each must be ours, and no other package may stand in front of it."""

import json
import subprocess
import sys
from importlib.metadata import distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ROOMS = ("aimtrace", "api", "index", "extract", "models", "corpus")


@pytest.fixture(scope="module")
def seen_from_elsewhere(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """Where each room is found by a program that is started in some other folder."""
    code = (
        "import importlib, json, sys\n"
        "print(json.dumps({r: list(importlib.import_module(r).__path__) for r in sys.argv[1:]}))"
    )
    command = [sys.executable, "-c", code, *ROOMS]
    told = subprocess.run(command, cwd=tmp_path_factory.mktemp("elsewhere"), capture_output=True, text=True, check=True)
    found: dict[str, list[str]] = json.loads(told.stdout)
    return found


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_is_this_checkout_or_our_own_distribution(room: str, seen_from_elsewhere: dict[str, list[str]]) -> None:
    """`import models` of somebody else's package would be found first, or in part, without a word."""
    (place,) = seen_from_elsewhere[room]
    folder = Path(place).resolve()
    ours = {Path(str(d.locate_file(room))).resolve() for d in distributions() if d.metadata["Name"] == "aimtrace"}
    assert folder in {ROOT / room, *ours}
    assert (folder / "__init__.py").is_file()


@pytest.mark.parametrize("room", ROOMS)
def test_no_other_distribution_brings_a_room_of_that_name(room: str) -> None:
    """A dependency that ships such a folder would be written over ours, or ours over it."""
    owners = {
        str(found.metadata["Name"])
        for found in distributions()
        if any(file.parts[0] in (room, f"{room}.py") for file in found.files or ())
    }
    assert owners <= {"aimtrace"}


def test_the_tests_are_those_of_this_checkout() -> None:
    """`tests` is the commonest name of all; a package that ships its own must not be run instead."""
    import tests

    assert [Path(place).resolve() for place in tests.__path__] == [ROOT / "tests"]
