"""An action and a clause to numbers: meaning, words, crime areas.

A clause is judged in its aim's context: a rider is read behind its core. Term weights are fitted once and shipped with
the model, so that a probability does not change when the corpus grows.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt

from corpus.lexicon import Area, Lexicon, fold
from models.encoder import Encoder
from models.words import stems

Matrix = npt.NDArray[np.float64]

NAMES = (
    "meaning_in_context",
    "meaning_alone",
    "meaning_of_core",
    "meaning_of_best_sentence",
    "words_of_clause_shared",
    "words_cosine",
    "words_distinct_shared",
    "areas_shared",
    "areas_in_conflict",
    "is_rider",
    "general_support",
    "meaning_times_words",
)

_GENERAL = frozenset(
    "meeting meetings coordination coordinate report reports reporting website budget calendar template templates "
    "monitoring workspace administration administrative progress secretariat directory newsletter minutes agenda".split()
)


@dataclass(frozen=True, slots=True)
class ClauseText:
    """A clause with what it is read in: the core of its aim (its own text for a core), and the labels above it."""

    text: str
    core: str
    labels: tuple[str, ...] = ()
    is_rider: bool = False

    @property
    def in_context(self) -> str:
        head = ". ".join(self.labels)
        body = f"{self.core}: {self.text}" if self.is_rider else self.text
        return f"{head}. {body}" if head else body


@dataclass(frozen=True, slots=True)
class ActionText:
    """An action: its title and its description."""

    title: str
    text: str

    @property
    def whole(self) -> str:
        return f"{self.title}. {self.text}" if self.title and self.title != self.text else self.text

    @property
    def sentences(self) -> tuple[str, ...]:
        """The title and the parts of the description that can stand alone."""
        parts = [p.strip() for p in re.split(r"(?<=[.;])\s+|,\s+and\s+", self.text) if len(p.split()) > 3]
        return (self.title, *parts) if self.title else tuple(parts or [self.text])


@dataclass(frozen=True)
class TermWeights:
    """Inverse document frequencies of word stems, fitted on plans and aims; unseen stems weigh as the rarest."""

    weights: Mapping[str, float]
    unseen: float

    @classmethod
    def fit(cls, texts: Iterable[str]) -> "TermWeights":
        counts: Counter[str] = Counter()
        total = 0
        for text in texts:
            counts.update(set(stems(text)))
            total += 1
        weights = {term: round(math.log((1 + total) / (1 + n)) + 1, 4) for term, n in sorted(counts.items()) if n > 1}
        return cls(weights, round(math.log((1 + total) / 2) + 1, 4))

    def of(self, term: str) -> float:
        return self.weights.get(term, self.unseen)


def areas_of(text: str, lexicon: Lexicon) -> dict[str, float]:
    """The crime areas whose words a text holds, with how many of them: a label counts 2, a word 1, a false one -2.

    Singular and plural are one word. A word within a longer one of the same area is not counted again.
    """
    plain = _plain(text)
    found: dict[str, float] = {}
    for area in lexicon.areas:
        count, rest = 0.0, plain
        for phrase, weight in _phrases(area):
            if phrase in rest:
                count += weight
                rest = rest.replace(phrase, " | ")
        if count > 0:
            found[area.id] = count
    return found


@cache
def _phrases(area: Area) -> tuple[tuple[str, float], ...]:
    """What is looked for, the longest first."""
    kinds = ((area.words, 1.0), (area.labels, 2.0), (area.false, -2.0))
    weights = {_plain(phrase): weight for phrases, weight in kinds for phrase in phrases}
    return tuple(sorted(weights.items(), key=lambda item: (-len(item[0]), item[0])))


def _plain(text: str) -> str:
    """Words without number, and signs that part clauses, with a space on both sides of each; hyphens part words."""
    words = " ".join(_without_number(word) for word in re.findall(r"[^\W_]+|[.,;:!?()]", fold(text)))
    return f" {words} "


def _without_number(word: str) -> str:
    """What singular and plural of a regular noun have in common (after the S-stemmer of Harman 1991).

    >>> [_without_number(w) for w in ("cigarettes", "factories", "boxes", "networks", "cannabis", "access")]
    ['cigarette', 'factory', 'box', 'network', 'cannabis', 'access']
    """
    if len(word) <= 3 or word.endswith(("ss", "us", "is")):
        return word
    word = word.removesuffix("s")
    if word.endswith("ie"):
        return f"{word[:-2]}y"
    return word[:-1] if word.endswith(("se", "xe", "ze", "che", "she")) else word


def pair_features(
    actions: Sequence[ActionText],
    clauses: Sequence[ClauseText],
    *,
    encoder: Encoder,
    weights: TermWeights,
    lexicon: Lexicon,
) -> Matrix:
    """Features of every pair: shape (actions, clauses, len(NAMES)), float64."""
    if not actions or not clauses:
        return np.zeros((len(actions), len(clauses), len(NAMES)))
    whole = encoder.encode([a.whole for a in actions])
    in_context = encoder.encode([c.in_context for c in clauses])
    alone = encoder.encode([c.text for c in clauses])
    core = encoder.encode([c.core for c in clauses])
    context_cosine = whole @ in_context.T
    alone_cosine = whole @ alone.T
    features = np.zeros((len(actions), len(clauses), len(NAMES)))
    features[:, :, 0] = context_cosine
    features[:, :, 1] = alone_cosine
    features[:, :, 2] = whole @ core.T
    features[:, :, 3] = _best_sentences(actions, encoder, alone)
    _add_words(features, actions, clauses, weights)
    _add_areas(features, actions, clauses, lexicon)
    features[:, :, 9] = np.array([float(c.is_rider) for c in clauses])[None, :]
    features[:, :, 10] = np.array([_generality(a) for a in actions])[:, None]
    features[:, :, 11] = features[:, :, 0] * features[:, :, 6]
    return features


def _best_sentences(actions: Sequence[ActionText], encoder: Encoder, clauses: npt.NDArray[np.float32]) -> Matrix:
    owners: list[int] = []
    texts: list[str] = []
    for position, action in enumerate(actions):
        for sentence in action.sentences:
            owners.append(position)
            texts.append(sentence)
    cosines = encoder.encode(texts) @ clauses.T
    best = np.full((len(actions), clauses.shape[0]), -1.0)
    for row, owner in enumerate(owners):
        best[owner] = np.maximum(best[owner], cosines[row])
    return best


def _add_words(
    features: Matrix, actions: Sequence[ActionText], clauses: Sequence[ClauseText], weights: TermWeights
) -> None:
    action_terms = [Counter(stems(a.whole)) for a in actions]
    postings: dict[str, list[int]] = {}
    for position, counted in enumerate(action_terms):
        for term in counted:
            postings.setdefault(term, []).append(position)
    norms = np.array([math.sqrt(sum(weights.of(t) ** 2 for t in counted)) or 1.0 for counted in action_terms])
    for column, clause in enumerate(clauses):
        own = set(stems(clause.text))
        distinct = own - set(stems(clause.core)) if clause.is_rider else own
        distinct = distinct or own
        total = sum(weights.of(t) for t in own) or 1.0
        total_distinct = sum(weights.of(t) for t in distinct) or 1.0
        norm = math.sqrt(sum(weights.of(t) ** 2 for t in own)) or 1.0
        for term in own:
            rows = postings.get(term)
            if rows:
                weight = weights.of(term)
                features[rows, column, 4] += weight / total
                features[rows, column, 5] += weight**2 / norm
                if term in distinct:
                    features[rows, column, 6] += weight / total_distinct
    features[:, :, 5] /= norms[:, None]


def _add_areas(
    features: Matrix, actions: Sequence[ActionText], clauses: Sequence[ClauseText], lexicon: Lexicon
) -> None:
    """Shared areas, and areas of both that do not meet: trafficking of drugs is not of persons."""
    action_areas = [areas_of(a.whole, lexicon) for a in actions]
    clause_areas = [areas_of(c.in_context, lexicon) for c in clauses]
    for row, of_action in enumerate(action_areas):
        for column, of_clause in enumerate(clause_areas):
            shared = of_action.keys() & of_clause.keys()
            if shared:
                features[row, column, 7] = sum(min(of_action[k], of_clause[k]) for k in shared) / (
                    1 + sum(of_clause.values())
                )
            elif of_action and of_clause:
                features[row, column, 8] = 1.0


def _generality(action: ActionText) -> float:
    """How much an action is about running the plan: share of its words that speak of meetings, reports and the like."""
    words = re.findall(r"[a-z]+", action.whole.casefold())
    return sum(w in _GENERAL for w in words) / max(1, len(words)) * 10
