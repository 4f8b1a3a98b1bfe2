"""Quality on all gold at hand: ``make quality`` or ``python -m benchmarks.quality [--json FILE] [--only SET]``.

Sets: `sample` (ships, and is what is tuned on), `layouts` (many layouts, tuned on), `unseen` (nobody looks at it while
tuning), `dev` (beside the checkout, where it is there). Search is compared with both of its halves on the same passages,
coverage with plain cosines.
"""

import argparse
import json
import math
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from api.operations.ask import ask_many
from api.operations.ingest import ingest
from api.operations.workspace import Workspace
from benchmarks.scoring import Names, RecordScores, align, score_coverage, score_records, score_search
from corpus.contract import extraction_json, hit_json, pair_json
from corpus.markings import FULL
from corpus.records import Extraction, Hit
from index.coverage import assess
from index.generation import Generation
from index.lexical import Terms
from index.search import Found

ROOT = Path(__file__).resolve().parent.parent
SETS = {
    "sample": ROOT / "corpus" / "sample",
    "layouts": ROOT / "tests" / "golden" / "layouts",
    "unseen": ROOT / "tests" / "golden" / "unseen",
    "dev": ROOT.parent / "shared" / "gold",
}
TOP = 10  # hits that count


@dataclass(frozen=True, slots=True)
class Gold:
    """The gold of one folder: documents, coverage and queries, by stem and by file name."""

    documents: dict[str, Any]
    coverage: dict[str, Any]
    queries: dict[str, Any]


def read_gold(folder: Path) -> Gold:
    documents = {}
    for path in sorted(folder.glob("*.gold.json")):
        if (folder / path.name.replace(".gold.json", ".pdf")).exists():
            documents[path.name.removesuffix(".gold.json")] = json.loads(path.read_text(encoding="utf-8"))
    coverage = {p.name: json.loads(p.read_text(encoding="utf-8")) for p in sorted(folder.glob("*coverage.gold.json"))}
    queries = {p.name: json.loads(p.read_text(encoding="utf-8")) for p in sorted(folder.glob("*queries.json"))}
    return Gold(documents, coverage, queries)


def measure(folder: Path, models: Path) -> dict[str, Any]:
    """All scores of one set, in a data folder of its own."""
    gold = read_gold(folder)
    with tempfile.TemporaryDirectory() as home:
        (Path(home) / "models").symlink_to(models, target_is_directory=True)
        with Workspace(Path(home)) as workspace:
            ingest(workspace, [folder / f"{stem}.pdf" for stem in gold.documents])
            predicted = _extractions(workspace, gold)
            scores: dict[str, Any] = {"records": _records(predicted, gold)}
            names = align(predicted, {stem: gold.documents[stem] for stem in predicted})
            scores["coverage"] = {name: _coverage(workspace, truth, names) for name, truth in gold.coverage.items()}
            scores["search"] = {name: _search(workspace, truth, names) for name, truth in gold.queries.items()}
    return scores


def _extractions(workspace: Workspace, gold: Gold) -> dict[str, Any]:
    found = {}
    with workspace.seen() as view:
        for document in view.documents.all():
            stem = document.source.removesuffix(".pdf")
            if stem in gold.documents:
                found[stem] = extraction_json(Extraction(document, tuple(view.records.of(document.id))))
    return found


def _records(predicted: dict[str, Any], gold: Gold) -> dict[str, Any]:
    rows: dict[str, Any] = {}
    for stem, truth in gold.documents.items():
        empty = {"document": {}, "records": []}
        rows[stem] = _shares(score_records(predicted.get(stem, empty), truth))
    kinds = sorted({truth["document"]["kind"] for truth in gold.documents.values()})
    for kind in kinds:
        total = RecordScores()
        for stem, truth in gold.documents.items():
            if truth["document"]["kind"] == kind and stem in predicted:
                total.add(score_records(predicted[stem], truth))
        rows[f"all {kind.replace('_', ' ')}"] = _shares(total)
    return rows


def _shares(scores: RecordScores) -> dict[str, Any]:
    def share(counts: Sequence[int]) -> float | None:
        return counts[0] / counts[1] if counts[1] else None

    return {
        "macro": scores.macro,
        "types": {kind: 2 * m / (g + p) if g + p else 1.0 for kind, (g, p, m) in sorted(scores.types.items())},
        "parents": share(scores.parents),
        "fields": share(scores.fields),
        "place": share(scores.place),
        "document": share(scores.document),
    }


