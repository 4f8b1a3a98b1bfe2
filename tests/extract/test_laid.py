"""Text that knows where it stands: offsets, boxes, slices."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.geometry import hull
from corpus.pages import Line
from corpus.records import Span
from extract.laid import LaidText, concatenated, laid
from extract.lines import Spelling
from tests.strategies import line_of, printed_lines

KNOWN = Spelling(frozenset({"cooperation", "law-enforcement"}), frozenset({"law", "enforcement"}))


def told(text: LaidText, start: int, end: int) -> str:
    return text.text[start:end]


def assert_sound(text: LaidText) -> None:
    """Each word's stretch holds its letters (but for a hyphen that was mended), in order and without overlap."""
    at = 0
    for placed in text.words:
        assert at <= placed.start < placed.end <= len(text.text)
        assert text.text[at : placed.start].strip() == ""
        held = told(text, placed.start, placed.end)
        assert held in (placed.word.text, placed.word.text.removesuffix("-"))
        at = placed.end
    assert text.text[at:].strip() == ""


@given(printed_lines())
def test_every_words_offsets_give_its_text_back(lines: list[Line]) -> None:
    """A record is cut by offsets and shown by boxes: the two must name the same words."""
    assert_sound(laid(lines, KNOWN))


@given(printed_lines())
def test_a_text_holds_all_words_but_marks_and_no_double_space(lines: list[Line]) -> None:
    """Nothing is lost between the page and the text, and it reads as typed."""
    text = laid(lines, KNOWN)
    assert text.text == " ".join(text.text.split())
    words = [w for line in lines for w in line.words]
    kept = [placed.word for placed in text.words]
    assert [w for w in words if not w.is_mark] == [w for w in kept if not w.is_mark]
    assert all(w in words for w in kept)


@given(printed_lines())
def test_spans_hold_every_word_of_the_text_on_its_page(lines: list[Line]) -> None:
    """The highlight covers the whole record, with one box on each page that it touches."""
    text = laid(lines, KNOWN)
    spans = {span.page: span.box for span in text.spans()}
    assert list(spans) == sorted({placed.page for placed in text.words})
    for placed in text.words:
        box = spans[placed.page]
        assert box is not None
        assert box.union(placed.word.box.rounded()) == box


@given(printed_lines(), st.data())
def test_a_slice_is_the_same_words_under_the_same_boxes(lines: list[Line], data: st.DataObject) -> None:
    """A clause that is cut from an aim stands where its words stand in the aim."""
    text = laid(lines, KNOWN)
    start = data.draw(st.integers(0, len(text.text) - 1))
    end = data.draw(st.integers(start + 1, len(text.text)))
    cut = text.sliced(start, end)
    assert cut.text == text.text[start:end].strip()
    held = [placed.word for placed in text.words if told(text, max(placed.start, start), min(placed.end, end))]
    if cut.text:
        assert [placed.word for placed in cut.words] == held
        assert cut.spans() == text.spans(start, end)
    for placed in cut.words:
        assert told(cut, placed.start, placed.end) in placed.word.text


def test_an_empty_slice_holds_no_word() -> None:
    """A record without text has no place: nothing may be highlighted for it."""
    cut = laid([line_of("To disrupt networks")], KNOWN).sliced(5, 5)
    assert cut == LaidText("", ())


@given(printed_lines())
def test_the_slice_of_everything_is_everything(lines: list[Line]) -> None:
    """Cutting nothing off changes nothing."""
    text = laid(lines, KNOWN)
    assert text.sliced(0, len(text.text)) == text


@given(st.lists(printed_lines(most=3), max_size=4), st.sampled_from([" ", "", "\n"]))
def test_texts_put_together_keep_their_words_and_places(parts: list[list[Line]], between: str) -> None:
    """A paragraph that goes on over a page is one text whose words still know their page."""
    texts = [laid(lines, KNOWN) for lines in parts]
    whole = concatenated(texts, between)
    assert whole.text == between.join(text.text for text in texts if text.text)
    assert [p.word for p in whole.words] == [p.word for text in texts for p in text.words]
    assert_sound(whole)
    assert list(whole.line_starts()) == sorted(set(whole.line_starts()))
    assert len(whole.line_starts()) == sum(len(text.line_starts()) for text in texts)


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["police co-", "operation in ports"], "police cooperation in ports"),
        (["with law-", "enforcement authorities"], "with law-enforcement authorities"),
        (["after COVID-", "19 the trade"], "after COVID-19 the trade"),
        (["short-", "and long-term measures"], "short- and long-term measures"),
        (["short-", "or long-term measures"], "short- or long-term measures"),
        (["labour and/", "or sexual"], "labour and/or sexual"),
        (["the years 2031–", "2034 were"], "the years 2031–2034 were"),
        (["a dash –", "then text"], "a dash – then text"),
        (["one -", "two"], "one - two"),
        (["States ^1", "agree"], "States agree"),
        (["co- ^1", "operation"], "cooperation"),
        (["some km ^2", "of land"], "some km2 of land"),
        (["", "single"], "single"),
        ([], ""),
    ],
)
def test_lines_read_as_a_reader_would_type_them(lines: list[str], text: str) -> None:
    """One space between words, broken words joined, footnote marks left out."""
    printed = [line_of(line, base=100 + 14 * number) for number, line in enumerate(lines) if line]
    assert laid(printed, KNOWN).text == text


def test_a_text_over_two_pages_has_a_span_on_each() -> None:
    """Contract: a record that runs over a page break has a span on each page."""
    first, second = line_of("To disrupt networks", page=4, base=800), line_of("of smugglers", page=5, base=80)
    text = laid([first, second], KNOWN)
    assert text.spans() == (Span(4, first.box.rounded()), Span(5, second.box.rounded()))
    smugglers = text.text.index("smugglers")
    assert text.spans(smugglers) == (Span(5, second.words[1].box.rounded()),)
    assert text.spans(0, 2) == (Span(4, first.words[0].box.rounded()),)


def test_a_word_that_a_lines_end_breaks_has_both_its_places() -> None:
    """The highlight of "cooperation" covers both halves."""
    first, second = line_of("police co-", base=100), line_of("operation in ports", base=114)
    text = laid([first, second], KNOWN)
    start = text.text.index("cooperation")
    touched = text.touching(start, start + len("cooperation"))
    assert [placed.word.text for placed in touched] == ["co-", "operation"]
    (span,) = text.spans(start, start + len("cooperation"))
    assert span.box == hull([first.words[1].box, second.words[0].box]).rounded()


def test_line_starts_are_the_offsets_at_which_lines_begin() -> None:
    """Lists in cells are told by what their lines begin with."""
    text = laid([line_of("one two"), line_of("three co-", base=114), line_of("operation", base=128)], KNOWN)
    assert [text.text[start:][:5] for start in text.line_starts()] == ["one t", "three", "opera"]
