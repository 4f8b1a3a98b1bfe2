"""A line of text to what is asked: codes, words, acronyms spelt out, phrases, words to leave out."""

import re
from dataclasses import dataclass

from corpus.lexicon import Lexicon
from index.codes import find_codes
from index.lexical import Terms
from models.words import stems

LONGEST = 2_000  # characters of a query that are read


@dataclass(frozen=True, slots=True)
class Query:
    """A query as the engine takes it. `widened` maps what was written to what it was widened with."""

    text: str
    meaning: str
    terms: Terms
    codes: tuple[str, ...]
    widened: tuple[tuple[str, tuple[str, ...]], ...] = ()

    @property
    def only_codes(self) -> bool:
        """Whether nothing but codes is asked for."""
        return bool(self.codes) and not stems(self.terms.words)


def parse_query(text: str, lexicon: Lexicon) -> Query:
    """Read a query; control characters and runs of white space count as one space."""
    tidy = " ".join("".join(c if c.isprintable() else " " for c in text[:LONGEST]).split())
    without = tuple(re.findall(r"(?:(?<=\s)|^)-(\w[\w-]*)", tidy))
    positive = re.sub(r"(?:(?<=\s)|^)-\w[\w-]*", " ", tidy)
    found = list(find_codes(positive))
    words = positive
    for written, _ in found:
        words = words.replace(written, " ")
    widened = tuple(_widened(words, lexicon))
    meaning = positive
    for written, expansions in widened:
        meaning = re.sub(rf"\b{re.escape(written)}\b", f"{written} ({'; '.join(expansions)})", meaning)
    terms = Terms(
        words=" ".join(words.split()),
        widened=tuple(e for _, expansions in widened for e in expansions),
        codes=tuple(code for _, code in found),
        without=without,
    )
    return Query(tidy, meaning.strip() or tidy, terms, terms.codes, widened)


def _widened(words: str, lexicon: Lexicon) -> list[tuple[str, tuple[str, ...]]]:
    """Acronyms that the query holds, with what they stand for. Short ones count only in capitals ("AP", not "ap")."""
    by_fold = {key.casefold(): key for key in lexicon.acronyms}
    out = []
    for word in dict.fromkeys(re.findall(r"[\w@-]+", words)):
        key = by_fold.get(word.casefold())
        if key is not None and (word == key or (len(key) > 2 and not word.islower()) or (len(key) > 3)):
            out.append((word, lexicon.acronyms[key]))
    return out
