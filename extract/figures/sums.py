"""Totals and their parts: where they do not add up a reader is told, and nothing is mended."""

import re
from collections.abc import Sequence

from corpus.geometry import Box
from corpus.pages import Cell
from corpus.records import Notice
from extract.figures.paper import Paper
from extract.laid import LaidText
from extract.numbers import Quantity
from extract.profile import load_profile


def adds_up(total: Quantity, parts: Sequence[Quantity]) -> bool:
    """Whether parts make up a total. Counts do so exactly; what is rounded may be off by half its last digit, each."""
    numbers = (total, *parts)
    is_exact = all(q.step == 1.0 and q.unit is None for q in numbers)
    slack = 0.5 if is_exact else 0.51 * sum(q.step for q in numbers)
    return abs(total.value - sum(q.value for q in parts)) < slack


def check_sentence(paper: Paper, read: LaidText, found: Sequence[Quantity]) -> None:
    """Notice where a total and its parts in one sentence do not add up: "655 914 checks, which includes 516 153 persons, …"."""
    for position, total in enumerate(found[:-2]):
        parts = found[position + 1 :]
        is_rounded = any(q.unit != total.unit or q.qualifier or q.high for q in (total, *parts))
        between = read.text[total.end : parts[0].from_]
        if is_rounded or total.value <= max(q.value for q in parts):
            continue
        is_among = _says("among", between) or read.text[: total.from_].casefold().endswith("of the ")
        if not is_among and not _says("whole", between):
            continue
        added = sum(q.value for q in parts)
        if added > total.value if is_among else not adds_up(total, parts):
            span = read.spans()[0]
            _notice(paper, total, parts, span.page, span.box)
        return


def _says(key: str, text: str) -> bool:
    return any(re.search(pattern, text, re.IGNORECASE) for pattern in load_profile("results")["sums"][key])


def check_column(paper: Paper, cell: Cell, total: Quantity, parts: Sequence[Quantity]) -> None:
    """Notice where the last row of a table does not hold the sum of those above."""
    alike = [q for q in parts if q.unit == total.unit]
    is_partial = any(q.qualifier or q.high for q in (total, *parts)) or len(alike) != len(parts)
    if len(alike) >= 2 and not is_partial and total.unit != "%" and not adds_up(total, alike):
        _notice(paper, total, alike, cell.parts[0].page, cell.parts[0].box)


def _notice(paper: Paper, total: Quantity, parts: Sequence[Quantity], page: int, box: Box | None) -> None:
    stated, added = (f"{value:,.10g}".replace(",", " ") for value in (total.value, sum(q.value for q in parts)))
    message = f"The stated total is {stated}, but its parts add up to {added}."
    paper.notices.append(Notice("sum_differs", message, page, box))
