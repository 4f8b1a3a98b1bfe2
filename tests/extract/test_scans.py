"""Pages that are pictures, and pages whose text can't be trusted: read off what is drawn, with words, boxes and rules."""

import math
import shutil
import socket
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw

from corpus.geometry import Box
from corpus.lexicon import Lexicon
from corpus.pages import Page
from corpus.records import Extraction
from extract.pdf import open_pdf
from extract.pipeline import extract
from extract.render import render
from extract.scans import engines
from extract.scans.engines import Setting
from extract.scans.legible import Legible
from extract.scans.ocr import read_picture
from extract.scans.pages import read_scanned
from models.language import Language
from tests.cli import Cli
from tests.conftest import SAMPLE
from tests.pdfs import PdfPage, pdf_bytes
from tests.scans import on_page, picture_of, scanned, unseen

LINES = (
    "The customs service found nineteen parcels of forged passports",
    "in the harbour of Rotterdam. Their senders had rented a warehouse",
    "under a false name and paid in cash. Investigators of three",
    "countries followed the money to a bakery.",
)
ROWS = (("No", "Action", "Leader"), ("OA 1.1", "Search the vans", "NL"), ("OA 1.2", "Count the crates", "PT"))
XS, YS = (60, 200, 400, 540), (600, 570, 540, 510)
CAESAR = {chr(code): chr((code - 97 + 1) % 26 + 97) for code in range(97, 123)}


def sheet() -> PdfPage:
    page = PdfPage().text(60, 780, "90417/51", 12).text(460, 780, "LIMITE", 12, bold=True).lines(60, 730, LINES, 12, 18)
    page.grid(XS, YS)
    for y, row in zip(YS, ROWS, strict=False):
        for x, text in zip(XS, row, strict=False):
            page.text(x + 5, y - 20, text, 11)
    return page


SHEET = pdf_bytes([sheet()])


def legible(pdf: bytes, setting: Setting = "rapidocr") -> Legible:
    with open_pdf(pdf) as file:
        return read_scanned(file, list(file.pages()), setting)


def texts(page: Page) -> list[str]:
    return [word.text for word in page.words]


@pytest.fixture(scope="module")
def typed() -> Page:
    """The sheet as its own text says."""
    with open_pdf(SHEET) as file:
        return file.page(1)


@pytest.fixture(scope="module")
def read() -> Page:
    """The sheet as it was read off a scan."""
    return legible(pdf_bytes([on_page(scanned(picture_of(SHEET), noise=6))])).pages[0]


@pytest.fixture(scope="module")
def sample(language: Language, lexicon: Lexicon) -> Extraction:
    path = SAMPLE / "scan-90377-42.pdf"
    return extract(path, path.name, language=language, lexicon=lexicon)


# --- what is read --------------------------------------------------------------------------------------------------


def test_a_scan_gives_words_where_the_typed_page_has_them(read: Page, typed: Page) -> None:
    """Records keep their page and box, and the page shows the words lit."""
    assert texts(read) == texts(typed)
    for found, given in zip(read.words, typed.words, strict=True):
        both = found.box.intersection(given.box)
        assert both is not None
        assert both.area >= 0.7 * max(found.box.area, given.box.area), found.text


def test_a_scan_gives_the_rules_of_its_tables(read: Page, typed: Page) -> None:
    """Plans are tables: without their rules a scan would be a heap of words."""
    assert len(read.rules) == len(typed.rules) == 8
    for given in typed.rules:
        assert any(given.box.grown(1.5).holds(rule.box) for rule in read.rules)


def test_bold_type_is_told_from_plain_and_sizes_are_those_of_the_print(read: Page, typed: Page) -> None:
    """Headings and titles of actions are known by their type."""
    assert {word.text for word in read.words if word.font.bold} == {"LIMITE"}
    for found, given in zip(read.words, typed.words, strict=True):
        assert abs(found.font.size_pt - given.font.size_pt) <= 2.0, found.text


