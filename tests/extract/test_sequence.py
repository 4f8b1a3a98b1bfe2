"""All blocks of a document in reading order, and the rows of its tables, as they are written to files."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from corpus.contract import blocks_json
from corpus.pages import Block, Layout, Role
from extract.content import read_content
from extract.pdf import open_pdf
from extract.sequence import block_sequence, layout_of
from extract.spreadsheet import PLACE_COLUMNS, sheet
from tests.conftest import SAMPLE, SHARED
from tests.pdfs import PdfPage, pdf_bytes

LINES = (
    "The working party met twice and looked at the proposals of the delegations, which it",
    "found useful. It asked the experts for a table of the actions and their leaders, and the",
)


def layout(*pages: PdfPage) -> Layout:
    with open_pdf(pdf_bytes(pages)) as pdf:
        return layout_of(read_content(pdf.facts(), list(pdf.pages())))


def paper() -> list[PdfPage]:
    """Three pages with header, footer, heading, points, a table over two pages and a paragraph that a page's end cuts."""
    pages = [PdfPage().text(72, 806, "Threat picture 2051", 9).text(500, 30, str(number), 9) for number in (1, 2, 3)]
    pages[0].text(72, 785, "Threats of the year", 22).text(72, 755, "Actions", 14, bold=True).lines(
        72, 730, LINES
    ).text(72, 690, "1. The first point;")
    pages[0].text(92, 672, "(a) its part;").text(72, 654, "2. The second point.")
    pages[0].grid((72, 300, 520), (560, 520, 480, 440))
    pages[1].grid((72, 300, 520), (780, 740, 700))
    for at, (page, y) in enumerate(((0, 535), (0, 495), (0, 455), (1, 755), (1, 715))):
        pages[page].text(78, y, f"Action {at}").text(306, y, "=1+1" if at == 4 else f"Leader {at}")
    for y in (600, 570, 540, 510, 480, 450, 420, 390, 360, 330, 300, 270, 240, 210, 180, 150, 120, 90):
        pages[1].lines(72, y, LINES[:1])
    pages[2].lines(72, 770, ("figures of the year are known to all of the delegations by then.", "They end here."))
    pages[1].content[-1] = pages[1].content[-1].replace("which it", "so that the")
    return pages


def test_each_page_begins_with_its_header_and_ends_with_its_footer() -> None:
    """Contract section 1: of a page, its header, its text, its footer."""
    blocks = layout(*paper()).blocks
    assert [block.order for block in blocks] == list(range(len(blocks)))
    for number in (1, 2, 3):
        own = [block for block in blocks if block.page == number]
        assert (own[0].role, own[0].text) == (Role.HEADER, "Threat picture 2051")
        assert (own[-1].role, own[-1].text) == (Role.FOOTER, str(number))
    assert [block.page for block in blocks] == sorted(block.page for block in blocks)


def test_parents_are_orders_of_the_same_sequence() -> None:
    """A reader of the file needs nothing else to walk up."""
    blocks = layout(*paper()).blocks
    by_text = {block.text: block for block in blocks}
    heading, first = by_text["Actions"], by_text["1. The first point;"]
    assert (heading.level, heading.parent) == (1, None)
    assert (first.level, first.parent) == (2, heading.order)
    assert by_text["(a) its part;"].parent == first.order
    assert by_text["2. The second point."].parent == heading.order


def test_a_table_over_two_pages_is_a_block_on_each() -> None:
    """Each with the words that stand there; the second goes on with the first."""
    first, second = (block for block in layout(*paper()).blocks if block.role is Role.TABLE)
    assert (first.page, second.page, second.continues) == (1, 2, first.order)
    assert first.text == "Action 0 Leader 0 Action 1 Leader 1 Action 2 Leader 2"
    assert second.text == "Action 3 Leader 3 Action 4 =1+1"


def test_a_paragraph_that_a_page_cuts_says_where_it_began() -> None:
    """One text in two blocks."""
    blocks = layout(*paper()).blocks
    part = next(block for block in blocks if block.text.startswith("figures of the year"))
    assert part.continues is not None
    assert blocks[part.continues].page == 2


