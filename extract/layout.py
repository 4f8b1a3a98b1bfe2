"""Words of a page to blocks in reading order: boxes first, then columns, lines, paragraphs.

The order comes from where things stand, never from the order in which the file draws them. Call-outs, tables and pictures
are laid out by themselves and take their place in the column that they stand in.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from corpus.geometry import Box, hull
from corpus.pages import Block, Line, Page, Role, Table, Word
from extract.blocks import block_of, paragraphs
from extract.columns import Known, Leaf, leaves
from extract.frames import Drawn, Frame, borders, find_frames
from extract.furniture import Furniture
from extract.lines import Spelling, lines_of
from extract.notes import part_notes

_BULLET_PT = 7.0  # the largest drawn bullet
_LEVEL_PT = 8.0  # how far a side heading may stand above or below the first line beside it
_CHAIN_PT = 40.0  # side headings and what stands below them belong together up to such a distance


@dataclass(frozen=True, slots=True)
class Placed:
    """A block, or what was taken out of the page (a table, by its position), at its place in the reading order.

    `frame` is the box that holds it, `column` the box of its column; `aside` that this is one of side headings or remarks.
    """

    block: Block | None
    taken: int | None = None
    frame: Frame | None = None
    column: Box | None = None
    aside: bool = False


@dataclass(frozen=True, slots=True)
class PageLayout:
    """What a page holds in reading order, its furniture aside; notes come last."""

    page: int
    items: tuple[Placed, ...]
    furniture: Furniture
    body_size: float
    gutters: tuple[Known, ...] = ()

    @property
    def blocks(self) -> tuple[Block, ...]:
        return tuple(item.block for item in self.items if item.block is not None)


def lay_out(
    page: Page, furniture: Furniture, taken: Sequence[Box], spelling: Spelling, known: Sequence[Known] = ()
) -> PageLayout:
    """The blocks of one page in reading order; furniture is left out, `taken` boxes (tables) keep their place.

    `Block.order` counts within the page. `known` are gutters that the document has shown elsewhere.
    """
    words = [w for at, w in enumerate(page.words) if w.angle == 0 and at not in furniture.words]
    for box in taken:
        words = [word for word in words if not box.holds_center_of(word.box)]
    body_size = _body_size(words)
    words += _drawn_bullets(page, words)
    frames = [f for f in find_frames(page, words) if not any(box.grown(2).holds(f.box) for box in taken)]
    frames = [f for f in frames if not any(f.box.overlap_x(b) > 4 and f.box.overlap_y(b) > 4 for b in taken)]
    outside = words
    for frame in frames:
        outside = [word for word in outside if not frame.box.holds_center_of(word.box)]
    boxes = [*taken, *(f.box for f in frames)]
    reader = _PageReader(page, spelling, body_size)
    items: list[Placed] = []
    notes: list[Placed] = []
    rules = [*(r.box for r in page.rules if r.is_horizontal), *borders(page.fills)]
    found, shown = leaves(outside, boxes, page.number, rules, known)
    for leaf in found:
        for entry in reader.leaf(leaf, boxes):
            if isinstance(entry, Placed):
                (notes if entry.block is not None and entry.block.role is Role.FOOTNOTE else items).append(entry)
            elif entry < len(taken):
                items.append(Placed(None, taken=entry))
            else:
                frame = frames[entry - len(taken)]
                inside = [w for w in words if frame.box.holds_center_of(w.box)]
                items += reader.frame(frame, inside)
    items += reader.turned(position for position in range(len(page.words)) if position not in furniture.words)
    numbered = [
        replace(item, block=replace(item.block, order=order)) if item.block is not None else item
        for order, item in enumerate([*items, *notes])
    ]
    return PageLayout(page.number, tuple(numbered), furniture, body_size, tuple(shown))


def _body_size(words: Iterable[Word]) -> float:
    """The size in which most letters are set; 10 where there are none."""
    exact: Counter[float] = Counter()
    for word in words:
        if not word.is_mark:
            exact[word.font.size_pt] += len(word.text)
    sizes: Counter[float] = Counter()
    for size, letters in exact.items():
        sizes[round(size * 2) / 2] += letters
    return sizes.most_common(1)[0][0] if sizes else 10.0


def _drawn_bullets(page: Page, words: Sequence[Word]) -> list[Word]:
    """Bullets that are drawn and not written: small squares and discs before a line."""
    small = [f.box for f in page.fills] + [r.box for r in page.rules]
    out = []
    for box in small:
        if not (
            1.2 <= box.width <= _BULLET_PT and 1.2 <= box.height <= _BULLET_PT and 0.6 <= box.width / box.height <= 1.7
        ):
            continue
        beside = [w for w in words if w.box.top <= box.center_y <= w.box.bottom]
        right = min((w for w in beside if w.box.x0 >= box.x1), key=lambda w: w.box.x0, default=None)
        left = max((w for w in beside if w.box.x1 <= box.x0), key=lambda w: w.box.x1, default=None)
        near = right is not None and right.box.x0 - box.x1 <= 24
        if near and right is not None and (left is None or box.x0 - left.box.x1 > 12):
            place = Box(box.x0, right.box.top, box.x1, right.box.bottom)
            out.append(Word("•", place, right.font))
    return out


class _PageReader:
    """Makes the blocks of one page."""

    def __init__(self, page: Page, spelling: Spelling, body_size: float) -> None:
        self._page = page
        self._spelling = spelling
        self._body_size = body_size

    def leaf(self, leaf: Leaf, boxes: Sequence[Box]) -> list[Placed | int]:
        """The blocks and boxes of a column in order, notes last."""
        own = self._column(leaf.words, leaf.boxes, boxes)
        if leaf.is_margin:
            return _aside(own)
        if leaf.beside is None:
            return own
        side = self._column(leaf.beside.words, leaf.beside.boxes, boxes)
        if not _heads(side, own):
            return [*_aside(side), *own]  # remarks in the margin: a column of their own
        return _interleaved(_aside(side), own, boxes)

    def _column(self, words: Sequence[Word], inside: Sequence[int], boxes: Sequence[Box]) -> list[Placed | int]:
        lines, notes = part_notes(lines_of(words, self._page.number), self._page, self._body_size, boxes)
        column = hull([*(line.box for line in lines), *(boxes[at] for at in inside)]) if lines or inside else None
        out: list[Placed | int] = []
        waiting = list(lines)
        for at in sorted(inside, key=lambda n: (boxes[n].center_y, boxes[n].x0)):
            above = [line for line in waiting if line.box.center_y < boxes[at].center_y]
            waiting = waiting[len(above) :]
            out += self._blocks(above, column)
            out.append(at)
        out += self._blocks(waiting, column)
        for note in notes:
            out.append(Placed(block_of(note, Role.FOOTNOTE, self._spelling), column=column))
        return out

    def _blocks(self, lines: Sequence[Line], column: Box | None, frame: Frame | None = None) -> list[Placed]:
        return [Placed(b, frame=frame, column=column) for b in paragraphs(lines, self._spelling, self._body_size)]

    def frame(self, frame: Frame, words: Sequence[Word]) -> list[Placed]:
        """The blocks within a box."""
        if _is_chart(frame, words):
            return [
                Placed(block_of([line], Role.FIGURE_TEXT, self._spelling), frame=frame, column=frame.box)
                for line in _labels(words, self._page.number)
            ]
        out: list[Placed] = []
        for leaf in leaves(words, (), self._page.number)[0]:
            for part in [leaf.beside, leaf] if leaf.beside else [leaf]:
                out += self._blocks(lines_of(part.words, self._page.number), frame.box, frame)
        return out

    def turned(self, positions: Iterable[int]) -> list[Placed]:
        """Words that do not stand upright: labels of figures and decoration, each run of them a block."""
        words = [self._page.words[at] for at in positions if self._page.words[at].angle != 0]
        runs: list[list[Word]] = []
        for word in words:
            last = runs[-1][-1] if runs else None
            alike = last is not None and last.font == word.font
            near = last is not None and word.box.grown(2.2 * word.font.size_pt).intersection(last.box) is not None
            if alike and near:
                runs[-1].append(word)
            else:
                runs.append([word])
        lines = [Line(self._page.number, tuple(run), hull(w.box for w in run)) for run in runs]
        return [Placed(block_of([line], Role.FIGURE_TEXT, self._spelling), column=line.box) for line in lines]


def _heads(side: Sequence[Placed | int], main: Sequence[Placed | int]) -> bool:
    """Whether headings stand at the side: most of them level with the beginning of a block of the text."""
    blocks = [e.block for e in side if isinstance(e, Placed) and e.block is not None]
    heads = [b.box.top for b in blocks if b.role is Role.HEADING and b.text[:1] not in '“„«"‘']
    tops = [e.block.box.top for e in main if isinstance(e, Placed) and e.block]
    level = [top for top in heads if any(abs(top - other) <= _LEVEL_PT for other in tops)]
    return bool(heads) and len(level) >= 0.5 * len(heads)


def _aside(entries: Sequence[Placed | int]) -> list[Placed | int]:
    return [entry if isinstance(entry, int) else replace(entry, aside=True) for entry in entries]


def _interleaved(
    side: Sequence[Placed | int], main: Sequence[Placed | int], boxes: Sequence[Box]
) -> list[Placed | int]:
    """Side headings before the text that they stand beside, with what stands closely below them in their column."""

    def top(entry: Placed | int) -> float:
        return boxes[entry].top if isinstance(entry, int) else entry.block.box.top if entry.block else 0.0

    def bottom(entry: Placed | int) -> float:
        return boxes[entry].bottom if isinstance(entry, int) else entry.block.box.bottom if entry.block else 0.0

    chains: list[list[Placed | int]] = []
    for entry in side:
        if chains and top(entry) - bottom(chains[-1][-1]) <= _CHAIN_PT:
            chains[-1].append(entry)
        else:
            chains.append([entry])
    out: list[Placed | int] = []
    for entry in main:
        while chains and top(chains[0][0]) <= top(entry) + _LEVEL_PT:
            out += chains.pop(0)
        out.append(entry)
    return out + [entry for chain in chains for entry in chain]


def _is_chart(frame: Frame, words: Sequence[Word]) -> bool:
    """Whether a box holds a figure with labels: shapes or a picture, and no sentences."""
    if not words:
        return True
    lines = _labels(words, 0)
    prose = sum(len(line.words) >= 6 for line in lines)
    if frame.drawn is Drawn.PICTURE:
        return prose < 0.5 * len(lines)
    return frame.marks >= 3 and prose <= 0.34 * len(lines)


def _labels(words: Sequence[Word], page: int) -> list[Line]:
    """The labels of a figure: words of one line up to a gap."""
    out: list[Line] = []
    for line in lines_of(words, page):
        run: list[Word] = []
        for word in line.words:
            if run and word.box.x0 - run[-1].box.x1 > 0.9 * word.font.size_pt:
                out.append(Line(page, tuple(run), hull(w.box for w in run)))
                run = []
            run.append(word)
        out.append(Line(page, tuple(run), hull(w.box for w in run)))
    return out


def table_boxes(tables: Iterable[Table]) -> dict[int, list[Box]]:
    """For each page the boxes of the tables on it."""
    taken: dict[int, list[Box]] = {}
    for table in tables:
        for page, box in table.places:
            taken.setdefault(page, []).append(box)
    return taken
