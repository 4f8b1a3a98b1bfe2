"""Text that a reader does not see is no text: it becomes neither a word nor a record, and what he does see stays."""

import pytest

from corpus.lexicon import Lexicon
from corpus.pages import Page
from extract.pdf import open_pdf
from extract.pipeline import extract
from models.language import Language
from tests.pdfs import PdfPage, pdf_bytes

WHITE, BLACK, BLUE = "1 g", "0 g", "0 0 1 rg"
BOX = "50 640 200 30 re f"  # around the words below
PICTURE = "q 300 0 0 60 40 630 cm BI /W 1 /H 1 /CS /G /BPC 8 /F /AHx ID {}> EI Q"


def said(words: str, before: str = "", x: float = 60) -> str:
    return f"BT {before} /F1 12 Tf {x} 650 Td ({words}) Tj ET"


def read(*content: str, rotate: int = 0) -> Page:
    page = PdfPage(content=["q", *content, "Q"], rotate=rotate).text(60, 500, "plain")
    with open_pdf(pdf_bytes([page])) as file:
        return file.page(1)


def texts(page: Page) -> list[str]:
    return sorted(word.text for word in page.words)


HIDDEN = {
    "white on white": [f"{WHITE} {said('hidden words')}"],
    "nearly white on white": [f"0.97 g {said('hidden words')}"],
    "drawn invisibly": [said("hidden words", "3 Tr")],
    "drawn to clip what comes later": [said("hidden words", "7 Tr")],
    "white outlines on white": [f"1 G {said('hidden words', '1 Tr')}"],
    "painted over in white": [said("hidden words"), WHITE, BOX],
    "painted over in black": [said("hidden words"), BLACK, BOX],
    "painted over by a picture": [said("hidden words"), PICTURE.format("80")],
    "black on black": [BLACK, BOX, said("hidden words")],
    "in the color of its ground": [BLUE, BOX, said("hidden words")],
    "white on white over gray": ["0.5 g 40 630 300 60 re f", WHITE, BOX, said("hidden words")],
    "white on a white picture": [PICTURE.format("ff"), f"{WHITE} {said('hidden words')}"],
    "clipped away": ["0 0 50 50 re W n", said("hidden words")],
    "beside the page": [said("hidden words", x=700)],
    "below the page": ["1 0 0 1 0 -700 cm", said("hidden words")],
    "too small for any eye": ["BT /F1 0.3 Tf 60 650 Td (hidden words) Tj ET"],
    "without any width": [said("hidden words", "0 Tz")],
}


@pytest.mark.parametrize("name", HIDDEN)
def test_what_nobody_sees_is_not_read(name: str) -> None:
    """Old versions below white boxes, search words for machines and redacted names are no statements of the paper."""
    assert texts(read(*HIDDEN[name])) == ["plain"]


@pytest.mark.parametrize("rotation", [90, 180, 270])
def test_it_is_not_read_on_turned_pages_either(rotation: int) -> None:
    assert texts(read(*HIDDEN["painted over in black"], rotate=rotation)) == ["plain"]


SEEN = {
    "white on black": [BLACK, BOX, f"{WHITE} {said('visible words')}"],
    "white on a dark picture": [PICTURE.format("30"), f"{WHITE} {said('visible words')}"],
    "gray on white": [f"0.6 g {said('visible words')}"],
    "white with dark outlines": [f"0 G {WHITE} {said('visible words', '2 Tr')}"],
    "on a box that was painted before": [WHITE, BOX, BLACK, said("visible words")],
    "under a box that one sees through": [said("visible words"), "/GS gs", BLUE, BOX],
    "under a rule": [said("visible words"), "50 650 200 0.7 re f"],
    "beside a box that was painted later": [said("visible words"), BLACK, "140 640 200 30 re f"],
    "within what it may be painted on": ["50 640 200 30 re W n", said("visible words")],
}
SEE_THROUGH = "/ExtGState << /GS << /ca 0.3 >> >>"


@pytest.mark.parametrize("name", SEEN)
def test_what_a_reader_sees_is_read(name: str) -> None:
    """White letters in dark headers, labels on photographs and struck words are text like any other."""
    page = PdfPage(content=["q", *SEEN[name], "Q"]).text(60, 500, "plain")
    pdf = pdf_bytes([page]).replace(b"/Resources <<", f"/Resources << {SEE_THROUGH}".encode())
    with open_pdf(pdf) as file:
        assert texts(file.page(1)) == ["plain", "visible", "words"]


