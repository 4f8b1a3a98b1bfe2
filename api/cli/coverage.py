"""``aimtrace coverage``: which aims each action covers, clause by clause, and what nothing covers."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from api.cli.console import emit_json, out, table, tell
from api.cli.options import CycleOption, HomeOption, JsonOption, open_workspace

if TYPE_CHECKING:
    from corpus.records import Record
    from index.coverage import Report

_LEVELS = {3: "direct", 2: "partial", 1: "indirect"}


def register(app: typer.Typer) -> None:
    app.command(epilog="Example: aimtrace coverage --cycle 2041-2044 --json coverage.json")(coverage)


def coverage(
    cycle: CycleOption = None,
    every: Annotated[
        bool, typer.Option("--every", help="List every clause, not only those that nothing covers.")
    ] = False,
    home: HomeOption = None,
    json_to: JsonOption = None,
) -> None:
    """Show which actions serve each clause of the aims, and the clauses, aims and actions that stand alone."""
    from api.operations.judge import judge_all
    from index.coverage import assess

    with open_workspace(home) as workspace:
        judge_all(workspace)
        with workspace.seen() as view:
            report = assess(view, cycle)
            records = {
                record.id: record
                for _, record in view.records.of_types(("aim", "clause", "action", "area", "priority"))
            }
    if json_to is not None:
        emit_json(report_json(report), json_to)
        return
    show(report, records, every=every)


def report_json(report: "Report") -> dict[str, Any]:
    """Contract, section 2."""
    from corpus.contract import gaps_json, pair_json

    answer: dict[str, Any] = {
        "schema": 1,
        "pairs": [pair_json(pair) for pair in report.pairs],
        "gaps": gaps_json(report.gaps),
    }
    if report.cycles_without_plan:
        answer["cycles_without_plan"] = list(report.cycles_without_plan)
    return answer


def show(report: "Report", records: "dict[str, Record]", *, every: bool = False, most: int | None = None) -> None:
    """A summary, then the gaps (`most` of each kind); with `every`, all clauses with what covers them."""
    covering = [p for p in report.pairs if p.level >= 2 and p.status != "rejected"]
    covered = len({p.clause for p in covering})
    share = f"{100 * covered / report.clauses:.0f} %" if report.clauses else "–"
    reviewed = sum(p.status != "suggested" for p in report.pairs)
    rows = [
        ("clauses with an action", f"{covered} of {report.clauses} ({share})"),
        ("aims without any action", len(report.gaps.aims_without_action)),
        ("actions that serve no aim", f"{len(report.gaps.actions_without_aim)} of {report.actions}"),
        ("links at level 2 or 3", len(covering)),
        ("links that a reviewer decided", f"{reviewed} of {len(report.pairs)}; the others are suggestions"),
    ]
    out.print(table("Coverage", ("what", "figure"), rows))
    if every:
        best = sorted(covering, key=lambda p: (p.clause, -p.level, -p.probability))
        lines = [
            (
                _said(records, p.clause),
                f"{p.level} {_LEVELS[p.level]}",
                f"{p.probability:.2f}",
                _said(records, p.action),
                p.status,
            )
            for p in best
        ]
        out.print()
        out.print(table("Clauses and what covers them", ("clause", "level", "p", "action", "state"), lines, right=(2,)))
    gaps = [(_above(records, c), _said(records, c)) for c in report.gaps.clauses_without_action]
    _gap_table("clauses that no action covers", ("under", "clause"), gaps, most)
    idle = [(records[a].number if a in records else a, _said(records, a)) for a in report.gaps.actions_without_aim]
    _gap_table("actions that serve no aim", ("number", "action"), idle, most)
    for missing in report.cycles_without_plan:
        tell(f"Cycle {missing}: no action plan is held, so nothing is said of its clauses.")
    if not report.clauses and not report.cycles_without_plan:
        tell("No conclusions and action plans of one cycle are held. Ingest both, or check --cycle.")


def _gap_table(what: str, columns: tuple[str, str], rows: Sequence[tuple[object, object]], most: int | None) -> None:
    if not rows:
        return
    out.print()
    out.print(table(f"{len(rows)} {what}", columns, rows[:most]))
    if most is not None and len(rows) > most:
        out.print(f"[dim]… {len(rows) - most} more[/]")


def _said(records: "dict[str, Record]", identity: str) -> str:
    record = records.get(identity)
    if record is None:
        return identity
    text = record.title if record.type == "action" and record.title else record.text
    return text if len(text) <= 110 else text[:109] + "…"


def _above(records: "dict[str, Record]", identity: str) -> str:
    """The label of the area or priority above a clause."""
    record = records.get(identity)
    while record is not None and record.parent is not None:
        record = records.get(record.parent)
        if record is not None and record.type in ("area", "priority"):
            return record.title or record.text
    return ""
