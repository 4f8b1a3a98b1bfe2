"""What the numbers of a sentence count, in the words of the document.

The sentence is parsed with each quantity put as a plain number ("EUR 1.2 million" as "1200000 euros"), which the parser
was trained on; the words that are found are those of the sentence itself. A number that names nothing itself ("of which
nineteen were returned") counts what the one before it counts.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from extract.numbers import Quantity
from extract.profile import load_profile
from models.language import Language, Token

_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_BEFORE_NOUNS = _NOUNS | {"JJ", "JJR", "JJS", "VBN", "VBG", "HYPH", "POS", "RB", "AFX"}
_ATTRIBUTES = frozenset({"nummod", "quantmod", "amod", "compound", "det", "npadvmod"})
_SMALL = 10  # up to here numbers often count nothing
_BACK = frozenset({"them", "these", "those", "which", "whom"})
_PUT = {"%": "percent", "EUR": "euros", "USD": "dollars", "GBP": "pounds"}


@cache
def _empty() -> frozenset[str]:
    """Nouns that say how something is counted, and not what."""
    return frozenset(load_profile("results")["counting"]["empty"])


@cache
def _measuring() -> frozenset[str]:
    """Verbs whose subject is what a number measures: "arrests rose to", "losses are estimated at"."""
    return frozenset(load_profile("results")["counting"]["measuring"])


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A parsed sentence: tokens with offsets into the original text, and of each quantity the position of its number."""

    text: str
    tokens: tuple[Token, ...]
    spans: tuple[tuple[int, int], ...]
    numbers: tuple[int, ...]

    def words(self, first: int, last: int) -> str:
        """The original words from one token to another."""
        return self.text[self.spans[first][0] : self.spans[last][1]]


@dataclass(frozen=True, slots=True)
class Count:
    """What a quantity counts, None where nothing says so. `is_result`: whether its sentence reports it; a small number in
    words mostly does not ("opened under two plans")."""

    what: str | None
    is_result: bool = True


def counted(sentences: Sequence[tuple[str, Sequence[Quantity]]], language: Language) -> Iterator[tuple[Count, ...]]:
    """For each sentence, in the order of the text, what each of its quantities counts."""
    put = [_put(text, found) for text, found in sentences]
    parses = language.parse(plain for plain, _, _ in put)
    before: str | None = None
    for (text, found), (_, offsets, starts), tokens in zip(sentences, put, parses, strict=True):
        sentence = _aligned(text, tokens, offsets, starts)
        counts: list[Count] = []
        for position, quantity in enumerate(found):
            number = sentence.numbers[position]
            what = _what(sentence, number, quantity)
            if what is None and quantity.unit in (None, "%"):
                what = next((c.what for c in reversed(counts) if c.what), None)
            if what is None and (_points_back(tokens, number + 1) or _is_worth_them(tokens, number)):
                what = next((c.what for c in reversed(counts) if c.what), before)
            counts.append(Count(what, _is_result(tokens, number, quantity)))
        before = next((c.what for c in reversed(counts) if c.what), before)
        yield tuple(counts)


def _points_back(tokens: Sequence[Token], position: int) -> bool:
    """Whether "of them", "of which" or the like stands here."""
    return _is(tokens, position, "of") and position + 1 < len(tokens) and tokens[position + 1].text.lower() in _BACK


def _is_worth_them(tokens: Sequence[Token], number: int) -> bool:
    """Whether a sum is told of what a pronoun stands for: "412 000 of them, worth EUR 5 million"."""
    worth = _worth_before(tokens, number)
    return worth is not None and any(token.tag == "PRP" for token in tokens[max(0, worth - 2) : worth])


def _is_result(tokens: Sequence[Token], number: int, quantity: Quantity) -> bool:
    """Whether a sentence reports its number: not one that may or will be, nor a small one that only describes."""
    verb = _verb(tokens, number)
    helpers = {t.text.lower() for t in tokens if t.head == verb and t.dep in ("aux", "auxpass") and t.head != number}
    if helpers & set(load_profile("results")["counting"]["modal"]):
        return False
    if quantity.unit is not None or quantity.value > _SMALL:
        return True
    if quantity.in_words:
        return _is_reported(tokens, number)
    is_now = bool(helpers & {"is", "are"}) or (verb is not None and tokens[verb].tag in ("VBZ", "VBP"))
    return not is_now


