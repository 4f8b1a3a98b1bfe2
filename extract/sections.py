"""How headings and list items nest: the level of each, and the block that it stands below.

A heading closes those that do not stand above it. Which of two stands above the other says the first evidence that both
have: the tags' levels, the bookmarks' depths, their labels and numbers, their style. Levels follow from nesting: 1 below
nothing, else one more than the parent's. List items nest as in `extract.outline`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from corpus.pages import Block, Evidence, Role, Table
from extract.enumerators import alike, label_of, stands_below
from extract.laid import LaidText
from extract.outline import STEP_IN_PT, goes_on, still_open
from extract.styles import Style
from extract.tags import Tags

_LARGER = 1.2  # a heading that is set larger than another one by more does not stand below it, whatever its tag says


@dataclass(frozen=True, slots=True)
class Heading:
    """What is known of a heading. `row` is the place of its label among labels from outer to inner ("Chapter" before
    "Article"), `is_annex` that it stands below nothing, `number` its number part by part, where headings are numbered in
    steps."""

    style: Style
    evidence: Evidence
    tag_level: int | None = None
    depth: int | None = None
    row: int | None = None
    is_annex: bool = False
    marker: str | None = None
    number: tuple[str, ...] | None = None

    def holds(self, other: "Heading") -> bool:
        """Whether the other one, which comes later, stands below this one."""
        if other.is_annex:
            return False
        if self.tag_level is not None and other.tag_level is not None:
            return self.tag_level < other.tag_level and other.style.size_pt <= _LARGER * self.style.size_pt
        if self.depth is not None and other.depth is not None:
            return self.depth < other.depth
        known = other.tag_level is not None or other.depth is not None
        if known and self.tag_level is None and self.depth is None and not self.is_annex:
            return False  # what tags and bookmarks leave out holds nothing that they name
        if self.row is not None and other.row is not None:
            return self.row < other.row
        if self.number is not None and other.number is not None:
            return len(self.number) < len(other.number) and other.number[: len(self.number)] == self.number
        if label_of(self.marker) and label_of(other.marker):
            if _is_within(self.marker, other.marker):
                return True
            if alike(self.marker, other.marker) and not self.style.stands_out_from(other.style):
                return False
            if self.style.emphasis == other.style.emphasis and not other.style.stands_out_from(self.style):
                return self.style.stands_out_from(other.style) or stands_below(self.marker, other.marker)
        return self.style.stands_out_from(other.style)


def nested(
    items: Sequence[Block | Table], headings: Mapping[int, Heading], closing: frozenset[int], tags: Tags
) -> tuple[Block | Table, ...]:
    """Give each block its order, and headings and list items their level, parent and evidence.

    Args:
        items: the flow.
        headings: by position in it.
        closing: positions of blocks that end all open headings, as an act's enacting formula does.
        tags: of the document; a list item within another one of the tree stands below it.
    """
    nesting = _Nesting(tags)
    out: list[Block | Table] = []
    for position, item in enumerate(items):
        if isinstance(item, Table):
            out.append(item)
            continue
        block = replace(item, order=position, level=None, parent=None, evidence=None)
        heading = headings.get(position)
        if position in closing:
            nesting.close()
        elif heading is not None:
            block = nesting.with_heading(block, heading)
        elif block.role is Role.LIST_ITEM:
            block = nesting.with_item(block)
        elif block.role is Role.PARAGRAPH:
            nesting.pass_by(block)
        out.append(block)
    return tuple(out)


@dataclass(frozen=True, slots=True)
class _Open:
    """A heading or list item that may still hold what comes."""

    order: int
    level: int
    heading: Heading | None = None
    marker: str | None = None
    indent: float = 0.0
    above: "tuple[_Open, ...]" = ()


class _Nesting:
    """The headings and list items that are open while the flow goes by, outer ones first."""

    def __init__(self, tags: Tags) -> None:
        self._tags = tags
        self._headings: list[_Open] = []
        self._items: list[_Open] = []
        self._by_place: dict[tuple[int, ...], _Open] = {}
        self._last: Block | None = None

    def close(self) -> None:
        self._headings, self._items = [], []

    def with_heading(self, block: Block, heading: Heading) -> Block:
        while self._headings and not _holds(self._headings[-1], heading):
            self._headings.pop()
        block = _placed(block, self._headings, heading.evidence)
        self._headings.append(_Open(block.order, block.level or 1, heading))
        self._items, self._last = [], None
        return block

    def with_item(self, block: Block) -> Block:
        unit = self._tags.of(block)
        is_tagged = unit is not None and unit.role is Role.LIST_ITEM
        around = self._by_place.get(unit.within) if unit is not None and unit.within is not None else None
        entry = _Open(block.order, 1, marker=block.marker, indent=_indent(block))
        self._items = [*around.above, around] if around is not None else still_open(self._items, entry)
        numbered = label_of(block.marker) is not None
        evidence = Evidence.TAGS if is_tagged else Evidence.NUMBERING if numbered else Evidence.STYLE
        block = _placed(block, [*self._headings, *self._items], evidence)
        entry = replace(entry, level=block.level or 1, above=tuple(self._items))
        self._items.append(entry)
        if unit is not None and is_tagged:
            self._by_place.setdefault(unit.place, entry)
        self._last = block
        return block

    def pass_by(self, block: Block) -> None:
        """A paragraph ends the list items that it does not stand within, unless it goes on with the last one."""
        if self._last is not None and goes_on(self._last, block, LaidText(self._last.text, ())):
            self._last = block
            return
        self._items = [item for item in self._items if _indent(block) >= item.indent + STEP_IN_PT]
        self._last = block if self._items else None


def _holds(open_heading: _Open, heading: Heading) -> bool:
    return open_heading.heading is not None and open_heading.heading.holds(heading)


def _placed(block: Block, above: Sequence[_Open], evidence: Evidence) -> Block:
    parent = above[-1] if above else None
    level = parent.level + 1 if parent else 1
    return replace(block, level=level, parent=parent.order if parent else None, evidence=evidence)


def _indent(block: Block) -> float:
    return block.indent


def _is_within(outer: str | None, inner: str | None) -> bool:
    """Whether a decimal number begins with another one: 2.1 stands within 2."""
    a, b = label_of(outer), label_of(inner)
    return a is not None and b is not None and b.startswith(f"{a}.")
