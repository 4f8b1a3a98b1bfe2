"""Quantities in running text: numbers in digits or words, with scale, unit or currency, and the bound before them.

What looks like a number and counts nothing (years and dates, numbers of articles, documents and pages, telephone numbers,
ordinals, shares told in words, durations, rises and falls) is left out. What words mean stands in the profile `results`.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from extract.periods import periods
from extract.profile import load_profile

_SPACE = "\u00a0\u2009\u202f\u2007 "
_GROUPED = rf"\d{{1,3}}(?:(?P<part>[{_SPACE}.,'’])\d{{3}})(?:(?P=part)\d{{3}})*(?:[.,]\d{{1,2}})?(?![\d])"
_PLAIN = r"\d+(?:[.,]\d+)?"
_TO = r"\s*(?:[-–—]|\b(?:to|and|bis|à|a|e|y|et|und)\b)\s*"


_FIGURE_WORDS = 7


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as printed.

    `start` and `end` (exclusive) hold number, scale, unit and currency; `from_` where its qualifier begins. `value` is in
    base units (EUR 3 million is 3000000), the lower end of a range; `high` its upper end. `unit` is None for counts.
    """

    start: int
    end: int
    value: float
    unit: str | None = None
    qualifier: str | None = None
    from_: int = 0
    high: float | None = None
    in_words: bool = False


def quantities(text: str, language: str | None = "en") -> tuple[Quantity, ...]:
    """The quantities of a text in order.

    >>> [(q.value, q.unit, q.qualifier) for q in quantities("over EUR 1.2 million and twenty-nine cars in 2041")]
    [(1200000.0, 'EUR', 'over'), (29.0, None, None)]
    """
    masked = _masked(text, language or "en")
    found = [*_in_digits(masked), *_in_words(text, masked, language or "en")]
    found.sort(key=lambda q: q.start)
    return tuple(q for q in found if not _is_no_result(text, q))


def bare_quantity(text: str, language: str | None = "en") -> Quantity | None:
    """The quantity that a text is, and nothing else; None where it is something else."""
    tidy = text.strip(" .:;,*†")
    offset = text.find(tidy) if tidy else 0
    for quantity in quantities(text, language):
        if quantity.from_ <= offset and quantity.end >= offset + len(tidy):
            return quantity
    return None


def is_figure(text: str) -> bool:
    """Whether a short text begins with a quantity: the number of a tile, with what it counts or without.

    >>> is_figure("€ 1.3 billion in assets"), is_figure("2049 in figures")
    (True, False)
    """
    first = next(iter(quantities(text)), None) if len(text.split()) <= _FIGURE_WORDS else None
    return first is not None and first.from_ <= 1


def is_open_quantity(text: str) -> bool:
    """Whether a text is the beginning of a quantity: a bound or a currency without its number ("nearly EUR", "half a")."""
    return _open().fullmatch(text.strip()) is not None


def is_scale_only(text: str) -> bool:
    """Whether a text goes on with the number before it: a scale, a unit or both ("million litres")."""
    return _scale_only().fullmatch(text.strip()) is not None


def in_unit(label: str) -> tuple[str | None, float, str]:
    """Unit and scale with which a label begins, and the rest: "Litres of spirits" is litres, of spirits.

    >>> in_unit("million cigarettes")
    (None, 1000000.0, 'cigarettes')
    """
    match = _unit_first().match(label.strip())
    if match is None:
        return None, 1.0, label
    return _unit_of(match["unit"]), _scale_of(match["scale"]), label.strip()[match.end() :].strip()


@cache
def _open() -> re.Pattern[str]:
    currencies = _alternation(_currencies())
    return re.compile(rf"(?:{_qualifiers()})(?:\s(?:{currencies}))?|{currencies}|half an?|a", re.IGNORECASE)


@cache
def _scale_only() -> re.Pattern[str]:
    scales = _alternation(word for word in _scales() if len(word) > 1)
    units = _alternation((*_units(), *_currencies()))
    return re.compile(rf"(?:{scales})(?:\s(?:{units}))?|{units}", re.IGNORECASE)


