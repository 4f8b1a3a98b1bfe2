"""Words to blocks in reading order: columns, headings, notes, lists, paragraphs."""

from collections import Counter
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.geometry import Box, hull
from corpus.pages import Block, Page, Role, Word
from extract.furniture import Furniture
from extract.layout import lay_out
from extract.lines import Spelling
from extract.pdf import open_pdf
from tests.pdfs import PdfPage, pdf_bytes
from tests.strategies import loose_words

NO_FURNITURE = Furniture(1, (), (), (), frozenset())
PLAIN = Spelling(frozenset(), frozenset({"enforcement", "law"}))


def blocks(page: PdfPage, taken: Sequence[Box] = ()) -> tuple[Block, ...]:
    with open_pdf(pdf_bytes([page])) as pdf:
        return lay_out(pdf.page(1), NO_FURNITURE, taken, PLAIN).blocks


def texts(page: PdfPage) -> list[str]:
    return [block.text for block in blocks(page)]


# --- columns -------------------------------------------------------------------------------------------------------

LEFT = [
    "Ports remain the main gateway for",
    "cocaine that reaches the market,",
    "and insiders are paid to move the",
    "boxes before they are checked.",
]
RIGHT = [
    "Laboratories moved closer to the",
    "consumers, with waste dumped in",
    "fields and rivers, and the makers",
    "order precursors from abroad.",
]


def joined(lines: Sequence[str]) -> str:
    return " ".join(lines)


def two_columns() -> list[str]:
    """The drawing commands of a page of two columns, one a line."""
    return PdfPage().lines(60, 700, LEFT, 10, 13).lines(310, 700, RIGHT, 10, 13).content


@given(st.permutations(two_columns()))
def test_two_columns_are_read_left_then_right_whatever_the_drawing_order(content: list[str]) -> None:
    """A threat assessment is a magazine: its sentences go down a column, not across the gutter."""
    assert texts(PdfPage(content=content)) == [joined(LEFT), joined(RIGHT)]


def test_three_columns_are_read_from_left_to_right() -> None:
    """Wide pages have three columns."""
    page = PdfPage()
    for x, lines in ((40, LEFT), (220, RIGHT), (400, LEFT[::-1])):
        page.lines(x, 500, lines, 10, 13)
    assert texts(page) == [joined(LEFT), joined(RIGHT), joined(LEFT[::-1])]


def test_a_heading_across_both_columns_is_read_first_and_what_crosses_below_last() -> None:
    """Contract: what crosses the columns at the top, the columns from left to right, what crosses them at the bottom."""
    page = PdfPage(content=two_columns())
    page.text(60, 590, "Both developments are expected to go on over the years to come, and neither is simple.", 10)
    page.text(60, 740, "Drugs: where supply and demand now meet each other", 18, bold=True)
    assert texts(page) == [
        "Drugs: where supply and demand now meet each other",
        joined(LEFT),
        joined(RIGHT),
        "Both developments are expected to go on over the years to come, and neither is simple.",
    ]
    assert blocks(page)[0].role is Role.HEADING


def test_a_sentence_across_the_page_parts_the_columns_above_from_those_below() -> None:
    """Columns above a heading are read before it, columns below it after."""
    page = PdfPage(content=two_columns())
    page.text(
        60, 610, "Synthetic drugs are made in ever larger batches within the Union itself, say experts", 12, bold=True
    )
    page.lines(60, 570, RIGHT, 10, 13).lines(310, 570, LEFT, 10, 13)
    assert [text[:12] for text in texts(page)] == [
        "Ports remain",
        "Laboratories",
        "Synthetic dr",
        "Laboratories",
        "Ports remain",
    ]


def test_a_column_that_ends_early_is_still_a_column() -> None:
    """The last page of a chapter is not full."""
    page = PdfPage().lines(60, 700, [*LEFT, *RIGHT], 10, 13).lines(310, 700, RIGHT, 10, 13)
    assert texts(page) == [joined([*LEFT, *RIGHT]), joined(RIGHT)]


def test_headings_within_columns_stay_in_their_column() -> None:
    """A heading in the left column is about the left column."""
    page = PdfPage().text(60, 720, "Cocaine", 12, bold=True).text(310, 720, "Synthetic drugs", 12, bold=True)
    page.content += two_columns()
    assert texts(page) == ["Cocaine", joined(LEFT), "Synthetic drugs", joined(RIGHT)]


