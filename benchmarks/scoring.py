"""Scores of the contract (section 5): records, parents, fields, place, document, coverage, search.

Written against the contract's text, so that the project measures itself where it stands alone.
"""

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

import numpy as np
from scipy.optimize import linear_sum_assignment

from models.evaluation import average_precision, brier, calibration_error, f1, ndcg

Json = Mapping[str, Any]

MATCH = 0.90
HELD = 0.90
LEADING = 14.0
DOCUMENT_FIELDS = (
    "title",
    "kind",
    "reference",
    "register_id",
    "issuer",
    "date",
    "language",
    "cycle",
    "marking",
    "subject_codes",
)


def words(text: object) -> list[str]:
    """Lower-cased words without punctuation; "12 480" and "12,480" are one."""
    plain = unicodedata.normalize("NFC", str(text or "")).lower()
    plain = re.sub(r"\b\d{1,3}(?:[\s,.'’]\d{3})+\b", lambda m: re.sub(r"\D", "", m[0]), plain)
    return re.findall(r"\w+", plain) or plain.split()


def token_f1(one: Counter[str], two: Counter[str]) -> float:
    total = one.total() + two.total()
    return 2 * (one & two).total() / total if total else 1.0


def match(predicted: Sequence[Json], gold: Sequence[Json]) -> list[tuple[int, int]]:
    """(gold position, predicted position) of records that are the same: most matches first, then the nearest texts, then
    fields, page, parent and order."""
    if not predicted or not gold:
        return []
    bags_g = [Counter(words(r["text"])) for r in gold]
    bags_p = [Counter(words(r["text"])) for r in predicted]
    at_g = {r["id"]: i for i, r in enumerate(gold)}
    at_p = {r["id"]: i for i, r in enumerate(predicted)}
    weight = np.zeros((len(gold), len(predicted)))
    for g, a in enumerate(gold):
        for p, b in enumerate(predicted):
            if a["type"] != b["type"]:
                continue
            likeness = token_f1(bags_g[g], bags_p[p])
            if likeness < MATCH - 1e-9:
                continue
            near = 0.05 * _agreement(a, b) + 0.04 * bool(_pages(a) & _pages(b))
            near += 0.002 * (1 - abs(g / len(gold) - p / len(predicted)))
            if a.get("parent") in at_g and b.get("parent") in at_p:
                near += 0.03 * token_f1(bags_g[at_g[a["parent"]]], bags_p[at_p[b["parent"]]])
            weight[g, p] = 1000 + 10 * likeness + near
    rows, columns = linear_sum_assignment(weight, maximize=True)
    return [(int(g), int(p)) for g, p in zip(rows, columns, strict=True) if weight[g, p] > 0]


def same(gold: object, predicted: object) -> bool:
    """Equal values: lists as sets, numbers as numbers, strings but for case, spaces and punctuation; null is empty."""
    if gold in (None, "", []):
        return predicted in (None, "", [])
    if isinstance(gold, list):
        return isinstance(predicted, list) and {tuple(words(x)) for x in gold} == {tuple(words(x)) for x in predicted}
    if isinstance(gold, bool) or isinstance(predicted, bool):
        return gold is predicted
    if isinstance(gold, int | float):
        return isinstance(predicted, int | float) and math.isclose(gold, predicted, rel_tol=1e-9)
    return isinstance(predicted, str) and words(gold) == words(predicted)


def _stated(record: Json) -> dict[str, object]:
    return {
        **(record.get("fields") or {}),
        **{k: record[k] for k in ("number", "title") if record.get(k) is not None},
    }


def _value(record: Json, name: str) -> object:
    return record.get(name) if name in ("number", "title") else (record.get("fields") or {}).get(name)


def _agreement(gold: Json, predicted: Json) -> float:
    right = [same(value, _value(predicted, name)) for name, value in _stated(gold).items()]
    return sum(right) / len(right) if right else 1.0


def _pages(record: Json) -> set[int]:
    return {span["page"] for span in record.get("spans") or []}


def _boxes(record: Json, page: int) -> list[list[float]]:
    return [s["bbox"] for s in record.get("spans") or [] if s["page"] == page and s.get("bbox")]