@cache
def _unit_first() -> re.Pattern[str]:
    scales = _alternation(word for word in _scales() if len(word) > 2)
    units = _alternation(word for word in (*_units(), *_currencies()) if len(word) > 1 or word in "%€$£")
    return re.compile(rf"(?:(?P<scale>{scales})(?:\s|$))?(?:(?P<unit>{units})(?!\w))?", re.IGNORECASE)


# --- what is no quantity -------------------------------------------------------------------------------------------

_MASKS = re.compile(
    r"(?:https?://|www\.)\S+|\S+@\S+|\b[\w-]+(?:\.[\w-]+)+/\S*"
    r"|\+\d[\d ().-]{6,}\d"
    r"|\b\d{1,2}:\d{2}(?::\d{2})?\b"
    r"|\b\d+(?:st|nd|rd|th|º|ª|ème|er|e)\b"
    r"|\b\d{3,5}(?:/\d{1,2})?/\d{2,4}(?: REV \d+)?"
    r"|\b[A-Za-z]+[-/]\d[\w/.-]*|\b\d+[-/]?[A-Za-z]+[-/][\w-]*|\b[A-Z]{1,5}\d+\b"
    r"|\b(?!EUR|USD|GBP|CHF|SEK|DKK|PLN)[A-Z]{3,}(?:\([A-Z]+\))? \d{1,5}(?![\d ]*\d{3}|\s[a-z])"
    r"|\[\d+\]|(?<=\w)\(\d\)",
)


def _masked(text: str, language: str) -> str:
    """The text with everything that holds digits but no quantity blotted out, length kept."""
    out = list(text)
    spans = [match.span() for match in _MASKS.finditer(text)]
    spans += [(period.start, period.end) for period in periods(text) if not _counts(text, period.start, period.end)]
    spans += list(_references(text))
    spans += [match.span() for match in _shares(language).finditer(text)]
    for start, end in spans:
        out[start:end] = "¤" * (end - start)
    return "".join(out)


@cache
def _shares(language: str) -> re.Pattern[str]:
    """A share told in two small numbers: "four in five", "nine trials out of ten", "9 of the 12"."""
    words = _alternation(word for word, value in _words(language).items() if value <= 100)
    small = rf"(?:{words}|\d{{1,2}})"
    joints = _alternation(load_profile("results")["none"]["shares"])
    return re.compile(rf"(?<![\w-])(?:{words})\s(?:[a-z]+\s)?(?:{joints})\s(?:{small})(?![\w-]|[.,]\d)", re.IGNORECASE)


def _counts(text: str, start: int, end: int) -> bool:
    """Whether what looks like a year is a count: followed by what is counted, with nothing before it that takes a year."""
    if end - start != 4:
        return False
    before = text[:start].rstrip().rsplit(" ", 1)[-1].casefold().strip("(,;") if start else ""
    after = re.match(r"\s([a-z]+s)\b", text[end:])
    takes_year = before in _BEFORE_YEARS or before.isupper() or before[:1].isdigit()
    return bool(after) and after is not None and not takes_year and after.group(1) not in _BEHIND_YEARS


_BEFORE_YEARS = frozenset(
    "in of since until by from between and year years cycle to during early late mid the for before after empact results "
    "und en de del di im jahr année año anno ano and, january february march april may june july august september october "
    "november december".split()
)
_BEHIND_YEARS = frozenset("was has is figures results plans priorities cycles".split())


@cache
def _before() -> re.Pattern[str]:
    words = sorted(load_profile("results")["none"]["before"], key=len, reverse=True)
    inner = "|".join(re.escape(word) for word in words)
    return re.compile(
        rf"(?<![\w-])(?:{inner})(?:\s?\((?:EU|EC|EEC|CFSP|JHA)\))?(?:\s?(?:No\.?|Nr\.?))?\s?"
        rf"\d[\d./()a-z-]*(?:(?:,\s|\s?[-–]\s?|,?\s(?:and|or|to)\s)\d[\d./()a-z-]*)*(?![\d])",
        re.IGNORECASE,
    )


