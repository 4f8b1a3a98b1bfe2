"""The words of markings: whether a line states one, or merely mentions it. The words stand in `profiles/markings.toml`.

A line is marked where it holds the words of a marking and beside them nothing but numbers, codes and what usually stands
there. Extraction spaces letters out, breaks words and drops accents, so letters are compared, whatever stands between them.
Where on a page such a line has to stand says `extract.marks`.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from functools import cache

from corpus.markings import Marking, strictest
from extract.profile import load_profile

_LEAST_FUZZY = 10  # letters of words that may be known though one of them is lost
_ALIKE = 0.94
_BOXES = str.maketrans("015|€", "OISIE")  # signs that are read for letters
_ENUMERATED = re.compile(r"\s*(?:\d{1,3}(?:\.\d{1,3})*[.)]|\(\w{1,4}\)|[A-Za-z][.)]|[IVX]{1,5}[.)]|[•▪●○◦‣➢■□*])\s")
_QUOTED = re.compile(r"""\s*["'“”‘’„«»]""")
_LEADERS = re.compile(r"\.{3,}|(?: \.){3,}|…")
_SEPARATORS = re.compile(r"\s+[|·•–—-]\s+|\s*\|\s*")
_SHORT = 3  # letters of codes
_MOST_LOOSE = 1  # further words in small letters beside LIMITE in a footer


class Sort(StrEnum):
    """What kind of limit a marking is."""

    EU = "eu"
    NATIONAL = "national"
    HANDLING = "handling"
    SHARING = "sharing"


@dataclass(frozen=True, slots=True)
class Stated:
    """A marking as a line states it. `level` is None for handling codes and limits of sharing; `words` are those of the list,
    never the document's. `releases`: what is stricter and stands elsewhere is no more in force."""

    sort: Sort
    level: Marking | None
    words: str
    releases: bool = False

    @property
    def refuses(self) -> bool:
        """Whether a paper that bears it may not enter this system."""
        return self.sort is Sort.HANDLING or (self.level is not None and self.level.is_classified)


@dataclass(frozen=True, slots=True)
class _Words:
    stated: Stated
    letters: str
    pattern: re.Pattern[str]
    in_capitals: bool


def stated_in(text: str) -> tuple[Stated, ...]:
    """The markings that a line states; none where it says anything else.

    >>> [stated.words for stated in stated_in("R E S T R E I N T  U E / EU RESTRICTED  3/12")]
    ['RESTREINT UE/EU RESTRICTED']
    >>> stated_in("Papers marked RESTREINT UE are kept in a safe")
    ()
    """
    if not _may_be_marked(text):
        return ()
    flat = _flat(text)
    found, rest = _taken_out(flat)
    if not found:
        swapped = re.sub(r"(?<=[A-Z])[015|€](?=[A-Z ])", lambda m: m.group().translate(_BOXES), flat)
        found, rest = _taken_out(swapped) if swapped != flat else ((), flat)
    if found and all(_is_beside(token) for token in rest.split()):
        return found
    return _with_lost_letters(flat)


def stated_in_furniture(text: str) -> tuple[Stated, ...]:
    """The markings of a running header or footer: its parts between signs may each be one.

    >>> [stated.words for stated in stated_in_furniture("90001/31 ab/cd DGD 1C LIMITE 2 EN")]
    ['LIMITE']
    """
    found = dict.fromkeys(stated_in(text))
    for part in _SEPARATORS.split(text):
        found.update(dict.fromkeys(stated_in(part)))
    flat = _flat(text)
    upper = _upper(flat)
    compact = "".join(c for c in upper if c.isalnum())
    for words in _vocabulary():
        match = words.pattern.search(upper) if words.letters in compact else None
        if match is None or words.stated.refuses or not _is_set_like(words, flat[match.start() : match.end()]):
            continue
        others = re.findall(r"\b[a-z]{3,}\b", flat[: match.start()] + " " + flat[match.end() :])
        loose = not words.in_capitals or (words.stated.level is Marking.LIMITE and len(others) <= _MOST_LOOSE)
        if loose and words.stated.sort is Sort.EU:
            found[words.stated] = None
    return tuple(found)


def marking_of(stated: Iterable[Stated]) -> Marking | None:
    """The strictest level among markings."""
    return strictest(one.level for one in stated)


# --- release ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Released:
    """That a paper was given to the public: the whole of it, or what a deletion left."""

    is_partial: bool


def released_in(text: str) -> Released | None:
    """Whether a stamp or line of a front page says that the paper was made public.

    >>> released_in("DOCUMENT PARTIALLY ACCESSIBLE TO THE PUBLIC (15.09.2016)")
    Released(is_partial=True)
    """
    for is_partial, pattern in ((True, _release_pattern("part")), (False, _release_pattern("whole"))):
        if pattern.search(text):
            return Released(is_partial)
    return None


@cache
def _release_pattern(name: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{p})" for p in load_profile("markings")["released"][name]), re.IGNORECASE)


# --- words -----------------------------------------------------------------------------------------------------------


