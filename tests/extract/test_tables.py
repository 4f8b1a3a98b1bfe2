"""Ruled tables as a reader sees them, also where a page ends in the middle of one."""

from collections.abc import Sequence
from itertools import pairwise

import pytest

from corpus.pages import Cell, Table
from extract.lines import words_text
from extract.pdf import open_pdf
from extract.tables import find_grids, join_grids
from tests.pdfs import PdfPage, pdf_bytes

XS = (60, 120, 330, 540)  # number, title, leader
HEADER = ("No.", "Action", "Leader")


def tables(*pages: PdfPage) -> tuple[Table, ...]:
    with open_pdf(pdf_bytes(pages)) as pdf:
        return join_grids([grid for page in pdf.pages() for grid in find_grids(page)])


def put(
    page: PdfPage,
    rows: Sequence[Sequence[str]],
    *,
    xs: Sequence[float] = XS,
    top: float = 780,
    height: float = 40,
    bottom: bool = True,
    header: bool = True,
) -> PdfPage:
    """A ruled table whose cells hold these texts, lines parted by a line feed; its first row is set bold."""
    ys = [top - number * height for number in range(len(rows) + 1)]
    page.grid(xs, ys, bottom=bottom)
    for number, row in enumerate(rows):
        for x, text in zip(xs, row, strict=False):
            for line, words in enumerate(text.split("\n")):
                page.text(x + 4, ys[number] - 14 - 12 * line, words, 9, bold=header and number == 0)
    return page


def text(cell: Cell) -> str:
    return " ".join(words_text(line.words) for line in cell.lines)


def texts(table: Table) -> list[list[str]]:
    """The rows as one would copy them: each cell where it begins."""
    return [[text(cell) for cell in table.row(row) if cell.row == row] for row in range(table.rows)]


# --- one page ------------------------------------------------------------------------------------------------------

ROWS = [HEADER, ("OA 1", "Controls in ports", "ES"), ("OA 2", "Training for\ncustoms", "IT")]
READ = [list(HEADER), ["OA 1", "Controls in ports", "ES"], ["OA 2", "Training for customs", "IT"]]


def test_a_ruled_table_is_read_cell_by_cell() -> None:
    """Every record of a plan comes from such cells."""
    (table,) = tables(put(PdfPage(), ROWS))
    assert texts(table) == READ
    assert (table.rows, table.columns, table.header) == (3, 3, 1)
    assert [page for page, _ in table.places] == [1]


def test_rules_drawn_as_thin_filled_rectangles_rule_a_table() -> None:
    """Chromium fills slivers where Word strokes lines."""
    page = put(PdfPage(), ROWS)
    page.content = [line for line in page.content if not line.endswith(" S")]
    for x in XS:
        page.fill(x, 660, 0.6, 120, gray=0)
    for y in (780, 740, 700, 660):
        page.fill(60, y, 480, 0.6, gray=0)
    assert [texts(table) for table in tables(page)] == [READ]


def test_cells_drawn_as_rectangles_make_a_table() -> None:
    """Other programs draw each cell as a box of its own."""
    page = put(PdfPage(), ROWS)
    page.content = [line for line in page.content if not line.endswith(" S")]
    for y in (740, 700, 660):
        for left, right in pairwise(XS):
            page.content.append(f"0.5 w {left} {y} {right - left} 40 re S")
    assert [texts(table) for table in tables(page)] == [READ]


def test_a_table_on_a_turned_page_is_read_as_it_is_shown() -> None:
    """Plans are landscape grids, often on pages that are turned by /Rotate."""
    page = put(PdfPage(media=(0, 0, 842, 595)), ROWS, top=560)
    page.content = ["q 0 1 -1 0 595 0 cm", *page.content, "Q"]
    page.media, page.rotate = (0, 0, 595, 842), 90
    assert [texts(table) for table in tables(page)] == [READ]


def test_a_cell_over_several_rows_is_one_cell() -> None:
    """A goal stands once beside all its actions."""
    page = PdfPage().grid((120, 330, 540), (780, 740, 700, 660)).rule(60, 780, 60, 660)
    page.rule(60, 780, 120, 780).rule(60, 740, 120, 740).rule(60, 660, 120, 660)
    for x, y, words in [(64, 766, "Goal"), (124, 766, "Action"), (334, 766, "Leader"), (64, 726, "SG 1")]:
        page.text(x, y, words, 9)
    page.text(124, 726, "first", 9).text(334, 726, "ES", 9).text(124, 686, "second", 9).text(334, 686, "IT", 9)
    (table,) = tables(page)
    goal = next(cell for cell in table.cells if text(cell) == "SG 1")
    assert (goal.row, goal.row_span, goal.column_span) == (1, 2, 1)
    assert [text(cell) for cell in table.row(2)] == ["SG 1", "second", "IT"]


