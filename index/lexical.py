"""Words: a Tantivy index of stems, headings and exact codes.

BM25 weighs a word by how many passages hold it, so one index over everything would let scores tell what a reader may not
see. A generation holds one index per marking that occurs, each over what that marking's readers may see.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import tantivy

from corpus.errors import GenerationError
from models.words import analyzer, stems

_ANALYZER = "words"
_HEAP = 64_000_000


@dataclass(frozen=True, slots=True)
class Entry:
    """What the word index knows of one passage. `codes` are its own numbers, `mentions` those that it refers to."""

    row: int
    body: str
    head: str
    codes: tuple[str, ...] = ()
    mentions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Terms:
    """A query as the word index takes it: words, words that widen it (counted less), exact codes, words to leave out."""

    words: str = ""
    widened: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    without: tuple[str, ...] = ()


@cache
def _schema() -> "tantivy.Schema":
    builder = tantivy.SchemaBuilder()
    builder.add_unsigned_field("row", stored=True, indexed=True, fast=True)
    builder.add_text_field("body", tokenizer_name=_ANALYZER)
    builder.add_text_field("head", tokenizer_name=_ANALYZER)
    builder.add_text_field("code", tokenizer_name="raw")
    builder.add_text_field("mention", tokenizer_name="raw")
    return builder.build()


class LexicalIndex:
    """Rows to words."""

    def __init__(self, inner: "tantivy.Index") -> None:
        inner.register_tokenizer(_ANALYZER, analyzer())
        self._inner = inner
        self._searcher = inner.searcher()

    @classmethod
    def build(cls, folder: Path, entries: Iterable[Entry]) -> "LexicalIndex":
        """Write all entries into a new folder, in one segment and in order: the same entries give the same ranking."""
        folder.mkdir(parents=True)
        inner = tantivy.Index(_schema(), path=str(folder))
        inner.register_tokenizer(_ANALYZER, analyzer())
        writer = inner.writer(heap_size=_HEAP, num_threads=1)
        for entry in entries:
            document = tantivy.Document()
            document.add_unsigned("row", entry.row)
            document.add_text("body", entry.body)
            document.add_text("head", entry.head)
            for code in entry.codes:
                document.add_text("code", code)
            for code in entry.mentions:
                document.add_text("mention", code)
            writer.add_document(document)
        writer.commit()
        writer.wait_merging_threads()
        inner.reload()
        return cls(inner)

    @classmethod
    def read(cls, folder: Path) -> "LexicalIndex":
        """Raises GenerationError where the folder is missing or torn."""
        try:
            return cls(tantivy.Index.open(str(folder)))
        except ValueError as exc:
            raise GenerationError(f"{folder}: can't be read.", remedy="Run: aimtrace doctor --repair") from exc

    def __len__(self) -> int:
        return int(self._searcher.num_docs)

    def search(self, terms: Terms, limit: int) -> list[tuple[int, float]]:
        """(row, BM25 score), best first; equal ones by row."""
        query = self._query(terms)
        if query is None or limit <= 0:
            return []
        parts = [(tantivy.Occur.Must, query)]
        for word in terms.without:
            parts += [
                (tantivy.Occur.MustNot, tantivy.Query.term_query(_schema(), field, stem))
                for stem in stems(word)
                for field in ("body", "head")
            ]
        found = self._searcher.search(tantivy.Query.boolean_query(parts), limit=limit)
        hits = [(int(self._searcher.doc(address)["row"][0]), float(score)) for score, address in found.hits]
        return sorted(hits, key=lambda pair: (-pair[1], pair[0]))

    def with_codes(self, codes: Sequence[str], limit: int) -> set[int]:
        """Rows whose own number is one of these codes."""
        if not codes:
            return set()
        any_of = tantivy.Query.boolean_query(
            [(tantivy.Occur.Should, tantivy.Query.term_query(_schema(), "code", code)) for code in codes]
        )
        found = self._searcher.search(any_of, limit=limit)
        return {int(self._searcher.doc(address)["row"][0]) for _, address in found.hits}

    def _query(self, terms: Terms) -> "tantivy.Query | None":
        should = tantivy.Occur.Should
        parts: list[tuple[tantivy.Occur, tantivy.Query]] = []
        for stem in dict.fromkeys(stems(terms.words)):
            parts.append((should, self._either(stem, 1.0)))
        for stem in dict.fromkeys(s for text in terms.widened for s in stems(text)):
            parts.append((should, self._either(stem, 0.5)))
        for code in terms.codes:
            parts.append((should, _boosted(tantivy.Query.term_query(_schema(), "code", code), 12.0)))
            parts.append((should, _boosted(tantivy.Query.term_query(_schema(), "mention", code), 3.0)))
        return tantivy.Query.boolean_query(parts) if parts else None

    @staticmethod
    def _either(stem: str, weight: float) -> "tantivy.Query":
        """A stem in the text itself, or, for less, in its headings."""
        schema = _schema()
        return tantivy.Query.disjunction_max_query(
            [
                _boosted(tantivy.Query.term_query(schema, "body", stem), weight),
                _boosted(tantivy.Query.term_query(schema, "head", stem), 0.6 * weight),
            ],
            tie_breaker=0.2,
        )


def _boosted(query: "tantivy.Query", weight: float) -> "tantivy.Query":
    return query if weight == 1.0 else tantivy.Query.boost_query(query, weight)


def highlights(text: str, words: Sequence[str]) -> tuple[tuple[int, int], ...]:
    """Where words of the query stand in a text, by stem: offsets, end exclusive."""
    wanted = set(words)
    if not wanted:
        return ()
    return tuple(m.span() for m in re.finditer(r"[^\W_]+", text) if set(stems(m.group())) & wanted)
