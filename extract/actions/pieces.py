"""Labels and values in text: pieces that a label names, whatever sets the two apart.

A label runs into its value ("**Leader:** ES. **Participants:** …"), stands left of it ("Leader      ES"), or above it, in
another type, perhaps several side by side. What no label names is text of its own.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from corpus.geometry import hull
from corpus.pages import Block, Line, Role, Word
from extract.actions.names import LONGEST_LABEL, Labels, action_at_start, goal_at_start
from extract.content import Content
from extract.laid import LaidText
from extract.lines import words_text
from extract.outline import goes_on
from extract.unruled import segments

_INDENT_PT = 40.0  # how far a value's further lines may be indented
_ASIDE = 1.0  # of the type's size: the least white space between a label and the value beside it


@dataclass(frozen=True, slots=True)
class Piece:
    """One value with the field that its label names; `field` is None for text without a label.

    `stands_out`: it is set as a heading, or bold.
    """

    field: str | None
    text: LaidText
    stands_out: bool = False


# --- labels within text --------------------------------------------------------------------------------------------


def split_labels(text: LaidText, labels: Labels) -> list[Piece]:
    """A text cut at the labels that run into it."""
    starts = list(_labels(text, labels))
    pieces: list[Piece] = []
    head = text.sliced(0, starts[0][0] if starts else len(text.text))
    if head.text:
        pieces.append(Piece(None, head))
    for position, (_, end, field) in enumerate(starts):
        stop = starts[position + 1][0] if position + 1 < len(starts) else len(text.text)
        pieces.append(Piece(field, _without_stop(text.sliced(end, stop), field)))
    return pieces


def _without_stop(value: LaidText, field: str) -> LaidText:
    """A value without the full stop that parts it from the next label; sentences keep theirs."""
    if field == "description" or not value.text.endswith("."):
        return value
    return value.sliced(0, len(value.text) - 1)


def _labels(text: LaidText, labels: Labels) -> Iterator[tuple[int, int, str]]:
    """Labels as (start, end, field): known names before a colon, or set apart by their type."""
    at = 0
    for number, placed in enumerate(text.words):
        if placed.start < at:
            continue
        before = text.words[number - 1] if number else None
        apart = before is None or before.line != placed.line or before.word.text.endswith((".", ";", ":"))
        styled = before is not None and _style(before.word) != _style(placed.word)
        if not (apart or styled):
            continue
        found = _label_at(text, number, labels)
        on_a_line = before is None or before.line != placed.line
        if found is not None and (found[1] != "other" or styled or on_a_line):  # "…; target: 12" is no label
            yield placed.start, found[0], found[1]
            at = found[0]


def _label_at(text: LaidText, number: int, labels: Labels) -> tuple[int, str] | None:
    """The label that begins with a word: where it ends, and its field."""
    start = text.words[number].start
    colon = re.match(rf"[^:;•]{{2,{LONGEST_LABEL}}}?\s?:(?!\S)", text.text[start:])
    if colon is not None:
        field = labels.field(colon.group())
        if field is not None:
            return start + colon.end(), field
    style = _style(text.words[number].word)
    end = number
    while end < len(text.words) and _style(text.words[end].word) == style:
        end += 1
    if end == len(text.words) or style == (False, False):
        return None
    stop = text.words[end - 1].end
    field = labels.field(text.text[start:stop])
    return (stop, field) if field is not None else None


def _style(word: Word) -> tuple[bool, bool]:
    return word.font.bold, word.font.italic


# --- labels beside and above ---------------------------------------------------------------------------------------


class _Reading:
    """Goes through lines from top to bottom and keeps what was labelled last."""

    def __init__(self, content: Content, labels: Labels) -> None:
        self._content = content
        self._labels = labels
        self._columns: list[tuple[float, str]] = []  # labels above: where they begin, and their fields
        self._values: dict[str, list[Line]] = {}
        self._value_x: float | None = None  # labels at the left: where their values begin
        self._text: list[Line] = []
        self._stands_out = False

    def pieces(self, blocks: Sequence[Block]) -> Iterator[Piece]:
        lines = [line for block in blocks for line in block.lines]
        following = {id(one): two for one, two in zip_longest(lines, lines[1:])}
        last: Block | None = None
        for block in blocks:
            if self._text and not (last is not None and goes_on(last, block, self._content.read(self._text))):
                yield from self._flush()
            self._stands_out, last = block.role in (Role.HEADING, Role.TITLE), block
            for line in block.lines:
                yield from self._line(line, following[id(line)])
        yield from self._flush()

    def _line(self, line: Line, following: Line | None) -> Iterator[Piece]:
        parts = segments(line, _ASIDE)
        names = [self._labels.field(words_text(words)) for words in parts]
        if all(names) and (len(names) > 1 or _is_lone_label(line, following)):
            yield from self._flush()
            self._columns = [(words[0].box.x0, name) for words, name in zip(parts, names, strict=True) if name]
            self._values = {name: [] for name in names if name}
            return
        if names[0] and len(parts) > 1 and not words_text(parts[0]).endswith(":"):
            yield from self._flush()
            self._value_x = parts[1][0].box.x0
            self._columns = [(self._value_x, names[0])]
            self._values = {names[0]: [_cut(line, [w for words in parts[1:] for w in words])]}
            return
        if self._columns and self._belongs(line):
            for words in parts if len(self._columns) > 1 else [list(line.words)]:
                field = self._column(words[0].box.x0)
                self._values[field].append(_cut(line, words))
            return
        if self._columns:
            yield from self._flush()
        begins = goal_at_start(words_text(line.words)) or action_at_start(words_text(line.words))
        if self._text and begins:
            yield from self._flush()
        self._text.append(line)

    def _belongs(self, line: Line) -> bool:
        """Whether a line goes on with the values of the labels above or at the left."""
        if self._value_x is not None:
            return -4 <= line.box.x0 - self._value_x <= _INDENT_PT
        values = [value for lines in self._values.values() for value in lines]
        if not values:
            return line.box.x0 >= self._columns[0][0] - 4
        text = words_text(line.words)
        differs = line.bold != values[-1].bold or line.size_pt > 1.05 * values[-1].size_pt
        begins = action_at_start(text) or goal_at_start(text)
        return line.box.x0 >= self._columns[0][0] - 4 and not (differs and (begins or self._stands_out))

    def _column(self, x: float) -> str:
        left = [name for start, name in self._columns if start <= x + 4]
        return left[-1] if left else self._columns[0][1]

    def _flush(self) -> Iterator[Piece]:
        for field, lines in self._values.items():
            if lines:
                yield Piece(field, self._content.read(lines))
        self._columns, self._values, self._value_x = [], {}, None
        if self._text:
            text = self._content.read(self._text)
            self._text = []
            pieces = split_labels(text, self._labels)
            if self._stands_out and pieces[0].field is None:
                pieces = [Piece(None, text, stands_out=True)]
            yield from pieces


def read_pieces(blocks: Sequence[Block], content: Content, labels: Labels) -> Iterator[Piece]:
    """The blocks between two tables as labelled and unlabelled pieces, in order."""
    return _Reading(content, labels).pieces(blocks)


def _is_lone_label(line: Line, following: Line | None) -> bool:
    """Whether a line that is a label alone has its value below: it is set otherwise than what follows it."""
    text = words_text(line.words)
    if following is None or not text[:1].isupper() or text.endswith("."):
        return False
    first, then = line.words[0], following.words[0]
    return (
        _style(first) != _style(then)
        or abs(line.size_pt - following.size_pt) > 0.08 * line.size_pt
        or first.font.color != then.font.color
        or (text.isupper() and not words_text(following.words).isupper())
    )


def _cut(line: Line, words: Sequence[Word]) -> Line:
    """A part of a line."""
    return Line(line.page, tuple(words), hull(w.box for w in words))
