"""Requests: operative paragraphs whose verb stands before those whom it asks."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from corpus.lexicon import Lexicon
from extract.drafts import Draft
from extract.enumerators import alike
from extract.laid import LaidText, concatenated
from extract.outline import Item
from extract.profile import load_profile

_LONGEST_LINE = 24  # words of a line that names addressees
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


@cache
def _recitals() -> frozenset[str]:
    return frozenset(phrase.split()[0] for phrase in load_profile("council_conclusions")["verbs"]["recitals"])


def operative_verb(text: str) -> str | None:
    """The verb with which an operative paragraph begins, as printed; None where it begins with none.

    It stands in capitals, whatever it is; or is a known one in small letters, alone or behind "The Council".
    """
    found = _verb_and_rest(text)
    return found[0] if found else None


def _verb_and_rest(text: str) -> tuple[str, str] | None:
    """The verb of an operative paragraph, and what follows it."""
    verb = _verb_in_capitals(text)
    if verb is not None:
        return verb, text[len(verb) :]
    subject = _SUBJECT.match(text)
    start = subject.end() if subject else 0
    verb = _known_verb(text[start:])
    if verb is None or (subject is not None and verb.upper() not in _verbs()[0]):
        return None
    return verb, text[start + len(verb) :]


_SUBJECT = re.compile(
    r"(?:The (?:European )?(?:Council|Commission|Presidency)|It|They)(?: of the European Union)?,?\s+"
    r"(?:(?:also|further|furthermore|moreover|therefore|hereby|in addition|finally|likewise|strongly|again)\s+)*(?=[a-z])"
)


def _known_verb(text: str) -> str | None:
    """A known verb that is written like any word: "Calls upon the Member States to …", "invites Europol to …"."""
    match = re.match(r"[A-Za-z][a-z]+(?: [a-z]+){0,4}\b", text)
    if match is None:
        return None
    words = match.group().split()
    requests, firsts, statements = _verbs()
    for length in range(len(words), 0, -1):
        phrase = " ".join(words[:length])
        if phrase.upper() in requests:
            return phrase
    first = words[0].upper()
    return words[0] if (first in firsts or first in statements) and first.endswith("S") else None


def _verb_in_capitals(text: str) -> str | None:
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


def read_requests(items: Sequence[Item], lexicon: Lexicon) -> Iterator[Draft]:
    """The operative paragraphs that ask somebody for something, each with all its points."""
    requests, firsts, statements = _verbs()
    items, addressed = _without_lines_of_addressees(items)
    for item, points in _operative(items):
        found = _verb_and_rest(item.body.text)
        if found is None:
            continue
        verb, rest = found
        capitals = verb.upper()
        known = capitals in requests or any(word in firsts for word in capitals.split())
        if not known and capitals.split()[-1] in statements:
            continue
        line = addressed.get(id(item))
        addressees = _in_list(line, lexicon) if line else _addressees([*item.children, *points], rest, lexicon)
        if not addressees or (not known and not _asks(rest)):
            continue
        read = concatenated([item.whole(), *(point.with_marks() for point in points)])
        yield Draft(
            "request",
            read.text,
            read.spans(),
            number=item.label,
            fields={"verb": verb, "addressees": list(addressees)},
            confidence=1.0 if known else 0.7,
        )


@cache
def _line_of_addressees() -> re.Pattern[str]:
    labels = "|".join(load_profile("council_conclusions")["addressees"]["labels"])
    return re.compile(rf"\(?(?:{labels})\s*:\s*(?P<names>[^.;:()]+)[.;)]*", re.IGNORECASE)


def _without_lines_of_addressees(items: Sequence[Item]) -> tuple[list[Item], dict[int, str]]:
    """Items without the lines that only name whom a paragraph asks ("Addressees: COSI"), and those lines' names by the item
    that they belong to: the one above."""
    kept: list[Item] = []
    names: dict[int, str] = {}
    for item in items:
        match = _line_of_addressees().fullmatch(item.text.text.strip()) if item.marker is None else None
        if match is not None and kept and len(item.text.text.split()) <= _LONGEST_LINE:
            names[id(kept[-1])] = match["names"]
            continue
        found = _taken_from(item)
        if found is not None:
            names[id(item)] = found
        kept.append(item)
    return kept, names


def _taken_from(item: Item) -> str | None:
    """The names of a line of addressees among the points of an item, which is taken out of them."""
    for child in list(item.children):
        match = _line_of_addressees().fullmatch(child.text.text.strip()) if child.marker is None else None
        if match is not None:
            item.children.remove(child)
            return match["names"]
        found = _taken_from(child)
        if found is not None:
            return found
    return None


def _in_list(names: str, lexicon: Lexicon) -> tuple[str, ...]:
    """Names that stand in a list: "Member States, Europol and the Commission"."""
    parts = re.split(r"\s*[,;/]\s*(?:and\s+)?|\s+and\s+|\s+&\s+", names.strip())
    bare = (re.sub(r"^(?:the|all)\s+", "", part.strip()) for part in parts)
    return tuple(dict.fromkeys(_short(name, lexicon) for name in bare if name))


def _operative(items: Sequence[Item]) -> Iterator[tuple[Item, Sequence[Item]]]:
    """Paragraphs that may be operative, each with the points that follow it without standing in from it."""
    at = 0
    while at < len(items):
        item = items[at]
        points = _points_behind(items, at)
        yield item, points
        if operative_verb(item.body.text) is None:
            yield from ((child, ()) for child in item.children if child.marker is not None)
        at += 1 + len(points)


def _points_behind(items: Sequence[Item], at: int) -> Sequence[Item]:
    """The points of an unnumbered paragraph that ends with a colon: the list that begins right behind it."""
    item = items[at]
    if item.marker is not None or item.children or not item.body.text.rstrip().endswith(":"):
        return ()
    if operative_verb(item.body.text) is None:
        return ()
    end = at + 1
    while end < len(items) and items[end].marker is not None and operative_verb(items[end].body.text) is None:
        if end > at + 1 and not alike(items[at + 1].marker, items[end].marker):
            break
        end += 1
    return items[at + 1 : end]


def _asks(rest: str) -> bool:
    """Whether what follows an unknown verb asks somebody for something: "to the Commission that …", "X to do …"."""
    return bool(
        re.match(r"\s+(?:to |on |upon |that )?(?:the |all |those |its )?[\w’' ,-]{3,160}?\s(?:to [a-z]+|that )", rest)
    )


def _addressees(points: Sequence[Item], rest: str, lexicon: Lexicon) -> tuple[str, ...]:
    """Those whom a paragraph asks: between its verb and what they are asked to do, or at the head of each point."""
    head = rest.strip()
    if not head or head.startswith(":"):
        found = [name for point in points for name in _names(point.body.text, lexicon)]
        return tuple(dict.fromkeys(found))
    return _names(head, lexicon)


# Where the names of those who are asked end, and what they are asked to do begins.
_END_OF_NAMES = re.compile(
    r"\s+(?:to|with)\s*:|\s*:"
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


def is_operative_or_recital(text: LaidText) -> bool:
    """Whether a paragraph begins like a recital ("RECALLING …") or an operative one ("INVITES …", "Calls upon …")."""
    match = _CAPITALS.match(text.text)
    if match is None or len(match["verb"]) <= 4:
        return operative_verb(text.text) is not None
    first = match["verb"].split()[0].strip(",")
    finite = first.endswith(("ING", "ED", "S")) or first in _recitals()
    return finite and " " in text.text and not text.text.isupper()


def is_request(text: LaidText) -> bool:
    """Whether a paragraph asks somebody for something: its points are no aims."""
    verb = operative_verb(text.text)
    requests, firsts, _ = _verbs()
    return verb is not None and (verb.upper() in requests or verb.upper().split()[0] in firsts)
