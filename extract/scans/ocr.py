"""Pages without usable text: their picture to words with boxes and rules, as if they had been typed.

A page is straightened first, so that layout and tables work on it as on any other; `Page.turn` leads back to the page
as displayed.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from corpus.geometry import Turn
from corpus.pages import Rule, Word
from extract.render import Picture
from extract.scans.ink import Ink, find_ink, lies_on_side, skew_of, stroke_width, turned
from extract.scans.lettering import words_of
from extract.scans.letters import Engine, ReadLine
from extract.scans.strokes import find_rules, without

_PUNCTUATION = frozenset("-–—·•.,;:'\"’‘“”„«»…*°_=~+<>^`´¨()[]{}|/\\@§$€£%&#!?¿¡×✓✗☒☐■□▪●○→©®™†‡²³½№")
_ALPHABETS = re.compile("[A-Za-zÀ-ɏͰ-ϿЀ-ӿ]")
_ALONE = frozenset("×✓✗☒☐•-–—")  # signs that say something where they stand alone
_BLUR_PX = 1.2  # what a scanner's optics and the drawing add to a stroke
_LEAST_SKEW_DEG = 0.06  # less is not worth a turn
_UNSURE = 0.85  # letters read less surely than this may stand on their heads
_TRIED, _BETTER = 1 / 3, 1.1  # how much of a page is read both ways, and how much better the right one is read


@dataclass(frozen=True, slots=True)
class Scan:
    """What was read off one page's picture. `score` is the mean certainty of its letters, in [0, 1].

    Words and rules stand on the page as `turn` turned it, None where it lay straight; `height` is that of the page then, in
    points. `lines` and `strokes` say for each
    word its line and how wide its strokes are, in points; None where that can't be told.
    """

    words: tuple[Word, ...]
    rules: tuple[Rule, ...]
    turn: Turn | None
    height: float
    score: float
    lines: tuple[int, ...]
    strokes: tuple[float | None, ...]

    @property
    def letters(self) -> int:
        return sum(len(word.text) for word in self.words)


@dataclass(frozen=True, slots=True, eq=False)
class Sheet:
    """A page's picture, taken apart: its rules, and letters, which are the picture without them, with their ink."""

    letters: Picture
    ink: Ink
    rules: tuple[Rule, ...]
    turn: Turn | None = None


def laid(picture: Picture, turn: Turn | None = None) -> Sheet:
    """The picture taken apart, after a turn."""
    if turn is not None:
        picture = turned(picture, turn.quarters, turn.angle)
    ink = find_ink(picture)
    rules = tuple(find_rules(ink, picture))
    letters, left = without(picture, ink, rules)
    return Sheet(letters, left, rules, turn)


def straightened(picture: Picture) -> Sheet:
    """The picture with its lines level: upright, or on its head where it lay on its side."""
    sheet = laid(picture)
    quarters = 1 if lies_on_side(sheet.ink, picture) else 0
    angle = skew_of(np.rot90(sheet.ink, quarters))
    if abs(angle) < _LEAST_SKEW_DEG:
        angle = 0.0
    if not quarters and not angle:
        return sheet
    width, height = picture.width / picture.x_scale, picture.height / picture.y_scale
    return laid(picture, Turn(quarters, angle, round(width, 2), round(height, 2)))


def read_picture(picture: Picture, engine: Engine, *, turn: bool = True) -> Scan:
    """Read one page's picture, in gray.

    Args:
        picture: the page.
        engine: what reads letters.
        turn: straighten a page that lies askew; turn one that lies on its side or stands on its head.
    """
    if not turn:
        return _read(laid(picture), engine)
    sheet = straightened(picture)
    scan = None if sheet.turn is not None and sheet.turn.quarters else _read(sheet, engine)
    if (scan is None or (scan.words and scan.score < _UNSURE)) and _is_on_head(sheet, engine):
        scan = _read(laid(picture, _half_turned(sheet.turn, picture)), engine)
    return scan or _read(sheet, engine)


def _half_turned(turn: Turn | None, picture: Picture) -> Turn:
    if turn is not None:
        return Turn(turn.quarters + 2, turn.angle, turn.width, turn.height)
    return Turn(2, 0.0, round(picture.width / picture.x_scale, 2), round(picture.height / picture.y_scale, 2))


def _is_on_head(sheet: Sheet, engine: Engine) -> bool:
    """Whether a part of a page that holds much ink is read better upside down."""
    rows = np.cumsum(sheet.ink.sum(axis=1))
    length = max(1, round(_TRIED * rows.size))
    held = rows[length:] - rows[:-length]
    top = int(held.argmax()) if held.size else 0
    part, ink = sheet.letters.pixels[top : top + length], sheet.ink[top : top + length]
    upright = engine.read(np.ascontiguousarray(part), ink)
    on_head = engine.read(np.ascontiguousarray(np.rot90(part, 2)), np.rot90(ink, 2))
    return _certainty(on_head) > _BETTER * _certainty(upright)


def _certainty(lines: Sequence[ReadLine]) -> float:
    return sum(line.score * len(line.letters) for line in lines)


def _read(sheet: Sheet, engine: Engine) -> Scan:
    picture = sheet.letters
    cuts = [
        (rule.box.center_x * picture.x_scale, rule.box.top * picture.y_scale, rule.box.bottom * picture.y_scale)
        for rule in sheet.rules
        if not rule.is_horizontal
    ]
    read = [line for line in engine.read(picture.pixels, sheet.ink, cuts) if _is_writing(line)]
    words: list[Word] = []
    lines: list[int] = []
    for number, line in enumerate(read):
        own = list(words_of(line, picture, sheet.ink))
        words += own
        lines += [number] * len(own)
    letters = sum(len(line.letters) for line in read)
    return Scan(
        tuple(words),
        tuple(rule for rule in sheet.rules if not _is_of_letters(rule, words)),
        sheet.turn,
        picture.height / picture.y_scale,
        round(_certainty(read) / max(1, letters), 4),
        tuple(lines),
        tuple(_stroke(word, picture) for word in words),
    )


def _is_writing(line: ReadLine) -> bool:
    """Whether a line holds what papers of the Union are written in; dust and photographs give signs of other scripts."""
    signs = [c for c in line.text if not c.isspace()]
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
    width = stroke_width(picture.cut(word.box))
    return None if width is None else max(0.01, (width - _BLUR_PX) / picture.x_scale)