def test_a_word_that_a_page_cuts_stands_where_it_begins() -> None:
    """As a reader would copy it."""
    pages = [
        PdfPage().lines(72, 110, ("It asked the experts for a table of the acti-",)),
        PdfPage().lines(72, 780, LINES[1:]),
    ]
    pages[1].content[0] = pages[1].content[0].replace("found useful.", "ons and their leaders.")
    pages[0].lines(72, 700, ("The actions are known.",))
    texts = [block.text for block in layout(*pages).blocks]
    assert any(text.endswith("a table of the actions") for text in texts)
    assert any(text.startswith("and their leaders.") for text in texts)


def test_the_json_has_the_contracts_keys() -> None:
    """Headings and points say how they nest and what decided it; nothing else does."""
    found = blocks_json(layout(*paper()).blocks)
    assert found["schema"] == 1
    for block in found["blocks"]:
        assert list(block)[:5] == ["order", "page", "role", "text", "bbox"]
        assert ({"level", "parent", "evidence"} <= block.keys()) == (block["role"] in ("heading", "list_item"))
        assert len(block["bbox"]) == 4
    json.dumps(found)


def test_rows_know_their_places_on_both_pages() -> None:
    """One line a row, with page and box; the header row is told."""
    columns, lines = sheet(layout(*paper()).tables)
    assert columns == (*PLACE_COLUMNS, "column 1", "column 2")
    assert [line[9:] for line in lines] == [(f"Action {n}", f"Leader {n}" if n < 4 else "=1+1") for n in range(5)]
    assert [line[3] for line in lines] == [1, 1, 1, 2, 2]
    assert {line[0] for line in lines} == {1}


def test_a_row_that_a_page_cuts_is_one_line_with_two_places() -> None:
    """Its cells are whole again."""
    one = PdfPage().grid((72, 300, 520), (200, 160, 60), bottom=False)
    one.text(78, 175, "OA 1.1").text(306, 175, "First leader").text(78, 135, "OA 1.2").text(
        306, 135, "The leader of the"
    )
    two = PdfPage().grid((72, 300, 520), (780, 740, 700)).text(306, 755, "second action").text(78, 715, "OA 1.3")
    two.text(306, 715, "Third leader")
    columns, lines = sheet(layout(one, two).tables)
    assert [line[len(PLACE_COLUMNS) :] for line in lines][1] == ("OA 1.2", "The leader of the second action")
    assert lines[1][3] == 1
    assert str(lines[1][8]).startswith("2: ")
    assert columns[8] == "goes on"


def test_a_document_without_tables_gives_the_columns_of_places_alone() -> None:
    assert sheet(()) == (PLACE_COLUMNS, ())


def scored(name: str, folder: Path, gold: Path, to: Path) -> dict[str, float]:
    """The blocks of a paper by the scorer that lies beside the checkout."""
    with open_pdf(folder / f"{name}.pdf") as pdf:
        blocks = block_sequence(read_content(pdf.facts(), list(pdf.pages())))
    to.write_text(json.dumps(blocks_json(blocks)), encoding="utf-8")
    scorer = SHARED / "score" / "score.py"
    done = subprocess.run(
        [sys.executable, scorer, "blocks", to, gold, "--json"], capture_output=True, text=True, check=True
    )
    found = json.loads(done.stdout)
    return {key: found[key]["share"] for key in ("order", "roles")}


@pytest.mark.skipif(not SHARED.is_dir(), reason="the scorer is not beside the checkout")
@pytest.mark.parametrize(
    ("name", "folder"), [("dev-socta", SHARED / "gold"), ("socta-2041", SAMPLE)], ids=["dev-socta", "socta-2041"]
)
def test_order_and_roles_of_magazines_are_kept(name: str, folder: Path, tmp_path: Path) -> None:
    """The figures that the project promises for threat assessments."""
    found = scored(name, folder, folder / f"{name}.blocks.json", tmp_path / "blocks.json")
    assert found["order"] >= 0.97
    assert found["roles"] >= 0.95


def test_blocks_of_the_flow_keep_their_lines() -> None:
    """Only what is written is without them."""
    with open_pdf(pdf_bytes(paper())) as pdf:
        read = read_content(pdf.facts(), list(pdf.pages()))
    assert all(not block.lines for block in block_sequence(read))
    assert all(block.lines for block in read.flow if isinstance(block, Block))
