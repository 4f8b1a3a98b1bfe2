"""Words side by side become lines; what a document shows of its own spelling mends words that a line's end breaks."""

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field

from corpus.geometry import hull
from corpus.pages import Line, Page, Word

UNITS = frozenset("m cm km mm dm ha".split())  # a raised digit behind these is a power and no mark

# Prefixes that English writes together with what follows, unless the document shows otherwise.
_BOUND_PREFIXES = frozenset(
    "re un dis de in im fore mis over under out up down back sub super inter trans pre micro macro mono poly bio geo tele "
    "auto counter electro hydro hyper hypo infra intra ultra".split()
)

# Prefixes that English joins with a hyphen, too short or too rare to be in a list of words.
_FREE_PREFIXES = frozenset("co non self anti multi ex pan pro mid e semi quasi pseudo".split())


def lines_of(words: Iterable[Word], page: int) -> list[Line]:
    """Cluster upright words into lines, top to bottom, each from left to right.

    A word belongs to the line whose first word it overlaps by half of the lower one's height; a footnote mark to the line
    of the words beside it. Columns must have been parted before.
    """
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda w: ((w.box.top + w.box.bottom) / 2, w.box.x0)):
        box = word.box
        top, bottom = box.top, box.bottom
        for row in rows[:-4:-1]:
            first = row[0]
            lead = first.box
            both = (bottom if bottom < lead.bottom else lead.bottom) - (top if top > lead.top else lead.top)
            share = 0.35 if word.is_mark or first.is_mark else 0.5
            if both >= share * min(bottom - top, lead.bottom - lead.top):
                row.append(word)
                if row[0].is_mark and not word.is_mark:
                    row[0], row[-1] = row[-1], row[0]
                break
        else:
            rows.append([word])
    lines = []
    for row in rows:
        if len(row) > 1:
            row.sort(key=lambda w: w.box.x0)
            lines.append(Line(page, tuple(row), hull([w.box for w in row])))
        else:
            lines.append(Line(page, tuple(row), row[0].box))
    return lines


def cell_lines(words: Iterable[Word], page: int) -> list[Line]:
    """The lines of a cell, also of one whose text is turned by a quarter: read in the direction in which it is written."""
    own = list(words)
    if not any(w.angle for w in own):
        return lines_of(own, page)
    return lines_of((w for w in own if w.angle == 0), page) + [
        line for angle in (90, 270) for line in _turned_lines([w for w in own if w.angle == angle], page, angle)
    ]


def _turned_lines(words: list[Word], page: int, angle: int) -> list[Line]:
    """Columns of turned words as lines: downwards from right to left (90), or upwards from left to right (270)."""
    columns: list[list[Word]] = []
    for word in sorted(words, key=lambda w: w.box.center_x, reverse=angle == 90):
        if columns and word.box.overlap_x(columns[-1][0].box) >= 0.5 * min(word.box.width, columns[-1][0].box.width):
            columns[-1].append(word)
        else:
            columns.append([word])
    lines = []
    for column in columns:
        column.sort(key=lambda w: w.box.center_y, reverse=angle == 270)
        lines.append(Line(page, tuple(column), hull(w.box for w in column)))
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
        touching = (
            touching and word.glued and last is not None and word.box.x0 - last.box.x1 <= 0.75 * last.font.size_pt
        )
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
    """How words are written: `whole` are the lower-cased words that stand unbroken in the document itself, `common`
    those of the language."""

    whole: frozenset[str] = frozenset()
    common: frozenset[str] = frozenset()
    hyphened: tuple[str, ...] = field(
        init=False, repr=False, compare=False
    )  # of `whole`, those with a hyphen, in order

    def __post_init__(self) -> None:
        object.__setattr__(self, "hyphened", tuple(sorted(word for word in self.whole if "-" in word)))

    def keeps_hyphen(self, left: str, right: str) -> bool:
        """Whether the hyphen in which `left` ends at a line's end belongs to the word that goes on with `right`.

        The document itself decides where it shows the word on one line; then the language, where it knows the joined
        word; else the hyphen stays in numbers and names (`COVID-` `19`) and between two words (`law-` `enforcement`).
        """
        before, after = _letters_at_end(left[:-1]).lower(), _letters_at_start(right)
        if not before or not after:
            return True
        proper, after = after[0].isupper() or after[0].isdigit(), after.lower()
        if before + after in self.whole:
            return False
        compound = f"{before}-{after}"
        stem = compound[: max(len(before) + 4, len(compound) - 3)]
        if compound in self.whole or self._has_hyphened(stem):
            return True
        if before + after in self.common or _stem(before + after) in self.common:
            return False
        if proper or "-" in before or left[:-1].isupper():
            return True
        free = before in _FREE_PREFIXES or (before in self.common and before not in _BOUND_PREFIXES)
        return free and _is_word(after, self.common)

    def _has_hyphened(self, stem: str) -> bool:
        """Whether a word of the document that is written with a hyphen begins like this."""
        at = bisect_left(self.hyphened, stem)
        return at < len(self.hyphened) and self.hyphened[at].startswith(stem)


def _stem(word: str) -> str:
    """The word without a common ending, for looking it up."""
    for ending in ("ies", "es", "s", "ed", "ing", "ly"):
        if word.endswith(ending) and len(word) > len(ending) + 3:
            return word[: -len(ending)] + ("y" if ending == "ies" else "")
    return word


def _is_word(word: str, common: frozenset[str]) -> bool:
    first = re.split(r"[-'’]", word)[0]
    return len(first) > 3 and (first in common or _stem(first) in common)


def _letters_at_end(text: str) -> str:
    match = re.search(r"[\w'’-]+$", text)
    return match.group() if match else ""


def _letters_at_start(text: str) -> str:
    match = re.match(r"[\w'’]+(-[\w'’]+)*", text)
    return match.group() if match else ""


def learn_spelling(pages: Iterable[Page], common: frozenset[str] = frozenset()) -> Spelling:
    """Collect the words that stand unbroken within lines: those that do not end in a hyphen."""
    seen: set[str] = set()
    for printed in {word.text for page in pages for word in page.words}:
        text = printed.strip(".,;:!?()[]\"'“”‘’«»").lower()
        if len(text) > 2 and not text.endswith("-") and any(map(str.isalpha, text)):
            seen.add(text)
    return Spelling(frozenset(seen), common)