def _verb(tokens: Sequence[Token], number: int) -> int | None:
    """The verb that a number depends on."""
    at = number
    for _ in range(8):
        if tokens[at].pos in ("VERB", "AUX") and at != number:
            return at
        if tokens[at].head == at:
            return None
        at = tokens[at].head
    return None


def _is_reported(tokens: Sequence[Token], number: int) -> bool:
    """Whether a number is what happened: subject or object of a verb in the past, or a line of its own."""
    at = number if tokens[number].dep not in _ATTRIBUTES else tokens[number].head
    while tokens[at].dep in ("conj", "appos") and tokens[at].head != at:
        at = tokens[at].head
    verb = tokens[at].head
    if at == verb:
        return True
    if tokens[at].dep == "pobj":
        if tokens[verb].text.lower() != "to":
            return False
        verb = tokens[verb].head
    elif tokens[at].dep not in ("nsubj", "nsubjpass", "dobj", "attr"):
        return False
    is_now = any(t.head == verb and t.dep in ("aux", "auxpass") and t.text.lower() in ("is", "are") for t in tokens)
    return tokens[verb].tag in ("VBD", "VBN") and not is_now


def _put(text: str, found: Sequence[Quantity]) -> tuple[str, list[int], list[int]]:
    """The text with plain numbers, for each of its letters the offset in the original, and where the numbers begin."""
    parts: list[str] = []
    offsets: list[int] = []
    starts: list[int] = []
    at = 0
    for quantity in found:
        parts.append(text[at : quantity.start])
        offsets += range(at, quantity.start)
        plain = f"{quantity.value:g}" if quantity.value % 1 else str(int(quantity.value))
        unit = f" {_PUT.get(quantity.unit, quantity.unit)}" if quantity.unit else ""
        starts.append(len(offsets))
        parts.append(plain + unit)
        offsets += [quantity.start] * len(plain) + [quantity.end - 1] * len(unit)
        at = quantity.end
    parts.append(text[at:])
    offsets += range(at, len(text))
    return "".join(parts), offsets, starts


def _aligned(text: str, tokens: Sequence[Token], offsets: Sequence[int], starts: Iterable[int]) -> _Sentence:
    spans = tuple((offsets[t.start], offsets[t.end - 1] + 1) if t.end > t.start else (0, 0) for t in tokens)
    numbers = tuple(max((i for i, t in enumerate(tokens) if t.start <= start), default=0) for start in starts)
    return _Sentence(text, tuple(tokens), spans, numbers)


# --- counts, measures, money, shares -------------------------------------------------------------------------------


def _what(sentence: _Sentence, number: int, quantity: Quantity) -> str | None:
    tokens = sentence.tokens
    if quantity.unit is None:
        if _points_back(tokens, number + 1):
            return _named(sentence, number + 3) or _told(sentence, number, ("attr", "oprd"))
        is_told = _is_any(tokens, number + 1, load_profile("results")["counting"]["telling"])
        named = _named(sentence, number + (2 if is_told else 1)) or (None if is_told else _headed(sentence, number))
        return named or _of(sentence, number + 1) or _told(sentence, number) or _subject(sentence, number)
    unit = min(number + 1, len(tokens) - 1)
    behind = _of(sentence, unit + 1)
    if quantity.unit == "%":
        is_joined = unit + 1 < len(tokens) and tokens[unit + 1].dep in ("conj", "appos")
        behind = behind or (_named(sentence, unit + 1) if is_joined else None) or _told(sentence, unit)
        return behind or _governing(sentence, number, unit) or _subject(sentence, number)
    leads = tokens[unit + 1].text.lower() if unit + 1 < len(tokens) else ""
    if behind is None and leads in ("in", "worth"):
        behind = _named(sentence, unit + (3 if leads == "worth" and _is(tokens, unit + 2, "of") else 2))
    behind = behind or _named(sentence, unit + 1)
    if behind is None and (worth := _worth_before(tokens, number)) is not None:
        return _before(sentence, worth)
    return behind or _governing(sentence, number, unit) or _subject(sentence, number) or _done(sentence, unit)


