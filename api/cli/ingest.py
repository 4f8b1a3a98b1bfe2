"""``aimtrace ingest``: files and folders into the data folder."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from api.cli.console import STDOUT, emit_csv, emit_json, out, progress, report, table, tell
from api.cli.options import ClusterOption, HomeOption, JobsOption, JsonOption, open_workspace
from corpus.errors import UsageError

if TYPE_CHECKING:
    from api.operations.ingest import IngestReport
    from corpus.records import LedgerEntry

SOME_FAILED = 3

PathsArgument = Annotated[list[Path], typer.Argument(help="PDF files, or folders that hold them.", show_default=False)]
CsvOption = Annotated[
    str | None,
    typer.Option("--csv", metavar="FILE", help="Write the report as CSV too; - for stdout.", show_default=False),
]

_LISTED = 40  # files that are known already: more are counted, not listed
_COLUMNS = (
    "path",
    "sha256",
    "outcome",
    "class",
    "reason",
    "document",
    "kind",
    "marking",
    "pages",
    "records",
    "seconds",
    "warnings",
)


def register(app: typer.Typer) -> None:
    app.command(epilog="Example: aimtrace ingest ~/papers --json > report.json")(ingest)


def ingest(
    paths: PathsArgument,
    home: HomeOption = None,
    jobs: JobsOption = None,
    cluster: ClusterOption = None,
    json_to: JsonOption = None,
    csv_to: CsvOption = None,
) -> None:
    """Read PDFs, keep them, and index what they say.

    A file that is held already costs a glance. A table says what became of each file; the exit code is 3 where some were
    refused or failed. Ctrl-C keeps what was done, and the same command goes on.
    """
    from api.operations.ingest import ingest as run

    if json_to == csv_to == STDOUT:
        raise UsageError("--json and --csv - would both write to stdout.", remedy="Give --csv a file.")
    with open_workspace(home, jobs=jobs) as workspace, progress() as tick:
        found = run(workspace, paths, on_progress=tick, cluster=cluster)
    if csv_to is not None:
        emit_csv(_COLUMNS, report_rows(found), csv_to)
    if json_to is not None:
        emit_json(report_json(found), json_to)
    elif csv_to != STDOUT:
        show_report(found)
    for error in found.missing:
        report(error)
    if found.missing:
        raise typer.Exit(found.missing[0].exit_code)
    if found.counts["refused"] or found.counts["failed"]:
        raise typer.Exit(SOME_FAILED)


def show_report(found: "IngestReport") -> None:
    """The table of files, and a line that says what was done."""
    known = found.counts["unchanged"]
    rows = [
        (
            Path(entry.path).name,
            entry.outcome,
            entry.pages,
            _records(entry),
            f"{entry.seconds:.1f}",
            entry.reason or (entry.kind or "").replace("_", " "),
        )
        for entry in found.entries
        if entry.outcome != "unchanged" or known <= _LISTED
    ]
    if rows:
        out.print(table(None, ("file", "outcome", "pages", "records", "s", "kind, or reason"), rows, right=(2, 4)))
    if known > _LISTED:
        tell(f"{known} files are unchanged; --json and --csv list them.")
    to_check = [entry for entry in found.entries if entry.warnings]
    if to_check:
        count = sum(entry.warnings for entry in to_check)
        tell(
            f"{_counted(count, 'thing')} to check in {_counted(len(to_check), 'file')}: gaps, sums, places where something "
            "may be missing. List them: aimtrace show NAME"
        )
    if found.entries and not found.extracted and not found.encoded and not found.judged:
        tell("Nothing new: every file is known already. No file was read again and no model was run.")
    else:
        tell(
            f"{found.extracted} files read, {found.encoded} passages encoded"
            f"{', coverage judged' if found.judged else ''}, in {found.seconds:.1f} s."
        )


def _records(entry: "LedgerEntry") -> str:
    return ", ".join(f"{count} {_plural(kind, count)}" for kind, count in entry.records.items())


def _counted(count: int, noun: str) -> str:
    return f"{count} {_plural(noun, count)}"


def _plural(kind: str, count: int) -> str:
    if count == 1:
        return kind
    return f"{kind[:-1]}ies" if kind.endswith("y") else f"{kind}s"


def report_rows(found: "IngestReport") -> Iterator[tuple[object, ...]]:
    """The report as a table: contract, section 6, with the records of each file as a phrase."""
    for file in report_json(found)["files"]:
        cells = file | {"records": "; ".join(f"{count} {kind}" for kind, count in file["records"].items())}
        yield tuple(cells[column] for column in _COLUMNS)


def report_json(found: "IngestReport") -> dict[str, Any]:
    """Contract, section 6."""
    files = [
        {
            "path": entry.path,
            "sha256": entry.sha256,
            "outcome": entry.outcome,
            "class": entry.outcome_class,
            "reason": entry.reason,
            "document": entry.document,
            "kind": entry.kind,
            "marking": None if entry.marking is None else entry.marking.value,
            "pages": entry.pages,
            "records": dict(entry.records),
            "seconds": entry.seconds,
            "warnings": entry.warnings,
        }
        for entry in found.entries
    ]
    counts = found.counts
    kept = [entry for entry in found.entries if entry.outcome in ("ok", "degraded")]
    totals: dict[str, Any] = {"files": len(files)}
    totals.update({o: counts[o] for o in ("ok", "degraded", "unchanged", "duplicate", "refused", "failed")})
    totals["pages"] = sum(entry.pages or 0 for entry in kept)
    totals["records"] = sum(sum(entry.records.values()) for entry in kept)
    totals["seconds"] = found.seconds
    return {"schema": 1, "files": files, "totals": totals}
