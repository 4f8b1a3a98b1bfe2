"""To whom advice is addressed: in its sentences, in a line or cell of its own, in the heading of a group."""

import re
from collections.abc import Iterator
from functools import cache

from corpus.lexicon import Lexicon
from extract.profile import load_profile
from extract.sentences import sentences

_DETERMINERS = r"(?:(?:the|all|each|every|both|its|their|these|those|other|relevant|competent|national|individual)\s+)*"


@cache
def _pattern(section: str, key: str) -> re.Pattern[str]:
    return re.compile(load_profile("evaluation")[section][key])


@cache
def _leads() -> re.Pattern[str]:
    return re.compile("|".join(load_profile("evaluation")["verbs"]["leads"]))


@cache
def _names() -> re.Pattern[str]:
    names = sorted(load_profile("evaluation")["actors"]["names"], key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, names))})(?![\w-])")


def is_actor(text: str, lexicon: Lexicon) -> bool:
    """Whether a text is the name of one who may be addressed, and nothing else."""
    tidy = re.sub(r"^(?:the|all)\s+", "", text.strip(), flags=re.IGNORECASE)
    known = load_profile("evaluation")["actors"]["names"]
    return lexicon.body(tidy) is not None or lexicon.state(tidy) is not None or tidy in known


def is_advice(text: str) -> bool:
    """Whether a text holds a verb that recommends."""
    return _pattern("verbs", "normative").search(text) is not None or _leads().search(text) is not None


def addressed_in(text: str, lexicon: Lexicon) -> tuple[str, ...]:
    """Those whom sentences address: the subjects of "should" and its like, and those behind "we recommend that", "let",
    "by". Nobody where the subject is a thing.
    """
    found: list[str] = []
    for start, end in sentences(text):
        found += _in_sentence(text[start:end], lexicon)
    return tuple(dict.fromkeys(found))


def _in_sentence(sentence: str, lexicon: Lexicon) -> Iterator[str]:
    spans: list[tuple[int, int]] = []
    at = 0
    for verb in _pattern("verbs", "normative").finditer(sentence):
        before = sentence[at : verb.start()]
        clause = max(
            (m.end() for m in re.finditer(r"[;:]\s|,?\s(?:and|but|while|whereas)\s(?=(?:the\s)?[A-Z])", before)),
            default=0,
        )
        clause = 0 if _is_list(before, clause, lexicon) else clause
        spans.append((at + clause, verb.start()))
        at = verb.end()
    for lead in _leads().finditer(sentence):
        spans.append((lead.end(), len(sentence)))
        if lead.group().casefold().startswith("recommend"):
            break  # "recommended that COSI invite the Parliament"
    known = list(_actors(sentence, lexicon))
    for start, stop in sorted(spans):
        yield from _subjects(sentence, start, stop, known)
    for start, end, name in known:  # "…, and the Commission to pay for their travel"
        if (
            re.search(rf"\band {_DETERMINERS}$", sentence[:start])
            and re.match(r"\sto [a-z]+", sentence[end:])
            and spans
        ):
            yield name


def _is_list(before: str, clause: int, lexicon: Lexicon) -> bool:
    """Whether an "and" before which a clause seems to begin only joins two names."""
    left = before[:clause].rstrip()
    left = re.sub(r",?\s(?:and|but|while|whereas)$", "", left)
    return any(end == len(left) for _, end, _ in _actors(left, lexicon))


def _actors(text: str, lexicon: Lexicon) -> Iterator[tuple[int, int, str]]:
    """Bodies by their short names and roles as printed, in order."""
    found = list(lexicon.find_actors(text))
    for match in _names().finditer(text):
        if not any(start < match.end() and match.start() < end for start, end, _ in found):
            name = match.group()
            found.append((match.start(), match.end(), "Member States" if name == "Member State" else name))
    yield from sorted(found)


def _subjects(sentence: str, start: int, stop: int, known: list[tuple[int, int, str]]) -> Iterator[str]:
    """Actors within a stretch that stand as its subject: none behind a preposition, none in a relative clause."""
    at = start
    first = True
    for begin, end, name in known:
        if begin < start or end > stop:
            continue
        before = sentence[at:begin]
        if re.search(_pattern("verbs", "relative"), before) or sentence[end : end + 2] in ("’s", "'s"):
            return
        if (first and _BEHIND_PREPOSITION.search(before)) or not (first or _JOINT.fullmatch(before)):
            return
        if not _is_explained(sentence, end, name, known):
            yield name
        first, at = False, end


_BEHIND_PREPOSITION = re.compile(
    rf"\b(?:of|by|from|to|with|for|in|at|on|between|under|within)\s{_DETERMINERS}$", re.IGNORECASE
)
# What may stand between two of several subjects: "the EUDA and, as well as the relevant national, …".
_AND = r"(?:and|or|as well as|together with|including)"
_JOINT = re.compile(
    rf"(?=\s*[,(]|\s+{_AND}\b)[\s,]*(?:{_AND}\s+)?[\s,(]*{_DETERMINERS}(?:[\w-]+\s+){{0,3}}[,(]?\s*{_DETERMINERS}"
)


def _is_explained(sentence: str, end: int, name: str, known: list[tuple[int, int, str]]) -> bool:
    """Whether a group is told by its members: "the agencies, Frontex and CEPOL among them"."""
    following = [end_of for start, end_of, _ in known if start > end]
    if name[:1].isupper() or not following:
        return False
    return any(re.match(r",?\s(?:among|amongst) them\b", sentence[end_of:]) for end_of in following)


def addressed_by(value: str, lexicon: Lexicon) -> tuple[str, ...]:
    """Those whom a line or cell names, in its order."""
    tidy = re.sub(r"\([^)]*\)", " ", " ".join(value.split())).strip(" .:;,()→")
    if re.fullmatch(r"(?:all|everybody|–|-|—|n/a)?", tidy, re.IGNORECASE):
        return ()
    names: list[str] = []
    inside = list(_actors(tidy, lexicon))
    if len(inside) > 1 and not re.sub("|".join(re.escape(tidy[a:b]) for a, b, _ in inside), "", tidy).strip():
        return tuple(dict.fromkeys(name for _, _, name in inside))  # one below the other, with no sign between
    for part in re.split(r"\s*[;,/•|]\s*(?:and\s+)?|\s+(?:and|und|et|e|y)\s+|\s*&\s*|\s+as well as\s+", tidy):
        name = re.sub(r"^(?:the|all|die|der|das|les?|la|los|las|os|as|gli|i)\s+", "", part.strip(" .:()"))
        if name:
            names.append(lexicon.body(name) or lexicon.state(name) or name)
    return tuple(dict.fromkeys(names))