def _headed(sentence: _Sentence, number: int) -> str | None:
    """The noun that the parser gives a number to, where its attributes are tagged as something else."""
    tokens = sentence.tokens
    head = tokens[number].head
    is_near = number < head <= number + 5 and tokens[head].tag in _NOUNS and tokens[number].dep == "nummod"
    return sentence.words(number + 1, _extended(sentence, head)) if is_near else None


def _worth_before(tokens: Sequence[Token], number: int) -> int | None:
    """Where "worth" stands before a sum and its bound."""
    return next((i for i in range(number - 1, max(-1, number - 5), -1) if tokens[i].text.lower() == "worth"), None)


def _before(sentence: _Sentence, position: int) -> str | None:
    """The noun that ends before a token, signs between them aside."""
    tokens = sentence.tokens
    last = position - 1
    while last > 0 and tokens[last].tag in (",", "-LRB-", "RB", "VBN"):
        last -= 1
    if last < 0 or tokens[last].tag not in _NOUNS:
        return None
    return sentence.words(_first_of(tokens, last), last)


def _done(sentence: _Sentence, unit: int) -> str | None:
    """What was done with a sum that nothing else names: "EUR 3 million seized", "over 3 million euros were seized"."""
    tokens = sentence.tokens
    done = unit + 1
    if tokens[unit].dep == "nsubjpass":
        done = tokens[unit].head
    return sentence.words(done, done) if done < len(tokens) and tokens[done].tag == "VBN" else None


def _is(tokens: Sequence[Token], position: int, word: str) -> bool:
    return position < len(tokens) and tokens[position].text.lower() == word


def _is_any(tokens: Sequence[Token], position: int, words: Iterable[str]) -> bool:
    return position < len(tokens) and tokens[position].text.lower() in words


def _named(sentence: _Sentence, first: int) -> str | None:
    """The noun that begins at a token, with what stands before it, "of" what, and nouns joined to it."""
    span = _noun(sentence, first)
    return sentence.words(*span) if span else None


def _noun(sentence: _Sentence, first: int) -> tuple[int, int] | None:
    """First and last token of a noun with its attributes."""
    tokens = sentence.tokens
    while first < len(tokens) and (
        tokens[first].tag in ("DT", "PRP$", "CD") or tokens[first].text.lower() in ("more", "further")
    ):
        first += 1
    last = None
    position = first
    while position < len(tokens):
        token = tokens[position]
        joins_attributes = (
            token.tag in ("CC", ",")
            and position + 1 < len(tokens)
            and last is None
            and tokens[position + 1].tag in _BEFORE_NOUNS
        )
        ends_noun = last is not None and token.tag not in ("HYPH", "POS", *_NOUNS)
        is_no_noun = last is None and token.tag not in _BEFORE_NOUNS and not joins_attributes
        if token.tag in _NOUNS:
            last = position
        elif ends_noun or is_no_noun:
            break
        position += 1
    if last is None:
        return None
    return first, _extended(sentence, last)


def _extended(sentence: _Sentence, last: int) -> int:
    """The last token of a noun with "of" what ("rounds of ammunition") and nouns joined to it ("boats and engines")."""
    tokens = sentence.tokens
    while last + 2 < len(tokens):
        following = tokens[last + 1]
        if following.text.lower() == "of" and tokens[last + 2].tag in _BEFORE_NOUNS:
            inner = _noun(sentence, last + 2)
            return inner[1] if inner is not None and inner[0] == last + 2 else last
        end = _joined(tokens, last)
        if end is None:
            return last
        last = end
    return last


