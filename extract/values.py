"""Values in cells and sentences: dates, periods, states and bodies, lists of indicators."""

import re
from calendar import monthrange
from collections.abc import Iterable
from functools import cache

from corpus.lexicon import Lexicon
from extract.laid import LaidText
from extract.profile import load_profile

_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th|er|º|\.)?"
_SEPARATOR = r"\s*[-–—]\s*"


# --- dates ---------------------------------------------------------------------------------------------------------


@cache
def _months() -> dict[str, int]:
    """Names of months, whole and cut to three or four letters, to their number."""
    found: dict[str, int] = {}
    for names in load_profile("cover")["months"].values():
        for number, name in enumerate(names, start=1):
            low = name.casefold()
            for form in (low, low[:3], low[:4]):
                found.setdefault(form, number)
    return found


def date_of(text: str, *, is_end: bool = False) -> str | None:
    """A date as ISO: `YYYY-MM-DD`, `YYYY-MM` or `YYYY`; None where the text is none.

    Days come before months, as all over Europe; a quarter is its first month, or its last one where it ends something.

    >>> date_of("31.12.2032"), date_of("Dec 2032"), date_of("03/2032"), date_of("2032-02-15"), date_of("TBC")
    ('2032-12-31', '2032-12', '2032-03', '2032-02-15', None)
    """
    tidy = " ".join(text.replace("\u00a0", " ").split()).strip(" .,;:*")
    for pattern, make in _FORMS:
        match = pattern.fullmatch(tidy)
        if match:
            found = make(match) if make is not _quarter else _quarter(match, is_end=is_end)
            if found is not None:
                return found
    return None


def _iso(year: int, month: int | None = None, day: int | None = None) -> str | None:
    if month is None:
        return f"{year:04d}"
    if not 1 <= month <= 12:
        return None
    if day is None:
        return f"{year:04d}-{month:02d}"
    return f"{year:04d}-{month:02d}-{day:02d}" if 1 <= day <= monthrange(year, month)[1] else None


def _year(text: str) -> int:
    return int(text) if len(text) == 4 else 2000 + int(text)


def _worded(match: re.Match[str]) -> str | None:
    month = _months().get(match["month"].casefold().rstrip("."))
    if month is None:
        return None
    day = match.groupdict().get("day")
    return _iso(_year(match["year"]), month, int(day) if day else None)


def _numbered(match: re.Match[str]) -> str | None:
    day = match.groupdict().get("day")
    return _iso(_year(match["year"]), int(match["month"]), int(day) if day else None)


def _quarter(match: re.Match[str], *, is_end: bool = False) -> str | None:
    number = {"i": 1, "ii": 2, "iii": 3, "iv": 4}.get(match["quarter"].casefold()) or int(match["quarter"])
    return _iso(int(match["year"]), 3 * number - (0 if is_end else 2)) if 1 <= number <= 4 else None


def _only_year(match: re.Match[str]) -> str | None:
    return _iso(int(match["year"]))


_FORMS = (
    (re.compile(r"(?P<year>(?:19|20)\d\d)-(?P<month>\d{1,2})-(?P<day>\d{1,2})"), _numbered),
    (re.compile(r"(?P<year>(?:19|20)\d\d)[-/.](?P<month>\d{1,2})"), _numbered),
    (re.compile(r"(?P<day>\d{1,2})(?P<sign>[./-]) ?(?P<month>\d{1,2})(?P=sign) ?(?P<year>\d{4}|\d{2})"), _numbered),
    (re.compile(r"(?P<month>\d{1,2})[./-](?P<year>\d{4})"), _numbered),
    (
        re.compile(_DAY + r"(?: (?:of|de|di))? (?P<month>[^\W\d_]{3,}\.?)(?: (?:of|de|del))?,? (?P<year>\d{4})"),
        _worded,
    ),
    (re.compile(r"(?P<month>[^\W\d_]{3,}\.?) (?P<day>\d{1,2})(?:st|nd|rd|th)?,? (?P<year>\d{4})"), _worded),
    (
        re.compile(
            r"(?:early |mid-?|late |end of |beginning of |by |from )?"
            r"(?P<month>[^\W\d_]{3,}\.?)(?: (?:of|de|del))?,? ?['’]?(?P<year>\d{4})"
        ),
        _worded,
    ),
    (re.compile(r"(?i:Q|T)(?P<quarter>[1-4])[ /.-]?(?P<year>\d{4})"), _quarter),
    (re.compile(r"(?P<year>\d{4})[ /.-]?(?i:Q|T)(?P<quarter>[1-4])"), _quarter),
    (
        re.compile(r"(?P<quarter>[1-4]|I{1,3}|IV)(?:st|nd|rd|th)? (?i:quarter|trimester)(?: of)? (?P<year>\d{4})"),
        _quarter,
    ),
    (
        re.compile(
            r"(?:by |until )?(?:the )?(?:mid-?|early |late |end of |end |beginning of |by |during |in )?(?P<year>(?:19|20)\d\d)"
        ),
        _only_year,
    ),
)


