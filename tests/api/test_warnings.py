"""What should be checked in a paper is counted when it is read, and listed with its page."""

from pathlib import Path

from tests.cli import Cli
from tests.conftest import SAMPLE


def test_show_lists_what_should_be_checked(cli: Cli, sample_home: Path) -> None:
    """The results sheet whose parts do not make up their total."""
    run = cli("show", "empact-results-2042.pdf", "--home", sample_home)
    assert run.code == 0
    assert "1 to check" in run.out
    assert "The stated total is 1 264 300, but its parts add up to 1 272 430. p. 2" in run.out
    (warning,) = cli("show", "empact-results-2042.pdf", "--home", sample_home, "--json").json["warnings"]
    assert (warning["code"], warning["page"], len(warning["bbox"])) == ("sum_differs", 2, 4)


def test_reading_says_how_much_there_is_to_check(cli: Cli, empty_home: Path, tmp_path: Path) -> None:
    """And where to find it; a paper without warnings says nothing."""
    run = cli("ingest", SAMPLE / "empact-results-2042.pdf", "--home", empty_home)
    assert "1 thing to check in 1 file" in run.err
    assert (
        cli("extract", SAMPLE / "empact-results-2042.pdf", "--out", tmp_path, "--json").json["files"][0]["warnings"]
        == 1
    )
    run = cli("ingest", SAMPLE / "evaluation-2040.pdf", "--home", empty_home)
    assert "to check" not in run.err
