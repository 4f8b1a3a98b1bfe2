"""``aimtrace sources``: the official documents of the field, and how to get the public ones."""

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from api.cli.console import emit_json, out, progress, report, table, tell
from api.cli.ingest import SOME_FAILED
from api.cli.options import JsonOption
from corpus.errors import SourceError

sources = typer.Typer(
    no_args_is_help=True, help="The official documents of the field: list them, fetch the public ones."
)


def register(app: typer.Typer) -> None:
    app.add_typer(sources, name="sources", epilog="Example: aimtrace sources fetch st9921-21 --to papers")


@sources.command("list", epilog="Example: aimtrace sources list")
def list_sources(json_to: JsonOption = None) -> None:
    """List the manifest: number, title, date, access; only public papers can be fetched."""
    from corpus.sources import load_sources

    found = load_sources()
    if json_to is not None:
        emit_json({"sources": [asdict(source) for source in found]}, json_to)
        return
    rows = [(s.id, s.number, s.date, s.access, s.title) for s in found]
    out.print(table(None, ("id", "number", "date", "access", "title"), rows))


@sources.command("fetch", epilog="Example: aimtrace sources fetch st9921-21 --to papers")
def fetch_sources(
    ids: Annotated[
        list[str] | None,
        typer.Argument(metavar="[ID]…", help="Which; all public ones if none is given.", show_default=False),
    ] = None,
    to: Annotated[Path, typer.Option("--to", help="The folder to download into.")] = Path("papers"),
    json_to: JsonOption = None,
) -> None:
    """Download public documents from their publishers; goes on where it stopped, and checks hashes once known."""
    from corpus.sources import Fetched, fetch_many, find_source, load_sources

    manifest = load_sources()
    wanted = (
        [find_source(manifest, identity) for identity in ids] if ids else [s for s in manifest if s.access == "public"]
    )
    results: list[tuple[object, ...]] = []
    errors: list[SourceError] = []
    with progress() as tick:
        for source, result in fetch_many(
            wanted, to, on_progress=lambda s, done, total: tick(s.id, done, total or done, "bytes")
        ):
            if isinstance(result, Fetched):
                results.append(
                    (source.id, "there already" if result.was_there else "fetched", str(result.path), result.sha256)
                )
            else:
                results.append((source.id, "failed", None, None))
                errors.append(result)
    if json_to is not None:
        keys = ("id", "outcome", "path", "sha256")
        emit_json({"sources": [dict(zip(keys, row, strict=True)) for row in results]}, json_to)
    else:
        out.print(table(None, ("id", "outcome", "file"), [row[:3] for row in results]))
    for error in errors:
        report(error)
    if errors:
        raise typer.Exit(SOME_FAILED)
    tell(f"Next: aimtrace ingest {to}")
