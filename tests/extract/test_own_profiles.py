"""A layout of one's own is read by a TOML file alone; a slip in it is told with file, key and line."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus.errors import BadSetting
from corpus.lexicon import Lexicon
from corpus.records import Extraction
from extract import profile
from extract.own_profiles import Texts, merged, read_texts
from extract.pipeline import extract
from extract.profile import load_profile, own_profiles, profiles_hash, read_profiles, use_profiles
from models.language import Language
from tests.conftest import ROOT
from tests.pdfs import PdfPage, pdf_bytes

EXAMPLES = ROOT / "docs" / "examples"

HEAD = (
    "Volgnr.",
    "Maatregel",
    "Toelichting",
    "Trekker",
    "Meetrekkers",
    "Deelnemende landen",
    "Aanvang",
    "Afloop",
    "Graadmeters",
)
ROWS = (
    (
        "M 1",
        "Nachtwacht",
        "Gezamenlijke wacht in kleine havens, zonder licht.",
        "ES",
        "IT, EL",
        "alle lidstaten behalve DK",
        "01.03.2051",
        "31.12.2051",
        "boten",
    ),
    (
        "M 2",
        "Motoren",
        "Verkopers worden naar hun kopers gevraagd.",
        "NL",
        "BE",
        "FR, DE, Europol",
        "1 april 2051",
        "30 mei 2051",
        "winkels",
    ),
)
XS = (30, 75, 150, 330, 375, 445, 550, 620, 690, 800)


def dutch_plan() -> bytes:
    """An operational action plan whose words no shipped profile knows."""
    page = PdfPage(media=(0, 0, 842, 595)).text(30, 560, "Operationeel plan 2051: kleine boten", 16, bold=True)
    y, edges = 520, [520]
    for number, row in enumerate((HEAD, *ROWS)):
        cells = [_wrapped(text, XS[i + 1] - XS[i]) for i, text in enumerate(row)]
        below = y - 11 * max(map(len, cells)) - 8
        for x in XS:
            page.rule(x, y, x, below)
        for x, lines in zip(XS, cells, strict=False):
            page.lines(x + 3, y - 11, lines, 8, 11) if number else [page.text(x + 3, y - 11, lines[0], 8, bold=True)]
        y = below
        edges.append(y)
    for edge in edges:
        page.rule(XS[0], edge, XS[-1], edge)
    return pdf_bytes([page])


def _wrapped(text: str, width: float) -> list[str]:
    lines = [""]
    for word in text.split():
        if lines[-1] and 4.5 * (len(lines[-1]) + len(word)) > width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


@pytest.fixture(autouse=True)
def shipped_alone() -> Iterator[None]:
    """What a test adds is gone after it."""
    use_profiles(())
    yield
    use_profiles(())


@pytest.fixture
def read(language: Language, lexicon: Lexicon) -> "Reader":
    return Reader(language, lexicon)


class Reader:
    def __init__(self, language: Language, lexicon: Lexicon) -> None:
        self._language = language
        self._lexicon = lexicon

    def __call__(self, data: bytes) -> Extraction:
        return extract(data, "plan.pdf", language=self._language, lexicon=self._lexicon)


def texts(**named: str) -> Texts:
    return tuple((f"{name}.toml", text) for name, text in sorted(named.items()))


def test_a_layout_that_no_profile_knows_is_read_once_a_file_names_its_words(read: Reader) -> None:
    """Another language and other words for kind, columns, dates and "all MS except": one file, no code."""
    before = read(dutch_plan())
    assert (before.document.kind, before.records) == ("other", ())
    use_profiles(read_profiles(EXAMPLES))
    after = read(dutch_plan())
    assert after.document.kind == "operational_action_plan"
    first, second = after.records
    assert (first.number, first.title, first.text) == ("M 1", "Nachtwacht", ROWS[0][2])
    assert len(first.fields["participants"]) == 26
    assert "DK" not in first.fields["participants"]
    assert (first.fields["leader"], first.fields["co_leaders"], first.fields["kpis"]) == (
        ["ES"],
        ["IT", "EL"],
        ["boten"],
    )
    assert (second.fields["start"], second.fields["end"]) == ("2051-04-01", "2051-05-30")


def test_what_ships_is_read_as_before_with_a_file_of_ones_own(read: Reader) -> None:
    """Words are added and none are lost."""
    plan = (ROOT / "corpus" / "sample" / "st90655-41.pdf").read_bytes()
    before = read(plan)
    use_profiles(read_profiles(EXAMPLES))
    assert read(plan) == before


def test_an_own_profile_changes_the_hash_that_decides_whether_files_are_read_anew() -> None:
    """An edit re-reads, and taking the file away too."""
    shipped = profiles_hash()
    use_profiles(texts(a='[operational_action_plan.fields.leader]\nnl = ["Trekker"]'))
    first = profiles_hash()
    use_profiles(texts(a='[operational_action_plan.fields.leader]\nnl = ["Trekkers"]'))
    second = profiles_hash()
    use_profiles(())
    assert len({shipped, first, second}) == 3
    assert profiles_hash() == shipped


def test_lists_add_strings_replace_and_new_languages_are_tables_of_their_own() -> None:
    """What an entry does is told by its form."""
    use_profiles(
        texts(
            a='[operational_action_plan.fields.leader]\nen = ["Boss", "Leader"]\nnl = ["Trekker"]\n'
            "[operational_action_plan.patterns]\nplan_label = 'PLAN \\d+'\n"
            "[kinds]\nleast = 3\n[[kinds.kind]]\nname = \"results\"\nhead = ['uitkomsten\\b']",
            b='[operational_action_plan.fields.leader]\nnl = ["Aanvoerder"]',
        )
    )
    plan = load_profile("operational_action_plan")
    leader = plan["fields"]["leader"]
    assert leader["en"][-1] == "Boss"
    assert leader["en"].count("Leader") == 1
    assert leader["nl"] == ["Trekker", "Aanvoerder"]
    assert plan["patterns"]["plan_label"] == r"PLAN \d+"
    assert load_profile("kinds")["least"] == 3
    (results,) = (kind for kind in load_profile("kinds")["kind"] if kind["name"] == "results")
    assert results["head"][-1] == r"uitkomsten\b"


@pytest.mark.parametrize(
    ("text", "line", "key", "told"),
    [
        ("[plan.fields.leader]\nnl = ['x']", 1, "plan", "there is no profile 'plan'"),
        (
            "\n[operational_action_plan.fields.boss]\nnl = ['x']",
            2,
            "operational_action_plan.fields.boss",
            "no 'boss' here",
        ),
        (
            "[operational_action_plan.fields.leader]\nnl = 'x'",
            2,
            "operational_action_plan.fields.leader.nl",
            "is a list",
        ),
        (
            "[operational_action_plan.fields.leader]\n\nnl = [1]",
            3,
            "operational_action_plan.fields.leader.nl",
            "is a number, not a text",
        ),
        (
            "[operational_action_plan.fields.leader]\ndutch = ['x']",
            2,
            "operational_action_plan.fields.leader.dutch",
            "no 'dutch' here",
        ),
        ("[operational_action_plan]\nfields = ['x']", 2, "operational_action_plan.fields", "this is a table"),
        ("[kinds]\nleast = 'two'", 2, "kinds.least", "this is a number, not a text"),
        ("[[kinds.kind]]\nname = 'reports'", 1, "kinds.kind", "none with the name 'reports'"),
        ("[[kinds.kind]]\nname = 'results'\nhead = ['(']", 3, "kinds.kind.head", "is no pattern"),
        (
            "[operational_action_plan.patterns]\nplan_label = '('",
            2,
            "operational_action_plan.patterns.plan_label",
            "is no pattern",
        ),
    ],
)
def test_a_slip_is_told_with_file_key_line_and_what_would_have_been_right(
    tmp_path: Path, text: str, line: int, key: str, told: str
) -> None:
    """An analyst finds the place; nothing is silently ignored."""
    (tmp_path / "house.toml").write_text(text, encoding="utf-8")
    with pytest.raises(BadSetting) as refused:
        read_profiles(tmp_path)
    assert refused.value.problem.startswith(f"profiles/house.toml, line {line}: {key}")
    assert told in refused.value.problem
    assert refused.value.remedy


def test_a_file_that_is_no_toml_is_told_with_its_line(tmp_path: Path) -> None:
    """As TOML's reader says it."""
    (tmp_path / "house.toml").write_text("[kinds]\nleast = = 2", encoding="utf-8")
    with pytest.raises(BadSetting, match=r"profiles/house\.toml: .*line 2"):
        read_profiles(tmp_path)
    (tmp_path / "house.toml").write_bytes(b"\xff\xfe")
    with pytest.raises(BadSetting, match="not UTF-8"):
        read_texts(tmp_path)


def test_a_wrong_file_leaves_the_profiles_as_they_were() -> None:
    """A process goes on with what it had."""
    with pytest.raises(BadSetting):
        use_profiles(texts(a="[nothing]\nx = 1"))
    assert own_profiles() == ()
    assert load_profile("kinds") == profile._shipped()["kinds"]


def test_no_folder_is_no_profile(tmp_path: Path) -> None:
    """Most users have none."""
    assert read_profiles(tmp_path / "nowhere") == ()
    assert merged({"a": {"b": ["c"]}}, ()) == {"a": {"b": ["c"]}}


def test_the_guide_shows_the_example_as_it_is() -> None:
    """What an analyst copies from the guide works."""
    guide = (ROOT / "docs" / "profiles.md").read_text(encoding="utf-8")
    assert (EXAMPLES / "dutch.toml").read_text(encoding="utf-8").strip() in guide
