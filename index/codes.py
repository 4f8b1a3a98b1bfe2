"""Exact codes: numbers of papers, actions, goals and subject codes, in one spelling, so that `OA2.6` finds `OA 2.6`."""

import re
from collections.abc import Iterator, Mapping

from corpus.errors import MalformedNumber
from corpus.identifiers import CouncilNumber, find_council_numbers
from corpus.records import Document, Record

# What users call the numbers of a type of record.
_CALLED: Mapping[str, tuple[str, ...]] = {
    "action": ("action", "oa"),
    "goal": ("goal",),
    "priority": ("priority",),
    "area": ("area", "priority"),
    "request": ("paragraph", "point", "request"),
    "recommendation": ("recommendation",),
    "threat": ("threat",),
}
_LABELLED = re.compile(
    r"\b(?P<label>OA|action|CHSG|HSG|SG|goal|priority|area|recommendation|paragraph|para|point|request|threat|aim)"
    r"[\s.-]*(?:no\.?\s*)?(?P<number>[A-Z]?\d{1,3}(?:\.\d{1,3})*[a-z]?)\b",
    re.IGNORECASE,
)
_SUBJECT = re.compile(r"\b[A-Z]{2,}(?:[-(][A-Z]+\)?)? \d{1,5}\b(?![./]\d)")
_DECIMAL = re.compile(r"(?<![\w./])\d{1,2}(?:\.\d{1,3}){1,2}(?![\w./])")
_EDOC = re.compile(r"\bEDOC\s*#?\s*\d{6,8}(?:v\d+\w?)?\b", re.IGNORECASE)
_NAMES = {"para": "paragraph", "hsg": "chsg"}


def spelt(code: str) -> str:
    """Lower case, letters, digits, dots and slashes only.

    >>> spelt("CHSG 2"), spelt("ST 9921 2021 INIT"), spelt("9927/1/16 REV 1")
    ('chsg2', 'st99212021init', '9927/1/16rev1')
    """
    return re.sub(r"[^a-z0-9./]", "", code.casefold())


def codes_of_document(document: Document) -> tuple[str, ...]:
    """The numbers by which a document is known."""
    found = [document.reference, document.register_id, *document.subject_codes]
    codes = [spelt(code) for code in found if code]
    if document.register_id:
        try:
            number = CouncilNumber.parse(document.register_id)
        except MalformedNumber:
            pass
        else:
            codes += [spelt(str(number)), spelt(number.printed), f"st{number.serial}{number.year}"]
    return tuple(dict.fromkeys(codes))


def codes_of_record(record: Record) -> tuple[str, ...]:
    """The spellings of a record's own number: `OA 3.5` is also `3.5` and `action3.5`."""
    if record.number is None:
        return ()
    own = spelt(record.number)
    bare = re.sub(r"^[a-z]+(?=\d)", "", own)
    codes = [own]
    if "." in bare:
        codes.append(bare)
    codes += [f"{name}{form}" for name in _CALLED.get(record.type, ()) for form in (bare, own)]
    return tuple(dict.fromkeys(codes))


def mentions_of_record(record: Record, records: Mapping[str, Record], document: Document) -> tuple[str, ...]:
    """Codes of what a record belongs to: its goals, the areas and priorities above it, its paper."""
    found: list[str] = [spelt(goal) for goal in record.fields.get("goals") or ()]
    at = record.parent
    while at is not None and at in records:
        found += codes_of_record(records[at])
        at = records[at].parent
    found += codes_of_document(document)
    own = set(codes_of_record(record))
    return tuple(code for code in dict.fromkeys(found) if code not in own)


def find_codes(query: str) -> Iterator[tuple[str, str]]:
    """Codes in a query: (as written, as spelt), each once."""
    seen: set[str] = set()
    for written, code in _all_codes(query):
        if code not in seen:
            seen.add(code)
            yield written, code


def _all_codes(query: str) -> Iterator[tuple[str, str]]:
    for written, number in find_council_numbers(query):
        yield written, spelt(number.printed)
        yield written, f"st{number.serial}{number.year}"
    for match in _LABELLED.finditer(query):
        label = match["label"].casefold()
        yield match.group(), _NAMES.get(label, label) + match["number"].casefold()
    for pattern in (_SUBJECT, _EDOC, _DECIMAL):
        for match in pattern.finditer(query):
            yield match.group(), spelt(match.group())
