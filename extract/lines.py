"""Words become lines, lines become the text that a reader would type."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from corpus.geometry import hull
from corpus.pages import Line, Page, Word

# Parts that keep their hyphen where a line happens to break behind them and the document gives no other evidence.
_FREE_PREFIXES = frozenset(
    "anti co counter cross ex high inter intra large long low mid multi non on off part poly pre post pro pseudo quasi "
    "self semi short small so sub trans ultra under vice well world".split()
)
_UNITS = frozenset("m cm km mm dm ha".split())


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


@dataclass(frozen=True, slots=True)
class Spelling:
    """What the document itself shows of how its words are written: lower-cased words that stand unbroken in it."""

    whole: frozenset[str] = frozenset()

    def join(self, left: str, right: str) -> str:
        """Two halves of a word that a line's end parts at a hyphen; `left` still ends in it.

        The hyphen stays where the document writes the word so elsewhere, in numbers and names (`COVID-` `19`), and
        behind prefixes that stand free; otherwise it goes.
        """
        stem = left[:-1]
        core_l, core_r = _letters_at_end(stem), _letters_at_start(right)
        if not core_l or not core_r:
            return left + right
        if (core_l + core_r).lower() in self.whole:
            return stem + right
        if f"{core_l}-{core_r}".lower() in self.whole:
            return left + right
        if core_r[0].isupper() or core_l.isupper() or core_r[0].isdigit():
            return left + right
        last = re.split(r"[-\u2013]", core_l)[-1].lower()
        if last in _FREE_PREFIXES or "-" in core_l:
            return left + right
        return stem + right


def _letters_at_end(text: str) -> str:
    match = re.search(r"[\w'’-]+$", text)
    return match.group() if match else ""


def _letters_at_start(text: str) -> str:
    match = re.match(r"[\w'’]+", text)
    return match.group() if match else ""


def learn_spelling(pages: Iterable[Page]) -> Spelling:
    """Collect the words that stand unbroken within lines: those that do not end in a hyphen."""
    seen: Counter[str] = Counter()
    for page in pages:
        for word in page.words:
            text = word.text.strip(".,;:!?()[]\"'“”‘’«»").lower()
            if len(text) > 2 and not text.endswith("-") and any(c.isalpha() for c in text):
                seen[text] += 1
    return Spelling(frozenset(seen))


def text_of(lines: Sequence[Line], spelling: Spelling) -> str:
    """The text of lines as one paragraph: single spaces, broken words joined, footnote marks left out."""
    return join_texts((line_text(line) for line in lines), spelling)


def line_text(line: Line) -> str:
    """The words of one line, parted by single spaces where white space parts them on the page."""
    return words_text(line.words)


def words_text(words: Iterable[Word]) -> str:
    """Words in reading order as text. Footnote marks are left out, powers of units (km²) are not."""
    parts: list[str] = []
    last: Word | None = None
    for word in words:
        if word.is_mark and not (last is not None and word.glued and last.text.lower() in _UNITS):
            continue
        glued = word.glued and last is not None and word.box.x0 - last.box.x1 <= 0.75 * last.font.size_pt
        if parts and not glued:
            parts.append(" ")
        parts.append(word.text)
        last = word
    return "".join(parts)


def join_texts(texts: Iterable[str], spelling: Spelling) -> str:
    """Join pieces of one paragraph, mending words that the break parts."""
    out = ""
    for text in texts:
        text = text.strip()
        if not text:
            continue
        if not out:
            out = text
        elif out.endswith("-") and len(out) > 1 and out[-2].isalnum() and (text[0].isalnum()):
            head, _, tail = out.rpartition(" ")
            first, _, rest = text.partition(" ")
            keeps = bool(re.match(r"(and|or|und|et)$", first))  # "short- and long-term"
            mended = f"{tail} {first}" if keeps else spelling.join(tail, first)
            out = f"{head} {mended}".lstrip() + (f" {rest}" if rest else "")
        elif out.endswith(("/", "–")) and len(out) > 1 and not out[-2].isspace() and text[0].isalnum():
            out += text
        else:
            out = f"{out} {text}"
    return out