def _area(box: Sequence[float]) -> float:
    return max(0.0, box[2] - box[0]) * max(0.0, box[3] - box[1])


def _union(boxes: Sequence[Sequence[float]]) -> float:
    edges, total = sorted({x for box in boxes for x in (box[0], box[2])}), 0.0
    for left, right in pairwise(edges):
        low = -math.inf
        for _, top, _, bottom in sorted((b for b in boxes if b[0] <= left and b[2] >= right), key=lambda b: b[1]):
            total += max(0.0, bottom - max(top, low)) * (right - left)
            low = max(low, bottom)
    return total


def _blocks(boxes: Sequence[Sequence[float]]) -> list[list[float]]:
    """Boxes of lines as the block that they make."""
    out: list[list[float]] = []
    for x0, top, x1, bottom in sorted(boxes, key=lambda b: b[1]):
        if out and top - out[-1][3] <= min(bottom - top, LEADING):
            last = out[-1]
            out[-1] = [min(last[0], x0), last[1], max(last[2], x1), max(last[3], bottom)]
        else:
            out.append([x0, top, x1, bottom])
    return out


def placed(predicted: Json, gold: Json) -> bool:
    """The gold's pages and no other, and 0.90 of the area of its boxes."""
    if _pages(predicted) != _pages(gold):
        return False
    held = total = 0.0
    for page in _pages(gold):
        others = _blocks(_boxes(predicted, page))
        for box in _boxes(gold, page):
            total += _area(box)
            clipped = [[max(box[0], o[0]), max(box[1], o[1]), min(box[2], o[2]), min(box[3], o[3])] for o in others]
            held += _union([c for c in clipped if c[0] < c[2] and c[1] < c[3]])
    return held >= HELD * total - 1e-9


@dataclass
class RecordScores:
    """Counts that can be added over documents: by type (gold, predicted, matched), and (right, of) for each share."""

    types: dict[str, list[int]] = field(default_factory=dict)
    parents: list[int] = field(default_factory=lambda: [0, 0])
    fields: list[int] = field(default_factory=lambda: [0, 0])
    place: list[int] = field(default_factory=lambda: [0, 0])
    document: list[int] = field(default_factory=lambda: [0, 0])

    def add(self, other: "RecordScores") -> None:
        for kind, counts in other.types.items():
            own = self.types.setdefault(kind, [0, 0, 0])
            for i, count in enumerate(counts):
                own[i] += count
        for name in ("parents", "fields", "place", "document"):
            mine, theirs = getattr(self, name), getattr(other, name)
            mine[0] += theirs[0]
            mine[1] += theirs[1]

    @property
    def macro(self) -> float:
        scores = [f1(m, p - m, g - m) for g, p, m in self.types.values()]
        return sum(scores) / len(scores) if scores else 1.0


def score_records(predicted: Json, gold: Json) -> RecordScores:
    """All record measures of one document."""
    ours, theirs = predicted["records"], gold["records"]
    pairs = match(ours, theirs)
    scores = RecordScores()
    for kind in sorted({r["type"] for r in (*ours, *theirs)}):
        matched = sum(theirs[g]["type"] == kind for g, _ in pairs)
        scores.types[kind] = [sum(r["type"] == kind for r in theirs), sum(r["type"] == kind for r in ours), matched]
    gold_of = {ours[p]["id"]: theirs[g]["id"] for g, p in pairs}
    for g, p in pairs:
        a, b = theirs[g], ours[p]
        if a.get("parent") is not None:
            _count(scores.parents, gold_of.get(b.get("parent")) == a["parent"])
        for name, value in _stated(a).items():
            _count(scores.fields, same(value, _value(b, name)))
        if _pages(a):
            _count(scores.place, placed(b, a))
    for name in DOCUMENT_FIELDS:
        if name in gold["document"]:
            _count(scores.document, same(gold["document"][name], predicted["document"].get(name)))
    return scores


def _count(share: list[int], right: bool) -> None:
    share[0] += bool(right)
    share[1] += 1


# --- several documents ---------------------------------------------------------------------------------------------


