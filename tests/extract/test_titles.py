"""The title of a paper without labels: the largest type of its first page, and none of what else is large there."""

import pytest

from corpus.pages import Role
from extract.content import Content, read_content
from extract.cover import parse_cover
from extract.pdf import open_pdf
from tests.pdfs import PdfPage, pdf_bytes

TEXT = (
    "The working party met twice and looked at the proposals of the delegations, which it found",
    "useful. It asked the experts for a table of the actions and their leaders, and it will return",
    "to the matter in the autumn, when the figures of the year are known.",
)


def content(*pages: PdfPage) -> Content:
    with open_pdf(pdf_bytes(pages)) as pdf:
        return read_content(pdf.facts(), list(pdf.pages()))


def title(*pages: PdfPage) -> str | None:
    return parse_cover(content(*pages)).title


def body(page: PdfPage, top: float = 600) -> PdfPage:
    for part in range(3):
        page.lines(72, top - 80 * part, TEXT)
    return page


def test_a_title_over_two_lines_is_one() -> None:
    page = PdfPage().text(72, 740, "Serious and organised crime", 24).text(72, 712, "in the year 2051", 24)
    assert title(body(page)) == "Serious and organised crime in the year 2051"


def test_a_slogan_below_in_smaller_type_is_no_part_of_it() -> None:
    """Covers carry a motto."""
    cover = PdfPage().text(72, 560, "Threat assessment 2051", 30).text(72, 500, "Borrowed trust", 18)
    read = content(cover, body(PdfPage()))
    assert parse_cover(read).title == "Threat assessment 2051"
    assert [block.text for block in read.blocks if block.role is Role.TITLE] == ["Threat assessment 2051"]


@pytest.mark.parametrize(
    "large", ["17 723", "€1.1 billion", "over 9,300", "EN", "P R E S S", "Council of the European Union"]
)
def test_numbers_languages_and_names_are_no_titles(large: str) -> None:
    """They are often set larger than the title."""
    page = PdfPage().text(72, 785, large, 30).text(72, 720, "What was achieved together in 2051", 20, bold=True)
    assert title(body(page)) == "What was achieved together in 2051"


def test_a_title_within_a_serial_is_that_of_its_first_text() -> None:
    """The Official Journal prints its own name largest."""
    cover = PdfPage().text(72, 760, "Official Journal", 34).text(72, 735, "of the European Union", 15)
    cover.text(72, 600, "Council conclusions of 3 May 2051 on the crime areas of the cycle ........ 2")
    name = "COUNCIL CONCLUSIONS OF 3 MAY 2051 ON THE CRIME AREAS OF THE CYCLE"
    inner = body(PdfPage().text(120, 740, name, 11, bold=True), 700)
    assert title(cover, inner) == "Council conclusions of 3 May 2051 on the crime areas of the cycle"


def test_a_page_of_text_has_no_title() -> None:
    """A letter states none, and none is guessed."""
    assert title(body(PdfPage(), 760)) is None


def test_a_heading_far_down_a_page_of_text_is_no_title() -> None:
    """What stands behind text heads what follows."""
    page = body(PdfPage(), 780).text(72, 500, "Annexed table", 20)
    assert title(page.lines(72, 470, TEXT)) is None
