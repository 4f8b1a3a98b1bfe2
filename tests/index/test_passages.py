"""Passages hold every word of a document, and none is longer than the model reads."""

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.records import Extraction, Record, Span
from extract.pipeline import extract
from index.passages import Passage, passages_of, readings
from models.encoder import Encoder
from models.language import Language
from tests.conftest import SAMPLE
from tests.index.values import a_document

WINDOW = 32


def word_pieces(text: str) -> list[tuple[int, int]]:
    """A stand-in for a tokenizer: pieces of at most three letters, as a rare word falls into several."""
    return [m.span() for m in re.finditer(r"\w{1,3}|[^\w\s]", text)]


def letters(text: str) -> str:
    return "".join(text.split())


@given(
    st.lists(st.text(alphabet="abcdefghij", min_size=1, max_size=80), min_size=1, max_size=60, unique=True),
    st.sampled_from([" ", ". ", "; "]),
)
def test_a_long_text_is_parted_and_nothing_is_lost(words: list[str], glue: str) -> None:
    text = glue.join(words)
    record = Record(id="r", type="aim", text=text, spans=(Span(1),))
    parts = [p for p in passages_of(Extraction(a_document(), (record,)), word_pieces, WINDOW) if p.record]
    assert letters("".join(p.text for p in parts)) == letters(text)
    assert all(len(word_pieces(p.text)) <= WINDOW for p in parts)


@pytest.fixture(scope="module", params=["st90210-41", "st90656-41", "evaluation-2040"])
def read(
    request: pytest.FixtureRequest, language: Language, encoder: Encoder
) -> tuple[Extraction, tuple[Passage, ...]]:
    path = SAMPLE / f"{request.param}.pdf"
    extraction = extract(path.read_bytes(), path.name, language=language)
    return extraction, passages_of(extraction, encoder.pieces, encoder.card.window)


def test_every_word_of_a_document_can_be_found(read: tuple[Extraction, tuple[Passage, ...]]) -> None:
    extraction, passages = read
    held = "".join(letters(p.text) for p in passages)
    for record in extraction.records:
        said = [record.text, *record.fields.get("kpis", ())]
        assert all(letters(word) in held for text in said for word in text.split())
    for paragraph in extraction.paragraphs:
        if paragraph.role != "table":  # a row is found as its record; its labels are not searched
            assert all(letters(word) in held for word in re.findall(r"[^\W\d]{3,}", paragraph.text)), paragraph.text


def test_no_passage_is_longer_than_the_model_reads(
    read: tuple[Extraction, tuple[Passage, ...]], encoder: Encoder
) -> None:
    for passage in read[1]:
        assert len(encoder.pieces(passage.text)) <= encoder.card.window - 2


def test_each_passage_says_where_it_stands(read: tuple[Extraction, tuple[Passage, ...]]) -> None:
    extraction, passages = read
    assert len({p.id for p in passages}) == len(passages)
    for passage in passages:
        assert passage.spans, passage.text
        assert all(1 <= span.page <= extraction.document.pages for span in passage.spans)


def test_a_rider_is_read_behind_the_core_of_its_aim(language: Language, encoder: Encoder) -> None:
    path = SAMPLE / "st90210-41.pdf"
    gold = json.loads((SAMPLE / "st90210-41.gold.json").read_text(encoding="utf-8"))
    rider = next(r for r in gold["records"] if r["type"] == "clause" and r["fields"]["role"] == "rider")
    core = next(
        r["text"]
        for r in gold["records"]
        if r["type"] == "clause" and r["parent"] == rider["parent"] and r["fields"]["role"] == "core"
    )
    extraction = extract(path.read_bytes(), path.name, language=language)
    passage = next(
        p for p in passages_of(extraction, encoder.pieces, encoder.card.window) if p.text == rider["text"] and p.record
    )
    alone, in_context = readings(passage)
    assert alone == rider["text"]
    assert core in in_context
    assert in_context.endswith(rider["text"])
