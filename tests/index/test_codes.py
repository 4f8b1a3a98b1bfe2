"""Numbers that analysts type, in any spelling."""

import pytest

from corpus.records import Document, Record
from index.codes import codes_of_document, codes_of_record, find_codes

PAPER = Document(
    id="d" * 16,
    sha256="0" * 64,
    source="a.pdf",
    pages=1,
    kind="operational_action_plan",
    title="A plan",
    reference="90655/1/41 REV 1",
    register_id="ST 90655 2041 REV 1",
    subject_codes=("COSI 99",),
)


def codes(query: str) -> set[str]:
    return {code for _, code in find_codes(query)}


@pytest.mark.parametrize(
    "typed", ["90655/1/41 REV 1", "ST 90655/1/41 REV 1", "st 90655 2041 rev 1", "ST90655 2041 REV 1"]
)
def test_a_paper_is_found_by_any_spelling_of_its_number(typed: str) -> None:
    assert codes(typed) & set(codes_of_document(PAPER)), typed


@pytest.mark.parametrize("typed", ["OA 3.5", "OA3.5", "oa 3.5", "action 3.5", "Action no. 3.5", "3.5"])
def test_an_action_is_found_by_any_spelling_of_its_number(typed: str) -> None:
    record = Record(id="r", type="action", number="OA 3.5", text="x")
    assert codes(typed) & set(codes_of_record(record)), typed


@pytest.mark.parametrize("typed", ["CHSG 2", "chsg2", "Goal 2"])
def test_a_goal_is_found(typed: str) -> None:
    record = Record(id="r", type="goal", number="CHSG 2", text="x")
    assert codes(typed) & set(codes_of_record(record)), typed


@pytest.mark.parametrize("text", ["fake papers", "7 days a week", "in 2041", "one third of victims"])
def test_plain_words_are_no_codes(text: str) -> None:
    assert codes(text) == set()