_BETWEEN = re.compile(
    r"""\s+(?:to|until|till|and|through|bis|au|al|a|ends?|end:)\s+
    | \s*[–—]\s* | \s+-\s+
    | (?<=\d)\s*-\s*(?=\d{1,2}[./])  # 1.3.-31.5.2032
    | (?<=\d{4})[-/](?=\d{4}$)  # 2032/2033
    | (?<=[^\W\d_])-(?=[^\W\d_])  # Jan-Dec 2032
    | (?<=\bQ\d)-(?=Q\d)
    | (?:(?<=^\d)|(?<=^\d\d))-(?=\d{1,2}\ )  # 3-14 June 2032
    | (?<=^\d\d)-(?=\d\d/\d{4})  # 03-06/2032
    """,
    re.VERBOSE,
)


def period_of(text: str) -> tuple[str | None, str | None]:
    """Start and end of a period; a single date is both.

    >>> period_of("January – December 2032"), period_of("01/2032-12/2033"), period_of("from 1 March 2032 until 2033")
    (('2032-01', '2032-12'), ('2032-01', '2033-12'), ('2032-03-01', '2033'))
    """
    tidy = " ".join(text.split()).strip(" .;")
    tidy = re.sub(r"^(?:from|between|starts?|start:|as of|as from)\s+", "", tidy, flags=re.IGNORECASE)
    whole = date_of(tidy)
    if whole is not None:
        return whole, whole
    halves = _BETWEEN.split(tidy)
    if len(halves) != 2:
        return None, None
    first, last = (half.strip(" ,;") for half in halves)
    end = date_of(last, is_end=True)
    if end is None:
        return None, None
    year = end[:4]
    if re.fullmatch(r"\d{1,2}", first) and len(end) == 10:  # 3-14 June 2032
        return f"{end[:8]}{int(first):02d}", end
    start = date_of(first) or date_of(f"{first} {year}") or date_of(f"{first}.{year}") or date_of(f"{first}/{year}")
    return start, end


# --- states and bodies ---------------------------------------------------------------------------------------------

_ALL = re.compile(
    r"\b(?:all|27)\s+(?:the\s+|27\s+|EU\s+|other\s+)*(?:MS|Member\s+States|EU\s+MS)\b|\bEU-?27\b|\bMS\s*\((?:all|27)\)",
    re.IGNORECASE,
)
_MS_EXCEPT = re.compile(
    r"\b(?:EU\s+)?(?:MS|Member\s+States)\s*,?\s*\(?\s*(?:except|excluding|without|other than|minus|but not)",
    re.IGNORECASE,
)
_EXCEPT = re.compile(
    r"\(?\b(?:except(?:\s+for)?|excluding|excl\.?|without|other\s+than|minus|but\s+not|save|apart\s+from|with\s+the\s+exception\s+of|bar)\b:?",
    re.IGNORECASE,
)
_NOT_TAKING_PART = re.compile(r"(?:to be |kept |are |is |will be )?(?:informed|for information)\b", re.IGNORECASE)


def actors_of(text: str, lexicon: Lexicon, *, prose: bool = False) -> tuple[str, ...]:
    """States and bodies that a cell names, in its order: EU codes and short names, each once.

    "All MS" is the 27; what follows "except" is taken out. In prose, two-letter codes count only in capitals and
    between separators, and unknown words are passed over; in a list an unknown entry is kept as it is printed.
    """
    tidy = " ".join(text.split())
    if is_empty(tidy):
        return ()
    found: list[str] = []
    excluded: set[str] = set()
    tidy = _without_informed(tidy)
    match = _ALL.search(tidy) or _MS_EXCEPT.search(tidy)
    if match:
        members = list(lexicon.member_codes)
        rest = tidy[match.start() :]
        exception = _EXCEPT.search(rest)
        if exception and exception.start() <= (match.end() - match.start()) + 3:
            tail = rest[exception.end() :]
            stop = re.search(r"[;)]|\.(?:\s|$)|,?\s+(?:plus|together with|as well as|with)\s|\n", tail)
            names = tail[: stop.start()] if stop else tail
            listed, kept_from = _exceptions(names, lexicon)
            excluded.update(listed)
            end = match.start() + exception.end() + (len(names) if kept_from is None else kept_from)
            before, after = tidy[: match.start()], tidy[end:]
        else:
            before, after = tidy[: match.start()], tidy[match.end() :]
        found += _listed(before, lexicon, prose=prose)
        found += [code for code in members if code not in excluded]
        found += _listed(after, lexicon, prose=prose)
    else:
        found += _listed(tidy, lexicon, prose=prose)
    return tuple(dict.fromkeys(found))


