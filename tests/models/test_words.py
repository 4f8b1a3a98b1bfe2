"""Words to stems: search, highlights and coverage must agree on what one word is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.words import LONGEST, stems
from tests.strategies import plain_sentences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The trafficking of drugs", ["traffick", "drug"]),
        ("TRAFFICKED drug", ["traffick", "drug"]),
        ("the of and", []),
        ("", []),
        ("Résumé", ["resum"]),
        ("OA 2.3, 90001/31", ["oa", "2", "3", "90001", "31"]),
        ("cross-border", ["cross", "border"]),
        ("x" * (LONGEST + 1), []),
        ("x" * (LONGEST - 1), ["x" * (LONGEST - 1)]),
    ],
)
def test_words_become_stems_in_their_order(text: str, expected: list[str]) -> None:
    """Forms of a word meet; small words and noise of extraction are none."""
    assert stems(text) == expected


@given(st.text(max_size=60))
def test_case_and_space_change_no_stem(text: str) -> None:
    """A heading in capitals is found by a query in small letters."""
    plain = " ".join(text.split())
    assert stems(f"\n {plain}\t") == stems(plain)
    if text.isascii():
        assert stems(text.upper()) == stems(text.lower())


@given(plain_sentences, plain_sentences)
def test_stems_of_two_texts_are_the_stems_of_both(one: str, two: str) -> None:
    """Highlights are found word by word, matches in whole texts: the two must say the same."""
    assert stems(f"{one} {two}") == stems(one) + stems(two)
    assert stems(one) == [stem for word in one.split() for stem in stems(word)]
