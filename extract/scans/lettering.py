"""A line that was read to words: where their ink begins and ends, on which base line it stands, in which size it is set.

The engine says which letters stand where, roughly; the ink says exactly.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from statistics import median

import numpy as np
import numpy.typing as npt

from corpus.geometry import Box
from corpus.pages import Font, Word
from extract.render import Picture
from extract.scans.ink import Ink
from extract.scans.letters import Letter, ReadLine

FONT = "OCR"  # the name of the font of words that were read off a picture
DESCENT = 0.22  # of the size: how far a word's box reaches below its base line
_ASCENT = 0.95  # and above it

_DOWN = frozenset("gjpqyQJçşţķļņŗ()[]{}|/\\@§$&")  # letters that may reach below the base line
_LOW = frozenset("acegmnopqrsuvwxyzçşņŗαγεικνοπρστυχω")  # letters without ascenders
_BETWEEN = frozenset("tij")  # neither as high as capitals nor as low as an x
_NO_HEIGHT = frozenset("-–—·•.,;:'\"’‘“”…*°_=~+<>^`´¨")
_SPECK, _APART = 0.2, 0.4  # of a line's height: no letter is as small; of a wide gap: dust stands as far from letters
_DUST, _STANDS_OFF = frozenset(".,'`·"), 1.5  # a point so many times as far off as a word is none
_CLOSING = frozenset(".,;:!?)]}%’”")
_CAP_SHARE, _LOW_SHARE = 0.69, 0.48  # of the size; means of Times, Arial, Calibri, Garamond
_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_LOWERED = str.maketrans(_RAISED, "0123456789")
_MARK_STANDS, _MARK_HEIGHT = (
    0.2,
    0.6,
)  # of the size: how far the mark of a footnote stands above the line, and its height
_WORD_GAP = 0.165  # of a line's height: letters parted by more white may be two words


def words_of(line: ReadLine, picture: Picture, ink: Ink) -> Iterator[Word]:
    """A line as words, from left to right."""
    if line.angle:
        yield from _turned_words(line, picture)
        return
    left, top, right, bottom = (max(0, round(edge)) for edge in line.box)
    strip = ink[top:bottom, left:right]
    if not strip.size:
        return
    base, size = _base_and_size(line.letters, strip, left)
    high, low = top + base - _ASCENT * size, top + base + DESCENT * size
    font = Font(FONT, round(size / picture.y_scale, 2))
    for letters, x0, x1 in _parted(line.letters, strip, left):
        marks = _marks(letters, (round(x0) - left, round(x1) - left), strip, left, base - _MARK_STANDS * size)
        parts = [[letters[n] for n in part] for _, part in groupby(range(len(letters)), key=marks.__getitem__)]
        edges = [x0, *((one[-1].x + two[0].x) / 2 for one, two in pairwise(parts)), x1]
        is_mark = marks[0]
        for number, (part, (start, end)) in enumerate(zip(parts, pairwise(edges), strict=True)):
            foot = high + _MARK_HEIGHT * size if is_mark else low
            box = Box(start / picture.x_scale, high / picture.y_scale, end / picture.x_scale, foot / picture.y_scale)
            text = "".join(letter.text for letter in part).translate(_LOWERED)
            yield Word(text, box.rounded(), font, is_mark=is_mark, glued=number > 0)
            is_mark = not is_mark


def _marks(letters: Sequence[Letter], ends: tuple[int, int], strip: Ink, left: int, highest: float) -> list[bool]:
    """Which letters of a word are the mark of a footnote: digits beside letters that were read as raised ones, or whose ink
    ends above a row of the strip. `ends` are the columns of the strip between which the word's ink stands."""
    if not any(letter.text.isalpha() for letter in letters):
        return [False] * len(letters)
    reach = max(2, round(0.06 * strip.shape[0]))

    def is_raised(position: int) -> bool:
        letter = letters[position]
        if not letter.text.isdigit() or letter.text in _RAISED:
            return letter.text in _RAISED
        column = round(letter.x) - left  # a narrow letter at an end is easily placed beyond its ink
        if position in (0, len(letters) - 1):
            column = ends[0] + reach if position == 0 else ends[1] - reach
        found = _extent(np.any(strip[:, max(0, column - reach) : column + reach], axis=1))
        return found is not None and found[1] <= highest

    return [is_raised(position) for position in range(len(letters))]


