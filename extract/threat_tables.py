"""Threats in tables: a row a threat, its label beside its assessment; bands across for crime areas."""

import re
from collections.abc import Iterator, Sequence
from statistics import median

from corpus.pages import Cell, Table
from extract.content import Content
from extract.drafts import Draft
from extract.laid import LaidText

_LEAST_ROWS = 3
_LEAST_WORDS = 25  # of an assessment, in most rows
_LONGEST_LABEL = 14  # words
_NUMBER = re.compile(r"(?:(?P<code>[A-Z]{1,2} ?\d{1,2})|(?P<number>\d{1,2}(?:\.\d{1,2})*))[.):]?\s+(?=[A-Z])")


def read_threat_table(table: Table, content: Content) -> list[Draft]:
    """The threats of a table in order, those below a band with its area as parent; none where it tells of other things.

    A table of threats has a column of short labels and, right of it, one of prose. What its other cells say (level, trend)
    is no part of an assessment.
    """
    columns = _columns(table, content)
    if columns is None:
        return []
    return list(_drafts(table, columns, content))


def _columns(table: Table, content: Content) -> tuple[int, int] | None:
    """The column of labels and that of assessments."""
    found: dict[int, list[int]] = {}
    for cell in table.cells:
        if cell.column_span < table.columns and cell.lines:
            found.setdefault(cell.column, []).append(len(content.read(cell.lines).text.split()))
    prose = max(found, key=lambda column: median(found[column]), default=None)
    if prose is None or prose == 0 or sum(n >= _LEAST_WORDS for n in found[prose]) < _LEAST_ROWS:
        return None
    labels = next((c for c in range(prose - 1, -1, -1) if c in found), None)
    if labels is None or max(found[labels]) > _LONGEST_LABEL or median(found[prose]) < _LEAST_WORDS:
        return None
    return labels, prose


def _drafts(table: Table, columns: tuple[int, int], content: Content) -> Iterator[Draft]:
    labels, prose = columns
    area: Draft | None = None
    for cell in sorted(table.cells, key=lambda c: (c.row, c.column)):
        if not cell.lines:
            continue
        if cell.column_span == table.columns:
            area = _area(content.read(cell.lines))
            if area is not None:
                yield area
        elif cell.column == labels:
            beside = [c for c in table.cells if c.column == prose and c.lines and _same_rows(c, cell)]
            if beside and len(content.read(beside[0].lines).text.split()) >= 2 and not _heads(cell, beside, content):
                yield _threat(content.read(cell.lines), [content.read(c.lines) for c in beside], area)


def _same_rows(one: Cell, two: Cell) -> bool:
    return two.row <= one.row < two.row + two.row_span


def _heads(label: Cell, beside: Sequence[Cell], content: Content) -> bool:
    """Whether a row names columns and no threat: nothing in it is longer than a label."""
    return label.row == 0 and all(len(content.read(c.lines).text.split()) < _LEAST_WORDS // 3 for c in beside)


def _threat(label: LaidText, texts: Sequence[LaidText], area: Draft | None) -> Draft:
    number, bare = _parted(label)
    return Draft(
        "threat",
        " ".join(text.text for text in texts),
        tuple(span for text in texts for span in text.spans()),
        number=number,
        title=bare.text,
        parent=area,
    )


def _area(read: LaidText) -> Draft | None:
    """A band: its first words in another type, or its first line, are the label; what follows is the assessment. None for a
    band that is a heading of the table and says nothing."""
    style = read.words[0].word.font if read.words else None
    end = next((p.start for p in read.words if p.word.font != style), None)
    if end is None:
        return None
    number, label = _parted(read.sliced(0, end))
    body = read.sliced(end, len(read.text))
    return Draft("threat", body.text, body.spans(), number=number, title=label.text)


def _parted(label: LaidText) -> tuple[str | None, LaidText]:
    """The number of a label, and the label without it."""
    match = _NUMBER.match(label.text)
    bare = label.sliced(match.end() if match else 0, len(label.text.rstrip(" .:–—-")))
    return (match["code"] or match["number"]) if match else None, bare
