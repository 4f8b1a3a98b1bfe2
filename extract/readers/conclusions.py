"""Conclusions and web pages: priorities, areas, aims, clauses, requests.

Priorities stand in a table (priority beside its aims) or in a nested list ("1. Label: to … (a) Label. The aim is to …").
Requests are operative paragraphs whose verb stands in capitals before those whom it asks.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from corpus.lexicon import Lexicon
from corpus.pages import Cell, Role, Table
from extract.clauses import split_clauses
from extract.content import Content
from extract.drafts import Draft, drafted
from extract.laid import LaidText
from extract.outline import Item, items_of
from extract.profile import Names, load_profile, names_of
from models.language import Language

_TO = re.compile(r"(?<![\w’'])To\s+(?:\w+ly\s+)?(?=[a-z])")
_LABEL_END = re.compile(r"\s*[-–—:.]\s*$")
_ENUMERATOR = re.compile(
    r"^\s*(?:priority\s+)?\(?(?P<decimal>\d{1,2}(?:\.\d{1,2})+)[.)]?\s*[-–—:]?\s+"
    r"|^\s*(?:priority\s+)?\(?(?P<number>\d{1,2}|[a-z]|[ivx]{1,4}|[A-Z])[.):]\s*(?:[-–—]\s*)?"
    r"|^\s*priority\s+(?P<plain>\d{1,2})\s*[-–—:]?\s+",
    re.IGNORECASE,
)
_PROSE_AIM = re.compile(
    r"\b(?:aims?|objectives?|goals?|purpose|intention|ambition)\b[^.;:]{0,80}?"
    r"\b(?:is|are|shall be|will be|being)\s*:?\s+(?=to\s+[a-z])",
    re.IGNORECASE,
)
_LABEL_AIM = re.compile(r"(?P<end>[:–—]|\s-)\s+(?=(?:to|To)\s+[a-z])")
_NEXT_AIM = re.compile(r";\s+(?:and\s+)?(?=to\s+[a-z])")
_SENTENCE_END = re.compile(r"(?<!incl)(?<!\be\.g)(?<!\bi\.e)(?<!\bNo)(?<!\betc)\.(?=\s+[A-Z“\"(]|\s*$)")


def read_conclusions(content: Content, language: Language, lexicon: Lexicon) -> list[Draft]:
    """All records of conclusions; a web page that shows the same table gives the same records."""
    items = items_of(content.flow, content.spelling)
    drafts: list[Draft] = []
    for table in content.tables:
        drafts += _priorities_of_table(table, content)
    if not any(draft.type == "aim" for draft in drafts):
        drafts += _priorities_of_list(items)
    drafts = list(_with_clauses(drafts, language))
    drafts += _requests(items, lexicon)
    return drafts


def _with_clauses(drafts: Sequence[Draft], language: Language) -> Iterator[Draft]:
    """Each aim followed by its clauses; all aims are parsed in one batch."""
    aims = [draft for draft in drafts if isinstance(draft, _AimDraft)]
    parses = dict(zip(map(id, aims), language.parse(aim.text for aim in aims), strict=True))
    for draft in drafts:
        yield draft
        if isinstance(draft, _AimDraft):
            for part in split_clauses(draft.text, parses[id(draft)]):
                read = draft.read.sliced(part.start, part.end)
                yield drafted("clause", read, parent=draft, fields={"role": part.role})


_NOTHING = LaidText("", ())


@dataclass(slots=True)
class _AimDraft(Draft):
    """An aim keeps its words until its clauses are cut."""

    read: LaidText = _NOTHING


def _aim(read: LaidText, parent: Draft | None) -> _AimDraft:
    end = len(read.text)
    while end and read.text[end - 1] in " .;,":
        end -= 1
    cut = re.search(r"[;,]?\s+(?:and|or)$", read.text[:end])
    read = read.sliced(0, cut.start() if cut else end)
    return _AimDraft("aim", read.text, read.spans(), parent=parent, read=read)


# --- the table of priorities ---------------------------------------------------------------------------------------


@cache
def _columns() -> Names:
    return names_of(load_profile("council_conclusions")["columns"])


@dataclass(frozen=True, slots=True)
class _Columns:
    aim: int
    priority: int | None
    number: int | None = None
    area: int | None = None
    first_row: int = 1


def _priorities_of_table(table: Table, content: Content) -> list[Draft]:
    columns = _find_columns(table, content)
    if columns is None:
        return []
    drafts: list[Draft] = []
    priority: Draft | None = None
    area: Draft | None = None
    seen: set[int] = set()
    for number in range(columns.first_row, table.rows):
        cells = {
            column: cell for cell in table.row(number) for column in range(cell.column, cell.column + cell.column_span)
        }
        label = cells.get(columns.priority) if columns.priority is not None else None
        aim_cell = cells.get(columns.aim)
        spans_all = label is not None and aim_cell is label
        if label is not None and id(label) not in seen and label.lines:
            seen.add(id(label))
            read = content.read(label.lines)
            printed = content.read(cells[columns.number].lines).text if columns.number in cells else None
            priority = _labelled("priority", read, None, printed)
            area = None
            drafts.append(priority)
        if spans_all or aim_cell is None or id(aim_cell) in seen or not aim_cell.lines:
            continue
        seen.add(id(aim_cell))
        area_cell = cells.get(columns.area) if columns.area is not None else None
        if area_cell is not None and area_cell.lines and area_cell is not label and id(area_cell) not in seen:
            seen.add(id(area_cell))
            area = _labelled("area", content.read(area_cell.lines), priority, None)
            drafts.append(area)
        drafts += _aims_of_cell(aim_cell, priority, area, content)
    return drafts


def _find_columns(table: Table, content: Content) -> _Columns | None:
    """Which columns hold priorities and aims: by their names, else by what stands in them."""
    for row in range(min(3, table.rows - 1)):
        found: dict[str, int] = {}
        for cell in table.row(row):
            if cell.row == row and cell.lines:
                field = _columns().field(content.read(cell.lines).text)
                if field is not None:
                    found.setdefault(field, cell.column)
        if "aim" in found and "priority" in found:
            return _Columns(found["aim"], found["priority"], found.get("number"), found.get("area"), row + 1)
    return _columns_by_content(table, content)


def _columns_by_content(table: Table, content: Content) -> _Columns | None:
    """A column most of whose cells hold "To <verb> …" sentences is one of aims; the nearest to its left names priorities."""
    if table.columns < 2 or table.rows < 3:
        return None
    starts: dict[int, int] = {}
    filled: dict[int, int] = {}
    for cell in table.cells:
        if cell.lines:
            filled[cell.column] = filled.get(cell.column, 0) + 1
            if _TO.search(content.read(cell.lines).text):
                starts[cell.column] = starts.get(cell.column, 0) + 1
    column = max(starts, key=lambda c: starts[c], default=None)
    if column is None or column == 0 or starts[column] < max(3, 0.6 * filled[column]):
        return None
    left = [c for c in range(column) if filled.get(c, 0)]
    first = table.header or (1 if not _TO.search(_column_text(table, column, 0, content)) else 0)
    return _Columns(column, left[-1], left[-2] if len(left) > 1 else None, None, first) if left else None


def _column_text(table: Table, column: int, row: int, content: Content) -> str:
    return next((content.read(c.lines).text for c in table.row(row) if c.column == column), "")


def _labelled(record_type: str, read: LaidText, parent: Draft | None, printed: str | None) -> Draft:
    """A priority or area from its printed label: enumerator, label, perhaps a colon or dash behind it."""
    number = None
    match = _ENUMERATOR.match(read.text)
    start = 0
    if match and match.end() < len(read.text):
        number = next((value for value in match.groupdict().values() if value), None)
        start = match.end()
    end = len(read.text)
    tail = _LABEL_END.search(read.text)
    if tail and tail.start() > start:
        end = tail.start()
    label = read.sliced(start, end)
    number = number or ((printed or "").strip(" .()") or None)
    return drafted(
        "priority" if record_type == "priority" else "area", label, number=number, title=label.text, parent=parent
    )


def _aims_of_cell(cell: Cell, priority: Draft | None, area: Draft | None, content: Content) -> list[Draft]:
    """Areas and aims of one cell: labels stand before the aims that they name."""
    read = content.read(cell.lines)
    starts = [m.start() for m in _TO.finditer(read.text) if _may_start(read, m.start())]
    drafts: list[Draft] = []
    current = area
    for position, start in enumerate(starts):
        before = starts[position - 1] if position else 0
        label = _label_before(read, before if position else 0, start, first=position == 0)
        if label is not None:
            found = _labelled("area", label, priority, None)
            if found.text:
                current = found
                drafts.append(current)
        stop = starts[position + 1] if position + 1 < len(starts) else len(read.text)
        following = _label_before(read, start, stop, first=False) if position + 1 < len(starts) else None
        end = stop - _length_of_label(read, start, stop, following)
        drafts.append(_aim(read.sliced(start, end), current or priority))
    return drafts


def _may_start(read: LaidText, start: int) -> bool:
    """Whether a "To" begins an aim: first in the cell or its line, or behind a stop, dash, colon, bracket or label."""
    before = read.text[:start].rstrip()
    return not before or before[-1] in ".;:-–—)•▪" or start in read.line_starts() or before.endswith((" and", " or"))


def _label_before(read: LaidText, start: int, stop: int, *, first: bool) -> LaidText | None:
    """The area's label that ends where an aim begins; None where the aim before reaches up to it.

    A label begins with an enumerator, in another type than the text, or behind the stop of the aim before.
    """
    if first:
        label = read.sliced(start, stop)
        return label if re.search(r"[^\W\d_]{2}", label.text) else None
    window = read.text[start:stop]
    candidates: list[int] = []
    for line in read.line_starts():
        if start < line < stop:
            tail = read.text[line:stop]
            if _ENUMERATOR.match(tail) or _set_apart(read, line, stop, start):
                candidates.append(line)
    for match in re.finditer(r"[.;]\s+(?=\(?[a-z0-9]{1,3}[.)]\s)", window):
        candidates.append(start + match.end())
    stops = [start + m.end() for m in re.finditer(r"[.;]\s+", window)]
    if stops:
        candidates.append(stops[-1])
    for candidate in sorted(candidates):
        label = read.sliced(candidate, stop)
        words = re.findall(r"[^\W\d_]{2,}", label.text)
        if 0 < len(words) <= 25 and not re.search(r"[.;]\s", label.text[3:]):
            bare = _ENUMERATOR.sub("", label.text).strip(" -–—•▪")
            return label if bare and bare.lower() not in ("and", "or") else None
    return None


def _set_apart(read: LaidText, line: int, stop: int, aim: int) -> bool:
    """Whether the text from a line's start up to the next aim is bold or italic while the aim's first words are plain."""
    label_words = [p.word for p in read.words if line <= p.start < stop]
    aim_word = next((p.word for p in read.words if p.start >= aim), None)
    if not label_words or aim_word is None:
        return False
    styled = all(w.font.bold or w.font.italic for w in label_words)
    return styled and not (aim_word.font.bold or aim_word.font.italic)


def _length_of_label(read: LaidText, start: int, stop: int, label: LaidText | None) -> int:
    if label is None:
        tail = re.search(r"(?:\s|^)(?:[-–—•▪]|\(?(?:[a-z]|\d{1,2})[.)])\s*$", read.text[start:stop])
        return len(tail.group()) if tail else 0
    return len(read.text[start:stop]) - read.text[start:stop].rfind(label.text)


# --- priorities as a list ------------------------------------------------------------------------------------------


def _priorities_of_list(items: Sequence[Item]) -> list[Draft]:
    """Priorities as a nested list, or as headings with paragraphs below them."""
    best: list[Item] = []
    for group in _groups(items):
        aimed = [item for item in group if _has_aim(item)]
        if len(aimed) >= 2 and len(aimed) >= 0.5 * len(group) and len(aimed) > len([i for i in best if _has_aim(i)]):
            best = group
    drafts: list[Draft] = []
    for item in best:
        drafts += _priority_of_item(item)
    return drafts


def _groups(items: Sequence[Item]) -> Iterator[list[Item]]:
    """Lists that may be the priorities: the points of one paragraph, or headings of one level with what follows them."""
    for item in items:
        if item.children:
            yield [child for child in item.children if child.marker or child.children]
        for inner in item.descendants():
            if inner.children:
                yield [child for child in inner.children if child.marker or child.children]
    marked = [item for item in items if item.marker is not None]
    yield [item for item in marked if not _operative_verb(item.body.text)]
    yield _under_headings(items)


def _under_headings(items: Sequence[Item]) -> list[Item]:
    """Headings that are followed by a paragraph with an aim, each with the paragraphs up to the next heading."""
    out: list[Item] = []
    current: Item | None = None
    for item in items:
        if item.role in (Role.HEADING, Role.TITLE):
            current = Item(item.text, item.marker, item.indent, item.page, item.role, item.bold_start)
            out.append(current)
        elif current is not None:
            current.children.append(item)
    return [item for item in out if any(_aims_in(child.text.text) for child in item.children)]


def _has_aim(item: Item) -> bool:
    return any(_aims_in(text) for text in (item.body.text, *(child.body.text for child in item.descendants())))


def _aims_in(text: str) -> list[tuple[int, int]]:
    """Aims in running text as (start, end): "Label: to …; to …", "The aim is to …", "To …"."""
    starts: set[int] = set()
    label = _LABEL_AIM.search(text)
    if label and len(text[: label.start()].split()) <= 18:
        starts.add(label.end())
    starts.update(match.end() for match in _PROSE_AIM.finditer(text))
    if re.match(r"(?:To|to)\s+[a-z]+\s", text):
        starts.add(0)
    starts.update(m.start() for m in re.finditer(r"(?<=[.;] )To\s+[a-z]+\s", text))
    found: list[tuple[int, int]] = []
    for start in sorted(starts):
        if found and start < found[-1][1]:
            continue
        end = _SENTENCE_END.search(text, start)
        stop = end.start() if end else len(text)
        at = start
        for split in _NEXT_AIM.finditer(text, start, stop):
            found.append((at, split.start()))
            at = split.end()
        found.append((at, stop))
    return found


def _priority_of_item(item: Item) -> list[Draft]:
    label, aims = _label_and_aims(item)
    if label is None:
        return []
    priority = _labelled("priority", label, None, item.label)
    drafts: list[Draft] = [priority, *(_aim(aim, priority) for aim in aims)]
    for child in item.children:
        if child.marker is None or child.role in (Role.HEADING, Role.TITLE):
            drafts += [_aim(child.text.sliced(a, b), priority) for a, b in _aims_in(child.text.text)]
            continue
        area_label, area_aims = _label_and_aims(child)
        inner = [
            aim for below in child.children for a, b in _aims_in(below.body.text) for aim in [below.body.sliced(a, b)]
        ]
        if area_label is None or not (area_aims or inner):
            drafts += [_aim(aim, priority) for aim in (*area_aims, *inner)]
            continue
        area = _labelled("area", area_label, priority, child.label)
        drafts += [area, *(_aim(aim, area) for aim in (*area_aims, *inner))]
    return drafts


def _label_and_aims(item: Item) -> tuple[LaidText | None, list[LaidText]]:
    """The label with which an item begins, and the aims behind it."""
    body = item.body
    aims = _aims_in(body.text)
    stop = aims[0][0] if aims else len(body.text)
    head = body.text[:stop]
    end = re.search(r"\s*(?:[:–—]|\s-)\s*$", head)
    sentence = re.match(r"(?P<label>[^.:]{3,140}?)[.:]\s", head)
    if aims and stop == 0:
        return None, [body.sliced(a, b) for a, b in aims]
    if sentence and not (end and end.start() <= sentence.end("label")):
        cut = sentence.end("label")
    else:
        cut = end.start() if end else len(head.rstrip(" .:"))
    styled = _styled_length(body)
    if styled and 3 <= styled <= stop:
        cut = min(cut, styled) if not sentence else styled
    label = body.sliced(0, cut)
    return (label if label.text else None), [body.sliced(a, b) for a, b in aims]


def _styled_length(body: LaidText) -> int:
    """How far the bold or italic type with which a text begins reaches; 0 where it begins plain or is all so set."""
    end = 0
    for placed in body.words:
        if not (placed.word.font.bold or placed.word.font.italic):
            return end
        end = placed.end
    return 0


# --- requests ------------------------------------------------------------------------------------------------------

_CAPITALS = re.compile(r"^(?P<verb>[A-Z]{2,}[A-Z’'-]*(?:[ ,]+(?:[A-Z]{2,}[A-Z’'-]*|AND|ITS))*)\b")


@cache
def _verbs() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    profile = load_profile("council_conclusions")["verbs"]
    statements = frozenset(verb.split()[0] for verb in profile["statements"])
    requests = frozenset(profile["requests"])
    return (
        requests,
        frozenset(verb.split()[0] for verb in requests if " " not in verb or verb.split()[0].endswith("S")),
        statements,
    )


def _operative_verb(text: str) -> str | None:
    """The verb in capitals with which an operative paragraph begins."""
    match = _CAPITALS.match(text)
    if match is None:
        return None
    words = match.group("verb").replace(",", "").split()
    while words and not words[-1].isalpha():
        words.pop()
    # Names in capitals follow the verb at once ("INVITES COSI to"): the verb ends with its last known word.
    requests, firsts, statements = _verbs()
    for length in range(len(words), 0, -1):
        phrase = " ".join(words[:length])
        if phrase in requests:
            return phrase
    if words[0] in firsts or words[0] in statements:
        return words[0]
    finite = [w for w in words if w.endswith("S") and len(w) > 4]
    return " ".join(words[: words.index(finite[-1]) + 1]) if finite else None


def _requests(items: Sequence[Item], lexicon: Lexicon) -> Iterator[Draft]:
    requests, firsts, statements = _verbs()
    for item in _operative(items):
        body = item.body
        verb = _operative_verb(body.text)
        if verb is None:
            continue
        known = verb in requests or any(word in firsts for word in verb.split())
        if not known and verb.split()[-1] in statements:
            continue
        addressees = _addressees(item, body.text[len(verb) :], lexicon)
        if not addressees or (not known and not _asks(body.text[len(verb) :])):
            continue
        read = item.whole()
        yield Draft(
            "request",
            read.text,
            read.spans(),
            number=item.label,
            fields={"verb": verb, "addressees": list(addressees)},
            confidence=1.0 if known else 0.7,
        )


def _operative(items: Sequence[Item]) -> Iterator[Item]:
    for item in items:
        yield item
        if _operative_verb(item.body.text) is None:
            yield from (child for child in item.children if child.marker is not None)


def _asks(rest: str) -> bool:
    """Whether what follows an unknown verb asks somebody for something: "to the Commission that …", "X to do …"."""
    return bool(
        re.match(r"\s+(?:to |on |upon |that )?(?:the |all |those |its )?[\w’' ,-]{3,160}?\s(?:to [a-z]+|that )", rest)
    )


def _addressees(item: Item, rest: str, lexicon: Lexicon) -> tuple[str, ...]:
    """Those whom a paragraph asks: between its verb and what they are asked to do, or at the head of each point."""
    head = rest.strip()
    if not head or head.startswith(":"):
        found = [name for child in item.children for name in _names(child.body.text, lexicon)]
        return tuple(dict.fromkeys(found))
    return _names(head, lexicon)


# Where the names of those who are asked end, and what they are asked to do begins.
_END_OF_NAMES = re.compile(
    r"\s+to\s*:|\s*:"
    r"|,?\s+to\s+(?=[a-z])(?!the\b|its\b|all\b|those\b|each\b|every\b|both\b)"
    r"|\s+that\s|\s+with\s+(?=\w+ing\b|the\b|a\b)"
    r"|\s+(?:which|who|when|where|whose|in order|within|under|in)\s"
    r"|,\s+(?=in\b|as\b|by\b|within\b|while\b|together\b|where\b)"
)


def _names(text: str, lexicon: Lexicon) -> tuple[str, ...]:
    subject = re.match(r"that\s+", text.strip(" ,"))
    if subject:
        known = _subject(text.strip(" ,")[subject.end() :], lexicon)
        if known:
            return known
    head = re.sub(r"^(?:to|on|upon|that)\s+", "", text.strip(" ,"))
    head = _END_OF_NAMES.split(head, maxsplit=1)[0]
    head = re.sub(r"\([^)]*\)", "", head)
    names: list[str] = []
    for part in re.split(
        r"\s*,\s*(?:and\s+(?:to\s+|on\s+)?)?|\s+and\s+(?:to\s+|on\s+|upon\s+)?|\s+as well as\s+|\s+or\s+", head
    ):
        name = re.sub(
            r"^(?:(?:the|all|those|its|each|every|both|other|relevant|competent|interested|participating)\s+)+",
            "",
            part.strip(" .;"),
        )
        if not name or len(name.split()) > 9:
            continue
        names.append(_short(name, lexicon))
    return tuple(dict.fromkeys(names))


def _subject(text: str, lexicon: Lexicon) -> tuple[str, ...]:
    """The actors with which a clause begins: "the Member States and Europol set up …"."""
    names: list[str] = []
    rest = text
    while True:
        rest = re.sub(r"^(?:,\s*|and\s+|as well as\s+)*(?:(?:the|all|those|its)\s+)*", "", rest)
        if re.match(r"Member States\b", rest):
            names.append("Member States")
            rest = rest[len("Member States") :].lstrip()
            continue
        found = next(((end, name) for start, end, name in lexicon.find_actors(rest) if start == 0), None)
        if found is None:
            return tuple(dict.fromkeys(names))
        names.append(found[1])
        rest = rest[found[0] :].lstrip()


def _short(name: str, lexicon: Lexicon) -> str:
    return lexicon.body(name) or name
