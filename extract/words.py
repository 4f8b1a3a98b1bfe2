"""Letters of a page, in the order in which the file writes them, to words.

White space is only one of the signs that end a word: files leave it out, and write it where none is seen.
"""

import math
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto

from corpus.geometry import Box
from corpus.pages import Font, Rule, Word

_MERGES = 0.18  # a gap of less than this share of the size lies within a word, wherever no space is written
_TOUCHES = 0.06  # a space that PDFium made up is none where the letters around it come closer than this
_BACK = 0.6  # a step back by more than this share of the size begins a new word
_RAISED = 0.18  # a shift of the base line by more than this share of the size begins a new word
_NEXT_LINE = 0.75  # a shift by more than this share is white space
_SMALL = 0.82  # a raised word smaller than this share of its neighbour is a mark
_SIGNS = "*†‡§(),"  # beside digits, of the marks of notes


@dataclass(frozen=True, slots=True, eq=False)
class Run:
    """What the letters of text objects share that are set alike. `u` runs along the writing, `v` down from line to line.

    `high` and `low` are where its letters reach from the base line, in points upwards; `is_level`: they stand on one base line
    from left to right in the file, to the last digit; `content` is as in `Word`. `back` and `merges` are the steps in points
    between which the next letter goes on with a word.
    """

    font: Font
    high: float
    low: float
    angle: int
    cos: float
    sin: float
    is_level: bool
    content: int | None
    back: float
    merges: float


def run_of(font: Font, ascent: float, descent: float, angle: int, content: int | None, *, is_level: bool) -> Run:
    """A run in a font whose letters reach from `descent` to `ascent`, in shares of the size from the base line upwards."""
    size, radians = font.size_pt, math.radians(angle)
    cos, sin = (math.cos(radians), math.sin(radians)) if angle else (1.0, 0.0)
    return Run(font, ascent * size, descent * size, angle, cos, sin, is_level, content, -_BACK * size, _MERGES * size)


class Space(Enum):
    """White space between letters."""

    WRITTEN = auto()
    GUESSED = auto()  # PDFium made it up; whether there is any shows with the next letter


# Letters of one run that stand as close as those of a word: their text, their run, where the first begins and the last ends
# along u, their base line on v, where the last begins.
Stretch = tuple[str, Run, float, float, float, float]


def words_of(stretches: Iterable[Stretch | Space]) -> list[Word]:
    """Words in the order of the file."""
    words: list[Word] = []
    text: list[str] = []  # of the word at hand
    first: Run | None = None  # of its first letter
    u0 = u1 = v0 = 0.0
    last: tuple[Run | None, float, float] = (
        None,
        0.0,
        0.0,
    )  # of the last letter: its run, where it begins, its base line
    blank = True  # white space, or nothing, comes before the word at hand
    pending = False  # guessed white space follows the last letter
    sides: dict[tuple[Run, float], tuple[float, float]] = {}  # of level words of a run on a base line: top and bottom
    for stretch in stretches:
        if not isinstance(stretch, tuple):
            if stretch is Space.GUESSED:
                pending = True
            elif text and first is not None:
                words.append(_word(text, first, u0, u1, v0, sides, glued=not blank))
                text, blank = [], True
            continue
        signs, run, left, right, v, begin = stretch
        if text and first is not None and (run, left, v) != last:  # parts of one ligature share a box
            larger = max(first.font.size_pt, run.font.size_pt)
            step, shift = left - u1, abs(v - v0)
            parted = pending and abs(step) > _TOUCHES * larger
            far = step > _MERGES * larger
            if parted or far or step < -_BACK * larger or shift > _RAISED * larger or run.angle != first.angle:
                words.append(_word(text, first, u0, u1, v0, sides, glued=not blank))
                text, blank = [], parted or far or shift > _NEXT_LINE * larger
        pending = False
        if not text:
            first, u0, u1, v0 = run, left, right, v
        text.append(signs)
        u1, last = max(u1, right), (run, begin, v)
    if text and first is not None:
        words.append(_word(text, first, u0, u1, v0, sides, glued=not blank))
    return words


def _word(
    text: Sequence[str],
    run: Run,
    u0: float,
    u1: float,
    v: float,
    sides: dict[tuple[Run, float], tuple[float, float]],
    *,
    glued: bool,
) -> Word:
    """A word whose letters stand from `u0` to `u1` on the base line `v`."""
    if run.angle == 0:
        if (run, v) not in sides:
            sides[run, v] = round(v - run.high, 2), round(v - run.low, 2)
        top, bottom = sides[run, v]
        x0, x1 = (u0, u1) if u0 <= u1 else (u1, u0)
        box = Box(round(x0, 2), top, round(x1, 2), bottom)
    else:
        heights = v - run.high, v - run.low
        corners = [(u * run.cos - w * run.sin, u * run.sin + w * run.cos) for u in (u0, u1) for w in heights]
        xs, ys = [x for x, _ in corners], [y for _, y in corners]
        box = Box(min(xs), min(ys), max(xs), max(ys)).rounded()
    return Word("".join(text), box, run.font, run.angle, glued=glued, content=run.content)


def with_marks(words: Sequence[Word]) -> list[Word]:
    """Tell footnote marks: short, smaller than the word that they are glued to or beside, and raised over its base line."""
    out = list(words)
    for position, word in enumerate(words):
        if len(word.text) > 3 or word.angle or not all(c.isdigit() or c in _SIGNS for c in word.text):
            continue
        for other in (
            words[position - 1] if position else None,
            words[position + 1] if position + 1 < len(words) else None,
        ):
            if other is None or other.angle or other.font.size_pt * _SMALL < word.font.size_pt:
                continue
            beside = -2 <= word.box.x0 - other.box.x1 <= 4 or -2 <= other.box.x0 - word.box.x1 <= 4
            raised = word.box.bottom < other.box.bottom - 0.1 * other.font.size_pt
            level = word.box.overlap_y(other.box) > 0.3 * word.box.height
            if beside and raised and level:
                out[position] = replace(word, is_mark=True)
                break
    return out


def decorated(words: Sequence[Word], rules: Sequence[Rule]) -> list[Word]:
    """Tell words through whose middle a rule runs, and those below which one runs."""
    flat = sorted(
        (rule.box for rule in rules if rule.is_horizontal and rule.box.height <= 2), key=lambda box: box.center_y
    )
    heights = [box.center_y for box in flat]
    out = []
    for word in words:
        near = flat[bisect_left(heights, word.box.top) : bisect_left(heights, word.box.bottom)] if flat else ()
        beside = [box for box in near if not word.angle and box.overlap_x(word.box) >= 0.8 * word.box.width]
        if not beside:
            out.append(word)
            continue
        third, size = word.box.height / 3, word.font.size_pt
        low, high = word.box.top + 0.9 * third, word.box.bottom - 0.9 * third
        base = word.box.bottom - 0.25 * size  # the box reaches below the letters
        struck = any(low <= box.center_y <= high for box in beside)
        under = any(base - 0.04 * size <= box.center_y <= base + 0.2 * size for box in beside)
        out.append(replace(word, is_struck=struck, is_underlined=under) if struck or under else word)
    return out
