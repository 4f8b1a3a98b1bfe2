"""Whether words are writing: a score, and what it says of a page whose fonts may lie.

A font may say wrongly which letters it holds: then they come out lost ("Cy ercrime"), shifted ("Dzcfs"), or as private
signs. That is told by what writing in any language of the Union looks like; a dictionary is asked last, and only of English.
What is read off the picture instead is kept only where it scores better (`is_better`).
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from models.language import common_words, function_words

LOST = "\ufffd"  # what stands for a sign that the file's own character map does not know

_LOST_SIGNS = re.compile(f"[{LOST}\ue000-\uf8ff]")
_JOINTS = re.compile(r"[-–/'’]")
_VOWELS = frozenset("aeiouyàáâãäåæèéêëìíîïòóôõöøùúûüýąęėįųūāēīőűůěăœαεηιουωάέήίόύώаеиоуъюяєії")
_SOME_WORDS, _ENOUGH_WORDS = 12, 30  # fewer tell nothing; and nothing by what a dictionary knows
_NEXT_TO_NONE = 6
_MANY_LOST = 0.02  # of the signs
_FEW_VOWELS, _MANY_VOWELS = 0.30, 0.56  # of the letters; 0.36 to 0.50 in the languages of the Union
_MANY_MUTE = 0.08  # of the words: those without any vowel; next to none in English, some in Czech
_FEW_KNOWN = 0.78  # of the words of an English page; 0.8 at the least on a page of names and foreign words
_BAD_PAPER, _DOUBTED = 0.80, 0.86  # a paper that knows fewer is bad; then pages that know fewer are doubted
_FEW_SMALL = 0.12  # of the words: the small words of whichever language fits best; 0.25 to 0.6 in running text
_UNKNOWN = 0.3
_RUNNING = 0.2
_ABSENT = 20.0  # a letter that should have come so often, and never does, is lost

# How often letters come in English (Lewand 2000), those below 0.7 % left out; and, as the least in any language of the Union
# that is written in Latin letters, those that none does without.
_ENGLISH = dict(zip("etaoinshrdlcumwfgypbvk", (12.7, 9.1, 8.2, 7.5, 7.0, 6.7, 6.3, 6.1, 6.0, 4.3, 4.0, 2.8, 2.8, 2.4, 2.4, 2.2,
                                              2.0, 2.0, 1.9, 1.5, 1.0, 0.8), strict=True))  # fmt: skip
_ANY = dict.fromkeys("aeinrtoslump", 0.9)


@dataclass(frozen=True, slots=True)
class Score:
    """What the words of a text look like. Shares are in [0, 1].

    Args:
        words: how many words of three letters or more were looked at.
        lost: of the signs, those that the file knows no letter for.
        vowels: of the letters, the vowels.
        mute: of the words, those without a vowel.
        known: of the words, those in a list of common English ones.
        small: of all words, the small ones of the language that has most of them.
        language: that language.
        letters: how often each letter comes.
        capitals: if there are no small letters, so that words in capitals were looked at, names and acronyms among them.
    """

    words: int
    lost: float
    vowels: float
    mute: float
    known: float
    small: float
    language: str
    letters: Counter[str]
    capitals: bool

    @property
    def value(self) -> float:
        """One figure to compare two readings of a page by."""
        return max(self.known, 1.6 * self.small) - self.mute - 2 * self.lost


def score(texts: Iterable[str]) -> Score:
    """Score words. Those in capitals count only where there is little else: they are acronyms, and codes of countries."""
    texts = list(texts)
    signs = sum(len(text) for text in texts)
    lost = sum(len(_LOST_SIGNS.findall(text)) for text in texts if len(text) > 1)
    tokens = [word for text in texts for word in _JOINTS.split(text.strip('.,;:!?()[]{}"“”„«»*')) if word]
    low = [token for token in tokens if token.islower() and token.isalpha()]
    capitals = len(low) < _NEXT_TO_NONE
    if capitals:
        low = [token.casefold() for token in tokens if token.isalpha() and len(token) > 3]
    words = [word for word in low if len(word) > 2]
    letters = Counter("".join(low))
    english = common_words()
    known = sum(word in english or _stem(word) in english for word in words)
    language, small = _small_words(low, mostly_known=known >= 0.9 * len(words))
    return Score(
        words=len(words),
        lost=lost / max(1, signs),
        vowels=sum(n for c, n in letters.items() if c in _VOWELS) / max(1, letters.total()),
        mute=sum(not _VOWELS.intersection(word) for word in words) / max(1, len(words)),
        known=known / max(1, len(words)),
        small=small,
        language=language,
        letters=letters,
        capitals=capitals,
    )


def combined(scores: Sequence[Score]) -> Score:
    """The score of several texts together, as of a paper's pages."""
    words = max(1, sum(s.words for s in scores))
    languages: Counter[str] = Counter()
    for one in scores:
        languages[one.language] += one.words
    best = max(sorted(languages), key=lambda name: languages[name], default="")

    def mean(name: str) -> float:
        return float(sum(getattr(s, name) * s.words for s in scores) / words)

    return Score(
        words=sum(s.words for s in scores),
        lost=mean("lost"),
        vowels=mean("vowels"),
        mute=mean("mute"),
        known=mean("known"),
        small=mean("small"),
        language=best,
        letters=sum((s.letters for s in scores), Counter()),
        capitals=all(s.capitals for s in scores),
    )


