"""``aimtrace extract``: what it writes, where, and that a spreadsheet takes nothing of it for a formula."""

import csv
import json
from pathlib import Path

import pytest

from tests.cli import Cli
from tests.conftest import SAMPLE
from tests.pdfs import PdfPage, pdf_bytes

FORMULAS = ("=HYPERLINK(1)", "+1", "-2", "@SUM(A1)")


def table_pdf(cells: tuple[str, ...]) -> bytes:
    """A ruled table with one cell a row."""
    page = (
        PdfPage()
        .text(72, 780, "Plan of actions", 16, bold=True)
        .lines(72, 750, ("A table of what is to be done follows.",))
    )
    ys = [700 - 30 * row for row in range(len(cells) + 1)]
    page.grid((72, 200, 520), ys)
    for row, cell in enumerate(cells):
        page.text(78, 700 - 30 * row - 20, f"OA 1.{row}").text(206, 700 - 30 * row - 20, cell)
    return pdf_bytes([page])


def rows_of(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def test_records_alone_are_written_unless_more_is_asked_for(cli: Cli, tmp_path: Path) -> None:
    run = cli("extract", SAMPLE / "st90655-41.pdf", "--out", tmp_path, "--json")
    assert run.code == 0
    assert [path.name for path in sorted(tmp_path.iterdir())] == ["st90655-41.json"]
    assert "blocks" not in run.json["files"][0]


def test_blocks_and_tables_are_written_beside_the_records(cli: Cli, tmp_path: Path) -> None:
    """And the records are the same whatever is asked for."""
    cli("extract", SAMPLE / "st90655-41.pdf", "--out", tmp_path / "plain")
    run = cli("extract", SAMPLE / "st90655-41.pdf", "--out", tmp_path, "--blocks", "--tables", "--json")
    (row,) = run.json["files"]
    assert Path(row["blocks"]).name == "st90655-41.blocks.json"
    assert Path(row["tables"]).name == "st90655-41.tables.csv"
    name = "st90655-41.json"
    assert (tmp_path / name).read_bytes() == (tmp_path / "plain" / name).read_bytes()
    blocks = json.loads(Path(row["blocks"]).read_text(encoding="utf-8"))["blocks"]
    orders = {block["order"] for block in blocks}
    nested = [block for block in blocks if block["role"] in ("heading", "list_item")]
    assert nested
    assert all(block["parent"] is None or block["parent"] in orders for block in nested)
    assert {block["evidence"] for block in nested} <= {"tags", "bookmark", "numbering", "style"}


def test_the_same_paper_gives_the_same_bytes(cli: Cli, tmp_path: Path) -> None:
    for folder in ("one", "two"):
        cli("extract", SAMPLE / "socta-2041.pdf", "--out", tmp_path / folder, "--blocks", "--tables")
    for path in sorted((tmp_path / "one").iterdir()):
        assert path.read_bytes() == (tmp_path / "two" / path.name).read_bytes()


def test_a_plans_rows_say_where_they_stand(cli: Cli, tmp_path: Path) -> None:
    """Each row of the grid with its page and box, joined over the pages; merged cells stand in each row."""
    cli("extract", SAMPLE / "st90655-41.pdf", "--out", tmp_path, "--tables")
    header, *rows = rows_of(tmp_path / "st90655-41.tables.csv")
    assert header[:9] == ["table", "row", "header", "page", "x0", "top", "x1", "bottom", "goes on"]
    actions = [row for row in rows if any(cell.startswith("OA ") for cell in row[9:])]
    assert len(actions) >= 20
    for row in actions:
        assert int(row[3]) >= 2
        x0, top, x1, bottom = map(float, row[4:8])
        assert x0 < x1
        assert top < bottom


@pytest.mark.parametrize("formula", FORMULAS)
def test_a_cell_is_text_to_a_spreadsheet(cli: Cli, tmp_path: Path, formula: str) -> None:
    """A paper from outside must not run anything where its table is opened."""
    path = tmp_path / "plan.pdf"
    path.write_bytes(table_pdf((formula, "plain", "also plain")))
    cli("extract", path, "--out", tmp_path, "--tables")
    cells = [cell for row in rows_of(tmp_path / "plan.tables.csv") for cell in row[9:]]
    assert f"'{formula}" in cells
    assert not any(cell.startswith(("=", "+", "-", "@")) for cell in cells)


def test_files_of_one_name_do_not_overwrite_each_other(cli: Cli, tmp_path: Path) -> None:
    """Two folders may hold papers of one name."""
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "plan.pdf").write_bytes(table_pdf((folder, "x", "y")))
    cli("extract", tmp_path / "a", tmp_path / "b", "--out", tmp_path / "out", "--blocks", "--tables")
    names = {path.name for path in (tmp_path / "out").iterdir()}
    assert names == {f"{stem}{end}" for stem in ("plan", "plan-2") for end in (".json", ".blocks.json", ".tables.csv")}


def test_a_paper_that_is_refused_writes_nothing(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "closed.pdf"
    path.write_bytes(
        pdf_bytes([PdfPage().text(220, 806, "RESTREINT UE/EU RESTRICTED").text(72, 700, "Nothing to see.")])
    )
    run = cli("extract", path, "--out", tmp_path / "out", "--blocks", "--tables", "--json")
    assert run.json["files"][0]["class"] == "restricted"
    assert list((tmp_path / "out").iterdir()) == []