def _joined(tokens: Sequence[Token], last: int) -> int | None:
    """The end of a noun that "and" joins to the one before, also as the last of a list: "police, customs and border officers"."""
    at = last + 1
    if tokens[at].tag == "," and tokens[at + 1].tag in _NOUNS and tokens[at + 1].dep == "conj":
        inner = _end_of_noun(tokens, at + 1)
        is_list = inner is not None and inner + 2 < len(tokens) and tokens[inner + 1].tag in ("CC", ",")
        return inner if is_list and inner is not None and _joined(tokens, inner) is not None else None
    if tokens[at].tag != "CC" or tokens[at + 1].tag not in _BEFORE_NOUNS:
        return None
    end = _end_of_noun(tokens, at + 1)
    if end is None:
        return None
    is_conjunct = tokens[end].dep == "conj" and tokens[end].head <= last
    is_head = tokens[last].head == end and tokens[last].dep in ("nmod", "compound")  # the parser joins to the last one
    return end if is_conjunct or is_head else None


def _end_of_noun(tokens: Sequence[Token], first: int) -> int | None:
    """The last token of a noun with its attributes, nothing joined."""
    end = first
    while end + 1 < len(tokens) and tokens[end].tag not in _NOUNS and tokens[end + 1].tag in _BEFORE_NOUNS:
        end += 1
    while end + 1 < len(tokens) and tokens[end + 1].tag in _NOUNS:
        end += 1
    return end if tokens[end].tag in _NOUNS else None


def _of(sentence: _Sentence, position: int) -> str | None:
    """What follows "of": "27 % of the actions", "498 700 of persons"; nothing where it is a pronoun."""
    tokens = sentence.tokens
    if not _is(tokens, position, "of"):
        return None
    return _named(sentence, position + 1)


def _governing(sentence: _Sentence, number: int, unit: int) -> str | None:
    """The noun that a measure belongs to: "fines of 12 million euros", "property worth more than 640 million euros"."""
    tokens = sentence.tokens
    position = unit
    for _ in range(4):
        token = tokens[position]
        above = token.head
        if above == position or token.dep in ("conj", "appos"):
            return None
        word = tokens[above].text.lower()
        if word in _measuring() and above < number:
            return _before(sentence, above)
        if tokens[above].tag in _NOUNS and above < number and word not in _empty():
            return sentence.words(_first_of(tokens, above), above)
        if tokens[above].pos in ("VERB", "AUX") and tokens[above].tag not in ("VBG", "VBN"):
            return None
        position = above
    return None


def _first_of(tokens: Sequence[Token], noun: int) -> int:
    """Where a noun begins with what stands before it."""
    first = noun
    while first and tokens[first - 1].tag in _BEFORE_NOUNS and tokens[first - 1].head == noun:
        first -= 1
    return first


def _subject(sentence: _Sentence, number: int) -> str | None:
    """What a sentence says a number of: "the number of arrests rose to 13 412", "losses are estimated at EUR 3 million"."""
    tokens = sentence.tokens
    verb = number
    for _ in range(4):
        if tokens[verb].pos in ("VERB", "AUX"):
            break
        verb = tokens[verb].head
    for position, token in enumerate(tokens[:number]):
        if token.head == verb and token.dep in ("nsubj", "nsubjpass") and token.tag in _NOUNS:
            if token.text.lower() in _empty():
                return _of(sentence, position + 1)
            if tokens[verb].text.lower() in _measuring():
                return sentence.words(_first_of(tokens, position), _extended(sentence, position))
            return None  # who does something, not what is counted
    return None


def _told(sentence: _Sentence, number: int, wanted: Sequence[str] = ("attr", "oprd", "dobj")) -> str | None:
    """What a number that stands as a noun is said to be: "38 were children", "311 600 concerned persons"."""
    tokens = sentence.tokens
    verb = tokens[number].head
    is_subject = tokens[number].dep in ("nsubj", "nsubjpass")
    if not is_subject or tokens[verb].pos not in ("VERB", "AUX") or verb <= number:
        return None
    is_passive = any(t.head == verb and t.dep in ("auxpass", "nsubjpass") for t in tokens)
    roles = ("attr",) if tokens[verb].pos == "AUX" else ("oprd",) if is_passive else ("dobj",)
    for position, token in enumerate(tokens):
        if token.head == verb and token.dep in roles and token.dep in wanted and position > verb:
            first = min((i for i, t in enumerate(tokens) if t.head == position and i > verb), default=position)
            while first - 1 > verb and tokens[first - 1].tag in _BEFORE_NOUNS:
                first -= 1
            return _named(sentence, min(first, position))
    return None