def test_hanging_numbers_are_no_column() -> None:
    """Operative paragraphs hang beside their numbers: number and paragraph are one item."""
    page = PdfPage()
    for number, lines in enumerate((LEFT, RIGHT), start=5):
        page.text(60, 700 - 70 * (number - 5), f"{number}.", 10).lines(95, 700 - 70 * (number - 5), lines, 10, 13)
    assert texts(page) == [f"5. {joined(LEFT)}", f"6. {joined(RIGHT)}"]
    assert [(block.role, block.marker) for block in blocks(page)] == [(Role.LIST_ITEM, "5."), (Role.LIST_ITEM, "6.")]


@pytest.mark.parametrize("mark", ["\u2022", "\u2013", "(a)", "-"])
def test_hanging_marks_are_no_column(mark: str) -> None:
    """Each bullet stays with its point, one block a point."""
    page = PdfPage()
    points = [
        "more controls of parcels",
        "joint training of customs",
        "a shared picture of routes",
        "tools for tracing",
    ]
    for number, point in enumerate(points):
        page.text(60, 700 - 13 * number, mark, 10).text(90, 700 - 13 * number, point, 10)
    assert texts(page) == [f"{mark} {point}" for point in points]


def test_labels_are_read_with_the_values_beside_them() -> None:
    """A front page reads From, its value, To, its value; not all labels and then all values."""
    page = PdfPage()
    pairs = [
        ("From:", "General Secretariat of the Council"),
        ("To:", "Standing Committee on internal security"),
        ("Subject:", "Draft conclusions on the priorities"),
        ("Annexes:", "Two tables and one list of sources"),
        ("Contact:", "The desk that is in charge of them"),
    ]
    for number, (label, value) in enumerate(pairs):
        page.text(60, 700 - 20 * number, label, 10).text(200, 700 - 20 * number, value, 10)
    read = joined(texts(page))
    assert read == joined([f"{label} {value}" for label, value in pairs])


# --- footnotes -----------------------------------------------------------------------------------------------------

BODY = [
    "The Council set these priorities in spring, and the plans that follow from them",
    "are drawn up by the states and agencies that volunteer to lead them.",
]


def noted(rule: bool, size: float) -> PdfPage:
    page = PdfPage().lines(60, 700, BODY, 11, 14)
    page.content.append("BT /F1 6 Tf 60 112 Td 3 Ts (1) Tj ET")
    page.text(66, 112, "Document 90417/51, not yet published, and its", size)
    page.text(60, 101, "first addendum.", size)
    page.content.append("BT /F1 6 Tf 60 90 Td 3 Ts (2) Tj ET")
    page.text(66, 90, "Document 90418/51.", size)
    return page.rule(60, 126, 200, 126, 0.5) if rule else page


NOTES = ["Document 90417/51, not yet published, and its first addendum.", "Document 90418/51."]


@pytest.mark.parametrize(
    ("rule", "size"), [(True, 9), (True, 11), (False, 9)], ids=["rule", "rule, body's size", "small"]
)
def test_notes_at_the_foot_are_told_each_by_itself_and_come_last(rule: bool, size: float) -> None:
    """A footnote is no part of the sentence above it, nor of the next page's."""
    page = noted(rule, size)
    assert texts(page) == [joined(BODY), *NOTES]
    assert [block.role for block in blocks(page)] == [Role.PARAGRAPH, Role.FOOTNOTE, Role.FOOTNOTE]


def test_notes_below_two_columns_follow_both() -> None:
    """The right column is read before the notes that stand under the left one."""
    page = PdfPage(content=[*two_columns(), *noted(True, 8).content[len(BODY) :]])
    assert [block.role for block in blocks(page)][-2:] == [Role.FOOTNOTE, Role.FOOTNOTE]
    assert texts(page)[:2] == [joined(LEFT), joined(RIGHT)]


def test_a_short_rule_above_text_that_bears_no_mark_makes_no_notes() -> None:
    """Ornaments between paragraphs part nothing off."""
    page = PdfPage().lines(60, 300, BODY, 11, 14).rule(60, 262, 200, 262, 0.5).lines(60, 240, BODY, 11, 14)
    assert [block.role for block in blocks(page)] == [Role.PARAGRAPH, Role.PARAGRAPH]


# --- paragraphs, headings, list items -------------------------------------------------------------------------------


def test_paragraphs_are_parted_by_the_space_between_them() -> None:
    """A search hit shows one paragraph and not the whole page."""
    page = PdfPage().lines(60, 700, BODY, 11, 14).lines(60, 650, LEFT, 11, 14)
    assert texts(page) == [joined(BODY), joined(LEFT)]