def _stem(word: str) -> str:
    for ending in ("ies", "es", "s", "ed", "ing", "ly"):
        if word.endswith(ending) and len(word) > len(ending) + 3:
            return word[: -len(ending)] + ("y" if ending == "ies" else "")
    return word


def _small_words(words: Sequence[str], *, mostly_known: bool) -> tuple[str, float]:
    """The language with the largest share of small words among these, and that share."""
    if not words:
        return "", 0.0
    lists = function_words()
    tried = ("en",) if mostly_known else tuple(sorted(lists))
    counts = {name: sum(word in lists.get(name, ()) for word in words) for name in tried}
    best = max(counts, key=lambda name: (counts[name], name == "en", name))
    return best, counts[best] / len(words)


def is_doubtful(page: Score, paper: Score) -> bool:
    """Whether a page's text may not say what the page shows.

    Args:
        page: the score of its words.
        paper: that of the whole paper's.
    """
    if page.lost >= _MANY_LOST:
        return True
    if page.words < _SOME_WORDS:
        return False
    strange, mute = not _FEW_VOWELS <= page.vowels <= _MANY_VOWELS, page.mute > _MANY_MUTE
    odd = strange or mute
    if page.known < _UNKNOWN and page.small < _FEW_SMALL and (odd or page.mute > 0.02 or page.vowels < 0.34):
        return True
    if page.capitals or page.words < _ENOUGH_WORDS:
        return strange and mute and not page.capitals
    if odd or missing_letters(paper):
        return True
    english = paper.language == page.language == "en"
    return english and page.known < (_DOUBTED if paper.known < _BAD_PAPER else _FEW_KNOWN)


def missing_letters(paper: Score) -> str:
    """Letters that a paper of this length and language can't do without, and does not have."""
    expected = _ENGLISH if paper.language == "en" else _ANY
    if paper.small < _RUNNING:
        return ""  # lists and figures can do without any letter
    latin = sum(n for c, n in paper.letters.items() if c < "Ͱ")
    if latin < 0.8 * paper.letters.total():
        return ""  # Greek, Bulgarian
    return "".join(c for c, share in expected.items() if not paper.letters[c] and share * latin / 100 >= _ABSENT)


def is_better(read: Score, given: Score) -> bool:
    """Whether what was read off the picture is to be believed rather than what the file says."""
    return read.words >= 0.5 * given.words and read.value > given.value + 0.03
