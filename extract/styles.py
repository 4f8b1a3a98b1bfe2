"""How blocks are set, and which of two stands out more: size, weight, capitals, underline, slant, place on the page."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from corpus.pages import Block, Role, Word

_NEARLY_ALL = 0.85  # of the letters
_SAME_SIZE = 0.04  # sizes that differ by less are one


@dataclass(frozen=True, slots=True)
class Style:
    """How a block is set, where nearly all of it is set alike."""

    size_pt: float
    bold: bool = False
    italic: bool = False
    capitals: bool = False
    underlined: bool = False

    @property
    def emphasis(self) -> int:
        """How far type of one size is set apart: plain, italic, underlined, capitals, bold italic, bold, bold capitals."""
        if self.bold:
            return 6 if self.capitals else 4 if self.italic else 5
        return 3 if self.capitals else 2 if self.underlined else int(self.italic)

    def stands_out_from(self, other: "Style") -> bool:
        """Whether it is larger than the other, or of its size and more emphasized."""
        if abs(self.size_pt - other.size_pt) > _SAME_SIZE * max(self.size_pt, other.size_pt):
            return self.size_pt > other.size_pt
        return self.emphasis > other.emphasis


def style_of(block: Block) -> Style:
    """The style of a block with lines; of one without, that of nothing in particular."""
    words = [word for line in block.lines for word in line.words if not word.is_mark]
    text = "".join(word.text for word in words)
    return Style(
        _size(words),
        _most(words, lambda word: word.font.bold),
        _most(words, lambda word: word.font.italic),
        text.isupper() and sum(map(str.isalpha, text)) > 3,
        _most(words, lambda word: word.is_underlined),
    )


def strongest_style(block: Block) -> Style:
    """The style of the line that stands out most: of a heading in parts, "Article 4" above its title."""
    strongest = style_of(block)
    for line in block.lines if len(block.lines) > 1 else ():
        style = style_of(replace(block, lines=(line,)))
        strongest = style if style.stands_out_from(strongest) else strongest
    return strongest


def body_style(blocks: Iterable[Block]) -> Style:
    """The style in which most letters of the running text are set."""
    weights: Counter[Style] = Counter()
    for block in blocks:
        if block.role in (Role.PARAGRAPH, Role.LIST_ITEM) and block.lines:
            weights[style_of(block)] += len(block.text)
    return max(weights, key=lambda style: weights[style]) if weights else Style(10.0)


def is_centered(block: Block, left: float, right: float) -> bool:
    """Whether its lines leave as much room on both sides of the text, and at least one of them some."""
    wide = right - left
    gaps = [(line.box.x0 - left, right - line.box.x1) for line in block.lines]
    even = all(abs(before - after) <= max(8.0, 0.04 * wide) for before, after in gaps)
    return even and any(min(gap) > 0.03 * wide for gap in gaps)


def _size(words: Iterable[Word]) -> float:
    sizes: dict[float, int] = {}
    for word in words:
        sizes[word.font.size_pt] = sizes.get(word.font.size_pt, 0) + len(word.text)
    return max(sizes, key=lambda size: sizes[size]) if sizes else 10.0


def _most(words: Sequence[Word], has: Callable[[Word], bool]) -> bool:
    """Whether nearly all letters have it, those of the first and the last word too: a label that runs in has not."""
    if not words or not has(words[0]) or not has(words[-1]):
        return False
    total = having = 0
    for word in words:
        weight = sum(c.isalnum() for c in word.text)
        total += weight
        having += weight if has(word) else 0
    return total > 0 and having >= _NEARLY_ALL * total