def _references(text: str) -> Iterator[tuple[int, int]]:
    """Numbers of articles, documents, pages and the like, with the words before them; ages ("under 18")."""
    for match in _before().finditer(text):
        head = re.match(r"[^\W\d_]+", match.group())
        word = head.group() if head is not None else ""
        behind = text[match.end() :]
        if word.casefold() in _CAPITALIZED and not word[0].isupper() and not match.group().startswith("no."):
            continue
        if word.casefold() in _NAMES_OF_NUMBERS and (_GROUPED_IN.search(match.group()) or re.match(r"\s[a-z]", behind)):
            continue  # "the number 12 480 persons"
        if word.casefold() == "under":  # "under 18", not "under 180 kg"
            number = re.search(r"\d+", match.group())
            if number is None or int(number.group()) > _OLDEST_MINOR or re.match(r"\s?(?:%|[a-z]{3,})", behind):
                continue
        yield match.span()


_CAPITALIZED = frozenset({"no", "e", "st", "com", "part", "box"})  # words unless they begin with a capital
_NAMES_OF_NUMBERS = frozenset({"number", "numbers", "figure", "figures", "level", "note"})
_GROUPED_IN = re.compile(r"\d[ ,.]\d{3}")
_OLDEST_MINOR = 21


@cache
def _no_result() -> tuple[re.Pattern[str], ...]:
    none = load_profile("results")["none"]
    durations, fractions = _alternation(none["durations"]), _alternation(none["fractions"])
    return (
        re.compile(
            rf"[\s-](?:full |whole |more |working |calendar |consecutive )?(?:{durations})(?!\w)", re.IGNORECASE
        ),
        re.compile(rf"\s(?:{fractions})\b", re.IGNORECASE),
        re.compile(none["changes"], re.IGNORECASE),
        re.compile(none["changes_percent"], re.IGNORECASE),
        re.compile(none["changes_behind"], re.IGNORECASE),
    )


def _is_no_result(text: str, quantity: Quantity) -> bool:
    """Durations, fractions, rises and falls; "one" says no more than "a" does."""
    durations, fractions, changes, changes_percent, changes_behind = _no_result()
    before, behind = text[: quantity.from_], text[quantity.end :]
    if quantity.in_words and (quantity.value < 2 or fractions.match(behind)):
        return True
    if quantity.unit is None and durations.match(behind):
        return True
    is_percent = quantity.unit == "%"
    if changes.search(before) or (is_percent and changes_percent.search(before)):
        return True
    return bool(changes_behind.match(behind))


# --- numbers in digits ---------------------------------------------------------------------------------------------


