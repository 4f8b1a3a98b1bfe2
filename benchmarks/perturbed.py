"""Harder versions of a page: what another producer, a scanner or a careless hand might have made of it.

Each takes away or blurs something that a reader goes by, and leaves what the page says: a careful person would still read the
same records, so the gold stays true, except where words themselves are damaged. All are seeded.
"""

import random
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from corpus.geometry import Box
from corpus.pages import Font, Page, Word
from extract.lines import lines_of, words_text
from extract.profile import Names, known_profiles, load_profile, names_of
from extract.unruled import segments

Pages = Sequence[Page]
_LOOKS_ALIKE = dict(
    zip(
        "l1O0ecbhijaounS5m",
        ("1", "l", "0", "O", "c", "e", "h", "b", "j", "i", "o", "a", "n", "u", "5", "S", "rn"),
        strict=True,
    )
)


def without_rules(pages: Pages, dice: random.Random) -> list[Page]:
    """Some or all rules are not drawn, or are pictures."""
    share = dice.choice((0.15, 0.4, 1.0))
    return [replace(page, rules=tuple(r for r in page.rules if dice.random() >= share)) for page in pages]


def without_grounds(pages: Pages, dice: random.Random) -> list[Page]:
    """Boxes have neither ground nor frame."""
    del dice
    return [replace(page, fills=(), rules=tuple(r for r in page.rules if r.is_horizontal)) for page in pages]


def in_one_weight(pages: Pages, dice: random.Random) -> list[Page]:
    """Nothing is bold, or some words have lost it."""
    share = dice.choice((0.3, 1.0))

    def plain(word: Word) -> Word:
        return replace(word, font=replace(word.font, bold=False)) if dice.random() < share else word

    return [_with_words(page, map(plain, page.words)) for page in pages]


def in_one_size(pages: Pages, dice: random.Random) -> list[Page]:
    """All type is of one size, in every paragraph and heading."""
    size = dice.choice((9.0, 10.0, 11.0))
    return [_with_words(page, (replace(w, font=_sized(w.font, size)) for w in page.words)) for page in pages]


def shaken(pages: Pages, dice: random.Random) -> list[Page]:
    """Words stand a little beside their places, in sizes that vary, as OCR finds them."""
    far = dice.choice((0.6, 1.2, 2.0))

    def moved(word: Word) -> Word:
        dx, dy = dice.gauss(0, far), dice.gauss(0, 0.6 * far)
        box = Box(word.box.x0 + dx, word.box.top + dy, word.box.x1 + dx, word.box.bottom + dy)
        return replace(word, box=box, font=_sized(word.font, word.font.size_pt * dice.uniform(0.95, 1.05)))

    return [_with_words(page, map(moved, page.words)) for page in pages]


def misread(pages: Pages, dice: random.Random) -> list[Page]:
    """Letters are taken for others that look alike."""
    share = dice.choice((0.01, 0.03, 0.08))

    def wrong(word: Word) -> Word:
        letters = (_LOOKS_ALIKE.get(c, c) if dice.random() < share else c for c in word.text)
        return replace(word, text="".join(letters))

    return [_with_words(page, map(wrong, page.words)) for page in pages]


def in_other_words(pages: Pages, dice: random.Random) -> list[Page]:
    """Columns and labels are called what no profile knows."""
    names = _all_names()
    share = dice.choice((0.2, 0.5))
    found = []
    for page in pages:
        other: dict[int, str] = {}
        for line in lines_of([w for w in page.words if w.angle == 0], page.number):
            for words in segments(line):
                if names.exact(words_text(words)) is not None and dice.random() < share:
                    other |= {id(word): _other(word.text) for word in words}
        found.append(_with_words(page, (replace(w, text=other.get(id(w), w.text)) for w in page.words)))
    return found


def with_lines_lost(pages: Pages, dice: random.Random) -> list[Page]:
    """A band of each page could not be read: two or three lines are gone."""
    found = []
    for page in pages:
        top = dice.uniform(0.1, 0.85) * page.height
        lost = Box(0, top, page.width, top + dice.uniform(24, 44))
        found.append(_with_words(page, (w for w in page.words if not lost.holds_center_of(w.box))))
    return found


def with_rules_added(pages: Pages, dice: random.Random) -> list[Page]:
    """Lines that mean nothing: ornaments between and beside paragraphs."""
    found = []
    for page in pages:
        if not page.rules:
            found.append(page)
            continue
        like = page.rules[0]
        tops = [dice.uniform(0.1, 0.9) * page.height for _ in range(3)]
        added = [replace(like, box=Box(40, top, page.width - 40, top + 0.5)) for top in tops]
        left = dice.uniform(0.2, 0.8) * page.width
        added.append(replace(like, box=Box(left, 0.1 * page.height, left + 0.5, 0.9 * page.height)))
        found.append(replace(page, rules=(*page.rules, *added)))
    return found


WAYS: Mapping[str, Callable[[Pages, random.Random], list[Page]]] = {
    "without rules": without_rules,
    "without grounds": without_grounds,
    "in one weight": in_one_weight,
    "in one size": in_one_size,
    "shaken": shaken,
    "misread": misread,
    "in other words": in_other_words,
    "with lines lost": with_lines_lost,
    "with rules added": with_rules_added,
}


def _with_words(page: Page, words: Iterable[Word]) -> Page:
    return replace(page, words=tuple(words))


def _sized(font: Font, size: float) -> Font:
    return replace(font, size_pt=round(size, 2))


def _other(text: str) -> str:
    """A word that is none, of the same shape: vowels go round."""
    return text.translate(str.maketrans("aeiouAEIOU", "ouaieOUAIE")) + ("sk" if len(text) > 3 else "")


def _all_names() -> Names:
    tables = [load_profile(name).get(key) for name in known_profiles() for key in ("fields", "columns")]
    names: dict[str, str] = {}
    for table in tables:
        if isinstance(table, Mapping):
            listed = {field: found for field, found in table.items() if isinstance(found, Mapping)}
            names |= names_of(
                {f: {k: v for k, v in found.items() if isinstance(v, list)} for f, found in listed.items()}
            ).fields
    return Names(names)
