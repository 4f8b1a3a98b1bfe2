"""Scans of one document agree: the same type has the same size and weight on all of its pages, and a number that is printed
several times is the one that was read most often.

One page alone is measured badly: a line of capitals looks larger than its neighbor, thin print looks light.
"""

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby
from statistics import median

from corpus.pages import Rule, Word
from extract.scans.legibility import score
from extract.scans.lettering import DESCENT
from extract.scans.ocr import Scan
from models.language import common_words, function_words

_SAME_SIZE = 0.12
_FEW_LETTERS, _NEXT_TO_NONE = 12, 2  # of a line
_BADLY_MEASURED = 0.25  # of the body's size: how far that of a short line may be off
_MARK_SIZE = 0.65  # of its word's
_BOLD = 1.5  # times the usual weight: that of a bold cut
_SPREAD, _CHANGES = 2 * 0.13**2, 1.5  # how much the logarithm of weights scatters, and what a change of weight costs
_LONG_NUMBER, _SHORTEST = 6, 3  # signs
_EDGE = 0.12  # of a page's height: where running headers and footers stand
_POINTS = ".,;:!?()[]\"'’‘“”"
_SMALL_L = re.compile(r"([A-Z]{2,})(l+)(?![a-km-rt-z])")


def settle(scans: Sequence[Scan]) -> list[Scan]:
    """Scans of one document, once all are read."""
    common = _common_sizes(scans)
    measured = [[common[word.font.size_pt] for word in scan.words] for scan in scans]
    body = _body(scans, measured)
    weights = [_weights(scan, sizes, body) for scan, sizes in zip(scans, measured, strict=True)]
    usual = median([w for found in weights for w in found if w is not None] or [1.0])
    spelt, repeated = _agreed(scans) | _specks(scans), _repeated(scans)
    out = []
    for scan, sizes, found in zip(scans, measured, weights, strict=True):
        words: list[Word] = []
        settled = zip(scan.words, _sizes(scan, sizes, body), _bold(scan, found, usual), strict=True)
        for word, size, bold in settled:
            text = spelt.get(word.text, word.text)
            if _is_at_edge(word, scan):
                text = repeated.get(text, text)
            words.append(replace(word, text=text, font=replace(word.font, size_pt=size, bold=bold)))
        out.append(replace(scan, words=tuple(_struck(words, scan.rules))))
    return out


def _struck(words: Sequence[Word], rules: Sequence[Rule]) -> list[Word]:
    """Tell words through whose middle a rule runs."""
    flat = [rule.box for rule in rules if rule.is_horizontal]
    out = []
    for word in words:
        size, base = word.font.size_pt, word.box.bottom - DESCENT * word.font.size_pt
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


def _body(scans: Sequence[Scan], sizes: Sequence[Sequence[float]]) -> float:
    """The size in which most letters are set, in points."""
    letters: Counter[float] = Counter()
    for scan, found in zip(scans, sizes, strict=True):
        for word, size in zip(scan.words, found, strict=True):
            letters[size] += len(word.text)
    return max(letters, key=lambda size: (letters[size], -size), default=10.0)


def _sizes(scan: Scan, sizes: Sequence[float], body: float) -> list[float]:
    """The sizes of words, where those of short lines may be that of the body: they are measured badly, and the shorter the
    worse. Numbers look large."""
    letters: Counter[int] = Counter()
    spoken: Counter[int] = Counter()
    for word, line in zip(scan.words, scan.lines, strict=True):
        letters[line] += len(word.text)
        spoken[line] += sum(c.isalpha() for c in word.text)
    out = []
    for word, line, size in zip(scan.words, scan.lines, sizes, strict=True):
        is_short = letters[line] <= _FEW_LETTERS and abs(body - size) <= _BADLY_MEASURED * body
        settled = body if is_short and (size < body or spoken[line] <= _NEXT_TO_NONE) else size
        out.append(round(_MARK_SIZE * settled, 1) if word.is_mark else settled)
    return out


