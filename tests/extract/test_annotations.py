"""Stamps and notes that are annotations: drawn into the page, or kept as text where only a viewer draws them."""

import pytest

from corpus.pages import Page
from extract.pdf import open_pdf
from tests.pdfs import PdfPage, pdf_bytes

BOX = (300.0, 700.0, 500.0, 724.0)


def read(page: PdfPage) -> Page:
    with open_pdf(pdf_bytes([page])) as pdf:
        return pdf.page(1)


@pytest.mark.parametrize("subtype", ["Stamp", "FreeText", "Watermark", "Widget"])
def test_an_annotation_with_letters_is_read_where_it_stands(subtype: str) -> None:
    """Its words have boxes like any others."""
    page = read(PdfPage().text(72, 600, "Text").annotation(subtype, BOX, "Released today"))
    words = {word.text: word.box for word in page.words}
    assert set(words) == {"Text", "Released", "today"}
    assert 300 <= words["Released"].x0 <= 500
    assert 842 - 724 <= words["Released"].center_y <= 842 - 700
    assert page.stamps == ()


@pytest.mark.parametrize("subtype", ["Stamp", "FreeText"])
def test_one_that_the_viewer_draws_is_kept_as_text(subtype: str) -> None:
    page = read(PdfPage().text(72, 600, "Text").annotation(subtype, BOX, "Released today", drawn=False))
    assert [word.text for word in page.words] == ["Text"]
    assert page.stamps == ("Released today",)


@pytest.mark.parametrize("subtype", ["Text", "Highlight", "Link", "Popup", "Ink"])
def test_comments_are_left_out(subtype: str) -> None:
    """What a reader wrote beside the text is none of it."""
    page = read(PdfPage().text(72, 600, "Text").annotation(subtype, BOX, "Is this right?"))
    assert [word.text for word in page.words] == ["Text"]
    assert page.stamps == ()


@pytest.mark.parametrize("flags", [2, 32], ids=["hidden", "not on screen"])
def test_what_is_not_shown_is_not_read(flags: int) -> None:
    page = read(PdfPage().text(72, 600, "Text").annotation("Stamp", BOX, "Released", flags=flags))
    assert [word.text for word in page.words] == ["Text"]


def test_the_other_pages_are_as_before() -> None:
    """Drawing a stamp changes the file in memory, and no other page of it."""
    pages = [PdfPage().text(72, 600, "One").annotation("Stamp", BOX, "Released"), PdfPage().text(72, 600, "Two")]
    with open_pdf(pdf_bytes(pages)) as pdf:
        first = [[word.text for word in page.words] for page in pdf.pages()]
        again = [[word.text for word in page.words] for page in pdf.pages()]
    assert first == again == [["One", "Released"], ["Two"]]
