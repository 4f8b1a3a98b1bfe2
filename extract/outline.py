"""Blocks to items: list items with the points below them, and headings with what stands under them.

Numbering and indentation decide what belongs below what; a paragraph that goes on over a page joins the item that it
began in.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Protocol, TypeVar

from corpus.pages import Block, Role, Table
from extract.blocks import MARKER
from extract.enumerators import alike, follows, label_of, stands_below
from extract.laid import LaidText, concatenated, laid
from extract.lines import Spelling

_BODY = (Role.PARAGRAPH, Role.LIST_ITEM, Role.HEADING, Role.TITLE)
STEP_IN_PT = 8.0  # a paragraph that stands this far in from a list item belongs to it
_TERMINAL = (".", ":", ";", "!", "?", "”", ")")


@dataclass(slots=True)
class Item:
    """A heading, list item or paragraph with all its lines, and the items below it.

    `marker` is the list mark as printed ("1.", "(a)", "•"), `label` what follows from it without dot and brackets.
    `indent` is how far its first line stands in from the left edge of its column, in points.
    """

    text: LaidText
    marker: str | None
    indent: float
    page: int
    role: Role
    bold_start: bool = False
    parent: "Item | None" = None
    children: list["Item"] = field(default_factory=list)

    @property
    def label(self) -> str | None:
        """The enumerator without dot and brackets; None for bullets."""
        return label_of(self.marker)

    @property
    def body(self) -> LaidText:
        """The text behind the list mark."""
        match = MARKER.match(self.text.text) if self.marker else None
        return self.text.sliced(match.end(), len(self.text.text)) if match else self.text

    def whole(self) -> LaidText:
        """The text behind the mark with all points below it, their marks included."""
        return concatenated([self.body, *(text for child in self.children for text in child._marked())])

    def with_marks(self) -> LaidText:
        """The whole text with its own mark."""
        return concatenated(self._marked())

    def _marked(self) -> list[LaidText]:
        return [self.text, *(text for child in self.children for text in child._marked())]

    def descendants(self) -> Iterator["Item"]:
        for child in self.children:
            yield child
            yield from child.descendants()


def items_of(flow: Iterable[Block | Table], spelling: Spelling) -> list[Item]:
    """The items of the running text, top ones in order, each with its points nested below it."""
    joined = list(_joined(flow, spelling))
    top: list[Item] = []
    open_items: list[Item] = []
    for item in joined:
        if item.role in (Role.HEADING, Role.TITLE) and item.marker is None:
            open_items.clear()
            top.append(item)
            continue
        if item.marker is None:
            open_items = [o for o in open_items if item.indent >= o.indent + STEP_IN_PT]
            if open_items:
                _adopt(open_items[-1], item)
            else:
                top.append(item)
            continue
        open_items = still_open(open_items, item)
        if open_items:
            _adopt(open_items[-1], item)
        else:
            top.append(item)
        open_items.append(item)
    return top


class Marked(Protocol):
    """What nests: a list mark and where its line begins, in points."""

    @property
    def marker(self) -> str | None: ...
    @property
    def indent(self) -> float: ...


M = TypeVar("M", bound=Marked)


def still_open(open_items: Sequence[M], item: Marked) -> list[M]:
    """The items of `open_items` (outer ones first) that a following marked item stands below."""
    twin = next((at for at in reversed(range(len(open_items))) if _are_twins(open_items[at], item)), None)
    if twin is not None:
        return list(open_items[:twin])
    return [outer for outer in open_items if _holds(outer, item)]


def _adopt(parent: Item, child: Item) -> None:
    child.parent = parent
    parent.children.append(child)


def _are_twins(one: Marked, two: Marked) -> bool:
    """Whether two items are of one list: the same kind of mark at the same indent."""
    return abs(one.indent - two.indent) <= 4 and alike(one.marker, two.marker)


def _holds(outer: Marked, inner: Marked) -> bool:
    """Whether a marked item stands below another one that is still open."""
    deeper = inner.indent > outer.indent + 4
    if alike(outer.marker, inner.marker):
        return deeper and not follows(outer.marker, inner.marker)
    if deeper:
        return True
    level = abs(inner.indent - outer.indent) <= 4
    return level and stands_below(outer.marker, inner.marker)


def _joined(flow: Iterable[Block | Table], spelling: Spelling) -> Iterator[Item]:
    """Body blocks as items, with a paragraph that runs over a page or column made one again."""
    current: Item | None = None
    last_block: Block | None = None
    for block in flow:
        if isinstance(block, Table) or block.role not in _BODY:
            if isinstance(block, Table) and current is not None:
                yield current
                current, last_block = None, None
            continue
        if current is not None and last_block is not None and goes_on(last_block, block, current.text):
            current.text = glued(current.text, laid(block.lines, spelling), spelling)
            last_block = block
            continue
        if current is not None:
            yield current
        first = block.lines[0] if block.lines else None
        current = Item(
            laid(block.lines, spelling),
            block.marker,
            block.indent,
            block.page,
            block.role,
            bold_start=bool(first and first.words[0].font.bold),
        )
        last_block = block
    if current is not None:
        yield current


def goes_on(last: Block, block: Block, current: LaidText) -> bool:
    """Whether a block goes on with the text before it: over a page or column, in the middle of a sentence."""
    if block.marker is not None or block.role in (Role.HEADING, Role.TITLE) or last.role in (Role.HEADING, Role.TITLE):
        return False
    moved = block.page != last.page or block.box.top < last.box.bottom - 2
    if not moved:
        return False
    before, after = current.text.rstrip(), block.text.lstrip()
    if not before or not after:
        return False
    if after[0].islower():
        return not before.endswith((".", "!", "?"))
    return not before.endswith(_TERMINAL) and before[-1] != ","


def glued(first: LaidText, second: LaidText, spelling: Spelling) -> LaidText:
    """Two stretches as one; a word that the break cut is mended."""
    if first.text.endswith("-") and second.text[:1].isalnum():
        left = first.text.rsplit(" ", 1)[-1]
        right = second.text.split(" ", 1)[0]
        keeps = spelling.keeps_hyphen(left, right)
        cut = first.sliced(0, len(first.text) - (0 if keeps else 1))
        return concatenated([cut, second], between="")
    return concatenated([first, second])
