"""What speaks for and against a record: features from which `models.records` tells how probably it is right.

They are told of the record as it stands on its page and among its siblings, whatever reader made it: whether it begins and ends
where a block or cell does, whether its box holds other words, whether its number has neighbors, whether its words are words.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from corpus.geometry import Box
from corpus.pages import Page, Table
from corpus.records import Kind, Record
from extract.content import Content
from extract.headers import columns_known
from models.language import common_words
from models.roles import Features

_EDGE_WORDS = 3  # that tell where a text begins or ends
_MOST_SPREAD = 3.0  # of lengths, in natural logarithms
_SAME_PLACE = 0.6  # of the smaller box
_INSIDE_PT = 4.0  # from the edges of a box: what is nearer runs along it
_LEGIBLE = (0.98, 0.95, 0.9, 0.8, 0.6)  # shares of words that are words
# What speaks for a record of one type and against one of another.
_OF_TYPE = (
    "begins a unit",
    "ends a unit",
    "words in its box",
    "prior",
    "upright rule in its box",
    "flat rule in its box",
    "in a known table",
    "fields",
    "numbered",
)
_SHARING = frozenset({"figure", "clause", "area", "aim"})  # types whose records may share a box


def features_of(kind: Kind, records: Sequence[Record], content: Content) -> list[Features]:
    """The features of all records of a paper, in their order.

    Args:
        kind: of the paper.
        records: all that its reader found, with places of `content`.
        content: what it was read from.
    """
    if not records:
        return []
    paper = _Paper(content)
    siblings: dict[str, _Siblings] = {}
    for record_type in dict.fromkeys(record.type for record in records):
        siblings[record_type] = _Siblings([r for r in records if r.type == record_type])
    before: dict[str, Record] = {}
    found = []
    for record in records:
        found.append(_features(kind, record, siblings[record.type], before.get(record.type), paper))
        before[record.type] = record
    return found


def _features(kind: Kind, record: Record, among: "_Siblings", before: Record | None, paper: "_Paper") -> Features:
    text = record.text.strip()
    tokens = words_of(text)
    told = {
        "prior": math.log(max(record.confidence, 0.02) / max(1.02 - record.confidence, 0.02)),
        "begins as a sentence": bool(re.match(r"[\W_]*[A-ZÀ-Þ0-9“‘\"(]", text)),
        "ends as a sentence": text.endswith((".", ";", ":", "!", "?", ")", "”")),
        "ends open": bool(
            re.search(r"(?:[,(/–-]|\b(?:and|or|the|of|to|in|for|with|by|a|an|und|der|die|et|de|la))$", text)
        ),
        "unbalanced": text.count("(") != text.count(")") or text.count("“") != text.count("”"),
        "begins a unit": paper.begins(record, tokens),
        "ends a unit": paper.ends(record, tokens),
        "is a unit": paper.is_unit(record, tokens),
        "words in its box": paper.share_in_box(record, tokens),
        "legible paper": paper.legibility,
        "letters and digits mixed": _share_mixed(tokens),
        "upright rule in its box": paper.is_crossed(record, upright=True),
        "flat rule in its box": paper.is_crossed(record, upright=False),
        "over pages": len({span.page for span in record.spans}) > 1,
        "no place": not record.spans,
        "in a table": paper.is_in_table(record, known=False),
        "in a known table": paper.is_in_table(record, known=True),
        "numbered": record.number is not None,
        "alone": among.count == 1,
        "few": math.log(among.count),
        "unlike in number": among.unlike(record, "number"),
        "unlike in title": among.unlike(record, "title"),
        "unlike in parent": among.unlike(record, "parent"),
        "number has neighbors": among.has_neighbor(record),
        "number comes twice": among.comes_twice(record),
        "length": among.spread(record),
        "short": len(tokens) < 3,
        "long": len(tokens) > 150,
        "fields": among.filled(record),
        "shares its place": among.shares_place(record) and record.type not in _SHARING,
        "goes back": before is not None and _goes_back(before, record),
    }
    legible = paper.legible(tokens)
    told |= {f"less than {share} legible": legible < share for share in _LEGIBLE}
    out = {name: float(value) for name, value in told.items() if value}
    out[f"type {record.type}"] = 1.0
    out[f"kind {kind}"] = 1.0
    for name in _OF_TYPE:
        if name in out:
            out[f"{record.type} {name}"] = out[name]
    return out


def words_of(text: str) -> list[str]:
    """The words of a text, without signs and case."""
    return re.findall(r"\w+", text.casefold())


def _share_mixed(tokens: Sequence[str]) -> float:
    """The share of words with letters and digits in one, as OCR makes them."""
    mixed = sum(bool(re.search(r"[^\W\d]\d[^\W\d]|^\d[^\W\d]{3,}|[^\W\d]{3,}\d$", token)) for token in tokens)
    return mixed / len(tokens) if tokens else 0.0


def _goes_back(before: Record, record: Record) -> bool:
    """Whether a record stands above the one before it, in the same column."""
    if not before.spans or not record.spans:
        return False
    one, two = before.spans[-1], record.spans[0]
    if two.page != one.page or one.box is None or two.box is None:
        return two.page < one.page
    return two.box.bottom < one.box.top and two.box.overlap_x(one.box) > 0


# --- among its siblings --------------------------------------------------------------------------------------------


class _Siblings:
    """All records of a type in a paper."""

    def __init__(self, records: Sequence[Record]) -> None:
        self.count = len(records)
        self._numbers = Counter(_place_of(r) for r in records if r.number)
        self._last = {(head, last) for r in records if (found := _taken_apart(r.number)) for head, last in [found]}
        self._have = {
            name: sum(_has(r, name) for r in records) / len(records) for name in ("number", "title", "parent")
        }
        lengths = [math.log(1 + len(r.text)) for r in records]
        self._middle = median(lengths)
        self._fields = [_filled(r) for r in records]
        self._places = [(r, span.page, span.box) for r in records for span in r.spans if span.box is not None]

    def unlike(self, record: Record, name: str) -> float:
        """How unlike the others a record is in having a number, title or parent or not: 0 as all, 1 as none."""
        share = self._have[name]
        return 1.0 - (share if _has(record, name) else 1.0 - share)

    def has_neighbor(self, record: Record) -> bool:
        found = _taken_apart(record.number)
        return found is not None and any((found[0], found[1] + step) in self._last for step in (-1, 1))

    def comes_twice(self, record: Record) -> bool:
        return self._numbers[_place_of(record)] > 1

    def spread(self, record: Record) -> float:
        """How far its length is from that of the others, in natural logarithms."""
        return min(_MOST_SPREAD, abs(math.log(1 + len(record.text)) - self._middle))

    def filled(self, record: Record) -> float:
        """How many of its fields say something, beside the siblings with most."""
        most = max(self._fields)
        return _filled(record) / most if most else 1.0

    def shares_place(self, record: Record) -> bool:
        own = [(span.page, span.box) for span in record.spans if span.box is not None]
        for other, page, box in self._places:
            if other is record or other.text == record.text:
                continue
            if any(page == p and _overlap(box, b) >= _SAME_PLACE * min(box.area, b.area) for p, b in own):
                return True
        return False


def _place_of(record: Record) -> tuple[str | None, str | None]:
    """A number with what it counts below."""
    return (record.parent if record.type == "area" else None), record.number


def _has(record: Record, name: str) -> bool:
    return getattr(record, name) is not None


def _filled(record: Record) -> int:
    return sum(value not in (None, "", [], ()) for value in record.fields.values())


def _taken_apart(number: str | None) -> tuple[str, int] | None:
    match = re.fullmatch(r"(.*?)(\d+|\b[A-Za-z])\W*", (number or "").casefold())
    if match is None:
        return None
    return match[1], int(match[2]) if match[2].isdigit() else ord(match[2])


def _overlap(one: Box, two: Box) -> float:
    return max(0.0, one.overlap_x(two)) * max(0.0, one.overlap_y(two))


# --- on its page ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Unit:
    """The words of a block or cell."""

    tokens: tuple[str, ...]


class _Paper:
    """Blocks, cells and words of a paper, by page."""

    def __init__(self, content: Content) -> None:
        self._pages: Mapping[int, Page] = {page.number: page for page in content.pages}
        self._units: dict[int, list[_Unit]] = defaultdict(list)
        self._tables: dict[int, list[tuple[Box, bool]]] = defaultdict(list)
        for block in content.blocks:
            self._add({block.page}, block.text)
        for table in content.tables:
            is_known = _is_known(table, content)
            for page, box in table.places:
                self._tables[page].append((box, is_known))
            for cell in table.cells:
                if cell.lines:
                    self._add({part.page for part in cell.parts}, content.read(cell.lines).text)
        counts = Counter(token for units in self._units.values() for unit in units for token in unit.tokens)
        self._often = {token for token, count in counts.items() if count > 2}
        self.legibility = self.legible(list(counts.elements()))

    def _add(self, pages: Iterable[int], text: str) -> None:
        tokens = tuple(words_of(text))
        if tokens:
            for page in pages:
                self._units[page].append(_Unit(tokens))

    def begins(self, record: Record, tokens: Sequence[str]) -> bool:
        wanted = tuple(tokens[:_EDGE_WORDS])
        return any(unit.tokens[: len(wanted)] == wanted for unit in self._on(record)) if wanted else False

    def ends(self, record: Record, tokens: Sequence[str]) -> bool:
        wanted = tuple(tokens[-_EDGE_WORDS:])
        return any(unit.tokens[-len(wanted) :] == wanted for unit in self._on(record)) if wanted else False

    def is_unit(self, record: Record, tokens: Sequence[str]) -> bool:
        return any(unit.tokens == tuple(tokens) for unit in self._on(record))

    def _on(self, record: Record) -> Iterable[_Unit]:
        return (unit for page in dict.fromkeys(s.page for s in record.spans) for unit in self._units.get(page, ()))

    def share_in_box(self, record: Record, tokens: Sequence[str]) -> float:
        """How far the words of its boxes are its own: 1 where they hold nothing else."""
        held: Counter[str] = Counter()
        for span in record.spans:
            page = self._pages.get(span.page)
            if page is None or span.box is None:
                continue
            box = span.box
            held.update(token for w in page.words if box.holds_center_of(w.box) for token in words_of(w.text))
        total = held.total()
        return (held & Counter(tokens)).total() / total if total else 0.0

    def is_crossed(self, record: Record, *, upright: bool) -> bool:
        """Whether a rule runs through one of its boxes."""
        for span in record.spans:
            page = self._pages.get(span.page)
            if page is None or span.box is None:
                continue
            box = span.box
            inner = Box(box.x0 + _INSIDE_PT, box.top + _INSIDE_PT, box.x1 - _INSIDE_PT, box.bottom - _INSIDE_PT)
            for rule in page.rules:
                if upright and not rule.is_horizontal:
                    runs = inner.x0 < rule.box.center_x < inner.x1 and rule.box.overlap_y(box) > 0.5 * box.height
                elif not upright and rule.is_horizontal:
                    runs = inner.top < rule.box.center_y < inner.bottom and rule.box.overlap_x(box) > 0.5 * box.width
                else:
                    continue
                if runs:
                    return True
        return False

    def legible(self, tokens: Sequence[str]) -> float:
        """The share of longer words that are common English ones, or come often in the paper."""
        letters = [token for token in tokens if len(token) > 2 and token.isalpha()]
        known = common_words()
        return sum(token in known or token in self._often for token in letters) / len(letters) if letters else 1.0

    def is_in_table(self, record: Record, *, known: bool) -> bool:
        return any(
            box.holds_center_of(span.box)
            for span in record.spans
            if span.box is not None
            for box, is_known in self._tables.get(span.page, ())
            if is_known or not known
        )


def _is_known(table: Table, content: Content) -> bool:
    """Whether the first rows of a table name columns that some profile knows."""
    for row in range(min(2, table.rows)):
        if columns_known(content.read(cell.lines).text for cell in table.row(row) if cell.row == row):
            return True
    return False
