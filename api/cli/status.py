"""``aimtrace status``: what is held, what failed, what made it."""

from dataclasses import asdict
from pathlib import Path

import typer

from api.cli.console import emit_json, megabytes, out, table
from api.cli.options import HomeOption, JsonOption, open_workspace


def register(app: typer.Typer) -> None:
    app.command(epilog="Example: aimtrace status")(status)


def status(home: HomeOption = None, json_to: JsonOption = None) -> None:
    """Show what is held, how fresh it is, what failed and why, versions and sizes."""
    from api.operations.status import look
    from corpus.records import LedgerEntry

    with open_workspace(home) as workspace:
        found = look(workspace)
    if json_to is not None:
        value = asdict(found) | {"home": str(found.home)}
        for name in ("not_kept", "degraded"):
            value[name] = [_line(entry) for entry in getattr(found, name)]
        emit_json(value, json_to)
        return
    rows: list[tuple[str, object]] = [("data folder", found.home), ("documents", found.documents)]
    rows += [(f"  {kind.replace('_', ' ')}", count) for kind, count in found.kinds.items()]
    rows.append(("records", sum(found.records.values())))
    rows += [(f"  {kind}", count) for kind, count in found.records.items()]
    rows += [("passages", found.passages), ("links between actions and clauses", found.pairs)]
    rows += [(f"files {outcome}", count) for outcome, count in found.outcomes.items()]
    rows += [("last looked at a file", found.newest or "never")]
    rows += [
        ("language model", found.encoder or "not prepared yet"),
        ("coverage model", found.judge or "nothing judged yet"),
    ]
    rows += [("passages in the index", found.index_passages if found.index_passages is not None else "no index yet")]
    rows += [(f"size of {name}", megabytes(size)) for name, size in found.sizes.items()]
    out.print(table(None, ("what", "figure"), rows))

    def lines(entries: tuple[LedgerEntry, ...]) -> list[tuple[object, ...]]:
        return [(Path(e.path).name, e.outcome, e.outcome_class, e.reason) for e in entries]

    if found.not_kept or found.degraded:
        out.print()
        shown = lines((*found.not_kept, *found.degraded))
        out.print(table("Files that need a look", ("file", "outcome", "class", "reason"), shown))


def _line(entry: object) -> dict[str, object]:
    from corpus.records import LedgerEntry

    assert isinstance(entry, LedgerEntry)
    return {"path": entry.path, "outcome": entry.outcome, "class": entry.outcome_class, "reason": entry.reason}
