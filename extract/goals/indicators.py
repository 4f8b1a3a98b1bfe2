"""Indicators of goals: their names, without baseline, target and other values."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from extract.laid import LaidText
from extract.profile import load_profile
from extract.sentences import sentences
from extract.values import is_empty

_BULLET = re.compile(r"^\s*(?:[•▪●○◦‣➢■□*·–—-]|\(?[a-z]\)|\(?[ivx]{1,4}\)|\(?\d{1,2}[.)])\s+")


@cache
def _patterns(name: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in load_profile("strategic_plan")["indicators"][name])


def indicator_name(text: str) -> str:
    """An indicator without its values.

    >>> indicator_name("badges withdrawn (baseline: 61; target: 500)")
    'badges withdrawn'
    """
    tidy = _BULLET.sub("", " ".join(text.split()), count=1)
    cuts = [match.start() for pattern in _patterns("values") if (match := pattern.search(tidy)) and match.start() > 3]
    return tidy[: min(cuts, default=len(tidy))].strip(" .;,:–—-")


def indicator_names(text: LaidText, *, in_row: bool = False) -> tuple[str, ...]:
    """The names of the indicators that a value lists: at bullets, semicolons, or one a line. `in_row`: a table's row holds
    one, whatever its lines look like."""
    return tuple(name for item in _items(text, in_row=in_row) if (name := indicator_name(item)) and not is_empty(name))


def _items(text: LaidText, *, in_row: bool) -> Iterator[str]:
    starts = list(text.line_starts())
    marked = [start for start in starts if _BULLET.match(text.text[start:])]
    if len(marked) > 1 or (marked and marked[0] > 0):
        bounds = [0, *(m for m in marked if m), len(text.text)]
        yield from (text.text[a:b] for a, b in pairwise(bounds))
        return
    parts = _split(text.text, ";")
    if len(parts) > 1:
        yield from parts
        return
    is_list = (
        not in_row and len(starts) > 1 and all(text.text[s].isupper() for s in starts) and "." not in text.text[:-1]
    )
    if is_list:
        bounds = [*starts, len(text.text)]
        yield from (text.text[a:b] for a, b in pairwise(bounds))
        return
    told = indicators_told(text.text)
    if len(told) > 1:
        yield from told
        return
    yield text.text


def _split(text: str, sign: str) -> list[str]:
    """A text cut at a sign outside brackets."""
    parts, depth, at = [], 0, 0
    for position, letter in enumerate(text):
        depth += (letter in "([") - (letter in ")]")
        if letter == sign and depth == 0:
            parts.append(text[at:position])
            at = position + 1
    return [part for part in (*parts, text[at:]) if part.strip(" .;")]


def indicators_told(text: str) -> tuple[str, ...]:
    """Indicators in sentences: with their values in brackets ("the number of teams (baseline: 61; target: 110)"), or behind
    words that tell them ("Progress is measured by the number of teams and the share of convictions.").
    """
    found: list[str] = []
    at = 0
    for match in _told().finditer(text):
        before = text[at : match.start()]
        at = match.end()
        stop = max((m.end() for m in re.finditer(r"[.;:]\s+", before)), default=0)
        found.append(_bare(before[stop:]))
    if not found:
        found = [_bare(name) for start, end in sentences(text) for name in _measured(text[start:end])]
    return tuple(name for name in found if name)


def _bare(name: str) -> str:
    """An indicator as its sentence names it, without the words that lead to it."""
    for pattern in _patterns("begins"):
        ends = [match.end() for match in pattern.finditer(name) if name[match.end() :].strip()]
        if ends:
            name = name[ends[-1] :]
            break
    name = re.sub(r"^(?:\W+|(?:and|by|as well as|or|of|the|to)\s+)+", "", name, flags=re.IGNORECASE)
    return name.strip(" .;,:–—-")


def _measured(sentence: str) -> list[str]:
    """What a sentence says that a goal is measured by."""
    lead = next((m for pattern in _patterns("measured") if (m := pattern.search(sentence))), None)
    if lead is None:
        return []
    return re.split(r",?\s+(?:and|as well as)\s+(?=the\b)|,\s+(?=the\b)|;\s*(?:and\s+)?", sentence[lead.end() :])


@cache
def _told() -> re.Pattern[str]:
    """Brackets that hold values of an indicator."""
    inner = "|".join(load_profile("strategic_plan")["indicators"]["told"])
    return re.compile(rf"\s*\((?:{inner})\)", re.IGNORECASE)
