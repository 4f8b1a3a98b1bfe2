"""Completeness: what a reader may have missed, or a paper may lack, as notices with their place.

A notice is about the paper as it is printed: a number that its sequence lacks, a goal that no action serves, a column
without a head, a page on which nothing can be read. Nothing is mended, and a notice holds no words of the paper.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from corpus.geometry import Box, hull
from corpus.pages import Block, Page, Role, Table
from corpus.records import Kind, Notice, Record, RecordType, Span
from extract.content import Content
from extract.enumerators import roman_value
from extract.headers import columns_known

_LEAST = 3  # numbers that make a sequence
_MOST_MISSING = 0.34  # of a sequence; where more is missing, its numbers follow another rule
_FILLED = 0.5  # of the rows of a column that has no head
_HALF = 0.5  # of the records of a type: what most of them have, the others lack
_NEAR_EDGE = 0.25  # of a page's height: a table that goes on ends and begins there
# Types whose numbers run through. Goals do so where a plan lists all of them; requests and threats share theirs with
# paragraphs and chapters that are none.
_NUMBERED: Mapping[RecordType, str] = {
    "action": "action",
    "priority": "priority",
    "area": "sub-area",
    "recommendation": "recommendation",
    "goal": "goal",
}


def check(kind: Kind, records: Sequence[Record], content: Content) -> tuple[Notice, ...]:
    """What seems incomplete in a paper, in the order of its pages.

    Args:
        kind: of the paper.
        records: all that a reader found.
        content: what it read.
    """
    found = [
        *_gaps(kind, records, content),
        *_loose(kind, records),
        *_headless(content),
        *_broken_tables(content),
        *_silent_pages(content.pages),
    ]
    return tuple(sorted(found, key=lambda n: (n.page or 0, n.box.top if n.box else 0.0, n.code, n.message)))


# --- gaps in numbering ---------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Serial:
    """A number taken apart: what it shares with its neighbors, and what counts."""

    family: tuple[str, str]
    counts: str
    record: Record


def _gaps(kind: Kind, records: Sequence[Record], content: Content) -> Iterator[Notice]:
    for record_type, name in _NUMBERED.items():
        if record_type == "goal" and kind != "strategic_plan":
            continue  # a plan serves some goals and not others
        families: dict[tuple[str, str], list[_Serial]] = defaultdict(list)
        for record in records:
            if record.type == record_type and (serial := _serial(record)) is not None:
                families[serial.family].append(serial)
        for family in families.values():
            yield from _missing(name, family, content.pages)


def _serial(record: Record) -> _Serial | None:
    """The last number or letters of an enumerator, and what stands before; sub-areas count below their priority."""
    match = re.fullmatch(r"(?P<head>.*?)(?P<last>\d+|\b[A-Za-z]{1,5})[.)]?", (record.number or "").strip())
    if match is None:
        return None
    head = re.sub(r"\W+", " ", match["head"].casefold()).strip()
    return _Serial(((record.parent or "") if record.type == "area" else "", head), match["last"], record)


def _places(counts: Sequence[str]) -> list[int] | None:
    """What enumerators of one family count: all digits, all Roman numerals, or all single letters."""
    if all(count.isdigit() for count in counts):
        return [int(count) for count in counts]
    numerals = [roman_value(count) for count in counts]
    if any(len(count) > 1 for count in counts):
        return [value for value in numerals if value is not None] if None not in numerals else None
    letters = all(count.isalpha() for count in counts)
    return [ord(count.casefold()) for count in counts] if letters else None


def _missing(name: str, family: Sequence[_Serial], pages: Sequence[Page]) -> Iterator[Notice]:
    """Notices where a sequence jumps: with the place of a number that is printed and was not read, else of the jump. A
    sequence that begins anew (numbers come twice) tells nothing."""
    places = _places([serial.counts for serial in family])
    if places is None or len(places) < _LEAST or len(set(places)) < len(places):
        return
    if max(places) - min(places) + 1 - len(places) > _MOST_MISSING * len(places):
        return
    ordered = sorted(zip(places, family, strict=True), key=lambda pair: pair[0])
    for (before, one), (after, two) in pairwise(ordered):
        count = 0
        for place in range(before + 1, after):
            printed = _printed(one, place)
            found = _find(printed, pages) if printed else None
            if found is None:
                count += 1
                continue
            message = f"{printed} stands on page {found.page}, but no {name} was read there."
            yield Notice("record_missing", message, found.page, found.box)
        if count:
            numbers = "A number is" if count == 1 else f"{count} numbers are"
            message = f"{numbers} missing between the {name} {one.record.number} and the {name} {two.record.number}."
            yield _at("gap_in_numbering", message, two.record)


def _printed(neighbor: _Serial, place: int) -> str | None:
    """A number as it would be printed; None where so short a one could be anything."""
    number = (neighbor.record.number or "").strip()
    if not neighbor.counts.isdigit() or len(number) == len(neighbor.counts):
        return None
    head, _, tail = number.rpartition(neighbor.counts)
    return f"{head}{place:0{len(neighbor.counts) if neighbor.counts.startswith('0') else 1}}{tail}"


def _find(printed: str, pages: Sequence[Page]) -> Span | None:
    """Where a number is printed first."""
    wanted = printed.split()
    for page in pages:
        for at, word in enumerate(page.words):
            run = page.words[at : at + len(wanted)]
            if word.angle == 0 and [w.text.strip(".:)") for w in run] == [w.strip(".:)") for w in wanted]:
                return Span(page.number, hull(w.box for w in run).rounded())
    return None


# --- records that nothing hangs on, or that hang on nothing ------------------------------------------------------------


def _loose(kind: Kind, records: Sequence[Record]) -> Iterator[Notice]:
    by_type: dict[str, list[Record]] = defaultdict(list)
    for record in records:
        by_type[record.type].append(record)
    if kind == "operational_action_plan":
        yield from _without_goal(by_type["action"], by_type["goal"])
    yield from _without_aim(by_type["priority"], by_type["area"], by_type["aim"])


def _without_goal(actions: Sequence[Record], goals: Sequence[Record]) -> Iterator[Notice]:
    """Actions without a goal in a plan whose other actions have one, and goals that no action serves."""
    served = {action.parent for action in actions if action.parent}
    named = {_key(number) for action in actions for number in action.fields.get("goals", ())}
    loose = [action for action in actions if not action.parent and not action.fields.get("goals")]
    if goals and len(loose) <= _HALF * len(actions):
        for action in loose:
            yield _at("action_without_goal", f"The action {_called(action)} is told without a goal.", action)
    if served or named:
        for goal in goals:
            if goal.id not in served and _key(goal.number) not in named:
                yield _at("goal_without_action", f"No action serves the goal {_called(goal)}.", goal)


def _without_aim(priorities: Sequence[Record], areas: Sequence[Record], aims: Sequence[Record]) -> Iterator[Notice]:
    """Priorities and areas without an aim, where most of the others have one."""
    have = {aim.parent for aim in aims}
    of_areas = {area.parent for area in areas}
    for name, found in (("priority", priorities), ("sub-area", areas)):
        loose = [r for r in found if r.id not in have and r.id not in of_areas]
        if len(loose) <= _HALF * len(found):
            for record in loose:
                yield _at("no_aim", f"The {name} {_called(record)} has no aim.", record)


def _key(number: str | None) -> str:
    return re.sub(r"\W", "", (number or "").casefold())


def _called(record: Record) -> str:
    """A record by its number; without one, by where it stands."""
    if record.number:
        return record.number
    return f"on page {record.spans[0].page}" if record.spans else "without a number"


def _at(code: str, message: str, record: Record) -> Notice:
    span = record.spans[0] if record.spans else None
    return Notice(code, message, span.page if span else None, span.box if span else None)


# --- tables --------------------------------------------------------------------------------------------------------


def _headless(content: Content) -> Iterator[Notice]:
    """Columns with text and no head, in tables whose other columns have heads that are known."""
    for table in content.tables:
        heads = {cell.column: cell for cell in table.cells if cell.row == 0}
        if not columns_known(content.read(cell.lines).text for cell in heads.values()):
            continue
        covered = {
            c for cell in heads.values() if cell.lines for c in range(cell.column, cell.column + cell.column_span)
        }
        rows = [row for row in range(1, table.rows) if len([c for c in table.row(row) if c.row == row and c.lines]) > 1]
        for column in range(table.columns):
            if column in covered or not rows:
                continue
            held = [c for c in table.cells if c.column == column and c.row in rows and c.lines]
            if len(held) > max(1.0, _FILLED * len(rows)):
                part = held[0].parts[0]
                message = f"Column {column + 1} of a table has entries and no head."
                yield Notice("column_without_head", message, part.page, part.box)


def _broken_tables(content: Content) -> Iterator[Notice]:
    """A table that seems to go on over a page, with another number of columns."""
    heights = {page.number: page.height for page in content.pages}
    last: Table | None = None
    for item in content.flow:
        if isinstance(item, Block):
            if item.role not in (Role.HEADER, Role.FOOTER, Role.FOOTNOTE):
                last = None
            continue
        if last is not None and _seems_to_go_on(last, item, heights, content):
            page, box = item.places[0]
            message = f"A table has {last.columns} columns on page {page - 1} and {item.columns} on page {page}."
            yield Notice("columns_differ", message, page, box)
        last = item


def _seems_to_go_on(table: Table, following: Table, heights: Mapping[int, float], content: Content) -> bool:
    (page, end), (next_page, start) = table.places[-1], following.places[0]
    if next_page != page + 1 or table.columns == following.columns or min(table.columns, following.columns) < 2:
        return False
    at_edges = end.bottom > (1 - _NEAR_EDGE) * heights[page] and start.top < _NEAR_EDGE * heights[next_page]
    first = [content.read(cell.lines).text for cell in following.row(0) if cell.row == 0]
    return at_edges and following.header == 0 and not columns_known(first)


# --- pages ---------------------------------------------------------------------------------------------------------


def _silent_pages(pages: Sequence[Page]) -> Iterator[Notice]:
    for page in pages:
        if page.words:
            continue
        drawn = len(page.rules) + len(page.fills)
        said = "shows pictures and no text" if page.images else "holds drawings and no text" if drawn else "is empty"
        yield Notice(
            "page_without_text", f"Page {page.number} {said}.", page.number, Box(0, 0, page.width, page.height)
        )
