"""Pages without usable text: their picture to words with boxes and rules, as if they had been typed.

A page is straightened first, so that layout and tables work on it as on any other; `Page.turn` leads back to the page
as displayed. The engine says which letters stand where, roughly; the ink says exactly where words begin and end, on
which base line they stand, and in which size and weight they are set.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

import numpy as np

from corpus.geometry import Box, Turn
from corpus.pages import Font, Rule, Word
from extract.engines import Engine, Letter, ReadLine
from extract.render import Picture
from extract.scans import Ink, find_ink, find_rules, skew_of, turned, without

FONT = "OCR"  # the name of the font of words that were read off a picture

_DOWN = frozenset("gjpqyQJçşţķļņŗ()[]{}|/\\@§$&")  # letters that may reach below the base line
_LOW = frozenset("acegmnopqrsuvwxyzçşņŗαγεικνοπρστυχω")  # letters without ascenders
_NO_HEIGHT = frozenset("-–—·•.,;:'\"’‘“”…*°_=~+<>^`´¨")
_CAP_SHARE, _LOW_SHARE = 0.69, 0.48  # of the size; means of Times, Arial, Calibri, Garamond
_ASCENT, _DESCENT = 0.95, 0.22  # of the size: how far a word's box reaches above and below its base line
_WORD_GAP = 0.15  # of the line's height: letters parted by more white may be two words
_SAME_SIZE = 0.08
_BOLD = 1.22  # times the usual weight of strokes
_SHORTEST_SKEW = 0.12  # degrees; less is not worth a turn


@dataclass(frozen=True, slots=True)
class Scan:
    """What was read off one page's picture. `score` is the mean certainty of its letters, in [0, 1].

    Words and rules stand on the straightened page, whose size in points `width` and `height` are.
    """

    words: tuple[Word, ...]
    rules: tuple[Rule, ...]
    width: float
    height: float
    turn: Turn | None
    score: float


def straightened(picture: Picture, engine: Engine | None = None) -> tuple[Picture, Turn | None]:
    """The picture with its lines level, and how it was turned; None where it was not.

    With an engine, pages that lie on their side or on their head are turned upright, too.
    """
    del engine
    width, height = picture.width / picture.x_scale, picture.height / picture.y_scale
    angle = skew_of(find_ink(picture))
    if abs(angle) < _SHORTEST_SKEW:
        return picture, None
    return turned(picture, angle), Turn(0, angle, round(width, 2), round(height, 2))


def read_picture(picture: Picture, engine: Engine) -> Scan:
    """Read one page's picture, in gray."""
    level, turn = straightened(picture)
    rules = find_rules(find_ink(level), level)
    clean = without(level, rules)
    cuts = [
        (r.box.center_x * level.x_scale, r.box.top * level.y_scale, r.box.bottom * level.y_scale)
        for r in rules
        if not r.is_horizontal
    ]
    lines = [line for line in engine.read(clean.pixels, cuts) if _is_writing(line.text)]
    ink = find_ink(clean)
    words = [word for line in lines for word in _words(line, clean, ink)]
    letters = sum(len(line.letters) for line in lines)
    score = sum(line.score * len(line.letters) for line in lines) / letters if letters else 0.0
    kept = tuple(rule for rule in rules if not _is_of_letters(rule, words))
    return Scan(
        tuple(words),
        kept,
        round(level.width / level.x_scale, 2),
        round(level.height / level.y_scale, 2),
        turn,
        round(score, 4),
    )


def _is_writing(text: str) -> bool:
    return True


def _is_of_letters(rule: Rule, words: Sequence[Word]) -> bool:
    return False


# --- lines to words ------------------------------------------------------------------------------------------------


