"""``aimtrace extract``: PDFs to JSON, without a data folder."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from api.cli.console import emit_json, out, progress, report, table
from api.cli.ingest import SOME_FAILED, PathsArgument
from api.cli.options import ClusterOption, JobsOption, JsonOption, open_settings
from corpus.errors import AimtraceError, FileOutcome, HomeUnusable, Refusal

if TYPE_CHECKING:
    from api.operations.written import Targets
    from corpus.records import Extraction

OutOption = Annotated[Path, typer.Option("--out", help="The folder to write into; made if it is not there.")]
BlocksOption = Annotated[
    bool,
    typer.Option(
        "--blocks", help="Write NAME.blocks.json too: every block in reading order, with role, level and place."
    ),
]
TablesOption = Annotated[
    bool,
    typer.Option("--tables", help="Write NAME.tables.csv too: every table row by row, with page and box of each row."),
]


def register(app: typer.Typer) -> None:
    app.command(epilog="Example: aimtrace extract st90210-41.pdf --out records")(extract)


def extract(
    paths: PathsArgument,
    out_folder: OutOption = Path(),
    blocks: BlocksOption = False,
    tables: TablesOption = False,
    jobs: JobsOption = None,
    cluster: ClusterOption = None,
    json_to: JsonOption = None,
) -> None:
    """Write one JSON file per PDF: the document and its records, with page and box. Keeps nothing."""
    from api.operations.extract import extract_files
    from api.operations.files import find_files
    from api.operations.written import targets_in
    from extract.profile import read_profiles

    settings = open_settings(None, jobs=jobs)
    profiles = read_profiles(settings.profiles_folder)
    files, wrong = find_files(paths)
    _make(out_folder)
    rows: list[dict[str, object]] = []
    errors: list[AimtraceError] = []
    written: set[Path] = set()
    with progress() as tick:
        options = {"layout": True} if blocks or tables else {}
        readings = extract_files(files, settings.limits, options=options, cluster=cluster, profiles=profiles)
        for number, (file, reading) in enumerate(readings, start=1):
            row: dict[str, object] = {
                "path": file.shown,
                "outcome": "ok",
                "class": None,
                "reason": None,
                "written": None,
            }
            if reading.error is not None:
                row |= _refused(reading.error)
                errors.append(
                    type(reading.error)(f"{file.shown}: {reading.error.problem}", remedy=reading.error.remedy)
                )
            elif reading.extraction is not None:
                targets = targets_in(out_folder, Path(file.name).stem, written, blocks=blocks, tables=tables)
                try:
                    row |= _write(reading.extraction, targets)
                except OSError as exc:
                    reason = f"{exc.filename or targets.records}: can't be written ({exc.strerror})."
                    row |= {"outcome": "failed", "class": "crash", "reason": reason}
                    errors.append(HomeUnusable(reason, remedy="Choose another folder with --out."))
            row["seconds"] = round(reading.seconds, 3)
            rows.append(row)
            tick("Reading", number, len(files), file.name)
    if json_to is not None:
        emit_json({"schema": 1, "files": rows}, json_to)
    else:
        _show(rows)
    for error in (*errors, *wrong):
        report(error)
    if wrong:
        raise typer.Exit(wrong[0].exit_code)
    if errors:
        raise typer.Exit(SOME_FAILED)


def _refused(error: FileOutcome) -> dict[str, object]:
    outcome = "refused" if isinstance(error, Refusal) else "failed"
    return {"outcome": outcome, "class": error.outcome_class, "reason": error.problem}


def _write(found: "Extraction", targets: "Targets") -> dict[str, Any]:
    """Write what was found; what the row says of it."""
    from api.operations.files import printable
    from api.operations.written import write_extraction

    write_extraction(found, targets)
    more = {"blocks": targets.blocks, "tables": targets.tables}
    return {
        "outcome": "degraded" if found.degraded else "ok",
        "reason": found.degraded,
        "written": printable(targets.records),
        **{name: printable(path) for name, path in more.items() if path is not None},
        "pages": found.document.pages,
        "records": len(found.records),
        "warnings": len(found.notices),
    }


def _show(rows: list[dict[str, object]]) -> None:
    shown = [
        (
            Path(str(r["path"])).name,
            r["outcome"],
            r.get("pages"),
            r.get("records"),
            r.get("warnings") or "",
            r["written"] or r["reason"],
        )
        for r in rows
    ]
    columns = ("file", "outcome", "pages", "records", "to check", "written, or reason")
    out.print(table(None, columns, shown, right=(2, 3, 4)))


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as exc:
        raise HomeUnusable(
            f"{folder}: can't be made ({exc.strerror}).", remedy="Choose another folder with --out."
        ) from exc
