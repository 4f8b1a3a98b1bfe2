"""Times in running text, and where sentences end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.periods import is_cycle, is_span, periods, reported
from extract.sentences import sentences


@pytest.mark.parametrize(
    ("text", "named", "grain"),
    [
        ("From 3 to 9 June 2048 police met.", "3 to 9 June 2048", "days"),
        ("between 28 May and 3 June 2048", "between 28 May and 3 June 2048", "days"),
        ("held on 7–11 October 2046", "7–11 October 2046", "days"),
        ("on 14.03.2049", "14.03.2049", "days"),
        ("October 14, 2049", "October 14, 2049", "days"),
        ("2049-03-14", "2049-03-14", "days"),
        ("Vom 1. bis 5. Dezember 2048", "1. bis 5. Dezember 2048", "days"),
        ("du 3 au 9 juin 2048", "3 au 9 juin 2048", "days"),
        ("in October 2045", "October 2045", "months"),
        ("January to March 2045", "January to March 2045", "months"),
        ("in Q3 2045", "Q3 2045", "months"),
        ("in 2045", "2045", "years"),
        ("over 2041-2044", "2041-2044", "years"),
    ],
)
def test_a_time_is_found_as_it_is_printed(text: str, named: str, grain: str) -> None:
    """The period of a figure is shown in the words of its paper."""
    (found,) = periods(text)
    assert (found.text, found.grain) == (named, grain)
    assert text[found.start : found.end] == named


@pytest.mark.parametrize("text", ["2 044 arrests", "2044.5 tonnes", "EUR 2,044,000", "document 9921/2041", "2045 %"])
def test_a_number_that_looks_like_a_year_is_none(text: str) -> None:
    """Counts between 1900 and 2100 are frequent."""
    assert periods(text) == ()


@given(st.integers(1, 27), st.integers(1, 3), st.sampled_from(["to", "-", "–", "and", "until"]))
def test_a_span_of_days_is_one_time(day: int, length: int, joint: str) -> None:
    """Action days are told by their first and last day."""
    between = joint if joint in "-–" else f" {joint} "
    (found,) = periods(f"{day}{between}{day + length} May 2051")
    assert is_span(found)
    assert not is_span(periods(f"{day} May 2051")[0])


def test_a_cycle_has_four_years() -> None:
    """Figures of "the cycle 2041-2044" are not those of a year."""
    assert is_cycle("2041-2044")
    assert is_cycle("2041–44")
    assert not is_cycle("2041-2042")
    assert not is_cycle("2041")


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("In 2046 the plans led to 12 arrests.", ["2046"]),
        ("The priorities of the cycle 2041-2044 were kept.", []),
        ("Published on 14 March 2047.", []),
        ("By 2049 all will be done.", []),
        ("In 2046, compared with 2045, arrests rose.", ["2046"]),
        ("Between 2041 and 2044, 12 networks fell.", ["Between 2041 and 2044"]),
    ],
)
def test_only_times_for_which_something_is_reported_are_periods(text: str, named: list[str]) -> None:
    """The year of a deadline, a cycle or a comparison is not the figure's."""
    assert [period.text for period in reported(text)] == named


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Of 12 vans two left. No. 3 stayed.", ["Of 12 vans two left.", "No. 3 stayed."]),
        ("It cost EUR 1.2 million. Nobody paid.", ["It cost EUR 1.2 million.", "Nobody paid."]),
        ("Art. 9 applies, e.g. to vans. See p. 4.", ["Art. 9 applies, e.g. to vans.", "See p. 4."]),
        ("Am 31. Januar kamen 12. Am 1. Februar keiner.", ["Am 31. Januar kamen 12.", "Am 1. Februar keiner."]),
        ("“They left.” Then 12 came", ["“They left.”", "Then 12 came"]),
        ("", []),
    ],
)
def test_sentences_end_at_stops_that_end_them(text: str, parts: list[str]) -> None:
    """A sentence is the text of a figure's record: one cut at "No." would not be found in the paper."""
    assert [text[a:b] for a, b in sentences(text)] == parts
