"""The words of markings: when a line states one, and when it merely mentions it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.markings import Marking
from extract.marking_words import Released, Sort, marking_of, released_in, stated_in, stated_in_furniture


def line_marking(text: str) -> Marking | None:
    return marking_of(stated_in(text))


def footer_marking(text: str) -> Marking | None:
    return marking_of(stated_in_furniture(text))


MARKED_LINES = [
    ("LIMITE", Marking.LIMITE),
    ("LIMITÉ", Marking.LIMITE),
    ("L I M I T E", Marking.LIMITE),
    ("L  I  M  I  T  É", Marking.LIMITE),
    ("LIMI TE", Marking.LIMITE),
    ("PUBLIC", Marking.PUBLIC),
    ("P U B L I C", Marking.PUBLIC),
    ("Europol Public Information", Marking.PUBLIC),
    ("Europol Unclassified – Basic Protection Level", Marking.EUROPOL_BPL),
    ("EUROPOL UNCLASSIFIED", Marking.EUROPOL_BPL),
    ("RESTREINT UE/EU RESTRICTED", Marking.RESTREINT_UE),
    ("RESTREINT UE", Marking.RESTREINT_UE),
    ("EU RESTRICTED", Marking.RESTREINT_UE),
    ("R E S T R E I N T   U E", Marking.RESTREINT_UE),
    ("CONFIDENTIEL UE/EU CONFIDENTIAL", Marking.CONFIDENTIEL_UE),
    ("EU CONFIDENTIAL", Marking.CONFIDENTIEL_UE),
    ("SECRET UE/EU SECRET", Marking.SECRET_UE),
    ("EU SECRET", Marking.SECRET_UE),
    ("TRÈS SECRET UE/EU TOP SECRET", Marking.TRES_SECRET_UE),
    ("TRES SECRET UE", Marking.TRES_SECRET_UE),
    ("EU TOP SECRET", Marking.TRES_SECRET_UE),
]


@pytest.mark.parametrize(("line", "marking"), MARKED_LINES)
def test_a_line_of_nothing_but_the_words_is_a_marking(line: str, marking: Marking) -> None:
    """Also letter-spaced, broken or accented, as text extraction gives it."""
    assert line_marking(line) is marking
    assert footer_marking(line) is marking


@pytest.mark.parametrize(("line", "marking"), MARKED_LINES)
@pytest.mark.parametrize("frame", ["– {} –", "{} 3", "3/12 {}", "[{}]"])
def test_numbers_and_signs_around_a_marking_change_nothing(frame: str, line: str, marking: Marking) -> None:
    """Page numbers share the marking's line."""
    assert line_marking(frame.format(line)) is marking


@pytest.mark.parametrize(
    "line",
    [
        "",
        "3 / 12",
        "LIMITED",
        "Limited access",
        "This paper is marked LIMITE.",
        "RESTREINT",
        "Restricted",
        "restricted to Member States",
        "Documents marked RESTREINT UE/EU RESTRICTED are kept in a safe.",
        "Public hearings",
        "Europol",
        "The secret service",
    ],
)
def test_a_mention_in_running_text_is_no_marking(line: str) -> None:
    """A guide about markings must not be refused for what it explains."""
    assert line_marking(line) is None


@pytest.mark.parametrize(
    ("furniture", "marking"),
    [
        ("90001/1/31 REV 1 AB/CD/ef 2 JAI.1 LIMITE EN", Marking.LIMITE),
        ("90001/31 ab/cd LIMITÉ 2 FR", Marking.LIMITE),
        ("90001/31 ab/cd L I M I T E 2 EN", Marking.LIMITE),
        ("90001/31 ab/cd LIMI TE EN", Marking.LIMITE),
        ("Europol Unclassified - Basic Protection Level 4/40", Marking.EUROPOL_BPL),
        ("The Hague, 3 May 2031 Europol Public Information", Marking.PUBLIC),
        ("90001/31 ab/cd 2 RESTREINT UE/EU RESTRICTED EN", Marking.RESTREINT_UE),
        ("RESTREINT UE LIMITE EN", Marking.RESTREINT_UE),
        ("CONFIDENTIEL UE 7 EN", Marking.CONFIDENTIEL_UE),
        ("EU SECRET copy 3", Marking.SECRET_UE),
        ("TRÈS SECRET UE/EU TOP SECRET copy 3", Marking.TRES_SECRET_UE),
    ],
)
def test_a_footer_gives_its_marking_among_numbers_and_initials(furniture: str, marking: Marking) -> None:
    """Most papers state their marking nowhere else than in the footer; of two, the stricter counts."""
    assert footer_marking(furniture) is marking


@pytest.mark.parametrize(
    "furniture",
    [
        "90001/31 ab/cd 2 JAI.1 EN",
        "Annex: limits of the mandate",
        "UNLIMITED EN",
        "90001/31 LIMITED 2",
        "Public consultation 3",
        "EU restricted to seven",
    ],
)
def test_a_footer_without_a_marking_has_none(furniture: str) -> None:
    """A running title that holds such a word must not close a paper to its readers."""
    assert footer_marking(furniture) is None


@pytest.mark.parametrize(
    ("spaced", "marking"),
    [("R E S T R E I N T  U E", Marking.RESTREINT_UE), ("S E C R E T  U E", Marking.SECRET_UE)],
)
def test_a_letter_spaced_classification_is_known_among_initials(spaced: str, marking: Marking) -> None:
    """What the door must refuse it must recognise as well as it recognises LIMITE."""
    assert footer_marking(f"90001/31 ab/cd 2 {spaced} EN") is marking


