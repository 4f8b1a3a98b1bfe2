"""What is read out of a line of text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.lexicon import Lexicon
from index.query import parse_query


def test_an_acronym_is_widened_with_what_it_stands_for(lexicon: Lexicon) -> None:
    query = parse_query("victims of THB", lexicon)
    assert "trafficking in human beings" in " ".join(query.terms.widened).casefold()
    assert "trafficking" in query.meaning.casefold()
    assert query.widened[0][0] == "THB"


def test_small_words_are_not_taken_for_acronyms(lexicon: Lexicon) -> None:
    assert parse_query("it was as if he may use an app", lexicon).widened == ()


def test_words_behind_a_minus_are_left_out(lexicon: Lexicon) -> None:
    query = parse_query("drugs -cocaine by-products", lexicon)
    assert query.terms.without == ("cocaine",)
    assert "cocaine" not in query.meaning
    assert "by-products" in query.terms.words


def test_a_number_alone_is_only_a_code(lexicon: Lexicon) -> None:
    assert parse_query("90210/41", lexicon).only_codes
    assert not parse_query("fraud in 90210/41", lexicon).only_codes


@given(text=st.text(max_size=300))
def test_any_text_is_a_query(text: str) -> None:
    query = parse_query(text, _LEXICON)
    assert all(c.isprintable() for c in query.text)
    assert parse_query(query.text, _LEXICON).text == query.text


@pytest.fixture(autouse=True, scope="module")
def _lexicon(lexicon: Lexicon) -> None:
    global _LEXICON
    _LEXICON = lexicon


_LEXICON: Lexicon
