"""A decision finds its record again after the document was read anew."""

from hypothesis import given
from hypothesis import strategies as st

from corpus.anchors import LEAST, place
from tests.strategies import plain_sentences, plain_words

QUOTE = "To search parcels at ports for firearms and their parts in at least six Member States"


@given(plain_sentences, st.dictionaries(plain_words, plain_sentences, max_size=4))
def test_the_same_words_are_found_whatever_else_is_there(quote: str, others: dict[str, str]) -> None:
    """Reading a document again changes ids, not words: every decision stays."""
    found = place(quote, {**others, "0": f" {quote.upper()}  "})
    assert found is not None
    assert found.score == 1.0
    assert {**others, "0": quote}[found.record].split() == quote.split()


def test_a_few_changed_words_are_the_same_record() -> None:
    """A revision corrects an aim; what was decided on it holds."""
    records = {
        "near": "To search parcels at ports for firearms and parts of them in at least six Member States",
        "far": "To search vessels at sea for drugs and their precursors in every Member State",
    }
    found = place(QUOTE, records)
    assert found is not None
    assert found.record == "near"
    assert LEAST <= found.score < 1.0


def test_the_nearest_of_several_is_meant() -> None:
    """Two actions of a plan differ in one word; the decision belongs to one of them."""
    records = {"a": QUOTE.replace("six", "two"), "b": QUOTE.replace("six Member States", "two of the states")}
    found = place(QUOTE, records)
    assert found is not None
    assert found.record == "a"


def test_a_decision_that_fits_nowhere_is_not_placed() -> None:
    """It is listed as not placed, rather than moved to a record that nobody decided on."""
    assert place(QUOTE, {"a": "To train analysts of financial intelligence units"}) is None
    assert place(QUOTE, {}) is None


@given(plain_sentences, st.dictionaries(plain_words, plain_sentences, max_size=4))
def test_a_placement_is_one_of_the_candidates_and_near_enough(quote: str, records: dict[str, str]) -> None:
    """A score below the limit is never reported, and neither is a record that is not there."""
    found = place(quote, records)
    if found is not None:
        assert found.record in records
        assert LEAST <= found.score <= 1.0


@given(plain_sentences, st.dictionaries(plain_words, plain_sentences, min_size=2, max_size=4))
def test_the_order_of_the_records_does_not_decide(quote: str, records: dict[str, str]) -> None:
    """A store that lists records in another order places decisions alike."""
    there, back = place(quote, records), place(quote, dict(reversed(records.items())))
    assert (there is None) == (back is None)
    if there is not None and back is not None:
        assert there.score == back.score
        if there.score < 1.0:
            assert there.record == back.record
