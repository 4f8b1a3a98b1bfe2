"""What stands below what: numbered paragraphs with their points, headings, and paragraphs that a page's end cuts."""

from collections.abc import Sequence

import pytest

from extract.content import Content, read_content
from extract.outline import Item, items_of
from extract.pdf import open_pdf
from tests.pdfs import PdfPage, pdf_bytes


def content(*pages: PdfPage) -> Content:
    with open_pdf(pdf_bytes(pages)) as pdf:
        return read_content(pdf.facts(), list(pdf.pages()))


def items(*pages: PdfPage) -> list[Item]:
    read = content(*pages)
    return items_of(read.flow, read.spelling)


Tree = list[tuple[str, "Tree"]]


def tree(found: Sequence[Item]) -> Tree:
    """Each item by the first word of its text, with those below it."""
    return [(item.text.text.split()[0], tree(item.children)) for item in found]


def listed(*entries: tuple[float, str], top: float = 740) -> PdfPage:
    """Entries below each other, each with its indent."""
    page = PdfPage()
    for number, (x, text) in enumerate(entries):
        page.text(x, top - 20 * number, text, 11)
    return page


# --- nesting -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        pytest.param(
            [
                (60, "1. INVITES the States to:"),
                (80, "(a) share data;"),
                (80, "(b) train staff;"),
                (60, "2. AGREES to meet."),
            ],
            [("1.", [("(a)", []), ("(b)", [])]), ("2.", [])],
            id="letters below numbers",
        ),
        pytest.param(
            [
                (60, "1. INVITES the States to:"),
                (60, "(a) share data;"),
                (60, "(b) train staff;"),
                (60, "2. AGREES to meet."),
            ],
            [("1.", [("(a)", []), ("(b)", [])]), ("2.", [])],
            id="letters below numbers at one indent",
        ),
        pytest.param(
            [
                (60, "1. All of them:"),
                (80, "(a) such as:"),
                (100, "\u2022 ports;"),
                (100, "\u2022 roads;"),
                (80, "(b) mail."),
            ],
            [("1.", [("(a)", [("\u2022", []), ("\u2022", [])]), ("(b)", [])])],
            id="three levels",
        ),
        pytest.param(
            [(60, "1. All of them:"), (80, "\u2022 ports;"), (80, "\u2022 roads;"), (60, "2. None.")],
            [("1.", [("\u2022", []), ("\u2022", [])]), ("2.", [])],
            id="bullets below numbers",
        ),
        pytest.param(
            [(60, "\u2022 Ports:"), (80, "\u2013 north;"), (80, "\u2013 south;"), (60, "\u2022 Roads.")],
            [("\u2022", [("\u2013", []), ("\u2013", [])]), ("\u2022", [])],
            id="dashes below bullets",
        ),
        pytest.param(
            [(60, "9. Nine."), (60, "10. Ten."), (54, "11. Eleven.")],
            [("9.", []), ("10.", []), ("11.", [])],
            id="numbers that grow a digit",
        ),
        pytest.param(
            [(60, "1. One."), (72, "2. Two."), (60, "3. Three.")],
            [("1.", []), ("2.", []), ("3.", [])],
            id="a sloppy indent does not nest what follows in number",
        ),
        pytest.param(
            [(60, "1. Ports."), (60, "1.1 North."), (60, "1.2 South."), (60, "2. Roads.")],
            [("1.", [("1.1", []), ("1.2", [])]), ("2.", [])],
            id="decimal numbers",
        ),
        pytest.param(
            [(60, "(h) tools;"), (60, "(i) money;"), (60, "(j) staff.")],
            [("(h)", []), ("(i)", []), ("(j)", [])],
            id="the letter i among letters",
        ),
        pytest.param(
            [(60, "(i) tools;"), (60, "(ii) money;"), (60, "(iii) staff;"), (60, "(iv) time.")],
            [("(i)", []), ("(ii)", []), ("(iii)", []), ("(iv)", [])],
            id="roman numbers",
        ),
    ],
)
def test_points_stand_below_what_they_belong_to(entries: list[tuple[float, str]], expected: Tree) -> None:
    """A request is read with all its lettered points, and ends before the next one begins."""
    assert tree(items(listed(*entries))) == expected


def test_an_indented_paragraph_belongs_to_the_item_above_and_one_at_the_margin_to_none() -> None:
    """An item may have several paragraphs; text that follows the list is no part of its last item."""
    page = PdfPage().text(60, 740, "1. Ports are watched.", 11).text(80, 700, "They are many.", 11)
    page.text(60, 660, "Outside of the list.", 11)
    assert tree(items(page)) == [("1.", [("They", [])]), ("Outside", [])]


def test_a_heading_closes_the_list_above_it() -> None:
    """Points of the next chapter do not hang below the last point of the one before."""
    page = listed((60, "1. Ports are watched by:"), (80, "(a) customs;"))
    page.text(60, 690, "Roads", 14, bold=True).text(80, 660, "(b) police.", 11)
    assert tree(items(page)) == [("1.", [("(a)", [])]), ("Roads", []), ("(b)", [])]


