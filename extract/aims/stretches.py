"""Aims within a text, each with the labels before it.

An aim is told in many ways: "Drugs – to seize …; and to trace …", "The aim is to …", "in respect of “Drugs”, to …". So a
text is cut at infinitives that follow a label, a noun of aiming, or the aim before; what stands before the first one is
searched for labels: words in another type, in quotation marks, or before a sign.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from corpus.pages import Word
from extract.laid import LaidText
from extract.profile import load_profile

LONGEST_LABEL = 20  # words
_LONGEST_SENTENCE = 8  # words of a label that ends with a stop; a longer one is a sentence
_REACH = 14  # words between a label and the infinitive that it leads to

_INFINITIVE = re.compile(
    r"(?<![\w’'-])[Tt]o\s+(?:\w+ly\s+)?(?!(?:the|a|an|this|these|that|those|all|each|every|both|its|their|his|her|our|which|whom|date"
    r"|whose|what|any|some|such|be|and|or|from|of|in|on|by|with|it|them|us|one|two|three)\b)(?=[a-z]{2,})"
)
_AIMING = re.compile(
    r"\b(?:aims?|objectives?|goals?|purposes?|intentions?|ambitions?|ends?|endeavou?rs?|seeks?|intends?|efforts?|undertakes?"
    r"|resolved|determined|agreed?|agrees)\b[^.;]{0,60}$",
    re.IGNORECASE,
)
_SIGN = re.compile(r"(?:[:–—]|\s-)\s*$")
_NEXT = re.compile(
    r"[;.:]\s*(?:and|or|(?:a|the) (?:second|third|further|other) aim is|secondly,?|thirdly,?|moreover,?|also)?\s*$",
    re.IGNORECASE,
)
_STOP = re.compile(r"(?<!incl)(?<!\be\.g)(?<!\bi\.e)(?<!\bNo)(?<!\betc)(?<!\bcf)[.;](?=\s|$)")
_QUOTED = re.compile(r"[“„«\"]\s*([^“”„«»\"]{2,120}?)\s*[”“»\"]|‘([^‘’]{2,120})’")


@dataclass(frozen=True, slots=True)
class Stretch:
    """An aim with the labels that stand before it in the text, the outer one first. `aim` is None where only labels stand;
    `points` say where the points of a list begin in it."""

    labels: tuple[LaidText, ...]
    aim: LaidText | None
    points: tuple[int, ...] = ()


def read_stretches(text: LaidText, *, continues: bool = False) -> list[Stretch]:
    """Cut a text into labels and aims; empty where it holds no aim.

    Args:
        text: an item or paragraph, without its list mark.
        continues: the text goes on with the aims of the one before, so that "and to …" is one.
    """
    starts = _starts(text, continues=continues)
    out: list[Stretch] = []
    for position, start in enumerate(starts):
        lead_from = _end_of_aim(text, starts[position - 1], start) if position else 0
        stop = starts[position + 1] if position + 1 < len(starts) else len(text.text)
        end = _end_of_aim(text, start, stop) if position + 1 < len(starts) else _end(text, start, stop)
        labels = _labels(text, lead_from, start)
        out.append(Stretch(tuple(labels), text.sliced(start, end)))
    return out


# --- where aims begin ----------------------------------------------------------------------------------------------


def _starts(text: LaidText, *, continues: bool) -> list[int]:
    starts: list[int] = []
    marks = _set_apart(text)
    for match in _INFINITIVE.finditer(text.text):
        at = match.start()
        lead = text.text[starts[-1] if starts else 0 : at]
        if starts:
            begins = bool(_NEXT.search(lead)) or _leads_on(text, marks, starts[-1], at)
        else:
            begins = _begins_first(text, marks, at, continues=continues)
        if begins:
            starts.append(at)
    return starts


def _begins_first(text: LaidText, marks: Sequence[tuple[int, int]], at: int, *, continues: bool) -> bool:
    """Whether an infinitive begins the first aim of a text."""
    lead = text.text[:at]
    words = lead.split()
    if not lead.strip(" -–—•▪") or (continues and lead.strip(" ,;").casefold() in ("and", "or")):
        return True
    if _AIMING.search(lead):
        return True
    if _SIGN.search(lead) and len(words) <= LONGEST_LABEL + 4:
        return True
    if lead[:1].islower() and _tail().search(lead) and len(words) <= LONGEST_LABEL:
        return True  # a point of a sentence: "environmental crime, in order to …"
    if text.text[at] == "T" and lead.rstrip().endswith((".", ":", ";", ")")) and len(words) <= LONGEST_LABEL:
        return True
    return _leads_on(text, marks, 0, at)


def _leads_on(text: LaidText, marks: Sequence[tuple[int, int]], since: int, at: int) -> bool:
    """Whether a label that is set apart stands shortly before, with no infinitive and no end of a sentence between."""
    label = next(((a, b) for a, b in reversed(marks) if since <= a and b <= at), None)
    if label is None:
        return False
    between = text.text[label[1] : at]
    if len(between.split()) > _REACH or _INFINITIVE.search(between):
        return False
    before = text.text[since : label[0]].rstrip()
    behind_a_stop = since == 0 or before.endswith((";", ".", ":")) or bool(re.search(r"[;.:]\s[^;.]{0,60}$", before))
    return behind_a_stop and not re.search(r"[.;]\s+[a-z]", between)


def _set_apart(text: LaidText) -> list[tuple[int, int]]:
    """Stretches in another type than most of the text, and those in quotation marks, in order."""
    found = [match.span() for match in _QUOTED.finditer(text.text)]
    usual = _usual_style(text)
    run: tuple[int, int] | None = None
    style: tuple[bool, bool] | None = None
    for placed in text.words:
        own = _style(placed.word)
        letters = any(c.isalnum() for c in placed.word.text)
        if run is not None and letters and own not in (usual, style) and text.text[run[1] - 1] in ".:;–—-)":
            found.append(run)  # another label begins, in another type
            run = None
        if letters and own != usual:
            style = own if run is None else style
            run = (run[0] if run else placed.start, placed.end)
        elif run is not None and not letters:
            run = (run[0], placed.end)
        elif run is not None:
            found.append(run)
            run = None
    if run is not None and run != (0, len(text.text)):
        found.append(run)
    tidy = [
        (a, b)
        for a, b in found
        if 0 < len(text.text[a:b].split()) <= LONGEST_LABEL and re.search(r"[^\W\d_]{2}", text.text[a:b])
    ]
    return sorted(tidy)


def _style(word: Word) -> tuple[bool, bool]:
    return word.font.bold, word.font.italic


def _usual_style(text: LaidText) -> tuple[bool, bool]:
    weight: dict[tuple[bool, bool], int] = {}
    for placed in text.words:
        style = _style(placed.word)
        weight[style] = weight.get(style, 0) + len(placed.word.text)
    return max(weight, key=lambda style: weight[style], default=(False, False))


# --- where aims end ------------------------------------------------------------------------------------------------


def _end(text: LaidText, start: int, stop: int) -> int:
    """The end of the last aim of a text: its sentence's end, where another sentence follows."""
    for match in _STOP.finditer(text.text, start, stop):
        rest = text.text[match.end() : stop].strip()
        if match.group() == "." and rest and rest[0].isupper():
            return match.start()
    return stop


