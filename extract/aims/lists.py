"""Priorities as running text: nested lists, bullets, headings with paragraphs, sentences.

The text is gone through once, item by item. What stands before an aim, or alone before aims, is a label; the labels that
are set like the first one are priorities, the others are areas of the priority that reigns.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from corpus.pages import Role
from extract.aims.build import aim, enumerator_of, labelled
from extract.aims.requests import is_operative_or_recital, is_request
from extract.aims.stretches import LONGEST_LABEL, Stretch, bare_label, introduces, read_stretches
from extract.drafts import Draft
from extract.enumerators import alike, follows, kinds_of, stands_below
from extract.laid import LaidText, concatenated
from extract.outline import Item

_LEAST_AIMS = 2

Key = tuple[object, ...]


@dataclass(slots=True)
class _Entry:
    """One item of the running text: what it says of labels and aims. `excluded`: a recital or request, or part of one."""

    item: Item
    depth: int
    stretches: list[Stretch] = field(default_factory=list)
    label: LaidText | None = None
    excluded: bool = False


def read_lists(items: Sequence[Item]) -> list[Draft]:
    """The priorities, areas and aims of the stretch of text that holds most of them; nothing where there is none."""
    best: list[_Entry] = []
    for run in _runs(list(_entries(items))):
        if _aims(run) > _aims(best):
            best = run
    return _drafts(best) if _aims(best) >= _LEAST_AIMS else []


def _aims(run: Sequence[_Entry]) -> int:
    """How many aims of a run stand under a label."""
    labelled_yet = False
    count = 0
    for entry in run:
        labelled_yet = labelled_yet or entry.label is not None or any(s.labels for s in entry.stretches)
        count += len(entry.stretches) if labelled_yet else 0
    return count


# --- the items of the text -----------------------------------------------------------------------------------------


def _entries(items: Sequence[Item], depth: int = 0, *, within_request: bool = False) -> Iterator[_Entry]:
    for item in items:
        is_heading = item.role in (Role.HEADING, Role.TITLE)  # "PRIORITY 1 Drugs" begins with capitals too
        excluded = within_request or (not is_heading and is_operative_or_recital(item.body))
        entry = _Entry(item, depth, excluded=excluded)
        children = item.children
        if not excluded:
            entry.stretches, children = _with_points(item)
            if not entry.stretches and _may_be_label(item):
                entry.label = item.body
        yield entry
        yield from _entries(children, depth + 1, within_request=within_request or is_request(item.body))


def _with_points(item: Item) -> tuple[list[Stretch], list[Item]]:
    """The aims of an item; points below it that only go on with its last aim ("with a special focus on: – those …") are
    part of that, and the others are returned."""
    body = item.body
    stretches = read_stretches(body, continues=True)
    if not stretches or stretches[-1].aim is None or not item.children:
        return stretches, item.children
    last = stretches[-1].aim
    open_end = body.text.rstrip()[-1:] in (":", ",") or not body.text.rstrip().endswith((".", ";"))
    points: list[Item] = []
    for child in item.children:
        if not open_end or not child.marker or read_stretches(child.body, continues=True):
            break
        points.append(child)
    if points:
        texts = [_whole(point) for point in points]
        starts = [len(last.text) + 1]
        for text in texts[:-1]:
            starts.append(starts[-1] + len(text.text) + 1)
        stretches[-1] = Stretch(stretches[-1].labels, concatenated([last, *texts]), tuple(starts))
    return stretches, item.children[len(points) :]


def _whole(item: Item) -> LaidText:
    return concatenated([item.body, *(_whole(child) for child in item.children)])


# Formulas in capitals that lead to the operative part.
_FORMULA = re.compile(r"(?:THE COUNCIL|HAS|HAVE|HEREBY|HAVING|ADOPTS?|AGREES?|STATES)\b(?=[^a-z]*$)")


def _may_be_label(item: Item) -> bool:
    text = item.body.text.strip()
    words = text.split()
    if not text or len(words) > LONGEST_LABEL or not re.search(r"[^\W\d_]{2}", text) or introduces(text):
        return False
    if (
        _FORMULA.match(text)
        or text.endswith((";", ","))
        or (text.endswith(".") and item.role is not Role.HEADING and len(words) > 8)
    ):
        return False
    listed = item.marker is not None and text.endswith(":")
    return text[0].isupper() or text[0].isdigit() or text[0] in '“"‘«' or listed


def _runs(entries: Sequence[_Entry]) -> Iterator[list[_Entry]]:
    """Stretches of entries without recitals and requests, from the labels before the first aim to the last aim."""
    run: list[_Entry] = []
    for entry in [*entries, None]:
        if entry is not None and not entry.excluded:
            run.append(entry)
            continue
        bearing = [position for position, e in enumerate(run) if e.stretches]
        if bearing:
            first = bearing[0]
            while first and run[first - 1].label is not None:
                first -= 1
            yield run[first : bearing[-1] + 1]
        run = []


# --- priorities and areas ------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Label:
    """A label with what sets it apart; `inner`: another label stands before it in the same text."""

    text: LaidText
    key: Key
    number: str | None = None
    inner: bool = False
    mark: str | None = None
    depth: int = 0


def _labels_of(entry: _Entry) -> list[tuple[list[_Label], Stretch | None]]:
    """The labels and aims of an entry in order."""
    item = entry.item
    if entry.label is not None:
        label = bare_label(entry.label)
        return [([_Label(label, _key(entry, entry.label), item.label, False, _mark(item, label), entry.depth)], None)]
    out: list[tuple[list[_Label], Stretch | None]] = []
    for position, stretch in enumerate(entry.stretches):
        labels = [
            _Label(
                label,
                _key(entry, label),
                item.label if not position and not n else None,
                bool(position or n),
                _mark(item, label) if not position and not n else None,
                entry.depth,
            )
            for n, label in enumerate(stretch.labels)
        ]
        out.append((labels, stretch if stretch.aim is not None else None))
    return out


def _mark(item: Item, label: LaidText) -> str | None:
    """The enumerator of a label: its item's, or the one that it begins with."""
    return item.marker if item.label else enumerator_of(label.text)


