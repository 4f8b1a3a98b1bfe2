"""``aimtrace doctor``: whether store, files and index agree."""

from typing import Annotated

import typer

from api.cli.console import emit_json, out, progress, table, tell
from api.cli.options import HomeOption, JsonOption, open_workspace


def register(app: typer.Typer) -> None:
    app.command(epilog="Example: aimtrace doctor --repair")(doctor)


def doctor(
    repair: Annotated[
        bool, typer.Option("--repair", help="Make again what can be derived: vectors, index, coverage.")
    ] = False,
    home: HomeOption = None,
    json_to: JsonOption = None,
) -> None:
    """Check that store, files, models and index agree. The exit code is 1 where they do not."""
    from api.operations.doctor import examine
    from api.operations.doctor import repair as mend

    with open_workspace(home) as workspace:
        findings = examine(workspace)
        if repair and any(finding.repairable for finding in findings):
            with progress() as tick:
                mend(workspace, on_progress=tick)
            tell(f"Repaired: {sum(finding.repairable for finding in findings)} of {len(findings)} findings could be.")
            findings = examine(workspace)
    if json_to is not None:
        emit_json({"findings": [{"what": f.what, "repairable": f.repairable} for f in findings]}, json_to)
    elif findings:
        rows = [
            (f.what, "aimtrace doctor --repair" if f.repairable else "ingest the file again, or restore a backup")
            for f in findings
        ]
        out.print(table(None, ("finding", "what to do"), rows))
    else:
        out.print("Store, files, models and index agree.")
    if findings:
        raise typer.Exit(1)
