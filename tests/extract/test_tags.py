"""The structure tree of a tagged PDF: what its elements are, and when it is believed."""

from dataclasses import replace

import pytest

from corpus.geometry import Box
from corpus.pages import Block, Element, Font, Line, Page, Role, Word
from extract.lines import Spelling
from extract.tags import NONE, believed, read_tags, recut, unit_of

FONT = Font("Times", 11.0)


def word(text: str, content: int | None, top: float, x: float = 72.0) -> Word:
    return Word(text, Box(x, top, x + 6 * len(text), top + 12), FONT, content=content)


def line(top: float, *words: tuple[str, int | None]) -> Line:
    made, x = [], 72.0
    for text, content in words:
        made.append(word(text, content, top, x))
        x = made[-1].box.x1 + 4
    return Line(1, tuple(made), Box(72, top, x, top + 12))


def block(*lines: Line, role: Role = Role.PARAGRAPH) -> Block:
    text = " ".join(w.text for one in lines for w in one.words)
    return Block(0, 1, role, text, Box(72, lines[0].box.top, 400, lines[-1].box.bottom), lines)


def page(words: list[Word], elements: list[Element]) -> Page:
    return Page(1, 595.0, 842.0, tuple(words), elements=tuple(elements))


def element(place: tuple[int, ...], types: str, *content: int) -> Element:
    return Element(1, place, tuple(types.split("/")), content)


@pytest.mark.parametrize(
    ("types", "place", "role", "level"),
    [
        ("Document/H2", (0, 4), Role.HEADING, 2),
        ("Document/H", (0, 4), Role.HEADING, None),
        ("Document/Title", (0, 4), Role.TITLE, None),
        ("Document/P", (0, 4), Role.PARAGRAPH, None),
        ("Document/L/LI/Lbl", (0, 4, 0, 0), Role.LIST_ITEM, None),
        ("Document/L/LI/LBody/P", (0, 4, 0, 1, 0), Role.LIST_ITEM, None),
        ("Document/L/LI/LBody/P", (0, 4, 0, 1, 1), Role.PARAGRAPH, None),
        ("Document/Table/TR/TD/P", (0, 4, 0, 0, 0), Role.TABLE, None),
        ("Document/Figure/P", (0, 4, 0), Role.FIGURE_TEXT, None),
        ("Document/Note/P", (0, 4, 0), Role.FOOTNOTE, None),
        ("Document/TOC/TOCI/P", (0, 4, 0, 0), Role.TOC, None),
        ("Document/P/Span", (0, 4, 1), Role.PARAGRAPH, None),
    ],
)
def test_an_element_is_what_the_nearest_type_with_a_role_says(
    types: str, place: tuple[int, ...], role: Role, level: int | None
) -> None:
    """PDF 32000-1, 14.8.4: spans and sections say nothing of their own."""
    unit = unit_of(element(place, types, 1))
    assert unit is not None
    assert (unit.role, unit.level) == (role, level)


def test_an_element_without_a_known_type_is_nothing() -> None:
    """Producers make types up."""
    assert unit_of(element((0,), "Document/Zauberwort", 1)) is None


def test_a_point_within_a_point_knows_it() -> None:
    """Lists in lists are nested in the tree."""
    unit = unit_of(element((0, 3, 1, 1, 0, 0), "Document/L/LI/LBody/L/LI", 7))
    assert unit is not None
    assert unit.within == (0, 3, 1)


def test_tags_are_sound_where_most_letters_have_a_role() -> None:
    """Half of the text is enough; less is left to the geometry."""
    words = [word("known", 1, 100), word("stray", None, 120)]
    elements = [element((0, 0), "Document/P", 1)]
    assert read_tags([page(words, elements)])
    assert not read_tags([page([*words, word("more", None, 140)], elements)])


def test_tags_that_make_everything_a_heading_are_not_believed() -> None:
    """A converter that tags each line as H1 says nothing."""
    words = [word("everything", 1, 100), word("is", 1, 120), word("shouted", 1, 140), word("aye", 2, 160)]
    assert not read_tags([page(words, [element((0, 0), "Document/H1", 1), element((0, 1), "Document/P", 2)])])


def test_tags_in_another_order_than_the_page_are_not_believed() -> None:
    """Magazines are tagged frame by frame."""
    words = [word(text, at, 100 + 20 * at) for at, text in enumerate(["first", "second", "third", "fourth"])]
    straight = read_tags([page(words, [element((0, at), "Document/P", at) for at in range(4)])])
    upside = read_tags([page(words, [element((0, 3 - at), "Document/P", at) for at in range(4)])])
    blocks = [block(line(100 + 20 * at, (w.text, at))) for at, w in enumerate(words)]
    assert believed(straight, blocks)
    assert believed(upside, blocks) is NONE


def test_a_block_is_cut_where_another_unit_begins() -> None:
    """Two paragraphs that the geometry took for one."""
    elements = [element((0, 0), "Document/P", 1), element((0, 1), "Document/P", 2)]
    lines = line(100, ("One", 1), ("ends.", 1)), line(114, ("Two", 2), ("begins.", 2))
    tags = read_tags([page([w for one in lines for w in one.words], elements)])
    assert [b.text for b in recut([block(*lines)], tags, Spelling()) if isinstance(b, Block)] == [
        "One ends.",
        "Two begins.",
    ]


def test_blocks_of_one_unit_are_joined() -> None:
    """A paragraph that the geometry cut, because a formula stands in it."""
    elements = [element((0, 0), "Document/P", 1)]
    one, two = line(100, ("One", 1), ("goes", 1)), line(114, ("on", 1), ("here.", 1))
    tags = read_tags([page([*one.words, *two.words], elements)])
    joined = recut([block(one), replace(block(two), order=1)], tags, Spelling())
    assert [b.text for b in joined if isinstance(b, Block)] == ["One goes on here."]


def test_without_tags_nothing_is_cut() -> None:
    """Most files have none."""
    blocks = [block(line(100, ("Plain", None)))]
    assert recut(blocks, NONE, Spelling()) == blocks
