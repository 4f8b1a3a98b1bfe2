"""Labels and aims to drafts; aims to clauses."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.records import RecordType
from extract.clauses import split_clauses
from extract.drafts import Draft, drafted
from extract.laid import LaidText
from models.language import Language

_NOTHING = LaidText("", ())
_WORD = r"(?:priority|priorities|priorität|priorité|prioridad|prioridade|priorità)"
_ENUMERATOR = re.compile(
    rf"^\s*(?:{_WORD}\s+)?\(?(?P<decimal>\d{{1,2}}(?:\.\d{{1,2}})+)[.)]?\s*[-–—:]?\s+"
    rf"|^\s*(?:{_WORD}\s+)?\(?(?P<number>\d{{1,2}}|[a-z]|[ivx]{{1,4}}|[A-Z])[.):]\s*(?:[-–—]\s*)?"
    rf"|^\s*{_WORD}\s+(?:no\.?\s*)?(?P<plain>\d{{1,2}}|[ivx]{{1,4}})\s*[-–—:.]?\s+"
    r"|^\s*(?P<bare>\d{1,2})\s+(?=[A-Z])",
    re.IGNORECASE,
)
_LABEL_END = re.compile(r"\s*[-–—:.]\s*$")


@dataclass(slots=True)
class AimDraft(Draft):
    """An aim keeps its words until its clauses are cut."""

    read: LaidText = _NOTHING
    points: tuple[int, ...] = ()  # where points of a list begin in its text


def aim(read: LaidText, parent: Draft | None, points: tuple[int, ...] = ()) -> AimDraft:
    """An aim without the stop at its end and without the "and" that leads to the next one."""
    end = len(read.text)
    while end and read.text[end - 1] in " .;,":
        end -= 1
    cut = re.search(r"[;,]?\s+(?:and|or)$", read.text[:end])
    read = read.sliced(0, cut.start() if cut else end)
    return AimDraft("aim", read.text, read.spans(), parent=parent, read=read, points=points)


def labelled(record_type: str, read: LaidText, parent: Draft | None, printed: str | None) -> Draft:
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
    kind: RecordType = "priority" if record_type == "priority" else "area"
    return drafted(kind, label, number=number, title=label.text, parent=parent)


def without_enumerator(text: str) -> str:
    return _ENUMERATOR.sub("", text)


def enumerator_of(text: str) -> str | None:
    """The enumerator with which a label begins, its sign included: `(a)`, `4.`, `4.1`; None where it begins with none."""
    match = _ENUMERATOR.match(text)
    return match.group().strip(" -–—:") if match and match.end() < len(text) else None


def begins_with_enumerator(text: str) -> bool:
    return _ENUMERATOR.match(text) is not None


def with_clauses(drafts: Sequence[Draft], language: Language) -> Iterator[Draft]:
    """Each aim followed by its clauses; all aims are parsed in one batch."""
    aims = [draft for draft in drafts if isinstance(draft, AimDraft)]
    parses = dict(zip(map(id, aims), language.parse(found.text for found in aims), strict=True))
    for draft in drafts:
        yield draft
        if isinstance(draft, AimDraft):
            for part in split_clauses(draft.text, parses[id(draft)], draft.points):
                read = draft.read.sliced(part.start, part.end)
                yield drafted("clause", read, parent=draft, fields={"role": part.role})
