"""How headings and list items nest: levels, parents, and what closes what."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.geometry import Box
from corpus.pages import Block, Evidence, Font, Line, Role, Word
from extract.enumerators import alike, follows, heading_numbers, kinds_of, label_of, stands_below
from extract.sections import Heading, nested
from extract.styles import Style
from extract.tags import NONE

PLAIN, BOLD, LARGE = Style(11.0), Style(11.0, bold=True), Style(16.0, bold=True)


def block(
    text: str, *, role: Role = Role.PARAGRAPH, indent: float = 0.0, top: float = 100.0, marker: str | None = None
) -> Block:
    word = Word(text, Box(72 + indent, top, 300, top + 12), Font("Times", 11.0))
    return Block(0, 1, role, text, word.box, (Line(1, (word,), word.box),), marker=marker, left=72.0)


def point(marker: str, indent: float = 0.0, top: float = 100.0) -> Block:
    return block(f"{marker} text;", role=Role.LIST_ITEM, indent=indent, marker=marker, top=top)


def tree(
    items: list[Block], headings: dict[int, Heading] | None = None, closing: frozenset[int] = frozenset()
) -> list[tuple[int | None, int | None]]:
    """Level and parent of each block."""
    return [(b.level, b.parent) for b in nested(items, headings or {}, closing, NONE) if isinstance(b, Block)]


def heading(style: Style = BOLD, **facts: object) -> Heading:
    return Heading(style, Evidence.STYLE, **facts)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("outer", "inner", "holds"),
    [
        (heading(LARGE), heading(BOLD), True),
        (heading(BOLD), heading(LARGE), False),
        (heading(BOLD), heading(BOLD), False),
        (heading(BOLD, tag_level=1), heading(BOLD, tag_level=2), True),
        (heading(BOLD, tag_level=2), heading(BOLD, tag_level=2), False),
        (heading(PLAIN, tag_level=1), heading(LARGE, tag_level=2), False),
        (heading(BOLD, depth=1), heading(BOLD, depth=2), True),
        (heading(BOLD, row=2), heading(BOLD, row=5), True),
        (heading(BOLD, row=5), heading(BOLD, row=2), False),
        (heading(LARGE), heading(BOLD, is_annex=True), False),
        (heading(BOLD, number=("3",)), heading(BOLD, number=("3", "1")), True),
        (heading(BOLD, number=("3", "2", "c")), heading(BOLD, number=("3", "3")), False),
        (heading(LARGE, number=("2",)), heading(BOLD, number=("3",)), False),
        (heading(LARGE), heading(BOLD, tag_level=1), False),
    ],
)
def test_the_first_evidence_that_both_have_decides(outer: Heading, inner: Heading, holds: bool) -> None:
    """Tags before bookmarks, labels and numbers, and style last; what is much larger is never below."""
    assert outer.holds(inner) is holds


def test_levels_count_from_one_and_lead_to_the_parent() -> None:
    """A level is one more than the parent's."""
    items = [block("Threats", role=Role.HEADING), block("Drugs", role=Role.HEADING), point("(a)"), point("(b)")]
    assert tree(items, {0: heading(LARGE), 1: heading(BOLD)}) == [(1, None), (2, 0), (3, 1), (3, 1)]


def test_points_nest_by_mark_and_indent() -> None:
    """As lawyers number: 1, (a), (i), and back."""
    items = [point("1."), point("(a)", 20), point("(i)", 40), point("(ii)", 40), point("(b)", 20), point("2.")]
    assert tree(items) == [(1, None), (2, 0), (3, 1), (3, 1), (2, 0), (1, None)]


def test_points_at_one_indent_nest_by_the_kind_of_their_marks() -> None:
    """Some papers indent nothing."""
    assert tree([point("1."), point("(a)"), point("(b)"), point("2.")]) == [(1, None), (2, 0), (2, 0), (1, None)]


def test_a_formula_closes_what_stands_open() -> None:
    """Behind "HAVE ADOPTED THIS DECISION:" the articles begin anew."""
    items = [
        block("Decision", role=Role.HEADING),
        block("HAVE ADOPTED THIS DECISION:"),
        block("Article 1", role=Role.HEADING),
    ]
    assert tree(items, {0: heading(LARGE), 2: heading(BOLD)}, frozenset({1}))[2] == (1, None)


def test_a_paragraph_between_points_ends_the_list_but_not_the_section() -> None:
    """The next point stands below the heading again."""
    items = [block("Goals", role=Role.HEADING), point("(a)", 20), block("A text in between."), point("1.", 20)]
    assert tree(items, {0: heading()})[3] == (2, 0)


orders = st.lists(st.sampled_from(["h1", "h2", "1.", "(a)", "(i)", "•", "text"]), max_size=12)


@given(orders)
def test_every_parent_comes_before_and_stands_one_level_above(kinds: list[str]) -> None:
    """Whatever a paper holds, its blocks make a tree."""
    items, headings = [], {}
    for at, kind in enumerate(kinds):
        if kind in ("h1", "h2"):
            headings[at] = heading(LARGE if kind == "h1" else BOLD)
            items.append(block(kind, role=Role.HEADING))
        else:
            items.append(block(kind) if kind == "text" else point(kind, 10.0 * (at % 4)))
    found = [b for b in nested(items, headings, frozenset(), NONE) if isinstance(b, Block)]
    for one in found:
        if one.parent is not None:
            assert one.parent < one.order
            assert one.level == (found[one.parent].level or 0) + 1
        else:
            assert one.level in (None, 1)
        assert (one.level is None) == (one.role not in (Role.HEADING, Role.LIST_ITEM))
        assert (one.evidence is None) == (one.level is None)


# --- marks -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("1.", "2."),
        ("(a)", "(b)"),
        ("(h)", "(i)"),
        ("(i)", "(ii)"),
        ("(14)", "(14a)"),
        ("(14a)", "(15)"),
        ("2.1", "2.2"),
        ("IX.", "X."),
    ],
)
def test_a_mark_follows_the_one_before_it(one: str, two: str) -> None:
    """Insertions (14a) and letters that are numerals too."""
    assert follows(one, two)
    assert alike(one, two)


@pytest.mark.parametrize(("one", "two"), [("1.", "3."), ("(a)", "(c)"), ("2.9", "3.1"), ("•", "•"), (None, "1.")])
def test_a_mark_that_skips_does_not_follow(one: str | None, two: str) -> None:
    """A gap in the numbering is a new list, or a point that was lost."""
    assert not follows(one, two)


@pytest.mark.parametrize(("outer", "inner"), [("1.", "(a)"), ("(a)", "(i)"), ("I.", "1."), ("A.", "1."), ("2.", "2.1")])
def test_kinds_of_marks_have_an_order(outer: str, inner: str) -> None:
    """The order in which papers use them."""
    assert stands_below(outer, inner)


def test_a_mark_has_a_kind_and_a_label() -> None:
    assert label_of("(a)") == "a"
    assert label_of("•") is None
    assert kinds_of("(i)") == ("lower(", "roman(")


@pytest.mark.parametrize(
    ("texts", "numbers"),
    [
        (["I. Past", "I.1 Sources", "I.2 Means"], [("I",), ("I", "1"), ("I", "2")]),
        (["A The trade", "A.a Debts", "A.b Homes"], [("A",), ("A", "a"), ("A", "b")]),
        (["2.5 million pills seized", "A note"], [None, None]),
        ([], []),
    ],
)
def test_headings_in_steps_have_numbers(texts: list[str], numbers: list[tuple[str, ...] | None]) -> None:
    """One heading alone may begin with a quantity."""
    assert list(heading_numbers(texts)) == numbers