@dataclass
class Names:
    """Predicted ids in gold names (`<stem>#<gold id>`), and the gold behind them."""

    gold: dict[str, Json]
    of_record: dict[str, str]
    of_document: dict[str, str]


def align(predicted: Mapping[str, Json], gold: Mapping[str, Json]) -> Names:
    """Match the records of several documents, by stem."""
    names = Names(dict(gold), {}, {})
    for stem, document in predicted.items():
        names.of_document[document["document"]["id"]] = stem
        for g, p in match(document["records"], gold[stem]["records"]):
            names.of_record[document["records"][p]["id"]] = f"{stem}#{gold[stem]['records'][g]['id']}"
    return names


def score_coverage(pairs: Sequence[Json], truth: Json, names: Names) -> dict[str, float]:
    """F1 of level 2 or more, average precision, Brier score and calibration error over all pairs of the truth's documents."""
    level_of = {(p["action"], p["clause"]): p["level"] for p in truth["pairs"]}
    actions = [f"{s}#{r['id']}" for s in truth["plans"] for r in names.gold[s]["records"] if r["type"] == "action"]
    stem = truth["conclusions"]
    clauses = [f"{stem}#{r['id']}" for r in names.gold[stem]["records"] if r["type"] == "clause"]
    wanted = {(a, c) for a in actions for c in clauses}
    found: dict[tuple[str, str], tuple[float, int]] = {}
    for pair in pairs:
        key = (names.of_record.get(pair["action"], pair["action"]), names.of_record.get(pair["clause"], pair["clause"]))
        if key in wanted:
            found[key] = max(found.get(key, (0.0, 0)), (pair["probability"], pair["level"]))
    scored = [(found.get(key, (0.0, 0))[0], level_of.get(key, 0) >= 2) for key in sorted(wanted)]
    said = [(found.get(key, (0.0, 0))[1] >= 2, level_of.get(key, 0) >= 2) for key in sorted(wanted)]
    tp, fp = sum(s and t for s, t in said), sum(s and not t for s, t in said)
    fn = sum(t and not s for s, t in said)
    return {
        "pairs": len(wanted),
        "positive": tp + fn,
        "f1": f1(tp, fp, fn),
        "ap": average_precision(scored),
        "brier": brier(scored),
        "ece": calibration_error(scored),
    }


def score_search(results: Mapping[str, Json], truth: Json, names: Names) -> dict[str, float]:
    """nDCG@10 and recall@10 over the answerable queries; abstentions over the others."""
    gains, recalls, refused, abstained = [], [], [], []
    for query in truth["queries"]:
        result = results[query["id"]]
        none = not result["hits"] or bool(result.get("nothing_relevant"))
        relevant: Mapping[str, int] = query.get("relevant") or {}
        if not relevant:
            abstained.append(none)
            continue
        refused.append(none)
        grades = [] if none else [relevant.get(name, 0) for name in _hit_names(result, names)][:10]
        gains.append(ndcg(grades, relevant))
        recalls.append(sum(g > 0 for g in grades) / min(10, len(relevant)))
    return {
        "queries": len(gains),
        "ndcg": _mean(gains),
        "recall": _mean(recalls),
        "abstained": _mean(abstained),
        "refused": _mean(refused),
    }


def _hit_names(result: Json, names: Names) -> list[str]:
    found: list[str] = []
    for hit in result["hits"]:
        name = names.of_record.get(str(hit.get("record")))
        if name is None:
            name = _standing_for(hit, names)
        found.append("" if name is None or name in found else name)
    return found


def _standing_for(hit: Json, names: Names) -> str | None:
    """The gold record on the hit's page of whose words the hit's text holds 0.80."""
    stem = names.of_document.get(str(hit.get("document")), "")
    bag = Counter(words(hit.get("text")))
    best: tuple[float, str] | None = None
    for record in names.gold[stem]["records"] if stem in names.gold else ():
        own = Counter(words(record["text"]))
        if hit.get("page") in _pages(record) and own and (bag & own).total() >= 0.8 * own.total():
            best = max(best or (0.0, ""), (token_f1(bag, own), f"{stem}#{record['id']}"))
    return best[1] if best else None


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else math.nan