def test_a_heading_is_told_by_its_size_or_weight() -> None:
    """Records and passages know the heading that they stand under."""
    page = (
        PdfPage().text(60, 730, "Key threats", 16).text(60, 700, "Firearms", 11, bold=True).lines(60, 680, BODY, 11, 14)
    )
    assert [(block.role, block.text) for block in blocks(page)] == [
        (Role.HEADING, "Key threats"),
        (Role.HEADING, "Firearms"),
        (Role.PARAGRAPH, joined(BODY)),
    ]


def test_a_bold_label_that_runs_into_its_text_is_no_heading() -> None:
    """ "Firearms: the trade …" is one paragraph whose first word is bold."""
    page = PdfPage().text(60, 700, "Firearms", 11, bold=True)
    page.text(114, 700, "are sent by post in parts that look harmless, and put together", 11).text(
        60, 686, "at home.", 11
    )
    assert [(block.role, block.text) for block in blocks(page)] == [
        (Role.PARAGRAPH, "Firearms are sent by post in parts that look harmless, and put together at home.")
    ]


@pytest.mark.parametrize(
    "marks",
    [("1.", "2.", "3."), ("(a)", "(b)", "(c)"), ("a)", "b)", "c)"), ("2.1", "2.2", "2.3"), ("(i)", "(ii)", "(iii)")],
    ids=repr,
)
def test_list_items_are_blocks_of_their_own_with_their_mark(marks: tuple[str, ...]) -> None:
    """Lettered points are read one by one."""
    page = PdfPage()
    for number, mark in enumerate(marks):
        page.text(60, 700 - 28 * number, f"{mark} the states share what they know about routes and", 10)
        page.text(78, 687 - 28 * number, "about those who use them;", 10)
    assert [(block.marker, block.role) for block in blocks(page)] == [(mark, Role.LIST_ITEM) for mark in marks]
    assert texts(page)[1] == f"{marks[1]} the states share what they know about routes and about those who use them;"


def test_a_wrapped_line_that_begins_with_a_number_begins_no_item() -> None:
    """ "… in June / 14. …" is a date that a line's end cut, where the line hangs within its item."""
    page = PdfPage().text(60, 700, "3. The report is due in the year that follows the end of the cycle, on page", 10)
    page.text(78, 687, "14. and later, as the annex says.", 10)
    assert len(blocks(page)) == 1


def test_words_broken_at_a_lines_end_are_mended() -> None:
    """Text is given as a reader would type it."""
    page = PdfPage().lines(60, 700, ["The agencies for law enforce-", "ment share the data."], 11, 14)
    assert texts(page) == ["The agencies for law enforcement share the data."]


# --- what is left out ----------------------------------------------------------------------------------------------


def test_words_of_tables_furniture_and_turned_words_are_no_running_text() -> None:
    """A table's words are read as cells, a footer's as furniture, turned words as decoration: none interrupts a paragraph."""
    page = PdfPage().lines(60, 700, BODY, 11, 14).text(70, 600, "cell", 11).text(60, 30, "footer", 11)
    page.content.append("BT /F1 9 Tf 0 1 -1 0 580 300 Tm (tab) Tj ET")
    with open_pdf(pdf_bytes([page])) as pdf:
        read = pdf.page(1)
    footer = frozenset(position for position, word in enumerate(read.words) if word.text == "footer")
    layout = lay_out(read, Furniture(1, (), (), (), footer), [Box(60, 220, 200, 260)], PLAIN)
    assert [block.text for block in layout.blocks if block.role is not Role.FIGURE_TEXT] == [joined(BODY)]


def test_a_page_without_words_has_no_blocks() -> None:
    """An empty or scanned page breaks nothing."""
    assert blocks(PdfPage()) == ()


@given(loose_words)
def test_every_word_stands_in_exactly_one_block(words: list[Word]) -> None:
    """However wild a page is, nothing that it says is lost or doubled, and blocks count from 0 in order."""
    layout = lay_out(Page(1, 600, 850, tuple(words)), NO_FURNITURE, (), PLAIN)
    assert Counter(w for block in layout.blocks for line in block.lines for w in line.words) == Counter(words)
    assert [block.order for block in layout.blocks] == list(range(len(layout.blocks)))
    for block in layout.blocks:
        assert block.box == hull(line.box for line in block.lines).rounded()
