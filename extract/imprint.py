"""The imprint: a line that says who published a paper, when, and under which reference, where no front page does.

It stands at the foot of a sheet or below its title: "Published by Europol, April 2043. Europol Public Information.",
"Europol | May 2046", "14 June 2048 · Press release · Europol". An institution that a text merely names published nothing.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from corpus.markings import Marking
from extract.content import Content
from extract.dates import date_of
from extract.lines import words_text
from extract.marking_words import marking_of, stated_in
from extract.periods import periods
from extract.profile import load_profile
from extract.sentences import sentences

_REFERENCE = re.compile(r"(?<![\w/-])[A-Z]{2,8}[-/](?:19|20)\d\d[-/]\d{2,6}(?![\w/-])")
_ANY_REFERENCE = r"(?:[A-Z]{1,10}[ -])?[\w./()-]*\d[\w./()-]*"
_RIGHTS = re.compile(
    r"(?:©|\(c\)|copyright)(?: ©)? ?(?:the )?(?P<name>[^©]{3,80}?),? (?P<year>(?:19|20)\d\d)\.?", re.IGNORECASE
)
_FIRST = 3  # pages on which a line of rights may stand
_MOST_WORDS = 45
_MOST_NAME_WORDS, _LINKING = 9, 5  # of a body's name; letters of the small words in it
_PARTS = re.compile(r"\s*[|·•]\s*|\s+[–—-]\s+")


@dataclass(frozen=True, slots=True)
class Imprint:
    """What an imprint states; None is "not stated". `date` is ISO."""

    issuer: str | None = None
    date: str | None = None
    reference: str | None = None
    marking: Marking | None = None


def read_imprint(content: Content) -> Imprint:
    """The imprints of a paper's first and last page as one: what is stated first counts."""
    issuer = date = reference = None
    marking: Marking | None = None
    for text in _candidates(content):
        found = imprint_of(text)
        if found is None:
            continue
        issuer, date = issuer or found.issuer, date or found.date
        reference, marking = reference or found.reference, marking or found.marking
    rights = _copyright(content)
    return Imprint(issuer or rights.issuer, date or rights.date, reference, marking)


def _copyright(content: Content) -> Imprint:
    """What a line "© Europol, 2051" on one of the first pages, or the last, says of publisher and year."""
    last = content.facts.pages
    for block in content.blocks:
        match = _RIGHTS.fullmatch(" ".join(block.text.split())) if block.page <= _FIRST or block.page == last else None
        name = match and next((name for form, name in _forms() if match["name"].casefold() == form), None)
        if match and name:
            return Imprint(name, match["year"])
    return Imprint()


def imprint_of(text: str) -> Imprint | None:
    """What a line states as an imprint; None where it is none.

    >>> imprint_of("Published by Europol, April 2043.").date
    '2043-04'
    >>> imprint_of("Europol received the data in April 2043.") is None
    True
    """
    tidy = " ".join(text.replace("’", "'").split())
    if len(tidy.split()) > _MOST_WORDS:
        return None
    reference = _labelled_reference(tidy)
    parts = _parts(tidy)
    published = next((part[match.end() :] for part in parts if (match := _published().match(part))), None)
    if published is None and not any(_names_issuer_alone(sentence) for sentence in (tidy, *_sentences(tidy))):
        return Imprint(reference=reference) if reference else None
    match = _REFERENCE.search(tidy)
    marking = next((found for part in parts if (found := marking_of(stated_in(part))) is not None), None)
    issuer = _issuer_in(published if published is not None else tidy) or _organisation_in(published)
    return Imprint(issuer, _date_in(tidy), reference or (match.group() if match else None), marking)


def _sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


def _parts(text: str) -> list[str]:
    """The sentences of a line, and the pieces that signs part within them."""
    pieces = [text, *_sentences(text)]
    return [part.strip(" .,;") for piece in pieces for part in (piece, *_PARTS.split(piece))]


