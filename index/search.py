"""Search: a query, both lists, one order, explained."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from corpus.lexicon import Lexicon
from corpus.records import Hit, Passage
from corpus.store import View
from index.fusion import MEANING_WEIGHT, Fused, fuse
from index.generation import Generation
from index.lexical import LexicalIndex, Terms, highlights
from index.query import Query, parse_query
from models.encoder import Encoder, Vectors
from models.words import stems

_DEPTH = 100  # how many of each list are looked at
_OWN_CODE = 1.0  # the score of what bears the number that is asked for, and of what refers to it at least
_REFERS_TO_CODE = 0.9
# Where both are missed nothing relevant is held. Of 12 questions on other subjects 1 is told apart so, of 80 answerable
# ones none is refused (make quality); the next step is a threshold that is learnt.
_RELEVANT_COSINE = 0.295
_RELEVANT_SHARE = 0.34


@dataclass(frozen=True, slots=True)
class Found:
    """The answer to a query: hits, best first. `nothing_relevant` says that what there is is not about it."""

    query: Query
    hits: tuple[Hit, ...]
    nothing_relevant: bool = False


def search(
    text: str,
    *,
    generation: Generation,
    view: View,
    encoder: Encoder,
    lexicon: Lexicon,
    limit: int = 10,
    show_all: bool = False,
    weight: float = MEANING_WEIGHT,
) -> Found:
    """Find what a query means or says, among what the view's reader may see.

    Args:
        text: what the user typed.
        generation: the derived index; its rows are filtered by the view's clearance before they are looked at.
        view: where passages are read; its clearance is the searcher's.
        limit: how many hits, at most.
        show_all: give the nearest hits also where nothing is thought relevant.
        weight: share of meaning against words.
    """
    query = parse_query(text, lexicon)
    if not query.text or len(generation) == 0:
        return Found(query, (), nothing_relevant=not query.text or len(generation) == 0)
    allowed = generation.allowed(view.clearance)
    vector = encoder.encode([query.meaning], query=True)[0]
    depth = max(_DEPTH, limit)
    meaning = generation.vectors.search(vector, depth, allowed)
    lexical = generation.words(view.clearance)
    words = lexical.search(query.terms, depth) if lexical else []
    fused = fuse(meaning, words, _cosines(generation, vector, meaning, words), weight)
    if lexical and query.codes:
        fused = _coded_first(query, fused, words, lexical)
    passages = view.passages.many([generation.passage(f.row) for f in fused[: 4 * limit]])
    hits = _hits(fused, passages, generation, limit)
    hits = tuple(_lit(hit, query, encoder, vector) for hit in hits)
    nothing = not _is_relevant(query, hits)
    return Found(query, () if nothing and not show_all else hits, nothing_relevant=nothing)


def _cosines(
    generation: Generation, vector: Vectors, meaning: Sequence[tuple[int, float]], words: Sequence[tuple[int, float]]
) -> dict[int, float]:
    """Cosines of rows that only the word list found."""
    missing = [row for row, _ in words if row not in {r for r, _ in meaning}]
    return {row: float(np.dot(generation.vectors.vector(row), vector)) for row in missing}


def _coded_first(
    query: Query, fused: list[Fused], words: Sequence[tuple[int, float]], lexical: LexicalIndex
) -> list[Fused]:
    """Passages that bear a number of the query, then those that refer to it, then the others.

    Where nothing but numbers is asked for and some are held, there are no others: what is only near to a number in meaning
    has nothing to do with it.
    """
    own = lexical.with_codes(query.codes, _DEPTH)
    coded = {row for row, _ in lexical.search(Terms(codes=query.codes), _DEPTH)}
    place = {row: position for position, (row, _) in enumerate(words)}
    first = [
        replace(entry, score=_OWN_CODE if entry.row in own else max(entry.score, _REFERS_TO_CODE))
        for entry in sorted(
            fused, key=lambda f: (f.row not in own, place.get(f.row, 0) if query.only_codes else -f.score, f.row)
        )
        if entry.row in coded
    ]
    if query.only_codes and first:
        return first
    return first + [
        replace(entry, score=min(entry.score, _REFERS_TO_CODE)) for entry in fused if entry.row not in coded
    ]


def _hits(fused: Sequence[Fused], passages: dict[str, Passage], generation: Generation, limit: int) -> tuple[Hit, ...]:
    hits: list[Hit] = []
    seen: set[str] = set()
    for entry in fused:
        passage = passages.get(generation.passage(entry.row))
        if passage is None:
            continue
        key = passage.record or passage.id
        if key in seen:
            continue
        seen.add(key)
        span = passage.spans[0] if passage.spans else None
        hits.append(
            Hit(
                passage=passage.id,
                document=passage.document,
                text=passage.text,
                score=entry.score,
                record=passage.record,
                type=passage.type,
                page=span.page if span else None,
                box=span.box if span else None,
                rank_meaning=entry.rank_meaning,
                rank_words=entry.rank_words,
                score_meaning=None if entry.meaning is None else round(entry.meaning, 4),
                score_words=None if entry.words is None else round(entry.words, 4),
            )
        )
        if len(hits) >= limit:
            break
    return tuple(hits)


def _lit(hit: Hit, query: Query, encoder: Encoder, vector: Vectors) -> Hit:
    """Add highlights and the reason: matching words, else the sentence that is nearest in meaning."""
    wanted = stems(" ".join((query.terms.words, *query.terms.widened)))
    lit = highlights(hit.text, wanted)
    if lit:
        words = list(dict.fromkeys(hit.text[a:b] for a, b in lit))[:4]
        reason = f"It says {_listed(words)}"
        reason += f"; {_ordinal(hit.rank_meaning)} by meaning." if hit.rank_meaning else "."
        return replace(hit, highlights=lit, why=reason)
    if query.codes and hit.score >= _REFERS_TO_CODE:
        bears = hit.score == _OWN_CODE
        reason = "It bears the number asked for." if bears else "It belongs to what bears the number asked for."
        return replace(hit, highlights=(), why=reason)
    reason = (
        f"It means something like it: {_ordinal(hit.rank_meaning)} by meaning."
        if hit.rank_meaning
        else "Its headings match."
    )
    return replace(hit, highlights=(_best_sentence(hit.text, encoder, vector),), why=reason)


def _best_sentence(text: str, encoder: Encoder, vector: Vectors) -> tuple[int, int]:
    spans = [m.span() for m in re.finditer(r"\S[^.;!?]*(?:[.;!?]+(?=\s|$)|$)", text)]
    if len(spans) <= 1:
        return 0, len(text)
    rows = encoder.encode([text[a:b] for a, b in spans])
    return spans[int(np.argmax(rows @ vector))]


def _is_relevant(query: Query, hits: Sequence[Hit]) -> bool:
    """Whether what was found is about the query: a code matches, or its best hit is near enough in meaning or words."""
    if not hits:
        return False
    if query.codes and any(hit.rank_words is not None for hit in hits[:1]):
        return True
    best = max((hit.score_meaning or 0.0 for hit in hits), default=0.0)
    wanted = set(stems(query.terms.words))
    share = max((len(wanted & set(stems(hit.text))) / len(wanted) for hit in hits), default=0.0) if wanted else 0.0
    return best >= _RELEVANT_COSINE or share >= _RELEVANT_SHARE


def _listed(words: Sequence[str]) -> str:
    quoted = [f"“{word}”" for word in words]
    return quoted[0] if len(quoted) == 1 else ", ".join(quoted[:-1]) + " and " + quoted[-1]


def _ordinal(rank: int | None) -> str:
    if rank is None:
        return "not among the nearest"
    suffix = "th" if 10 <= rank % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(rank % 10, "th")
    return f"{rank}{suffix}"
