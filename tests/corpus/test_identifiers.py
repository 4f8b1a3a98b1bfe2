"""Council numbers: what a cover prints and what the register prints are one document."""

import pytest
from hypothesis import given

from corpus.errors import MalformedNumber
from corpus.identifiers import CouncilNumber, find_council_numbers
from tests.strategies import council_numbers


@given(council_numbers)
def test_a_number_reads_back_from_the_form_of_the_cover(number: CouncilNumber) -> None:
    """An analyst pastes the number from the first page."""
    assert CouncilNumber.parse(number.printed) == number


@given(council_numbers)
def test_a_number_reads_back_from_the_form_of_the_register(number: CouncilNumber) -> None:
    """What aimtrace prints as `register_id`, an analyst can paste back in."""
    assert CouncilNumber.parse(str(number)) == number


@given(council_numbers)
def test_a_number_is_found_in_running_text_in_either_form(number: CouncilNumber) -> None:
    """References of one paper to others are how a chain of papers is followed."""
    for form in (number.printed, str(number)):
        text = f"The Presidency refers to its paper ({form}), which delegations have seen."
        assert list(find_council_numbers(text)) == [(form, number)]


@pytest.mark.parametrize(
    ("printed", "register"),
    [
        ("90001/31", "ST 90001 2031 INIT"),
        ("ST 90001/31", "ST 90001 2031 INIT"),
        ("90001/2/31 REV 2", "ST 90001 2031 REV 2"),
        ("90001/31 REV 2", "ST 90001 2031 REV 2"),
        ("90001/2/31\n REV  2", "ST  90001 2031\tREV 2"),
        ("90001/2/31 REV 2 ADD 1", "ST 90001 2031 REV 2 ADD 1"),
        ("90001/2/31 REV 2 ADD 1 COR 3", "ST 90001 2031 REV 2 ADD 1 COR 3"),
        ("7/99", "ST 7 1999 INIT"),
        ("7/89", "ST 7 2089 INIT"),
        ("90001/31 ADD 1", "ST 90001 2031 ADD 1"),
        ("90001/31 COR 1", "ST 90001 2031 COR 1"),
        ("90001/31", "ST 90001 2031"),
        ("st 90001/31 rev 1", "st90001 2031 Rev 1"),
        ("90001/02/31 REV 2", "ST 90001 2031 REV 2"),
        ("90001/2/31 REV 02", "ST 90001 2031 REV 2"),
    ],
)
def test_cover_and_register_name_one_document(printed: str, register: str) -> None:
    """The same paper under two names would be held twice."""
    assert CouncilNumber.parse(printed) == CouncilNumber.parse(register)


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("90001/31", "90001/1/31 REV 1"),
        ("90001/9/31 REV 9", "90001/10/31 REV 10"),
        ("90001/31", "90001/31 ADD 1"),
        ("90001/31 ADD 1", "90001/31 ADD 1 COR 1"),
        ("99/31", "100/31"),
        ("90001/99", "1/00"),
    ],
)
def test_versions_sort_in_the_order_in_which_they_appeared(earlier: str, later: str) -> None:
    """Comparing versions of a paper starts from knowing which one is newer."""
    assert CouncilNumber.parse(earlier) < CouncilNumber.parse(later)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "LIMITE",
        "90001",
        "90001/2031",
        "90001/31/2",
        "/31",
        "900012/31",
        "ST 90001 31 INIT",
        "ST 90001 2031 INITREV",
        "ST 90001 2031 DRAFT 2",
        "90001/31 REV",
        "90001/31 REV two",
        "90001/31 COR 1 ADD 1",
        "90001/31 and 90002/31",
        "90001/1/31",
        "90001/1/31 REV 2",
        "90001/2/31 ADD 2",
    ],
)
def test_what_is_no_number_is_refused_and_says_what_to_do(text: str) -> None:
    """Nothing is guessed or repaired: the refusal quotes what was read and how to go on."""
    with pytest.raises(MalformedNumber) as refused:
        CouncilNumber.parse(text)
    assert repr(text) in refused.value.problem
    assert refused.value.remedy


@pytest.mark.parametrize(
    "text",
    [
        "on 12/05/31 in Vienna",
        "Decision 2013/488/EU",
        "Regulation (EU) 2021/1075",
        "file 31/90001",
        "page 3/12/4",
        "1.234/56",
        "90001/2/31 without its revision",
        "90001/1/31 REV 2",
        "no number at all",
        "v90001/31",
        "90001/31a",
        "POST 90001 2031",
        "in the season 2024/25",
        "over the winter of 1999/00",
    ],
)
def test_what_only_looks_like_a_number_in_text_is_passed_over(text: str) -> None:
    """A date or a decision must not become a reference to a paper that does not exist."""
    assert list(find_council_numbers(text)) == []


def test_all_numbers_of_a_text_are_found_in_order_as_they_are_written() -> None:
    """A query or a reference line may name several papers; each is quoted back in the writer's own form."""
    text = "prev. docs 90007/1/30 REV 1, ST 90002/31 ADD 2, st 90004 2031 INIT and 90003/31 COR 1."
    assert [(written, number.printed) for written, number in find_council_numbers(text)] == [
        ("90007/1/30 REV 1", "90007/1/30 REV 1"),
        ("ST 90002/31 ADD 2", "90002/31 ADD 2"),
        ("st 90004 2031 INIT", "90004/31"),
        ("90003/31 COR 1", "90003/31 COR 1"),
    ]


@pytest.mark.parametrize("gap", ["\u00a0", "\n", "  "])
def test_a_number_in_text_may_hold_any_white_space(gap: str) -> None:
    """Word sets a no-break space between REV and its number; the number is the same one."""
    for number in ("90001/1/31 REV 1", "ST 90001 2031 REV 1", "ST 90001/1/31 REV 1 ADD 2 COR 3", "ST 90001 2031 INIT"):
        text = f"see {number.replace(' ', gap)} of May"
        assert [found for _, found in find_council_numbers(text)] == [CouncilNumber.parse(number)]


@pytest.mark.parametrize("written", ["2024/24", "2024/26", "1989/90", "2100/01", "ST 2024/25", "2024/25 REV 1"])
def test_a_number_that_is_no_two_years_in_a_row_is_a_paper(written: str) -> None:
    """Papers 1990 to 2099 of a year exist: only what can't be told from a season in any other way is passed over."""
    ((found, number),) = find_council_numbers(f"see {written}, which delegations have seen")
    assert (found, number) == (written, CouncilNumber.parse(written))


def test_a_season_that_is_given_as_a_number_is_one() -> None:
    """Whoever asks for paper 2024 of 2025 by its number means the paper."""
    assert CouncilNumber.parse("2024/25") == CouncilNumber(2025, 2024)