def test_a_cell_over_all_columns_is_one_cell() -> None:
    """A band above a goal's actions spans the table."""
    page = PdfPage().grid(XS, (780, 740)).grid(XS, (700, 660)).rule(60, 740, 60, 700).rule(540, 740, 540, 700)
    page.text(64, 766, "No.", 9).text(124, 766, "Action", 9).text(334, 766, "Leader", 9)
    page.text(64, 726, "SG 2: Money flows across the whole table", 9)
    page.text(64, 686, "OA 1", 9).text(124, 686, "Tracing", 9).text(334, 686, "NL", 9)
    (table,) = tables(page)
    assert texts(table) == [list(HEADER), ["SG 2: Money flows across the whole table"], ["OA 1", "Tracing", "NL"]]
    assert next(cell for cell in table.cells if cell.row == 1).column_span == 3


def test_a_frame_around_a_paragraph_is_no_table() -> None:
    """Call-outs are text and no cells."""
    page = PdfPage().grid((60, 540), (780, 700)).text(70, 760, "A framed remark that stands by itself")
    assert tables(page) == ()


def test_struck_and_underlined_words_rule_no_row() -> None:
    """A withdrawn action stays one row: the rule through its words parts no cell."""
    page = put(PdfPage(), ROWS).rule(124, 729, 196, 729, 0.6).rule(124, 684, 180, 684, 0.6).rule(64, 729, 84, 729, 0.6)
    assert [texts(table) for table in tables(page)] == [READ]


def test_a_strike_from_rule_to_rule_parts_no_cell() -> None:
    """Where a struck sentence fills its cell the strike reaches both rules of the column."""
    page = put(PdfPage(), [HEADER, ("OA 1", "Joint controls of all parcels in the northern ports", "ES")])
    page.rule(121, 729, 329, 729, 0.6)
    assert [texts(table)[1:] for table in tables(page)] == [
        [["OA 1", "Joint controls of all parcels in the northern ports", "ES"]]
    ]


def test_two_tables_of_one_page_are_two() -> None:
    """What stands below each other is not one table because its columns lie alike."""
    page = put(PdfPage(), ROWS[:2], top=780)
    put(page, [("No.", "Goal", "Text"), ("1", "Ports", "More")], top=600)
    assert [texts(table)[1] for table in tables(page)] == [["OA 1", "Controls in ports", "ES"], ["1", "Ports", "More"]]


# --- a page ends within a table ------------------------------------------------------------------------------------


def test_the_last_row_without_a_rule_below_is_kept() -> None:
    """Chromium and LibreOffice draw no rule where a row goes on over the page: its words must not vanish."""
    (table,) = tables(put(PdfPage(), ROWS, bottom=False))
    assert texts(table) == READ


def test_a_page_that_shows_only_the_middle_of_a_row_is_read() -> None:
    """A long row may fill a page on which no horizontal rule is drawn at all."""
    first = put(PdfPage(), [HEADER, ("OA 1", "Controls begin", "ES")], bottom=False)
    middle = PdfPage()
    for x in XS:
        middle.rule(x, 780, x, 60)
    middle.text(124, 760, "and go on", 9).text(124, 400, "and on", 9)
    last = PdfPage().grid(XS, (780, 740, 700))
    last.content = [line for line in last.content if line != "0.7 w 60 780 m 540 780 l S"]
    last.text(124, 766, "to their end", 9).text(64, 726, "OA 2", 9).text(124, 726, "Training", 9).text(
        334, 726, "IT", 9
    )
    (table,) = tables(first, middle, last)
    assert texts(table) == [
        list(HEADER),
        ["OA 1", "Controls begin and go on and on to their end", "ES"],
        ["OA 2", "Training", "IT"],
    ]
    assert [part.page for part in table.row(1)[1].parts] == [1, 2, 3]


def test_a_row_cut_by_the_page_is_one_row_and_the_repeated_header_is_none() -> None:
    """An aim that is cut in the middle of its sentence is read whole, without the words of the header in it."""
    first = put(PdfPage(), [HEADER, ("OA 1", "Controls", "ES"), ("OA 2", "Joint teams that", "IT")], bottom=False)
    second = put(PdfPage(), [HEADER, ("", "trace parcels", ""), ("OA 3", "Training", "NL")])
    (table,) = tables(first, second)
    assert texts(table) == [
        list(HEADER),
        ["OA 1", "Controls", "ES"],
        ["OA 2", "Joint teams that trace parcels", "IT"],
        ["OA 3", "Training", "NL"],
    ]
    assert table.header == 1
    cut = table.row(2)[1]
    assert [(part.page, len(part.lines)) for part in cut.parts] == [(1, 1), (2, 1)]