def _alternation(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


@cache
def _scales() -> Mapping[str, float]:
    return {word: float(scale) for scale, words in load_profile("results")["scales"].items() for word in words}


@cache
def _units() -> Mapping[str, str]:
    return {word: unit for unit, words in load_profile("results")["units"].items() for word in words}


@cache
def _currencies() -> Mapping[str, str]:
    return {word: name for name, words in load_profile("results")["currencies"].items() for word in words}


@cache
def _qualifiers() -> str:
    listed = [word for words in load_profile("results")["qualifiers"].values() for word in words]
    return _alternation(dict.fromkeys(listed))


@cache
def _digits() -> re.Pattern[str]:
    number = rf"(?:{_GROUPED}|{_PLAIN})"
    second = number.replace("part", "part2")
    scales = _alternation(_scales())
    glued = r"(?:m|mn|bn|k)(?![\w])"
    units = _alternation(_units())
    currencies = _alternation(_currencies())
    return re.compile(
        rf"(?:(?P<qualifier>{_qualifiers()})\s?)?"
        rf"(?:(?P<before>{currencies})\s?)?"
        rf"(?<![\d/.,:#¤])(?<![A-Za-z]-)(?P<low>{number})"
        rf"(?:\s?(?P<scale1>{scales})(?!\w))?"
        rf"(?:{_TO}(?P<high>{second})(?=[\s%€$£]|[.,;:)]|$))?"
        rf"(?:(?P<scale>\s?{glued}|\s(?:{scales})(?!\w)))?"
        rf"(?:\s?(?:of\s)?(?P<unit>{units})(?!\w)|\s?(?:d['’]|de\s|di\s)?(?P<after>{currencies})(?!\w))?"
        rf"(?P<plus>\+)?(?![\w/])(?!-\w)",
        re.IGNORECASE,
    )


def _in_digits(masked: str) -> Iterator[Quantity]:
    at = 0
    while (match := _digits().search(masked, at)) is not None:
        quantity = _of_match(masked, match)
        at = max(quantity.end if quantity is not None else match.end(), at + 1)
        if quantity is not None:
            yield quantity


def _of_match(masked: str, match: re.Match[str]) -> Quantity | None:
    part = match.groupdict()
    number_at = match.start("low")
    if number_at and (masked[number_at - 1].isalnum() or (masked[number_at - 1] in "-–¤" and not part["qualifier"])):
        return None
    start, from_ = (match.start("before") if part["before"] else number_at), match.start()
    if part["qualifier"]:
        edge = match.start("qualifier")
        if edge and (masked[edge - 1].isalnum() and part["qualifier"][0].isalnum()):
            from_, part["qualifier"] = start, None
    else:
        from_ = start
    scale_word = (part["scale"] or "").strip()
    scale = _scale_of(scale_word)
    first = scale if part["scale1"] is None else _scale_of(part["scale1"])
    unit = _unit_of(part["unit"], part["before"], part["after"])
    is_scaled = scale != 1.0 or first != 1.0
    low = _value(part["low"], is_scaled=is_scaled)
    high = _value(part["high"], is_scaled=is_scaled) * scale if part["high"] else None
    end = match.end("plus") if part["plus"] else match.end()
    if high is not None and _are_two(masked, match, low * first, high):
        return _cut(match, part, first if part["scale1"] else 1.0, from_, start)
    qualifier = part["qualifier"] or ("+" if part["plus"] else None)
    return Quantity(start, end, _clean(low * first), unit, qualifier, from_, high)


def _are_two(masked: str, match: re.Match[str], low: float, high: float) -> bool:
    """Whether what looks like a range is two numbers: "12 and 7 vans", "EUR 3 million to 214 workers", "from 12 to 20"."""
    before = masked[: match.start("low")]
    joint = masked[match.end("scale1") if match["scale1"] else match.end("low") : match.start("high")]
    if re.search(r"\b(?:and|et|und|y|e)\b", joint, re.IGNORECASE):
        return re.search(r"\b(?:between|entre|zwischen|tra)\s$", before, re.IGNORECASE) is None
    rises = not match["unit"] and re.search(r"\b(?:from|von|de|da)\s$", before, re.IGNORECASE) is not None
    return high <= low or rises


def _cut(match: re.Match[str], part: Mapping[str, str | None], scale: float, from_: int, start: int) -> Quantity:
    """The first of two numbers that only look like a range; the second is found on its own."""
    unit = _unit_of(part["before"])
    end = match.end("scale1") if part["scale1"] else match.end("low")
    value = _value(part["low"] or "0", is_scaled=scale != 1.0) * scale
    return Quantity(start, end, _clean(value), unit, part["qualifier"], from_)


def _scale_of(word: str | None) -> float:
    """What a word multiplies by; 1 where it is none."""
    return next((scale for known, scale in _scales().items() if known.casefold() == (word or "").casefold()), 1.0)


def _unit_of(*words: str | None) -> str | None:
    """The unit or currency that the first known word names."""
    tables = (_units(), _currencies())
    for word in words:
        if word:
            for table in tables:
                found = next((unit for known, unit in table.items() if known.casefold() == word.casefold()), None)
                if found is not None:
                    return found
    return None


def _clean(value: float) -> float:
    """Without the dust of binary fractions: 1.2 million is 1200000."""
    return round(value, 4)


def _value(printed: str, *, is_scaled: bool) -> float:
    """The value of digits with signs between them.

    One sign before three digits parts thousands, unless a scale follows ("1.264 million"); before one or two digits it is
    the decimal sign. Of two signs the last one is.
    """
    bare = re.sub(rf"[{_SPACE}'’]", "", printed)
    signs = re.findall(r"[.,]", bare)
    if not signs:
        return float(bare)
    tail = re.search(r"[.,](\d+)$", bare)
    behind = tail.group(1) if tail else ""
    if len(set(signs)) == 2 or (len(signs) == 1 and (len(behind) != 3 or is_scaled or bare.startswith("0"))):
        head = bare[: len(bare) - len(behind) - 1]
        return float(re.sub(r"[.,]", "", head) + "." + behind)
    return float(re.sub(r"[.,]", "", bare))


# --- numbers in words ----------------------------------------------------------------------------------------------


@cache
def _words(language: str) -> Mapping[str, int]:
    numbers = load_profile("results")["numbers"]
    return {word: int(value) for word, value in numbers.get(language, numbers["en"])}


@cache
def _worded(language: str) -> re.Pattern[str]:
    words = _alternation(_words(language))
    joint = r"(?:[-‑]|\s(?:and|et|y|e|und)\s|\s)"
    scales = _alternation(word for word, scale in _scales().items() if len(word) > 4)
    units = _alternation(word for word in _units() if len(word) > 1)
    currencies = _alternation(word for word in _currencies() if word.isalpha())
    return re.compile(
        rf"(?:(?P<qualifier>{_qualifiers()})\s)?(?<![\w-])"
        rf"(?:(?P<half>half)\sa\s(?P<half_scale>{scales})|(?P<dozens>a|two|three|four|several)\sdozen"
        rf"|(?P<words>(?:a\s)?(?:{words})(?:{joint}(?:{words}))*)(?:\s(?P<scale>{scales}))?)"
        rf"(?:\s(?:(?P<unit>{units})|(?P<after>{currencies})))?(?![\w-])",
        re.IGNORECASE,
    )


def _in_words(text: str, masked: str, language: str) -> Iterator[Quantity]:
    for match in _worded(language).finditer(masked):
        part = match.groupdict()
        start = match.end("qualifier") + 1 if part["qualifier"] else match.start()
        from_ = match.start()
        if part["qualifier"] and from_ and masked[from_ - 1].isalnum():
            from_, part["qualifier"] = start, None
        unit = _unit_of(part["unit"], part["after"])
        if part["half"]:
            value = 0.5 * _scale_of(part["half_scale"])
        elif part["dozens"]:
            if part["dozens"].casefold() == "several":
                continue
            value = 12.0 * _words("en").get(part["dozens"].casefold(), 1)
        else:
            spelt = _composed(part["words"], language)
            if spelt is None:
                continue
            value = spelt * _scale_of(part["scale"])
        if re.match(r"-\w", text[match.end() :]):
            continue
        yield Quantity(start, match.end(), value, unit, part["qualifier"], from_, in_words=True)


def _composed(phrase: str, language: str) -> float | None:
    """The value of number words in a row; None where they are not one number ("two four")."""
    table = _words(language)
    tokens = [t for t in re.split(r"[\s‑-]+", phrase.casefold()) if t not in ("a", "and", "et", "y", "e", "und")]
    total = current = 0
    last = 0
    for token in tokens:
        value = table.get(token)
        if value is None:
            return None
        if value in (100, 1000):
            current = max(current, 1) * value
            if value == 1000:
                total, current = total + current, 0
        elif current % 100 and not (current % 10 == 0 and value < 10) and not (value < 20 and last in (20, 60, 80, 4)):
            return None
        elif value == 20 and last == 4 and language == "fr":
            current = current - 4 + 80
        else:
            current += value
        last = value
    return float(total + current)


def adds_up(total: float, parts: Iterable[float]) -> bool:
    """Whether parts make up a total, but for rounding in the last digit that is printed."""
    return abs(total - sum(parts)) < 0.5