def _weights(scan: Scan, sizes: Sequence[float], body: float) -> list[float | None]:
    """How heavy words are set: their strokes as a share of their size. Small type is drawn heavier than that."""
    return [
        None if stroke is None else stroke / (size if size >= body else math.sqrt(size * body))
        for stroke, size in zip(scan.strokes, sizes, strict=True)
    ]


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
_ALIKE = str.maketrans(
    {"/": "1", "|": "1", "l": "1", "I": "1", "L": "1", "!": "1", "O": "0", "o": "0", "S": "5", "B": "8"}
)


def _agreed(scans: Sequence[Scan]) -> dict[str, str]:
    """Words to what they are taken for, where signs in them look like others.

    A paper's number stands on each of its pages, and a slash in bold type is easily taken for a one: of long numbers that
    differ in such signs alone, the form that is read most often is right. A small l among capitals is an I.
    """
    forms: dict[str, Counter[str]] = {}
    out = {}
    for word in (word for scan in scans for word in scan.words):
        text = word.text
        if len(text) >= _LONG_NUMBER and sum(c.isdigit() for c in text) >= _LONG_NUMBER - 1:
            forms.setdefault(text.translate(_ALIKE), Counter())[text] += 1
        elif "l" in text and (capitals := _in_capitals(text)) != text:
            out[text] = capitals
    for counts in forms.values():
        (best, most), *others = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
        out.update({form: best for form, count in others if most >= 2 * count})
    return out


def _specks(scans: Sequence[Scan]) -> dict[str, str]:
    """Words of an English paper with an accent that is dust, to the words that they are without it: an accent that comes
    once, and alone in its line, on what is an English word or a word of the paper."""
    counts = Counter(word.text for scan in scans for word in scan.words)
    if score(counts.elements()).language != "en":
        return {}
    out = {}
    for scan in scans:
        of_line: dict[int, list[str]] = {}
        for word, line in zip(scan.words, scan.lines, strict=True):
            if _unaccented(word.text) != word.text:
                of_line.setdefault(line, []).append(word.text)
        for text in (texts[0] for texts in of_line.values() if len(texts) == 1):
            plain = _unaccented(text)
            if counts[text] == 1 and (counts[plain] >= 2 or plain.casefold().strip(_POINTS) in common_words()):
                out[text] = plain
    return out


def _unaccented(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


def _repeated(scans: Sequence[Scan]) -> dict[str, str]:
    """Words at the heads and feet of pages to the form that is read most often, where they differ in points and in signs that
    look alike: what is printed on each page has to read the same on each."""
    forms: dict[str, Counter[str]] = {}
    for word in (word for scan in scans for word in scan.words if _is_at_edge(word, scan)):
        forms.setdefault(_bare(word.text), Counter())[word.text] += 1
    best = {bare: max(counts, key=lambda form: (counts[form], len(form), form)) for bare, counts in forms.items()}
    return {form: best[bare] for bare, counts in forms.items() if len(bare) >= _SHORTEST for form in counts}


def _bare(text: str) -> str:
    return "".join(c for c in _unaccented(text).translate(_ALIKE) if c.isalnum())


def _is_at_edge(word: Word, scan: Scan) -> bool:
    return not _EDGE * scan.height <= word.box.center_y <= (1 - _EDGE) * scan.height


def _in_capitals(text: str) -> str:
    """A word with an I for each small l behind two capitals (KPls, VIll), or behind one at its end (Fl, the Finns' code)."""
    letters = text.strip(".,;:()[]/")
    if len(letters) == 2 and letters[0].isupper() and letters[1] == "l":
        known = any(letters.casefold() in words for words in function_words().values())
        return text if known else text.replace("l", "I")
    return _SMALL_L.sub(lambda found: found[1] + "I" * len(found[2]), text)
