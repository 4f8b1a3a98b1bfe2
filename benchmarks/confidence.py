"""Whether confidence means what it says: examples to learn it from, and tables of reliability.

Run as ``python -m benchmarks.confidence`` to write the examples that ship anew (about ten minutes), from the sample corpus and
the layouts: each document as it is, and in harder versions (`benchmarks.perturbed`), for on the documents that readers were made
with they hardly err. ``make models`` fits the model to them; ``make quality`` prints how it does on documents that it has not
seen.
"""

import json
import random
import sys
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from benchmarks.perturbed import WAYS, Pages
from benchmarks.scoring import match
from corpus.contract import record_json
from corpus.lexicon import load_lexicon
from corpus.records import Record
from extract.content import read_content
from extract.cover import parse_cover
from extract.doubts import features_of
from extract.kinds import kind_of
from extract.pdf import Facts, open_pdf
from extract.records import read_records
from models.language import Language
from models.roles import Features

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = (ROOT / "corpus" / "sample", ROOT / "tests" / "golden" / "layouts")
EXAMPLES = ROOT / "models" / "shipped" / "records.examples.jsonl"
AS_IT_IS = "as it is"
_MOST_OF_TYPE = (
    12  # examples of one type from one version of a document: a table of clauses is no more than a list of goals
)


@dataclass(frozen=True, slots=True)
class Judged:
    """A record with what speaks for it, and whether the gold holds it."""

    document: str
    version: str
    record: Record
    features: Features
    is_right: bool


def judged(folder: Path, ways: Sequence[str] = ()) -> Iterator[Judged]:
    """All records that are read from a folder's documents, as they are and in harder versions.

    Args:
        folder: PDFs with gold beside them; those that are pictures are left out.
        ways: names of `benchmarks.perturbed.WAYS`.
    """
    language, lexicon = Language(), load_lexicon()
    for path in sorted(folder.glob("*.gold.json")):
        pdf = path.with_name(path.name.replace(".gold.json", ".pdf"))
        if not pdf.exists() or pdf.stem.startswith("scan-"):
            continue
        gold = json.loads(path.read_text(encoding="utf-8"))["records"]
        with open_pdf(pdf.read_bytes()) as file:
            facts, pages = file.facts(), list(file.pages())
        for version in (AS_IT_IS, *ways):
            dice = random.Random(zlib.crc32(f"{pdf.stem} {version}".encode()))
            changed = pages if version == AS_IT_IS else WAYS[version](pages, dice)
            yield from _of_version(pdf.stem, version, facts, changed, gold, language, lexicon)


def _of_version(
    document: str, version: str, facts: Facts, pages: Pages, gold: Any, language: Language, lexicon: Any
) -> Iterator[Judged]:
    content = read_content(facts, pages)
    cover = parse_cover(content)
    kind = kind_of(cover, content)
    records, _ = read_records(kind, content, cover, document, language, lexicon, judged=False)
    right = {position for _, position in match([record_json(r) for r in records], gold)}
    for position, features in enumerate(features_of(kind, records, content)):
        yield Judged(document, version, records[position], features, position in right)


# --- examples ------------------------------------------------------------------------------------------------------


def write_examples(path: Path = EXAMPLES) -> None:
    """Write the examples that the model learns from, of each version of a document a few of each type."""
    lines = []
    for folder in FOLDERS:
        for found in _sampled(judged(folder, tuple(WAYS))):
            told = {name: round(value, 2) for name, value in sorted(found.features.items())}
            row = {
                "document": found.document,
                "version": found.version,
                "label": "right" if found.is_right else "wrong",
            }
            lines.append(json.dumps({**row, "features": told}, ensure_ascii=False))
            print(f"\r{len(lines)} examples, {found.document}, {found.version}      ", end="", file=sys.stderr)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(file=sys.stderr)


def _sampled(found: Iterable[Judged]) -> Iterator[Judged]:
    """At most so many of a type from a version, drawn with a seed."""
    held: dict[tuple[str, str, str], list[Judged]] = {}
    for one in found:
        held.setdefault((one.document, one.version, one.record.type), []).append(one)
    for key, group in held.items():
        dice = random.Random(zlib.crc32(" ".join(key).encode()))
        dice.shuffle(group)
        yield from group[:_MOST_OF_TYPE]


# --- reliability ---------------------------------------------------------------------------------------------------


def reliability(
    scored: Sequence[tuple[float, bool]], edges: Sequence[float] = (0, 0.5, 0.7, 0.8, 0.9, 0.95, 1.01)
) -> list[Any]:
    """A row for each range of confidence: from, to, records, mean confidence, share that is right; empty ranges left out."""
    rows = []
    for low, high in pairwise(edges):
        part = [(p, right) for p, right in scored if low <= p < high]
        if part:
            mean = sum(p for p, _ in part) / len(part)
            rows.append((low, min(high, 1.0), len(part), mean, sum(right for _, right in part) / len(part)))
    return rows


if __name__ == "__main__":
    write_examples()
