"""Real public papers beside the checkout: headings, a long table and front pages are read as people read them."""

from pathlib import Path

import pytest

from benchmarks.real import (
    compare_structure,
    content_of,
    our_structure,
    read_manifest,
    read_structure,
    rows_that_hold,
)
from extract.cover import parse_cover
from tests.conftest import SHARED

REAL = SHARED / "real"
pytestmark = pytest.mark.skipif(not REAL.is_dir(), reason="the real papers are not beside the checkout")
STRUCTURES = sorted(REAL.glob("*.structure.csv")) if REAL.is_dir() else []
COVERS = sorted(name for name, entry in read_manifest(REAL).items() if entry.get("cover")) if REAL.is_dir() else []
LEAST_ROWS = 715  # of 727; pdfplumber alone finds 685


@pytest.mark.parametrize("path", STRUCTURES, ids=lambda path: path.name.split(".")[0])
def test_headings_and_points_are_those_that_people_found(path: Path) -> None:
    """The figures that the project promises."""
    ours = our_structure(content_of(path.with_name(path.name.replace(".structure.csv", ".pdf"))))
    found = compare_structure(read_structure(path), ours)
    assert found.recall >= 0.95
    assert found.level >= 0.90
    assert found.parent >= 0.90


@pytest.mark.parametrize("path", sorted(REAL.glob("*-table.csv")) if REAL.is_dir() else [], ids=lambda path: path.stem)
def test_rows_of_a_long_table_hold_what_another_hand_read(path: Path) -> None:
    held, missed = rows_that_hold(content_of(path.with_suffix(".pdf")), path)
    assert held >= LEAST_ROWS, missed


@pytest.mark.parametrize("name", COVERS)
def test_front_pages_are_read_as_they_were_typed(name: str) -> None:
    """Number, date and subject codes of Council papers; none of them is marked."""
    stated = read_manifest(REAL)[name]["cover"]
    cover = parse_cover(content_of(REAL / name))
    assert cover.reference == " ".join(part for part in (stated["number"], stated["revision"]) if part)
    assert cover.date == stated["date"]
    assert list(cover.subject_codes) == stated["codes"]
    assert cover.marking is None
    assert cover.title
