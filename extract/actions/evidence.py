"""What a label and the values under it tell of the field that they are: features for the model of fields."""

import math
import re
from collections.abc import Mapping, Sequence

from corpus.lexicon import Lexicon
from extract.actions.goal_numbers import goal_number_at
from extract.actions.names import fields, pattern
from extract.actors import actors_of
from extract.dates import date_of, period_of
from extract.profile import plain
from extract.values import is_empty
from models.words import stems

_MOST = 24  # values that are looked at
_MONEY = re.compile(r"\b(?:EUR|€|grant|budget|fund(?:ed|ing|s)?|resources|costs?|ISF|finan\w+)\b|€", re.IGNORECASE)
_STATUS = re.compile(
    r"^(?:new|continued|ongoing|on-?going|on hold|completed|planned|withdrawn|deleted|started|running|closed)\b",
    re.IGNORECASE,
)
_BASELINE = re.compile(r"\b(?:baseline|target|indicator)\b", re.IGNORECASE)
_SENTENCE = re.compile(r"[.!?](?:\s|$)")


def evidence(label: str, values: Sequence[str], lexicon: Lexicon, *, hide_label: bool = False) -> dict[str, float]:
    """Features of a column or of the values that one label has in all forms.

    Args:
        label: as printed.
        values: the cells below or beside it, empty ones included.
        lexicon: word lists.
        hide_label: as if nothing were printed above; used in training, so that values are learnt too.
    """
    found = dict(_of_values([v for v in values if v][:_MOST], lexicon))
    found["empty"] = sum(not v for v in values) / max(1, len(values))
    if not hide_label and label:
        found |= _of_label(label)
    return found


def _of_label(label: str) -> dict[str, float]:
    found: dict[str, float] = {}
    exact = fields().exact(label)
    if exact is not None:
        found[f"is {exact}"] = 1.0
    own = set(stems(label))
    for field, likeness in _likeness(own).items():
        found[f"like {field}"] = likeness
    for stem in own:
        found[f"says {stem}"] = 1.0
    found["label words"] = min(8, len(label.split())) / 8
    return found


def _likeness(own: set[str]) -> dict[str, float]:
    """How much of a label's stems a field's names share, at best."""
    found: dict[str, float] = {}
    for name, field in fields().fields.items():
        other = set(stems(name))
        shared = len(own & other)
        if shared:
            found[field] = max(found.get(field, 0.0), shared / len(own | other))
    return found


def _of_values(values: Sequence[str], lexicon: Lexicon) -> Mapping[str, float]:
    if not values:
        return {}
    shares: dict[str, float] = {}

    def share(name: str, count: int) -> None:
        shares[name] = count / len(values)

    actors = [actors_of(v, lexicon) for v in values]
    known = [_known(a, lexicon) for a in actors]
    words = [len(v.split()) for v in values]
    share("action number", sum(bool(pattern("action_number").fullmatch(v)) for v in values))
    share("goal number", sum(goal_number_at(v) is not None and len(v) < 30 for v in values))
    share("date", sum(date_of(v) is not None for v in values))
    share("period", sum(period_of(v) != (None, None) and date_of(v) is None for v in values))
    share("one actor", sum(len(a) == 1 and k for a, k in zip(actors, known, strict=True)))
    share("two or three actors", sum(2 <= len(a) <= 3 and k for a, k in zip(actors, known, strict=True)))
    share("many actors", sum(len(a) > 3 and k for a, k in zip(actors, known, strict=True)))
    share("money", sum(bool(_MONEY.search(v)) for v in values))
    share("status", sum(bool(_STATUS.match(v)) for v in values))
    share("baseline", sum(bool(_BASELINE.search(v)) for v in values))
    share("nothing", sum(is_empty(v) for v in values))
    share("sentence", sum(n >= 7 and bool(_SENTENCE.search(v)) for v, n in zip(values, words, strict=True)))
    share("short phrase", sum(2 <= n <= 8 and not _SENTENCE.search(v) for v, n in zip(values, words, strict=True)))
    share("list", sum(";" in v or "•" in v or bool(re.match(r"[-–•]\s|\(?[a1][.)]\s", v)) for v in values))
    share("capital", sum(v[:1].isupper() for v in values))
    share("digit", sum(v[:1].isdigit() for v in values))
    shares["words"] = min(60.0, sum(words) / len(words)) / 60
    shares["log words"] = math.log1p(sum(words) / len(words)) / 4
    shares["distinct"] = len({plain(v) for v in values}) / len(values)
    return shares


def _known(actors: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether most of a list are states and bodies that the lists know."""
    sure = sum(lexicon.state_by_code(a) is not None or lexicon.body(a) is not None for a in actors)
    return bool(actors) and sure >= 0.6 * len(actors)
