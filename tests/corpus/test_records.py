"""Ids that are made from content: the same PDF gives the same ids on every machine and in every command."""

import re

from hypothesis import given
from hypothesis import strategies as st

from corpus.records import RECORD_TYPES, document_id, record_id
from tests.strategies import hashes, texts

kinds = st.sampled_from(RECORD_TYPES)


@given(hashes)
def test_a_document_is_called_by_its_bytes(sha256: str) -> None:
    """Two people who hold the same PDF speak of the same id."""
    assert document_id(sha256) == sha256[:16]


@given(hashes, kinds, texts)
def test_space_and_case_do_not_change_a_record(sha256: str, kind: str, text: str) -> None:
    """A reader that joins lines in another way must not lose every decision that was made on them."""
    spaced = "  " + text.replace(" ", "\n ") + "\t"
    assert record_id(sha256, kind, text, 0) == record_id(sha256, kind, spaced, 0)
    assert record_id(sha256, kind, "Drugs trafficking", 0) == record_id(sha256, kind, "DRUGS trafficking", 0)


@given(st.tuples(hashes, kinds, st.sampled_from(["aim", "aims", "aim s"]), st.integers(0, 12)), st.data())
def test_records_that_differ_have_ids_that_differ(one: tuple[str, str, str, int], data: st.DataObject) -> None:
    """Same words in another document, type or place: another record."""
    two = data.draw(st.tuples(hashes, kinds, st.sampled_from(["aim", "aims", "aim s"]), st.integers(0, 12)))
    assert (record_id(*one) == record_id(*two)) == (one == two)


def test_a_record_keeps_its_id_over_releases() -> None:
    """Decisions, links and notes of analysts refer to it: this value may not change."""
    found = record_id("0123456789abcdef", "aim", "To search parcels", 0)
    assert re.fullmatch(r"[0-9a-f]{16}", found)
    assert found == "9b95dd95fd1ea5c8"
