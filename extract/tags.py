"""The structure tree of a tagged PDF: what it says each stretch of text is, and whether it can be believed.

A tree is believed where at least half of the document's letters stand in an element whose type has a role, and where its
order is the page's: producers that tag frame by frame, or tag everything as one paragraph, are left to the geometry.
Types are those of PDF 32000-1, 14.8.4.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from corpus.geometry import hull
from corpus.pages import Block, Element, Line, Page, Role, Table, Word
from extract.blocks import MARKER
from extract.laid import laid
from extract.lines import Spelling, line_text

SOUND_SHARE = 0.5  # of the letters, in elements with a role
_MOST_REVERSED = 1 / 3  # of neighbours in reading order, that the tree has the other way round
_MOST_IN_HEADINGS = 0.25  # of the letters that have a role

_ROLES: Mapping[str, Role] = {
    "Title": Role.TITLE,
    "H": Role.HEADING,
    **{f"H{level}": Role.HEADING for level in range(1, 10)},
    "P": Role.PARAGRAPH,
    "BlockQuote": Role.PARAGRAPH,
    "LI": Role.LIST_ITEM,
    "Caption": Role.CAPTION,
    "Note": Role.FOOTNOTE,
    "FENote": Role.FOOTNOTE,
    "TOCI": Role.TOC,
    "TD": Role.TABLE,
    "TH": Role.TABLE,
    "Figure": Role.FIGURE_TEXT,
    "Formula": Role.FIGURE_TEXT,
}
_CUT = (Role.HEADING, Role.PARAGRAPH, Role.LIST_ITEM)
_PARTS = (Role.HEADING, Role.PARAGRAPH, Role.LIST_ITEM)  # units that running blocks are cut by
_WINS = ("Figure", "TD", "TH", "TOCI", "Note", "FENote", "Caption")  # whatever stands within them


@dataclass(frozen=True, slots=True)
class Unit:
    """One paragraph, heading or list item of the tree.

    `place` tells it from all others and orders them. `level` is a heading's, from H1 on; None for a plain H and for what is
    no heading. `within` is the place of the list item that this list item stands in.
    """

    place: tuple[int, ...]
    role: Role
    level: int | None = None
    within: tuple[int, ...] | None = None


@dataclass(frozen=True, slots=True)
class Tags:
    """The units of a sound tree by page and marked content; empty where there is none, or none that can be believed."""

    units: Mapping[tuple[int, int], Unit]

    def __bool__(self) -> bool:
        return bool(self.units)

    def of_words(self, page: int, words: Iterable[Word]) -> Unit | None:
        """The unit that holds most letters of words; None where most have none."""
        if not self.units:
            return None
        letters: dict[Unit | None, int] = {}
        for word in words:
            unit = None if word.content is None else self.units.get((page, word.content))
            letters[unit] = letters.get(unit, 0) + len(word.text)
        return max(letters, key=lambda unit: letters[unit]) if letters else None

    def of(self, block: Block) -> Unit | None:
        """The unit that a block is."""
        return self.of_words(block.page, (word for line in block.lines for word in line.words))


NONE = Tags({})


def read_tags(pages: Sequence[Page]) -> Tags:
    """The units of a document's pages, where its tree covers enough of the text and is more than headings."""
    units: dict[tuple[int, int], Unit] = {}
    for page in pages:
        for element in page.elements:
            unit = unit_of(element)
            if unit is not None:
                units.update(((page.number, identity), unit) for identity in element.content)
    total = known = heads = 0
    for page in pages if units else ():
        for word in page.words:
            total += len(word.text)
            found = None if word.content is None else units.get((page.number, word.content))
            known += len(word.text) if found else 0
            heads += len(word.text) if found and found.role is Role.HEADING else 0
    covers = known > 0 and known >= SOUND_SHARE * total
    return Tags(units) if covers and heads <= _MOST_IN_HEADINGS * known else NONE


def believed(tags: Tags, blocks: Iterable[Block]) -> Tags:
    """The tags, where their order is that of the blocks on the page; else none.

    Args:
        tags: what the tree says.
        blocks: the running text in the order of the geometry.
    """
    steps = reversed_steps = 0
    placed = [(block.page, unit.place) for block in blocks if (unit := tags.of(block)) is not None]
    for (page, place), (next_page, next_place) in pairwise(placed):
        if page == next_page and place != next_place:
            steps += 1
            reversed_steps += next_place < place
    return NONE if reversed_steps > _MOST_REVERSED * steps else tags


