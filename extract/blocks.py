"""Lines of one column to blocks: paragraphs, headings, points of lists, by distance, type, marks and indentation."""

import math
import re
from collections.abc import Sequence

from corpus.geometry import hull
from corpus.pages import Block, Line, Role
from extract.laid import laid
from extract.lines import Spelling, line_text

MARKER = re.compile(
    r"^(?P<mark>[•▪●○◦‣➢■□*·–—-]|o(?=\s)|\(?(?:\d{1,3}(?:[a-z]\d?)?|[a-z]{1,2}|[ivx]{1,5}|[A-Z])\)|\d{1,3}(?:\.\d{1,3}){0,3}\.?|\d{1,3}[a-z]\.|[a-zA-Z]\.|[IVX]{1,5}\.)(?=\s|$)"
)
_MARK_GAP = 0.6  # behind a list mark that is a bare number, in sizes of its type


def paragraphs(lines: Sequence[Line], spelling: Spelling, body_size: float) -> list[Block]:
    """Group the lines of one column into blocks, from top to bottom."""
    if not lines:
        return []
    left = min(line.box.x0 for line in lines)
    right = _right_edge(lines)
    bases = [_base(line) for line in lines]
    groups: list[list[Line]] = [[lines[0]]]
    least = math.inf  # distance of two lines of the group at hand
    for position in range(1, len(lines)):
        line, pitch = lines[position], bases[position] - bases[position - 1]
        usual: float | None = least if len(groups[-1]) > 1 else None
        if usual is None and position + 1 < len(lines):
            usual = _pitch_behind(line, lines[position + 1], bases[position + 1] - bases[position])
        if _begins(groups[-1], line, pitch, usual, right):
            groups.append([line])
            least = math.inf
        else:
            groups[-1].append(line)
            least = min(least, pitch)
    return [block_of(group, _role(group, body_size), spelling, left) for group in groups]


def _right_edge(lines: Sequence[Line]) -> float:
    ends = sorted(line.box.x1 for line in lines)
    return ends[int(0.9 * (len(ends) - 1))]


def _base(line: Line) -> float:
    """The base line's height, by the largest plain word."""
    return max((w.box.bottom for w in line.words if not w.is_mark), default=line.box.bottom)


def _begins(group: Sequence[Line], line: Line, pitch: float, usual: float | None, right: float) -> bool:
    """Whether `line` begins a new block after `group`.

    Args:
        group: the block so far.
        line: the next one.
        pitch: how far its base line is from the last one's.
        usual: the line distance that reigns here: that of the group, else that to the line that follows in the same type.
        right: the right edge of the column.
    """
    last = group[-1]
    size = max(last.size_pt, line.size_pt)
    if pitch > 2.3 * size or line.box.overlap_x(last.box) <= 0:
        return True
    if abs(last.size_pt - line.size_pt) > 0.08 * size:
        return True
    if last.bold != line.bold and not (_runs_in(last) or _runs_in(line)):
        return True
    room = last.box.x1 + 0.3 * size + line.words[0].box.width < right - 0.5 * size
    if last.bold and not _runs_in(last) and _runs_in(line) and room:
        return True  # a heading alone, and a paragraph that begins with a label
    if usual is not None and pitch > 1.22 * usual:
        return True
    ends_sentence = line_text(last).rstrip().endswith((".", ":", ";", "!", "?"))
    fits = last.box.x1 + 0.3 * size + line.words[0].box.width < right - 0.5 * size
    if marker_of(line):
        stops = ends_sentence or line_text(last).rstrip().endswith((",", " and", " or"))
        hangs = bool(marker_of(group[0])) and line.box.x0 > group[0].box.x0 + 6  # a wrapped line may begin with "14."
        if stops or fits or (not hangs and (bool(marker_of(group[0])) or line.box.x0 > last.box.x0 + 3)):
            return True
    if fits and ends_sentence and (line_text(line)[:1].isupper() or not line_text(line)[:1].isalpha()):
        return True
    outdented = len(group) > 1 and line.box.x0 < last.box.x0 - 6 and bool(marker_of(group[0]))
    if outdented and line.box.x0 < group[0].box.x0 + 3:
        return True
    indented = line.box.x0 > last.box.x0 + 8 and not marker_of(group[0]) and len(group) > 1
    return indented and ends_sentence


def _runs_in(line: Line) -> bool:
    """Whether a line holds bold and plain words: a label that runs into its text."""
    bold = [w.font.bold for w in line.words if any(c.isalnum() for c in w.text)]
    return any(bold) and not all(bold)


def _pitch_behind(line: Line, following: Line, step: float) -> float | None:
    """The distance to the line that follows, where it is set in the same type and not beside it."""
    alike = abs(following.size_pt - line.size_pt) < 0.08 * line.size_pt and following.bold == line.bold
    return step if alike and step > 0.8 * line.size_pt else None


def marker_of(line: Line) -> str | None:
    """The list mark with which a line begins."""
    match = MARKER.match(line_text(line))
    if match is None or (match.group("mark").isdigit() and not _stands_off(line)):
        return None
    return match.group("mark")


def _stands_off(line: Line) -> bool:
    """Whether more than word space follows the first word: a number without a sign is a list mark only then, for a line may
    begin with "12 September"."""
    first = line.words[0]
    return len(line.words) == 1 or line.words[1].box.x0 - first.box.x1 > _MARK_GAP * first.font.size_pt


def _role(lines: Sequence[Line], body_size: float) -> Role:
    """What the rules say of a block; the trained model of `models.roles` may know better."""
    text = " ".join(line_text(line) for line in lines)
    mark = marker_of(lines[0])
    larger = lines[0].size_pt > 1.12 * body_size
    bold = all(line.bold for line in lines)
    short = len(text) <= 160 and not text.rstrip().endswith((".", ";", ","))
    capitals = text.isupper() and len(text) > 3
    if short and (larger or bold or (capitals and len(lines) <= 4)) and any(c.isalpha() for c in text):
        return Role.HEADING
    return Role.LIST_ITEM if mark else Role.PARAGRAPH


def block_of(lines: Sequence[Line], role: Role, spelling: Spelling, left: float | None = None) -> Block:
    box = hull(line.box for line in lines).rounded()
    edge = box.x0 if left is None else left
    text = laid(lines, spelling).text
    return Block(0, lines[0].page, role, text, box, tuple(lines), marker=marker_of(lines[0]), left=edge)