@pytest.mark.parametrize(("quarters", "skew"), [(0, 1.5), (1, 0.0), (2, 0.0), (3, -1.0)])
def test_a_page_that_lies_askew_on_its_side_or_on_its_head_is_read_as_if_it_did_not(
    quarters: int, skew: float, typed: Page
) -> None:
    """Whoever scans a pile does not turn each sheet. The words are found again on the page as it is displayed."""
    pdf = pdf_bytes([on_page(scanned(picture_of(SHEET), quarters=quarters, skew=skew))])
    found = legible(pdf)
    page = found.pages[0]
    assert texts(page) == texts(typed)
    assert page.turn is not None
    assert page.turn.quarters % 4 == quarters
    assert abs(page.turn.angle - skew) <= 0.1
    with open_pdf(pdf) as file:
        shown = render(file, 1, 2.0)
    for read, given in zip(page.words, typed.words, strict=True):
        place = found.place(1, read.box)
        assert place is not None
        assert place.holds_center_of(displayed(given.box, quarters, skew)), read.text
        assert shown.cut(place).min() < 100, "there is ink in the box"


def displayed(box: Box, quarters: int, skew: float) -> Box:
    """Where a box of the sheet of A4 stands after turns clockwise about the middle."""
    width, height = (595, 842) if quarters % 2 == 0 else (842, 595)
    x, y = box.center_x - 595 / 2, box.center_y - 842 / 2
    for _ in range(quarters):
        x, y = -y, x
    sine, cosine = math.sin(math.radians(skew)), math.cos(math.radians(skew))
    x, y = x * cosine - y * sine, x * sine + y * cosine
    return Box(width / 2 + x, height / 2 + y, width / 2 + x, height / 2 + y)


def test_the_plan_of_the_sample_that_is_a_scan_is_read_whole(sample: Extraction) -> None:
    """A scanned plan counts in coverage as any other: goals, actions and their leaders."""
    assert sample.document.kind == "operational_action_plan"
    assert sample.document.reference == "90377/42"
    actions = {record.number: record for record in sample.records if record.type == "action"}
    assert list(actions) == [f"OA {number}" for number in ("1.1", "1.2", "2.1", "2.2", "2.3", "6.1", "6.2", "7.1")]
    assert actions["OA 2.1"].fields["leader"] == ["Europol"]
    assert [span.page for span in actions["OA 6.1"].spans] == [2, 3]


def test_what_was_read_off_a_picture_is_less_sure_than_what_was_typed(sample: Extraction) -> None:
    """A reviewer looks at doubtful records first."""
    assert all(0.8 <= record.confidence < 1 for record in sample.records)


def test_the_same_scan_is_read_the_same_each_time() -> None:
    """The same file gives the same records and ids."""
    reader = engines.engine("rapidocr")
    assert reader is not None
    with open_pdf(pdf_bytes([on_page(scanned(picture_of(SHEET), noise=8, skew=0.7))])) as file:
        picture = render(file, 1, 200 / 72)
    assert read_picture(picture, reader) == read_picture(picture, reader)


# --- which pages are read so, and what is told ---------------------------------------------------------------------


def told(pages: list[PdfPage], language: Language, lexicon: Lexicon, **how: Setting) -> str | None:
    return extract(pdf_bytes(pages), "paper.pdf", language=language, lexicon=lexicon, **how).degraded


def test_a_document_with_one_scanned_page_says_which(language: Language, lexicon: Lexicon) -> None:
    """An annex is often scanned in; the typed pages stay what they are."""
    pages = [PdfPage().lines(60, 700, LINES), on_page(scanned(picture_of(SHEET))), PdfPage().lines(60, 700, LINES)]
    found = extract(pdf_bytes(pages), "paper.pdf", language=language, lexicon=lexicon)
    assert found.degraded == "Page 2 was read by OCR."
    assert sum("bakery" in paragraph.text for paragraph in found.paragraphs) == 3


def test_what_a_registry_printed_on_a_scan_is_read_too(typed: Page) -> None:
    """The stamp of a register is typed over the picture; it is not read twice."""
    page = legible(pdf_bytes([on_page(scanned(picture_of(SHEET))).text(300, 60, "Register 41 of 2051", 10)])).pages[0]
    assert sorted(texts(page)) == sorted([*texts(typed), "Register", "41", "of", "2051"])
    assert next(word for word in page.words if word.text == "Register").font.name == "Helvetica"


def scribble() -> Image.Image:
    """A note by hand that nobody can read."""
    image = Image.new("L", (800, 1100), 245)
    draw = ImageDraw.Draw(image)
    for row in range(200, 900, 90):
        points = [(x, row + 25 * math.sin(x / 9) + 14 * math.sin(x / 23)) for x in range(120, 680)]
        draw.line(points, fill=40, width=4)
    return image


