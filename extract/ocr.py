"""Pages without usable text: their picture to words with boxes and rules, as if they had been typed.

A page is straightened first, so that layout and tables work on it as on any other; `Page.turn` leads back to the page
as displayed. The engine says which letters stand where, roughly; the ink says exactly where words begin and end, on
which base line they stand, and in which size and weight they are set.
"""

import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from statistics import median

import numpy as np
import numpy.typing as npt

from corpus.geometry import Box, Turn
from corpus.pages import Font, Rule, Word
from extract.engines import Engine, Letter, ReadLine
from extract.render import Picture
from extract.scans import Ink, find_ink, find_rules, lies_on_side, skew_of, stroke_width, turned, without
from models.language import function_words

FONT = "OCR"  # the name of the font of words that were read off a picture

_DOWN = frozenset("gjpqyQJçşţķļņŗ()[]{}|/\\@§$&")  # letters that may reach below the base line
_LOW = frozenset("acegmnopqrsuvwxyzçşņŗαγεικνοπρστυχω")  # letters without ascenders
_BETWEEN = frozenset("tij")  # neither as high as capitals nor as low as an x
_NO_HEIGHT = frozenset("-–—·•.,;:'\"’‘“”…*°_=~+<>^`´¨")
_PUNCTUATION = frozenset("-–—·•.,;:'\"’‘“”„«»…*°_=~+<>^`´¨()[]{}|/\\@§$€£%&#!?¿¡×✓✗☒☐■□▪●○→©®™†‡²³½№")
_ALPHABETS = re.compile("[A-Za-zÀ-ɏͰ-ϿЀ-ӿ]")
_CLOSING = frozenset(".,;:!?)]}%’”")
_ALONE = frozenset("×✓✗☒☐•")  # signs that say something where they stand alone
_CAP_SHARE, _LOW_SHARE = 0.69, 0.48  # of the size; means of Times, Arial, Calibri, Garamond
_ASCENT, _DESCENT = 0.95, 0.22  # of the size: how far a word's box reaches above and below its base line
_WORD_GAP = 0.165  # of a line's height: letters parted by more white may be two words
_SAME_SIZE = 0.12
_FEW_LETTERS, _BADLY_MEASURED = 12, 0.25  # the size of a short line is measured badly: it may be that of the body
_BLUR_PX = 1.2  # what a scanner's optics and the drawing add to a stroke
_BOLD = 1.5  # times the usual weight: that of a bold cut
_SPREAD, _CHANGES = 2 * 0.13**2, 1.5  # how much the logarithm of weights scatters, and what a change of weight costs
_LEAST_SKEW_DEG = 0.06  # less is not worth a turn
_UNSURE = 0.85  # letters read less surely than this may stand on their heads
_LONG_NUMBER = 6  # signs
_SMALL_L = re.compile(r"([A-Z]{2,})(l+)(?![a-km-rt-z])")


@dataclass(frozen=True, slots=True)
class Scan:
    """What was read off one page's picture. `score` is the mean certainty of its letters, in [0, 1].

    Words and rules stand on the turned page, whose size in points `width` and `height` are. `lines` and `strokes` say for
    each word its line and how wide its strokes are, in points; None where that can't be told.
    """

    words: tuple[Word, ...]
    rules: tuple[Rule, ...]
    width: float
    height: float
    turn: Turn | None
    score: float
    lines: tuple[int, ...]
    strokes: tuple[float | None, ...]

    @property
    def letters(self) -> int:
        return sum(len(word.text) for word in self.words)


def read_picture(picture: Picture, engine: Engine, *, turn: bool = True) -> Scan:
    """Read one page's picture, in gray.

    Args:
        picture: the page.
        engine: what reads letters.
        turn: straighten a page that lies askew; turn one that lies on its side or stands on its head.
    """
    if not turn:
        return _read_level(picture, None, engine)
    quarters = 1 if lies_on_side(picture) else 0
    scan = _read_level(*straightened(picture, quarters), engine)
    if quarters or (scan.words and scan.score < _UNSURE):
        other = _read_level(*straightened(picture, quarters + 2), engine)
        if other.score * other.letters > 1.1 * scan.score * scan.letters:
            return other
    return scan