def test_a_row_cut_without_a_repeated_header_is_one_row() -> None:
    """Not every table repeats its header."""
    first = put(PdfPage(), [HEADER, ("OA 1", "Controls", "ES"), ("OA 2", "Joint teams that", "IT")], bottom=False)
    second = put(PdfPage(), [("", "trace parcels", ""), ("OA 3", "Training", "NL")], header=False)
    (table,) = tables(first, second)
    assert texts(table)[2:] == [["OA 2", "Joint teams that trace parcels", "IT"], ["OA 3", "Training", "NL"]]


def test_a_new_row_after_an_open_page_end_is_a_new_row() -> None:
    """LibreOffice leaves every table open at a page's end, whether a row is cut there or not."""
    first = put(PdfPage(), [HEADER, ("OA 1", "Controls", "ES"), ("OA 2", "Joint teams", "IT")], bottom=False)
    second = put(PdfPage(), [HEADER, ("OA 3", "Training", "NL"), ("OA 4", "Tools", "SE")])
    (table,) = tables(first, second)
    assert [row[0] for row in texts(table)] == ["No.", "OA 1", "OA 2", "OA 3", "OA 4"]


PRIORITY = ("Priority", "Aim")
WIDE = (60, 200, 540)


@pytest.mark.parametrize("repeated", [True, False], ids=["header repeated", "header once"])
def test_an_unnumbered_row_after_an_open_page_end_is_a_new_row(repeated: bool) -> None:
    """Priorities often bear no number: where the aim before ends in a full stop and a new one begins, two are stated."""
    first = put(
        PdfPage(),
        [PRIORITY, ("Firearms", "To stop parcels."), ("Cyber-attacks", "To free data.")],
        xs=WIDE,
        bottom=False,
    )
    rows = [("Trafficking in human beings", "To free victims."), ("Fraud", "To stop calls.")]
    second = put(PdfPage(), [PRIORITY, *rows] if repeated else rows, xs=WIDE, header=repeated)
    (table,) = tables(first, second)
    assert [row[0] for row in texts(table)[1:]] == ["Firearms", "Cyber-attacks", "Trafficking in human beings", "Fraud"]


def test_a_row_whose_label_is_cut_too_is_one_row_at_an_open_page_end() -> None:
    """A label of two lines may be cut together with its aim."""
    first = put(PdfPage(), [PRIORITY, ("Trafficking in", "To free those who")], xs=WIDE, bottom=False)
    second = put(PdfPage(), [PRIORITY, ("human beings", "are held."), ("Fraud", "To stop calls.")], xs=WIDE)
    (table,) = tables(first, second)
    assert texts(table)[1:] == [
        ["Trafficking in human beings", "To free those who are held."],
        ["Fraud", "To stop calls."],
    ]


def test_a_row_whose_label_is_cut_too_is_one_row_where_word_rules_off_the_break() -> None:
    """Word closes the upper part: that every cell goes on in lower case still says that the row does."""
    first = put(PdfPage(), [PRIORITY, ("Trafficking in", "To free those who")], xs=WIDE)
    second = put(PdfPage(), [PRIORITY, ("human beings", "are held."), ("Fraud", "To stop calls.")], xs=WIDE)
    (table,) = tables(first, second)
    assert texts(table)[1:] == [
        ["Trafficking in human beings", "To free those who are held."],
        ["Fraud", "To stop calls."],
    ]


def test_a_table_that_goes_on_after_a_closed_page_is_one_table() -> None:
    """Rows on both sides of a page end belong to one table, header dropped."""
    first = put(PdfPage(), [HEADER, ("OA 1", "Controls", "ES")])
    second = put(PdfPage(), [HEADER, ("OA 2", "Training", "NL")])
    (table,) = tables(first, second)
    assert [row[0] for row in texts(table)] == ["No.", "OA 1", "OA 2"]
    assert [page for page, _ in table.places] == [1, 2]


def test_a_row_that_word_rules_off_above_the_break_goes_on() -> None:
    """Word closes the upper part of a cut row; the lower part, without number and leader, is no action of its own."""
    first = put(PdfPage(), [HEADER, ("OA 1", "Controls", "ES"), ("OA 2", "Joint teams that", "IT")])
    second = put(PdfPage(), [HEADER, ("", "trace parcels", ""), ("OA 3", "Training", "NL")])
    (table,) = tables(first, second)
    assert texts(table)[2:] == [["OA 2", "Joint teams that trace parcels", "IT"], ["OA 3", "Training", "NL"]]


def test_a_row_is_joined_over_three_pages() -> None:
    """Nothing counts how often a page ends."""
    first = put(PdfPage(), [HEADER, ("OA 1", "Teams that", "ES")], bottom=False)
    second = put(PdfPage(), [HEADER, ("", "trace parcels and", "")], bottom=False)
    third = put(PdfPage(), [HEADER, ("", "their senders", ""), ("OA 2", "Tools", "SE")])
    (table,) = tables(first, second, third)
    assert texts(table)[1:] == [["OA 1", "Teams that trace parcels and their senders", "ES"], ["OA 2", "Tools", "SE"]]


