"""Sheets of tiles: pages whose numbers stand apart from what they count, in boxes or in columns.

On such a page reading order says little: a row of numbers may come before a row of labels. So the words of each box (a
ground or a frame) are cut into pieces where more than a word space or another type parts them, and every number is paired
with the label that stands nearest to it in the way in which its neighbors have theirs: below, above or beside.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from corpus.geometry import Box, hull
from corpus.pages import Line, Page, Word
from extract.lines import line_text, lines_of, words_text

_GAP = 0.9  # of the type's size: white space that parts two pieces of a line
_STYLE_GAP = 0.4  # where the type changes too
_LARGE = 1.3  # how much larger a number is than the words that it is set apart from
_PITCH = 1.75  # of the type's size: the largest distance of base lines within a piece
_ALIGNED_PT = 4.0
_LEAST_BOX = (40.0, 12.0)  # points: what is smaller holds no tile
_EDGE = 0.06  # of the page's height: running lines stand there, unless in a box
_FAR = 6.0  # of the number's size: no label is farther away

_Is = Callable[[str], bool]


@dataclass(slots=True)
class Frame:
    """A ground, a frame, or a cell: `parent` is the smallest one around it, None for the page."""

    box: Box
    parent: int | None = None


@dataclass(slots=True)
class Piece:
    """Lines in one type, one below the other, in one frame (None: the bare page)."""

    lines: list[Line]
    frame: int | None
    page: int
    starts_item: bool = False

    @property
    def box(self) -> Box:
        return hull(line.box for line in self.lines)

    @property
    def text(self) -> str:
        return " ".join(line_text(line) for line in self.lines)

    @property
    def size_pt(self) -> float:
        return self.lines[0].size_pt

    @property
    def bold(self) -> bool:
        return all(line.bold for line in self.lines)

    @property
    def color(self) -> int:
        return self.lines[0].words[0].font.color

    def is_set_like(self, other: "Piece") -> bool:
        return abs(self.size_pt - other.size_pt) <= 0.06 * self.size_pt and self.bold == other.bold


@dataclass(frozen=True, slots=True)
class Tile:
    """A number and what it counts, set apart from each other."""

    number: Piece
    label: Piece


@dataclass(slots=True)
class Sheet:
    """One page cut into pieces. `tiles` are the paired ones, `rest` all others, from top to bottom."""

    page: Page
    frames: list[Frame]
    tiles: list[Tile] = field(default_factory=list)
    rest: list[Piece] = field(default_factory=list)

    def around(self, frame: int | None) -> Iterator[int]:
        """A frame and those around it, from the inside out."""
        while frame is not None:
            yield frame
            frame = self.frames[frame].parent


def read_sheet(
    page: Page,
    words: Iterable[Word],
    cells: Sequence[Box],
    *,
    is_number: _Is,
    is_scale: _Is,
    is_open: _Is,
    is_label: _Is,
) -> Sheet:
    """Cut a page into pieces and pair its numbers with their labels.

    Args:
        page: its grounds and rules are the frames.
        words: upright words that are no furniture, notes or tables of their own.
        cells: boxes of table cells: frames as well.
        is_number: whether a text is a number with its unit, and nothing else.
        is_scale: whether a text goes on with the number above it ("million", "tonnes").
        is_open: whether a text is the beginning of a number ("nearly EUR", "half a").
        is_label: whether a text may be a label: short and no sentence.
    """
    sheet = Sheet(page, _frames(page, cells))
    by_frame: dict[int | None, list[Word]] = {}
    for word in words:
        frame = _smallest(sheet.frames, word.box)
        at_edge = word.box.bottom < _EDGE * page.height or word.box.top > (1 - _EDGE) * page.height
        if frame is not None or not at_edge:
            by_frame.setdefault(frame, []).append(word)
    pieces: list[Piece] = []
    for frame, held in by_frame.items():
        pieces += _pieces(held, frame, page.number, is_number, is_scale, is_open)
    numbers = [piece for piece in pieces if is_number(piece.text)]
    labels = [piece for piece in pieces if not is_number(piece.text) and is_label(piece.text)]
    sheet.tiles = _paired(sheet, numbers, labels)
    taken = {id(line) for tile in sheet.tiles for piece in (tile.number, tile.label) for line in piece.lines}
    sheet.rest = sorted((p for p in pieces if id(p.lines[0]) not in taken), key=lambda p: (p.box.top, p.box.x0))
    sheet.tiles.sort(key=lambda tile: (tile.number.box.top, tile.number.box.x0))
    return sheet


# --- frames --------------------------------------------------------------------------------------------------------


def _frames(page: Page, cells: Sequence[Box]) -> list[Frame]:
    whole = page.width * page.height
    boxes: list[Box] = []
    for box in (*(fill.box for fill in page.fills), *_ruled(page), *cells):
        too_small = box.width < _LEAST_BOX[0] or box.height < _LEAST_BOX[1]
        if not too_small and box.width * box.height < 0.8 * whole and not any(_same(box, other) for other in boxes):
            boxes.append(box)
    boxes.sort(key=lambda box: box.width * box.height, reverse=True)
    frames: list[Frame] = []
    for box in boxes:
        parent = None
        for position, frame in enumerate(frames):
            if (
                frame.box.x0 - 3 <= box.x0
                and box.x1 <= frame.box.x1 + 3
                and frame.box.top - 3 <= box.top
                and box.bottom <= frame.box.bottom + 3
            ):
                parent = position
        frames.append(Frame(box, parent))
    return frames


def _same(one: Box, two: Box) -> bool:
    edges = ((one.x0, two.x0), (one.x1, two.x1), (one.top, two.top), (one.bottom, two.bottom))
    return all(abs(a - b) <= 3 for a, b in edges)


def _ruled(page: Page) -> Iterator[Box]:
    """Rectangles of four rules; their corners may be rounded."""
    flat = sorted((r.box for r in page.rules if r.is_horizontal and r.box.width >= _LEAST_BOX[0]), key=lambda b: b.top)
    upright = [r.box for r in page.rules if not r.is_horizontal and r.box.height >= _LEAST_BOX[1] - 4]
    if len(flat) > 400 or len(upright) > 400:
        return
    for position, top in enumerate(flat):
        for bottom in flat[position + 1 :]:
            if abs(top.x0 - bottom.x0) > 5 or abs(top.x1 - bottom.x1) > 5 or bottom.top - top.top < _LEAST_BOX[1]:
                continue
            sides = [
                any(
                    abs(side.center_x - x) <= 8 and side.top <= top.top + 12 and side.bottom >= bottom.top - 12
                    for side in upright
                )
                for x in (top.x0, top.x1)
            ]
            if all(sides):
                yield Box(top.x0, top.top, top.x1, bottom.bottom)
                break


def frames_of(page: Page) -> list[Frame]:
    """The grounds and frames of a page, from large to small."""
    return _frames(page, ())


def outermost(frames: Sequence[Frame], box: Box) -> int | None:
    """The position of the largest frame that holds the middle of a box; None where it stands on the bare page."""
    return next((i for i, frame in enumerate(frames) if frame.box.holds_center_of(box)), None)


def _smallest(frames: Sequence[Frame], box: Box) -> int | None:
    """The smallest frame that holds the middle of a box; frames come from large to small."""
    return next((i for i in range(len(frames) - 1, -1, -1) if frames[i].box.holds_center_of(box)), None)


# --- pieces --------------------------------------------------------------------------------------------------------


def _pieces(
    words: Sequence[Word], frame: int | None, page: int, is_number: _Is, is_scale: _Is, is_open: _Is
) -> list[Piece]:
    """Segments of lines, joined downwards where they are set alike and stand below each other."""
    pieces: list[Piece] = []
    for line in lines_of(words, page):
        segments = [part for segment in _segments(line) for part in _number_and_rest(segment, is_number)]
        texts = [words_text(segment) for segment in segments]
        for position, segment in enumerate(segments):
            part = Line(page, tuple(segment), hull(w.box for w in segment))
            beside = [texts[i] for i in (position - 1, position + 1) if 0 <= i < len(texts)]
            is_beside = any(is_number(text) for text in beside) and not is_number(texts[position])
            above = _above(pieces, part, texts[position], is_number, is_scale, is_open, starts=is_beside)
            if above is not None:
                above.lines.append(part)
            else:
                pieces.append(Piece([part], frame, page, _is_item(texts[position])))
    return pieces


def _is_item(text: str) -> bool:
    return text[:1] in "•▪●○◦‣➢■□–—-" and len(text) > 2 and text[1] == " "


def _segments(line: Line) -> Iterator[list[Word]]:
    """The words of a line, parted at wide gaps, and at narrower ones where the type changes."""
    run = [line.words[0]]
    for one, two in pairwise(line.words):
        gap = two.box.x0 - one.box.x1
        size = max(one.font.size_pt, two.font.size_pt)
        unlike = (
            one.font.bold != two.font.bold or one.font.color != two.font.color or one.font.size_pt != two.font.size_pt
        )
        if gap > _GAP * size or (unlike and gap > _STYLE_GAP * size):
            yield run
            run = []
        run.append(two)
    yield run


def _number_and_rest(words: list[Word], is_number: _Is) -> Iterator[list[Word]]:
    """A large number and the small words that go on beside it, parted: "**12 480** arrests"."""
    size = words[0].font.size_pt
    cut = next((i for i, word in enumerate(words) if word.font.size_pt < size / _LARGE), len(words))
    if 0 < cut < len(words) and is_number(words_text(words[:cut])):
        yield words[:cut]
        yield words[cut:]
    else:
        yield words


def _above(
    pieces: Sequence[Piece], part: Line, text: str, is_number: _Is, is_scale: _Is, is_open: _Is, *, starts: bool
) -> Piece | None:
    """The piece that a segment goes on with."""
    best: tuple[float, Piece] | None = None
    if _is_item(text):
        return None
    for piece in reversed(pieces[-40:]):
        last = piece.lines[-1]
        size = max(last.size_pt, part.size_pt)
        pitch = part.box.bottom - last.box.bottom
        if not 0.5 * size < pitch <= _PITCH * size or abs(last.size_pt - part.size_pt) > 0.06 * size:
            continue
        if last.bold != part.bold and is_number(piece.text):
            continue
        if len(piece.lines) > 1 and pitch > 1.3 * (last.box.bottom - piece.lines[-2].box.bottom):
            continue
        if not _aligned(piece, part):
            continue
        goes_on = is_open(piece.text) or is_scale(text)
        if is_number(piece.text) or is_open(piece.text):
            if not goes_on or last.bold != part.bold:
                continue
        elif starts or (is_number(text) and (last.bold != part.bold or len(piece.text.split()) < 4)):
            continue
        distance = abs(last.box.x0 - part.box.x0)
        if best is None or distance < best[0]:
            best = (distance, piece)
    return best[1] if best else None


def _aligned(piece: Piece, part: Line) -> bool:
    first, last = piece.lines[0].box, piece.lines[-1].box
    edges = (last.x0 - part.box.x0, last.center_x - part.box.center_x, last.x1 - part.box.x1)
    if any(abs(edge) <= _ALIGNED_PT for edge in edges):
        return True
    hangs = piece.starts_item and 0 < part.box.x0 - first.x0 <= 30
    return hangs or (
        len(piece.lines) == 1
        and abs(first.x0 - part.box.x0) <= 24
        and first.overlap_x(part.box) > 0.6 * part.box.width > 60
    )


# --- tiles ---------------------------------------------------------------------------------------------------------

_WAYS = ("below", "right", "above", "left")


def _paired(sheet: Sheet, numbers: Sequence[Piece], labels: Sequence[Piece]) -> list[Tile]:
    """Each number with its label: the one that shares its frame alone, else the one on the side on which its neighbors have
    theirs."""
    tiles: list[Tile] = []
    taken: set[int] = set()
    for number in numbers:
        others = [n for n in numbers if n is not number and n.frame == number.frame]
        held = [p for p in labels if p.frame is not None and p.frame == number.frame]
        if held and not others and all(held[0].is_set_like(p) and p.size_pt <= 1.12 * number.size_pt for p in held):
            tiles.append(Tile(number, _as_one(held)))
            taken |= {id(number), *map(id, held)}
    for group in _groups(sheet, [n for n in numbers if id(n) not in taken], labels):
        free = [label for label in labels if id(label) not in taken]
        found = _best_way(sheet, group, free)
        for number in group:
            if id(number) in found:
                label = found[id(number)]
                tiles.append(Tile(number, label))
                taken |= {id(number), id(label)}
    return tiles


def _as_one(pieces: Sequence[Piece]) -> Piece:
    """Pieces of one label as one."""
    ordered = sorted(pieces, key=lambda piece: (piece.box.top, piece.box.x0))
    return Piece([line for piece in ordered for line in piece.lines], ordered[0].frame, ordered[0].page)


def _groups(sheet: Sheet, numbers: Sequence[Piece], labels: Sequence[Piece]) -> list[list[Piece]]:
    """All numbers of a frame, where each of them has a label on one and the same side; else those of one row."""
    by_frame: dict[int | None, list[Piece]] = {}
    for number in numbers:
        by_frame.setdefault(number.frame, []).append(number)
    groups: list[list[Piece]] = []
    rows: list[list[Piece]] = []
    for frame, held in by_frame.items():
        if frame is not None and any(len(_by_way(sheet, held, labels, way)[0]) == len(held) for way in _WAYS):
            groups.append(held)
            continue
        for number in sorted(held, key=lambda n: n.box.center_y):
            row = next((r for r in rows if r[0].frame == frame and _is_level(r[0].box, number.box)), None)
            if row is None:
                rows.append([number])
            else:
                row.append(number)
    return [*groups, *rows]


def _is_level(one: Box, two: Box) -> bool:
    return one.overlap_y(two) >= 0.4 * min(one.height, two.height)


def _best_way(sheet: Sheet, group: Sequence[Piece], labels: Sequence[Piece]) -> dict[int, Piece]:
    """The labels on the side on which most numbers have one, and have it nearest."""
    best: tuple[int, float] | None = None
    chosen: dict[int, Piece] = {}
    for way in _WAYS:
        found, distance = _by_way(sheet, group, labels, way)
        rank = (len(found), -distance)
        if found and (best is None or rank > best):
            best, chosen = rank, found
    return chosen


def _by_way(sheet: Sheet, group: Sequence[Piece], labels: Sequence[Piece], way: str) -> tuple[dict[int, Piece], float]:
    """The nearest free label of each number in one direction, by the number's id, and how far they are on the average."""
    found: dict[int, Piece] = {}
    used: set[int] = set()
    total = 0.0
    for number in sorted(group, key=lambda n: (n.box.top, n.box.x0)):
        best: tuple[float, Piece] | None = None
        for label in labels:
            if id(label) in used or not _may_name(sheet, number, label):
                continue
            distance = _distance(number, label, way)
            if distance is not None and (best is None or distance < best[0]):
                best = (distance, label)
        if best is not None:
            found[id(number)] = best[1]
            used.add(id(best[1]))
            total += best[0]
    styles = {(round(label.size_pt), label.bold, label.color) for label in found.values()}
    return found, total / max(1, len(found)) + 4.0 * (len(styles) - 1)


