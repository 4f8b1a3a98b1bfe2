"""Boxes light the right words: pages are drawn as a viewer draws them, and looked at within the boxes."""

from itertools import product

import numpy as np
import pytest

from corpus.geometry import Box
from corpus.pages import Page
from extract.pdf import PdfFile, open_pdf
from extract.render import Picture, render
from tests.pdfs import PdfPage, pdf_bytes

SCALE = 4.0  # pixels a point
DARK = 140  # levels of gray
MARGIN = 2.5  # points around a word that hold no other
WORDS = (("Migrants", 130, 600), ("goods", 330, 560), ("Type", 150, 420), ("firearms", 300, 300), ("Agency", 180, 200))
BOXES = {
    "plain": PdfPage(),
    "cropped": PdfPage(crop=(100, 120, 480, 700)),
    "shifted": PdfPage(media=(-40, 60, 560, 800)),
    "shifted and cropped": PdfPage(media=(50, 60, 700, 900), crop=(90, 110, 500, 660)),
    "landscape": PdfPage(media=(0, 0, 842, 640)),
}


def drawn(boxes: PdfPage, rotation: int, matrix: str = "1 0 0 1 0 0") -> PdfPage:
    page = PdfPage(media=boxes.media, crop=boxes.crop, rotate=rotation)
    page.content.append(f"q {matrix} cm")
    for number, (word, x, y) in enumerate(WORDS):
        page.text(x, y, word, 11 + 2 * number, bold=number % 2 == 1)
    page.content.append("Q")
    return page


def pixels_of(picture: Picture, box: Box) -> int:
    return int(np.count_nonzero(picture.cut(box) < DARK))


def check(file: PdfFile, number: int, expected: set[str]) -> None:
    """Each word's box holds ink, all the ink of the page is in the boxes, and none is around them."""
    page, picture = file.page(number), render(file, number, SCALE)
    assert {word.text for word in page.words} == expected
    assert abs(picture.width - SCALE * page.width) <= 1
    assert abs(picture.height - SCALE * page.height) <= 1
    left = picture.pixels.copy()
    for word in page.words:
        inside = pixels_of(picture, word.box)
        assert inside > 40 * len(word.text), f"ink in the box of {word.text}"
        assert pixels_of(picture, word.box.grown(MARGIN)) == inside, f"none around {word.text}"
        box = word.box.grown(1 / SCALE)
        left[int(box.top * SCALE) : int(box.bottom * SCALE) + 1, int(box.x0 * SCALE) : int(box.x1 * SCALE) + 1] = 255
    assert not (left < DARK).any(), "no ink outside all boxes"


@pytest.mark.parametrize(("name", "rotation"), list(product(BOXES, (0, 90, 180, 270))))
def test_boxes_hold_the_ink_of_their_words_and_nothing_else(name: str, rotation: int) -> None:
    """The desk lights a record on the page's picture; a clipped or turned page must not shift the light."""
    with open_pdf(pdf_bytes([drawn(BOXES[name], rotation)])) as file:
        check(file, 1, {word for word, _, _ in WORDS})


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
@pytest.mark.parametrize("matrix", ["0.7 0 0 0.7 60 100", "1 0 0.2 1 -60 0", "0.8 0 0 1.1 40 -30"])
def test_boxes_hold_their_words_also_where_the_page_is_drawn_through_a_matrix(matrix: str, rotation: int) -> None:
    """Printers shrink and slant."""
    page = drawn(BOXES["plain"], rotation, matrix)
    with open_pdf(pdf_bytes([page])) as file:
        read, picture = file.page(1), render(file, 1, SCALE)
        assert {word.text for word in read.words} == {word for word, _, _ in WORDS}
        assert all(pixels_of(picture, word.box) > 20 * len(word.text) for word in read.words)


def test_a_file_of_mixed_pages_is_read_page_by_page() -> None:
    """An upright cover, a landscape grid, a turned annex: each has its own size and direction."""
    turns = [(boxes, rotation) for boxes, rotation in zip(BOXES.values(), (0, 90, 180, 270, 90), strict=True)]
    with open_pdf(pdf_bytes([drawn(boxes, rotation) for boxes, rotation in turns])) as file:
        for number in range(1, len(turns) + 1):
            check(file, number, {word for word, _, _ in WORDS})
        sizes = [(file.page(number).width, file.page(number).height) for number in range(1, len(turns) + 1)]
    assert sizes == [(595, 842), (580, 380), (600, 740), (550, 410), (640, 842)]


@pytest.mark.parametrize("unit", [0.5, 2, 10])
@pytest.mark.parametrize("rotation", [0, 90])
def test_units_of_the_user_s_own_do_not_shift_the_light(unit: float, rotation: int) -> None:
    """A page whose points are twice as large is drawn, here and by most viewers, as if they were points: so are its boxes."""
    plain = pdf_bytes([drawn(BOXES["cropped"], rotation)])
    pdf = plain.replace(b"/Rotate", f"/UserUnit {unit} /Rotate".encode())
    with open_pdf(pdf) as file, open_pdf(plain) as same:
        check(file, 1, {word for word, _, _ in WORDS})
        assert file.page(1) == same.page(1)


def turned_word(angle: tuple[int, int]) -> Page:
    across, up = angle
    page = PdfPage(content=[f"BT /F1 20 Tf {across} {up} {-up} {across} 300 400 Tm (Migrants) Tj ET"])
    with open_pdf(pdf_bytes([page])) as file:
        check(file, 1, {"Migrants"})
        return file.page(1)


def test_words_that_run_up_or_down_lie_in_their_boxes() -> None:
    """Turned heads of columns, and the tabs at a page's side."""
    assert [turned_word(angle).words[0].angle for angle in ((1, 0), (0, 1), (-1, 0), (0, -1))] == [0, 270, 180, 90]


def test_what_the_crop_box_cuts_off_is_no_word_of_the_page() -> None:
    """Printers' marks and slugs stand beside the sheet."""
    page = PdfPage(crop=(100, 100, 400, 700)).text(150, 600, "inside").text(20, 600, "slug").text(150, 760, "above")
    with open_pdf(pdf_bytes([page])) as file:
        check(file, 1, {"inside"})