def _end_of_aim(text: LaidText, start: int, following: int) -> int:
    """Where an aim ends before the next one begins: at the last stop between, else at the sign before its label."""
    window = text.text[start:following]
    stops = list(_STOP.finditer(window))
    for match in stops:
        if match.group() == "." and window[match.end() :].strip()[:1].isupper():
            return start + match.start()
    if stops:
        return start + stops[-1].start()
    conjunction = re.search(r",?\s+(?:and|or)\s*$", window)
    return start + (conjunction.start() if conjunction else len(window.rstrip()))


# --- labels --------------------------------------------------------------------------------------------------------


def _labels(text: LaidText, start: int, stop: int) -> list[LaidText]:
    """The labels between the end of one aim and the beginning of the next."""
    apart = [(a, b) for a, b in _set_apart(text) if a >= start and b <= stop]
    inner = [(a, b) for a, b in apart if not any((c, d) != (a, b) and c <= a and b <= d for c, d in apart)]
    if inner:
        return [label for a, b in inner if (label := bare_label(text.sliced(a, b))).text]
    lead = text.sliced(start, stop)
    cut = _before_aiming(lead.text)
    label = bare_label(lead.sliced(0, cut))
    if not label.text:
        return []
    signed = bool(_SIGN.search(lead.text[:cut].rstrip()) or _tail().search(lead.text))
    begins = label.text[0].isupper() or label.text[0].isdigit() or signed
    longest = LONGEST_LABEL if signed or cut == len(lead.text) else _LONGEST_SENTENCE
    return [label] if begins and len(label.text.split()) <= longest else []


def _before_aiming(lead: str) -> int:
    """Where a sentence such as "Two aims are pursued:" begins that leads from a label to its aims."""
    match = re.search(r"(?:^|[.:;–—-]\s+|\s\()[^.:;–—]*$", lead.rstrip(" :–—-"))
    if match is None:
        return len(lead)
    sentence = lead[match.start() :]
    return match.start() if _AIMING.search(sentence.rstrip(" :–—-")) else len(lead)


def bare_label(label: LaidText) -> LaidText:
    """A label without quotation marks, without the sign or stop behind it, and without what leads on to its aims."""
    tail = _tail().search(label.text)
    if tail:
        label = label.sliced(0, tail.start())
    start = len(label.text) - len(label.text.lstrip(' “”„«»"‘’–—-•▪;,:.'))
    end = len(label.text.rstrip(' “”„«»"‘’–—-:.;,'))
    out = label.sliced(start, max(start, end))
    return out.sliced(4, len(out.text)) if out.text.casefold().startswith("and ") else out


@cache
def _tail() -> re.Pattern[str]:
    tails = "|".join(load_profile("council_conclusions")["leads"]["tails"])
    return re.compile(rf",\s+(?:and\s+)?(?:{tails})\s*[:–—-]?\s*$", re.IGNORECASE)


@cache
def _introduction() -> re.Pattern[str]:
    return re.compile("|".join(load_profile("council_conclusions")["leads"]["introductions"]), re.IGNORECASE)


def introduces(text: str) -> bool:
    """Whether a text leads into a list and is no label: "The Council sets the following priorities:"."""
    return text.rstrip().endswith(":") and bool(_introduction().search(text))
