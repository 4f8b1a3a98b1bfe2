"""Word lists: states, bodies, areas. An analyst edits them, so what is wrong in them must be told and not guessed around."""

from collections import defaultdict
from importlib.resources import files

import pytest

from corpus.errors import BadSetting
from corpus.lexicon import Lexicon, fold, parse_lexicon

LISTS = ("states", "bodies", "acronyms", "areas")


def shipped() -> dict[str, str]:
    """The four lists as they ship."""
    return {name: (files("corpus") / "data" / f"{name}.toml").read_text(encoding="utf-8") for name in LISTS}


def test_the_union_has_27_members(lexicon: Lexicon) -> None:
    """These are the 27 codes that "all MS" stands for."""
    members = lexicon.member_codes
    assert len(members) == len(set(members)) == 27
    assert {"EL", "HR", "SE"} <= set(members)
    assert not {"GR", "UK", "GB", "NO", "CH"} & set(members)


@pytest.mark.parametrize(
    ("printed", "code"),
    [("GR", "EL"), ("EL", "EL"), ("GB", "UK"), ("UK", "UK"), ("FR", "FR"), ("XY", None), ("gr", None)],
)
def test_a_code_is_given_as_the_union_writes_it(lexicon: Lexicon, printed: str, code: str | None) -> None:
    """Plans print ISO codes beside the Union's own; one state must not count as two."""
    assert lexicon.state_by_code(printed) == code


def test_no_name_is_claimed_twice(lexicon: Lexicon) -> None:
    """Which of the two a reader would get depended on the order of the list."""
    claimed: defaultdict[str, set[str]] = defaultdict(set)
    for state in lexicon.states:
        for name in state.names:
            claimed[fold(name)].add(state.code)
    for body in lexicon.bodies:
        for name in (body.short, *body.names):
            claimed[fold(name)].add(body.short)
    assert {name: owners for name, owners in claimed.items() if len(owners) > 1} == {}


def test_no_code_is_claimed_twice(lexicon: Lexicon) -> None:
    """A list of participants is read by codes alone."""
    codes = [code for state in lexicon.states for code in (state.code, *state.codes)]
    assert sorted(codes) == sorted(set(codes))


def test_no_word_means_and_contradicts_the_same_area(lexicon: Lexicon) -> None:
    """A word that speaks for an area and against it would cancel itself."""
    for area in lexicon.areas:
        assert not {fold(word) for word in (*area.labels, *area.words)} & {fold(word) for word in area.false}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("led by Europol and Greece", [("Europol", "Europol"), ("Greece", "EL")]),
        ("the EU Agency for Cybersecurity advises", [("EU Agency for Cybersecurity", "ENISA")]),
        (
            "the European Union Agency for Law Enforcement Training",
            [("European Union Agency for Law Enforcement Training", "CEPOL")],
        ),
        ("the COSI Support Group agrees", [("COSI Support Group", "COSI Support Group")]),
        ("COSI agrees", [("COSI", "COSI")]),
        ("Niger and Nigeria", [("Niger", "NE"), ("Nigeria", "NG")]),
        ("the European Public Prosecutor’s Office", [("European Public Prosecutor’s Office", "EPPO")]),
        ("Europol's analysts", [("Europol", "Europol")]),
        ("THE NETHERLANDS", [("THE NETHERLANDS", "NL")]),
        ("the European Commission", [("European Commission", "Commission")]),
        ("EMCDDA", [("EMCDDA", "EUDA")]),
        ("Northern Ireland and Ireland", [("Northern Ireland", "UK"), ("Ireland", "IE")]),
        ("Guinea and Equatorial Guinea", [("Guinea", "GN"), ("Equatorial Guinea", "GQ")]),
        ("the European\nCommission", [("European\nCommission", "Commission")]),
        ("Bosnia\u2011Herzegovina", [("Bosnia\u2011Herzegovina", "BA")]),
    ],
)
def test_actors_are_found_by_their_longest_name(lexicon: Lexicon, text: str, found: list[tuple[str, str]]) -> None:
    """Leaders and addressees stand in prose; part of a long name must not become another body."""
    assert [(text[start:end], actor) for start, end, actor in lexicon.find_actors(text)] == found