def _read_level(level: Picture, turn: Turn | None, engine: Engine) -> Scan:
    rules = find_rules(find_ink(level), level)
    clean = without(level, rules)
    cuts = [
        (rule.box.center_x * level.x_scale, rule.box.top * level.y_scale, rule.box.bottom * level.y_scale)
        for rule in rules
        if not rule.is_horizontal
    ]
    read = [line for line in engine.read(clean.pixels, cuts) if _is_writing(line.text)]
    ink = find_ink(clean)
    words: list[Word] = []
    lines: list[int] = []
    for number, line in enumerate(read):
        own = list(_words(line, clean, ink))
        words += own
        lines += [number] * len(own)
    letters = sum(len(line.letters) for line in read)
    return Scan(
        tuple(words),
        tuple(rule for rule in rules if not _is_of_letters(rule, words)),
        round(level.width / level.x_scale, 2),
        round(level.height / level.y_scale, 2),
        turn,
        round(sum(line.score * len(line.letters) for line in read) / max(1, letters), 4),
        tuple(lines),
        tuple(_stroke(word, clean) for word in words),
    )


def straightened(picture: Picture, quarters: int = 0) -> tuple[Picture, Turn | None]:
    """The picture after quarter turns counter-clockwise and with its lines level, and how it was turned; None where it was
    not."""
    width, height = picture.width / picture.x_scale, picture.height / picture.y_scale
    if quarters % 2:
        scales = picture.y_scale, picture.x_scale
    else:
        scales = picture.x_scale, picture.y_scale
    upright = Picture(np.ascontiguousarray(np.rot90(picture.pixels, quarters)), *scales) if quarters else picture
    angle = skew_of(find_ink(upright))
    if abs(angle) < _LEAST_SKEW_DEG:
        angle = 0.0
    if not angle and not quarters % 4:
        return upright, None
    return turned(upright, angle), Turn(quarters % 4, angle, round(width, 2), round(height, 2))


def _is_writing(text: str) -> bool:
    """Whether a line holds what papers of the Union are written in; dust and photographs give signs of other scripts."""
    signs = [c for c in text if not c.isspace()]
    known = sum(c.isdigit() or c in _PUNCTUATION or _ALPHABETS.match(c) is not None for c in signs)
    return any(c.isalnum() or c in _ALONE for c in signs) and known >= 0.8 * len(signs)


def _is_of_letters(rule: Rule, words: Sequence[Word]) -> bool:
    """Whether a stroke is part of a large letter: the stem of an L, the bar of a T."""
    for word in words:
        if word.angle or word.box.intersection(rule.box) is None:
            continue
        if rule.is_horizontal:
            bar = rule.box.width <= word.box.width and rule.box.center_y < word.box.top + 0.4 * word.box.height
            if bar and word.box.x0 <= rule.box.center_x <= word.box.x1:
                return True
        elif rule.box.height <= word.box.height and word.box.x0 + 1 < rule.box.center_x < word.box.x1 - 1:
            return True
    return False


def _stroke(word: Word, picture: Picture) -> float | None:
    """How wide the strokes of a word's letters are in points, less what blur adds; None for a word without letters."""
    if word.angle or sum(c.isalnum() for c in word.text) < 2:
        return None
    box = word.box
    x0, x1 = round(box.x0 * picture.x_scale), round(box.x1 * picture.x_scale)
    width = stroke_width(picture, x0, round(box.top * picture.y_scale), x1, round(box.bottom * picture.y_scale))
    return None if width is None else max(0.01, width - _BLUR_PX / picture.x_scale)


# --- a document's pages agree --------------------------------------------------------------------------------------


