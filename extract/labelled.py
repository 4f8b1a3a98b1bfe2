"""Running text with labels: "Statement   To have …", "KPIs: …", or a label as a heading with its value below.

A label is one whose name a profile knows, as a whole. It stands left of its value, parted from it by white space; before it
with a colon; or alone above it.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from corpus.geometry import hull
from corpus.pages import Block, Line, Role, Word
from extract.content import Content
from extract.laid import LaidText
from extract.lines import line_text, words_text
from extract.outline import glued, goes_on
from extract.profile import Names
from extract.unruled import segments

_ASIDE = 0.9  # of the type's size: the least white space between a label and the value beside it
_LONGEST = 70  # letters of a label
_WIDE = 1.9  # of the type's size: a larger distance of two base lines parts paragraphs
_NUMBERED = frozenset({"kpis"})  # labels that may be counted: "KPI 2:"
_INDENT_PT = 40.0  # how far further lines of a value may stand in


@dataclass(frozen=True, slots=True)
class Labelled:
    """A stretch of text with the field that its label names, None where it has none.

    `page` and `top` say where it begins; `stands_out`: it is set as a heading, or bold. `is_item`: a list item. A label
    that stands alone has no text: what follows is its value; `label` is as it is printed.
    """

    field: str | None
    text: LaidText
    page: int
    top: float
    stands_out: bool = False
    is_item: bool = False
    label: str = ""


def labelled(
    blocks: Iterable[Block], content: Content, names: Names, *, in_brackets: bool = False
) -> Iterator[Labelled]:
    """Blocks of running text in order, cut at their labels; a paragraph that goes on over a page is one.

    Args:
        blocks: of running text, headings included.
        content: reads their lines.
        names: the labels.
        in_brackets: whether a label may also begin behind an opening bracket.
    """
    pending: tuple[Block, LaidText] | None = None
    for block in (part for whole in blocks for part in _cut_at_gaps(whole)):
        text = content.read(block.lines)
        if pending is not None and _alike(pending[0], block) and goes_on(pending[0], block, pending[1]):
            pending = (block, glued(pending[1], text, content.spelling))
            continue
        if pending is not None:
            yield from _inline(pending[1], pending[0], names, in_brackets)
            pending = None
        beside = list(_beside(block, content, names))
        if beside:
            yield from beside
            continue
        field = _field(text.text, names)
        if field is not None:
            yield Labelled(field, LaidText("", ()), block.page, block.box.top, stands_out=True, label=text.text)
            continue
        pending = (block, text)
    if pending is not None:
        yield from _inline(pending[1], pending[0], names, in_brackets)


def _cut_at_gaps(block: Block) -> list[Block]:
    """Short paragraphs that were taken for one, parted where a sentence ends before a wide gap."""
    pitches = [b.box.bottom - a.box.bottom for a, b in pairwise(block.lines)]
    usual = min(pitches, default=0.0) if len(pitches) > 1 else 0.0
    cuts = []
    for position, (above, below) in enumerate(pairwise(block.lines), start=1):
        pitch = pitches[position - 1]
        is_wide = pitch > (1.25 * usual if usual else _WIDE * above.size_pt) and pitch > 1.5 * above.size_pt
        ends = line_text(above).rstrip().endswith((".", "!", "?", ":"))
        if is_wide and ends and not line_text(below)[:1].islower():
            cuts.append(position)
    bounds = [0, *cuts, len(block.lines)]
    if not cuts:
        return [block]
    parts = [block.lines[a:b] for a, b in pairwise(bounds)]
    return [
        replace(
            block,
            lines=lines,
            box=hull(line.box for line in lines),
            text=" ".join(map(line_text, lines)),
            marker=block.marker if lines is parts[0] else None,
        )
        for lines in parts
    ]


def _alike(one: Block, two: Block) -> bool:
    """Whether two blocks are set in one size and weight."""
    a, b = one.lines[-1], two.lines[0]
    return abs(a.size_pt - b.size_pt) <= 0.06 * a.size_pt and (a.bold == b.bold or a.words[-1].font.bold == b.bold)


def _field(printed: str, names: Names) -> str | None:
    tidy = printed.strip(" :.–—-·")
    if not 0 < len(tidy) <= _LONGEST:
        return None
    numbered = names.exact(re.sub(r"(?<=[^\W\d_])\s+(?:no\.? ?)?\d{1,2}$", "", tidy))
    return names.exact(tidy) or (numbered if numbered in _NUMBERED else None)


# --- beside --------------------------------------------------------------------------------------------------------


def _beside(block: Block, content: Content, names: Names) -> Iterator[Labelled]:
    """The values of a block whose lines begin with labels at the left; nothing where none does."""
    found: list[tuple[str | None, float, list[Line]]] = []
    value_x: float | None = None
    for line in block.lines:
        parts = segments(line, _ASIDE)
        field = _field(words_text(parts[0]), names)
        if field is None and parts[0][0].font.bold:
            head = [word for word in line.words if word.font.bold]
            field = _field(words_text(head), names) if len(head) < len(line.words) else None
            parts = [head, list(line.words[len(head) :])] if field and not words_text(head).endswith(":") else parts
        if field is not None and len(parts) > 1:
            value = [word for words in parts[1:] for word in words]
            value_x = value[0].box.x0
            found.append((field, line.box.top, [_cut(line, value)]))
        elif found and value_x is not None and -4 <= line.box.x0 - value_x <= _INDENT_PT:
            found[-1][2].append(line)
        elif found:
            found.append((None, line.box.top, [line]))
            value_x = None
        else:
            return
    for field, top, lines in found:
        yield Labelled(field, content.read(lines), block.page, top)


def _cut(line: Line, words: list[Word]) -> Line:
    return Line(line.page, tuple(words), hull(word.box for word in words))


# --- run in --------------------------------------------------------------------------------------------------------


def _inline(text: LaidText, block: Block, names: Names, in_brackets: bool) -> Iterator[Labelled]:
    """A paragraph cut at the labels in it that end in a colon, or in their type."""
    starts = list(_labels(text, names, in_brackets))
    stands_out = block.role in (Role.HEADING, Role.TITLE) or all(p.word.font.bold for p in text.words)
    is_item = block.role is Role.LIST_ITEM or bool(block.marker)
    head = text.sliced(0, starts[0][0]) if starts else text
    if head.text:
        yield Labelled(None, head, block.page, block.box.top, stands_out, is_item)
    for position, (_, end, field) in enumerate(starts):
        stop = starts[position + 1][0] if position + 1 < len(starts) else len(text.text)
        yield Labelled(field, text.sliced(end, stop), block.page, block.box.top)


def _labels(text: LaidText, names: Names, in_brackets: bool) -> Iterator[tuple[int, int, str]]:
    """Start and end of labels in a text, with their fields: at its beginning, behind a stop or bracket, or in bold."""
    for colon in re.finditer(r"\s?:(?=\s|$)", text.text):
        before = text.text[: colon.start()]
        for match in reversed(list(re.finditer(r"(?:^|(?<=[\s(]))(?=\S)", before[-_LONGEST:]))):
            start = len(before) - len(before[-_LONGEST:]) + match.start()
            field = _field(before[start:], names)
            if field is not None and _may_begin(text, start, in_brackets):
                yield start, colon.end(), field
                break


def _may_begin(text: LaidText, start: int, in_brackets: bool) -> bool:
    """Whether a label may begin here: first in the text or its line, behind a stop, a bracket or white space, or in bold."""
    before = text.text[:start].rstrip()
    if not before or before[-1] in ".;|•·–—→" + ("([" if in_brackets else "") or start in text.line_starts():
        return True
    placed = [p for p in text.words if p.start <= start]
    if len(placed) < 2 or placed[-1].start != start:
        return False
    here, last = placed[-1].word, placed[-2].word
    gap = here.box.x0 - last.box.x1 > _ASIDE * here.font.size_pt
    return gap or (here.font.bold and not last.font.bold)
