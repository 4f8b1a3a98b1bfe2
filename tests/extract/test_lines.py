"""Words to lines, lines to text, and which hyphens at a line's end belong to the word."""

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.geometry import hull
from corpus.pages import Line, Page, Word
from extract.lines import Spelling, learn_spelling, line_text, lines_of
from tests.strategies import line_of, loose_words, printed_lines, word

ENGLISH = frozenset(
    "law enforcement operation coordinate trafficking network active border corruption agency state lateral member "
    "cross state country facility identify fraud high risk term".split()
)


# --- lines ---------------------------------------------------------------------------------------------------------


@given(loose_words)
def test_every_word_stands_in_exactly_one_line(words: list[Word]) -> None:
    """Whatever is printed can be found: no word is lost between lines, none is read twice."""
    lines = lines_of(words, 3)
    assert Counter(w for line in lines for w in line.words) == Counter(words)
    assert all(line.page == 3 for line in lines)


@given(loose_words)
def test_a_lines_words_go_from_left_to_right_within_its_box(words: list[Word]) -> None:
    """Texts read in the order of the page, and a span holds all its words."""
    for line in lines_of(words, 1):
        lefts = [w.box.x0 for w in line.words]
        assert lefts == sorted(lefts)
        assert line.box == hull(w.box for w in line.words)


@given(printed_lines(), st.randoms(use_true_random=False))
def test_printed_lines_come_back_whatever_the_drawing_order(lines: list[Line], random: object) -> None:
    """Files draw words in any order; the reader sees lines all the same."""
    first = [line for line in lines if line.page == 1]
    words = [w for line in first for w in line.words]
    random.shuffle(words)  # type: ignore[attr-defined]
    assert [line.words for line in lines_of(words, 1)] == [line.words for line in first]


def test_a_mark_belongs_to_the_line_of_the_word_beside_it() -> None:
    """A raised mark reaches into the line above and is no line of its own."""
    first, second = line_of("recruit victims in ports", base=100), line_of("of ^3 transit and hubs", base=112)
    assert [line.words for line in lines_of([*second.words, *first.words], 1)] == [first.words, second.words]


@pytest.mark.parametrize("raised_pt", [0.5, 2.5])
def test_a_mark_that_is_raised_high_still_belongs_to_its_word(raised_pt: float) -> None:
    """Some files raise marks by half a line."""
    text = word("ports", 100)
    low = word("7", 126, mark=True)
    mark = replace(low, box=replace(low.box, top=low.box.top - raised_pt, bottom=low.box.bottom - raised_pt))
    (line,) = lines_of([mark, text], 1)
    assert line.words == (text, mark)


def test_a_mark_at_the_head_of_a_note_does_not_part_from_its_line() -> None:
    """Footnotes begin with their raised mark: mark and text are one line."""
    mark, text = word("12", 100, mark=True), word("Regulation", 108)
    (line,) = lines_of([mark, text], 1)
    assert line.words == (mark, text)


def test_words_of_two_sizes_on_one_base_line_are_one_line() -> None:
    """A label in larger type runs into its text."""
    words = [word("PRIORITY", 100, size=14), word("fraud", 180, size=10)]
    assert [line.words for line in lines_of(words, 1)] == [tuple(words)]


@pytest.mark.parametrize(
    ("printed", "text"),
    [
        ("rules ^1 apply", "rules apply"),
        ("rules ^1 ~, apply", "rules, apply"),
        ("in 2031 ^2 , apply", "in 2031 , apply"),
        ("of 20 km ^2 of forest", "of 20 km2 of forest"),
        ("of 20 km ^2 ~. Next", "of 20 km2. Next"),
        ("waste of 5 m ^3 a day", "waste of 5 m3 a day"),
        ("( ~a ~) rules", "(a) rules"),
        ("one", "one"),
    ],
)
def test_a_line_reads_as_one_would_type_it(printed: str, text: str) -> None:
    """Footnote marks are no part of the sentence, powers of units are; glued signs stay glued."""
    assert line_text(line_of(printed)) == text


# --- spelling ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("left", "right", "shown"),
    [
        pytest.param("co-", "operation", {"cooperation"}, id="shown whole"),
        pytest.param("“co-", "operation”,", {"cooperation"}, id="signs around it do not matter"),
        pytest.param("Co-", "operation", {"cooperation"}, id="at a sentence's start"),
        pytest.param("enforce-", "ment", set(), id="a word of the language"),
        pytest.param("traf-", "ficking", set(), id="a word of the language cut anywhere"),
        pytest.param("net-", "works", set(), id="its plural"),
        pytest.param("facili-", "ties", set(), id="its plural in -ies"),
        pytest.param("identi-", "fied", set(), id="half a word that nothing knows"),
        pytest.param("re-", "active", set(), id="a prefix that English glues"),
        pytest.param("poly-", "lateral", set(), id="another"),
        pytest.param("crypto-", "ransomware", set(), id="two halves that nothing knows"),
        pytest.param("law-", "enforcement", {"lawenforcement"}, id="the document's own spelling goes first"),
    ],
)
def test_a_hyphen_that_only_the_lines_end_needs_is_dropped(left: str, right: str, shown: set[str]) -> None:
    """A word that is broken over two lines is found by its whole form."""
    assert not Spelling(frozenset(shown), ENGLISH).keeps_hyphen(left, right)


@pytest.mark.parametrize(
    ("left", "right", "shown"),
    [
        pytest.param("co-", "operation", {"co-operation"}, id="shown with a hyphen"),
        pytest.param("cross-", "borders", {"cross-border"}, id="shown with a hyphen in another form"),
        pytest.param("COVID-", "19", set(), id="a number follows"),
        pytest.param("non-", "EU", set(), id="a name follows"),
        pytest.param("EU-", "wide", set(), id="capitals before"),
        pytest.param("law-", "enforcement", set(), id="two words"),
        pytest.param("high-", "risk", set(), id="two short words"),
        pytest.param("anti-", "corruption", set(), id="a prefix that takes a hyphen"),
        pytest.param("multi-", "agency,", set(), id="a prefix that takes a hyphen, with a comma behind"),
        pytest.param("non-", "state", set(), id="non-"),
        pytest.param("end-of-", "life", set(), id="a longer compound"),
        pytest.param("-", "active", set(), id="a dash is no broken word"),
        pytest.param("law-", "“enforcement", set(), id="a quote follows"),
    ],
)
def test_a_hyphen_that_belongs_to_the_word_is_kept(left: str, right: str, shown: set[str]) -> None:
    """A compound is not glued into a word that nobody would search for."""
    assert Spelling(frozenset(shown), ENGLISH).keeps_hyphen(left, right)


def test_a_document_teaches_its_spelling_by_the_words_that_it_shows_unbroken() -> None:
    """The half of a broken word teaches nothing, signs and case do not matter."""
    words = line_of("“Cooperation, of law-enforcement and traf- (EMPACT) 12 ab ...").words
    spelling = learn_spelling([Page(1, 595, 842, words)])
    assert spelling.whole == {"cooperation", "law-enforcement", "and", "empact"}
    assert spelling.hyphened == ("law-enforcement",)
    assert not spelling.keeps_hyphen("co-", "operation")
    assert spelling.keeps_hyphen("law-", "enforcement")
