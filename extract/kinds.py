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
from extract.headers import profile_of
from extract.profile import load_profile

_TITLE_POINTS = 4
_BODY_POINTS = 1
_TABLE_POINTS = 6  # for a table whose columns are those of a kind


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
    told_by_tables = _told_by_tables(content)
    points: dict[Kind, int] = {}
    for kind, titles, bodies in _patterns():
        total = _TITLE_POINTS * any(pattern.search(title) for pattern in titles)
        for pattern in bodies:
            total += _BODY_POINTS * (any(pattern.search(text) for text in body) or bool(pattern.search(headings)))
        total += _TABLE_POINTS * (kind in told_by_tables)
        if total:
            points[kind] = total
    return points


def _told_by_tables(content: Content) -> set[str]:
    """Kinds whose columns the header of some table names."""
    found = set()
    for table in content.tables:
        for row in range(min(2, table.rows - 1)):
            texts = [content.read(cell.lines).text for cell in table.row(row) if cell.row == row]
            profile = profile_of(texts)
            if profile is not None:
                found.add(profile)
    return found


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
