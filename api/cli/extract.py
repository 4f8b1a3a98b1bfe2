"""``aimtrace extract``: PDFs to JSON, without a data folder."""

import time
from pathlib import Path
from typing import Annotated

import typer

from api.cli.console import emit_json, out, progress, report, table
from api.cli.ingest import SOME_FAILED, PathsArgument
from api.cli.options import JsonOption, open_settings
from corpus.errors import AimtraceError, FileOutcome, HomeUnusable, Refusal

OutOption = Annotated[Path, typer.Option("--out", help="The folder to write into; made if it is not there.")]


def register(app: typer.Typer) -> None:
    app.command(epilog="Example: aimtrace extract st90210-41.pdf --out records")(extract)


def extract(paths: PathsArgument, out_folder: OutOption = Path(), json_to: JsonOption = None) -> None:
    """Write one JSON file per PDF: the document and its records, with page and box. Keeps nothing."""
    from api.operations.ingest import find_files, read_bounded
    from corpus.contract import dumps, extraction_json
    from extract.pipeline import extract as read
    from models.language import Language

    settings = open_settings(None)
    files, wrong = find_files(paths)
    _make(out_folder)
    language = Language()
    rows: list[dict[str, object]] = []
    errors: list[AimtraceError] = []
    with progress() as tick:
        for number, file in enumerate(files, start=1):
            began = time.perf_counter()
            row: dict[str, object] = {
                "path": str(file),
                "outcome": "ok",
                "class": None,
                "reason": None,
                "written": None,
            }
            try:
                found = read(
                    read_bounded(file, settings.limits), file.name, language=language, max_pages=settings.max_pages
                )
                target = out_folder / f"{file.stem}.json"
                target.write_text(dumps(extraction_json(found)), encoding="utf-8")
                row |= {"outcome": "degraded" if found.degraded else "ok", "reason": found.degraded}
                row |= {"written": str(target), "pages": found.document.pages, "records": len(found.records)}
            except FileOutcome as exc:
                outcome = "refused" if isinstance(exc, Refusal) else "failed"
                row |= {"outcome": outcome, "class": exc.outcome_class, "reason": exc.problem}
                errors.append(type(exc)(f"{file}: {exc.problem}", remedy=exc.remedy))
            except OSError as exc:
                row |= {
                    "outcome": "failed",
                    "class": "crash",
                    "reason": f"it can't be read or written ({exc.strerror})",
                }
                errors.append(
                    HomeUnusable(f"{file}: it can't be read or written ({exc.strerror}).", remedy="Check it.")
                )
            row["seconds"] = round(time.perf_counter() - began, 3)
            rows.append(row)
            tick("Reading", number, len(files), file.name)
    if json_to is not None:
        emit_json({"schema": 1, "files": rows}, json_to)
    else:
        shown = [
            (Path(str(r["path"])).name, r["outcome"], r.get("pages"), r.get("records"), r["written"] or r["reason"])
            for r in rows
        ]
        out.print(table(None, ("file", "outcome", "pages", "records", "written, or reason"), shown, right=(2, 3)))
    for error in (*errors, *wrong):
        report(error)
    if wrong:
        raise typer.Exit(wrong[0].exit_code)
    if errors:
        raise typer.Exit(SOME_FAILED)


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as exc:
        raise HomeUnusable(
            f"{folder}: can't be made ({exc.strerror}).", remedy="Choose another folder with --out."
        ) from exc
