"""Figures as drafts: what each number counts, and for which time."""

import re

from extract.drafts import Draft
from extract.figures.counting import counted
from extract.figures.labels import of_label
from extract.figures.paper import Paper, Told
from extract.numbers import Quantity
from extract.periods import Period, reported
from extract.profile import load_profile
from models.language import Language


def drafts(paper: Paper, language: Language) -> list[Draft]:
    """All figures of a paper, in the order in which they were read; numbers that report nothing left out."""
    _parse(paper, language)
    return [
        draft
        for told in paper.told
        for position, quantity in enumerate(told.found)
        if (draft := _draft(paper, told, position, quantity)) is not None
    ]


def _parse(paper: Paper, language: Language) -> None:
    """Find what the numbers of sentences count, where there is a parser of their language."""
    if paper.language != "en":
        return
    sentences = [told for told in paper.told if told.whats is None]
    answers = counted([(told.read.text, told.found) for told in sentences], language)
    for told, counts in zip(sentences, answers, strict=True):
        kept = [(q, c.what) for q, c in zip(told.found, counts, strict=True) if c.is_result]
        told.found, told.whats = tuple(q for q, _ in kept), tuple(what for _, what in kept)


def _draft(paper: Paper, told: Told, position: int, quantity: Quantity) -> Draft | None:
    text = told.read.text
    what = told.whats[position] if told.whats is not None else _following(text, quantity, paper.language)
    what = what or _labelled(text, quantity)
    is_alone = not any(c.isalpha() for c in text[: quantity.from_] + text[quantity.end :])
    if what is None and (is_alone or told.is_aside):
        return None
    return Draft(
        "figure",
        text,
        told.read.spans(),
        fields={
            "value": int(quantity.value) if quantity.value % 1 == 0 else quantity.value,
            "unit": quantity.unit,
            "what": what,
            "qualifier": quantity.qualifier,
            "period": _period_of(told, position) or told.part.period or paper.whole.period,
            "scope": told.part.scope,
        },
        confidence=(0.95 if told.is_tile else 0.9) if what else 0.6,
    )


def _labelled(text: str, quantity: Quantity) -> str | None:
    """What stands before a number that closes its line: "Arrests: 1 026"."""
    before = text[: quantity.from_].strip()
    closes = not text[quantity.end :].strip(" .;,")
    match = re.fullmatch(r"(.{2,80}?)\s*[:–—-]", before)
    return match.group(1) if closes and match else None


def _following(text: str, quantity: Quantity, language: str) -> str | None:
    """Without a parser of the language: the words behind the number, up to a small one or a sign; in German up to a noun."""
    labels = load_profile("results")["labels"]
    stopwords = {*load_profile("cover")["stopwords"].get(language, ()), *labels["stops"]}
    words: list[str] = []
    for word in text[quantity.end :].split():
        bare = word.strip(".,;:()")
        elided = re.sub(r"^[dl]['’]", "", bare)
        if not bare or bare[:1].isdigit() or (bare.casefold() in stopwords and words):
            break
        if bare.casefold() not in stopwords:
            words.append(elided)
        is_noun = language == "de" and elided[:1].isupper()
        if bare != word or len(words) == 3 or is_noun:
            break
    if language == "de" and (joined := _joined_noun(text[quantity.end :], words)):
        words = joined
    return of_label(" ".join(words), labels["leads"]) or None


def _joined_noun(behind: str, words: list[str]) -> list[str] | None:
    """German: "Beamtinnen und Beamte"."""
    found = re.match(rf"\s*{re.escape(' '.join(words))} und (?P<noun>[A-ZÄÖÜ]\w+)", behind) if words else None
    return [*words, "und", found["noun"]] if found else None


def _period_of(told: Told, position: int) -> str | None:
    """The time that a sentence names for one of its numbers: behind it and before the next one, else before it.

    One in brackets before a number is that number's: "13 871 arrests (2048: 12 990)".
    """
    if told.period is not None:
        return told.period
    text = told.read.text
    named = list(reported(text))
    if not named:
        return None
    quantity = told.found[position]
    own = next((p for p in named if _introduces(text, p, quantity)), None)
    if own is not None:
        return own.text
    following = told.found[position + 1].start if position + 1 < len(told.found) else len(text)
    named = [p for p in named if not any(_introduces(text, p, other) for other in told.found)]
    behind = [p for p in named if quantity.end <= p.start < following]
    before = [p for p in named if p.start < quantity.start]
    if behind or before:
        return (behind or before[::-1])[0].text
    if not named:
        return None
    # One that stands behind another number is that one's, where the sentence compares: "…, compared with 9 128 in 2041".
    compares = re.search(_COMPARISON, text[quantity.end : named[0].start], re.IGNORECASE)
    return None if compares else named[0].text


def _introduces(text: str, period: Period, quantity: Quantity) -> bool:
    """Whether a time in brackets stands directly before a number with a colon: "(2048: 12 990)"."""
    between = text[period.end : quantity.from_]
    opened = text[: period.start].rstrip().endswith(("(", "[", ";"))
    return period.end <= quantity.from_ and opened and between.strip() in (":", "–", "=")


_COMPARISON = r"\b(?:compared|against|than|up from|down from|from|after|while|whereas|in contrast)\b"
