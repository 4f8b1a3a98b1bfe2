"""``aimtrace search``: by meaning, by words and by number, in one line."""

import csv
import json
import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.text import Text

from api.cli.console import emit_json, inert, out, tell
from api.cli.options import HomeOption, JsonOption, LimitOption, open_workspace
from corpus.errors import PathMissing, UsageError

if TYPE_CHECKING:
    from corpus.records import Document, Hit
    from index.search import Found


def register(app: typer.Typer) -> None:
    app.command(epilog='Example: aimtrace search "fake papers" --limit 5')(search)


def search(
    query: Annotated[
        str | None,
        typer.Argument(help="What to look for: a question, a phrase, an acronym, a number.", show_default=False),
    ] = None,
    limit: LimitOption = 10,
    show_all: Annotated[
        bool, typer.Option("--all", help="Show the nearest hits also where nothing is thought relevant.")
    ] = False,
    batch: Annotated[
        Path | None,
        typer.Option(
            "--batch", metavar="FILE", help="Many queries: JSON Lines or CSV with id and query.", show_default=False
        ),
    ] = None,
    home: HomeOption = None,
    json_to: JsonOption = None,
) -> None:
    """Search what is held, and say why each hit is there."""
    from api.operations.ask import ask_many

    queries = [("", query)] if query is not None else []
    if batch is not None:
        queries = read_queries(batch)
    if not queries or (batch is not None and query is not None):
        raise UsageError("Give either a query or --batch FILE.", remedy='As in: aimtrace search "fake papers"')
    results: dict[str, dict[str, Any]] = {}
    with open_workspace(home) as workspace:
        answers = ask_many(workspace, [text for _, text in queries], limit=limit, show_all=show_all)
        for identity, _ in queries:
            began = time.perf_counter()
            found = next(answers)
            results[identity] = found_json(found, (time.perf_counter() - began) * 1000)
            if batch is None and json_to is None:
                with workspace.seen() as view:
                    show(found, {d.id: d for d in view.documents.all()})
    if batch is not None:
        emit_json({"results": results}, json_to or "-")
    elif json_to is not None:
        emit_json(results[""], json_to)


def read_queries(path: Path) -> list[tuple[str, str]]:
    """(id, query) of each line of a JSON Lines file, or of a CSV with those columns."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as exc:
        raise PathMissing(f"{path}: can't be read ({exc.strerror}).", remedy="Check the path.") from exc
    except UnicodeDecodeError as exc:
        raise UsageError(f"{path}: not UTF-8 text.", remedy="Save it as UTF-8.") from exc
    rows: list[dict[str, Any]] = []
    if text.lstrip().startswith("{"):
        for number, line in enumerate(text.splitlines(), start=1):
            if line.strip():
                try:
                    rows.append(json.loads(line))
                except ValueError as exc:
                    raise UsageError(
                        f"{path}, line {number}: not JSON.", remedy='Write {"id": "q1", "query": "…"}.'
                    ) from exc
    else:
        rows = list(csv.DictReader(text.splitlines()))
    try:
        return [(str(row["id"]), str(row["query"])) for row in rows]
    except (KeyError, TypeError) as exc:
        raise UsageError(f"{path}: a line lacks id or query.", remedy="Each line needs both.") from exc


def found_json(found: "Found", took_ms: float) -> dict[str, Any]:
    """Contract, section 3."""
    from corpus.contract import hit_json

    answer: dict[str, Any] = {"query": found.query.text, "took_ms": round(took_ms, 1)}
    if found.query.widened:
        answer["widened"] = {written: list(texts) for written, texts in found.query.widened}
    answer["hits"] = [hit_json(hit) for hit in found.hits]
    if found.nothing_relevant:
        answer["nothing_relevant"] = True
    return answer


def show(found: "Found", documents: "dict[str, Document]") -> None:
    """Hits with lit words, where they stand, and why they are there."""
    for written, texts in found.query.widened:
        tell(f"{written} is read as: {', '.join(texts)}")
    if found.nothing_relevant:
        tell("Nothing relevant is held." + ("" if found.hits else " Add --all to see what is nearest."))
    for number, hit in enumerate(found.hits, start=1):
        document = documents.get(hit.document)
        name = (document.reference or document.source) if document else hit.document
        place = f"{inert(name)}, p. {hit.page}"
        out.print(
            f"[bold]{number:>2}[/] [cyan]{hit.type or 'text'}[/] [dim]{place} · {hit.score:.2f} · {inert(hit.why)}[/]"
        )
        out.print(Text("   ") + lit(hit), soft_wrap=False)


def lit(hit: "Hit") -> Text:
    """The hit's text with its highlights, cut to a few lines around the first of them."""
    start, end = _window(hit.text, hit.highlights)
    text = Text(inert_plain(hit.text[start:end]))
    for a, b in hit.highlights:
        if a < end and b > start:
            text.stylize("bold yellow", max(a, start) - start, min(b, end) - start)
    return Text("… " if start else "") + text + Text(" …" if end < len(hit.text) else "")


def inert_plain(text: str) -> str:
    """Like `inert`, for `Text`, which knows no markup; the length stays."""
    from api.operations.cells import visible

    return visible(text)


def _window(text: str, highlights: Sequence[tuple[int, int]], longest: int = 320) -> tuple[int, int]:
    if len(text) <= longest:
        return 0, len(text)
    first = highlights[0][0] if highlights else 0
    start = max(0, text.rfind(" ", 0, max(0, first - 60)) + 1) if first > 100 else 0
    return start, min(len(text), start + longest)
