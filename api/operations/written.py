"""The files that an extraction becomes: records as JSON and, where asked for, blocks as JSON and tables as CSV."""

from dataclasses import dataclass
from pathlib import Path

from api.operations.cells import csv_text
from corpus.contract import blocks_json, dumps, extraction_json
from corpus.records import Extraction
from extract.spreadsheet import sheet


@dataclass(frozen=True, slots=True)
class Targets:
    """Where the files of one document go; None for what nobody asked for."""

    records: Path
    blocks: Path | None = None
    tables: Path | None = None

    @property
    def paths(self) -> tuple[Path, ...]:
        return tuple(path for path in (self.records, self.blocks, self.tables) if path is not None)


def targets_in(folder: Path, stem: str, taken: set[Path], *, blocks: bool = False, tables: bool = False) -> Targets:
    """Paths for a document's files: its stem, and a number behind it where another document of this run has the same.

    Args:
        folder: the folder to write into.
        stem: the source file's name without its ending.
        taken: paths that are spoken for; the new ones are added.
        blocks: whether blocks are written too.
        tables: whether tables are.
    """
    number = 1
    while True:
        name = stem if number == 1 else f"{stem}-{number}"
        found = Targets(
            folder / f"{name}.json",
            folder / f"{name}.blocks.json" if blocks else None,
            folder / f"{name}.tables.csv" if tables else None,
        )
        if taken.isdisjoint(found.paths):
            taken.update(found.paths)
            return found
        number += 1


def write_extraction(found: Extraction, targets: Targets) -> None:
    """Write the files of one document. Blocks and tables are those of `Extraction.layout`, which has to be there for them.

    Raises:
        OSError: one of them can't be written.
    """
    _write(targets.records, dumps(extraction_json(found)))
    if found.layout is None:
        return
    if targets.blocks is not None:
        _write(targets.blocks, dumps(blocks_json(found.layout.blocks)))
    if targets.tables is not None:
        _write(targets.tables, csv_text(*sheet(found.layout.tables)))


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="")
