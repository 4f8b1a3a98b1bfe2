"""Markings: their order, who sees what, and when words on a page are a marking rather than a mention."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.markings import (
    FULL,
    OPEN,
    Clearance,
    Marking,
    letters,
    marking_in_furniture,
    marking_of_line,
    strictest,
)
from tests.strategies import markings

CLASSIFIED = (Marking.RESTREINT_UE, Marking.CONFIDENTIEL_UE, Marking.SECRET_UE, Marking.TRES_SECRET_UE)


def test_markings_stand_in_the_order_of_their_rules() -> None:
    """Everything that compares clearances stands on this order."""
    open_to_secret = [Marking.PUBLIC, Marking.EUROPOL_BPL, Marking.LIMITE, *CLASSIFIED]
    assert sorted(Marking, key=lambda marking: marking.rank) == open_to_secret


@pytest.mark.parametrize("marking", Marking)
def test_eu_classified_information_is_told_from_distribution_markings(marking: Marking) -> None:
    """LIMITE limits who is sent a paper; RESTREINT UE and above may not enter this system at all."""
    assert marking.is_classified == (marking in CLASSIFIED)


@given(st.lists(st.none() | markings, max_size=6))
def test_an_answer_is_marked_as_its_strictest_source(sources: list[Marking | None]) -> None:
    """Whoever may see the answer may see each of its sources."""
    marking = strictest(sources)
    assert marking in sources or marking is None
    for clearance in map(Clearance, Marking):
        assert clearance.sees(marking) == all(clearance.sees(source) for source in sources)


@given(markings, markings)
def test_a_higher_clearance_sees_all_that_a_lower_one_sees(one: Marking, two: Marking) -> None:
    """Raising somebody's clearance never hides anything."""
    low, high = sorted((one, two), key=lambda marking: marking.rank)
    assert all(Clearance(high).sees(marking) for marking in Marking if Clearance(low).sees(marking))


@pytest.mark.parametrize(
    ("clearance", "seen"),
    [
        (OPEN, {None, Marking.PUBLIC}),
        (Clearance(Marking.EUROPOL_BPL), {None, Marking.PUBLIC, Marking.EUROPOL_BPL}),
        (FULL, {None, Marking.PUBLIC, Marking.EUROPOL_BPL, Marking.LIMITE}),
    ],
)
def test_a_clearance_sees_up_to_its_limit_and_nothing_above(clearance: Clearance, seen: set[Marking | None]) -> None:
    """The one rule by which every query is filtered."""
    assert {marking for marking in (None, *Marking) if clearance.sees(marking)} == seen


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
    assert marking_of_line(line) is marking
    assert marking_in_furniture(line) is marking


@pytest.mark.parametrize(("line", "marking"), MARKED_LINES)
@pytest.mark.parametrize("frame", ["– {} –", "{} 3", "3/12 {}", "[{}]"])
def test_numbers_and_signs_around_a_marking_change_nothing(frame: str, line: str, marking: Marking) -> None:
    """Page numbers share the marking's line."""
    assert marking_of_line(frame.format(line)) is marking


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
    assert marking_of_line(line) is None


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
    assert marking_in_furniture(furniture) is marking


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
    assert marking_in_furniture(furniture) is None


@pytest.mark.xfail(
    strict=True,
    reason="corpus/markings.py:139 only LIMITE may be letter-spaced within furniture: a RESTREINT UE footer that is "
    "letter-spaced and shares its line with initials is read as no marking",
)
@pytest.mark.parametrize(
    ("spaced", "marking"),
    [("R E S T R E I N T  U E", Marking.RESTREINT_UE), ("S E C R E T  U E", Marking.SECRET_UE)],
)
def test_a_letter_spaced_classification_is_known_among_initials(spaced: str, marking: Marking) -> None:
    """What the door must refuse it must recognise as well as it recognises LIMITE."""
    assert marking_in_furniture(f"90001/31 ab/cd 2 {spaced} EN") is marking


@given(st.text(max_size=40))
def test_letters_are_capitals_of_the_alphabet_only(text: str) -> None:
    """Markings are compared letter by letter, whatever stands between."""
    found = letters(text)
    assert found == letters(found)
    assert found.isascii()
    assert not found or (found.isalpha() and found.isupper())
