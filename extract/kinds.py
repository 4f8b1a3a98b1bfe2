"""Which kind of document it is: by its title first, then by what its headings and first pages say."""

import re
from collections.abc import Mapping
from functools import cache
from itertools import islice
from typing import Any

from corpus.pages import Role
from corpus.records import Kind
from extract.content import Content
from extract.cover import Cover
from extract.profile import load_profile

_TITLE_POINTS = 4
_BODY_POINTS = 1


def kind_of(cover: Cover, content: Content) -> Kind:
    """The kind that most speaks for; `web_page` where a page has no front matter of an official paper at all."""
    points = _points(cover, content)
    best = max(points, key=lambda kind: points[kind], default=None)
    least = int(load_profile("kinds")["least"])
    official = cover.has_labels or cover.reference is not None or cover.issuer is not None
    if not official and _is_web_page(content):
        return "web_page"
    if best is None or points[best] < least:
        return "other"
    return best


def _points(cover: Cover, content: Content) -> dict[Kind, int]:
    title = cover.title or ""
    body = [block.text for block in islice(content.blocks, 150)]
    headings = " \n ".join(b.text for b in content.blocks if b.role in (Role.HEADING, Role.TITLE))
    points: dict[Kind, int] = {}
    for kind, titles, bodies in _patterns():
        total = _TITLE_POINTS * any(pattern.search(title) for pattern in titles)
        for pattern in bodies:
            total += _BODY_POINTS * (any(pattern.search(text) for text in body) or bool(pattern.search(headings)))
        if total:
            points[kind] = total
    return points


@cache
def _patterns() -> tuple[tuple[Kind, tuple[re.Pattern[str], ...], tuple[re.Pattern[str], ...]], ...]:
    kinds: list[Mapping[str, Any]] = load_profile("kinds")["kind"]
    return tuple(
        (
            kind["name"],
            tuple(re.compile(p, re.IGNORECASE) for p in kind["title"]),
            tuple(re.compile(p, re.IGNORECASE if p.islower() else 0) for p in kind["body"]),
        )
        for kind in kinds
    )


def _is_web_page(content: Content) -> bool:
    """A page that a browser printed: its maker says so, or nothing of a front page stands on it."""
    producer = (content.facts.producer or "").lower()
    return "skia" in producer or "chrom" in producer or "wkhtml" in producer or "qt " in producer
