"""Headings whose parts stand below each other made one: a label and its title, a title that breaks."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from corpus.geometry import hull
from corpus.pages import Block, Role, Table
from extract.labels import is_label_alone, label_at
from extract.laid import laid
from extract.lines import Spelling
from extract.styles import Style, style_of

_MOST_SPACE = 3.2  # between the parts of one heading, in sizes of its type
_UNFINISHED = (",", " of", " on", " the", " and", " –")


def put_together(items: Sequence[Block | Table], spelling: Spelling) -> list[Block | Table]:
    """The flow with the parts of each heading made one block.

    A heading that is one of a series ("Goal SG 1: …", "Goal SG 3: …") is no part of the label above it.
    """
    series = Counter(_shape(item.text) for item in items if isinstance(item, Block) and item.role is Role.HEADING)
    out: list[Block | Table] = []
    for item in items:
        last = out[-1] if out else None
        if isinstance(item, Block) and isinstance(last, Block) and _goes_with(last, item):
            shape = _shape(item.text)
            if not (shape and series[shape] > 1 and is_label_alone(last.text)):
                lines = (*last.lines, *item.lines)
                box = hull((last.box, item.box))
                out[-1] = replace(last, text=laid(lines, spelling).text, lines=lines, box=box)
                continue
        out.append(item)
    return out


def _goes_with(one: Block, two: Block) -> bool:
    """Whether two headings are parts of one."""
    if one.role is not Role.HEADING or two.role is not Role.HEADING or one.page != two.page:
        return False
    style, other = style_of(one), style_of(two)
    space = two.box.top - one.box.bottom
    if not -2.0 <= space <= _MOST_SPACE * style.size_pt or two.marker is not None or label_at(two.text) is not None:
        return False
    if is_label_alone(one.text) and len(one.lines) == 1:
        return not _without_letters(style).stands_out_from(_without_letters(other))
    alike = not style.stands_out_from(other) and not other.stands_out_from(style)
    alike = alike or (style.size_pt, style.bold, style.italic) == (other.size_pt, other.bold, other.italic)
    return alike and (two.text[:1].islower() or one.text.rstrip().endswith(_UNFINISHED))


def _without_letters(style: Style) -> Style:
    """A style but for how its letters are written: a label in capitals goes with a title in small letters."""
    return replace(style, capitals=False, underlined=False)


def _shape(text: str) -> str:
    """The words before a number with which a heading begins, its number masked; empty where it begins without one."""
    match = re.match(r"(?:[^\W\d]+\s+){1,3}\d+(?:\.\d+)*(?=[\s:.–-])", text)
    return re.sub(r"\d+", "#", match.group()) if match else ""