def photograph() -> Image.Image:
    """Tones of all kinds and no letter."""
    across, down = np.meshgrid(np.linspace(0, 7, 800), np.linspace(0, 9, 1100))
    return Image.fromarray((127 + 60 * np.sin(across) + 60 * np.cos(down * across / 3)).astype(np.uint8))


def test_a_picture_in_which_no_text_is_found_is_named(language: Language, lexicon: Lexicon) -> None:
    """The ingest report says which pages an analyst must read himself."""
    pages = [PdfPage().lines(60, 700, LINES), on_page(scribble()), on_page(scribble())]
    assert told(pages, language, lexicon) == "No text was read on pages 2-3: pictures only."


def test_photographs_and_blank_pages_leave_a_paper_whole(language: Language, lexicon: Lexicon) -> None:
    """A magazine's full-page picture hides no text, nor does the empty back of a scanned sheet."""
    blank = Image.new("L", (800, 1100), 250)
    pages = [PdfPage().lines(60, 700, LINES), on_page(photograph()), on_page(scanned(blank, noise=5))]
    assert told(pages, language, lexicon) is None


def test_without_the_extra_scans_are_named_and_what_to_install_is_said(
    language: Language, lexicon: Lexicon, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An analyst who has not installed it learns what is missing, and keeps the pages that are text."""
    monkeypatch.setattr(engines, "find_spec", lambda _: None)
    engines.engine.cache_clear()
    try:
        pages = [PdfPage().lines(60, 700, LINES), on_page(scanned(picture_of(SHEET)))]
        said = told(pages, language, lexicon)
    finally:
        engines.engine.cache_clear()
    assert said == "No text was read on page 2: pictures only. Install the extra ocr: pip install 'aimtrace[ocr]'."


def test_ocr_can_be_switched_off(language: Language, lexicon: Lexicon) -> None:
    """Reading pictures takes seconds a page; somebody may want the typed papers of an archive first."""
    said = told([on_page(scanned(picture_of(SHEET)))], language, lexicon, ocr="off")
    assert said == "No text was read on page 1: pictures only. OCR is off: set ocr to rapidocr."


@pytest.mark.skipif(shutil.which("tesseract") is not None, reason="tesseract is installed here")
def test_where_tesseract_is_asked_for_and_missing_it_is_said(language: Language, lexicon: Lexicon) -> None:
    said = told([on_page(scanned(picture_of(SHEET)))], language, lexicon, ocr="tesseract")
    assert said is not None
    assert said.endswith("Install Debian's package tesseract-ocr, or set ocr to rapidocr.")


@pytest.mark.skipif(shutil.which("tesseract") is None, reason="tesseract is not installed here")
def test_tesseract_reads_where_it_is_asked_for(typed: Page) -> None:
    """An office may prefer the program that it has approved."""
    found = legible(pdf_bytes([on_page(scanned(picture_of(SHEET, dpi=200)))]), "tesseract")
    assert found.told() == "Page 1 was read by OCR."
    assert len(set(texts(found.pages[0])) & set(texts(typed))) >= 0.9 * len(set(texts(typed)))


def test_pictures_are_read_without_a_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """No text leaves the machine, and nothing is fetched: the models came with the package."""

    def refuse(*_: object) -> None:
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    engines.engine.cache_clear()
    assert legible(pdf_bytes([on_page(scanned(picture_of(SHEET)))])).told() == "Page 1 was read by OCR."


# --- text that can't be trusted ------------------------------------------------------------------------------------


def test_a_font_that_lies_about_its_letters_is_read_off_the_page() -> None:
    """The page shows "forged passports" and the file says "gpshfe qbttqpsut": a search would never find it."""
    pdf = pdf_bytes([PdfPage().lines(60, 700, LINES, 12, 18)], said=CAESAR)
    with open_pdf(pdf) as file:
        assert "qbttqpsut" in texts(file.page(1))
    found = legible(pdf)
    assert texts(found.pages[0]) == " ".join(LINES).split()
    assert {word.font.name for word in found.pages[0].words} == {"Helvetica"}
    assert found.told() == "Page 1 was read by OCR."


def test_letters_that_a_font_has_lost_are_found_on_the_page() -> None:
    """Contents pages of printed assessments say "Cy ercrime" and "rug roduction"."""
    pdf = pdf_bytes([PdfPage().lines(60, 700, LINES, 12, 18)], said={"s": "\ufffd", "r": "\ufffd"})
    assert texts(legible(pdf).pages[0]) == " ".join(LINES).split()


def test_a_lying_font_is_told_where_nothing_can_read_the_page() -> None:
    """Wrong text that looks like text is worse than none."""
    pdf = pdf_bytes([PdfPage().lines(60, 700, LINES, 12, 18)], said=CAESAR)
    said = legible(pdf, "off").told()
    assert said == "The text of page 1 may be wrong; compare it with the page. OCR is off: set ocr to rapidocr."


def layer(page: PdfPage, lines: tuple[str, ...]) -> PdfPage:
    for number, line in enumerate(lines):
        unseen(page, 60, 730 - 18 * number, line, 12)
    return page


@pytest.mark.parametrize("setting", ["rapidocr", "off"])
def test_what_a_scanner_has_read_well_is_used(setting: Setting) -> None:
    """Office scanners lay their own reading under the picture: nothing is read twice, and rules come from the picture."""
    found = legible(pdf_bytes([layer(on_page(scanned(picture_of(SHEET))), LINES)]), setting)
    assert texts(found.pages[0]) == " ".join(LINES).split()
    assert len(found.pages[0].rules) == 8
    assert found.by_scanner == (1,)
    assert found.told() is None


def test_what_a_scanner_has_read_badly_is_read_anew(typed: Page) -> None:
    """Old scanners knew no better than this."""
    bad = ("Tlze custonns servjce fovnd ninetcen parccls nf fnrgcd passpnrts", "jn thc hnrbnur nf Rnttcrdnm Thcjr scndcrs hnd",
           "vndcr n fnlsc nnmc nnd pnjd jn cnsh Invcstjgntnrs nf thrcc", "cnvntrjcs fnllnwcd thc mnncy tn n bnkcry")  # fmt: skip
    found = legible(pdf_bytes([layer(on_page(scanned(picture_of(SHEET))), bad)]))
    assert texts(found.pages[0]) == texts(typed)
    assert found.told() == "Page 1 was read by OCR."


def test_typed_pages_are_believed(typed: Page) -> None:
    """Drawing and reading a page costs a hundred times what its text costs."""
    assert legible(SHEET).pages[0] == typed
    assert legible(SHEET).certainty == {}


# --- from end to end -----------------------------------------------------------------------------------------------


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    path = tmp_path / "harbour.pdf"
    path.write_bytes(pdf_bytes([on_page(scanned(picture_of(SHEET), skew=0.8, noise=6))]))
    return path


def test_text_that_is_seen_in_a_scan_only_is_found_by_search(cli: Cli, empty_home: Path, paper: Path) -> None:
    """The report names the page, and the hit its place."""
    report = cli("ingest", paper, "--home", empty_home, "--json").json
    assert [(file["outcome"], file["reason"]) for file in report["files"]] == [("degraded", "Page 1 was read by OCR.")]
    (hit, *_) = cli("search", "who followed the money to a bakery", "--home", empty_home, "--json").json["hits"]
    assert "paid in cash" in hit["text"]
    assert hit["page"] == 1
    x0, top, x1, bottom = hit["bbox"]
    assert 50 <= x0 < x1 <= 480
    assert 90 <= top < bottom <= 190


def test_a_scan_is_read_again_when_another_program_reads_it(
    cli: Cli, empty_home: Path, paper: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who installs OCR later gets the text of the scans without asking for each."""
    monkeypatch.setenv("AIMTRACE_OCR", "off")
    first = cli("ingest", paper, "--home", empty_home, "--json").json["files"][0]
    monkeypatch.setenv("AIMTRACE_OCR", "rapidocr")
    second = cli("ingest", paper, "--home", empty_home, "--json").json["files"][0]
    third = cli("ingest", paper, "--home", empty_home, "--json").json["files"][0]
    assert (first["outcome"], second["outcome"], third["outcome"]) == ("degraded", "degraded", "unchanged")
    assert "OCR is off" in first["reason"]
    assert second["reason"] == "Page 1 was read by OCR."
