"""Files that mean harm, and those that are only broken: each is read or refused with its class, and none costs much."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from corpus.errors import Refusal
from corpus.records import Extraction
from extract.batch import Planned, read_in_order
from extract.isolate import Isolated
from extract.reading import Job, Reading
from tests.hostile.files import HOSTILE, Hostile

MOST_SECONDS, MOST_BYTES = 60, 1 << 30


@dataclass(frozen=True)
class Run:
    """What became of all files, read as `ingest` and `extract` read them."""

    readings: dict[str, Reading]
    peak_bytes: int


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    folder = tmp_path_factory.mktemp("hostile")

    def plan() -> Iterator[Planned[str]]:
        for file in HOSTILE:
            path = folder / f"{file.name}.pdf"
            path.write_bytes(file.make())
            yield Planned(file.name, Job(path, path.name))

    with Isolated(2) as workers:
        found = {name: reading for name, reading in read_in_order(plan(), workers) if reading is not None}
        return Run(found, workers.peak_bytes)


def named(file: Hostile) -> str:
    return file.name


@pytest.mark.parametrize("file", HOSTILE, ids=named)
def test_it_is_read_or_refused_with_its_class(run: Run, file: Hostile) -> None:
    """A report says of each file what an analyst can do about it."""
    assert outcome(run.readings[file.name]) in file.outcomes


@pytest.mark.parametrize("file", [file for file in HOSTILE if file.says], ids=named)
def test_what_ordinary_viewers_show_is_read(run: Run, file: Hostile) -> None:
    extraction = run.readings[file.name].extraction
    assert extraction is not None
    assert file.says is not None
    assert file.says in " ".join(paragraph.text for paragraph in extraction.paragraphs)


def test_none_costs_a_minute_or_a_gibibyte(run: Run) -> None:
    slow = {name: reading.seconds for name, reading in run.readings.items() if reading.seconds > MOST_SECONDS}
    assert slow == {}
    assert run.peak_bytes < MOST_BYTES


def test_no_reason_holds_words_of_the_file(run: Run) -> None:
    """Reasons reach logs and reports that are read without clearance."""
    reasons = [f"{r.error} {r.extraction.degraded if r.extraction else ''}" for r in run.readings.values()]
    assert not [reason for reason in reasons if "boats" in reason or "alert" in reason]


def test_no_text_holds_signs_that_would_act_where_it_is_shown(run: Run) -> None:
    """Terminal controls and marks that turn the direction of writing are seen by no reader of the page."""
    for name, reading in run.readings.items():
        for text in texts(reading.extraction):
            acting = [c for c in text if unicodedata.category(c) in ("Cc", "Cf", "Cs", "Zl", "Zp")]
            assert not acting, (name, acting)


def outcome(reading: Reading) -> tuple[str, str | None]:
    if reading.error is not None:
        return "refused" if isinstance(reading.error, Refusal) else "failed", reading.error.outcome_class
    assert reading.extraction is not None
    return "degraded" if reading.extraction.degraded else "ok", None


def texts(extraction: Extraction | None) -> Iterator[str]:
    if extraction is not None:
        yield extraction.document.title or ""
        yield from (paragraph.text for paragraph in extraction.paragraphs)
        for record in extraction.records:
            yield from (record.text, record.title or "")
