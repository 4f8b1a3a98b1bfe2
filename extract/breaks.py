"""Where an author broke lines: a line ends although the next word would still have fitted into it."""

import re
from collections.abc import Sequence
from itertools import pairwise

from corpus.pages import Cell, Line
from extract.lines import line_text

_SPACE = 0.3  # of the type's size
_SLACK = 0.4
_SHORT = 0.6  # of the width: two lines that are shorter are two entries
_BULLETS = "•▪●○◦‣➢■□–—→➔►▶"
_PAIR = re.compile(r"[^:]{2,40}: \S")
_WIDER = 1.35  # than the usual distance of lines: a paragraph ends


def paragraphs_in(lines: Sequence[Line], width: float | None = None) -> list[list[Line]]:
    """The lines of a cell or box as the paragraphs that its author made.

    A line that begins in lower case begins one only where all lines are short: then it is a list of one entry a line.

    Args:
        lines: from top to bottom, in one column.
        width: how wide a line may be, in points; that of the widest line if None.
    """
    if not lines:
        return []
    room = max([line.box.width for line in lines]) if width is None else width
    fits = [_would_fit(one, two, room) for one, two in pairwise(lines)]
    is_short = max(line.box.width for line in lines) < _SHORT * room
    is_list = all(fits) and (len(lines) > 2 or is_short)
    if _are_pairs(lines):
        fits = [bool(_PAIR.match(line_text(line))) or fits[at] for at, line in enumerate(lines[1:])]
    out: list[list[Line]] = [[lines[0]]]
    for position, line in enumerate(lines[1:]):
        above = lines[position]
        begins = not line_text(line)[:1].islower() or is_list or line_text(above).rstrip().endswith((";", "."))
        if (fits[position] and begins) or _starts_anew(lines, position + 1):
            out.append([line])
        else:
            out[-1].append(line)
    return out


def room_in(cell: Cell) -> float | None:
    """How wide a line of a cell may be: the cell without its margins; None where it runs over a page or holds nothing."""
    if len(cell.parts) != 1 or not cell.lines:
        return None
    box = cell.parts[0].box
    inset = max(0.0, min(line.box.x0 for line in cell.lines) - box.x0)
    return max(box.width - 2 * inset, max(line.box.width for line in cell.lines))


def _are_pairs(lines: Sequence[Line]) -> bool:
    """Whether nearly all lines are a label with its value: "Arrests: 21"."""
    pairs = sum(bool(_PAIR.match(line_text(line))) for line in lines)
    return pairs >= 2 and pairs >= 0.6 * len(lines)


def _would_fit(line: Line, following: Line, room: float) -> bool:
    if following.page != line.page:
        return False
    size = line.size_pt
    return line.box.width + _SPACE * size + following.words[0].box.width + _SLACK * size < room


def _starts_anew(lines: Sequence[Line], at: int) -> bool:
    """Whether a line begins with a bullet, in other type, or below a wider gap."""
    above, line = lines[at - 1], lines[at]
    if line_text(line)[:1] in _BULLETS:
        return True
    if line.page != above.page:
        return False
    is_other = abs(line.size_pt - above.size_pt) > 0.08 * above.size_pt or _all_bold(line) != _all_bold(above)
    if is_other and not (_any_bold(line) and _any_bold(above) and not (_all_bold(line) and _all_bold(above))):
        return True
    pitches = [b.box.bottom - a.box.bottom for a, b in pairwise(lines) if a.page == b.page]
    usual = min((pitch for pitch in pitches if pitch > 0.5 * line.size_pt), default=0.0)
    return 0 < _WIDER * usual < line.box.bottom - above.box.bottom


def _all_bold(line: Line) -> bool:
    return all(word.font.bold for word in line.words)


def _any_bold(line: Line) -> bool:
    return any(word.font.bold for word in line.words)