def _may_name(sheet: Sheet, number: Piece, label: Piece) -> bool:
    """Whether a label stands in the number's frame, or in the one around it, and is no heading of larger type."""
    if label.size_pt > 1.12 * number.size_pt:
        return False
    if number.frame == label.frame:
        return True
    return number.frame is not None and sheet.frames[number.frame].parent == label.frame


def _distance(number: Piece, label: Piece, way: str) -> float | None:
    """How far a label stands from a number in a direction, in points; None where it does not."""
    a, b = number.box, label.box
    if way in ("below", "above"):
        gap = b.top - a.bottom if way == "below" else a.top - b.bottom
        is_aligned = abs(a.x0 - b.x0) <= 6 or abs(a.center_x - b.center_x) <= 8 or abs(a.x1 - b.x1) <= 6
        if not is_aligned and a.overlap_x(b) < 0.5 * min(a.width, b.width):
            return None
        slack = 0.6 * max(number.size_pt, label.size_pt)
        if not -slack <= gap <= _FAR * number.size_pt or (b.center_y < a.center_y) == (way == "below"):
            return None
        return max(0.0, gap) + (0.0 if is_aligned else 3.0)
    gap = b.x0 - a.x1 if way == "right" else a.x0 - b.x1
    if gap < -1 or not (_is_level(a, label.lines[0].box) or a.overlap_y(b) >= 0.6 * b.height):
        return None
    return 0.2 * gap + 2.0  # a leader may part a label from a number at the far edge
