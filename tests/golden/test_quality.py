"""What must come out of gold documents, as scores that may not fall. The sample ships; the other set stands beside the
checkout on a developer's machine, and its tests skip where it is absent.
"""

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from api.operations.workspace import Workspace
from benchmarks.quality import SETS, measure
from benchmarks.scoring import score_records
from corpus.contract import dumps, extraction_json
from extract.pipeline import extract
from models.language import Language
from tests.conftest import SAMPLE, SHARED

GOLD = SHARED / "gold"
beside = pytest.mark.skipif(not GOLD.is_dir(), reason="the shared gold is not beside the checkout")


def scored(stem: str, language: Language, folder: Path = SAMPLE) -> Any:
    path = folder / f"{stem}.pdf"
    gold = json.loads((folder / f"{stem}.gold.json").read_text(encoding="utf-8"))
    return score_records(extraction_json(extract(path.read_bytes(), path.name, language=language)), gold)


def f1(scores: Any, kind: str) -> float:
    gold, predicted, matched = scores.types[kind]
    return 2 * matched / (gold + predicted)


def share(counts: Any) -> float:
    return counts[0] / counts[1]


@pytest.mark.parametrize("stem", ["st90210-41", "st90088-37", "st90655-41", "st90656-41", "empact-2041-2044"])
def test_the_sample_is_read_whole(language: Language, stem: str) -> None:
    scores = scored(stem, language)
    assert {kind: f1(scores, kind) for kind in scores.types} == dict.fromkeys(scores.types, 1.0)
    assert share(scores.parents) == 1
    assert share(scores.fields) >= 0.99
    assert share(scores.place) == 1
    assert share(scores.document) == 1


@dataclass(frozen=True)
class Must:
    """The least that a document of the shared gold has to score."""

    stem: str
    types: tuple[tuple[str, float], ...]
    fields: float = 0.0
    document: float = 0.0


MUST = (
    Must("empact-2022-2025", (("priority", 1.0), ("area", 1.0), ("aim", 1.0), ("clause", 0.85))),
    Must("dev-conclusions", (("priority", 0.95), ("area", 0.95), ("aim", 0.95), ("request", 0.9)), document=0.9),
    Must("dev-oap", (("action", 0.9), ("goal", 0.9)), fields=0.85),
)


@beside
@pytest.mark.parametrize("must", MUST, ids=lambda must: must.stem)
def test_the_shared_gold_is_read(language: Language, must: Must) -> None:
    scores = scored(must.stem, language, GOLD)
    for kind, least in must.types:
        assert f1(scores, kind) >= least, kind
    assert share(scores.fields) >= must.fields
    assert share(scores.document) >= must.document


@beside
@pytest.mark.parametrize("name", ["sample", "dev"])
def test_fused_search_is_above_both_of_its_halves(name: str, models_home: Path) -> None:
    for scores in measure(SETS[name], models_home)["search"].values():
        assert scores["fused"]["ndcg"] > scores["MiniLM alone"]["ndcg"]
        assert scores["fused"]["ndcg"] > scores["Tantivy alone"]["ndcg"]
        assert scores["fused"]["refused"] == 0


@beside
@pytest.mark.parametrize("stem", ["st90210-41", "st90655-41"])
def test_our_scores_are_those_of_the_shared_scorer(language: Language, tmp_path: Path, stem: str) -> None:
    """Two implementations of one contract; a prediction with faults, so that there is something to count."""
    path = SAMPLE / f"{stem}.pdf"
    predicted = extraction_json(extract(path.read_bytes(), path.name, language=language))
    records = predicted["records"]
    del records[3:8]
    for record in records[::7]:
        record["text"] = "quite other words"
    for record in records[::5]:
        record["parent"] = None
    for record in records[::4]:
        record["spans"] = [{"page": 1, "bbox": [0, 0, 10, 10]}]
    for record in records[::6]:
        record["number"] = "99"
    predicted["document"]["title"] = "Another title"
    (tmp_path / f"{stem}.json").write_text(dumps(predicted), encoding="utf-8")
    gold = SAMPLE / f"{stem}.gold.json"
    command = [sys.executable, SHARED / "score" / "score.py", "records", tmp_path / f"{stem}.json", gold, "--json"]
    said = json.loads(subprocess.run(command, capture_output=True, check=True, text=True).stdout)
    ours = score_records(predicted, json.loads(gold.read_text(encoding="utf-8")))
    assert ours.macro == pytest.approx(said["macro"])
    for what in ("parents", "fields", "place", "document"):
        assert share(getattr(ours, what)) == pytest.approx(said[what]["share"]), what
        assert share(getattr(ours, what)) < 1, what


def test_the_sample_has_what_a_newcomer_is_promised() -> None:
    gold = [json.loads(p.read_text(encoding="utf-8")) for p in sorted(SAMPLE.glob("st*.gold.json"))]
    assert len(list(SAMPLE.glob("*.pdf"))) >= 8
    assert len(json.loads((SAMPLE / "sample-queries.json").read_text(encoding="utf-8"))["queries"]) >= 25
    assert len(json.loads((SAMPLE / "sample-coverage.gold.json").read_text(encoding="utf-8"))["pairs"]) > 0
    assert max(document["document"]["pages"] for document in gold) >= 12
    assert sum(p.stat().st_size for p in SAMPLE.glob("*.pdf")) < 5_000_000


def test_the_sample_is_held_with_its_markings(sample_workspace: Workspace) -> None:
    expected = {}
    for path in SAMPLE.glob("*.gold.json"):
        gold = json.loads(path.read_text(encoding="utf-8"))
        if "document" in gold:
            expected[gold["document"]["source"]] = gold["document"]["marking"]
    with sample_workspace.seen() as view:
        found = {d.source: d.marking.value if d.marking else None for d in view.documents.all()}
    strict = {source for source, marking in expected.items() if marking == "LIMITE"}
    assert strict
    for source in strict - {"scan-90377-42.pdf"}:  # a scan's marking needs OCR
        assert found[source] == "LIMITE"