def settle(scans: Sequence[Scan]) -> list[Scan]:
    """Scans of one document, once all are read: the same type has the same size and weight on all of its pages, and a
    number that is printed several times is the one that was read most often."""
    sizes = _common_sizes(scans)
    body = max(sizes.values(), key=lambda size: sum(_letters_of(scan, sizes, size) for scan in scans), default=10.0)
    weights = [_weights(scan, sizes, body) for scan in scans]
    usual = median([w for found in weights for w in found if w is not None] or [1.0])
    spelt = _agreed(scans)
    out = []
    for scan, found in zip(scans, weights, strict=True):
        of_line = Counter(line for line, word in zip(scan.lines, scan.words, strict=True) for _ in word.text)
        words: list[Word] = []
        for word, bold, line in zip(scan.words, _bold(scan, found, usual), scan.lines, strict=True):
            size = sizes[word.font.size_pt]
            if of_line[line] <= _FEW_LETTERS and 0 < body - size <= _BADLY_MEASURED * body:
                size = body
            text = spelt.get(word.text, word.text)
            words += _without_mark(replace(word, text=text, font=replace(word.font, size_pt=size, bold=bold)))
        out.append(replace(scan, words=tuple(_struck(words, scan.rules))))
    return out


def _without_mark(word: Word) -> list[Word]:
    """A word and the mark of a footnote behind it, which the recognizer gives as raised digits."""
    text = word.text.rstrip(_RAISED)
    raised = word.text[len(text) :]
    if not raised or not any(c.isalnum() for c in text):
        return [word]
    box = word.box
    edge = box.x1 - 0.35 * word.font.size_pt * len(raised)
    font = replace(word.font, size_pt=round(0.65 * word.font.size_pt, 1))
    mark = replace(
        word,
        text=raised.translate(_LOWERED),
        box=Box(edge, box.top, box.x1, box.top + 0.6 * box.height).rounded(),
        font=font,
        is_mark=True,
        glued=True,
    )
    return [replace(word, text=text, box=Box(box.x0, box.top, max(box.x0, edge), box.bottom).rounded()), mark]


def _struck(words: Sequence[Word], rules: Sequence[Rule]) -> list[Word]:
    """Tell words through whose middle a rule runs."""
    flat = [rule.box for rule in rules if rule.is_horizontal]
    out = []
    for word in words:
        size, base = word.font.size_pt, word.box.bottom - _DESCENT * word.font.size_pt
        struck = not word.angle and any(
            base - 0.5 * size <= box.center_y <= base - 0.12 * size and box.overlap_x(word.box) >= 0.8 * word.box.width
            for box in flat
        )
        out.append(replace(word, is_struck=True) if struck else word)
    return out