def test_an_item_knows_its_label_its_body_and_the_whole_with_its_points() -> None:
    """Contract: a request's number is printed without dot, its text is the paragraph with its lettered points."""
    (item,) = items(listed((60, "12. INVITES the States to:"), (80, "(a) share data;"), (80, "(b) train staff.")))
    assert (item.marker, item.label, item.body.text) == ("12.", "12", "INVITES the States to:")
    assert item.whole().text == "INVITES the States to: (a) share data; (b) train staff."
    assert [(child.marker, child.label, child.body.text) for child in item.children] == [
        ("(a)", "a", "share data;"),
        ("(b)", "b", "train staff."),
    ]
    assert [child.parent for child in item.children] == [item, item]


def test_a_bullet_has_no_label() -> None:
    """A bullet is no number that a record could carry."""
    (item,) = items(listed((60, "\u2022 share data")))
    assert (item.marker, item.label, item.body.text) == ("\u2022", None, "share data")


def test_descendants_come_in_the_order_of_the_page() -> None:
    """Texts are put together in reading order."""
    (item,) = items(listed((60, "1. All:"), (80, "(a) one:"), (100, "\u2013 deep;"), (80, "(b) two.")))
    assert [below.body.text for below in item.descendants()] == ["one:", "deep;", "two."]


# --- over a page ---------------------------------------------------------------------------------------------------

FOOT = "90417/51 ab/cd {} JAI.1 LIMITE EN"


def cut(before: Sequence[str], after: Sequence[str], x: float = 60) -> list[Item]:
    """Lines at the foot of one page and at the head of the next, with footers."""
    first = PdfPage().lines(60, 100, before, 11, 14).text(60, 30, FOOT.format(1), 9)
    second = PdfPage().lines(x, 780, after, 11, 14).text(60, 30, FOOT.format(2), 9)
    return items(first, second)


@pytest.mark.parametrize(
    ("before", "after", "text"),
    [
        (
            ["The States share what they know of"],
            ["routes and ports."],
            "The States share what they know of routes and ports.",
        ),
        (
            ["The States and the agency named"],
            ["Europol share data."],
            "The States and the agency named Europol share data.",
        ),
        (["The States agree to co-"], ["operate in ports.", "No cooperate elsewhere."], None),
        (
            ["3. The States share what they know of"],
            ["routes and ports."],
            "3. The States share what they know of routes and ports.",
        ),
        (["The States share data;"], ["agencies do so too."], "The States share data; agencies do so too."),
    ],
)
def test_a_paragraph_that_goes_on_over_a_page_is_one(before: list[str], after: list[str], text: str | None) -> None:
    """A request that a page's end cuts is one record, without the footer in it."""
    found = cut(before, after)
    assert found[0].text.text == (text or "The States agree to cooperate in ports. No cooperate elsewhere.")
    assert len(found) == 1
    assert [span.page for span in found[0].text.spans()] == [1, 2]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (["The States share data."], ["Agencies do so too."]),
        (["The States share data"], ["4. Agencies do so too."]),
        (["The States share data of:"], ["Ports and of roads."]),
        (["The States share data;"], ["Agencies do so too."]),
    ],
)
def test_a_new_paragraph_on_the_next_page_is_a_new_one(before: list[str], after: list[str]) -> None:
    """Two requests are two records, also where a page parts them."""
    assert [item.text.text for item in cut(before, after)] == [*before, *after]


def test_points_on_the_next_page_stand_below_the_paragraph_before_it() -> None:
    """Lettered points run on over a page's end."""
    first = listed((60, "7. INVITES the States to:"), (80, "(a) share data;")).text(60, 30, FOOT.format(1), 9)
    second = listed((80, "(b) train staff."), (60, "8. AGREES to meet.")).text(60, 30, FOOT.format(2), 9)
    assert tree(items(first, second)) == [("7.", [("(a)", []), ("(b)", [])]), ("8.", [])]


def test_a_table_ends_the_paragraph_above_it() -> None:
    """What stands below a table does not go on with the sentence above it."""
    page = PdfPage().text(60, 760, "The table shows the plans of the", 11).grid((60, 300, 540), (740, 700, 660))
    for x, y, text in [(64, 720, "a"), (304, 720, "b"), (64, 680, "c"), (304, 680, "d")]:
        page.text(x, y, text, 9)
    next_page = PdfPage().text(60, 780, "next years.", 11)
    assert [item.text.text for item in items(page, next_page)] == ["The table shows the plans of the", "next years."]


def test_footnotes_are_no_items_and_interrupt_no_paragraph() -> None:
    """A note at the foot of a page stands between the halves of a sentence and is no part of it."""
    first = PdfPage().lines(60, 240, ["The States share what they know of"], 11).rule(60, 126, 200, 126, 0.5)
    first.content.append("BT /F1 6 Tf 60 112 Td 3 Ts (1) Tj ET")
    first.text(66, 112, "Document 90417/51.", 9)
    (item,) = items(first, PdfPage().text(60, 780, "routes and ports.", 11))
    assert item.text.text == "The States share what they know of routes and ports."