def _exceptions(names: str, lexicon: Lexicon) -> tuple[list[str], int | None]:
    """The Member States that follow "except"; where something else follows them, the list goes on from there."""
    listed: list[str] = []
    at = 0
    for match in re.finditer(r"\s*(?:,|/|&|\band\b|$)\s*", names):
        entry = names[at : match.start()].strip(" ()")
        if entry:
            code = lexicon.state_by_code(entry) or lexicon.state(entry)
            if code is None or code not in lexicon.member_codes:
                return listed, at
            listed.append(code)
        at = match.end()
    return listed, None


def _without_informed(text: str) -> str:
    """Drop those merely informed: "…; AT, BE to be informed", "(informed: SE)"."""
    text = re.sub(r"\([^)]*\binformed\b[^)]*\)", " ", text, flags=re.IGNORECASE)
    parts = re.split(r"(?<=[;.])\s+", text)
    return " ".join(p for p in parts if not re.search(r"\b(?:informed|for information)\b", p, re.IGNORECASE))


def _listed(text: str, lexicon: Lexicon, *, prose: bool) -> list[str]:
    text = text.strip(" ,;.")
    if not text:
        return []
    if prose or _reads_as_prose(text):
        return _in_prose(text, lexicon)
    out: list[str] = []
    protected = re.sub(r"\bMAOC ?\(N\)", "MAOC-N", text)
    for state in lexicon.states:  # "Bosnia and Herzegovina" is one name
        for name in state.names:
            if " and " in name:
                protected = protected.replace(name, state.code)
    for entry in re.split(
        r"[,;/•▪\n]|\s\|\s|\s+(?:and|und|et|y|e)\s+|\s&\s|\s[-–]\s|(?<=\b[A-Z]{2})\s+(?=[A-Z]{2}\b)", protected
    ):
        out += _entry(entry, lexicon)
    return out


def _entry(entry: str, lexicon: Lexicon) -> list[str]:
    """One entry of a list: a code, a name, a body with a remark in brackets or behind a colon."""
    entry = entry.strip(" .*:'\"()[]") if entry.count("(") != entry.count(")") else entry.strip(" .*:")
    if not entry or is_empty(entry):
        return []
    bare = re.sub(r"\s*\([^)]*\)", "", entry).strip(" *.")
    for candidate in (entry, bare, bare.rstrip("*")):
        known = lexicon.state_by_code(candidate) or lexicon.state(candidate) or lexicon.body(candidate)
        if known:
            return [known]
    match = re.fullmatch(
        r"(?:MS|third countries|third states|partners|agencies|EU agencies|bodies|others?|EU bodies|non-EU|observers?"
        r"|associated|countries)\s*:?\s*(.*)",
        bare,
        re.IGNORECASE,
    )
    if match:
        return _entry(match.group(1), lexicon) if match.group(1) else []
    if ":" in bare:
        return _entry(bare.split(":", 1)[1], lexicon)
    inside = _in_prose(bare, lexicon, unknown=False)
    if inside:
        return inside
    return [bare] if _could_be_a_name(bare) else []