def _common_sizes(scans: Sequence[Scan]) -> dict[float, float]:
    """Measured sizes to those that a document is set in: the commonest takes in what lies near it, then the next."""
    counts: Counter[float] = Counter()
    for scan in scans:
        for word in scan.words:
            counts[word.font.size_pt] += len(word.text)
    left, out = dict(sorted(counts.items())), {}
    while left:
        near = {size: [s for s in left if abs(s - size) <= _SAME_SIZE * size] for size in left}
        best = max(left, key=lambda size: (sum(left[s] for s in near[size]), -size))
        ranked = [s for s in near[best] for _ in range(left[s])]
        middle = round(2 * ranked[len(ranked) // 2]) / 2
        for size in near[best]:
            out[size] = middle
            del left[size]
    return out


def _letters_of(scan: Scan, sizes: Mapping[float, float], size: float) -> int:
    return sum(len(word.text) for word in scan.words if sizes[word.font.size_pt] == size)


def _weights(scan: Scan, sizes: Mapping[float, float], body: float) -> list[float | None]:
    """How heavy words are set: their strokes as a share of their size. Small type is drawn heavier than that."""
    out: list[float | None] = []
    for word, stroke in zip(scan.words, scan.strokes, strict=True):
        size = sizes[word.font.size_pt]
        out.append(None if stroke is None else stroke / (size if size >= body else math.sqrt(size * body)))
    return out


def _bold(scan: Scan, weights: Sequence[float | None], usual: float) -> list[bool]:
    """Which words are bold: the likeliest sequence along each line, since weight seldom changes within one (Viterbi 1967)."""
    out = [False] * len(scan.words)
    for _, run in groupby(range(len(scan.words)), key=lambda position: scan.lines[position]):
        positions = list(run)
        costs, back = (0.0, 0.0), []
        for position in positions:
            weight = weights[position]
            here = (0.0, 0.0)
            if weight is not None:
                seen, sure = math.log(weight / usual), min(1.0, len(scan.words[position].text) / 4)
                here = (sure * seen**2 / _SPREAD, sure * (seen - math.log(_BOLD)) ** 2 / _SPREAD)
            came = (
                0 if costs[0] <= costs[1] + _CHANGES else 1,
                1 if costs[1] <= costs[0] + _CHANGES else 0,
            )
            back.append(came)
            costs = (
                here[0] + min(costs[0], costs[1] + _CHANGES),
                here[1] + min(costs[1], costs[0] + _CHANGES),
            )
        state = 0 if costs[0] <= costs[1] else 1
        for position, came in zip(reversed(positions), reversed(back), strict=True):
            out[position] = state == 1
            state = came[state]
    return out


# Signs that look alike to a recognizer.
_ALIKE = str.maketrans({"/": "1", "|": "1", "l": "1", "I": "1", "!": "1", "O": "0", "o": "0", "S": "5", "B": "8"})
_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_LOWERED = str.maketrans(_RAISED, "0123456789")


def _agreed(scans: Sequence[Scan]) -> dict[str, str]:
    """Words to what they are taken for, where signs in them look like others.

    A paper's number stands on each of its pages, and a slash in bold type is easily taken for a one: of long numbers that
    differ in such signs alone, the form that is read most often is right. A small l among capitals is an I.
    """
    forms: dict[str, Counter[str]] = {}
    out = {}
    for scan in scans:
        for word in scan.words:
            text = word.text
            if len(text) >= _LONG_NUMBER and sum(c.isdigit() for c in text) >= _LONG_NUMBER - 1:
                forms.setdefault(text.translate(_ALIKE), Counter())[text] += 1
            elif "l" in text and (capitals := _in_capitals(text)) != text:
                out[text] = capitals
    for counts in forms.values():
        (best, most), *others = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
        out.update({form: best for form, count in others if most >= 2 * count})
    return out


def _in_capitals(text: str) -> str:
    """A word with an I for each small l behind two capitals (KPls, VIll), or behind one at its end (Fl, the Finns' code)."""
    letters = text.strip(".,;:()[]/")
    if len(letters) == 2 and letters[0].isupper() and letters[1] == "l":
        known = any(letters.casefold() in words for words in function_words().values())
        return text if known else text.replace("l", "I")
    return _SMALL_L.sub(lambda found: found[1] + "I" * len(found[2]), text)


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
    for position, letter in enumerate(letters[1:]):
        gap, middle = gaps[position]
        if letter.spaced:
            middle = _meant(letters, gaps, position, wide)
        elif gap < wide or letter.text in _CLOSING or _is_spaced_beside(letters, gaps, position):
            groups[-1].append(letter)
            continue
        groups.append([letter])
        edges.append(max(edges[-1], middle))
    for group, start, end in zip(groups, edges, [*edges[1:], width], strict=True):
        held = np.flatnonzero(columns[start:end])
        text = "".join(letter.text for letter in group)
        if held.size:
            yield text, left + start + int(held[0]), left + start + int(held[-1]) + 1
        else:
            yield text, group[0].x - 0.2 * height, group[-1].x + 0.2 * height


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
