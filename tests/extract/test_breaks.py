"""Lines that an author broke are told from lines that wrapped."""

from corpus.geometry import Box
from corpus.pages import Font, Line, Word
from extract.breaks import paragraphs_in
from extract.lines import line_text

SIZE = 10.0


def line(text: str, number: int, *, bold: bool = False, top: float | None = None) -> Line:
    """A line of Courier: each letter is six points wide."""
    words, x = [], 0.0
    y = 14.0 * number if top is None else top
    for word in text.split():
        words.append(Word(word, Box(x, y, x + 6 * len(word), y + SIZE), Font("Courier", SIZE, bold)))
        x += 6 * (len(word) + 1)
    return Line(1, tuple(words), Box(0, y, x - 6, y + SIZE))


def parts(*texts: str, width: float | None = None) -> list[str]:
    found = paragraphs_in([line(text, number) for number, text in enumerate(texts)], width)
    return [" ".join(map(line_text, lines)) for lines in found]


def test_a_paragraph_that_wraps_is_one() -> None:
    """No word of it would have fitted into the line before."""
    assert parts("Number of joint teams set", "up under the operational", "action plans") == [
        "Number of joint teams set up under the operational action plans"
    ]


def test_entries_of_a_cell_are_parted_where_the_next_word_would_have_fitted() -> None:
    """Two indicators in one cell, of which the first one wraps."""
    assert parts("Contributions to analysis", "projects", "Assessments shared") == [
        "Contributions to analysis projects",
        "Assessments shared",
    ]


def test_the_width_of_the_cell_tells_more_than_its_widest_line() -> None:
    """Two short entries in a wide cell."""
    assert parts("groups broken up", "Leaders convicted") == ["groups broken up Leaders convicted"]
    assert parts("groups broken up", "Leaders convicted", width=300) == ["groups broken up", "Leaders convicted"]


def test_lines_in_small_letters_are_entries_only_where_all_are_short() -> None:
    """A wrapped line in small letters may end early before a long word."""
    assert parts("checks at", "administrative-borders", "and ports") == ["checks at administrative-borders and ports"]
    assert parts("patrols", "boats found", "alerts", width=200) == ["patrols", "boats found", "alerts"]


def test_labels_with_values_are_entries() -> None:
    """A box of facts."""
    assert parts("Operation: Global Chain", "Countries: 29", "Arrests: 21") == [
        "Operation: Global Chain",
        "Countries: 29",
        "Arrests: 21",
    ]


def test_bullets_and_other_type_begin_anew() -> None:
    """However long the line before is."""
    assert parts("• as long as it may get", "• short") == ["• as long as it may get", "• short"]
    lines = [line("A label in bold letters", 0, bold=True), line("and the text below it ..", 1)]
    assert len(paragraphs_in(lines)) == 2


def test_nothing_has_no_paragraphs() -> None:
    """An empty cell breaks nothing."""
    assert paragraphs_in([]) == []