def _coverage(workspace: Workspace, truth: Any, names: Names) -> dict[str, float]:
    with workspace.seen() as view:
        report = assess(view)
    return score_coverage([pair_json(pair) for pair in report.pairs], truth, names)


def _search(workspace: Workspace, truth: Any, names: Names) -> dict[str, Any]:
    texts = [query["query"] for query in truth["queries"]]
    ids = [query["id"] for query in truth["queries"]]
    answers = {
        "fused": list(_ours(ask_many(workspace, texts, limit=TOP))),
        "  without words": list(_ours(ask_many(workspace, texts, limit=TOP, show_all=True, weight=1.0))),
        "  without meaning": list(_ours(ask_many(workspace, texts, limit=TOP, show_all=True, weight=0.0))),
        "MiniLM alone": list(_alone(workspace, texts, _by_meaning)),
        "Tantivy alone": list(_alone(workspace, texts, _by_words)),
    }
    return {name: score_search(dict(zip(ids, found, strict=True)), truth, names) for name, found in answers.items()}


def _ours(answers: Iterable[Found]) -> Iterator[dict[str, Any]]:
    for found in answers:
        yield {"hits": [hit_json(hit) for hit in found.hits], "nothing_relevant": found.nothing_relevant}


def _by_meaning(workspace: Workspace, generation: Generation, text: str) -> list[tuple[int, float]]:
    vector = workspace.encoder.encode([text], query=True)[0]
    return generation.vectors.search(vector, 4 * TOP, generation.allowed(FULL))


def _by_words(_: Workspace, generation: Generation, text: str) -> list[tuple[int, float]]:
    words = generation.words(FULL)
    return words.search(Terms(text), 4 * TOP) if words else []


def _alone(
    workspace: Workspace,
    texts: Sequence[str],
    ranked: Callable[[Workspace, Generation, str], list[tuple[int, float]]],
) -> Iterator[dict[str, Any]]:
    """What one half finds on the same passages, with nothing of the query understood: the peers of the fused order."""
    with workspace.seen() as view:
        generation = workspace.generation(view)
        for text in texts:
            found = {generation.passage(row): score for row, score in ranked(workspace, generation, text)}
            passages = view.passages.many(list(found))
            hits: dict[str, Any] = {}
            for identity, score in found.items():
                passage = passages[identity]
                place = passage.spans[0]
                hit = Hit(
                    passage=identity,
                    document=passage.document,
                    text=passage.text,
                    score=score,
                    record=passage.record,
                    type=passage.type,
                    page=place.page,
                    box=place.box,
                )
                hits.setdefault(passage.record or identity, hit_json(hit))
            yield {"hits": list(hits.values())[:TOP], "nothing_relevant": False}


def tables(name: str, scores: dict[str, Any]) -> Iterator[Table]:
    shown = Table(title=f"{name}: records", title_justify="left")
    for column in ("document", "macro F1", "parents", "fields", "place", "document", "F1 by type"):
        shown.add_column(column, justify="left" if column in ("document", "F1 by type") else "right")
    for stem, row in scores["records"].items():
        kinds = ", ".join(f"{kind} {value:.2f}" for kind, value in row["types"].items())
        cells = [_number(row[key]) for key in ("macro", "parents", "fields", "place", "document")]
        shown.add_row(stem, *cells, kinds, style="bold" if stem.startswith("all ") else None)
    yield shown
    for file, row in scores["coverage"].items():
        shown = Table(title=f"{name}: coverage, {file}", title_justify="left")
        for column in row:
            shown.add_column(column, justify="right")
        shown.add_row(*(_number(value) for value in row.values()))
        yield shown
    for file, rows in scores["search"].items():
        shown = Table(title=f"{name}: search, {file}", title_justify="left")
        shown.add_column("order")
        for column in next(iter(rows.values())):
            shown.add_column(column, justify="right")
        for order, row in rows.items():
            shown.add_row(order, *(_number(value) for value in row.values()))
        yield shown


def _number(value: float | None) -> str:
    if value is None or (isinstance(value, float) and math.isnan(value)):
        return "–"
    return str(value) if isinstance(value, int) else f"{value:.3f}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", type=Path, help="write all figures to a file")
    parser.add_argument("--only", choices=sorted(SETS), action="append", help="measure only this set")
    options = parser.parse_args()
    console = Console(width=190)
    figures = {}
    with tempfile.TemporaryDirectory() as models:
        for name, folder in SETS.items():
            if (options.only and name not in options.only) or not any(folder.glob("*.gold.json")):
                continue
            figures[name] = measure(folder, Path(models))
            for shown in tables(name, figures[name]):
                console.print(shown)
    if options.json:
        options.json.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