def _parted(letters: Sequence[Letter], strip: Ink, left: int) -> Iterator[tuple[Sequence[Letter], float, float]]:
    """The words of an upright line, with where their ink begins and ends: parted where white space was read, and where the
    ink leaves as much white."""
    columns = strip.sum(axis=0) >= 2  # a speck of dust is no letter
    height, width = strip.shape
    held = np.flatnonzero(columns)
    least, most = (int(held[0]), int(held[-1])) if held.size else (0, width)
    middles = [min(max(letter.x - left, least), most) for letter in letters]  # the last is easily placed beyond its ink
    gaps = [_widest_gap(columns, a, b) for a, b in pairwise(middles)]
    within = [gap for (gap, _), letter in zip(gaps, letters[1:], strict=True) if not letter.spaced]
    wide = max(_WORD_GAP * height, 2.5 * median(within) if within else 0.0)
    groups: list[list[Letter]] = [[letters[0]]]
    edges = [0]
    for position, letter in enumerate(letters[1:]):
        gap, middle = gaps[position]
        if letter.text in _DUST and gap >= _STANDS_OFF * wide:
            continue
        if letter.spaced:
            middle = _meant(letters, gaps, position, wide)
        elif gap < wide or letter.text in _CLOSING or _is_spaced_beside(letters, gaps, position):
            groups[-1].append(letter)
            continue
        groups.append([letter])
        edges.append(max(edges[-1], middle))
    for group, start, end in zip(groups, edges, [*edges[1:], width], strict=True):
        found = _inked(strip[:, start:end], columns[start:end], wide)
        if found is not None:
            yield group, left + start + found[0], left + start + found[1]
        else:
            yield group, group[0].x - 0.2 * height, group[-1].x + 0.2 * height


def _inked(strip: Ink, columns: Ink, wide: float) -> tuple[int, int] | None:
    """From where to where there is ink, dust that stands off at either end left out."""
    held = np.flatnonzero(columns)
    if not held.size:
        return None
    runs = np.split(held, np.flatnonzero(np.diff(held) > 1) + 1)
    while len(runs) > 1 and runs[1][0] - runs[0][-1] > _APART * wide and _is_dust(strip, runs[0]):
        runs = runs[1:]
    while len(runs) > 1 and runs[-1][0] - runs[-2][-1] > _APART * wide and _is_dust(strip, runs[-1]):
        runs = runs[:-1]
    return int(runs[0][0]), int(runs[-1][-1]) + 1


def _is_dust(strip: Ink, run: npt.NDArray[np.intp]) -> bool:
    ink = strip[:, run[0] : run[-1] + 1].any(axis=1)
    return max(int(run.size), int(ink.sum())) < _SPECK * int(strip.shape[0])


def _meant(letters: Sequence[Letter], gaps: Sequence[tuple[int, int]], position: int, wide: float) -> int:
    """Where the white is that was read as a space: the middle of a narrow letter is easily placed beyond it."""
    for other in (position - 1, position + 1):
        if 0 <= other < len(gaps) and not letters[other + 1].spaced and gaps[other][0] >= wide > gaps[position][0]:
            return gaps[other][1]
    return gaps[position][1]


def _is_spaced_beside(letters: Sequence[Letter], gaps: Sequence[tuple[int, int]], position: int) -> bool:
    """Whether the white before or after has been read as a space and is narrower: then it is this one that was meant."""
    return any(
        0 <= other < len(gaps) and letters[other + 1].spaced and gaps[other][0] < gaps[position][0]
        for other in (position - 1, position + 1)
    )


