"""Which kind of document it is: by its title first, then by what its headings and first pages say."""

import re
from collections.abc import Mapping
from functools import cache
from itertools import islice
from typing import Any

from corpus.pages import Block, Role
from corpus.records import Kind
from extract.content import Content
from extract.cover import Cover
from extract.headers import profile_of
from extract.lines import words_text
from extract.numbers import bare_quantity, quantities
from extract.profile import load_profile
from extract.styles import body_style
from extract.unruled import segments

_TITLE_POINTS = 4
_HEAD_POINTS = 6  # a title says first what its paper is: "Results of the operational action plans"
_BODY_POINTS = 1
_Patterns = tuple[re.Pattern[str], ...]
_TELLING: tuple[Kind, ...] = ("results", "evaluation", "strategic_plan")
_NUMBER_POINTS = ((5, 3), (3, 2))  # for results, where so many numbers stand out by themselves
_NUMBER_WORDS = 6
_FIRST_PAGES = 3
_TABLE_POINTS = 6  # for a table whose columns are those of a kind


def kind_of(cover: Cover, content: Content) -> Kind:
    """The kind that most speaks for; `web_page` where a page has no front matter of an official paper at all."""
    points = _points(cover, content)
    best = max(points, key=lambda kind: points[kind], default=None)
    least = int(load_profile("kinds")["least"])
    official = cover.has_labels or cover.reference is not None or cover.issuer is not None
    is_told = best in _TELLING and points[best] >= _TITLE_POINTS  # such a sheet is itself, whoever printed it
    if not official and not is_told and _is_web_page(content):
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
    for kind, titles, bodies, heads in _patterns():
        total = _TITLE_POINTS * any(pattern.search(title) for pattern in titles)
        total += _HEAD_POINTS * any(pattern.match(title) for pattern in heads)
        for pattern in bodies:
            total += _BODY_POINTS * (bool(pattern.search(headings)) or any(pattern.search(text) for text in body))
        total += _TABLE_POINTS * (kind in told_by_tables)
        total += _number_points(content) if kind == "results" else 0
        if total:
            points[kind] = total
    return points


def _number_points(content: Content) -> int:
    count = _numbers_that_stand_out(content)
    return next((points for least, points in _NUMBER_POINTS if count >= least), 0)


def _numbers_that_stand_out(content: Content) -> int:
    """How many numbers stand apart in large type on the first pages, as on a sheet of results, or begin a list item."""
    body = body_style(content.blocks)
    count = 0
    for block in content.blocks:
        if block.page > _FIRST_PAGES:
            break
        count += _begins_with_result(block)
        for line in block.lines:
            for words in segments(line):
                first = words[0].font.size_pt
                large = [word for word in words if word.font.size_pt > 0.9 * first]  # "**4 312** suspects arrested"
                if first > 1.2 * body.size_pt and len(large) <= _NUMBER_WORDS:
                    quantity = bare_quantity(words_text(large))
                    count += quantity is not None and (quantity.value >= 100 or quantity.unit is not None)
    return count


def _begins_with_result(block: Block) -> bool:
    """Whether a bullet is followed by a count: "• 13 871 arrests"."""
    if block.role is not Role.LIST_ITEM or block.marker is None or block.marker[:1].isalnum():
        return False
    first = next(iter(quantities(block.text)), None)
    return first is not None and first.from_ <= len(block.marker) + 1 and (first.value >= 100 or first.unit is not None)


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
def _patterns() -> tuple[tuple[Kind, _Patterns, _Patterns, _Patterns], ...]:
    kinds: list[Mapping[str, Any]] = load_profile("kinds")["kind"]
    return tuple(
        (
            kind["name"],
            tuple(re.compile(p, re.IGNORECASE) for p in kind["title"]),
            tuple(re.compile(p, re.IGNORECASE if p.islower() else 0) for p in kind["body"]),
            tuple(re.compile(p, re.IGNORECASE) for p in kind.get("head", ())),
        )
        for kind in kinds
    )


def _is_web_page(content: Content) -> bool:
    """A page that a browser printed: its maker says so, or nothing of a front page stands on it."""
    producer = (content.facts.producer or "").lower()
    return "skia" in producer or "chrom" in producer or "wkhtml" in producer or "qt " in producer