def _candidates(content: Content) -> Iterator[str]:
    """Short texts of the first and last pages, as blocks and as lines, running lines included."""
    last = content.facts.pages
    for block in content.blocks:
        if block.page in (1, last):
            yield block.text
            if len(block.lines) > 1:
                yield from (words_text(line.words) for line in block.lines)
    for line in (*content.cover, *(line for f in content.furniture.values() for line in f.lines)):
        yield words_text(line.words)


@cache
def _published() -> re.Pattern[str]:
    phrases = "|".join(load_profile("cover")["imprint"]["published"])
    return re.compile(rf"(?:{phrases})\s+(?:the\s+|der\s+|la\s+|le\s+|l')?", re.IGNORECASE)


@cache
def _forms() -> tuple[tuple[str, str], ...]:
    """Forms of institutions' names, longest first, with the name that records carry."""
    forms = [
        (form.casefold(), issuer["name"]) for issuer in load_profile("cover")["issuer"] for form in issuer["forms"]
    ]
    return tuple(sorted(forms, key=lambda entry: len(entry[0]), reverse=True))


def _issuer_in(text: str) -> str | None:
    """The institution that is named first."""
    low = text.casefold()
    places = [(at, -len(form), name) for form, name in _forms() if (at := _place(low, form)) is not None]
    return min(places)[2] if places else None


def _organisation_in(published: str | None) -> str | None:
    """The body behind "published by", up to a comma, a date or another statement."""
    if published is None:
        return None
    return organisation_named(re.split(r"[,;|(]|\s[–—-]\s|\s(?:in|on|at)\s(?=\S*\d|[A-Z])|\.(?:\s|$)", published)[0])


def _place(text: str, form: str) -> int | None:
    match = re.search(rf"(?<![\w-]){re.escape(form)}(?![\w-])", text)
    return match.start() if match else None


def _names_issuer_alone(text: str) -> bool:
    """Whether one part of a line is an institution's name, and another a date, a reference or a marking."""
    parts = [leaf.strip(" .") for part in _PARTS.split(text) for leaf in re.split(r",\s(?!(?:19|20)\d\d\b)", part)]
    if not 2 <= len(parts) <= 7:
        return False
    names = [p for p in parts if any(re.sub(r"^the ", "", p.casefold()) == form for form, _ in _forms())]
    facts = [p for p in parts if date_of(p) or _REFERENCE.fullmatch(p) or stated_in(p)]
    return bool(names) and bool(facts)


def _labelled_reference(text: str) -> str | None:
    """The reference behind its label: anywhere of the usual shape, at the beginning of a line of any."""
    labels = "|".join(load_profile("cover")["imprint"]["reference"])
    match = re.search(rf"(?i:\b(?:{labels}))\s?:?\s+(?P<reference>{_REFERENCE.pattern})", text) or re.match(
        rf"(?i:(?:{labels}))\s?[.:]*\s+(?P<reference>{_ANY_REFERENCE})\s*$", text
    )
    return match["reference"].rstrip(".,;") if match else None


@cache
def _organisation() -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in load_profile("cover")["organisations"]["words"])
    return re.compile(rf"(?<!\w)\w*(?:{words})(?!\w)", re.IGNORECASE)


def organisation_named(text: str) -> str | None:
    """A body that a line names and nothing else, whether it is a known institution or not.

    >>> organisation_named("Criminal Police Directorate"), organisation_named("The police met in May.")
    ('Criminal Police Directorate', None)
    """
    tidy = " ".join(text.split()).strip(" ,")
    words = tidy.split()
    if not 2 <= len(words) <= _MOST_NAME_WORDS or tidy.endswith((".", ":", ";")) or any(c.isdigit() for c in tidy):
        return None
    begins = sum(word[:1].isupper() for word in words)
    linking = sum(word.islower() and len(word) <= _LINKING for word in words)
    return tidy if begins + linking == len(words) and begins >= 2 and _organisation().search(tidy) else None


def _date_in(text: str) -> str | None:
    for period in periods(text):
        date = date_of(period.text)
        if date is not None and len(date) >= 7:
            return date
    return None
