"""Markings: their order, and who sees what."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.markings import FULL, OPEN, Clearance, Marking, strictest
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
