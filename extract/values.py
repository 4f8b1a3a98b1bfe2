"""Lists in cells, and cells that say nothing."""

import re
from collections.abc import Iterable
from functools import cache

from extract.laid import LaidText
from extract.profile import load_profile


@cache
def _empty_values() -> frozenset[str]:
    return frozenset(v.casefold() for v in load_profile("operational_action_plan")["empty"]["values"])


def is_empty(text: str) -> bool:
    """Whether a cell says that it says nothing: a dash, n/a, TBC."""
    return " ".join(text.split()).strip(" .()").casefold() in _empty_values() or not text.strip(" .–—-")


_BULLET = re.compile(r"(?:[•▪●○◦‣➢■□*·–—-]|\(?[a-z]\)|\(?\d{1,2}[.)])\s+")


def items_of(text: LaidText) -> tuple[str, ...]:
    """The items of a list in a cell: at bullets, numbers or letters where its lines have them, else at semicolons, else at
    lines that all begin like items."""
    starts = text.line_starts()
    marked = [start for start in starts if _BULLET.match(text.text, start)]
    if marked:
        ends = [*marked[1:], len(text.text)]
        head = [text.text[: marked[0]]]
        return _tidied(head + [_BULLET.sub("", text.text[a:b], count=1) for a, b in zip(marked, ends, strict=True)])
    for sign in (";", " | "):
        if sign in text.text:
            return _tidied(text.text.split(sign))
    if len(starts) > 1 and all(text.text[start].isupper() or text.text[start].isdigit() for start in starts):
        return _tidied([text.text[a:b] for a, b in zip(starts, [*starts[1:], len(text.text)], strict=True)])
    return _tidied([text.text])


def _tidied(items: Iterable[str]) -> tuple[str, ...]:
    out = []
    for item in items:
        tidy = " ".join(item.split()).strip(" ;,.")
        if tidy and not is_empty(tidy):
            out.append(tidy)
    return tuple(out)
