"""How recommendations are numbered, and where a text begins one."""

import re
from functools import cache

from extract.profile import load_profile


@cache
def pattern(name: str) -> re.Pattern[str]:
    """A pattern of the profile `evaluation`."""
    return re.compile(load_profile("evaluation")["patterns"][name])


def number_at_start(text: str) -> tuple[str, int] | None:
    """The number of a recommendation at the head of a text, and where what follows it begins.

    None where the text only speaks of a recommendation.

    >>> number_at_start("Recommendation 3. Fund what works"), number_at_start("Recommendation 3 of that time was kept")
    (('3', 18), None)
    """
    match = re.match(r"(?:\(?\d{1,2}(?:\.\d{1,2})*[.)]?\s+)?" + pattern("number").pattern, text)
    if match is None:
        return None
    number = match["number"].strip()
    if not match["word"] and not number.startswith("R"):
        return None
    rest = text[match.end() :]
    sign = re.match(r"\s*(?:[–—:·|.)/-]\s*|$)|\s+(?=[\"“‘(A-ZÀ-Þ0-9])", rest)
    if sign is None or re.match(r"\s*(?:and|or|to|,)\s*(?:R(?:ec)?\.? ?)?\d|[.,]\d", rest):
        return None
    return number, match.end() + sign.end()


def number_key(number: str | None) -> str:
    """Numbers as they are compared: "R1", "Rec. 1" and "1" are one."""
    return re.sub(r"^r(?:ec)?0*(?=\d)", "", re.sub(r"[^\w.]|\.$|(?<=[rc])\.", "", (number or "").casefold()))


def follows(last: str, number: str) -> bool:
    """Whether a number is the next one: 4 after 3, 3.2 after 3.1."""
    digits, own = re.findall(r"\d+", last), re.findall(r"\d+", number)
    return bool(digits) and bool(own) and int(own[-1]) == int(digits[-1]) + 1


def bullet_length(text: str) -> int:
    """How long the bullet is with which a text begins."""
    match = re.match(r"[•▪●○◦‣➢■□*–—-]\s+", text)
    return match.end() if match else 0
