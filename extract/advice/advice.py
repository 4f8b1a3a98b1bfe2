"""Recommendations while they are read: what repeats one that is known is no other one."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.lexicon import Lexicon
from extract.advice.addressees import addressed_by, addressed_in, is_actor, is_advice
from extract.advice.numbering import number_key
from extract.drafts import Draft
from extract.laid import LaidText

NOTHING = LaidText("", ())
_LONGEST_LABEL = 20  # words
_LEAST_WORDS = 5  # of a sentence
_ALIKE = 0.6  # of the words of a repetition


@dataclass(slots=True)
class Advice:
    """One recommendation. `named`: addressed in a line of its own; `group`: by the heading of its group; `summed`: in a
    table that repeats it. `frame` is the page and box that it stands in."""

    number: str | None
    label: LaidText = NOTHING
    text: LaidText = NOTHING
    named: tuple[str, ...] = ()
    group: tuple[str, ...] = ()
    summed: tuple[str, ...] = ()
    frame: tuple[int, int] | None = None
    is_closed: bool = False
    is_inline: bool = False  # its text stands in the paragraph that its number opens
    is_bullet: bool = False

    def words(self) -> set[str]:
        """Its words of four letters and more."""
        return set(re.findall(r"\w{4,}", f"{self.label.text} {self.text.text}".casefold()))


class Collection:
    """The recommendations of one evaluation."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._found: list[Advice] = []

    def __iter__(self) -> Iterator[Advice]:
        return iter(self._found)

    def __bool__(self) -> bool:
        return bool(self._found)

    def add(self, advice: Advice) -> None:
        self._found.append(advice)

    def known(self, number: str | None) -> list[Advice]:
        """All of a number; several where each group counts anew."""
        key = number_key(number)
        return [a for a in self._found if key and number_key(a.number) == key]

    def twin(self, row: Advice) -> Advice | None:
        """The recommendation that another text repeats: the only one of its number, else by its words."""
        known = self.known(row.number)
        if len(known) == 1:
            return known[0]
        words = row.words()
        for advice in known or self._found:
            if words and len(words & advice.words()) >= _ALIKE * len(words):
                return advice
        return None

    def drafts(self) -> list[Draft]:
        return [self._draft(advice) for advice in self._found if advice.text.text or advice.label.text]

    def _draft(self, advice: Advice) -> Draft:
        has_text = bool(advice.text.text)
        read, bracketed = self.without_names(_without_bracket(advice.text) if has_text else advice.label)
        label = advice.label.text.rstrip(" .:–—-") if has_text else ""
        people = advice.named or bracketed or advice.group or addressed_in(read.text, self._lexicon) or advice.summed
        return Draft(
            "recommendation",
            read.text,
            read.spans(),
            number=advice.number,
            title=label or None,
            fields={"addressees": list(people)},
            confidence=0.95 if advice.number else 0.75,
        )

    def without_names(self, text: LaidText) -> tuple[LaidText, tuple[str, ...]]:
        """A text without the bracket at its end that holds nothing but those addressed, and who they are."""
        match = re.search(r"\s*[(\[](?P<names>[^()\[\]]{3,120})[)\]]\s*\.?$", text.text)
        if match is None:
            return text, ()
        parts = re.split(r"\s*[;,/]\s*|\s+and\s+", re.sub(r"^(?:addressed to|to|for):?\s+", "", match["names"]))
        bare = [re.sub(r"^(?:the|to|for)\s+", "", part, flags=re.IGNORECASE) for part in parts]
        if not all(is_actor(part, self._lexicon) for part in bare):
            return text, ()
        return text.sliced(0, match.start()), addressed_by("; ".join(bare), self._lexicon)

    def names_first(self, text: LaidText) -> tuple[tuple[str, ...], LaidText]:
        """Those whom a bracket directly behind the number addresses ("Recommendation 1 (Council): …"), and the rest."""
        match = re.match(r"\((?:to|for)?\s*(?P<names>[^()]{3,120})\)\s*[:.–—-]?\s*", text.text)
        if match is None or not all(
            is_actor(p, self._lexicon) for p in re.split(r"\s*[;,/]\s*|\s+and\s+", match["names"])
        ):
            return (), text
        return addressed_by(match["names"], self._lexicon), text.sliced(match.end(), len(text.text))

    def label_and_text(self, rest: LaidText) -> tuple[LaidText, LaidText]:
        """What follows a number: a label in another type or up to a sign, then the text; a label alone; or the text alone."""
        first = rest.words[0].word.font if rest.words else None
        if first is None:
            return NOTHING, NOTHING
        style = (first.bold, first.italic)
        end = next((p.start for p in rest.words if (p.word.font.bold, p.word.font.italic) != style), None)
        if end is not None and any(style) and len(rest.text[:end].split()) <= _LONGEST_LABEL:
            return _tidy(rest.sliced(0, end)), _tidy(rest.sliced(end, len(rest.text)))
        bare, names = self.without_names(rest)
        words = len(bare.text.split())
        ends = bare.text.rstrip().endswith((".", "!", "?"))
        is_sentence = bool(names) or (ends and words >= _LEAST_WORDS) or (is_advice(bare.text) and words > _LEAST_WORDS)
        is_long = words > _LONGEST_LABEL or is_sentence
        sign = re.match(r"(?P<label>[^.:;–—]{3,90}?)(?:\s[–—-]\s|:\s)(?=\S)", rest.text)
        if is_long and sign and not is_advice(sign["label"]) and is_advice(rest.text[sign.end() :]):
            return rest.sliced(0, sign.end("label")), rest.sliced(sign.end(), len(rest.text))
        return (NOTHING, rest) if is_long else (rest, NOTHING)


def _tidy(text: LaidText) -> LaidText:
    start = len(text.text) - len(text.text.lstrip(" .:–—-·|"))
    return text.sliced(start, len(text.text))


def _without_bracket(text: LaidText) -> LaidText:
    """A text without the bracket that opened a line of addressees behind it."""
    return text.sliced(0, len(text.text.rstrip(" ([")))


def without_bracket(advice: Advice) -> None:
    """Drop the bracket at the end of a text whose inside turned out to be a line of addressees."""
    advice.text = _without_bracket(advice.text)
