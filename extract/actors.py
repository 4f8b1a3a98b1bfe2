"""States and bodies that cells and sentences name: EU codes and short names, sets such as "all MS except DK" counted out."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from corpus.lexicon import Lexicon
from extract.profile import load_profile
from extract.values import is_empty


@dataclass(frozen=True, slots=True)
class _Words:
    """What the profile `actors` says, as patterns."""

    all_members: re.Pattern[str]
    but: re.Pattern[str]
    but_behind: re.Pattern[str]
    informed: re.Pattern[str]
    groups: re.Pattern[str]
    parted: re.Pattern[str]
    small: frozenset[str]


@cache
def _words() -> _Words:
    profile = load_profile("actors")

    def any_of(name: str) -> str:
        entries = [entry for entries in profile[name].values() for entry in entries]
        return "|".join(re.sub(r"\s+", r"\\s+", entry) for entry in entries)

    parts = any_of("conjunctions")
    return _Words(
        all_members=re.compile(rf"(?<!\w)(?:{any_of('all_members')})(?!\w)", re.IGNORECASE),
        but=re.compile(rf"\s*,?\s*\(?\s*(?:{any_of('except')})(?!\w)\s*:?\s*", re.IGNORECASE),
        but_behind=re.compile(rf"\s*,?\s*\((?P<names>[^()]+?)\s+(?:{any_of('excepted')})\)", re.IGNORECASE),
        informed=re.compile(rf"(?<!\w)(?:{any_of('informed')})(?!\w)", re.IGNORECASE),
        groups=re.compile(rf"(?:{any_of('groups')})\s*:?\s*(?P<rest>.*)", re.IGNORECASE),
        parted=re.compile(rf"[,;/•▪\n]|\s\|\s|\s+(?:{parts})\s+|\s&\s|\s[-–]\s|(?<=\b[A-Z]{{2}})\s+(?=[A-Z]{{2}}\b)"),
        small=frozenset(w for words in profile["small_words"].values() for w in words),
    )


def actors_of(text: str, lexicon: Lexicon, *, prose: bool = False) -> tuple[str, ...]:
    """States and bodies that a cell names, in its order: EU codes and short names, each once.

    "All MS" is the 27; what follows "except" is taken out. In prose, two-letter codes count only in capitals and
    between separators, and unknown words are passed over; in a list an unknown entry is kept as it is printed.
    """
    tidy = _without_informed(" ".join(text.split()))
    if is_empty(tidy):
        return ()
    found: list[str] = []
    at = 0
    for stretch in all_members(tidy, lexicon):
        found += _listed(tidy[at : stretch.start], lexicon, prose=prose)
        found += stretch.codes
        at = stretch.end
    found += _listed(tidy[at:], lexicon, prose=prose)
    return tuple(dict.fromkeys(found))


@dataclass(frozen=True, slots=True)
class Members:
    """A stretch of text that stands for Member States: "all MS except DK"."""

    start: int
    end: int
    codes: tuple[str, ...]


def all_members(text: str, lexicon: Lexicon) -> Iterator[Members]:
    """The stretches that stand for all Member States, with those that they except taken out."""
    at = 0
    while (match := _words().all_members.search(text, at)) is not None:
        end, excepted = _exception(text, match.end(), lexicon)
        if not excepted and match.group().casefold() in ("ms", "member states"):  # "MS: ES, IT" names some of them
            at = match.end()
            continue
        yield Members(match.start(), end, tuple(c for c in lexicon.member_codes if c not in excepted))
        at = end


def _exception(text: str, at: int, lexicon: Lexicon) -> tuple[int, tuple[str, ...]]:
    """Where an exception behind "all MS" ends, and whom it names."""
    behind = _words().but_behind.match(text, at)
    if behind is not None:
        return behind.end(), tuple(_members(behind["names"], lexicon)[0])
    but = _words().but.match(text, at)
    if but is None:
        return at, ()
    listed, length = _members(text[but.end() :], lexicon)
    end = but.end() + length
    closed = re.match(r"\s*\)", text[end:])
    return end + (closed.end() if closed else 0), tuple(listed)


def _members(text: str, lexicon: Lexicon) -> tuple[list[str], int]:
    """The Member States with which a text begins, and how far they reach."""
    listed: list[str] = []
    reached = at = 0
    for match in re.finditer(r"\s*(?:,|/|&|;|\)|\.|\b(?:and|und|et|y|e)\b|$)\s*", text):
        entry = text[at : match.start()].strip(" ()")
        code = lexicon.state_by_code(entry) or lexicon.state(entry)
        if code is None and (words := entry.split()):  # "DK plus CH": the first word is one
            code = lexicon.state_by_code(words[0])
            if code in lexicon.member_codes:
                listed.append(str(code))
                reached = at + text[at:].index(words[0]) + len(words[0])
            break
        if code not in lexicon.member_codes:
            break
        listed.append(str(code))
        reached = match.start()
        at = match.end()
        if match.group().strip() in (";", ")", "."):
            break
    return listed, reached


def _without_informed(text: str) -> str:
    """Drop those merely informed: "…; AT, BE to be informed", "(informed: SE)"."""
    informed = _words().informed
    text = re.sub(r"\([^)]*\)", lambda m: " " if informed.search(m.group()) else m.group(), text)
    parts = re.split(r"(?<=[;.])\s+", text)
    return " ".join(p for p in parts if not informed.search(p))


# --- lists ---------------------------------------------------------------------------------------------------------


def _listed(text: str, lexicon: Lexicon, *, prose: bool) -> list[str]:
    text = text.strip(" ,;.")
    if not text:
        return []
    if prose or _reads_as_prose(text):
        return [name for mention in mentions(text, lexicon) for name in mention.names]
    out: list[str] = []
    protected = re.sub(r"\bMAOC ?\(N\)", "MAOC-N", text)
    for state in lexicon.states:  # "Bosnia and Herzegovina" is one name
        for name in state.names:
            if " and " in name:
                protected = protected.replace(name, state.code)
    for entry in _words().parted.split(protected):
        out += _entry(entry, lexicon)
    return out


def _entry(entry: str, lexicon: Lexicon) -> list[str]:
    """One entry of a list: a code, a name, a body with a remark in brackets or behind a colon."""
    entry = entry.strip(" .*:'\"")
    if (entry.startswith("(") and entry.endswith(")")) or entry.count("(") != entry.count(")"):
        entry = entry.strip("()[] .")
    if not entry or is_empty(entry):
        return []
    bare = re.sub(r"\s*\([^)]*\)", "", entry).strip(" *.")
    for candidate in (entry, bare, bare.rstrip("*"), bare.replace("-", "")):  # "EN-FAST" was broken over lines
        known = lexicon.state_by_code(candidate) or lexicon.state(candidate) or lexicon.body(candidate)
        if known:
            return [known]
    group = _words().groups.fullmatch(bare)
    if group is not None:
        return _entry(group["rest"], lexicon) if group["rest"] else []
    if ":" in bare:
        return _entry(bare.split(":", 1)[1], lexicon)
    inside = [name for mention in mentions(bare, lexicon, unknown=False) for name in mention.names]
    if inside:
        return inside
    return [bare] if _could_be_a_name(bare) else []


_NOISE = re.compile(
    r"(?:etc|others?|and others|further|more|to be|as |if |see |in |on |for |of |the |a |an |all |some |any )",
    re.IGNORECASE,
)


def _could_be_a_name(entry: str) -> bool:
    """Whether an unknown entry of a list is kept: a name in capitals, or a short plural ("postal operators")."""
    if _NOISE.match(entry) or not re.search(r"[^\W\d_]{2}", entry):
        return False
    words = entry.split()
    return len(words) <= 6 if re.search(r"[A-Z]", entry) else len(words) <= 4 and words[-1].endswith("s")


def _reads_as_prose(text: str) -> bool:
    """Whether a cell is written in sentences: small words make up much of it."""
    words = re.findall(r"[^\W\d_]+", text)
    small = sum(w in _words().small for w in words)
    return len(words) >= 4 and small >= 2 and small / len(words) >= 0.12


# --- sentences -----------------------------------------------------------------------------------------------------

# A name that no list holds: several words in capitals ("AGE Platform Europe"), behind the beginning of a sentence.
_UNKNOWN_NAME = re.compile(r"(?<=[a-z,;] )[A-Z][\w-]+(?: (?:of |for )?[A-Z][\w-]+){1,4}")


@dataclass(frozen=True, slots=True)
class Mention:
    """Where a text names somebody, and whom: one name, or all that a phrase stands for."""

    start: int
    end: int
    names: tuple[str, ...]


def mentions(text: str, lexicon: Lexicon, *, unknown: bool = True) -> list[Mention]:
    """Codes in capitals, names and phrases for all Member States, in the order of the text."""
    found = [Mention(m.start, m.end, m.codes) for m in all_members(text, lexicon)]
    _add(found, (Mention(start, end, (name,)) for start, end, name in lexicon.find_actors(text)))
    codes = re.finditer(r"(?<![\w-])[A-Z]{2,3}(?![\w-])", text)
    _add(found, (Mention(*m.span(), (code,)) for m in codes if (code := lexicon.state_by_code(m.group()))))
    if unknown:
        _add(found, (Mention(*m.span(), (m.group(),)) for m in _UNKNOWN_NAME.finditer(text)))
    return sorted(found, key=lambda mention: mention.start)


def _add(found: list[Mention], more: Iterator[Mention]) -> None:
    """Add mentions that overlap none that is there already."""
    for mention in more:
        if not any(m.start < mention.end and mention.start < m.end for m in found):
            found.append(mention)


# --- teams ---------------------------------------------------------------------------------------------------------


@cache
def _cues() -> tuple[tuple[str, bool, re.Pattern[str]], ...]:
    """Words of leading: whom they give a role, whether those stand behind them, and the pattern. Deputies come first:
    "co-led by" holds "led by"."""
    profile = load_profile("actors")
    return tuple(
        (role, ahead, re.compile(rf"(?<![\w-])(?:{'|'.join(words)})(?![\w-])", re.IGNORECASE))
        for role in ("co_leaders", "leader")
        for ahead, key in ((True, "before_names"), (False, "after_names"))
        if (words := [w for ws in profile[role][key].values() for w in ws])
    )


def team_of(text: str, lexicon: Lexicon) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """Leader, co-leaders and participants told in sentences: "Led by ES, with IT as co-leader; BE, FR and Europol join".

    Each word of leading takes the names that stand next to it; all others take part, but for those merely informed.
    """
    tidy = _without_informed(" ".join(text.split()))
    if is_empty(tidy):
        return (), (), ()
    named = mentions(tidy, lexicon)
    roles: dict[int, str] = {}
    taken: list[tuple[int, int]] = []
    for role, ahead, pattern in _cues():
        for cue in pattern.finditer(tidy):
            if any(start < cue.end() and cue.start() < end for start, end in taken):
                continue
            run = _run_behind(named, cue.end(), tidy) if ahead else _run_before(named, cue.start(), tidy)
            fresh = [i for i in run if i not in roles]
            if fresh:
                taken.append(cue.span())
                roles.update(dict.fromkeys(fresh, role))

    def those(role: str | None) -> tuple[str, ...]:
        return tuple(dict.fromkeys(n for i, m in enumerate(named) if roles.get(i) == role for n in m.names))

    if not roles and not _reads_as_prose(tidy):
        return (), (), actors_of(tidy, lexicon)
    return those("leader"), those("co_leaders"), those(None)


_BETWEEN_NAMES = re.compile(r"[\s,/&]*(?:(?:and|und|et|y|e|the)\s+)*", re.IGNORECASE)


def _run_behind(named: Sequence[Mention], at: int, text: str) -> list[int]:
    """The names that follow a place without a break, by position: "led by ES and IT"."""
    run: list[int] = []
    for position, mention in enumerate(named):
        if mention.start < at:
            continue
        between = text[at : mention.start]
        first = not run
        if not _BETWEEN_NAMES.fullmatch(between.lstrip(": ") if first else between):
            break
        if not first and "," in between and _clause_follows(text, mention.end):
            break
        run.append(position)
        at = mention.end
    return run


def _run_before(named: Sequence[Mention], at: int, text: str) -> list[int]:
    """The names that stand before a place without a break: "ES and IT lead"."""
    run: list[int] = []
    for position in range(len(named) - 1, -1, -1):
        mention = named[position]
        if mention.end > at:
            continue
        between = text[mention.end : at]
        if not _BETWEEN_NAMES.fullmatch(between):
            break
        run.insert(0, position)
        at = mention.start
    return run


_VERB_FOLLOWS = re.compile(
    r"(?:\s*(?:,|and)\s+[\w ]{2,40}?)?\s+(?:takes?|joins?|participates?|contributes?|supports?|will|are|is)\b"
)


def _clause_follows(text: str, at: int) -> bool:
    """Whether a verb of its own follows a name behind a comma: then the name begins another clause."""
    return bool(_VERB_FOLLOWS.match(text, at))
