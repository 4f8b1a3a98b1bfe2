"""``aimtrace demo``: the main job on the sample corpus that ships, from PDFs to answers."""

from importlib.resources import as_file, files

import typer
from rich.rule import Rule

from api.cli.console import inert, out, progress, tell
from api.cli.options import HomeOption, open_settings

# A paraphrase whose words stand nowhere, an acronym, a document number.
SEARCHES = ("overcrowded dinghies", "THB", "90210/41")
SHOWN = "90210/41"
CYCLE = "2041-2044"
_LINES = 26  # of the tree


def register(app: typer.Typer) -> None:
    app.command(epilog="Example: aimtrace demo")(demo)


def demo(home: HomeOption = None) -> None:
    """Read the sample corpus, show a document as a tree, search three times, show coverage. Needs no network.

    Its data stand in a folder of their own, beside yours. A second run reads nothing again.
    """
    from api.cli import coverage, ingest, search, show
    from api.operations.ask import ask
    from api.operations.ingest import ingest as run
    from api.operations.workspace import Workspace
    from index.coverage import assess

    settings = open_settings(None)
    folder = home or settings.home / "demo"
    with Workspace(folder, settings.model, settings.seen, settings.limits, tell) as workspace:
        with as_file(files("corpus") / "sample") as sample:
            _title("1  Read ten PDFs")
            with progress() as tick:
                report = run(workspace, [sample], on_progress=tick)
        ingest.show_report(report)

        _title(f"2  One of them as a tree: aimtrace show {SHOWN}")
        with workspace.seen() as view:
            documents = {d.id: d for d in view.documents.all()}
            document = view.documents.named(SHOWN)[0]
            records = view.records.of(document.id)
        _first_lines(show.document_tree(document, records))

        for query in SEARCHES:
            _title(f'3  Search: aimtrace search "{query}"')
            search.show(ask(workspace, query, limit=3), documents)

        _title(f"4  Coverage: aimtrace coverage --cycle {CYCLE}")
        with workspace.seen() as view:
            found = assess(view, CYCLE)
            by_id = {r.id: r for _, r in view.records.of_types(("aim", "clause", "action", "area", "priority"))}
        coverage.show(found, by_id, most=8)

    _title("5  Next")
    at = f" --home {folder}"
    for command, what in (
        (f"aimtrace ingest YOUR_FOLDER{at}", "read your own PDFs"),
        (f'aimtrace search "fake papers"{at}', "ask anything"),
        (f"aimtrace show st90655-41{at}", "an action plan as a tree"),
        (f"aimtrace coverage --every{at}", "every clause with the actions that serve it"),
        (f"aimtrace serve{at}", "the same over HTTP"),
    ):
        out.print(f"  [bold]{inert(command)}[/]  [dim]{inert(what)}[/]", soft_wrap=True)


def _title(text: str) -> None:
    out.print()
    out.print(Rule(inert(text), align="left", style="cyan"))


def _first_lines(tree: object) -> None:
    """The top of a tree that is longer than a screen."""
    lines = out.render_lines(tree, pad=False)  # type: ignore[arg-type]
    for line in lines[:_LINES]:
        out.print("".join(f"{segment.text}" for segment in line), markup=False)
    if len(lines) > _LINES:
        out.print(f"[dim]… {len(lines) - _LINES} more lines[/]")