@pytest.mark.parametrize(
    "line",
    [
        "RESTR INT UE/EU RESTRICTED",
        "RESTRE1NT UE/EU RESTR1CTED",
        "RESTREINTUE/EURESTRICTED",
        "RESTREINT U E / EU RESTRIC TED",
    ],
)
def test_a_classification_is_known_though_extraction_lost_or_changed_a_letter(line: str) -> None:
    """A scanner's letters must not open a closed paper."""
    assert line_marking(line) is Marking.RESTREINT_UE


@pytest.mark.parametrize("line", ["LIMITEEN", "LIMITE EN", "L I M I T E EN"])
def test_limite_is_known_with_the_language_glued_to_it(line: str) -> None:
    """Footers set both side by side."""
    assert line_marking(line) is Marking.LIMITE


@pytest.mark.parametrize(
    "line",
    [
        "2. RESTREINT UE/EU RESTRICTED",
        "(a) SECRET UE/EU SECRET",
        "• RESTREINT UE/EU RESTRICTED",
        "“RESTREINT UE/EU RESTRICTED”",
        "RESTREINT UE/EU RESTRICTED;",
        "RESTREINT UE/EU RESTRICTED ........ 4",
        "GUIDE TO EU RESTRICTED DOCUMENTS",
        "EU RESTRICTED AREA",
        "EU SECRETARIAT",
    ],
)
def test_points_quotations_entries_and_titles_are_mentions(line: str) -> None:
    """Lists of levels, contents pages and titles name markings and bear none."""
    assert stated_in(line) == ()


@pytest.mark.parametrize(
    ("line", "level"),
    [
        ("VS-NUR FÜR DEN DIENSTGEBRAUCH", Marking.RESTREINT_UE),
        ("VS – NfD", Marking.RESTREINT_UE),
        ("DIFFUSION RESTREINTE", Marking.RESTREINT_UE),
        ("DIFFUSION LIMITÉE", Marking.RESTREINT_UE),
        ("RISERVATO", Marking.RESTREINT_UE),
        ("DIFUSIÓN LIMITADA", Marking.RESTREINT_UE),
        (
            "ЗА СЛУЖЕБНО ПОЛЗВАНЕ",
            Marking.RESTREINT_UE,
        ),
        (
            "ΠΕΡΙΟΡΙΣΜΕΝΗΣ ΧΡΗΣΗΣ",
            Marking.RESTREINT_UE,
        ),
        ("FOR OFFICIAL USE ONLY", Marking.RESTREINT_UE),
        ("NATO RESTRICTED", Marking.RESTREINT_UE),
        ("CONFIDENTIEL DÉFENSE", Marking.CONFIDENTIEL_UE),
        ("STRENG GEHEIM", Marking.TRES_SECRET_UE),
        ("TOP SECRET", Marking.TRES_SECRET_UE),
    ],
)
def test_national_classifications_stand_at_the_level_that_the_councils_rules_give_them(
    line: str, level: Marking
) -> None:
    """Decision 2013/488/EU, appendix B: a national paper is kept out like one of the EU."""
    (stated,) = stated_in(line)
    assert (stated.sort, stated.level, stated.refuses) == (Sort.NATIONAL, level, True)


@pytest.mark.parametrize("line", ["Handling code: H2", "SIENA H1", "SIENA No 2051-4417-3 H3", "HANDLING CODES H0, H1"])
def test_handling_codes_refuse_without_a_level(line: str) -> None:
    """Operational information is no paper of the cycle."""
    (stated,) = stated_in(line)
    assert (stated.sort, stated.level, stated.refuses) == (Sort.HANDLING, None, True)


@pytest.mark.parametrize("line", ["H1", "H2 headings", "Handling code H1 means that consent is needed", "Vitamin H2"])
def test_a_code_without_its_label_or_in_a_sentence_is_none(line: str) -> None:
    """H1 is also the level of a heading."""
    assert stated_in(line) == ()


def test_a_limit_of_sharing_refuses_nothing() -> None:
    """A person has to judge it."""
    (stated,) = stated_in("TLP:AMBER")
    assert (stated.sort, stated.refuses) == (Sort.SHARING, False)


@pytest.mark.parametrize(
    ("text", "released"),
    [
        ("DOCUMENT PARTIALLY ACCESSIBLE TO THE PUBLIC (15.09.2051)", Released(is_partial=True)),
        ("Document made partially accessible to the public on: 3 May 2051", Released(is_partial=True)),
        ("DOCUMENT PARTIELLEMENT ACCESSIBLE AU PUBLIC", Released(is_partial=True)),
        ("made public on 14 July 2051", Released(is_partial=False)),
        ("Öffentlich zugänglich seit 14.7.2051", Released(is_partial=False)),
        ("Public consultation", None),
        ("LIMITE", None),
    ],
)
def test_words_of_a_release_say_whether_it_is_the_whole_paper(text: str, released: Released | None) -> None:
    """What a deletion left is not the paper."""
    assert released_in(text) == released


@given(st.text(max_size=60))
def test_any_text_is_read_without_an_error(text: str) -> None:
    """Lines of any file come here, whatever its fonts make of them."""
    for stated in (*stated_in(text), *stated_in_furniture(text)):
        assert stated.words
