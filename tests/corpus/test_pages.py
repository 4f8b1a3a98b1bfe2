"""What stands on a page: how lines are set, and which cells a row of a table has."""

import pytest

from corpus.geometry import Box
from corpus.pages import Cell, Font, Line, Role, Rule, Table, Word

BOX = Box(0, 0, 10, 10)


def line(*words: tuple[str, float, bool, bool]) -> Line:
    """A line of (text, size, is bold, is a mark)."""
    return Line(1, tuple(Word(t, BOX, Font("F", size, bold), is_mark=mark) for t, size, bold, mark in words), BOX)


@pytest.mark.parametrize(
    ("found", "size"),
    [
        (line(("A", 14, False, False), ("recommendation", 10, False, False)), 10),
        (line(("Total", 10, False, False), ("12345678", 6, False, True)), 10),
        (line(("1", 6, False, True)), 6),
    ],
)
def test_a_line_has_the_size_of_most_of_its_letters(found: Line, size: float) -> None:
    """An initial or a footnote's mark must not make a heading of a paragraph, or a note of a line."""
    assert found.size_pt == size


@pytest.mark.parametrize(
    ("found", "bold"),
    [
        (line(("Note", 10, True, False), ("the following points", 10, False, False)), False),
        (line(("Strategic goal", 10, True, False), ("2", 10, False, False)), True),
        (line(("ab", 10, True, False), ("cd", 10, False, False)), False),
    ],
)
def test_a_line_is_bold_where_most_of_its_letters_are(found: Line, bold: bool) -> None:
    """A term in bold within a sentence makes no heading."""
    assert found.bold is bold


def test_a_row_holds_the_cells_that_reach_into_it() -> None:
    """A goal that is printed once beside three actions belongs to each of them."""
    goal, first, second, third = (
        Cell(0, 0, (), row_span=3),
        Cell(0, 1, ()),
        Cell(1, 1, (), row_span=2),
        Cell(2, 2, ()),
    )
    table = Table(3, 3, (third, second, first, goal), ())
    assert [table.row(number) for number in range(4)] == [(goal, first), (goal, second), (goal, second, third), ()]


@pytest.mark.parametrize(
    ("box", "is_horizontal"), [(Box(0, 5, 90, 5.5), True), (Box(5, 0, 5.5, 90), False), (Box(0, 0, 1, 1), True)]
)
def test_a_rule_runs_along_its_longer_side(box: Box, is_horizontal: bool) -> None:
    """Tables are built from rules of the two directions."""
    assert Rule(box).is_horizontal is is_horizontal


def test_roles_are_those_of_the_contract() -> None:
    """`--blocks` writes them; readers of the file know these words and no others."""
    names = "title heading paragraph list_item table caption callout pull_quote figure_text footnote header footer toc"
    assert [role.value for role in Role] == [*names.split(), "abbreviation"]
