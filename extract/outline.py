"""Blocks to items: list items with the points below them, and headings with what stands under them.

Numbering and indentation decide what belongs below what; a paragraph that goes on over a page joins the item that it
began in.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from corpus.pages import Block, Role, Table
from extract.laid import LaidText, concatenated, laid
from extract.layout import MARKER
from extract.lines import Spelling

_BODY = (Role.PARAGRAPH, Role.LIST_ITEM, Role.HEADING, Role.TITLE)
_TERMINAL = (".", ":", ";", "!", "?", "”", ")")


@dataclass(slots=True)
class Item:
    """A heading, list item or paragraph with all its lines, and the items below it.

    `marker` is the list mark as printed ("1.", "(a)", "•"), `label` what follows from it without dot and brackets.
    `indent` is where its first line begins, in points.
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
        bare = (self.marker or "").strip("().")
        return bare if re.search(r"\w", bare) else None

    @property
    def body(self) -> LaidText:
        """The text behind the list mark."""
        match = MARKER.match(self.text.text) if self.marker else None
        return self.text.sliced(match.end(), len(self.text.text)) if match else self.text

    def whole(self) -> LaidText:
        """The text behind the mark with all points below it, their marks included."""
        return concatenated([self.body, *(text for child in self.children for text in child._with_marks())])

    def _with_marks(self) -> list[LaidText]:
        return [self.text, *(text for child in self.children for text in child._with_marks())]

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
            open_items = [o for o in open_items if item.indent >= o.indent + 8]
            if open_items:
                _adopt(open_items[-1], item)
            else:
                top.append(item)
            continue
        twin = next((o for o in reversed(open_items) if _are_twins(o, item)), None)
        if twin is not None:
            open_items = open_items[: open_items.index(twin)]
        else:
            open_items = [o for o in open_items if _holds(o, item)]
        if open_items:
            _adopt(open_items[-1], item)
        else:
            top.append(item)
        open_items.append(item)
    return top


def _adopt(parent: Item, child: Item) -> None:
    child.parent = parent
    parent.children.append(child)


def _are_twins(one: Item, two: Item) -> bool:
    """Whether two items are of one list: the same kind of mark at the same indent."""
    return _family(one.marker) == _family(two.marker) and abs(one.indent - two.indent) <= 4


def _holds(outer: Item, inner: Item) -> bool:
    """Whether a marked item stands below another one that is still open."""
    deeper = inner.indent > outer.indent + 4
    if _family(outer.marker) == _family(inner.marker):
        return deeper and not _follows(outer, inner)
    if deeper:
        return True
    level = abs(inner.indent - outer.indent) <= 4
    return level and _rank(inner.marker) > _rank(outer.marker)


def _follows(one: Item, two: Item) -> bool:
    """Whether the second enumerator is the successor of the first: then they are siblings, however they are indented."""
    a, b = one.label, two.label
    if a is None or b is None:
        return False
    if a.isdigit() and b.isdigit():
        return int(b) == int(a) + 1
    return len(a) == len(b) == 1 and a.isalpha() and ord(b) == ord(a) + 1


def _family(marker: str | None) -> str:
    """The kind of an enumerator: its signs and what it counts with."""
    if marker is None:
        return ""
    bare = marker.strip("().")
    brackets = "(" if marker.startswith("(") else ")" if marker.endswith(")") else "."
    if re.fullmatch(r"\d+(?:\.\d+)+", bare):
        return f"decimal{bare.count('.')}"
    if bare.isdigit():
        return f"number{brackets}"
    if re.fullmatch(r"[ivx]{2,}", bare):
        return f"roman{brackets}"
    if bare.isalpha():
        return ("upper" if bare.isupper() else "lower") + brackets
    return f"bullet{marker}"


def _rank(marker: str | None) -> int:
    """Outer kinds of enumerators before inner ones, for items of one indent."""
    family = _family(marker)
    order = ("upper.", "number.", "decimal1", "decimal2", "number)", "number(", "lower.", "lower)", "lower(", "roman")
    return next((i for i, kind in enumerate(order) if family.startswith(kind)), len(order))


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
            first.box.x0 if first else block.box.x0,
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
