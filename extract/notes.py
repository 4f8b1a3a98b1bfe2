"""Footnotes at the foot of a column: below a short rule, or in smaller type, each with its mark."""

import re
from collections.abc import Sequence

from corpus.geometry import Box, hull
from corpus.pages import Line, Page, Rule

_FOOT = 0.35  # of the page's height: notes stand below
_SMALLER = 0.92  # of the body's size


def part_notes(
    lines: list[Line], page: Page, body_size: float, tables: Sequence[Box] = ()
) -> tuple[list[Line], list[list[Line]]]:
    """The lines of one column without its notes, and the lines of each note. The rules of `tables` part nothing."""
    limit = _below_rule(lines, page, body_size, tables)
    if limit is None:
        limit = _in_small_type(lines, page, body_size)
    if limit is None:
        return lines, []
    notes: list[list[Line]] = []
    for line in lines[limit:]:
        if not notes or starts_with_mark(line):
            notes.append([line])
        else:
            notes[-1].append(line)
    return lines[:limit], notes


def _below_rule(lines: Sequence[Line], page: Page, body_size: float, tables: Sequence[Box]) -> int | None:
    """Where notes begin below a short rule: the first line under it bears a mark, and none is larger than the body."""
    if not lines:
        return None
    column = hull(line.box for line in lines)
    found: list[int] = []
    for rule in page.rules:
        if any(table.grown(3).holds_center_of(rule.box) for table in tables):
            continue
        if not _may_part_notes(rule, page) or rule.box.x0 < column.x0 - 12 or rule.box.x0 > column.x1:
            continue
        if any(line.box.grown(1).holds_center_of(rule.box) for line in lines):  # it underlines a heading
            continue
        below = [n for n, line in enumerate(lines) if line.box.top >= rule.box.top - 2]
        if not below or not all(lines[n].size_pt <= body_size + 0.1 for n in below):
            continue
        if starts_with_mark(lines[below[0]]) and below[-1] == len(lines) - 1:
            found.append(below[0])
    return min(found, default=None)


def _may_part_notes(rule: Rule, page: Page) -> bool:
    box = rule.box
    return rule.is_horizontal and box.top > _FOOT * page.height and 25 <= box.width <= 0.45 * page.width


def _in_small_type(lines: Sequence[Line], page: Page, body_size: float) -> int | None:
    """Where notes without a rule begin: the last lines of the column, in smaller type, the first with a mark."""
    limit = None
    for position in range(len(lines) - 1, -1, -1):
        line = lines[position]
        if line.size_pt > _SMALLER * body_size or line.box.top < _FOOT * page.height:
            break
        if starts_with_mark(line) and len(line.words) > 1:
            limit = position
    return limit


def starts_with_mark(line: Line) -> bool:
    """Whether a line begins like a note: with a raised mark, a number or a sign."""
    first = line.words[0]
    return first.is_mark or bool(re.fullmatch(r"\d{1,3}[.)]?|[*†‡§]{1,3}|\(\d{1,3}\)", first.text))