@pytest.mark.parametrize(
    "text", ["ela de com", "the com port", "an era of fra", "anti-Europol", "Europolis", "AT home, IT tools"]
)
def test_words_that_only_look_like_actors_are_none(lexicon: Lexicon, text: str) -> None:
    """Acronyms in lower case, parts of words and two-letter codes in prose are words."""
    assert list(lexicon.find_actors(text)) == []


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("the police of Northern Ireland", "IE"),
        ("Equatorial Guinea", "GN"),
        ("Papua New Guinea", "GN"),
        ("piracy in the Gulf of Guinea", "GN"),
        ("the State of New Mexico", "MX"),
    ],
)
def test_part_of_another_place_is_no_state(lexicon: Lexicon, text: str, wrong: str) -> None:
    """An action must not be counted for a country that has no part in it."""
    assert wrong not in {actor for _, _, actor in lexicon.find_actors(text)}


def test_a_typographic_apostrophe_changes_no_name(lexicon: Lexicon) -> None:
    """Word replaces the apostrophe; the name in prose is the same as in a cell."""
    text = "a mission to Côte d’Ivoire"
    assert lexicon.state("Côte d’Ivoire") == "CI"
    assert [actor for _, _, actor in lexicon.find_actors(text)] == ["CI"]


@pytest.mark.parametrize("name", ["the Commission", "COMMISSION", "  European   Commission ", "COM"])
def test_a_body_is_one_however_a_cell_writes_it(lexicon: Lexicon, name: str) -> None:
    """Cells differ in case, spaces and articles."""
    assert lexicon.body(name) == "Commission"


def test_names_that_are_not_listed_are_none(lexicon: Lexicon) -> None:
    """An unknown name stays a name: it is not the nearest known one."""
    assert lexicon.body("Europool") is None
    assert lexicon.state("Atlantis") is None


def test_the_hash_changes_with_every_list_and_with_nothing_else(lexicon: Lexicon) -> None:
    """It is part of provenance: an edited list makes documents be read again, an unchanged one does not."""
    lists = shipped()
    assert parse_lexicon(lists).hash == lexicon.hash
    edited = [parse_lexicon({**lists, name: lists[name] + "\n# a note\n"}).hash for name in LISTS]
    assert len({lexicon.hash, *edited}) == 1 + len(LISTS)


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize("broken", ["[[state]\n", 'code = "XX\n', "= 3\n"])
def test_a_list_that_is_no_toml_is_refused_by_its_name(name: str, broken: str) -> None:
    """An analyst who mistyped is told the file and the line."""
    with pytest.raises(BadSetting) as refused:
        parse_lexicon({**shipped(), name: broken})
    assert f"{name}.toml" in refused.value.problem
    assert "\n" not in str(refused.value)
    assert refused.value.remedy


@pytest.mark.parametrize(
    ("name", "entry", "key"),
    [
        ("states", '[[state]]\ncode = "XX"\n', "names"),
        ("bodies", '[[body]]\nshort = "Office"\nnames = []\n', "kind"),
        ("areas", '[[area]]\nid = "x"\nlabels = []\n', "words"),
        ("acronyms", "", "acronyms"),
    ],
)
def test_an_entry_that_lacks_a_key_is_refused_with_the_key(name: str, entry: str, key: str) -> None:
    """The message names what to add."""
    with pytest.raises(BadSetting, match=key) as refused:
        parse_lexicon({**shipped(), name: entry})
    assert refused.value.remedy


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("states", "state = 3\n"),
        ("bodies", 'body = "Europol"\n'),
        ("acronyms", "acronyms = 3\n"),
        ("areas", '[[area]]\nid = "x"\nlabels = 3\nwords = []\n'),
        ("areas", '[[area]]\nid = "x"\nlabels = "drugs"\nwords = []\n'),
        ("areas", '[[area]]\nid = "x"\nlabels = [1]\nwords = []\n'),
        ("states", "[[state]]\ncode = 1\nnames = []\n"),
        ("states", 'places = "Gulf of Guinea"\n[[state]]\ncode = "XX"\nnames = []\n'),
        ("acronyms", '[acronyms]\nAI = "artificial intelligence"\n'),
    ],
)
def test_an_entry_of_the_wrong_type_is_refused(name: str, text: str) -> None:
    """Forgotten brackets are the likeliest slip of the one who edits a list: it is told which list and key."""
    with pytest.raises(BadSetting, match=rf"{name}\.toml") as refused:
        parse_lexicon({**shipped(), name: text})
    assert refused.value.remedy