_NOISE = re.compile(
    r"^(?:etc|others?|and others|further|more|to be|as |if |see |in |on |for |the |a |an |all |some |any )",
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
    small = sum(
        w
        in {
            "the",
            "with",
            "by",
            "led",
            "of",
            "in",
            "from",
            "will",
            "take",
            "takes",
            "part",
            "as",
            "are",
            "is",
            "joined",
            "together",
            "supported",
        }
        for w in words
    )
    return len(words) >= 4 and small >= 2 and small / len(words) >= 0.12


# A name that no list holds: several words in capitals ("AGE Platform Europe"), behind the beginning of a sentence.
_UNKNOWN_NAME = re.compile(r"(?<=[a-z,;] )[A-Z][\w-]+(?: (?:of |for )?[A-Z][\w-]+){1,4}")


def _in_prose(text: str, lexicon: Lexicon, *, unknown: bool = True) -> list[str]:
    """Codes in capitals and names, in the order of the text."""
    found = [(start, name) for start, _, name in lexicon.find_actors(text)]
    taken = [(start, end) for start, end, _ in lexicon.find_actors(text)]
    for match in re.finditer(r"(?<![\w-])[A-Z]{2,3}(?![\w-])", text):
        code = lexicon.state_by_code(match.group())
        if code is not None and not any(s <= match.start() < e for s, e in taken):
            found.append((match.start(), code))
            taken.append(match.span())
    for match in _UNKNOWN_NAME.finditer(text) if unknown else ():
        if not any(s < match.end() and match.start() < e for s, e in taken):
            found.append((match.start(), match.group()))
    return [name for _, name in sorted(found)]


_CO_LED = re.compile(
    r"(?:co-?led by|co-?leaders?(?: is| are|:)?|co-?leads?:?|deputy(?: leader)?:?"
    r"|with (?P<before>[^,;.]+?) as (?:its )?(?:co-?leaders?|deput(?:y|ies)))",
    re.IGNORECASE,
)
_LED = re.compile(
    r"(?:(?<!co-)(?<!co)led by|(?<!co-)(?<!co)leader(?:s| is| are)?:?|(?<!co-)lead:|headed by|under the lead(?:ership)? of)",
    re.IGNORECASE,
)


def team_of(text: str, lexicon: Lexicon) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """Leader, co-leaders and participants told in one sentence: "Led by ES, with IT as co-leader; BE, FR and Europol join".

    Where no verb of leading is found all are participants.
    """
    tidy = " ".join(text.split())
    leader: tuple[str, ...] = ()
    deputies: tuple[str, ...] = ()
    rest = tidy
    co_led = _CO_LED.search(rest)
    if co_led:
        inside = co_led.group("before")
        if inside is not None:
            deputies = actors_of(inside, lexicon, prose=True)
            rest = rest[: co_led.start()] + " ; " + rest[co_led.end() :]
        else:
            tail = rest[co_led.end() :]
            names = _run_of_names(tail, lexicon)
            deputies = actors_of(tail[:names], lexicon, prose=True)
            rest = rest[: co_led.start()] + " ; " + tail[names:]
    led = _LED.search(rest)
    if led:
        tail = rest[led.end() :]
        names = _run_of_names(tail, lexicon)
        leader = actors_of(tail[:names], lexicon, prose=True)
        rest = rest[: led.start()] + " ; " + tail[names:]
    else:
        match = re.match(r"\s*(?P<who>[^,;.]+?)\s+(?:leads?|is (?:the )?leader|heads)\b", rest)
        if match:
            leader = actors_of(match.group("who"), lexicon, prose=True)
            rest = rest[match.end() :]
    return leader, deputies, actors_of(rest, lexicon, prose=True)


def _run_of_names(text: str, lexicon: Lexicon) -> int:
    """How far a list of names at the beginning of a text reaches: to the first word that is none."""
    names = {(start, end) for start, end, _ in lexicon.find_actors(text)}
    names |= {m.span() for m in re.finditer(r"(?<![\w-])[A-Z]{2,3}(?![\w-])", text) if lexicon.state_by_code(m.group())}
    at = 0
    for start, end in sorted(names):
        between = text[at:start]
        if not re.fullmatch(r"[\s,/&]*(?:(?:and|the)\s+)*", between) or (
            at and "," in between and "and" not in between and ";" in between
        ):
            break
        at = end
    return at


# --- lists ---------------------------------------------------------------------------------------------------------


@cache
def _empty_values() -> frozenset[str]:
    return frozenset(v.casefold() for v in load_profile("operational_action_plan")["empty"]["values"])


def is_empty(text: str) -> bool:
    """Whether a cell says that it says nothing: a dash, n/a, TBC."""
    return " ".join(text.split()).strip(" .()").casefold() in _empty_values() or not text.strip(" .–—-")


_BULLET = re.compile(r"(?:[•▪●○◦‣➢■□*·–—-]|\(?[a-z]\)|\(?\d{1,2}[.)])\s+")


def items_of(text: LaidText) -> tuple[str, ...]:
    """The items of a list in a cell: at bullets, numbers or letters where its lines have them, else at semicolons, else at
    lines that all begin like items."""
    starts = text.line_starts()
    marked = [start for start in starts if _BULLET.match(text.text, start)]
    if marked:
        ends = [*marked[1:], len(text.text)]
        head = [text.text[: marked[0]]]
        return _tidied(head + [_BULLET.sub("", text.text[a:b], count=1) for a, b in zip(marked, ends, strict=True)])
    if ";" in text.text:
        return _tidied(text.text.split(";"))
    if len(starts) > 1 and all(text.text[start].isupper() or text.text[start].isdigit() for start in starts):
        return _tidied([text.text[a:b] for a, b in zip(starts, [*starts[1:], len(text.text)], strict=True)])
    return _tidied([text.text])


def _tidied(items: Iterable[str]) -> tuple[str, ...]:
    out = []
    for item in items:
        tidy = " ".join(item.split()).strip(" ;,.")
        if tidy and not is_empty(tidy):
            out.append(tidy)
    return tuple(out)
