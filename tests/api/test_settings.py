"""Defaults, then aimtrace.toml, then the environment, then options; a mistake is told with the settings that there are."""

from pathlib import Path

import pytest

from api.cli.settings import Settings, load_settings
from corpus.errors import BadSetting
from corpus.markings import Marking
from tests.cli import Cli


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_each_layer_stands_over_the_one_below(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert load_settings().max_pages == 2_500
    Path("aimtrace.toml").write_text('max_pages = 10\nport = 1000\nhome = "from-file"\n', encoding="utf-8")
    assert load_settings().max_pages == 10
    monkeypatch.setenv("AIMTRACE_MAX_PAGES", "20")
    monkeypatch.setenv("AIMTRACE_HOME", "from-environment")
    found = load_settings()
    assert (found.max_pages, found.port, found.home) == (20, 1000, Path("from-environment"))
    assert load_settings(home=tmp_path).home == tmp_path


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("max_pages = 'many'\n", "max_pages"),
        ("max_page = 3\n", "max_page"),
        ("max_pages = \n", "aimtrace.toml"),
        ("port = 99999\n", "port"),
        ("clearance = 'COSMIC'\n", "clearance"),
    ],
)
def test_a_mistake_is_one_line_that_names_it(cli: Cli, content: str, told: str) -> None:
    Path("aimtrace.toml").write_text(content, encoding="utf-8")
    run = cli("status")
    assert run.code == 2
    assert told in run.err
    assert len(run.err.strip().splitlines()) == 1


def test_a_setting_of_the_environment_is_checked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AIMTRACE_PORT", "http")
    with pytest.raises(BadSetting, match="port"):
        load_settings()


def test_a_lower_clearance_is_taken(monkeypatch: pytest.MonkeyPatch, cli: Cli, sample_home: Path) -> None:
    monkeypatch.setenv("AIMTRACE_CLEARANCE", "PUBLIC")
    assert load_settings().seen.limit is Marking.PUBLIC
    assert 0 < cli("status", "--home", sample_home, "--json").json["documents"] < 10
    assert cli("show", "90210/41", "--home", sample_home).code == 1


def test_every_setting_says_what_it_is() -> None:
    assert all(field.description for field in Settings.model_fields.values())