@pytest.mark.parametrize("color", [BLACK, WHITE])
def test_of_a_line_that_is_blacked_out_in_part_the_rest_is_read(color: str) -> None:
    """Released papers hide names within sentences: the file still holds them, and they must not be shown."""
    page = read(said("paid by Harrier of Lisbon"), color, "103 640 36 30 re f")
    assert texts(page) == sorted(["paid", "by", "of", "Lisbon", "plain"])


def test_of_a_line_that_is_cut_by_its_frame_the_rest_is_read() -> None:
    assert texts(read("40 630 60 60 re W n", said("paid by Harrier"))) == ["by", "paid", "plain"]


def test_a_new_label_over_an_old_one_is_read_alone() -> None:
    """Whoever mends a PDF paints a box over the old words and writes the new ones on it."""
    assert texts(read(said("old words"), WHITE, BOX, f"{BLACK} {said('new words')}")) == ["new", "plain", "words"]
    assert texts(read(said("old words"), BLACK, BOX, f"{WHITE} {said('new words')}")) == ["new", "plain", "words"]


def test_a_layer_that_is_switched_off_is_not_read() -> None:
    """Drafts keep their comments on a layer that viewers do not show."""

    def layered(off: str) -> bytes:
        content = "/OC /L1 BDC BT /F1 12 Tf 60 650 Td (layer) Tj ET EMC BT /F1 12 Tf 60 500 Td (plain) Tj ET"
        resources = "/Font << /F1 4 0 R >> /Properties << /L1 6 0 R >>"
        parts = (
            f"<< /Type /Catalog /Pages 2 0 R /OCProperties << /OCGs [6 0 R] /D << /OFF [{off}] >> >> >>",
            "<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R /Resources << {resources} >> >>",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
            f"<< /Length {len(content)} >> stream\n{content}\nendstream",
            "<< /Type /OCG /Name (Comments) >>",
        )
        body = "\n".join(f"{number} 0 obj {part} endobj" for number, part in enumerate(parts, start=1))
        return f"%PDF-1.7\n{body}\ntrailer << /Root 1 0 R >>\n".encode()

    for off, expected in (("6 0 R", ["plain"]), ("", ["layer", "plain"])):
        with open_pdf(layered(off)) as file:
            assert texts(file.page(1)) == expected


def test_what_a_scanner_laid_under_its_picture_is_kept_apart() -> None:
    """It is no text that is shown, but it says what the picture shows."""
    page = read(said("scanned words", "3 Tr"), PICTURE.format("ff"))
    assert texts(page) == ["plain"]
    assert [word.text for word in page.under] == ["scanned", "words"]


def test_a_page_of_many_grounds_and_texts_is_looked_through_quickly() -> None:
    """A striped table paints a ground for each cell: a page of three thousand costs no minute."""
    cells = [
        f"0.9 g {20 + 18 * column} {20 + 8 * row} 17 7 re f 0 g BT /F1 5 Tf {21 + 18 * column} {22 + 8 * row} Td (x) Tj ET"
        for row in range(100)
        for column in range(30)
    ]
    assert len(read(*cells).words) == 3_001


def test_nothing_that_is_hidden_becomes_a_record(language: Language, lexicon: Lexicon) -> None:
    """A priority that was taken out by painting it white is no priority; its words are not found by search either."""
    page = PdfPage().text(60, 790, "Draft Council conclusions on the crime priorities 2051-2054", 12)
    rows = [("Priority", "Aim"), ("1. Stolen boats", "To stop the theft of boats."), ("2. Stolen art", "To trace art.")]
    ys = [700 - 30 * number for number in range(5)]
    page.grid((60, 200, 540), ys)
    for y, (label, aim) in zip(ys, rows, strict=False):
        page.text(64, y - 18, label, 10).text(204, y - 18, aim, 10)
    page.content += ["q 1 g"]
    page.text(64, ys[3] - 18, "3. Harriers", 10).text(204, ys[3] - 18, "To watch harriers at night.", 10)
    page.content += ["Q"]
    found = extract(pdf_bytes([page]), "paper.pdf", language=language, lexicon=lexicon)
    assert [record.text for record in found.records if record.type == "priority"] == ["Stolen boats", "Stolen art"]
    assert not any("arrier" in text.text for text in (*found.records, *found.paragraphs))
