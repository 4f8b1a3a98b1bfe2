"""What columns, labels and verbs are called is data that an analyst may edit."""

import re
import shutil
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest

from corpus.errors import BadSetting
from extract import profile
from extract.profile import Names, load_profile, names_of, plain, profiles_hash

SHIPPED = sorted(entry.name.removesuffix(".toml") for entry in (files("extract") / "profiles").iterdir())


@pytest.mark.parametrize("name", SHIPPED)
def test_every_profile_that_ships_loads(name: str) -> None:
    """A slip in a profile is noticed here and not at an analyst's desk."""
    assert load_profile(name)


def test_an_unknown_profile_is_refused_and_the_known_ones_are_listed() -> None:
    """The message lists what would have been valid."""
    with pytest.raises(BadSetting) as refused:
        load_profile("press_release")
    assert "press_release" in refused.value.problem
    assert all(name in refused.value.remedy for name in SHIPPED)


def test_the_patterns_of_the_profiles_are_patterns() -> None:
    """A regular expression with a slip would break every document of its kind."""
    for kind in load_profile("kinds")["kind"]:
        for pattern in (*kind["title"], *kind["body"]):
            re.compile(pattern)
    for pattern in load_profile("operational_action_plan")["patterns"].values():
        re.compile(pattern)


@pytest.mark.parametrize(("name", "table"), [("operational_action_plan", "fields"), ("council_conclusions", "columns")])
def test_each_printed_name_means_one_field(name: str, table: str) -> None:
    """A name that two fields claim would silently go to the first of them."""
    fields = load_profile(name)[table]
    names = names_of(fields)
    wrong = [
        (printed, field, names.field(printed))
        for field, by_language in fields.items()
        for printed_names in by_language.values()
        for printed in printed_names
        if names.field(printed) != field
    ]
    assert wrong == []


FIELDS = {
    "leader": {"en": ["Action leader", "Lead"], "fr": ["Chef de file"]},
    "co_leaders": {"en": ["Co-leader", "Co-leaders"]},
    "title": {"en": ["Action", "Title of the action"]},
    "kpis": {"en": ["KPI", "Indicators"]},
    "later": {"en": ["Lead"]},
}


@pytest.mark.parametrize(
    ("printed", "field"),
    [
        ("Action leader", "leader"),
        ("ACTION LEADER", "leader"),
        ("Action  leader:", "leader"),
        ("Action leader(s)", "leader"),
        ("Action leader (MS or agency)", "leader"),
        ("Action leader and his deputy", "leader"),
        ("Co-leader", "co_leaders"),
        ("Coleader", "co_leaders"),
        ("Co leader", "co_leaders"),
        ("Co-leader(s)", "co_leaders"),
        ("Action", "title"),
        ("Action:", "title"),
        ("Title of the action (short)", "title"),
        ("KPI(s)", "kpis"),
        ("Indicators (with targets)", "kpis"),
        ("Chef de file", "leader"),
        ("Lead", "leader"),
        ("Remarks", None),
        ("", None),
        ("An action that nobody leads", None),
        ("Action is what the platform stands for since it was founded", None),
    ],
)
def test_a_header_names_its_field_however_it_is_set(printed: str, field: str | None) -> None:
    """A new layout whose names differ by case, plural or a remark needs no new entry; a sentence is no header."""
    assert names_of(FIELDS).field(printed) == field


def test_names_may_be_limited_to_languages() -> None:
    """A French word is not looked for in an English plan where the caller says so."""
    names = names_of(FIELDS, languages=["en"])
    assert names.field("Chef de file") is None
    assert names.field("Lead") == "leader"


@pytest.mark.parametrize(
    ("printed", "compared"),
    [
        ("Co-Leader(s):", "coleaders"),
        ("No.", "no"),
        ("Start/End", "start/end"),
        ("#", "#"),
        ("  Time   frame ", "time frame"),
        ("Föderführung", "föderführung"),
        ("N.º", "n º"),
    ],
)
def test_names_are_compared_without_case_and_signs(printed: str, compared: str) -> None:
    """What an analyst writes into a profile need not copy every dot."""
    assert plain(printed) == compared


def test_names_without_entries_name_nothing() -> None:
    """An empty profile matches nothing, and breaks nothing."""
    assert Names({}).field("Action leader") is None


@pytest.fixture
def own_profiles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of the profiles that a test may edit, in the place where the package looks for its own."""
    shutil.copytree(str(files("extract") / "profiles"), tmp_path / "profiles")
    with monkeypatch.context() as patched:
        patched.setattr(profile, "files", lambda package: tmp_path)
        profile.forget()
        yield tmp_path / "profiles"
    profile.forget()


def test_an_edit_of_a_profile_changes_the_hash_and_nothing_else_does(own_profiles: Path) -> None:
    """It is part of provenance: an edit re-extracts, a second look does not."""
    before = profiles_hash()
    profiles_hash.cache_clear()
    assert profiles_hash() == before
    assert re.fullmatch(r"[0-9a-f]{12}", before)
    with (own_profiles / "cover.toml").open("a", encoding="utf-8") as file:
        file.write("\n# a remark\n")
    profiles_hash.cache_clear()
    assert profiles_hash() != before


def test_a_slip_in_a_profile_is_told_with_its_file(own_profiles: Path) -> None:
    """An analyst who edits a profile learns which file and line to mend."""
    (own_profiles / "kinds.toml").write_text("least = \n", encoding="utf-8")
    with pytest.raises(BadSetting, match=r"kinds\.toml.*line 1") as refused:
        load_profile("kinds")
    assert refused.value.remedy