def _key(entry: _Entry, label: LaidText) -> Key:
    """What sets a label apart: heading or not, the kind of its mark, its depth, its type."""
    item = entry.item
    kind = kinds_of(item.marker)[0] if item.marker else ""
    is_heading = not kind and item.role in (
        Role.HEADING,
        Role.TITLE,
    )  # a point that is a label alone is set as others are
    depth = entry.depth if kind.startswith("bullet") else 0
    size = round(label.words[0].word.font.size_pt) if is_heading and label.words else 0
    numbered = bool(re.match(r"\d{1,2}\.\d", label.text)) or (item.label or "").count(".") > 0
    return is_heading, kind, depth, size, numbered, _type_of(label) if not kind else ""


def _type_of(label: LaidText) -> str:
    fonts = [placed.word.font for placed in label.words]
    if fonts and all(font.bold for font in fonts):
        return "bold"
    return "italic" if fonts and all(font.italic for font in fonts) else "plain"


def _drafts(run: Sequence[_Entry]) -> list[Draft]:
    told = [pair for entry in run for pair in _labels_of(entry)]
    priority_key = _priority_key(told)
    drafts: list[Draft] = []
    priority: Draft | None = None
    area: Draft | None = None
    last: _Label | None = None
    has_aim = False  # the priority at hand has an aim of its own
    for labels, found in told:
        for label in labels:
            unlike = last is not None and last.mark is not None and label.mark is None
            is_priority = not label.inner and (
                (_is_like(label.key, priority_key) and not unlike)
                or _goes_on(last, label)
                or (has_aim and _stands_level(last, label))
            )
            if is_priority:
                priority, area, last, has_aim = labelled("priority", label.text, None, label.number), None, label, False
                drafts.append(priority)
            elif priority is not None:
                area = labelled("area", label.text, priority, label.number)
                drafts.append(area)
        if found is not None and found.aim is not None:
            drafts.append(aim(found.aim, area or priority, found.points))
            has_aim = has_aim or area is None
    return _without_idle(drafts)


def _goes_on(last: _Label | None, label: _Label) -> bool:
    """Whether a label has the number behind that of the priority before it, however it is set."""
    return (
        last is not None and last.mark is not None and alike(last.mark, label.mark) and follows(last.mark, label.mark)
    )


def _stands_level(last: _Label | None, label: _Label) -> bool:
    """Whether a label may be of the rank of the one before it: it neither has a mark of a lower kind nor stands in."""
    if last is None or label.depth > last.depth:
        return False
    if label.mark is None or last.mark is None:
        return label.mark is last.mark
    return not stands_below(last.mark, label.mark)


def _priority_key(told: Sequence[tuple[list[_Label], Stretch | None]]) -> Key | None:
    """How priorities are set: like the outermost label before the first aim that comes more than once."""
    chain: list[_Label] = []
    for labels, found in told:
        chain += labels
        if found is not None:
            break
    counts = Counter(label.key for labels, _ in told for label in labels if not label.inner)
    outer = [label for label in chain if not label.inner]
    for label in outer:
        if sum(n for key, n in counts.items() if _is_like(key, label.key)) > 1:
            return label.key
    return outer[-1].key if outer else None


def _is_like(key: Key, priority: Key | None) -> bool:
    """Whether a label is set like a priority; one in quotation marks alone says nothing of the type of the others."""
    if priority is None or key == priority:
        return priority is not None
    return key[:-1] == priority[:-1] and "plain" in (key[-1], priority[-1])


def _without_idle(drafts: Sequence[Draft]) -> list[Draft]:
    """Areas without an aim are none: they were words that only looked like a label."""
    serving = {id(draft.parent) for draft in drafts if draft.type == "aim"}
    return [draft for draft in drafts if draft.type != "area" or id(draft) in serving]