def _words(line: ReadLine, picture: Picture, ink: Ink) -> Iterator[Word]:
    """A line as words, from left to right."""
    if line.angle:
        yield from _turned_words(line, picture)
        return
    left, top, right, bottom = (max(0, round(edge)) for edge in line.box)
    strip = ink[top:bottom, left:right]
    if not strip.size:
        return
    base, size = _base_and_size(line.letters, strip, left)
    high, low = top + base - _ASCENT * size, top + base + _DESCENT * size
    for text, x0, x1 in _parted(line.letters, strip, left):
        box = Box(x0 / picture.x_scale, high / picture.y_scale, x1 / picture.x_scale, low / picture.y_scale)
        yield Word(text, box.rounded(), Font(FONT, round(size / picture.y_scale, 2)))


def _parted(letters: Sequence[Letter], strip: Ink, left: int) -> Iterator[tuple[str, float, float]]:
    """The words of an upright line, with where their ink begins and ends: parted where white space was read, and where the
    ink leaves as much white."""
    columns = strip.sum(axis=0) >= 2  # a speck of dust is no letter
    height, width = strip.shape
    gaps = [_widest_gap(columns, a.x - left, b.x - left) for a, b in pairwise(letters)]
    within = [gap for (gap, _), letter in zip(gaps, letters[1:], strict=True) if not letter.spaced]
    wide = max(_WORD_GAP * height, 2.5 * median(within) if within else 0.0)
    groups: list[list[Letter]] = [[letters[0]]]
    edges = [0]
    for (gap, middle), letter in zip(gaps, letters[1:], strict=True):
        if letter.spaced or gap >= wide:
            groups.append([letter])
            edges.append(middle)
        else:
            groups[-1].append(letter)
    for group, start, end in zip(groups, edges, [*edges[1:], width], strict=True):
        held = np.flatnonzero(columns[start:end])
        text = "".join(letter.text for letter in group)
        if held.size:
            yield text, left + start + int(held[0]), left + start + int(held[-1]) + 1
        else:
            yield text, group[0].x - 0.2 * height, group[-1].x + 0.2 * height


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
    narrow, wide = max(2, round(0.08 * height)), max(3, round(0.2 * height))  # an ascender stands beside its letter's middle
    bases: list[int] = []
    tops: dict[bool, list[int]] = {True: [], False: []}
    for letter in letters:
        kind = letter.text[:1]
        if kind in _NO_HEIGHT:
            continue
        column = round(letter.x) - left
        near = _extent(strip[:, max(0, column - narrow) : column + narrow].any(axis=1))
        if near is not None and kind not in _DOWN:
            bases.append(near[1])
        reach = narrow if kind in _LOW else wide
        far = _extent(strip[:, max(0, column - reach) : column + reach].any(axis=1))
        if far is not None:
            tops[kind in _LOW].append(far[0])
    base = float(median(bases)) if bases else 0.75 * height
    if len(tops[False]) >= max(1, len(letters) // 10):
        size = (base - median(tops[False])) / _CAP_SHARE
    elif tops[True]:
        size = (base - median(tops[True])) / _LOW_SHARE
    else:
        size = 0.7 * height
    return base, min(max(size, 0.4 * height), 1.2 * height)


def _extent(rows: Ink) -> tuple[int, int] | None:
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
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = line.corners
    groups: list[list[Letter]] = []
    for letter in line.letters:
        if letter.spaced or not groups:
            groups.append([])
        groups[-1].append(letter)
    height = float(np.hypot(dx - ax, dy - ay))
    size = round(0.75 * height / picture.y_scale, 2)
    edges = [0.0] + [(one[-1].x + two[0].x) / 2 for one, two in zip(groups, groups[1:], strict=False)] + [1.0]
    for letters, left, right in zip(groups, edges, edges[1:], strict=False):
        points = [
            (ax + (bx - ax) * share + (dx - ax) * down, ay + (by - ay) * share + (dy - ay) * down)
            for share in (left, right)
            for down in (0.0, 1.0)
        ]
        xs, ys = [x / picture.x_scale for x, _ in points], [y / picture.y_scale for _, y in points]
        text = "".join(letter.text for letter in letters)
        yield Word(text, Box(min(xs), min(ys), max(xs), max(ys)).rounded(), Font(FONT, size), line.angle)
