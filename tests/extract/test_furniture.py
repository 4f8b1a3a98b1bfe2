"""Running headers, footers and side tabs: recognised because they come again, kept as data, left out of the text."""

from collections.abc import Sequence

import pytest

from corpus.geometry import Box
from corpus.pages import Page
from extract.furniture import Furniture, find_furniture
from extract.pdf import open_pdf
from tests.pdfs import PdfPage, pdf_bytes


def read(pages: Sequence[PdfPage]) -> list[Page]:
    with open_pdf(pdf_bytes(pages)) as pdf:
        return list(pdf.pages())


def furniture(*pages: PdfPage, taken: dict[int, list[Box]] | None = None) -> tuple[Furniture, ...]:
    return tuple(find_furniture(read(pages), taken or {}).values())


BODY = ("Smuggling networks adapt their routes", "whenever controls are moved elsewhere.")


def body(number: int = 0) -> PdfPage:
    """A page with two lines of text in its middle, other ones on each page."""
    return PdfPage().lines(72, 500 - 20 * number, [f"{BODY[0]} {'again ' * number}", BODY[1]])


def test_lines_that_come_again_at_the_edges_are_furniture_though_their_numbers_change() -> None:
    """Headers and page numbers interrupt no sentence, and are still there to be read."""
    pages = [body(n).text(72, 800, f"Threat picture 2031 part {n}").text(290, 30, f"Page {n + 1}") for n in range(4)]
    found = furniture(*pages)
    assert [f.texts for f in found] == [(f"Threat picture 2031 part {n}", f"Page {n + 1}") for n in range(4)]
    assert [len(f.header) for f in found] == [len(f.footer) for f in found] == [1] * 4


def test_furniture_names_exactly_its_words() -> None:
    """What is left of the page is its text: nothing of it goes with the footer."""
    pages = read([body(n).text(72, 30, f"90417/51 ab/cd {n} EN") for n in range(3)])
    for page, found in zip(pages, find_furniture(pages, {}).values(), strict=True):
        held = [word.text for position, word in enumerate(page.words) if position in found.words]
        assert held == ["90417/51", "ab/cd", str(page.number - 1), "EN"]


def test_the_second_row_of_a_footer_is_furniture_too() -> None:
    """Council footers have two rows; the row that says ANNEX changes within the document."""
    pages = [
        body(0).text(72, 40, "90417/51 ab/cd 1").text(72, 26, "JAI.1 LIMITE EN"),
        body(1).text(72, 40, "90417/51 ab/cd 2").text(72, 26, "ANNEX JAI.1 LIMITE EN"),
        body(2).text(72, 40, "90417/51 ab/cd 3").text(72, 26, "ANNEX II EN"),
    ]
    assert [f.texts for f in furniture(*pages)] == [
        ("90417/51 ab/cd 1", "JAI.1 LIMITE EN"),
        ("90417/51 ab/cd 2", "ANNEX JAI.1 LIMITE EN"),
        ("90417/51 ab/cd 3", "ANNEX II EN"),
    ]


@pytest.mark.parametrize(
    "line",
    ["90417/51 ab/cd 1 JAI.1 LIMITE EN", "90417/1/51 REV 1 ab/cd 1 EN", "Page 1 of 1", "1/1", "1", "page 12"],
)
def test_on_a_single_page_a_footer_is_known_by_its_form(line: str) -> None:
    """A paper of one page has a footer as well, and its marking stands there."""
    (found,) = furniture(body().text(72, 30, line))
    assert found.texts == (line,)


@pytest.mark.parametrize(
    "line", ["and 12 of them were freed", "The annex lists 14 ports", "2031 was the first year", "12/2031 is the end"]
)
def test_on_a_single_page_the_last_line_of_the_text_stays_text(line: str) -> None:
    """Nothing is taken for furniture that only stands low on the page."""
    (found,) = furniture(body().text(72, 30, line))
    assert found.texts == ()
    assert found.words == frozenset()


def test_text_that_comes_again_elsewhere_on_the_page_is_no_furniture() -> None:
    """A sentence that a paper repeats is still said."""
    pages = [PdfPage().text(72, 760 - 60 * n, "The threat remains high.").text(72, 420, "Twice here") for n in range(4)]
    assert [f.texts for f in furniture(*pages)] == [()] * 4


def test_a_line_that_stands_at_the_top_of_one_page_only_is_text() -> None:
    """The first line of a page that has no header must not be lost."""
    pages = [body(n).text(72, 30, f"{n}") for n in range(4)]
    pages[2].text(72, 800, "A heading of its own")
    found = furniture(*pages)
    assert [f.header for f in found] == [()] * 4
    assert [len(f.footer) for f in found] == [1] * 4


def test_rows_of_a_table_are_no_furniture_though_they_come_again() -> None:
    """A header row that pages repeat, or a row "12/31", belongs to its table."""
    pages = [body(n).text(72, 800, "No. Action Leader").text(72, 30, "90417/51") for n in range(3)]
    taken = {number: [Box(60, 20, 540, 60), Box(60, 790, 540, 830)] for number in (1, 2, 3)}
    assert [f.texts for f in furniture(*pages, taken=taken)] == [()] * 3


def test_turned_words_at_the_margin_are_side_furniture() -> None:
    """Tabs at the side of a magazine name the chapter on every page and belong to no paragraph."""
    pages = []
    for number in range(2):
        page = body(number)
        page.content.append("BT /F1 9 Tf 0 1 -1 0 580 300 Tm (Key threats) Tj ET")
        pages.append(page)
    for found in furniture(*pages):
        assert {word.text for word in found.side} == {"Key", "threats"}
        assert len(found.words) == 2


def test_a_turned_table_head_in_the_page_is_no_furniture() -> None:
    """Heads of narrow columns are turned too; they stand within the text."""
    page = body()
    page.content.append("BT /F1 9 Tf 0 1 -1 0 300 300 Tm (Leader) Tj ET")
    assert [(f.side, f.words) for f in furniture(page)] == [((), frozenset())]


def test_the_furniture_of_two_page_sizes_is_told_for_each() -> None:
    """A plan has an upright cover and landscape pages, with their own places for the same footer."""
    upright = [body(n).text(72, 30, f"OAP 2035 draft {n}") for n in range(3)]
    flat = [
        PdfPage(media=(0, 0, 842, 595))
        .lines(72, 300 - 9 * n, [*BODY, "x" * n + "y"])
        .text(400, 20, f"OAP 2035 draft {n}")
        for n in range(3, 6)
    ]
    assert [f.texts for f in furniture(*upright, *flat)] == [(f"OAP 2035 draft {n}",) for n in range(6)]


@pytest.mark.xfail(
    strict=True, reason="find_furniture counts repetitions within one page size only; a lone size has none"
)
def test_the_running_header_of_a_lone_landscape_page_is_furniture() -> None:
    """One wide table between upright pages bears the header of all."""
    pages = [body(n).text(72, 800, "Strategic plan 2031-2034 draft") for n in range(5)]
    pages.insert(
        3, PdfPage(media=(0, 0, 842, 595)).lines(72, 300, BODY).text(72, 560, "Strategic plan 2031-2034 draft")
    )
    assert [f.texts for f in furniture(*pages)] == [("Strategic plan 2031-2034 draft",)] * 6


def test_a_document_of_two_pages_shows_its_furniture_twice() -> None:
    """Two pages are enough to come again."""
    pages = [body(n).text(72, 810, "European platform, draft for comment") for n in range(2)]
    assert [f.texts for f in furniture(*pages)] == [("European platform, draft for comment",)] * 2