def _widest_gap(columns: Ink, a: float, b: float) -> tuple[int, int]:
    """The widest white between two letters' middles: how wide it is, and where its middle is."""
    low, high = max(0, round(a)), max(0, round(b))
    blank = np.flatnonzero(~columns[low:high])
    if not blank.size:
        return 0, (low + high) // 2
    widest = max(np.split(blank, np.flatnonzero(np.diff(blank) > 1) + 1), key=len)
    return len(widest), low + int(widest[0] + widest[-1] + 1) // 2


def _base_and_size(letters: Sequence[Letter], strip: Ink, left: int) -> tuple[float, float]:
    """On which row of a line's strip its letters stand, and in which size they are set, in pixels.

    Letters without descenders end on the base line; capitals, digits and ascenders reach up by the height of capitals,
    small letters by theirs.
    """
    height = strip.shape[0]
    narrow, wide = max(2, round(0.08 * height)), max(3, round(0.2 * height))
    bases: list[int] = []
    tops: dict[bool, list[int]] = {True: [], False: []}
    for position, letter in enumerate(letters):
        kind = letter.text[:1]
        if kind in _NO_HEIGHT:
            continue
        column = round(letter.x) - left
        company = letters[max(0, position - 1) : position + 2]
        # An ascender or a leg stands beside its letter's middle; a neighbor that stands deeper must not be looked at.
        reach = narrow if any(other.text[:1] in _DOWN for other in company) else wide
        near = _extent(np.any(strip[:, max(0, column - reach) : column + reach], axis=1))
        if near is not None and kind not in _DOWN:
            bases.append(near[1])
        reach = narrow if kind in _LOW else wide
        far = _extent(np.any(strip[:, max(0, column - reach) : column + reach], axis=1))
        if far is not None and kind not in _BETWEEN:
            tops[kind in _LOW].append(far[0])
    base = float(median(bases)) if bases else 0.75 * height
    if len(tops[False]) >= max(1, len(letters) // 10):
        high = sorted(tops[False])[len(tops[False]) // 4]  # an ascender that was missed looks low
        size = (base - high) / _CAP_SHARE
    elif tops[True]:
        size = (base - median(tops[True])) / _LOW_SHARE
    else:
        size = 0.7 * height
    return base, min(max(size, 0.4 * height), 1.2 * height)


def _extent(rows: npt.NDArray[np.bool_]) -> tuple[int, int] | None:
    """From where to where there is ink, without what reaches in from the lines above and below."""
    held = np.flatnonzero(rows)
    if not held.size:
        return None
    runs = np.split(held, np.flatnonzero(np.diff(held) > 1) + 1)
    own = [run for run in runs if run[0] > 0 and run[-1] < rows.size - 1]
    longest = max(runs, key=len)
    if not own or len(longest) > 2 * max(len(run) for run in own):
        own = [longest]
    return int(own[0][0]), int(own[-1][-1]) + 1


def _turned_words(line: ReadLine, picture: Picture) -> Iterator[Word]:
    """The words of a line that is not upright: parts of it, in the order of writing."""
    (ax, ay), (bx, by), _, (dx, dy) = line.corners
    groups: list[list[Letter]] = []
    for letter in line.letters:
        if letter.spaced or not groups:
            groups.append([])
        groups[-1].append(letter)
    height = float(np.hypot(dx - ax, dy - ay))
    size = round(0.75 * height / picture.y_scale, 2)
    edges = [0.0, *((one[-1].x + two[0].x) / 2 for one, two in pairwise(groups)), 1.0]
    for letters, (left, right) in zip(groups, pairwise(edges), strict=True):
        points = [
            (ax + (bx - ax) * share + (dx - ax) * down, ay + (by - ay) * share + (dy - ay) * down)
            for share in (left, right)
            for down in (0.0, 1.0)
        ]
        xs, ys = [x / picture.x_scale for x, _ in points], [y / picture.y_scale for _, y in points]
        text = "".join(letter.text for letter in letters)
        yield Word(text, Box(min(xs), min(ys), max(xs), max(ys)).rounded(), Font(FONT, size), line.angle)
