"""Words side by side become lines; what a document shows of its own spelling mends words that a line's end breaks."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from corpus.geometry import hull
from corpus.pages import Line, Page, Word

UNITS = frozenset("m cm km mm dm ha".split())  # a raised digit behind these is a power and no mark

# Parts that keep their hyphen where a line happens to break behind them and the document gives no other evidence.
_FREE_PREFIXES = frozenset(
    "anti co counter cross ex high inter intra large long low mid multi non on off part poly post pre pro pseudo quasi "
    "self semi short small sub trans ultra under vice well world".split()
)


def lines_of(words: Iterable[Word], page: int) -> list[Line]:
    """Cluster upright words into lines, top to bottom, each from left to right.

    A word belongs to the line whose first word it overlaps by half of the lower one's height; a footnote mark to the line
    of the words beside it. Columns must have been parted before.
    """
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda w: (w.box.center_y, w.box.x0)):
        for row in reversed(rows[-3:]):
            lead = row[0].box
            share = 0.35 if word.is_mark or row[0].is_mark else 0.5
            if word.box.overlap_y(lead) >= share * min(word.box.height, lead.height):
                row.append(word)
                if row[0].is_mark and not word.is_mark:
                    row[0], row[-1] = row[-1], row[0]
                break
        else:
            rows.append([word])
    lines = []
    for row in rows:
        row.sort(key=lambda w: w.box.x0)
        lines.append(Line(page, tuple(row), hull(w.box for w in row)))
    return lines


def line_text(line: Line) -> str:
    """The words of one line, parted by single spaces where white space parts them on the page; marks left out."""
    return words_text(line.words)


def words_text(words: Iterable[Word]) -> str:
    """Words in reading order as text. Footnote marks are left out, powers of units (km²) are not."""
    parts: list[str] = []
    last: Word | None = None  # with marks
    touching = False  # no white space since the last word that was kept
    for word in words:
        near = last is not None and word.box.x0 - last.box.x1 <= 0.75 * last.font.size_pt
        touching = touching and word.glued and near
        is_power = word.is_mark and touching and parts[-1].lower() in UNITS
        last = word
        if word.is_mark and not is_power:
            continue
        if parts and not touching:
            parts.append(" ")
        parts.append(word.text)
        touching = True
    return "".join(parts)


@dataclass(frozen=True, slots=True)
class Spelling:
    """What the document itself shows of how its words are written: lower-cased words that stand unbroken in it."""

    whole: frozenset[str] = frozenset()

    def keeps_hyphen(self, left: str, right: str) -> bool:
        """Whether the hyphen in which `left` ends at a line's end belongs to the word that goes on with `right`.

        It does where the document writes the word so elsewhere, in numbers and names (`COVID-` `19`), and behind
        prefixes that stand free; otherwise it is only the break's.
        """
        stem = left[:-1]
        before, after = _letters_at_end(stem), _letters_at_start(right)
        if not before or not after:
            return True
        if (before + after).lower() in self.whole:
            return False
        if f"{before}-{after}".lower() in self.whole:
            return True
        if after[0].isupper() or before.isupper() or after[0].isdigit():
            return True
        return "-" in before or before.lower() in _FREE_PREFIXES


def _letters_at_end(text: str) -> str:
    match = re.search(r"[\w'’-]+$", text)
    return match.group() if match else ""


def _letters_at_start(text: str) -> str:
    match = re.match(r"[\w'’]+(-[\w'’]+)*", text)
    return match.group() if match else ""


def learn_spelling(pages: Iterable[Page]) -> Spelling:
    """Collect the words that stand unbroken within lines: those that do not end in a hyphen."""
    seen: set[str] = set()
    for page in pages:
        for word in page.words:
            text = word.text.strip(".,;:!?()[]\"'“”‘’«»").lower()
            if len(text) > 2 and not text.endswith("-") and any(c.isalpha() for c in text):
                seen.add(text)
    return Spelling(frozenset(seen))
