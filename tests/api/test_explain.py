"""``aimtrace explain``: whoever asks why a record is missing sees what was seen on its page."""

import io
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from tests.cli import Cli
from tests.conftest import SAMPLE
from tests.pdfs import PdfPage, pdf_bytes
from tests.scans import on_page, picture_of, scanned

PLAN = SAMPLE / "st90656-41.pdf"
GREEN = (30, 150, 70)  # the outlines of cells


def picture(path: Path) -> Image.Image:
    image = Image.open(io.BytesIO(path.read_bytes()))
    assert image.format == "PNG"
    return image


def test_a_page_is_drawn_with_what_was_seen_on_it(cli: Cli, tmp_path: Path) -> None:
    """Blocks are listed in reading order; cells stand where the JSON says."""
    png = tmp_path / "page.png"
    run = cli("explain", PLAN, "--page", 3, "--out", png)
    assert run.code == 0
    assert "table" in run.out
    assert "read by its own text" in run.err
    seen = cli("explain", PLAN, "--page", 3, "--json").json
    image = np.asarray(picture(png).convert("RGB"))
    assert image.shape[1] == round(2 * seen["width"])
    assert len(seen["cells"]) > 20
    for cell in seen["cells"]:
        x0, top, _, bottom = (round(2 * edge) for edge in cell["bbox"])
        middle = image[(top + bottom) // 2 - 2 : (top + bottom) // 2 + 2, max(0, x0 - 1) : x0 + 3]
        assert (middle == GREEN).all(axis=2).any(), cell


def test_what_was_seen_is_told_as_json(cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A script can compare two pages; no picture is written that nobody asked for."""
    monkeypatch.chdir(tmp_path)
    seen = cli("explain", PLAN, "--page", 3, "--json").json
    assert (seen["schema"], seen["page"], seen["read_by"]) == (1, 3, "text")
    orders = [block["order"] for block in seen["blocks"]]
    assert orders == sorted(orders)
    assert {block["page"] for block in seen["blocks"]} == {3}
    assert {"header", "table", "footer"} <= {block["role"] for block in seen["blocks"]}
    word = seen["words"][0]
    assert set(word) == {"text", "bbox", "font", "size", "bold", "italic", "angle", "mark", "struck"}
    assert list(tmp_path.iterdir()) == []


def test_without_a_name_the_picture_is_called_after_file_and_page(
    cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert cli("explain", SAMPLE / "empact-2041-2044.pdf").code == 0
    assert [path.name for path in tmp_path.iterdir()] == ["empact-2041-2044-page-1.png"]


def test_a_scan_is_explained_on_the_page_as_it_lies(cli: Cli, tmp_path: Path) -> None:
    """The picture shows the sheet as it was scanned, with boxes around its words there."""
    page = PdfPage().lines(
        60, 760, ("The customs service found nineteen parcels", "of forged passports in the harbour.")
    )
    path = tmp_path / "scan.pdf"
    path.write_bytes(pdf_bytes([on_page(scanned(picture_of(pdf_bytes([page])), quarters=1))]))
    seen = cli("explain", path, "--json", "--out", tmp_path / "scan.png").json
    assert (seen["read_by"], seen["width"], seen["height"]) == ("ocr", 842, 595)
    boxes = {word["text"]: word["bbox"] for word in seen["words"]}
    for text in ("customs", "passports"):
        x0, top, x1, bottom = boxes[text]
        assert bottom - top > x1 - x0 > 0, "the word runs down the page"
        assert 740 < x0 < x1 < 790
    assert picture(tmp_path / "scan.png").width == 1684


def test_a_page_that_is_none_is_a_usage_error(cli: Cli) -> None:
    run = cli("explain", PLAN, "--page", 400)
    assert run.code == 2
    assert "there is no page 400. Give a page from 1 to 12." in run.err


@pytest.mark.parametrize(("content", "said"), [(b"no pdf", "does not begin like a PDF"), (b"", "no bytes")])
def test_what_is_no_pdf_is_refused_with_its_name(cli: Cli, tmp_path: Path, content: bytes, said: str) -> None:
    (tmp_path / "odd.pdf").write_bytes(content)
    run = cli("explain", tmp_path / "odd.pdf")
    assert run.code != 0
    assert "odd.pdf" in run.err
    assert said in run.err
    assert cli("explain", tmp_path / "none.pdf").code != 0


def test_a_classified_paper_is_not_drawn(cli: Cli, tmp_path: Path) -> None:
    """Nothing of it is shown, written or kept."""
    page = PdfPage().text(60, 790, "Council of the European Union", 12).text(400, 740, "RESTREINT UE/EU RESTRICTED", 11)
    page.text(60, 600, "The vantage of quarry Harrier", 11).text(60, 30, "90417/51 RESTREINT UE/EU RESTRICTED EN", 9)
    path = tmp_path / "paper.pdf"
    path.write_bytes(pdf_bytes([page]))
    run = cli("explain", path, "--out", tmp_path / "paper.png")
    assert run.code != 0
    assert "RESTREINT" in run.err
    assert "Harrier" not in run.out + run.err
    assert not (tmp_path / "paper.png").exists()
