"""Tiles: every number of a page that stands apart, paired with what it counts.

A number takes the label that stands nearest to it in the way in which its neighbors have theirs: below, above or beside.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from corpus.geometry import Box
from corpus.pages import Page, Word
from extract.figures.pieces import Frame, Piece, cut
from extract.numbers import bare_quantity
from extract.periods import periods

_FAR = 6.0  # of the number's size: no label is farther away
_MOST_LABEL_WORDS = 14


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


def read_sheet(page: Page, words: Iterable[Word], cells: Sequence[Box], language: str) -> Sheet:
    """Cut a page into pieces and pair its numbers with their labels.

    Args:
        page: its grounds and rules are the frames.
        words: upright words that are no furniture, notes, tables or running text.
        cells: boxes of table cells: frames as well.
        language: in which numbers are told.
    """
    frames, pieces = cut(page, words, cells, language)
    sheet = Sheet(page, frames)
    numbers = [piece for piece in pieces if bare_quantity(piece.text, language) is not None]
    labels = [piece for piece in pieces if bare_quantity(piece.text, language) is None and may_label(piece.text)]
    sheet.tiles = _paired(sheet, numbers, labels)
    taken = {id(line) for tile in sheet.tiles for piece in (tile.number, tile.label) for line in piece.lines}
    sheet.rest = sorted((p for p in pieces if id(p.lines[0]) not in taken), key=lambda p: (p.box.top, p.box.x0))
    sheet.tiles.sort(key=lambda tile: (tile.number.box.top, tile.number.box.x0))
    return sheet


def may_label(text: str) -> bool:
    """Whether a text is short and no sentence, and does not begin with a date."""
    words = text.split()
    is_sentence = text.rstrip().endswith((".", "!", "?")) or any(sign in text for sign in (". ", "! ", "? "))
    is_short = 0 < len(words) <= _MOST_LABEL_WORDS and not is_sentence
    return is_short and any(c.isalpha() for c in text) and not any(p.start == 0 for p in periods(text))


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