def _may_be_marked(text: str) -> bool:
    tidy = text.strip()
    if not tidy or tidy.islower() or tidy.endswith((".", ",", ";", ":")):
        return False
    return not (_ENUMERATED.match(tidy) or _QUOTED.match(tidy) or _LEADERS.search(tidy))


def _flat(text: str) -> str:
    """Without accents, letter by letter."""
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


def _upper(text: str) -> str:
    """Upper case of the same length."""
    return "".join(up if len(up := c.upper()) == 1 else c for c in text)


def _taken_out(flat: str) -> tuple[tuple[Stated, ...], str]:
    """The markings in a text, and the text without their words."""
    found: dict[Stated, None] = {}
    upper = _upper(flat)
    rest = flat
    compact = "".join(c for c in upper if c.isalnum())
    for words in _vocabulary():
        if words.letters not in compact:
            continue
        for match in words.pattern.finditer(upper):
            if rest[match.start() : match.end()].strip() and _is_set_like(words, flat[match.start() : match.end()]):
                found[words.stated] = None
                rest = rest[: match.start()] + " " * (match.end() - match.start()) + rest[match.end() :]
                upper = upper[: match.start()] + " " * (match.end() - match.start()) + upper[match.end() :]
    handled = _handling_pattern().search(rest)
    if handled:
        found[Stated(Sort.HANDLING, None, f"handling code {handled['code'].upper()}")] = None
        rest = rest[: handled.start()] + " " + rest[handled.end() :]
    return tuple(found), rest


def _is_set_like(words: _Words, matched: str) -> bool:
    """Whether words are written as markings are: in capitals, or with capital initials."""
    if words.in_capitals:
        return matched == _upper(matched)
    if words.stated.sort is Sort.EU and not words.stated.refuses:
        return not matched.islower()
    return not re.search(r"(?<![^\W\d_])[a-z]{3,}", matched)


def _is_beside(token: str) -> bool:
    """Whether a word may stand beside a marking on its line."""
    bare = token.strip("()[]{}<>.,:;*|–—-=_/\\‒!+#\"'“”‘’")
    if not any(c.isalpha() for c in bare):
        return True
    if any(c.isdigit() or c in "/." for c in bare):
        return True
    return (len(bare) <= _SHORT and bare.isupper()) or bare.casefold() in _companions()


def _with_lost_letters(flat: str) -> tuple[Stated, ...]:
    """A line in capitals that is a long marking but for a letter or two that extraction lost."""
    tokens = [t for t in flat.split() if t.casefold().strip(":") not in _companions() and any(c.isalpha() for c in t)]
    compact = "".join(c for token in tokens for c in token if c.isalpha())
    if not _LEAST_FUZZY <= len(compact) <= 48 or compact != compact.upper():
        return ()
    for words in _vocabulary():
        if len(words.letters) >= _LEAST_FUZZY and abs(len(words.letters) - len(compact)) <= 2:
            if compact == words.letters:
                continue  # what stands between them says something else
            matcher = SequenceMatcher(None, words.letters, compact, autojunk=False)
            if matcher.quick_ratio() >= _ALIKE and matcher.ratio() >= _ALIKE:
                return (words.stated,)
    return ()


@cache
def _vocabulary() -> tuple[_Words, ...]:
    """All words of markings, longest first."""
    profile = load_profile("markings")
    found: list[_Words] = []
    for entry in profile["marking"]:
        sort = Sort.NATIONAL if entry.get("national") else Sort.EU
        for words in entry["words"]:
            stated = Stated(sort, Marking(entry["level"]), words, entry.get("releases", False))
            found.append(_words(stated, in_capitals=entry.get("capitals", False)))
    for words in profile["sharing"]["words"]:
        found.append(_words(Stated(Sort.SHARING, None, words), in_capitals=True))
    return tuple(sorted(found, key=lambda entry: -len(entry.letters)))


def _words(stated: Stated, *, in_capitals: bool) -> _Words:
    letters = "".join(c for c in _flat(stated.words).upper() if c.isalnum())
    spaced = r"[\W_]*".join(re.escape(letter) for letter in letters)
    glued = "|".join(load_profile("markings")["beside"]["glued"])  # the language of a Council footer
    return _Words(stated, letters, re.compile(rf"(?<![^\W\d_]){spaced}(?:{glued})?(?![^\W\d_])"), in_capitals)


@cache
def _handling_pattern() -> re.Pattern[str]:
    profile = load_profile("markings")["handling"]
    codes = "|".join(profile["codes"])
    before = "|".join(profile["before"])
    return re.compile(
        rf"(?<!\w)(?:{before})(?:[\W_]+(?:no\W+)?\S*\d{{3,}}\S*)*\W{{0,4}}(?P<code>{codes})(?:\W+(?:{codes}))*(?!\w)",
        re.IGNORECASE,
    )


@cache
def _companions() -> frozenset[str]:
    months = (name.casefold() for names in load_profile("cover")["months"].values() for name in names)
    return frozenset(word.casefold() for word in load_profile("markings")["beside"]["words"]) | frozenset(months)