def test_columns_that_are_shifted_as_on_facing_pages_are_the_same() -> None:
    """Left and right pages have other margins."""
    first = put(PdfPage(), [HEADER, ("OA 1", "Controls", "ES")])
    second = put(PdfPage(), [HEADER, ("OA 2", "Training", "NL")], xs=[x + 20 for x in XS])
    (table,) = tables(first, second)
    assert [row[0] for row in texts(table)] == ["No.", "OA 1", "OA 2"]


GOAL = ("Goal", "No.", "Action")


def merged(rows: Sequence[tuple[str, str]], goal: str, *, top_rule: bool, bottom_rule: bool) -> PdfPage:
    """A page of the table Goal / No. / Action whose goal cell spans all rows below the header."""
    xs, ys = (60, 160, 240, 540), [780 - 40 * number for number in range(len(rows) + 2)]
    page = PdfPage()
    for x in xs:
        page.rule(x, ys[0], x, ys[-1])
    for number, y in enumerate(ys):
        closed = number not in (0, len(ys) - 1) or (top_rule if number == 0 else bottom_rule)
        if closed:
            page.rule(xs[0] if number in (0, 1, len(ys) - 1) else xs[1], y, xs[-1], y)
    for x, words in zip(xs, GOAL, strict=False):
        page.text(x + 4, 766, words, 9, bold=True)
    if goal:
        page.text(64, 726, goal, 9)
    for number, (label, words) in enumerate(rows, start=1):
        page.text(164, ys[number] - 14, label, 9).text(244, ys[number] - 14, words, 9)
    return page


@pytest.mark.parametrize("bottom_rule", [False, True], ids=["open", "closed"])
def test_a_goal_cell_goes_on_over_the_page(bottom_rule: bool) -> None:
    """The actions of the next page still stand beside their goal, which is stated on the first page only."""
    first = merged([("OA 1", "Controls"), ("OA 2", "Teams")], "CHSG 1 Picture", top_rule=True, bottom_rule=bottom_rule)
    second = merged([("OA 3", "Tools"), ("OA 4", "Courses")], "", top_rule=True, bottom_rule=True)
    (table,) = tables(first, second)
    assert [text(table.row(row)[0]) for row in range(1, table.rows)] == ["CHSG 1 Picture"] * 4
    assert [text(table.row(row)[1]) for row in range(1, table.rows)] == ["OA 1", "OA 2", "OA 3", "OA 4"]


def test_a_goal_cell_that_begins_on_the_next_page_is_another_cell() -> None:
    """An open page end does not draw the next goal into the one before."""
    first = merged([("OA 1", "Controls"), ("OA 2", "Teams")], "CHSG 1 Picture", top_rule=True, bottom_rule=False)
    second = merged([("OA 3", "Tools"), ("OA 4", "Courses")], "CHSG 2 Money", top_rule=True, bottom_rule=True)
    (table,) = tables(first, second)
    assert [text(table.row(row)[0]) for row in range(1, table.rows)] == ["CHSG 1 Picture"] * 2 + ["CHSG 2 Money"] * 2


# --- tables that are not one ---------------------------------------------------------------------------------------


def test_tables_of_different_columns_are_not_joined() -> None:
    """A table of goals is not the end of a table of actions."""
    first = put(PdfPage(), ROWS)
    wider = put(PdfPage(), [("No.", "Action", "Leader", "End"), ("1", "2", "3", "4")], xs=(60, 120, 330, 430, 540))
    moved = put(PdfPage(), [("No.", "Action", "Leader"), ("1", "2", "3")], xs=(60, 200, 400, 540))
    assert [table.rows for table in tables(first, wider)] == [3, 2]
    assert [table.rows for table in tables(first, moved)] == [3, 2]


def test_tables_with_a_page_or_a_table_between_them_are_not_joined() -> None:
    """Only the last table of one page and the first of the next can be one."""
    alike = [HEADER, ("OA 1", "Controls", "ES")]
    between = put(PdfPage(), [("a", "b"), ("c", "d")], xs=(60, 300, 540), top=780)
    put(between, alike, top=500)
    assert len(tables(put(PdfPage(), alike), PdfPage().text(60, 700, "text only"), put(PdfPage(), alike))) == 2
    assert len(tables(put(PdfPage(), alike), between)) == 3


def test_words_belong_to_one_cell_each() -> None:
    """No word of a table is read twice or lost, also in crowded cells."""
    page = put(PdfPage(), [HEADER, ("OA 10", "A long title that nearly touches the rule", "ES, IT")], height=20)
    (table,) = tables(page)
    assert texts(table)[1] == ["OA 10", "A long title that nearly touches the rule", "ES, IT"]