def recut(items: Sequence[Block | Table], tags: Tags, spelling: Spelling) -> list[Block | Table]:
    """Running blocks cut and joined as the tree has them: one block for each of its units on a page."""
    out: list[Block | Table] = []
    ends: dict[tuple[int, Unit], int] = {}  # where in `out` the last part of a unit stands
    for item in items:
        if not isinstance(item, Block) or item.role not in _CUT or not tags:
            out.append(item)
            continue
        for piece, unit in _pieces(item, tags, spelling):
            at = None if unit is None else ends.get((piece.page, unit))
            last = None if at is None else out[at]
            if at is not None and isinstance(last, Block) and _continues(last, piece):
                out[at] = _made(last, (*last.lines, *piece.lines), spelling)
                continue
            if unit is not None:
                ends[(piece.page, unit)] = len(out)
            out.append(piece)
    return out


def _pieces(block: Block, tags: Tags, spelling: Spelling) -> Iterator[tuple[Block, Unit | None]]:
    """A block cut where its words pass from one unit to another: between lines, or within them where what stands beside it
    was read as one line with it. Words without a unit go with the ones before."""
    parts: dict[Unit | None, list[Line]] = {}
    unit = None
    for line in block.lines:
        shares: dict[Unit | None, list[Word]] = {}
        for word in line.words:
            own = tags.of_words(block.page, [word])
            unit = own if own is not None and own.role in _PARTS else unit
            shares.setdefault(unit, []).append(word)
        for owner, words in shares.items():
            parts.setdefault(owner, []).append(Line(line.page, tuple(words), hull(w.box for w in words)))
    if len(parts) == 1 or None in parts:
        yield block, next(iter(parts)) if len(parts) == 1 else None
        return
    for owner, lines in parts.items():
        match = MARKER.match(line_text(lines[0]))
        role = block.role if block.role is Role.HEADING else Role.LIST_ITEM if match else Role.PARAGRAPH
        piece = replace(block, role=role, marker=match.group("mark") if match else None)
        yield _made(piece, tuple(lines), spelling), owner


def _continues(last: Block, piece: Block) -> bool:
    """Whether a part of a unit stands right below the one before it, and not in the next column."""
    if not last.lines or not piece.lines:
        return False
    end = last.lines[-1]
    below = piece.box.top >= end.box.top and piece.box.top - last.box.bottom <= 1.6 * end.size_pt
    return below and last.box.overlap_x(piece.box) > 0


def _made(block: Block, lines: tuple[Line, ...], spelling: Spelling) -> Block:
    box = hull(line.box for line in lines).rounded()
    return replace(block, text=laid(lines, spelling).text, lines=lines, box=box)


def unit_of(element: Element) -> Unit | None:
    """What an element belongs to: the nearest paragraph, heading or list item around it.

    A list item is one unit with its label and the first paragraph of its body; further paragraphs of the body are
    paragraphs.

    >>> unit_of(Element(1, (0, 3, 1, 0), ("Document", "L", "LI", "LBody"), (7,)))
    Unit(place=(0, 3, 1), role=<Role.LIST_ITEM: 'list_item'>, level=None, within=None)
    """
    types, place = element.types, element.place
    for depth, name in enumerate(types):
        if name in _WINS:
            return Unit(place[: depth + 1], _ROLES[name])
    for depth in range(len(types) - 1, -1, -1):
        name = types[depth]
        role = _ROLES.get(name)
        if role is None:
            continue
        if name in ("P", "BlockQuote") and _begins_item(types, place, depth):
            continue
        level = int(name[1:]) if role is Role.HEADING and name != "H" else None
        return Unit(place[: depth + 1], role, level, _item_around(types, place, depth) if name == "LI" else None)
    return None


def _begins_item(types: tuple[str, ...], place: tuple[int, ...], depth: int) -> bool:
    """Whether a paragraph is the first of a list item's body, or stands in its label."""
    for above in range(depth - 1, -1, -1):
        if types[above] == "LI":
            return all(step == 0 for step in place[above + 2 : depth + 1])
        if types[above] not in ("LBody", "Lbl", "Sect", "Div", "NonStruct"):
            return False
    return False


def _item_around(types: tuple[str, ...], place: tuple[int, ...], depth: int) -> tuple[int, ...] | None:
    return next((place[: above + 1] for above in range(depth - 1, -1, -1) if types[above] == "LI"), None)
