"""The JSON that other tools read: its keys, their order and their values."""

import json
from typing import Any

from hypothesis import given, settings

from corpus import contract
from corpus.geometry import Box
from corpus.markings import Marking
from corpus.records import Document, Evidence, Extraction, Gaps, Hit, Notice, Pair, Record, Span
from tests.strategies import Keeping, keepings

DOCUMENT = Document(
    id="ab" * 8,
    sha256="ab" * 32,
    source="st90001.pdf",
    pages=3,
    title="Draft conclusions",
    kind="council_conclusions",
    reference="90001/31",
    register_id="ST 90001 2031 INIT",
    issuer="Council of the European Union",
    date="2031-05-12",
    language="en",
    cycle="2031-2034",
    marking=Marking.LIMITE,
    subject_codes=("COSI 12",),
)
RECORD = Record(
    id="cd" * 8,
    type="action",
    text="Search the parcels.",
    number="OA 2.3",
    title="Parcels",
    parent="ef" * 8,
    fields={"leader": ["EL"], "end": None},
    confidence=0.5,
    spans=(Span(2, Box(1.0, 2.0, 3.0, 4.0)), Span(3)),
)


def test_a_document_is_written_under_the_keys_of_the_contract() -> None:
    """Section 1: the scorer and every importer read these names, in this order when a person looks."""
    assert list(contract.document_json(DOCUMENT).items()) == [
        ("id", "ab" * 8),
        ("sha256", "ab" * 32),
        ("source", "st90001.pdf"),
        ("pages", 3),
        ("title", "Draft conclusions"),
        ("kind", "council_conclusions"),
        ("reference", "90001/31"),
        ("register_id", "ST 90001 2031 INIT"),
        ("issuer", "Council of the European Union"),
        ("date", "2031-05-12"),
        ("language", "en"),
        ("cycle", "2031-2034"),
        ("marking", "LIMITE"),
        ("subject_codes", ["COSI 12"]),
    ]


def test_what_a_document_does_not_state_is_null_or_an_empty_list() -> None:
    """Section 1: never a guess, and never a key that is missing."""
    bare = contract.document_json(Document(id="a", sha256="b", source="c.pdf", pages=1))
    assert bare.keys() == contract.document_json(DOCUMENT).keys()
    unstated = {key for key, value in bare.items() if value is None}
    assert unstated == {"title", "reference", "register_id", "issuer", "date", "language", "cycle", "marking"}
    assert bare["subject_codes"] == []
    assert bare["kind"] == "other"


def test_a_record_is_written_under_the_keys_of_the_contract() -> None:
    """Section 1: a record with its place, one span a page."""
    assert list(contract.record_json(RECORD).items()) == [
        ("id", "cd" * 8),
        ("type", "action"),
        ("number", "OA 2.3"),
        ("title", "Parcels"),
        ("text", "Search the parcels."),
        ("parent", "ef" * 8),
        ("fields", {"leader": ["EL"], "end": None}),
        ("confidence", 0.5),
        ("spans", [{"page": 2, "bbox": [1.0, 2.0, 3.0, 4.0]}, {"page": 3, "bbox": None}]),
    ]


def test_an_extraction_is_one_object_of_schema_1() -> None:
    """Section 1: the whole file, with a warning for what a reader should check."""
    notice = Notice("sum", "The parts of figure 2 do not add up.", 3, Box(0, 1, 2, 3))
    written = contract.extraction_json(Extraction(DOCUMENT, (RECORD,), (notice,)))
    assert list(written) == ["schema", "document", "records", "warnings"]
    assert written["schema"] == 1
    assert written["records"] == [contract.record_json(RECORD)]
    assert written["warnings"][0]["message"] == "The parts of figure 2 do not add up."
    assert written["warnings"][0]["bbox"] == [0, 1, 2, 3]


def test_a_pair_is_written_under_the_keys_of_the_contract() -> None:
    """Section 2: level, probability and the words of both sides."""
    pair = Pair("a" * 16, "c" * 16, "b" * 16, 3, 0.91, Evidence("search parcels", "parcels"), "confirmed")
    assert list(contract.pair_json(pair).items()) == [
        ("action", "a" * 16),
        ("clause", "c" * 16),
        ("aim", "b" * 16),
        ("level", 3),
        ("probability", 0.91),
        ("status", "confirmed"),
        ("evidence", {"action": "search parcels", "clause": "parcels"}),
    ]


def test_gaps_are_three_lists_of_ids() -> None:
    """Section 2: also where there are none."""
    assert contract.gaps_json(Gaps(("a",), ("b", "c"), ())) == {
        "aims_without_action": ["a"],
        "clauses_without_action": ["b", "c"],
        "actions_without_aim": [],
    }


def test_a_hit_has_what_the_contract_asks_and_says_why() -> None:
    """Section 3: the asked keys come first; what is added stands behind them."""
    hit = Hit("p" * 20, "d" * 16, "Search the parcels.", 0.71, "r" * 16, "action", 2, Box(1, 2, 3, 4), ((0, 6),))
    written = contract.hit_json(hit)
    asked = ["record", "type", "score", "text", "document", "page", "bbox", "highlights"]
    assert list(written)[: len(asked)] == asked
    assert [written[key] for key in asked] == [
        "r" * 16,
        "action",
        0.71,
        "Search the parcels.",
        "d" * 16,
        2,
        [1, 2, 3, 4],
        [[0, 6]],
    ]


def test_a_passage_that_is_no_record_is_a_hit_without_one() -> None:
    """Section 3: then `record` is null, and text, document and page say what it is."""
    written = contract.hit_json(Hit("p" * 20, "d" * 16, "A paragraph.", 0.5, page=4))
    assert written["record"] is None
    assert (written["text"], written["document"], written["page"]) == ("A paragraph.", "d" * 16, 4)


@settings(deadline=None)
@given(keepings())
def test_whatever_is_extracted_is_json_that_reads_back(keeping: Keeping) -> None:
    """A file that a strict JSON reader refuses is lost to every other tool."""
    written = contract.extraction_json(keeping.extraction)
    text = contract.dumps(written)
    assert text.endswith("}\n")
    assert json.loads(text, parse_constant=_refuse) == written


def _refuse(constant: str) -> Any:
    raise AssertionError(f"{constant} is no JSON")


def test_json_is_written_as_people_read_it() -> None:
    """Umlauts stay umlauts: files are compared by eye and by diff."""
    assert contract.dumps({"title": "Zügig – 5 €"}) == '{\n "title": "Zügig – 5 €"\n}\n'
